"""Who opted out is left out by any name ever shown: of a target, of another time, however it is written."""

import pytest
from village import Deed, Score, Village, did

from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring import lookup
from kibbutz_cli.scoring.unknown import unknown_names

CAM_BY_ID = {"opt_out": ["village:x1"]}


def standings(village: Village) -> dict[str, float | None]:
    return {who: each.standing and each.standing.value for who, each in village.members.items()}


def told(name: str) -> list[Deed]:
    """Return nine weeks of three who answer each other; the third, x1, has a name from the tenth on."""
    found = [did("x1", "post", 63, id="x-last", name=name)]
    for day in range(0, 63, 7):
        found += [did(who, "post", day, id=f"{who}{day}") for who in ("ann", "ben", "x1")]
        found += [
            did(who, "reply", day + 1, to=other, on=f"{other}{day}")
            for who, other in (("ben", "ann"), ("x1", "ben"), ("ann", "x1"))
        ]
    return found


@pytest.mark.parametrize("entry", ["Cam Secret", "cam secret", "@Cam Secret"])
def test_whom_others_only_answer_is_left_out_by_the_name_they_use(score: Score, entry: str) -> None:
    deeds = [did("ann", "post", 0), did("ann", "reply", 1, to="77", to_name="Cam Secret")]
    exclude = {"opt_out": [entry]}

    village = score(deeds, exclude=exclude)

    assert village.rows("select 1 from people where person_key = 'village:77'") == []
    assert unknown_names(village.engine, Config.model_validate({"exclude": exclude})) == {}
    assert lookup.opted_out(village.engine, ["CAM SECRET"]) == {"CAM SECRET"}


def test_a_name_that_others_use_makes_nobody_a_bot_or_staff(score: Score) -> None:
    """What a machine is called it is called by itself: nobody is set aside for what others say."""
    deeds = [did("ann", "reply", 1, to="ben", to_name="Ben-bot"), did("ben", "post", 0, name="Ben")]

    assert score(deeds, exclude={"bots": ["*-bot"], "staff": ["Ben-bot"]}).excluded == {}


@pytest.mark.parametrize("until", [{"as_of": 40}, {"until": 40}], ids=["as_of", "until"])
def test_an_opt_out_by_todays_name_holds_at_any_moment(score: Score, until: dict[str, int]) -> None:
    deeds = told("Cam")
    exclude = {"opt_out": ["Cam"]}

    by_name, by_id = score(deeds, **until, exclude=exclude), score(deeds, **until, exclude=CAM_BY_ID)

    assert standings(by_name) == standings(by_id)
    assert set(by_name.names) == {"ann", "ben"}
    assert unknown_names(by_name.engine, Config.model_validate({"exclude": exclude})) == {}


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        pytest.param("Zo\u00eb M\u00fcller", "Zoe\u0308 Mu\u0308ller", id="the entry has accents apart"),
        pytest.param("Zoe\u0308 Mu\u0308ller", "zo\u00eb m\u00fcller", id="the name has"),
        pytest.param(" Padded Name ", "Padded Name", id="the name has blanks around it"),
        pytest.param("Cam", " Cam ", id="the entry has"),
        pytest.param("Straße", "@Straße", id="the entry begins with @"),
        pytest.param("@cam@hill.example", "cam", id="the name does"),
    ],
)
def test_a_name_is_the_same_however_it_is_written(score: Score, name: str, entry: str) -> None:
    exclude = {"opt_out": [entry]}

    village = score(told(name), exclude=exclude)

    assert set(village.names) == {"ann", "ben"}
    assert unknown_names(village.engine, Config.model_validate({"exclude": exclude})) == {}
    assert lookup.opted_out(village.engine, [entry]) == {entry}


@pytest.mark.parametrize("word", ["village:kim@hill.example", "Kim@hill.example", "kim", "kim hill", "k."])
def test_who_opted_out_by_one_id_is_meant_by_every_way_to_name_them(score: Score, word: str) -> None:
    handles = ["village:kim@hill.example", "x:k"]
    told = [did(handle, "post", day, name="K.") for day, handle in enumerate(handles)]

    village = score(
        did("ann", "post", 0), told, identities={"Kim Hill": handles}, exclude={"opt_out": ["x:k"]}
    )

    assert lookup.opted_out(village.engine, [word, "ann"]) == {word}


def test_who_is_a_bot_too_has_opted_out_under_every_name(score: Score) -> None:
    told = [did("ann", "post", 0), did("kim-bot", "post", 0, name="K.")]

    village = score(told, exclude={"opt_out": ["kim-bot"]})

    assert village.excluded == {"opt-out": 1}
    assert lookup.opted_out(village.engine, ["k."]) == {"k."}


@pytest.mark.parametrize(("entry", "left"), [("@*", {"ann", "ben"}), ("*am", {"ann", "ben"}), ("@", None)])
def test_a_star_behind_an_at_means_what_it_says(score: Score, entry: str, left: set[str] | None) -> None:
    village = score(told("@cam"), exclude={"opt_out": [entry]})

    assert set(village.names) == (left or {"ann", "ben", "x1"})


@pytest.mark.parametrize("name", ["Zo\u00eb", "Zoe\u0308", "@ZO\u00cb", " Zo\u00eb"])
def test_a_member_is_found_by_a_name_however_it_is_written(score: Score, name: str) -> None:
    village = score(did("u1", "post", 0, name=" Zo\u00eb "), did("u2", "post", 0, name="Zoe"))

    assert lookup.find(village.engine, name) == 1

"""What accounts that no trust reaches do to the scores of others: nothing."""

from typing import Any

import pytest
from village import Deed, Score, Village, did

ANCHOR = {"members": ["village:a"]}
HONEST = "abcdef"


def village_of_six() -> list[Deed]:
    """Return twenty weeks in which each of six posts, is liked by the next, and answers nobody."""
    told = []
    for week in range(20):
        for place, who in enumerate(HONEST):
            post = did(who, "post", 7 * week, id=f"{who}{week}")
            told += [post, did(HONEST[(place + 1) % 6], "like", 7 * week + 1, on=post.key)]
    return told


TOLD = village_of_six()
AS_OF = 150


def figures(village: Village) -> dict[str, dict[str, tuple[float, float]]]:
    """Return score and width of every metric that is scored, of the honest, by member and metric."""
    return {who: {name: (part.score, part.sd) for name, part in village.parts(who).items()} for who in HONEST}


@pytest.mark.parametrize(
    "strange",
    [
        [did("f1", "post", 20, id="z1"), did("f2", "reply", 21, on="z1")],
        [did("f1", "post", 100)],
        [did("f1", "post", 100, visibility="removed")],
        [did("f1", "post", 100, id="z1"), did("f2", "remove", 101, on="z1")],
        [did("f1", "post", -100)],
        [did("f1", "post", 20, value=1_000_000)],
        [did("f1", "endorse", 100, to="a", value=1), did("f1", "endorse", 101, to="b", value=5)],
        [did(f"f{number}", "endorse", 100, to="a", value=-1) for number in range(30)],
        [did(f"f{number}", "post", 30 + number) for number in range(100)],
    ],
    ids=["answer", "newcomer", "removed", "removes", "first", "value", "levels", "slander", "crowd"],
)
def test_what_strangers_do_switches_no_metric_on_and_moves_none(score: Score, strange: list[Deed]) -> None:
    before = score(TOLD, anchors=ANCHOR, as_of=AS_OF)
    after = score(TOLD, strange, anchors=ANCHOR, as_of=AS_OF)

    assert figures(after) == figures(before)


def test_strangers_of_another_week_take_no_standing_in_data_of_one(score: Score) -> None:
    """It asks for one active week, and nothing in it says who stays; a stranger's old row changes neither."""
    told = [
        deed
        for day in range(5)
        for who, other in (("a", "b"), ("b", "a"))
        for deed in (did(who, "post", day), did(who, "reply", day, to=other))
    ]

    before = score(told, anchors=ANCHOR)
    after = score(told, did("f1", "post", -100), anchors=ANCHOR)

    assert after["b"].elements == before["b"].elements
    assert after.standing("b").value == before.standing("b").value


def answered(days: float = 1) -> list[Deed]:
    """Return answers of the honest to one another, and that those who opened came back to half of them."""
    told = []
    for week in range(20):
        for place, who in enumerate(HONEST):
            other = HONEST[(place + 2) % 6]
            told.append(did(other, "reply", 7 * week + days, on=f"{who}{week}", id=f"{other} to {who}{week}"))
            if week % 2:
                told.append(did(who, "like", 7 * week + days + 1, on=f"{other} to {who}{week}"))
    return [deed for deed in told if (deed.on or "")[1:] not in ("3", "4")]


@pytest.mark.parametrize("who", ["f1", "f1 f2", "f1 f2 f3 f4 f5"], ids=str.split)
def test_answers_of_strangers_make_nobody_answered_and_owe_nobody_an_answer(score: Score, who: str) -> None:
    strange = [
        did(each, "reply", 7 * week + 2, on=f"{honest}{week}", id=f"{each} to {honest}{week}")
        for each in who.split()
        for week in range(20)
        for honest in HONEST
    ]
    before = score(TOLD, answered(), anchors=ANCHOR, as_of=AS_OF)
    after = score(TOLD, answered(), strange, anchors=ANCHOR, as_of=AS_OF)

    assert {"replies_received", "follow_through"} <= before.parts("d").keys()
    assert figures(after) == figures(before)


def test_coming_back_to_a_strangers_answer_is_no_coming_back_to_a_friends(score: Score) -> None:
    """D liked what a stranger said below its post and said no more; a friend answered later, in vain."""
    told = [*TOLD, *answered(days=3)]
    strange = [
        did("f1", "reply", 2, on="d0", id="strange"),
        did("d", "like", 2.5, on="strange"),
    ]

    before = score(told, anchors=ANCHOR, as_of=AS_OF).rate("d", "follow_through")

    assert score(told, strange, anchors=ANCHOR, as_of=AS_OF).rate("d", "follow_through") == before


def test_a_strangers_wealth_widens_no_interval_of_the_honest(score: Score) -> None:
    """Who has no event has units of the community's size, and strangers are not the community."""
    accepts = [did("b", "accept", day, on=f"a{day // 7}", id=f"accept {day}") for day in (0, 7, 14)]
    strange = did("f1", "post", 20, value=1_000_000)

    before = score(TOLD, accepts, anchors=ANCHOR, as_of=AS_OF)
    after = score(TOLD, accepts, strange, anchors=ANCHOR, as_of=AS_OF)

    assert "value_delivered" in before.parts("c")
    assert figures(after) == figures(before)


def war(first: str, second: str, value: float) -> list[Deed]:
    """Return eight weeks in which two rate each other."""
    return [
        did(giver, "endorse", 7 * week + 2, to=receiver, value=value, id=f"{giver} {receiver} {week}")
        for week in range(8)
        for giver, receiver in ((first, second), (second, first))
    ]


def talk(first: str, second: str) -> list[Deed]:
    """Return two weeks in which two answer each other, on other days than others do."""
    return [
        did(giver, "reply", 7 * week + 3, to=receiver, id=f"talk {giver} {receiver} {week}")
        for week in range(2)
        for giver, receiver in ((first, second), (second, first))
    ]


def company(village: Village, who: str) -> dict[str, Any]:
    gates = village.gates(who)
    found = {
        name: gates[name][0] for name in ("partners", "mutual_partners", "recognised_by") if name in gates
    }
    for metric in ("mutual_ties", "partners", "recognition"):
        found[f"{metric} scored"] = village.value(who, metric)
    return found


@pytest.mark.parametrize("value", [-1.0, 0.0])
def test_a_bad_rating_returned_is_no_tie_and_recognises_nothing(score: Score, value: float) -> None:
    others = talk("a", "b")
    before = score(TOLD, others, anchors=ANCHOR, as_of=AS_OF)
    after = score(TOLD, others, war("d", "f", value), anchors=ANCHOR, as_of=AS_OF)

    for who in "df":
        assert company(after, who) == company(before, who)


def test_a_good_rating_returned_is_a_tie(score: Score) -> None:
    village = score(TOLD, talk("a", "b"), war("d", "f", 1.0), anchors=ANCHOR, as_of=AS_OF)

    assert village.value("d", "mutual_ties") > 0


@pytest.mark.parametrize("anchors", [ANCHOR, {}], ids=["named", "founders"])
@pytest.mark.parametrize("kind", ["reply", "like"])
@pytest.mark.parametrize("count", [10, 300])
def test_strangers_who_turn_to_anchors_move_no_score(
    score: Score, kind: str, count: int, anchors: dict[str, list[str]]
) -> None:
    """Nobody else endorses them: neither what the anchors have nor what is usual here changes."""
    told = [*TOLD, *answered()]
    known = score(told, anchors=anchors, as_of=AS_OF)
    strange = [
        did(f"f{number}", kind, 7 * (number % 20) + 2, on=f"{honest}{number % 20}", id=f"{number} {honest}")
        for number in range(count)
        for honest in known.anchors
    ]

    after = score(told, strange, anchors=anchors, as_of=AS_OF)

    assert after.anchors == known.anchors
    for who, expected in figures(known).items():
        assert figures(after)[who] == {
            name: pytest.approx(figure, abs=1e-9) for name, figure in expected.items()
        }
        assert company(after, who) == company(known, who)

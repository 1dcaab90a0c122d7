"""What several exports tell of one community: which of two copies is kept, and what is one-sided."""

import pytest
from village import Deed, Score, Village, did, member_id

from kibbutz_cli.model.activity import Coverage

OPENINGS = [did("ann", "post", 0, id="p1"), did("cam", "post", 0, id="c1")]
SINGLE, ANSWERS = Coverage.SINGLE, Coverage.ANSWERS


def towards(village: Village) -> list[str]:
    """Return whom anybody turned to."""
    rows = village.rows("select p.person_key from ties as t inner join people as p on p.person = t.receiver")
    return [str(key) for (key,) in rows]


@pytest.mark.parametrize("turn", [1, -1], ids=["as told", "turned round"])
@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param(did("ben", "post", 1), did("ben", "reply", 1, on="p1"), id="what it answers"),
        pytest.param(did("ben", "quote", 1, on="p1"), did("ben", "reply", 1, on="p1", to="cam"), id="whom"),
    ],
)
def test_the_copy_is_kept_that_says_what_it_answers_or_whom(
    score: Score, less: Deed, more: Deed, turn: int
) -> None:
    copies = [each._replace(id="r1") for each in (less, more)]

    village = score(OPENINGS, copies[::turn])

    assert towards(village) == [member_id(more.to or "ann")]


@pytest.mark.parametrize("turn", [1, -1], ids=["as told", "turned round"])
@pytest.mark.parametrize(("poor", "rich"), [(SINGLE, ANSWERS), (ANSWERS, Coverage.COMMUNITY)], ids=str)
def test_the_copy_is_kept_of_the_export_that_shows_more_people(
    score: Score, poor: Coverage, rich: Coverage, turn: int
) -> None:
    """An opening in an archive is none, and one in a blog is no question."""
    copies = [did("ann", "post", 0, id="p1", coverage=each) for each in (poor, rich)]

    village = score(copies[::turn], did("ben", "reply", 1, on="p1", coverage=rich))

    assert village.rate("ann", "replies_received") == (1, 1)
    assert ("net_provider" in village.parts("ben")) == (rich is Coverage.COMMUNITY)


def test_an_answer_is_to_a_deed_of_its_own_platform(score: Score) -> None:
    elsewhere = did("zoe", "post", 0, id="p1", platform="x")

    village = score(elsewhere, OPENINGS, did("ben", "reply", 1, on="p1"))

    assert village["ben"].deeds == 1
    assert towards(village) == [member_id("ann")]


def test_of_two_names_used_as_often_the_later_in_the_alphabet_is_shown(score: Score) -> None:
    for names in ("Ann", "Bea"), ("Bea", "Ann"):
        told = [did("u1", "post", day, name=name) for day, name in enumerate(names)]

        assert score(told)["u1"].name == "Bea"


def archive(who: str) -> list[Deed]:
    """Return what the archive of somebody holds: three posts in three weeks, and no answer to them."""
    return [did(who, "post", 7 * week, id=f"{who}'s {week}", coverage=SINGLE) for week in range(1, 4)]


def test_what_an_archive_holds_beside_a_forum_is_not_told_as_unanswered(score: Score) -> None:
    """Ann and Ben have a week in the forum, and Ben three more in his archive, where he can answer nobody."""
    told = [*OPENINGS, did("ben", "reply", 1, on="p1"), did("ann", "like", 2, on="ben reply None p1 None 1")]

    village = score(told, archive("ben"))

    assert village.rate("ben", "recognition") == (1, 1)
    assert village.rate("ben", "replies_given") == (1, 1)
    assert "replies_received" not in village.parts("ben")


def test_what_an_author_opens_in_a_blog_is_no_question(score: Score) -> None:
    """Ben answered once in the forum and asked nothing: his blog, where only he can open, is left out."""
    blog = [did("ben", "post", day, id=f"b{day}", coverage=ANSWERS) for day in range(2, 5)]
    told = [*OPENINGS, did("ben", "reply", 1, on="p1")]

    assert score(told, blog).value("ben", "net_provider") == score(told).value("ben", "net_provider") > 0.5

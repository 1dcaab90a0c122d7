"""Restraint and welcome, worked by hand."""

from math import log, sqrt

import pytest
from village import Deed, Score, did, times

TIE = [did("ann", "post", 0, id="p1"), did("ben", "reply", 0, id="r1", on="p1")]
WORDS, OTHER_WORDS = 12_345, 54_321


def crowd(count: int, **more: object) -> list[Deed]:
    """Return a post of Ann's on day 9 and a mention of each of so many people in it."""
    post = did("ann", "post", 9, id="crowded", **more)
    named = [
        did("ann", "mention", 9, id=f"m{number}", to=f"x{number}", on="crowded", derived=True)
        for number in range(count)
    ]
    return [post, *named]


def test_a_day_over_the_cap_of_a_kind_is_a_flood(score: Score) -> None:
    """11 posts on day 1 are one more than a day's 10; 10 on day 2 are not: 2 of Ann's 3 days.

    Ben's one day is one. The community: 3 of 4, mean 3.5 / 5: (2 + 2.8) / (3 + 4).
    """
    village = score(TIE, times(11, did("ann", "post", 1)), times(10, did("ann", "post", 2)))

    assert village.rate("ann", "restraint") == (2, 3)
    assert village.value("ann", "restraint") == pytest.approx(4.8 / 7, abs=1e-9)
    assert len(village.evidence("ann", "restraint")) == 11
    assert village.evidence("ben", "restraint") == []


@pytest.mark.parametrize(
    ("deed", "days"),
    [
        pytest.param(did("ann", "post", 8, text_print=WORDS), (2, 3), id="a week later, elsewhere"),
        pytest.param(did("ann", "post", 9, text_print=WORDS), (3, 3), id="eight days later"),
        pytest.param(did("ann", "post", 8, text_print=OTHER_WORDS), (3, 3), id="other words"),
        pytest.param(
            did("ann", "reply", 8, thread="s1", text_print=WORDS), (3, 3), id="in the same conversation"
        ),
        pytest.param(did("ben", "post", 8, text_print=WORDS), (2, 2), id="by somebody else"),
        pytest.param(did("ann", "reshare", 8, text_print=WORDS), (3, 3), id="passed on"),
    ],
)
def test_the_same_words_in_two_conversations_within_a_week_are_a_repetition(
    score: Score, deed: Deed, days: tuple[int, int]
) -> None:
    village = score(TIE, did("ann", "post", 1, id="s1", text_print=WORDS), deed)

    assert village.rate("ann", "restraint") == days


def test_every_day_of_a_repetition_but_the_first_is_one(score: Score) -> None:
    """Four conversations on four days, each a week after the one before; and two on one day."""
    four = [did("ann", "post", day, text_print=WORDS) for day in (1, 8, 15, 22)]
    two = [did("ben", "post", 5, id=name, text_print=OTHER_WORDS) for name in ("x", "y")]

    village = score(TIE, four, two)

    assert village.rate("ann", "restraint") == (2, 5)
    assert village.rate("ben", "restraint") == (1, 2)


def test_naming_more_than_ten_people_without_answering_any_is_a_crowd(score: Score) -> None:
    assert score(TIE, crowd(11)).rate("ann", "restraint") == (1, 2)
    assert score(TIE, crowd(10)).rate("ann", "restraint") == (2, 2)
    assert score(TIE, crowd(11, on="r1")).rate("ann", "restraint") == (2, 2)


def test_who_names_oneself_names_nobody(score: Score) -> None:
    oneself = did("ann", "mention", 9, to="ann", on="crowded", derived=True)

    assert score(TIE, crowd(10), oneself).rate("ann", "restraint") == (2, 2)


def test_a_crowd_named_in_many_small_posts_is_one_too(score: Score) -> None:
    posts = [did("ann", "post", 9, id=f"n{number}") for number in range(6)]
    named = [
        did("ann", "mention", 9, to=f"x{number}", on=f"n{number // 2}", derived=True) for number in range(12)
    ]

    assert score(TIE, posts, named).rate("ann", "restraint") == (1, 2)


def test_a_day_alone_with_oneself_is_no_day_of_restraint(score: Score) -> None:
    village = score(TIE, did("ann", "like", 5, on="p1"), times(21, did("ann", "like", 6, on="p1")))

    assert village.rate("ann", "restraint") == (1, 2)


def test_a_newcomer_who_is_answered_is_welcomed(score: Score) -> None:
    """Cam comes on day 60. Ann's reply on day 119 is worth 3 then, half of it 180 days later: ln 2.5.

    Its spread is 1.5 / 2.5, so ln 2.5 comes in units of 0.36 / ln 2.5, half a unit more lies in the middle.
    The 61st day is late, and Ben, who was there on day 0, was never new.
    """
    village = score(
        TIE,
        did("cam", "post", 60, id="c1"),
        did("ann", "reply", 119, id="w1", on="c1"),
        did("ann", "reply", 120, on="c1"),
        did("ann", "reply", 61, on="r1"),
        did("cam", "like", 62, on="c1"),
        did("dan", "post", 299),
    )

    part = village.parts("ann")["welcome"]

    assert part.value == pytest.approx(log(2.5), abs=1e-9)
    assert part.score == pytest.approx(log(1 + log(2.5)) / log(21), abs=1e-9)
    unit, z = 0.36 / log(2.5), 1.2815515655446004
    middle = log(2.5) + unit / 2
    ends = [middle * (1 - unit / (9 * middle) + end * sqrt(unit / (9 * middle))) ** 3 for end in (-z, z)]
    low, high = (log(1 + end) / log(21) for end in ends)
    assert part.sd == pytest.approx((high - low) / (2 * z), abs=1e-8)
    assert village.value("cam", "welcome") == 0
    assert [trace.activity_id for trace in village.evidence("ann", "welcome")] == ["w1"]


def test_a_second_newcomer_counts_more_than_a_flood_of_replies_to_one(score: Score) -> None:
    """Fifty replies in a day count as three, ln(1 + 9); one to each of two is twice ln(1 + 3)."""
    new = [did("cam", "post", 90, id="c1"), did("dan", "post", 90, id="d1")]

    village = score(
        TIE,
        new,
        times(50, did("ann", "reply", 90, on="c1")),
        [did("ben", "reply", 90, on=on) for on in ("c1", "d1")],
    )

    assert village.value("ann", "welcome") == pytest.approx(log(10), abs=1e-9)
    assert village.value("ben", "welcome") == pytest.approx(2 * log(4), abs=1e-9)


def test_where_nobody_is_new_nobody_can_welcome(score: Score) -> None:
    village = score(TIE, did("cam", "post", 59))

    assert village.why_not("welcome") == "nobody came after the first days of the data"
    assert "welcome" not in village.parts("ann")


def test_who_is_new_and_not_reached_by_trust_is_no_newcomer(score: Score) -> None:
    known = did("ann", "endorse", 1, to="ben")

    village = score(TIE, known, did("cam", "post", 90), anchors={"members": ["village:ann"]})

    assert village.why_not("welcome") == "nobody whom trust reaches came after the first days of the data"


def test_where_nobody_answers_anybody_nobody_can_welcome(score: Score) -> None:
    village = score(did("ann", "post", 0), did("ben", "post", 40), did("cam", "post", 95))

    assert village.why_not("welcome") == "nobody answers or endorses anybody"

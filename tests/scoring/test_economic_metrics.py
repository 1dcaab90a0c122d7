"""Repeat partners and delivered value, worked by hand."""

from math import log

import pytest
from village import Score, did, times


def test_partners_who_met_again_elsewhere_on_another_day_are_counted(score: Score) -> None:
    """Ann met Ben in p1 and p2, Cam in p1 only: 1 of 2. Ben 1 of 1, Cam 0 of 1.

    The community: 2 of 4, mean (2 + 0.5) / (4 + 1) = 0.5, worth 4 trials below 20 members.
    Ann (1 + 2) / (2 + 4) = 0.5, Ben (1 + 2) / (1 + 4) = 0.6, Cam (0 + 2) / (1 + 4) = 0.4.
    """
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ben", "reply", 0, id="r1", on="p1"),
        did("cam", "reply", 0, id="r2", on="p1"),
        did("ann", "like", 0, on="r1", thread="p1"),
        did("ann", "like", 0, on="r2", thread="p1"),
        did("ann", "post", 1, id="p2"),
        did("ben", "reply", 1, on="p2"),
    )

    assert village.rate("ann", "repeat_partners") == (1, 2)
    assert village.value("ann", "repeat_partners") == pytest.approx(0.5, abs=1e-9)
    assert village.value("ben", "repeat_partners") == pytest.approx(0.6, abs=1e-9)
    assert village.value("cam", "repeat_partners") == pytest.approx(0.4, abs=1e-9)


def test_meeting_twice_in_one_conversation_is_not_meeting_again(score: Score) -> None:
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ben", "reply", 0, id="r1", on="p1", thread="p1"),
        did("ann", "reply", 5, id="r2", on="r1", thread="p1"),
        did("ben", "reply", 9, on="r2", thread="p1"),
    )

    assert village.rate("ann", "repeat_partners") == (0, 1)


def test_a_conversation_is_followed_to_its_opening_where_the_export_names_no_thread(score: Score) -> None:
    """Each answers the last word of the other on a later day: still the one conversation that p1 opened."""
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ben", "reply", 1, id="r1", on="p1"),
        did("ann", "reply", 2, id="r2", on="r1"),
        did("ben", "reply", 3, id="r3", on="r2"),
        did("ann", "like", 4, on="r3"),
    )

    assert village.rate("ann", "repeat_partners") == (0, 1)


@pytest.mark.parametrize("named", [None, "p1"])
def test_the_opening_of_a_conversation_belongs_to_it(score: Score, named: str | None) -> None:
    """Cam likes the opening one day and a reply that names its conversation on another: one conversation.

    Without the words of Dee to Eve, likes alone would make no ties.
    """
    village = score(
        did("cam", "like", 3, on="p1"),
        did("ann", "reply", 0, id="r1", on="p1", thread="p1"),
        did("ann", "post", 0, id="p1", thread=named),
        did("cam", "like", 1, on="r1", thread="p1"),
        did("ann", "like", 1, to="cam", thread="p1"),
        did("eve", "post", 0, id="e1"),
        did("dee", "reply", 0, on="e1"),
    )

    assert village.rate("cam", "repeat_partners") == (0, 1)


def test_a_conversation_whose_opening_is_not_here_is_one_conversation(score: Score) -> None:
    village = score(
        did("ann", "reply", 0, id="r1", on="elsewhere"),
        did("ben", "reply", 1, id="r2", on="elsewhere", to="ann"),
        did("ann", "like", 2, on="r2"),
    )

    assert village.rate("ann", "repeat_partners") == (0, 1)


def test_meeting_in_two_conversations_on_one_day_is_not_meeting_again(score: Score) -> None:
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ann", "post", 0, id="p2"),
        did("ben", "reply", 0, id="r1", on="p1"),
        did("ben", "reply", 0, on="p2"),
        did("ann", "reply", 0, on="r1", thread="p1"),
    )

    assert village.rate("ann", "repeat_partners") == (0, 1)


@pytest.mark.parametrize("first", ["p1", "p2"])
def test_which_conversation_came_first_in_the_file_does_not_matter(score: Score, first: str) -> None:
    """They met in p1 and p2 on day 0, and in p1 on day 1: in p2 one day and in p1 on another."""
    openings = [did("ann", "post", 0, id="p1"), did("ann", "post", 0, id="p2")]
    village = score(
        sorted(openings, key=lambda deed: deed.id != first),
        did("ben", "reply", 0, id="r1", on="p1"),
        did("ben", "reply", 0, on="p2"),
        did("ann", "reply", 1, on="r1", thread="p1"),
    )

    assert village.rate("ann", "repeat_partners") == (1, 1)


def test_what_others_accepted_and_rated_is_value_delivered(score: Score) -> None:
    """As of day 180: an acceptance on day 0 is worth 3 x 0.5, a rating of 2 today 2 x 3: 7.5 in all.

    Full marks are ln 31: the score is ln 8.5 / ln 31.
    """
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ben", "accept", 0, on="p1"),
        did("cam", "endorse", 180, to="ann", value=2),
    )

    part = village.parts("ann")["value_delivered"]

    assert part.value == pytest.approx(7.5, abs=1e-6)
    assert part.score == pytest.approx(log(8.5) / log(31), abs=1e-6)
    assert {trace.actor for trace in village.evidence("ann", "value_delivered")} == {
        "village:ben",
        "village:cam",
    }


def test_a_payment_to_a_member_is_value_delivered(score: Score) -> None:
    village = score(did("ann", "post", 0, id="p1", value=12), did("ben", "post", 0))

    assert village.value("ann", "value_delivered") == pytest.approx(12, abs=1e-6)
    assert [trace.activity_id for trace in village.evidence("ann", "value_delivered")] == ["p1"]


@pytest.mark.parametrize("kind", ["review", "like", "dislike"])
def test_a_judgement_brings_its_giver_no_value(score: Score, kind: str) -> None:
    """What a review says its object is worth is nothing that its author delivered."""
    village = score(
        did("ben", "post", 0, id="p1", value=1),
        did("ann", kind, 1, on="p1", to="ben", value=5),
        did("ann", "post", 1),
    )

    assert village.value("ann", "value_delivered") == 0
    assert village.value("ben", "value_delivered") == pytest.approx(1, abs=0.01)


def test_a_bad_rating_counts_with_the_trust_of_who_gives_it(score: Score) -> None:
    """Ann was rated 4 (x 3); of two ratings of -1 (x 3) only the anchor's counts: 12 - 3."""
    village = score(
        did("ann", "post", 0),
        did("ben", "endorse", 0, to="ann", value=4),
        did("mod", "endorse", 0, to="ann", value=-1),
        [did(f"stranger {number}", "endorse", 0, to="ann", value=-1) for number in range(50)],
        anchors={"members": ["village:mod"]},
    )

    assert village.value("ann", "value_delivered") == pytest.approx(9, abs=1e-6)


@pytest.mark.parametrize(("kind", "value"), [("accept", None), ("endorse", 2.0), ("endorse", -1.0)])
def test_of_what_one_judges_of_another_on_a_day_three_deeds_count(
    score: Score, kind: str, value: float | None
) -> None:
    """Ann was rated 50 (x 3) by Cam; a thousand deeds of Mod's are three, and no surer than three."""
    told = [
        did("ann", "post", 0),
        did("cam", "endorse", 0, to="ann", value=50),
        did("mod", "like", 0, to="cam"),
    ]
    judged = did("mod", kind, 0, to="ann", value=value)
    anchors = {"members": ["village:mod"]}

    three, thousand = (score(told, times(count, judged), anchors=anchors) for count in (3, 1000))

    expected = 150 + 3 * 3 * (value or 1)
    assert three.value("ann", "value_delivered") == pytest.approx(expected, abs=1e-6)
    assert thousand.value("ann", "value_delivered") == pytest.approx(expected, abs=1e-2)
    assert thousand.parts("ann")["value_delivered"].sd == pytest.approx(
        three.parts("ann")["value_delivered"].sd, rel=1e-3
    )
    traces = thousand.evidence("ann", "value_delivered", 2000)
    assert sum(trace.amount for trace in traces) == pytest.approx(expected, abs=1e-6)


def test_accepting_ones_own_answer_delivers_nothing(score: Score) -> None:
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ann", "accept", 0, on="p1"),
        did("ben", "post", 0, id="p2"),
        did("cam", "accept", 0, on="p2"),
    )

    assert village.value("ann", "value_delivered") == 0


def test_a_sum_below_zero_scores_nothing_and_may_still_be_above_it(score: Score) -> None:
    """Ann was paid 12 and gave 15 back: -3, with squares 144 + 225 = 369.

    The upper end of a sum of 0 would be sqrt 369 / 2 = 9.604686 times the cube of
    1 - 1/4.5 + 1.281552 x sqrt(1/4.5) = 1.381905: 25.3465; 3 less is 22.3465.
    """
    village = score(
        did("ann", "post", 0, id="p1", value=12),
        did("ann", "post", 0, id="p2", value=-15),
        did("ben", "post", 0, value=1),
    )

    part = village.parts("ann")["value_delivered"]

    high = 369**0.5 / 2 * (1 - 1 / 4.5 + 1.2815515655446 * 4.5**-0.5) ** 3 - 3
    assert (part.value, part.score) == (0, 0)
    assert part.sd == pytest.approx(log(1 + high) / log(31) / (2 * 1.2815515655446), abs=1e-9)


def test_a_sum_far_below_zero_is_surely_nothing(score: Score) -> None:
    given_back = [did("ann", "post", 0, id=f"p{number}", value=-15) for number in range(9)]

    village = score(given_back, did("ben", "post", 0, value=1))

    part = village.parts("ann")["value_delivered"]
    assert (part.value, part.score, part.sd) == (0, 0, 0)

"""Contribution, recognition and breadth, worked by hand."""

from math import log

import pytest
from village import Score, did, times


def test_contributions_are_capped_a_day_and_fade(score: Score) -> None:
    """12 posts today count as 10 x 3; a like 180 days ago as 0.5 x 0.5: 30.25 of a target of 150."""
    village = score(
        did("ann", "like", 0, to="ben"),
        times(12, did("ann", "post", 180)),
    )

    part = village.parts("ann")["contribution"]

    assert part.value == pytest.approx(30.25, abs=1e-6)
    assert part.score == pytest.approx(log(31.25) / log(151), abs=1e-7)
    assert len(village.evidence("ann", "contribution")) == 13


def test_the_spread_of_an_amount_is_the_root_of_its_squared_weights(score: Score) -> None:
    """Two posts: x = 6, sum of squares 2 x 9: sd of the score sqrt(18) / (7 ln 151) = 0.120802."""
    village = score(times(2, did("ann", "post", 0)))

    assert village.parts("ann")["contribution"].sd == pytest.approx(18**0.5 / (7 * log(151)), abs=1e-9)


def test_a_contribution_is_recognised_when_somebody_else_answers_within_30_days(score: Score) -> None:
    """Of Ann's three one was liked in time, one by herself, one answered on day 31; Cam's reply by nobody.

    The community: 1 of 4, mean 1.5 / 5 = 0.3: Ann (1 + 1.2) / (3 + 4), Cam (0 + 1.2) / (1 + 4).
    """
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ann", "post", 0, id="p2"),
        did("ann", "post", 0, id="p3"),
        did("ben", "like", 30, on="p1"),
        did("ann", "like", 1, on="p2"),
        did("cam", "reply", 31, on="p3"),
    )

    assert village.rate("ann", "recognition") == (1, 3)
    assert village.value("ann", "recognition") == pytest.approx(2.2 / 7, abs=1e-9)
    assert village.value("cam", "recognition") == pytest.approx(1.2 / 5, abs=1e-9)
    assert [trace.activity_id for trace in village.evidence("ann", "recognition")] == ["p1"]


def test_nobody_can_be_recognised_before_the_contribution_was_made(score: Score) -> None:
    village = score(
        did("ben", "like", 0, on="p1"),
        did("ann", "post", 5, id="p1"),
        did("ben", "like", 6, on="p2"),
        did("ann", "post", 5, id="p2"),
    )

    assert village.rate("ann", "recognition") == (1, 2)


def test_breadth_is_how_many_contributions_were_each_recognised_by_as_many(score: Score) -> None:
    """p1 by three, p2 by two, p3 by one: two of them by at least two. Full marks are ln 11."""
    village = score(
        [did("ann", "post", 0, id=post) for post in ("p1", "p2", "p3")],
        [did(who, "like", 0, on="p1") for who in ("ben", "cam", "dan")],
        [did(who, "like", 0, on="p2") for who in ("ben", "cam")],
        times(9, did("ben", "like", 0, on="p3")),
    )

    part = village.parts("ann")["breadth"]

    assert part.value == 2
    assert part.score == pytest.approx(log(3) / log(11), abs=1e-9)
    assert [trace.amount for trace in village.evidence("ann", "breadth")] == [3, 2, 1]

"""Presence, sustained, tenure and steadiness, worked by hand."""

from math import log

import pytest
from village import Score, did


def weekly(who: str, *weeks: int) -> list[object]:
    return [did(who, "post", 7 * week) for week in weeks]


def test_in_a_young_community_presence_comes_from_the_rulers_table(score: Score) -> None:
    """As of week 5: silent 0 weeks 0.9, 1 week 0.85, 5 weeks 0.5; each with a spread of ten members."""
    village = score(weekly("ann", 5), weekly("ben", 4), weekly("cam", 0))

    assert [village.value(who, "presence") for who in ("ann", "ben", "cam")] == [0.9, 0.85, 0.5]
    assert village.parts("ann")["presence"].sd == pytest.approx((0.9 * 0.1 / 11) ** 0.5, abs=1e-9)


def test_presence_is_how_many_in_the_same_situation_came_back(score: Score) -> None:
    """Ann was active in weeks 0 to 39; as of week 39 the past dates are weeks 26, 13 and 0.

    She was there, and back within 13 weeks, at all three: by recency alone (3 + 0.5) / (3 + 1) = 0.875.
    Now she has 26 active weeks of 26, as at week 26 only: (1 + 10 x 0.875) / (1 + 10) = 0.886364.
    """
    village = score(weekly("ann", *range(40)))

    assert village.rate("ann", "presence") == (9.75, 11)
    assert village.value("ann", "presence") == pytest.approx(0.886363636, abs=1e-9)
    assert len(village.evidence("ann", "presence")) == 26


def test_who_fell_silent_like_those_who_left_is_likely_gone(score: Score) -> None:
    """As of week 26 the past dates are weeks 13 and 0; Ben and Cam were last seen in week 0, Dan in week 13.

    Dan has now been silent for 13 weeks (7 to 14) and was active in one of the last 26, as Ben and Cam
    at week 13: none of the 2 came back. By recency 0.5 / 3, so (0 + 10 x 0.166667) / (2 + 10) = 0.138889.
    Ann is not silent; of the 6 who were not at past dates (all at week 0, Ann and Dan at week 13) 3 came
    back, none as active as she is: (3 + 0.5) / (6 + 1) = 0.5.
    """
    village = score(
        weekly("ann", *range(27)),
        weekly("ben", 0),
        weekly("cam", 0),
        weekly("dan", 0, 13),
    )

    assert village.value("dan", "presence") == pytest.approx(0.138888889, abs=1e-9)
    assert village.value("ann", "presence") == pytest.approx(0.5, abs=1e-9)


def test_sustained_is_the_share_of_active_weeks_since_joining(score: Score) -> None:
    """As of week 3: Ann 3 of 4, Ben 1 of 1; mean 4.5 / 6 = 0.75: (3 + 3) / 8 and (1 + 3) / 5."""
    village = score(weekly("ann", 0, 1, 3), weekly("ben", 3))

    assert village.rate("ann", "sustained") == (3, 4)
    assert village.value("ann", "sustained") == pytest.approx(0.75, abs=1e-9)
    assert village.value("ben", "sustained") == pytest.approx(0.8, abs=1e-9)
    assert len(village.evidence("ann", "sustained")) == 3


def test_sustained_looks_at_the_last_52_weeks_only(score: Score) -> None:
    village = score(weekly("ann", 0, 1, 2, 60))

    assert village.rate("ann", "sustained") == (1, 52)


def test_tenure_counts_the_months_with_an_active_week(score: Score) -> None:
    """Three months with a deed, the first of them with two weeks: ln 4 / ln 37."""
    village = score([did("ann", "post", day) for day in (0, 7, 40, 80)])

    part = village.parts("ann")["tenure"]

    assert part.value == 3
    assert part.score == pytest.approx(log(4) / log(37), abs=1e-9)
    assert len(village.evidence("ann", "tenure")) == 3


def test_an_even_rhythm_is_steady(score: Score) -> None:
    """Eight weeks, two apart: no spread, burstiness -1, so nothing is taken off."""
    village = score(weekly("ann", *range(0, 16, 2)))

    assert village.value("ann", "steadiness") == 1


def test_a_burst_after_a_long_gap_is_less_steady(score: Score) -> None:
    """Gaps 1 x 6 and 9: mean 15/7, sd 2.799417, burstiness 0.656560 / 4.942274 = 0.132846.

    The variance is 4 u^2 (1/2 + u^2) / (7 (1 + u)^4) with u = sd / mean = 1.306395.
    """
    village = score(weekly("ann", *range(7), 15))

    part = village.parts("ann")["steadiness"]

    assert part.value == pytest.approx(0.867154281, abs=1e-6)
    assert part.sd == pytest.approx(0.275776, abs=1e-6)
    assert len(village.evidence("ann", "steadiness")) == 8


def test_seven_active_weeks_are_too_few_for_a_rhythm(score: Score) -> None:
    village = score(weekly("ann", *range(8)), weekly("ben", *range(7)))

    assert "steadiness" in village.parts("ann")
    assert "steadiness" not in village.parts("ben")

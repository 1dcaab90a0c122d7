"""Presence, sustained, tenure and steadiness, worked by hand."""

from math import log

import pytest
from village import Score, did

from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import PresenceRule


def weekly(who: str, *weeks: int) -> list[object]:
    return [did(who, "post", 7 * week) for week in weeks]


def presence_rule(**changes: object) -> Ruler:
    return Ruler(presence=PresenceRule.model_validate(changes))


def test_in_a_young_community_presence_comes_from_the_rulers_table(score: Score) -> None:
    """As of week 5: silent 0 weeks 0.9, 1 week 0.85, 5 weeks 0.5; each with a spread of ten members."""
    village = score(weekly("ann", 5), weekly("ben", 4), weekly("cam", 0))

    assert [village.value(who, "presence") for who in ("ann", "ben", "cam")] == [0.9, 0.85, 0.5]
    assert village.parts("ann")["presence"].sd == pytest.approx((0.9 * 0.1 / 11) ** 0.5, abs=1e-9)


def test_the_rulers_table_is_reckoned_to_another_horizon(score: Score) -> None:
    """The table speaks of 13 weeks, at an even pace: 0.9 within 13 weeks is 1 - 0.1^(3/13) within 3."""
    village = score(weekly("ann", 4, 5), ruler=presence_rule(horizon_weeks=3, history_horizons=3))

    assert village.value("ann", "presence") == pytest.approx(1 - 0.1 ** (3 / 13), abs=1e-9)


def test_presence_is_how_many_in_the_same_situation_came_back(score: Score) -> None:
    """One week ahead, no neighbours; as of week 2, two of the four who came in week 0 were back a week later.

    Seen the same day and active in 1 week: 2 comebacks in 4 weeks; active in 2 weeks: 0 in 2; silent for
    7 days and active in 1 week: 0 in 2. All: 2.5 / 9 = 0.277778.
    Seen the same day: 2 in 6, from (2 + 0.277778) / 7 = 0.325397 to 7 / (6 + 5 / 0.325397) = 0.327625.
    Silent for 7 days: 0 in 2, from 0.277778 / 3 = 0.092593 to 5 / (2 + 5 / 0.092593) = 0.089286.
    Active in 1 week: 2 where 4 x 0.327625 + 2 x 0.089286 = 1.489071 are expected, 7 / 6.489071 = 1.078737.
    Both: 2 where 4 x 0.327625 x 1.078737 = 1.413685 are expected, 7 / 6.413685 = 1.091417 times
    0.327625 x 1.078737 = 0.353421: a chance of 0.385730, known by 2 + 5 comebacks.
    """
    village = score(
        weekly("ann", 0, 1),
        weekly("ben", 0, 1),
        weekly("cam", 0),
        weekly("dan", 0),
        weekly("eve", 2),
        ruler=presence_rule(horizon_weeks=1, nearness=0),
    )

    hits, trials = village.rate("eve", "presence")

    assert hits == 7
    assert trials == pytest.approx(7 / 0.385730, abs=1e-4)
    assert village.told("eve") == (
        "Of 4 members in the same situation, 50 % came back within 1 week "
        "(silent for 0 days, about as active before)."
    )


def test_a_chance_multiplies_the_weeks_without_a_comeback(score: Score) -> None:
    """Nobody ever came back; ann was silent for 2 weeks, ben for 1: 3 weeks, 0.5 / (3 + 1) = 0.125 a week.

    Without neighbours, 0, 7 and 14 days of silence are situations of their own. With a shrinkage of 10^6
    comebacks each of them takes the rate of its silence, which is that of all weeks where nobody else was:
    0 days 0.125 / 3, 7 days 0.125 / 2, beyond 0.125. Cam, last seen today, has 3 weeks ahead of her.
    """
    village = score(
        weekly("ann", 0),
        weekly("ben", 1),
        weekly("cam", 2),
        ruler=presence_rule(horizon_weeks=3, history_horizons=1, nearness=0, shrink_comebacks=1e6),
    )

    expected = 1 - (1 - 0.125 / 3) * (1 - 0.125 / 2) * (1 - 0.125)
    assert village.value("cam", "presence") == pytest.approx(expected, abs=1e-5)


def test_who_fell_silent_like_those_who_left_is_likely_gone(score: Score) -> None:
    """Ann comes every week; Ben and Cam came once and never again, and Dan has been silent for 13 weeks."""
    village = score(weekly("ann", *range(27)), weekly("ben", 0), weekly("cam", 0), weekly("dan", 0, 13))

    assert village.value("dan", "presence") < 0.4
    assert village.value("ann", "presence") > 0.95
    assert len(village.evidence("ann", "presence")) == 27


def test_a_situation_nobody_was_in_says_so(score: Score) -> None:
    village = score(weekly("ann", *range(30)), did("ben", "post", 3))

    assert village.told("ben") == (
        "No past member was in the same situation, after 200 silent days; those next to it give the chance."
    )


def test_the_sentence_names_the_rulers_table_where_it_was_used(score: Score) -> None:
    village = score(weekly("ann", 5), weekly("cam", 0))

    assert village.told("cam") == (
        "Less than 26 weeks of history: the ruler's table says 50 % within 13 weeks after 35 silent days."
    )


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


def test_months_are_those_of_the_calendar(score: Score) -> None:
    """Day 0 is 1 January 2024. Of the week from 29 January on both months count where both saw a deed."""
    village = score(
        [did("ann", "post", day) for day in (0, 10, 20, 30)],
        [did("ben", "post", day) for day in (28, 30, 31, 33, 60)],
        [did("cam", "post", day) for day in (-1, 0)],
    )

    assert {who: village.parts(who)["tenure"].value for who in ("ann", "ben", "cam")} == {
        "ann": 1,
        "ben": 3,
        "cam": 2,
    }
    assert len(village.evidence("ben", "tenure")) == 3


@pytest.mark.parametrize("kind", ["leave", "flag", "remove"])
def test_leaving_and_striking_are_no_active_weeks(score: Score, kind: str) -> None:
    """Ann was active in weeks 0 to 5 and did nothing after but leave, or strike what others wrote."""
    told = [*weekly("ann", *range(6)), *weekly("ben", *range(40)), *weekly("cam", *range(0, 40, 3))]
    idle = [
        did("ann", kind, 7 * week + 1, on=f"ben post None None None {7 * week}") for week in range(20, 39)
    ]

    before, after = score(told), score(told, idle)

    assert after["ann"].active_weeks == before["ann"].active_weeks == 6
    assert (after["ann"].deeds, after["ann"].last_day) == (before["ann"].deeds, before["ann"].last_day)
    for name in ("presence", "sustained", "tenure", "steadiness"):
        assert after.parts("ann").get(name) == before.parts("ann").get(name)


def test_who_only_moderates_is_a_member_without_a_standing(score: Score) -> None:
    village = score(
        weekly("ann", *range(8)),
        [did("mod", "remove", 7 * week + 1, on=f"ann post None None None {7 * week}") for week in range(8)],
    )

    assert (village["mod"].deeds, village["mod"].active_weeks, village["mod"].standing) == (0, 0, None)


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


def test_of_few_in_the_same_situation_it_is_said_that_they_say_little(score: Score) -> None:
    village = score(weekly("ann", 0), weekly("eve", 2), ruler=presence_rule(horizon_weeks=1, nearness=0))

    assert village.told("eve").startswith("Of 1 member in the same situation, ")
    assert village.told("eve").endswith("; so few say little, and those next to it weigh more.")

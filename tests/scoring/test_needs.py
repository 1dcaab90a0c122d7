"""What data must hold for a metric to be scored, and what is said when it does not."""

from typing import Any

import pytest
from village import Score, did, times
from village import score as tell

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage
from kibbutz_cli.model.ruler import MetricRule, Ruler
from kibbutz_cli.scoring.needs import level

POSTS = [did("ann", "post", 0, id="p1"), did("ben", "post", 1, id="p2")]
ONE_SIDED = [*POSTS, did("ben", "reply", 2, on="p1")]
NO_TOPIC = [*POSTS, did("ann", "endorse", 0, to="ben"), did("ben", "endorse", 0, to="ann")]


@pytest.mark.parametrize(
    ("metric", "told", "reason"),
    [
        ("mutual_ties", POSTS, "no deed of one member towards another"),
        ("mutual_ties", ONE_SIDED, "nobody answered back: the export shows one side"),
        ("partners", POSTS, "no deed of one member towards another"),
        ("partners", ONE_SIDED, "nobody answered back: the export shows one side"),
        ("repeat_partners", ONE_SIDED, "nobody answered back: the export shows one side"),
        ("repeat_partners", NO_TOPIC, "no conversation with two voices"),
        ("value_delivered", ONE_SIDED, "no accepted answer, rating or value in the data"),
        ("conduct", ONE_SIDED, "no moderation in the data"),
        ("trust", POSTS, "nobody endorses another member by name"),
        ("trust", ONE_SIDED, "nobody to start trust from: no named anchor, no role, no founder"),
        ("recognition", POSTS, "no answer to, or reaction on, a contribution by name"),
        ("breadth", POSTS, "no answer to, or reaction on, a contribution by name"),
    ],
)
def test_a_metric_that_the_data_cannot_show_is_left_out_with_its_reason(
    score: Score, metric: str, told: list[Any], reason: str
) -> None:
    village = score(told)

    assert village.why_not(metric).startswith(reason)
    assert metric not in village.parts("ann")


def test_what_needs_dates_only_is_always_scored(score: Score) -> None:
    village = score(times(9, did("ann", "post", 0)))

    scored = {metric for metric, reason in village.result.why_not.items() if not reason}
    assert scored == {"contribution", "presence", "sustained", "tenure", "steadiness"}
    assert set(village.parts("ann")) == scored - {"steadiness"}


def test_no_deed_at_all_is_nothing_to_score() -> None:
    with pytest.raises(InputError, match="nothing to score"):
        tell()


def test_a_metric_with_weight_0_is_switched_off(score: Score) -> None:
    ruler = Ruler()
    off = ruler.model_copy(update={"metrics": {**ruler.metrics, "tenure": MetricRule(weight=0)}})

    village = score(POSTS, ruler=off)

    assert village.why_not("tenure") == "switched off by the ruler"
    assert "tenure" not in village.parts("ann")


@pytest.mark.parametrize(
    ("facts", "coverage", "expected"),
    [
        ({"members": 1, "between_members": 0, "reactions": 0}, Coverage.SINGLE, "L0"),
        ({"members": 9, "between_members": 9, "reactions": 0}, Coverage.SINGLE, "L0"),
        ({"members": 9, "between_members": 0, "reactions": 0}, Coverage.COMMUNITY, "L0"),
        ({"members": 9, "between_members": 9, "reactions": 0}, Coverage.ANSWERS, "L1"),
        ({"members": 9, "between_members": 9, "reactions": 0}, Coverage.COMMUNITY, "L2"),
        ({"members": 9, "between_members": 9, "reactions": 1}, Coverage.COMMUNITY, "L3"),
    ],
)
def test_a_level_is_what_the_sources_can_show_and_do_show(
    facts: dict[str, int], coverage: Coverage, expected: str
) -> None:
    assert level(facts, [coverage]) == expected

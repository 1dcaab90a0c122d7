"""A ruler is known by the hash of its numbers, however they are written."""

from typing import Any

import pytest
from pydantic import ValidationError
from scipy import stats

from kibbutz_cli.model.report import Element
from kibbutz_cli.model.ruler import Ruler


def test_whole_numbers_and_fractions_of_the_same_size_have_the_same_hash() -> None:
    whole = Ruler.model_validate({"half_life_days": 180, "elements": dict.fromkeys(Element, 1)})
    fraction = Ruler.model_validate({"half_life_days": 180.0, "elements": dict.fromkeys(Element, 1.0)})

    assert whole.sha256 == fraction.sha256 == Ruler().sha256


def test_a_ruler_written_and_read_again_is_the_same() -> None:
    again = Ruler.model_validate_json(Ruler().model_dump_json())

    assert again == Ruler()
    assert again.sha256 == Ruler().sha256


@pytest.mark.parametrize(
    "change",
    [
        {"half_life_days": 181},
        {"name": "ours"},
        {"version": "2"},
        {"trust": {"damping": 0.8}},
        {"bots": []},
    ],
)
def test_any_change_changes_the_hash(change: dict[str, Any]) -> None:
    assert Ruler.model_validate(change).sha256 != Ruler().sha256


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"half_life": 180}, "Extra inputs"),
        ({"half_life_days": 0}, "greater than 0"),
        ({"dormant_weeks": 10**15}, "less than or equal to 1000000"),
        ({"kinds": {"post": {"weight": 3, "daily_cap": 10**15}}}, "less than or equal to 1000000"),
        ({"half_life_days": float("inf")}, "less than or equal|finite"),
        ({"elements": dict.fromkeys(Element, 0)}, "at least one weight"),
        ({"elements": {"moral": 1}}, "social"),
        ({"ladder": [{"name": "Guest"}]}, "at least 2"),
        ({"ladder": [{"name": "Guest"}, {"name": "Guest"}]}, "same name"),
        (
            {"ladder": [{"name": "Elder", "partners": 8}, {"name": "Sage"}]},
            "first rung, Elder, asks for partners",
        ),
        ({"presence": {"chances": [0.5]}}, "one value more"),
        ({"presence": {"silent_weeks": [1, 1, 3, 7, 15, 31]}}, "must rise"),
        ({"trust": {"damping": 1.5}}, "less than or equal to 1"),
        ({"kinds": {"admire": {"weight": 1}}}, "post"),
        ({"ties": {"tie_cap": 1}}, "greater than or equal to 1.001"),
        ({"evidence": {"interval": 0.95}}, "z 1.2816 does not belong to interval 0.95: expected z 1.96"),
        ({"evidence": {"z": 1.96}}, "z 1.96 does not belong to interval 0.8: expected z 1.2816"),
        ({"evidence": {"interval": 0.95, "z": 1.94}}, "z 1.94 does not belong to interval 0.95"),
        ({"evidence": {"interval": 0, "z": 0.001}}, "greater than 0"),
        ({"evidence": {"interval": 1, "z": 8}}, "less than or equal to 0.9999"),
    ],
)
def test_a_ruler_that_cannot_measure_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Ruler.model_validate(change)


def test_the_first_rung_may_say_of_nothing_in_which_weeks() -> None:
    ladder = [
        {"name": "Guest", "within_weeks": 52, "strong_score": 0.6},
        {"name": "Elder", "lower_bound": 70},
    ]

    assert [rung.name for rung in Ruler.model_validate({"ladder": ladder}).ladder] == ["Guest", "Elder"]


def test_the_interval_and_its_quantile_belong_together() -> None:
    rule = Ruler().evidence

    assert rule.z == pytest.approx(stats.norm.ppf((1 + rule.interval) / 2), abs=1e-12)


@pytest.mark.parametrize(("interval", "z"), [(0.95, 1.96), (0.9, 1.645), (0.99, 2.58), (0.5, 0.67)])
def test_a_quantile_may_be_rounded(interval: float, z: float) -> None:
    ruler = Ruler.model_validate({"evidence": {"interval": interval, "z": z}})

    assert ruler.note.interval == interval


def test_the_default_ruler_is_the_one_that_earlier_reports_name() -> None:
    assert Ruler().sha256.startswith("88b042c7d752")

"""What a metric says of itself is true of the ruler that measures."""

import pytest

from kibbutz_cli.app.about import metric_cards
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring.sentences import filled

QUICK = Ruler.model_validate(
    {
        "recognition_days": 14,
        "forgiveness_days": 30,
        "exchange": {"answer_days": 2, "one_person_openings": 5, "return_days": 1, "newcomer_days": 20},
        "presence": {"horizon_weeks": 1},
    }
)


def said(metric: str, ruler: Ruler) -> str:
    return next(card.says for card in metric_cards(ruler, Config()) if card.name == metric)


@pytest.mark.parametrize(
    ("metric", "default", "quick"),
    [
        ("recognition", "from somebody else within 30 days.", "from somebody else within 14 days."),
        ("replies_received", "else answered within a week; ", "else answered within 2 days; "),
        (
            "replies_received",
            "than all others, but for 3 in any case.",
            "than all others, but for 5 in any case.",
        ),
        ("follow_through", "came back to them within a week: ", "came back to them within 1 day: "),
        ("welcome", "in their first 60 days here; ", "in their first 20 days here; "),
        ("conduct", "are forgiven after half a year.", "are forgiven after 30 days."),
        ("presence", "you are back within 13 weeks: ", "you are back within 1 week: "),
    ],
)
def test_a_metric_names_the_numbers_of_the_ruler(metric: str, default: str, quick: str) -> None:
    assert default in said(metric, Ruler())
    assert quick in said(metric, QUICK)


def test_no_metric_of_ours_has_a_hole_that_nothing_fills() -> None:
    assert [card.name for card in metric_cards(Ruler(), Config()) if "{" in card.says] == []


@pytest.mark.parametrize("text", ["How often {you} say {", "}{answer_days", "{}", "{answer days}", "%s {0}"])
def test_what_is_no_number_of_the_ruler_stays_as_it_is(text: str) -> None:
    assert filled(text, Ruler()) == text

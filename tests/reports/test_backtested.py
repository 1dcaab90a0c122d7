"""The backtest for people: the answers first, then every figure behind them."""

import io

import pytest
from factory import report as community
from rich.console import Console

from kibbutz_cli.model.backtest import (
    BacktestReport,
    Calibration,
    CalibrationBin,
    Difference,
    FittedDate,
    LabelCount,
    Prediction,
    Question,
)
from kibbutz_cli.model.report import Element
from kibbutz_cli.reports.backtest import backtest_markdown, render_backtest


def difference(value, low, high, verdict):
    return Difference(value=value, low=low, high=high, verdict=verdict)


PREDICTIONS = [
    Prediction(
        family="standing",
        name="standing",
        rows=40,
        value=0.81,
        low=0.7,
        high=0.9,
        difference=difference(0.03, 0.01, 0.05, "beats"),
        amount_correlation=0.5,
        brier=0.1234,
    ),
    Prediction(
        family="element",
        name="commitment",
        element=None,
        rows=40,
        value=0.8,
        low=0.7,
        high=0.9,
        difference=difference(0.02, -0.01, 0.05, "cannot be told apart"),
    ),
    Prediction(
        family="metric",
        name="presence",
        element=Element.COMMITMENT,
        rows=30,
        value=0.6,
        low=0.5,
        high=0.7,
        difference=difference(-0.2, -0.3, -0.1, "does not beat"),
        calibration=Calibration(
            brier=0.1,
            error=0.02,
            told=0.5,
            came=0.52,
            bins=[CalibrationBin(low=0.5, high=0.6, rows=30, told=0.5, came=0.52)],
        ),
    ),
    Prediction(family="metric", name="tenure", element=Element.COMMITMENT, rows=40, value=None),
    Prediction(family="metric", name="active_days", element=Element.SOCIAL, rows=40, value=None, brier=0.5),
    Prediction(family="baseline", name="active_days", rows=40, value=0.78, low=0.6, high=0.9, brier=0.14),
]


def backtest(**changes):
    question = Question(
        target="active",
        population="standing",
        asks="active again within 13 weeks",
        measure="auc",
        rows=40,
        members=20,
        positives=1,
        replicates=500,
        best_baseline="active_days",
        answer="The standing beats the best baseline (active days) by 0.03 (0.01 to 0.05).",
        predictions=PREDICTIONS,
    )
    nothing = question.model_copy(
        update={
            "target": "recognised",
            "asks": "recognised",
            "answer": "Nothing to tell apart: nobody was.",
            "predictions": [],
        }
    )
    like = community()
    made = BacktestReport(
        kibbutz="0",
        horizon_weeks=13,
        data_end="2024-06-30T00:00:00Z",
        dates=[
            FittedDate(at="2024-01-01T00:00:00Z", until="2024-04-01T00:00:00Z", members=21, standings=20),
            FittedDate(at="2024-03-31T00:00:00Z", until="2024-06-30T00:00:00Z", members=22, standings=20),
        ],
        ruler=like.ruler,
        sources=like.sources,
        metrics=like.metrics,
        interval=0.95,
        seed=1,
        questions=[question, nothing],
        limits=["It is no promise."],
    )
    return made.model_copy(update=changes)


def drawn(report, width=80, encoding="utf-8"):
    into = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    render_backtest(report, Console(file=into, width=width, highlight=False, markup=False))
    into.flush()
    return [each.rstrip() for each in into.buffer.getvalue().decode(encoding).splitlines()]


def line(lines, start):
    (found,) = [each for each in lines if each.startswith(start)]
    return found


@pytest.mark.parametrize("width", [80, 120])
def test_every_line_fits(width):
    assert max(map(len, drawn(backtest(), width))) <= width


def test_the_answers_stand_first():
    lines = " ".join(each.strip() for each in drawn(backtest())[:5])

    assert lines.startswith(
        "Does it predict what came after, and better than counting? Active again within 13 weeks: "
        "The standing beats the best baseline (active days) by 0.03 (0.01 to 0.05). "
        "Recognised: Nothing to tell apart: nobody was."
    )


def test_every_prediction_is_a_line_with_the_word_for_its_difference():
    lines = drawn(backtest())

    assert line(lines, "Standing").endswith("40  0.81  0.70 to 0.90  +0.03 (+0.01 to +0.05)  beats")
    assert line(lines, "Commitment").split()[-1] == "same"
    assert line(lines, "  presence").split()[1:3] == ["30", "0.60"]
    assert line(lines, "  presence").split()[-1] == "below"
    assert line(lines, "  tenure").split() == ["tenure", "40", "-"]
    assert (
        line(lines, "  active days")
        == "  active days         40  0.78  0.60 to 0.90                          best"
    )


def test_a_wide_terminal_has_room_for_bars_brier_scores_and_amounts():
    standing = line(drawn(backtest(), 120), "Standing").split()

    assert "0.123" in standing
    assert "0.50" in standing
    assert "●" in " ".join(standing)


def test_a_terminal_without_unicode_gets_plain_bars():
    assert "=O" in line(drawn(backtest(), 120, "ascii"), "Standing")


def test_rows_and_members_are_told_apart():
    assert (
        line(drawn(backtest()), "20 members")
        == "20 members with a standing, 40 rows in all; it came 1 time; drawn 500 times"
    )


def test_where_nobody_is_drawn_again_no_interval_is_told_of():
    asked = [each.model_copy(update={"replicates": 0}) for each in backtest().questions]
    lines = drawn(backtest().model_copy(update={"questions": asked}))

    assert [each for each in lines if "drawn" in each] == []


def test_a_chance_is_shown_at_its_word():
    lines = drawn(backtest())

    said = " ".join(lines[lines.index(line(lines, "presence taken at its word")) :][:3])
    assert "told 50%, came 52%; off by 0.020 on average." in said
    assert "Brier 0.100, 0.140 for a curve fitted to the best baseline" in said
    assert line(lines, "  0.5 to 0.6").split() == ["0.5", "to", "0.6", "30", "0.50", "0.52"]


def test_labels_that_mean_nobody_are_named_harmlessly():
    labels = LabelCount(
        labels=3, matched=1, unknown=1, ambiguous=1, first=["line 2: \x1b[2J", "line 3: twin"]
    )

    text = "\n".join(drawn(backtest(labels=labels), 120))

    assert "1 of 3 matched; 1 of several members, 1 unknown (line 2: ␛[2J and line 3: twin)" in text


def test_a_fit_on_all_the_data_has_no_horizon():
    now = FittedDate(at="2024-06-30T00:00:00Z", until="", members=3, standings=2)

    lines = drawn(backtest(dates=[now]))

    assert line(lines, "fitted").endswith("at 2024-06-30, all of the data")
    assert not any(each.startswith("horizon") for each in lines)


def test_a_page_keeps_counting_and_metrics_apart():
    page = backtest_markdown(backtest())

    assert "\n* Recognised: Nothing to tell apart: nobody was.\n" in page
    assert "\n| Standing | 40 | 0.81 | 0.70 to 0.90 | 0.123 | +0.03 (+0.01 to +0.05) | beats |\n" in page
    assert "\n| counting: active days | 40 | 0.78 | 0.60 to 0.90 | 0.140 |  | best |\n" in page
    assert "\n| tenure | 40 |  |  |  |  |  |\n" in page
    assert page.endswith("\n* It is no promise.\n")

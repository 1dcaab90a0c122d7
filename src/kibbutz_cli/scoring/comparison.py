"""Which column of numbers tells best what came after, and whether it beats the best baseline."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from kibbutz_cli.model.backtest import Calibration, CalibrationBin, Difference, Prediction, Verdict
from kibbutz_cli.model.report import Element
from kibbutz_cli.scoring import agreement, resampling
from kibbutz_cli.scoring.hindsight import Key, order
from kibbutz_cli.scoring.resampling import Figure
from kibbutz_cli.scoring.results import number

Measure: TypeAlias = Literal["auc", "spearman"]
Name: TypeAlias = tuple[Key, Key]
"""A figure: the predictor it is of, and the one on whose rows."""

EITHER = 5
"""Members for whom it came, and members for whom it did not, below which nobody is drawn again: few are told
apart by chance, and then every draw tells them apart just the same."""

ORDERED = 10
"""Members in an order below which nobody is drawn again."""


class Sample(NamedTuple):
    """Members at dates: what was known of them, and what came.

    Attributes:
        groups: For each row, the number of its member.
        columns: For each predictor, its value in each row; none where it has no value.
        came: What came: one of two numbers for yes or no, or any numbers of an order.
        amounts: How much came, where that is more than yes or no.
        chances: The predictors that are chances of just this.
    """

    groups: Sequence[int]
    columns: Mapping[Key, Sequence[float | None]]
    came: Sequence[float]
    amounts: Sequence[float] | None = None
    chances: frozenset[Key] = frozenset()


class Compared(NamedTuple):
    """How it was measured, every predictor's figures, the best baseline, and how often was drawn."""

    measure: Measure
    predictions: list[Prediction]
    best: Key | None
    replicates: int


class _Column(NamedTuple):
    """One predictor where it has a value: the rows of the sample, and what stands in them."""

    rows: list[int]
    whole: bool
    values: list[float]

    def of(self, every: Sequence[float]) -> list[float]:
        """Return what another column has in these rows."""
        return [every[row] for row in self.rows]

    def figure(self, measure: Measure, came: Sequence[float]) -> Figure:
        """Return what gives this column's figure, however often each row of the sample counts."""
        way: Callable[[Sequence[float], Sequence[float]], Figure]
        way = agreement.Separation if measure == "auc" else agreement.Concordance
        figure = way(self.values, self.of(came))
        return figure if self.whole else lambda weights: figure([weights[row] for row in self.rows])


def compare(sample: Sample, metrics: Mapping[str, Element], seed: int) -> Compared:
    """Return how every predictor fared, in the order of every report.

    Of two outcomes the larger is the one that came true. The best baseline is chosen on the rows it
    is judged on, which favours it: what beats it does so against the odds.

    Args:
        sample: The rows; at least one.
        metrics: The element of each metric.
        seed: The same seed draws the same members.
    """
    measure: Measure = "auc" if len(set(sample.came)) <= 2 else "spearman"
    if measure == "auc":
        yes = max(sample.came)
        sample = sample._replace(came=[float(each == yes) for each in sample.came])
    columns = _columns(sample, metrics)
    once = [1] * len(sample.came)
    figures: dict[Name, Figure] = {
        (key, key): column.figure(measure, sample.came) for key, column in columns.items()
    }
    points = {name: figure(once) for name, figure in figures.items()}
    best = _best({key: points[key, key] for key in columns})
    if best:
        # A predictor with gaps meets the best baseline on the rows it has a value for.
        gaps = {key: column for key, column in columns.items() if not column.whole}
        rivals = {
            (best, key): _among(columns[best], gap).figure(measure, sample.came) for key, gap in gaps.items()
        }
        points |= {name: figure(once) for name, figure in rivals.items()}
        figures |= rivals
    many = {key for key, column in columns.items() if _many(column, sample, measure)}
    times = resampling.replicates(len(once)) if many else 0
    again = {name: figure for name, figure in figures.items() if name[1] in many}
    draws: dict[Name, list[float | None]] = {name: [] for name in figures}
    draws |= resampling.resampled(again, sample.groups, times, seed)
    predictions = []
    for key, column in columns.items():
        mine = (key, key)
        theirs = (best, best if column.whole else key) if best and key != best else None
        drawn = resampling.interval(draws[mine])
        predictions.append(
            Prediction(
                family=key[0],
                name=key[1],
                element=metrics[key[1]] if key[0] == "metric" else None,
                rows=len(column.rows),
                value=_rounded(points[mine]),
                low=_rounded(drawn.low if drawn else None),
                high=_rounded(drawn.high if drawn else None),
                difference=_difference(points[mine], points[theirs], draws[mine], draws[theirs])
                if theirs
                else None,
                amount_correlation=_amount(column, sample),
                brier=_mapped_brier(column, sample) if measure == "auc" else None,
                calibration=_calibration(column, sample) if key in sample.chances else None,
            )
        )
    return Compared(measure, predictions, best, times)


def _columns(sample: Sample, metrics: Mapping[str, Element]) -> dict[Key, _Column]:
    columns = {}
    for key in order(list(sample.columns), metrics):
        known = [(row, each) for row, each in enumerate(sample.columns[key]) if each is not None]
        if known:
            rows = [row for row, _ in known]
            columns[key] = _Column(rows, len(rows) == len(sample.came), [each for _, each in known])
    return columns


def _many(column: _Column, sample: Sample, measure: Measure) -> bool:
    """Return whether a column knows of so many members that drawing them again can tell anything."""
    known = list(zip(column.of(sample.came), column.of(sample.groups), strict=True))
    if measure == "spearman":
        return len({member for _, member in known}) >= ORDERED
    return all(len({member for came, member in known if came == side}) >= EITHER for side in (0, 1))


def _best(values: Mapping[Key, float | None]) -> Key | None:
    known = {key: value for key, value in values.items() if key[0] == "baseline" and value is not None}
    return max(known, key=lambda key: known[key], default=None)


def _among(column: _Column, other: _Column) -> _Column:
    """Return a column that has no gaps on the rows of another."""
    return _Column(other.rows, False, [column.values[row] for row in other.rows])


def _difference(
    mine: float | None,
    theirs: float | None,
    draws: Sequence[float | None],
    rival: Sequence[float | None],
) -> Difference | None:
    span = resampling.interval(resampling.differences(draws, rival))
    if mine is None or theirs is None or span is None:
        return None
    verdict: Verdict = "cannot be told apart"
    if span.low > 0:
        verdict = "beats"
    elif span.high < 0:
        verdict = "does not beat"
    return Difference(
        value=number(mine - theirs), low=number(span.low), high=number(span.high), verdict=verdict
    )


def _amount(column: _Column, sample: Sample) -> float | None:
    if sample.amounts is None:
        return None
    once = [1] * len(column.rows)
    return _rounded(agreement.Concordance(column.values, column.of(sample.amounts))(once))


def _mapped_brier(column: _Column, sample: Sample) -> float:
    came = column.of(sample.came)
    groups = [sample.groups[row] for row in column.rows]
    return number(agreement.brier(agreement.mapped(column.values, came, groups), came))


def _calibration(column: _Column, sample: Sample) -> Calibration:
    came = column.of(sample.came)
    bins = agreement.calibration(column.values, came)
    return Calibration(
        brier=number(agreement.brier(column.values, came)),
        error=number(agreement.calibration_error(bins)),
        told=number(sum(column.values) / len(came)),
        came=number(sum(came) / len(came)),
        bins=[
            CalibrationBin(
                low=each.low, high=each.high, rows=each.rows, told=number(each.told), came=number(each.came)
            )
            for each in bins
        ],
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else number(value)

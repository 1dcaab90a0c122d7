"""How well one column of numbers agrees with another: AUC, Spearman, Brier, calibration.

Everything takes weights, whole numbers that say how often a row was drawn, so that a bootstrap
replicate costs two passes over rows that were sorted once.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import add, itemgetter, mul
from typing import NamedTuple, TypeAlias

BINS = 10
"""Bins of a calibration table, each a tenth wide."""

FOLDS = 5
"""Parts of a cross-fitted mapping: each part is mapped by a curve learnt on the others."""


Weights: TypeAlias = Sequence[int]
"""How often each row counts."""


class Separation:
    """The AUC of one column: the chance that a row that came true has the larger value.

    Equal values count half. The Mann-Whitney U over the pairs: D. Bamber, Journal of Mathematical
    Psychology 12, 1975. The rows are sorted once; each call takes other weights.
    """

    def __init__(self, values: Sequence[float], came: Sequence[float]) -> None:
        positives = [row for row, each in enumerate(came) if each]
        stayed = sorted((row for row, each in enumerate(came) if not each), key=values.__getitem__)
        lower = [values[row] for row in stayed]
        self._positives = _picker(positives)
        self._stayed = _picker(stayed)
        self._below = _picker([bisect_left(lower, values[row]) for row in positives])
        self._through = _picker([bisect_right(lower, values[row]) for row in positives])

    def __call__(self, weights: Weights) -> float | None:
        """Return 0 to 1, or none where all rows or none came true."""
        came = self._positives(weights)
        sums = [0, *accumulate(self._stayed(weights))]
        pairs = 2 * sum(came) * sums[-1]
        won = sum(map(mul, came, self._below(sums))) + sum(map(mul, came, self._through(sums)))
        return won / pairs if pairs else None


class Concordance:
    """Spearman's correlation of two columns: C. Spearman, American Journal of Psychology 15, 1904.

    Equal values take their average rank. The rows are sorted once; each call takes other weights.
    """

    def __init__(self, left: Sequence[float], right: Sequence[float]) -> None:
        self._left, self._right = _Ranking(left), _Ranking(right)

    def __call__(self, weights: Weights) -> float | None:
        """Return -1 to 1, or none where a column has no spread."""
        mine, theirs = self._left.doubled(weights), self._right.doubled(weights)
        middle = sum(weights) ** 3  # the mean of the doubled ranks is the sum of the weights
        weighed = list(map(mul, weights, mine))
        across = sum(map(mul, weighed, theirs)) - middle
        spread = sum(map(mul, weighed, mine)) - middle
        other = sum(map(mul, map(mul, weights, theirs), theirs)) - middle
        if not spread or not other:
            return None
        # Quotients of whole numbers: a product of two such sums is past what a float holds.
        correlation: float = across / spread * math.sqrt(spread / other)
        return max(-1.0, min(1.0, correlation))


class _Ranking:
    """A column sorted once, so that its ranks under any weights are sums."""

    def __init__(self, values: Sequence[float]) -> None:
        order = sorted(range(len(values)), key=values.__getitem__)
        ordered = [values[row] for row in order]
        self._order = _picker(order)
        self._below = _picker([bisect_left(ordered, value) for value in values])
        self._through = _picker([bisect_right(ordered, value) for value in values])

    def doubled(self, weights: Weights) -> list[int]:
        """Return twice the average rank of each row, less one, when each counts ``weights`` times."""
        sums = [0, *accumulate(self._order(weights))]
        return list(map(add, self._below(sums), self._through(sums)))


class Bin(NamedTuple):
    """One row of a calibration table: chances between ``low`` and ``high``, and what came."""

    low: float
    high: float
    rows: int
    told: float
    came: float


def brier(chances: Sequence[float], came: Sequence[float]) -> float:
    """Return the mean squared distance of chances from what came.

    G. Brier, Verification of Forecasts Expressed in Terms of Probability, Monthly Weather Review 78, 1950.
    """
    return sum((chance - each) ** 2 for chance, each in zip(chances, came, strict=True)) / len(came)


def calibration(chances: Sequence[float], came: Sequence[float]) -> list[Bin]:
    """Return, for each tenth that has rows, the mean chance told and the share that came."""
    rows: list[list[tuple[float, float]]] = [[] for _ in range(BINS)]
    for chance, each in zip(chances, came, strict=True):
        rows[min(BINS - 1, int(chance * BINS))].append((chance, each))
    return [
        Bin(
            number / BINS,
            (number + 1) / BINS,
            len(held),
            sum(chance for chance, _ in held) / len(held),
            sum(each for _, each in held) / len(held),
        )
        for number, held in enumerate(rows)
        if held
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the mean distance between told and came over the bins, by rows.

    M. Naeini, G. Cooper and M. Hauskrecht, Obtaining Well Calibrated Probabilities, AAAI 2015.
    """
    return sum(each.rows * abs(each.told - each.came) for each in bins) / sum(each.rows for each in bins)


def mapped(values: Sequence[float], came: Sequence[float], groups: Sequence[int]) -> list[float]:
    """Return a chance for each row, read off a rising curve learnt on the rows of other groups.

    Isotonic regression, cross-fitted: B. Zadrozny and C. Elkan, KDD 2002. A group is a member, so
    that nobody's chance is learnt from their own other dates.
    """
    levels = sorted(set(values))
    places = [bisect_left(levels, value) for value in values]
    folds = [[row for row, group in enumerate(groups) if group % FOLDS == fold] for fold in range(FOLDS)]
    whole = _tally(places, came, range(len(values)), len(levels))
    chances = [0.0] * len(values)
    for held in folds:
        apart = _tally(places, came, held, len(levels))
        starts, heights = _curve(
            [each - other for each, other in zip(whole[0], apart[0], strict=True)],
            [each - other for each, other in zip(whole[1], apart[1], strict=True)],
        )
        for row in held:
            block = max(0, bisect_right(starts, places[row]) - 1)
            chances[row] = heights[block] if heights else sum(came) / len(came)
    return chances


def _tally(
    places: Sequence[int], came: Sequence[float], rows: Sequence[int], levels: int
) -> tuple[list[float], list[int]]:
    """Return, for each level of the values, for how many of some rows it came, and how many there are."""
    sums, counts = [0.0] * levels, [0] * levels
    for row in rows:
        sums[places[row]] += came[row]
        counts[places[row]] += 1
    return sums, counts


def _curve(sums: Sequence[float], counts: Sequence[int]) -> tuple[list[int], list[float]]:
    """Return at which level each step of the rising curve starts, and its height: pool adjacent violators."""
    starts: list[int] = []
    above: list[float] = []
    below: list[int] = []
    for start, (total, count) in enumerate(zip(sums, counts, strict=True)):
        if not count:
            continue
        first = start
        while below and above[-1] * count >= total * below[-1]:
            total += above.pop()  # noqa: PLW2901 - the step grows by the one before it
            count += below.pop()  # noqa: PLW2901
            first = starts.pop()
        starts.append(first)
        above.append(total)
        below.append(count)
    return starts, [total / count for total, count in zip(above, below, strict=True)]


def _picker(rows: Sequence[int]) -> Callable[[Sequence[int]], tuple[int, ...]]:
    """Return what picks some rows out of a column, at the speed of the interpreter's own loop."""
    if len(rows) > 1:
        return itemgetter(*rows)
    return lambda values: tuple(values[row] for row in rows)  # itemgetter gives a single value bare

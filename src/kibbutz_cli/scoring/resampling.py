"""Intervals by drawing members again: the same draws for every predictor, so that differences are paired.

B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993. A member is drawn with all their
dates: rows of one member are not independent.
"""

import random
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from kibbutz_cli.scoring.agreement import Weights

LEAST = 100
MOST = 500
ROWS = 1_000_000
"""Rows drawn in all replicates together, so long as there are at least ``LEAST`` replicates."""

SURE = 0.95
"""Probability an interval covers."""

Figure: TypeAlias = Callable[[Weights], float | None]
"""What gives a figure for rows that count so many times each."""


Name = TypeVar("Name", bound=Hashable)


class Interval(NamedTuple):
    """The middle ``SURE`` of what the draws gave."""

    low: float
    high: float


def replicates(rows: int) -> int:
    """Return how often to draw: 500 times up to 2,000 rows, 200 times at 5,000, never fewer than 100."""
    return max(LEAST, min(MOST, ROWS // max(1, rows)))


def draws(groups: Sequence[int], times: int, seed: int) -> Iterator[list[int]]:
    """Yield how often each row counts when as many members are drawn as there are, with repetition.

    Args:
        groups: For each row, the number of its member.
        times: How often to draw.
        seed: The same seed draws the same members.
    """
    lots = random.Random(seed)  # noqa: S311 - drawn again in every run, and meant to be
    members = {group: place for place, group in enumerate(dict.fromkeys(groups))}
    rows = [members[group] for group in groups]
    everybody = range(len(members))
    for _ in range(times):
        counts = [0] * len(members)
        for drawn in lots.choices(everybody, k=len(members)):
            counts[drawn] += 1
        yield [counts[row] for row in rows]


def resampled(
    figures: Mapping[Name, Figure], groups: Sequence[int], times: int, seed: int
) -> dict[Name, list[float | None]]:
    """Return every figure of every draw; none where a draw allows no figure."""
    found: dict[Name, list[float | None]] = {name: [] for name in figures}
    for weights in draws(groups, times, seed):
        for name, figure in figures.items():
            found[name].append(figure(weights))
    return found


def interval(values: Sequence[float | None]) -> Interval | None:
    """Return the percentile interval of the draws, or none where fewer than half gave a figure."""
    known = sorted(value for value in values if value is not None)
    if len(known) * 2 < max(2, len(values)):
        return None
    return Interval(_quantile(known, (1 - SURE) / 2), _quantile(known, (1 + SURE) / 2))


def differences(left: Sequence[float | None], right: Sequence[float | None]) -> list[float | None]:
    """Return the difference of two figures, draw by draw."""
    return [
        None if mine is None or theirs is None else mine - theirs
        for mine, theirs in zip(left, right, strict=True)
    ]


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)

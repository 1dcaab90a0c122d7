"""Figures with their bootstrap intervals, and how they are written into a page."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy
from scipy import stats

DRAWS, SEED = 500, 1
Measure = Callable[[numpy.ndarray, numpy.ndarray], float]


class Figure(NamedTuple):
    """One figure of a data set, and what it was to be.

    Attributes:
        what: What was measured.
        who: On whom: people, or rows of people at dates.
        value: The figure.
        low: Lower end of its 95 % interval, if it has one.
        high: Upper end of it.
        target: What was asked for, in words; empty for a baseline or a remark.
        reached: Whether it was reached; None where nothing was asked.
        digits: Places after the point.
    """

    what: str
    who: str
    value: float
    low: float | None = None
    high: float | None = None
    target: str = ""
    reached: bool | None = None
    digits: int = 3

    @property
    def found(self) -> str:
        return f"{self.value:.{self.digits}f}"

    @property
    def line(self) -> str:
        interval = "" if self.low is None else f"{self.low:.{self.digits}f} to {self.high:.{self.digits}f}"
        return f"| {self.what} | {self.who} | {self.found} | {interval} | {self.target} | {self.verdict} |"

    @property
    def verdict(self) -> str:
        return {True: "reached", False: "**missed**", None: ""}[self.reached]

    def at_least(self, least: float) -> "Figure":
        return self._replace(target=f"at least {least:.{self.digits}f}", reached=self.value >= least)

    def below(self, most: float) -> "Figure":
        return self._replace(target=f"below {most:g}", reached=self.value < most)


class Section(NamedTuple):
    """What one data set showed: a title, how it was asked, the figures, and what they say in words."""

    title: str
    asked: str
    figures: list[Figure]
    says: list[str]

    @property
    def text(self) -> str:
        head = "| figure | on | found | 95 % interval | target | |\n| --- | --- | ---: | --- | --- | --- |"
        table = "\n".join([head, *(figure.line for figure in self.figures)])
        return f"## {self.title}\n\n{self.asked}\n\n{table}\n\n" + "\n".join(self.says)


def spearman(found: numpy.ndarray, truth: numpy.ndarray) -> float:
    return float(stats.spearmanr(found, truth).statistic)


def auc(found: numpy.ndarray, truth: numpy.ndarray) -> float:
    yes, no = found[truth == 1], found[truth == 0]
    return float(stats.mannwhitneyu(yes, no).statistic) / (len(yes) * len(no))


def figure(what: str, found: Sequence[float], truth: Sequence[float], measure: Measure = spearman) -> Figure:
    """Return how well numbers tell the truth, with the 95 % interval of drawing people again."""
    drawn = _draws(measure, [found], truth)[0]
    value = measure(numpy.array(found), numpy.array(truth))
    return Figure(what, f"{len(truth):,} people", value, *_ends(drawn))


def difference(what: str, ours: Sequence[float], theirs: Sequence[float], truth: Sequence[float]) -> Figure:
    """Return one Spearman less another, both on the same draws."""
    first, second = _draws(spearman, [ours, theirs], truth)
    here = numpy.array(truth)
    value = spearman(numpy.array(ours), here) - spearman(numpy.array(theirs), here)
    return Figure(what, f"{len(truth):,} people", value, *_ends(first - second))


def _draws(measure: Measure, found: Sequence[Sequence[float]], truth: Sequence[float]) -> list[numpy.ndarray]:
    """Return the figures of each list of numbers on the same draws of people."""
    lots, people = numpy.random.default_rng(SEED), numpy.array(truth)
    columns = [numpy.array(each, dtype=float) for each in found]
    kept: list[list[float]] = []
    while len(kept) < DRAWS:
        drawn = lots.integers(0, len(people), len(people))
        if numpy.ptp(people[drawn]) > 0 and all(numpy.ptp(each[drawn]) > 0 for each in columns):
            kept.append([measure(each[drawn], people[drawn]) for each in columns])
    return list(numpy.array(kept).T)


def _ends(drawn: numpy.ndarray) -> tuple[float, float]:
    low, high = numpy.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


def tied_below(ranked: Mapping[str, float], people: Sequence[str]) -> list[float]:
    """Return everybody's number; who has none shares the last place."""
    last = min(ranked.values()) - 1
    return [ranked.get(person, last) for person in people]

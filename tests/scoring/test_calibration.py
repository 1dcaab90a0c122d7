"""Simulated communities whose truth is known: how often 80 % intervals hold it, and what shrinking saves."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import NamedTuple

import numpy
import pytest
from numpy.random import Generator, default_rng
from village import Deed, did, scored

from kibbutz_cli.database import Row
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring import steps, tables

WORLDS = 40
MONTHS_OF_DECAY = numpy.linspace(0, 365, 366)


class Told(NamedTuple):
    """What the steps say of one member: the score and the ends of its interval."""

    score: float
    low: float
    high: float

    def holds(self, truth: float) -> bool:
        return self.low - 1e-9 <= truth <= self.high + 1e-9


@contextmanager
def estimated(
    measures: Sequence[Row], metrics: Sequence[Row], members: int
) -> Iterator[dict[tuple[str, int], Told]]:
    """Give what the steps of the pipeline make of measures."""
    with closing(DuckDB(threads=1)) as engine:
        tables.create_ruler(engine, Ruler(), tables.Span(0, tables.FAR_PAST, tables.FAR_FUTURE))
        tables.create(engine, "members", "member integer", [(member,) for member in range(members)])
        tables.create(
            engine, "peers", "member integer, close integer", [(each, 1) for each in range(members)]
        )
        tables.create_metrics(engine, metrics)
        engine.append("measures", measures)
        for step in ("rates", "paces", "estimates"):
            engine.execute(f"create table {step} as\n{steps.text(step)}")
        rows = engine.rows("select metric, member, score, low, high from estimates")
        yield {
            (str(metric), int(member or 0)): Told(*(float(each or 0) for each in told))
            for metric, member, *told in rows
        }


def geometric(lots: Generator, members: int) -> "numpy.typing.NDArray[numpy.int64]":
    return lots.geometric(1 / 8, members)


def thin(lots: Generator, members: int) -> "numpy.typing.NDArray[numpy.int64]":
    return lots.integers(1, 6, members)


def heavy(lots: Generator, members: int) -> "numpy.typing.NDArray[numpy.int64]":
    """Most have one or two trials, few have hundreds: a power law."""
    return numpy.minimum(400, numpy.ceil(lots.pareto(1.2, members) + 1e-9)).astype(numpy.int64)


SHAPES = {
    "15 members, the fallback fits": (15, geometric, 1.2, 2.8),
    "15 members, thin": (15, thin, 2, 3),
    "60 members, wide": (60, geometric, 2, 2),
    "60 members, thin": (60, thin, 3, 9),
    "60 members, power law": (60, heavy, 3, 9),
    "60 members, near 0": (60, heavy, 0.5, 9.5),
    "60 members, near 1": (60, geometric, 19, 1),
    "600 members, wide": (600, geometric, 2, 2),
    "600 members, thin": (600, thin, 3, 9),
    "600 members, power law": (600, heavy, 3, 9),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_interval_of_a_rate_holds_the_true_rate_four_times_in_five(
    shape: tuple[int, object, float, float],
) -> None:
    """And on thin data, up to 5 trials, the shrunk mean has at most half the squared error of the raw one."""
    members, trials_of, a, b = shape
    lots = default_rng(4)
    assert callable(trials_of)
    truths = lots.beta(a, b, (WORLDS, members))
    trials = numpy.array([trials_of(lots, members) for _ in range(WORLDS)])
    hits = lots.binomial(trials, truths)
    measures: list[Row] = [
        (
            f"world {world}",
            "rate",
            member,
            None,
            None,
            float(hits[world, member]),
            float(trials[world, member]),
        )
        for world in range(WORLDS)
        for member in range(members)
    ]
    metrics: list[Row] = [(f"world {world}", "social", "rate", "", 1.0, 1.0, 1) for world in range(WORLDS)]

    with estimated(measures, metrics, members) as told:
        each = [[told[f"world {world}", member] for member in range(members)] for world in range(WORLDS)]
        held = [
            one.holds(truth)
            for line, true in zip(each, truths, strict=True)
            for one, truth in zip(line, true, strict=True)
        ]
        scores = numpy.array([[one.score for one in line] for line in each])

    few = trials <= 5
    shrunk, raw = ((guess - truths)[few] ** 2 for guess in (scores, hits / trials))
    assert 0.75 <= numpy.mean(held) <= 0.85
    assert shrunk.mean() <= 0.5 * raw.mean()


@pytest.mark.parametrize(
    ("mean", "spread", "upper"),
    [(3.0, 1.0, 0.85), (20.0, 0.1, 0.85), (1.0, 0.8, 0.9), (60.0, 0.2, 0.95)],
    ids=["few", "many", "hardly any", "saturated"],
)
def test_the_interval_of_an_amount_holds_the_true_intensity(mean: float, spread: float, upper: float) -> None:
    """Deeds come by Poisson, weigh 0.5 to 3 and fade; members differ by a gamma.

    Where most have none or one, or full marks, truth and interval meet in one point: more than 85 % hold.
    """
    lots, members, target = default_rng(5), 1500, 60.0
    intensities = lots.gamma(1 / spread**2, mean * spread**2, members)
    weights, decays = numpy.array([3, 3, 2, 1, 0.5]), 2 ** (-MONTHS_OF_DECAY / 180)
    worths = [lots.choice(weights, count) * lots.choice(decays, count) for count in lots.poisson(intensities)]
    truths = numpy.minimum(1, numpy.log1p(intensities * weights.mean() * decays.mean()) / numpy.log1p(target))
    measures: list[Row] = [
        ("amount", "amount", member, float(worth.sum()), float(worth @ worth), None, None)
        for member, worth in enumerate(worths)
        if worth.size
    ]

    with estimated(measures, [("amount", "social", "amount", "", 1.0, target, 1)], members) as told:
        held = [told["amount", member].holds(truth) for member, truth in enumerate(truths)]

    assert 0.75 <= numpy.mean(held) <= upper


def lives(
    lots: Generator,
    pace: "numpy.typing.NDArray[numpy.float64]",
    liking: "numpy.typing.NDArray[numpy.float64]",
) -> list[Deed]:
    """Return a year of a community: each acts at a pace, and answers those of the last fortnight it likes."""
    moments = sorted(
        (day, who) for who, each in enumerate(pace) for day in lots.uniform(0, 364, lots.poisson(each * 52))
    )
    told: list[Deed] = []
    open_posts: list[tuple[float, int, str]] = []
    for number, (day, who) in enumerate(moments):
        open_posts = [post for post in open_posts if post[0] > day - 14]
        chances = numpy.array([0.0 if post[1] == who else liking[who, post[1]] for post in open_posts])
        kind, about = "post", None
        if len(open_posts) >= 3 and chances.sum() and lots.random() > 0.35:
            kind = str(lots.choice(["reply", "like", "accept"], p=[0.6, 0.3, 0.1]))
            about = open_posts[lots.choice(len(open_posts), p=chances / chances.sum())][2]
        told.append(did(f"m{who}", kind, float(day) + 1e-4, id=f"d{number}", on=about))
        if kind in ("post", "reply"):
            open_posts.append((day, who, f"d{number}"))
    return told


def test_the_interval_of_a_standing_holds_what_the_same_people_have_on_average() -> None:
    """Four communities of 15, two slow and two lively, live the same year 6 times; all are counted together.

    The truth is the mean log of a member's standings; as each year is part of that mean, its distance from
    it is drawn out by sqrt(6 / 5).
    """
    lots, people, years = default_rng(7), 15, 6
    held: list[bool] = []
    for deeds_a_week in (1, 2, 1, 2):
        pace = deeds_a_week * lots.lognormal(-0.32, 0.8, people)
        liking = lots.gamma(0.3, 1, (people, people)) * lots.gamma(2, 0.5, people)
        lived: dict[str, list[Told]] = defaultdict(list)
        for _ in range(years):
            with scored(lives(lots, pace, liking), as_of=365) as village:
                for report in village.members.values():
                    if report.standing:
                        ends = (report.standing.value, report.standing.low, report.standing.high)
                        lived[report.member].append(Told(*ends))
        for told in lived.values():
            if len(told) == years:
                logs = numpy.log([each.score for each in told])
                truths = numpy.exp(logs + (logs.mean() - logs) * (years / (years - 1)) ** 0.5)
                held += [one.holds(truth) for one, truth in zip(told, truths, strict=True)]

    assert len(held) >= 200
    assert 0.75 <= numpy.mean(held) <= 0.85

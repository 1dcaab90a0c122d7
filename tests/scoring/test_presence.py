"""Presence against a walk through all weeks, the curve of Kaplan and Meier, and what came after in life."""

import csv
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from village import Village, did, lively, scored

from budget import examples
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.model.activity import DAY_US
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import PresenceRule
from kibbutz_cli.scoring import metric, steps, tables

SHARED = Path(__file__).resolve().parents[3] / "shared"
WEEK_US = 7 * DAY_US


def step(steps: float, count: float) -> int:
    """Return the place of a count of one or more on a scale of so many steps to a doubling."""
    return math.floor(steps * math.log2(count) + 1e-9)


class Walk:
    """The weekly rates of coming back, found by walking through every week of every member."""

    def __init__(self, deeds: dict[int, list[int]], now: int, rule: PresenceRule) -> None:
        self.rule = rule
        self.deeds = {member: sorted(now - us for us in times) for member, times in deeds.items()}
        self.weeks: Counter[tuple[int, int]] = Counter()
        self.comebacks: Counter[tuple[int, int]] = Counter()
        for member, ages in self.deeds.items():
            for date in range(1, max(ages) // WEEK_US + 1):
                here = self.situation(member, date)
                self.weeks[here] += 1
                self.comebacks[here] += any(age // WEEK_US == date - 1 for age in ages)
        self.rate = sum(self.comebacks.values()) + 0.5
        self.rate /= sum(self.weeks.values()) + 1

    def situation(self, member: int, date: int, ahead: int = 0) -> tuple[int, int]:
        """Return the situation so many weeks ago, or a while later if the silence had gone on."""
        seen = [age for age in self.deeds[member] if age // WEEK_US >= date]
        visits = {age // WEEK_US for age in seen}
        faded = sum(2 ** ((min(visits) - week) / self.rule.half_life_weeks) for week in visits)
        silent = (min(seen) // DAY_US) - 7 * date + 7 * ahead
        return step(self.rule.steps, 1 + silent), step(self.rule.steps, faded)

    def summed(self, counts: dict[tuple[int, int], float], near: float, **at: int) -> float:
        """Return counts with their neighbours, on the axes that are named."""
        axes = {"silence": 0, "activity": 1}
        return sum(
            count * math.prod(near ** abs(cell[axes[axis]] - place) for axis, place in at.items())
            for cell, count in counts.items()
        )

    def by_silence(self, silence: int) -> float:
        near, shrink = self.rule.nearness, self.rule.shrink_comebacks
        far = (self.summed(self.comebacks, near**0.5, silence=silence) + self.rate) / (
            self.summed(self.weeks, near**0.5, silence=silence) + 1
        )
        return (self.summed(self.comebacks, near, silence=silence) + shrink) / (
            self.summed(self.weeks, near, silence=silence) + shrink / far
        )

    def weekly(self, silence: int, activity: int) -> float:
        near, shrink = self.rule.nearness, self.rule.shrink_comebacks
        if not hasattr(self, "expected"):
            rates = {one: self.by_silence(one) for one in {cell[0] for cell in self.weeks}}
            self.first = {cell: count * rates[cell[0]] for cell, count in self.weeks.items()}
            ratios = {one: self.ratio(one) for one in {cell[1] for cell in self.weeks}}
            self.expected = {cell: count * ratios[cell[1]] for cell, count in self.first.items()}
        here = {"silence": silence, "activity": activity}
        alike = self.summed(self.comebacks, near, **here) + shrink
        alike /= self.summed(self.expected, near, **here) + shrink
        return min(0.99, self.by_silence(silence) * self.ratio(activity) * alike)

    def ratio(self, activity: int) -> float:
        near, shrink = self.rule.nearness, self.rule.shrink_comebacks
        seen = self.summed(self.comebacks, near, activity=activity) + shrink
        return seen / (self.summed(self.first, near, activity=activity) + shrink)

    def chance(self, member: int) -> float:
        ahead = (self.situation(member, 0, week) for week in range(self.rule.horizon_weeks))
        return 1 - math.prod(1 - self.weekly(*situation) for situation in ahead)


def presence(village: Village) -> dict[int, float]:
    return dict(village.rows("select member, hits / trials from measures where metric = 'presence'"))


@pytest.mark.parametrize("horizon", [1, 3, 13])
def test_presence_is_what_a_walk_through_every_week_finds(horizon: int) -> None:
    rule = PresenceRule(horizon_weeks=horizon)
    with scored(lively(7, 40, 500), ruler=Ruler(presence=rule)) as village:
        deeds: dict[int, list[int]] = defaultdict(list)
        for member, us in village.rows("select member, ts_us from deeds"):
            deeds[member].append(us)
        peers = {member for (member,) in village.rows("select member from peers")}
        everybody = Walk(deeds, village.result.span.as_of_us, rule)
        known = Walk({member: deeds[member] for member in peers}, village.result.span.as_of_us, rule)

        found = presence(village)

        assert len(found) == len(deeds) == 40 > len(peers) > 1
        for member, chance in found.items():
            walk = known if member in peers else everybody
            assert chance == pytest.approx(walk.chance(member), abs=1e-6)


def test_without_shrinking_and_neighbours_a_newcomers_chance_is_the_kaplan_meier_curve() -> None:
    """Who came back did so after a whole number of weeks; up to 7 silent weeks no two share a situation."""
    lots = random.Random(3)
    told, gaps, open_ends = [did("newcomer", "post", 210)], [], []
    for number in range(300):
        start, gap = 7 * lots.randrange(28), 7 * min(40, 1 + int(lots.expovariate(0.08)))
        told.append(did(f"m{number}", "post", start))
        if start + gap <= 210:
            told.append(did(f"m{number}", "post", start + gap))
        (gaps if start + gap <= 210 else open_ends).append(min(gap, 210 - start) / 7)
    curve = stats.ecdf(stats.CensoredData(uncensored=gaps, right=open_ends)).sf
    rule = PresenceRule(horizon_weeks=8, nearness=0, shrink_comebacks=1e-6)

    with scored(told, ruler=Ruler(presence=rule)) as village:
        assert village.value("newcomer", "presence") == pytest.approx(1 - curve.evaluate(8), abs=1e-5)


@examples(3)
@given(st.integers(0, 10**6))
def test_where_nobody_comes_any_more_nobodys_chance_rises_with_time(seed: int) -> None:
    told = lively(seed, 12, 120, days=300)
    with scored(told, as_of=300) as sooner, scored(told, as_of=650) as later:
        after = presence(later)
        assert all(after[member] <= chance for member, chance in presence(sooner).items())


def test_a_chance_known_by_three_times_the_comebacks_is_surer() -> None:
    """The hits are the comebacks in and around the situation, and the 5 of the wider rates."""
    told = lively(5, 20, 400)
    triplets = [
        one._replace(who=one.who + twin, id=one.key + twin, on=None) for one in told for twin in "abc"
    ]
    with scored(told) as village, scored(triplets) as town:
        for name in village.names:
            alone, together = village.parts(name)["presence"], town.parts(f"{name}a")["presence"]
            assert together.hits == pytest.approx(3 * ((alone.hits or 0) - 5) + 5, abs=1e-4)
            assert together.sd < alone.sd


class Seen(NamedTuple):
    """When somebody did something, in microseconds."""

    member: str
    us: int


def college() -> list[Seen]:
    lines = (SHARED / "truth/collegemsg/CollegeMsg.txt").read_text().splitlines()[1:]
    return [Seen(line.split()[0], int(line.split()[2]) * 1_000_000) for line in lines]


def bitcoin() -> list[Seen]:
    with (SHARED / "truth/bitcoin-alpha/soc-sign-bitcoinalpha.csv").open() as file:
        return [Seen(row["Source"], int(float(row["Time"]) * 1e6)) for row in csv.DictReader(file)]


def package_list() -> list[Seen]:
    """Return who wrote when, by the line above every message; 2026 is not over."""
    seen = []
    for file in sorted((SHARED / "exports/mbox/r-package-devel").glob("*.txt")):
        text = file.read_text(encoding="utf-8", errors="replace")
        for name, date in re.findall(r"^From: .*\((.+)\)\nDate: (.+)$", text, flags=re.MULTILINE):
            us = int(parsedate_to_datetime(date).timestamp() * 1e6)
            if datetime(2015, 4, 1, tzinfo=UTC).timestamp() * 1e6 < us:
                seen.append(Seen(name.casefold(), us))
    return seen


def chances(past: Iterable[Seen], as_of: int, horizon: int) -> dict[str, float]:
    """Return everybody's presence at a moment, from what lies before it."""
    rule = Ruler(presence=PresenceRule(horizon_weeks=horizon))
    members = {name: number for number, name in enumerate(sorted({one.member for one in past}))}
    query = next(one.query for one in metric.registered() if one.name == "presence")
    with DuckDB(threads=1) as db:
        tables.create_ruler(db, rule, tables.Span(as_of, tables.FAR_PAST, tables.FAR_FUTURE))
        deeds = [(members[one.member], one.us, 1) for one in past]
        tables.create(db, "deeds", "member integer, ts_us bigint, active tinyint", deeds)
        tables.create(db, "peers", "member integer", [])
        for name in ("visits", "histories", "situations", "returns"):
            db.execute(f"create table {name} as {steps.text(name)}")
        found = {int(row[0] or 0): row for row in db.rows(f"select member, hits / trials from ({query})")}
        return {name: float(found[number][1] or 0) for name, number in members.items()}


class Trial(NamedTuple):
    """What was foretold at many dates, what came, and what recency and fading weeks say."""

    chance: list[float]
    came: list[bool]
    recency: list[float]
    fading: list[float]


def tried(seen: list[Seen], horizon: int, first: int, every: int) -> Trial:
    """Foretell at dates ``every`` weeks apart, from week ``first`` on, while a whole horizon follows."""
    trial = Trial([], [], [], [])
    start, end = min(one.us for one in seen), max(one.us for one in seen)
    for as_of in range(start + first * WEEK_US, end - horizon * WEEK_US, every * WEEK_US):
        past = [one for one in seen if one.us <= as_of]
        after = {one.member for one in seen if as_of < one.us <= as_of + horizon * WEEK_US}
        ages: dict[str, list[int]] = defaultdict(list)
        for one in past:
            ages[one.member].append(as_of - one.us)
        for member, chance in chances(past, as_of, horizon).items():
            trial.chance.append(chance)
            trial.came.append(member in after)
            trial.recency.append(-min(ages[member]))
            weeks = {age // WEEK_US for age in ages[member]}
            trial.fading.append(sum(2 ** (-week / horizon) for week in weeks))
    return trial


def auc(values: list[float], came: list[bool]) -> float:
    """Return the share of pairs in which who came back stood higher; half for a draw."""
    yes = [value for value, back in zip(values, came, strict=True) if back]
    no = [value for value, back in zip(values, came, strict=True) if not back]
    return float(stats.mannwhitneyu(yes, no).statistic) / (len(yes) * len(no))


def calibration_error(values: list[float], came: list[bool]) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    bins: dict[int, list[float]] = defaultdict(list)
    for value, back in zip(values, came, strict=True):
        bins[min(9, int(10 * value))].append(value - back)
    return sum(abs(sum(each)) for each in bins.values()) / len(values)


class Community(NamedTuple):
    """Whom to look at, when, and how near presence must come to the baselines."""

    seen: Callable[[], list[Seen]]
    horizon: int
    first: int
    every: int
    margin: float
    error: float


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real communities are not beside this checkout")
@pytest.mark.parametrize(
    "community",
    [
        pytest.param(Community(package_list, 13, 52, 60, 0.002, 0.015), id="R package mailing list"),
        pytest.param(Community(bitcoin, 13, 52, 52, 0.002, 0.02), id="Bitcoin Alpha"),
        pytest.param(Community(college, 3, 9, 3, 0.01, 0.03), id="CollegeMsg"),
    ],
)
def test_in_real_communities_presence_tells_who_comes_back(community: Community) -> None:
    """Few dates, to be quick: over all of them the error is about half (docs/validation.md)."""
    trial = tried(community.seen(), community.horizon, community.first, community.every)

    found = auc(trial.chance, trial.came)
    assert found >= auc(trial.recency, trial.came) - community.margin
    assert found >= auc(trial.fading, trial.came) - community.margin
    assert calibration_error(trial.chance, trial.came) < community.error

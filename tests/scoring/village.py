"""A village of deeds told in a test, entered as real data are, and scored: ``score(did("ann", "post", 0))``.

Day 0 is Monday, 1 January 2024; deeds happen at noon UTC unless the day has a fraction.
"""

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from typing import Any, NamedTuple, Protocol, Self, TypeAlias

from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.ledger import Ledger
from kibbutz_cli.model.activity import Activity, Clock, Coverage, Kind, Origin, Outcome, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.report import ElementScore, MemberReport, Part, Standing
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.scoring import evidence, lookup, metric, pipeline, results, situation
from kibbutz_cli.scoring.metric import Metric

MONDAY = 19_723
DAY_US = 86_400_000_000
ORIGIN = Origin(path="village.csv", reader="village", coverage=Coverage.COMMUNITY)
PLATFORM = "village"


class Deed(NamedTuple):
    """One line of a village's chronicle; what is not said has the value of an ordinary deed."""

    who: str
    kind: str
    day: float | None
    to: str | None = None
    on: str | None = None
    thread: str | None = None
    id: str | None = None
    value: float | None = None
    visibility: Any = "public"
    role: str | None = None
    name: str | None = None
    clock: Clock = Clock.EXACT
    derived: bool = False
    text_len: int = 0
    text_print: int | None = None
    platform: str = PLATFORM
    to_name: str | None = None
    coverage: Coverage | None = None

    @property
    def key(self) -> str:
        return self.id or f"{self.who} {self.kind} {self.to} {self.on} {self.thread} {self.day}"

    def activity(self, position: int, origin: Origin = ORIGIN) -> Activity:
        if self.coverage:
            origin = origin.model_copy(update={"coverage": self.coverage})
        return Activity(
            activity_id=self.key,
            platform=self.platform,
            actor=member_id(self.who, self.platform),
            actor_name=self.name,
            kind=Kind(self.kind),
            object_id=self.on,
            target=member_id(self.to, self.platform) if self.to else None,
            target_name=self.to_name,
            thread_id=self.thread,
            ts_us=None if self.day is None else moment(self.day),
            clock=self.clock,
            text_len=self.text_len,
            text_print=self.text_print,
            value=self.value,
            role=self.role,
            visibility=self.visibility,
            origin=origin,
            position=position,
            derived=self.derived,
        )


Told: TypeAlias = Deed | Rejection


def did(who: str, kind: str, day: float | None, **more: Any) -> Deed:
    """Return a deed: ``did("ben", "reply", 3, to="ann", on="p1")``."""
    return Deed(who, kind, day, **more)


def times(count: int, deed: Deed) -> list[Deed]:
    """Return so many deeds that differ in nothing but their ids."""
    return [deed._replace(id=f"{deed.key} no. {number}") for number in range(count)]


def member_id(name: str, platform: str = PLATFORM) -> str:
    """Return the id of a member called so; a name with a colon is an id already."""
    return name if ":" in name else f"{platform}:{name}"


def moment(day: float) -> int:
    """Return the microsecond of a day of the chronicle; a whole day means noon."""
    return round((MONDAY + day + (0.5 if float(day).is_integer() else 0)) * DAY_US)


def enter(engine: DuckDB, told: Iterable[Told], coverage: Coverage = Coverage.COMMUNITY) -> Ledger:
    """Enter the chronicle into a new ledger, one record after the other."""
    ledger = Ledger(engine)
    budget = Budget(Limits(), ORIGIN.path)
    origin = ORIGIN.model_copy(update={"coverage": coverage})
    ledger.enter(_outcomes(told, budget, origin), budget, "village", lambda *_: None)
    return ledger


def _outcomes(told: Iterable[Told], budget: Budget, origin: Origin) -> Iterator[Outcome]:
    for position, one in enumerate(told, start=1):
        if not (isinstance(one, Deed) and one.derived):
            budget.record()
        yield one.activity(position, origin) if isinstance(one, Deed) else one


@cache
def all_metrics() -> tuple[Metric, ...]:
    """Return the metrics we ship."""
    return tuple(metric.registered())


class Village:
    """A scored chronicle that answers for its members by their short names."""

    def __init__(
        self, engine: DuckDB, told: Iterable[Told], plan: pipeline.Plan, coverage: Coverage, settled: bool
    ) -> None:
        self.engine = engine
        self.ruler = plan.ruler
        self.ledger = enter(engine, told, coverage)
        if settled:
            self.ledger.settle()
        self.result = pipeline.run(engine, plan)
        lookup.choose(engine, None, [])

    @cached_property
    def members(self) -> dict[str, MemberReport]:
        return {report.member: report for report in results.members(self.engine)}

    @property
    def names(self) -> list[str]:
        return [member.removeprefix(f"{PLATFORM}:") for member in self.members]

    @property
    def excluded(self) -> dict[str, int]:
        return self.result.excluded

    @property
    def anchors(self) -> dict[str, str]:
        rows = self.engine.rows(
            "select p.person_key, a.source from anchors as a inner join people as p on p.person = a.member"
        )
        return {str(key).removeprefix(f"{PLATFORM}:"): str(source) for key, source in rows}

    def __getitem__(self, who: str) -> MemberReport:
        return self.members[who if who in self.members else member_id(who)]

    def standing(self, who: str) -> Standing:
        standing = self[who].standing
        assert standing is not None, self[who].unscored
        return standing

    def element(self, who: str, name: str) -> ElementScore:
        return next(element for element in self[who].elements if element.element == name)

    def parts(self, who: str) -> dict[str, Part]:
        return {part.metric: part for element in self[who].elements for part in element.parts}

    def value(self, who: str, metric: str) -> float:
        return self.parts(who)[metric].value

    def rate(self, who: str, metric: str) -> tuple[float | None, float | None]:
        part = self.parts(who)[metric]
        return part.hits, part.trials

    def why_not(self, metric: str) -> str:
        return self.result.why_not[metric]

    def gates(self, who: str) -> dict[str, tuple[float | None, bool]]:
        return {gate.name: (gate.has, gate.met) for gate in self[who].status.gates}

    def evidence(self, who: str, metric: str, limit: int = 100) -> list[evidence.Trace]:
        evidence.ask(self.engine, lookup.find(self.engine, self[who].member))
        return evidence.of(
            self.engine, next(one for one in all_metrics() if one.name == metric), limit
        ).traces

    def told(self, who: str) -> str:
        """Return the sentence that stands behind ``presence``."""
        evidence.ask(self.engine, lookup.find(self.engine, self[who].member))
        return situation.sentence(self.engine)

    def rows(self, query: str) -> list[Any]:
        return list(self.engine.rows(query))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.close()


def score(
    *told: Told | Iterable[Told],
    as_of: float | None = None,
    since: float | None = None,
    until: float | None = None,
    threads: int = 1,
    ruler: Ruler | None = None,
    **config: Any,
) -> Village:
    """Score a chronicle; deeds are given one by one or as lists.

    By key: the configuration, the coverage, and whether the ledger is settled, as it is unless told.
    """
    settled = config.pop("settled", True)
    coverage = config.pop("coverage", Coverage.COMMUNITY)
    rows = [one for each in told for one in ([each] if isinstance(each, Deed | Rejection) else each)]
    window = pipeline.Window(*(None if day is None else moment(day) for day in (as_of, since, until)))
    plan = pipeline.Plan(ruler or Ruler(), Config.model_validate(config), all_metrics(), window)
    engine = DuckDB(threads=threads)
    try:
        return Village(engine, rows, plan, coverage, settled)
    except BaseException:
        engine.close()
        raise


class Score(Protocol):
    """The fixture ``score``: the function of the same name, with its engines closed after the test."""

    def __call__(self, *told: Any, **how: Any) -> Village: ...


@contextmanager
def scored(*told: Told | Iterable[Told], **how: Any) -> Iterator[Village]:
    """Score a chronicle and close the engine at the end."""
    with score(*told, **how) as village:
        yield village


Line: TypeAlias = tuple[str, str, int, int | None]


def chronicle(lines: Iterable[Line]) -> list[Deed]:
    """Return deeds from lines (who, kind, day, number of an earlier deed it is about, or none)."""
    return [
        did(who, kind, day, id=f"d{number}", on=None if about is None else f"d{about}")
        for number, (who, kind, day, about) in enumerate(lines)
    ]


def lively(seed: int, people: int, deeds: int, days: int = 400) -> list[Deed]:
    """Return a chronicle by lot, in the order of its days: some speak more, and most answer something."""
    lots = random.Random(seed)
    names = [f"m{number:03d}" for number in range(people)]
    weights = [1 / (1 + number) for number in range(people)]
    lines: list[Line] = []
    for number, day in enumerate(sorted(lots.randrange(days) for _ in range(deeds))):
        kind = lots.choice(["post", "reply", "reply", "like", "like", "reshare", "accept"])
        about = None if kind == "post" or not number else lots.randrange(max(0, number - 60), number)
        lines.append((lots.choices(names, weights)[0], "post" if about is None else kind, day, about))
    return chronicle(lines)

"""Fit at a date on nothing but what came before, and look up what came after."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple, TypeAlias

from kibbutz_cli.database import Database, Value
from kibbutz_cli.errors import InputError
from kibbutz_cli.model.backtest import Family
from kibbutz_cli.model.report import Element
from kibbutz_cli.scoring import pipeline, steps, tables
from kibbutz_cli.scoring.results import integer

Key: TypeAlias = tuple[Family, str]
"""A predictor: its family and its name."""

STANDING: Key = ("standing", "standing")

_FAMILIES: dict[str, Family] = {"element": "element", "metric": "metric", "baseline": "baseline"}
_LABELS = "line integer, word varchar, label double"


class Fit(NamedTuple):
    """What was known of the members at a moment.

    Attributes:
        members: The ids of all members, in order.
        values: For each predictor, its value for those members that have one.
        with_standing: The members whose evidence is enough for a standing.
        why_not: For each metric, why it was not scored; empty if it was.
        labels: The label of each member that has one.
        unmatched: Lines of labels that mean nobody, and of labels that mean several.
    """

    members: list[str]
    values: dict[Key, dict[str, float]]
    with_standing: frozenset[str]
    why_not: dict[str, str]
    labels: dict[str, float]
    unmatched: tuple[list[int], list[int]]


class Told(NamedTuple):
    """A label as it stands in a file."""

    line: int
    member: str
    label: float


class After(NamedTuple):
    """What a member did after: weeks active, and deeds that another member recognised."""

    active: int
    recognised: int


class Past(NamedTuple):
    """One date: what was known, and what came until when; no end where only labels are asked about."""

    at: int
    until: int | None
    fit: Fit
    after: Mapping[str, After]


def fit(
    db: Database,
    plan: pipeline.Plan,
    labels: Sequence[Told] = (),
    heard: pipeline.Heard = lambda _: None,
    file: str = "labels",
) -> Fit:
    """Score the community as it was at the plan's ``as_of``; what came after is not there at all.

    Args:
        db: The engine that holds the table ``activity``.
        plan: What to score with; without an ``as_of``, everything is seen.
        labels: What to look up the members of.
        heard: Called with the name of each step before it runs.
        file: Where the labels come from.

    Raises:
        InputError: No activity is left to score, or a member is labelled twice, differently.
    """
    with db.fork("hindsight") as past:
        if plan.window.as_of is not None:
            cut(past, plan.window.as_of)
        scored = pipeline.run(past, plan, heard)
        past.execute(f"create table baselines as\n{steps.text('baselines')}")
        matched, unmatched = _matched(past, labels, file)
        return Fit(
            [str(key) for (key,) in past.rows("select person_key from members order by person_key")],
            _values(past, plan, scored.span),
            frozenset(_levels(past)),
            scored.why_not,
            matched,
            unmatched,
        )


def cut(db: Database, at: int) -> None:
    """Hide every activity that is later than a moment, or that may be: one without a time.

    The steps leave later deeds aside by themselves; names, roles and ids they would still see.
    """
    db.execute("create table activity as select * from activity where ts_us <= ?", (at,))


def afterwards(db: Database, at: int, until: int) -> dict[str, After]:
    """Return what everybody did between two moments, by member; ``db`` holds all deeds."""
    rows = db.rows(steps.text("afterwards"), (at, until, at, until))
    return {str(key): After(integer(weeks), integer(deeds)) for key, weeks, deeds in rows}


def order(keys: Sequence[Key], metrics: Mapping[str, Element]) -> list[Key]:
    """Return predictors in the order of every report: standing, each element and its metrics, baselines."""
    elements = list(Element)

    def place(key: Key) -> tuple[int, int, int, str]:
        family, name = key
        match family:
            case "element":
                return 1, elements.index(Element(name)), 0, name
            case "metric":
                return 1, elements.index(metrics[name]), 1, name
        return (0 if family == "standing" else 2), 0, 0, name

    return sorted(keys, key=place)


def _values(db: Database, plan: pipeline.Plan, span: tables.Span) -> dict[Key, dict[str, float]]:
    found: dict[Key, dict[str, float]] = {}
    for member, family, name, value in db.rows(steps.text("predictions")):
        found.setdefault((_FAMILIES[str(family)], str(name)), {})[str(member)] = _float(value)
    with _evidence_ignored(db, plan, span) as everybody:
        found[STANDING] = _levels(everybody)
    return found


@contextmanager
def _evidence_ignored(db: Database, plan: pipeline.Plan, span: tables.Span) -> Iterator[Database]:
    """Give the standing everybody would have if no evidence were too thin."""
    evidence = plan.ruler.evidence.model_copy(update={"min_deeds": 1, "min_active_weeks": 1})
    with db.fork("everybody") as fork:
        tables.create_ruler(fork, plan.ruler.model_copy(update={"evidence": evidence}), span)
        fork.execute(f"create table standings as\n{steps.text('standings')}")
        yield fork


def _levels(db: Database) -> dict[str, float]:
    rows = db.rows(
        "select p.person_key, s.standing from standings as s inner join people as p on p.person = s.member"
    )
    return {str(member): _float(standing) for member, standing in rows}


def _matched(
    db: Database, labels: Sequence[Told], file: str
) -> tuple[dict[str, float], tuple[list[int], list[int]]]:
    tables.create(db, "labels", _LABELS, labels)
    found = {
        integer(line): (str(key), _float(label), integer(meant))
        for line, label, key, meant in db.rows(steps.text("labelled"))
    }
    unknown = [told.line for told in labels if told.line not in found]
    ambiguous = sorted(line for line, (_, _, meant) in found.items() if meant > 1)
    members: dict[str, float] = {}
    for line, (key, label, meant) in sorted(found.items()):
        if meant == 1 and members.setdefault(key, label) != label:
            raise InputError(
                f"{file}:{line}: {key} is labelled {label:g}, but {members[key]:g} further up",
                "expected one label a member",
            )
    return members, (unknown, ambiguous)


def _float(value: Value) -> float:
    assert value is not None
    return float(value)

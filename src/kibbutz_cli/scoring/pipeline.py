"""A score: every step in order, the metrics among them."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from kibbutz_cli.database import Database, Row, reads
from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import DAY_US
from kibbutz_cli.model.remarks import Outgoing
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring import needs, steps, tables
from kibbutz_cli.scoring.measuring import measure
from kibbutz_cli.scoring.metric import NO_TARGET, SATURATED, Metric, faulty
from kibbutz_cli.scoring.outgoing import outgoing
from kibbutz_cli.scoring.results import integer

HISTORY = """
  member integer, moment integer, as_of_us bigint, standing double, low double, high double, rung integer,
  earned integer, notice_us bigint, promoted integer, noticed integer, demoted integer, dozed integer,
  woke integer
"""
"""What a replay tells of a member at every moment; without one there is none of it."""

SENSITIVITIES = "member integer, rank_low bigint, rank_high bigint, status_chance double"
"""What other weights do to a member; empty unless they were tried."""

_EXCLUDED = f"""
select reason, count(*)
from screened
where reason is not null and {steps.IS_DEED}
group by reason
order by reason
"""

_BELIEVED = "from activity where ts_us is not null and clock <> 'implausible'"

_WORD = re.compile(r"\w+")

AHEAD_US = 366 * DAY_US
"""How far a clock may be ahead of nearly all others, in microseconds."""

Heard: TypeAlias = Callable[[str], None]


class Window(NamedTuple):
    """The stretch of time asked for, in microseconds UTC; none where nothing was asked."""

    as_of: int | None = None
    since: int | None = None
    until: int | None = None


class Plan(NamedTuple):
    """What to score with.

    Attributes:
        ruler: What is measured with.
        config: Identities, anchors, exclusions.
        metrics: The metrics to run; one with weight 0 in the ruler is not run.
        window: The stretch of time asked for.
        listed: Members are only listed: a table of single deeds goes with the last step that reads it.
        alone: All of it is one person's archive.
    """

    ruler: Ruler
    config: Config
    metrics: Sequence[Metric]
    window: Window = Window()
    listed: bool = False
    alone: bool = False


class Scored(NamedTuple):
    """What the steps left behind, besides their tables.

    Attributes:
        span: The stretch of time that was scored.
        first_us: The time of the first deed, in microseconds UTC.
        excluded: How many activities were not scored, by reason, without mentions that a post tells.
        outgoing: What goes out, where nothing goes between members or all is one person's archive.
        facts: What the data can show.
        why_not: For each metric, why it was not scored; empty if it was.
    """

    span: tables.Span
    first_us: int
    excluded: dict[str, int]
    outgoing: Outgoing | None
    facts: dict[str, int]
    why_not: dict[str, str]


def run(db: Database, plan: Plan, heard: Heard = lambda _: None) -> Scored:
    """Score the table ``activity``: run every step and metric, and leave the results as tables.

    Args:
        db: The engine that holds the table ``activity``.
        plan: What to score with.
        heard: Called with the name of each step before it runs.

    Raises:
        InputError: No activity is left to score.
        PluginError: A metric of another package fails, or says not what full marks are.
    """
    span = prepare(db, plan, heard)
    first_us, excluded = _first(db), _excluded(db)
    # Asked now: it reads tables that go when nothing else does.
    told = outgoing(db) if plan.alone or not needs.between(db) else None
    known, why_not = judge(db, plan, steps.queries(steps.RESULTS), heard)
    tables.create(db, "history", HISTORY)
    tables.create(db, "sensitivities", SENSITIVITIES)
    return Scored(span, first_us, excluded, told, known, why_not)


def survey(db: Database, plan: Plan) -> Scored:
    """Say what could be scored of the table ``activity``, without scoring it.

    Raises:
        InputError: No activity is left to score.
    """
    span = prepare(db, plan)
    run_steps(db, steps.SHOWS)
    known = needs.facts(db)
    return Scored(span, _first(db), _excluded(db), None, known, _why_not(db, plan, known))


def judge(
    db: Database,
    plan: Plan,
    results: Mapping[str, str],
    heard: Heard = lambda _: None,
    there: Collection[str] = (),
) -> tuple[dict[str, int], dict[str, str]]:
    """Run the steps of a society, every metric, then results; return the facts and why not.

    Args:
        db: The engine that holds the table ``deeds``.
        plan: What to score with.
        results: The queries of the steps after the metrics.
        heard: Called with the name of each step before it runs.
        there: Steps that were run already.
    """
    asked = [*(one.query for one in plan.metrics), *results.values()]
    spare = steps.SINGLE if plan.listed else ()
    kept = _spoken(one.query for one in plan.metrics if not one.ours)
    bonds = steps.queries(step for step in steps.BONDS if step not in there)
    society = steps.queries(step for step in steps.SOCIETY if step not in there)
    db.make(bonds, heard, _unread(spare, [*asked, *society.values()]) - kept)
    db.make(society, heard, _unread(spare, asked) - kept)
    known = needs.facts(db)
    why_not = _measure(db, plan, known, heard, _unread(spare, results.values()))
    db.make(results, heard, spare)
    return known, why_not


def prepare(db: Database, plan: Plan, heard: Heard = lambda _: None) -> tables.Span:
    """Run the steps up to the table ``deeds``: who did what, counted or set aside.

    Raises:
        InputError: No activity is left to score.
    """
    as_of, since, until = plan.window
    last = as_of if as_of is not None else until if until is not None else last_moment(db)
    span = tables.Span(
        last, tables.FAR_PAST if since is None else since, tables.FAR_FUTURE if until is None else until
    )
    tables.create_ruler(db, plan.ruler, span)
    tables.create_config(db, plan.ruler, plan.config)
    run_steps(db, steps.DEEDS, heard, steps.SCAFFOLDING)
    if not db.rows("select 1 from deeds limit 1"):
        aside = ", ".join(f"{count} {reason}" for reason, count in _excluded(db).items())
        raise InputError(
            f"nothing to score: {aside or 'no activity'}", "kibbutz inspect shows what is in the input"
        )
    return span


def forget(db: Database) -> None:
    """Drop what is left of the tables of single deeds and ties."""
    for table in steps.SINGLE:
        db.execute(f"drop table if exists {table}")


def last_moment(db: Database) -> int:
    """Return the time of the last activity in the data, which is what ``as_of`` means unless given.

    A clock that runs ahead must not decide what "now" is: a time more than a year after all but
    one in a thousand (at least one, where there are ten) is not believed.

    Raises:
        InputError: No activity has a time.
    """
    # Few rows come back, for years are few; and the large data are read once.
    years = db.rows(f"select max(ts_us), count(*) {_BELIEVED} group by floor(ts_us / {AHEAD_US}) order by 1")
    dated = sum(integer(count) for _, count in years)
    if not dated:
        why = (
            "no activity has a time from 1990 on"
            if db.rows("select 1 from activity limit 1")
            else "no activity"
        )
        raise InputError(f"nothing to score: {why}", "kibbutz inspect shows what is in the input")
    newest, near = map(integer, years[-1])
    doubted = max(1, dated // 1000) if dated >= 10 else 0
    # Sorting takes longer than counting, and hardly any clock runs ahead.
    if near > doubted:
        return newest
    ((last,),) = db.rows(
        f"""
        with newest as (
          select ts_us {_BELIEVED}
          order by ts_us desc
          limit ?
        ),
        trusted as (
          select min(ts_us) as ts_us from newest
        )
        select max(n.ts_us) from newest as n cross join trusted as t where n.ts_us <= t.ts_us + ?
        """,
        (doubted + 1, AHEAD_US),
    )
    return integer(last)


def run_steps(
    db: Database, names: Sequence[str], heard: Heard = lambda _: None, spare: Collection[str] = ()
) -> None:
    """Run steps; each leaves a table of its name, and may read those of the steps before it."""
    db.make(steps.queries(names), heard, spare)


def _unread(tables: Collection[str], texts: Iterable[str]) -> set[str]:
    """Return those of some tables that none of these queries reads."""
    return set(tables).difference(*map(reads, texts))


def _spoken(texts: Iterable[str]) -> set[str]:
    """Return every word of these queries, in small letters: a table that they read is one of them.

    `reads` knows only how we write: others name a table after a comma, in capitals or in quote marks.
    """
    return {word for text in texts for word in _WORD.findall(text.lower())}


def _measure(
    db: Database, plan: Plan, known: needs.Facts, heard: Heard, spare: Collection[str]
) -> dict[str, str]:
    why_not = _why_not(db, plan, known)
    rows: list[Row] = []
    for metric in plan.metrics:
        head = metric.header
        rule = metric.rule(plan.ruler)
        reason = why_not[metric.name]
        target = rule.target or head.target
        if not (reason or target or metric.ours) and head.kind in SATURATED:
            raise faulty(metric, NO_TARGET)
        rows.append(
            (
                metric.name,
                str(head.element),
                head.kind,
                head.unit,
                float(rule.weight),
                target or 1.0,
                int(not reason),
            )
        )
    tables.create_metrics(db, rows)
    measure(db, [metric for metric in plan.metrics if not why_not[metric.name]], heard, spare)
    return why_not


def _why_not(db: Database, plan: Plan, known: needs.Facts) -> dict[str, str]:
    """Return for each metric why it cannot be scored; empty if it can."""
    has_anchors = bool(db.rows("select 1 from anchors limit 1"))
    return {
        metric.name: needs.unmet(metric.header.needs, known, has_anchors, plan.ruler)
        if metric.rule(plan.ruler).weight
        else "switched off by the ruler"
        for metric in plan.metrics
    }


def _first(db: Database) -> int:
    ((first,),) = db.rows("select min(ts_us) from deeds")
    return int(first or 0)


def _excluded(db: Database) -> dict[str, int]:
    return {str(reason): int(count or 0) for reason, count in db.rows(_EXCLUDED)}

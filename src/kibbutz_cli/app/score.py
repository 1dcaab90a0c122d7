"""Score exports: who carries this community, and how sure are we?"""

from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kibbutz_cli import __version__
from kibbutz_cli.app.run import LIMITS, Scored, metric_notes, scored
from kibbutz_cli.app.spool import Coming, Spooled
from kibbutz_cli.app.target import Target, saved
from kibbutz_cli.engines.base import Saver
from kibbutz_cli.ledger import Notify
from kibbutz_cli.model.activity import iso
from kibbutz_cli.model.remarks import Named
from kibbutz_cli.model.replay import StatusChange
from kibbutz_cli.model.report import CommunityReport, MemberReport
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.reports.data import community_json, community_ndjson
from kibbutz_cli.reports.sheets import csv_lines
from kibbutz_cli.scoring import lookup, needs, results, rows, sensitivity
from kibbutz_cli.scoring.advice import advice
from kibbutz_cli.scoring.replay import told
from kibbutz_cli.scoring.unknown import unknown_names
from kibbutz_cli.scoring.waiting import waiting

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark import Spark

CHUNK = 2048
"""Rows of a table that are here at the same time."""

WRITERS = {"json": community_json, "ndjson": community_ndjson}
"""What writes a report whose members are JSON texts already."""

_STANDINGS = """
with ordered as (
  select
    s.standing,
    s.high - s.low as width,
    r.rank_low,
    row_number() over (order by s.standing, s.member) as place,
    row_number() over (order by s.high - s.low, s.member) as width_place,
    count(*) over () as n
  from standings as s
  inner join ranks as r on r.member = s.member
)
select
  count(*),
  sum(case when rank_low = 1 then 1 else 0 end),
  avg(case when place = floor((n + 1) / 2) or place = floor((n + 2) / 2) then standing end),
  max(case when width_place = floor(n / 2) + 1 then width end)
from ordered
"""
"""The query for how many have a standing, how many may stand first, the median standing, the middle width."""


class Listing(NamedTuple):
    """Which members a report lists, and in which order.

    Attributes:
        top: List so many members; none for all.
        members: List these members only, by id, handle or name.
        element: Order them by this element instead of the standing.
    """

    top: int | None = None
    members: Sequence[str] = ()
    element: str | None = None


def score(paths: Sequence[str], settings: Settings, listing: Listing, notify: Notify) -> CommunityReport:
    """Return the report on the community in these inputs.

    Args:
        paths: Files, folders or archives that make one community; ``-`` is standard input.
        settings: What to measure with and how.
        listing: Which members it lists.
        notify: Called with what is being done, how much is done, and of how much, where known.

    Raises:
        InputError: An input cannot be read, or there is nothing in it to score.
        UsageError: A member named is not there.
    """
    with _listed(paths, settings, listing, notify) as run:
        return _report(run, settings, listing, _members(run, settings))


def score_texts(
    paths: Sequence[str], settings: Settings, listing: Listing, notify: Notify
) -> tuple[CommunityReport, Collection[str]]:
    """Return the same report with only the members named in it, and beside it every listed one as JSON text.

    Where hundreds of thousands are listed, a model of each would take most of the run's time.

    Raises:
        InputError: An input cannot be read, or there is nothing in it to score.
        UsageError: A member named is not there.
    """
    with _listed(paths, settings, listing, notify) as run:
        report = _report(run, settings, listing, [])
        texts = _texts(run, settings)
        return report.model_copy(update={"members": _models(texts) if listing.members else []}), texts


def score_saved(
    paths: Sequence[str], settings: Settings, listing: Listing, target: Target, notify: Notify
) -> CommunityReport:
    """Save the members as they come from the engine, and return the report with only the members named in it.

    A table has a row for each; JSON and NDJSON hold the report and all that is said of them.

    Raises:
        InputError: An input cannot be read, or there is nothing in it to score.
        UsageError: A member named is not there, or nothing can be written at the URL.
    """
    with _listed(paths, settings, listing, notify) as run:
        report = _report(run, settings, listing, _members(run, settings) if listing.members else [])
        save = partial(_spark(run).put, target.url) if target.url else target.save
        write = WRITERS.get(target.shape)
        if write:
            with _coming(run, settings) as texts:
                save(piece.encode() for piece in write(report, texts))
            return report
        with (
            _holding_rows(run, settings) as db,
            closing(_pieces(db, target, weighed=settings.sensitivity)) as pieces,
        ):
            save(pieces)
        return report


@contextmanager
def _listed(paths: Sequence[str], settings: Settings, listing: Listing, notify: Notify) -> Iterator[Scored]:
    with scored(paths, settings, notify, listed=True) as run:
        if listing.element:
            lookup.order(run.ledger.engine, listing.element)
        lookup.choose(run.ledger.engine, listing.top, listing.members)
        yield run


@contextmanager
def _holding_rows(run: Scored, settings: Settings) -> Iterator[Saver]:
    """Give the embedded engine with the rows of the shown members."""
    if settings.engine == "spark":
        from kibbutz_cli.app import handover

        with handover.gathered(_spark(run)) as db:
            yield db
        return
    run.ledger.engine.execute(f"create view {rows.TABLE} as\n{rows.query()}")
    yield run.ledger.engine  # type: ignore[misc]  # the settings say so


def _spark(run: Scored) -> "Spark":
    engine: Spark = run.ledger.engine  # type: ignore[assignment]  # the settings say so
    return engine


def _pieces(db: Saver, table: Target, *, weighed: bool) -> Generator[bytes]:
    query = rows.select(typed=table.shape == "parquet", weighed=weighed)
    if table.shape == "csv":
        yield from csv_lines(rows.columns(weighed=weighed), db.stream(query, CHUNK), raw=table.raw)
        return
    yield from saved(db, query, table.shape)


def _members(run: Scored, settings: Settings) -> list[MemberReport]:
    return _models(_texts(run, settings))


def _models(texts: Collection[str]) -> list[MemberReport]:
    return [MemberReport.model_validate_json(text) for text in texts]


def _texts(run: Scored, settings: Settings) -> Collection[str]:
    """Return the shown members, each as JSON; they outlast the engine: where they are many, in a file."""
    with _coming(run, settings) as texts:
        if settings.engine == "spark" or len(texts) > results.SLICE:
            return Spooled(texts, "" if "://" in settings.tmp else settings.tmp)
        return list(texts)


@contextmanager
def _coming(run: Scored, settings: Settings) -> Iterator[Coming]:
    """Give the shown members, each as JSON, as the engine makes them."""
    engine = run.ledger.engine
    if settings.engine == "spark":
        from kibbutz_cli.app import handover

        made = handover.member_texts(_spark(run))
    else:
        made = results.member_texts(engine)
    # Whatever becomes of the writing, the engine is asked no more once it is closed.
    with closing(made) as texts:
        yield Coming(results.shown(engine), texts)


def _report(
    run: Scored, settings: Settings, listing: Listing, members: list[MemberReport]
) -> CommunityReport:
    db = run.ledger.engine
    ((member_count,),) = db.rows("select count(*) from members")
    ((standing_count, leader_count, median, width),) = db.rows(_STANDINGS)
    ((joined,),) = db.rows("select count(*) from identities")
    anchors = db.rows(
        "select m.person_key, coalesce(n.name, m.person_key), a.source from anchors as a "
        "inner join members as m on m.member = a.member "
        "left join names as n on n.member_key = m.person_key order by m.person_key"
    )
    level = needs.level(run.result.facts, run.ledger.coverages)
    whom = advice(db)
    changes = told(db) if settings.replay else None
    start = [Named(member=str(key), name=str(name)) for key, name, _ in anchors]
    named: list[MemberReport | Named | StatusChange] = [
        *members,
        *start,
        *whom.rising,
        *whom.leaving,
        *whom.unrecognised,
        *(changes.changes if changes else []),
    ]
    return CommunityReport(
        kibbutz=__version__,
        purpose=settings.config.purpose,
        as_of=iso(run.result.span.as_of_us),
        first=iso(run.result.first_us),
        level=level,
        ruler=settings.ruler.note,
        sources=run.ledger.sources,
        skipped=run.ledger.skipped,
        excluded=run.result.excluded,
        identities=results.integer(joined),
        activities=run.result.facts["deeds"],
        member_count=results.integer(member_count),
        standing_count=results.integer(standing_count),
        leader_count=results.integer(leader_count),
        waiting=waiting(db),
        median_standing=None if median is None else results.number(median),
        typical_width=None if width is None else results.number(width),
        anchors=start,
        anchor_source=str(anchors[0][2]) if anchors else "",
        metrics=metric_notes(settings.ruler, run.metrics, run.result.why_not),
        outgoing=run.result.outgoing if level == "L0" else None,
        advice=whom,
        replay=changes,
        weightings=sensitivity.told(settings.ruler) if settings.sensitivity else None,
        members=members,
        shown=results.shown(db),
        chosen=bool(listing.members),
        limits=LIMITS,
        unknown_names=unknown_names(db, settings.config),
        namesakes=lookup.namesakes(db, (each.name for each in named)),
    )

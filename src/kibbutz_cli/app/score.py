"""Score exports: who carries this community, and how sure are we?"""

from collections.abc import Collection, Sequence

from kibbutz_cli import __version__
from kibbutz_cli.app.run import LIMITS, Scored, iso, metric_notes, ruler_note, scored
from kibbutz_cli.app.spool import Spooled
from kibbutz_cli.ledger import Notify
from kibbutz_cli.model.remarks import Named
from kibbutz_cli.model.report import CommunityReport, MemberReport
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.scoring import lookup, needs, pipeline, results, sensitivity
from kibbutz_cli.scoring.advice import advice
from kibbutz_cli.scoring.outgoing import outgoing
from kibbutz_cli.scoring.pipeline import EXCLUDED
from kibbutz_cli.scoring.replay import told

_STANDINGS = """
with ordered as (
  select
    s.high - s.low as width,
    r.rank_low,
    row_number() over (order by s.high - s.low, s.member) as place,
    count(*) over () as n
  from standings as s
  inner join ranks as r on r.member = s.member
)
select
  count(*),
  sum(case when rank_low = 1 then 1 else 0 end),
  max(case when place = floor(n / 2) + 1 then width end)
from ordered
"""
"""The query for how many have a standing, how many of them may stand first, and the middle width."""


def score(
    paths: Sequence[str], settings: Settings, top: int | None, members: Sequence[str], notify: Notify
) -> CommunityReport:
    """Return the report on the community in these inputs.

    Args:
        paths: Files, folders or archives that make one community; ``-`` is standard input.
        settings: What to measure with and how.
        top: List so many members; none for all.
        members: List these members only, by id, handle or name.
        notify: Called with what is being done, how much is done, and of how much, where known.

    Raises:
        InputError: An input cannot be read, or there is nothing in it to score.
        UsageError: A member named is not there.
    """
    with scored(paths, settings, notify) as run:
        lookup.choose(run.ledger.engine, top, members)
        return _report(run, settings, _members(run, settings))


def score_texts(
    paths: Sequence[str], settings: Settings, top: int | None, members: Sequence[str], notify: Notify
) -> tuple[CommunityReport, Collection[str]]:
    """Return the same report without its members, and beside it each member as JSON text.

    Where hundreds of thousands are listed, a model of each would take most of the run's time.

    Raises:
        InputError: An input cannot be read, or there is nothing in it to score.
        UsageError: A member named is not there.
    """
    with scored(paths, settings, notify) as run:
        lookup.choose(run.ledger.engine, top, members)
        report = _report(run, settings, [])
        pipeline.forget(run.ledger.engine)
        texts = _texts(run, settings)
        return report.model_copy(update={"shown": len(texts)}), texts


def _members(run: Scored, settings: Settings) -> list[MemberReport]:
    return [MemberReport.model_validate_json(text) for text in _texts(run, settings)]


def _texts(run: Scored, settings: Settings) -> Collection[str]:
    """Return the shown members, each as JSON; where they are many, they lie in a file."""
    tmp = "" if "://" in settings.tmp else settings.tmp
    if settings.engine == "spark":
        from kibbutz_cli.app import handover

        return Spooled(handover.member_texts(run.ledger.engine), tmp)  # type: ignore[arg-type]  # the settings say so
    texts = results.member_texts(run.ledger.engine)
    return Spooled(texts, tmp) if results.shown(run.ledger.engine) > results.SLICE else list(texts)


def _report(run: Scored, settings: Settings, members: list[MemberReport]) -> CommunityReport:
    db = run.ledger.engine
    ((first, activities),) = db.rows("select min(ts_us), count(*) from deeds")
    ((member_count,),) = db.rows("select count(*) from members")
    ((standing_count, leader_count, typical_width),) = db.rows(_STANDINGS)
    ((joined,),) = db.rows("select count(*) from identities")
    excluded = db.rows(EXCLUDED)
    anchors = db.rows(
        "select m.person_key, coalesce(n.name, m.person_key), a.source from anchors as a "
        "inner join members as m on m.member = a.member "
        "left join names as n on n.member_key = m.person_key order by m.person_key"
    )
    level = needs.level(run.result.facts, run.ledger.coverages)
    return CommunityReport(
        kibbutz=__version__,
        purpose=settings.config.purpose,
        as_of=iso(run.result.span.as_of_us),
        first=iso(results.integer(first)),
        level=level,
        ruler=ruler_note(settings.ruler),
        sources=run.ledger.sources,
        skipped=run.ledger.skipped,
        excluded={str(reason): results.integer(count) for reason, count in excluded},
        identities=results.integer(joined),
        activities=results.integer(activities),
        member_count=results.integer(member_count),
        standing_count=results.integer(standing_count),
        leader_count=results.integer(leader_count),
        typical_width=None if typical_width is None else results.number(typical_width),
        anchors=[Named(member=str(key), name=str(name)) for key, name, _ in anchors],
        anchor_source=str(anchors[0][2]) if anchors else "",
        metrics=metric_notes(settings.ruler, run.metrics, run.result.why_not),
        outgoing=outgoing(db) if level == "L0" else None,
        advice=advice(db),
        replay=told(db) if settings.replay else None,
        weightings=sensitivity.told(settings.ruler) if settings.sensitivity else None,
        members=members,
        shown=len(members),
        limits=LIMITS,
    )

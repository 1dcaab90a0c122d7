"""Inspect inputs: which format, how many records, what is set aside, what could be scored."""

from collections.abc import Sequence

from kibbutz_cli.app.run import all_metrics, loaded, metric_notes, plan, window
from kibbutz_cli.engines.base import Engine
from kibbutz_cli.errors import InputError
from kibbutz_cli.ledger import Ledger, Notify
from kibbutz_cli.model.activity import LAST_US, iso
from kibbutz_cli.model.report import Element, Noted
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.model.views import Inspection
from kibbutz_cli.scoring import needs, pipeline, steps
from kibbutz_cli.scoring.results import integer
from kibbutz_cli.scoring.unknown import unknown_names

_TOLD_AGAIN = f"""
create table told_again as
with ruler as (select {{}} as as_of_us)
select deed
from (
{steps.text("copies")}
) as c
"""
"""Which deeds are copies, as a score at the end of the window, or of all time, would say."""

_CONTENTS = f"""
create view contents as
select *
from activity
where {steps.IS_DEED} and deed not in (select deed from told_again)
"""
"""What the inputs hold, each deed once; what a deed tells beside itself is none."""

_THREADS = """
select count(distinct platform || ' ' || thread)
from (
  select platform, thread_id as thread
  from contents
  where thread_id is not null
  union all
  select a.platform, a.object_id as thread
  from contents as a
  left join contents as o on o.platform = a.platform and o.activity_id = a.object_id
  where a.thread_id is null
    and a.kind in ('reply', 'quote')
    and o.thread_id is null
    and o.object_id is null
) as named
"""
"""How many conversations there are: of one whose name is not told, what is answered first gives it."""


def inspect(paths: Sequence[str], settings: Settings, notify: Notify) -> Inspection:
    """Return what is in the inputs, without scoring them; nothing to score is an answer, not a fault.

    What came of the records is told of the inputs; what they hold and what could be scored, of the window.

    Raises:
        InputError: An input cannot be read.
    """
    with loaded(paths, settings, notify) as ledger:
        db = ledger.engine
        _look_into(db, settings)
        ((first, last, activities, members),) = db.rows(
            "select min(case when clock <> 'implausible' then ts_us end), "
            "max(case when clock <> 'implausible' then ts_us end), count(*), count(distinct actor) "
            "from contents"
        )
        ((threads,),) = db.rows(_THREADS)
        level, notes = _scorable(ledger, settings)
        return Inspection(
            sources=ledger.sources,
            skipped=ledger.skipped,
            first="" if first is None else iso(integer(first)),
            last="" if last is None else iso(integer(last)),
            activities=integer(activities),
            members=integer(members),
            threads=integer(threads),
            kinds=_counts(db, "kind"),
            platforms=_counts(db, "platform"),
            level=level,
            elements=[each for each in Element if any(n.scored for n in notes if n.element is each)],
            metrics=notes,
            odd=_odd(ledger),
            unknown_names={} if level is None else unknown_names(db, settings.config),
        )


def _look_into(db: Engine, settings: Settings) -> None:
    """Create the view ``contents``: each deed once, those of the window where one is asked for."""
    db.execute(_TOLD_AGAIN.format(LAST_US if settings.until is None else f"{settings.until:d}"))
    db.execute(" and ".join([_CONTENTS, *window(settings, "ts_us")]))


def _scorable(ledger: Ledger, settings: Settings) -> tuple[needs.Level | None, list[Noted]]:
    metrics = all_metrics(settings.config)
    try:
        result = pipeline.survey(ledger.engine, plan(settings, metrics))
    except InputError as exc:
        return None, metric_notes(
            settings.ruler, metrics, dict.fromkeys((one.name for one in metrics), exc.message)
        )
    level = needs.level(result.facts, ledger.coverages)
    return level, metric_notes(settings.ruler, metrics, result.why_not)


def _counts(db: Engine, column: str) -> dict[str, int]:
    rows = db.rows(f"select {column}, count(*) from contents group by {column} order by 2 desc, 1")
    return {str(name): integer(count) for name, count in rows}


def _odd(ledger: Ledger) -> dict[str, int]:
    """Count what deserves a look, leaving out what does not occur."""
    ((undated, implausible, assumed, again, others),) = ledger.engine.rows(
        f"""
        with told as (
          select *
          from activity
          where deed in (select deed from told_again) and {steps.IS_DEED}
        )
        select
          coalesce(sum(case when ts_us is null then 1 else 0 end), 0),
          coalesce(sum(case when clock = 'implausible' then 1 else 0 end), 0),
          coalesce(sum(case when clock = 'zone_assumed' then 1 else 0 end), 0),
          (select count(*) from told),
          (
            select count(distinct told.deed)
            from told
              join contents as kept on kept.platform = told.platform and kept.activity_id = told.activity_id
            where kept.actor <> told.actor or kept.kind <> told.kind
          )
        from activity
        where {steps.IS_DEED}
        """
    )
    odd = {
        "without a time": integer(undated),
        "clock before 1990": integer(implausible),
        "time zone assumed UTC": integer(assumed),
        "told twice, counted once": integer(again),
        "told twice with another actor or kind": integer(others),
    }
    for source in ledger.sources:
        for what, times in source.repairs.items():
            odd[what] = odd.get(what, 0) + times
    return {what: times for what, times in odd.items() if times}

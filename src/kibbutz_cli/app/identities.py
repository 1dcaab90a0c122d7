"""Suggest joins of handles: only what the exports themselves declare, for a person to decide."""

from collections import defaultdict
from collections.abc import Sequence

from kibbutz_cli.app.joins import joins
from kibbutz_cli.app.run import loaded, window
from kibbutz_cli.app.ties import Declared, Known, ties
from kibbutz_cli.ledger import Ledger, Notify
from kibbutz_cli.model.activity import LAST_US
from kibbutz_cli.model.identity import Suggestions
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.readers.choose import Input
from kibbutz_cli.readers.identity import identities_of
from kibbutz_cli.scoring import pipeline, steps, tables
from kibbutz_cli.scoring.results import integer
from kibbutz_cli.scoring.unknown import unknown_names

_HANDLES = f"""
select h.actor, coalesce(h.actor_name, ''), h.member_key, coalesce(d.deeds, 0)
from handles as h
left join (
  select actor, count(distinct platform || ' ' || activity_id) as deeds
  from activity
  where {steps.IS_DEED} and {{met}}
  group by actor
) as d on d.actor = h.actor
where h.reason is null
  and h.actor in (
    select actor from activity where {{met}}
    union all
    select target from activity where {{met}} and target is not null
  )
order by h.actor
"""
"""Who opted out, and who is a bot, is suggested to nobody."""

_MET = "select distinct actor, origin from activity order by actor, origin"

_OWNERS = """
select min(a.actor)
from activity as a
inner join origins as o on o.origin = a.origin
where o.one_sided = 1
group by a.origin
having count(distinct a.actor) = 1
"""


def suggest_identities(paths: Sequence[str], settings: Settings, notify: Notify) -> Suggestions:
    """Return the joins that the inputs speak for.

    Args:
        paths: Files, folders or archives; ``-`` is standard input.
        settings: How they are read; what the configuration joins already is not suggested again.
        notify: Called with what is being done, how much is done, and of how much, where known.

    Raises:
        InputError: An input cannot be read.
    """
    declared: list[Declared] = []
    ids_only: set[str] = set()
    silent: set[str] = set()

    def declare(found: Input) -> None:
        identities = identities_of(found.reader)
        if identities is None:
            ids_only.add(found.reader.ABOUT.name)
            silent.add(found.budget.path)
            return
        path = found.budget.path
        found.budget.again()
        notify(f"identities: {path}", 0, None)
        declared.extend((path, account) for account in identities(found.tree, found.budget))

    with loaded(paths, settings, notify, taken=declare) as ledger:
        known = _known(ledger, settings)
        return Suggestions(
            joins=joins(known, ties(known, declared, silent)),
            handles=len(known),
            ids_only=sorted(ids_only),
            sources=ledger.sources,
            skipped=ledger.skipped,
            unknown_names=unknown_names(ledger.engine, settings.config),
        )


def _known(ledger: Ledger, settings: Settings) -> dict[str, Known]:
    db = ledger.engine
    # Every name counts, whenever it was borne.
    tables.create_scalars(db, settings.ruler, tables.Span(LAST_US, tables.FAR_PAST, tables.FAR_FUTURE))
    tables.create_config(db, settings.ruler, settings.config)
    pipeline.run_steps(db, steps.HANDLES)
    met: dict[str, set[str]] = defaultdict(set)
    for actor, origin in db.rows(_MET):
        met[str(actor)].add(ledger.origins[integer(origin)].path)
    owners = {str(actor) for (actor,) in db.rows(_OWNERS)}
    return {
        str(actor): Known(
            str(actor),
            str(name),
            integer(deeds),
            str(member),
            frozenset(met[str(actor)]),
            str(actor) in owners,
        )
        for actor, name, member, deeds in db.rows(_HANDLES.format(met=_met(settings)))
    }


def _met(settings: Settings) -> str:
    """Return what tells a deed of the window that is asked for, as SQL; one without a time may be of it."""
    bounds = window(settings, "ts_us")
    return f"(ts_us is null or {' and '.join(bounds)})" if bounds else "true"

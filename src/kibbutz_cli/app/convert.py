"""Convert exports: their activities, normalised, as one file that reads back to the same scores."""

from collections.abc import Generator, Sequence
from contextlib import closing

from kibbutz_cli.app.run import loaded, require_activity, window
from kibbutz_cli.app.target import Target, saved
from kibbutz_cli.engines.base import Saver
from kibbutz_cli.engines.duckdb_files import quoted
from kibbutz_cli.ledger import Keeping, Ledger, Notify
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config, Exclude, Settings
from kibbutz_cli.model.views import Conversion
from kibbutz_cli.readers.canonical import FIELDS, GUARD, NAMES, RUN
from kibbutz_cli.reports import activitystreams
from kibbutz_cli.scoring import pipeline, spelling, steps, tables
from kibbutz_cli.scoring.unknown import unknown_names

ROWS = 8192

_KEPT = """
select
  a.*,
  case when o.one_sided = 1 then 'single' when o.communal = 1 then 'community' else 'answers' end as coverage
from activity as a
inner join origins as o on o.origin = a.origin
order by a.deed
"""

# Times before the year 1000 and after 9999 are no ISO 8601 that everybody reads.
_PUBLISHED = """
case
  when ts_us between -30610224000000000 and 253402300799999999
  then replace(strftime(make_timestamp(ts_us), '%Y-%m-%dT%H:%M:%S.%fZ'), '.000000Z', 'Z')
end"""

_HIDDEN = """
create table hidden as
with local as (
  select
    actor,
    ltrim(substr(actor, instr(actor, ':') + 1), '@') as id
  from handles
  where reason is not null
),
named as (
  select platform, target, activity_id as id from activity
  union
  select platform, target, object_id as id from activity
  union
  select platform, target, thread_id as id from activity
)
select a.platform, a.activity_id as id
from activity as a
inner join local as l on l.actor = a.actor
union
select n.platform, n.id
from named as n
inner join local as l on l.actor = n.target
where contains(lower(n.id), lower(coalesce(nullif(split_part(l.id, '@', 1), ''), l.id)))
union
select n.platform, n.id
from named as n
where {spelled}
"""
"""The ids that may spell who opted out: those of what such a person did, in deeds towards such a person those
that hold the person's id, without its host, which stands elsewhere in an address, and all that spell a name.
"""

_SPARED = """
select
  a.* replace (
    {ids},
    case when {spelled} then 'sha256:' || sha256(a.community) else a.community end as community,
    case when t.reason is null then a.target end as target,
    case when t.reason is null then a.target_name end as target_name
  )
from activity as a
inner join handles as h on h.actor = a.actor
left join handles as t on t.actor = a.target
{joins}
where h.reason is null and {within}
order by a.deed
"""

_IDS = ("activity_id", "object_id", "thread_id")
"""Fields that name deeds: what is hidden has its hash in all of them, so that conversations stay together."""

_HASHED = "case when {0}_hidden.id is null then a.{0} else 'sha256:' || sha256(a.{0}) end as {0}"
_JOINED = "left join hidden as {0}_hidden on {0}_hidden.platform = a.platform and {0}_hidden.id = a.{0}"

_NOT_SAID = ("text", "ts_ms", "ts_s", GUARD)
"""Fields of a canonical table that say the same as others do, or how they are written."""

_EXPRESSIONS = {
    "published": _PUBLISHED,
    "community": "nullif(community, '')",
    "derived": "derived = 1",
    **{field: f"cast({field} as varchar)" for field in ("kind", "visibility", "clock")},
}


def convert(paths: Sequence[str], settings: Settings, target: Target, notify: Notify) -> Conversion:
    """Write the activities of the inputs, and return what came of each input.

    Args:
        paths: Files, folders or archives; ``-`` is standard input.
        settings: How they are read; who opted out is not written.
        target: What is written, and where.
        notify: Called with what is being done, how much is done, and of how much, where known.

    Raises:
        InputError: An input cannot be read, or there is no activity in it.
    """
    parts: list[str] = []

    def keep(ledger: Ledger) -> None:
        parts.append(_saver(ledger).save(_KEPT, "parquet"))
        ledger.empty()

    with loaded(paths, settings, notify, Keeping(full=keep)) as ledger:
        require_activity(ledger)
        keep(ledger)
        notify("writing", 0, None)
        engine = _saver(ledger)
        source = _listed(engine, parts, settings)
        ((written,),) = engine.rows(f"select count(*) from ({source}) as deeds")
        # Of a full disk the pieces do not know: left alone they would end after the engine.
        with closing(_pieces(engine, source, target)) as pieces:
            target.save(pieces)
        return Conversion(
            format=target.shape,
            written=int(written or 0),
            sources=ledger.sources,
            skipped=ledger.skipped,
            unknown_names=unknown_names(engine, _asked(settings.config)),
        )


def _saver(ledger: Ledger) -> Saver:
    engine: Saver = ledger.engine  # type: ignore[assignment]  # nobody can ask convert for another than the embedded
    return engine


def _listed(engine: Saver, parts: Sequence[str], settings: Settings) -> str:
    """Return the query for the deeds to write: those in the window, without who opted out."""
    deeds = f"select * from {engine.saved(parts)}"
    inside = " and ".join(window(settings, "a.ts_us"))
    within = f"(a.ts_us is null or ({inside}))" if inside else "true"
    if settings.config.exclude.opt_out:
        return _spared(engine, deeds, within, settings.config)
    return f"select * from ({deeds}) as a where {within}"


def _spared(engine: Saver, deeds: str, within: str, config: Config) -> str:
    """Return the query without the deeds of those who opted out, and without what names them.

    Whom an entry means is looked up among all deeds, not only among those within the window.
    """
    engine.execute("drop table activity")
    engine.execute(f"create view activity as {deeds}")
    ruler = Ruler().model_copy(update={"bots": []})
    # Every name ever shown counts: who opted out by an old name, or a later one, is left out too.
    tables.create_scalars(engine, ruler, tables.Span(tables.FAR_FUTURE, tables.FAR_PAST, tables.FAR_FUTURE))
    tables.create_config(engine, ruler, _asked(config))
    pipeline.run_steps(engine, steps.HANDLES)
    pattern = spelling.spelled(engine, config)
    engine.execute(_HIDDEN.format(spelled=_spells("n.id", pattern)))
    return _SPARED.format(
        ids=", ".join(map(_HASHED.format, _IDS)),
        joins="\n".join(map(_JOINED.format, _IDS)),
        spelled=_spells("a.community", pattern),
        within=within,
    )


def _spells(column: str, pattern: str) -> str:
    """Return the condition that a column spells what a pattern is for."""
    return f"regexp_matches(lower({column}), {quoted(pattern)})" if pattern else "false"


def _asked(config: Config) -> Config:
    """Return what of a configuration a conversion keeps to: who is one person, and who opted out."""
    out = Exclude(opt_out=config.exclude.opt_out)
    return config.model_copy(update={"exclude": out, "anchors": Config().anchors})


def _pieces(engine: Saver, source: str, target: Target) -> Generator[bytes]:
    fields = [field for field in FIELDS if field not in _NOT_SAID]
    if target.shape == "activitystreams":
        query = f"select {_cells(fields, guarded=False)} from ({source}) as deeds"
        yield from activitystreams.collection(
            dict(zip(fields, row, strict=True)) for rows in engine.stream(query, ROWS) for row in rows
        )
        return
    if target.shape == "parquet":
        fields.remove("published")
    cells = _cells(fields, guarded=target.shape == "csv" and not target.raw)
    yield from saved(engine, f"select {cells} from ({source}) as deeds", target.shape)


def _cells(fields: Sequence[str], *, guarded: bool) -> str:
    """Return the columns of a canonical table, as they are selected."""
    cells = {field: _EXPRESSIONS.get(field, field) for field in fields}
    if guarded:
        run = {field: f"coalesce(regexp_matches({cells[field]}, {quoted(RUN)}), false)" for field in NAMES}
        for field, is_run in run.items():
            cells[field] = f"case when {is_run} then '''' || {cells[field]} else {cells[field]} end"
        cells[GUARD] = f"case when {' or '.join(run.values())} then true end"
    return ", ".join(f"{cell} as {field}" for field, cell in cells.items())

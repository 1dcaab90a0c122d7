"""The ruler and the community's configuration as tables, so that settings reach SQL as data."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from kibbutz_cli.database import Database, Row, Value, enum
from kibbutz_cli.errors import ConfigError
from kibbutz_cli.model.activity import DAY_US, EPOCH, Kind, week_of
from kibbutz_cli.model.report import Element
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import KindRule, PresenceRule
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring import exclusions
from kibbutz_cli.scoring.ladder import caps
from kibbutz_cli.scoring.metric import KINDS

BLOCKS = 12
"""Blocks of four weeks in a trend."""

MOST_WORDS = 16
"""Words of an id or a name that are looked up; what has more is held against every exclusion."""

LAST_DAY = 2**31 - 1
"""No silence is longer."""

_DOUBLINGS = 16
"""Silence is told apart up to 2^16 days, 179 years."""

_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Roles are compared without the case of these letters, as in ``anchors.sql``."""

_APART = 200
"""Steps at which nothing is near any more."""

IDLE = frozenset({Kind.REMOVE, Kind.FLAG, Kind.LEAVE})
"""Kinds that make no active week: leaving is no coming back, and striking words is no taking part."""

FAR_PAST = -(2**62)
FAR_FUTURE = 2**62


_MEANT = """
select h.handle, a.actor
from (select distinct actor from activity) as a
inner join asked_handles as h on split_part(h.handle, '@', 1) = split_part(a.actor, '@', 1)
where a.actor = h.handle or starts_with(a.actor, h.handle || '@')
order by h.handle, a.actor
"""


class Span(NamedTuple):
    """The stretch of time that is scored, in microseconds UTC."""

    as_of_us: int
    since_us: int
    until_us: int


def create(db: Database, table: str, columns: str, rows: Sequence[Sequence[Value]] = ()) -> None:
    """Create a table and fill it."""
    db.execute(f"create table {table} ({columns})")
    if rows:
        db.append(table, rows)


def create_ruler(db: Database, ruler: Ruler, span: Span) -> None:
    """Create the one-row table ``ruler`` and the tables of kinds, elements, rungs and chances."""
    create_scalars(db, ruler, span)
    _create_kinds(db, ruler)
    create(
        db,
        "elements",
        f"element {enum(Element)}, weight double, place integer",
        [(str(element), ruler.elements.get(element, 0.0), place) for place, element in enumerate(Element)],
    )
    _create_ladder(db, ruler)
    _create_presence(db, ruler.presence)
    create(db, "caps", "elements integer, capped varchar", caps(ruler))
    create(db, "numbers", "n integer", [(n,) for n in range(BLOCKS + 1)])
    create(db, "calendar", "month integer, first_day integer, last_day integer", _months(span.as_of_us))


def create_scalars(db: Database, ruler: Ruler, span: Span) -> None:
    """Create the one-row table ``ruler``: every single number, and the moment spoken of."""
    scalars: dict[str, int | float] = {
        **_as_of(span.as_of_us),
        "since_us": span.since_us,
        "until_us": span.until_us,
        **numbers(ruler),
    }
    columns = ", ".join(
        f"{name} {'double' if isinstance(value, float) else 'bigint'}" for name, value in scalars.items()
    )
    create(db, "ruler", columns, [tuple(scalars.values())])


def numbers(ruler: Ruler) -> dict[str, int | float]:
    """Return every single number of a ruler by its column in the table ``ruler``."""
    return {
        "half_life_days": ruler.half_life_days,
        "recognition_days": ruler.recognition_days,
        "dormant_weeks": ruler.dormant_weeks,
        "forgiveness_days": ruler.forgiveness_days,
        **ruler.ties.model_dump(),
        **ruler.exchange.model_dump(),
        **ruler.restraint.model_dump(),
        **ruler.trust.model_dump(exclude={"roles", "steps"}),
        "trust_steps": ruler.trust.steps,
        "horizon_weeks": ruler.presence.horizon_weeks,
        "presence_history_weeks": ruler.presence.history_horizons * ruler.presence.horizon_weeks,
        "presence_half_life_weeks": ruler.presence.half_life_weeks,
        "presence_steps": ruler.presence.steps,
        "presence_shrink": ruler.presence.shrink_comebacks,
        "presence_table_members": ruler.presence.table_members,
        "presence_told_steps": ruler.presence.told_steps,
        **{f"prior_{name}": value for name, value in ruler.prior.model_dump().items()},
        **ruler.evidence.model_dump(),
        **ruler.history.model_dump(exclude={"evaluations"}),
        "sensitivity_draws": ruler.sensitivity.draws,
        "sensitivity_outside": ruler.sensitivity.outside,
    }


def move(db: Database, known: str, as_of_us: int) -> None:
    """Create the table ``ruler`` as another one that is there, but for another moment."""
    then = ", ".join(f"cast({value} as bigint) as {name}" for name, value in _as_of(as_of_us).items())
    db.execute(f"create table ruler as\nselect * replace ({then}) from {known}")


def create_metrics(db: Database, metrics: Sequence[Row]) -> None:
    """Create the table ``metrics``, and ``measures`` for what they find of each member.

    Args:
        db: The engine.
        metrics: Name, element, kind, unit, weight and target of each, and 1 if it is scored.
    """
    # There is a row for each member and metric: told by texts, a replay takes a tenth longer.
    metric, kind = enum(str(row[0]) for row in metrics), enum(KINDS)
    columns = f"metric {metric}, element {enum(Element)}, kind {kind}, unit varchar, weight double"
    create(db, "metrics", f"{columns}, target double, scored integer", metrics)
    numbers = "amount double, squares double, hits double, trials double"
    create(db, "measures", f"metric {metric}, kind {kind}, member integer, {numbers}")


def create_config(db: Database, ruler: Ruler, config: Config) -> None:
    """Create the tables of identities, exclusions and anchors.

    Raises:
        ConfigError: A handle is joined to two members, or could mean several actors.
    """
    named = [handle for handles in config.identities.values() for handle in handles]
    named += [name for name in config.anchors.members if name not in config.identities]
    actors = _actors(db, named) if named else {}
    identities = _identities(config, actors)
    create(db, "identities", "handle varchar, member varchar", sorted(identities.items()))
    excluded = exclusions.rows(ruler.bots, config.exclude)
    create(db, "exclusions", "pattern varchar, reason varchar, word varchar", excluded)
    create(db, "word_places", "place integer", [(place,) for place in range(1, MOST_WORDS + 1)])
    create(db, "anchor_names", "member_key varchar", _anchors(config, actors, identities))
    create(
        db, "anchor_roles", "role varchar", sorted({(role.translate(_SMALL),) for role in ruler.trust.roles})
    )


def _as_of(as_of_us: int) -> dict[str, int]:
    """Return the moment spoken of as it is told in the table ``ruler``."""
    day = as_of_us // DAY_US
    return {"as_of_us": as_of_us, "as_of_day": day, "as_of_week": week_of(day)}


def _create_kinds(db: Database, ruler: Ruler) -> None:
    flags = ("contributes", "original", "endorses", "recognises")
    rows: list[Row] = [
        (
            str(kind),
            float(rule.weight),
            rule.daily_cap,
            int(kind not in IDLE),
            *(int(getattr(rule, flag)) for flag in flags),
        )
        for kind, rule in ((kind, ruler.kinds.get(kind, KindRule())) for kind in Kind)
    ]
    # Every deed has them beside it: the fewer bytes the better.
    yes_or_no = ", ".join(f"{flag} tinyint" for flag in ("active", *flags))
    create(db, "kinds", f"kind {enum(Kind)}, weight double, daily_cap integer, {yes_or_no}", rows)


def _months(as_of_us: int) -> list[Row]:
    """Return the months of the calendar from 1970 to a moment, in UTC: number, first and last day."""
    end = EPOCH + timedelta(microseconds=as_of_us)
    months = range(12 * EPOCH.year, 12 * end.year + end.month)
    firsts = [date(month // 12, month % 12 + 1, 1).toordinal() - EPOCH.toordinal() for month in months]
    return [
        (month, first, first + monthrange(month // 12, month % 12 + 1)[1] - 1)
        for month, first in zip(months, firsts, strict=True)
    ]


def _create_presence(db: Database, rule: PresenceRule) -> None:
    """Create the rows of silence, what is near to what, and the table of chances."""
    silences = silence_rows(rule.steps)
    create(db, "silences", "silence integer, first_day integer, last_day integer", silences)
    near = [(apart, rule.nearness**apart, rule.nearness ** (apart / 2)) for apart in range(_APART)]
    create(db, "nearness", "apart integer, near double, far double", near)
    starts = [0, *(7 * (week + 1) for week in rule.silent_weeks)]
    ends = [*(7 * week + 6 for week in rule.silent_weeks), LAST_DAY]
    chances = [1 - (1 - chance) ** (rule.horizon_weeks / rule.table_weeks) for chance in rule.chances]
    create(
        db,
        "presence_table",
        "silent_from integer, silent_to integer, chance double",
        list(zip(starts, ends, chances, strict=True)),
    )


def silence_rows(steps: int) -> list[tuple[int, int, int]]:
    """Return the rows of the log scale of silence that hold a whole day: number, first and last day.

    A day ``d`` lies in row ``floor(steps * log2(1 + d))``; the last row has no end.
    """
    firsts = {number: ceil(2 ** (number / steps) - 1 - 1e-9) for number in range(_DOUBLINGS * steps)}
    rows = [
        (number, first)
        for number, first in firsts.items()
        if number + 1 not in firsts or first < firsts[number + 1]
    ]
    ends = [first - 1 for _, first in rows[1:]] + [LAST_DAY]
    return [(number, first, end) for (number, first), end in zip(rows, ends, strict=True)]


def _create_ladder(db: Database, ruler: Ruler) -> None:
    names = [name for name in type(ruler.ladder[0]).model_fields if name != "name"]
    rows: list[Row] = [
        (number, rung.name, *(float(getattr(rung, name)) for name in names))
        for number, rung in enumerate(ruler.ladder)
    ]
    create(db, "ladder", "rung integer, name varchar, " + ", ".join(f"{name} double" for name in names), rows)


def _identities(config: Config, actors: Mapping[str, Sequence[str]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for member, handles in config.identities.items():
        for handle in handles:
            actor = _actor(f"identities.{member}", handle, actors)
            if joined.setdefault(actor, member) != member:
                raise ConfigError(f"identities.{member}: {handle!r}: is already joined to {joined[actor]!r}")
    return joined


def _anchors(config: Config, actors: Mapping[str, Sequence[str]], joined: Mapping[str, str]) -> list[Row]:
    """Return the members named as anchors, each by the name of the member or by one of its handles."""
    named = [
        name if name in config.identities else _actor("anchors.members", name, actors)
        for name in config.anchors.members
    ]
    return [(member,) for member in sorted({joined.get(actor, actor) for actor in named})]


def _actors(db: Database, handles: Sequence[str]) -> dict[str, list[str]]:
    """Return the actors each handle may mean, asked of all activities at once: there may be thousands."""
    create(db, "asked_handles", "handle varchar", [(handle,) for handle in dict.fromkeys(handles)])
    found: dict[str, list[str]] = {}
    for handle, actor in db.rows(_MEANT):
        found.setdefault(str(handle), []).append(str(actor))
    db.execute("drop table asked_handles")
    return found


def _actor(key: str, handle: str, actors: Mapping[str, Sequence[str]]) -> str:
    """Return the actor a handle means: itself, or the only one that adds ``@host`` to it."""
    found = actors.get(handle, ())
    if handle in found or not found:
        return handle
    if len(found) > 1:
        raise ConfigError(f"{key}: {handle!r}: could be {' or '.join(found[:3])}", "write the id out in full")
    return found[0]

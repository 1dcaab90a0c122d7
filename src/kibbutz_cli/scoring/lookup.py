"""From what a person types to the members it means."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from kibbutz_cli.database import Database, Row
from kibbutz_cli.errors import UsageError
from kibbutz_cli.scoring.exclusions import REASONS, spellings
from kibbutz_cli.scoring.tables import create

ALL = 2**62


def find(db: Database, name: str) -> int:
    """Return the number of the member a person means: by id, by handle, or by a name that only one ever had.

    What is none of these as it was typed is so in any case, and a name may have the end of the id behind it,
    as reports tell members of one name apart.

    Raises:
        UsageError: Nobody, or more than one member, is called so.
    """
    typed = (name, *spellings(name)) if _is_text(name) else ()
    rows = next(filter(None, (_called(db, each) for each in typed)), [])
    if len(rows) == 1:
        return int(rows[0][0] or 0)
    if rows:
        keys = ", ".join(str(row[1]) for row in rows[:5])
        raise UsageError(f"{name}: {len(rows)} members are called so: {keys}", "give the id")
    raise UsageError(f"{name}: no such member here", _nearest(db, name))


def _is_text(name: str) -> bool:
    """Return whether a name can be a member's: of what was typed, bytes that are no UTF-8 cannot."""
    return not any("\ud800" <= mark <= "\udfff" for mark in name)


def _called(db: Database, name: str) -> list[Row]:
    rows = db.rows("select member, person_key from members where person_key = ?", (name,))
    rows = rows or db.rows(_CALLED.format(condition="h.actor = ?"), (name,))
    literal = name.removeprefix("@").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    if rows:
        return rows
    rows = db.rows(
        _CALLED.format(
            condition=" or ".join(
                f"{name} ilike ? escape '\\'"
                for name in ("trim(b.name)", "m.person_key", "h.actor", "h.actor", "h.actor")
            )
        ),
        (literal, literal, literal, f"%:{literal}", f"%:{literal}@%"),
    )
    # A name is free to choose: one may be what reports print of somebody else.
    printed = db.rows(_CALLED_AND_ID, (name, name)) if name.endswith(")") else []
    return sorted({*rows, *printed}, key=lambda row: str(row[1]))


_CALLED_AND_ID = """
select
  m.member,
  m.person_key
from members as m
inner join names as n on n.member_key = m.person_key
where trim(n.name) || ' (' || m.person_key || ')' = ?
  or trim(n.name) || ' (' || substr(m.person_key, instr(m.person_key, ':') + 1) || ')' = ?
order by m.person_key
"""
"""Reports print a member who shares a name with the end of the id, or all of it, in brackets."""


def namesakes(db: Database, names: Iterable[str]) -> dict[str, str]:
    """Return what tells the members who share one of these names apart, by their ids: the end of the id.

    Whose name is what is printed of another, name and end of the id, has it, too.
    Where two of a name end alike, as one account on two platforms does, it is the whole id.
    """
    db.execute("create or replace table called (word varchar)")
    db.append("called", [(name,) for name in sorted({name.strip() for name in names} - {""})])
    rows = [
        (str(key), str(name), str(key).partition(":")[2] or str(key)) for key, name in db.rows(_NAMESAKES)
    ]
    alike = Counter((name, end) for _, name, end in rows)
    return {key: end if alike[name, end] == 1 else key for key, name, end in rows}


_NAMESAKES = """
with named as (
  select
    m.person_key,
    trim(n.name) as name
  from members as m
  inner join names as n on n.member_key = m.person_key
),
bearers as (
  select
    d.person_key,
    d.name
  from named as d
  inner join called as w on w.word = d.name
),
printed as (
  select name || ' (' || substr(person_key, instr(person_key, ':') + 1) || ')' as name from named
  union all
  select name || ' (' || person_key || ')' as name from named
),
shared as (
  select name
  from bearers
  group by name
  having count(*) > 1
  union
  select b.name
  from bearers as b
  inner join printed as p on p.name = b.name
  where b.name like '%)'
)
select
  d.person_key,
  d.name
from bearers as d
inner join shared as s on s.name = d.name
order by d.person_key
"""


def choose(db: Database, top: int | None, names: Sequence[str]) -> None:
    """Create the table ``shown``: the members named, or the first ones, or all.

    Raises:
        UsageError: A name means nobody, or more than one.
    """
    db.execute("create or replace table shown (member integer)")
    if names:
        db.append("shown", [(member,) for member in sorted({find(db, name) for name in names})])
    else:
        most = ALL if top is None else min(top, ALL)
        db.execute("insert into shown select member from places where place <= ?", (most,))


def order(db: Database, element: str) -> None:
    """Make the order of every list that of one element; last is who has no standing or no score in it."""
    db.execute(_ORDERED, (element,))


def opted_out(db: Database, words: Sequence[str]) -> set[str]:
    """Return those of some words that name who opted out: as the list has it, by handle or by any name."""
    rows = [(word, each) for word in sorted({*words}) for each in (word, *spellings(word))]
    create(db, "words", "word varchar, spelling varchar", rows)
    return {str(word) for (word,) in db.rows(_OPTED_OUT, (REASONS["opt_out"],) * 2)}


_OPTED_OUT = """
select w.word
from words as w
inner join exclusions as e on w.spelling ilike e.pattern escape '\\'
where e.reason = ?
union
select w.word
from words as w
inner join handles as h
  on lower(w.spelling) in (
    lower(h.actor),
    lower(h.member_key),
    lower(substr(h.actor, instr(h.actor, ':') + 1)),
    lower(split_part(substr(h.actor, instr(h.actor, ':') + 1), '@', 1))
  )
  or exists (select 1 from bylines as b where b.actor = h.actor and lower(trim(b.name)) = lower(w.spelling))
where h.reason = ?
"""

_ORDERED = """
create or replace table places as
select
  m.member,
  m.person_key,
  row_number() over (
    order by
      case when s.member is null or e.score is null then 1 else 0 end,
      round(e.score, 9) desc,
      m.person_key
  ) as place
from members as m
left join standings as s on s.member = m.member
left join element_scores as e on e.member = m.member and e.element = ?
"""

_CALLED = """
select distinct m.member, m.person_key
from handles as h
inner join members as m on m.person_key = h.member_key
left join bylines as b on b.actor = h.actor and b.times > 0
where {condition}
order by m.person_key
"""


def _nearest(db: Database, name: str) -> str:
    rows = db.rows(
        "select b.name, h.member_key from handles as h "
        "inner join members as m on m.person_key = h.member_key "
        "left join bylines as b on b.actor = h.actor and b.times > 0 "
        "order by h.member_key, b.name limit 100000"
    )
    # A name with marks that are not printed as they are cannot be typed as it is shown: the id can.
    hints = {
        str(word): str(word if str(word).isprintable() else row[1]) for row in rows for word in row if word
    }
    known = sorted(hints)
    near = get_close_matches(name, known, n=3, cutoff=0.6)
    if not near:
        cased = {word.casefold(): word for word in reversed(known)}
        near = [cased[word] for word in get_close_matches(name.casefold(), sorted(cased), n=3, cutoff=0.6)]
    told = dict.fromkeys(hints[word] for word in near)
    return f"did you mean {' or '.join(told)}?" if told else "kibbutz score lists the members"

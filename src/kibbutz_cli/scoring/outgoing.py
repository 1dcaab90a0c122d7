"""What goes out from one person's archive: to whom, and how; a description, never a score."""

from kibbutz_cli.database import Database
from kibbutz_cli.model.remarks import Contact, Outgoing
from kibbutz_cli.scoring import steps
from kibbutz_cli.scoring.results import integer

CLOSEST = 10

_KINDS = f"""
select kind, count(*)
from screened
where (reason is null or reason = 'undated') and {steps.IS_DEED}
group by kind
order by count(*) desc, kind
"""

_CONTACTS = """
with addressed as (
  select
    s.deed,
    s.target
  from screened as s
  where (s.reason is null or s.reason = 'undated') and s.target is not null and s.target <> s.member
),
people_named as (
  select
    d.target,
    p.person_key,
    max(a.target_name) as name,
    count(*) as deeds
  from addressed as d
  inner join people as p on p.person = d.target
  inner join activity as a on a.deed = d.deed
  group by d.target, p.person_key
)
select
  person_key,
  coalesce(name, person_key),
  deeds,
  count(*) over () as people
from people_named
order by deeds desc, person_key
limit ?
"""


def outgoing(db: Database) -> Outgoing:
    """Return what goes out: deeds by kind, how many people are addressed, and who most often."""
    contacts = db.rows(_CONTACTS, (CLOSEST,))
    return Outgoing(
        kinds={str(kind): integer(count) for kind, count in db.rows(_KINDS)},
        people=integer(contacts[0][3]) if contacts else 0,
        closest=[
            Contact(id=str(person), name=str(name), deeds=integer(deeds))
            for person, name, deeds, _ in contacts
        ],
    )

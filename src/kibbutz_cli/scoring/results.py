"""From the tables of results to the words of the report, for the members that are shown."""

import math

from collections import defaultdict
from datetime import date, timedelta
from typing import Literal

from kibbutz_cli.model.report import Advice, Element, ElementScore, MemberReport, Part, Standing
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring.database import Database, Value
from kibbutz_cli.scoring.ladder import statuses

DIGITS = 9
BLOCKS = 12
EPOCH = date(1970, 1, 1)

_MEMBERS = """
select
  m.member, m.person_key, n.name, case when a.member is null then 0 else 1 end, m.deeds, m.active_weeks,
  m.first_day, m.last_day, c.recognised_by
from shown as s
inner join members as m on m.member = s.member
inner join places as o on o.member = s.member
inner join company as c on c.member = s.member
left join (select member_key, max(actor_name) as name from handles group by member_key) as n
  on n.member_key = m.person_key
left join (select distinct member from anchors) as a on a.member = s.member
order by o.place
"""

_PARTS = """
select p.member, p.element, p.metric, p.value, m.unit, p.hits, p.trials, p.score, sqrt(p.variance), p.share, p.adds
from parts as p
inner join metrics as m on m.metric = p.metric
inner join shown as s on s.member = p.member
order by p.member, p.share desc, p.metric
"""

_ELEMENTS = """
select e.member, e.element, e.score, sqrt(e.variance), w.weight
from element_scores as e
inner join elements as w on w.element = e.element
inner join shown as s on s.member = e.member
"""

_STANDINGS = """
select t.member, t.standing, t.low, t.high, r.rank_low, r.rank_high, t.elements
from standings as t
inner join ranks as r on r.member = t.member
inner join shown as s on s.member = t.member
"""

_HANDLES = """
select p.person, h.actor
from handles as h
inner join people as p on p.person_key = h.member_key
inner join shown as s on s.member = p.person
order by p.person, h.actor
"""

_ROLES = """
select p.person, h.role
from roles as h
inner join people as p on p.person_key = h.member_key
inner join shown as s on s.member = p.person
order by p.person, h.role
"""


def members(db: Database, ruler: Ruler) -> list[MemberReport]:
    """Return the members of the table ``shown``, in the order of every list."""
    elements = _elements(db, ruler)
    rungs = statuses(db, ruler)
    standings = _standings(db)
    handles = _lists(db, _HANDLES)
    roles = _lists(db, _ROLES)
    trends = _trends(db)
    reports = []
    for member, key, name, anchor, deeds, weeks, first, last, recognised_by in db.rows(_MEMBERS):
        number = integer(member)
        standing, scored = standings.get(number, (None, 0))
        reports.append(
            MemberReport(
                member=str(key),
                name=str(name or key),
                handles=handles[number],
                roles=roles[number],
                anchor=bool(anchor),
                deeds=integer(deeds),
                active_weeks=integer(weeks),
                first_day=day(first),
                last_day=day(last),
                trend=trends.get(number, [0] * BLOCKS),
                grade=grade(scored, standing) if standing else None,
                standing=standing,
                status=rungs[number],
                elements=elements[number],
                recognised_by=integer(recognised_by),
                unscored="" if standing else too_thin(ruler, integer(deeds), integer(weeks)),
            )
        )
    return reports


def grade(elements: int, standing: Standing) -> Literal["A", "B", "C", "D"]:
    """Return how complete the evidence is: a letter down for each missing element, one more for a wide interval."""
    letters: tuple[Literal["A", "B", "C", "D"], ...] = ("A", "B", "C", "D")
    wide = int(standing.high - standing.low > 30)
    return letters[min(3, max(0, 5 - elements) + wide)]


def too_thin(ruler: Ruler, deeds: int, weeks: int) -> str:
    """Say what is missing for a standing."""
    need = ruler.evidence
    return (
        f"not enough evidence: {deeds} of {need.min_deeds} deeds, "
        f"{weeks} of {need.min_active_weeks} active weeks"
    )


def advice(db: Database) -> Advice:
    """Return whom to look at next, five of each at most."""
    return Advice(
        rising=_keys(db, _RISING),
        leaving=_keys(db, _LEAVING),
        unrecognised=_keys(db, _UNRECOGNISED),
    )


def day(number: Value) -> str:
    """Return a day since 1970 as an ISO date."""
    return (EPOCH + timedelta(days=integer(number))).isoformat()


def integer(value: Value) -> int:
    """Return a count that the engine may have given as a decimal."""
    return int(value or 0)


def number(value: Value) -> float:
    """Return a figure rounded the way it is saved."""
    return round(float(value or 0), DIGITS)


_RISING = """
with halves as (
  select
    member,
    sum(case when block >= 9 then deeds else 0 end) as late,
    sum(case when block >= 6 and block < 9 then deeds else 0 end) as early
  from trends
  group by member
)
select m.person_key
from halves as h
inner join members as m on m.member = h.member
inner join standings as s on s.member = h.member
where h.late >= 6 and h.late >= 2 * h.early
order by h.late - h.early desc, m.person_key
limit 5
"""

_LEAVING = """
select m.person_key
from parts as p
inner join members as m on m.member = p.member
inner join standings as s on s.member = p.member
cross join ruler as r
where p.metric = 'presence' and p.score < 0.5 and m.active_weeks >= 6 and r.as_of_week - m.last_week < 26
order by s.standing desc, m.person_key
limit 5
"""

_UNRECOGNISED = """
with shares as (
  select
    g.member,
    g.score as recognition,
    c.score as contribution,
    row_number() over (order by c.score desc, g.member) as place,
    count(*) over () as people
  from parts as g
  inner join parts as c on c.member = g.member and c.metric = 'contribution'
  inner join standings as s on s.member = g.member
  where g.metric = 'recognition'
),
typical as (
  select cast(sum(cast(recognition as decimal(18, 12))) as double) / count(*) as recognition
  from shares
)
select m.person_key
from shares as s
cross join typical as t
inner join members as m on m.member = s.member
where s.place <= greatest(3, s.people / 3) and s.recognition < 0.7 * t.recognition
order by s.contribution desc, m.person_key
limit 5
"""


def _elements(db: Database, ruler: Ruler) -> dict[int, list[ElementScore]]:
    parts: dict[tuple[int, str], list[Part]] = defaultdict(list)
    for member, element, metric, value, unit, hits, trials, score, sd, share, adds in db.rows(_PARTS):
        part = Part(
            metric=str(metric),
            value=number(value),
            unit=str(unit),
            hits=None if hits is None else number(hits),
            trials=None if trials is None else number(trials),
            score=number(score),
            sd=number(sd),
            weight=number(share),
            adds=number(adds),
        )
        parts[integer(member), str(element)].append(part)
    scores = {(integer(row[0]), str(row[1])): row[2:] for row in db.rows(_ELEMENTS)}
    totals: dict[int, float] = defaultdict(float)
    for (member, _), (_, _, weight) in sorted(scores.items()):
        totals[member] += float(weight or 0)
    shown = [integer(row[0]) for row in db.rows("select member from shown order by member")]
    return {
        member: [
            _element(ruler, element, scores.get((member, element)), totals[member], parts[member, element])
            for element in Element
        ]
        for member in shown
    }


def _element(
    ruler: Ruler, element: Element, row: tuple[Value, ...] | None, total: float, parts: list[Part]
) -> ElementScore:
    if row is None or not total:
        return ElementScore(element=element, score=None, low=None, high=None, log_share=None, parts=[])
    score, sd, weight = (float(value or 0) for value in row)
    reach = ruler.evidence.z * sd
    return ElementScore(
        element=element,
        score=number(score),
        low=number(max(0.0, score - reach)),
        high=number(min(1.0, score + reach)),
        log_share=number(weight / total * math.log(max(score, ruler.evidence.floor))),
        parts=parts,
    )


def _standings(db: Database) -> dict[int, tuple[Standing, int]]:
    return {
        integer(member): (
            Standing(
                value=number(value),
                low=number(low),
                high=number(high),
                rank_low=integer(rank_low),
                rank_high=integer(rank_high),
            ),
            integer(elements),
        )
        for member, value, low, high, rank_low, rank_high, elements in db.rows(_STANDINGS)
    }


def _trends(db: Database) -> dict[int, list[int]]:
    trends: dict[int, list[int]] = defaultdict(lambda: [0] * BLOCKS)
    for member, block, deeds in db.rows(
        "select t.member, t.block, t.deeds from trends as t inner join shown as s on s.member = t.member"
    ):
        trends[integer(member)][integer(block)] = integer(deeds)
    return trends


def _lists(db: Database, query: str) -> dict[int, list[str]]:
    lists: dict[int, list[str]] = defaultdict(list)
    for member, word in db.rows(query):
        lists[integer(member)].append(str(word))
    return lists


def _keys(db: Database, query: str) -> list[str]:
    return [str(row[0]) for row in db.rows(query)]

-- Whom each label means: by id, else by handle, else in any case by these, a name it ever had, or the end of a handle,
-- that only it has.
-- Meant counts the members a label could mean; one is a match.
with asked_for as (
  select line, label, word, 1 as way
  from labels
  union all
  select line, label, word, 2 as way
  from labels
  union all
  select line, label, lower(word) as word, 3 as way
  from labels
),
called as (
  select m.person_key, m.person_key as word, 1 as way
  from members as m
  union all
  select m.person_key, h.actor as word, 2 as way
  from handles as h
  inner join members as m on m.person_key = h.member_key
  union all
  select m.person_key, lower(m.person_key) as word, 3 as way
  from members as m
  union all
  select m.person_key, lower(h.actor) as word, 3 as way
  from handles as h
  inner join members as m on m.person_key = h.member_key
  union all
  select m.person_key, lower(b.name) as word, 3 as way
  from bylines as b
  inner join handles as h on h.actor = b.actor
  inner join members as m on m.person_key = h.member_key
  where b.name is not null and b.times > 0
  union all
  select m.person_key, lower(substr(h.actor, instr(h.actor, ':') + 1)) as word, 3 as way
  from handles as h
  inner join members as m on m.person_key = h.member_key
  where instr(h.actor, ':') > 0
  union all
  select
    m.person_key,
    lower(substr(h.actor, instr(h.actor, ':') + 1, instr(h.actor, '@') - instr(h.actor, ':') - 1)) as word,
    3 as way
  from handles as h
  inner join members as m on m.person_key = h.member_key
  where instr(h.actor, ':') > 0 and instr(h.actor, '@') > instr(h.actor, ':') + 1
),
found as (
  select
    a.line,
    a.label,
    a.way,
    min(c.person_key) as person_key,
    count(distinct c.person_key) as meant
  from asked_for as a
  inner join called as c on c.word = a.word and c.way = a.way
  group by a.line, a.label, a.way
),
ranked as (
  select
    line,
    label,
    person_key,
    meant,
    row_number() over (partition by line order by way) as place
  from found
)
select line, label, person_key, meant
from ranked
where place = 1

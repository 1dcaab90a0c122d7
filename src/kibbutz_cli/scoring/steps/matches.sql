-- Which id or name matches which exclusion, in any case: a pair may stand twice. Where a pattern has a word between colons,
-- @ and its ends, only what has that word is held against it: of a list of thousands, each would be held against everybody.
with texts as (
  select actor as said
  from bylines
  union
  select member as said
  from identities
  union
  select trim(name) as said
  from bylines
  where name is not null
),
parted as (
  select
    said,
    replace(lower(said), '@', ':') as parts,
    1 + length(said) - length(replace(replace(said, '@', ''), ':', '')) as words
  from texts
),
worded as (
  select
    p.said,
    split_part(p.parts, ':', w.place) as word
  from parted as p
  inner join word_places as w on w.place <= p.words
),
endless as (
  select p.said
  from parted as p
  cross join (select max(place) as most from word_places) as m
  where p.words > m.most
)
select
  w.said,
  e.pattern,
  e.reason
from worded as w
inner join exclusions as e on lower(e.word) = w.word
where w.said ilike e.pattern escape '\'
union all
select
  t.said,
  e.pattern,
  e.reason
from texts as t
inner join exclusions as e on t.said ilike e.pattern escape '\'
where e.word is null
union all
select
  t.said,
  e.pattern,
  e.reason
from endless as t
inner join exclusions as e on t.said ilike e.pattern escape '\'

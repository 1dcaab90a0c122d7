-- Everything that could tell what comes after, one row a member and predictor; the standing is not among them.
select p.person_key, 'element' as family, e.element as name, e.score as value
from element_scores as e
inner join people as p on p.person = e.member
union all
select p.person_key, 'metric' as family, a.metric as name, a.score as value
from parts as a
inner join people as p on p.person = a.member
union all
select p.person_key, 'baseline' as family, 'deeds' as name, b.deeds as value
from baselines as b
inner join people as p on p.person = b.member
union all
select p.person_key, 'baseline' as family, 'posts' as name, b.posts as value
from baselines as b
inner join people as p on p.person = b.member
union all
select p.person_key, 'baseline' as family, 'active_days' as name, b.active_days as value
from baselines as b
inner join people as p on p.person = b.member
union all
select p.person_key, 'baseline' as family, 'recency' as name, b.recency as value
from baselines as b
inner join people as p on p.person = b.member
union all
select p.person_key, 'baseline' as family, 'active_weeks' as name, b.active_weeks as value
from baselines as b
inner join people as p on p.person = b.member
union all
select p.person_key, 'baseline' as family, 'partners' as name, b.partners as value
from baselines as b
inner join people as p on p.person = b.member

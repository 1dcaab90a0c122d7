-- Every shown member as one JSON text: what is said of a member, in the order of the model MemberReport.
-- Lists keep this one query to the embedded engine; the steps it reads from run anywhere.
-- Inner records become texts before they are gathered: gathering records takes twice the time. The parts of a member
-- are gathered by their slots, one column each, which takes a quarter of the time of a sorted aggregate. What stands
-- in braces is filled in: the columns of the parts and of the elements, and the elements with their parts in order.
with part_texts as (
  select
    p.member,
    m.slot,
    to_json({
      'metric': p.metric,
      'value': round(p.value, 9),
      'unit': m.unit,
      'hits': round(p.hits, 9),
      'trials': round(p.trials, 9),
      'score': round(p.score, 9),
      'sd': round(sqrt(p.variance), 9),
      'weight': round(p.share, 9),
      'adds': round(p.adds, 9)
    }) as text
  from parts as p
  inner join slots as m on m.metric = p.metric
  inner join shown as s on s.member = p.member
),
totals as (
  select e.member, cast(sum(cast(w.weight as decimal(18, 9))) as double) as weight
  from element_scores as e
  inner join shown as s on s.member = e.member
  inner join elements as w on w.element = e.element
  group by e.member
),
element_texts as (
  select
    s.member,
    w.place,
    left(to_json({
      'element': w.element,
      'score': round(e.score, 9),
      'low': round(e.low, 9),
      'high': round(e.high, 9),
      'log_share': round(w.weight / nullif(t.weight, 0) * ln(greatest(e.score, r.floor)), 9) + 0.0
    }), -1) as text
  from shown as s
  cross join elements as w
  cross join ruler as r
  left join element_scores as e on e.member = s.member and e.element = w.element
  left join totals as t on t.member = e.member
),
part_rows as (
  select
    member{part_columns}
  from part_texts
  group by member
),
element_rows as (
  select
    member{element_columns}
  from element_texts
  group by member
),
standing_records as (
  select
    t.member,
    t.elements,
    {
      'value': round(t.standing, 9),
      'low': round(t.low, 9),
      'high': round(t.high, 9),
      'rank_low': cast(r.rank_low as bigint),
      'rank_high': cast(r.rank_high as bigint)
    } as standing
  from standings as t
  inner join ranks as r on r.member = t.member
  inner join shown as s on s.member = t.member
),
-- What the data shows of nobody is not known of anybody.
seen as (
  select
    max(case when fact = 'between_members' and amount > 0 then 1 end) as partners,
    max(case when fact = 'mutual' and amount > 0 then 1 end) as mutual,
    max(case when fact = 'recognised' and amount > 0 then 1 end) as recognised_by
  from facts
),
asked as (
  select
    n.member,
    l.name,
    l.within_weeks,
    [
      {'name': 'lower_bound', 'needed': l.lower_bound, 'has': round(d.low, 9)},
      {'name': 'active_weeks', 'needed': l.active_weeks, 'has': cast(n.active_weeks as double)},
      {'name': 'mutual_partners', 'needed': l.mutual_partners, 'has': cast(n.mutual_partners * k.mutual as double)},
      {'name': 'partners', 'needed': l.partners, 'has': cast(n.partners * k.partners as double)},
      {'name': 'recognised_by', 'needed': l.recognised_by, 'has': cast(n.recognised_by * k.recognised_by as double)},
      {
        'name': 'no_element_below',
        'needed': l.no_element_below,
        'has': case when n.elements > 0 then round(n.weakest_element, 9) end
      },
      {'name': 'strong_elements', 'needed': l.strong_elements, 'has': cast(n.strong_elements as double)},
      {'name': 'tenure_months', 'needed': l.tenure_months, 'has': cast(n.tenure_months as double)},
      {'name': 'min_elements', 'needed': l.min_elements, 'has': cast(n.elements as double)}
    ] as gates
  from shown as s
  inner join statuses as t on t.member = s.member
  inner join gates as n on n.member = s.member and n.rung = t.rung + 1
  inner join ladder as l on l.rung = n.rung
  cross join seen as k
  left join standings as d on d.member = s.member
),
status_records as (
  select
    t.member,
    {
      'current': l.name,
      'earned': e.name,
      'reached': h.name,
      'notice': strftime(make_timestamp(t.notice_us), '%Y-%m-%dT%H:%M:%SZ'),
      'dormant': t.dormant = 1,
      'capped': c.capped,
      'next': a.name,
      'gates': [
        {
          'name': g.name,
          'needed': g.needed,
          'has': g.has,
          'met': coalesce(g.has >= g.needed, false),
          'within_weeks': case when g.name = 'active_weeks' then cast(a.within_weeks as bigint) else 0 end
        }
        for g in coalesce(a.gates, []) if g.needed > 0
      ]
    } as status
  from statuses as t
  inner join shown as s on s.member = t.member
  inner join ladder as l on l.rung = t.rung
  inner join ladder as e on e.rung = t.earned
  inner join ladder as h on h.rung = t.reached
  inner join gates as g on g.member = t.member and g.rung = t.rung
  inner join caps as c on c.elements = g.elements
  left join asked as a on a.member = t.member
),
handle_lists as (
  select m.member, list(h.actor order by h.actor) as handles
  from shown as s
  inner join members as m on m.member = s.member
  inner join handles as h on h.member_key = m.person_key
  group by m.member
),
role_lists as (
  select m.member, list(h.role order by h.role) as roles
  from shown as s
  inner join members as m on m.member = s.member
  inner join roles as h on h.member_key = m.person_key
  cross join ruler as r
  where h.since_us <= r.as_of_us
  group by m.member
),
history_lists as (
  select
    h.member,
    string_agg(left(to_json({
      'as_of': strftime(make_timestamp(h.as_of_us), '%Y-%m-%dT%H:%M:%SZ'),
      'standing': round(h.standing, 9),
      'low': round(h.low, 9),
      'high': round(h.high, 9),
      'status': l.name
    }), -1) || ',"changes":['
      || concat_ws(
        ',',
        case when h.promoted = 1 then '"promoted"' end,
        case when h.noticed = 1 then '"notice"' end,
        case when h.demoted = 1 then '"demoted"' end,
        case when h.dozed = 1 then '"dormant"' end,
        case when h.woke = 1 then '"woke"' end
      ) || ']}', ',' order by h.moment) as moments
  from history as h
  inner join shown as s on s.member = h.member
  inner join ladder as l on l.rung = h.rung
  group by h.member
),
sensitivity_records as (
  select
    v.member,
    {
      'rank_low': cast(v.rank_low as bigint),
      'rank_high': cast(v.rank_high as bigint),
      'status_chance': round(v.status_chance, 9)
    } as sensitivity
  from sensitivities as v
  inner join shown as s on s.member = v.member
),
trend_lists as (
  select
    s.member,
    [
      coalesce(max(case when t.block = 0 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 1 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 2 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 3 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 4 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 5 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 6 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 7 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 8 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 9 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 10 then cast(t.deeds as bigint) end), 0),
      coalesce(max(case when t.block = 11 then cast(t.deeds as bigint) end), 0)
    ] as trend
  from shown as s
  left join trends as t on t.member = s.member
  group by s.member
)
select concat(left(to_json({
  'member': m.person_key,
  'name': coalesce(n.name, m.person_key),
  'handles': h.handles,
  'roles': coalesce(o.roles, []),
  'anchor': a.member is not null,
  'deeds': m.deeds,
  'active_weeks': m.active_weeks,
  'first_day': cast(date '1970-01-01' + m.first_day as varchar),
  'last_day': cast(date '1970-01-01' + m.last_day as varchar),
  'trend': t.trend,
  'grade': case when d.standing is not null then
    substr('ABCD', least(4, 1 + k.elements - d.elements + case when d.standing.high - d.standing.low > 30 then 1 else 0 end), 1)
  end,
  'standing': d.standing,
  'status': u.status,
  'recognised_by': c.recognised_by * q.recognised_by,
  'unscored': case when d.standing is not null then '' else
    'not enough evidence: ' || m.deeds || ' of ' || r.min_deeds || ' deeds, '
    || m.active_weeks || ' of ' || least(r.min_active_weeks, f.amount) || ' active weeks'
  end,
  'sensitivity': v.sensitivity
}), -1), ',"history":[', coalesce(y.moments, ''), '],"elements":[', {elements}, ']}') as text
from shown as s
inner join members as m on m.member = s.member
inner join places as l on l.member = s.member
cross join seen as q
inner join company as c on c.member = s.member
inner join element_rows as e on e.member = s.member
left join part_rows as p on p.member = s.member
inner join status_records as u on u.member = s.member
inner join handle_lists as h on h.member = s.member
inner join trend_lists as t on t.member = s.member
left join role_lists as o on o.member = s.member
left join standing_records as d on d.member = s.member
left join sensitivity_records as v on v.member = s.member
left join history_lists as y on y.member = s.member
left join names as n on n.member_key = m.person_key
left join (select distinct member from anchors) as a on a.member = s.member
cross join ruler as r
cross join (select count(*) as elements from elements where weight > 0) as k
inner join facts as f on f.fact = 'weeks'
order by l.place

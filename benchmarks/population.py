"""A made-up community of any size, as one SQL query over ``range()``: no loop, no join, no memory.

Eight rows make a thread: an opening, an answer, the asker's return, a second answer, and four
deeds towards threads of the last days, of which few draw most. Who acts is a hash of the row:
ranks follow a Zipf-Mandelbrot law, members join, pause and leave, and half of all answers come
from the same few friends. Every value is a function of its row number and the seed.
"""

WEEKS = 104
START_US = 1_672_617_600_000_000
"""Monday 2023-01-02 in microseconds since 1970."""

ROWS_PER_THREAD = 8
DEEDS_PER_MEMBER = 42
"""In the pool; some never get to act, so that members are about a fiftieth of the activities."""
TRIES = 5
"""How many candidates are drawn before a founder, who is always there, steps in."""

FOUNDERS = 20
"""One member in so many is there from the first week to the last."""

MACROS = """
create or replace macro chance(key, salt) as
  (hash(key, salt, {seed}) >> 11)::double / 9007199254740992.0;
create or replace macro drawn(luck) as
  least({members} - 1, floor({members} * (pow(3.981072 - luck * 2.984053, -3.3333333) - 0.01)))::bigint;
create or replace macro joined(member) as
  case when member % {founders} = 0 then 0 else floor({weeks} * pow(chance(member, 1), 0.9)) end;
create or replace macro stays(member) as
  case when member % 4 = 0 then 999 else 1 + floor(-30 * ln(chance(member, 2) + 1e-9)) end;
create or replace macro there(member, week) as
  member % {founders} = 0 or (
    week >= joined(member)
    and week < joined(member) + stays(member)
    and chance(member * 64 + week // 2, 3) < 0.6
  );
create or replace macro in_week(part) as
  case
    when part < 0.85 then part / 0.85 * 5.0
    else 5.0 + (part - 0.85) / 0.15 * 2.0
  end;
create or replace macro in_day(part) as part + 0.8 * sin(6.283185307179586 * part) / 6.283185307179586;
create or replace macro moment(days) as
  ({start} + (floor(days) + in_day(days - floor(days))) * 86400000000)::bigint;
create or replace macro week_at(ts) as ((ts - {start}) // 604800000000)::bigint;
"""

QUERY = f"""
with numbered as (
  select i, i // 8 as own, (i % 8)::integer as part from range({{activities}}) as r(i)
),
aimed as (
  select
    *,
    case
      when part < 4 then own
      else greatest(0, own - floor(-{{threads_a_day}} * 2 * ln(chance(i, 11) + 1e-9))::bigint)
    end as near,
    (1 << least(9, floor(-1.6 * ln(chance(i, 12) + 1e-9))::integer)) as attraction
  from numbered
),
threaded as (
  select *, case when part < 4 then own else near - near % attraction end as thread
  from aimed
),
opened as (
  select
    *,
    {WEEKS} * pow((thread + 0.5) / {{threads}}, 0.72) as weeks,
    {WEEKS} * pow((own + 0.5) / {{threads}}, 0.72) as own_weeks,
    chance(thread, 13) < 0.83 as answered
  from threaded
),
dated as (
  select
    *,
    moment(floor(weeks) * 7 + in_week(weeks - floor(weeks))) as opened_us,
    moment(floor(own_weeks) * 7 + in_week(own_weeks - floor(own_weeks))) as own_us
  from opened
),
timed as (
  select
    *,
    opened_us + least(
      -ln(chance(thread, 14) + 1e-9) * 6 * 3600e6, ({{end_us}} - opened_us) * 0.5
    )::bigint as answered_us,
    least(-ln(chance(i, 15) + 1e-9) * 9 * 3600e6, ({{end_us}} - own_us) * 0.3)::bigint as later_us
  from dated
),
asked as (
{{asker}}
),
helped as (
{{helper}}
),
settled as (
  select
    *,
    case when part = 0 then opened_us when part = 1 then answered_us when part = 2 and answered
      then answered_us + later_us else greatest(own_us, answered_us) + later_us end as ts_us,
    part > 1 and answered and chance(i, 16) < 0.5 or part = 2 and answered as to_answer
  from helped
),
acted as (
{{other}}
),
told as (
  select
    *,
    case when part = 0 then asker when part = 1 then helper when part = 2 and answered then asker
      when part = 7 and chance(i, 17) < 0.02 then {{moderators}} * (other % 20) else other end as actor,
    case when to_answer then helper else asker end as author,
    case
      when part = 0 or part = 1 and not answered then 'post'
      when part = 1 then 'reply'
      when part = 2 and answered
        then case
          when chance(i, 18) < 0.5 then 'reply' when chance(i, 18) < 0.75 then 'like' else 'accept'
        end
      when part = 3 and answered or part = 6 then 'reply'
      when part = 5 and chance(i, 18) < 0.3 then 'reshare'
      when part = 7 and chance(i, 17) < 0.02
        then case when chance(i, 18) < 0.5 then 'flag' else 'remove' end
      when part = 7 and chance(i, 18) < 0.1 then 'endorse'
      else 'like'
    end as kind
  from acted
)
select
  'a' || i as activity_id,
  'forum' as platform,
  'channel-' || floor({{channels}} * pow(chance(thread, 19), 2))::integer as community,
  'forum:' || actor as actor,
  'Member ' || actor as actor_name,
  kind,
  case when kind <> 'post' then 'a' || (thread * 8 + case when to_answer then 1 else 0 end) end as object_id,
  case when kind <> 'post' then 'forum:' || author end as target,
  'a' || case when kind = 'post' then i else thread * 8 end as thread_id,
  ts_us,
  case when kind in ('post', 'reply') then 20 - floor(260 * ln(chance(i, 20) + 1e-9))::bigint else 0 end
    as text_len,
  case when kind in ('post', 'reply')
    then floor(1e15 * chance(case when chance(i, 23) < 0.02 then actor else i end, 24))::bigint
  end as text_print,
  case when chance(actor, 21) < 0.85 then 'en' else 'es' end as lang,
  case when kind = 'endorse' then 1.0 + floor(5 * chance(i, 22)) end as value,
  case when kind = 'endorse' then 'stars' end as currency,
  case when actor % {{moderators}} = 0 then 'moderator' end as role,
  'public' as visibility
from told
"""


def statements(activities: int, seed: int) -> list[str]:
    """Return the statements that define the community, and as the last one the query of its rows."""
    threads = -(-activities // ROWS_PER_THREAD)
    members = max(20, activities // DEEDS_PER_MEMBER)
    macros = MACROS.format(seed=seed, members=members, weeks=WEEKS, start=START_US, founders=FOUNDERS)
    draws = {
        "asker": _draw("timed", "asker", key="thread * 4", week="week_at(opened_us)"),
        "helper": _draw("asked", "helper", "thread * 4 + 1", "week_at(answered_us)", friend_of="asker"),
        "other": _draw(
            "settled",
            "other",
            "i * 4 + 2",
            "week_at(ts_us)",
            "case when to_answer then helper else asker end",
        ),
    }
    founders = members // FOUNDERS
    query = QUERY.format(
        activities=activities,
        threads=threads,
        threads_a_day=threads / (WEEKS * 7),
        end_us=START_US + WEEKS * 7 * 86_400_000_000,
        moderators=max(1, members // 20 // FOUNDERS) * FOUNDERS,
        channels=min(60, 3 + members // 100),
        **{name: draw.format(founders=founders) for name, draw in draws.items()},
    )
    return [*(macro for macro in macros.split(";\n") if macro.strip()), query]


def _draw(source: str, name: str, key: str, week: str, friend_of: str = "") -> str:
    """Return a query that adds a member who was there that week, often a friend of somebody."""
    luck = [f"chance({key}, {100 + attempt})" for attempt in range(TRIES)]
    if friend_of:
        # Four friends each: the same hash of a person gives the same friends.
        friend = f"chance(({friend_of}) * 4 + floor(4 * chance({key}, 99))::bigint, 98)"
        luck[0] = f"case when chance({key}, 97) < 0.5 then {friend} else {luck[0]} end"
    tries = ", ".join(f"drawn({chosen}) as try{attempt}" for attempt, chosen in enumerate(luck))
    choice = " ".join(f"when there(try{attempt}, week) then try{attempt}" for attempt in range(TRIES))
    return f"""
  select * exclude (week, {", ".join(f"try{attempt}" for attempt in range(TRIES))}),
    case {choice} else floor(chance({key}, 96) * {{founders}})::bigint * {FOUNDERS} end as {name}
  from (select *, {week} as week, {tries} from {source}) as tried_{name}
"""

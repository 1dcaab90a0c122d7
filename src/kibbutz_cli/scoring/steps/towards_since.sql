-- What a replay cuts ties from. Alone: it is the only day of its two members together.
select
  giver,
  receiver,
  day,
  deeds,
  recognises,
  first_thread,
  last_thread,
  weight,
  endorsing_weight,
  rated_weight,
  case
    when count(*) over (partition by least(giver, receiver), greatest(giver, receiver)) = 1 then 1
    else 0
  end as alone
from towards
order by alone, giver, receiver, day

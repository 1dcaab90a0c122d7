-- What a replay cuts ties from, so that what is alone lies together.
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
  alone
from towards
order by alone, giver, receiver, day

-- element = "social"
-- kind = "amount"
-- unit = "tie strength"
-- needs = ["replies", "two_sided"]
-- says = "How much goes both ways between you and others; what is not answered does not count."
-- source = "M. Granovetter, The Strength of Weak Ties, 1973: reciprocity as a part of tie strength"
-- fails = "Conversations outside the export are not seen; a very small group cannot reach the target."
select
  member,
  cast(sum(cast(strength as decimal(18, 9))) as double) as amount,
  cast(sum(cast(variance + strength * strength * fleeting as decimal(18, 9))) as double) as squares
from mutual
group by member
;
-- evidence
select
  d.deed,
  m.strength as amount
from mutual as m
inner join asked as q on q.member = m.member
inner join deeds as d on d.member = m.partner and d.target = m.member

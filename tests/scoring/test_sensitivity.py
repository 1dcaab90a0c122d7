"""Ranks and statuses under other weights of the elements: laws, and a case where the weights decide."""

import math

from village import lively, scored

from kibbutz_cli.model.report import Element
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring import sensitivity
from kibbutz_cli.scoring.sensitivity import weightings


def test_a_weight_stays_within_its_factor_and_one_of_zero_stays_zero() -> None:
    ruler = Ruler(elements={element: 0.0 if element is Element.SOCIAL else 2.0 for element in Element})
    factor = ruler.sensitivity.factor

    drawn = weightings(ruler)

    assert len(drawn) == ruler.sensitivity.draws
    for _, social, *others in drawn:
        assert social == 0
        assert all(2 / factor - 1e-9 <= weight <= 2 * factor + 1e-9 for weight in others)


def test_the_draws_fill_both_halves_of_every_weight_evenly() -> None:
    drawn = weightings(Ruler())

    for place in range(1, len(Element) + 1):
        above = sum(math.log(line[place]) > 0 for line in drawn)
        assert abs(above - len(drawn) / 2) <= 2


def test_the_ranks_are_those_of_the_same_elements_weighed_anew() -> None:
    """Weighed here in Python: every draw ranks all members; what is told lies among those ranks."""
    with scored(lively(3, 12, 900)) as village:
        sensitivity.run(village.engine, village.ruler)
        told = {
            str(who): (int(low), int(high), float(chance))
            for who, low, high, chance in village.rows(
                "select m.person_key, s.rank_low, s.rank_high, s.status_chance from sensitivities as s "
                "inner join members as m on m.member = s.member"
            )
        }
        people = {who: each for who, each in village.members.items() if each.standing}
        floor = village.ruler.evidence.floor
    logs = {
        who: [None if one.score is None else math.log(max(one.score, floor)) for one in each.elements]
        for who, each in people.items()
    }
    ranks: dict[str, list[int]] = {who: [] for who in people}
    for _, *weights in weightings(village.ruler):
        levels = {who: _mean(weights, each) for who, each in logs.items()}
        for who, level in levels.items():
            ranks[who].append(1 + sum(other > level + 1e-12 for other in levels.values()))

    assert told.keys() == people.keys()
    assert len(people) > 5
    for who, (low, high, chance) in told.items():
        kept = [rank for rank in ranks[who] if low <= rank <= high]
        assert low in ranks[who]
        assert high in ranks[who]
        assert len(kept) >= village.ruler.sensitivity.share * len(ranks[who]) - 1
        assert 0 <= chance <= 1
    assert any(low < high for low, high, _ in told.values())


def test_an_element_that_somebody_lacks_weighs_nothing_for_them() -> None:
    """Weighed here in Python: of every third member an element is gone, and the others share its weight."""
    with scored(lively(3, 12, 900)) as village:
        village.engine.execute(
            "create or replace table element_scores as select * from element_scores as e "
            "where not (e.element = 'social' and e.member % 3 = 0) "
            "and not (e.element = 'cultural' and e.member = 1)"
        )
        sensitivity.run(village.engine, village.ruler)
        told = village.rows("select member, rank_low, rank_high from sensitivities order by member")
        scores: dict[int, dict[str, float]] = {}
        for who, element, score in village.rows(
            "select e.member, e.element, e.score from element_scores as e "
            "inner join standings as s on s.member = e.member"
        ):
            scores.setdefault(who, {})[element] = math.log(max(score, village.ruler.evidence.floor))
        ruler = village.ruler
    ranks: dict[int, list[int]] = {who: [] for who in scores}
    for _, *weights in weightings(ruler):
        levels = {
            who: round(_mean(weights, [logs.get(element) for element in Element]), 12)
            for who, logs in scores.items()
        }
        for who, level in levels.items():
            ranks[who].append(1 + sum(other > level for other in levels.values()))

    outside = ruler.sensitivity.outside
    assert {len(logs) for logs in scores.values()} == {4, 5}
    assert told == [
        (who, sorted(found)[outside], sorted(found)[-1 - outside]) for who, found in sorted(ranks.items())
    ]


def test_a_status_that_asks_for_no_standing_is_kept_under_all_weights() -> None:
    with scored(lively(5, 30, 300)) as village:
        sensitivity.run(village.engine, village.ruler)
        rows = village.rows(
            "select t.reached, s.status_chance from sensitivities as s "
            "inner join statuses as t on t.member = s.member"
        )

    low = [chance for reached, chance in rows if reached <= 1]
    assert low
    assert set(low) == {1}


def _mean(weights: list[float], logs: list[float | None]) -> float:
    known = [(weight, log) for weight, log in zip(weights, logs, strict=True) if log is not None]
    return sum(weight * log for weight, log in known) / sum(weight for weight, _ in known)

"""The SQL against other people's libraries: scipy for rates, networkx and numpy for ties and trust."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

import networkx
import numpy
import pytest
from scipy import stats
from village import Village, did, lively, scored, times

from kibbutz_cli.model.ruler import Ruler


@pytest.fixture(scope="module")
def village() -> Iterator[Village]:
    with scored(lively(7, 40, 2500), times(3, did("m001", "endorse", 399, to="m030", value=2))) as told:
        yield told


def anova_prior(counts: list[tuple[float, float]]) -> tuple[float, float]:
    """Return mean and strength of a beta prior by the ANOVA estimator of the intraclass correlation."""
    k = len(counts)
    hits = sum(h for h, _ in counts)
    trials = sum(n for _, n in counts)
    mean = (hits + 0.5) / (trials + 1)
    if k < 20:
        return mean, 4
    squares = sum(h * h / n for h, n in counts)
    between = (squares - hits * hits / trials) / (k - 1)
    within = (hits - squares) / (trials - k)
    typical = (trials - sum(n * n for _, n in counts) / trials) / (k - 1)
    rho = (between - within) / (between + (typical - 1) * within)
    return mean, 200 if rho <= 0 else min(200, max(1, (1 - rho) / rho))


@pytest.mark.parametrize("metric", ["recognition", "sustained", "repeat_partners"])
def test_a_rate_is_the_mean_of_the_posterior_beta(village: Village, metric: str) -> None:
    rates = {who: village.parts(who)[metric] for who in village.names if metric in village.parts(who)}
    counts = [(part.hits or 0, part.trials or 0) for part in rates.values()]
    mean, strength = anova_prior(counts)

    assert len(counts) >= 20
    for part in rates.values():
        hits, trials = part.hits or 0, part.trials or 0
        posterior = stats.beta(hits + mean * strength, trials - hits + (1 - mean) * strength)
        assert part.score == pytest.approx(posterior.mean(), abs=1e-7)
        assert part.sd == pytest.approx(posterior.std(), abs=1e-7)


def test_the_prior_of_a_small_community_is_worth_the_rulers_trials() -> None:
    with scored(lively(8, 9, 300)) as told:
        rates = [told.parts(who)["sustained"] for who in told.names]
        mean, strength = anova_prior([(part.hits or 0, part.trials or 0) for part in rates])

        assert strength == 4
        for part in rates:
            assert part.score == pytest.approx(
                ((part.hits or 0) + 4 * mean) / ((part.trials or 0) + 4), abs=1e-9
            )


def tie_graph(village: Village, endorsing: bool) -> "networkx.DiGraph[int]":
    """Return who did how much towards whom, counted from the deeds one by one."""
    ruler = village.ruler
    days: dict[tuple[int, int, int], list[float]] = defaultdict(list)
    last = village.result.span.as_of_us // 86_400_000_000
    for member, target, day, kind in village.rows(
        "select member, target, day, kind from deeds where target is not null and target <> member"
    ):
        rule = ruler.kinds[kind]
        days[member, target, day].append(rule.weight * (rule.endorses or not endorsing))
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    worth: Counter[tuple[int, int]] = Counter()
    for (member, target, day), weights in days.items():
        counted = sum(weights) * min(3, len(weights)) / len(weights)
        worth[member, target] += counted * 2 ** -((last - day) / ruler.half_life_days)
    for (member, target), n in worth.items():
        graph.add_edge(member, target, c=math.log(1 + n))
    return graph


def numbers(village: Village) -> dict[int, str]:
    return dict(village.rows("select person, person_key from people"))


def test_ties_and_partners_are_those_of_the_graph(village: Village) -> None:
    graph, names = tie_graph(village, endorsing=False), numbers(village)
    mutual = graph.to_undirected(reciprocal=True)

    for member, name in names.items():
        strengths = [
            min(graph[member][other]["c"], graph[other][member]["c"]) for other in mutual.adj.get(member, ())
        ]
        assert village.value(name, "mutual_ties") == pytest.approx(sum(strengths), abs=1e-6)
        if strengths:
            assert village.value(name, "partners") == pytest.approx(
                math.exp(stats.entropy(strengths)), abs=1e-6
            )


def test_trust_is_the_finite_series_of_the_flow_matrix(village: Village) -> None:
    graph, names, rule = tie_graph(village, endorsing=True), numbers(village), Ruler().trust
    people = sorted(names)
    capped = numpy.minimum(networkx.to_numpy_array(graph, nodelist=people, weight="c"), math.log(4))
    larger = numpy.maximum(numpy.maximum(capped, capped.T), 1e-300)
    flow = capped * (1 - 0.5 * numpy.minimum(capped, capped.T) / larger)
    matrix = flow / numpy.maximum(flow.sum(axis=1, keepdims=True), 5 * math.log(2))
    anchors = village.anchors
    start = numpy.array([float(names[one].removeprefix("village:") in anchors) for one in people])
    wave, arrived = start / start.sum(), numpy.zeros(len(people))
    for _ in range(rule.steps):
        wave = rule.damping * wave @ matrix
        arrived += (1 - rule.damping) * wave
    expected = arrived / arrived[arrived > 0].mean()

    assert set(anchors.values()) == {"founders"}
    for place, member in enumerate(people):
        assert village.value(names[member], "trust") == pytest.approx(expected[place], abs=1e-6)


def test_breadth_is_the_h_index_of_the_audiences(village: Village) -> None:
    rows = village.rows(
        "select o.member, o.deed, d.member from deeds as d inner join deeds as o on o.deed = d.object_deed "
        "inner join kinds as k on k.kind = o.kind inner join kinds as g on g.kind = d.kind "
        "where k.original = 1 and g.recognises = 1 and d.member <> o.member and d.day <= o.day + 30"
    )
    audiences: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for author, deed, other in rows:
        audiences[author][deed].add(other)

    for member, name in numbers(village).items():
        sizes = sorted((len(people) for people in audiences[member].values()), reverse=True)
        expected = sum(size >= place for place, size in enumerate(sizes, start=1))
        assert village.value(name, "breadth") == expected


def test_the_interval_of_the_ruler_is_a_normal_quantile() -> None:
    rule = Ruler().evidence

    assert rule.z == pytest.approx(stats.norm.ppf((1 + rule.interval) / 2), abs=1e-12)

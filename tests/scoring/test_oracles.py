"""The SQL against other people's libraries: scipy for rates, networkx and numpy for ties and trust."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

import networkx
import numpy
import pytest
from scipy import stats
from village import Village, did, lively, scored, times

from kibbutz_cli.model.activity import Kind
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import KindRule, TrustRule


@pytest.fixture(scope="module")
def village() -> Iterator[Village]:
    with scored(lively(7, 40, 2500), times(3, did("m001", "endorse", 399, to="m030", value=2))) as told:
        yield told


def kleinman_prior(counts: list[tuple[float, float]], expected: list[float]) -> float:
    """Return the strength of the beta prior: weighted moments, then the mean of a truncated normal."""
    hits, trials = numpy.array(counts).T
    weights = trials * 5 / (trials + 4)
    total = weights.sum()
    centre = numpy.array(expected) if expected else (weights @ (hits / trials) + 0.5) / (total + 1)
    squares = weights * (hits / trials - centre) ** 2 / (centre * (1 - centre))
    chance = (weights / trials * (1 - weights / total)).sum()
    whole = (weights * (1 - weights / total)).sum() - chance
    rho = (squares.sum() - chance) / whole
    error = 1e-6 + numpy.sqrt(squares.var(ddof=1) * len(counts)) / whole
    tilted = stats.truncnorm((5 * error**2 - rho) / error, numpy.inf, rho - 5 * error**2, error)
    return float(numpy.clip((1 - tilted.mean()) / tilted.mean(), 1, 200))


def kleinman_mean(counts: list[tuple[float, float]], strength: float) -> float:
    weighted = [(hits / (strength + n), n / (strength + n)) for hits, n in counts]
    hits, trials = ((strength + 1) * sum(column) for column in zip(*weighted, strict=True))
    return (hits + 0.5) / (trials + 1)


def ends(village: Village, who: str, metric: str) -> tuple[float, float]:
    rows = village.rows(
        "select m.person_key, p.metric, p.low, p.high "
        "from parts as p join members as m on m.member = p.member"
    )
    return next((low, high) for key, name, low, high in rows if (key, name) == (village[who].member, metric))


@pytest.mark.parametrize("metric", ["sustained", "repeat_partners"])
def test_a_rate_is_the_posterior_beta(village: Village, metric: str) -> None:
    """Mean and deviation to 0.0001; the ends of the interval by their chance, 10 % on either side."""
    rates = {who: village.parts(who)[metric] for who in village.names if metric in village.parts(who)}
    counts = [(part.hits or 0, part.trials or 0) for part in rates.values()]
    strength = kleinman_prior(counts, [])
    mean = kleinman_mean(counts, strength)

    assert len(counts) >= 20
    for who, part in rates.items():
        hits, trials = part.hits or 0, part.trials or 0
        posterior = stats.beta(hits + mean * strength, trials - hits + (1 - mean) * strength)
        assert part.score == pytest.approx(posterior.mean(), abs=1e-4)
        assert part.sd == pytest.approx(posterior.std(), abs=1e-4)
        if min(posterior.args) >= 1:
            low, high = ends(village, who, metric)
            assert posterior.cdf(low) == pytest.approx(0.1, abs=0.01)
            assert posterior.sf(high) == pytest.approx(0.1, abs=0.01)


def test_recognition_is_told_at_the_odds_of_the_community(village: Village) -> None:
    rows = village.rows(
        "select m.person_key, d.kind, count(*), count(a.deed) from deeds as d "
        "join members as m on m.member = d.member "
        "left join (select distinct deed from answers) as a on a.deed = d.deed "
        "where d.original = 1 group by m.person_key, d.kind"
    )
    pooled = (sum(row[3] for row in rows) + 0.5) / (sum(row[2] for row in rows) + 1)
    kinds = {
        kind: (sum(row[3] for row in rows if row[1] == kind) + 4 * pooled)
        / (sum(row[2] for row in rows if row[1] == kind) + 4)
        for _, kind, _, _ in rows
    }
    people = sorted({row[0] for row in rows})
    trials = [sum(row[2] for row in rows if row[0] == who) for who in people]
    hits = [sum(row[3] for row in rows if row[0] == who) for who in people]
    usual = [
        sum(row[2] * kinds[row[1]] for row in rows if row[0] == who) / n
        for who, n in zip(people, trials, strict=True)
    ]
    mean = sum(rate * n for rate, n in zip(usual, trials, strict=True)) / sum(trials)
    strength = kleinman_prior(list(zip(hits, trials, strict=True)), usual)

    assert len(people) >= 20
    for who, hit, n, rate in zip(people, hits, trials, usual, strict=True):
        own = (hit + strength * rate) / (n + strength)
        odds = own / (1 - own) * (1 - rate) / rate * mean / (1 - mean)
        assert village.value(who, "recognition") == pytest.approx(odds / (1 + odds), abs=2e-4)


@pytest.mark.parametrize("events", [0, 1, 2, 5, 30])
def test_the_ends_of_an_amount_are_those_of_a_gamma(events: int) -> None:
    """So many posts today: Jeffreys' posterior of their number, gamma(events + 1/2), times 3 a post."""
    posts = times(events, did("ann", "post", 9))
    post = KindRule(weight=3, daily_cap=1000, contributes=True, original=True)
    ruler = Ruler(kinds={**Ruler().kinds, Kind.POST: post})
    with scored(posts, did("ann", "flag", 9), did("ben", "post", 9), ruler=ruler) as told:
        low, high = (151**end - 1 for end in ends(told, "ann", "contribution"))
        posterior = stats.gamma(events + 0.5, scale=3)

        if events:
            assert posterior.cdf(low) == pytest.approx(0.1, abs=0.01)
        assert posterior.sf(high) == pytest.approx(0.1, abs=0.01)


def test_the_prior_of_a_small_community_is_worth_the_rulers_trials() -> None:
    with scored(lively(8, 9, 300)) as told:
        rates = [told.parts(who)["sustained"] for who in told.names]
        mean = (sum(part.hits or 0 for part in rates) + 0.5) / (sum(part.trials or 0 for part in rates) + 1)

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


def test_trust_is_the_chance_that_a_walk_from_the_anchors_arrives(village: Village) -> None:
    """The exact chance of a first visit: a walk for every member, without the member's own endorsements.

    Forty people are close: much of what leaves one returns. An anchor's own mass may return unseen.
    """
    graph, names, rule = tie_graph(village, endorsing=True), numbers(village), Ruler().trust
    people = sorted(names)
    capped = numpy.minimum(networkx.to_numpy_array(graph, nodelist=people, weight="c"), math.log(4))
    larger = numpy.maximum(numpy.maximum(capped, capped.T), 1e-300)
    flow = capped * (1 - 0.5 * numpy.minimum(capped, capped.T) / larger)
    matrix = flow / numpy.maximum(flow.sum(axis=1, keepdims=True), 5 * math.log(2))
    anchors = village.anchors
    start = numpy.array([float(names[one].removeprefix("village:") in anchors) for one in people])
    start /= start.sum()
    exact = numpy.array([first_visits(matrix, start, place, rule) for place in range(len(people))])
    direct = start @ matrix
    exact *= 100 * direct.sum() / (rule.damping * direct @ direct)
    others = start == 0
    found = numpy.array([village.value(names[member], "trust") for member in people])

    assert set(anchors.values()) == {"founders"}
    assert stats.spearmanr(found[others], exact[others]).statistic > 0.999
    assert found[others] == pytest.approx(exact[others], rel=0.15)


def first_visits(matrix: numpy.ndarray, start: numpy.ndarray, place: int, rule: TrustRule) -> float:
    """Return the mass that visits a member for the first time within the ruler's steps."""
    matrix, wave, arrived = matrix.copy(), start.copy(), 0.0
    matrix[place] = wave[place] = 0
    for _ in range(rule.steps):
        wave = rule.damping * wave @ matrix
        arrived += wave[place]
        wave[place] = 0
    return arrived


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

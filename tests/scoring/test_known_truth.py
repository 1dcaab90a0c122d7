"""Elements against what is known of the people: runs where ../shared/truth lies, and skips elsewhere."""

import csv
from collections import defaultdict
from pathlib import Path
from statistics import mean

import numpy
import pytest
from scipy import stats
from village import did, scored

TRUTH = Path(__file__).parents[3] / "shared/truth"
LEVELS = {"Observer": 1, "Apprentice": 2, "Journeyer": 3, "Master": 4}
SEEDS = ("raph", "miguel", "federico", "alan")


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of the truth, or skip the test."""
    path = TRUTH / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def certificates(name: str) -> dict[tuple[str, str], int]:
    return {
        (row["certifier"], row["certified"]): LEVELS[row["level"]]
        for row in rows(f"advogato/{name}.edges.csv")
        if row["certifier"] != row["certified"]
    }


def test_in_advogato_the_cultural_element_tells_the_later_level_better_than_the_mean_level() -> None:
    """Of 844 people with three later certificates, 747 had given one by August 2000 and so are members.

    The mean level they had received by then reaches 0.718 on them, the number of certificates 0.534.
    """
    early, late = certificates("advogato_2000-08-11"), certificates("advogato_latest")
    later: dict[str, list[int]] = defaultdict(list)
    for pair in late.keys() - early.keys():
        later[pair[1]].append(late[pair])
    told = [did(giver, "endorse", 0, to=to, value=level) for (giver, to), level in sorted(early.items())]

    with scored(told, anchors={"members": [f"village:{name}" for name in SEEDS]}) as village:
        members = sorted(who for who in set(village.names) & later.keys() if len(later[who]) >= 3)
        found = [village.element(who, "cultural").score or 0 for who in members]

    assert len(members) == 747
    truth = [mean(later[who]) for who in members]
    assert stats.spearmanr(found, truth).statistic >= 0.74


@pytest.mark.parametrize(
    ("ties", "people", "status", "sign"),
    [("law_advice", "law_advice", "status", -1), ("ht_advice", "ht_advice", "level", -1)],
    ids=["partners before associates", "the president before managers"],
)
def test_who_is_asked_for_advice_is_trusted(ties: str, people: str, status: str, sign: int) -> None:
    """Advice sought is an endorsement; a partner is 1 and an associate 2, a president 1 and a manager 3.

    Trust starts at the three who are asked most, and they are left out. The whole of an 80 % bootstrap
    interval of Spearman's rho must lie on the right side.
    """
    ranks = {row["id"]: float(row[status]) for row in rows(f"small-status-networks/{people}.nodes.csv")}
    edges = [(row["source"], row["target"]) for row in rows(f"small-status-networks/{ties}.edges.csv")]
    asked = sorted(ranks, key=lambda who: (-sum(target == who for _, target in edges), who))[:3]
    told = [did(f"n{giver}", "endorse", 0, to=f"n{to}") for giver, to in edges]
    told += [did(f"n{who}", "post", 0) for who in ranks]

    with scored(told, anchors={"members": [f"village:n{who}" for who in asked]}) as village:
        rest = [who for who in ranks if who not in asked]
        pairs = numpy.array([(village.value(f"n{who}", "trust"), sign * ranks[who]) for who in rest])

    lots = numpy.random.default_rng(1)
    samples = [pairs[lots.integers(0, len(pairs), len(pairs))] for _ in range(400)]
    found = [
        stats.spearmanr(sample[:, 0], sample[:, 1]).statistic
        for sample in samples
        if numpy.ptp(sample[:, 1]) > 0
    ]
    low, middle, high = numpy.quantile(found, [0.1, 0.5, 0.9])
    assert low > 0, f"{middle:.2f} ({low:.2f} to {high:.2f})"

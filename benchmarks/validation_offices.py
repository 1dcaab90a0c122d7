"""Small offices: does trust go to those who hold a rank?"""

from pathlib import Path

from validation_figures import Figure, Section, auc, figure, spearman
from validation_runs import anchored, endorsed, read, run, table, values


def offices(shared: Path, folder: Path) -> Section:
    kinds = (
        ("law_advice", "status", "Lazega: advice, partner or associate"),
        ("ht_advice", "level", "Krackhardt: advice, level"),
    )
    figures = [
        each for kind in kinds for each in _office(shared / "truth/small-status-networks", folder, *kind)
    ]
    right = [each for each in figures if each.reached is not None]
    says = [
        f"{each.what}: {each.found}, {'' if each.reached else 'not surely '}on the right side of "
        f"{_chance(each)}."
        for each in right
    ]
    return Section("Small status networks", _OFFICES, figures, says)


_OFFICES = (
    "Advice sought is an endorsement. Trust starts at the three who are asked most, and they are left out. "
    "AUC for partner against associate; Spearman for the level (president, vice-president, manager)."
)


def _chance(each: Figure) -> str:
    return each.target.removeprefix("interval above ")


def _office(truth: Path, folder: Path, network: str, status: str, words: str) -> list[Figure]:
    ranks = {row["id"]: -float(row[status]) for row in read(truth / f"{network}.nodes.csv")}
    edges = [(row["source"], row["target"]) for row in read(truth / f"{network}.edges.csv")]
    asked = {who: sum(target == who for _, target in edges) for who in ranks}
    first = sorted(ranks, key=lambda who: (-asked[who], who))[:3]
    deeds = [endorsed("office", f"n{giver}", f"n{to}") for giver, to in edges]
    deeds += [endorsed("office", f"n{who}", "") | {"kind": "post", "target": ""} for who in ranks]
    start = anchored(folder / f"{network}.toml", [f"office:n{who}" for who in first])
    trust = values(run("score", table(folder / f"{network}.csv", deeds), "--config", start), "trust")
    rest = [who for who in ranks if who not in first]
    known = [ranks[who] for who in rest]
    two = len(set(known)) == 2
    known = [float(each == max(known)) for each in known] if two else known
    measure, chance = (auc, 0.5) if two else (spearman, 0.0)
    found = figure(f"{words}: `trust`", [trust[f"office:n{who}"] for who in rest], known, measure)
    found = found._replace(
        target=f"interval above {chance:g}", reached=bool(found.low is not None and found.low > chance)
    )
    return [found, figure("counting: how many asked", [asked[who] for who in rest], known, measure)]

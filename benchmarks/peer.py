"""The default ruler as an analyst would write it in a notebook: what kibbutz is measured against.

``python benchmarks/peer.py community.parquet -o report.json`` writes every member with standing,
interval, range of ranks, elements and metrics. Tables are vectorised with pandas and the graph is
networkx's own; nothing is slower than it has to be. ``--graph numpy`` does without networkx: ties
are joined with themselves and trust is walked with numpy, which is faster, and not what most write.
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

from peer_data import Community, load
from peer_metrics import measure

MIN_DEEDS, MIN_WEEKS, FLOOR, Z = 5, 2, 0.05, 1.2815515655446004

# metric: element, weight, target of an amount
METRICS: dict[str, tuple[str, float, float]] = {
    "mutual_ties": ("social", 2, 20),
    "partners": ("social", 1, 12),
    "replies_received": ("social", 1, 0),
    "replies_given": ("social", 1, 2),
    "net_provider": ("economic", 1, 0),
    "repeat_partners": ("economic", 2, 0),
    "value_delivered": ("economic", 2, 30),
    "trust": ("cultural", 3, 3),
    "conduct": ("cultural", 2, 0),
    "follow_through": ("cultural", 1, 0),
    "restraint": ("cultural", 1, 0),
    "welcome": ("participation", 1, 20),
    "contribution": ("participation", 3, 150),
    "recognition": ("participation", 2, 0),
    "breadth": ("participation", 1, 10),
    "presence": ("commitment", 3, 0),
    "sustained": ("commitment", 2, 0),
    "tenure": ("commitment", 1, 36),
    "steadiness": ("commitment", 1, 0),
}


def estimate(metric: str, table: pd.DataFrame, members: pd.Index) -> pd.DataFrame:
    """Return value, score from 0 to 1 and variance of a metric, by member."""
    if "score" in table:
        return table.assign(value=table["score"])
    if "amount" in table:
        full = np.log1p(METRICS[metric][2])
        table = table.reindex(members, fill_value=0.0)
        amount = table["amount"]
        score = (np.log1p(amount) / full).clip(upper=1)
        variance = table["squares"] / ((1 + amount) * full) ** 2
        return pd.DataFrame({"value": amount, "score": score, "variance": variance})
    if "weeks" in table:
        return _paces(table.astype(float), np.log1p(METRICS[metric][2]))
    table = table[table["trials"] > 0].astype(float)
    mean, strength = (0.0, 0.0) if metric == "presence" else _prior(table["hits"], table["trials"])
    score = (table["hits"] + strength * mean) / (table["trials"] + strength)
    variance = score * (1 - score) / (table["trials"] + strength + 1)
    return table.assign(value=score, score=score, variance=variance)


def _paces(table: pd.DataFrame, full: float) -> pd.DataFrame:
    """Return paces shrunk towards the community's with a gamma prior by moments (Marshall, 1991)."""
    hits, weeks = table["hits"], table["weeks"]
    k, n, h = len(table), weeks.sum(), hits.sum()
    mean = (h + 0.5) / (n + 1)
    apart = ((hits**2 / weeks).sum() - h * h / n) / n - h / n * k / n
    strength = 4.0 if k < 20 else 200.0 if apart <= 0 else float(np.clip(mean / apart, 1, 200))
    pace = (hits + strength * mean) / (weeks + strength)
    score = (np.log1p(pace) / full).clip(upper=1)
    variance = pace / (weeks + strength) / ((1 + pace) * full) ** 2
    table = table.rename(columns={"weeks": "trials"})
    return table.assign(value=pace, score=score, variance=variance)


def _prior(hits: pd.Series, trials: pd.Series) -> tuple[float, float]:
    k, n, h = len(trials), trials.sum(), hits.sum()
    mean = (h + 0.5) / (n + 1)
    if k < 20:
        return mean, 4.0
    squares = (hits**2 / trials).sum()
    between = (squares - h * h / n) / (k - 1)
    within = (h - squares) / (n - k) if n > k else 0.0
    typical = (n - (trials**2).sum() / n) / (k - 1)
    whole = between + (typical - 1) * within
    rho = (between - within) / whole if whole > 0 else 0.0
    return mean, 200.0 if rho <= 0 else float(np.clip((1 - rho) / rho, 1, 200))


def report(community: Community, measures: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return a row a member, the highest standing first: standing, elements and metrics."""
    members = community.members
    parts = pd.concat(
        estimate(metric, table, members.index).assign(
            metric=metric, element=METRICS[metric][0], weight=METRICS[metric][1]
        )
        for metric, table in measures.items()
    )
    parts.index.name = "member"
    parts = parts.reset_index()
    parts["adds"] = parts["weight"] * parts["score"]
    parts["spread"] = parts["weight"] ** 2 * parts["variance"]
    sums = parts.groupby(["member", "element"])[["weight", "adds", "spread"]].sum()
    score = (sums["adds"] / sums["weight"]).clip(upper=1).unstack()
    variance = (sums["spread"] / sums["weight"] ** 2).unstack()
    of_metrics = parts.pivot(index="member", columns="metric", values=["value", "score", "hits", "trials"])
    of_metrics = of_metrics.dropna(axis=1, how="all")
    of_metrics.columns = [f"{metric}_{what}" for what, metric in of_metrics.columns]
    table = members.join(standings(members, score, variance))
    for element in score:
        sd = np.sqrt(variance[element])
        table[element] = score[element]
        table[f"{element}_low"] = (score[element] - Z * sd).clip(lower=0)
        table[f"{element}_high"] = (score[element] + Z * sd).clip(upper=1)
    table = table.join(of_metrics)
    table.index = community.names[table.index]
    table = table.rename_axis("member").reset_index()
    return table.sort_values(["standing", "member"], ascending=[False, True])


def standings(members: pd.DataFrame, score: pd.DataFrame, variance: pd.DataFrame) -> pd.DataFrame:
    """Return the standing of everybody with enough evidence, its interval and its range of ranks."""
    enough = members.index[(members["deeds"] >= MIN_DEEDS) & (members["active_weeks"] >= MIN_WEEKS)]
    score, variance = score.loc[enough], variance.loc[enough]
    floored = score.clip(lower=FLOOR)
    level = np.log(floored).mean(axis=1)
    sd = np.sqrt((variance / floored**2).sum(axis=1)) / score.notna().sum(axis=1)
    table = pd.DataFrame(
        {
            "standing": 100 * np.exp(level),
            "low": 100 * np.exp(level - Z * sd),
            "high": (100 * np.exp(level + Z * sd)).clip(upper=100),
        }
    )
    lows, highs = np.sort(table["low"]), np.sort(table["high"])
    table["rank_low"] = len(table) - np.searchsorted(lows, table["high"], side="right") + 1
    table["rank_high"] = len(table) - np.searchsorted(highs, table["low"], side="left")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description="Score a community with pandas.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--graph", choices=["networkx", "numpy"], default="networkx")
    parser.add_argument("-o", "--output", type=Path, required=True)
    wanted = parser.parse_args()
    community = load(wanted.path)
    table = report(community, measure(community, wanted.graph))
    table.to_json(wanted.output, orient="records", double_precision=9)


if __name__ == "__main__":
    main()

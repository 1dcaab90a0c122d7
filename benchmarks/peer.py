"""The default ruler as an analyst would write it with pandas: what kibbutz is measured against.

``python benchmarks/peer.py community.parquet`` prints the twenty highest standings as JSON.
Everything is vectorised; nothing is slower than it has to be. ``--graph networkx`` builds the
graph of trust with networkx, as most notebooks do; the default walks it with numpy, which is faster.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from peer_data import Community, load
from peer_metrics import measure

MIN_DEEDS, MIN_WEEKS, FLOOR, Z = 5, 2, 0.05, 1.2815515655446004

# metric: element, weight, target of an amount
METRICS: dict[str, tuple[str, float, float]] = {
    "mutual_ties": ("social", 2, 20),
    "partners": ("social", 1, 12),
    "repeat_partners": ("economic", 2, 0),
    "value_delivered": ("economic", 2, 30),
    "trust": ("cultural", 3, 3),
    "conduct": ("cultural", 2, 0),
    "contribution": ("participation", 3, 150),
    "recognition": ("participation", 2, 0),
    "breadth": ("participation", 1, 10),
    "presence": ("commitment", 3, 0),
    "sustained": ("commitment", 2, 0),
    "tenure": ("commitment", 1, 36),
    "steadiness": ("commitment", 1, 0),
}


def estimate(metric: str, table: pd.DataFrame, members: pd.Index) -> pd.DataFrame:
    """Return the score of a metric from 0 to 1 with its variance, by member."""
    if "score" in table:
        return table
    if "amount" in table:
        full = np.log1p(METRICS[metric][2])
        table = table.reindex(members, fill_value=0.0)
        amount = table["amount"]
        score = (np.log1p(amount) / full).clip(upper=1)
        return pd.DataFrame({"score": score, "variance": table["squares"] / ((1 + amount) * full) ** 2})
    table = table[table["trials"] > 0].astype(float)
    mean, strength = (0.0, 0.0) if metric == "presence" else _prior(table["hits"], table["trials"])
    score = (table["hits"] + strength * mean) / (table["trials"] + strength)
    return pd.DataFrame({"score": score, "variance": score * (1 - score) / (table["trials"] + strength + 1)})


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


def standings(community: Community, measures: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the standings with their elements, intervals and ranges of ranks, highest first."""
    members = community.members
    parts = pd.concat(
        estimate(metric, table, members.index).assign(element=METRICS[metric][0], weight=METRICS[metric][1])
        for metric, table in measures.items()
    )
    parts.index.name = "member"
    parts = parts.reset_index()
    parts["adds"] = parts["weight"] * parts["score"]
    parts["spread"] = parts["weight"] ** 2 * parts["variance"]
    sums = parts.groupby(["member", "element"])[["weight", "adds", "spread"]].sum()
    score = (sums["adds"] / sums["weight"]).clip(upper=1).unstack()
    variance = (sums["spread"] / sums["weight"] ** 2).unstack()
    enough = (members["deeds"] >= MIN_DEEDS) & (members["active_weeks"] >= MIN_WEEKS)
    score, variance = score.loc[members.index[enough]], variance.loc[members.index[enough]]
    floored = score.clip(lower=FLOOR)
    level = np.log(floored).mean(axis=1)
    sd = np.sqrt((variance / floored**2).sum(axis=1)) / score.notna().sum(axis=1)
    table = score.assign(
        standing=100 * np.exp(level),
        low=100 * np.exp(level - Z * sd),
        high=(100 * np.exp(level + Z * sd)).clip(upper=100),
        name=community.names[score.index],
    )
    lows, highs = np.sort(table["low"]), np.sort(table["high"])
    table["rank_low"] = len(table) - np.searchsorted(lows, table["high"], side="right") + 1
    table["rank_high"] = len(table) - np.searchsorted(highs, table["low"], side="left")
    return table.sort_values(["standing", "name"], ascending=[False, True])


def main() -> None:
    parser = argparse.ArgumentParser(description="Score a community with pandas.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--graph", choices=["numpy", "networkx"], default="numpy")
    parser.add_argument("--top", type=int, default=20, help="0 for all")
    wanted = parser.parse_args()
    community = load(wanted.path)
    table = standings(community, measure(community, wanted.graph))
    rows: list[dict[str, Any]] = table.head(wanted.top or len(table)).round(9).to_dict("records")
    print(json.dumps({"members": len(community.members), "standings": rows}, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()

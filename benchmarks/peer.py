"""The default ruler as an analyst would write it in a notebook: what kibbutz is measured against.

``python benchmarks/peer.py community.parquet -o report.json`` writes every member with standing,
interval, range of ranks, status, trend, elements, and metrics with their intervals. Tables are
vectorised with pandas and the graph is networkx's own; nothing is slower than it has to be.
``--graph numpy`` does without networkx: ties are joined with themselves and trust is walked with
numpy, which is faster, and not what most write.
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

import peer_estimates
import peer_status
from peer_data import Community, load
from peer_metrics import Measured, measure
from peer_ruler import FLOOR, METRICS, MIN_DEEDS, MIN_WEEKS, SHARED_ELEMENTS, SHARED_PARTS

TOLD = ["deeds", "first_day", "active_weeks", "first_week", "last_week"]


def estimate(metric: str, table: pd.DataFrame, members: pd.Index, peer: np.ndarray) -> pd.DataFrame:
    """Return value, score from 0 to 1, the ends of its interval and its reliability, by member."""
    if "share" in table:
        return peer_estimates.share(table)
    target = METRICS[metric][2]
    if "amount" in table:
        return peer_estimates.amount(table, members, peer, target)
    table = table[table["trials"] > 0].astype(float)
    if metric in ("presence", "esteem"):
        return peer_estimates.chance(table)
    peers = pd.Series(peer[table.index], index=table.index)
    usual = table[peers] if peers.any() else table
    return peer_estimates.pace(table, usual, target) if target else peer_estimates.rate(table, usual)


def report(community: Community, measured: Measured) -> pd.DataFrame:
    """Return a row a member, the highest standing first: standing, status, elements and metrics."""
    members = community.members
    parts = pd.concat(
        estimate(metric, table, members.index, measured.peer).assign(
            metric=metric, element=METRICS[metric][0]
        )
        for metric, table in measured.tables.items()
        if len(table)  # what nobody has, as trust that reaches nobody, is not scored
    )
    parts.index.name = "member"
    parts = parts.reset_index()
    parts["weight"] = parts["reliability"].fillna(1) * parts["metric"].map(lambda metric: METRICS[metric][1])
    share = parts["weight"] / parts.groupby(["member", "element"])["weight"].transform("sum")
    parts["adds"] = share * parts["score"]
    parts["down"] = share * (parts["score"] - parts["low"])
    parts["up"] = share * (parts["high"] - parts["score"])
    whole = parts.groupby(["member", "element"])["adds"].sum().clip(upper=1)
    down, up = peer_estimates.together(parts, ["member", "element"], SHARED_PARTS)
    score, low, high = (each.clip(0, 1).unstack() for each in (whole, whole - down, whole + up))
    told = ["value", "score", "low", "high", "hits", "trials", "adds"]
    of_metrics = parts.pivot(index="member", columns="metric", values=told)
    of_metrics = of_metrics.dropna(axis=1, how="all")
    of_metrics.columns = [f"{metric}_{what}" for what, metric in of_metrics.columns]
    table = members[TOLD].join(standings(members, score, low, high))
    table = table.join(peer_status.statuses(community, measured.company, score, table["low"]))
    for element in score:
        table[element] = score[element]
        table[f"{element}_low"], table[f"{element}_high"] = low[element], high[element]
    table = table.join(of_metrics)
    table.index = community.names[table.index]
    table = table.rename_axis("member").reset_index()
    return table.sort_values(["standing", "member"], ascending=[False, True])


def standings(
    members: pd.DataFrame, score: pd.DataFrame, low: pd.DataFrame, high: pd.DataFrame
) -> pd.DataFrame:
    """Return the standing of everybody with enough evidence, its interval and its range of ranks."""
    enough = members.index[(members["deeds"] >= MIN_DEEDS) & (members["active_weeks"] >= MIN_WEEKS)]
    logs, below, above = (np.log(each.loc[enough].clip(lower=FLOOR)) for each in (score, low, high))
    elements = logs.notna().sum(axis=1)
    level = logs.mean(axis=1)
    distances = pd.DataFrame({"down": (logs - below).stack(), "up": (above - logs).stack()}).reset_index()
    down, up = peer_estimates.together(distances, ["member"], SHARED_ELEMENTS)
    table = pd.DataFrame(
        {
            "standing": 100 * np.exp(level),
            "low": 100 * np.exp(level - down / elements),
            "high": (100 * np.exp(level + up / elements)).clip(upper=100),
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

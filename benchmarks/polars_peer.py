"""The default ruler as one who knows Polars would write it: what kibbutz is measured against.

``python benchmarks/polars_peer.py community.parquet -o report.json`` writes what ``peer.py`` does: every
member with standing, interval, range of ranks, status, trend, elements, and metrics with their intervals.
Tables are Polars' own, joined and grouped on all processors; trust is walked with numpy. Neither pandas
nor scipy is imported.
"""

import argparse
from pathlib import Path

import polars as pl

import polars_status
from peer_ruler import FLOOR, METRICS, MIN_DEEDS, MIN_WEEKS, SHARED_ELEMENTS, SHARED_PARTS
from polars_data import Community, load
from polars_estimates import estimate, together
from polars_metrics import Measured, measure

ELEMENTS = sorted({element for element, _, _ in METRICS.values()})
TOLD = ("value", "score", "low", "high", "hits", "trials", "adds")


def report(community: Community, measured: Measured) -> pl.DataFrame:
    """Return a row a member, the highest standing first: standing, status, elements and metrics."""
    table = community.members.lazy().join(measured.company.lazy(), on="member")
    for metric, measures in measured.tables.items():
        told = estimate(metric, measures, community.members, measured.peer)
        named = told.select("member", pl.exclude("member").name.prefix(f"{metric}_"))
        table = table.join(named, on="member", how="left")
    # A row a member is little: the engine that streams would take twice as long.
    table = table.with_columns(_adds()).with_columns(_elements()).collect(engine="in-memory").lazy()
    table = table.join(_standings(table), on="member", how="left")
    table = polars_status.statuses(community, table, ELEMENTS).with_columns(
        member=pl.lit(community.names).gather(pl.col("member"))
    )
    table = table.sort("standing", "member", descending=[True, False], nulls_last=True).collect(
        engine="in-memory"
    )
    metrics = [f"{metric}_{what}" for what in TOLD for metric in sorted(METRICS)]
    return table.select(
        "member", "deeds", "first_day", "active_weeks", "first_week", "last_week",
        "standing", "low", "high", "rank_low", "rank_high",
        "mutual_partners", "partners", "recognised_by", "lower_bound", "weakest", "elements", "tenure_months",
        "status", "next", "dormant", "^trend_.*$",
        *(f"{element}{end}" for element in ELEMENTS for end in ("", "_low", "_high")),
        *(name for name in metrics if name in table.columns and table[name].count()),
    )  # fmt: skip


def _adds() -> list[pl.Expr]:
    """Return what each metric adds to its element: its share of the weights that are there."""
    added = []
    for element in ELEMENTS:
        weights = {
            metric: pl.col(f"{metric}_reliability") * weight
            for metric, (of, weight, _) in METRICS.items()
            if of == element
        }
        whole = pl.sum_horizontal(weights.values())
        for metric, weight in weights.items():
            added.append((weight / whole * pl.col(f"{metric}_score")).alias(f"{metric}_adds"))
            added.append((weight / whole).alias(f"{metric}_share"))
    return added


def _elements() -> list[pl.Expr]:
    """Return the score of each element and the ends of its interval; none where it has no metric."""
    told = []
    for element in ELEMENTS:
        metrics = [metric for metric, (of, _, _) in METRICS.items() if of == element]
        known = pl.any_horizontal(pl.col(f"{metric}_adds").is_not_null() for metric in metrics)
        score = pl.sum_horizontal(f"{metric}_adds" for metric in metrics).clip(None, 1)
        down, up = (
            together([pl.col(f"{metric}_share") * distance(metric) for metric in metrics], SHARED_PARTS)
            for distance in (_below, _above)
        )
        for end, value in (("", score), ("_low", score - down), ("_high", score + up)):
            told.append(pl.when(known).then(value.clip(0, 1)).alias(f"{element}{end}"))
    return told


def _below(metric: str) -> pl.Expr:
    return pl.col(f"{metric}_score") - pl.col(f"{metric}_low")


def _above(metric: str) -> pl.Expr:
    return pl.col(f"{metric}_high") - pl.col(f"{metric}_score")


def _standings(table: pl.LazyFrame) -> pl.LazyFrame:
    """Return the standing of everybody with enough evidence, its interval and its range of ranks."""
    logs, lows, highs = (
        [pl.col(f"{element}{end}").clip(FLOOR).log() for element in ELEMENTS] for end in ("", "_low", "_high")
    )
    elements = pl.sum_horizontal(log.is_not_null() for log in logs)
    level = pl.mean_horizontal(logs)
    down = together([log - low for log, low in zip(logs, lows, strict=True)], SHARED_ELEMENTS) / elements
    up = together([high - log for log, high in zip(logs, highs, strict=True)], SHARED_ELEMENTS) / elements
    low, high = pl.col("low"), pl.col("high")
    above = low.sort().search_sorted(high, side="right")
    under = high.sort().search_sorted(low, side="left")
    return (
        table.filter(pl.col("deeds") >= MIN_DEEDS, pl.col("active_weeks") >= MIN_WEEKS)
        .select(
            "member",
            standing=100 * level.exp(),
            low=100 * (level - down).exp(),
            high=(100 * (level + up).exp()).clip(None, 100),
        )
        .with_columns(rank_low=pl.len() - above + 1, rank_high=pl.len() - under)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Score a community with Polars.")
    parser.add_argument("path", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    wanted = parser.parse_args()
    community = load(wanted.path)
    report(community, measure(community)).write_json(wanted.output)


if __name__ == "__main__":
    main()

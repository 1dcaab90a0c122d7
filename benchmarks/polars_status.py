"""Status in Polars, for the peer: what members have of what every rung asks, and the rung they hold."""

from functools import reduce
from operator import and_

import polars as pl

from peer_ruler import BLOCK_WEEKS, BLOCKS, DORMANT_WEEKS, LADDER, MONTH_DAYS, SAME_FOR_ALL, Rung
from polars_data import Community
from polars_trust import Trust


def company(tie: pl.DataFrame, known: Trust, members: pl.DataFrame) -> pl.DataFrame:
    """Return with how many each member deals, and how many recognised them; those whose company counts."""
    there, here = known.keeps("member", "target"), known.keeps("target", "member")
    alone = pl.col("worth_back").is_null()
    ways = tie.lazy().select("member", "target", "recognises", there=there, here=here, alone=alone)
    ways = ways.collect().lazy()
    counts = [
        ways.group_by("member").agg(
            given=pl.col("there").sum(), mutual_partners=(pl.col("there") & ~pl.col("alone")).sum()
        ),
        ways.group_by(member="target").agg(
            received=(pl.col("here") & pl.col("alone")).sum(),
            recognised_by=(pl.col("here") & pl.col("recognises")).sum(),
        ),
    ]
    table = members.lazy().select("member")
    for each in counts:
        table = table.join(each, on="member", how="left")
    return (
        table.fill_null(0)
        .select("member", "mutual_partners", "recognised_by", partners=pl.col("given") + pl.col("received"))
        .collect()
    )


def statuses(community: Community, table: pl.LazyFrame, elements: list[str]) -> pl.LazyFrame:
    """Return what every member has of what rungs ask, the rung held, the one after it, and the trend.

    Args:
        community: The weeks in which members were active.
        table: Everybody with their company, the score of each element and the lower end of their standing.
        elements: The names of the elements.
    """
    scores = [pl.col(element) for element in elements]
    has = _recent(community, table).with_columns(
        lower_bound=pl.col("low").fill_null(0),
        weakest=pl.min_horizontal(scores).fill_null(0),
        elements=pl.sum_horizontal(score.is_not_null() for score in scores),
        tenure_months=((pl.col("last_day") - pl.col("first_day") + 1) / MONTH_DAYS).floor(),
    )
    # The first rung asks nothing, so that everybody holds one.
    climbed = [
        reduce(and_, (_met(rung, scores) for rung in LADDER[:top])) for top in range(1, len(LADDER) + 1)
    ]
    held = pl.sum_horizontal(each.cast(pl.UInt32) for each in climbed) - 1
    names = pl.lit(pl.Series([*(rung.name for rung in LADDER), ""]))
    return has.with_columns(
        status=names.gather(held),
        next=names.gather(held + 1),
        dormant=community.as_of_week - pl.col("last_week") >= DORMANT_WEEKS,
    )


def _met(rung: Rung, scores: list[pl.Expr]) -> pl.Expr:
    active = pl.col(f"weeks_{rung.within_weeks}") if rung.within_weeks else pl.col("active_weeks")
    strong = pl.sum_horizontal((score >= rung.strong_score).fill_null(False) for score in scores)
    asked = [pl.col(name) >= getattr(rung, name) for name in SAME_FOR_ALL]
    return pl.all_horizontal(
        active >= rung.active_weeks, pl.col("elements") >= rung.elements, strong >= rung.strong, *asked
    )


def _recent(community: Community, table: pl.LazyFrame) -> pl.LazyFrame:
    """Return the active weeks that rungs ask for, and the deeds in each of the last blocks of weeks."""
    ago = community.as_of_week - pl.col("week")
    since = ago - ago.min()
    within = {rung.within_weeks for rung in LADDER if rung.within_weeks}
    block = BLOCKS - 1 - ago // BLOCK_WEEKS
    recent = (
        community.weeks.lazy()
        .group_by("member")
        .agg(
            *((since < weeks).sum().alias(f"weeks_{weeks}") for weeks in within),
            *(pl.col("deeds").filter(block == each).sum().alias(f"trend_{each}") for each in range(BLOCKS)),
        )
    )
    return table.join(recent, on="member", how="left").with_columns(
        pl.col("^weeks_.*$", "^trend_.*$").fill_null(0)
    )

"""Status in pandas, for the peer: what every rung asks, what members have, and the rung they hold."""

import numpy as np
import pandas as pd

from peer_data import Community
from peer_ruler import BLOCK_WEEKS, BLOCKS, DORMANT_WEEKS, LADDER, MONTH_DAYS, SAME_FOR_ALL, Rung
from peer_trust import Trust, pair


def company(tie: pd.DataFrame, known: Trust, members: pd.Index) -> pd.DataFrame:
    """Return with how many each member deals, and how many recognised them; those whose company counts."""
    there = known.keeps(tie["member"], tie["target"])
    here = known.keeps(tie["target"], tie["member"])
    given = there.groupby(tie["member"]).sum()
    both_ways = pair(tie["target"], tie["member"]).isin(pair(tie["member"], tie["target"]))
    received = (here & ~both_ways).groupby(tie["target"]).sum()
    both = (there & both_ways).groupby(tie["member"]).sum()
    return pd.DataFrame(
        {
            "mutual_partners": both.reindex(members, fill_value=0),
            "partners": given.reindex(members, fill_value=0) + received.reindex(members, fill_value=0),
            "recognised_by": (here & tie["recognises"]).groupby(tie["target"]).sum(),
        },
        index=members,
    ).fillna(0)


def statuses(
    community: Community, company: pd.DataFrame, score: pd.DataFrame, low: pd.Series
) -> pd.DataFrame:
    """Return what every member has of what rungs ask, the rung held, the one after it, and the trend.

    Args:
        community: Members, and the weeks in which they were active.
        company: As `company` gives it.
        score: The score of each element by member.
        low: The lower end of each member's standing; none for who has none.
    """
    members, now = community.members, community.as_of_week
    has = company.assign(
        lower_bound=low.fillna(0),
        weakest=score.min(axis=1).reindex(members.index).fillna(0),
        elements=score.notna().sum(axis=1).reindex(members.index, fill_value=0),
    )
    has["tenure_months"] = ((members["last_day"] - members["first_day"] + 1) / MONTH_DAYS) // 1
    met = np.column_stack([_met(rung, has, community, score) for rung in LADDER])
    # The first rung asks nothing, so that everybody holds one.
    held = np.where(met.all(axis=1), len(LADDER), met.argmin(axis=1)) - 1
    names = np.array([rung.name for rung in LADDER] + [""])
    told = has.assign(
        status=names[held],
        next=names[held + 1],
        dormant=now - members["last_week"] >= DORMANT_WEEKS,
    )
    return told.join(_trend(community))


def _met(rung: Rung, has: pd.DataFrame, community: Community, score: pd.DataFrame) -> np.ndarray:
    weeks = community.weeks
    active = community.members["active_weeks"]
    if rung.within_weeks:
        last = weeks["member"].map(community.members["last_week"])
        recent = weeks.loc[weeks["week"] > last - rung.within_weeks].groupby("member").size()
        active = recent.reindex(has.index, fill_value=0)
    met = (active >= rung.active_weeks) & (has["elements"] >= rung.elements)
    for name in SAME_FOR_ALL:
        met &= has[name] >= getattr(rung, name)
    strong = (score >= rung.strong_score).sum(axis=1).reindex(has.index, fill_value=0)
    return (met & (strong >= rung.strong)).to_numpy()


def _trend(community: Community) -> pd.DataFrame:
    """Return the deeds in each of the last blocks of four weeks, the newest last."""
    weeks = community.weeks
    block = BLOCKS - 1 - (community.as_of_week - weeks["week"]) // BLOCK_WEEKS
    recent = weeks.assign(block=block)[block >= 0]
    counts = recent.groupby(["member", "block"])["deeds"].sum().unstack(fill_value=0)
    counts = counts.reindex(community.members.index, columns=range(BLOCKS), fill_value=0)
    return counts.rename(columns=lambda number: f"trend_{number}")

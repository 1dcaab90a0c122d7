"""Presence in pandas, for the peer."""

import numpy as np
import pandas as pd

import peer_comebacks
from peer_comebacks import Visits
from peer_data import Community
from peer_ruler import DAY_US, WEEK_US


def presence(community: Community, peer: np.ndarray) -> pd.DataFrame:
    """Return the chance of every member to come back, as comebacks seen of so many trials."""
    deeds = community.deeds.loc[community.deeds["active"], ["member", "ts_us"]]
    us = community.as_of_us - deeds["ts_us"]
    days = us.groupby([deeds["member"], us // WEEK_US]).min() // DAY_US
    days.index.names = ["member", "ago"]
    days = days.rename("days_ago").reset_index().sort_values(["member", "ago"], ascending=[True, False])
    faded = np.exp2(-days["ago"] / peer_comebacks.HALF_LIFE)
    activity = peer_comebacks.place((faded.groupby(days["member"]).cumsum() / faded).to_numpy())
    after = days.groupby("member")["ago"].shift(-1)
    ago, days_ago, counts = days["ago"].to_numpy(), days["days_ago"].to_numpy(), peer[days["member"]]
    hits, trials = peer_comebacks.chances(Visits(ago, days_ago, after.to_numpy(float), activity, counts))
    return pd.DataFrame({"hits": hits, "trials": trials}, index=days["member"].unique())

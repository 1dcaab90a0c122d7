"""Presence in pandas and numpy, for the peer."""

import numpy as np
import pandas as pd

from peer_data import Community

WEEK_US, DAY_US = 604_800_000_000, 86_400_000_000
HORIZON, HALF_LIFE, STEPS, NEARNESS, SHRINK = 13, 52, 4, 0.5, 5
HISTORY, TABLE_MEMBERS = 26, 10
SILENT_WEEKS, CHANCES = [0, 1, 3, 7, 15, 31], np.array([0.9, 0.85, 0.7, 0.5, 0.3, 0.15, 0.05])


def presence(community: Community) -> pd.DataFrame:
    """Return the chance of every member to come back, as comebacks seen of so many trials."""
    visits = _visits(community.deeds)
    now = visits.groupby("member").last()
    if visits["ago"].max() + 1 < HISTORY:
        chance = CHANCES[np.searchsorted(SILENT_WEEKS, now["days_ago"] // 7)]
        return pd.DataFrame({"hits": chance * TABLE_MEMBERS, "trials": float(TABLE_MEMBERS)}, index=now.index)
    weeks, comebacks = _situations(visits)
    seen, rate = _returns(weeks, comebacks)
    silent, activity = now["days_ago"].to_numpy(), now["activity"].to_numpy()
    stays = np.zeros(len(now))
    for ahead in range(HORIZON):
        stays += np.log1p(-rate[_place(1 + silent + 7 * ahead), activity])
    hits = seen[_place(1 + silent), activity]
    return pd.DataFrame({"hits": hits, "trials": hits / (1 - np.exp(stays))}, index=now.index)


def _visits(deeds: pd.DataFrame) -> pd.DataFrame:
    """Return the active weeks of every member, oldest first, with how active they were up to then."""
    us = int(deeds["ts_us"].max()) - deeds["ts_us"]
    visits = us.groupby([deeds["member"], us // WEEK_US]).min() // DAY_US
    visits.index.names = ["member", "ago"]
    visits = visits.rename("days_ago").reset_index().sort_values(["member", "ago"], ascending=[True, False])
    by_member = visits.groupby("member")["ago"]
    visits["next"] = by_member.shift(-1)
    faded = np.exp2(-visits["ago"] / HALF_LIFE)
    visits["activity"] = _place((faded.groupby(visits["member"]).cumsum() / faded).to_numpy())
    return visits


def _situations(visits: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the weeks spent in every situation, and the comebacks after them."""
    ended = visits["next"].notna().to_numpy()
    length = (visits["ago"] - visits["next"].fillna(0)).to_numpy().astype(int)
    row = np.repeat(np.arange(len(visits)), length)
    week = np.arange(len(row)) - np.repeat(np.cumsum(length) - length, length)
    silence = _place(1 + (visits["days_ago"] - 7 * visits["ago"]).to_numpy()[row] + 7 * week)
    activity = visits["activity"].to_numpy()
    last = _place(1 + 7 * HORIZON + int(visits["days_ago"].max()))
    shape = (last + 1, int(activity.max()) + 1)
    cell = silence * shape[1] + activity[row]
    back = ended[row] & (week == length[row] - 1)
    count = [np.bincount(cell, weights, shape[0] * shape[1]).reshape(shape) for weights in (None, back)]
    return count[0], count[1]


def _returns(weeks: np.ndarray, comebacks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return in every situation the comebacks that speak for its weekly rate, and the rate."""
    silences, activities = (_near(size) for size in weeks.shape)
    overall = (comebacks.sum() + 0.5) / (weeks.sum() + 1)
    far = np.sqrt(silences)
    wide = (far @ comebacks.sum(1) + overall) / (far @ weeks.sum(1) + 1)
    by_silence = (silences @ comebacks.sum(1) + SHRINK) / (silences @ weeks.sum(1) + SHRINK / wide)
    expected = weeks * by_silence[:, None]
    ratio = (activities @ comebacks.sum(0) + SHRINK) / (activities @ expected.sum(0) + SHRINK)
    seen = silences @ comebacks @ activities + SHRINK
    alike = seen / (silences @ (expected * ratio) @ activities + SHRINK)
    return seen, np.minimum(0.99, by_silence[:, None] * ratio * alike)


def _near(size: int) -> np.ndarray:
    return NEARNESS ** np.abs(np.subtract.outer(np.arange(size), np.arange(size)))


def _place(count: np.ndarray | int) -> np.ndarray:
    return np.floor(STEPS * np.log2(count) + 1e-9).astype(int)

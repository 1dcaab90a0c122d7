"""The activities as numbers, for the peer: members, deeds, what answers what, and conversations."""

import re
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

import peer_ruler
from peer_ruler import ANCHOR_ROLES, COLUMNS, DAY_US, HALF_LIFE, IDLE, OF_KIND

BOTS = re.compile(peer_ruler.BOTS, re.IGNORECASE)
KINDS = pd.DataFrame.from_dict(peer_ruler.KINDS, orient="index", columns=OF_KIND)


class Community(NamedTuple):
    """What the data holds, in numbers; a person is the place of their id in ``names``.

    Attributes:
        deeds: A row an activity; those it answers and their authors are there by row and by person.
        names: The ids of all who act or are aimed at.
        weeks: The weeks in which members were active, with their deeds and moments, by member and week.
        members: Everybody who acts, by their place.
        roles: Those whose role makes them anchors.
        as_of_us: When the last deed was done.
    """

    deeds: pd.DataFrame
    names: pd.Index
    weeks: pd.DataFrame
    members: pd.DataFrame
    roles: np.ndarray
    as_of_us: int

    @property
    def as_of_day(self) -> int:
        return self.as_of_us // DAY_US

    @property
    def as_of_week(self) -> int:
        return (self.as_of_day + 3) // 7


def load(path: Path) -> Community:
    raw = pd.read_parquet(path, columns=COLUMNS)
    raw = raw.dropna(subset=["ts_us"]).drop_duplicates(["platform", "activity_id"], ignore_index=True)
    shown = raw[["actor", "actor_name"]].drop_duplicates()
    is_bot = shown.map(lambda text: isinstance(text, str) and bool(BOTS.fullmatch(text))).any(axis=1)
    bots = shown.loc[is_bot, "actor"].unique()
    if len(bots):
        raw = raw[~raw["actor"].isin(bots)].reset_index(drop=True)
    codes, names = pd.factorize(pd.concat([raw["actor"], raw["target"]], ignore_index=True))
    if len(bots):
        codes = np.where(names.isin(bots)[codes] & (codes >= 0), -1, codes)
    deeds = KINDS.reindex(raw["kind"]).reset_index(names="kind")
    deeds[["weight", "cap"]] = deeds[["weight", "cap"]].fillna(0)
    flags = ["contributes", "original", "endorses", "recognises"]
    deeds[flags] = deeds[flags].eq(True)
    deeds["member"], deeds["target"] = codes[: len(raw)], codes[len(raw) :]
    deeds["ts_us"], deeds["value"] = raw["ts_us"], raw["value"]
    deeds["active"] = ~deeds["kind"].isin(IDLE)
    deeds["removed"] = raw["visibility"].eq("removed")
    deeds["day"] = raw["ts_us"] // DAY_US
    deeds["week"] = (deeds["day"] + 3) // 7
    deeds["object"] = _objects(raw)
    found = deeds["object"].to_numpy()
    author = np.where(found >= 0, deeds["member"].to_numpy()[found], -1)
    deeds["target"] = np.where(deeds["target"] >= 0, deeds["target"], author)
    deeds["thread"] = _threads(raw, found)
    deeds["id"], deeds["text_print"] = raw["activity_id"], raw["text_print"]
    named = raw["thread_id"].isna() | (raw["thread_id"] == raw["activity_id"])
    stands = deeds["original"] & ~deeds["recognises"] & raw["object_id"].isna()
    deeds["opens"] = np.where(stands, np.where(named, 2, 1), 0)
    as_of_us = int(deeds["ts_us"].max())
    as_of_day = as_of_us // DAY_US
    deeds["decay"] = np.exp2(-(as_of_day - deeds["day"]) / HALF_LIFE)
    roles = deeds.loc[raw["role"].isin(ANCHOR_ROLES), "member"].unique()
    weeks = _weeks(deeds.loc[deeds["active"], ["member", "week", "ts_us"]])
    return Community(deeds, names, weeks, _members(deeds, weeks), roles, as_of_us)


def _weeks(deeds: pd.DataFrame) -> pd.DataFrame:
    return deeds.groupby(["member", "week"], as_index=False).agg(
        deeds=("ts_us", "size"), first_us=("ts_us", "min"), last_us=("ts_us", "max")
    )


def _members(deeds: pd.DataFrame, weeks: pd.DataFrame) -> pd.DataFrame:
    """Return when and how much everybody was active; of who never was, when they did what they did."""
    idle = _weeks(deeds[~deeds["member"].isin(weeks["member"])]).assign(deeds=0)
    known = pd.concat([weeks.assign(active_weeks=1), idle.assign(active_weeks=0)])
    members = known.groupby("member").agg(
        deeds=("deeds", "sum"),
        active_weeks=("active_weeks", "sum"),
        first_us=("first_us", "min"),
        last_us=("last_us", "max"),
        first_week=("week", "min"),
        last_week=("week", "max"),
    )
    return members.assign(first_day=members["first_us"] // DAY_US, last_day=members["last_us"] // DAY_US)


def _objects(raw: pd.DataFrame) -> np.ndarray:
    """Return for each row the row it answers, or -1."""
    if raw["platform"].nunique() == 1:
        return pd.Index(raw["activity_id"]).get_indexer(raw["object_id"])
    keys = pd.MultiIndex.from_frame(raw[["platform", "activity_id"]])
    return keys.get_indexer(pd.MultiIndex.from_frame(raw[["platform", "object_id"]]))


def _threads(raw: pd.DataFrame, found: np.ndarray) -> np.ndarray:
    """Return for each row the first row of its conversation."""
    own = np.arange(len(raw))
    name = raw["thread_id"].where(raw["thread_id"].notna() | (found >= 0), raw["object_id"])
    first = pd.Series(own).groupby([raw["platform"], name]).transform("min")
    parent = np.where(found >= 0, first.to_numpy()[found], np.nan)
    return first.fillna(pd.Series(parent)).fillna(pd.Series(np.where(found >= 0, found, own))).to_numpy(int)

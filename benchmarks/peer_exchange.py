"""Openings, who answered them, newcomers and restraint in pandas, for the peer."""

import numpy as np
import pandas as pd
from scipy.special import ndtr

from peer_data import Community
from peer_ruler import (
    ANSWER_US,
    CROWD,
    NEWCOMER_DAYS,
    ONE_PERSON,
    PER_DAY,
    REPEAT_DAYS,
    RETURN_US,
)
from peer_trust import Trust


def openings(deeds: pd.DataFrame) -> pd.DataFrame:
    """Return the deed that opens each conversation, where it is here."""
    content = deeds.loc[deeds["original"], ["id", "member", "thread", "ts_us", "opens"]]
    by_thread = content.groupby("thread")
    best = content["opens"] == by_thread["opens"].transform("max")
    first = content["ts_us"] == by_thread["ts_us"].transform("min")
    wanted = content[best & ((content["opens"] == 2) | ((content["opens"] == 1) & first))]
    return wanted.sort_values("id").drop_duplicates("thread").rename_axis("opening").reset_index()


def responses(deeds: pd.DataFrame, opened: pd.DataFrame) -> pd.DataFrame:
    """Return who answered whose opening, and when first."""
    content = deeds.loc[deeds["original"], ["member", "target", "thread", "ts_us", "day"]]
    asked = opened.rename(columns={"member": "asker", "ts_us": "opened_us"})
    both = content.merge(asked[["opening", "thread", "asker", "opened_us"]], on="thread")
    both = both[
        (both["member"] != both["asker"])
        & (both["target"] != both["member"])
        & (both["ts_us"] >= both["opened_us"])
    ]
    return both.groupby(["opening", "member"], as_index=False).agg(
        asker=("asker", "first"),
        thread=("thread", "first"),
        opened_us=("opened_us", "first"),
        ts_us=("ts_us", "min"),
        day=("day", "min"),
    )


def exchange(community: Community, known: Trust) -> dict[str, pd.DataFrame]:
    """Return replies received and given, net provider and follow-through."""
    opened = openings(community.deeds)
    told = responses(community.deeds, opened)
    heard = told[known.keeps(told["asker"], told["member"])]
    weeks = community.members["active_weeks"]
    daily = told.groupby(["member", "asker", "day"]).size().clip(upper=PER_DAY)
    given = daily.groupby("member").sum().reindex(weeks.index, fill_value=0)
    return {
        "replies_received": _received(opened, heard, community.as_of_us),
        "replies_given": pd.DataFrame({"hits": given, "trials": weeks}),
        "net_provider": _balance(told["member"].value_counts(), opened["member"].value_counts()),
        "follow_through": _returned(community.deeds, heard, community.as_of_us),
    }


def _received(opened: pd.DataFrame, heard: pd.DataFrame, as_of_us: int) -> pd.DataFrame:
    by_opening = heard[heard["ts_us"] <= heard["opened_us"] + ANSWER_US].groupby("opening")["member"]
    answered = opened["opening"].isin(by_opening.size().index)
    counts = answered | (opened["ts_us"] + ANSWER_US <= as_of_us)
    table = answered[counts].groupby(opened.loc[counts, "member"]).agg(hits="sum", trials="size")
    only = opened["opening"].map(by_opening.first().where(by_opening.nunique() == 1))
    alone = opened.assign(only=only).groupby(["member", "only"]).size()
    others = alone.index.get_level_values("member").map(table["hits"]) - alone
    beyond = (alone - others.clip(lower=ONE_PERSON)).clip(lower=0).groupby("member").sum()
    return table.assign(hits=table["hits"].sub(beyond, fill_value=0))


def _balance(given: pd.Series, asked: pd.Series) -> pd.DataFrame:
    given, asked = given.align(asked, fill_value=0)
    n = given + asked
    chance = (given + 0.5) / (n + 1)
    spread = 4 * chance * (1 - chance)
    r, h2 = spread / (1 + spread), (2 * chance - 1) ** 2 * n / (1 + spread)
    variance = np.exp(-h2) / (2 * np.pi) * r * (1 + r * h2 / 2)
    return pd.DataFrame({"share": ndtr((given - asked) / np.sqrt(n)), "variance": variance})


def _returned(deeds: pd.DataFrame, heard: pd.DataFrame, as_of_us: int) -> pd.DataFrame:
    counts = deeds["contributes"] & (deeds["target"] != deeds["member"])
    deed = deeds.loc[counts, ["member", "target", "thread", "ts_us"]].rename(columns={"ts_us": "back_us"})
    turn = heard.rename(columns={"member": "by"}).reset_index(names="turn")
    turn = turn[["turn", "asker", "by", "thread", "ts_us"]]
    there = turn.merge(deed, left_on=["asker", "thread"], right_on=["member", "thread"])
    towards = turn.merge(deed, left_on=["asker", "by"], right_on=["member", "target"])
    back = pd.concat([there, towards])
    back = back.loc[back["back_us"].between(back["ts_us"], back["ts_us"] + RETURN_US), "turn"].unique()
    by_opening = heard.assign(back=heard.index.isin(back)).groupby("opening")
    judged = by_opening.agg(member=("asker", "first"), back=("back", "any"), ts_us=("ts_us", "min"))
    judged = judged[judged["back"] | (judged["ts_us"] + RETURN_US <= as_of_us)]
    return judged.groupby("member")["back"].agg(hits="sum", trials="size")


def welcome(community: Community, daily: pd.DataFrame) -> pd.DataFrame:
    """Return how much newcomers were answered and endorsed, from the worth of every pair and day."""
    first = community.members["first_day"]
    new = first[first >= first.min() + NEWCOMER_DAYS]
    since = daily["day"] - daily["target"].map(new)
    pairs = daily[since.between(0, NEWCOMER_DAYS - 1)].assign(squares=lambda table: table["endorsing"] ** 2)
    pairs = pairs.groupby(["member", "target"])[["endorsing", "squares"]].sum()
    pairs["squares"] /= (1 + pairs["endorsing"]) ** 2
    pairs["amount"] = np.log1p(pairs["endorsing"])
    return pairs.groupby("member")[["amount", "squares"]].sum()


def restraint(deeds: pd.DataFrame) -> pd.DataFrame:
    """Return on how many active days a member neither flooded, repeated themselves nor named a crowd."""
    counted = deeds[deeds["contributes"]]
    daily = counted.groupby(["member", "day", "kind"], observed=True).agg(
        n=("cap", "size"), cap=("cap", "first")
    )
    flooded = daily[daily["n"] > daily["cap"]].reset_index()[["member", "day"]]
    too_much = pd.concat([flooded, _repeated(deeds), _crowds(deeds)]).drop_duplicates().assign(hit=0)
    among = counted.loc[counted["target"] != counted["member"], ["member", "day"]].drop_duplicates()
    days = among.merge(too_much, how="outer").fillna({"hit": 1})
    return days.groupby("member")["hit"].agg(hits="sum", trials="size")


def _repeated(deeds: pd.DataFrame) -> pd.DataFrame:
    said = deeds.loc[
        deeds["original"] & deeds["text_print"].notna(), ["member", "text_print", "thread", "day"]
    ]
    said = said[said.groupby(["member", "text_print"])["thread"].transform("nunique") > 1]
    pairs = said.merge(said, on=["member", "text_print"], suffixes=("", "_before"))
    since = pairs["day"] - pairs["day_before"]
    return pairs.loc[
        (pairs["thread"] != pairs["thread_before"]) & since.between(0, REPEAT_DAYS), ["member", "day"]
    ]


def _crowds(deeds: pd.DataFrame) -> pd.DataFrame:
    named = deeds[
        (deeds["kind"] == "mention") & (deeds["target"] >= 0) & (deeds["target"] != deeds["member"])
    ]
    inside = named["object"].to_numpy()
    answers = np.where(inside >= 0, deeds["target"].to_numpy()[inside] >= 0, False)
    people = named[~answers].groupby(["member", "day"])["target"].nunique()
    return people[people > CROWD].reset_index()[["member", "day"]]

"""The metrics of the default ruler in pandas, for the peer."""

from typing import NamedTuple

import numpy as np
import pandas as pd

import peer_exchange
import peer_graph
import peer_presence
import peer_status
import peer_trust
from peer_data import Community
from peer_ruler import DEEDS_PER_DAY, FORGIVENESS_DAYS, JUDGING, RECOGNITION_DAYS
from peer_trust import Trust


class Measured(NamedTuple):
    """What was measured of everybody.

    Attributes:
        tables: For every metric a table by member: (amount, squares), or (hits, trials).
        peer: Whose company counts, by place in ``names``.
        company: With how many each member deals.
    """

    tables: dict[str, pd.DataFrame]
    peer: np.ndarray
    company: pd.DataFrame


def daily_ties(deeds: pd.DataFrame) -> pd.DataFrame:
    """Return what goes from whom to whom on each day."""
    aimed = deeds[(deeds["target"] >= 0) & (deeds["target"] != deeds["member"]) & (deeds["weight"] > 0)]
    rated = deeds["value"].where(deeds["kind"] == "endorse")
    level = (rated / rated.groupby(deeds["member"]).transform("max")).fillna(1)
    bad = (aimed["kind"] == "endorse") & (aimed["value"] <= 0)
    aimed = aimed.assign(recognises=aimed["recognises"] & ~bad)
    aimed = aimed.assign(endorsing=(aimed["weight"] * level[aimed.index]).where(aimed["endorses"], 0))
    daily = aimed.groupby(["member", "target", "day"], as_index=False).agg(
        deeds=("weight", "size"),
        weight=("weight", "sum"),
        endorsing=("endorsing", "sum"),
        decay=("decay", "first"),
        recognises=("recognises", "any"),
        first_thread=("thread", "min"),
        last_thread=("thread", "max"),
    )
    share = daily["deeds"].clip(upper=DEEDS_PER_DAY) / daily["deeds"] * daily["decay"]
    daily["worth"], daily["endorsing"] = daily["weight"] * share, daily["endorsing"] * share
    daily["squares"] = daily["worth"] ** 2
    return daily


def ties(daily: pd.DataFrame) -> pd.DataFrame:
    """Return what goes from whom to whom."""
    tie = daily.groupby(["member", "target"], as_index=False).agg(
        worth=("worth", "sum"),
        endorsing=("endorsing", "sum"),
        squares=("squares", "sum"),
        recognises=("recognises", "any"),
        first_day=("day", "min"),
        last_day=("day", "max"),
        first_thread=("first_thread", "min"),
        last_thread=("last_thread", "max"),
    )
    tie["strength"] = np.log1p(tie["worth"])
    return tie


def mutual_ties(tie: pd.DataFrame) -> pd.DataFrame:
    """Return what goes both ways, by joining the ties with themselves."""
    both = tie.merge(tie, left_on=["member", "target"], right_on=["target", "member"], suffixes=("", "_back"))
    weaker = both["strength"] <= both["strength_back"]
    worth = both["worth"].where(weaker, both["worth_back"])
    threads = both[["first_thread", "first_thread_back", "last_thread", "last_thread_back"]]
    days = both[["first_day", "first_day_back", "last_day", "last_day_back"]]
    return pd.DataFrame(
        {
            "member": both["member"],
            "partner": both["target"],
            "strength": both[["strength", "strength_back"]].min(axis=1),
            "variance": both["squares"].where(weaker, both["squares_back"]) / (1 + worth) ** 2,
            "fleeting": 1
            - _lasting(both["worth"], both["squares"]) * _lasting(both["worth_back"], both["squares_back"]),
            "again": (threads.min(axis=1) != threads.max(axis=1)) & (days.min(axis=1) != days.max(axis=1)),
        }
    )


def _lasting(worth: pd.Series, squares: pd.Series) -> pd.Series:
    return 1 - np.exp(-(worth**2) / squares)


def answers(deeds: pd.DataFrame, known: Trust) -> pd.DataFrame:
    """Return which contribution was recognised by whom; by those whose company counts."""
    reacts = deeds.loc[deeds["recognises"] & (deeds["object"] >= 0), ["member", "object", "ts_us", "day"]]
    told = deeds[["member", "original", "ts_us", "day"]].take(reacts["object"]).set_index(reacts.index)
    counts = (
        told["original"]
        & (reacts["member"] != told["member"])
        & (reacts["ts_us"] >= told["ts_us"])
        & (reacts["day"] <= told["day"] + RECOGNITION_DAYS)
        & known.keeps(told["member"], reacts["member"])
    )
    by_whom = reacts.loc[counts, ["object", "member"]].drop_duplicates()
    return by_whom.assign(author=told.loc[by_whom.index, "member"])


def measure(community: Community, graph: str) -> Measured:
    """Return what every metric of the default ruler measures, with or without a library for graphs."""
    deeds = community.deeds
    daily = daily_ties(deeds)
    tie = ties(daily)
    known = peer_trust.trust(tie, community, graph)
    mutual = peer_graph.mutual_ties(tie) if graph == "networkx" else mutual_ties(tie)
    mutual = mutual[known.keeps(mutual["member"], mutual["partner"], close=True)]
    tables = {
        **_social(mutual),
        **peer_exchange.exchange(community, known),
        "restraint": peer_exchange.restraint(deeds),
        "welcome": peer_exchange.welcome(community, daily),
        "value_delivered": _value(deeds, known),
        "trust": known.arrived,
        "esteem": known.esteem(deeds, community.members.index),
        "conduct": _conduct(deeds, community.as_of_day, known.voice),
        **_participation(deeds, known),
        **_commitment(community),
        "presence": peer_presence.presence(community, known.peer),
    }
    return Measured(tables, known.peer, peer_status.company(tie, known, community.members.index))


def _social(mutual: pd.DataFrame) -> dict[str, pd.DataFrame]:
    mutual = mutual.assign(squares=mutual["variance"] + mutual["strength"] ** 2 * mutual["fleeting"])
    by_member = mutual.groupby("member")
    share = mutual["strength"] / by_member["strength"].transform("sum")
    entropy = (-share * np.log(share)).groupby(mutual["member"]).sum()
    surprise = np.log(share) + mutual["member"].map(entropy)
    spread = mutual["variance"] / mutual["strength"] ** 2
    moved = share**2 * (mutual["fleeting"] * (1 - surprise) ** 2 + spread * surprise**2)
    partners = np.exp(entropy)
    return {
        "mutual_ties": by_member.agg(amount=("strength", "sum"), squares=("squares", "sum")),
        "partners": pd.DataFrame(
            {"amount": partners, "squares": partners**2 * moved.groupby(mutual["member"]).sum()}
        ),
        "repeat_partners": by_member.agg(hits=("again", "sum"), trials=("again", "size")),
    }


def _value(deeds: pd.DataFrame, known: Trust) -> pd.DataFrame:
    given = deeds["kind"].isin(["accept", "endorse"])
    towards = deeds[given & (deeds["target"] >= 0) & (deeds["target"] != deeds["member"])]
    towards = towards[known.keeps(towards["target"], towards["member"])]
    own = deeds[~given & ~deeds["kind"].isin(JUDGING) & deeds["value"].notna()]
    worth = pd.concat(
        [towards["value"].fillna(1) * towards["weight"] * towards["decay"], own["value"] * own["decay"]]
    )
    of_a_day = towards.groupby(["member", "target", "day"])["weight"].transform("size")
    part = (DEEDS_PER_DAY / of_a_day).clip(upper=1).reindex(worth.index, fill_value=1)
    member = pd.concat([towards["target"], own["member"]])
    table = pd.DataFrame({"member": member, "amount": part * worth, "squares": part * worth**2})
    return table.groupby("member").sum()


def _conduct(deeds: pd.DataFrame, as_of_day: int, voice: np.ndarray) -> pd.DataFrame:
    recent = deeds["day"] > as_of_day - FORGIVENESS_DAYS
    acts = deeds[deeds["kind"].isin(["remove", "flag"]) & (deeds["object"] >= 0) & recent]
    acts = acts[acts["member"].to_numpy() != deeds["member"].to_numpy()[acts["object"]]]
    weight = pd.Series(voice[acts["member"]], index=acts.index).where(acts["kind"] == "flag", 1)
    strike = weight.groupby(acts["object"]).max().reindex(deeds.index, fill_value=0)
    strike = strike.mask(deeds["removed"] & recent, 1)
    judged = deeds["original"] & ((deeds["target"] != deeds["member"]) | (strike > 0))
    stood = 1 - strike[judged]
    return stood.groupby(deeds.loc[judged, "member"]).agg(hits="sum", trials="size")


def _participation(deeds: pd.DataFrame, known: Trust) -> dict[str, pd.DataFrame]:
    counted = deeds[deeds["contributes"]]
    daily = counted.groupby(["member", "kind", "day"], observed=True).agg(
        n=("cap", "size"), cap=("cap", "first"), weight=("weight", "first"), decay=("decay", "first")
    )
    n, worth = daily[["n", "cap"]].min(axis=1), daily["weight"] * daily["decay"]
    effort = pd.DataFrame({"amount": n * worth, "squares": n * worth**2}).groupby("member").sum()
    by_whom = answers(deeds, known)
    original = deeds["original"]
    drew = pd.Series(deeds.index.isin(by_whom["object"]), index=deeds.index)[original]
    audience = by_whom.groupby(["author", "object"]).size().sort_values(ascending=False)
    place = audience.groupby("author").cumcount() + 1
    breadth = (audience >= place).groupby("author").sum().astype(float)
    height = breadth.reindex(audience.index.get_level_values("author")).to_numpy()
    near = pd.Series((2 * audience > height) & (2 * audience <= 3 * height)).groupby("author").sum()
    return {
        "contribution": effort,
        "recognition": _recognition(deeds[original], drew, known.peer),
        "breadth": pd.DataFrame({"amount": breadth, "squares": breadth / (1 + near / breadth) ** 2}),
    }


def _recognition(original: pd.DataFrame, drew: pd.Series, peer: np.ndarray) -> pd.DataFrame:
    """Return hits and trials with the hits usual for the kinds; all that is measured is of one platform."""
    judged = drew[peer[original["member"]]]
    pooled = (judged.sum() + 0.5) / (len(judged) + 1)
    kinds = judged.groupby(original["kind"], observed=True)
    usual = ((kinds.sum() + 4 * pooled) / (kinds.size() + 4)).reindex(
        original["kind"].unique(), fill_value=pooled
    )
    counted = pd.DataFrame(
        {"member": original["member"], "hits": drew, "expected": original["kind"].map(usual).astype(float)}
    )
    return counted.groupby("member").agg(
        hits=("hits", "sum"), trials=("hits", "size"), expected=("expected", "sum")
    )


def _commitment(community: Community) -> dict[str, pd.DataFrame]:
    weeks, now = community.weeks, community.as_of_week
    members = community.members[community.members["deeds"] > 0]
    recent = weeks.loc[weeks["week"] > now - 52].groupby("member").size().reindex(members.index, fill_value=0)
    trials = (now - members["first_week"] + 1).clip(upper=52)
    gaps = weeks.groupby("member")["week"].diff().dropna()
    by_member = gaps.groupby(weeks["member"])
    moments = by_member.agg(n="size", mean="mean").assign(sd=by_member.std(ddof=0))
    moments = moments[moments["n"] >= 7]
    uneven = moments["sd"] / moments["mean"]
    variance = 4 * uneven**2 * (0.5 + uneven**2) / (moments["n"] * (1 + uneven) ** 4)
    months, possible = _months(weeks, members, community.as_of_us)
    chance = (months - 0.5) / possible
    return {
        "sustained": pd.DataFrame({"hits": recent, "trials": trials}),
        "tenure": pd.DataFrame({"amount": months, "squares": (possible - 1) * chance * (1 - chance)}),
        "steadiness": pd.DataFrame({"share": 1 - (uneven - 1) / (uneven + 1), "variance": variance}),
    }


def _months(weeks: pd.DataFrame, members: pd.DataFrame, as_of_us: int) -> tuple[pd.Series, pd.Series]:
    """Return in how many months of the calendar members were active, and in how many they could be.

    A week touches two months at most: those of its first and of its last active deed.
    """
    first, last = _month(weeks["first_us"]), _month(weeks["last_us"])
    new = (first != last.groupby(weeks["member"]).shift()).astype(float) + (first != last)
    joined = _month(members["first_us"])
    return new.groupby(weeks["member"]).sum(), _month(pd.Series([as_of_us])).item() - joined + 1


def _month(us: pd.Series) -> pd.Series:
    """Return the months since 1970."""
    months = us.to_numpy().astype("datetime64[us]").astype("datetime64[M]")
    return pd.Series(months.astype(int), index=us.index)

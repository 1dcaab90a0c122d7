"""The metrics of the default ruler in pandas, for the peer."""

import numpy as np
import pandas as pd

import peer_exchange
import peer_graph
import peer_presence
from peer_data import Community

LN2 = np.log(2)
RECOGNITION_DAYS, FORGIVENESS_DAYS = 30, 183
DEEDS_PER_DAY, TIE_CAP, BACK_SCRATCHING, GIVER_BUDGET = 3, 4, 0.5, 5
DAMPING, STEPS = 0.85, 20


def daily_ties(deeds: pd.DataFrame) -> pd.DataFrame:
    """Return what goes from whom to whom on each day."""
    aimed = deeds[(deeds["target"] >= 0) & (deeds["target"] != deeds["member"]) & (deeds["weight"] > 0)]
    aimed = aimed.assign(endorsing=aimed["weight"].where(aimed["endorses"], 0))
    daily = aimed.groupby(["member", "target", "day"], as_index=False).agg(
        deeds=("weight", "size"),
        weight=("weight", "sum"),
        endorsing=("endorsing", "sum"),
        decay=("decay", "first"),
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
            "strength": both[["strength", "strength_back"]].min(axis=1),
            "variance": both["squares"].where(weaker, both["squares_back"]) / (1 + worth) ** 2,
            "again": (threads.min(axis=1) != threads.max(axis=1)) & (days.min(axis=1) != days.max(axis=1)),
        }
    )


def trust(tie: pd.DataFrame, community: Community, anchors: np.ndarray, graph: str) -> pd.DataFrame:
    """Return the trust that arrives at each member, in units of the mean, with its sum of squares."""
    edges = tie[(tie["endorsing"] > 0) & tie["target"].isin(community.members.index)]
    edges = edges.assign(flow=np.minimum(np.log1p(edges["endorsing"]), np.log(TIE_CAP)))
    edges = edges[["member", "target", "flow"]]
    back = edges.rename(columns={"member": "target", "target": "member", "flow": "back"})
    edges = edges.merge(back, on=["member", "target"], how="left").fillna({"back": 0.0})
    pair = edges[["flow", "back"]]
    edges["flow"] *= 1 - BACK_SCRATCHING * pair.min(axis=1) / pair.max(axis=1)
    given = edges.groupby("member")["flow"].transform("sum").clip(lower=GIVER_BUDGET * LN2)
    edges["share"] = edges["flow"] / given
    if graph == "networkx":
        held = peer_graph.walk(edges, anchors, community, DAMPING)
    else:
        start = np.zeros(len(community.names))
        start[anchors] = len(community.members) / len(anchors)
        held = _walk(edges, start)
    edges["arrived"] = held[edges["member"]] * DAMPING * (1 - DAMPING) * edges["share"]
    edges["squares"] = edges["arrived"] ** 2
    received = edges.groupby("target")[["arrived", "squares"]].sum()
    mean = received.loc[received["arrived"] > 0, "arrived"].mean()
    return pd.DataFrame({"amount": received["arrived"] / mean, "squares": received["squares"] / mean**2})


def _walk(edges: pd.DataFrame, start: np.ndarray) -> np.ndarray:
    givers, receivers, share = (edges[name].to_numpy() for name in ("member", "target", "share"))
    wave, held = start, start.copy()
    for _ in range(STEPS - 1):
        wave = np.bincount(receivers, wave[givers] * share * DAMPING, minlength=len(start))
        held += wave
    return held


def _anchors(community: Community) -> np.ndarray:
    if len(community.roles):
        return community.roles
    members = community.members
    loyal = members[members["active_weeks"] >= 13]
    loyal = loyal.assign(name=community.names[loyal.index]).sort_values(["first_day", "name"])
    return loyal.index[: max(3, int(np.ceil(0.05 * len(members))))].to_numpy()


def answers(deeds: pd.DataFrame) -> pd.DataFrame:
    """Return which contribution was recognised by whom."""
    reacts = deeds.loc[deeds["recognises"] & (deeds["object"] >= 0), ["member", "object", "ts_us", "day"]]
    told = deeds[["member", "original", "ts_us", "day"]].take(reacts["object"]).set_index(reacts.index)
    counts = (
        told["original"]
        & (reacts["member"] != told["member"])
        & (reacts["ts_us"] >= told["ts_us"])
        & (reacts["day"] <= told["day"] + RECOGNITION_DAYS)
    )
    by_whom = reacts.loc[counts, ["object", "member"]].drop_duplicates()
    return by_whom.assign(author=told.loc[by_whom.index, "member"])


def measure(community: Community, graph: str) -> dict[str, pd.DataFrame]:
    """Return for every metric a table by member: (amount, squares), or (hits, trials)."""
    deeds = community.deeds
    daily = daily_ties(deeds)
    tie = ties(daily)
    anchors = _anchors(community)
    arrived = trust(tie, community, anchors, graph)
    mutual = peer_graph.mutual_ties(tie) if graph == "networkx" else mutual_ties(tie)
    return {
        **_social(mutual),
        **peer_exchange.exchange(community),
        "restraint": peer_exchange.restraint(deeds),
        "welcome": peer_exchange.welcome(community, daily),
        "value_delivered": _value(deeds),
        "trust": arrived,
        "conduct": _conduct(deeds, community.as_of_day, arrived, anchors),
        **_participation(deeds),
        **_commitment(community),
        "presence": peer_presence.presence(community),
    }


def _social(mutual: pd.DataFrame) -> dict[str, pd.DataFrame]:
    by_member = mutual.groupby("member")
    share = mutual["strength"] / by_member["strength"].transform("sum")
    partners = np.exp((-share * np.log(share)).groupby(mutual["member"]).sum())
    return {
        "mutual_ties": by_member.agg(amount=("strength", "sum"), squares=("variance", "sum")),
        "partners": pd.DataFrame({"amount": partners, "squares": partners}),
        "repeat_partners": by_member.agg(hits=("again", "sum"), trials=("again", "size")),
    }


def _value(deeds: pd.DataFrame) -> pd.DataFrame:
    given = deeds["kind"].isin(["accept", "endorse"])
    towards = deeds[given & (deeds["target"] >= 0) & (deeds["target"] != deeds["member"])]
    own = deeds[~given & ~deeds["kind"].isin(["remove", "flag"]) & deeds["value"].notna()]
    worth = pd.concat(
        [towards["value"].fillna(1) * towards["weight"] * towards["decay"], own["value"] * own["decay"]]
    )
    member = pd.concat([towards["target"], own["member"]])
    table = pd.DataFrame({"member": member, "amount": worth, "squares": worth**2})
    return table.groupby("member").sum().clip(lower=0)


def _conduct(deeds: pd.DataFrame, as_of_day: int, arrived: pd.DataFrame, anchors: np.ndarray) -> pd.DataFrame:
    voice = arrived["amount"].clip(upper=1).reindex(np.union1d(arrived.index, anchors))
    voice[anchors] = 1.0
    acts = deeds[deeds["kind"].isin(["remove", "flag"]) & (deeds["object"] >= 0)]
    acts = acts[acts["member"].to_numpy() != deeds["member"].to_numpy()[acts["object"]]]
    weight = acts["member"].map(voice).fillna(0).where(acts["kind"] == "flag", 1)
    strike = weight.groupby(acts["object"]).max().reindex(deeds.index, fill_value=0).mask(deeds["removed"], 1)
    strike = strike.where(deeds["day"] > as_of_day - FORGIVENESS_DAYS, 0)
    judged = deeds["original"] & ((deeds["target"] != deeds["member"]) | (strike > 0))
    stood = 1 - strike[judged]
    return stood.groupby(deeds.loc[judged, "member"]).agg(hits="sum", trials="size")


def _participation(deeds: pd.DataFrame) -> dict[str, pd.DataFrame]:
    counted = deeds[deeds["contributes"]]
    daily = counted.groupby(["member", "kind", "day"], observed=True).agg(
        n=("cap", "size"), cap=("cap", "first"), weight=("weight", "first"), decay=("decay", "first")
    )
    n, worth = daily[["n", "cap"]].min(axis=1), daily["weight"] * daily["decay"]
    effort = pd.DataFrame({"amount": n * worth, "squares": n * worth**2}).groupby("member").sum()
    by_whom = answers(deeds)
    original = deeds["original"]
    drew = pd.Series(deeds.index.isin(by_whom["object"]), index=deeds.index)[original]
    audience = by_whom.groupby(["author", "object"]).size().sort_values(ascending=False)
    place = audience.groupby("author").cumcount() + 1
    breadth = (audience >= place).groupby("author").sum().astype(float)
    return {
        "contribution": effort,
        "recognition": drew.groupby(deeds.loc[original, "member"]).agg(hits="sum", trials="size"),
        "breadth": pd.DataFrame({"amount": breadth, "squares": breadth}),
    }


def _commitment(community: Community) -> dict[str, pd.DataFrame]:
    weeks, members, now = community.weeks, community.members, community.as_of_week
    recent = weeks.loc[weeks["week"] > now - 52].groupby("member").size().reindex(members.index, fill_value=0)
    trials = (now - members["first_week"] + 1).clip(upper=52)
    months = (weeks["week"] // 4.348125).groupby(weeks["member"]).nunique().astype(float)
    gaps = weeks.groupby("member")["week"].diff().dropna()
    by_member = gaps.groupby(weeks["member"])
    moments = by_member.agg(n="size", mean="mean").assign(sd=by_member.std(ddof=0))
    moments = moments[moments["n"] >= 7]
    burst = (moments["sd"] - moments["mean"]) / (moments["sd"] + moments["mean"])
    return {
        "sustained": pd.DataFrame({"hits": recent, "trials": trials}),
        "tenure": pd.DataFrame({"amount": months, "squares": months}),
        "steadiness": pd.DataFrame({"score": 1 - burst.clip(lower=0), "variance": 1 / (4 * moments["n"])}),
    }

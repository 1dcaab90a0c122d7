"""Where trust starts, how it flows, and whose company and word count, for the peer."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

import peer_graph
from peer_data import Community
from peer_ruler import (
    BACK_SCRATCHING,
    COMPANY,
    DAMPING,
    FOUNDER_WEEKS,
    FOUNDERS,
    GIVER_BUDGET,
    LEAST_FOUNDERS,
    MASS,
    PRESENT_WEEKS,
    SCALE_TAIL,
    STEPS,
    THROUGH,
    TIE_CAP,
    VOICE,
)


class Trust(NamedTuple):
    """What the flow of trust says of everybody, by place in ``names``.

    Attributes:
        arrived: What arrives at each member, in per cent of what the anchors' own endorsements bring.
        voice: How much a person's word counts.
        anchor: Whether trust starts there.
        peer: Whether a person's company counts.
        close: Whether a tie to them does.
        mostly: The pairs (member, through) of those who have most of their trust through one other.
    """

    arrived: pd.DataFrame
    voice: np.ndarray
    anchor: np.ndarray
    peer: np.ndarray
    close: np.ndarray
    mostly: pd.Series

    def keeps(self, member: pd.Series, other: pd.Series, close: bool = False) -> pd.Series:
        """Return whether the other is company for the member."""
        known = self.close if close else self.peer
        return known[other] & self._believed(member, other)

    def _believed(self, member: pd.Series, other: pd.Series) -> pd.Series:
        """Return whether the member did not make the other; anchors make nobody, and nobody makes them."""
        made = pair(other, member).isin(self.mostly)
        return ~made | self.anchor[other] | self.anchor[member]

    def esteem(self, deeds: pd.DataFrame, members: pd.Index) -> pd.DataFrame:
        """Return how high those whose word counts rate each member, on the scale they use."""
        rated = deeds[(deeds["kind"] == "endorse") & deeds["value"].notna()]
        rated = rated[rated["target"] != rated["member"]]
        voice = self.voice[rated["member"]] / rated.groupby("member")["value"].transform("size")
        heaped = voice.groupby(rated["value"]).sum().cumsum()
        low, high = (
            heaped.index[heaped >= part * heaped.iloc[-1]][0] for part in (SCALE_TAIL, 1 - SCALE_TAIL)
        )
        level = ((rated["value"] - low) / (high - low)).clip(0, 1)
        told = level.groupby([rated["target"], rated["member"]]).mean().rename("level").reset_index()
        told["voice"] = self.voice[told["member"]]
        kept = self._believed(told["target"], told["member"])
        told = told[told["target"].isin(members) & kept & (told["voice"] > 0) & (low < high)].assign(
            hits=lambda table: table["voice"] * table["level"]
        )
        heard = told.groupby("target").agg(hits=("hits", "sum"), trials=("voice", "sum"))
        return heard.assign(hits=heard["hits"] + 1, trials=heard["trials"] + 2)


def pair(first: pd.Series, second: pd.Series) -> pd.Series:
    """Return two persons as one number."""
    return first * 2**32 + second


def trust(tie: pd.DataFrame, community: Community, graph: str) -> Trust:
    """Return the trust that flows from the anchors."""
    edges, size = _endorsements(tie, community), len(community.names)
    anchors = _anchors(tie, community)
    start = np.zeros(size)
    start[anchors] = MASS / max(1, len(anchors))
    walk = peer_graph.walk if graph == "networkx" else _walk
    waves = walk(edges, start, DAMPING, STEPS)
    held = np.sum(waves, axis=0)
    through = _through(edges, waves)
    arrived = _arrived(edges, waves, held, through)
    voice, peer, close = np.zeros(size), np.zeros(size, bool), np.zeros(size, bool)
    voice[arrived.index] = (arrived["amount"] / VOICE).clip(upper=1)
    peer[arrived.index], close[arrived.index] = True, arrived["amount"] >= COMPANY
    anchor = np.zeros(size, bool)
    anchor[anchors], voice[anchors] = True, 1.0
    peer[anchors], close[anchors] = True, True
    if arrived.empty:
        peer[community.members.index], close[community.members.index] = True, True
    mostly = through[through["mass"] >= THROUGH * held[through["member"]]]
    return Trust(arrived, voice, anchor, peer, close, pair(mostly["member"], mostly["through"]))


def _anchors(tie: pd.DataFrame, community: Community) -> np.ndarray:
    if len(community.roles):
        return community.roles
    members = community.members
    loyal = members[members["active_weeks"] >= FOUNDER_WEEKS]
    praised = tie[(tie["endorsing"] > 0) & tie["member"].isin(loyal.index)]["target"]
    loyal = loyal[loyal.index.isin(praised)]
    loyal = loyal.assign(
        gone=loyal["last_week"] <= community.as_of_week - PRESENT_WEEKS, name=community.names[loyal.index]
    )
    wanted = max(LEAST_FOUNDERS, int(np.ceil(FOUNDERS * (~loyal["gone"]).sum())))
    return loyal.sort_values(["gone", "first_us", "name"]).index[:wanted].to_numpy()


def _endorsements(tie: pd.DataFrame, community: Community) -> pd.DataFrame:
    """Return which share of what a giver holds goes to whom, and which share comes straight back."""
    edges = tie[(tie["endorsing"] > 0) & tie["target"].isin(community.members.index)]
    edges = edges.assign(flow=np.minimum(np.log1p(edges["endorsing"]), np.log(TIE_CAP)))
    edges = _with_back(edges[["member", "target", "flow"]], "flow")
    pair = edges[["flow", "flow_back"]]
    edges["flow"] *= 1 - BACK_SCRATCHING * pair.min(axis=1) / pair.max(axis=1)
    given = edges.groupby("member")["flow"].transform("sum").clip(lower=GIVER_BUDGET)
    edges["share"] = edges["flow"] / given
    return _with_back(edges[["member", "target", "share"]], "share")


def _with_back(edges: pd.DataFrame, name: str) -> pd.DataFrame:
    back = edges.rename(columns={"member": "target", "target": "member", name: f"{name}_back"})
    return edges.merge(back, on=["member", "target"], how="left").fillna({f"{name}_back": 0.0})


def _walk(edges: pd.DataFrame, start: np.ndarray, damping: float, steps: int) -> list[np.ndarray]:
    """Return what everybody holds in each wave."""
    givers, receivers, share = (edges[name].to_numpy() for name in ("member", "target", "share"))
    waves = [start]
    for _ in range(steps - 1):
        waves.append(np.bincount(receivers, waves[-1][givers] * share * damping, minlength=len(start)))
    return waves


def _through(edges: pd.DataFrame, waves: list[np.ndarray]) -> pd.DataFrame:
    """Return how much of what members held had passed one and the same other before, where it was most."""
    names = ["member", "through"]
    passed = [edges.loc[:, ["member", "target", "share"]][:0].set_axis([*names, "mass"], axis=1)]
    back = edges.rename(columns={"member": "through", "target": "member"})[["through", "member", "share"]]
    for before, now in pairwise(waves):
        straight = back.assign(mass=before[back["through"]] * DAMPING * back["share"])
        around = passed[-1].merge(edges, on="member").query("target != through")
        around["mass"] *= DAMPING * around["share"]
        around = around.groupby(["target", "through"])["mass"].sum().rename_axis(["member", "through"])
        both_ways = around.reset_index().merge(straight, on=names, how="left", suffixes=("", "_straight"))
        both_ways["mass"] += both_ways["mass_straight"].fillna(0)
        most = pd.concat([straight, both_ways]).groupby(names, as_index=False)["mass"].max()
        passed.append(most[(most["mass"] > 0) & (most["mass"] >= THROUGH * now[most["member"]])])
    return pd.concat(passed).groupby(names, as_index=False)["mass"].sum()


def _arrived(
    edges: pd.DataFrame, waves: list[np.ndarray], held: np.ndarray, through: pd.DataFrame
) -> pd.DataFrame:
    """Return what arrives at each member for the first time, with its sum of squares."""
    own = through.rename(columns={"through": "target"})
    own = edges[["member", "target"]].merge(own, on=["member", "target"], how="left")["mass"].fillna(0)
    straight = held[edges["target"]] * DAMPING * edges["share_back"]
    mass = (held[edges["member"]] - np.maximum(own, straight)).clip(lower=0)
    arrived = mass * DAMPING * (1 - DAMPING) * edges["share"]
    table = pd.DataFrame({"amount": arrived, "squares": arrived**2}).groupby(edges["target"]).sum()
    first = waves[1]
    measure = (1 - DAMPING) * (first**2).sum() / first.sum() if first.any() else 0.0
    table = table[(table["amount"] > 0) & (measure > 0)]
    return pd.DataFrame(
        {"amount": 100 * table["amount"] / measure, "squares": 1e4 * table["squares"] / measure**2}
    )

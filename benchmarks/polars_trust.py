"""Where trust starts, how it flows, and whose company and word count, in Polars, for the peer."""

from itertools import pairwise
from math import ceil, log
from typing import NamedTuple

import numpy as np
import polars as pl

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
from polars_data import Community

PAIR = ["member", "through"]
MOSTLY = {"member": pl.UInt32, "through": pl.UInt32, "mass": pl.Float64}


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

    arrived: pl.DataFrame
    voice: pl.Series
    anchor: pl.Series
    peer: pl.Series
    close: pl.Series
    mostly: pl.Series

    def keeps(self, member: str, other: str, close: bool = False) -> pl.Expr:
        """Return whether the other is company for the member."""
        known = pl.lit(self.close if close else self.peer).gather(pl.col(other))
        return known & self._believed(member, other)

    def esteem(self, community: Community) -> pl.DataFrame:
        """Return how high those whose word counts rate each member, on the scale they use."""
        rated = community.deeds.lazy().filter(
            pl.col("kind") == "endorse",
            pl.col("value").is_not_null(),
            pl.col("target").ne_missing(pl.col("member")),
        )
        rated = rated.select("member", "target", "value").collect()
        if rated.is_empty():
            return pl.DataFrame(schema={"member": pl.UInt32, "hits": float, "trials": float})
        voice = pl.lit(self.voice).gather(pl.col("member"))
        heaped = (
            rated.select("value", heap=voice / pl.len().over("member"))
            .group_by("value")
            .agg(pl.col("heap").sum())
            .sort("value")
            .with_columns(pl.col("heap").cum_sum())
        )
        whole = heaped["heap"][-1]
        low, high = (
            heaped.filter(pl.col("heap") >= part * whole)["value"][0] for part in (SCALE_TAIL, 1 - SCALE_TAIL)
        )
        return (
            rated.lazy()
            .group_by("target", "member")
            .agg(level=((pl.col("value") - low) / (high - low)).clip(0, 1).mean())
            .with_columns(voice=voice)
            .filter(pl.col("voice") > 0, pl.lit(low < high), self._believed("target", "member"))
            .group_by(member="target")
            .agg(hits=(pl.col("voice") * pl.col("level")).sum() + 1, trials=pl.col("voice").sum() + 2)
            .join(community.members.lazy(), on="member", how="semi")
            .collect()
        )

    def _believed(self, member: str, other: str) -> pl.Expr:
        """Return whether the member did not make the other; anchors make nobody, and nobody makes them."""
        of_anchor, anchor = (pl.lit(self.anchor).gather(pl.col(name)) for name in (member, other))
        return of_anchor | anchor | ~pair(other, member).is_in(self.mostly.implode())


def pair(first: str, second: str) -> pl.Expr:
    """Return two persons as one number."""
    return pl.col(first).cast(pl.UInt64) * 2**32 + pl.col(second)


def trust(tie: pl.DataFrame, community: Community) -> Trust:
    """Return the trust that flows from the anchors."""
    edges, size = _endorsements(tie, community), len(community.names)
    anchors = _anchors(tie, community).to_numpy()
    start = np.zeros(size)
    start[anchors] = MASS / max(1, len(anchors))
    waves = _walk(edges, start)
    held = np.sum(waves, axis=0)
    through = _through(edges, waves)
    arrived = _arrived(edges, waves, held, through)
    voice, peer, close = np.zeros(size), np.zeros(size, bool), np.zeros(size, bool)
    where, amount = arrived["member"].to_numpy(), arrived["amount"].to_numpy()
    voice[where], peer[where], close[where] = np.minimum(amount / VOICE, 1), True, amount >= COMPANY
    anchor = np.zeros(size, bool)
    anchor[anchors], voice[anchors], peer[anchors], close[anchors] = True, 1.0, True, True
    if arrived.is_empty():
        members = community.members["member"].to_numpy()
        peer[members], close[members] = True, True
    most = pl.col("mass") >= THROUGH * pl.lit(pl.Series(held)).gather(pl.col("member"))
    mostly = through.filter(most).select(pair(*PAIR)).to_series()
    return Trust(arrived, *(pl.Series(each) for each in (voice, anchor, peer, close)), mostly)


def _anchors(tie: pl.DataFrame, community: Community) -> pl.Series:
    if len(community.roles):
        return community.roles
    loyal = community.members.filter(pl.col("active_weeks") >= FOUNDER_WEEKS)
    praise = tie.filter(pl.col("endorsing") > 0).join(loyal, on="member", how="semi")
    loyal = loyal.join(praise, left_on="member", right_on="target", how="semi").with_columns(
        gone=pl.col("last_week") <= community.as_of_week - PRESENT_WEEKS,
        name=pl.lit(community.names).gather(pl.col("member")),
    )
    wanted = max(LEAST_FOUNDERS, ceil(FOUNDERS * (~loyal["gone"]).sum()))
    return loyal.sort("gone", "first_us", "name")["member"].head(wanted)


def _endorsements(tie: pl.DataFrame, community: Community) -> pl.DataFrame:
    """Return which share of what a giver holds goes to whom, and which share comes straight back."""
    flow, back = (
        pl.col(name).fill_null(0).log1p().clip(None, log(TIE_CAP)) for name in ("endorsing", "endorsing_back")
    )
    kept = 1 - BACK_SCRATCHING * pl.min_horizontal(flow, back) / pl.max_horizontal(flow, back)
    edges = (
        tie.lazy()
        .filter(pl.col("endorsing") > 0)
        .join(community.members.lazy(), left_on="target", right_on="member", how="semi")
        .select("member", "target", flow=flow * kept, back=back * kept)
        .collect()
    )
    given = np.bincount(edges["member"], edges["flow"], minlength=len(community.names))
    given = pl.lit(pl.Series(np.maximum(given, GIVER_BUDGET)))
    return edges.select(
        "member",
        "target",
        share=pl.col("flow") / given.gather(pl.col("member")),
        share_back=pl.col("back") / given.gather(pl.col("target")),
    )


def _walk(edges: pl.DataFrame, start: np.ndarray) -> list[np.ndarray]:
    """Return what everybody holds in each wave."""
    givers, receivers, share = (edges[name].to_numpy() for name in ("member", "target", "share"))
    waves = [start]
    for _ in range(STEPS - 1):
        waves.append(np.bincount(receivers, waves[-1][givers] * share * DAMPING, minlength=len(start)))
    return waves


def _through(edges: pl.DataFrame, waves: list[np.ndarray]) -> pl.DataFrame:
    """Return how much of what members held had passed one and the same other before, where it was most.

    Only a few pairs are left of each wave, and numpy follows them in a fifth of the time of a join.
    """
    size = len(waves[0])
    edges = edges.sort(pair("member", "target"))
    giver, receiver = (edges[name].to_numpy().astype(int) for name in ("member", "target"))
    pairs, onwards = giver * size + receiver, DAMPING * edges["share"].to_numpy()
    begins = np.searchsorted(giver, np.arange(size + 1))
    passed, mass = np.empty(0, int), np.empty(0)
    all_passed, all_mass = [passed], [mass]
    for before, now in pairwise(waves):
        least = np.maximum(THROUGH * now, np.finfo(float).tiny)
        straight = before[giver] * onwards
        through, member = np.divmod(passed, size)
        count = begins[member + 1] - begins[member]
        edge = np.repeat(begins[member] - np.cumsum(count) + count, count) + np.arange(count.sum())
        around, places = np.unique(np.repeat(through, count) * size + receiver[edge], return_inverse=True)
        mass = np.bincount(places, np.repeat(mass, count) * onwards[edge], len(around)).astype(float)
        place = np.searchsorted(pairs[:-1], around)
        both = pairs[place] == around
        mass[both] += straight[place[both]]
        alone = straight >= least[receiver]
        alone[place[both]] = False
        through, member = np.divmod(around, size)
        enough = (mass >= least[member]) & (through != member)
        passed = np.concatenate([around[enough], pairs[alone]])
        mass = np.concatenate([mass[enough], straight[alone]])
        all_passed.append(passed)
        all_mass.append(mass)
    passed, places = np.unique(np.concatenate(all_passed), return_inverse=True)
    mass = np.bincount(places, np.concatenate(all_mass), len(passed)).astype(float)
    through, member = np.divmod(passed, size)
    return pl.DataFrame({"member": member, "through": through, "mass": mass}, schema=MOSTLY)


def _arrived(
    edges: pl.DataFrame, waves: list[np.ndarray], held: np.ndarray, through: pl.DataFrame
) -> pl.DataFrame:
    """Return what arrives at each member for the first time, with its sum of squares."""
    first = waves[1]
    measure = (1 - DAMPING) * (first**2).sum() / first.sum() if first.any() else 0.0
    everybody = pl.lit(pl.Series(held))
    straight = everybody.gather(pl.col("target")) * DAMPING * pl.col("share_back")
    came_by = pl.max_horizontal(pl.col("mass").fill_null(0), straight)
    mass = (everybody.gather(pl.col("member")) - came_by).clip(0)
    arrived = 100 * DAMPING * (1 - DAMPING) / (measure or 1) * mass * pl.col("share")
    return (
        edges.lazy()
        .join(through.lazy(), left_on=["member", "target"], right_on=PAIR, how="left")
        .select(member="target", amount=arrived)
        .group_by("member")
        .agg(pl.col("amount").sum(), squares=(pl.col("amount") ** 2).sum())
        .filter(pl.col("amount") > 0, pl.lit(measure > 0))
        .collect()
    )

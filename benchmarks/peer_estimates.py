"""From measures to scores with the ends of their intervals in pandas, for the peer."""

import numpy as np
import pandas as pd

import peer_priors
from peer_ruler import Z


def chance(table: pd.DataFrame) -> pd.DataFrame:
    """Return the score of a rate that brings its own prior."""
    return _beta(table, table["hits"], table["trials"] - table["hits"], 1.0)


def rate(table: pd.DataFrame, usual: pd.DataFrame) -> pd.DataFrame:
    """Return the posterior of a rate; one with expected hits is told at the odds of the usual members."""
    hits, trials = table["hits"], table["trials"]
    known = usual["hits"].to_numpy(), usual["trials"].to_numpy()
    if "expected" in table:
        mean = usual["expected"].sum() / usual["trials"].sum()
        strength = peer_priors.strength(*known, (usual["expected"] / usual["trials"]).to_numpy())
        prior = table["expected"] / trials
        odds = mean / (1 - mean) * (1 - prior) / prior
    else:
        strength = peer_priors.strength(*known, None)
        prior, odds = peer_priors.mean(*known, strength), 1.0
    table = table.assign(reliability=trials / (trials + strength))
    return _beta(table, hits + strength * prior, trials - hits + strength * (1 - prior), odds)


def pace(table: pd.DataFrame, usual: pd.DataFrame, target: float) -> pd.DataFrame:
    """Return the posterior of a pace, a gamma by moments, saturated as an amount is."""
    mean, strength = peer_priors.pace(usual["hits"].to_numpy(), usual["trials"].to_numpy())
    events, weeks = table["hits"] + strength * mean, table["trials"] + strength
    table = table.assign(value=events / weeks, reliability=table["trials"] / weeks)
    ends = table["value"], *(_gamma(events, z) / weeks for z in (-Z, Z))
    return _ends(table, *((np.log1p(end) / np.log1p(target)).clip(upper=1) for end in ends))


def amount(table: pd.DataFrame, members: pd.Index, peer: np.ndarray, target: float) -> pd.DataFrame:
    """Return the score of an amount: a scaled Poisson, half an event more for its ends."""
    full, held = np.log1p(target), table[table["amount"] > 0]
    known = held[peer[held.index]]
    held = known if len(known) else held
    usual = held["squares"].sum() / held["amount"].sum()
    table = table.reindex(members, fill_value=0.0)
    x, short, squares = table["amount"].clip(lower=0), table["amount"].clip(upper=0), table["squares"]
    unit = np.fmin(squares / x.where(x > 0), np.sqrt(squares)).where((x > 0) | (squares > 0), usual)
    events = x / unit.where(unit > 0) + 0.5
    below, above = (_gamma(events, z) * unit for z in (-Z, Z))
    ends = x, np.fmin(x, below), np.fmax(x, above + short)
    return _ends(table.assign(value=x), *((np.log1p(end) / full).clip(upper=1) for end in ends))


def share(table: pd.DataFrame) -> pd.DataFrame:
    """Return a share as it is, cut at 0 and 1."""
    reach = Z * np.sqrt(table["variance"])
    ends = table["share"], table["share"] - reach, table["share"] + reach
    score, low, high = (end.clip(0, 1) for end in ends)
    return _ends(table.assign(value=score), score, low, high)


def together(parts: pd.DataFrame, by: list[str], shared: float) -> tuple[pd.Series, pd.Series]:
    """Return how far below and above a sum its ends lie, from the distances of what is summed."""
    reach = []
    for distance in (parts["down"], parts["up"]):
        squares, plain = (
            each.groupby([parts[name] for name in by]).sum() for each in (distance**2, distance)
        )
        reach.append(np.sqrt((1 - shared) * squares + shared * plain**2))
    return reach[0], reach[1]


def _ends(table: pd.DataFrame, score: pd.Series, low: pd.Series, high: pd.Series) -> pd.DataFrame:
    return table.assign(score=score, low=low, high=high)


def _gamma(events: pd.Series, z: float) -> pd.Series:
    return events * (1 - 1 / (9 * events) + z / (3 * np.sqrt(events))).clip(lower=0) ** 3


def _beta(table: pd.DataFrame, a: pd.Series, b: pd.Series, odds: pd.Series | float) -> pd.DataFrame:
    mean = a / (a + b)
    a, b = a.clip(lower=1e-6), b.clip(lower=1e-6)
    root_a, root_b = (1 - 1 / (9 * a)).clip(lower=0), (1 - 1 / (9 * b)).clip(lower=0)
    spread_a, spread_b = Z**2 / (9 * a), Z**2 / (9 * b)
    rest = (root_a**2 * spread_b + root_b**2 * spread_a - spread_a * spread_b).clip(lower=0)
    root = root_a * root_b + np.sqrt(rest) + 1e-9
    below = a * ((root_a**2 - spread_a).clip(lower=0) / root) ** 3 / b
    above = b * ((root_b**2 - spread_b).clip(lower=0) / root) ** 3 / a
    rates = mean, np.minimum(mean, below / (1 + below)), np.maximum(mean, 1 / (1 + above))
    score, low, high = (odds * rate / (odds * rate + 1 - rate) for rate in rates)
    return _ends(table.assign(value=score), score, low, high)

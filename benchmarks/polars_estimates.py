"""From measures to scores with the ends of their intervals in Polars, for the peer."""

from math import log1p

import polars as pl

import peer_priors
from peer_ruler import METRICS, Z

Ends = tuple[pl.Expr, pl.Expr, pl.Expr]
TOLD = ("member", "hits", "trials", "value", "score", "low", "high")


def estimate(metric: str, table: pl.DataFrame, members: pl.DataFrame, peer: pl.Series) -> pl.LazyFrame:
    """Return value, score from 0 to 1, the ends of its interval and its reliability, by member."""
    target = METRICS[metric][2]
    if "share" in table.columns:
        return _told(table, _share(), pl.col("share").clip(0, 1))
    if "amount" in table.columns:
        # What nobody has, as trust that reaches nobody, is not scored: else it were everybody's zero.
        table = members.select("member").join(table, on="member", how="inner" if table.is_empty() else "left")
        table = table.with_columns(pl.col("amount", "squares").fill_null(0.0))
        return _told(table, _amount(table, peer, target), pl.col("amount").clip(0))
    table = table.filter(pl.col("trials") > 0).with_columns(pl.col("hits", "trials").cast(float))
    hits, trials = pl.col("hits"), pl.col("trials")
    if metric in ("presence", "esteem"):
        return _beta(table, hits, trials - hits).select(*TOLD, reliability=1.0)
    usual = table.filter(peer.gather(table["member"])) if peer.any() else table
    if not target:
        return _rate(table, usual)
    return _pace(table, usual, target)


def together(down: list[pl.Expr], shared: float) -> pl.Expr:
    """Return how far from a sum its end lies, from the distances of what is summed."""
    squares, plain = pl.sum_horizontal(each**2 for each in down), pl.sum_horizontal(down)
    return ((1 - shared) * squares + shared * plain**2).sqrt()


def _told(
    table: pl.DataFrame, ends: Ends, value: pl.Expr, reliability: pl.Expr | float = 1.0
) -> pl.LazyFrame:
    score, low, high = ends
    rates = [name for name in ("hits", "trials") if name in table.columns]
    return table.lazy().select(
        "member", *rates, value=value, score=score, low=low, high=high, reliability=reliability
    )


def _rate(table: pl.DataFrame, usual: pl.DataFrame) -> pl.LazyFrame:
    """Return the posterior of a rate; one with expected hits is told at the odds of the usual members."""
    hits, trials = pl.col("hits"), pl.col("trials")
    known = usual["hits"].to_numpy(), usual["trials"].to_numpy()
    prior: pl.Expr | float
    odds: pl.Expr | float
    if "expected" in table.columns:
        mean = usual["expected"].sum() / usual["trials"].sum()
        strength = peer_priors.strength(*known, (usual["expected"] / usual["trials"]).to_numpy())
        prior = pl.col("expected") / trials
        odds = mean / (1 - mean) * (1 - prior) / prior
    else:
        strength = peer_priors.strength(*known, None)
        prior, odds = peer_priors.mean(*known, strength), 1.0
    table = table.with_columns(reliability=trials / (trials + strength))
    posterior = _beta(table, hits + strength * prior, trials - hits + strength * (1 - prior), odds)
    return posterior.select(*TOLD, "reliability")


def _pace(table: pl.DataFrame, usual: pl.DataFrame, target: float) -> pl.LazyFrame:
    """Return the posterior of a pace, a gamma by moments, saturated as an amount is."""
    mean, strength = peer_priors.pace(usual["hits"].to_numpy(), usual["trials"].to_numpy())
    events, weeks = pl.col("hits") + strength * mean, pl.col("trials") + strength
    value = events / weeks
    ends = _saturated((value, _gamma(events, -Z) / weeks, _gamma(events, Z) / weeks), target)
    return _told(table, ends, value, pl.col("trials") / weeks)


def _amount(table: pl.DataFrame, peer: pl.Series, target: float) -> Ends:
    """Return the score of an amount: a scaled Poisson, half an event more for its ends."""
    held = table.filter(pl.col("amount") > 0)
    known = held.filter(peer.gather(held["member"]))
    held = known if known.height else held
    usual = held["squares"].sum() / held["amount"].sum() if held.height else None
    squares, x, short = pl.col("squares"), pl.col("amount").clip(0), pl.col("amount").clip(None, 0)
    unit = (
        pl.when(x > 0)
        .then(pl.min_horizontal(squares / x, squares.sqrt()))
        .when(squares > 0)
        .then(squares.sqrt())
        .otherwise(pl.lit(usual, dtype=pl.Float64))
    )
    events = pl.when(unit > 0).then(x / unit) + 0.5
    below, above = (_gamma(events, z) * unit for z in (-Z, Z))
    return _saturated((x, pl.min_horizontal(x, below), pl.max_horizontal(x, above + short)), target)


def _share() -> Ends:
    """Return a share as it is, cut at 0 and 1."""
    share, reach = pl.col("share"), Z * pl.col("variance").sqrt()
    return share.clip(0, 1), (share - reach).clip(0, 1), (share + reach).clip(0, 1)


def _saturated(ends: Ends, target: float) -> Ends:
    score, low, high = ((end.log1p() / log1p(target)).clip(None, 1) for end in ends)
    return score, low, high


def _gamma(events: pl.Expr, z: float) -> pl.Expr:
    return events * (1 - 1 / (9 * events) + z / (3 * events.sqrt())).clip(0) ** 3


def _beta(table: pl.DataFrame, a: pl.Expr, b: pl.Expr, odds: pl.Expr | float = 1.0) -> pl.LazyFrame:
    """Return the mean of a beta and the ends of its interval, told at odds.

    Every step is a column: as one expression they are planned for longer than they are computed.
    """
    whole = table.lazy().with_columns(a=a, b=b, odds=odds)
    a, b, odds = pl.col("a"), pl.col("b"), pl.col("odds")
    root_a, root_b, spread_a, spread_b = (
        pl.col(name) for name in ("root_a", "root_b", "spread_a", "spread_b")
    )
    rest = root_a**2 * spread_b + root_b**2 * spread_a - spread_a * spread_b
    mean, below, above = pl.col("mean"), pl.col("below"), pl.col("above")
    return (
        whole.with_columns(mean=a / (a + b), a=a.clip(1e-6), b=b.clip(1e-6))
        .with_columns(
            root_a=(1 - 1 / (9 * a)).clip(0),
            root_b=(1 - 1 / (9 * b)).clip(0),
            spread_a=Z**2 / (9 * a),
            spread_b=Z**2 / (9 * b),
        )
        .with_columns(root=root_a * root_b + rest.clip(0).sqrt() + 1e-9)
        .with_columns(
            below=a * ((root_a**2 - spread_a).clip(0) / pl.col("root")) ** 3 / b,
            above=b * ((root_b**2 - spread_b).clip(0) / pl.col("root")) ** 3 / a,
        )
        .with_columns(
            score=mean,
            low=pl.min_horizontal(mean, below / (1 + below)),
            high=pl.max_horizontal(mean, 1 / (1 + above)),
        )
        .with_columns(
            pl.col(end) * odds / (pl.col(end) * odds + 1 - pl.col(end)) for end in ("score", "low", "high")
        )
        .with_columns(value="score")
    )

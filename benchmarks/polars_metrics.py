"""The metrics of the default ruler in Polars, for the peer."""

from typing import NamedTuple

import numpy as np
import polars as pl

import peer_comebacks
import polars_exchange
import polars_status
import polars_trust
from peer_comebacks import Visits
from peer_ruler import (
    DAY_US,
    DEEDS_PER_DAY,
    FORGIVENESS_DAYS,
    JUDGING,
    KINDS,
    OF_KIND,
    RECOGNITION_DAYS,
    WEEK_US,
)
from polars_data import Community
from polars_exchange import OTHERS
from polars_trust import Trust, pair


class Measured(NamedTuple):
    """What was measured of everybody.

    Attributes:
        tables: For every metric a table by member: (amount, squares), or (hits, trials).
        peer: Whose company counts, by place in ``names``.
        company: With how many each member deals.
    """

    tables: dict[str, pl.DataFrame]
    peer: pl.Series
    company: pl.DataFrame


def measure(community: Community) -> Measured:
    """Return what every metric of the default ruler measures."""
    deeds = community.deeds.lazy()
    daily = _daily_ties(community).collect()
    tie = _ties(daily.lazy())
    known = polars_trust.trust(tie, community)
    mutual = _mutual_ties(tie, known)
    kinds = _kinds(community).collect().lazy()
    plans = {
        **_social(mutual.lazy()),
        **polars_exchange.exchange(community, known),
        "restraint": polars_exchange.restraint(deeds, kinds),
        "welcome": polars_exchange.welcome(community, daily.lazy()),
        "value_delivered": _value(community, known),
        "conduct": _conduct(deeds, community.as_of_day, known.voice),
        **_participation(community, known, kinds),
        **_commitment(community),
    }
    tables = dict(zip(plans, pl.collect_all(plans.values()), strict=True))
    tables |= {
        "trust": known.arrived,
        "esteem": known.esteem(community),
        "presence": _presence(community, known),
    }
    return Measured(tables, known.peer, polars_status.company(tie, known, community.members))


def _daily_ties(community: Community) -> pl.LazyFrame:
    """Return what goes from whom to whom on each day."""
    deeds = community.deeds.lazy()
    rated = deeds.filter(pl.col("kind") == "endorse", pl.col("value").is_not_null())
    top = rated.group_by("member").agg(top=pl.col("value").max())
    level = (pl.col("value") / pl.col("top")).fill_nan(None).fill_null(1)
    endorsing = pl.when("endorses").then("weight").otherwise(0.0)
    rates = (pl.col("kind") == "endorse") & pl.col("value").is_not_null()
    share = pl.col("deeds").clip(None, DEEDS_PER_DAY) / pl.col("deeds") * community.decay()
    return (
        deeds.filter(pl.col("target") != pl.col("member"), pl.col("weight") > 0)
        .select(
            "member", "target", "day", "thread", "weight", "value",
            endorsing=endorsing,
            recognises=pl.col("recognises") & ~(rates & (pl.col("value") <= 0)),
            rates=rates,
        )
        .join(top, on="member", how="left")
        .with_columns(pl.when("rates").then(pl.col("endorsing") * level).otherwise("endorsing"))
        .group_by("member", "target", "day")
        .agg(
            pl.col("weight", "endorsing").sum(),
            pl.col("recognises").any(),
            deeds=pl.len(),
            first_thread=pl.col("thread").min(),
            last_thread=pl.col("thread").max(),
        )
        .with_columns(worth=pl.col("weight") * share, endorsing=pl.col("endorsing") * share)
    )  # fmt: skip


def _ties(daily: pl.LazyFrame) -> pl.DataFrame:
    """Return what goes from whom to whom, and what comes back."""
    there = daily.group_by("member", "target").agg(
        pl.col("worth", "endorsing").sum(),
        pl.col("recognises").any(),
        pl.col("first_thread").min(),
        pl.col("last_thread").max(),
        squares=(pl.col("worth") ** 2).sum(),
        first_day=pl.col("day").min(),
        last_day=pl.col("day").max(),
    )
    there = there.with_columns(pair=pair("member", "target")).collect().lazy()
    back = there.with_columns(pair=pair("target", "member")).drop("member", "target", "recognises")
    return there.join(back, on="pair", how="left", suffix="_back").collect()


def _mutual_ties(tie: pl.DataFrame, known: Trust) -> pl.DataFrame:
    """Return what goes both ways, with those who are company."""
    weaker = pl.col("worth") <= pl.col("worth_back")
    worth, squares = (pl.when(weaker).then(name).otherwise(f"{name}_back") for name in ("worth", "squares"))
    lasting = [
        1 - (-(pl.col(f"worth{side}") ** 2) / pl.col(f"squares{side}")).exp() for side in ("", "_back")
    ]
    apart = [
        pl.min_horizontal(f"first_{what}", f"first_{what}_back")
        != pl.max_horizontal(f"last_{what}", f"last_{what}_back")
        for what in ("thread", "day")
    ]
    return (
        tie.lazy()
        .filter(pl.col("worth_back").is_not_null(), known.keeps("member", "target", close=True))
        .select(
            "member",
            strength=worth.log1p(),
            variance=squares / (1 + worth) ** 2,
            fleeting=1 - lasting[0] * lasting[1],
            again=apart[0] & apart[1],
        )
        .collect()
    )


def _kinds(community: Community) -> pl.LazyFrame:
    """Return how often each member did what on each day, with what the ruler says of it."""
    rules = pl.LazyFrame(
        [(kind, *rule) for kind, rule in KINDS.items()], schema=["kind", *OF_KIND], orient="row"
    )
    return (
        community.deeds.lazy()
        .filter("contributes")
        .group_by("member", "day", "kind")
        .agg(n=pl.len())
        .join(rules.select("kind", "cap", "weight"), on="kind")
        .with_columns(worth=pl.col("weight") * community.decay())
    )


def _social(mutual: pl.LazyFrame) -> dict[str, pl.LazyFrame]:
    strength, variance, share = pl.col("strength"), pl.col("variance"), pl.col("share")
    entropy = -(share * share.log()).sum()
    surprise = share.log() + pl.col("entropy")
    moved = share**2 * (pl.col("fleeting") * (1 - surprise) ** 2 + variance / strength**2 * surprise**2)
    # A window first: an expression with a sum in it is taken group by group, which is ten times as slow.
    shares = mutual.with_columns(share=strength / strength.sum().over("member"))
    shares = shares.with_columns(entropy=entropy.over("member")).with_columns(moved=moved)
    by_member = mutual.group_by("member")
    partners = pl.col("entropy").first().exp()
    return {
        "mutual_ties": by_member.agg(
            amount=strength.sum(), squares=(variance + strength**2 * pl.col("fleeting")).sum()
        ),
        "partners": shares.group_by("member").agg(
            amount=partners, squares=partners**2 * pl.col("moved").sum()
        ),
        "repeat_partners": by_member.agg(hits=pl.col("again").sum(), trials=pl.len()),
    }


def _value(community: Community, known: Trust) -> pl.LazyFrame:
    given = pl.col("kind").is_in(["accept", "endorse"])
    deeds = community.deeds.lazy()
    towards = deeds.filter(given, pl.col("target") != pl.col("member"), known.keeps("target", "member"))
    own = deeds.filter(~given, ~pl.col("kind").is_in(JUDGING), pl.col("value").is_not_null())
    worth = pl.col("value").fill_null(1) * pl.col("weight") * community.decay()
    part = (DEEDS_PER_DAY / pl.len().over("member", "target", "day")).clip(None, 1)
    both = [
        towards.select(member="target", worth=worth, part=part),
        own.select("member", worth=pl.col("value") * community.decay(), part=pl.lit(1.0)),
    ]
    amount, squares = pl.col("part") * pl.col("worth"), pl.col("part") * pl.col("worth") ** 2
    return pl.concat(both).group_by("member").agg(amount=amount.sum(), squares=squares.sum())


def _conduct(deeds: pl.LazyFrame, as_of_day: int, voice: pl.Series) -> pl.LazyFrame:
    author = deeds.select("row", author="member")
    recent = pl.col("day") > as_of_day - FORGIVENESS_DAYS
    weight = pl.when(pl.col("kind") == "flag").then(pl.lit(voice).gather(pl.col("member"))).otherwise(1.0)
    strikes = (
        deeds.filter(pl.col("kind").is_in(["remove", "flag"]), recent)
        .select("member", "object", weight=weight)
        .join(author, left_on="object", right_on="row")
        .filter(pl.col("member") != pl.col("author"))
        .group_by("object")
        .agg(strike=pl.col("weight").max())
    )
    strike = pl.when(pl.col("removed") & recent).then(1.0).otherwise(pl.col("strike").fill_null(0.0))
    return (
        deeds.filter("original")
        .select("row", "member", "target", "day", "removed")
        .join(strikes, left_on="row", right_on="object", how="left")
        .with_columns(strike=strike)
        .filter(OTHERS | (pl.col("strike") > 0))
        .group_by("member")
        .agg(hits=(1 - pl.col("strike")).sum(), trials=pl.len())
    )


def _answers(deeds: pl.DataFrame, known: Trust) -> pl.DataFrame:
    """Return which contribution was recognised by whom; by those whose company counts."""
    told = {
        name: pl.lit(deeds[name]).gather(pl.col("object")) for name in ("original", "member", "ts_us", "day")
    }
    return (
        deeds.lazy()
        .filter("recognises", pl.col("object").is_not_null())
        .select(
            "object",
            "member",
            "ts_us",
            "day",
            original=told["original"],
            author=told["member"],
            told_us=told["ts_us"],
            told_day=told["day"],
        )
        .filter(
            "original",
            pl.col("member") != pl.col("author"),
            pl.col("ts_us") >= pl.col("told_us"),
            pl.col("day") <= pl.col("told_day") + RECOGNITION_DAYS,
        )
        .filter(known.keeps("author", "member"))
        .select("object", "member", "author")
        .unique()
        .collect()
    )


def _participation(community: Community, known: Trust, kinds: pl.LazyFrame) -> dict[str, pl.LazyFrame]:
    n, worth = pl.min_horizontal("n", "cap"), pl.col("worth")
    effort = kinds.group_by("member").agg(amount=(n * worth).sum(), squares=(n * worth**2).sum())
    by_whom = _answers(community.deeds, known)
    audience = by_whom.lazy().group_by("object").agg(pl.col("author").first(), n=pl.len().cast(int))
    audience = audience.sort("author", "n", descending=[False, True]).collect()
    return {
        "contribution": effort,
        "recognition": _recognition(community.deeds, audience, known.peer),
        "breadth": _breadth(audience.lazy()),
    }


def _breadth(audience: pl.LazyFrame) -> pl.LazyFrame:
    """Return how many contributions have an audience as large, from the largest to the smallest."""
    n, height = pl.col("n"), pl.col("height")
    ordered = audience.with_row_index("row").with_columns(
        place=pl.col("row").cast(int) - pl.col("row").min().over("author") + 1
    )
    heights = ordered.filter(n >= pl.col("place")).group_by("author").agg(height=pl.len().cast(int))
    return (
        audience.join(heights, on="author")
        .with_columns(near=(2 * n > height) & (2 * n <= 3 * height))
        .group_by(member="author")
        .agg(amount=height.first().cast(float), near=pl.col("near").sum())
        .select("member", "amount", squares=pl.col("amount") / (1 + pl.col("near") / pl.col("amount")) ** 2)
    )


def _recognition(deeds: pl.DataFrame, audience: pl.DataFrame, peer: pl.Series) -> pl.LazyFrame:
    """Return hits and trials with the hits usual for the kinds; all that is measured is of one platform."""
    drew = np.zeros(deeds.height, bool)
    drew[audience["object"].to_numpy()] = True
    counts = (
        deeds.lazy()
        .with_columns(drew=pl.Series(drew))
        .filter("original")
        .group_by("member", "kind")
        .agg(hits=pl.col("drew").sum(), trials=pl.len())
        .collect()
    )
    judged = counts.lazy().filter(pl.lit(peer).gather(pl.col("member")))
    pooled = (
        judged.select(pooled=(pl.col("hits").sum() + 0.5) / (pl.col("trials").sum() + 1)).collect().item()
    )
    usual = judged.group_by("kind").agg(
        usual=(pl.col("hits").sum() + 4 * pooled) / (pl.col("trials").sum() + 4)
    )
    return (
        counts.lazy()
        .join(usual, on="kind", how="left")
        .group_by("member")
        .agg(
            pl.col("hits", "trials").sum(),
            expected=(pl.col("usual").fill_null(pooled) * pl.col("trials")).sum(),
        )
    )


def _commitment(community: Community) -> dict[str, pl.LazyFrame]:
    now, week = community.as_of_week, pl.col("week")
    begun, ended = _month(pl.col("first_day")), _month(pl.col("last_day"))
    same = pl.col("member") == pl.col("member").shift()
    # A week touches two months at most: those of its first and of its last active day.
    new = (~(same & (begun == ended.shift()))).fill_null(True)
    table = (
        community.weeks.lazy()
        .with_columns(
            recent=week > now - 52,
            gap=pl.when(same).then(week.diff()),
            months=new.cast(float) + (begun != ended),
            joined=begun,
        )
        .group_by("member")
        .agg(
            pl.col("recent", "months").sum(),
            pl.col("joined").min(),
            first=week.min(),
            n=pl.col("gap").count().cast(float),
            uneven=pl.col("gap").std(ddof=0) / pl.col("gap").mean(),
        )
        .collect()
        .lazy()
    )
    months, n, uneven = pl.col("months"), pl.col("n"), pl.col("uneven")
    possible = _month(pl.lit(community.as_of_day, pl.Int32)) - pl.col("joined") + 1
    chance = (months - 0.5) / possible
    return {
        "sustained": table.select("member", hits="recent", trials=(now - pl.col("first") + 1).clip(None, 52)),
        "tenure": table.select("member", amount=months, squares=(possible - 1) * chance * (1 - chance)),
        "steadiness": table.filter(n >= 7).select(
            "member",
            share=1 - (uneven - 1) / (uneven + 1),
            variance=4 * uneven**2 * (0.5 + uneven**2) / (n * (1 + uneven) ** 4),
        ),
    }


def _month(day: pl.Expr) -> pl.Expr:
    """Return the number of a day's month in the calendar."""
    date = day.cast(pl.Date)
    return date.dt.year() * 12 + date.dt.month()


def _presence(community: Community, known: Trust) -> pl.DataFrame:
    """Return the chance of every member to come back, as comebacks seen of so many trials."""
    us = community.as_of_us - pl.col("ts_us")
    visits = (
        community.deeds.lazy()
        .filter("active")
        .group_by("member", ago=us // WEEK_US)
        .agg(days_ago=us.min() // DAY_US)
        .collect()
        .sort("member", "ago", descending=[False, True])
        .with_columns(faded=(-pl.col("ago") * (pl.lit(2.0).log() / peer_comebacks.HALF_LIFE)).exp())
        .with_columns(
            next=pl.when(pl.col("member") == pl.col("member").shift(-1))
            .then(pl.col("ago").shift(-1))
            .cast(float),
            active=pl.col("faded").cum_sum().over("member") / pl.col("faded"),
        )
    )
    ago, days_ago, after, active = (visits[name].to_numpy() for name in ("ago", "days_ago", "next", "active"))
    peer = known.peer.gather(visits["member"]).to_numpy()
    hits, trials = peer_comebacks.chances(Visits(ago, days_ago, after, peer_comebacks.place(active), peer))
    members = visits.filter(pl.col("next").is_null())["member"]
    return pl.DataFrame({"member": members, "hits": hits, "trials": trials})

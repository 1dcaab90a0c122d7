"""Openings, who answered them, newcomers and restraint in Polars, for the peer."""

from math import pi

import polars as pl

from peer_ruler import (
    ANSWER_US,
    CROWD,
    NEWCOMER_DAYS,
    ONE_PERSON,
    PER_DAY,
    REPEAT_DAYS,
    RETURN_US,
)
from polars_data import Community
from polars_trust import Trust

OTHERS = pl.col("target").ne_missing(pl.col("member"))


def openings(deeds: pl.LazyFrame) -> pl.LazyFrame:
    """Return the deed that opens each conversation, where it is here."""
    content = deeds.filter("original")
    begun = content.group_by("thread").agg(first_us=pl.col("ts_us").min())
    best = pl.struct(-pl.col("opens"), "id")
    return (
        content.filter(pl.col("opens") > 0)
        .join(begun, on="thread")
        .filter((pl.col("opens") == 2) | (pl.col("ts_us") == pl.col("first_us")))
        .group_by("thread")
        .agg(asker=pl.col("member").min_by(best), opened_us=pl.col("ts_us").min_by(best))
    )


def responses(deeds: pl.LazyFrame, opened: pl.LazyFrame) -> pl.LazyFrame:
    """Return who answered whose opening, and when first."""
    return (
        deeds.filter(pl.col("original") & OTHERS)
        .select("member", "thread", "ts_us", "day")
        .join(opened, on="thread")
        .filter(pl.col("member") != pl.col("asker"), pl.col("ts_us") >= pl.col("opened_us"))
        .group_by("thread", "member")
        .agg(
            pl.col("asker", "opened_us").first(),
            pl.col("ts_us", "day").min(),
        )
    )


def exchange(community: Community, known: Trust) -> dict[str, pl.LazyFrame]:
    """Return replies received and given, net provider and follow-through."""
    deeds = community.deeds.lazy()
    opened = openings(deeds).collect().lazy()
    told = responses(deeds, opened).collect().lazy()
    heard = told.filter(known.keeps("asker", "member")).collect().lazy()
    daily = told.group_by("member", "asker", "day").agg(n=pl.len().clip(None, PER_DAY))
    given = daily.group_by("member").agg(hits=pl.col("n").sum())
    return {
        "replies_received": _received(opened, heard, community.as_of_us),
        "replies_given": community.members.lazy()
        .join(given, on="member", how="left")
        .select("member", hits=pl.col("hits").fill_null(0), trials="active_weeks"),
        "net_provider": _balance(told, opened),
        "follow_through": _returned(deeds, heard, community.as_of_us),
    }


def _received(opened: pl.LazyFrame, heard: pl.LazyFrame, as_of_us: int) -> pl.LazyFrame:
    in_time = heard.filter(pl.col("ts_us") <= pl.col("opened_us") + ANSWER_US)
    answers = in_time.group_by("thread").agg(people=pl.len(), only=pl.col("member").first())
    known = opened.join(answers, on="thread", how="left")
    answered = pl.col("people").is_not_null()
    table = (
        known.filter(answered | (pl.col("opened_us") + ANSWER_US <= as_of_us))
        .group_by(member="asker")
        .agg(hits=answered.sum(), trials=pl.len())
    )
    others = (pl.col("hits").cast(int) - pl.col("alone")).clip(ONE_PERSON)
    beyond = (
        known.filter(pl.col("people") == 1)
        .group_by("only", member="asker")
        .agg(alone=pl.len().cast(int))
        .join(table, on="member")
        .group_by("member")
        .agg(beyond=(pl.col("alone") - others).clip(0).sum())
    )
    return table.join(beyond, on="member", how="left").select(
        "member", hits=pl.col("hits") - pl.col("beyond").fill_null(0), trials="trials"
    )


def _balance(told: pl.LazyFrame, opened: pl.LazyFrame) -> pl.LazyFrame:
    """Return how sure it is that a member gives more than they ask for."""
    given = told.group_by("member").agg(given=pl.len())
    asked = opened.group_by(member="asker").agg(asked=pl.len())
    n = pl.col("given") + pl.col("asked")
    chance = (pl.col("given") + 0.5) / (n + 1)
    spread = 4 * chance * (1 - chance)
    r, h2 = spread / (1 + spread), (2 * chance - 1) ** 2 * n / (1 + spread)
    return (
        given.join(asked, on="member", how="full", coalesce=True)
        .with_columns(pl.col("given", "asked").fill_null(0).cast(float))
        .select(
            "member",
            share=((pl.col("asked") - pl.col("given")) / (2 * n).sqrt()).erfc() / 2,
            variance=(-h2).exp() / (2 * pi) * r * (1 + r * h2 / 2),
        )
    )


def _returned(deeds: pl.LazyFrame, heard: pl.LazyFrame, as_of_us: int) -> pl.LazyFrame:
    """Return after how many openings with an answer the asker came back to the talk or the answerer."""
    counts = deeds.filter(pl.col("contributes") & OTHERS)
    deed = counts.select("member", "target", "thread", back_us="ts_us")
    turn = heard.select("asker", "thread", by="member", ts_us="ts_us")
    there = turn.join(deed, left_on=["asker", "thread"], right_on=["member", "thread"])
    towards = turn.join(deed, left_on=["asker", "by"], right_on=["member", "target"])
    in_time = pl.col("back_us").is_between(pl.col("ts_us"), pl.col("ts_us") + RETURN_US)
    back = pl.concat(each.filter(in_time).select("thread") for each in (there, towards)).unique()
    return (
        turn.group_by("thread")
        .agg(pl.col("asker").first(), pl.col("ts_us").min())
        .join(back.with_columns(back=True), on="thread", how="left")
        .with_columns(pl.col("back").fill_null(False))
        .filter(pl.col("back") | (pl.col("ts_us") + RETURN_US <= as_of_us))
        .group_by(member="asker")
        .agg(hits=pl.col("back").sum(), trials=pl.len())
    )


def welcome(community: Community, daily: pl.LazyFrame) -> pl.LazyFrame:
    """Return how much newcomers were answered and endorsed, from the worth of every pair and day."""
    first = pl.col("first_day")
    new = community.members.lazy().filter(first >= first.min() + NEWCOMER_DAYS)
    given = pl.col("endorsing")
    return (
        daily.join(new.select("first_day", target="member"), on="target")
        .filter((pl.col("day") - first).is_between(0, NEWCOMER_DAYS - 1))
        .group_by("member", "target")
        .agg(given.sum(), squares=(given**2).sum())
        .group_by("member")
        .agg(amount=given.log1p().sum(), squares=(pl.col("squares") / (1 + given) ** 2).sum())
    )


def restraint(deeds: pl.LazyFrame, kinds: pl.LazyFrame) -> pl.LazyFrame:
    """Return on how many active days a member neither flooded, repeated themselves nor named a crowd."""
    flooded = kinds.filter(pl.col("n") > pl.col("cap")).select("member", "day", hit=0)
    among = deeds.filter(pl.col("contributes") & OTHERS).select("member", "day", hit=1)
    return (
        pl.concat([among, flooded, _repeated(deeds), _crowds(deeds)])
        .group_by("member", "day")
        .agg(pl.col("hit").min())
        .group_by("member")
        .agg(hits=pl.col("hit").sum(), trials=pl.len())
    )


def _repeated(deeds: pl.LazyFrame) -> pl.LazyFrame:
    words = ["member", "text_print"]
    said = deeds.filter(pl.col("original") & pl.col("text_print").is_not_null())
    said = said.select(*words, "thread", "day")
    places = said.group_by(words).agg(first=pl.col("thread").min(), last=pl.col("thread").max())
    said = said.join(places.filter(pl.col("first") != pl.col("last")), on=words, how="semi")
    return (
        said.join(said, on=words, suffix="_before")
        .filter(
            pl.col("thread") != pl.col("thread_before"),
            (pl.col("day") - pl.col("day_before")).is_between(0, REPEAT_DAYS),
        )
        .select("member", "day", hit=0)
    )


def _crowds(deeds: pl.LazyFrame) -> pl.LazyFrame:
    aimed = deeds.select("row", "target").filter(pl.col("target").is_not_null())
    return (
        deeds.filter(pl.col("kind") == "mention", pl.col("target") != pl.col("member"))
        .join(aimed, left_on="object", right_on="row", how="anti")
        .group_by("member", "day")
        .agg(people=pl.col("target").n_unique())
        .filter(pl.col("people") > CROWD)
        .select("member", "day", hit=0)
    )

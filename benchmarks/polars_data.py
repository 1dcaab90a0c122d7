"""The activities as numbers in Polars, for the peer: members, deeds, what answers what, and conversations."""

from pathlib import Path
from typing import NamedTuple

import polars as pl

from peer_ruler import ANCHOR_ROLES, BOTS, COLUMNS, DAY_US, HALF_LIFE, IDLE, KINDS, OF_KIND

PEOPLE = pl.Categories("people")


class Community(NamedTuple):
    """What the data holds, in numbers; a person is the place of their id in ``names``.

    Attributes:
        deeds: A row an activity; those it answers and their authors are there by row and by person.
        names: The ids of all who act or are aimed at.
        weeks: The weeks in which members were active, with their deeds and days, by member and week.
        members: Everybody who acts, by their place.
        roles: Those whose role makes them anchors.
        as_of_us: When the last deed was done.
    """

    deeds: pl.DataFrame
    names: pl.Series
    weeks: pl.DataFrame
    members: pl.DataFrame
    roles: pl.Series
    as_of_us: int

    @property
    def as_of_day(self) -> int:
        return self.as_of_us // DAY_US

    @property
    def as_of_week(self) -> int:
        return (self.as_of_day + 3) // 7

    def decay(self) -> pl.Expr:
        """Return how much of a deed is left, by its day."""
        return ((pl.col("day") - self.as_of_day) * (pl.lit(2.0).log() / HALF_LIFE)).exp()


def load(path: Path) -> Community:
    raw = _shown(pl.scan_parquet(path).select(COLUMNS).filter(pl.col("ts_us").is_not_null()).collect())
    raw = raw.with_columns(pl.col("actor", "target").cast(pl.Categorical(PEOPLE))).with_row_index("row")
    names = PEOPLE.to_series()
    raw = raw.with_columns(pl.col("actor", "target").to_physical(), object=_objects(raw))
    named = pl.col("thread_id").is_null() | (pl.col("thread_id") == pl.col("activity_id"))
    stands = pl.col("original") & ~pl.col("recognises") & pl.col("object_id").is_null()
    deeds = raw.hstack(_rules(raw["kind"])).select(
        "row", "kind", "object", "ts_us", "value", "text_print", "active", *OF_KIND,
        member="actor",
        target=pl.coalesce("target", pl.col("actor").gather(pl.col("object"))),
        day=(pl.col("ts_us") // DAY_US).cast(pl.Int32),
        removed=(pl.col("visibility") == "removed").fill_null(False),
        anchor=pl.col("role").is_in(ANCHOR_ROLES).fill_null(False),
        thread=_threads(),
        id="activity_id",
        opens=pl.when(stands).then(1 + named.cast(pl.Int8)).otherwise(0),
    ).with_columns(week=(pl.col("day") + 3) // 7)  # fmt: skip
    weeks = _weeks(deeds.lazy().filter("active")).collect().sort("member", "week")
    roles = deeds.filter("anchor")["member"].unique()
    return Community(deeds, names, weeks, _members(deeds, weeks), roles, int(deeds["ts_us"].max()))


def _shown(raw: pl.DataFrame) -> pl.DataFrame:
    """Return each activity once, without those of bots and without bots as targets."""
    raw = raw.filter(pl.struct("platform", "activity_id").is_first_distinct())
    is_bot = pl.any_horizontal(pl.col("actor", "actor_name").str.contains(f"(?i)^(?:{BOTS})$"))
    bots = raw.lazy().select("actor", "actor_name").unique().filter(is_bot).collect()["actor"].unique()
    if bots.is_empty():
        return raw
    target = pl.when(~pl.col("target").is_in(bots.implode())).then("target")
    return raw.filter(~pl.col("actor").is_in(bots.implode()).fill_null(False)).with_columns(target)


def _weeks(deeds: pl.LazyFrame) -> pl.LazyFrame:
    day, us = pl.col("day"), pl.col("ts_us")
    return deeds.group_by("member", "week").agg(
        deeds=pl.len(), first_us=us.min(), first_day=day.min(), last_day=day.max()
    )


def _members(deeds: pl.DataFrame, weeks: pl.DataFrame) -> pl.DataFrame:
    """Return when and how much everybody was active; of who never was, when they did what they did."""
    known = weeks.lazy().with_columns(active=True)
    idle = _weeks(deeds.lazy().join(known, on="member", how="anti"))
    both = [known, idle.with_columns(deeds=pl.lit(0, pl.UInt32), active=False)]
    members = (
        pl.concat(both)
        .group_by("member")
        .agg(
            pl.col("deeds").sum(),
            pl.col("first_us", "first_day").min(),
            pl.col("last_day").max(),
            active_weeks=pl.col("active").sum(),
            first_week=pl.col("week").min(),
            last_week=pl.col("week").max(),
        )
    )
    return members.collect().sort("member")


def _rules(kind: pl.Series) -> pl.DataFrame:
    """Return what the ruler says of the kind of each row, and whether it makes a week active."""
    kinds = kind.unique().drop_nulls()
    nothing = (0.0, 0, False, False, False, False)
    rules = pl.DataFrame([KINDS.get(each, nothing) for each in kinds], schema=OF_KIND, orient="row")
    rules = rules.with_columns(active=~kinds.is_in(IDLE))
    return rules.gather(kind.cast(pl.Enum(kinds)).to_physical())


def _objects(raw: pl.DataFrame) -> pl.Series:
    """Return for each row the row it answers, where it is here."""
    keys = ["platform", "object_id"]
    ids = raw.lazy().select("platform", object_id="activity_id", object="row")
    found = raw.lazy().select("row", *keys).join(ids, on=keys).select("row", "object").collect()
    # A join that keeps the order of its rows takes twice as long.
    return pl.repeat(None, raw.height, dtype=pl.UInt32, eager=True).scatter(found["row"], found["object"])


def _threads() -> pl.Expr:
    """Return for each row the first row of its conversation."""
    answers = pl.col("object").is_not_null()
    name = pl.when(pl.col("thread_id").is_not_null() | answers).then("thread_id").otherwise("object_id")
    first = pl.when(name.is_not_null()).then(pl.col("row").min().over("platform", name))
    return pl.coalesce(first, first.gather(pl.col("object")), "object", "row")

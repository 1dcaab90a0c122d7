"""Measure large communities and write ``SCALE.md``: ``python benchmarks/scale.py [--activities N ...]``.

Each community is scored in turn with the floor: DuckDB reading the same columns and grouping once. The
largest but 100 million is also scored with one more metric, step by step, in pairs of runs, and, with
``--spark``, on Spark.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import duckdb

from commands import KIBBUTZ
from results import growth
from sizes import made
from stopwatch import Figure, Ran, alternating, figure, timed

HERE = Path(__file__).parent
USUAL = (1_000_000, 10_000_000)
STEPS_SHOWN = 15
PAIRS = 3
"""Whole runs wander by more than a metric takes."""

FIRST_OF_ALL = "rates"
"""The first step that reads what all metrics found."""

METRIC_NAME = "days_here"
METRIC = """\
-- element = "participation"
-- kind = "amount"
-- unit = "days"
-- target = 100
-- needs = ["dates"]
-- says = "On how many days you were here."
-- source = "a metric of the usual kind: one pass over the deeds, grouped by member and day"
-- fails = "A day is a day, however much was done."
select
  member,
  count(*) as amount,
  count(*) as squares
from (select distinct member, day from deeds) as days
group by member
;
-- evidence
select
  d.deed,
  1.0 as amount
from deeds as d
inner join asked as q on q.member = d.member
"""


class Step(NamedTuple):
    """One step: its seconds, and the megabytes the process holds at its end."""

    name: str
    seconds: float
    mb: float


class More(NamedTuple):
    """What one more metric takes: its own statement, and by how much it lengthens what is made of all."""

    own: float
    after: float


class Scale(NamedTuple):
    """What a community of one size took.

    Attributes:
        ours: The whole score, a row a member as Parquet.
        floor: The floor, run in turn.
        told: The whole score with all that is said of every member as NDJSON, once.
        members: How many members there are.
    """

    ours: Figure
    floor: Figure
    told: Ran
    members: int

    @property
    def ratio(self) -> float:
        return median(ours / floor for ours, floor in zip(self.ours.seconds, self.floor.seconds, strict=True))


def score(path: Path, report: Path, *options: str) -> list[str]:
    return [KIBBUTZ, "score", str(path), "-q", "-o", str(report), *options]


def scaled(path: Path, activities: int, rounds: int) -> Scale:
    """Score a community in turn with the floor, and once with all that is said of every member."""
    table, report = path.with_name("members.parquet"), path.with_name("members.ndjson")
    floor = [sys.executable, str(HERE / "floor.py"), str(path)]
    ours, floors = alternating([score(path, table), floor], rounds)
    told = timed(score(path, report))
    with report.open(encoding="utf-8") as lines:
        members = json.loads(next(lines))["member_count"]
    table.unlink()
    report.unlink()
    return Scale(
        figure(f"{activities:,}", ours, activities), figure("floor", floors, activities), told, members
    )


def one_more(path: Path, plain: Sequence[Step], pairs: int) -> list[More]:
    """Return what one more metric takes, step by step, in pairs with a score without it."""
    metric = path.with_name(f"{METRIC_NAME}.sql")
    metric.write_text(METRIC, encoding="utf-8")
    found = []
    for number in range(pairs):
        without = stepwise(path) if number else plain
        steps = stepwise(path, metric)
        own = next(each.seconds for each in steps if each.name == METRIC_NAME)
        found.append(More(own, _after_metrics(steps) - _after_metrics(without)))
    return found


def _after_metrics(steps: Sequence[Step]) -> float:
    names = [each.name for each in steps]
    return sum(each.seconds for each in steps[names.index(FIRST_OF_ALL) :])


def stepwise(path: Path, *more: Path) -> list[Step]:
    """Return what every step takes, in order; more metrics may be told."""
    told = subprocess.run(
        [sys.executable, str(HERE / "steps.py"), str(path), *map(str, more)],
        check=True,
        capture_output=True,
        text=True,
    )
    return [Step(*json.loads(line).values()) for line in told.stdout.splitlines()]


class OnSpark(NamedTuple):
    """A score on Spark: what it took, and ours before and after it; how far numbers are apart at the most."""

    ran: Ran
    ours: tuple[Ran, Ran]
    apart: float


def on_spark(path: Path) -> OnSpark:
    """Score a community on Spark with two threads, once, between two of ours; hold the tables together."""
    ours, theirs = path.with_name("members.parquet"), path.with_name("members.spark.parquet")
    before = timed(score(path, ours))
    ran = timed(score(path, theirs, "--engine", "spark", "--threads", "2"))
    return OnSpark(ran, (before, timed(score(path, ours))), apart(ours, theirs))


def apart(ours: Path, theirs: Path) -> float:
    """Return the largest difference of a number in two tables of members; infinite where words differ."""
    columns = duckdb.sql(f"describe from '{ours}'").fetchall()
    numbers = [name for name, kind, *_ in columns if kind == "DOUBLE"]
    words = [name for name, kind, *_ in columns if kind != "DOUBLE"]
    same = " and ".join(
        [f"o.{name} is not distinct from t.{name}" for name in words]
        + [f"(o.{name} is null) = (t.{name} is null)" for name in numbers]
    )
    furthest = ", ".join(f"coalesce(max(abs(o.{name} - t.{name})), 0)" for name in numbers)
    rows = f"'{ours}' as o full join '{theirs}' as t on t.member = o.member"
    ((other, *found),) = duckdb.sql(f"select count(*) - count_if({same}), {furthest} from {rows}").fetchall()
    return float("inf") if other else max(found)


def page(scales: Sequence[Scale], more: Sequence[More], steps: Sequence[Step], spark: OnSpark | None) -> str:
    """Return the figures as a page in Markdown."""
    lines = [
        "# Large communities",
        "",
        "Written by `make bench-large`; `python benchmarks/scale.py --activities 100000000` measures a "
        f"hundred million. {_machine()}",
        "",
        "`kibbutz score COMMUNITY.parquet -o members.parquet`, a row a member with standing, interval, "
        "status and elements, in turn with the floor: DuckDB reads the same columns and groups once by "
        "member. Times are medians with the lowest and the highest; MB are millions of bytes. The last "
        "column is one run with `-o members.ndjson`: all that is said of every member.",
        "",
        "| activities | members | seconds | peak MB | floor, seconds | times the floor | NDJSON, seconds |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *map(_row, scales),
        "",
    ]
    if len(scales) > 1:
        lines += [
            f"Time grows with the activities to the power of {growth([each.ours for each in scales]):.2f}.",
            "",
        ]
    if spark is not None:
        lines += [*_beside(spark), ""]
    lines += [
        _lengthens(more),
        "",
        "## The steps that take longest",
        "",
        f"{scales[-1].ours.what} activities, one step after the other; MB are what the process holds at "
        "the end of one.",
        "",
        "| step | seconds | MB |",
        "| --- | ---: | ---: |",
        *(
            f"| {each.name} | {each.seconds:.1f} | {each.mb:,.0f} |"
            for each in sorted(steps, key=lambda each: -each.seconds)[:STEPS_SHOWN]
        ),
        f"| all {len(steps)} | {sum(each.seconds for each in steps):.1f} | |",
    ]
    return "\n".join(lines) + "\n"


def _lengthens(more: Sequence[More]) -> str:
    whole = sorted(sum(each) for each in more)
    return (
        f"One more metric of the usual kind lengthens the last of them by {median(whole):.1f} s "
        f"({whole[0]:.1f} to {whole[-1]:.1f} in {len(whole)} pairs of runs): its own statement takes "
        f"{median(each.own for each in more):.1f} s, and the steps that make a standing of all metrics take "
        f"{median(each.after for each in more):+.1f} s more."
    )


def _beside(spark: OnSpark) -> list[str]:
    seconds, (before, after) = spark.ran.seconds, (each.seconds for each in spark.ours)
    told = f"numbers differ by {spark.apart:.1e} at the most, and words not at all"
    if spark.apart == float("inf"):
        told = "**some are told otherwise**"
    return [
        f"On Spark with two threads the last of them takes {seconds:,.0f} s, "
        f"{2 * seconds / (before + after):.1f} times as long as on DuckDB just before and after it "
        f"({before:.1f} and {after:.1f} s); of all members {told}."
    ]


def _row(scale: Scale) -> str:
    ours, floor = scale.ours, scale.floor
    return (
        f"| {ours.what} | {scale.members:,} | {_seconds(ours)} | {ours.peak_mb:,.0f} | {_seconds(floor)} | "
        f"{scale.ratio:.1f} | {scale.told.seconds:.1f} |"
    )


def _seconds(taken: Figure) -> str:
    middle = f"{taken.middle:.1f}"
    if len(taken.seconds) == 1:
        return middle
    return f"{middle} ({min(taken.seconds):.1f} to {max(taken.seconds):.1f})"


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("kibbutz-cli", "duckdb"))
    return f"Python {platform.python_version()}, {packages}, {os.cpu_count()} cores, {platform.platform()}."


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure large communities.")
    parser.add_argument("--activities", type=int, nargs="+", default=list(USUAL), metavar="N")
    parser.add_argument("--rounds", type=int, default=2, metavar="N")
    parser.add_argument("--pairs", type=int, default=PAIRS, metavar="N")
    parser.add_argument("--spark", action="store_true", help="score the largest on Spark, too")
    parser.add_argument("--folder", type=Path, help="keep the communities here; default: made anew")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "SCALE.md")
    wanted = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory(prefix="kibbutz-scale-") as made_anew:
        folder = wanted.folder or Path(made_anew)
        scales = []
        for activities in sorted(wanted.activities):
            path = made(folder / f"{activities}.parquet", "--activities", str(activities))
            scales.append(scaled(path, activities, wanted.rounds))
            print(_row(scales[-1]), file=sys.stderr, flush=True)
        steps = stepwise(path)
        text = page(
            scales, one_more(path, steps, wanted.pairs), steps, on_spark(path) if wanted.spark else None
        )
    wanted.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

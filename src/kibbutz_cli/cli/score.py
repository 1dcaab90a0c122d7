"""``kibbutz score``: who carries this community, and how sure are we?"""

from typing import TYPE_CHECKING

import typer

from kibbutz_cli.cli import answers
from kibbutz_cli.cli.names import typed
from kibbutz_cli.cli.options import Reading, Reporting, Scoring, grouped
from kibbutz_cli.errors import ConditionError, UsageError

if TYPE_CHECKING:
    from kibbutz_cli.model.report import CommunityReport

EXAMPLES = """\
kibbutz score blog.xml
kibbutz score forum.csv --map actor=user_id --map published=date
kibbutz score slack-export.zip --since 2024-01-01 --element social
kibbutz score forum.csv --replay
kibbutz score forum.csv --sensitivity
kibbutz score mail.mbox -o report.json
zcat deeds.ndjson.gz | kibbutz score - --from tables --top 0"""

TEXT_TOP = 20
TEXTS = ("json", "ndjson")
"""Formats that take the members as the engine wrote them."""

TABLES = ("csv", "parquet")
"""Formats with a row a member, which the engine gives one after the other."""


@grouped
def score(context: typer.Context, reading: Reading, measuring: Scoring, reporting: Reporting) -> None:
    """Score exports: who carries this community, and how sure are we?"""
    paths = answers.inputs(context, reading, reporting.output, measuring.engine)
    way = answers.report_format(reporting)
    from kibbutz_cli.app import score as app  # help must not wait for the engine
    from kibbutz_cli.app.target import Target
    from kibbutz_cli.cli.configure import settings

    if measuring.replay and measuring.engine == "spark":
        raise UsageError(
            "--replay: expected --engine duckdb", "Spark scores one moment: name it with --as-of"
        )
    run = settings(reading, measuring, reporting.output)
    listing = app.Listing(_most(reporting.top, way), [*map(typed, reporting.member or ())], reporting.element)
    away = _away(reporting, run.engine, way)
    answers.prepare(way)
    with answers.progress(reporting) as notify:
        if away or way in TABLES:
            save = answers.saver(reporting.output, notify.clear)
            target = Target(way, save, reporting.raw_csv, away)
            whole = app.score_saved(paths, run, listing, target, notify)
        elif way in TEXTS:
            whole, texts = app.score_texts(paths, run, listing, notify)
        else:
            whole = app.score(paths, run, listing, notify)
    if way in TEXTS and not away:
        answers.show_texts(whole, texts, way, reporting)
    elif way not in (*TEXTS, *TABLES):
        answers.show_report(whole, way, reporting)
    answers.mention(whole, reporting)
    _check(whole, reporting.fail_under, bool(reporting.member))


def _away(reporting: Reporting, engine: str, way: str) -> str:
    """Return the URL that ``-o`` names; empty if it names a file.

    Raises:
        UsageError: It is a URL, and the engine is not Spark, or the format one that is not written there.
    """
    from kibbutz_cli.app.engine import is_url

    url = reporting.output or ""
    if not is_url(url):
        return ""
    if engine != "spark":
        raise UsageError(
            f"-o {url}: a URL: expected a file", "--engine spark writes to hdfs://, s3a:// and file://"
        )
    if way not in (*TEXTS, *TABLES):
        raise UsageError(f"-o {url}: {way}: expected json, ndjson, csv or parquet")
    return url


def _most(top: int | None, way: str) -> int | None:
    if top is None:
        return TEXT_TOP if way in ("text", "md") else None
    return top or None


def _check(report: "CommunityReport", least: float | None, named: bool) -> None:
    """Keep the condition of ``--fail-under``.

    Raises:
        ConditionError: A named member, or the median of all, stands lower.
    """
    if least is None:
        return
    asked = f"--fail-under {least:.15g}"
    if named:
        low = [each.member for each in report.members if not each.standing or each.standing.value < least]
        if low:
            raise ConditionError(f"{asked}: not reached by {', '.join(low)}")
        return
    middle = report.median_standing
    if middle is None or middle < least:
        found = (
            "no member has a standing"
            if middle is None
            else f"the median standing is {_below(middle, least)}"
        )
        raise ConditionError(f"{asked}: {found}")


def _below(standing: float, least: float) -> str:
    """Return a standing to a tenth, as reports show it, or with as many digits as show that it is lower."""
    told = (f"{standing:.{digits}f}" for digits in range(1, 16))
    return next(said for said in told if float(said) < least)

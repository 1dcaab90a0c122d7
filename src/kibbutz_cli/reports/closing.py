"""The end of a report: what to do next, what was not scored, what it does not measure."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kibbutz_cli.model.replay import Change
from kibbutz_cli.model.report import CommunityReport, MetricNote
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import NOT_SCORED, listed, reasons_not

NEXT = "What to do next"
UNMOVED = "every status stayed as it was"

_NAMES = 8

_CHANGES = {
    Change.PROMOTED: ("promoted", "what the next status asks was met{running}: tell them"),
    Change.WOKE: ("back again", "welcome them; the status was kept"),
    Change.DORMANT: ("resting", "silent for a while; the status is kept"),
    Change.NOTICE: ("notice", "ask how they are; nothing changes for the next weeks"),
    Change.DEMOTED: ("a step down", "what was earned stays earned; the way back is open"),
}
"""What is said of each change: its name, and what to do."""

_RUNNING = {1: "", 2: " twice running"}


def close(report: CommunityReport, console: Console) -> None:
    """Print whom to look at next, what was not scored and why, and what the report does not measure."""
    _moved(report, console)
    _next(report, console)
    not_scored(report.metrics, console)
    bounds(report.limits, console)


def not_scored(metrics: Sequence[MetricNote], console: Console) -> None:
    """Print the metrics that could not be scored, one line a reason."""
    reasons = reasons_not(metrics)
    if not reasons:
        return
    console.print(Text(NOT_SCORED, style="bold"))
    rows = [(", ".join(map(safe, names)), safe(why)) for why, names in reasons.items()]
    console.print(_lines(rows))
    console.print()


def bounds(limits: list[str], console: Console) -> None:
    """Print what the report does not measure."""
    if limits:
        console.print(
            Text("Not measured: ", style="bold") + Text(" ".join(map(safe, limits)), style="not bold")
        )


def since(report: CommunityReport) -> str:
    """Return since when changes of status are told; empty where there is no evaluation before."""
    if report.replay is None or len(report.replay.evaluations) < 2:
        return ""
    return f"Since {report.replay.evaluations[-2][:10]}"


def moved(report: CommunityReport) -> list[tuple[str, str]]:
    """Return whose status changed since the evaluation before; a notice is an invitation, not a mark."""
    if report.replay is None or not since(report):
        return []
    rows, times = [], report.replay.promote_evaluations
    running = _RUNNING.get(times, f" {times} times running")
    for change, (title, what) in _CHANGES.items():
        names = [each.name for each in report.replay.changes if each.change is change]
        if names:
            rows.append(
                (f"{len(names):,} {title}", f"{listed(names, _NAMES)}: {what.format(running=running)}")
            )
    return rows


def advised(report: CommunityReport) -> list[tuple[str, str]]:
    """Return whom to look at next, and what to do."""
    advice = report.advice
    groups = [
        ("Rising", advice.rising, "welcome them, hand them something of their own"),
        ("About to leave", advice.leaving, "ask how they are before they are gone"),
        ("Unrecognised", advice.unrecognised, "they contribute and few answer: thank them"),
    ]
    return [
        (title, f"{listed((each.name for each in members), _NAMES)}: {what}")
        for title, members, what in groups
        if members
    ]


def _moved(report: CommunityReport, console: Console) -> None:
    if not (title := since(report)):
        return
    rows = moved(report)
    console.print(Text(title, style="bold"))
    console.print(_lines(rows) if rows else Text(f"  {UNMOVED}"))
    console.print()


def _next(report: CommunityReport, console: Console) -> None:
    if not (rows := advised(report)):
        return
    console.print(Text(NEXT, style="bold"))
    console.print(_lines(rows))
    console.print()


def _lines(rows: list[tuple[str, str]]) -> Padding:
    table = Table.grid(padding=(0, 2), pad_edge=False)
    table.add_column(style="cyan", ratio=1, max_width=36, overflow="fold")
    table.add_column(ratio=2, overflow="fold")
    for name, text in rows:
        table.add_row(Text(name), Text(text))
    return Padding(table, (0, 0, 0, 2))

"""The top of a report: the answer in one sentence, then where it comes from."""

from collections.abc import Iterator
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kibbutz_cli.model.report import CommunityReport, SourceCount
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import (
    also_counted,
    count,
    counted,
    coverage,
    display,
    listed,
    noted,
    some_of,
    sure,
)

_NAMES = 4


def head(report: CommunityReport, console: Console) -> None:
    """Print the answer in one sentence, then source, span, members, coverage, trust, ruler, set aside."""
    console.print(Text("Who carries this community, and how sure are we?", style="bold"))
    console.print(Text(_answer(report)))
    console.print()
    console.print(facts(_facts(report)))
    console.print()


def facts(rows: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> Table:
    """Return named facts as two columns; a long fact wraps under itself."""
    table = Table.grid(padding=(0, 2), pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, fact in rows:
        table.add_row(Text(name), Text(fact))
    return table


def provenance(report: CommunityReport) -> Iterator[tuple[str, str]]:
    """Yield the facts every report shows: source, span, and what was set aside."""
    yield "source", _sources(report.sources)
    yield "span", _span(report.first, report.as_of)


def trust(report: CommunityReport) -> Iterator[tuple[str, str]]:
    """Yield where trust starts, if anywhere."""
    if report.anchors:
        why = safe(report.anchor_source)
        names = listed((anchor.name for anchor in report.anchors), _NAMES)
        yield "trust", f"starts from {count(len(report.anchors), 'anchor')} ({why}): {names}"


def remainder(report: CommunityReport) -> Iterator[tuple[str, str]]:
    """Yield the ruler, whose metrics count besides, and what was set aside, left out or mended, if any."""
    ruler = report.ruler
    yield "ruler", f"{safe(ruler.name)} {safe(ruler.version)} ({ruler.sha256[:12]})"
    if guests := also_counted(report.metrics):
        yield "also counted", guests
    yield from aside(report)


def aside(report: CommunityReport) -> Iterator[tuple[str, str]]:
    """Yield what was set aside, left out or mended, if any."""
    if rejected := _sum(source.rejected for source in report.sources):
        records = sum(source.records for source in report.sources)
        yield "set aside", f"{sum(rejected.values()):,} of {count(records, 'record')}: {counted(rejected)}"
    if ignored := _sum(source.ignored for source in report.sources):
        yield "left out", counted(ignored)
    if report.excluded:
        yield "not scored", counted(report.excluded)
    if repairs := _sum(source.repairs for source in report.sources):
        yield "mended", noted(repairs)


def _answer(report: CommunityReport) -> str:
    if not report.standing_count:
        return "Nobody yet: no member has enough evidence for a number."
    first = [member for member in report.members if member.standing and member.standing.rank_low == 1]
    if not first:
        return f"{some_of(report.standing_count, report.member_count)} a standing."
    unnamed = [""] * (report.leader_count - len(first))
    leaders = _leaders([*(display(member) for member in first), *unnamed], len(first))
    width = _points(report.typical_width or 0)
    if report.standing_count == 1:
        one = f"Only {display(first[0])} has enough evidence for a number"
        return f"{one}; the interval is {width} wide ({sure(report.ruler)} sure)."
    return f"{leaders}; a typical interval is {width} wide ({sure(report.ruler)} sure)."


def _points(width: float) -> str:
    return count(round(width), "point") if width >= 0.5 else "less than a point"


def _leaders(names: list[str], known: int) -> str:
    """Return who may stand first; the report lists only so many of them by name."""
    who = listed(names, min(_NAMES, known))
    if len(names) > min(_NAMES, known):
        return f"Any of {len(names):,} members may stand first ({who})"
    return f"{who} leads" if len(names) == 1 else f"{who} may each stand first"


def _facts(report: CommunityReport) -> Iterator[tuple[str, str]]:
    yield from provenance(report)
    deeds = count(report.activities, "deed")
    yield "members", f"{report.member_count:,}, {report.standing_count:,} with a standing; {deeds}"
    yield "coverage", f"{report.level}, {coverage(report.level, report.member_count, report.sources)}"
    yield from trust(report)
    yield from remainder(report)


def _sources(sources: list[SourceCount]) -> str:
    shown = listed((f"{_file(source.path)} ({source.reader})" for source in sources), 3)
    return f"{shown}, {count(sum(source.records for source in sources), 'record')}"


def _file(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1] or path


def _span(first: str, last: str) -> str:
    if not first or not last:
        return "no dated deed"
    days = (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days
    length = f"{days / 365.25:.1f} years" if days > 730 else count(days // 7 + 1, "week")
    return f"{first[:10]} to {last[:10]} ({length})"


def _sum(counts: Iterator[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for each in counts:
        for name, times in each.items():
            total[name] = total.get(name, 0) + times
    return {name: times for name, times in total.items() if times}

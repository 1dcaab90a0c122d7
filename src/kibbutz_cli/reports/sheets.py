"""Reports for spreadsheets and pages: one row a member, as CSV or a Markdown table."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from kibbutz_cli.model.report import CommunityReport, Element, MemberReport
from kibbutz_cli.reports.closing import NEXT, UNMOVED, advised, moved, since
from kibbutz_cli.reports.header import aside, trust
from kibbutz_cli.reports.names import told_apart
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import (
    NOT_SCORED,
    also_counted,
    coverage,
    first_of,
    is_ranked,
    mirrored,
    other_weights,
    otherwise,
    ranks,
    reasons_not,
    some_of,
    sure,
)

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = Sequence[Cell]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet runs instead of showing (https://owasp.org/www-community/attacks/CSV_Injection)."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")


def csv_lines(columns: Sequence[str], chunks: Iterable[Sequence[Row]], *, raw: bool) -> Iterator[bytes]:
    """Yield names, then rows; cells that a spreadsheet would run get a quote mark unless ``raw``."""
    for rows in chain([[columns]], chunks):
        stream = io.StringIO()
        # Text is always quoted: Python 3.11 leaves a bare carriage return unquoted, and cannot read it back.
        lines = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        lines.writerows(rows if raw else ([_harmless(cell) for cell in row] for row in rows))
        yield stream.getvalue().encode()


def to_markdown(report: CommunityReport) -> str:
    """Return the report as a Markdown page: where it comes from, the table, and lists of the rest."""
    counts = f"{some_of(report.standing_count, report.member_count)} a standing"
    ruler = f"ruler {prose(report.ruler.name)} {prose(report.ruler.version)} `{report.ruler.sha256[:12]}`"
    seen = coverage(report.level, report.member_count, report.sources)
    ranked = is_ranked(report.level, report.member_count)
    tried = report.weightings if ranked else None
    guests, apart = also_counted(report.metrics), told_apart(report)
    more = f"; also counted: {prose(guests)}" if guests else ""
    lines = [
        *_opening(report, seen, ranked),
        "",
        f"{report.first[:10]} to {report.as_of[:10]}; {counts}; {seen}; {ruler}{more}.",
        "",
        *_rows(apart.members, sure(report.ruler), ranked, bool(tried)),
        "",
        *([f"{other_weights(tried).capitalize()}.", ""] if tried else []),
        *_list("", _notes(apart, ranked)),
        *(_next(apart) if ranked else []),
        *_list(f"{NOT_SCORED}:", _not_scored(report)),
        *_list("Not measured:", report.limits),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _opening(report: CommunityReport, seen: str, ranked: bool) -> list[str]:
    if ranked:
        return ["# Who carries this community, and how sure are we?"]
    title, why = mirrored(report.member_count, len(report.members), seen)
    return [f"# {title}", "", why]


def _notes(report: CommunityReport, ranked: bool) -> Iterator[str]:
    """Yield what the table does not say: whom it leaves out, where trust starts, what was set aside."""
    scored = [member for member in report.members if member.standing]
    if ranked and (some := first_of(len(scored), report)):
        yield some
    if ranked:
        mark = "* " if any(member.anchor for member in report.members) else ""
        yield from (f"{mark}{name} {fact}" for name, fact in trust(report))
    yield from (f"{name}: {fact}" for name, fact in aside(report))


def _next(report: CommunityReport) -> Iterator[str]:
    """Yield whose status changed since the evaluation before, if there is one, and what to do next."""
    if title := since(report):
        yield from _list(f"{prose(title)}:", [": ".join(row) for row in moved(report)] or [UNMOVED])
    yield from _list(f"{NEXT}:", map(": ".join, advised(report)))


def _not_scored(report: CommunityReport) -> Iterator[str]:
    for why, metrics in reasons_not(report.metrics).items():
        yield f"{', '.join(metrics)}: {why}"


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    """Yield a list under its title, and nothing where it would be empty."""
    lines = [f"* {prose(item)}" for item in items]
    if lines and title:
        yield from (title, "")
    if lines:
        yield from (*lines, "")


def _rows(members: Iterable[MemberReport], how_sure: str, ranked: bool, tried: bool) -> Iterator[str]:
    """Yield the lines of the table; ranks under other weights are ranks, too."""
    titles = ["Rank"] * ranked + ["Member", "Status", "Standing", f"{how_sure} interval", "Grade"]
    titles += [*map(_title, Element), *(["Other weights"] * tried)]
    sides = ["---:"] * ranked + [":---", ":---", "---:", ":---:", ":---:"]
    sides += ["---:"] * (len(Element) + tried)
    for row in [titles, sides]:
        yield _joined(row)
    for member in members:
        first, last = [ranks(member.standing)] * ranked, [otherwise(member.sensitivity)] * tried
        yield _joined([*first, *_cells(member, marked=ranked), *last])


def _joined(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cells(member: MemberReport, *, marked: bool) -> list[str]:
    mark = "*" if member.anchor and marked else ""
    standing = member.standing
    shown = (
        f"{standing.value:.1f} | {standing.low:.1f} to {standing.high:.1f}"
        if standing
        else "| not enough evidence"
    )
    # Where there is no number there is none of its parts, as in the text.
    scores = {each.element: each.score for each in member.elements if standing}
    return [
        prose((member.name.strip() or member.member) + mark),
        _status(member),
        shown,
        member.grade or "",
        *(_percent(scores.get(element)) for element in Element),
    ]


def _status(member: MemberReport) -> str:
    held, earned = member.status.current, member.status.earned
    notes = ["dormant"] * member.status.dormant
    notes += [f"earned {prose(earned)}"] * (earned not in ("", held))
    return f"{prose(held)} ({', '.join(notes)})" if notes else prose(held)


def _percent(score: float | None) -> str:
    return "" if score is None else f"{100 * score:.0f}"


def _title(element: Element) -> str:
    return element.capitalize()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def prose(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _MARKDOWN.sub(r"\\\1", safe(text))

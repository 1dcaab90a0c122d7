"""Reports for spreadsheets and pages: one row a member, as CSV or a Markdown table."""

import csv
import io
import re
from collections.abc import Iterator

from kibbutz_cli.model.report import CommunityReport, Element, MemberReport, Standing
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import coverage, other_weights, otherwise, ranks

Cell = str | int | float | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet runs instead of showing (https://owasp.org/www-community/attacks/CSV_Injection)."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")


_OTHERWISE = ("weights_rank_low", "weights_rank_high", "weights_status_chance")


def to_csv(report: CommunityReport, *, raw: bool) -> str:
    """Return one row a member; cells a spreadsheet would run get a quote mark unless ``raw``."""
    stream = io.StringIO()
    # Text is always quoted: Python 3.11 leaves a bare carriage return unquoted, and cannot read it back.
    rows = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    weighed = report.weightings is not None
    rows.writerow([*_columns(), *(_OTHERWISE if weighed else ())])
    for member in report.members:
        row = [*_row(member), *(_otherwise(member) if weighed else ())]
        rows.writerow([cell if raw else _harmless(cell) for cell in row])
    return stream.getvalue()


def to_markdown(report: CommunityReport) -> str:
    """Return the report as a Markdown page: where it comes from, the table, what it does not measure."""
    counts = f"{report.standing_count:,} of {report.member_count:,} members have a standing"
    ruler = f"ruler {prose(report.ruler.name)} {prose(report.ruler.version)} `{report.ruler.sha256[:12]}`"
    seen = coverage(report.level, report.member_count)
    tried = report.weightings
    lines = [
        "# Who carries this community, and how sure are we?",
        "",
        f"{report.first[:10]} to {report.as_of[:10]}; {counts}; {seen}; {ruler}.",
        "",
        "| Rank | Member | Status | Standing | 80 % interval | Grade | "
        + " | ".join(map(_title, Element))
        + (" | Other weights |" if tried else " |"),
        "| ---: | :--- | :--- | ---: | :---: | :---: |" + " ---: |" * (len(Element) + bool(tried)),
        *(
            _line(member) + (f" {otherwise(member.sensitivity)} |" if tried else "")
            for member in report.members
        ),
        "",
        *([f"{other_weights(tried).capitalize()}.", ""] if tried else []),
        *(f"* {prose(limit)}" for limit in report.limits),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _columns() -> list[str]:
    fixed = [
        "member",
        "name",
        "status",
        "dormant",
        "grade",
        "standing",
        "low",
        "high",
        "rank_low",
        "rank_high",
    ]
    counted = ["deeds", "active_weeks", "recognised_by", "anchor", "first_day", "last_day"]
    scored = [f"{element}{end}" for element in Element for end in ("", "_low", "_high")]
    return [*fixed, *counted, *scored, "unscored", "earned", "notice"]


def _row(member: MemberReport) -> list[Cell]:
    status = member.status
    about: list[Cell] = [member.member, member.name, status.current, _yes(status.dormant), member.grade]
    counted: list[Cell] = [member.deeds, member.active_weeks, member.recognised_by, _yes(member.anchor)]
    days: list[Cell] = [member.first_day, member.last_day]
    return [
        *about,
        *_numbers(member.standing),
        *counted,
        *days,
        *_scores(member),
        member.unscored,
        status.earned,
        status.notice,
    ]


def _numbers(standing: Standing | None) -> list[Cell]:
    if standing is None:
        return [None] * 5
    ends = (standing.value, standing.low, standing.high)
    return [*ends, standing.rank_low, standing.rank_high]


def _otherwise(member: MemberReport) -> list[Cell]:
    found = member.sensitivity
    return [found.rank_low, found.rank_high, found.status_chance] if found else [None] * 3


def _scores(member: MemberReport) -> Iterator[Cell]:
    by_element = {each.element: each for each in member.elements}
    for element in Element:
        score = by_element.get(element)
        yield from (score.score, score.low, score.high) if score else (None, None, None)


def _line(member: MemberReport) -> str:
    standing = member.standing
    shown = (
        f"{standing.value:.1f} | {standing.low:.1f} to {standing.high:.1f}"
        if standing
        else "| not enough evidence"
    )
    scores = {each.element: each.score for each in member.elements}
    cells = [_percent(scores.get(element)) for element in Element]
    start = [ranks(standing), prose(member.name), _status(member), shown, member.grade or ""]
    return "| " + " | ".join([*start, *cells]) + " |"


def _status(member: MemberReport) -> str:
    held, earned = member.status.current, member.status.earned
    return prose(held) if earned in ("", held) else f"{prose(held)} (earned {prose(earned)})"


def _percent(score: float | None) -> str:
    return "" if score is None else f"{100 * score:.0f}"


def _title(element: Element) -> str:
    return element.capitalize()


def _yes(fact: bool) -> str:
    return "true" if fact else "false"


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def prose(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _MARKDOWN.sub(r"\\\1", safe(text))

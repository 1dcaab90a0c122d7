"""The table of members: rank range, standing with its interval, elements, trend."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kibbutz_cli.model.report import CommunityReport, Element, ElementScore, MemberReport
from kibbutz_cli.reports.drawing import NONE, Glyphs, curve, glyphs, interval, sparkline, standing_bar
from kibbutz_cli.reports.names import cut, end
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import (
    SHORT,
    count,
    display,
    first_of,
    lacks,
    listed,
    other_weights,
    otherwise,
    ranks,
    sure,
)

WIDE = 100
"""From this width on names and bars have room, and the grade gets a column."""

NAME = 8
"""A name is cut to no less."""

APART = 24
"""Nor to less than what tells members of one name apart takes with a letter of it, up to so much."""

OTHER = "Weights"
OTHER_WIDE = "Other weights"

_UNSCORED_NAMES = 12
_REASONS = 3


def rank(report: CommunityReport, element: Element | None, console: Console) -> None:
    """Print the members with a standing as a table, then who has not enough evidence."""
    scored = [member for member in report.members if member.standing]
    if scored:
        room = _room(scored, _titles(scored, element), console.width, sure(report.ruler))
        console.print(_table(scored, element, room, glyphs(console)))
        _legend(scored, report, element, room, console)
    _unscored(report, console)


def _titles(members: list[MemberReport], element: Element | None) -> list[str]:
    if element is None:
        return list(SHORT.values())
    metrics = _metrics(members, element)
    short = [_short(metric) for metric in metrics]
    return [
        _apart(metric) if short.count(title) > 1 else title
        for metric, title in zip(metrics, short, strict=True)
    ]


def _table(members: list[MemberReport], element: Element | None, room: "_Room", using: Glyphs) -> Table:
    table = Table(box=None, padding=(0, room.gap, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("Rank", justify="right", no_wrap=True, width=room.rank)
    table.add_column("Member", overflow="ellipsis", no_wrap=True, width=room.member)
    table.add_column("Status", no_wrap=True, overflow="ellipsis", width=room.status)
    if room.graded:
        table.add_column("Grade", justify="center", no_wrap=True, width=5)
    table.add_column("/100", justify="right", no_wrap=True, width=5)
    if room.bar:
        table.add_column(room.bar_title, no_wrap=True, width=room.bar)
    for title in room.titles:
        table.add_column(title, justify="right", no_wrap=True, width=max(3, len(title)))
    if room.other:
        table.add_column(OTHER_WIDE if room.graded else OTHER, no_wrap=True, width=room.other)
    replayed = any(member.history for member in members)
    title = f"{room.trend} months" if replayed else f"{4 * room.trend} weeks"
    if room.trend:
        table.add_column(title, no_wrap=True, width=room.trend)
    scale, metrics = _scale(members, room.trend), _metrics(members, element)
    for member, name in zip(members, cut(members, room.member), strict=True):
        trend = (
            _months(member, room.trend, scale, using)
            if replayed
            else sparkline(member.trend[-room.trend :], using)
        )
        cells = [*_cells(member, element, metrics, room, using), *([trend] if room.trend else [])]
        table.add_row(Text(ranks(member.standing)), name, *cells)
    return table


class _Room(NamedTuple):
    """How the width is shared out; names and bars take what the numbers leave.

    Where there is little of it, the ranks under other weights stand in place of the trend. What has no room
    at all is not cut, but left out: first the trend, then the bar, then the elements or metrics.
    """

    gap: int
    rank: int
    member: int
    status: int
    bar: int
    bar_title: str
    titles: list[str]
    trend: int
    graded: bool
    other: int


def _room(members: list[MemberReport], titles: list[str], width: int, how_sure: str) -> _Room:
    wide = width >= WIDE
    gap, trend = (2, 12) if wide else (1, 8)
    rank = max(4, *(len(ranks(member.standing)) for member in members))
    other = max(len(otherwise(member.sensitivity)) for member in members)
    if other:
        other, trend = max(len(OTHER_WIDE if wide else OTHER), other), trend if wide else 0
    status = min(14, max(6, *(cell_len(_status(member)) for member in members)))
    short, long = f"{how_sure} sure", f"{how_sure} interval"
    ways = [(trend, len(short), titles), (0, len(short), titles), (0, 0, titles), (0, 0, [])]
    least = max(NAME, min(APART, max(3 + len(end(member)) for member in members)))
    for weeks, bar, shown in ways:
        more = [width for width in (weeks, bar, other, 5 if wide else 0) if width]
        cells = [rank, status, 5, *(max(3, len(title)) for title in shown), *more]
        # What the name and the bar share between them.
        left = width - sum(cells) - gap * len(cells) + bar
        if left >= least + bar:
            break
    longest = max(6, *(cell_len(_name(member)) for member in members))
    if bar:
        member = max(least, min(longest, left - bar, left * 3 // 5 if wide else left - 12))
        bar = min(32, left - member)
    else:
        member = max(least, min(longest, left))
        status -= max(0, member - left)
    title = short if bar < len(long) else long
    return _Room(gap, rank, member, status, bar, title, shown, weeks, wide, other)


def _cells(
    member: MemberReport, element: Element | None, metrics: list[str], room: _Room, using: Glyphs
) -> list[Text]:
    asleep = "dim" if member.status.dormant else ""
    row = [Text(_status(member), style=asleep)]
    if room.graded:
        row.append(Text(member.grade or ""))
    row += _measured(member, element, room.bar, using)[: 2 if room.bar else 1]
    row += _shares(member, element, metrics) if room.titles else []
    return [*row, Text(otherwise(member.sensitivity))] if room.other else row


def _scale(members: list[MemberReport], months: int) -> tuple[float, float]:
    """Return the lowest and the highest standing drawn: every row is drawn against the same two."""
    drawn = [each.standing for member in members for each in member.history[-months:]]
    found = [each for each in drawn if each is not None]
    return (min(found), max(found)) if found else (0.0, 100.0)


def _months(member: MemberReport, months: int, scale: tuple[float, float], using: Glyphs) -> Text:
    """Return the standing at every evaluation; before the member came there is nothing to draw."""
    drawn = [each.standing for each in member.history[-months:]]
    return curve([None] * (months - len(drawn)) + drawn, *scale, using)


def _name(member: MemberReport) -> str:
    return display(member) + _mark(member)


def _mark(member: MemberReport) -> str:
    """Return what marks an anchor."""
    return "*" if member.anchor else ""


def _status(member: MemberReport) -> str:
    return (
        safe(member.status.current) + ("~" if member.status.dormant else "") + ("+" if _more(member) else "")
    )


def _more(member: MemberReport) -> bool:
    """Whether a higher status was earned before than is held now."""
    return member.status.earned not in ("", member.status.current)


def _measured(member: MemberReport, element: Element | None, width: int, using: Glyphs) -> list[Text]:
    if element is None:
        assert member.standing is not None
        number = Text(f"{member.standing.value:.1f}", style="bold")
        return [number, standing_bar(member.standing, width, using)]
    found = _find(member, element)
    if found is None or found.score is None:
        return [Text(NONE), Text("not scored", style="dim")]
    low = found.low if found.low is not None else found.score
    high = found.high if found.high is not None else found.score
    return [Text(f"{100 * found.score:.0f}", style="bold"), interval(low, found.score, high, width, using)]


def _metrics(members: list[MemberReport], element: Element | None) -> list[str]:
    found: dict[str, None] = {}
    for member in members:
        score = _find(member, element) if element else None
        found.update(dict.fromkeys(part.metric for part in (score.parts if score else [])))
    return list(found)


def _shares(member: MemberReport, element: Element | None, metrics: list[str]) -> list[Text]:
    if element is None:
        found = (_find(member, each) for each in Element)
        return [_share(each.score if each else None) for each in found]
    focused = _find(member, element)
    scores = {part.metric: part.score for part in (focused.parts if focused else [])}
    return [_share(scores.get(metric)) for metric in metrics]


def _lacks_one(member: MemberReport, element: Element | None, metrics: list[str]) -> bool:
    """Whether there is something of the member that could not be scored."""
    focused = _find(member, element) if element else None
    if focused and focused.score is None:
        return True
    return NONE in (share.plain for share in _shares(member, element, metrics))


def _share(score: float | None) -> Text:
    return Text(NONE, style="dim") if score is None else Text(f"{100 * score:.0f}")


def _find(member: MemberReport, element: Element) -> ElementScore | None:
    return next((each for each in member.elements if each.element is element), None)


def _short(metric: str) -> str:
    return safe(metric)[:6]


def _apart(metric: str) -> str:
    """Return what tells a metric from one that begins alike, as short: ``rep_gi`` for replies_given."""
    first, _, last = safe(metric).rpartition("_")
    return f"{first[:3]}_{last[:2]}" if first else last[:6]


def _legend(
    members: list[MemberReport],
    report: CommunityReport,
    element: Element | None,
    room: _Room,
    console: Console,
) -> None:
    marks, metrics = [], _metrics(members, element)
    if some := first_of(len(members), report):
        marks.append(some)
    if any(member.anchor for member in members):
        marks.append("* trust starts here")
    if any(member.status.dormant for member in members):
        marks.append("~ dormant: silent for now" + (", status kept" if report.replay else ""))
    if any(map(_more, members)):
        marks.append("+ has earned a higher status, kept for life")
    if room.trend and any(member.history for member in members):
        low, high = _scale(members, room.trend)
        marks.append(f"months: the standing, from {low:.0f} to {high:.0f}")
    if not room.bar:
        marks.append("the intervals take a wider window")
    if element is not None and room.titles:
        marks.append("columns: " + ", ".join(map(safe, metrics)))
    if any(_lacks_one(member, element, metrics) for member in members):
        marks.append(f"{NONE} not scored")
    if element is not None:
        marks.append("ranks: those of the standing")
    if marks:
        console.print(Text("; ".join(marks), style="dim"))
    if report.weightings:
        console.print(Text(other_weights(report.weightings), style="dim"))
    console.print()


def _unscored(report: CommunityReport, console: Console) -> None:
    waiting = report.member_count - report.standing_count
    if not waiting:
        return
    shown = [member for member in report.members if member.standing is None]
    said = Text(f"{count(waiting, 'member')}: not enough evidence for a number", style="bold")
    if shown:
        names = [display(member) for member in shown]
        said.append(f": {_listed(names, _UNSCORED_NAMES, waiting - len(names))}", style="not bold")
    console.print(said)
    for reason in _reasons(shown, report.waiting):
        console.print(Padding(Text(reason, style="dim"), (0, 0, 0, 2)))
    console.print()


def _reasons(shown: list[MemberReport], waiting: dict[str, int]) -> Iterator[str]:
    """Yield what is lacking, nearest to a number first: of each where few are shown, else of how many."""
    whose: dict[str, list[str]] = {}
    for member in shown:
        whose.setdefault(lacks(member), []).append(display(member))
    few = len(shown) <= _REASONS
    told = [reason for reason in waiting if reason in whose or not few][:_REASONS]
    for reason in told:
        names = whose.get(reason, [])
        unnamed = 0 if few else waiting[reason] - len(names)
        who = _listed(names, _REASONS, unnamed) if names else count(unnamed, "member")
        yield f"{reason} ({who})" if len(waiting) > 1 else reason
    if rest := 0 if few else sum(waiting.values()) - sum(waiting[reason] for reason in told):
        yield f"{count(rest, 'member')} {'lacks' if rest == 1 else 'lack'} more"


def _listed(names: list[str], most: int, unnamed: int) -> str:
    """Return the first of the names, and how many more there are, those that are not known by name too."""
    return listed([*names, *[""] * unnamed], min(most, len(names)))

"""The owner's mirror: one side of a person, or of a few, has no ranking, but it has a rhythm."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kibbutz_cli.model.remarks import Outgoing
from kibbutz_cli.model.report import CommunityReport, Element, ElementScore, MemberReport
from kibbutz_cli.reports.closing import bounds, not_scored
from kibbutz_cli.reports.drawing import NONE, Glyphs, glyphs, interval, sparkline
from kibbutz_cli.reports.header import facts, provenance, remainder
from kibbutz_cli.reports.names import contacts_apart
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import count, coverage, display, lacks, listed, mirrored


def mirror(report: CommunityReport, element: Element | None, console: Console) -> None:
    """Print what the data shows of each of a few people, and what it cannot show; no ranking."""
    seen = coverage(report.level, report.member_count, report.sources)
    title, why = mirrored(report.member_count, len(report.members), seen)
    console.print(Text(title, style="bold"))
    console.print(Text(why))
    console.print()
    level = ("coverage", f"{report.level}, {seen}")
    console.print(facts([*provenance(report), level, *remainder(report)]))
    console.print()
    for member in report.members:
        _person(member, element, console)
    if report.outgoing:
        console.print(facts(_going_out(report.outgoing)))
        console.print()
    not_scored(report.metrics, console)
    bounds(report.limits, console)


def _person(member: MemberReport, element: Element | None, console: Console) -> None:
    using = glyphs(console)
    console.print(Text(display(member), style="bold"))
    console.print(facts(_rhythm(member, using)))
    console.print()
    if member.standing is None:
        console.print(Text(f"Not enough evidence for a number: {lacks(member)}"))
    shown = [each for each in member.elements if element in (None, each.element)]
    console.print(_elements(shown, 24 if console.width >= 100 else 16, using))
    console.print()


def _going_out(outgoing: Outgoing) -> list[tuple[str, str]]:
    kinds = ", ".join(f"{times:,} {safe(kind)}" for kind, times in outgoing.kinds.items())
    rows = [("went out", kinds)]
    if outgoing.people:
        closest = listed(
            [f"{contact.name} ({contact.deeds:,})" for contact in contacts_apart(outgoing).closest[:5]], 5
        )
        rows.append(("towards", f"{count(outgoing.people, 'person', 'people')}, most often {closest}"))
    return rows


def _rhythm(member: MemberReport, using: Glyphs) -> list[tuple[str, str]]:
    rows = [
        ("deeds", f"{member.deeds:,} in {count(member.active_weeks, 'active week')}"),
        ("from", f"{member.first_day} to {member.last_day}"),
        ("48 weeks", f"{sparkline(member.trend, using).plain}  {_streak(member.trend)}"),
        ("status", safe(member.status.current) + (", dormant" if member.status.dormant else "")),
    ]
    if member.status.capped:
        rows.append(("", safe(member.status.capped)))
    if len(member.handles) > 1:
        rows.append(("handles", listed(member.handles, 6)))
    return rows


def _streak(trend: list[int]) -> str:
    """Return the longest run of blocks with a deed, and how many of all blocks have one."""
    longest = run = 0
    for deeds in trend:
        run = run + 1 if deeds else 0
        longest = max(longest, run)
    active = sum(1 for deeds in trend if deeds)
    return f"active in {active} of {len(trend)} four-week blocks; longest run {longest}"


def _elements(scores: list[ElementScore], width: int, using: Glyphs) -> Table:
    table = Table.grid(padding=(0, 2), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(style="dim")
    for score in scores:
        table.add_row(*_element(score, width, using))
    return table


def _element(score: ElementScore, width: int, using: Glyphs) -> list[Text]:
    name = Text(score.element.capitalize())
    if score.score is None:
        return [name, Text(NONE), Text("not scored", style="dim"), Text("")]
    low = score.score if score.low is None else score.low
    high = score.score if score.high is None else score.high
    parts = ", ".join(f"{safe(part.metric)} {100 * part.score:.0f}" for part in score.parts)
    bar = interval(low, score.score, high, width, using)
    return [name, Text(f"{100 * score.score:.0f}", style="bold"), bar, Text(parts)]

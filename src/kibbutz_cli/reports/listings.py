"""The smaller answers: what is in an input, which formats, metrics, plug-ins and checks there are."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kibbutz_cli.model.report import Element
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import Provenance
from kibbutz_cli.model.views import Check, Format, Inspection, MetricCard, Plugin, RulerDifferences
from kibbutz_cli.reports.closing import not_scored
from kibbutz_cli.reports.header import facts
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import count, counted, coverage, noted, number

FIELDS_SHOWN = 8
NO_NAME = "(no name)"
SKIPPED_SHOWN = 6


def render_inspection(found: Inspection, console: Console) -> None:
    """Print what an input holds, and what could be scored of it."""
    for source in found.sources:
        console.print(Text(safe(source.path), style="bold"))
        rows = [("format", f"{safe(source.reader)}, {safe(source.coverage)}")]
        rows.append(("records", f"{source.records:,}, {source.accepted:,} read"))
        rows += [("derived", f"{source.derived:,}")] if source.derived else []
        rows += [("set aside", counted(source.rejected))] if source.rejected else []
        rows += [("left out", counted(source.ignored))] if source.ignored else []
        rows += [("mended", noted(source.repairs))] if source.repairs else []
        rows += [("new fields", f"{_most(source.unknown)}; not read")] if source.unknown else []
        rows += [("", safe(place)) for place in source.places]
        console.print(facts(rows))
        console.print()
    _not_read(found.skipped, console)
    console.print(Text("All together", style="bold"))
    console.print(facts(_together(found)))
    console.print()
    scored = ", ".join(safe(note.metric) for note in found.metrics if note.scored)
    console.print(Text("Can be scored: ", style="bold") + Text(scored or "nothing", style="not bold"))
    not_scored(found.metrics, console)


def _not_read(skipped: list[str], console: Console) -> None:
    if skipped:
        console.print(Text("Beside them, not read", style="bold"))
        rest = len(skipped) - SKIPPED_SHOWN
        rows = [*map(safe, skipped[:SKIPPED_SHOWN]), *([f"and {rest:,} more"] if rest > 0 else [])]
        console.print(facts([("", row) for row in rows]))
        console.print()


def _most(unknown: dict[str, int]) -> str:
    """Return the fields that most records have, each with how many."""
    first = sorted(unknown.items(), key=lambda item: (-item[1], item[0]))
    told = ", ".join(
        f"{safe(name.strip()) or NO_NAME} in {records:,}" for name, records in first[:FIELDS_SHOWN]
    )
    return f"{told} and {len(first) - FIELDS_SHOWN} more" if len(first) > FIELDS_SHOWN else told


def _together(found: Inspection) -> list[tuple[str, str]]:
    undated = "nothing is dated" if found.activities else "no activity"
    span = f"{found.first[:10]} to {found.last[:10]}" if found.first else undated
    level = "nothing to score"
    if found.level:
        level = f"{found.level}, {coverage(found.level, found.members, found.sources)}"
    rows = [
        ("span", span),
        ("holds", f"{count(found.activities, 'activity', 'activities')} of {count(found.members, 'member')}"),
        ("threads", f"{found.threads:,}"),
        ("kinds", counted(found.kinds)),
        ("platforms", counted(found.platforms)),
        ("coverage", level),
        ("elements", _elements(found)),
    ]
    odd = _odd(found)
    return [*rows, ("odd", odd)] if odd else rows


def _odd(found: Inspection) -> str:
    """Return what deserves a look: of the deeds, then what was mended."""
    notes = {note for source in found.sources for note in source.repairs}
    deeds = counted({what: times for what, times in found.odd.items() if what not in notes})
    mended = noted({what: times for what, times in found.odd.items() if what in notes})
    return ", ".join(filter(None, (deeds, mended)))


def _elements(found: Inspection) -> str:
    """Return which elements can be scored, and which cannot."""
    known = {note.element for note in found.metrics}
    without = [element for element in Element if element in known and element not in found.elements]
    told = ", ".join(found.elements) or "none can be scored"
    return f"{told}; not {', '.join(without)}" if found.elements and without else told


def render_formats(formats: list[Format], console: Console) -> None:
    """Print the formats that can be read: what the files look like, and how one gets them."""
    for each in formats:
        console.print(
            Text(safe(each.name), style="bold cyan") + Text(f"  {safe(each.title)}", style="not bold")
        )
        rows = [("files", safe(each.files)), ("get it", safe(each.how)), ("lacks", safe(each.loses))]
        rows.append(("covers", f"{safe(each.coverage)}; from {safe(each.package)}"))
        console.print(facts([(f"  {name}", fact) for name, fact in rows]))


def render_cards(cards: list[MetricCard], console: Console) -> None:
    """Print the metrics of the five elements, each with the sentence that says what it is."""
    for element in Element:
        own = [card for card in cards if card.element is element]
        if own:
            console.print(Text(element.capitalize(), style="bold"))
            for card in own:
                _card(card, console)
            console.print()


def _card(card: MetricCard, console: Console) -> None:
    target = f", full marks at {number(card.target)} {safe(card.unit)}" if card.target else ""
    line = Text("  ") + Text(safe(card.name), style="cyan")
    console.print(line + Text(f"  {card.kind}, weight {number(card.weight)}{target}", style="dim"))
    rows = [
        ("says", card.says),
        ("needs", ", ".join(card.needs)),
        ("misleads", card.fails),
        ("from", card.source),
    ]
    console.print(facts([(f"    {name}", safe(text)) for name, text in rows if text]))


def render_plugins(plugins: list[Plugin], console: Console) -> None:
    """Print readers and metrics, the package each comes from, and its fault if it is broken."""
    table = _table("Group", "Name", "Package", "")
    for each in plugins:
        fault = f"broken: {safe(each.fault)}" if each.fault else ""
        table.add_row(each.group, Text(safe(each.name)), Text(safe(each.package)), Text(fault))
    console.print(table)


def render_checks(checks: list[Check], console: Console) -> None:
    """Print what was looked at, whether it is sound, and what to do if it is not."""
    table = _table("", "Check", "Found")
    for each in checks:
        found = safe(each.found) + (f" ({safe(each.hint)})" if each.hint else "")
        table.add_row("ok" if each.sound else "NO", Text(safe(each.name)), Text(found))
    console.print(table)


def render_ruler(ruler: Ruler, console: Console) -> None:
    """Print the weights, targets and rungs a member is measured with."""
    console.print(
        Text(f"{safe(ruler.name)} {safe(ruler.version)}", style="bold")
        + Text(f"  {ruler.sha256}", style="dim")
    )
    weights = ", ".join(f"{element} {number(weight)}" for element, weight in ruler.elements.items())
    kinds = ", ".join(f"{kind} {number(rule.weight)}" for kind, rule in ruler.kinds.items())
    rows = [("elements", weights), ("kinds", kinds), ("half-life", f"{number(ruler.half_life_days)} days")]
    if ruler.provenance:
        rows.append(("full marks", _origin(ruler.provenance)))
    console.print(facts(rows))
    console.print()
    table = _table("Metric", "Weight", "Full marks at")
    for name, rule in ruler.metrics.items():
        table.add_row(Text(safe(name)), number(rule.weight), number(rule.target) if rule.target else "")
    console.print(table)
    console.print()
    table = _table("Rung", "Asks")
    for rung in ruler.ladder:
        asked = rung.model_dump(exclude={"name"}, exclude_defaults=True)
        terms = ", ".join(f"{name.replace('_', ' ')} {number(value)}" for name, value in asked.items())
        table.add_row(Text(safe(rung.name)), Text(terms))
    console.print(table)


def _origin(found: Provenance) -> str:
    people = f"{found.share:.0%} of {found.active_members:,} active members"
    return f"what {people} do not pass, in {', '.join(map(safe, found.sources))} at {safe(found.as_of[:10])}"


def render_differences(found: RulerDifferences, console: Console) -> None:
    """Print the keys in which two rulers differ, with both values."""
    rulers = [
        (name, f"{safe(note.name)} {safe(note.version)} ({note.sha256[:12]})")
        for name, note in (("before", found.before), ("after", found.after))
    ]
    console.print(facts(rulers))
    console.print()
    if not found.changes:
        console.print(Text("They measure the same." if found.before == found.after else "No number differs."))
        return
    table = _table("Key", "Before", "After")
    for each in found.changes:
        table.add_row(Text(safe(each.key)), _cell(each.before), _cell(each.after))
    console.print(table)


def _cell(value: str | float | None) -> Text:
    return Text("" if value is None else safe(value) if isinstance(value, str) else number(value))


def _table(*titles: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for title in titles:
        table.add_column(title)
    return table

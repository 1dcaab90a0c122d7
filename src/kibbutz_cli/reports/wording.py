"""What the reports call things: levels, gates and counts in the words of a member."""

import math
import re
from collections.abc import Iterable, Mapping

from kibbutz_cli.model.activity import Coverage
from kibbutz_cli.model.remarks import NO_ELEMENT
from kibbutz_cli.model.report import (
    PACE,
    CommunityReport,
    Element,
    Gate,
    GuestNote,
    MemberReport,
    Noted,
    RulerNote,
    Sensitivity,
    SourceCount,
    Standing,
    Weightings,
)
from kibbutz_cli.reports.safe import safe

LEVELS = {
    "L0": "one person's archive",
    "L1": "one person's archive with the answers to it",
    "L2": "a community: who answers whom",
    "L3": "a community: who answers whom, and reactions by name",
}
"""What each coverage level means, in words."""

SIDE_BY_SIDE = "people side by side: who answers whom is not in it"
ONE_SIDED = "one side of each member"
"""What L0 means for several: an export of many who never meet, or archives, which may name each other."""

ALONE = "one member alone"
"""What L0 means for one whom an export of many shows."""

NOT_SCORED = "Not scored here, and left out rather than counted as zero"

MIRROR_MEMBERS = 3
"""Up to so many members of whom one side is seen, each gets a mirror, and none a rank."""

NOBODY = "so nobody is ranked and nobody is compared."

SHORT = {
    Element.SOCIAL: "Soc",
    Element.ECONOMIC: "Eco",
    Element.CULTURAL: "Cul",
    Element.PARTICIPATION: "Par",
    Element.COMMITMENT: "Com",
}
"""The elements where five of them share a line."""

_GATES = {
    "lower_bound": "the low end of the standing's interval at {needed} or more",
    "active_weeks": "{needed} active weeks",
    "mutual_partners": "deeds both ways with {needed} members",
    "partners": "deeds with {needed} different members",
    "recognised_by": "answered or endorsed by {needed} different members",
    "no_element_below": "no scored element below {needed}",
    "strong_elements": "{needed} strong elements",
    "tenure_months": "{needed} months between the first and the last deed",
    "min_elements": "{needed} elements that count towards the standing",
}


_OF_100 = frozenset({"no_element_below"})
"""The gates that are told of 100, and kept as the ruler has them, from 0 to 1."""


_OF_A_NUMBER = frozenset({"lower_bound", "no_element_below"})
"""The gates that ask how high a number is; of the others the data shows something, or nothing of anybody."""

UNSEEN = "not seen in this data"

_ONE = re.compile(r"(?<=\b1 )((?:active |different |strong )?[a-z]+)s\b( that count)?")
"""The plural behind a 1, and its verb."""

_SO_MANY_OF = re.compile(r"(\d+) of (\d+) ")


def measured(value: float, unit: str) -> str:
    """Return a value with its unit: ``2 partners``, ``1 partner``, ``1 answer a week``."""
    said = number(value)
    what, pace = unit.removesuffix(PACE), PACE if unit.endswith(PACE) else ""
    if said == "1" and what.endswith("s") and not what.endswith(("ss", "us")):
        what = what[:-1]
    return f"{said} {safe(what)}{pace}"


def coverage(level: str, members: int, sources: Iterable[SourceCount] = ()) -> str:
    """Return in words how much the data of these sources can show of so many members."""
    if level != "L0":
        return LEVELS[level]
    seen = {source.coverage for source in sources if source.accepted}
    if members < 2:
        return ALONE if seen - {Coverage.SINGLE} else LEVELS[level]
    return ONE_SIDED if seen == {Coverage.SINGLE} else SIDE_BY_SIDE


def is_ranked(level: str, members: int) -> bool:
    """Return whether so many members have ranks: a few of whom one side is seen are not compared."""
    return level != "L0" or members > MIRROR_MEMBERS


def mirrored(members: int, shown: int, seen: str) -> tuple[str, str]:
    """Return what mirrors show, and what is not in the data; whose it is, is known of one archive alone.

    Args:
        members: How many members there are.
        shown: How many of them are shown.
        seen: How much the data can show of them, in words.
    """
    if seen == ALONE:
        return "A mirror: what this data shows of its only member", f"It holds {ALONE}, {NOBODY}"
    if members < 2:
        return "Your mirror: what this archive shows of you", f"It holds one side only, {NOBODY}"
    why = "Who answers whom is not in it" if seen == SIDE_BY_SIDE else "It holds one side of each"
    which = f"{members}" if shown == members else f"{shown} of {members}"
    return f"{which} mirrors: what this data shows of each member", f"{why}, {NOBODY}"


def gate(asked: Gate) -> str:
    """Return what a rung asks and what the member has of it, in words; elements as everywhere, of 100."""
    text = _GATES.get(asked.name, safe(asked.name).replace("_", " ") + ": {needed}")
    scale = 100 if asked.name in _OF_100 else 1
    window = f" within {asked.within_weeks:,} weeks up to the last active one" if asked.within_weeks else ""
    asks = _ONE.sub(_one, f"{text.format(needed=number(scale * asked.needed))}{window}")
    return f"{asks}: {_has(asked, scale)}"


def _one(plural: re.Match[str]) -> str:
    return plural[1] + (f"{plural[2]}s" if plural[2] else "")


def _has(asked: Gate, scale: int) -> str:
    if asked.has is None:
        return "has none yet" if asked.name in _OF_A_NUMBER else UNSEEN
    return f"has {number(scale * asked.has)}"


def number(value: float) -> str:
    """Return a number without needless digits: 12, 0.15, 1,204."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def count(how_many: int, what: str, many: str = "") -> str:
    """Return ``1 member`` or ``1,204 members``."""
    return f"{how_many:,} {what if how_many == 1 else many or what + 's'}"


def some_of(how_many: int, all_of_them: int) -> str:
    """Return ``1 of 2 members has`` or ``3 of 4 members have``."""
    return f"{how_many:,} of {count(all_of_them, 'member')} {'has' if how_many == 1 else 'have'}"


def sure(ruler: RulerNote) -> str:
    """Return what share of the truth the intervals hold, as ``80 %``."""
    return f"{100 * ruler.interval:.5g} %"


def counted(counts: Mapping[str, int]) -> str:
    """Return ``12 bad time, 3 no id``: the largest first, names as words; empty for nothing."""
    return ", ".join(f"{times:,} {safe(name).replace('_', ' ')}" for name, times in _largest_first(counts))


def noted(counts: Mapping[str, int]) -> str:
    """Return ``link skipped (12), date not understood (3)``: a note reads the same of one and of many."""
    return ", ".join(f"{safe(note)} ({times:,})" for note, times in _largest_first(counts))


def _largest_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(
        ((name, times) for name, times in counts.items() if times), key=lambda one: (-one[1], one[0])
    )


def ranks(found: Standing | Sensitivity | None) -> str:
    """Return the ranks an interval or other weights allow, as ``3`` or ``1-4``; empty without a standing."""
    if found is None:
        return ""
    low, high = found.rank_low, found.rank_high
    return str(low) if low == high else f"{low}-{high}"


def otherwise(found: Sensitivity | None) -> str:
    """Return the ranks under other weights and how often the status is reached, as ``2-6, 94 %``."""
    # Only what is never missed is 100 %.
    return f"{ranks(found)}, {math.floor(100 * found.status_chance + 1e-6)} %" if found else ""


def other_weights(tried: Weightings) -> str:
    """Return the sentence that says what stands under the title "other weights"."""
    return (
        f"other weights: {tried.draws:,} times, each element counted anew between 1/{number(tried.factor)} "
        f"and {number(tried.factor)} times its weight: the ranks of {number(100 * tried.share)} % of them, "
        "and how often the status reached now is reached, or a higher one"
    )


def listed(names: Iterable[str], most: int) -> str:
    """Return names in one line, and how many more there are; semicolons part names with commas."""
    every = list(names)
    shown = [safe(name) for name in every[:most]]
    rest = len(every) - len(shown)
    if rest:
        shown.append(f"{rest:,} more")
    if len(shown) < 2:
        return "".join(shown)
    mark, last = ("; ", "; and ") if any("," in name for name in every[:most]) else (", ", " and ")
    return mark.join(shown[:-1]) + last + shown[-1]


def reasons_not(metrics: Iterable[Noted]) -> dict[str, list[str]]:
    """Return the metrics that could not be scored, by why not."""
    reasons: dict[str, list[str]] = {}
    for note in metrics:
        if not note.scored:
            reasons.setdefault(note.why_not or "the data lacks what it needs", []).append(note.metric)
    return reasons


def first_of(scored: int, report: CommunityReport) -> str:
    """Return how many of those with a standing are listed, and how to see all; empty where all are.

    Where members are named, they are listed however many are asked for.
    """
    if not scored or scored >= report.standing_count:
        return ""
    some = f"{scored:,} of {count(report.standing_count, 'member')} with a standing"
    return some if report.chosen else f"{some}; --top 0 shows all"


def also_counted(metrics: Iterable[Noted]) -> str:
    """Return the scored metrics that did not come with kibbutz, each with its package or file."""
    guests = [each for each in metrics if isinstance(each, GuestNote) and each.scored]
    return listed((f"{each.metric} ({each.package})" for each in guests), len(guests))


def display(member: MemberReport) -> str:
    """Return how a member is shown: the name, or the id where there is none."""
    return safe(member.name.strip() or member.member)


def lacks(member: MemberReport) -> str:
    """Return what there is too little of for a standing, without the words that always stand before it."""
    clauses = member.unscored.removeprefix("not enough evidence: ").split(", ")
    return safe(", ".join(clause for clause in clauses if not _is_enough(clause)) or NO_ELEMENT)


def _is_enough(clause: str) -> bool:
    found = _SO_MANY_OF.match(clause)
    return found is not None and int(found[1]) >= int(found[2])

"""Why a member stands where they stand: element, metric, the parts that sum, the evidence."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kibbutz_cli.model.report import PACE, Element, ElementScore, Gate, MemberReport, Part, Standing, Status
from kibbutz_cli.model.views import (
    Evidence,
    ExplainedPart,
    Explanation,
    Level,
    NextRung,
    Support,
    Uncounted,
    Unjoined,
)
from kibbutz_cli.reports.closing import bounds, not_scored
from kibbutz_cli.reports.drawing import Glyphs, glyphs, standing_bar
from kibbutz_cli.reports.header import facts
from kibbutz_cli.reports.names import called, supporters_apart
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import (
    UNSEEN,
    also_counted,
    count,
    display,
    gate,
    lacks,
    listed,
    measured,
    number,
    ranks,
    sure,
)

RIGHT = (
    "The person this is about may see everything shown here: run the same command for them, or hand it over."
)

_EVIDENCE = 3

_OF_TIES = frozenset({"mutual_ties", "partners", "repeat_partners", "trust", "esteem"})
"""The metrics of ours in whose evidence every deed carries what all deeds of its tie count for together."""

_CHANCE = "chance"
"""The unit of what is told alone: the prior in what it is made of is no count of anything."""

_SAME = 0.05
"""Standings are shown to a tenth: less apart, they are the same."""


def narrowed(why: Explanation, element: str | None) -> Explanation:
    """Return the explanation with the metrics, parts and evidence of one element only, or whole."""
    if element is None:
        return why
    wanted = Element(element)
    scores = [score for score in why.member.elements if score.element is wanted]
    names = {part.metric for score in scores for part in score.parts}
    return why.model_copy(
        update={
            "member": why.member.model_copy(update={"elements": scores}),
            "metrics": [note for note in why.metrics if note.element is wanted],
            "parts": [part for part in why.parts if part.metric in names],
        }
    )


def render_explanation(why: Explanation, console: Console) -> None:
    """Print the whole way from a member's deeds to their standing, and to the next rung."""
    using = glyphs(console)
    _who(why, using, console)
    meanings = {part.metric: part for part in why.parts}
    for score in why.member.elements:
        _element(score, meanings, why.namesakes, console)
    _sum(why.member, console)
    _supporters(supporters_apart(why).support, why.member, console)
    _join(why, console)
    _next_rung(why, console)
    not_scored(why.metrics, console)
    bounds(why.limits, console)
    console.print(Text(RIGHT, style="bold"))


def _who(why: Explanation, using: Glyphs, console: Console) -> None:
    member = why.member
    standing = member.standing
    title = display(member)
    console.print(
        Text(title if title == safe(member.member) else f"{title} ({safe(member.member)})", style="bold")
    )
    if standing is None:
        console.print(Text(f"Not enough evidence for a number: {lacks(member)}"))
    else:
        said = Text(f"{standing.value:.1f} of 100 ", style="bold") + standing_bar(standing, 24, using)
        said.append(f" {standing.low:.1f} to {standing.high:.1f}, {sure(why.ruler)} sure", style="not bold")
        console.print(said)
    console.print()
    console.print(facts(_facts(why)))
    console.print()


def _facts(why: Explanation) -> list[tuple[str, str]]:
    member, status = why.member, why.member.status
    asleep = ", dormant: silent for now" if status.dormant else ""
    rows = [("status", safe(status.current) + asleep)]
    if member.standing:
        rank = f"{ranks(member.standing)} of {why.of:,}" if why.ranked else "nobody is ranked here"
        rows.append(("rank", f"{rank}; evidence grade {member.grade}"))
    weeks = count(member.active_weeks, "active week")
    rows.append(("deeds", f"{member.deeds:,} in {weeks}, {member.first_day} to {member.last_day}"))
    rows.append(("answered", _answered(member.recognised_by)))
    if why.uncounted:
        rows.append(("not counted", _uncounted(why.uncounted)))
    if member.anchor:
        rows.append(("trust", "starts here: this member is an anchor"))
    if member.roles:
        rows.append(("roles", listed(member.roles, 6)))
    if member.handles not in ([], [member.member]):
        rows.append(("handles", listed(member.handles, 6)))
    ruler = f"{safe(why.ruler.name)} {safe(why.ruler.version)} ({why.ruler.sha256[:12]})"
    guests = also_counted(why.metrics)
    more = [("also counted", guests)] if guests else []
    return [*rows, ("as of", safe(why.as_of)), ("ruler", ruler), *more]


def _answered(by: int | None) -> str:
    return f"or endorsed: {UNSEEN}" if by is None else f"or endorsed by {count(by, 'different member')}"


def _uncounted(found: Uncounted) -> str:
    """Return what others did that counts for nothing, and why: it is not the same as if it never came."""
    answers = count(found.answers, "answer or endorsement", "answers and endorsements")
    why = "no trust reaches them, or most of theirs comes through this member"
    return f"{answers} from {count(found.members, 'member')}: {why}"


def _element(
    score: ElementScore, meanings: Mapping[str, ExplainedPart], apart: Mapping[str, str], console: Console
) -> None:
    title = Text(score.element.capitalize(), style="bold")
    if score.score is None:
        console.print(title + Text(": not scored here", style="not bold dim"))
        console.print()
        return
    ends = (
        ""
        if score.low is None or score.high is None
        else f" ({100 * score.low:.1f} to {100 * score.high:.1f})"
    )
    sums = " + ".join(f"{100 * part.adds:.1f}" for part in score.parts)
    console.print(title + Text(f" {100 * score.score:.1f}{ends} = {sums}", style="not bold"))
    for part in score.parts:
        _part(part, meanings.get(part.metric), apart, console)
    console.print()


def _part(part: Part, meaning: ExplainedPart | None, apart: Mapping[str, str], console: Console) -> None:
    scores = f"scores {100 * part.score:.0f} at weight {part.weight:.0%}, adds {100 * part.adds:.1f}"
    line = Table.grid(padding=(0, 1), pad_edge=False)
    line.add_column(width=1)
    line.add_column()
    line.add_row("", Text.assemble((safe(part.metric), "cyan"), f"  {_measured(part)}; {scores}"))
    console.print(line)
    if meaning is None:
        return
    table = Table.grid(padding=(0, 1), pad_edge=False)
    table.add_column(width=3)
    table.add_column()
    table.add_row("", Text(safe(meaning.says), style="dim"))
    if meaning.note:
        table.add_row("", Text(safe(meaning.note)))
    counts = "of a tie that counts" if part.metric in _OF_TIES else "counts"
    for evidence in meaning.evidence[:_EVIDENCE]:
        table.add_row("", Text(_deed(evidence, counts, apart), overflow="fold"))
    if (rest := meaning.deeds - _EVIDENCE) > 0:
        table.add_row(
            "", Text(f"and {count(rest, 'further deed')}; --format json {_lists(meaning)}", style="dim")
        )
    console.print(table)


def _lists(meaning: ExplainedPart) -> str:
    listed = len(meaning.evidence)
    return "lists them" if listed == meaning.deeds else f"lists the first {listed:,}"


def _measured(part: Part) -> str:
    if part.trials is None or part.hits is None:
        return measured(part.value, part.unit)
    if part.unit == _CHANCE:
        return f"a chance of {100 * part.value:.0f} %"
    if part.unit.endswith(PACE):
        weeks = measured(part.trials, "weeks")
        return f"{number(part.hits)} in {weeks}, taken as {measured(part.value, part.unit)}"
    return f"{number(part.hits)} of {number(part.trials)}, taken as {100 * part.value:.0f} %"


def _deed(evidence: Evidence, counts: str, apart: Mapping[str, str]) -> str:
    by = called(evidence.actor_name, evidence.actor, apart)
    towards = f" to {called(evidence.target_name, evidence.target, apart)}" if evidence.target else ""
    doing = f"{evidence.published[:10]} {safe(evidence.kind)} by {by}{towards}"
    place = f"{safe(evidence.activity_id)} in {safe(evidence.place)}"
    return f"{doing}, {counts} {number(evidence.amount)}, {place}"


def _sum(member: MemberReport, console: Console) -> None:
    """Print how the elements make the standing; their shares of its logarithm sum exactly."""
    shares = [each for each in member.elements if each.log_share is not None]
    if member.standing is None or len(member.elements) < len(Element) or not shares:
        return
    terms = " ".join(f"{each.log_share:+.2f} {each.element}" for each in shares)
    total = sum(each.log_share or 0 for each in shares)
    console.print(Text("How they make the standing", style="bold"))
    said = f"ln(standing / 100) = {terms} = {total:+.2f}, so {member.standing.value:.1f} of 100"
    console.print(_indented(said))
    console.print()


def _supporters(support: Support | None, member: MemberReport, console: Console) -> None:
    """Print from whom most comes, and what were left without them, where that is anything else."""
    if support is None or not support.strongest or member.standing is None:
        return
    console.print(Text("From whom most comes", style="bold"))
    shares = [(each.name, f"{each.share:.0%}") for each in support.strongest]
    # Of a share that is rounded to nothing there is nothing to say.
    told = [f"{name} {share}" for name, share in shares if share != "0%"]
    names = listed(told or [name for name, _ in shares], 3)
    whole = f"{support.share:.0%}"
    if told == [f"{shares[0][0]} {whole}"]:
        names = safe(shares[0][0])
    console.print(_indented(f"{whole} of what comes from others comes from {names}."))
    if left := _left(support.without, member.standing):
        console.print(_indented(f"Without them {left}."))
    console.print()


def _left(without: Level | None, standing: Standing) -> str:
    """Return what were left without supporters; empty where it is as good as the same."""
    if without is None:
        return "too little would be left for a number"
    if abs(without.value - standing.value) < _SAME:
        return ""
    ends = f"{without.low:.1f} to {without.high:.1f}"
    return f"the standing would be {without.value:.1f} ({ends}) instead of {standing.value:.1f}"


def _join(why: Explanation, console: Console) -> None:
    """Print what joining the member's handles does: the standing with the join, and of each without."""
    if len(why.unjoined) < 2:
        return
    standing = why.member.standing
    together = f"{standing.value:.1f}" if standing else "too little for a number"
    console.print(Text("What the join does", style="bold"))
    console.print(_indented(f"With it: {together}, {safe(why.member.status.current)}. Without it:"))
    for each in why.unjoined:
        console.print(_indented(_alone(each)))
    said = f"Take a handle out of [identities] {safe(why.member.member)} to undo it."
    console.print(_indented(said))
    console.print()


def _alone(each: Unjoined) -> str:
    if not each.status:
        return f"{safe(each.handle)}: no deed that is scored"
    standing = each.standing
    said = (
        f"{standing.value:.1f} ({standing.low:.1f} to {standing.high:.1f})"
        if standing
        else "too little for a number"
    )
    return f"{safe(each.handle)}: {said}, {safe(each.status)}, {count(each.deeds, 'deed')}"


def _next_rung(why: Explanation, console: Console) -> None:
    status = why.member.status
    if status.next is None:
        console.print(Text(f"{safe(status.current)} is the highest rung.", style="bold"))
    else:
        console.print(Text(f"What {safe(status.next)} asks", style="bold"))
        console.print(_gates(status.gates))
    # What the data allows at most is the whole answer only where it is this rung that lacks elements.
    if why.next and not _lacks_elements(status):
        console.print(_indented(_way(why.next, why.member.standing)))
    if status.capped:
        console.print(_indented(safe(status.capped)))
    console.print()


def _lacks_elements(status: Status) -> bool:
    return any(each.name == "min_elements" and not each.met for each in status.gates)


def _gates(asked: Iterable[Gate]) -> Padding:
    table = Table.grid(padding=(0, 1), pad_edge=False)
    table.add_column(width=3)
    table.add_column()
    for each in asked:
        table.add_row(Text("[x]" if each.met else "[ ]"), Text(gate(each)))
    return Padding(table, (0, 0, 0, 2))


def _way(found: NextRung, now: Standing | None) -> str:
    """Return what would reach the next rung, in words."""
    if found.why_not:
        return f"Not reached from here: {safe(found.why_not)}."
    terms = [
        f"answers from {count(found.people, 'more person', 'more people')} whose word counts, answered back"
        if found.people
        else "",
        count(found.accepted, "more accepted contribution") if found.accepted else "",
        _weeks(found) if found.weeks else "",
    ]
    change = "; ".join(term for term in terms if term) or "nothing more"
    if found.standing is None:
        return f"Reached with {change}."
    least = f"at least {found.standing.low:.1f}"
    if now and found.standing.value < now.value and found.standing.low > now.low:
        least = f"surer than now: {least} instead of {now.low:.1f}"
    return f"Reached with {change}: the standing would be {found.standing.value:.1f}, {least}."


def _weeks(found: NextRung) -> str:
    said = count(found.weeks, "more active week")
    if not found.within_weeks:
        return said
    return f"{said} (those of before leave the {found.within_weeks} weeks that count)"


def _indented(text: str) -> Padding:
    return Padding(Text(text), (0, 0, 0, 2))

"""How members are called in a report: who shares a name with somebody has the end of the id behind it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile
from operator import eq
from typing import TypeVar

from rich.cells import cell_len
from rich.text import Text

from kibbutz_cli.model.remarks import Named, Outgoing
from kibbutz_cli.model.replay import StatusChange
from kibbutz_cli.model.report import CommunityReport, MemberReport
from kibbutz_cli.model.views import Explanation, Supporter
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import display

_HEAD = 3
"""Cells that stay before the end of an id in any case: two of the name and the dots."""

_DOTS = "…"


_Person = TypeVar("_Person", MemberReport, Named, StatusChange, Supporter)


def told_apart(report: CommunityReport) -> CommunityReport:
    """Return a report in which members of one name have the end of their ids behind it, wherever named."""
    advice, replay = report.advice, report.replay
    advised = dict(advice)
    changes = replay.changes if replay else []
    ends = _ends(
        [*report.members, *report.anchors, *changes, *(each for who in advised.values() for each in who)]
    )
    ends |= report.namesakes
    if not ends:
        return report
    renamed = {question: _renamed(people, ends) for question, people in advised.items()}
    changed: dict[str, object] = {"advice": advice.model_copy(update=renamed)}
    changed |= {which: _renamed(getattr(report, which), ends) for which in ("members", "anchors")}
    if replay:
        changed["replay"] = replay.model_copy(update={"changes": _renamed(changes, ends)})
    return report.model_copy(update=changed)


def supporters_apart(why: Explanation) -> Explanation:
    """Return an explanation whose supporters are told apart from all others of their names."""
    if why.support is None or not why.namesakes:
        return why
    strongest = _renamed(why.support.strongest, why.namesakes)
    return why.model_copy(update={"support": why.support.model_copy(update={"strongest": strongest})})


def called(name: str | None, member: str, ends: Mapping[str, str]) -> str:
    """Return what somebody is called: by name, with the end of the id where others have it, else by id."""
    known = (name or "").strip() or member
    return safe(f"{known} ({ends[member]})" if name and member in ends else known)


def contacts_apart(outgoing: Outgoing) -> Outgoing:
    """Return what goes out with the contacts of one name told apart by their ids."""
    named = [(contact, contact.name.strip() or contact.id) for contact in outgoing.closest]
    times = Counter(name for _, name in named)
    printed = {f"{name} ({_end(contact.id)})" for contact, name in named}
    closest = [
        contact.model_copy(
            update={"name": f"{name} ({_end(contact.id)})" if times[name] > 1 or name in printed else name}
        )
        for contact, name in named
    ]
    return outgoing.model_copy(update={"closest": closest})


def end(member: MemberReport) -> str:
    """Return what tells a member apart at the end of the name, as `` (6)``; empty where nothing does."""
    called = display(member)
    # Behind a name stands the end of the id, or where that is no help, all of it.
    ends = (f" ({safe(each)})" for each in (_end(member.member), member.member))
    return next((each for each in ends if called.endswith(each)), "")


def cut(members: Sequence[MemberReport], width: int) -> list[Text]:
    """Return the names of members cut to a width: what tells them apart, and an anchor's mark, stay.

    A name has up to half of the width, for nobody is known by the hash behind it. Different names that would
    be cut to the same are cut in the middle.
    """
    ends = [end(member) for member in members]
    telling = _telling(ends)
    found = [
        _cut(member, width, tail, min(width // 2, width - 1 - telling.get(tail, 0)))
        for member, tail in zip(members, ends, strict=True)
    ]
    alike = Counter(each.plain for each in found)
    return [
        _cut(member, width, end(member) or display(member)[-(width // 2) :], _HEAD)
        if alike[each.plain] > 1
        else each
        for member, each in zip(members, found, strict=True)
    ]


def _telling(ends: Iterable[str]) -> dict[str, int]:
    """Return how many cells at the end of each tell it from all others."""
    turned = sorted({each[::-1] for each in ends})
    alike = [sum(takewhile(bool, map(eq, *pair))) for pair in pairwise(turned)]
    return {
        each[::-1]: cell_len(each[: max(before, after) + 1])
        for each, before, after in zip(turned, [0, *alike], [*alike, 0], strict=True)
    }


def _cut(member: MemberReport, width: int, tail: str, most: int) -> Text:
    """Return a name cut to a width, with its tail; of the name before that, cells up to the most stay."""
    name, mark = Text(display(member)), "*" if member.anchor else ""
    room = width - len(mark)
    if name.cell_len <= room or not tail:
        name.truncate(room, overflow="ellipsis")
        return name.append(mark)
    last, head = Text(tail), Text(display(member)[: -len(tail)])
    kept = max(_HEAD, min(head.cell_len, most))
    while last.cell_len > max(room - kept, 1):
        last = last[1:]
    head.truncate(max(room - last.cell_len - 1, 0))
    return (head + Text(_DOTS) + last).append(mark)


def _end(member: str) -> str:
    return member.partition(":")[2] or member


def _ends(people: Iterable[MemberReport | Named | StatusChange]) -> dict[str, str]:
    """Return the ends of the ids of those people who have one name, by id."""
    called = {(each.member, each.name.strip()) for each in people if each.name.strip()}
    times = Counter(name for _, name in called)
    return {member: _end(member) for member, name in called if times[name] > 1}


def _renamed(people: Iterable[_Person], ends: Mapping[str, str]) -> list[_Person]:
    return [
        one.model_copy(update={"name": f"{one.name.strip()} ({ends[one.member]})"})
        if one.member in ends
        else one
        for one in people
    ]

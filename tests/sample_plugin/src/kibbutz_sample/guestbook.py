"""Guestbooks: text files with one entry a line, ``2024-05-01 10:00 | anna | to ben | text``.

An entry to somebody is a reply, any other a post. Times are UTC, to the minute.
A guestbook gives no ids: the line is its own, so that a page copied twice counts once.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from kibbutz_cli.model.activity import (
    EPOCH,
    Activity,
    Coverage,
    Kind,
    Origin,
    Outcome,
    Rejection,
    RejectionCode,
)
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget

ABOUT = About(
    name="guestbook",
    title="Guestbook",
    files="a text file with lines such as 2024-05-01 10:00 | anna | to ben | text",
    coverage=Coverage.COMMUNITY,
    loses="Nothing: a guestbook holds what people wrote into it.",
    how="Type it up.",
)

CELLS = 4
WHEN = "%Y-%m-%d %H:%M"


def probe(tree: Tree) -> Probe:
    """Return how sure it is that the input is a guestbook: its first entry is one."""
    if not tree.single:
        return NOT_MINE
    head = tree.head(tree.names()[0]).decode("utf-8", errors="replace")
    first = next((line for line in head.splitlines() if _is_entry(line)), "")
    return Probe(80, "an entry of a guestbook") if _moment(_cells(first)[0]) else NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome an entry."""
    (name,) = tree.names()
    origin = Origin(path=tree.path, reader=ABOUT.name, coverage=ABOUT.coverage)
    limit = budget.limits.line_bytes
    with tree.open(name) as stream:
        for position, line in enumerate(iter(lambda: stream.readline(limit), b""), start=1):
            text = line.decode("utf-8", errors="replace").strip()
            if _is_entry(text):
                budget.record()
                yield _outcome(text, origin, position)


def _outcome(text: str, origin: Origin, position: int) -> Outcome:
    def rejected(code: RejectionCode, reason: str) -> Rejection:
        return Rejection(origin=origin, position=position, code=code, reason=reason)

    cells = _cells(text)
    if len(cells) != CELLS:
        return rejected(RejectionCode.MALFORMED, f"{len(cells)} cells: expected WHEN | WHO | to WHOM | TEXT")
    when, who, whom, words = cells
    moment = _moment(when)
    if moment is None:
        return rejected(RejectionCode.BAD_TIME, f"{when!r}: expected a time such as 2024-05-01 10:00")
    if not who:
        return rejected(RejectionCode.NO_ACTOR, "expected who wrote it in the second cell")
    target = whom.removeprefix("to ").strip()
    return Activity(
        activity_id=hashlib.sha256(text.encode()).hexdigest(),
        platform=ABOUT.name,
        actor=f"{ABOUT.name}:{who}",
        actor_name=who,
        kind=Kind.REPLY if target else Kind.POST,
        target=f"{ABOUT.name}:{target}" if target else None,
        ts_us=(moment - EPOCH) // timedelta(microseconds=1),
        text_len=len(words),
        origin=origin,
        position=position,
    )


def _is_entry(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|", CELLS - 1)]


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, WHEN).replace(tzinfo=UTC)
    except ValueError:
        return None

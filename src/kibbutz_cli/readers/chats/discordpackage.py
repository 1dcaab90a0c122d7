"""The package of its own data that Discord gives an account: what it wrote, channel by channel."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import (
    Activity,
    Coverage,
    IgnoredReason,
    Kind,
    Origin,
    Outcome,
    Rejection,
    RejectionCode,
)
from kibbutz_cli.readers.base import About, Tree, fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.discordmessages import MENTIONED, PLATFORM, moment, words
from kibbutz_cli.readers.chats.rooms import Member, Place, told
from kibbutz_cli.readers.files.heads import BOM, opening
from kibbutz_cli.readers.files.sources import truncated
from kibbutz_cli.readers.identity import public
from kibbutz_cli.readers.parsing.celltable import CellTable
from kibbutz_cli.readers.parsing.jsonstream import items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

USER, CHANNEL = "user.json", "channel.json"

PRIVATE = frozenset({"DM", "GROUP_DM", "PRIVATE_THREAD", "1", "3", "12"})
"""The types of channels that are nobody else's business."""

FIELDS = fields("ID Timestamp Contents Attachments")
"""The fields of a message, in a table or in JSON."""

CHANNEL_FIELDS = fields("id type name guild recipients")

_MESSAGES = pattern(r"(?:.*/)?c?\d{15,20}/messages\.(?:json|csv)")
_TABLE = pattern(rb"ID,Timestamp,Contents\b")
_OBJECT = pattern(rb'\[\s*(?:\]|\{\s*"(?:ID|Timestamp|Contents)"\s*:)')


class Owner(NamedTuple):
    """Whose package it is, and the server whose channel is read; none where that is private."""

    member: Member
    server: str


def packed(tree: Tree) -> list[str]:
    """Return the entries with the messages of a package."""
    if tree.single:
        return []
    return [name for name in tree.names() if _MESSAGES.fullmatch(name) and _is_ours(opening(tree, name))]


def outcomes(tree: Tree, names: list[str], about: About, budget: Budget) -> Iterator[Outcome]:
    """Yield what the messages of a package are, and whom they mention.

    Raises:
        InputError: The package does not tell whose it is, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    member = _owner(tree, about, budget)
    present = set(tree.names())
    alone = about._replace(coverage=Coverage.SINGLE)
    for name in names:
        beside = name.rpartition("/")[0] + "/" + CHANNEL
        channel = _object(tree, beside, about, budget) if beside in present else {}
        budget.expects(CHANNEL_FIELDS, channel, "channel")
        owner = Owner(member, _server(channel))
        origin = alone.origin(tree, name)
        for position, value in _values(tree, name, origin, budget):
            budget.record()
            if isinstance(value, Rejection):
                yield value
            else:
                yield from _message(fields_of(value), owner, Record(origin, position), budget)


def _is_ours(head: bytes) -> bool:
    return bool(_TABLE.match(head) or _OBJECT.match(head))


def _owner(tree: Tree, about: About, budget: Budget) -> Member:
    for name in tree.names():
        if name.rpartition("/")[2] == USER:
            user = _object(tree, name, about, budget)
            if own := text_of(user.get("id")):
                shown = text_of(user.get("global_name")) or text_of(user.get("username"))
                return Member(f"{PLATFORM}:{own}", public(shown))
    raise InputError(
        f"{tree.path}: no {USER}: expected the folder of the account beside that of the messages",
        "give the whole package, as Discord sends it",
    )


def _server(channel: Fields) -> str:
    """Return the server of a channel; none where it is private, or of no server that is told."""
    if text_of(channel.get("type")) in PRIVATE:
        return ""
    return text_of(fields_of(channel.get("guild")).get("name"))


def _object(tree: Tree, name: str, about: About, budget: Budget) -> Fields:
    with tree.open(name) as stream:
        text = stream.read(budget.limits.line_bytes)
    try:
        return fields_of(from_json(text.removeprefix(BOM)))
    except ValueError as exc:
        place = about.origin(tree, name).place(0)
        raise InputError(f"{place}: not JSON: {exc}: expected an object", "download it again") from exc


def _values(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[tuple[int, object]]:
    """Yield the messages of a file with their places, or why one is set aside."""
    if not name.endswith(".csv"):
        with tree.open(name) as stream:
            for number, found in enumerate(items(stream, origin, budget), start=1):
                yield number, found if isinstance(found, Rejection) else found.value
        return
    header: list[str] = []
    line, short = 0, False
    for line, row in CellTable(tree.open(name), origin, budget.limits.line_bytes).rows():
        if not header:
            header = [] if isinstance(row, str) else row
            continue
        cells = [] if isinstance(row, str) else row
        short = len(cells) < len(header)
        yield line, dict(zip(header, cells, strict=False))
    if short:
        raise truncated(origin.place(line), "table: its last row has too few cells")


def _message(message: Fields, owner: Owner, record: Record, budget: Budget) -> Iterator[Outcome]:
    if not owner.server:
        yield record.ignored(IgnoredReason.PRIVATE)
        return
    budget.expects(FIELDS, message)
    own, content = text_of(message.get("ID")), text_of(message.get("Contents"))
    if not own:
        yield record.rejected(RejectionCode.NO_ID, "ID: expected the message's number")
        return
    sent = moment(message.get("Timestamp"))
    if sent is None or sent[0] is None:
        yield record.rejected(RejectionCode.BAD_TIME, "Timestamp: expected an ISO 8601 time")
        return
    text = words(content)
    deed = told(
        record,
        owner.member,
        sent,
        Place(Kind.POST, None, None, own),
        activity_id=own,
        platform=PLATFORM,
        community=owner.server,
        text_len=len(text),
        text_print=print_of(text),
    )
    yield deed
    if isinstance(deed, Activity) and "<@" in content:
        yield from mentions(deed, {f"{PLATFORM}:{user}": "" for user in MENTIONED.findall(content)})

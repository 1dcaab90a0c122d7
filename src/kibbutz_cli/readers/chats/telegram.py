"""Telegram chats as Telegram Desktop exports them: messages, replies, forwards, reactions, joins and leaves.

Read is ``result.json`` of one chat, or of a whole account; and what ``getUpdates`` of the bot interface gave,
of which programs and later edits are left out. Personal chats, chats with bots and saved messages are
private, and so is a chat whose type does not stand before its messages. A group or channel without a public
name is read where it was exported by itself; in the export of an account it is private too. The messages of
private chats are counted and left out.

A person is ``telegram:userID``, a channel ``telegram:channelID``; the plain numbers of old exports are turned
into these. A message is ``CHAT-ID/NUMBER``. A deleted account without an id is left out, and so are notices
but joins and leaves of the one who acts: who else was added or removed is told by name only. ``@name`` tells
nobody's id; a mention of somebody without such a name does, and is read; a message that begins with one is a
reply to what that person last wrote, if that was within the hour.

A forward is a reshare, whose words are not the sender's. Messages of one person within seven minutes, with
nobody's between them, are one turn and open one conversation. A reaction is a like (thumbs down: a dislike),
one a person, where the export names the most recent givers; the others are only counted. Times are those of
``date_unixtime``; older exports have local times without a zone, which are taken as UTC.
"""

import re
from collections.abc import Iterator

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Ignored, IgnoredReason, Origin, Outcome, Rejection
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.telegramescapes import mended
from kibbutz_cli.readers.chats.telegrammessages import Chat, Messages
from kibbutz_cli.readers.chats.telegramupdates import Updates, is_updates_head
from kibbutz_cli.readers.files.heads import BOM, by_ending, opening
from kibbutz_cli.readers.parsing.jsonfile import first_fields
from kibbutz_cli.readers.parsing.jsonstream import Item, items, nested
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="telegram",
    title="Telegram chat export (result.json)",
    files="ChatExport_DATE/result.json, DataExport_DATE/result.json, or the file alone",
    coverage=Coverage.COMMUNITY,
    loses="Personal chats, who reads, most givers of reactions, and whom @name means.",
    how="In Telegram Desktop: open the group > ⋮ > Export chat history > Format: JSON > Export.",
)

PUBLIC = frozenset({"public_supergroup", "public_channel"})
GROUPS = frozenset({"private_group", "private_supergroup", "private_channel"})
PERSONAL = frozenset({"personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes"})

MESSAGES = "messages"
"""What a chat calls its array of messages."""

KINDS = frozenset({"message", "service", "unsupported"})
"""The types of messages."""

_DATE = pattern(r"\d{4}-\d\d-\d\dT\d\d:")
_TYPE = pattern(rb'"type"\s*:\s*"(\w+)"')
_BRACES = pattern(rb'"(?:[^"\\]|\\.)*+"|[{}]', re.DOTALL)
"""The braces of a document, and its texts, whose braces are none."""

_MESSAGES = pattern(rb'"messages"\s*:\s*\[')
_CHATS = pattern(rb'"(?:chats|left_chats)"\s*:\s*\{')
_ACCOUNT = pattern(rb'"personal_information"\s*:\s*\{\s*"user_id"|"contacts"\s*:\s*\{\s*"about"')
"""What an account's export has before its chats, which begin far behind where there are many contacts."""


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is an export of Telegram Desktop."""
    for name in by_ending(tree, ".json"):
        if _is_telegram(tree, name):
            return Probe(94, "a Telegram chat and its messages")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the messages of every chat, each with its mentions and reactions beside it.

    Raises:
        InputError: There is no chat, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = [name for name in by_ending(tree, ".json") if _is_telegram(tree, name)]
    if not names:
        raise InputError(f"{tree.path}: no chat: expected result.json of Telegram Desktop", ABOUT.how)
    for name in names:
        origin = ABOUT.origin(tree, name)
        if is_updates_head(opening(tree, name)):
            with tree.open(name) as stream:
                found = items(stream, origin, budget, key="result")
                yield from _outcomes(Updates(), found, origin, budget)
        else:
            yield from _export(tree, name, origin, budget)


def _export(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[Outcome]:
    is_account, ended = False, list[Chat]()
    with tree.open(name) as stream:
        for number, (before, found) in enumerate(nested(mended(stream), origin, budget, MESSAGES)):
            is_account = is_account or _CHATS.search(before) is not None
            chat = _chat(before)
            if number == 0 and not chat.kind:
                ended = _ended(tree, name, origin, budget)
            chat = ended[number] if number < len(ended) else chat
            if chat.kind in PUBLIC or (chat.kind in GROUPS and not is_account):
                yield from _outcomes(Messages(chat), found, origin, budget)
            else:
                yield from _private(found, origin, budget)


def _ended(tree: Tree, name: str, origin: Origin, budget: Budget) -> list[Chat]:
    """Return the chats of a file whose fields a program sorted: name and type stand behind the messages."""
    chats, before = list[Chat](), b""
    with tree.open(name) as stream:
        for after, found in nested(mended(stream), origin, budget, MESSAGES):
            if before:
                chats.append(_chat(before, after))
            for _ in found:
                pass
            before = after
    budget.again()
    return chats


def _is_telegram(tree: Tree, name: str) -> bool:
    head = opening(tree, name)
    if not head.startswith(b"{"):
        return False
    is_account = b'"about"' in head and (_CHATS.search(head) or _ACCOUNT.search(head))
    if is_account or is_updates_head(head):
        return True
    start = _MESSAGES.search(head)
    if start is None:
        return False
    kind = _TYPE.search(head, 0, start.start())
    return kind[1].decode() in PUBLIC | GROUPS | PERSONAL if kind else _is_sorted(first_fields(head))


def _is_sorted(chat: Fields) -> bool:
    """Return whether a document is a chat whose type, if it is in hand at all, stands behind its messages."""
    told = "type" not in chat or text_of(chat["type"]) in PUBLIC | GROUPS | PERSONAL
    if "id" not in chat or not told:
        return False
    for message in map(fields_of, list_of(chat.get(MESSAGES))):
        if message.get("type") in KINDS and "text" in message and _DATE.match(text_of(message.get("date"))):
            return True
    return False


def _chat(before: bytes, after: bytes = b"]}") -> Chat:
    """Return the chat whose messages follow, by what its own object has before them, and after them.

    Where programs sorted the fields, what lies before has neither the name nor the type: those are of the
    chat before.
    """
    opened = [0]
    for brace in _BRACES.finditer(before):
        if brace[0] == b"{":
            opened.append(brace.start())
        elif brace[0] == b"}" and len(opened) > 1:
            opened.pop()
    try:
        told = fields_of(from_json(before[opened[-1] :].removeprefix(BOM) + _closing(after)))
    except ValueError:
        told = {}
    return Chat(*(text_of(told.get(key)) for key in ("id", "name", "type")))


def _closing(after: bytes) -> bytes:
    """Return what of the bytes behind an array is still of the object it stands in."""
    depth = 0
    for brace in _BRACES.finditer(after):
        depth += (brace[0] == b"{") - (brace[0] == b"}")
        if depth < 0:
            return after[: brace.end()]
    return after


def _outcomes(
    messages: Messages | Updates, found: Iterator[Item | Rejection], origin: Origin, budget: Budget
) -> Iterator[Outcome]:
    for each in found:
        if isinstance(each, Rejection):
            budget.record()
            yield each
        else:
            yield from messages.outcomes(each.value, Record(origin, each.position), budget)


def _private(found: Iterator[Item | Rejection], origin: Origin, budget: Budget) -> Iterator[Outcome]:
    for position, _ in enumerate(found, start=1):
        budget.record()
        yield Ignored(origin=origin, position=position, reason=IgnoredReason.PRIVATE)

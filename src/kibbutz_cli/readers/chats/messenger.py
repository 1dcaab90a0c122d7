"""Messenger and Instagram: messages and reactions of group chats, from a download of one's information.

Chats are private by nature. What is read are group chats of three people or more: each is a community of its
own. A chat of two is private: its messages are not looked into, and are counted as left out. So are those of
message requests and filtered threads, which nobody agreed to.

Nobody has an id in these files, but the name that is shown. A person is therefore ``messenger:NAME@CHAT``:
the same name in another chat is another person, and two people of one name in one chat are one. The chat
is the name of its folder, which has its number in it.

A reaction is the deed of whom it names, towards the author of the message: a like (thumbs down: a dislike),
one a person. Only newer downloads tell when it was given: in older ones it is placed at the message's own
moment. A name behind an ``@`` is a mention. Whom a message answers is not told: messages of one person within
seven minutes, with nobody's between them, are one turn of at most 200, and open one conversation. Calls, what
was unsent or taken down, and what the program itself said are left out; the last is known in English only.
Texts are mended where the download wrote the bytes of UTF-8 as if each were a character.
"""

from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Outcome, Rejection
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.messengerchat import PARTICIPANT_FIELDS, Chat
from kibbutz_cli.readers.files.heads import by_ending, file_name, head_of, is_json, spelt
from kibbutz_cli.readers.parsing.jsontables import Row, rows
from kibbutz_cli.readers.parsing.jsonvalues import fields_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="messenger",
    title="Messenger or Instagram messages",
    files="messages/inbox/CHAT/message_1.json and its sisters in a download; CHAT.json; also as a zip",
    coverage=Coverage.COMMUNITY,
    loses="Ids of people, whom a message answers, and who has read it; chats of two are never read.",
    how="Settings > Accounts Center > Your information and permissions > Export your information, as JSON; "
    "encrypted chats: Privacy & safety > End-to-end encrypted chats > Message storage > "
    "Download secure storage data.",
)

TABLES = frozenset({"participants", "messages"})
TEXTS = frozenset({"thread_path", "thread_type", "threadName", "title"})

_PARTICIPANTS = pattern(rb'"participants"\s*:\s*\[')
_MESSAGES = pattern(rb'"messages"\s*:\s*\[\s*(?:\]|\{)')
_FIELDS = pattern(rb'"(?:timestamp_ms|senderName|thread_path|threadName)"\s*:')


def probe(tree: Tree) -> Probe:
    """Return how sure we are that there is a chat of Messenger or Instagram in the input."""
    if _chats(tree):
        return Probe(95 if tree.single else 90, "participants and messages")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome a message, chat after chat, and the reactions and mentions beside it.

    Raises:
        InputError: There is no chat, or a file is truncated or damaged.
        LimitError: A limit of the budget is passed.
    """
    chats = _chats(tree) or ({"": tree.names()} if tree.single else {})
    if not chats:
        raise InputError(f"{tree.path}: no message_1.json: expected a download of messages", ABOUT.how)
    for folder, names in chats.items():
        yield from _chat(tree, folder, names, budget)


def _chats(tree: Tree) -> dict[str, list[str]]:
    """Return the files of each chat: ``message_N.json`` of one folder, or one file of another name."""
    chats: dict[str, list[str]] = {}
    for name in by_ending(tree, ".json"):
        if _is_own(head_of(tree, name)):
            folder, _, file = name.rpartition("/")
            chats.setdefault(folder if file.startswith("message_") else name, []).append(name)
    return chats


def _is_own(head: bytes) -> bool:
    return is_json(head) and bool(
        _PARTICIPANTS.search(head) and _MESSAGES.search(head) and _FIELDS.search(head)
    )


def _chat(tree: Tree, folder: str, names: list[str], budget: Budget) -> Iterator[Outcome]:
    """Yield what the messages of a chat are; all are read once before, to know how many people it has."""
    chat = Chat((file_name(names[0]) or ABOUT.name).removesuffix(".json"))
    apart = Budget(budget.limits, budget.path)
    for name in names:
        for row in _rows(tree, name, apart):
            if not isinstance(row.value, Rejection):
                chat.meet(row.table, row.value)
    shelf, _, own = spelt(folder).rpartition("/")
    chat.settle(own if folder not in names else "", shelf.rpartition("/")[2])
    for name in names:
        origin = ABOUT.origin(tree, name)
        for row in _rows(tree, name, budget):
            if row.table == "participants":
                budget.expects(PARTICIPANT_FIELDS, fields_of(row.value), "participants")
            if row.table != "messages":
                continue
            budget.record()
            if isinstance(row.value, Rejection):
                yield row.value
            else:
                yield from chat.outcomes(row.value, Record(origin, row.position), budget)
    yield from chat.rest(budget)


def _rows(tree: Tree, name: str, budget: Budget) -> Iterator[Row]:
    with tree.open(name) as stream:
        yield from rows(stream, ABOUT.origin(tree, name), budget, TABLES, TEXTS)

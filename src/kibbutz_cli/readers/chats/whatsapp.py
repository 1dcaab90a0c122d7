"""WhatsApp: the messages of a group chat, from its export as text.

Chats are private by nature. What is read are group chats in which three people or more wrote: each is a
community of its own. A chat of two is private: its messages are not looked into, and are counted as left out.

Nobody has an id in these files, but the name in the phone that wrote them. A person is therefore
``whatsapp:NAME@CHAT``: the same name in another chat is another person, and two people of one name in one
chat are one. Who is in no address book is shown by a number: it is not kept, only its hash.
The chat is called like its file, or like the zip or folder that has ``_chat.txt`` in it.

Dates are read in every usual order, with 12 hours or 24, the time before them or behind, in years of the
Gregorian or the Buddhist calendar or of Japan's eras; they are the phone's own, whose zone is not told. Which
of day and month comes first is told by the dates themselves; where both would do, the report says so, and the
month is first only where the hours are told as in America, with AM and PM. A year of two digits is first
where all dates are dates then, and far fewer days lie between them. All messages begin in the style of the
first: one that somebody pasted from another telephone is their words. A mention is a number behind an
``@``, or a name there between the marks U+2068 and U+2069, as the phone writes it. Whom a message answers,
and reactions, are not in the file. A picture is a message without words; who sends nothing else, or only
polls, is of the group too. Deleted messages, calls and what the program itself said are left out, and so is
Meta AI, which is nobody in a chat. Messages of one person within seven minutes, with nobody's between them,
are one turn of at most 200, and open one conversation.
"""

import re
from collections.abc import Iterator

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Coverage, Outcome, RejectionCode
from kibbutz_cli.readers.base import AMONG_OTHERS, NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.whatsappchat import Chat
from kibbutz_cli.readers.chats.whatsapplines import MARKS, Line, Stray, begins, messages
from kibbutz_cli.readers.files.entries import unpacked_name
from kibbutz_cli.readers.files.heads import by_ending, head_of, located, spelt, to_read
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="whatsapp",
    title="WhatsApp chat",
    files="WhatsApp Chat with NAME.txt; a zip or folder with _chat.txt",
    coverage=Coverage.COMMUNITY,
    loses="Ids of people, the zone of times, replies, reactions, who only reads, and all chats of two.",
    how="Open the group > its name > Export chat > Without media.",
)

ENDING = ".txt"
SAMPLE = 40
"""Lines at the beginning of a file that are looked at to know it."""

ASSUMED = "order of day and month assumed"

_TITLE = pattern(
    r"(?:whatsapp[ -]chat (?:with|mit|-) |chat de whatsapp (?:con|com) |chat whatsapp con "
    r"|conversa do whatsapp com |conversaci\u00f3n de whatsapp con |discussion whatsapp avec )",
    re.IGNORECASE,
)


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a chat of WhatsApp, and less where most of it is not."""
    likely = by_ending(tree, ENDING)
    found = sum(1 for name in likely if _is_own(head_of(tree, name)))
    if not found:
        return NOT_MINE
    sure = 90 if 2 * found >= len(likely) else AMONG_OTHERS
    return Probe(sure, "messages that begin with a date and a name")


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome a message, chat after chat, and the mentions beside it.

    Raises:
        InputError: There is no chat.
        LimitError: A line is longer than the limits allow.
    """
    own = [name for name in by_ending(tree, ENDING) if _is_own(head_of(tree, name))]
    for name in to_read(tree, own, ABOUT, "no chat: expected messages that begin with a date"):
        yield from _chat(tree, name, budget)


def _is_own(head: bytes) -> bool:
    """Return whether a file begins with a message, and some later line that is one names somebody."""
    lines = head[:16384].decode("utf-8", "replace").splitlines()[:SAMPLE]
    lines = [line for line in lines if line.strip(MARKS + " ")]
    if not lines or not begins(lines[0]):
        return False
    return any(isinstance(found, Line) and found.sender for found in messages(lines))


def _chat(tree: Tree, name: str, budget: Budget) -> Iterator[Outcome]:
    """Yield what the messages of a chat are; it is read once before, to know its people and dates."""
    chat = Chat(_title(tree, name))
    for line in _messages(tree, name, Budget(budget.limits, budget.path)):
        if isinstance(line, Line):
            chat.meet(line)
    if not chat.met:
        raise InputError(
            f"{ABOUT.origin(tree, name).place(0)}: no message: expected a chat of WhatsApp", ABOUT.how
        )
    if chat.is_group and not chat.order.is_certain:
        budget.repaired(ASSUMED)
    origin = ABOUT.origin(tree, name)
    for line in _messages(tree, name, budget):
        budget.record()
        record = Record(origin, line.number)
        if isinstance(line, Stray):
            yield record.rejected(RejectionCode.MALFORMED, "text before the first message: expected a date")
        else:
            yield from chat.outcomes(line, record, budget)
    yield from chat.rest(budget)


def _messages(tree: Tree, name: str, budget: Budget) -> Iterator[Line | Stray]:
    return messages(_lines(tree, name, budget))


def _lines(tree: Tree, name: str, budget: Budget) -> Iterator[str]:
    limit = budget.limits.line_bytes
    with tree.open(name) as stream:
        while line := stream.readline(limit + 1):
            if len(line) > limit:
                hint = "if you trust this file, raise the limit with --limit line_bytes=N"
                raise LimitError(
                    f"{ABOUT.origin(tree, name).place(0)}: a line of more than {limit:,} bytes", hint
                )
            yield line.decode("utf-8", "replace")


def _title(tree: Tree, name: str) -> str:
    """Return what a chat is called."""
    *folders, file = f"{located(tree.path)}/{spelt(name)}".split("/")
    if tree.single:
        folders = folders[:-1]
    if file.lower() == "_chat.txt" and folders:
        file = unpacked_name(folders[-1])
    stem = file[: -len(ENDING)] if file.lower().endswith(ENDING) else file
    return _TITLE.sub("", stem, count=1).strip(" -") or ABOUT.name

"""Discord channels as DiscordChatExporter writes them to JSON: messages, replies, forwards, reactions, joins.

A file is a channel, or a part of one (``[part 2]``); a folder or zip of them is a server. Where the newest
message is first, as ``--reverse`` exports it, all is read from the last to the first. Direct messages, those
of groups too, and private threads are not read: their messages are counted as private. Read are also the
messages of a channel as Discord's own interface gives them, which do not tell whether it is private, in the
order of time, whichever way their pages are numbered; and the package of its data that an account asks
Discord for: the account's own words in channels of servers, without what they answer: each opens a
conversation, and a channel that names no server is private.

A person is ``discord:USER-ID``, a message is its own id. Bots are left out, and so are notices. ``Deleted
User``, as accounts deleted before 2023 are called, is nobody, be it that it writes, reacts or is mentioned:
many have one id. Those deleted since then keep an id of their own, and are members as others are. Roles have
the names that the server gave them: one called like owner, admin or moderator is that, else it is the
highest. A reply names what it answers, a forward is a reshare; messages in a public thread or below a forum's
post answer what opened it. Messages of one person within seven minutes, with nobody's between them, are one
turn and open one conversation. A message that begins with a mention is a reply to what that person last wrote
there, if that was within the hour.

A reaction is a like (thumbs down: a dislike), one a person, placed at the message's own moment, since
nothing tells when it was given. Older files, and the interface, count reactions without naming anybody.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Outcome, Rejection
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree, fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats import discordapi, discordpackage
from kibbutz_cli.readers.chats.chatpages import in_order, is_backwards
from kibbutz_cli.readers.chats.discordmessages import Channel, Messages, sent_us
from kibbutz_cli.readers.chats.discordpackage import packed
from kibbutz_cli.readers.files.heads import BOM, by_ending
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="discord",
    title="Discord channels (DiscordChatExporter JSON)",
    files="SERVER - CATEGORY - CHANNEL [ID].json, a folder or zip of many; an account's package.zip",
    coverage=Coverage.COMMUNITY,
    loses="Direct messages, who reads, deleted messages, and when a reaction was given.",
    how="In DiscordChatExporter: choose the channels > Export > Format: JSON; or exportguild -f Json.",
)

DIRECT = "0"
"""The guild of direct messages."""

PRIVATE = frozenset({"GuildPrivateThread", "1", "3", "12"})
THREADS = frozenset({"GuildPublicThread", "GuildNewsThread", "10", "11"})
"""The types of channels, by name or by Discord's own number where the program has no name for it."""

GUILD_FIELDS = fields("id name iconUrl")
CHANNEL_FIELDS = fields("id type categoryId category name topic iconUrl")

_MESSAGES = pattern(rb'"messages"\s*:\s*\[')
_PART = pattern(r"\[part (\d+)\]")


class File(NamedTuple):
    """A file of a channel's messages; a channel's parts are sorted by their number."""

    channel_id: str
    part: int
    name: str
    channel: Channel


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is channels of Discord, in one of three layouts."""
    for name in by_ending(tree, ".json"):
        if _before(tree, name):
            return Probe(95, "a guild, a channel and its messages")
    if packed(tree):
        return Probe(94, "messages with ID, Timestamp and Contents in folders of channels")
    return Probe(90, "messages with channel_id, author and content") if discordapi.pages(tree) else NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the messages of every channel, each with its mentions and reactions beside it.

    Raises:
        InputError: There is no channel, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    files, own, pages = sorted(_files(tree, budget)), packed(tree), discordapi.pages(tree)
    if not files and not own and not pages:
        raise InputError(f"{tree.path}: no guild and channel: expected DiscordChatExporter's JSON", ABOUT.how)
    yield from discordpackage.outcomes(tree, own, ABOUT, budget) if own else ()
    yield from discordapi.outcomes(tree, pages, ABOUT, budget)
    yield from _exported(tree, files, budget)


def _exported(tree: Tree, files: list[File], budget: Budget) -> Iterator[Outcome]:
    for _, parts in groupby(files, key=lambda file: file.channel_id):
        channel = list(parts)
        if len(channel) > 1 and is_backwards(_all(tree, channel, budget), sent_us):
            channel.reverse()
        messages = Messages(channel[0].channel)
        for file in channel:
            yield from _told(tree, file, messages, budget)


def _told(tree: Tree, file: File, messages: Messages, budget: Budget) -> Iterator[Outcome]:
    origin = ABOUT.origin(tree, file.name)
    for found in in_order(_all(tree, [file], budget), sent_us):
        if isinstance(found, Rejection):
            budget.record()
            yield found
        else:
            yield from messages.outcomes(found.value, Record(origin, found.position), budget)


def _all(tree: Tree, files: list[File], budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the messages of some files as they stand there."""
    for file in files:
        with tree.open(file.name) as stream:
            yield from items(stream, ABOUT.origin(tree, file.name), budget, key="messages")


def _files(tree: Tree, budget: Budget) -> Iterator[File]:
    for name in by_ending(tree, ".json"):
        if before := _before(tree, name):
            channel = _channel(before, budget)
            found = _PART.search(name)
            yield File(channel.channel_id, int(found[1]) if found else 1, name, channel)


def _before(tree: Tree, name: str) -> Fields:
    """Return what stands before a file's messages; nothing if that tells of no guild and channel."""
    try:
        head = tree.head(name)
    except InputError:
        return {}
    # A program that sorts the fields puts the channel, whatever its topic, before the guild.
    found = _MESSAGES.search(head)
    if found is None or head.find(b'"guild"', 0, found.start()) < 0:
        return {}
    try:
        document = fields_of(from_json(head[: found.end()].removeprefix(BOM) + b"]}"))
    except ValueError:
        return {}
    channel = fields_of(document.get("channel"))
    return document if "guild" in document and text_of(channel.get("id")) and "type" in channel else {}


def _channel(document: Fields, budget: Budget) -> Channel:
    guild, channel = fields_of(document.get("guild")), fields_of(document.get("channel"))
    budget.expects(GUILD_FIELDS, guild, "guild")
    budget.expects(CHANNEL_FIELDS, channel, "channel")
    kind = text_of(channel.get("type"))
    private = kind.startswith("Direct") or kind in PRIVATE or text_of(guild.get("id")) == DIRECT
    return Channel(text_of(channel.get("id")), text_of(guild.get("name")), private, kind in THREADS)

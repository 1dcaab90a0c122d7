"""Slack workspaces: messages, threads, reactions, joins and leaves of the public channels.

Read are the export that Slack gives (zip or folder), one channel's folder of it, one day's file, the dumps
and archives (``CHANNEL.json``, ``CHANNEL.json.gz``, a thread's ``CHANNEL-TS.json``) that slackdump writes,
the data of slack-archive (``CHANNEL.json`` too), and logs of its real time interface, one event a line. The
pages of an archive have the newest message first, and so has slack-archive: they are put in order. Private
channels, group and direct messages are not read: where they lie in the export, their messages are counted as
private. So is what is said of a file (``FC:FILE-ID:TITLE``), unless ``canvases.json`` shows the file to
everybody. A channel that nothing lists is private if its id or its name is like that of a direct message, of
one of a group or of a private group, else public.

A person is ``slack:USER-ID``, a message ``CHANNEL-ID/TS``. Owners and admins are told by ``users.json``;
programs are left out, and so are notices. A message in a thread is a reply to the thread's first; one also
sent to the channel counts once. Messages of one person within seven minutes, with nobody's between them, are
one turn and open one conversation. A message that begins with a mention is a reply to what that person last
wrote there, if that was within the hour.

A reaction is a like (thumbs down: a dislike), one a person. An export does not tell when it was given: it is
placed at the message's own moment. Deleted messages are left out; an edited one is read as it is now.

In a log, what was edited, deleted or taken back later is so from the start, and the events that say so are
counted as the platform's own. A reaction has its own moment there. A log tells of people by their ids: the
``users.json`` and ``channels.json`` of an export, put beside it, name them.

To suggest identities, the hashes of the e-mail addresses in ``users.json`` are compared.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.chatpages import in_order
from kibbutz_cli.readers.chats.slackchunks import CHUNKS, chunks, foreseen
from kibbutz_cli.readers.chats.slackevents import happened, is_log, logs
from kibbutz_cli.readers.chats.slackmessages import Messages, stamped
from kibbutz_cli.readers.chats.slackworkspace import (
    LISTS,
    Channel,
    Workspace,
    accounts,
    workspace_of,
)
from kibbutz_cli.readers.files.heads import file_name, is_json, located, opening
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonfile import first_fields
from kibbutz_cli.readers.parsing.jsonstream import items
from kibbutz_cli.readers.parsing.jsonvalues import fields_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="slack",
    title="Slack workspace export",
    files="NAME Slack export DATES.zip with channels.json, users.json, CHANNEL/DATE.json; logs of events",
    coverage=Coverage.COMMUNITY,
    loses="Private channels and direct messages, who reads, and when a reaction was given.",
    how="As an owner or admin: Workspace settings > Import/export data > Export > Start export.",
)

MESSAGES = "messages"
"""What dumps call their array of messages."""

_DAY = pattern(r"(?:(?P<root>(?:.*/)?)(?P<channel>[^/]+)/)?\d{4}-\d\d-\d\d\.json")
_DUMP = pattern(r"(?P<root>(?:.*/)?)[CDG][A-Z0-9]{6,}(?:-\d+\.\d+)?\.json")
"""A channel, or one thread of it, called by its first message's time."""

_TS = pattern(rb'"ts"\s*:\s*"\d{9,10}\.\d{6}"')
_MESSAGE = pattern(rb'"type"\s*:\s*"message"')
_CHUNK = pattern(rb'\{\s*"t"\s*:\s*\d')
_ARRAY = pattern(rb'"messages"\s*:\s*\[')
_DATE = pattern(r"\d{4}-\d\d-\d\d\.")


class Part(NamedTuple):
    """A file of messages: its workspace's folder, its channel's folder, and the array's name in it."""

    root: str
    channel: str
    name: str
    key: str


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is an export of a Slack workspace."""
    listed = {name.rpartition("/")[2] for name in tree.names()} & set(LISTS)
    for part in _parts(tree):
        if _key(opening(tree, part.name)) is not None:
            if listed and not tree.single:
                return Probe(96, f"{min(listed)} beside days of messages")
            return Probe(88, "messages with Slack's timestamps")
    return Probe(88, "events with Slack's timestamps") if logs(tree) else NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the messages of every channel, each with its mentions and reactions beside it.

    Raises:
        InputError: There are no files of messages, or one is truncated.
        LimitError: A limit of the budget is passed.
    """
    parts, told = _parts(tree), _by_folder(logs(tree))
    if not parts and not told:
        raise InputError(f"{tree.path}: no CHANNEL/DATE.json: expected a Slack export", ABOUT.how)
    workspaces = _workspaces(tree, parts, budget)
    before, messages = None, None
    for part in parts:
        workspace = workspaces[part.root]
        if part.key == CHUNKS:
            yield from chunks(tree, part.name, _origin(tree, part), workspace, budget)
            continue
        channel = _channel(tree, part, workspace)
        if messages is None or before != (part.root, channel):
            before, messages = (part.root, channel), Messages(workspace, channel)
        yield from _messages(tree, part, messages, budget)
    for root, names in told.items():
        workspace = workspaces.get(root) or workspace_of(tree, root, ABOUT, budget)
        yield from happened(tree, names, workspace, ABOUT, budget)


def _workspaces(tree: Tree, parts: list[Part], budget: Budget) -> dict[str, Workspace]:
    """Return the workspace of each folder, as its lists tell it, and its archives, which are read twice."""
    workspaces = {}
    for root in dict.fromkeys(part.root for part in parts):
        workspaces[root] = workspace_of(tree, root, ABOUT, budget)
        archives = [part.name for part in parts if (part.root, part.key) == (root, CHUNKS)]
        foreseen(tree, archives, ABOUT, workspaces[root], budget)
    budget.again()
    return workspaces


def _by_folder(names: list[str]) -> dict[str, list[str]]:
    """Return files by the folders they lie in: the logs of one folder are of one workspace."""
    folders: dict[str, list[str]] = defaultdict(list)
    for name in names:
        folders["".join(name.rpartition("/")[:2])].append(name)
    return folders


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox of each person whom the workspace's own list names; programs have none."""
    for root in dict.fromkeys(part.root for part in _parts(tree)):
        yield from distinct(accounts(tree, root, ABOUT, budget))


def _parts(tree: Tree) -> list[Part]:
    """Return the files of messages, channel after channel, each channel's days in order."""
    if tree.single:
        name = tree.names()[0]
        key = _key(opening(tree, name))
        return [] if key is None else [Part("", "", name, key)]
    days: dict[str, list[Part]] = defaultdict(list)
    dumps = []
    for name in tree.names():
        if found := _DAY.fullmatch(name):
            root = found["root"] or ""
            days[root].append(Part(root, found["channel"] or "", name, ""))
        elif (found := _DUMP.fullmatch(name)) and (key := _key(opening(tree, name))) is not None:
            dumps.append(Part(found["root"] or "", "", name, key))
    ours = [part for parts in days.values() if _any_slack(tree, parts) for part in parts]
    # A thread, "C1-1.2.json", comes behind its channel, "C1.json": what it repeats is no turn there.
    return sorted(ours + dumps, key=lambda part: (part.root, part.channel, part.name.removesuffix(".json")))


def _any_slack(tree: Tree, parts: list[Part]) -> bool:
    return any(_key(opening(tree, part.name)) == "" for part in parts)


def _key(head: bytes) -> str | None:
    """Return what a file calls its array of messages, empty where it is one; none if it has none."""
    if not is_json(head) or not _TS.search(head) or not _MESSAGE.search(head):
        return None
    if head.startswith(b"["):
        return None if is_log(head) else ""
    if _CHUNK.match(head):
        return CHUNKS
    return MESSAGES if _ARRAY.search(head) else None


def _channel(tree: Tree, part: Part, workspace: Workspace) -> Channel:
    """Return the channel of a file: what the file says itself, else what its folder is called."""
    if part.channel:
        return workspace.channel(part.channel)
    says = first_fields(opening(tree, part.name)) if part.key else {}
    if own_id := text_of(says.get("channel_id")):
        return workspace.channel(own_id, text_of(says.get("name")))
    if not tree.single and _DUMP.fullmatch(part.name):
        return workspace.channel(file_name(part.name).partition(".")[0])
    folder, file = located(tree.path).rpartition("/")[0], file_name(tree.path)
    named = file.partition(".")[0] if not tree.single or not _DATE.match(file) else file_name(folder)
    return workspace.channel(named or "channel")


def _messages(tree: Tree, part: Part, messages: Messages, budget: Budget) -> Iterator[Outcome]:
    origin = _origin(tree, part)
    with tree.open(part.name) as stream:
        found_in = items(stream, origin, budget, key=part.key)
        # slack-archive has the newest first.
        for found in in_order(found_in, _sent) if _DUMP.fullmatch(part.name) and not part.key else found_in:
            if isinstance(found, Rejection):
                budget.record()
                yield found
            else:
                yield from messages.outcomes(found.value, Record(origin, found.position), budget)


def _sent(message: object) -> int | None:
    return stamped(text_of(fields_of(message).get("ts")))


def _origin(tree: Tree, part: Part) -> Origin:
    return ABOUT.origin(tree, part.name)

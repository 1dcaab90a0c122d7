"""Mattermost servers: posts, threads, reactions, joins and leaves, from a bulk export or its API.

Read are the bulk export (``import.jsonl``, one object a line, alone or in its zip) and pages of
``/api/v4/channels/ID/posts``, one a file or a line or all in an array, beside which files of users, bots and
channels, with one in each or all in a list, give names, roles, who is a program and what is private. Direct
messages and private channels are counted as private and left out. A channel of which nothing is told is
taken as public.

In pages a person is ``mattermost:USER-ID`` and a post is its own id; the bulk export has no ids, so that a
person is ``mattermost:USERNAME`` and a post ``TEAM/CHANNEL/MILLISECONDS-USERNAME``. Admins of the system are
told by the roles of users. Left out are deleted posts, webhooks, bots, and notices but joins and leaves,
which in the bulk exports of old servers, without types, are known by their English words. A post in a thread
is a reply to the thread's first. One that begins with ``@name`` is a reply to what that person last wrote, if
that was within the hour; in pages this, and every mention, needs a file of users beside them. Other posts of
one person within seven minutes, with nobody's between them, are one turn and open one conversation. Posts are
taken by their times, whichever way a file has them, or pages are numbered: a bulk export has them by ids
that are random. A page has the threads of its posts beside them: what it repeats of another counts once. A
reaction is a like (thumbs down: a dislike), one a person.

To suggest identities, the hashes of users' e-mail addresses are compared.
"""

from collections.abc import Iterator

from pydantic_core import from_json

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Coverage, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.chatpages import by_moment, candidates, oldest_first, refuse_cut
from kibbutz_cli.readers.chats.mattermostbulk import USER, Bulk, is_bulk_head, sent_of
from kibbutz_cli.readers.chats.mattermostposts import (
    Server,
    account,
    in_time,
    is_entry_head,
    is_page_head,
    paged,
    sent_us,
    tells_of_channels,
)
from kibbutz_cli.readers.files.heads import BOM, opening
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonfile import values
from kibbutz_cli.readers.parsing.jsonstream import Item
from kibbutz_cli.readers.parsing.jsonvalues import fields_of, list_of
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="mattermost",
    title="Mattermost bulk export, or posts of its API",
    files="import.jsonl, alone or in the zip of a bulk export; pages of posts as JSON in a folder",
    coverage=Coverage.COMMUNITY,
    loses="Private channels and direct messages, who reads, and in a bulk export deleted posts.",
    how="As a system admin: mmctl export create > mmctl export download; or mattermost export bulk FILE.",
)

CHANNELS = "channels"
"""What an answer with the channels of a server, and how many there are, calls them."""


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a server of Mattermost."""
    for name in candidates(tree):
        head = opening(tree, name)
        if is_bulk_head(head):
            return Probe(93, "a bulk export of Mattermost")
        if is_page_head(head):
            return Probe(92, "a page of Mattermost's posts")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the posts of every channel, each with its mentions and reactions beside it.

    Raises:
        InputError: There are no posts, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    heads = {name: opening(tree, name) for name in candidates(tree)}
    bulks = [name for name, head in heads.items() if is_bulk_head(head)]
    pages = [name for name, head in heads.items() if is_page_head(head)]
    if not bulks and not pages:
        raise InputError(f"{tree.path}: no posts: expected an export of Mattermost", ABOUT.how)
    for name in bulks:
        yield from _bulk(tree, name, budget)
    server = Server()
    for name, head in heads.items():
        if pages and name not in pages and name not in bulks:
            yield from _beside(tree, name, head, server, budget)
    for name in oldest_first(tree, pages, paged, sent_us):
        origin = ABOUT.origin(tree, name)
        posts: list[object] = []
        for found in _paged(tree, name, budget):
            if isinstance(found, Rejection):
                budget.record()
                yield found
            else:
                posts += server.posts(fields_of(found.value), budget)
        for position, post in enumerate(in_time(posts), start=1):
            yield from server.outcomes(post, Record(origin, position), budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox of each user whom the export or a file beside the pages describes."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    for name in candidates(tree):
        head = opening(tree, name)
        if is_bulk_head(head):
            for found in values(tree, name, ABOUT.origin(tree, name), budget):
                line = {} if isinstance(found, Rejection) else fields_of(found.value)
                yield account(fields_of(line.get(USER)), "username")
        elif is_entry_head(head) and not is_page_head(head):
            for found in values(tree, name, ABOUT.origin(tree, name), budget):
                yield None if isinstance(found, Rejection) else account(fields_of(found.value), "id")


def _bulk(tree: Tree, name: str, budget: Budget) -> Iterator[Outcome]:
    """Yield what the lines of a bulk export are, the posts the oldest first and behind all others.

    A server writes posts by their ids, which are random: as they stand, nobody's turn could be told.
    """
    origin, bulk = ABOUT.origin(tree, name), Bulk()
    for found in by_moment(values(tree, name, origin, budget), sent_of):
        if isinstance(found, Rejection):
            budget.record()
            yield found
        else:
            yield from bulk.outcomes(found.value, Record(origin, found.position), budget)


def _beside(tree: Tree, name: str, head: bytes, server: Server, budget: Budget) -> Iterator[Outcome]:
    """Yield what is no sound user of a file beside the pages; the server learns of all others.

    Raises:
        InputError: A channel cannot be read: who passed over it would not know which are private.
    """
    origin = ABOUT.origin(tree, name)
    # Without its end a file does not tell which channels are private.
    refuse_cut(tree, name, origin)
    if is_entry_head(head):
        for found in values(tree, name, origin, budget):
            if isinstance(found, Rejection):
                if tells_of_channels(head):
                    raise InputError(f"{found}: expected a channel", ABOUT.how)
                budget.record()
                yield found
            else:
                told = fields_of(found.value)
                for entry in list_of(told.get(CHANNELS)) or [told]:
                    server.meet(fields_of(entry), budget)


def _paged(tree: Tree, name: str, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the pages of a file, each whole: its posts are the parts of an object, by their ids."""
    limit = budget.limits.line_bytes
    place = ABOUT.origin(tree, name).place(0)
    with tree.open(name) as stream:
        text = stream.read(limit + 1)
    if opening(tree, name).startswith(b"[") or b"}\n{" in text:
        yield from values(tree, name, ABOUT.origin(tree, name), budget)
        return
    if len(text) > limit:
        raise LimitError(
            f"{place}: a page of more than {limit:,} bytes",
            "if you trust this file, raise the limit with --limit line_bytes=N",
        )
    try:
        page = fields_of(from_json(text.removeprefix(BOM), allow_inf_nan=False))
    except ValueError as exc:
        raise InputError(f"{place}: not JSON: {exc}: expected a page of posts", ABOUT.how) from exc
    yield Item(1, page)

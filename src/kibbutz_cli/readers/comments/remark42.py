"""Remark42 backups and answers of its API: the comments of a site, with who voted for them.

A member is ``remark42:ID@SITE``; administrators have the role ``admin``. A comment that answers another is
towards whoever wrote that; one below a page is towards nobody, since no backup says whose page it is. Block
quotes are not counted as the author's words.

Each vote is a deed of its own, a like or a dislike of whoever gave it towards whoever wrote the comment.
Votes carry no time: they are placed at the moment of the comment, the earliest they can have been given.
Where the votes are hidden, a score above 0 is the comment's ``like_count``.

Deleted comments are left out, and so are those of blocked members, which Remark42 shows as deleted.
Internet addresses are never read.

To suggest identities, the hashes of the e-mail addresses in the first line of a backup are compared.
"""

import re
from collections.abc import Iterator

from kibbutz_cli.model.activity import (
    Activity,
    Coverage,
    Origin,
    Outcome,
    Rejection,
    RejectionCode,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.comments.remarks import NODE_FIELDS, Site, accounts
from kibbutz_cli.readers.files.heads import BOM, PROBED, is_json, opening, recognised
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonfile import unpaged, values
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="remark42",
    title="Remark42 backup",
    files="backup-SITE-DATE.gz, one comment a line; answers of its API as .json",
    coverage=Coverage.ANSWERS,
    loses="When a vote was given, the words of deleted comments, and whose the pages are.",
    how="Take the daily file from var/backup, or run docker exec -it remark42 backup -s SITE.",
)

ENDINGS = (".json", ".ndjson", ".jsonl", ".txt")
COMMENTS = "comments"
"""What an answer calls its array."""

_LOCATOR = pattern(rb'"locator"\s*:\s*\{\s*"(?:site|url)"')
_PARENT = pattern(rb'"pid"\s*:\s*"')
_BLOCKED = pattern(rb'\s*\{\s*"version"\s*:\s*\d+\s*,\s*"users"\s*:\s*\[\s*\{.{0,2000}"blocked"', re.DOTALL)
_TREE = pattern(rb'\s*\{\s*"(?:comments|info)"\s*:')


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a backup of Remark42 or an answer of its API."""
    if any(True for _ in recognised(tree, _is_likely, _is_export, PROBED)):
        return Probe(95, "the keys of Remark42 comments")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the comments of every export in the tree, each before the votes for it.

    Raises:
        InputError: A file is truncated or holds no comments.
        LimitError: A limit of the budget is passed.
    """
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        yield from _outcomes(tree, name, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox that the first line of a backup has for a member, on each site of the backup."""
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        yield from distinct(_declared(tree, name, budget))


def _declared(tree: Tree, name: str, budget: Budget) -> Iterator[Account | None]:
    users: list[Fields] = []
    for found in _found(tree, name, ABOUT.origin(tree, name), budget):
        value = {} if isinstance(found, Rejection) else fields_of(found.value)
        if _is_meta(value):
            users += [user for each in list_of(value.get("users")) if (user := fields_of(each)).get("email")]
        elif not users:
            return
        else:
            yield from accounts(users, value)


def _is_likely(name: str) -> bool:
    return name.endswith(ENDINGS) or "backup" in name


def _is_export(head: bytes) -> bool:
    if not is_json(head):
        return False
    return bool((_LOCATOR.search(head) and _PARENT.search(head)) or _BLOCKED.match(head.removeprefix(BOM)))


def _is_meta(value: Fields) -> bool:
    """Return whether a line is the first one of a backup; the earliest tell their version alone."""
    return "locator" not in value and ("users" in value or "version" in value)


def _outcomes(tree: Tree, name: str, budget: Budget) -> Iterator[Outcome]:
    origin = ABOUT.origin(tree, name)
    site = Site()
    for found in _found(tree, name, origin, budget):
        if isinstance(found, Rejection):
            budget.record()
            yield found
            continue
        value = fields_of(found.value)
        if _is_meta(value):
            site.describe(value, budget)
            continue
        yield from _told(found, site, origin, budget)


def _told(found: Item, site: Site, origin: Origin, budget: Budget) -> Iterator[Outcome]:
    """Yield what an item tells: a comment and its votes, or a comment with the answers below it."""
    record = Record(origin, found.position)
    below: list[object] = [found.value]
    while below:
        value = below.pop()
        node = fields_of(value)
        budget.record()
        if "comment" in node:
            budget.expects(NODE_FIELDS, node, "tree")
        comment = fields_of(node.get("comment", value))
        if not comment:
            yield record.rejected(RejectionCode.MALFORMED, "no comment: expected an object")
            continue
        outcome = site.comment(comment, record, budget)
        yield outcome
        if type(outcome) is Activity:
            for vote in site.votes(comment, outcome, record):
                budget.record()
                yield vote
        replies = node.get("replies")
        if type(replies) is list:
            below += reversed(replies)


def _found(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the comments of a file, whichever shape it has."""
    if not _TREE.match(opening(tree, name)):
        yield from unpaged(values(tree, name, origin, budget), COMMENTS)
        return
    with tree.open(name) as stream:
        yield from items(stream, origin, budget, key=COMMENTS)

"""Commento exports: the comments of a site, with who wrote them.

A member is ``commento:COMMENTERHEX``; whoever commented without an account is ``anonymous`` there, as all others
are, and is left out and counted. Moderators have the role ``moderator``. A comment that answers another is towards
whoever wrote that; one below a page is towards nobody, since no export says whose page it is.

Comments that were deleted, or that wait for a moderator or were flagged, are left out. The export has a score for
each comment and does not say who voted: never below 0, it is the comment's ``like_count``. Lines that quote
in Markdown are not counted as the author's words. E-mail addresses are never read.
"""

import re
from collections.abc import Iterator

from pydantic import ValidationError

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import (
    Coverage,
    IgnoredReason,
    Kind,
    Origin,
    Outcome,
    Rejection,
    RejectionCode,
    activity_of,
)
from kibbutz_cli.readers.authorship import Author, Authorship
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.jsonkeys import from_array
from kibbutz_cli.readers.jsonstream import items
from kibbutz_cli.readers.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.ownwords import own_words, unquoted
from kibbutz_cli.readers.prints import print_of
from kibbutz_cli.readers.records import Owner, Record
from kibbutz_cli.readers.times import MISSING, Moment, iso

ABOUT = About(
    name="commento",
    title="Commento export",
    files="the .json or .json.gz that Commento mails",
    coverage=Coverage.ANSWERS,
    loses="Who voted, who wrote anonymously, and whose the pages are.",
    how="Dashboard > your domain > Import/Export > Export Data; Commento mails a link to the file.",
)

PLATFORM = "commento"
ANONYMOUS = "anonymous"
ROOT = "root"
"""The parent of a comment below the page."""

STATES = {"approved": None, "": None}
"""States of comments that everybody sees; the others wait for a moderator."""

_MARK = re.compile(rb'"comment(?:Hex|erHex)"\s*:\s*"')
_NOBODY = Owner()


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a Commento export."""
    if any(True for _ in _exports(tree)):
        return Probe(95, "the keys of Commento exports")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the comments of every export in the tree.

    Raises:
        InputError: A file is truncated or holds no comments.
        LimitError: A limit of the budget is passed.
    """
    for name in list(_exports(tree)) or tree.names():
        yield from _outcomes(tree, name, budget)


def _exports(tree: Tree) -> Iterator[str]:
    for name in tree.names():
        if (tree.single or name.lower().endswith(".json")) and _MARK.search(_head(tree, name)):
            yield name


def _head(tree: Tree, name: str) -> bytes:
    try:
        return tree.head(name)
    except InputError:
        return b""


def _outcomes(tree: Tree, name: str, budget: Budget) -> Iterator[Outcome]:
    origin = _origin(tree, name)
    people = _people(tree, name, origin, budget)
    written = Authorship()
    with tree.open(name) as stream:
        for found in items(from_array(stream, "comments"), origin, budget, key="comments"):
            budget.record()
            if isinstance(found, Rejection):
                yield found
            else:
                record = Record(origin, found.position, _NOBODY)
                yield _comment(fields_of(found.value), people, written, record)


def _people(tree: Tree, name: str, origin: Origin, budget: Budget) -> dict[str, Fields]:
    """Return the commenters by their ids; they stand behind the comments."""
    people: dict[str, Fields] = {}
    with tree.open(name) as stream:
        listed = from_array(stream, "commenters", b'{"commenters":[]}')
        for found in items(listed, origin, budget, key="commenters"):
            if not isinstance(found, Rejection):
                person = fields_of(found.value)
                people[text_of(person.get("commenterHex"))] = {
                    "name": text_of(person.get("name")),
                    "role": "moderator" if person.get("isModerator") is True else None,
                }
    return people


def _comment(comment: Fields, people: dict[str, Fields], written: Authorship, record: Record) -> Outcome:
    number, writer = text_of(comment.get("commentHex")), text_of(comment.get("commenterHex"))
    if comment.get("deleted") is True:
        return record.ignored(IgnoredReason.DELETED)
    if STATES.get(text_of(comment.get("state")), IgnoredReason.HELD):
        return record.ignored(IgnoredReason.HELD)
    if not number:
        return record.rejected(RejectionCode.NO_ID, "commentHex: expected the comment's id")
    if writer == ANONYMOUS:
        return record.ignored(IgnoredReason.NO_AUTHOR)
    if not writer:
        return record.rejected(RejectionCode.NO_ACTOR, "commenterHex: expected the commenter's id")
    moment = _moment(comment.get("creationDate"))
    if moment is None:
        return record.rejected(RejectionCode.BAD_TIME, "creationDate: expected an ISO 8601 time")
    person = people.get(writer, {})
    author = Author(f"{PLATFORM}:{writer}", text_of(person.get("name")) or None)
    written.learn(number, author)
    return _activity(comment, person, author, moment, written, record)


def _activity(
    comment: Fields, person: Fields, author: Author, moment: Moment, written: Authorship, record: Record
) -> Outcome:
    domain = text_of(comment.get("domain"))
    page = domain + text_of(comment.get("url"))
    parent = text_of(comment.get("parentHex"))
    is_answer = parent not in {"", ROOT}
    to = written.author_of(parent) if is_answer else None
    text = _words(comment)
    try:
        return activity_of(
            {
                "activity_id": text_of(comment.get("commentHex")),
                "platform": PLATFORM,
                "community": domain,
                "actor": author.actor,
                "actor_name": author.name,
                "kind": Kind.REPLY,
                "object_id": parent if is_answer else page or None,
                "target": to.actor if to else None,
                "target_name": to.name if to else None,
                "thread_id": page or None,
                "ts_us": moment[0],
                "clock": moment[1],
                "text_len": len(text),
                "text_print": print_of(text),
                "like_count": _count(comment.get("score")),
                "role": person.get("role"),
                "origin": record.origin,
                "position": record.position,
            }
        )
    except ValidationError as exc:
        return record.invalid(exc)


def _words(comment: Fields) -> str:
    html = text_of(comment.get("html"))
    return own_words(html) if html else unquoted(text_of(comment.get("markdown")))


def _count(score: object) -> int | None:
    return max(score, 0) if type(score) is int else None


def _moment(created: object) -> Moment | None:
    """Return the time of a comment, missing where there is none; none if it is no time."""
    if created is None:
        return MISSING
    try:
        return iso(created) if type(created) is str else None
    except ValueError:
        return None


def _origin(tree: Tree, name: str) -> Origin:
    member = "" if tree.single else name
    return Origin(path=tree.path, member=member, reader=ABOUT.name, coverage=ABOUT.coverage)

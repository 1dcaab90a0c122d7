"""What becomes of a tweet later: a stream tells that it is deleted, or another version of it counts.

Of an edited tweet that is the latest that is there, under the id of the first; where X deletes one version,
all are deleted. An archive lists the newest
first, a search has them in any order, and either may lack the last one. What was captured before an edit
knows nothing of it, so that no version tells whether it is the last: their ids do, which are in the order of
time. What becomes of tweets is therefore asked of all files first.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.files.sources import CHUNK
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

_EDITED = (
    pattern(rb"initialTweetId[\"']?\s{0,60}:\s{0,60}[\"']?(\d{1,30})"),
    pattern(
        rb"edit(?:TweetIds|_(?:history_)?tweet_ids)[\"']?\s{0,60}:\s{0,60}\[\s{0,60}[\"']?(\d{1,30})[\"']?\s{0,60},"
    ),
)
"""The first version of a tweet that has another: as a version names it, or a list that goes on behind it."""

DELETE = b'"delete"'
"""What a notice begins with: to look for it alone takes no time."""

_DELETED = pattern(
    rb'"delete"\s{0,9}:\s{0,9}\{\s{0,9}"status"\s{0,9}:\s{0,9}\{[^{}]{0,99}?'
    rb'"id(?:_str)?"\s{0,9}:\s{0,9}"?(\d{1,30})(?=\D)'
)
"""A notice in a stream of v1.1. A tweet that quotes one has other marks in it: they are escaped."""

LONGEST = 300
"""Bytes of what says so, at most."""


class Foretold(NamedTuple):
    """What some entries know of tweets: the first ids of those edited, and the ids of those deleted."""

    edited: frozenset[str]
    deleted: frozenset[str]


class Version(NamedTuple):
    """A tweet, as one of its versions.

    Attributes:
        own_id: Its id.
        first_id: The id of the first version.
        newer: How many versions came after it, as far as was known when it was captured.
        ids: Those of all versions, as far as was known then.
        fields: What it says.
        record: Where it stands.
    """

    own_id: str
    first_id: str
    newer: int
    ids: frozenset[str]
    fields: Fields
    record: Record


def version_of(fields: Fields, own_id: str, record: Record) -> Version:
    """Return which version a tweet is; of one that was never edited, the only one."""
    told_first, later = _told_of(fields)
    first_id = told_first or own_id
    newer = later.index(own_id) if own_id in later else len(later)
    return Version(own_id, first_id, newer, frozenset((own_id, first_id, *later)), fields, record)


def _told_of(fields: Fields) -> tuple[str, list[str]]:
    """Return the first version's id, and the ids of all, the newest first, as a tweet tells them.

    The API v1.1 tells the same in two ways, one where it is asked to and one to those who pay.
    """
    info = fields_of(fields.get("edit_info")) or fields_of(fields.get("ext_edit_control"))
    history, edit = fields_of(fields.get("edit_history")), fields_of(info.get("edit"))
    first = edit or fields_of(info.get("initial"))
    whole = fields_of(first.get("editControlInitial")) or fields_of(first.get("edit_control_initial"))
    ids = (each.get(key) for each in (first, whole, history) for key in ("editTweetIds", "edit_tweet_ids"))
    began = (edit.get("initialTweetId"), edit.get("initial_tweet_id"), history.get("initial_tweet_id"))
    later = [text_of(each) for each in reversed(next(filter(None, map(list_of, ids)), []))]
    return next(filter(None, map(text_of, began)), ""), later


def foretold(tree: Tree, names: Iterable[str]) -> Foretold:
    """Return which tweets are edited or deleted as far as some entries know.

    Raises:
        InputError: An entry cannot be read.
        LimitError: One is longer than the limits allow.
    """
    edited: set[str] = set()
    deleted: set[str] = set()
    for name in names:
        for text in _texts(tree, name):
            edited.update(found.decode() for mark in _EDITED for found in mark.findall(text))
            if DELETE in text:
                deleted.update(found.decode() for found in _DELETED.findall(text))
    return Foretold(frozenset(edited), frozenset(deleted))


class Fates:
    """The edited tweets met so far, each in the latest version met, which wait until all is read.

    Args:
        known: What is told of tweets: the first version of one that was edited may know of no other.
    """

    def __init__(self, known: Foretold) -> None:
        self._known = known
        self._latest: dict[str, Version] = {}
        self._deleted: set[str] = set()

    def is_deleted(self, version: Version) -> bool:
        """Return whether a tweet is deleted: all of it is where one version is, whichever is met."""
        if not self._known.deleted.isdisjoint(version.ids):
            self._deleted.add(version.first_id)
        return version.first_id in self._deleted

    def waits(self, version: Version) -> bool:
        """Return whether another version of a tweet may count in its place."""
        return (
            bool(version.newer) or version.own_id != version.first_id or version.own_id in self._known.edited
        )

    def lesser(self, version: Version) -> Version | None:
        """Return which version does not count, now that one more is met: that one or one before, if any."""
        before = self._latest.get(version.first_id)
        if before is not None and _age(version) <= _age(before):
            return version
        self._latest[version.first_id] = version
        return before

    def latest(self) -> Iterator[Version]:
        """Yield the latest version of each tweet."""
        yield from self._latest.values()


def _age(version: Version) -> tuple[int, str, int]:
    """Return the order of versions; of two captures of one, the later knows of more behind it."""
    return len(version.own_id), version.own_id, version.newer


def _texts(tree: Tree, name: str) -> Iterator[bytes]:
    """Yield an entry piece by piece, each with the end of the one before: it may hold the beginning."""
    tail = b""
    with tree.open(name) as stream:
        while chunk := stream.read(CHUNK):
            # An id that is cut off is met whole next.
            text = tail + chunk
            yield text
            tail = text[-LONGEST:]

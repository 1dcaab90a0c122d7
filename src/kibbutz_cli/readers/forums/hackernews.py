"""Hacker News: stories, comments, polls and jobs, as its own API, Algolia's and dumps give them.

A person is ``hackernews:NAME``; names are told apart by their case. An activity's id is the item's number.
A comment answers its parent. The site shows no points of comments and nobody who voted; a story carries its
points without its author's own as ``like_count``. What is dead stays, marked as removed, where its author is
told; deleted items are left out, but an answer to one is in the thread of its story, where that stands before
both. The options of a poll are part of it, and users did nothing by being listed: their karma is never read.

Read are items one a line, in an array, in an object by their numbers, or alone, items of Algolia with their
``children``, and the ``hits`` of its search.
"""

from collections.abc import Iterator

from kibbutz_cli.model.activity import Coverage, Outcome, Rejection
from kibbutz_cli.readers.base import About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import JSON, mostly, recognised, to_read
from kibbutz_cli.readers.forums.hnitems import TYPES, Threads, numbered, outcome, records
from kibbutz_cli.readers.parsing.jsonfile import first_fields, values
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="hackernews",
    title="Hacker News items",
    files="items.ndjson, or NUMBER.json of the API or of Algolia, alone or many in a folder",
    coverage=Coverage.COMMUNITY,
    loses="Who voted, the points of comments, and who wrote what was deleted.",
    how="Save https://hn.algolia.com/api/v1/items/NUMBER for a story with all its comments.",
)


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is items of Hacker News, or a folder of little else."""
    return mostly(tree, _own(tree), Probe(92, "items of Hacker News"))


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome an item, file after file.

    Raises:
        InputError: There are no items in it, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = to_read(tree, _own(tree), ABOUT, "no items: expected some of Hacker News")
    threads = Threads()
    for name in names:
        origin = ABOUT.origin(tree, name)
        for found in values(tree, name, origin, budget):
            if isinstance(found, Rejection):
                budget.record()
                yield found
                continue
            record = Record(origin, found.position)
            for value in records(found.value):
                budget.record()
                yield outcome(value, record, threads, budget)


def _own(tree: Tree) -> Iterator[str]:
    return recognised(tree, lambda name: name.endswith(JSON), lambda head: _is_ours(first_fields(head)))


def _is_ours(fields: Fields) -> bool:
    """Return whether a first record is an item, a user, or what Algolia makes of items."""
    if items := numbered(fields):
        fields = fields_of(items[0])
    names = fields.keys()
    if text_of(fields.get("type")) in TYPES:
        return {"id", "time"} <= names or {"id", "created_at_i"} <= names
    if {"karma", "id", "created"} <= names:
        return True
    hits = fields.get("hits")
    first = hits[0] if type(hits) is list and hits else None
    return type(first) is dict and {"objectID", "author", "created_at_i", "_tags"} <= first.keys()

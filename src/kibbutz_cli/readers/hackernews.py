"""Hacker News: stories, comments, polls and jobs, as its own API, Algolia's and dumps give them.

A person is ``hackernews:NAME``; names are told apart by their case. An activity's id is the item's number.
A comment answers its parent. The site shows no points of comments and nobody who voted; a story carries its
points without its author's own as ``like_count``. What is dead stays, marked as removed, where its author is
told; deleted items are left out. The options of a poll are part of it, and users did nothing by being listed:
their karma is never read.

Read are items one a line, in an array or alone, items of Algolia with their ``children``, and the ``hits`` of
its search.
"""

from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Outcome, Rejection
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.hnitems import outcome, records
from kibbutz_cli.readers.jsonlines import first_fields, values
from kibbutz_cli.readers.jsonvalues import Fields, text_of
from kibbutz_cli.readers.records import Owner, Record

ABOUT = About(
    name="hackernews",
    title="Hacker News items",
    files="items.ndjson, or NUMBER.json of the API or of Algolia, alone or many in a folder",
    coverage=Coverage.COMMUNITY,
    loses="Who voted, the points of comments, and who wrote what was deleted.",
    how="Save https://hn.algolia.com/api/v1/items/NUMBER for a story with all its comments.",
)

ENDINGS = (".json", ".ndjson", ".jsonl")

TYPES = frozenset({"story", "comment", "job", "poll", "pollopt"})

_NOBODY = Owner()


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is items of Hacker News, or a folder of little else."""
    found = sum(1 for _ in _found(tree))
    others = sum(1 for name in tree.names() if not name.lower().endswith(".md")) - found
    return Probe(92, "items of Hacker News") if found and found >= others else NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome an item, file after file.

    Raises:
        InputError: There are no items in it, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = list(_found(tree)) or (tree.names() if tree.single else [])
    if not names:
        raise InputError(f"{tree.path}: no items: expected some of Hacker News", ABOUT.how)
    for name in names:
        origin = Origin(
            path=tree.path, member="" if tree.single else name, reader=ABOUT.name, coverage=ABOUT.coverage
        )
        with tree.open(name) as stream:
            for found in values(stream, origin, budget):
                if isinstance(found, Rejection):
                    budget.record()
                    yield found
                    continue
                record = Record(origin, found.position, _NOBODY)
                for value in records(found.value):
                    budget.record()
                    yield outcome(value, record)


def _found(tree: Tree) -> Iterator[str]:
    for name in tree.names():
        if (tree.single or name.lower().endswith(ENDINGS)) and _is_ours(_first(tree, name)):
            yield name


def _first(tree: Tree, name: str) -> Fields:
    try:
        return first_fields(tree.head(name))
    except InputError:
        return {}


def _is_ours(fields: Fields) -> bool:
    """Return whether a first record is an item, a user, or what Algolia makes of items."""
    names = fields.keys()
    if text_of(fields.get("type")) in TYPES:
        return {"id", "time"} <= names or {"id", "created_at_i"} <= names
    if {"karma", "id", "created"} <= names:
        return True
    hits = fields.get("hits")
    first = hits[0] if type(hits) is list and hits else None
    return type(first) is dict and {"objectID", "author", "created_at_i", "_tags"} <= first.keys()

"""ActivityStreams 2.0: activities as documents, in collections, or one a line, by everybody in them.

Each activity is a deed of the type it names: Create, Announce, Like, Dislike, Follow, Accept, Update, Delete,
Flag, Join and Leave; a reaction by an emoji is a like (thumbs down: a dislike); a note or article that no
activity tells is its author's post. People are known by their URI as in a Mastodon archive
(``mastodon:URI``), so that both can be read together. A post, boost, edit or report that is addressed, but
not to the public, is private. What actors of the types Service and Application did, which are programs, is
left out, wherever in the input they are described, and so are an Accept of a Follow, a Join or a request to
quote, a Create or Update of an account, and other objects and links; what breaks the vocabulary is set aside.
Of what is undone or deleted in the same file, by its author or a moderator, nothing is read, nor of whoever
deletes the account there. A moderator speaks for the group that passed on the post, or is on its author's
server; what others delete is no removal. What is restored there is read. What a group announces to its
members is the deed of who did it, and no reshare of its own. A deed of several people is one of each of them,
and what is done to several things, but for a report, is done to each. Block quotes are not counted as their
author's words.

To suggest identities, the pages of actors that stand in activities are compared, and those that their
profiles name.
"""

import io
from collections.abc import Iterator
from typing import BinaryIO

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Outcome, Rejection, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import holds, is_nothing_else, listed, opening
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.activities import TYPES as ACTIVITIES
from kibbutz_cli.readers.parsing.activities import has_activity
from kibbutz_cli.readers.parsing.jsonfile import document, first_fields, is_spread, lines
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import fields_of, objects_in, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.posts.actors import MACHINES, TYPES, account
from kibbutz_cli.readers.posts.asdeeds import GROUP, RETRACTIONS, WORDS, Gone, deeds, plain
from kibbutz_cli.readers.posts.asretracted import Retractions
from kibbutz_cli.readers.posts.asvalid import COLLECTIONS, ORDERED, collection_fault, fault, types_of
from kibbutz_cli.readers.posts.statuses import is_outbox
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="activitystreams",
    title="ActivityStreams 2.0",
    files="activities or collections as .json or .jsonld, activities one a line, a folder or archive of them",
    coverage=Coverage.COMMUNITY,
    loses="What its server does not publish, and who an actor without an id is.",
    how="Save the address of an outbox with curl -H 'Accept: application/activity+json' URL.",
)

WHOLE = 2**20
"""Bytes of a document that is parsed at once; of a longer one the collection is read item by item."""

IN_ARCHIVE = 60
NOTHING_DONE = 40
"""At most so sure is a probe of addresses or of an actor."""

OUTBOX = "outbox.json"
BARE = Probe(70, "an activity of ActivityStreams without its context")

_CONTEXT = pattern(rb'"@context"[^}]{0,200}?//www\.w3\.org/ns/activitystreams')
_ACTIVITY = pattern(
    rb'"@?type"\s*:\s*+(?:\[\s*)?"(?:as:)?(?:Create|Announce|Like|Dislike|Follow|Accept|Update|Delete|Undo|Flag|'
    rb'Join|Leave|Add|(?:Ordered)?Collection(?:Page)?)"'
)
_ACTOR = pattern(rb'"(?:inbox|followers)"\s*:')
_DOINGS = ACTIVITIES | WORDS
_COLLECTION = pattern(rb'"@?type"\s*:\s*"((?:Ordered)?Collection(?:Page)?)"')
_ADDRESSES = pattern(rb'"orderedItems"\s*:\s*\[\s*"')
_ITEMS = pattern(rb'"(orderedItems|items)"\s*:\s*\[')


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is ActivityStreams, and no archive of Mastodon."""
    if tree.single:
        return _probed(tree, tree.names()[0])
    names = listed(tree)
    if not is_nothing_else(tree) or any(name.rpartition("/")[2] == OUTBOX for name in names):
        return NOT_MINE
    marked = sum(_probed(tree, name).sure > 0 for name in names)
    # A backup of Pleroma has lists of whom the account follows beside what it did.
    if 2 * marked <= len(names) or not any(_tells(tree, name) for name in names):
        return NOT_MINE
    return Probe(IN_ARCHIVE, "documents of ActivityStreams")


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield every activity, and a mention for each person a post names.

    Raises:
        InputError: There is no JSON in it, or a document is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = listed(tree)
    if not names:
        raise InputError(f"{tree.path}: no JSON in it: expected ActivityStreams", ABOUT.how)
    machines, groups = _others(tree, names, budget)
    for name in names:
        origin = ABOUT.origin(tree, name)
        gone = _gone(tree, name, origin, budget)._replace(machines=machines, groups=groups)
        for found in _objects(tree, name, origin, budget):
            budget.record()
            if isinstance(found, Rejection):
                yield found
            else:
                yield from deeds(found.value, Record(origin, found.position), gone, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the pages of each actor that an activity describes, and those that its profile names."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    for name in listed(tree):
        for found in _objects(tree, name, ABOUT.origin(tree, name), budget):
            for each in () if isinstance(found, Rejection) else objects_in(found.value):
                if not TYPES.isdisjoint(types_of(each)):
                    yield account(each)


def _probed(tree: Tree, name: str) -> Probe:
    head = opening(tree, name)
    if head[:1] != b"{" or not _CONTEXT.search(head):
        return BARE if head[:1] == b"{" and has_activity(head) else NOT_MINE
    if b'"OrderedCollection"' in head and is_outbox(head):
        return Probe(30, "a collection with Mastodon's posts")
    if _ADDRESSES.search(head):
        return Probe(30, "a collection of addresses, and nothing anybody did")
    if _ACTOR.search(head) and not _does(head):
        return Probe(NOTHING_DONE, "an actor of ActivityStreams, and nothing it did")
    if _ACTIVITY.search(head):
        return Probe(85, "an activity or collection of ActivityStreams")
    return Probe(60, "an object of ActivityStreams")


def _tells(tree: Tree, name: str) -> bool:
    """Return whether a document may tell what somebody did: no actor, no addresses, no empty collection."""
    return _probed(tree, name).sure > NOTHING_DONE and _first(opening(tree, name)) is not None


def _does(head: bytes) -> bool:
    """Return whether a document is a deed or a post, or begins with one: its actor may be described in it."""
    return not _DOINGS.isdisjoint(types_of(fields_of(_first(head))))


def _first(head: bytes) -> object:
    """Return what a document tells first, itself where it is no collection; none in an empty one."""
    return next(_members(first_fields(head)), None)


def _others(tree: Tree, names: list[str], budget: Budget) -> tuple[set[str], set[str]]:
    """Return the programs and the groups that are described anywhere.

    Most deeds name who did them by the address alone.
    """
    machines: set[str] = set()
    groups: set[str] = set()
    for name in names:
        if not holds(tree, name, *(b'%s"' % word.encode() for word in (*MACHINES, GROUP))):
            continue
        for found in _objects(tree, name, ABOUT.origin(tree, name), budget):
            for each in () if isinstance(found, Rejection) else objects_in(found.value):
                types, own = types_of(each), text_of(plain(each).get("id"))
                if not MACHINES.isdisjoint(types):
                    machines.add(own)
                elif GROUP in types:
                    groups.add(own)
    return machines - {""}, groups - {""}


def _gone(tree: Tree, name: str, origin: Origin, budget: Budget) -> Gone:
    """Return what is taken back in an entry: that may stand before or behind what takes it back."""
    is_ordered = not ORDERED.isdisjoint(types_of(first_fields(opening(tree, name))))
    retractions = Retractions(is_ordered=is_ordered)
    if holds(tree, name, *(b'%s"' % word.encode() for word in RETRACTIONS)):
        for found in _objects(tree, name, origin, budget):
            retractions.hear(None if isinstance(found, Rejection) else found.value)
    if retractions.is_open:
        for found in _objects(tree, name, origin, budget):
            retractions.attribute(None if isinstance(found, Rejection) else found.value)
    return retractions.gone()


def _objects(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the objects of an entry: those of each line, or of its one document."""
    head = opening(tree, name)
    with tree.open(name) as stream:
        if head.startswith(b"{") and not is_spread(head) and b"\n" in head.rstrip():
            for found in lines(stream, origin, budget):
                if isinstance(found, Rejection):
                    yield found
                else:
                    yield from (Item(found.position, value) for value in _members(found.value))
            return
        start = stream.read(WHOLE + 1)
    if len(start) <= WHOLE:
        yield from _document(io.BytesIO(start), origin, budget)
        return
    with tree.open(name) as stream:
        yield from _long(stream, head, origin, budget)


def _document(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    for found in document(stream, origin, budget):
        if isinstance(found, Rejection):
            yield found
        else:
            yield from (Item(number, value) for number, value in enumerate(_members(found.value), start=1))


def _long(stream: BinaryIO, head: bytes, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the items of a collection too long to be parsed at once."""
    listed = _ITEMS.search(head)
    if listed is None:
        yield from _document(stream, origin, budget)
        return
    key = listed[1].decode()
    typed = _COLLECTION.search(head[: listed.start()])
    if typed and (reason := collection_fault({"type": typed[1].decode(), key: []})):
        yield Rejection(origin=origin, position=1, code=RejectionCode.MALFORMED, reason=reason)
        return
    for found in items(stream, origin, budget, key=key):
        yield found if isinstance(found, Rejection) else Item(found.position, _shown(found.value))


def _members(value: object) -> Iterator[object]:
    """Yield the items of a sound collection or of its first page, else the value itself."""
    fields = fields_of(value)
    if (COLLECTIONS | ORDERED).isdisjoint(types_of(fields)) or fault(fields):
        yield value
        return
    for collection in (fields, fields_of(fields.get("first"))):
        found = collection.get("orderedItems", collection.get("items"))
        if found is not None:
            yield from map(_shown, found if type(found) is list else [found])
            return
    yield value


def _shown(item: object) -> object:
    """Return an item of a collection, one that is an address alone as the link it is."""
    return {"type": "Link", "href": item} if type(item) is str else item

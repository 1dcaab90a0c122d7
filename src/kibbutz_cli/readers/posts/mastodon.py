"""Mastodon archives: what one account posted, boosted and favoured.

An activity's id is the post's own URI, so that replies from other sources match it; a person is
``mastodon:ACTOR-URI``. Whom a reply or favourite was for is read from the URI of the post answered
(``/users/NAME/statuses/ID``); other servers' URIs name nobody, so that it is whom the reply tags on that
server, else whose mention leads the text. Posts for followers or for those they name are private and left
out; quiet public ones count as unlisted.

Block quotes, and the link that stands for a quoted post, are not counted as its author's words. Bookmarks are
private and never opened. Favourites carry no time. What an account did that is marked as a bot, or that the
server runs for itself, is left out.
"""

from collections.abc import Iterator

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Activity, Coverage, IgnoredReason, Origin, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import BOM, is_json, opening
from kibbutz_cli.readers.parsing.jsonfile import unpaged
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.posts.actors import MACHINES, account
from kibbutz_cli.readers.posts.asvalid import types_of
from kibbutz_cli.readers.posts.statuses import PLATFORM, host, is_outbox, like, named, outcome
from kibbutz_cli.readers.posts.statusfields import FIELDS, expect
from kibbutz_cli.readers.records import Owner, Record, mentions

ABOUT = About(
    name="mastodon",
    title="Mastodon archive",
    files="archive-DATE-ID.zip or .tar.gz with outbox.json, actor.json and likes.json; outbox.json alone",
    coverage=Coverage.SINGLE,
    loses="What others answered, who favoured and boosted, when a favourite was given, and followers.",
    how="Preferences > Import and export > Data export > Request your archive.",
)

OUTBOX, LIKES, ACTOR = "outbox.json", "likes.json", "actor.json"
ITEMS = "orderedItems"
"""What a collection calls its array."""

ACTOR_BYTES = 2**20
_COLLECTION = pattern(rb'"type"\s*:\s*"OrderedCollection"')
_DEEDS = pattern(rb'\[\s*\{(?=[^{]*"actor"\s*:\s*"http)')
"""How the items of an outbox begin that were saved without what is around them."""


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a Mastodon archive."""
    for name in _outboxes(tree):
        head = opening(tree, name)
        if not is_json(head) or not (_COLLECTION.search(head) or _DEEDS.match(head)):
            continue
        if not tree.single and _beside(name, ACTOR) in tree.names():
            return Probe(95, "outbox.json beside actor.json")
        if is_outbox(head):
            return Probe(90, "an ActivityStreams collection with Mastodon's posts")
        return Probe(30, "an ActivityStreams collection")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield posts, boosts and favourites of every archive in the tree.

    Raises:
        InputError: There is no outbox, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    outboxes = _outboxes(tree)
    if not outboxes:
        raise InputError(f"{tree.path}: no {OUTBOX}: expected a Mastodon archive", ABOUT.how)
    names = frozenset(() if tree.single else tree.names())
    for outbox in outboxes:
        profile, likes = _beside(outbox, ACTOR), _beside(outbox, LIKES)
        actor = _actor(tree, profile) if profile in names else {}
        told = _told(tree, outbox, likes if likes in names else "", _owner(actor, budget), budget)
        yield from told if MACHINES.isdisjoint(types_of(actor)) else _left_out(told)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:  # noqa: ARG001 - the tree keeps its limits
    """Yield the owner's own pages, and the pages that the profile's fields and ``alsoKnownAs`` name."""
    names = set(tree.names())
    for actor in (_beside(outbox, ACTOR) for outbox in _outboxes(tree)):
        if tree.single or actor not in names:
            continue
        if found := account(_actor(tree, actor)):
            yield found


def _outboxes(tree: Tree) -> list[str]:
    if tree.single:
        return tree.names()
    return [name for name in tree.names() if name.rpartition("/")[2] == OUTBOX]


def _beside(name: str, other: str) -> str:
    folder, slash, _ = name.rpartition("/")
    return folder + slash + other


def _told(tree: Tree, outbox: str, likes: str, owner: Owner, budget: Budget) -> Iterator[Outcome]:
    """Yield what an outbox tells, and the favourites beside it where there are any."""
    for deed in _deeds(tree, outbox, owner, budget):
        if not owner.account and isinstance(deed, Activity):
            owner = Owner(deed.actor.removeprefix(f"{PLATFORM}:"), deed.actor_name)
        yield deed
    if likes:
        yield from _likes(tree, likes, owner, budget)


def _left_out(told: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield what a program did as left out; whom it mentions is part of that."""
    for deed in told:
        if not isinstance(deed, Activity):
            yield deed
        elif not deed.derived:
            yield Record(deed.origin, deed.position).ignored(IgnoredReason.BOT)


def _owner(actor: Fields, budget: Budget) -> Owner:
    budget.expects(FIELDS, actor, "actor")
    uri, username = text_of(actor.get("id")), text_of(actor.get("preferredUsername"))
    return Owner(uri, f"{username}@{host(uri)}" if username and uri else text_of(actor.get("name")) or None)


def _actor(tree: Tree, name: str) -> Fields:
    with tree.open(name) as stream:
        text = stream.read(ACTOR_BYTES)
    try:
        return fields_of(from_json(text.removeprefix(BOM)))
    except ValueError as exc:
        raise InputError(f"{tree.path}!{name}: not JSON: {exc}: expected an actor") from exc


def _deeds(tree: Tree, name: str, owner: Owner, budget: Budget) -> Iterator[Outcome]:
    origin = ABOUT.origin(tree, name)
    for found in _items(tree, name, origin, budget):
        if isinstance(found, Rejection):
            yield found
        else:
            expect(fields_of(found.value), budget)
            deed = outcome(found.value, Record(origin, found.position, owner))
            yield deed
            if type(deed) is Activity and (members := named(found.value)):
                yield from mentions(deed, members)


def _likes(tree: Tree, name: str, owner: Owner, budget: Budget) -> Iterator[Outcome]:
    origin = ABOUT.origin(tree, name)
    for found in _items(tree, name, origin, budget):
        if isinstance(found, Rejection):
            yield found
        else:
            yield like(found.value, Record(origin, found.position, owner))


def _items(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the items of a collection, each a record; of several that ``jq -s`` joined, those of all."""
    with tree.open(name) as stream:
        for found in unpaged(items(stream, origin, budget, key=ITEMS), ITEMS):
            budget.record()
            yield found

"""Bluesky: the repository of one account, and what the servers answer, by everybody in it.

A repository (``.car``) holds one account's posts, likes, reposts and follows; only what its signed root leads
to is read, and blocks of older states are left out. JSON may be a feed, a thread, a search, a list of
records, of notifications, or of who liked or reposted a post, or events of the firehose or Jetstream, one a
line. A post that is shown as quoted is a record of its own. People are ``bluesky:DID``; a record is known by
its ``at://`` address, a like or a repost by who gives it to what: it is one, wherever it is told. Lists,
profiles and settings are counted and left out, and so are blocks, which are private, and posts, likes and
reposts by accounts that label themselves as bots, in events and among records as well; what others call them
is not asked. What an event says is deleted is not read, in whichever file of a folder it stands, and nothing
of an account that events leave deleted, or deactivated, suspended or taken down. Files that are named one by
one do not know of each other: give their folder.

A record's time is what its author says; where that is implausible, or more than a day after the one in the
record's key, it is the key's.

To suggest identities, the pages of accounts are compared, by id and by handle, and the links in their
profiles.
"""

import re
from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, IgnoredReason, Origin, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import JSON, by_ending, holds, is_json, is_nothing_else, opening
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonfile import first_fields, likely_values, values
from kibbutz_cli.readers.parsing.jsonstream import Item
from kibbutz_cli.readers.parsing.jsonvalues import objects_in
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.posts import skyrepo
from kibbutz_cli.readers.posts.skyrecords import Found, Gone, deeds, uri_of
from kibbutz_cli.readers.posts.skyviews import Unread, account, records, withdrawn
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="bluesky",
    title="Bluesky repository or feed",
    files="repo.car; a feed, thread or records as .json; events as .jsonl; an archive of them",
    coverage=Coverage.COMMUNITY,
    loses="In a repository: what others answered and liked. In a feed: who liked and reposted.",
    how="Settings > Account > Export my data, or the XRPC calls getRepo, getAuthorFeed and getPostThread.",
)

GONE = (b'"delete"', b'"d"', b'"active"', b'"app.bsky.actor.profile')
"""What an event has that deletes a record, today or in old Jetstream, or tells the state of an account.

Its profile says whether it is a bot.
"""

IN_ARCHIVE = 80
_ENDINGS = (".car", *JSON)
_HEADER = pattern(rb"\A.{1,3}\xa2eroots", re.DOTALL)
_REPOSITORY = pattern(rb"cdidx|app\.bsky\.")
_MARKS = (
    (90, "records by their at:// address", pattern(rb'"uri"\s*:\s*"at://did:')),
    (90, "events of Jetstream", pattern(rb'"network\.bsky\.jetstream\.subscribeEvents#')),
    (85, "an event of the firehose", pattern(rb'"(?:blocks|commit)"\s*:\s*\{\s*"\$(?:bytes|link)"\s*:')),
)
_ONE_ACCOUNT = pattern(rb'"(?:postRecords|records)"\s*:')


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is of Bluesky."""
    names = by_ending(tree, _ENDINGS)
    if tree.single:
        return _probed(tree, names[0])
    if (
        not names
        or not is_nothing_else(tree, _ENDINGS)
        or not all(_probed(tree, name).sure for name in names)
    ):
        return NOT_MINE
    return Probe(IN_ARCHIVE, "an archive of repositories or feeds")


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield every record, and a mention for each person it names.

    Raises:
        InputError: There is no such file in it, or one is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = by_ending(tree, _ENDINGS)
    if not names:
        raise InputError(f"{tree.path}: no .car or .json in it: expected records of Bluesky", ABOUT.how)
    gone = _gone(tree, names, budget)
    for name in names:
        head = opening(tree, name)
        if _is_car(tree, name):
            yield from skyrepo.read(tree, name, _origin(tree, name, Coverage.SINGLE), gone, budget)
        else:
            one = bool(_ONE_ACCOUNT.search(head))
            origin = _origin(tree, name, Coverage.SINGLE if one else Coverage.COMMUNITY)
            yield from _answers(tree, name, origin, gone, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the pages of each account that the data describe, and those that its profile names."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    for name in by_ending(tree, _ENDINGS):
        origin = _origin(tree, name, Coverage.SINGLE)
        if _is_car(tree, name):
            yield skyrepo.account(tree, name, origin, budget)
            continue
        for found in values(tree, name, origin, budget):
            for each in () if isinstance(found, Rejection) else objects_in(found.value):
                yield account(each)


def _probed(tree: Tree, name: str) -> Probe:
    head = opening(tree, name)
    if _is_car(tree, name):
        return Probe(95 if _REPOSITORY.search(head) else 60, "a CAR file")
    if not is_json(head):
        return NOT_MINE
    if {"did", "time_us"} <= first_fields(head).keys():
        return Probe(90, "events of Jetstream")
    return next((Probe(sure, seen) for sure, seen, mark in _MARKS if mark.search(head)), NOT_MINE)


def _is_car(tree: Tree, name: str) -> bool:
    try:
        return bool(_HEADER.match(tree.head(name)))
    except InputError:
        return False


def _origin(tree: Tree, name: str, coverage: Coverage) -> Origin:
    return ABOUT._replace(coverage=coverage).origin(tree, name)


def _deletions(tree: Tree, name: str, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the values among which deletions are; of events one a line, no others are looked into."""
    yield from likely_values(tree, name, _origin(tree, name, Coverage.COMMUNITY), budget, GONE)


def _gone(tree: Tree, names: list[str], budget: Budget) -> Gone:
    """Return the records and accounts that are gone at the end of all files, and why."""
    gone: Gone = {}
    # Deletions follow what they delete, in whichever file: they are looked for first, where there are any.
    for name in names:
        if _is_car(tree, name) or not holds(tree, name, *GONE):
            continue
        for found in _deletions(tree, name, budget):
            for key, reason in () if isinstance(found, Rejection) else withdrawn(found.value):
                if reason is None:
                    gone.pop(key, None)
                else:
                    gone[key] = reason
    bots = {key for key, reason in gone.items() if reason is IgnoredReason.BOT}
    accounts = {uri.did: IgnoredReason.BOT for key in bots if (uri := uri_of(key))}
    return accounts | gone


def _answers(tree: Tree, name: str, origin: Origin, gone: Gone, budget: Budget) -> Iterator[Outcome]:
    for found in values(tree, name, origin, budget):
        if isinstance(found, Rejection):
            budget.record()
            yield found
            continue
        for each in records(found.value, budget):
            budget.record()
            here = Record(origin, found.position)
            match each:
                case Unread(code, reason):
                    yield here.rejected(code, reason)
                case Found():
                    yield from deeds(each, here, gone, budget)
                case _:
                    yield here.ignored(each)

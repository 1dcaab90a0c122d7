"""X (Twitter) archives: what one account posted, retweeted, liked and followed.

Only the files named here are opened: never messages, deleted tweets, addresses, contacts, blocks or mutes.
Where ``tweets.js`` is absent, ``tweet-headers.js`` gives the tweets' times. The oldest archives have a script
a month, and the same tweets in ``tweets.csv``, which is read where those scripts are absent. The owner is
taken from ``account.js``, else from the manifest or a header; a lone ``tweets.js`` or ``tweets.csv`` does not
tell, and its author is ``x:owner``, which the report says. The oldest tweets say whether the account was
protected, and ``protected-history.js`` whether it is at last; then they are private, and so are its likes and
follows. To suggest identities,
``profile.js`` is opened too, for the links in it, and the account's e-mail address is compared by its hash.
An edited tweet counts once, in its last version, at the time of its first. Followers are counted and left
out: they did nothing here but follow.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TypeAlias

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, IgnoredReason, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import head_of
from kibbutz_cli.readers.identity import links_in, mailed
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.posts.tweetfates import Fates, foretold
from kibbutz_cli.readers.posts.tweetfields import ACCOUNT, FOLLOW, LIKE, NOTE, PROTECTED, expect
from kibbutz_cli.readers.posts.tweetpeople import pages_of
from kibbutz_cli.readers.posts.tweets import (
    PLATFORM,
    Notes,
    follow,
    follower,
    inner,
    left_over,
    like,
    note_of,
    tweet,
)
from kibbutz_cli.readers.posts.tweettable import has_tweets, rows
from kibbutz_cli.readers.records import Owner, Record

ABOUT = About(
    name="twitter",
    title="X (Twitter) archive",
    files="twitter-DATE-ID.zip with data/tweets.js (tweet.js before 2022); the folder; tweets.js, tweets.csv",
    coverage=Coverage.SINGLE,
    loses="What others answered, who liked and retweeted, when a like was given, and what a retweet repeats.",
    how="Settings > Your account > Download an archive of your data.",
)

UNKNOWN = Owner("owner")
"""The author of tweets whose file does not tell."""

_FILE = pattern(
    r"(account|profile|manifest|tweets?|community-tweet|note-tweet|tweet-headers|like|following|follower|user_details"
    r"|protected-history)"
    r"(?:-part\d+)?\.js"
)
_MONTH = pattern(r"(?:^|/)tweets/(\d{4}_\d\d)\.js$", re.ASCII)
_HEAD = pattern(rb"window\.YTD\.(\w+)\.part\d+\s*=\s*\[|Grailbird\.data\.(tweets)_\d{4}_\d\d\s*=\s*\[")
_ABOVE = pattern(rb"(?:\xef\xbb\xbf)?(?:\s|//[^\n]*\n|/\*(?:[^*]|\*(?!/))*\*/)*")
"""What may stand above it: comments; a text that quotes such a file is none."""
_KINDS = {"tweets": "tweet", "community_tweet": "community-tweet", "tweet_headers": "tweet-headers"}
_KINDS |= {"note_tweet": "note-tweet", "community_tweets": "community-tweet"}
_TWEETS = ("tweet", "community-tweet")
_TABLE = "table"
_TABLE_FILE = "tweets.csv"
_DETAILS = "data/js/user_details.js"
"""Where the oldest archives tell the owner, seen from where their table of tweets is."""

_OTHERS: dict[str, Callable[[Fields, Record], Outcome]] = {"like": like, "following": follow}
_OTHERS |= {"follower": follower}
_READ = (*_TWEETS, "tweet-headers", _TABLE, *_OTHERS)
_KNOWN = {"like": LIKE, "following": FOLLOW, "follower": FOLLOW}
_ID = pattern(rb"(?:accountId|\bid)[\"']?\s*:\s*[\"'](\d{1,20})")
_NAME = pattern(rb"(?:userName|screen_name)[\"']?\s*:\s*[\"'](\w+)", re.ASCII)

Files: TypeAlias = dict[str, list[str]]
"""The files of one archive, by what they hold."""


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is an X archive."""
    best = NOT_MINE
    for files in _archives(tree):
        for kind, names in files.items():
            if kind in _READ and (seen := _ytd(tree, names[0])):
                sure = 95 if kind in _TWEETS and not tree.single else 90 if kind in _TWEETS else 85
                best = max(best, Probe(sure, f"{'tweets' if seen == _TABLE else 'window.YTD'} in {names[0]}"))
    return best


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield tweets, likes and follows of every archive in the tree.

    Raises:
        InputError: There are no such files, or one is truncated.
        LimitError: A limit of the budget is passed.
    """
    archives = _archives(tree)
    if not any(kind in _READ for files in archives for kind in files):
        raise InputError(f"{tree.path}: no tweets.js: expected an X archive", ABOUT.how)
    for files in archives:
        yield from _archive(tree, files, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield each owner's pages and mailbox, and the pages that the profile names in full."""
    for files in _archives(tree):
        told = _first(tree, files.get("account", []), budget)
        if not (own := text_of(told.get("accountId"))):
            continue
        profile = fields_of(_first(tree, files.get("profile", []), budget).get("description"))
        pages = pages_of(own, text_of(told.get("username")))
        links = links_in([profile.get("website"), profile.get("bio")])
        yield Account(f"{PLATFORM}:{own}", pages=pages, links=links)
        if account := mailed(f"{PLATFORM}:{own}", text_of(told.get("email"))):
            yield account


def _first(tree: Tree, names: list[str], budget: Budget) -> Fields:
    for name in names:
        with tree.open(name) as stream:
            for found in items(stream, ABOUT.origin(tree, name), budget, script=True):
                if isinstance(found, Item):
                    return inner(found.value)
    return {}


def _archive(tree: Tree, files: Files, budget: Budget) -> Iterator[Outcome]:
    kinds = [kind for kind in _TWEETS if kind in files]
    if "tweet" not in files:
        kinds += [kind for kind in (_TABLE, "tweet-headers") if kind in files][:1]
    if not kinds and not any(kind in files for kind in _OTHERS):
        return
    owner = _owner(tree, files, budget)
    if owner is UNKNOWN:
        budget.repaired("owner unknown: written as x:owner")
    notes = _notes(tree, files, budget)
    is_protected = _is_protected(tree, files, budget)
    fates = Fates(foretold(tree, [name for kind in _TWEETS for name in files.get(kind, [])]))
    for kind in kinds:
        for found, record in _records(tree, files[kind], owner, budget, is_table=kind == _TABLE):
            if isinstance(found, Rejection):
                yield found
            else:
                fields = inner(found.value)
                expect(fields, budget)
                hidden = [record.ignored(IgnoredReason.PRIVATE)] if is_protected else ()
                yield from hidden or tweet(fields, record, notes, fates)
    yield from left_over(fates, notes)
    for kind, deed in _OTHERS.items():
        for found, record in _records(tree, files.get(kind, []), owner, budget):
            if isinstance(found, Rejection):
                yield found
            else:
                fields = inner(found.value)
                budget.expects(_KNOWN[kind], fields, kind)
                yield record.ignored(IgnoredReason.PRIVATE) if is_protected else deed(fields, record)


def _records(
    tree: Tree, names: list[str], owner: Owner, budget: Budget, *, is_table: bool = False
) -> Iterator[tuple[Item | Rejection, Record]]:
    for name in names:
        origin = ABOUT.origin(tree, name)
        with tree.open(name) as stream:
            read_from = (
                rows(stream, origin, budget) if is_table else items(stream, origin, budget, script=True)
            )
            for found in read_from:
                budget.record()
                yield found, Record(origin, found.position, owner)


def _archives(tree: Tree) -> list[Files]:
    """Return the files of each archive: those of one folder, where the oldest keep theirs in ``tweets/``."""
    if tree.single:
        name = tree.names()[0]
        kind = _ytd(tree, name)
        return [{_KINDS.get(kind, kind): [name]}] if kind else []
    folders: dict[str, Files] = defaultdict(dict)
    for name in tree.names():
        folder, _, base = name.rpartition("/")
        if month := _MONTH.search(name):
            folders[name[: month.start()]].setdefault("tweet", []).append(name)
        elif found := _FILE.fullmatch(base):
            kind = _KINDS.get(found[1], found[1])
            folders[folder].setdefault(kind, []).append(name)
        elif base == _TABLE_FILE and has_tweets(head_of(tree, name)):
            folders[folder][_TABLE] = [name]
    _settle_tables(folders, set(tree.names()))
    for files in folders.values():
        for names in files.values():
            # "tweets-part10.js" comes after "tweets-part9.js", and "tweets.js" before both.
            names.sort(key=lambda name: (len(name), name))
    return [folders[folder] for folder in sorted(folders)]


def _settle_tables(folders: dict[str, Files], names: set[str]) -> None:
    """Leave out the tables whose tweets are in scripts as well, and find the owners of the others."""
    for folder, files in folders.items():
        if _TABLE in files:
            root = f"{folder}/" if folder else ""
            if any("tweet" in others for other, others in folders.items() if other.startswith(root)):
                del files[_TABLE]
            elif root + _DETAILS in names:
                files["user_details"] = [root + _DETAILS]


def _ytd(tree: Tree, name: str) -> str:
    """Return what a file says it holds; empty if it is no file of an archive."""
    try:
        head = tree.head(name)
    except InputError:
        return ""
    if (found := _HEAD.search(head[:4096])) and _ABOVE.fullmatch(head, 0, found.start()):
        return (found[1] or found[2]).decode()
    return _TABLE if has_tweets(head) else ""


def _owner(tree: Tree, files: Files, budget: Budget) -> Owner:
    for name in files.get("account", []):
        with tree.open(name) as stream:
            for found in items(stream, ABOUT.origin(tree, name), budget, script=True):
                account = inner(found.value) if isinstance(found, Item) else {}
                budget.expects(ACCOUNT, account, "account")
                if account_id := text_of(account.get("accountId")):
                    return Owner(account_id, text_of(account.get("username")) or None)
    for name in (*files.get("manifest", []), *files.get("user_details", [])):
        head = tree.head(name)
        if owner_id := _ID.search(head):
            username = _NAME.search(head)
            return Owner(owner_id[1].decode(), username[1].decode() if username else None)
    for name in files.get("tweet-headers", []):
        with tree.open(name) as stream:
            for found in items(stream, ABOUT.origin(tree, name), budget, script=True):
                if isinstance(found, Item) and (user := text_of(inner(found.value).get("user_id"))):
                    return Owner(user)
    return _author(tree, files, budget)


def _is_protected(tree: Tree, files: Files, budget: Budget) -> bool:
    """Return whether the owner, by the latest change told, shows the tweets to followers only."""
    latest = ("", "")
    for name in files.get("protected-history", []):
        with tree.open(name) as stream:
            for found in items(stream, ABOUT.origin(tree, name), budget, script=True):
                change = inner(found.value) if isinstance(found, Item) else {}
                budget.expects(PROTECTED, change, "protectedHistory")
                latest = max(latest, (text_of(change.get("protectedAt")), text_of(change.get("action"))))
    return latest[1].casefold().startswith("protect")


def _author(tree: Tree, files: Files, budget: Budget) -> Owner:
    """Return the author a tweet names itself, as the oldest archives do."""
    for name in files.get("tweet", [])[:1]:
        with tree.open(name) as stream:
            for found in items(stream, ABOUT.origin(tree, name), budget, script=True):
                user = fields_of(inner(found.value).get("user")) if isinstance(found, Item) else {}
                author = text_of(user.get("id_str")) or text_of(user.get("id"))
                return Owner(author, text_of(user.get("screen_name")) or None) if author else UNKNOWN
    return UNKNOWN


def _notes(tree: Tree, files: Files, budget: Budget) -> Notes:
    notes: Notes = {}
    for name in files.get("note-tweet", []):
        with tree.open(name) as stream:
            for found in items(stream, ABOUT.origin(tree, name), budget, script=True):
                fields = inner(found.value) if isinstance(found, Item) else {}
                budget.expects(NOTE, fields, "noteTweet")
                notes |= note_of(fields)
    return notes

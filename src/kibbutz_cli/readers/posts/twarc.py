"""X (Twitter) API JSON, as twarc and others save it: tweets of v1.1 and v2 by everybody they found.

Tweets of v1.1 stand one a line, in an array or in a search's ``statuses``; those of v2 in pages with what
they refer to beside them, or flattened, one a line. A tweet inside another (the original of a retweet, the
quoted one) is a record of its own; one found twice counts once, and so does an edited one, in its last
version, at the time of its first. People and tweets are named as in an X archive, so that both can be read
together. Accounts, counts, and notices of deletion are counted and left out; what a stream of v1.1 says is
deleted, before or behind it, is left out as deleted. Tweets of protected accounts are private. Mentions
without an id name nobody, unless the page does.

To suggest identities, the pages of accounts are compared, and where the links in their profiles lead.
"""

from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, IgnoredReason, Outcome, Rejection, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import is_json, is_nothing_else, listed, opening
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonfile import values
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, objects_in, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.posts.tweetfates import Fates, foretold
from kibbutz_cli.readers.posts.tweetfields import expect
from kibbutz_cli.readers.posts.tweetpages import FLAT, is_page, is_tweet, of_flat, of_page
from kibbutz_cli.readers.posts.tweetpeople import account
from kibbutz_cli.readers.posts.tweets import left_over, tweet
from kibbutz_cli.readers.records import Owner, Record

ABOUT = About(
    name="twarc",
    title="X (Twitter) API JSON",
    files="tweets.jsonl of twarc or twarc2, flattened or not; search.json; an archive of them",
    coverage=Coverage.COMMUNITY,
    loses="Who liked and who saw a tweet, and what the query did not ask for.",
    how="With an API key: twarc2 search --archive QUERY tweets.jsonl, or twarc search QUERY > tweets.jsonl.",
)

STATUSES = "statuses"
IN_ARCHIVE = 70
SURE = 50
"""A file below this holds no tweets."""

_V1 = (rb'"id_str"\s*:', rb'"in_reply_to_(?:status|user)_id_str"\s*:', rb'"screen_name"\s*:')
_V2 = (
    rb'"(?:author_id|conversation_id)"\s*:\s*"\d',
    rb'"(?:public_metrics|edit_history_tweet_ids|__twarc)"\s*:',
)
_OTHERS = (rb'"(?:__twarc|tweet_count)"\s*:', rb'"(?:username|start)"\s*:')
_SEARCH = (rb'"statuses"\s*:\s*\[', rb'"search_metadata"\s*:')
_DELETIONS = (rb'"delete"\s*:\s*\{\s*"status"\s*:\s*\{', rb'"user_id_str"\s*:')
"""How a stream may begin, for longer than is looked at: nothing but streams has them, beside their tweets."""

_NOTICES = (rb'"action"\s*:\s*"(?:delete|undelete|scrub_geo)"', rb'"(?:reason|redacted_at)"\s*:')
_MARKS = (
    (90, "tweets of the API v1.1", _V1),
    (90, "tweets of the API v2", (*_V2, rb'"text"\s*:')),
    (60, "a search of the API v1.1", _SEARCH),
    (60, "accounts or counts of the API v2", _OTHERS),
    (60, "a stream of the API v1.1", _DELETIONS),
    (40, "notices of the API v2, no tweets", _NOTICES),
)
_COMPILED = [(sure, seen, [pattern(mark) for mark in marks]) for sure, seen, marks in _MARKS]


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is what the X API answered."""
    if tree.single:
        return _probed(tree, tree.names()[0])
    if not is_nothing_else(tree):
        return NOT_MINE
    # Beside tweets there may be notices, and queries that found nothing.
    sures = [_probed(tree, name).sure for name in listed(tree) if opening(tree, name)]
    return (
        Probe(IN_ARCHIVE, "an archive of tweets")
        if all(sures) and max(sures, default=0) >= SURE
        else NOT_MINE
    )


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield every tweet found, and a mention for each person it names.

    Raises:
        InputError: There is no JSON in it, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = listed(tree)
    if not names:
        raise InputError(f"{tree.path}: no JSON in it: expected tweets of the X API", ABOUT.how)
    fates = Fates(foretold(tree, names))
    for name in names:
        origin = ABOUT.origin(tree, name)
        for found in values(tree, name, origin, budget, STATUSES):
            if isinstance(found, Rejection):
                budget.record()
                yield found
                continue
            for value in _records(found.value, budget):
                budget.record()
                yield from _outcomes(value, Record(origin, found.position), fates)
    yield from left_over(fates, {})


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the pages of each account, and those that its profile names."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    for name in listed(tree):
        for found in values(tree, name, ABOUT.origin(tree, name), budget, STATUSES):
            if not isinstance(found, Rejection):
                yield from map(account, objects_in(found.value))


def _probed(tree: Tree, name: str) -> Probe:
    head = opening(tree, name)
    if not is_json(head):
        return NOT_MINE
    for sure, seen, marks in _COMPILED:
        if all(mark.search(head) for mark in marks):
            return Probe(sure, seen)
    return NOT_MINE


def _records(value: object, budget: Budget) -> Iterator[object]:
    """Yield the records in a value: those of a page, or a tweet and the tweets inside it."""
    fields = fields_of(value)
    if type(fields.get(STATUSES)) is list:
        for status in fields[STATUSES]:  # type: ignore[attr-defined]  # a list
            yield from _records(status, budget)
    elif is_tweet(fields):
        yield from of_flat(fields, budget) if not FLAT.isdisjoint(fields) else _nested(fields, budget)
    elif is_page(fields):
        yield from of_page(fields, budget)
    else:
        yield value


def _nested(status: Fields, budget: Budget) -> Iterator[Fields]:
    """Yield a tweet of v1.1 with its whole text, then those in it."""
    expect(status, budget)
    longer = fields_of(status.get("extended_tweet"))
    yield status | longer if longer else status
    for key in ("retweeted_status", "quoted_status"):
        if inside := status.get(key):
            yield from _nested(fields_of(inside), budget)


def _outcomes(value: object, record: Record, fates: Fates) -> Iterator[Outcome]:
    fields = fields_of(value)
    user = fields_of(fields.get("user"))
    if not fields:
        yield record.rejected(RejectionCode.MALFORMED, "no tweet: expected an object")
    elif not is_tweet(fields):
        yield record.ignored(IgnoredReason.NOT_ACTIVITY)
    elif not (account := text_of(user.get("id_str")) or text_of(user.get("id"))):
        yield record.rejected(RejectionCode.NO_ACTOR, "user.id_str, author_id: expected the author's id")
    else:
        owner = Owner(account, text_of(user.get("screen_name")) or None)
        yield from tweet(fields, record._replace(owner=owner), {}, fates)

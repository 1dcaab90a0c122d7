"""A page of the X API v2 as tweets of the shape that the archive and the API v1.1 have.

A page holds tweets in ``data``, and in ``includes`` the tweets and people they refer to; flattened, a tweet
holds what it refers to itself. Its author, whom it answers and what it repeats are said by id alone,
so that names and the authors of originals are looked up in the page.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.posts.tweetfields import METRICS, PAGE, TWEET_V2, USER_V2
from kibbutz_cli.readers.posts.tweets import dicts

FLAT = frozenset({"author_id", "author", "public_metrics", "edit_history_tweet_ids", "referenced_tweets"})
"""A tweet of v2 has one of these at its top; one of v1.1 has none."""


class People(NamedTuple):
    """Who is known in a page.

    Attributes:
        users: Accounts by id.
        ids: Ids of accounts by name in lower case.
        authors: Ids of the authors of tweets by the tweet's id.
    """

    users: dict[str, Fields]
    ids: dict[str, str]
    authors: dict[str, str]


def is_page(value: Fields) -> bool:
    """Return whether a value is a page: what was asked for, and beside it what that refers to."""
    return type(value.get("data")) in (dict, list) or "includes" in value


def of_page(value: Fields, budget: Budget) -> Iterator[Fields]:
    """Yield the records of a page, tweets in the shape of v1.1 and others as they are."""
    budget.expects(PAGE, value, "page")
    data, includes = value.get("data"), fields_of(value.get("includes"))
    found = [
        *(data if type(data) is list else [data] if data is not None else ()),
        *dicts(includes.get("tweets")),
    ]
    # Where accounts were asked for, it is they whose tweets are beside them.
    asked = [each for each in map(fields_of, found) if "username" in each and not is_tweet(each)]
    people = _people([*dicts(includes.get("users")), *asked], found, budget)
    for each in map(fields_of, found):
        yield _tweet(each, people, budget) if is_tweet(each) else each


def of_flat(value: Fields, budget: Budget) -> Iterator[Fields]:
    """Yield a flattened tweet in the shape of v1.1, then the tweets it holds."""
    found = list(_held(value))
    users = [user for each in found for user in _users_in(each)]
    people = _people(users, found, budget)
    for each in found:
        yield _tweet(each, people, budget)


def is_tweet(value: Fields) -> bool:
    """Return whether a record has the words of a tweet; accounts, counts and notices have none."""
    return "text" in value or "full_text" in value


def _held(tweet: Fields) -> Iterator[Fields]:
    yield tweet
    for each in dicts(tweet.get("referenced_tweets")):
        if is_tweet(each):
            yield from _held(each)


def _users_in(tweet: Fields) -> Iterator[Fields]:
    for key in ("author", "in_reply_to_user"):
        yield fields_of(tweet.get(key))
    yield from dicts(fields_of(tweet.get("entities")).get("mentions"))


def _people(users: list[Fields], tweets: list[object] | list[Fields], budget: Budget) -> People:
    for user in users:
        budget.expects(USER_V2, user, "user")
    known = {text_of(user.get("id")): user for user in reversed(users) if user.get("id")}
    ids = {text_of(user.get("username")).lower(): account for account, user in known.items()}
    authors = {
        text_of(fields_of(tweet).get("id")): text_of(fields_of(tweet).get("author_id")) for tweet in tweets
    }
    return People(known, ids, authors)


def _tweet(tweet: Fields, people: People, budget: Budget) -> Fields:
    budget.expects(TWEET_V2, tweet)
    counts = fields_of(tweet.get("public_metrics"))
    budget.expects(METRICS, counts, "public_metrics")
    referred = {
        text_of(each.get("type")): text_of(each.get("id")) for each in dicts(tweet.get("referenced_tweets"))
    }
    answered = text_of(tweet.get("in_reply_to_user_id"))
    author = _author(tweet)
    rewritten: Fields = {
        "id_str": text_of(tweet.get("id")),
        "user": _user(author, people),
        "full_text": fields_of(tweet.get("note_tweet")).get("text") or tweet.get("text"),
        "created_at": tweet.get("created_at"),
        "lang": tweet.get("lang"),
        "conversation_id_str": text_of(tweet.get("conversation_id")),
        "entities": {"user_mentions": _mentions(tweet, people)},
        "in_reply_to_status_id_str": referred.get("replied_to"),
        "in_reply_to_user_id_str": answered,
        "in_reply_to_screen_name": _name(answered, people),
        "is_quote_status": "quoted" in referred,
        "favorite_count": counts.get("like_count"),
        "retweet_count": counts.get("retweet_count"),
        "reply_count": counts.get("reply_count"),
        "view_count": counts.get("impression_count"),
    }
    if "retweeted" in referred:
        rewritten["retweeted_status"] = _original(referred["retweeted"], people)
    if "quoted" in referred:
        rewritten["quoted_status_id_str"] = referred["quoted"]
        rewritten["quoted_status"] = _original(referred["quoted"], people)
    versions = tweet.get("edit_history_tweet_ids")
    if type(versions) is list and len(versions) > 1:
        rewritten["edit_info"] = {"edit": {"editTweetIds": versions, "initialTweetId": text_of(versions[0])}}
    return rewritten


def _author(tweet: Fields) -> str:
    return text_of(tweet.get("author_id")) or text_of(fields_of(tweet.get("author")).get("id"))


def _user(account: str, people: People) -> Fields:
    user = people.users.get(account, {})
    return {
        "id_str": account,
        "screen_name": text_of(user.get("username")),
        "protected": user.get("protected") is True,
    }


def _name(account: str, people: People) -> str:
    return text_of(people.users.get(account, {}).get("username"))


def _original(tweet_id: str, people: People) -> Fields:
    return {"id_str": tweet_id, "user": _user(people.authors.get(tweet_id, ""), people)}


def _mentions(tweet: Fields, people: People) -> list[Fields]:
    """Return whom a tweet names; early files give no ids, which the page may know."""
    named: list[Fields] = []
    for mention in dicts(fields_of(tweet.get("entities")).get("mentions")):
        name = text_of(mention.get("username"))
        account = text_of(mention.get("id")) or people.ids.get(name.lower(), "")
        place = [mention.get("start"), mention.get("end")]
        named.append({"id_str": account, "screen_name": name, "indices": place})
    return named

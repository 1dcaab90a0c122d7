"""What a record of an X archive says: a tweet and the people in it, a like, a follow.

The archive names no author: every tweet is the owner's. A retweet has no id of the original, only
``RT @name:`` and the mention that stands there; what says that it answers is a reply, however it begins.
A tweet without a time has one in its id, to the millisecond: ids since November 2010 are snowflakes. The time
of a like is unknown; the liked tweet's id tells its own time only, so it is not used. Of an edited tweet the
latest version that is there counts, under the first one's id.
The X API says the same of tweets in the same words, and more: who wrote the original of a retweet, which
tweet is quoted, and where the conversation began.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from pydantic import ValidationError

from kibbutz_cli.model.activity import (
    Activity,
    Clock,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
    activity_of,
)
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.markup import unescaped
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso, twitter
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.posts.tweetfates import Fates, Version, version_of
from kibbutz_cli.readers.records import Owner, Record, mentions

PLATFORM = "x"
COMMUNITY = "x.com"
FIRST_SNOWFLAKE = 29_700_859_247
"""The first id that holds a time (4 November 2010)."""

SNOWFLAKE_EPOCH_MS = 1_288_834_974_657
SAME_WORDS = 40
"""Characters by which a long text is known to go with a tweet of the same second."""

WRAPPERS = ("tweet", "noteTweet", "like", "following", "follower", "account")
"""The names a record is wrapped in; what may stand beside it there is not ours to know."""

BEHIND_RT = "3"
"""Where the mention begins that makes a tweet a retweet."""

_NAMED = pattern(r"@(\w+)")
_RETWEET = pattern(r"RT @(\w+):?")
_STATUS = pattern(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(?:#!/)?(\w+|i/web)/status(?:es)?/(\d+)", re.ASCII
)
"""The address of a tweet, with its author's name or without."""

_NAMELESS = frozenset({"i", "i/web"})
_NO_LANGUAGE = frozenset({"", "und", "zxx", "art", "qam", "qct", "qht", "qme", "qst"})


class Note(NamedTuple):
    """What tells the whole text of a long tweet, of which the tweet itself holds the beginning."""

    second: int
    start: str


Notes: TypeAlias = dict[Note, int]
"""The lengths of long texts; those of a thread may be of the same second."""


class Words(NamedTuple):
    """What kind of tweet it is, what it answers, and whose that is."""

    kind: Kind
    object_id: str | None = None
    target: str | None = None
    target_name: str | None = None


def inner(value: object) -> Fields:
    """Return the record inside its wrapper, ``{"tweet": {...}}``; older archives have none."""
    fields = fields_of(value)
    name = next(iter(fields), "")
    return fields_of(fields[name]) if name in WRAPPERS or len(fields) == 1 else fields


def note_of(note: Fields) -> Notes:
    """Return a long text of ``note-tweet.js``; none where it has no time to find its tweet by."""
    try:
        ts_us, _ = iso(text_of(note.get("createdAt")))
    except ValueError:
        return {}
    text = text_of(fields_of(note.get("core")).get("text"))
    return {} if ts_us is None else {_note(text, ts_us): len(text)}


def tweet(fields: Fields, record: Record, notes: Notes, fates: Fates) -> Iterator[Outcome]:
    """Yield what a tweet comes to, and a mention for each further person it names.

    Args:
        fields: The tweet.
        record: Where it stands.
        notes: The lengths of long texts.
        fates: What becomes of tweets later; this one waits there if it is edited.
    """
    own_id = _id_of(fields)
    if not fields:
        yield record.rejected(RejectionCode.MALFORMED, "no tweet: expected an object")
        return
    if fields_of(fields.get("user")).get("protected") is True:
        yield record.ignored(IgnoredReason.PRIVATE)
        return
    if not own_id:
        yield record.rejected(RejectionCode.NO_ID, "id_str: expected the tweet's id")
        return
    version = version_of(fields, own_id, record)
    if fates.is_deleted(version):
        yield record.ignored(IgnoredReason.DELETED)
    elif not fates.waits(version):
        yield from _told(version, notes)
    elif lesser := fates.lesser(version):
        yield lesser.record.ignored(IgnoredReason.DUPLICATE)


def left_over(fates: Fates, notes: Notes) -> Iterator[Outcome]:
    """Yield what the edited tweets come to, each in its latest version."""
    for version in fates.latest():
        if fates.is_deleted(version):
            yield version.record.ignored(IgnoredReason.DELETED)
        else:
            yield from _told(version, notes)


def like(fields: Fields, record: Record) -> Outcome:
    """Return a like; its time and the author of the tweet are unknown."""
    liked = text_of(fields.get("tweetId"))
    if not liked or len(liked) > 64:
        return record.rejected(RejectionCode.NO_ID, "tweetId: expected the id of a tweet")
    return _undated(Kind.LIKE, f"like-{liked}", record, object_id=liked)


def follow(fields: Fields, record: Record) -> Outcome:
    """Return that the owner follows an account; since when is unknown."""
    followed = text_of(fields.get("accountId"))
    if not followed or len(followed) > 64:
        return record.rejected(RejectionCode.NO_ID, "accountId: expected the id of an account")
    return _undated(Kind.FOLLOW, f"follow-{followed}", record, target=_member(followed))


def follower(_fields: Fields, record: Record) -> Outcome:
    """Return that a follower is left out: one line about somebody would make a member of them."""
    return record.ignored(IgnoredReason.NOT_ACTIVITY)


def dicts(value: object) -> Iterator[Fields]:
    """Yield the objects in a list."""
    if type(value) is list:
        yield from (each for each in value if type(each) is dict)


def _told(version: Version, notes: Notes) -> Iterator[Outcome]:
    is_first = version.own_id == version.first_id
    moment = _moment(version.fields.get("created_at") if is_first else None, version.first_id)
    if moment is None:
        yield version.record.rejected(
            RejectionCode.BAD_TIME, "created_at: expected a time as Twitter writes it"
        )
        return
    try:
        yield from _activities(version.fields, version.first_id, moment, version.record, notes)
    except ValidationError as exc:
        yield version.record.invalid(exc)


def _activities(
    fields: Fields, activity_id: str, moment: Moment, record: Record, notes: Notes
) -> Iterator[Activity]:
    owner, ts_us, clock = record.owner, *moment
    text = unescaped(text_of(fields.get("full_text")) or text_of(fields.get("text")))
    people = _people(fields)
    words = _words(fields, text, people, owner)
    own = words.kind is not Kind.RESHARE
    language = text_of(fields.get("lang"))
    post = activity_of(
        {
            "activity_id": activity_id,
            "platform": PLATFORM,
            "community": COMMUNITY,
            "actor": _member(owner.account),
            "actor_name": owner.name,
            "kind": words.kind,
            "object_id": words.object_id,
            "target": words.target,
            "target_name": words.target_name,
            "thread_id": _thread(fields, words, activity_id),
            "ts_us": ts_us,
            "clock": clock,
            "text_len": _length(text, ts_us, notes) if own else 0,
            "text_print": print_of(text) if own else None,
            "lang": None if language in _NO_LANGUAGE else language,
            # A retweet shows the counts of the original, which is another member's.
            "like_count": counts.written(text_of(fields.get("favorite_count"))) if own else None,
            "reply_count": counts.written(text_of(fields.get("reply_count"))) if own else None,
            "reshare_count": counts.written(text_of(fields.get("retweet_count"))) if own else None,
            "view_count": counts.written(text_of(fields.get("view_count"))) if own else None,
            "origin": record.origin,
            "position": record.position,
        }
    )
    yield post
    if own:
        yield from mentions(post, {member: name for name, member in people.items()})


def _words(fields: Fields, text: str, people: dict[str, str], owner: Owner) -> Words:
    original = fields_of(fields.get("retweeted_status"))
    retweet = _RETWEET.match(text)
    name = retweet[1] if retweet else ""
    if original:
        return _retweet(fields, original, name, people)
    status, answered = (_number(fields, f"in_reply_to_{what}_id") for what in ("status", "user"))
    if status or answered:
        whose = text_of(fields.get("in_reply_to_screen_name")) or None
        return Words(Kind.REPLY, status or None, _member(answered) if answered else None, whose)
    if retweet:
        return _retweet(fields, original, name, people)
    if "is_quote_status" in fields:
        return _declared_quote(fields)
    # Of several the last is quoted: who quotes a tweet has its address put behind all other words.
    for url in reversed([*dicts(fields_of(fields.get("entities")).get("urls"))]):
        quoted = _STATUS.match(text_of(url.get("expanded_url")))
        # A text cut short ends with the address of the tweet itself.
        if quoted and quoted[2] != _id_of(fields):
            return _quote(quoted[2], quoted[1], people, owner)
    return Words(Kind.POST)


def _thread(fields: Fields, words: Words, activity_id: str) -> str | None:
    """Return the conversation as v2 tells it; none for what follows another tweet, deep in one maybe."""
    told = words.kind is not Kind.RESHARE and _number(fields, "conversation_id")
    return told or (None if words.object_id else activity_id)


def _quote(quoted: str, name: str, people: dict[str, str], owner: Owner) -> Words:
    """Return the quote of a tweet whose address has a name, or what stands for any."""
    if name in _NAMELESS:
        return Words(Kind.QUOTE, quoted)
    itself = owner.name is not None and name.lower() == owner.name.lower()
    target = _member(owner.account) if itself else people.get(name.lower())
    return Words(Kind.QUOTE, quoted, target, name)


def _retweet(fields: Fields, original: Fields, name: str, people: dict[str, str]) -> Words:
    user = fields_of(original.get("user"))
    author, name = _number(user, "id"), text_of(user.get("screen_name")) or name
    target = _member(author) if author else people.get(name.lower()) or _behind_rt(fields)
    return Words(Kind.RESHARE, _number(original, "id") or None, target, name or None)


def _behind_rt(fields: Fields) -> str | None:
    """Return the member whom a retweet begins with, whatever the name is now; none if the account is gone."""
    mentioned = list(_mentioned(fields))
    begins = [text_of(next(iter(list_of(mention.get("indices"))), None)) for mention in mentioned]
    if any(begins):
        return _named_by(mentioned[begins.index(BEHIND_RT)]) if BEHIND_RT in begins else None
    # Where no mention tells its place, the first is the author; but one whom the text names is a bystander.
    text = text_of(fields.get("full_text")) or text_of(fields.get("text"))
    if not mentioned or text_of(mentioned[0].get("screen_name")).lower() in _NAMED.findall(text.lower()):
        return None
    return _named_by(mentioned[0])


def _declared_quote(fields: Fields) -> Words:
    """Return the quote that the API declares; of one that is gone it has the id alone."""
    quoted = _number(fields, "quoted_status_id")
    if not quoted:
        return Words(Kind.POST)
    user = fields_of(fields_of(fields.get("quoted_status")).get("user"))
    author = _number(user, "id")
    return Words(
        Kind.QUOTE, quoted, _member(author) if author else None, text_of(user.get("screen_name")) or None
    )


def _member(account_id: str) -> str:
    return f"{PLATFORM}:{account_id}"


def _mentioned(fields: Fields) -> Iterator[Fields]:
    return dicts(fields_of(fields.get("entities")).get("user_mentions"))


def _named_by(mention: Fields) -> str | None:
    """Return the member of a mention; suspended accounts have the id -1."""
    account_id = _number(mention, "id")
    return _member(account_id) if account_id and account_id != "-1" else None


def _people(fields: Fields) -> dict[str, str]:
    """Return who is mentioned: members by name in lower case."""
    people: dict[str, str] = {}
    for mention in _mentioned(fields):
        if member := _named_by(mention):
            people.setdefault(text_of(mention.get("screen_name")).lower(), member)
    return people


def _id_of(fields: Fields) -> str:
    return _number(fields, "id") or text_of(fields.get("tweet_id"))


def _number(fields: Fields, key: str) -> str:
    """Return an id as text: what is written as a text beside the number, which some programs round."""
    return text_of(fields.get(f"{key}_str")) or text_of(fields.get(key))


def _moment(created: object, tweet_id: str) -> Moment | None:
    """Return a tweet's time, from its id where it has no other; none if what it has is no time."""
    if created is None:
        number = int(tweet_id) if tweet_id.isascii() and tweet_id.isdigit() and len(tweet_id) < 20 else 0
        if number < FIRST_SNOWFLAKE:
            return MISSING
        return ((number >> 22) + SNOWFLAKE_EPOCH_MS) * 1000, Clock.EXACT
    try:
        return twitter(text_of(created))
    except ValueError:
        return None


def _length(text: str, ts_us: int | None, notes: Notes) -> int:
    told = notes.get(_note(text, ts_us), 0) if notes and ts_us is not None else 0
    return max(told, len(text))


def _note(text: str, ts_us: int) -> Note:
    return Note(ts_us // 1_000_000, text[:SAME_WORDS])


def _undated(
    kind: Kind, what: str, record: Record, *, object_id: str | None = None, target: str | None = None
) -> Outcome:
    owner = record.owner
    values: dict[str, object] = {
        "activity_id": f"{_member(owner.account)}#{what}",
        "platform": PLATFORM,
        "community": COMMUNITY,
        "actor": _member(owner.account),
        "actor_name": owner.name,
        "kind": kind,
        "object_id": object_id,
        "target": target,
        "clock": Clock.MISSING,
        "origin": record.origin,
        "position": record.position,
    }
    return record.outcome(values)

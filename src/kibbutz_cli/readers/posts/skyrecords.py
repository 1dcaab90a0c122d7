"""What a record of a Bluesky repository says: a post and the people in it, a like, a repost, a follow.

A record is known by its address ``at://DID/COLLECTION/KEY``, a like or a repost by what it is of. Its time is
the one its author's program wrote; where that is none, before 1990, or a day after the record's own key was
made, the key's time is taken.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from pydantic import ValidationError

from kibbutz_cli.model.activity import Clock, IgnoredReason, Kind, Outcome, RejectionCode, activity_of
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.posts.skyfields import expect
from kibbutz_cli.readers.posts.tweets import dicts
from kibbutz_cli.readers.records import Record, mentions

PLATFORM = "bluesky"
SITE = "https://bsky.app/profile/"
"""Where an account has its page, by its id and by its handle."""
COMMUNITY = "bsky.app"
BOT = "bot"
"""The label by which an account says that it is run by a program."""
DAY_US = 86_400_000_000
FIRST_KEY_US = 1_640_995_200_000_000
"""2022-01-01: the protocol is not older, so that an earlier key holds no time."""

LAST_KEY_US = 4_102_444_800_000_000

_URI = pattern(r"at://(did:[a-z0-9]+:[\w.:%-]+)/([a-zA-Z0-9.-]+)/([\w.~:-]{1,512})", re.ASCII)
_LETTERS = {letter: number for number, letter in enumerate("234567abcdefghijklmnopqrstuvwxyz")}
PROFILE = "app.bsky.actor.profile/self"
"""Where an account keeps what it says of itself."""

POST = "app.bsky.feed.post"
_TOWARDS = {"app.bsky.feed.like": Kind.LIKE, "app.bsky.feed.repost": Kind.RESHARE}
_VOTES = {"up": Kind.LIKE, "down": Kind.DISLIKE}
_PRIVATE = frozenset({"app.bsky.graph.block", "app.bsky.graph.listblock"})


class Uri(NamedTuple):
    """The address of a record, in its parts."""

    did: str
    collection: str
    key: str

    def __str__(self) -> str:
        return f"at://{self.did}/{self.collection}/{self.key}"


class View(NamedTuple):
    """What is known of a record beside it: how its author is shown, and the counts of others' deeds."""

    name: str | None = None
    likes: object = None
    replies: object = None
    reshares: object = None


class Words(NamedTuple):
    """What kind of deed a record is, what it answers, whose that is, and where it began."""

    kind: Kind
    object_id: str | None = None
    target: str | None = None
    thread_id: str | None = None


ALONE = View()


Gone: TypeAlias = dict[str, IgnoredReason]
"""The addresses of records, and the ids of accounts, that are gone or to be left out, and why."""


class Found(NamedTuple):
    """A record where it was found: its address, what it holds, and what is known beside it."""

    uri: Uri
    value: object
    view: View = ALONE


def uri_of(text: object) -> Uri | None:
    """Return an address in its parts, none where it names no account by its id."""
    found = _URI.fullmatch(text) if type(text) is str else None
    return Uri(found[1], found[2], found[3]) if found else None


def is_bot(profile: Fields) -> bool:
    """Return whether an account labels itself as a bot in its profile."""
    labels = dicts(fields_of(profile.get("labels")).get("values"))
    return any(label.get("val") == BOT for label in labels)


def deeds(found: Found, record: Record, gone: Gone, budget: Budget) -> Iterator[Outcome]:
    """Yield what a record comes to, unless it is gone, and a mention for each further person it names."""
    if absence := gone.get(str(found.uri)) or gone.get(found.uri.did):
        yield record.ignored(absence)
        return
    uri, fields = found.uri, fields_of(found.value)
    if not fields:
        yield record.rejected(RejectionCode.MALFORMED, f"{uri}: no record: expected an object")
        return
    if uri.collection in _PRIVATE:
        yield record.ignored(IgnoredReason.PRIVATE)
        return
    words = _words(uri, fields)
    if words is None:
        yield record.ignored(IgnoredReason.NOT_ACTIVITY)
        return
    expect(uri.collection, fields, budget)
    if not words.target and words.kind in (Kind.LIKE, Kind.DISLIKE, Kind.RESHARE, Kind.FOLLOW):
        yield record.rejected(RejectionCode.NO_ID, f"{uri}: subject: expected a record or an account")
        return
    moment = _moment(fields.get("createdAt"), uri.key)
    if moment is None:
        yield record.rejected(RejectionCode.BAD_TIME, f"{uri}: createdAt: expected an ISO 8601 time")
        return
    try:
        yield from _activities(found, words, moment, record)
    except ValidationError as exc:
        yield record.invalid(exc)


def member(did: str) -> str:
    """Return the member of an account's id."""
    return f"{PLATFORM}:{did}"


def key_moment(key: str) -> Moment:
    """Return the time a record's key was made at, missing where the key holds none."""
    if len(key) != 13 or not _LETTERS.keys() >= set(key):
        return MISSING
    number = 0
    for letter in key:
        number = number << 5 | _LETTERS[letter]
    ts_us = number >> 10
    return (ts_us, Clock.EXACT) if FIRST_KEY_US <= ts_us < LAST_KEY_US else MISSING


def _activities(found: Found, words: Words, moment: Moment, record: Record) -> Iterator[Outcome]:
    uri, fields, view = found.uri, fields_of(found.value), found.view
    text = text_of(fields.get("text")) if uri.collection == POST else ""
    post = activity_of(
        {
            "activity_id": _id(uri, words),
            "platform": PLATFORM,
            "community": COMMUNITY,
            "actor": member(uri.did),
            "actor_name": view.name,
            "kind": words.kind,
            "object_id": words.object_id,
            "target": words.target,
            # What is liked, or quoted, may be deep in a conversation, whose root is not known here.
            "thread_id": words.thread_id or (str(uri) if words.kind is Kind.POST else None),
            "ts_us": moment[0],
            "clock": moment[1],
            "text_len": len(text),
            "text_print": print_of(text),
            "lang": _language(fields),
            "like_count": _count(view.likes),
            "reply_count": _count(view.replies),
            "reshare_count": _count(view.reshares),
            "origin": record.origin,
            "position": record.position,
        }
    )
    yield post
    if named := _named(fields):
        yield from mentions(post, named)


def _id(uri: Uri, words: Words) -> str:
    """Return what a record is known by; an account gives a post one like, whose key is not always told."""
    return str(uri._replace(key=f"of/{words.object_id}") if uri.collection in _TOWARDS else uri)


def _words(uri: Uri, fields: Fields) -> Words | None:
    """Return what a record says; none where it is no deed."""
    if uri.collection == POST:
        return _post_words(fields)
    if uri.collection == "app.bsky.graph.follow":
        subject = fields.get("subject")
        # The earliest repositories held an object with the account's id.
        did = text_of(subject) or text_of(fields_of(subject).get("did"))
        return Words(Kind.FOLLOW, None, member(did) if did.startswith("did:") else None)
    kind = _TOWARDS.get(uri.collection)
    if uri.collection == "app.bsky.feed.vote":
        kind = _VOTES.get(text_of(fields.get("direction")))
    if kind is None:
        return None
    return Words(kind, *_towards(fields.get("subject")))


def _post_words(fields: Fields) -> Words:
    reply = fields_of(fields.get("reply"))
    if reply:
        root = uri_of(fields_of(reply.get("root")).get("uri"))
        return Words(Kind.REPLY, *_towards(reply.get("parent")), str(root) if root else None)
    embed = fields_of(fields.get("embed"))
    embedded = fields_of(embed.get("record"))
    quoted = uri_of(embedded.get("uri")) or uri_of(fields_of(embedded.get("record")).get("uri"))
    # Feeds and lists are embedded in the same way; they are nobody's words.
    if quoted and quoted.collection == POST:
        return Words(Kind.QUOTE, str(quoted), member(quoted.did))
    return Words(Kind.POST)


def _towards(reference: object) -> tuple[str | None, str | None]:
    """Return the record a reference names, and whose it is."""
    uri = uri_of(fields_of(reference).get("uri"))
    return (str(uri), member(uri.did)) if uri else (None, None)


def _named(fields: Fields) -> dict[str, str]:
    """Return the members a post names; it shows them by names that change, and never by those alone."""
    return {member(did): "" for did in map(text_of, _marked(fields)) if did.startswith("did:")}


def _marked(fields: Fields) -> Iterator[object]:
    """Yield what a post's text marks as people: in its facets, or the entities that came before them."""
    for facet in dicts(fields.get("facets")):
        yield from (feature.get("did") for feature in dicts(facet.get("features")))
    for entity in dicts(fields.get("entities")):
        if entity.get("type") == "mention":
            yield entity.get("value")


def _moment(created: object, key: str) -> Moment | None:
    """Return a record's time: its author's, unless that cannot be; none if what it has is no time."""
    said, made = iso_of(created), key_moment(key)
    if made[0] is None:
        return said
    if said is None or said[0] is None or said[1] is Clock.IMPLAUSIBLE or said[0] > made[0] + DAY_US:
        return made
    return said


def _language(fields: Fields) -> str | None:
    languages = fields.get("langs")
    return (text_of(languages[0]) or None) if type(languages) is list and languages else None


def _count(value: object) -> int | None:
    return value if type(value) is int and 0 <= value < 2**62 else None

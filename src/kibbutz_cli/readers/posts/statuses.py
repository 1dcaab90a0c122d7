"""What an item of a Mastodon outbox says: a post, a boost, and the people named in it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from pydantic import ValidationError

from kibbutz_cli.model.activity import (
    Clock,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
    activity_of,
)
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import iso_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Owner, Record

PLATFORM = "mastodon"
PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
QUOTE_KEYS = ("quote", "quoteUri", "quoteUrl", "_misskey_quote")
_QUOTES = frozenset(QUOTE_KEYS)
URI_LENGTH = 2000
"""Longer than any server's, and short enough for two in an activity's id."""

_OWN = pattern(rb'"id"\s*:\s*"[^"\\]*(?:/statuses/\d+/activity"|#announces)')
_OTHERS = pattern(
    rb'"type"\s*:\s*"(?:(?:Like|Dislike|Follow|Undo|Update)"|Tombstone"(?!\s*\}))|'
    rb',\s*"type"\s*:\s*"Tombstone"'
)
"""What is in no outbox: these deeds, and a post that is gone, but for one quoted, of which no id is told."""

_STATUS = pattern(r"(https?://[^/\s]+/(?:ap/)?users/[^/?#\s]+)/statuses/")
_QUOTE = pattern(r'<(p|span)\b[^<>]*\bclass="[^"]*\bquote-inline\b[^"]*"[^<>]*>.*?</\1>', re.DOTALL)
_LINKED = pattern(r"\bRE: https?://\S+\Z")
_LEADING = pattern(r"@([\w.-]+)")

Visibility: TypeAlias = Literal["public", "unlisted"]

_READERS: tuple[tuple[str, Visibility], ...] = (("to", "public"), ("cc", "unlisted"), ("audience", "public"))


def is_outbox(head: bytes) -> bool:
    """Return whether a collection begins with items of Mastodon's own, and has none that its outbox lacks.

    Others answer posts of Mastodon's, too, so that its addresses alone say nothing.
    """
    return _OWN.search(head) is not None and not _OTHERS.search(head)


def outcome(value: object, record: Record) -> Outcome:
    """Return what an item of an outbox comes to."""
    item = fields_of(value)
    deed = item.get("type")
    note = fields_of(item.get("object"))
    if not item:
        return record.rejected(RejectionCode.MALFORMED, "no activity: expected an object with a type")
    if deed not in ("Create", "Announce"):
        return record.ignored(IgnoredReason.NOT_ACTIVITY)
    visibility = visibility_of(item) or visibility_of(note)
    if visibility is None:
        return record.ignored(IgnoredReason.PRIVATE)
    actor = uri_of(item.get("actor")) or uri_of(note.get("attributedTo")) or record.owner.account
    if not actor:
        return record.rejected(RejectionCode.NO_ACTOR, "actor: expected the account's URI")
    tell = post if deed == "Create" else share
    try:
        return tell(item, note, actor, visibility, record)
    except ValidationError as exc:
        return record.invalid(exc)


def named(value: object) -> dict[str, str]:
    """Return the members a post names, each with the name to show."""
    note = fields_of(fields_of(value).get("object"))
    return {member(href): name for href, name in _named(note)} if note.get("tag") else {}


def like(value: object, record: Record) -> Outcome:
    """Return the favourite given to the post of a URI; its time is unknown."""
    uri, owner = uri_of(value), record.owner
    if not uri or len(uri) > URI_LENGTH:
        return record.rejected(RejectionCode.NO_ID, "expected the URI of a post")
    if not owner.account:
        return record.rejected(RejectionCode.NO_ACTOR, "no actor.json: expected it beside likes.json")
    values: dict[str, object] = {
        "activity_id": f"{owner.account}#like-{uri}",
        "platform": PLATFORM,
        "community": host(owner.account),
        "actor": member(owner.account),
        "actor_name": owner.name,
        "kind": Kind.LIKE,
        "object_id": uri,
        "target": author(uri),
        "clock": Clock.MISSING,
        "origin": record.origin,
        "position": record.position,
    }
    return record.outcome(values)


def uri_of(value: object) -> str:
    """Return the URI a value is or has; empty where it has none."""
    if type(value) is str:
        return value
    if type(value) is list:
        return uri_of(value[0]) if value else ""
    return text_of(value.get("id")) or text_of(value.get("href")) if type(value) is dict else ""


@lru_cache(maxsize=1024)
def host(uri: str) -> str:
    """Return the server a URI is on, in lower case; empty where it names none."""
    parts = uri.split("/", 3)
    return parts[2].lower() if len(parts) > 2 else ""


def post(item: Fields, note: Fields, actor: str, visibility: Visibility, record: Record) -> Outcome:
    """Return the post that an activity tells, in the words of its note."""
    activity_id = text_of(note.get("id"))
    if not activity_id:
        return record.rejected(RejectionCode.NO_ID, "object.id: expected the post's URI")
    moment = iso_of(note.get("published") or item.get("published"))
    if moment is None:
        return record.rejected(RejectionCode.BAD_TIME, "published: expected an ISO 8601 time")
    content = note.get("content")
    text = _own(content, note) if type(content) is str else ""
    kind, object_id, target = _answer(note, text)
    return activity_of(
        {
            "activity_id": activity_id,
            "platform": PLATFORM,
            "community": host(actor),
            "actor": member(actor),
            "actor_name": name_in(item, note, actor, record.owner),
            "kind": kind,
            "object_id": object_id,
            "target": target,
            "target_name": _shown(target, note),
            # What is answered may be deep in a conversation, whose name is not known then.
            "thread_id": uri_of(note.get("conversation"))
            or uri_of(note.get("context"))
            or (None if object_id else activity_id),
            "ts_us": moment[0],
            "clock": moment[1],
            "text_len": len(text),
            "text_print": print_of(text),
            "lang": _language(note),
            "like_count": _total(note.get("likes")),
            "reshare_count": _total(note.get("shares")),
            "visibility": visibility,
            "origin": record.origin,
            "position": record.position,
        }
    )


def share(item: Fields, note: Fields, actor: str, visibility: Visibility, record: Record) -> Outcome:
    """Return the boost that an activity tells, of the note it has or names."""
    activity_id, object_id = text_of(item.get("id")), uri_of(item.get("object"))
    target = _shared_from(item, note) or author(object_id)
    if not activity_id or not object_id:
        return record.rejected(RejectionCode.NO_ID, "id, object: expected the URIs of a boost")
    moment = iso_of(item.get("published"))
    if moment is None:
        return record.rejected(RejectionCode.BAD_TIME, "published: expected an ISO 8601 time")
    return activity_of(
        {
            "activity_id": activity_id,
            "platform": PLATFORM,
            "community": host(actor),
            "actor": member(actor),
            "actor_name": name_in(item, note, actor, record.owner),
            "kind": Kind.RESHARE,
            "object_id": object_id,
            "target": target,
            "target_name": _shown(target, note),
            "ts_us": moment[0],
            "clock": moment[1],
            "visibility": visibility,
            "origin": record.origin,
            "position": record.position,
        }
    )


def _own(content: str, note: Fields) -> str:
    """Return a post's own words: no block quotes, and no link that stands for a quoted post."""
    if "quote-inline" in content:
        content = _QUOTE.sub("", content)
    text = own_words(content)
    # Misskey did not mark the link; its address need not be the one by which the note names what it quotes.
    quoted = _LINKED.search(text) if any(note.get(key) for key in QUOTE_KEYS) else None
    return text[: quoted.start()].rstrip() if quoted else text


def _answer(note: Fields, text: str) -> tuple[Kind, str | None, str | None]:
    """Return what kind of post it is, the post it answers or quotes, and whose that is."""
    if answered := uri_of(note.get("inReplyTo")):
        return (
            Kind.REPLY,
            answered,
            author(answered) or _author_in(note.get("inReplyTo")) or _led_by(text, note, host(answered)),
        )
    if not _QUOTES.isdisjoint(note):
        for key in QUOTE_KEYS:
            if quoted := uri_of(note.get(key)):
                return Kind.QUOTE, quoted, author(quoted)
    return Kind.POST, None, None


def visibility_of(fields: Fields) -> Visibility | None:
    """Return whom a thing is addressed to: all, all but not in lists, or none where it is private."""
    for key, visibility in _READERS:
        addressed = fields.get(key)
        for uri in addressed if type(addressed) is list else (addressed,):
            if uri_of(uri) in PUBLIC:
                return visibility
    return None


def member(uri: str) -> str:
    """Return the member of an account's URI."""
    return f"{PLATFORM}:{uri}"


def _shown(target: str | None, note: Fields) -> str | None:
    """Return the name of the person a post is for: as it is tagged or described, else from the address."""
    if target is None:
        return None
    uri = target.removeprefix(f"{PLATFORM}:")
    if tagged := next((name for href, name in _named(note) if href == uri), ""):
        return tagged
    return _described(uri, note.get("attributedTo")) or name_of(uri)


def name_in(item: Fields, note: Fields, actor: str, owner: Owner) -> str | None:
    """Return the name of who did a deed: the owner's, or as it is described there, else from the address."""
    if actor == owner.account:
        return owner.name
    return _described(actor, item.get("actor"), note.get("attributedTo")) or name_of(actor)


def _described(uri: str, *values: object) -> str | None:
    """Return the name of an actor that one of some values describes."""
    for value in values:
        actor = fields_of(value)
        if uri_of(actor) == uri:
            name = text_of(actor.get("preferredUsername"))
            return f"{name}@{host(uri)}" if name else text_of(actor.get("name")) or None
    return None


def author(uri: str) -> str | None:
    """Return whose post an address names, none where it names nobody."""
    found = _STATUS.match(uri)
    return member(found[1]) if found else None


def _author_in(value: object) -> str | None:
    writer = uri_of(fields_of(value).get("attributedTo"))
    return member(writer) if writer else None


@lru_cache(maxsize=1024)
def name_of(uri: str) -> str | None:
    """Return ``NAME@HOST`` of an actor's URI."""
    name = uri.rstrip("/").rpartition("/")[2].removeprefix("@")
    return f"{name}@{host(uri)}" if name and host(uri) else None


def _named(note: Fields) -> Iterator[tuple[str, str]]:
    """Yield URI and name of each person tagged, with the server that Mastodon leaves out of its own names."""
    tags = note.get("tag")
    for tag in tags if type(tags) is list else [tags]:
        if type(tag) is dict and tag.get("type") == "Mention" and (href := uri_of(tag.get("href"))):
            name = text_of(tag.get("name"))
            is_local = name.startswith("@") and "@" not in name[1:]
            yield href, f"{name[1:]}@{host(href)}" if is_local else name.removeprefix("@")


def _led_by(text: str, note: Fields, server: str) -> str | None:
    """Return whom a reply to a post is for whose URI names nobody.

    That is the person tagged on the server of the post. Of several, and where it has none, it is whoever's
    mention leads the text.
    """
    named = list(_named(note))
    there = [(href, name) for href, name in named if host(href) == server]
    if len(there) == 1:
        return member(there[0][0])
    leading = _LEADING.match(text)
    if leading is None:
        return None
    for href, name in there or named:
        if name.partition("@")[0] == leading[1].partition("@")[0]:
            return member(href)
    return None


def _shared_from(item: Fields, note: Fields) -> str | None:
    """Return whose post is boosted: the author in it, else the first person addressed.

    Mastodon copies the boost to the author, Pleroma sends it.
    """
    if writer := _author_in(note):
        return writer
    copied, sent = item.get("cc"), item.get("to")
    for uri in (*(list_of(copied) or [copied]), *(list_of(sent) or [sent])):
        if type(uri) is str and uri and uri not in PUBLIC and not uri.endswith("/followers"):
            return member(uri)
    return None


def _language(note: Fields) -> str | None:
    content = note.get("contentMap")
    return next(iter(content), None) if type(content) is dict else None


def _total(collection: object) -> int | None:
    total = collection.get("totalItems") if type(collection) is dict else None
    return total if type(total) is int and total >= 0 else None

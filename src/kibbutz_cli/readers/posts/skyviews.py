"""The records in what Bluesky's servers answer: feeds, threads, lists of records, and events."""

import binascii
import io
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import libipld

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import IgnoredReason, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.identity import links_in
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.posts.car import Car, decoded
from kibbutz_cli.readers.posts.skyfields import ANSWER, AUTHOR, COMMIT, EVENT, FLAT, KEPT, OP, REASON, SHOWN
from kibbutz_cli.readers.posts.skyrecords import (
    ALONE,
    BOT,
    POST,
    PROFILE,
    SITE,
    Found,
    Uri,
    View,
    is_bot,
    member,
    uri_of,
)
from kibbutz_cli.readers.posts.tweets import dicts

LONGEST_EVENT = 2**24

UNPROVEN = "handle.invalid"
"""The handle shown for whoever has none that the network vouches for."""


class Unread(NamedTuple):
    """A record that cannot be read."""

    code: RejectionCode
    reason: str


LISTS = ("feed", "posts", "notifications")
"""Where an answer has posts and other records as servers show them."""

GIVERS = {"likes": "app.bsky.feed.like", "repostedBy": "app.bsky.feed.repost"}
"""Where an answer has who liked or reposted one post, and what their records are."""

UNTOLD = ""
"""The key of a record whose address nobody tells."""

UNSEEN = {
    "threadItemBlocked": IgnoredReason.PRIVATE,
    "threadItemNoUnauthenticated": IgnoredReason.PRIVATE,
    "threadItemNotFound": IgnoredReason.DELETED,
}
"""Why a place in a thread shows no post."""

QUOTED = frozenset({"value", "notFound", "blocked", "detached"})
"""What a post that is quoted has, or why it is not shown."""

BEHIND = frozenset({"desynchronized", "throttled"})
"""States in which a server lags behind an account: nobody took anything back."""

DELETES = frozenset({"delete", "d"})
"""What Jetstream calls a deletion, today and until autumn 2024."""

Record: TypeAlias = Found | Unread | IgnoredReason


def records(value: object, budget: Budget) -> Iterator[Record]:
    """Yield the records in one answer or event."""
    fields = _unpacked(value)
    if not fields:
        yield Unread(RejectionCode.MALFORMED, "no record: expected an object")
    elif "ops" in fields and "repo" in fields:
        yield from _event(fields, budget)
    elif "did" in fields and ("commit" in fields or "operation" in fields):
        yield from _jetstream(fields, budget)
    elif "postRecords" in fields:
        yield from _captured(fields, budget)
    elif type(fields.get("records")) is list:
        budget.expects(ANSWER, fields, "answer")
        for each in fields["records"]:  # type: ignore[attr-defined]  # a list
            yield _kept(fields_of(each), ALONE, budget)
    elif any(type(fields.get(key)) is list for key in LISTS) or "thread" in fields:
        yield from _views(fields, budget)
    elif any(type(fields.get(key)) is list for key in GIVERS):
        yield from _given(fields, budget)
    elif "value" in fields:
        yield _kept(fields, ALONE, budget)
    elif "record" in fields or "post" in fields:
        yield from _seen(fields, budget)
    else:
        yield IgnoredReason.NOT_ACTIVITY


def withdrawn(value: object) -> Iterator[tuple[str, IgnoredReason | None]]:
    """Yield the records and accounts of which an event says that they are gone, or back, and why.

    A record is named by its address, an account by its id; the profile of a bot is gone as that of one, also
    in a list of records.
    """
    fields = _unpacked(value)
    for kept in (fields, *dicts(fields.get("records"))):
        if (own := uri_of(kept.get("uri"))) and f"{own.collection}/{own.key}" == PROFILE:
            yield str(own), _label(kept.get("value"))
    for op in dicts(fields.get("ops")):
        if op.get("action") == "delete":
            yield f"at://{text_of(fields.get('repo'))}/{text_of(op.get('path'))}", IgnoredReason.DELETED
        elif op.get("path") == PROFILE and (data := _blocks(fields).get(_link(op.get("cid")))):
            yield f"at://{text_of(fields.get('repo'))}/{PROFILE}", _label(decoded(data))
    commit = _commit(fields)
    uri = Uri(*(text_of(each) for each in (fields.get("did"), commit.get("collection"), commit.get("rkey"))))
    if _deletes(commit):
        yield str(uri), IgnoredReason.DELETED
    elif f"{uri.collection}/{uri.key}" == PROFILE:
        yield str(uri), _label(commit.get("record"))
    state = fields_of(fields.get("account")) or fields
    if (did := text_of(state.get("did"))) and "active" in state:
        yield did, _absence(state)


def _unpacked(value: object) -> Fields:
    """Return an answer or event; today's Jetstream sends each event as the payload of a message."""
    fields = fields_of(value)
    return fields_of(fields.get("payload")) if fields.get("$type") == "message" else fields


def _commit(fields: Fields) -> Fields:
    """Return what an event of Jetstream does; today's says it in the event itself."""
    return fields_of(fields["commit"]) if "commit" in fields else fields


def _deletes(commit: Fields) -> bool:
    return (text_of(commit.get("operation")) or text_of(commit.get("type"))) in DELETES


def _label(profile: object) -> IgnoredReason | None:
    return IgnoredReason.BOT if is_bot(fields_of(profile)) else None


def _absence(state: Fields) -> IgnoredReason | None:
    """Return why an account is not to be seen, none if it is."""
    status = text_of(state.get("status"))
    if state["active"] is not False or status in BEHIND:
        return None
    return IgnoredReason.DELETED if status == "deleted" else IgnoredReason.PRIVATE


def _kept(fields: Fields, view: View, budget: Budget) -> Record:
    budget.expects(KEPT, fields)
    uri = uri_of(fields.get("uri"))
    if uri is None:
        return Unread(RejectionCode.NO_ID, "uri: expected at://DID/COLLECTION/KEY")
    return Found(uri, fields.get("value"), view)


def _captured(fields: Fields, budget: Budget) -> Iterator[Record]:
    budget.expects(ANSWER, fields, "answer")
    identity = fields_of(fields_of(fields.get("accountMeta")).get("Identity"))
    view = View(text_of(identity.get("Handle")) or None)
    for each in dicts(fields.get("postRecords")):
        yield _kept(each, view, budget)


def _views(fields: Fields, budget: Budget) -> Iterator[Record]:
    budget.expects(ANSWER, fields, "answer")
    for key in LISTS:
        for each in dicts(fields.get(key)):
            yield from _seen(each, budget)
    # A thread is one post with those around it inside, or a list of all of them.
    for each in dicts(fields.get("thread")):
        yield from _placed(each, budget)
    if thread := fields_of(fields.get("thread")):
        yield from _seen(thread, budget)


def _placed(place: Fields, budget: Budget) -> Iterator[Record]:
    """Yield the post at a place of a thread, or why there is none to see."""
    item = fields_of(place.get("value")) or place
    reason = UNSEEN.get(text_of(item.get("$type")).rpartition("#")[2])
    if reason:
        yield reason
    else:
        yield from _seen(item, budget)


def _given(fields: Fields, budget: Budget) -> Iterator[Record]:
    """Yield what a post was given by whom; nobody says at which address the record of it is."""
    budget.expects(ANSWER, fields, "answer")
    post = uri_of(fields.get("uri"))
    for key, collection in GIVERS.items():
        for each in dicts(fields.get(key)):
            giver = fields_of(each.get("actor")) or each
            did = text_of(giver.get("did"))
            if post is None or not did.startswith("did:"):
                yield Unread(RejectionCode.NO_ID, f"{key}: expected an account, and the post's uri")
                continue
            if _is_bot(giver):
                yield IgnoredReason.BOT
                continue
            value = {
                "subject": {"uri": str(post)},
                "createdAt": each.get("createdAt") if "actor" in each else None,
            }
            yield Found(Uri(did, collection, UNTOLD), value, View(_handle(giver)))


def _seen(view: Fields, budget: Budget) -> Iterator[Record]:
    """Yield a post as a server shows it, who reposted it, and the posts around it and in it."""
    post = fields_of(view.get("post")) or view
    reason = fields_of(view.get("reason"))
    _expect(view, post, reason, budget)
    yield _post(post)
    if repost := _repost(reason, post):
        yield repost
    around = fields_of(view.get("reply")) if "post" in view else {}
    quoted = _quoted(fields_of(post.get("embed")))
    others = (around.get("root"), around.get("parent"), view.get("parent"), *dicts(view.get("replies")))
    for each in (*others, *quoted):
        if type(each) is dict:
            yield from _seen(each, budget)


def _quoted(embed: Fields) -> Iterator[Fields]:
    """Yield the post that another one quotes, as posts are shown elsewhere; feeds and lists are none."""
    shown = fields_of(embed.get("record"))
    # Where pictures stand beside what is quoted, it is one level further in.
    shown = fields_of(shown.get("record")) or shown
    uri = uri_of(shown.get("uri"))
    if uri and uri.collection == POST and not shown.keys().isdisjoint(QUOTED):
        inside = next(dicts(shown.get("embeds")), {})
        others = {key: shown[key] for key in shown if key not in ("value", "embeds")}
        yield {**others, "record": shown.get("value"), "embed": inside}


def _expect(view: Fields, post: Fields, reason: Fields, budget: Budget) -> None:
    if post is not view:
        budget.expects(SHOWN, view, "view")
    budget.expects(SHOWN, post, "post")
    budget.expects(AUTHOR, fields_of(post.get("author")), "author")
    budget.expects(REASON, reason, "reason")


def _post(post: Fields) -> Record:
    if post.get("notFound") is True:
        return IgnoredReason.DELETED
    if post.get("blocked") is True or post.get("detached") is True:
        return IgnoredReason.PRIVATE
    author = fields_of(post.get("author"))
    if _is_bot(author):
        return IgnoredReason.BOT
    uri = uri_of(post.get("uri"))
    if uri is None:
        return Unread(RejectionCode.NO_ID, "uri: expected at://DID/COLLECTION/KEY")
    counts = (post.get("likeCount"), post.get("replyCount"), post.get("repostCount"))
    return Found(uri, post.get("record"), View(_handle(author), *counts))


def _is_bot(author: Fields) -> bool:
    """Return whether an account calls itself a bot; what others call it, Bluesky does not go by either."""
    own = (label for label in dicts(author.get("labels")) if label.get("src") == author.get("did"))
    return any(label.get("val") == BOT for label in own)


def _repost(reason: Fields, post: Fields) -> Record | None:
    """Return the repost for which a feed shows a post; older servers do not tell its address."""
    by = fields_of(reason.get("by"))
    did, reposted = text_of(by.get("did")), uri_of(post.get("uri"))
    if not did.startswith("did:") or reposted is None:
        return None
    if _is_bot(by):
        return IgnoredReason.BOT
    uri = uri_of(reason.get("uri")) or Uri(did, GIVERS["repostedBy"], UNTOLD)
    value = {"subject": {"uri": str(reposted)}, "createdAt": reason.get("indexedAt")}
    return Found(uri, value, View(_handle(by)))


def _jetstream(fields: Fields, budget: Budget) -> Iterator[Record]:
    did, commit = text_of(fields["did"]), _commit(fields)
    if commit is fields:
        budget.expects(FLAT, fields, "event")
    else:
        budget.expects(EVENT, fields, "event")
        budget.expects(COMMIT, commit, "commit")
    uri = uri_of(f"at://{did}/{text_of(commit.get('collection'))}/{text_of(commit.get('rkey'))}")
    if _deletes(commit):
        yield IgnoredReason.DELETED
    elif uri is None:
        yield Unread(RejectionCode.NO_ID, "did, collection, rkey: expected the address of a record")
    else:
        yield Found(uri, commit.get("record"))


def _event(fields: Fields, budget: Budget) -> Iterator[Record]:
    """Yield the records of a firehose event, whose blocks are a CAR file written as text."""
    budget.expects(EVENT, fields, "event")
    did, blocks = text_of(fields.get("repo")), _blocks(fields)
    for op in dicts(fields.get("ops")):
        budget.expects(OP, op, "op")
        if op.get("action") == "delete":
            yield IgnoredReason.DELETED
            continue
        path = text_of(op.get("path"))
        uri = uri_of(f"at://{did}/{path}")
        data = blocks.get(_link(op.get("cid")))
        if uri is None:
            yield Unread(RejectionCode.NO_ID, f"{path}: expected the address of a record")
        elif data is None:
            yield Unread(RejectionCode.MALFORMED, f"{path}: its block is missing or damaged")
        else:
            yield Found(uri, decoded(data))


def _blocks(fields: Fields) -> dict[bytes, bytes]:
    text = text_of(fields_of(fields.get("blocks")).get("$bytes"))
    try:
        data = binascii.a2b_base64(text + "=" * (-len(text) % 4))
        car = Car(io.BytesIO(data), "blocks", LONGEST_EVENT)
        return {block.cid: block.data for block in car.blocks() if block.sound}
    except (ValueError, InputError):
        return {}


def _link(value: object) -> bytes:
    text = text_of(fields_of(value).get("$link"))
    try:
        return libipld.decode_multibase(text)[1] if text else b""
    except ValueError:
        return b""


def account(view: Fields) -> Account | None:
    """Return the pages of an account that an answer shows, by its id and by its handle; none for others."""
    did, handle = text_of(view.get("did")), _handle(view)
    if not did.startswith("did:") or handle is None:
        return None
    pages = links_in([f"{SITE}{did}", f"{SITE}{handle}"])
    return Account(member(did), pages=pages, links=links_in([view.get("description")]))


def _handle(view: Fields) -> str | None:
    handle = text_of(view.get("handle"))
    return handle if handle not in {"", UNPROVEN} else None

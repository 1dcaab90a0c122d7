"""What an ActivityStreams 2.0 object says: an activity and who did it, a note somebody wrote, or no deed.

Activities without an id get one made of who did what to which object, or of their own text. A deed that its
actor undoes or deletes in the same input is left out, as is a post that a moderator removes, and all of an
actor who deletes the account. That a follower or a member is let in, or a quote allowed, is no esteem, so
that accepting those is no deed; nor is a new account, or the change of one's own profile. What a group
announces to its members is the deed of who did it, and no reshare of its own: it shares whatever is written
for it. A deed of several people is one of each, and what is done to several things is done to each of them; a
report of several stays one.
"""

import hashlib
import json
from collections.abc import Iterator, Set
from typing import NamedTuple

from pydantic import ValidationError

from kibbutz_cli.model.activity import (
    Activity,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
    activity_of,
)
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.reactions import is_dislike
from kibbutz_cli.readers.parsing.times import iso_of
from kibbutz_cli.readers.posts.actors import MACHINES, TYPES
from kibbutz_cli.readers.posts.asvalid import fault, types_of
from kibbutz_cli.readers.posts.statuses import (
    PLATFORM,
    Visibility,
    author,
    host,
    member,
    name_in,
    named,
    post,
    share,
    uri_of,
    visibility_of,
)
from kibbutz_cli.readers.posts.statusfields import expect
from kibbutz_cli.readers.records import Record, beside, mentions

REACTION = "EmojiReact"
"""A reaction by an emoji, of which one may give several to a post; Misskey writes its own as a Like."""

DEEDS: dict[str, Kind] = {
    "Create": Kind.POST,
    "Announce": Kind.RESHARE,
    "Like": Kind.LIKE,
    "Dislike": Kind.DISLIKE,
    "Accept": Kind.ACCEPT,
    "Follow": Kind.FOLLOW,
    "Update": Kind.EDIT,
    "Delete": Kind.REMOVE,
    "Flag": Kind.FLAG,
    "Join": Kind.JOIN,
    "Leave": Kind.LEAVE,
    REACTION: Kind.LIKE,
}
"""The types of activities that are deeds: `AS2_TYPE` the other way round, and what Pleroma adds to it."""

WORDS = frozenset({"Note", "Article", "Page", "Question"})
"""Objects that are a post by whom they are attributed to, where no activity says so."""

RETRACTIONS = frozenset({"Undo", "Delete"})

SEVERAL = frozenset({"Create", "Announce", "Follow", "Update"}) | RETRACTIONS
"""Activities that may be of several things, each for itself; votes are told beside the first one's."""

_PRIVATE = frozenset({"Block", "Ignore"})
_ACTORS = TYPES | {"Profile"}
GROUP = "Group"
_NO_AUTHORS = MACHINES | {GROUP}
_ADMISSIONS = frozenset({"Follow", "Join"})
_REQUEST = "Request"
"""How extensions name what asks for leave: `QuoteRequest`, `ReplyRequest`. Servers grant it by themselves."""

_ACTIVITIES = frozenset(DEEDS) | RETRACTIONS | _PRIVATE | {"Add", "Remove"}
_VOTES = frozenset({Kind.LIKE, Kind.DISLIKE})
_WORDED = frozenset({Kind.POST, Kind.EDIT})
_SPOKEN = frozenset({Kind.POST, Kind.RESHARE, Kind.EDIT, Kind.FLAG})
"""Deeds that can be meant for a few; a like or a follow is addressed to be delivered."""

_SENT = ("to", "cc", "bto", "bcc")
_ADDRESSED = (*_SENT, "audience")
"""An audience may be the group that a post is in, and then says nothing of who else may read it."""

_TIMES = ("published", "updated", "startTime", "endTime")


class Gone(NamedTuple):
    """What is taken back in an input, and who in it is nobody to score.

    Attributes:
        taken: Who took back what, or has it removed: an actor, and the id of an activity or object.
        removed: Whose post somebody else removed, by who that is and the id of the post.
        machines: The actors that are programs, by their ids.
        groups: The actors that are groups.
    """

    taken: set[tuple[str, str]]
    removed: dict[tuple[str, str], str]
    machines: Set[str] = frozenset()
    groups: Set[str] = frozenset()


def deeds(value: object, record: Record, gone: Gone, budget: Budget) -> Iterator[Outcome]:
    """Yield what an object comes to, and a mention for each person it names."""
    item = fields_of(value)
    reason = fault(item) if type(value) is dict else "expected an object"
    reason = reason or fault(fields_of(item.get("object")))
    if reason:
        yield record.rejected(RejectionCode.MALFORMED, reason)
        return
    expect(item, budget)
    item = plain(item)
    types = types_of(item)
    if passed_on := announced(item):
        yield from deeds(passed_on, record, gone, budget)
        return
    if len(parts := _apart(item, gone)) > 1:
        yield from deeds(parts[0], record, gone, budget)
        for part in parts[1:]:
            budget.record()
            yield from deeds(part, record, gone, budget)
        return
    kind = _kind(item, types)
    if kind is None and not WORDS.isdisjoint(types):
        kind, item = Kind.POST, {"object": item, "actor": item.get("attributedTo") or item.get("actor")}
    actor = uri_of(item.get("actor"))
    if kind is Kind.REMOVE:
        item = _attributed(item, actor, gone)
    if (left_out := _left_out(item, types, kind, gone)) or kind is None:
        yield record.ignored(left_out or IgnoredReason.NOT_ACTIVITY)
        return
    try:
        deed = _told(item, kind, actor, record)
    except ValidationError as exc:
        deed = record.invalid(exc)
    yield deed
    if type(deed) is not Activity:
        return
    if kind is Kind.POST and (members := named(item)):
        yield from mentions(deed, members)
    votes = list(_further(deed, item.get("object"))) if kind in _VOTES else []
    yield from votes
    for each in (deed, *votes):
        yield from _by_others(each, _people(item, kind), record, gone)


def _kind(item: Fields, types: tuple[str, ...]) -> Kind | None:
    """Return what kind of deed an activity is; none where it is no deed."""
    kind = next((DEEDS[each] for each in types if each in DEEDS), None)
    says_no = kind is Kind.LIKE and is_dislike(text_of(item.get("content")))
    return Kind.DISLIKE if says_no else kind


def _people(item: Fields, kind: Kind) -> list[object]:
    """Return all who did something, and who wrote it, where they are several."""
    thing = plain(fields_of(item.get("object"))) if kind is Kind.POST else {}
    return [*list_of(item.get("actor")), *list_of(thing.get("attributedTo"))]


def singly(item: Fields) -> list[Fields]:
    """Return an activity once for each thing that it is of, if each is done for itself."""
    things = [thing for thing in list_of(item.get("object")) if thing]
    if len(things) < 2 or SEVERAL.isdisjoint(types_of(item)):
        return [item]
    return [{**item, "object": thing} for thing in things]


def _apart(item: Fields, gone: Gone) -> list[Fields]:
    """Return a deed once for each thing, with an id for each; as it is where it is taken back as a whole."""
    actor, own = uri_of(item.get("actor")), text_of(item.get("id"))
    if DEEDS.keys().isdisjoint(types_of(item)) or (actor, id_of(item, actor)) in gone.taken:
        return [item]
    first, *others = singly(item)
    if own:
        others = [{**each, "id": f"{own}#object-{number}"} for number, each in enumerate(others, start=2)]
    return [first, *others]


def _by_others(deed: Activity, people: list[object], record: Record, gone: Gone) -> Iterator[Activity]:
    """Yield a deed once more for each of the others who did it, or who wrote what it tells."""
    met = {deed.actor}
    for person in people:
        uri = uri_of(person)
        is_none = not uri or member(uri) in met or not _NO_AUTHORS.isdisjoint(types_of(fields_of(person)))
        is_none = is_none or uri in gone.machines
        if is_none or not gone.taken.isdisjoint({(uri, uri), (uri, deed.activity_id)}):
            continue
        met.add(member(uri))
        changes = {"actor": member(uri), "actor_name": name_in({"actor": person}, {}, uri, record.owner)}
        yield from beside(deed, {**changes, "activity_id": f"{deed.activity_id}#author-{len(met)}"})


def _further(vote: Activity, things: object) -> Iterator[Activity]:
    """Yield a vote once more for each further thing that it is for."""
    for number, thing in enumerate(things[1:] if type(things) is list else (), start=2):
        if uri := uri_of(thing):
            changes = {"activity_id": f"{vote.activity_id}#object-{number}", "object_id": uri}
            yield from beside(vote, {**changes, "target": author(uri)})


def announced(item: Fields) -> Fields:
    """Return the activity that a group passes on to its members; empty where it is a thing that is shared."""
    thing = plain(fields_of(item.get("object")))
    # Moderators of a group do what is in no vocabulary, such as to lock a post; nothing shared has an actor.
    is_activity = not _ACTIVITIES.isdisjoint(types_of(thing)) or bool(
        thing.get("actor") and thing.get("object")
    )
    return thing if is_activity and "Announce" in types_of(item) else {}


def _attributed(item: Fields, actor: str, gone: Gone) -> Fields:
    """Return a Delete with whose post it removes; where its actor may not, it concerns the actor alone."""
    thing = uri_of(item.get("object"))
    whose = gone.removed.get((actor, thing), actor)
    return {**item, "object": {"id": thing, "attributedTo": whose}} if thing else item


def _left_out(item: Fields, types: tuple[str, ...], kind: Kind | None, gone: Gone) -> IgnoredReason | None:
    """Return why a sound object is no deed to score, none if it is one."""
    actor, thing = uri_of(item.get("actor")), plain(fields_of(item.get("object")))
    if "Tombstone" in (*types, *types_of(thing)):
        return IgnoredReason.DELETED
    if not _PRIVATE.isdisjoint(types) or (kind in _SPOKEN and _visibility(item, thing) is None):
        return IgnoredReason.PRIVATE
    if kind is None or _is_formal(kind, item, types_of(thing)) or _passes_on(kind, item, thing, gone):
        return IgnoredReason.NOT_ACTIVITY
    is_machine = actor in gone.machines or not MACHINES.isdisjoint(types_of(fields_of(item.get("actor"))))
    if not actor or is_machine:
        return IgnoredReason.BOT if actor else IgnoredReason.NO_AUTHOR
    taken = gone.taken
    if taken and (
        (actor, actor) in taken
        or (actor, id_of(item, actor)) in taken
        or (kind in _WORDED and (actor, uri_of(item.get("object"))) in taken)
    ):
        return IgnoredReason.DELETED
    return None


def _is_formal(kind: Kind, item: Fields, of_what: tuple[str, ...]) -> bool:
    """Return whether a deed lets somebody in or quote, or makes an account or changes one's own profile."""
    if kind is Kind.EDIT:
        return not _ACTORS.isdisjoint(of_what) or uri_of(item.get("object")) == uri_of(item.get("actor"))
    if kind is Kind.POST:
        return not _ACTORS.isdisjoint(of_what)
    return kind is Kind.ACCEPT and any(each in _ADMISSIONS or each.endswith(_REQUEST) for each in of_what)


def _passes_on(kind: Kind, item: Fields, thing: Fields, gone: Gone) -> bool:
    """Return whether a group shares with its members what was written for it, as it does with everything."""
    if kind is not Kind.RESHARE:
        return False
    actor = uri_of(item.get("actor"))
    is_group = actor in gone.groups or GROUP in types_of(fields_of(item.get("actor")))
    return is_group or bool(actor and uri_of(thing.get("audience")) == actor)


def _told(item: Fields, kind: Kind, actor: str, record: Record) -> Outcome:
    thing = plain(fields_of(item.get("object")))
    visibility = _visibility(item, thing) or "public"
    if kind is Kind.POST:
        note = _note(item, thing, actor)
        return post(item, note, actor, visibility, record)
    if kind is Kind.RESHARE:
        announced = {**item, "id": id_of(item, actor), "published": _time(item)}
        return share(announced, thing, actor, visibility, record)
    return _towards(item, kind, actor, record)


def _towards(item: Fields, kind: Kind, actor: str, record: Record) -> Outcome:
    """Return a deed that is aimed at an object or a member, and has no words of its own."""
    thing = plain(fields_of(item.get("object")))
    object_id = uri_of(item.get("object"))
    if not object_id and kind is not Kind.ACCEPT:
        return record.rejected(RejectionCode.NO_ID, "object: expected an object with an id, or its address")
    time = _time(item)
    if time is None and kind is Kind.EDIT:
        time = thing.get("updated")
    moment = iso_of(time)
    if moment is None:
        return record.rejected(RejectionCode.BAD_TIME, "published: expected an ISO 8601 time")
    whose = uri_of(thing.get("attributedTo")) or uri_of(thing.get("actor"))
    target = member(whose) if whose else author(object_id)
    if kind is Kind.FOLLOW:
        target = member(object_id)
    if kind is Kind.REMOVE and (target is None or target == member(actor)):
        return record.ignored(IgnoredReason.DELETED)
    # However many emojis somebody gives to a post, it is one reaction.
    named = {**item, "id": ""} if REACTION in types_of(item) else item
    return activity_of(
        {
            "activity_id": id_of(named, actor),
            "platform": PLATFORM,
            "community": host(actor),
            "actor": member(actor),
            "actor_name": name_in(item, {}, actor, record.owner),
            "kind": kind,
            "object_id": None if kind is Kind.FOLLOW else object_id or None,
            "target": None if kind in (Kind.JOIN, Kind.LEAVE) else target,
            "ts_us": moment[0],
            "clock": moment[1],
            "origin": record.origin,
            "position": record.position,
        }
    )


def _note(item: Fields, thing: Fields, actor: str) -> Fields:
    """Return the note of a post with an id, a time and its words where they are looked for."""
    return {
        **thing,
        "id": uri_of(item.get("object")) or id_of(item, actor),
        "published": _time(thing) or _time(item),
        "content": _words(thing),
    }


def _words(thing: Fields) -> str:
    for key in ("content", "name", "summary"):
        by_language = fields_of(thing.get(f"{key}Map"))
        if text := text_of(thing.get(key)) or text_of(next(iter(by_language.values()), "")):
            return text
    return ""


def _visibility(item: Fields, thing: Fields) -> Visibility | None:
    """Return whom a deed is for; what is addressed to nobody has been published as it is.

    What is for a few stays theirs in a deed for all, and a deed for a few theirs though its thing is public.
    """
    if not any(fields.get(key) for fields in (item, thing) for key in _ADDRESSED):
        return "public"
    if _is_for_few(item) or _is_for_few(thing):
        return None
    return visibility_of(item) or visibility_of(thing)


def _is_for_few(fields: Fields) -> bool:
    """Return whether some are addressed, and not the public; without ``to`` the other of the two says so."""
    is_sent = fields.get("to") is not None and any(fields.get(key) for key in _SENT)
    return is_sent and visibility_of(fields) is None


def _time(fields: Fields) -> object:
    return next((fields[key] for key in _TIMES if fields.get(key) is not None), None)


def id_of(item: Fields, actor: str) -> str:
    """Return the id of an activity, or one made of what it says."""
    own = text_of(item.get("id"))
    if own:
        return own
    thing = uri_of(item.get("object"))
    types = types_of(item)
    if thing and types:
        return f"{actor}#{types[0].lower()}-{thing}"
    text = json.dumps(item, sort_keys=True).encode("ascii", "backslashreplace")
    return f"{actor}#{hashlib.sha256(text).hexdigest()[:32]}"


def plain(fields: Fields) -> Fields:
    """Return an object with its id and type under their short names."""
    if "@id" not in fields and "@type" not in fields:
        return fields
    return {{"@id": "id", "@type": "type"}.get(key, key): value for key, value in fields.items()}

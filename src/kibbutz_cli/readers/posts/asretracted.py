"""What the activities of an input take back: deeds undone, and posts deleted, by their authors or moderators.

A moderator deletes what somebody else posted. To be allowed to, one speaks for the group that passed on the
post, which then passes on the Delete, or is on the author's server: others' servers take it from nobody else,
so that it is no removal either. Of a post that is not in the input, the Delete or the address tells whose it
is, and a group that passes on the Delete is taken at its word.
An Undo of a Delete restores the post. Lemmy writes the Delete anew in it, with another id and by whichever
moderator it is, so that it holds for each Delete before it that was as much that moderator's.

Times say what came first where both are told, else the order. An ordered collection has the newest first
(https://www.w3.org/TR/activitypub/#collections), unless a post stands before what deletes it.
An Undo that tells no id of what it undoes names it by its type and object, and holds for what came before it.
"""

from typing import NamedTuple

from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of
from kibbutz_cli.readers.parsing.times import iso_of
from kibbutz_cli.readers.posts.asdeeds import DEEDS, RETRACTIONS, WORDS, Gone, announced, id_of, plain, singly
from kibbutz_cli.readers.posts.asvalid import types_of
from kibbutz_cli.readers.posts.statuses import author, host, member, uri_of


class Voice(NamedTuple):
    """Who did something, and the group that passed it on; empty where none did."""

    actor: str
    group: str

    @property
    def powers(self) -> set[str]:
        """What it speaks for: a group, and a server."""
        return {self.group, host(self.actor)} - {""}


class _When(NamedTuple):
    ts_us: int | None
    number: int


class _Deed(NamedTuple):
    own_id: str
    voice: Voice
    at: _When
    whose: str = ""
    """Whose post it deletes, as it says itself."""


class _Post(NamedTuple):
    author: str
    powers: set[str]
    """Who speaks for these may delete it."""


class Retractions:
    """What is taken back, learnt from the activities of an input one by one."""

    def __init__(self, *, is_ordered: bool = False) -> None:
        self._taken: set[tuple[str, str]] = set()
        self._heard = self._met = 0
        self._deletes: dict[str, list[_Deed]] = {}
        self._restored: dict[tuple[str, str], list[_When]] = {}
        self._undone: dict[str, list[_When]] = {}
        self._done: dict[str, list[_Deed]] = {}
        self._posts: dict[str, _Post] = {}
        self._is_ordered = is_ordered
        self._onward = 0
        """How many more posts stand before what deletes them than behind it."""

    def hear(self, value: object) -> None:
        """Learn what an activity takes back; nothing where it is another."""
        self._heard += 1
        item, voice = _heard(value)
        for each in singly(item):
            self._hear(value, each, voice)

    def _hear(self, value: object, item: Fields, voice: Voice) -> None:
        types = types_of(item)
        if not voice.actor or RETRACTIONS.isdisjoint(types):
            return
        thing = plain(fields_of(item.get("object")))
        is_deed = not DEEDS.keys().isdisjoint(types_of(thing))
        taken = uri_of(item.get("object")) or (id_of(thing, voice.actor) if is_deed else "")
        if not taken:
            return
        at = _when(value, item, self._heard)
        if "Delete" in types:
            whose = uri_of(thing.get("attributedTo"))
            delete = _Deed(id_of(item, voice.actor), voice, at, whose)
            self._deletes.setdefault(taken, []).append(delete)
            return
        self._taken.add((voice.actor, taken))
        if not uri_of(item.get("object")):
            self._undone.setdefault(taken, []).append(at)
        if "Delete" in types_of(thing):
            restored = uri_of(thing.get("object"))
            for each in (voice.actor, *voice.powers):
                self._restored.setdefault((restored, each), []).append(at)

    @property
    def is_open(self) -> bool:
        """Whether it must be known what else there is.

        Something is undone without an id, or restored, or deleted and its address is not its author's.
        """
        return bool(self._undone or self._restored) or any(
            member(delete.voice.actor) not in (author(thing), member(thing))
            for thing, deletes in self._deletes.items()
            for delete in deletes
        )

    def attribute(self, value: object) -> None:
        """Learn whose a post is that is deleted, and what an Undo without an id is of.

        Of several who claim a post, it is the first one's.
        """
        self._met += 1
        item, voice = _heard(value)
        types = types_of(item)
        if self._undone and not DEEDS.keys().isdisjoint(types):
            same = id_of({**item, "id": ""}, voice.actor)
            if same in self._undone:
                deed = _Deed(id_of(item, voice.actor), voice, _when(value, item, self._met))
                self._done.setdefault(same, []).append(deed)
        if not WORDS.isdisjoint(types):
            thing, voice = uri_of(item), Voice(uri_of(item.get("attributedTo")) or voice.actor, "")
        else:
            thing = uri_of(item.get("object")) if "Create" in types else ""
        if voice.actor and thing in self._deletes:
            post = self._posts.setdefault(thing, _Post(voice.actor, set()))
            post.powers.update(voice.powers if voice.actor == post.author else ())
            for delete in self._deletes[thing]:
                self._onward += 1 if self._met < delete.at.number else -1

    def gone(self) -> Gone:
        """Return what is taken back, and whose posts others removed."""
        taken, removed = set(self._taken), {}
        for same, deeds in self._done.items():
            undone = self._undone[same]
            taken |= {
                (deed.voice.actor, deed.own_id)
                for deed in deeds
                if any(self._is_later(each, deed.at) for each in undone)
            }
        for thing, deletes in self._deletes.items():
            for delete in deletes:
                post = self._posts.get(thing) or _elsewhere(thing, delete)
                actor = delete.voice.actor
                if self._is_restored(thing, delete, post.author):
                    taken.add((actor, delete.own_id))
                    continue
                taken.add((actor, thing))
                if actor != post.author and not post.powers.isdisjoint(delete.voice.powers):
                    taken.add((post.author, thing))
                    removed[actor, thing] = post.author
        return Gone(taken, removed)

    def _is_restored(self, thing: str, delete: _Deed, whose: str) -> bool:
        """Return whether a Delete is undone; what its author deleted, no moderator restores."""
        actor = delete.voice.actor
        is_own = actor == whose or member(actor) == author(thing)
        who = (actor, *(() if is_own else delete.voice.powers))
        return (actor, delete.own_id) in self._taken or any(
            self._is_later(restored, delete.at)
            for each in who
            for restored in self._restored.get((thing, each), ())
        )

    def _is_later(self, one: _When, other: _When) -> bool:
        """Return whether one thing was done after the other."""
        if one.ts_us is not None and other.ts_us is not None and one.ts_us != other.ts_us:
            return one.ts_us > other.ts_us
        is_newest_first = self._onward < 0 or (self._onward == 0 and self._is_ordered)
        return one.number < other.number if is_newest_first else one.number > other.number


def _elsewhere(thing: str, delete: _Deed) -> _Post:
    """Return what is known of a post that is not in the input."""
    whose = delete.whose or (author(thing) or "").removeprefix(member(""))
    return _Post(whose, {host(whose), delete.voice.group} - {""} if whose else set())


def _when(value: object, item: Fields, number: int) -> _When:
    """Return when an activity was done, else passed on, and where it stands."""
    moment = iso_of(item.get("published") or fields_of(value).get("published"))
    return _When(moment[0] if moment else None, number)


def _heard(value: object) -> tuple[Fields, Voice]:
    """Return an activity, the one that a group passes on where it does, and whose it is."""
    item = plain(fields_of(value))
    if inner := announced(item):
        return inner, Voice(uri_of(inner.get("actor")), uri_of(item.get("actor")))
    return item, Voice(uri_of(item.get("actor")), "")

"""What the activities of an input take back: deeds undone, and posts deleted, by their authors or moderators.

A moderator deletes what somebody else posted. To be allowed to, one speaks for the group that passed on the
post, which then passes on the Delete, or is on the author's server: others' servers take it from nobody else.
"""

from typing import NamedTuple

from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of
from kibbutz_cli.readers.posts.asdeeds import DEEDS, RETRACTIONS, WORDS, Gone, announced, id_of, plain
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


class _Post(NamedTuple):
    author: str
    powers: set[str]
    """Who speaks for these may delete it."""


class Retractions:
    """What is taken back, learnt from the activities of an input one by one."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, str]] = set()
        self._deletes: dict[str, set[Voice]] = {}
        self._posts: dict[str, _Post] = {}

    def hear(self, value: object) -> None:
        """Learn what an activity takes back; nothing where it is another."""
        item, voice = _heard(value)
        types = types_of(item)
        if not voice.actor or RETRACTIONS.isdisjoint(types):
            return
        thing = plain(fields_of(item.get("object")))
        is_deed = not DEEDS.keys().isdisjoint(types_of(thing))
        taken = uri_of(item.get("object")) or (id_of(thing, voice.actor) if is_deed else "")
        if not taken:
            return
        self._taken.add((voice.actor, taken))
        if "Delete" in types:
            self._deletes.setdefault(taken, set()).add(voice)

    @property
    def is_open(self) -> bool:
        """Whether something is deleted whose author its address does not tell, or by somebody else."""
        return any(
            member(voice.actor) not in (author(thing), member(thing))
            for thing, voices in self._deletes.items()
            for voice in voices
        )

    def attribute(self, value: object) -> None:
        """Learn whose a post is that is deleted; of several who claim it, it is the first one's."""
        item, voice = _heard(value)
        types = types_of(item)
        if not WORDS.isdisjoint(types):
            thing, voice = uri_of(item), Voice(uri_of(item.get("attributedTo")) or voice.actor, "")
        else:
            thing = uri_of(item.get("object")) if "Create" in types else ""
        if voice.actor and thing in self._deletes:
            post = self._posts.setdefault(thing, _Post(voice.actor, set()))
            post.powers.update(voice.powers if voice.actor == post.author else ())

    def gone(self) -> Gone:
        """Return what is taken back, and whose posts others removed."""
        taken, removed = set(self._taken), {}
        for thing, post in self._posts.items():
            for voice in self._deletes[thing]:
                if voice.actor != post.author and not post.powers.isdisjoint(voice.powers):
                    taken.add((post.author, thing))
                    removed[voice.actor, thing] = post.author
        return Gone(taken, removed)


def _heard(value: object) -> tuple[Fields, Voice]:
    """Return an activity, the one that a group passes on where it does, and whose it is."""
    item = plain(fields_of(value))
    if inner := announced(item):
        return inner, Voice(uri_of(inner.get("actor")), uri_of(item.get("actor")))
    return item, Voice(uri_of(item.get("actor")), "")

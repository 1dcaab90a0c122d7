"""What all chats share: whose turn it is in a room, what a message answers, and the deeds told beside it.

A message that names what it answers is a reply to that. One that begins with somebody's name, as in ``ada:
yes``, is a reply to what that person last wrote in the room, if that was within the hour. Every other
message is a post. Posts of one person with nobody's words between them are one turn, which opens one
conversation: a room or a day is none.
"""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from pydantic import ValidationError

from kibbutz_cli.model.activity import (
    Activity,
    Clock,
    IgnoredReason,
    Kind,
    Outcome,
    Rejection,
    activity_of,
)
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.parsing.reactions import is_dislike
from kibbutz_cli.readers.parsing.times import EARLIEST_US, Moment
from kibbutz_cli.readers.records import Record

MINUTE_US = 60_000_000

TURN_US = 7 * MINUTE_US
"""Messages of one person no farther apart are one turn: Discord shows them as one block."""

ADDRESS_US = 60 * MINUTE_US
"""So long somebody addressed is taken to be answered for the last thing written."""

MESSAGES = 25_000
"""Messages of a room kept in mind at least, for the author and conversation of what is answered."""

PEOPLE = 50_000
"""People of a room kept in mind, for the last thing each of them wrote."""


class Member(NamedTuple):
    """Somebody in a chat: the id, the name to show, the role declared, and whether it is a program."""

    actor: str
    name: str | None = None
    role: str | None = None
    bot: bool = False


class Said(NamedTuple):
    """A message: its id, who wrote it and when, and the opening of its conversation."""

    activity_id: str
    member: Member
    ts_us: int
    opening: str


class Place(NamedTuple):
    """What a message is in its room."""

    kind: Kind
    object_id: str | None
    target: Member | None
    thread_id: str | None


class Room:
    """One room: who wrote last, what each person wrote last, and the messages that may be answered yet."""

    def __init__(self, kept: int = MESSAGES) -> None:
        self._kept = kept
        self._before: Said | None = None
        self._last: dict[str, Said] = {}
        self._recent: dict[str, Said] = {}
        self._older: dict[str, Said] = {}

    def known(self, activity_id: str) -> Said | None:
        """Return a message of this room, if it is still in mind."""
        return self._recent.get(activity_id) or self._older.get(activity_id)

    def opens(self, activity_id: str, member: Member, ts_us: int) -> Place:
        """Return the place of a message that says itself that it opens a thread."""
        self._keep(Said(activity_id, member, ts_us, activity_id))
        return Place(Kind.POST, None, None, activity_id)

    def answers(
        self, activity_id: str, member: Member, ts_us: int, answered: str, opening: str = ""
    ) -> Place:
        """Return the place of a message that names what it answers, and maybe what opened its thread.

        What it answers is empty where that was deleted.
        """
        parent = self.known(answered)
        thread = opening or (parent.opening if parent else "")
        self._keep(Said(activity_id, member, ts_us, thread or answered or activity_id))
        # Where what is answered is no longer in mind, the ledger finds its conversation.
        return Place(Kind.REPLY, answered or None, parent.member if parent else None, thread or None)

    def within(self, activity_id: str, member: Member, ts_us: int, first: str) -> Place:
        """Return the place of a message in a thread, beside the room's flow: it ends nobody's turn."""
        parent = self.known(first)
        opening = parent.opening if parent else ""
        self._remember(Said(activity_id, member, ts_us, opening or first))
        return Place(Kind.REPLY, first, parent.member if parent else None, opening or None)

    def says(self, activity_id: str, member: Member, ts_us: int, addressed: str = "") -> Place:
        """Return the place of a message that names nothing, but may begin with somebody's name."""
        last = self._last.get(addressed) if addressed and addressed != member.actor else None
        if last is not None and 0 <= ts_us - last.ts_us <= ADDRESS_US:
            self._keep(Said(activity_id, member, ts_us, last.opening))
            return Place(Kind.REPLY, last.activity_id, last.member, last.opening)
        before = self._before
        is_turn = (
            before is not None
            and before.member.actor == member.actor
            and 0 <= ts_us - before.ts_us <= TURN_US
        )
        opening = before.opening if before and is_turn else activity_id
        self._keep(Said(activity_id, member, ts_us, opening))
        return Place(Kind.POST, None, None, opening)

    def _keep(self, said: Said) -> None:
        self._before = said
        if len(self._last) >= PEOPLE:
            self._last.clear()
        self._last[said.member.actor] = said
        self._remember(said)

    def _remember(self, said: Said) -> None:
        if len(self._recent) >= self._kept:
            self._older, self._recent = self._recent, {}
        self._recent[said.activity_id] = said


def addressed(text: str, named: Iterable[tuple[str, str]]) -> str:
    """Return the id of whom a text begins with, as in ``@ada yes``; empty where that is nobody named.

    Args:
        text: The words.
        named: The id and the name of each person they name; the longest name that fits is meant.
    """
    if not text.startswith("@"):
        return ""
    fits = [
        (len(name), user)
        for user, name in named
        if name and text.startswith(name, 1) and not _goes_on(text[len(name) + 1 : len(name) + 2])
    ]
    return max(fits, key=itemgetter(0))[1] if fits else ""


def _goes_on(after: str) -> bool:
    """Return whether a name goes on; letters without a case may be of a script that sets no words apart."""
    return after == "_" or after.isdecimal() or after.islower() or after.isupper()


def moment_of(ts_us: int) -> Moment:
    """Return the moment of so many microseconds since 1970, implausible before there were chats to export."""
    return ts_us, Clock.EXACT if ts_us >= EARLIEST_US else Clock.IMPLAUSIBLE


def reaction(post: Activity, giver: Member, emoji: str, moment: Moment | None = None) -> Activity:
    """Return what somebody thinks of a post, at the post's own moment where the export tells no other."""
    kind = Kind.DISLIKE if is_dislike(emoji) else Kind.LIKE
    ts_us, clock = moment or (post.ts_us, post.clock)
    return activity_of(
        {
            "activity_id": f"{post.activity_id}#{kind}-{giver.actor}",
            "platform": post.platform,
            "community": post.community,
            "actor": giver.actor,
            "actor_name": giver.name,
            "role": giver.role,
            "kind": kind,
            "object_id": post.activity_id,
            "target": post.actor,
            "target_name": post.actor_name,
            "thread_id": post.thread_id,
            "ts_us": ts_us,
            "clock": clock,
            "origin": post.origin,
            "position": post.position,
        }
    )


class Given(NamedTuple):
    """A reaction with its giver: none where the export says too little of who that is."""

    giver: Member | None
    emoji: str
    moment: Moment | None = None


def reactions(post: Activity, given: Iterable[Given], record: Record, budget: Budget) -> Iterator[Outcome]:
    """Yield what each person thinks of a post, once; each reaction is a record of its own."""
    seen: set[tuple[str, bool]] = set()
    for giver, emoji, moment in given:
        budget.record()
        if giver is None or giver.bot:
            yield record.ignored(IgnoredReason.BOT if giver else IgnoredReason.NO_AUTHOR)
        elif (key := (giver.actor, is_dislike(emoji))) in seen:
            yield record.ignored(IgnoredReason.DUPLICATE)
        else:
            seen.add(key)
            try:
                yield reaction(post, giver, emoji, moment)
            except ValidationError as exc:
                yield record.invalid(exc)


def told(
    record: Record, member: Member, moment: Moment, place: Place, **values: object
) -> Activity | Rejection:
    """Return a message as the deed it is, or as set aside because it makes no sound activity."""
    target = place.target if place.target and not place.target.bot else None
    return record.outcome(
        {
            "actor": member.actor,
            "actor_name": member.name,
            "role": member.role,
            "kind": place.kind,
            "object_id": place.object_id,
            "target": target.actor if target else None,
            "target_name": target.name if target else None,
            "thread_id": place.thread_id,
            "ts_us": moment[0],
            "clock": moment[1],
            "origin": record.origin,
            "position": record.position,
            **values,
        }
    )


def unnamed(given: object, givers: str) -> int | None:
    """Return how many reactions that say yes are counted beyond those with a giver; none without any."""
    if not given or type(given) is not list:
        return None
    total = 0
    for each in map(fields_of, given):
        count, named = each.get("count"), each.get(givers)
        if type(count) is int and not is_dislike(_sign(each)):
            total += max(0, count - (len(named) if type(named) is list else 0))
    return total


def _sign(given: Fields) -> str:
    """Return the name or sign of a reaction: its own, or that of its emoji."""
    emoji = fields_of(given.get("emoji")) or given
    return text_of(emoji.get("code")) or text_of(emoji.get("name")) or text_of(emoji.get("emoji"))

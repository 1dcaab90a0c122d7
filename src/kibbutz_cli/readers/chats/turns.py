"""Turns of a chat that knows no threads: what one person says at a stretch opens one conversation.

Messages of one person with nobody's words between them, none seven minutes from the next, are one turn.
All have the first as the opening of their conversation, whether the chat is told forwards or backwards.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import Kind, Outcome, Rejection
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.rooms import TURN_US, Given, Member, Place, reactions, told
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment
from kibbutz_cli.readers.records import Record, mentions

LONGEST = 200
"""Messages of one turn held back until its first is known."""


class Message(NamedTuple):
    """A message as a chat tells it.

    Attributes:
        own: Its id.
        actor: Who wrote it.
        name: How they are shown.
        moment: When.
        text: The words.
        named: The members it mentions, each with the name to show.
        reactions: The reactions to it.
        record: Where it stands.
    """

    own: str
    actor: str
    name: str
    moment: Moment
    text: str
    named: dict[str, str]
    reactions: list[Given]
    record: Record


class Turns:
    """The turn in hand of one chat."""

    def __init__(self, platform: str, community: str) -> None:
        self._platform = platform
        self._community = community
        self._turn: list[Message] = []

    def add(self, message: Message, budget: Budget) -> Iterator[Outcome]:
        """Take a message, and yield the deeds of the turn before it if that has ended."""
        if self._turn and not self._goes_on(message):
            yield from self.rest(budget)
        self._turn.append(message)

    def rest(self, budget: Budget) -> Iterator[Outcome]:
        """Yield the deeds of the turn in hand."""
        turn, self._turn = self._turn, []
        opening = min(turn, key=lambda message: message.moment[0] or 0).own if turn else ""
        for message in turn:
            yield from self._told(message, opening, budget)

    def _goes_on(self, message: Message) -> bool:
        last = self._turn[-1]
        if last.actor != message.actor or len(self._turn) >= LONGEST:
            return False
        before, now = last.moment[0], message.moment[0]
        return before is not None and now is not None and abs(now - before) <= TURN_US

    def _told(self, message: Message, opening: str, budget: Budget) -> Iterator[Outcome]:
        deed = told(
            message.record,
            Member(message.actor, message.name),
            message.moment,
            Place(Kind.POST, None, None, opening),
            activity_id=message.own,
            platform=self._platform,
            community=self._community,
            text_len=len(message.text),
            text_print=print_of(message.text),
        )
        yield deed
        if isinstance(deed, Rejection):
            return
        if message.named:
            yield from mentions(deed, message.named)
        yield from reactions(deed, message.reactions, message.record, budget)

"""What is kept of the posts of a Stack Exchange site: who wrote them and when, and below which question.

Votes and comments may name any post, the first as well as the last, so none can be forgotten. Sites number
their posts one after the other: three numbers in a row of them take a tenth of what objects take.
"""

from array import array
from typing import NamedTuple

NONE = -(2**63)
"""Where there is no number, and no post."""

GAPS = 16
SPARE = 2**16
"""How many numbers may be left out for each post, and beside: an extract of a dump has few of them."""

AHEAD = 1024
"""For how many further posts room is made at once."""

DIGITS = 15
"""Of the largest number kept as one."""


class Post(NamedTuple):
    """A post: its writer's number, empty for nobody, the question it belongs to, and its time."""

    owner: str
    question: str
    ts_us: int | None


class Posts:
    """The posts of a site by their numbers."""

    def __init__(self) -> None:
        self._owners = array("q")
        self._questions = array("q")
        self._times = array("q")
        self._met = 0
        self._others: dict[str, Post] = {}

    def learn(self, number: str, post: Post) -> None:
        """Keep a post; of two with the same number, the later one."""
        at, owner, question = _whole(number), _whole(post.owner), _whole(post.question)
        self._met += 1
        if at is None or owner is None or question is None or not 0 <= at <= GAPS * self._met + SPARE:
            self._others[number] = post
            return
        if self._others:
            self._others.pop(number, None)
        if (short := at + 1 - len(self._owners)) > 0:
            for column in (self._owners, self._questions, self._times):
                # More than are needed: the next post has the next number, nearly always.
                column.extend([NONE] * (short + AHEAD))
        self._owners[at] = owner
        self._questions[at] = question
        self._times[at] = NONE if post.ts_us is None else post.ts_us

    def get(self, number: str) -> Post | None:
        """Return a post; none if it was not met."""
        if self._others and (post := self._others.get(number)):
            return post
        at = _whole(number)
        if at is None or not 0 <= at < len(self._owners) or self._owners[at] == NONE:
            return None
        owner, question, ts_us = self._owners[at], self._questions[at], self._times[at]
        return Post(_text(owner), _text(question), None if ts_us == NONE else ts_us)


_EMPTY = -1


def _whole(number: str) -> int | None:
    """Return the number that a text is, written as numbers are; less than all of them for an empty one."""
    if number.isdecimal() and number.isascii() and len(number) <= DIGITS:
        return int(number) if number[0] != "0" or number == "0" else None
    return None if number else _EMPTY


def _text(whole: int) -> str:
    return "" if whole == _EMPTY else str(whole)

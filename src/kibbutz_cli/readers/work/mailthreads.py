"""Which mails of a list were met, who wrote each, and which opened its thread.

Any later mail may answer any earlier one or repeat it, so none can be forgotten: a list of millions is kept
as numbers, in a fifth of the room that its ids alone would take.
"""

from array import array
from hashlib import blake2b
from typing import NamedTuple

from kibbutz_cli.readers.work.mailpeople import Person

FIRST_SLOTS = 2**12
"""How many slots there are at the beginning: twice as many whenever half of them are taken."""


class Known(NamedTuple):
    """What is kept of a mail: who wrote it, and the id of the mail that opened its thread."""

    writer: Person
    opening: str


class Mails:
    """The mails met so far, by their ids."""

    def __init__(self) -> None:
        # A slot holds the hash of an id, 0 where it is free, and the number of its mail.
        self._hashes = array("Q", bytes(8 * FIRST_SLOTS))
        self._numbers = array("I", [0]) * FIRST_SLOTS
        self._writers = array("I")
        self._threads = array("I")
        self._people: dict[Person, int] = {}
        self._person: list[Person] = []
        self._openings: list[str] = []
        self._elsewhere: dict[str, int] = {}

    def __contains__(self, own: str) -> bool:
        return self._number(own) is not None

    def get(self, own: str) -> Known | None:
        """Return what is known of a mail; none if it was not met."""
        number = self._number(own)
        if number is None:
            return None
        return Known(self._person[self._writers[number]], self._openings[self._threads[number]])

    def learn(self, own: str, known: Known) -> None:
        """Keep a mail that was not met before."""
        self._threads.append(self._thread(own, known.opening))
        if known.writer not in self._people:
            self._people[known.writer] = len(self._person)
            self._person.append(known.writer)
        self._writers.append(self._people[known.writer])
        if 2 * len(self._writers) > len(self._hashes):
            self._widen()
        self._take(_hash(own), len(self._writers) - 1)

    def _thread(self, own: str, opening: str) -> int:
        """Return the number of a thread, a new one for the mail that opens it or that is not here."""
        if opening != own:
            number = self._number(opening)
            if number is not None and self._openings[self._threads[number]] == opening:
                return self._threads[number]
            if opening in self._elsewhere:
                return self._elsewhere[opening]
            self._elsewhere[opening] = len(self._openings)
        self._openings.append(opening)
        return len(self._openings) - 1

    def _number(self, own: str) -> int | None:
        wanted = _hash(own)
        at = self._slot(wanted)
        return self._numbers[at] if self._hashes[at] else None

    def _slot(self, wanted: int) -> int:
        """Return where a hash stands, or the free slot where it would."""
        hashes = self._hashes
        last = len(hashes) - 1
        at = wanted & last
        while hashes[at] and hashes[at] != wanted:
            at = (at + 1) & last
        return at

    def _take(self, own: int, number: int) -> None:
        at = self._slot(own)
        self._hashes[at] = own
        self._numbers[at] = number

    def _widen(self) -> None:
        before = zip(self._hashes, self._numbers, strict=True)
        size = 2 * len(self._hashes)
        self._hashes = array("Q", bytes(8 * size))
        self._numbers = array("I", [0]) * size
        for own, number in before:
            if own:
                self._take(own, number)


def _hash(own: str) -> int:
    """Return a number for an id, the same on every machine and hard to meet on purpose; never 0."""
    digest = blake2b(own.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") or 1

"""What the messages of one chat of WhatsApp are, and who is in it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from kibbutz_cli.model.activity import IgnoredReason, Outcome, RejectionCode
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.turns import Message, Turns
from kibbutz_cli.readers.chats.whatsappdeleted import is_deleted
from kibbutz_cli.readers.chats.whatsapplines import MARKS, Line, Order
from kibbutz_cli.readers.parsing.times import Moment
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

PLATFORM = "whatsapp"

PEOPLE = 3
"""So many people make a group a community; two talk in private."""

ASSISTANT = "Meta AI"
"""The program that may be asked in every chat, also in one of two."""

_BEHIND = tuple(MARKS)
_NOTICE = pattern(rf"\u200e([^<\n{MARKS}]+)[{MARKS}]*")
"""A line behind the sign that is put before nothing else; people type, or paste, the other signs, too."""

_CALL = pattern(rf"\u200e[^\n{MARKS}]{{2,60}}[.,] \u200e[^\n{MARKS}]{{1,60}}")
"""A call, and what became of it: each has the sign before it, in whatever language."""

_SHORTEST_NAME = 3
"""Letters of a name that is looked for in notices, whole or the first: a shorter one may be a word, a dot."""

_NUMBER = pattern(r"\+?[\d\s()\u00a0\u202f\u2010-\u2011-]{6,30}", re.ASCII)
_DIGITS = pattern(r"\D+", re.ASCII)
_NAMED = pattern("@\u2068?~?([^\u2068\u2069]{1,200})\u2069|@(\\d{6,20})")
# Signs are looked at from the first of them: from each, many would take the square of their number.
_EDITED = pattern(rf"(?<![{MARKS}\s])[{MARKS}\s]*<[^<>]{{3,60}}>\s*\Z")
_MEDIA = pattern(
    rf"[{MARKS}]*<[^<>]{{3,60}}>"
    rf"|[{MARKS}]+[^{MARKS}]{{3,60}}"
    rf"|[{MARKS}]*[\w-]+\.\w{{2,5}} \([^()]{{3,60}}\)"
)
_FILE = rf"[^\n<>{MARKS}]{{1,200}}\.\w{{2,5}} \([^()]{{3,60}}\)"
_VOTED = rf"[{MARKS}]+[^:\n]{{2,30}}: [^\n]{{1,300}} \(\d[^()\n]{{1,40}}\)"
_POLL = rf"[^:\n]{{2,30}}:\n(?:[^\n]*\n)+?{_VOTED}(?:\n[^\n]*)*"
_SENT = pattern(
    rf"[{MARKS}]*(?:<[^<>]{{3,60}}>|{_FILE}|{_POLL}"
    r"|[\w -]{2,40} (?:omitted|weggelassen|weggelaten|omitid[ao]|absente|omess[ao]|отсутствует))"
)
"""What stands for a picture, a file or a poll that somebody sent, behind a sign of direction on some phones.

A file may be called after a member, as a card of the address book is. A poll is known in any language: by a
word and a question, and answers with their votes behind such signs.
"""


class Chat:
    """One chat: its people and its order of day and month, and what its messages are.

    Attributes:
        met: Whether there is a message in it.
        order: The order of day and month.
    """

    def __init__(self, name: str) -> None:
        self.met = False
        self.order = Order()
        self._name = name
        self._people: set[str] = set()
        self._anybody: re.Pattern[str] | None = None
        self._by_number: dict[str, str] = {}
        self._turns = Turns(PLATFORM, name)
        self._stamp: object = None
        self._given: Counter[str] = Counter()

    @property
    def is_group(self) -> bool:
        """Return whether so many people wrote that it is a community."""
        return len(self._people) >= PEOPLE

    def meet(self, line: Line) -> None:
        """Learn from a message who is in the chat, and how it writes dates."""
        self.met = True
        self.order.learn(line.stamp)
        # What the program says stands under the group's own name on some phones, behind a sign of direction.
        is_said = not line.text.startswith(_BEHIND) or _SENT.fullmatch(line.text)
        if line.sender not in ("", ASSISTANT) and is_said:
            self._people.add(line.sender)
            if _NUMBER.fullmatch(line.sender):
                self._by_number[_DIGITS.sub("", line.sender)] = line.sender

    def outcomes(self, line: Line, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what a message is, or the turn that ends where it begins."""
        if not self.is_group:
            yield record.ignored(IgnoredReason.PRIVATE if line.sender else IgnoredReason.SERVICE)
            return
        if reason := self._left_out(line):
            yield record.ignored(reason)
            return
        moment = self.order.moment(line.stamp)
        if moment is None:
            told = "-".join(map(str, line.stamp.date))
            yield record.rejected(RejectionCode.BAD_TIME, f"{told}: expected a date and a time of day")
            return
        yield from self._turns.add(self._message(line, moment, record), budget)

    def rest(self, budget: Budget) -> Iterator[Outcome]:
        """Yield the last turn."""
        yield from self._turns.rest(budget)

    def _left_out(self, line: Line) -> IgnoredReason | None:
        if line.sender not in self._people:
            return IgnoredReason.BOT if line.sender == ASSISTANT else IgnoredReason.SERVICE
        text = line.text.strip(MARKS + " ")
        if is_deleted(text):
            return IgnoredReason.DELETED
        if line.text.startswith(_BEHIND) and text.startswith((f"{line.sender} ", f"~{line.sender} ", "You ")):
            return IgnoredReason.SERVICE
        is_own = _CALL.fullmatch(line.text) or self._is_notice(line.text)
        return IgnoredReason.SERVICE if is_own else None

    def _is_notice(self, text: str) -> bool:
        """Return whether the program tells of somebody in the chat, as what stands for a picture does not."""
        found = _NOTICE.fullmatch(text)
        if found is None or _SENT.fullmatch(text):
            return False
        if self._anybody is None:
            people = (name for name in self._people if not _NUMBER.fullmatch(name))
            first = {word for name in people for word in name.split()[:1]}
            known = (name for name in self._people | first if len(name) >= _SHORTEST_NAME)
            names = "|".join(map(re.escape, sorted(known))) or "(?!)"
            self._anybody = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
        return self._anybody.search(found[1]) is not None

    def _message(self, line: Line, moment: Moment, record: Record) -> Message:
        member = self._member(line.sender)
        text = "" if _MEDIA.fullmatch(line.text) else _EDITED.sub("", line.text).strip(MARKS + " \n")
        own = self._own_id(line, moment)
        return Message(own, member, self._shown(line.sender), moment, text, self._mentioned(text), [], record)

    def _own_id(self, line: Line, moment: Moment) -> str:
        """Return a message's id: time and hash of the words, numbered where they are said again at once."""
        if line.stamp != self._stamp:
            self._stamp = line.stamp
            self._given.clear()
        words = hashlib.sha256(f"{line.sender}\n{line.text}".encode("utf-8", "replace")).hexdigest()[:16]
        base = f"{self._name}/{(moment[0] or 0) // 1_000_000}-{words}"
        self._given[base] += 1
        return base if self._given[base] == 1 else f"{base}-{self._given[base]}"

    def _mentioned(self, text: str) -> dict[str, str]:
        if "@" not in text:
            return {}
        names = ((found[1] or self._by_number.get(found[2], "")).strip() for found in _NAMED.finditer(text))
        return {self._member(name): self._shown(name) for name in names if name in self._people}

    def _member(self, name: str) -> str:
        if _NUMBER.fullmatch(name):
            digest = hashlib.sha256(_DIGITS.sub("", name).encode()).hexdigest()[:16]
            return f"{PLATFORM}:number-{digest}@{self._name}"
        return f"{PLATFORM}:{name}@{self._name}"

    def _shown(self, name: str) -> str:
        return f"number ending in {name[-2:]}" if _NUMBER.fullmatch(name) else name

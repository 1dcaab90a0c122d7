"""The messages in a chat that WhatsApp wrote as text: where each begins, whose it is, and when.

Each language writes dates in its own way, and no file says which. The order of day and month is the one in
which all dates are dates and the fewest go backwards. A short year is first where the chat then takes far
fewer days. Years are those of the Buddhist calendar where all are.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kibbutz_cli.model.activity import DAY_US, Clock
from kibbutz_cli.readers.parsing.times import EARLIEST_US, EPOCH_DAY, Moment
from kibbutz_cli.readers.patterns import pattern

MARKS = "\u200e\u200f\u202a\u202c\ufeff"
"""Signs of direction, which WhatsApp puts before what people did not write."""

_SPACE = "[ \u00a0\u202f]"
_AMERICAN = frozenset({"AM", "PM"})
"""The halves of the day where the month comes first; elsewhere they are of small letters, or have points."""

_MORNING = (
    "ق.ظ", "ق.ظ.", "ص", "π.μ.", "πμ", "ÖÖ", "上午", "早上", "凌晨", "午前", "오전", "SA", "PG", "पूर्वाह्न",
    "म.पू.", "முற்பகல்", "ಪೂರ್ವಾಹ್ನ", "ਪੂ.ਦੁ.", "පෙ.ව.", "နံနက်", "e paradites", "p.d.", "dop.", "de.", "vm.",
    "ap.", "fm", "f.h.", "r.n.", "priešpiet", "priekšp.", "priekšpusdienā", "TO", "дп", "претпл.",
    "претпладне", "清晨", "午夜", "上晝", "ጥዋት", "GH", "f.m.", "ກ່ອນທ່ຽງ", "ก่อนเที่ยง", "לפנה״צ",
    "пре подне", "pre podne", "prijepodne", "da manhã", "тң",
)  # fmt: skip
_EVENING = (
    "ب.ظ", "ب.ظ.", "م", "μ.μ.", "μμ", "ÖS", "下午", "中午", "晚上", "午後", "오후", "CH", "PTG", "अपराह्न",
    "म.उ.", "பிற்பகல்", "ಅಪರಾಹ್ನ", "ਬਾ.ਦੁ.", "ප.ව.", "ညနေ", "e pasdites", "m.d.", "odp.", "pop.", "du.", "nm.",
    "ip.", "em", "e.h.", "i.n.", "popiet", "pēcp.", "pēcpusdienā", "TK", "пп", "попл.", "попладне", "下晝",
    "ከሰዓት", "GD", "e.m.", "ຫຼັງທ່ຽງ", "หลังเที่ยง", "אחה״צ", "по подне", "po podne", "popodne",
    "da tarde", "тк", "နေ့လယ်", "ည",
)  # fmt: skip
"""The words of Unicode's tables of languages, by which telephones write dates, new and old."""

_HALF = "|".join(map(re.escape, _MORNING + _EVENING)) + rf"|[AaPp]\.?{_SPACE}?[Mm]\.?"
_DATE = (
    rf"(?P<first>[HR]?\d{{1,4}})[{MARKS}]*(?P<mark>[./-]){_SPACE}?(?P<second>\d{{1,2}})[{MARKS}]*(?P=mark)"
    rf"{_SPACE}?(?P<third>\d{{4}}(?:{_SPACE}BE)?|[HR]?\d{{1,2}})"
)
# The languages put a word of their own before the time or behind it, and the half of the day, too.
_TIME = (
    rf"(?:(?P<before>{_HALF}){_SPACE}?)?(?P<hour>\d{{1,2}})(?:[:.]|{_SPACE}h{_SPACE})(?P<minute>\d\d)"
    rf"(?:(?:[:.]|{_SPACE}min{_SPACE})(?P<seconds>\d\d)(?:{_SPACE}s)?)?"
    rf"(?:{_SPACE}?(?P<behind>{_HALF})|{_SPACE}[\u0447\u0e19]\.)?"
)
_START = pattern(
    rf"[{MARKS}]*(?P<bracket>\[)?{_DATE}\.?(?:{_SPACE}\u0433\.)?(?P<comma>[,\u060c])?[{MARKS}]*{_SPACE}{{1,2}}"
    rf"(?:(?:klo|kl\.|à|às|um|at){_SPACE})?{_TIME}"
    # On old telephones a colon is behind the time, which then has seconds.
    rf"(?(bracket)\]{_SPACE}|(?:{_SPACE}-{_SPACE}|(?(seconds):{_SPACE}|(?!))))",
)
_TIME_FIRST = pattern(
    rf"[{MARKS}]*(?P<bracket>\[)?{_TIME}(?P<comma>,){_SPACE}{_DATE}(?(bracket)\]{_SPACE}|{_SPACE}-{_SPACE})"
)
"""The telephones of Vietnam have the time first."""

_ERAS = {"H": 1988, "R": 2018}
"""The year before the first of each era that Japan had since there are telephones."""

_BUDDHIST_YEARS = 543
_FIRST_YEAR = 2009
"""Since then there is WhatsApp."""

_BUDDHIST = range(_FIRST_YEAR + _BUDDHIST_YEARS, 2700)
"""Years of the Buddhist calendar since then."""

_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST = range(3)
"""The orders in which a date can be read; in the last its year is short, and the month follows."""

_FEWER = 10
"""So many times fewer days has a chat whose year is first: read as days, its years come and go."""

_QUOTES = (("\u201c", "\u201d"), ("\u201e", "\u201c"), ("\u00ab", "\u00bb"))
_QUOTE = pattern('["\u201c\u201e\u00ab]')
_SENDER = pattern(r"(?!<)([^:]{1,200}?): ?", re.DOTALL)


class Stamp(NamedTuple):
    """When a message was written, as the file says: the three numbers of the date, and the time.

    It is American where the half of the day is told as it is where the month comes first.
    """

    date: tuple[int, int, int]
    time: tuple[int, int, int]
    american: bool


class Line(NamedTuple):
    """A message: the line it begins in, when, by whom, and its words; nobody for what the program said."""

    number: int
    stamp: Stamp
    sender: str
    text: str


class Stray(NamedTuple):
    """Text that belongs to no message: the line it begins in."""

    number: int


def begins(text: str) -> bool:
    """Return whether a line is the beginning of a message."""
    found = _started(text)
    # The iPhones of Sweden write their dates like a log: only the sign of direction tells them apart.
    return found is not None and (not _is_log(found) or "\u200e" in text)


def messages(lines: Iterable[str]) -> Iterator[Line | Stray]:
    """Yield the messages of a chat; lines that begin none go on with the one before.

    All begin in the style of the first: what begins in another was pasted by somebody.
    """
    open_line: Line | None = None
    style = ""
    rest: list[str] = []
    strayed = False
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r\n")
        found = _started(text)
        if found and (own := _style(found)) == (style or own):
            if open_line:
                yield open_line._replace(text="\n".join((open_line.text, *rest)))
            style = own
            open_line = _begun(number, text, found)
            rest = []
        elif open_line:
            rest.append(text)
        elif text.strip(MARKS + " ") and not strayed:
            strayed = True
            yield Stray(number)
    # What is empty behind the last message is no part of it: an editor or a mail put it there.
    while rest and not rest[-1].strip(MARKS + " "):
        rest.pop()
    if open_line:
        yield open_line._replace(text="\n".join((open_line.text, *rest)))


def _started(text: str) -> re.Match[str] | None:
    return _START.match(text) or _TIME_FIRST.match(text)


def _is_log(found: re.Match[str]) -> bool:
    """Return whether programs write their logs so.

    They have the year first and no comma, and are in brackets or have a colon behind.
    """
    if len(found["first"]) < 3 or found["comma"]:
        return False
    return found["mark"] == "-" if found["bracket"] else found[0].endswith(": ")


def _style(found: re.Match[str]) -> str:
    """Return how a time is written: in brackets or before a dash or colon, with which marks and parts."""
    year = max(len(found["first"].lstrip("HR")), len(found["third"].lstrip("HR")))
    marks = (found["bracket"] or found[0].strip()[-1], found["mark"])
    parts = (found[part] is None for part in ("comma", "seconds", "before", "behind"))
    return repr((_is_log(found), found.start("hour") < found.start("first"), year > 2, *marks, *parts))


def _begun(number: int, text: str, found: re.Match[str]) -> Line:
    hour, half = int(found["hour"]), found["before"] or found["behind"] or ""
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in _EVENING or (half[0] in "Pp" and half not in _MORNING) else 0)
    stamp = Stamp(
        (_number(found["first"]), int(found["second"]), _number(found["third"])),
        (hour, int(found["minute"]), int(found["seconds"] or 0)),
        half in _AMERICAN and found["mark"] != ".",
    )
    rest = text[found.end() :]
    sender = _SENDER.match(rest)
    if sender is None or _is_cut(sender[1]):
        return Line(number, stamp, "", rest)
    return Line(number, stamp, sender[1].strip(MARKS + " ~\u00a0\u202f"), rest[sender.end() :])


def _number(told: str) -> int:
    """Return a day, a month or a year, which may be one of an era or of the Buddhist calendar."""
    if told[0] in _ERAS:
        return _ERAS[told[0]] + int(told[1:])
    return int(told[:4]) - _BUDDHIST_YEARS if told.endswith("BE") else int(told)


def _is_cut(name: str) -> bool:
    """Return whether a name ends within quotation marks: ``Ada named the group "Beans`` is none."""
    if not _QUOTE.search(name):
        return False
    return bool(name.count('"') % 2) or any(
        name.count(opening) > name.count(closing) for opening, closing in _QUOTES
    )


class Order:
    """The order of day, month and year, learned from every date of a chat."""

    def __init__(self) -> None:
        self._wrong = [0, 0, 0]
        self._early = [0, 0, 0]
        self._back = [0, 0, 0]
        self._taken = [0, 0, 0]
        self._last: list[date | None] = [None, None, None]
        self._learned = self._day = (0, 0, 0)
        self._midnight: int | None = None
        self._american = False
        self._two_ways = False
        # A year that is told beside others is one that a clock never set shows.
        self._is_buddhist = True

    @property
    def is_certain(self) -> bool:
        """Return whether all dates can be read in one order only, or mean the same in both."""
        if self._way == _YEAR_FIRST:
            return not self._impossible(_YEAR_FIRST) and min(map(self._impossible, range(2))) > 0
        return not self._two_ways or (self._wrong[0] == 0) != (self._wrong[1] == 0)

    def learn(self, stamp: Stamp) -> None:
        """Take a date into account."""
        self._american = self._american or stamp.american
        if stamp.date == self._learned:  # most messages are of the day of the one before
            return
        self._learned = stamp.date
        self._is_buddhist = self._is_buddhist and _is_buddhist(stamp)
        days = [_date(stamp, _is_buddhist(stamp), way) for way in range(3)]
        first, second, _ = days
        self._two_ways = self._two_ways or (None not in (first, second) and first != second)
        for way, day in enumerate(days):
            last = self._last[way]
            if day is None:
                self._wrong[way] += 1
                continue
            self._early[way] += day.year < _FIRST_YEAR
            if last is not None:
                self._back[way] += day < last
                self._taken[way] += abs((day - last).days)
            self._last[way] = day

    def moment(self, stamp: Stamp) -> Moment | None:
        """Return the moment of a date, its zone unknown; none where it is no date or no time of day."""
        if stamp.date != self._day:
            self._day = stamp.date
            day = _date(stamp, self._is_buddhist, self._way)
            self._midnight = None if day is None else (day.toordinal() - EPOCH_DAY) * DAY_US
        hour, minute, second = stamp.time
        if self._midnight is None or hour > 23 or minute > 59 or second > 59:
            return None
        ts_us = self._midnight + ((hour * 60 + minute) * 60 + second) * 1_000_000
        return ts_us, Clock.ZONE_ASSUMED if ts_us >= EARLIEST_US else Clock.IMPLAUSIBLE

    @property
    def _way(self) -> int:
        """Return the order; of two alike the month is first where the hours are those of America."""
        day = (self._wrong[0], self._back[0], self._american)
        month = (self._wrong[1], self._back[1], not self._american)
        way = _MONTH_FIRST if month < day else _DAY_FIRST
        return _YEAR_FIRST if self._cost(_YEAR_FIRST, _FEWER) < self._cost(way) else way

    def _cost(self, way: int, times: int = 1) -> tuple[int, int, int]:
        """Return what speaks against an order: what is no date, what goes back, and some times the days."""
        return self._impossible(way), self._back[way], times * self._taken[way]

    def _impossible(self, way: int) -> int:
        """Return how many dates are none, or of years before there was WhatsApp."""
        return self._wrong[way] + self._early[way]


def _is_buddhist(stamp: Stamp) -> bool:
    """Return whether a year is one of the Buddhist calendar; telephones of Thailand do not say so."""
    return (stamp.date[0] if stamp.date[0] > 31 else stamp.date[2]) in _BUDDHIST


def _date(stamp: Stamp, is_buddhist: bool, way: int) -> date | None:
    first, second, third = stamp.date
    if first > 31 or way == _YEAR_FIRST:  # all that begin with a year go on with the month
        year, month, day = first, second, third
    else:
        day, month = (second, first) if way == _MONTH_FIRST else (first, second)
        year = third
    year += 2000 if year < 100 else 0
    try:
        return date(year - _BUDDHIST_YEARS if is_buddhist else year, month, day)
    except ValueError:
        return None

"""Times of exports as microseconds since 1970 UTC, with how far each can be believed."""

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache
from typing import TypeAlias

from kibbutz_cli.model.activity import DAY_US, EPOCH, FIRST_US, LAST_US, Clock
from kibbutz_cli.readers.patterns import pattern

Moment: TypeAlias = tuple[int | None, Clock]
"""Microseconds UTC (none where there is no time) and how far they can be believed."""

MISSING: Moment = (None, Clock.MISSING)

EPOCH_DAY = EPOCH.toordinal()
_NAIVE_EPOCH = EPOCH.replace(tzinfo=None)
DAY_S = 86_400

_EXACT, _ASSUMED = Clock.EXACT, Clock.ZONE_ASSUMED
"""Each takes 0.1 us where it is asked of the class, as long as to parse a time."""

EARLIEST_US = 631_152_000_000_000
"""1990-01-01: no format we read existed before; an older clock was never set."""

LATEST = (LAST_US + 1) // 1_000_000
"""Seconds from 1970 to the year 10000."""

LONGEST = 40
"""Characters of a text that is a number of seconds."""

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}

_MONTHS |= {
    "ene": 1,
    "gen": 1,
    "fev": 2,
    "avr": 4,
    "abr": 4,
    "mai": 5,
    "mag": 5,
    "giu": 6,
    "lug": 7,
    "ago": 8,
}
_MONTHS |= {"set": 9, "out": 10, "okt": 10, "ott": 10, "dez": 12, "dic": 12}
_MONTHS |= {"mrt": 3, "mrz": 3, "maj": 5, "mei": 5}
_MONTHS |= {"янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "маи": 5, "июн": 6, "июл": 7, "авг": 8}
_MONTHS |= {"сен": 9, "окт": 10, "ноя": 11, "дек": 12}
"""Feeds write them in their own language, too; of months with one short name for two there is none here."""

_GREEK = "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ"  # noqa: RUF001 - these letters are Greek
_LONGER = {name: number for number, name in enumerate(_GREEK.split(), start=1)}
_LONGER |= {"avril": 4, "juin": 6, "juil": 7, "juill": 7, "aout": 8}
_LONGER |= {"jaanuar": 1, "ianuarie": 1, "veebruar": 2, "maart": 3, "iunie": 6, "juuni": 6, "iulie": 7}
_LONGER |= {"juuli": 7, "agust": 8, "agustus": 8, "avgust": 8, "szeptember": 9, "noiembrie": 11}
_LONGER |= {"desember": 12, "desembre": 12, "detsember": 12}
_LONGER |= {"януари": 1, "юни": 6, "юли": 7, "септември": 9, "ноември": 11}
"""Names of months that are told apart, or known, by no fewer letters; no other language has them."""

_BY_NUMBER = frozenset("\u6708\uc6d4")
"""What stands behind the number of a month in Japan, China and Korea."""

_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "EET": 120}
_ZONES |= {
    "EEST": 180,
    "MSK": 180,
    "JST": 540,
    "KST": 540,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
}
_ZONES |= {"EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480}
_ZONES |= {"PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600}
"""Minutes east of UTC: the zones of RFC 822, and names that mean one zone only (BST and IST do not)."""

# Blanks are looked at from their first alone, and taken whole: a text of nothing else took quadratic time.
_SPACED_ZONE = pattern(r"(?<!\s)\s++(?:UTC|GMT|Z|([+-]\d\d):?(\d\d))$", re.ASCII | re.IGNORECASE)

_RFC822 = pattern(
    r"(?:[^\W\d]+\.?,?\s*)?(\d{1,2})(?:\s+|-)([A-Za-z]{3})[a-z]*\.?(?:\s+|-)(\d{4}|\d\d)"
    r"\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*+(?:(?i:([ap])\.?m\b)\.?)?"
    r"\s*+(?:(?:GMT|UTC?)?([+-]\d\d:?\d\d)(?:\s+[A-Za-z]+)?|([A-Za-z]*))\s*+(?:\(.*\))?"
)

_TWITTER = pattern(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d\d):(\d\d):(\d\d) ([+-]\d{4}) (\d{4})", re.ASCII)


def iso(text: str) -> Moment:
    """Return the moment of an ISO 8601 text; one without a zone is taken as UTC and says so.

    ``0000-00-00 00:00:00``, as databases write an unknown time, is missing.

    Raises:
        ValueError: It is no time: a month 13, a second 60, a year 0 or 10000, in UTC too.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        if text.strip().startswith("0000-00-00"):
            return MISSING
        moment = datetime.fromisoformat(_tight(text))
    # To give a time a zone before it is subtracted takes twice as long as all the rest.
    naive = moment.tzinfo is None
    since = moment - (_NAIVE_EPOCH if naive else EPOCH)
    ts_us = (since.days * DAY_S + since.seconds) * 1_000_000 + since.microseconds
    if EARLIEST_US <= ts_us <= LAST_US:
        return ts_us, _ASSUMED if naive else _EXACT
    return judged(ts_us, Clock.IMPLAUSIBLE)


def iso_of(value: object) -> Moment | None:
    """Return the time that a value tells, missing where there is none; none if it is no time."""
    if value is None:
        return MISSING
    try:
        return iso(value) if type(value) is str else None
    except ValueError:
        return None


def rfc822(text: str) -> Moment:
    """Return the moment of an RFC 822 text such as ``Wed, 02 Oct 2002 13:00:00 GMT``.

    The weekday is not checked: feeds get it wrong and the date right.
    A zone that is absent, or a name that could mean several, is taken as UTC and says so; beside an offset,
    as in ``+0100 CET`` and ``GMT+0100``, a name tells nothing. A second 60 is the next minute's first.
    ``PM`` counts the hours from noon, unless they are past it already.

    Raises:
        ValueError: It is no time: an unknown month, a second 61, a year ``-0001``.
    """
    found = _RFC822.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"no RFC 822 time: {text!r}")
    day, month, year, hour, minute, second, half, zone, name = found.groups()
    offset = _offset(zone or name)
    clock = Clock.ZONE_ASSUMED if offset is None else Clock.EXACT
    midnight = _midnight(_year(year), month.lower(), int(day))
    in_day = _in_day(_of_24(hour, half), minute, second or "0")
    return judged(midnight + in_day - (offset or 0) * 60_000_000, clock)


def twitter(text: str) -> Moment:
    """Return the moment of Twitter's ``Wed Feb 10 18:00:00 +0000 2021``, or of an ISO 8601 text.

    Raises:
        ValueError: It is no time.
    """
    found = _TWITTER.fullmatch(text)
    if found is None:
        return iso(text)
    month, day, hour, minute, second, zone, year = found.groups()
    midnight = _midnight(int(year), month.lower(), int(day))
    return judged(midnight + _in_day(hour, minute, second) - (_offset(zone) or 0) * 60_000_000, Clock.EXACT)


def epoch(seconds: object) -> Moment:
    """Return the moment of seconds since 1970 UTC, as a number or a text of one; missing where there is none.

    Raises:
        ValueError: It is no number, or one beyond the years of the calendar.
    """
    if type(seconds) is int:
        ts_us = seconds * 1_000_000
    elif seconds is None:
        return MISSING
    elif type(seconds) is float or (type(seconds) is str and len(seconds) < LONGEST):
        ts_us = round(float(seconds) * 1_000_000) if 0 <= float(seconds) < LATEST else -1
    else:
        raise ValueError(f"no seconds: {seconds!r}")
    if not 0 <= ts_us <= LAST_US:
        raise ValueError(f"no time: {seconds!r}")
    return ts_us, Clock.EXACT if ts_us >= EARLIEST_US else Clock.IMPLAUSIBLE


def judged(ts_us: int, clock: Clock) -> Moment:
    """Return the moment of so many microseconds since 1970, implausible before there was a format to read.

    Raises:
        ValueError: It lies beyond the years of the calendar.
    """
    if not FIRST_US <= ts_us <= LAST_US:
        raise ValueError(f"no time of the years 1 to 9999: {ts_us}")
    return ts_us, clock if ts_us >= EARLIEST_US else Clock.IMPLAUSIBLE


def month_of(name: str) -> int | None:
    """Return the month with a short name such as ``Mar``, ``Mär`` or ``fév.``; none for what is none we know.

    Longer names are other words: in Finnish November begins as March does.
    """
    if name[-1:] in _BY_NUMBER and name[:-1].isdecimal():
        return int(name[:-1]) if 1 <= int(name[:-1]) <= 12 else None
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", name) if letter.isalpha())
    short = _MONTHS.get(letters[:3].lower()) if len(letters) <= 4 else None
    return _LONGER.get(letters.lower(), short)


def _tight(text: str) -> str:
    """Return ``2021-02-10 18:00:00 +0000`` and its like as the standard library reads it."""
    found = _SPACED_ZONE.search(text := text.strip())
    if found is None:
        return text[:-1] + "Z" if text.endswith("z") else text
    return text[: found.start()] + (f"{found[1]}:{found[2]}" if found[1] else "Z")


@lru_cache(maxsize=4096)
def _midnight(year: int, month: str, day: int) -> int:
    """Return the start of a day; cached, since the deeds of an export fall on few days."""
    if month not in _MONTHS:
        raise ValueError(f"no month: {month!r}")
    return (date(year, _MONTHS[month], day).toordinal() - EPOCH_DAY) * DAY_US


def _of_24(hour: str, half: str | None) -> str:
    """Return the hour of a whole day: of its half, ``a`` or ``p``, 12 is the first."""
    if half is None or int(hour) > 12:
        return hour
    return str(int(hour) % 12 + (12 if half in "pP" else 0))


def _in_day(hour: str, minute: str, second: str) -> int:
    hours, minutes, seconds = int(hour), int(minute), int(second)
    if hours > 23 or minutes > 59 or seconds > 60:
        raise ValueError(f"no time of day: {hour}:{minute}:{second}")
    return ((hours * 60 + minutes) * 60 + seconds) * 1_000_000


def _offset(zone: str) -> int | None:
    """Return minutes east of UTC, or none where the zone is absent or a name we do not know."""
    if not zone or zone[0] not in "+-":
        return _ZONES.get(zone.upper())
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    if hours > 23 or minutes > 59:
        raise ValueError(f"no zone: {zone!r}")
    return (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)


def _year(text: str) -> int:
    """Return the year; two digits turn the century at 50, as RFC 5322 section 4.3 has it."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year < 50 else 1900)

"""Dates of feeds as their writers tell them: all of a text is understood, or none of it."""

import re
from datetime import date, timedelta

from kibbutz_cli.model.activity import DAY_US
from kibbutz_cli.readers.parsing import times
from kibbutz_cli.readers.parsing.times import Moment
from kibbutz_cli.readers.patterns import pattern

LONGEST = 100
"""Characters of a date, more than any seen."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_WEEKDAY = r"(?:[^\W\d]+(?=[\s,.])\.?\s*,?\s*)?"
_NAME = r"(?P<name>[^\W\d]+)\.?"
_ORDINAL = r"(?P<day>\d\d?)(?:st|nd|rd|th|\.)?"

_DAYS = (
    r"(?P<year>\d{4})(?:-|\s*[/.年년]\s*)(?P<month>\d\d?)(?:-|\s*[/.月월]\s*)(?P<day>\d\d?)(?!\d)(?:\s*[.日일])?",
    rf"(?P<year>\d{{4}})[-\s]+{_NAME}[-\s]+(?P<day>\d\d?)(?!\d)",
    rf"{_ORDINAL}(?:\s+|-){_NAME},?(?:\s+|-)(?P<year>\d{{4}}|\d\d)(?!\d)",
    rf"{_NAME}\s+{_ORDINAL}(?:,\s*|\s+)(?P<year>\d{{4}})(?!\d)",
    r"(?P<one>\d\d?)(?P<mark>[-/.])(?P<two>\d\d?)(?P=mark)(?P<year>\d{4})(?!\d)",
)
_DATES = [pattern(_WEEKDAY + day, re.IGNORECASE) for day in _DAYS]

_REST = pattern(
    r"(?:(?:T|[\s,]+(?:(?:at|-)\s+)?)\s*(?P<before>(?:오전|오후|上午|下午)\s*)?(?P<hour>\d\d?):(?P<minute>\d\d?)"
    r"(?::(?P<second>\d\d?)(?:[.,]\d+)?)?(?:\s*(?P<after>[ap]\.?m\b\.?))?(?:\s+(?:\d{4}|[+-]\d{3}))?(?!\d))?"
    r"\s*,?\s*(?:Etc/|[A-Z]+/[A-Z_/]+|[A-Z]+\s*(?=[+-]))?(?P<zone>[^\[]*)(?:\[.*\])?",
    re.IGNORECASE,
)
"""What follows a day: the time, and a zone.

Names of regions and other digits than four with a sign tell no zone, nor do letters before an offset.
"""

_ASCTIME = pattern(rf"({_WEEKDAY}[^\W\d]+\s+\d\d?)\s+(\d\d?:\d\d(?::\d\d)?)(\s+\S+)?\s+(\d{{4}})")

_HALVES = {"오전": "AM", "오후": "PM", "上午": "AM", "下午": "PM"}
"""Korean and Chinese say the half of the day before the hour."""

_SECONDS = pattern(r"1[0-8]\d{8}", re.ASCII)
"""Seconds from 2001 to 2030: later ones may be dates, as in ``2024010509``."""

_COMPACT = pattern(r"\d{14}", re.ASCII)
_ORDINAL_DAY = pattern(r"(\d{4})-?(\d{3})", re.ASCII)
_MONTH_ALONE = pattern(r"(\d{4})(?:-(\d\d))?", re.ASCII)


def told(text: str) -> Moment:
    """Return the moment of a date as feeds write it; one without a zone is taken as UTC and says so.

    ISO 8601 and RFC 822 are asked first, then whatever names a whole day. Of two numbers that could each be
    the month none is guessed, nor is what a text leaves out: the library ``feedparser`` takes the month of
    today where it has read the year alone. Seconds are whole where the standard library cannot read a text.

    Raises:
        ValueError: It is no date, or one of several.
    """
    if len(text) > LONGEST:
        raise ValueError(f"no date: {len(text)} characters")
    for read in (times.iso, times.rfc822, _numbers):
        try:
            return read(text)
        except ValueError:
            continue
    return _words(text)


def _numbers(text: str) -> Moment:
    """Return the moment of digits alone: seconds since 1970, ISO 8601 without a mark, a year or its day."""
    if _SECONDS.fullmatch(text):
        return times.epoch(text)
    if _COMPACT.fullmatch(text):
        return times.iso(f"{text[:8]}T{text[8:]}")
    if found := _ORDINAL_DAY.fullmatch(text):
        year, number = int(found[1]), int(found[2])
        day = date(year, 1, 1) + timedelta(number - 1)
        if day.year != year:
            raise ValueError(f"no day of {year}: {number}")
        return times.iso(day.isoformat())
    if found := _MONTH_ALONE.fullmatch(text):
        return times.iso(f"{found[1]}-{found[2] or '01'}-01")
    raise ValueError(f"no date: {text!r}")


def _words(text: str) -> Moment:
    """Return the moment of a day in any order, put in words of RFC 822, which has the rules of zones."""
    text = _ASCTIME.sub(r"\1 \4 \2\3", text)
    day = next((found for each in _DATES if (found := each.match(text))), None)
    rest = _REST.fullmatch(text, day.end()) if day else None
    if day is None or rest is None:
        raise ValueError(f"no date: {text!r}")
    hour, minute, second = rest["hour"] or "0", rest["minute"] or "00", rest["second"] or "00"
    half = _HALVES[before.strip()] if (before := rest["before"]) else rest["after"] or ""
    # The day may end with its 24th hour.
    ends = (int(hour), int(minute), int(second)) == (24, 0, 0)
    clock = f"{0 if ends else hour}:{minute:0>2}:{second:0>2} {half}"
    ts_us, known = times.rfc822(f"{_day(day.groupdict())} {clock} {rest['zone']}")
    return (ts_us + DAY_US if ends and ts_us is not None else ts_us), known


def _day(found: dict[str, str | None]) -> str:
    """Return the day of a match as RFC 822 writes it, ``5 Jan 2024``."""
    day, month = found.get("day"), found.get("month")
    if name := found.get("name"):
        number = _month(name)
    elif month:
        number = int(month)
    else:
        day, number = _in_order(found["one"] or "", found["two"] or "")
    if not 1 <= number <= len(_MONTHS):
        raise ValueError(f"no month: {number}")
    return f"{day} {_MONTHS[number - 1]} {found['year']}"


def _month(name: str) -> int:
    """Return the month of a name, long or short, by its first letters, as RFC 822's is told.

    The Finnish November begins as March does.
    """
    known = times.month_of(name) or times.month_of(name[:4]) or times.month_of(name[:3])
    if known is None or name.lower().startswith("marras"):
        raise ValueError(f"no month: {name!r}")
    return known


def _in_order(one: str, two: str) -> tuple[str, int]:
    """Return the day and the month of two numbers, if one alone can be the month."""
    first, second = int(one), int(two)
    if first <= len(_MONTHS) and second <= len(_MONTHS) and first != second:
        raise ValueError(f"day or month: {one} and {two}")
    return (one, second) if first > len(_MONTHS) else (two, first)

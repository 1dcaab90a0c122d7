"""When people are there: the week, the day, the seasons, releases, and each person's own bursts."""

from datetime import UTC, datetime

from hillside.dice import Dice
from hillside.people import LAST_WEEK, Person

HOUR = 3600
DAY = 24 * HOUR
START = int(datetime(2023, 1, 2, tzinfo=UTC).timestamp())
"""A Monday, as seconds since 1970."""
DAYS = LAST_WEEK * 7
END = START + DAYS * DAY

WEEKDAYS = (1.15, 1.3, 1.3, 1.15, 0.95, 0.5, 0.45)
PACE = 0.57
RELEASES = (11, 30, 47, 63, 82, 99)
"""Weeks in which a release brings everybody out."""
HOURS = (7, 8, 9, 9, 10, 10, 11, 12, 13, 14, 14, 15, 16, 17, 19, 20, 20, 21, 21, 22)


def rate(person: Person, day: int) -> float:
    """Return how many deeds to expect of a person on a day."""
    week = day // 7
    return PACE * _life(person, day / 7) / 7 * _bursts(person, week) * WEEKDAYS[day % 7] * _season(day)


def alive(person: Person, at: int) -> bool:
    """Return whether the person is in the community at all at this time."""
    return _life(person, (at - START) / DAY / 7) > 0


def moment(dice: Dice, day: int, zone: int) -> int:
    """Return a second of a day at which somebody in this zone may be at the keyboard."""
    local = dice.pick(HOURS) * HOUR + dice.whole(0, HOUR - 1)
    return START + day * DAY + (local - zone * HOUR) % DAY


def stamp(at: int, form: str = "%Y-%m-%d %H:%M:%S") -> str:
    """Return a time in UTC as text."""
    return datetime.fromtimestamp(at, UTC).strftime(form)


def _life(person: Person, week: float) -> float:
    for (left, low), (right, high) in zip(person.life, person.life[1:], strict=False):
        if left <= week < right:
            return low + (high - low) * (week - left) / (right - left)
    return 0.0


def _bursts(person: Person, week: int) -> float:
    if person.steady:
        return 1.0
    dice = Dice(f"bursts {person.key} {week // 2}")
    return dice.pick((0.0, 0.3, 0.6, 1.0, 1.3, 2.4))


def _season(day: int) -> float:
    month = datetime.fromtimestamp(START + day * DAY, UTC)
    quiet = 0.35 if (month.month, month.day) >= (12, 22) else 0.7 if month.month == 8 else 1.0
    return quiet * (1.7 if day // 7 in RELEASES else 1.0)

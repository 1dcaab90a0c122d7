"""What the lines of an IRC log are: words, deeds told with ``/me``, notices, and the turn of a day."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kibbutz_cli.model.activity import DAY_US, Activity, Clock, IgnoredReason, Outcome, RejectionCode
from kibbutz_cli.readers.chats.ircnotices import is_notice, is_told_by_program
from kibbutz_cli.readers.chats.rooms import PEOPLE, Member, Room, told
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import EPOCH_DAY, Moment, iso, month_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

PLATFORM = "irc"

ROLES = {"~": "owner", "&": "admin", "@": "operator"}
"""The marks that some logs keep before a nick; there are lesser ones, which are no role."""

HALF_YEAR = 6
"""Months by which a log must go back to have gone on to the next year: January follows December."""

UNLOGGED = "-= THIS MESSAGE NOT LOGGED =-"
"""What Supybot and other bots keep of words that begin with a sign not to log them."""

SHARE = 0.6
"""So many of a file's first lines must look like a log's."""

_NICK = r"[^\s<>!@&,:;#]{1,64}"
_MARKED = r"(?P<mark>[~&@%+! ]?)(?P<nick>" + _NICK + r")"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LETTER = r"[A-Za-z\u0080-\U0010ffff]"
_MONTH = rf"(?:\d\d?[\u6708\uc6d4]|{_LETTER}{{3,6}}\.?)"
_TIME = r"\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:[+-]\d\d:?\d\d|Z)?"
_LINE = pattern(
    rf"\[?(?P<full>\d{{4}}-\d\d-\d\d[T ]{_TIME})\]?  ?(?P<dated>.*)"
    rf"|(?P<date>\d{{4}}-\d\d-\d\d {_TIME})\t(?P<who>[^\t]*)\t(?P<weechat>.*)"
    rf"|\[?(?:(?P<early>\d\d) (?={_LETTER}))?"
    rf"(?:(?P<month>{_MONTH}) (?(early)|(?P<day>[ \d]\d) ))?"
    r"\[?(?P<clock>\d\d:\d\d(?::\d\d)?)\]? (?P<timed>.*)"
    r"|(?P<between>(?:---|===|\*{4}) .*|Session (?:Start|Ident|Time|Close): .*)",
    re.ASCII | re.DOTALL,
)
# Where a log keeps whole addresses, a sign before the words tells whether the nick's owner was known.
_SAYS = pattern(rf"<{_MARKED}(?P<host>![^\s>]*)?>(?:[ \t](?(host)[+-]?)(?P<text>.*))?", re.DOTALL)
_ACTS = pattern(rf"(?: ?\*|\u2022|-\*-|Action:)[ \t]{_MARKED}:?(?:[ \t](?P<text>.*))?", re.DOTALL)
_WHO = pattern(_MARKED)
_SIGNS = frozenset({"-->", "<--", "--", "=!=", ""})
_ACTION = " *"
_DAY = pattern(
    rf"(?:--- (?:(?:Day changed|Log opened|Log closed) |(?=\w{{3}} (?:{'|'.join(_MONTHS)}) ))"
    # HexChat says in the language of its user that a log begins.
    r"|\*{4} [^\d\n]{1,100} "
    r"|Session (?:Start|Time|Close): )"
    r"\S+ (?P<month>\S+) +(?P<day>\d\d?)(?: (?P<clock>\d\d:\d\d:\d\d))? (?P<year>\d{4})"
)
_FILE_DAY = pattern(r"(?<!\d)(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
_EGGDROP_DAY = pattern(rf".*\.(\d\d)({'|'.join(_MONTHS)})(\d{{4}})")
_FOLDER_DAY = pattern(r"(?:^|.*/)(\d{4})/(\d\d)/(\d\d)/[^/]*")
_ADDRESS = pattern(rf"@?({_NICK})[:,](?:\s|$)")
_CODES = pattern(r"\x03(?:\d{1,2}(?:,\d{1,2})?)?|[\x02\x0f\x11\x16\x1d-\x1f]")


class Words(NamedTuple):
    """What somebody said: the nick with its mark, and the text."""

    mark: str
    nick: str
    text: str


class Log:
    """One channel's log, line by line, or that of a query, whose words are private."""

    def __init__(self, channel: str, is_private: bool = False) -> None:
        self._channel = channel
        self._is_private = is_private
        self._room = Room()
        self._people: dict[str, Member] = {}
        self._day: int | None = None
        self._minute = -1
        self._seen: dict[str, int] = {}

    def turn_to(self, day: int | None) -> None:
        """Take the times of the lines that follow as of a day, in microseconds since 1970."""
        self._day = day
        self._seen.clear()

    def outcomes(self, line: str, record: Record) -> Iterator[Outcome]:
        """Yield what a line is, and whom it mentions."""
        found = _LINE.fullmatch(_CODES.sub("", line))
        if found is None:
            yield record.rejected(RejectionCode.BAD_TIME, "no time: expected a line that begins with one")
        else:
            words = _words(found)
            if isinstance(words, Words) and self._is_private:
                yield record.ignored(IgnoredReason.PRIVATE)
            elif isinstance(words, Words):
                yield from self._said(words, found, record)
            elif words:
                if turn := _DAY.match(found["between"] or found["timed"] or ""):
                    self._day = _turned(turn)
                yield record.ignored(IgnoredReason.SERVICE)
            else:
                yield record.rejected(RejectionCode.MALFORMED, "expected <nick>, * nick, *** or -nick-")

    def _said(self, words: Words, found: re.Match[str], record: Record) -> Iterator[Outcome]:
        moment = self._moment(found)
        if moment is None or moment[0] is None:
            yield record.rejected(
                RejectionCode.BAD_TIME, "expected a time, and a date in the line or before it"
            )
            return
        text = words.text.strip()
        if not text or text == UNLOGGED:
            yield record.ignored(IgnoredReason.PRIVATE if text else IgnoredReason.NOT_ACTIVITY)
            return
        member = self._member(words)
        address = _ADDRESS.match(text)
        addressed = self._people.get(address[1].lower()) if address else None
        own = self._own(words, moment[0], text)
        deed = told(
            record,
            member,
            moment,
            self._room.says(own, member, moment[0], addressed.actor if addressed else ""),
            activity_id=own,
            platform=PLATFORM,
            community=self._channel,
            text_len=len(text[address.end() :]) if address and addressed else len(text),
            text_print=print_of(text),
        )
        yield deed
        if addressed and isinstance(deed, Activity):
            yield from mentions(deed, {addressed.actor: addressed.name or ""})

    def _member(self, words: Words) -> Member:
        key, role = words.nick.lower(), ROLES.get(words.mark)
        known = self._people.get(key)
        if known is None or (role and role != known.role):
            if len(self._people) >= PEOPLE:
                self._people.clear()
            known = self._people[key] = Member(f"{PLATFORM}:{key}", words.nick, role)
        return known

    def _moment(self, found: re.Match[str]) -> Moment | None:
        try:
            if full := found["full"] or found["date"]:
                return iso(full)
        except ValueError:
            return None
        if found["month"]:
            month = month_of(found["month"])
            if month is None:
                return None
            self._day = self._turned_to(month, int(found["early"] or found["day"]))
        hour, minute, *second = found["clock"].split(":")
        if self._day is None or int(hour) > 23 or int(minute) > 59:
            return None
        seconds = (int(hour) * 60 + int(minute)) * 60 + (int(second[0]) if second else 0)
        return self._day + seconds * 1_000_000, Clock.ZONE_ASSUMED

    def _turned_to(self, month: int, day: int) -> int | None:
        """Return a day whose year is not told: of the year before it in the log, or of the next one."""
        if self._day is None:
            return None
        last = date.fromordinal(self._day // DAY_US + EPOCH_DAY)
        try:
            found = date(last.year + (last.month - month > HALF_YEAR), month, day)
        except ValueError:
            return None
        return (found.toordinal() - EPOCH_DAY) * DAY_US

    def _own(self, words: Words, ts_us: int, text: str) -> str:
        """Return the id of a line: the same in every log that has it, and another for what is said twice."""
        minute = ts_us // 60_000_000
        if minute != self._minute:
            self._minute = minute
            self._seen.clear()
        said = hashlib.md5(f"{words.nick} {text}".encode("utf-8", "replace"), usedforsecurity=False)
        own = f"{self._channel}/{ts_us // 1_000_000}-{said.hexdigest()[:16]}"
        times = self._seen[own] = self._seen.get(own, 0) + 1
        return own if times == 1 else f"{own}-{times}"


def looks_like_log(lines: list[str], is_weechat: bool = False) -> bool:
    """Return whether the first lines of a file are those of a log, and somebody says something in it."""
    bare = (_CODES.sub("", line.rstrip("\r")) for line in lines if line.strip())
    met = [found for line in bare if (found := _LINE.fullmatch(line)) and _is_dated(found)]
    total = sum(1 for line in lines if line.strip())
    if not met or len(met) < SHARE * total:
        return False
    words = [_words(found) for found in met]
    # A table of three columns looks like WeeChat's log, but for the signs of those who come and go.
    signs = is_weechat or any(found["who"] in _SIGNS for found in met if found["who"] is not None)
    # What a server says HexChat tells with the star of what somebody does, in a log of the server's.
    says = any(
        isinstance(each, Words)
        and (found["who"] is None or signs)
        and not (found["timed"] or "").startswith("*\t")
        for each, found in zip(words, met, strict=True)
    )
    return says and sum(1 for each in words if each) >= SHARE * len(met)


def _is_dated(found: re.Match[str]) -> bool:
    """Return whether a line tells no month, or one that is known: others may begin with any word."""
    return not found["month"] or month_of(found["month"]) is not None


def words_in(line: str) -> Words | str:
    """Return what somebody says in a line, else what a program does; nothing if neither is known."""
    found = _LINE.fullmatch(_CODES.sub("", line))
    words = _words(found) if found else False
    if isinstance(words, Words):
        return words
    bodies = (found["dated"], found["timed"], found["weechat"], found["between"]) if found and words else ()
    return next(filter(None, bodies), "")


def day_of(path: str) -> int | None:
    """Return the day in a file's name, or else its folders, in microseconds since 1970; none for none."""
    file = path.rpartition("/")[2]
    found = _FILE_DAY.findall(file)
    if eggdrop := _EGGDROP_DAY.fullmatch(file):
        found.append((eggdrop[3], str(_MONTHS.index(eggdrop[2]) + 1), eggdrop[1]))
    if folders := _FOLDER_DAY.fullmatch(path):
        found.append(folders.groups())
    for year, month, day in found:
        try:
            return (date(int(year), int(month), int(day)).toordinal() - EPOCH_DAY) * DAY_US
        except ValueError:
            continue
    return None


def _words(found: re.Match[str]) -> Words | bool:
    """Return what somebody says in a line, or whether it is a notice."""
    if (who := found["who"]) is not None:
        if who == _ACTION:
            nick, _, text = found["weechat"].partition(" ")
            return Words("", nick, text)
        said = None if who in _SIGNS else _WHO.fullmatch(who)
        return Words(said["mark"], said["nick"], found["weechat"]) if said else who in _SIGNS
    body = found["dated"] if found["dated"] is not None else found["timed"]
    if body is None or is_told_by_program(body):
        return True
    if said := _SAYS.fullmatch(body) or _ACTS.fullmatch(body):
        return Words(said["mark"], said["nick"], said["text"] or "")
    return is_notice(body)


def _turned(found: re.Match[str]) -> int | None:
    """Return the day that a line between the others turns to; none where its month is not known."""
    month = month_of(found["month"])
    return day_of(f"{found['year']}-{month:02}-{int(found['day']):02}") if month else None

"""The headers of a mail: who it says it is from, its ids, its subject and its time."""

import codecs
import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from kibbutz_cli.model.activity import Clock
from kibbutz_cli.readers.parsing.times import MISSING, Moment, rfc822
from kibbutz_cli.readers.parsing.xmlbytes import CHARSETS
from kibbutz_cli.readers.patterns import pattern

HEADERS = 256 * 1024
"""Bytes searched for the end of the headers."""

HEADER = 8192
"""Bytes read of one header; mail programs break longer ones."""

UTF8 = frozenset({"utf-8", "ascii"})
"""Declared of bytes that may be Windows-1252 after all."""

WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "iso8859-1": "cp1252",
}  # fmt: skip
"""What programs write that declare a smaller character set: https://encoding.spec.whatwg.org/#names-and-labels"""

WANTED = frozenset({
    b"from", b"date", b"subject", b"message-id", b"in-reply-to", b"references", b"content-type",
    b"content-transfer-encoding", b"reply-to", b"cc", b"x-original-from", b"list-id",
    b"list-post", b"mailing-list", b"x-mailing-list", b"x-google-groups", b"x-gmail-labels",
    b"x-mozilla-status", b"received", b"auto-submitted", b"precedence", b"x-spam-flag",
    b"x-no-archive", b"x-archive",
})  # fmt: skip

DAY_US = 86_400_000_000
EARLY_DAYS = 7
"""A mail cannot be written after it arrived; clocks and zones are forgiven so many days."""

_ENDS = (b"\n\n", b"\n\r\n")
_HEADER = pattern(rb"(?:\xef\xbb\xbf)?[!-9;-~]{1,70}:")
_FOLD = pattern(rb"\r?\n[ \t]+")
_WORD = pattern(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_WORDS = pattern(rf"(?:{_WORD.pattern})+")
_BETWEEN = pattern(r"(?<=\?=)\s+(?==\?)")
_ENCODED = pattern(r"(?:^|\s)=\?")
_ID = pattern(r"<([^<>\s]{1,1000})>")
_BARE_ID = pattern(r"[^<>\s@]{1,500}@[^<>\s]{1,499}")
_ARRIVED = pattern(
    r" [A-Z][a-z]{2},? +([A-Z][a-z]{2}) +(\d{1,2}) +([\d:]{4,8})"
    r"((?: +(?:[+-]\d{4}|[A-Z]{3,5})){0,2}) +(\d{4})( +[+-]\d{4})?\s*$"
)
# What stands before the subject of an answer, in many languages, and what else a program may put there.
_RE = "re|aw|sv|antw(?:ort)?|odp|res|rif|rép|vá|ynt|bls|απ|отв(?:ет)?|[回答][复覆復]|返信"
_TIMES = r"(?:\[\d+\]|\(\d+\)|\^?\d+)?\s*[:\uff1a]"
_PREFIX = pattern(rf"\s*(?:\[[^\]]{{1,60}}\]|(?:{_RE}|fwd?|wg){_TIMES})\s*", re.IGNORECASE)
_ANSWER = pattern(rf"\s*(?:\[[^\]]{{1,60}}\]\s*)?(?:{_RE}){_TIMES}", re.IGNORECASE)


class Head(NamedTuple):
    """The headers that are read, by their names in lower case, and the first line of the message."""

    envelope: bytes
    fields: dict[bytes, bytes]

    def text(self, name: bytes) -> str:
        """Return a header as text, empty where it is absent."""
        found = self.fields.get(name)
        return decoded(found) if found else ""


def parted(message: bytes) -> tuple[Head, bytes]:
    """Return the headers and the body of a message."""
    ends = [(at, len(mark)) for mark in _ENDS if (at := message.find(mark, 0, HEADERS)) >= 0]
    end, size = min(ends, default=(HEADERS, 0))
    block, body = message[:end], message[end + size :] if size else b""
    envelope = b""
    if block.startswith(b"From "):
        envelope, _, block = block.partition(b"\n")
    fields: dict[bytes, bytes] = {}
    for line in _FOLD.sub(b" ", block).split(b"\n"):
        name, colon, value = line.partition(b":")
        name = name.lower()
        # The first counts: what a gateway adds below is about another message.
        if colon and name in WANTED and name not in fields:
            fields[name] = value[:HEADER].strip()
    return Head(envelope, fields), body


def is_mail(head: bytes) -> bool:
    """Return whether a file that begins so is one mail: it says whose it is, and when or what about."""
    if not _HEADER.match(head):
        return False
    told = parted(head)[0].fields
    return b"from" in told and not told.keys().isdisjoint((b"date", b"message-id", b"subject"))


def is_unarchived(head: Head) -> bool:
    """Return whether its writer wants a mail in no archive; whatever else than no is said of it means yes."""
    told = head.text(b"x-no-archive").lower() if b"x-no-archive" in head.fields else "no"
    return told != "no" or head.text(b"x-archive").lower() == "no"


def decoded(raw: bytes) -> str:
    """Return bytes as text: UTF-8, else Windows-1252."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def shown(text: str) -> str:
    """Return a header's text with its encoded words (RFC 2047) decoded."""
    if "=?" not in text:
        return text
    return _WORDS.sub(_of_words, _BETWEEN.sub("", text))


def charset(name: str) -> str:
    """Return the codec of a declared character set; UTF-8 where nobody knows it."""
    return _codec(name.strip("\"' ").partition("*")[0].lower())


def id_text(head: Head, name: bytes) -> str:
    """Return a header of ids as text; Python's email package encodes long ids like words.

    An encoded word within an id is a part of it.
    """
    text = head.text(name)
    return shown(text).strip() if _ENCODED.search(text) else text


def identifiers(text: str) -> list[str]:
    """Return the message ids in a header, in its order; HyperKitty exports one without its ``<>``."""
    return [text] if _BARE_ID.fullmatch(text) else _ID.findall(text)


def may_end_in_id(text: str) -> bool:
    """Return whether the last ``<...>`` in words is an id: a date is before it, and nothing after it.

    ``Message from Ada <ada@hill.example> of "Mon, 5 Jan 1998"`` ends in no id but tells an address.
    """
    before, _, last = text.rpartition("<")
    return any(map(str.isdecimal, before)) and not last.rpartition(">")[2].strip(" .;")


@lru_cache(maxsize=8192)
def topic(subject: str) -> tuple[str, bool]:
    """Return a subject without list names and answer marks, in lower case, and whether it is an answer's."""
    told = shown(subject)
    answer = _ANSWER.match(told) is not None
    at = 0
    while found := _PREFIX.match(told, at):
        at = found.end()
    return " ".join(told[at:].casefold().split()), answer


def moment(head: Head) -> Moment:
    """Return when a mail was sent: by its own date, unless that cannot be, else by its arrival.

    Raises:
        ValueError: It has a date, and neither that nor the arrival is a time.
    """
    arrival = _arrival(head)
    told = head.text(b"date")
    if not told:
        return arrival
    try:
        sent = _sent(told)
    except ValueError:
        if arrival is MISSING:
            raise
        return arrival
    if arrival[0] is None or sent[0] is None:
        return sent
    if sent[1] is Clock.IMPLAUSIBLE or sent[0] > arrival[0] + EARLY_DAYS * DAY_US:
        return arrival
    return sent


def sender_of(envelope: bytes) -> str:
    """Return the address in the first line of a message, where it has one."""
    line = decoded(envelope).removeprefix("From ")
    found = _ARRIVED.search(line)
    return line[: found.start()].strip() if found else ""


def _sent(told: str) -> Moment:
    """Return the time in a Date header, which old programs write as that of a first line.

    Raises:
        ValueError: It is no time.
    """
    try:
        return rfc822(told)
    except ValueError:
        return _of_line(f" {told}")


def _arrival(head: Head) -> Moment:
    """Return when a mail arrived: by its first line, else, as where that tells 1970, by the last server."""
    received = head.text(b"received").rpartition(";")[2]
    for read, told in ((_of_line, decoded(head.envelope)), (rfc822, received)):
        with suppress(ValueError):
            arrival = read(told)
            if arrival[1] is not Clock.IMPLAUSIBLE:
                return arrival
    return MISSING


def _of_line(text: str) -> Moment:
    """Return the time that ends a line.

    Raises:
        ValueError: There is none.
    """
    found = _ARRIVED.search(text)
    if found is None:
        raise ValueError(f"no time at the end: {text!r}")
    month, day, clock, zone, year, offset = found.groups()
    zones = (offset or zone).split()
    return rfc822(f"{day} {month} {year} {clock} {zones[-1] if zones else ''}")


@lru_cache(maxsize=256)
def _codec(name: str) -> str:
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return "utf-8"
    return WIDER.get(found, found) if CHARSETS.match(found) else "utf-8"


def _of_words(found: re.Match[str]) -> str:
    """Return the text of encoded words in a row: programs cut a character in two between them."""
    words = _WORD.finditer(found[0])
    return "".join(_joined(codec, map(_unpacked, row)) for codec, row in groupby(words, _codec_of))


def _codec_of(word: re.Match[str]) -> str:
    return charset(word[1])


def _joined(codec: str, parts: Iterable[bytes]) -> str:
    each = list(parts)
    if codec not in UTF8:
        return b"".join(each).decode(codec, "replace")
    try:
        return b"".join(each).decode()
    except UnicodeDecodeError:
        return "".join(map(decoded, each))


def _unpacked(word: re.Match[str]) -> bytes:
    raw = word[3].encode("ascii", "replace")
    try:
        # What is left away at the end of base64 is harmless where it is not.
        return a2b_qp(raw, header=True) if word[2] in "qQ" else a2b_base64(raw + b"==")
    except Error:
        return word[0].encode()

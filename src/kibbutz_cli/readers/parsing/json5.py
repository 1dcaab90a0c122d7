"""JavaScript literals that a formatter rewrote, as the JSON they were before.

Archives kept in a repository are often reformatted: unquoted keys, single quotes, trailing commas, comments.
This rewrites one such value to JSON and finds where it ends, so that the strict parser stays the only judge.
The libraries for JSON5 parse whole documents only, and are slow or compiled; this is for a rare file.
"""

import re
from collections.abc import Callable

from kibbutz_cli.readers.patterns import pattern

# Possessive repeats: an unclosed quote must fail at once, not after trying every way to split it.
_TOKEN = pattern(
    rb"""
      (?P<space>[ \t\r\n]++|//[^\r\n]*+|/\*.*?\*/|\xef\xbb\xbf)
    | (?P<double>"(?:[^"\\]++|\\.)*+")
    | (?P<single>'(?:[^'\\]++|\\.)*+')
    | (?P<open>[\[{])
    | (?P<close>[\]}])
    | (?P<comma>,)
    | (?P<colon>:)
    | (?P<hex>[-+]?0[xX][0-9a-fA-F]{1,16}\b)
    | (?P<word>[-+.\w$\x80-\xff]++)
    """,
    re.VERBOSE | re.DOTALL,
)
_KEY_FOLLOWS = pattern(rb"(?:[ \t\r\n]|//[^\r\n]*+|/\*.*?\*/)*+:", re.DOTALL)
_ESCAPE = pattern(rb"\\(x[0-9a-fA-F]{2}|\r\n|.)|\"", re.DOTALL)
_SAME_IN_JSON = b'"\\/bfnrtu'
_OWN_ESCAPES = {b"v": b"\\u000b", b"0": b"\\u0000", b"\n": b"", b"\r": b"", b"\r\n": b""}
_ODD_NUMBER = pattern(rb"\+?(-?)(\d*)(?:\.(\d*))?((?:[eE][-+]?\d+)?)", re.ASCII)


def to_json(data: bytes, start: int) -> tuple[bytes, int] | None:
    """Return the value that begins at ``start`` as JSON, and where it ends; none if it does not end.

    Bytes that are no JSON5 are kept as they are, for the JSON parser to refuse.
    """
    written: list[bytes] = []
    at, depth = start, 0
    while at < len(data):
        token = _TOKEN.match(data, at)
        if token is None:
            if data[at] in b"\"'/":  # a string or comment that is not closed
                return None
            written.append(data[at : at + 1])
            at += 1
            continue
        at = token.end()
        name = token.lastgroup or ""
        if name == "open":
            depth += 1
        elif name == "close":
            depth -= 1
            if written and written[-1] == b",":
                written.pop()
        if name != "space":
            written.append(_REWRITE[name](token[0], data, at))
            if depth <= 0:
                return b"".join(written), at
    return None


def _same(token: bytes, _data: bytes, _end: int) -> bytes:
    return token


def _string(token: bytes, _data: bytes, _end: int) -> bytes:
    return b'"' + _ESCAPE.sub(_escape, token[1:-1]) + b'"'


def _escape(found: re.Match[bytes]) -> bytes:
    letter = found[1]
    if letter is None:  # a bare double quote inside single quotes
        return b'\\"'
    if letter in _OWN_ESCAPES:
        return _OWN_ESCAPES[letter]
    if len(letter) == 3:
        return b"\\u00" + letter[1:]
    return found[0] if letter in _SAME_IN_JSON else letter


def _hex(token: bytes, _data: bytes, _end: int) -> bytes:
    return b"%d" % int(token, 16)


def _word(token: bytes, data: bytes, end: int) -> bytes:
    if _KEY_FOLLOWS.match(data, end):
        return b'"' + token + b'"'
    number = _ODD_NUMBER.fullmatch(token)
    if number is None or not (number[2] or number[3]):
        return token
    sign, whole, part, exponent = number.groups(default=b"")
    return sign + (whole or b"0") + (b"." + part if part else b"") + exponent


_REWRITE: dict[str, Callable[[bytes, bytes, int], bytes]] = {
    "double": _string,
    "single": _string,
    "open": _same,
    "close": _same,
    "comma": _same,
    "colon": _same,
    "hex": _hex,
    "word": _word,
}

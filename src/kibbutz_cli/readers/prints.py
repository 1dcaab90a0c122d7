"""The print of a text: a number by which the same words are known again without being kept."""

import hashlib
import re
import string

SHORTEST = 40
"""Bytes of letters a text must have: thanks and greetings are shorter, and repeat for good reasons."""

DIGITS = 14
"""Hexadecimal digits of the print: 56 bits, so that a table can hold it in 17 decimal digits."""

ADDRESS = r"https?://[^\x00-\x20]+"
"""What is left out first; the engine leaves out the same where it reads a column of texts itself."""

_ADDRESS = re.compile(ADDRESS)
_LETTERS = string.ascii_letters.encode()
_LOWER = bytes.maketrans(string.ascii_uppercase.encode(), string.ascii_lowercase.encode())
_DROPPED = bytes(byte for byte in range(128) if byte not in _LETTERS)


def print_of(text: str) -> int | None:
    """Return the print of a text's letters, case and addresses aside; none where it has too few.

    Digits, spaces and marks are left out, so that a text with another number in it has the same
    print. Only ASCII is looked at one by one: one pass over the bytes takes a microsecond.
    """
    if "://" in text:
        text = _ADDRESS.sub("", text)
    letters = text.encode(errors="replace").translate(_LOWER, _DROPPED)
    if len(letters) < SHORTEST:
        return None
    return int(hashlib.md5(letters, usedforsecurity=False).hexdigest()[:DIGITS], 16)

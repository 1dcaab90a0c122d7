"""Digests, in which a list sends the mails of a day as one, as those mails."""

import re

from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.mailheads import is_mail, parted
from kibbutz_cli.readers.work.mailpeople import is_list

MAILS = 1000
"""Mails looked at in one digest."""

_TYPE, _LINE = b"ultipart/digest", b"\n" + b"-" * 70
"""One of them stands in every digest: looking for two texts takes less time than reading the headers."""

_BOUNDARY = pattern(
    rb"""^content-type:\s*multipart/digest\s*;[^:]{0,300}?boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))""",
    re.IGNORECASE | re.MULTILINE,
)
# The lines between mails in a text: https://www.rfc-editor.org/rfc/rfc1153
_CONTENTS = pattern(rb"\n-{70}\r?\n")
_BETWEEN = pattern(rb"\n-{30}\r?\n")


def mails_in(message: bytes) -> list[bytes]:
    """Return the mails in a digest; none for any other mail."""
    if _TYPE not in message and _LINE not in message:
        return []
    head, body = parted(message)
    return [*filter(is_mail, map(_inner, _parts(message, body)))] if is_list(head.text(b"from")) else []


def _parts(message: bytes, body: bytes) -> list[bytes]:
    """Return what stands between the lines that divide a digest."""
    if found := _BOUNDARY.search(message):
        return message.split(b"\n--" + (found[1] or found[2]), MAILS)[1:]
    _, *below = _CONTENTS.split(body, 1)
    return _BETWEEN.split(below[0], MAILS) if below else []


def _inner(part: bytes) -> bytes:
    """Return the mail in a part, which may have headers of its own."""
    text = part.lstrip(b"\r\n")
    return text if is_mail(text) else parted(text)[1].lstrip(b"\r\n")

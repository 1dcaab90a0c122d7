"""An mbox as its messages, one at a time, each from its ``From `` line on."""

from collections.abc import Iterator
from typing import BinaryIO

from kibbutz_cli.readers.patterns import pattern

CHUNK = 256 * 1024
BOM = b"\xef\xbb\xbf"
KEPT = 2**20
"""Bytes kept of one message: longer ones end in attachments, of which nothing is counted."""

LONGEST = 2048
"""Bytes of a ``From `` line with the name of the header after it."""

_DAYS = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTHS = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ZONE = rb"(?:[+-]\d{4}|[A-Z]{3,5})"

# In bodies people write lines that begin with "From " and quote the first line of a patch, whose sender is
# a commit: only a line that ends in a time, and has a header below it, is where a message begins.
_TIMED = (
    rb"(?![0-9a-f]{40} )[^\n]{0,1000}? " + _DAYS + rb",? +" + _MONTHS + rb" +\d{1,2} +\d{1,2}:\d\d(?::\d\d)?"
    rb"(?: +" + _ZONE + rb"){0,2} +\d{4}(?: +" + _ZONE + rb")?[ \t]*\r?\n(?=[!-9;-~]{1,70}:|>From )"
)
# The first Pipermail ended it in what the mail says of its time, however that is written.
_AS_DATED = (
    rb"(?=[^\n]{1,1000}\nDate: (?P<date>[^\n]{8,100})\n)"
    rb"(?=[^\n]{1,1000}\d:\d\d)[^\n]{0,300}? (?P=date)\n"
)
_FROM = rb"From (?:" + _TIMED + rb"|" + _AS_DATED + rb")"
_BEGIN = pattern(rb"\n" + _FROM)
_FIRST = pattern(_FROM)


def is_mbox(head: bytes) -> bool:
    """Return whether a file that begins so is an mbox; empty lines may stand before its first message."""
    return _FIRST.match(head.removeprefix(BOM).lstrip(b"\r\n")) is not None


def messages(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the messages of an mbox; of what is longer than ``KEPT`` only the beginning.

    What stands before the first ``From `` line is the first message, unless it is blank.
    """
    # A line break in front, so that the first line is found like every other.
    text, kept, searched = b"\n", b"", 0
    while chunk := stream.read(CHUNK):
        text += chunk.removeprefix(BOM) if text == b"\n" and not kept else chunk
        begin = 0
        while found := _BEGIN.search(text, searched):
            at = found.start() + 1
            if message := kept or text[begin:at].lstrip(b"\r\n"):
                yield (message + text[begin:at] if kept else message)[:KEPT]
            begin, kept, searched = at, b"", at
        text = text[begin:]
        if len(text) > KEPT + LONGEST:
            kept = (kept or text)[:KEPT]
            text = text[-LONGEST:]
        searched = max(0, len(text) - LONGEST)
    if message := kept or text.lstrip(b"\r\n"):
        yield message[:KEPT]

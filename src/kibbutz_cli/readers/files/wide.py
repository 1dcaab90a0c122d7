"""Text in UTF-16, as Excel's "Unicode text" and the shell of Windows write it, read as UTF-8."""

import codecs
import io
from collections.abc import Iterator

from kibbutz_cli.readers.files.chunks import stream_of
from kibbutz_cli.readers.files.sources import CHUNK, truncated
from kibbutz_cli.readers.files.streams import Count
from kibbutz_cli.readers.patterns import pattern

MAGIC = 4
"""First bytes by which it is known."""

HALF = "halves of characters replaced"
"""What is counted as mended: one of the two surrogates that only together are a character."""

_LONE = pattern("[\ud800-\udfff]")


def is_wide(magic: bytes) -> bool:
    """Return whether a file that begins so is UTF-16; XML too, which may still name what it was in before."""
    # UTF-32 in the same order begins with the same two bytes, and two zeros after them.
    return magic[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} and magic[2:] != b"\0\0"


def narrowed(source: io.BufferedReader, place: str, count: Count) -> io.BufferedReader:
    """Return a text as UTF-8 with the mark of that encoding; half of a character becomes a question mark.

    Args:
        source: The text, from its start.
        place: What it is called in messages.
        count: Is told how many halves there are, as they are met.
    """
    return stream_of(_utf8(source, place, count))


def _utf8(source: io.BufferedReader, place: str, count: Count) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-16")("surrogatepass")
    yield codecs.BOM_UTF8
    while chunk := source.read(CHUNK):
        text = decoder.decode(chunk)
        try:
            yield text.encode()
        except UnicodeEncodeError:
            count(len(_LONE.findall(text)))
            yield text.encode(errors="replace")
    if decoder.getstate()[0]:
        raise truncated(place, "UTF-16 text")

"""The bytes of a stranger's XML, mended before the parser sees them; every repair is counted.

Chunks go in, chunks come out, and where they are cut changes nothing but where the answer is cut.
What is mended: the encoding, forbidden characters, bare ampersands, HTML entities, junk in front.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from kibbutz_cli.readers.budget import Budget

HEAD = 4096
"""Bytes searched for the byte order mark, the XML declaration and junk in front of it."""

BAD_UTF8 = "bytes that are not UTF-8 read as Windows-1252"
BAD_ENCODED = "bytes the declared encoding does not know"
UNKNOWN_ENCODING = "unknown encoding name read as UTF-8"
JUNK = "bytes before the document dropped"
FORBIDDEN = "forbidden characters replaced"
AMPERSAND = "bare ampersands escaped"
ENTITY = "HTML entities resolved"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)["']""")
_DECLARATION = re.compile(rb"<\?xml\s[^>]*?\?>")
_BEGUN = re.compile(rb"<rss|<feed|<!DOCTYPE|<!\[CDATA\[|xmlns", re.IGNORECASE)

# Character sets an export can have; Python also knows codecs such as zip and punycode by name.
_CHARSETS = re.compile(r"ascii|iso8859-\d+|cp\d+|koi8-\w+|mac-\w+|tis-620|euc|shift_jis|gb|big5|iso2022")

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_ILLEGAL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}".encode()

_MARK = re.compile(rb"<!(?:\[CDATA\[|--)")
_SUSPECT = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)(?:#?[0-9A-Za-z]{1,32};)?")
# The beginning of a mark or a reference that the next chunk may complete.
_UNDECIDED = re.compile(rb"(?:<(?:!(?:-|\[(?:C(?:D(?:A(?:T(?:A)?)?)?)?)?)?)?|&#?[0-9A-Za-z]{0,32})\Z")
_UNDECIDED_MAX = 40

_ESCAPED = re.compile("[\udc80-\udcff]")
_AS_CP1252 = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
    for byte in range(0x80, 0x100)
}


def mended(chunks: Iterable[bytes], budget: Budget) -> Iterator[bytes]:
    """Yield a document as UTF-8 without its XML declaration, fit for a strict parser.

    The lines keep their numbers. Repairs are counted in the budget.
    """
    blocks = _with_head(chunks)
    head = next(blocks)
    encoding, mark = _encoding(head, budget)
    blocks = _chained(head[mark:], blocks)
    text = _utf8(blocks, budget) if encoding == "utf-8" else _decoded(blocks, encoding, budget)
    return _references(_legal(_started(text, budget), budget), budget)


def _with_head(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield first the head, exactly as long as it is to be, then the rest as it comes."""
    rest = iter(chunks)
    head = b""
    for chunk in rest:
        head += chunk
        if len(head) >= HEAD:
            break
    yield head[:HEAD]
    yield head[HEAD:]
    yield from rest


def _chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _encoding(head: bytes, budget: Budget) -> tuple[str, int]:
    """Return the codec of a document and the length of its byte order mark."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            # The decoders of UTF-16 and UTF-32 need the mark to know the order, and drop it.
            return name, len(mark) if name == "utf-8" else 0
    if head[:4] == b"<\0?\0":
        return "utf-16-le", 0
    if head[:4] == b"\0<\0?":
        return "utf-16-be", 0
    declared = _DECLARED.search(head)
    return (_charset(declared[1], budget) if declared else "utf-8"), 0


def _charset(declared: bytes, budget: Budget) -> str:
    label = declared.decode("ascii", "replace").strip().lower().replace("windows-", "cp")
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        name = ""
    # Whoever declares UTF-16 in single bytes without a mark has changed the bytes, not the name.
    if name.startswith(("utf-", "utf_")) or name == "ascii":
        return "utf-8"
    if not _CHARSETS.match(name):
        budget.repaired(UNKNOWN_ENCODING)
        return "utf-8"
    # Browsers read Latin-1 as Windows-1252, and so do the people who declare it.
    return "cp1252" if name == "iso8859-1" else name


def _decoded(chunks: Iterable[bytes], encoding: str, budget: Budget) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in _ended(chunks):
        text = decoder.decode(chunk or b"", final=chunk is None)
        if lost := text.count("\ufffd"):
            budget.repaired(BAD_ENCODED, lost)
        yield text.encode("utf-8", "replace")


def _ended(chunks: Iterable[bytes]) -> Iterator[bytes | None]:
    yield from chunks
    yield None


def _utf8(chunks: Iterable[bytes], budget: Budget) -> Iterator[bytes]:
    carried = b""
    for chunk in chunks:
        data = carried + chunk
        cut = _last_boundary(data)
        carried = data[cut:]
        yield _valid(data[:cut], budget)
    yield _valid(carried, budget)


def _last_boundary(data: bytes) -> int:
    """Return where the last character begins that the data may hold only in part, else its length."""
    for back in range(1, min(3, len(data)) + 1):
        byte = data[-back]
        if byte < 0x80:
            break
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(data) - back if length > back else len(data)
    return len(data)


def _valid(data: bytes, budget: Budget) -> bytes:
    if data.isascii():
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        # Each stray byte alone: valid characters beside it on the same line stay what they are.
        text = data.decode("utf-8", "surrogateescape")
        budget.repaired(BAD_UTF8, len(_ESCAPED.findall(text)))
        return text.translate(_AS_CP1252).encode()
    return data


def _started(chunks: Iterable[bytes], budget: Budget) -> Iterator[bytes]:
    blocks = _with_head(chunks)
    # Joined again, so that no chunk ends inside a character.
    yield _without_junk(next(blocks), budget) + next(blocks)
    yield from blocks


def _without_junk(head: bytes, budget: Budget) -> bytes:
    """Return the head from its first element on, with the line breaks of what is left away."""
    declaration = _DECLARATION.search(head)
    if declaration and not _BEGUN.search(head, 0, declaration.start()):
        start, cut = declaration.span()
    else:
        start = cut = max(head.find(b"<"), 0)
    if junk := head[:start].strip():
        budget.repaired(JUNK, len(junk))
    return b"\n" * head.count(b"\n", 0, cut) + head[cut:]


def _legal(chunks: Iterable[bytes], budget: Budget) -> Iterator[bytes]:
    for data in chunks:
        # Deleting and comparing lengths takes a tenth of the time of a search by pattern.
        if b"\xef\xbf" not in data and len(data.translate(None, _CONTROLS)) == len(data):
            yield data
            continue
        legal, replaced = _ILLEGAL.subn(_REPLACEMENT, data)
        if replaced:
            budget.repaired(FORBIDDEN, replaced)
        yield legal


def _references(chunks: Iterable[bytes], budget: Budget) -> Iterator[bytes]:
    mender = _References(budget)
    for chunk in chunks:
        if data := mender.feed(chunk):
            yield data
    yield mender.close()


class _References:
    """Mends references in text and attributes, and leaves CDATA sections and comments alone."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._carried = b""
        self._closing = b""

    def feed(self, chunk: bytes) -> bytes:
        data = self._carried + chunk
        pieces: list[bytes] = []
        flushed = at = 0
        while at < len(data):
            if self._closing:
                end = data.find(self._closing, at)
                if end < 0:
                    at = max(at, len(data) - len(self._closing) + 1)
                    break
                at = end + len(self._closing)
                self._closing = b""
            mark = _MARK.search(data, at)
            end = mark.start() if mark else self._decided(data, at)
            flushed = self._mend(data, at, end, pieces, flushed)
            if mark is None:
                at = end
                break
            at = mark.end()
            self._closing = b"-->" if mark[0] == b"<!--" else b"]]>"
        self._carried = data[at:]
        pieces.append(data[flushed:at])
        return b"".join(pieces)

    def close(self) -> bytes:
        pieces: list[bytes] = []
        data = self._carried
        flushed = 0 if self._closing else self._mend(data, 0, len(data), pieces, 0)
        return b"".join([*pieces, data[flushed:]])

    @staticmethod
    def _decided(data: bytes, at: int) -> int:
        tail = _UNDECIDED.search(data, max(at, len(data) - _UNDECIDED_MAX))
        return tail.start() if tail else len(data)

    def _mend(self, data: bytes, start: int, end: int, pieces: list[bytes], flushed: int) -> int:
        for suspect in _SUSPECT.finditer(data, start, end):
            mend, what = _reference(suspect[0])
            if what:
                self._budget.repaired(what)
                pieces += (data[flushed : suspect.start()], mend)
                flushed = suspect.end()
        return flushed


def _reference(written: bytes) -> tuple[bytes, str]:
    """Return what a parser understands instead of a reference, and what was wrong with it."""
    name = written[1:].decode("ascii")
    if name.startswith("#"):
        return _character(written, name[1:-1])
    if meant := html5.get(name):
        return "".join(f"&#{ord(character)};" for character in meant).encode(), ENTITY
    return b"&amp;" + written[1:], AMPERSAND


def _character(written: bytes, digits: str) -> tuple[bytes, str]:
    try:
        code = int(digits[1:], 16) if digits[:1] in {"x", "X"} else int(digits)
    except ValueError:
        return b"&amp;" + written[1:], AMPERSAND
    legal = (
        code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    )
    if not legal:
        return b"&#xFFFD;", FORBIDDEN
    return (b"&#%d;" % code, ENTITY) if "X" in digits else (written, "")

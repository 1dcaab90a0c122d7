"""The bytes of a stranger's XML, mended before the parser sees them; every repair is counted.

Chunks go in, chunks come out, and where they are cut changes nothing but where the answer is cut.
What is mended: the encoding, forbidden characters, bare ampersands, HTML entities, junk in front.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.xmlcutter import Cutter
from kibbutz_cli.readers.patterns import pattern

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
_DECLARED = pattern(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)["']""")
_DECLARATION = pattern(rb"<\?xml\s[^>]*?\?>")
_BEGUN = pattern(rb"<rss|<feed|<!DOCTYPE|<!\[CDATA\[|xmlns", re.IGNORECASE)

# Character sets an export can have; Python also knows codecs such as zip and punycode by name.
CHARSETS = pattern(r"ascii|iso8859-\d+|cp\d+|koi8-\w+|mac-\w+|tis-620|euc|shift_jis|gb|big5|iso2022")

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_ILLEGAL = pattern(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}".encode()

_CLOSINGS = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}
"""What begins without being text or an element, and what it ends with."""

CDATA = r"[^\]]*+(?:\](?!\]>)[^\]]*+){0,1000}"
"""What a CDATA section holds; with more brackets than that it is read in another way."""

_SUSPECT = pattern(r"&(?!(?:amp|lt|gt|quot|apos);)(?:#?[0-9A-Za-z]{1,32};)?")
_SOUND = "&(?:lt|gt|quot|amp|apos|#xA|#xD|#39);"
"""References no parser stumbles over. Markup inside attributes is full of them: passing over them at once
reads a Stack Exchange dump in a third of the time."""

_UNDECIDED_MAX = 40

_ESCAPED = pattern("[\udc80-\udcff]")
_AS_CP1252 = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
    for byte in range(0x80, 0x100)
}


def mended(chunks: Iterable[bytes], budget: Budget, cutter: Cutter | None = None) -> Iterator[bytes]:
    """Yield a document as UTF-8 without its XML declaration, fit for a strict parser.

    The lines keep their numbers. Repairs are counted in the budget.
    """
    blocks = _with_head(chunks)
    head = next(blocks)
    encoding, mark = _encoding(head, budget)
    blocks = _chained(head[mark:], blocks)
    text = _utf8(blocks) if encoding == "utf-8" else _decoded(blocks, encoding, budget)
    return _references(_legal(_started(text, budget), budget), budget, cutter)


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
    if not CHARSETS.match(name):
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


def _utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the chunks cut between characters, where they have been cut inside."""
    carried = b""
    for chunk in chunks:
        data = carried + chunk
        cut = _last_boundary(data)
        carried = data[cut:]
        yield data[:cut]
    yield carried


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


def _text(data: bytes, budget: Budget) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        # Each stray byte alone: valid characters beside it on the same line stay what they are.
        text = data.decode("utf-8", "surrogateescape")
        budget.repaired(BAD_UTF8, len(_ESCAPED.findall(text)))
        return text.translate(_AS_CP1252)


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
        # One byte after the other is looked for in a tenth of the time of a search by pattern,
        # and one byte is found 90 times as fast as two.
        noncharacters = b"\xef" in data and b"\xef\xbf" in data
        if not noncharacters and not any(code in data for code in _CONTROLS):
            yield data
            continue
        legal, replaced = _ILLEGAL.subn(_REPLACEMENT, data)
        if replaced:
            budget.repaired(FORBIDDEN, replaced)
        yield legal


def _references(chunks: Iterable[bytes], budget: Budget, cutter: Cutter | None) -> Iterator[bytes]:
    mender = _References(budget, cutter)
    for chunk in chunks:
        if data := mender.feed(chunk):
            yield data
    yield mender.feed(b"", final=True)


class _References:
    """Mends references in text and attributes, and leaves CDATA sections and comments alone.

    It knows at every place whether a parser would see an element begin there, so the cutter is asked here.
    """

    def __init__(self, budget: Budget, cutter: Cutter | None) -> None:
        self._budget = budget
        self._cutter = cutter
        marks = (*_CLOSINGS, cutter.opening) if cutter else tuple(_CLOSINGS)
        special = "|".join(re.escape(mark[1:]) for mark in marks)
        # All up to what needs a look; so many at once, since each takes memory in the pattern's engine.
        sound = rf"<!\[CDATA\[{CDATA}\]\]>|<(?!{special})|{_SOUND}"
        self._sound = re.compile(rf"[^<&]*(?:(?:{sound})[^<&]*){{0,1000}}")
        self._mark = re.compile(f"<(?:{special})")
        # The beginning of a mark or a reference that the next chunk may complete.
        begun = "|".join(re.escape(mark[:size]) for mark in marks for size in range(1, len(mark)))
        self._undecided = re.compile(rf"(?:{begun}|&#?[0-9A-Za-z]{{0,32}})\Z")
        self._carried = b""
        self._closing = ""

    def feed(self, chunk: bytes, *, final: bool = False) -> bytes:
        text = _text(self._carried + chunk, self._budget)
        decided = len(text) if final else self._decided(text)
        pieces: list[str] = []
        flushed = at = 0
        while at < decided or self._closing:
            if self._closing:
                end = text.find(self._closing, at)
                if end < 0:
                    at = len(text) if final else max(at, len(text) - len(self._closing) + 1)
                    break
                at = end + len(self._closing)
                self._closing = ""
            if found := self._sound.match(text, at, decided):
                at = found.end()
            if at >= decided:
                break
            until, instead = self._special(text, at, final=final)
            if until < at:
                break
            if instead:
                pieces += (text[flushed:at], instead)
                flushed = until
            at = until
        self._carried = text[at:].encode()
        pieces.append(text[flushed:at])
        return "".join(pieces).encode()

    def _special(self, text: str, at: int, *, final: bool) -> tuple[int, str]:
        """Return where what needs a look ends, and what shall stand for it, if anything."""
        if suspect := _SUSPECT.match(text, at):
            mend, what = _reference(suspect[0])
            if what:
                self._budget.repaired(what)
            return suspect.end(), mend if what else ""
        mark = self._mark.match(text, at)
        if mark is None:
            return at + 1, ""
        if closing := _CLOSINGS.get(mark[0]):
            self._closing = closing
        elif self._cutter and not final:
            until, instead = self._cutter.cut(text, at)
            if until != at:
                return until, instead
        return mark.end(), ""

    def _decided(self, text: str) -> int:
        tail = self._undecided.search(text, max(0, len(text) - _UNDECIDED_MAX))
        return tail.start() if tail else len(text)


def _reference(written: str) -> tuple[str, str]:
    """Return what a parser understands instead of a reference, and what was wrong with it."""
    name = written[1:]
    if name.startswith("#"):
        return _character(written, name[1:-1])
    if meant := html5.get(name):
        return "".join(f"&#{ord(character)};" for character in meant), ENTITY
    return "&amp;" + written[1:], AMPERSAND


def _character(written: str, digits: str) -> tuple[str, str]:
    try:
        code = int(digits[1:], 16) if digits[:1] in {"x", "X"} else int(digits)
    except ValueError:
        return "&amp;" + written[1:], AMPERSAND
    legal = (
        code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    )
    if not legal:
        return "&#xFFFD;", FORBIDDEN
    return (f"&#{code};", ENTITY) if "X" in digits else (written, "")

"""XML documents of any size as a tree that is read and pruned while it grows.

Expat feeds the C tree builder without a Python call between; what an element may be is checked when it
is taken out. Measured on 16 MB of WXR comments (Python 3.11.7, expat 2.5.0): 11 us a comment of 13 elements
with all limits checked, 12 us with ``XMLPullParser`` and none, 20 us with ``defusedxml``'s parser in Python;
4 us are expat alone. What a keeper takes out of the document costs none of it.

Expat is asked for no namespaces: an undeclared prefix is then a name like any other.
Prefixes are changed to the usual ones where a document binds a known namespace to another prefix.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, TreeBuilder  # declarations are refused below
from xml.parsers import expat

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.xmlbytes import mended
from kibbutz_cli.readers.parsing.xmlcutter import Keeper

CHUNK = 64 * 1024
"""Bytes parsed at once. Texts beyond 128 KiB are given back to the system and faulted in again with every
chunk, which makes a large export a tenth slower; small chunks cost calls."""

TOKEN = 2**20
"""Longest tag, comment or attribute. Expat reads an unfinished one again with every chunk, so that
one of 500 MB would make it scan a terabyte."""

ATTRIBUTES = 1000
NAMES = 10_000
"""Different element and attribute names; expat keeps every one until the end."""

UNDECLARED = "undeclared namespace prefixes"

PREFIXES = {
    "wordpress.org/export/": "wp",
    "purl.org/rss/1.0/modules/content/": "content",
    "purl.org/dc/elements/1.1/": "dc",
}
"""The usual prefix of a namespace, by a part of its name: versions and http or https do not matter."""

_CUT_SHORT = {
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
}


class Document:
    """One XML document being read: call `grow` for more of it, `take` for what is complete in it.

    Attributes:
        top: The element above the root; the root is its only child.
        whole: Whether the end was met.

    A DTD of its own is refused, and one elsewhere, too, unless ``external``; none is ever opened.
    """

    def __init__(
        self,
        stream: BinaryIO,
        place: str,
        budget: Budget,
        keeper: Keeper | None = None,
        *,
        external: bool = False,
    ) -> None:
        self.whole = False
        self._keeper = keeper
        self._key = keeper.key if keeper else ""
        self._external = external
        self._stream = stream
        self._place = place
        self._budget = budget
        self._builder = TreeBuilder()
        self.top: Element = self._builder.start("", {})
        self._declared = {"xml", "xmlns"}
        self._open: Element | None = None
        self._since = 0
        self._parser = self._new_parser()

    def grow(self) -> Iterator[None]:
        """Read the document to its end, stopping after each chunk so that elements can be taken.

        Raises:
            InputError: It is no XML, damaged, truncated, or declares entities.
            LimitError: It is deeper or longer in one piece than the limits allow.
        """
        fed = 0
        for chunk in mended(iter(lambda: self._stream.read(CHUNK), b""), self._budget, self._keeper):
            self._parse(chunk, False)
            fed += len(chunk)
            self._check_open(len(chunk), fed - self._parser.CurrentByteIndex)
            yield
        self._parse(b"", True)
        self._count_undeclared()
        self.whole = True
        yield

    def take(self, parent: Element, depth: int, *, closed: bool) -> list[Element]:
        """Remove and return the complete children of an element; all of them once it is closed itself.

        Args:
            parent: The element to prune.
            depth: How deep its children are nested; the root's depth is 1.
            closed: Whether the parent is complete, that is, followed by another element.

        Raises:
            LimitError: A child is nested deeper or has more attributes than the limits allow.
        """
        count = len(parent) if closed else max(len(parent) - 1, 0)
        taken = parent[:count]
        del parent[:count]
        if self._keeper and (parent.tag, depth - 1) != self._keeper.home:
            taken = self._restored(taken, self._keeper)
        for element in taken:
            # Most elements have neither children nor attributes, and cost no call of ours.
            if len(element) or element.keys() or depth > self._budget.limits.xml_depth:
                self._check(element, depth)
        return taken

    def _new_parser(self) -> expat.XMLParserType:
        # Naming the encoding overrides what the document declares: the bytes are UTF-8 by now.
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._builder.end
        parser.CharacterDataHandler = self._builder.data
        parser.StartDoctypeDeclHandler = self._refuse_declarations
        return parser

    def _parse(self, chunk: bytes, final: bool) -> None:
        try:
            self._parser.Parse(chunk, final)
        except expat.ExpatError as exc:
            raise self._fault(exc) from exc

    def _fault(self, exc: expat.ExpatError) -> InputError:
        where = f"{self._place}:{exc.lineno}"
        if not len(self.top):
            return InputError(f"{where}: not XML ({expat.ErrorString(exc.code)}): expected an XML document")
        if exc.code in _CUT_SHORT:
            hint = "download or export it again"
            return InputError(f"{where}: truncated: expected the end of <{self.top[0].tag}>", hint)
        return InputError(f"{where}: damaged XML ({expat.ErrorString(exc.code)}): expected well-formed XML")

    def _refuse_declarations(self, name: str, system: str | None, _public: str | None, inner: bool) -> None:
        if inner or (system and not self._external):
            what = "declarations of its own" if inner else "an external DTD"
            raise InputError(
                f"{self._place}:{self._parser.CurrentLineNumber}: {what} in DOCTYPE {name}: expected none",
                "exports have none, and entities can be made to fill the memory or read other files",
            )

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Start the root element, then leave the rest to the tree builder, with or without new names."""
        prefixes = {
            name[6:]: _usual(address) for name, address in attributes.items() if name.startswith("xmlns:")
        }
        self._declared.update(prefixes)
        renamed = {own: usual for own, usual in prefixes.items() if usual not in {"", own}}
        if renamed:
            rename = _renamer(renamed)
            self._parser.StartElementHandler = lambda tag, found: self._builder.start(rename(tag), found)
            self._parser.EndElementHandler = lambda tag: self._builder.end(rename(tag))
            tag = rename(tag)
        else:
            self._parser.StartElementHandler = self._builder.start
            if self._keeper:
                self._keeper.allow()
        self._builder.start(tag, attributes)

    def _check_open(self, size: int, unfinished: int) -> None:
        if unfinished > TOKEN:
            raise self._limit(f"a tag or comment longer than {TOKEN:,} bytes", "")
        if len(self._parser.intern) > NAMES:
            raise self._limit(f"more than {NAMES:,} different element names", "")
        element, depth = self.top, 0
        while len(element):
            element, depth = element[-1], depth + 1
            if depth > self._budget.limits.xml_depth:
                raise self._too_deep()
        self._since = self._since + size if element is self._open else 0
        self._open = element
        if self._since > self._budget.limits.text_bytes:
            what = f"a text longer than {self._budget.limits.text_bytes:,} bytes"
            raise self._limit(what, "if you trust this file, raise the limit with --limit text_bytes=N")

    def _check(self, element: Element, depth: int) -> None:
        if len(element.keys()) > ATTRIBUTES:
            raise self._too_many(element)
        if depth > self._budget.limits.xml_depth:
            raise self._too_deep()
        stood_for = False
        for child in element:
            if len(child):
                self._check(child, depth + 1)
            elif keys := child.keys():
                if len(keys) > ATTRIBUTES:
                    raise self._too_many(child)
                stood_for = stood_for or self._key in keys
        if stood_for and self._keeper and (element.tag, depth) != self._keeper.home:
            element[:] = self._restored(element[:], self._keeper)
            self._check(element, depth)

    def _restored(self, elements: list[Element], keeper: Keeper) -> list[Element]:
        """Return elements with what was taken in their midst, where no reader asks for it."""
        if not any(element.get(keeper.key) for element in elements):
            return elements
        restored: list[Element] = []
        for element in elements:
            if element.get(keeper.key):
                restored += _parsed(keeper.source(element))
                restored[-1].tail = element.tail
            else:
                restored.append(element)
        return restored

    def _too_many(self, element: Element) -> LimitError:
        return self._limit(f"more than {ATTRIBUTES:,} attributes in <{element.tag}>", "")

    def _too_deep(self) -> LimitError:
        depth = self._budget.limits.xml_depth
        hint = "if you trust this file, raise the limit with --limit xml_depth=N"
        return self._limit(f"elements nested more than {depth} deep", hint)

    def _limit(self, what: str, hint: str) -> LimitError:
        return LimitError(f"{self._place}:{self._parser.CurrentLineNumber}: {what}", hint)

    def _count_undeclared(self) -> None:
        names = [name for name in self._parser.intern if name]
        met = {name.partition(":")[0] for name in names if ":" in name}
        inner = {name[6:] for name in names if name.startswith("xmlns:")}
        if undeclared := met - inner - self._declared:
            self._budget.repaired(UNDECLARED, len(undeclared))


def _parsed(source: str) -> list[Element]:
    """Return the elements of a part that was taken from a document, which is sound therefore."""
    builder = TreeBuilder()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.Parse(f"<part>{source}</part>", True)
    return builder.close()[:]


def _usual(address: str) -> str:
    if "wordpress.org/export/" in address and address.rstrip("/").endswith("/excerpt"):
        return "excerpt"
    return next((prefix for part, prefix in PREFIXES.items() if part in address), "")


def _renamer(prefixes: dict[str, str]) -> Callable[[str], str]:
    def rename(tag: str) -> str:
        own, colon, local = tag.partition(":")
        return f"{prefixes.get(own, own)}:{local}" if colon else tag

    return rename

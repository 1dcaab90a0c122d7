"""Dumps of a wiki in XML, as Special:Export and dumpBackup write them: the revisions of its pages in turn."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from kibbutz_cli.model.activity import IgnoredReason, Origin, Outcome
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import BOM
from kibbutz_cli.readers.forums.wikipages import REVISIONS, Wiki
from kibbutz_cli.readers.parsing.jsontables import Row
from kibbutz_cli.readers.parsing.jsonvalues import Fields
from kibbutz_cli.readers.parsing.webaddress import host_of
from kibbutz_cli.readers.parsing.xmlstream import Document
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

SITE = fields("sitename dbname base generator case namespaces namespacealiases")
PAGE = fields("title ns id redirect restrictions revision upload discussionthreadinginfo")
REVISION = fields(
    "id parentid timestamp contributor minor comment origin content model format text sha1 restrictions"
)
CONTRIBUTOR = fields("username id ip")

PAGE_DEPTH = 2

OPENING = "0"
"""What the API tells of the revision before the first one of a page; a dump has nothing there."""

NO_ACCOUNT = "0"
"""The id of whoever has none, in a wiki that tells the ids of accounts."""

DIGITS = 20
"""As many as no number of a revision has."""

TOLD = (1, 17)
"""The first MediaWiki of which the API tells ids: dumps made of answers of older ones have 0 for all."""

UNTOLD = frozenset({"0.1", "0.2", "0.3", "0.4", "0.5", "0.6"})
"""Versions of the format in which a revision does not say which one was before it."""

_ROOT = pattern(rb"\s*+(?:<\?xml[^>]{0,200}\?>\s*+)?(?:<!--.{0,2000}?-->\s*+)?<mediawiki[\s>]", re.DOTALL)
_GENERATOR = pattern(r"MediaWiki (\d{1,9})\.(\d{1,9})", re.ASCII)
_SERVER = pattern(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//")


def is_dump(head: bytes) -> bool:
    """Return whether a file that begins so is a dump."""
    return _ROOT.match(head.removeprefix(BOM)) is not None


def dumped(stream: BinaryIO, origin: Origin, budget: Budget, wiki: Wiki) -> Iterator[Outcome]:
    """Yield what the revisions of a dump are, page after page.

    Raises:
        InputError: It is truncated or no well-formed XML.
        LimitError: A limit of the budget is passed.
    """
    yield from _Dump(stream, origin, budget, wiki).outcomes()


class _Dump:
    """One dump: its wiki, then its pages, each with its revisions."""

    def __init__(self, stream: BinaryIO, origin: Origin, budget: Budget, wiki: Wiki) -> None:
        self._document = Document(stream, origin.place(0), budget)
        self._origin = origin
        self._budget = budget
        self._wiki = wiki
        self._position = 0
        self._page = _Page()
        self._is_untold = False
        self._no_account: str | None = None

    def outcomes(self) -> Iterator[Outcome]:
        """Yield the outcomes of one pass over the dump; a page is read while it grows."""
        document = self._document
        for _ in document.grow():
            if not len(document.top):
                continue
            root = document.top[0]
            self._is_untold = root.get("version") in UNTOLD
            for element in document.take(root, PAGE_DEPTH, closed=document.whole):
                yield from self._complete(element)
            if len(root) and root[0].tag == "page":
                yield from self._told(document.take(root[0], PAGE_DEPTH + 1, closed=False))

    def _complete(self, element: Element) -> Iterator[Outcome]:
        if element.tag == "page":
            yield from self._told(element[:])
            yield from self._last()
            self._wiki.leave(self._page.number)
            self._page = _Page()
        elif element.tag == "siteinfo":
            self._budget.expects(SITE, _children(element), "siteinfo")
            if _tells_ids(element.findtext("generator", "")):
                self._no_account = NO_ACCOUNT
            if server := _server(element.findtext("base", "")):
                self._wiki.meet(Row("servername", 0, server), self._budget)
        elif element.tag == "logitem":
            yield self._next().ignored(IgnoredReason.NOT_ACTIVITY)

    def _told(self, parts: list[Element]) -> Iterator[Outcome]:
        """Yield what the next parts of a page tell: whose page it is, then its revisions."""
        for part in parts:
            if part.tag == "revision":
                yield from self._revision(part)
            elif part.tag == "upload":  # behind the last revision
                yield from self._last()
                yield self._next().ignored(IgnoredReason.ATTACHMENT)
            elif part.tag == "id":
                self._page.number = (part.text or "").strip()
            elif part.tag not in PAGE:
                self._budget.expects(PAGE, {part.tag: ""}, "page")

    def _revision(self, element: Element) -> Iterator[Outcome]:
        item = _item(element, self._budget, self._no_account)
        page, record = self._page, self._next()
        before, page.last = page.last, item
        if before and "parentid" not in item and _follows(item, before):
            item["parentid"] = before["revid"]
        if page.held:
            held, place = page.held
            page.held = None
            if not page.is_open and (page.read == 0 or _follows(item, held)) and not _precedes(item, held):
                held["parentid"] = OPENING
            yield from self._outcomes(held, place)
        # The only revision of an old page may be its last one as well as its first, and the first one told
        # the newest: what comes next tells.
        if "parentid" not in item:
            page.held = item, record
        else:
            yield from self._outcomes(item, record)

    def _last(self) -> Iterator[Outcome]:
        """Yield the revision held back: at the end of a page that begins with the newest it is the first."""
        page = self._page
        if page.held:
            item, record = page.held
            page.held = None
            if not page.is_open and (page.read or not self._is_untold):
                item["parentid"] = OPENING
            yield from self._outcomes(item, record)

    def _outcomes(self, item: Fields, record: Record) -> Iterator[Outcome]:
        page = self._page
        if not page.read:
            self._wiki.turn_to(Row("pageid", 0, page.number))
        page.read += 1
        if item.get("parentid") == OPENING:
            page.is_open = True
            # Others that were told before it are in a conversation that goes by the page.
            self._wiki.open(page.number, str(item["revid"]) if page.read == 1 else "")
        yield from self._wiki.outcomes(Row(REVISIONS, page.read, item), record, self._budget)

    def _next(self) -> Record:
        self._budget.record()
        self._position += 1
        return Record(self._origin, self._position)


class _Page:
    """What is known of the page being read.

    Attributes:
        number: Its id.
        read: How many of its revisions were read.
        last: The revision before.
        held: A revision with its place, until it is known whether another one comes.
        is_open: Whether a revision of it was the first.
    """

    def __init__(self) -> None:
        self.number = ""
        self.read = 0
        self.last: Fields | None = None
        self.held: tuple[Fields, Record] | None = None
        self.is_open = False


def _item(element: Element, budget: Budget, no_account: str | None) -> Fields:
    """Return a revision as the wiki's API tells it.

    Args:
        element: The revision.
        budget: Is told of fields that no revision is known to have.
        no_account: The id of whoever has none, if the dump tells ids.
    """
    parts = _children(element)
    budget.expects(REVISION, parts)
    item: Fields = {"revid": _text(parts.get("id"))}
    for name in ("parentid", "timestamp"):
        if name in parts:
            item[name] = _text(parts[name])
    contributor = parts.get("contributor")
    if contributor is None or contributor.get("deleted"):
        item["userhidden"] = ""
    else:
        who = _children(contributor)
        budget.expects(CONTRIBUTOR, who, "contributor")
        item["user"] = _text(who.get("username"))
        # Edits from another wiki keep the name there, which is no account here: the API calls them anonymous.
        if "ip" in who or _text(who.get("id")) == no_account:
            item["anon"] = ""
    comment = parts.get("comment")
    item["comment"] = "" if comment is None or comment.get("deleted") else comment.text or ""
    return item


def _follows(item: Fields, before: Fields) -> bool:
    """Return whether a revision is no older than one before it: an export may begin with the newest."""
    return str(item.get("timestamp", "")) >= str(before.get("timestamp", ""))


def _precedes(item: Fields, after: Fields) -> bool:
    """Return whether a revision is the one before one told just before it, as far as time and number tell.

    Where histories were merged, a later one may be older: its number is larger.
    """
    is_lower = str(item["revid"]).zfill(DIGITS) < str(after["revid"]).zfill(DIGITS)
    return "parentid" not in item and not _follows(item, after) and is_lower


def _tells_ids(generator: str) -> bool:
    """Return whether a wiki tells the ids of accounts, by what it runs on; one that is silent may not."""
    found = _GENERATOR.match(generator.strip())
    return found is not None and (int(found[1]), int(found[2])) >= TOLD


def _server(base: str) -> str:
    """Return the name of the server of a page's address."""
    return host_of(base) if _SERVER.match(base) else ""


def _children(element: Element) -> dict[str, Element]:
    return {child.tag: child for child in element}


def _text(element: Element | None) -> str:
    return "" if element is None else (element.text or "").strip()

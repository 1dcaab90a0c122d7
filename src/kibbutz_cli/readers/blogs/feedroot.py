"""Which kind of feed a file is, from its first bytes."""

import re
from typing import NamedTuple

from kibbutz_cli.readers.base import NOT_MINE, Probe
from kibbutz_cli.readers.patterns import pattern

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
"""The first bytes of each encoding, longest first (XML 1.0, appendix F)."""

_BEFORE_ROOT = pattern(
    r"\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>|[^<]+", re.DOTALL | re.I
)
_ROOT = pattern(r"<(?P<name>(?:[\w.-]+:)?(?P<local>rss|feed|rdf|channel))(?=[\s/>])[^>]*", re.IGNORECASE)

_CDATA = pattern(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_WORDPRESS = pattern(r"<rss\b[^<>]*(?:wordpress\.org/export/|\bxmlns:wp\s*=)|<wp:\w")
_BLOGGER_KIND = pattern(r"<(?:[\w.-]+:)?category\b[^<>]*schemas\.google\.com/blogger/2008/kind#")
_BLOGGER_SPACE = pattern(r"schemas\.google\.com/blogger/2018\b")
_RDF_FEED = pattern(
    r"purl\.org/(?:rss|net/rss)|my\.netscape\.com|channel\.netscape|<(?:\w+:)?(?:channel|item)\b"
)
_ATOM = pattern(r"www\.w3\.org/2005/Atom|purl\.org/atom")

_JSON_VERSION = pattern(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/')
_JSON_ITEMS = pattern(r'"items"\s*:\s*\[')
_JSON_OWN = pattern(r'"(?:feed_url|home_page_url|content_html|content_text)"\s*:')

BEHIND = 55
"""How sure a reader is of a document that begins behind something else, such as the warning of a server."""

_CELL = pattern(r"[\"',;\t](?: |\\[nrt])*\Z")
"""How what stands before a text in a table ends."""


class Root(NamedTuple):
    """A document's root element: its name as written, its local name, and its start tag."""

    name: str
    local: str
    tag: str


def decoded(head: bytes) -> str:
    """Return the text of a head in whatever encoding its first bytes betray; bad bytes are replaced."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head.decode(encoding, "replace").removeprefix("\ufeff")
    return head.decode("utf-8", "replace")


def root_of(text: str) -> Root | None:
    """Return the root element if it is one that feeds have; comments and declarations come before it."""
    at = 0
    while found := _BEFORE_ROOT.match(text, at):
        at = found.end()
    found = _ROOT.match(text, at)
    return Root(found["name"], found["local"].lower(), found[0]) if found else None


def is_json_feed(text: str) -> bool:
    """Return whether a text begins a JSON Feed; one with a bad version is known by its own keys."""
    if not text.lstrip().startswith("{"):
        return False
    return bool(_JSON_VERSION.search(text)) or bool(_JSON_ITEMS.search(text) and _JSON_OWN.search(text))


def is_wordpress(text: str) -> bool:
    """Return whether a document has elements of WordPress exports; a post of a feed may quote them.

    The namespace is the mark, or its prefix where a program forgot to declare it.
    """
    return _WORDPRESS.search(_CDATA.sub("", text)) is not None


def is_blogger(root: Root, text: str) -> bool:
    """Return whether a document is a whole blog of Blogger, which has comments and settings beside posts."""
    if root.local != "feed":
        return False
    return bool(_BLOGGER_SPACE.search(root.tag) or _BLOGGER_KIND.search(text))


def is_markup(text: str) -> bool:
    """Return whether a text begins as a document does: a table or a mail may quote a whole one."""
    return text.lstrip().startswith("<")


def surest(text: str) -> int:
    """Return how sure a reader may be of a document in a text: of one in a cell of a table, not at all."""
    if is_markup(text):
        return 100
    return 0 if _CELL.search(text[: text.find("<")]) else BEHIND


def probed(head: bytes) -> Probe:
    """Return how sure it is that a file which begins so is a feed to read as one."""
    text = decoded(head)
    if is_json_feed(text):
        return Probe(95 if _JSON_VERSION.search(text) else 60, "JSON Feed")
    root, most = root_of(text), surest(text)
    if root is None or not most:
        return NOT_MINE
    if is_wordpress(text):
        return Probe(20, "a WordPress export")
    if is_blogger(root, text):
        return Probe(40, "a Blogger backup")
    judged = _judged(root, text)
    return judged if judged.sure <= most else Probe(most, f"{judged.seen} behind other text")


def _judged(root: Root, text: str) -> Probe:
    match root.local:
        case "rss":
            return Probe(90, "an <rss> document")
        case "rdf":
            return Probe(90, "an RDF feed") if _RDF_FEED.search(text) else NOT_MINE
        case "feed":
            return Probe(90 if _ATOM.search(root.tag) else 60, "an Atom <feed>")
        case _:
            return Probe(60, "a <channel> document")

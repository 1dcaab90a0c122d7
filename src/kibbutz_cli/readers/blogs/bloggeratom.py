"""The entries of Blogger's Atom files, of old and of Google Takeout, element by element."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from kibbutz_cli.model.activity import IgnoredReason, Origin
from kibbutz_cli.readers.base import Tree, fields
from kibbutz_cli.readers.blogs.bloggerblog import COMMENT, PAGE, POST, STATUSES, Author, Blog, Entry
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.webaddress import parts_of
from kibbutz_cli.readers.parsing.xmlstream import Document
from kibbutz_cli.readers.patterns import pattern

ENTRY_DEPTH = 2

ENTRY = fields(
    """
    id title subtitle summary content author contributor published updated created edited rights source
    type status parent inReplyTo filename trashed metaDescription location enclosure
    in-reply-to total control image thumbnail origLink
    """
)
"""The elements of an entry of either layout, beside those that have a meaning by their attributes."""

AUTHOR = fields("name uri email type image")
OWN = ("", "blogger", "atom")
"""The prefixes of Blogger's own elements; others are extensions by design."""

KINDS = {"post": POST, "page": PAGE, "comment": COMMENT}

_KIND = pattern(r"schemas\.google\.com/blogger/2008/kind#(\w+)$", re.ASCII)
_RELATED = pattern(r"/comments/default/(\d{1,40})$", re.ASCII)
_REMOVED = "blogger.contentRemoved"


def entries(tree: Tree, name: str, origin: Origin, budget: Budget, blog: Blog) -> Iterator[Entry]:
    """Yield the entries of a file; what its header tells is told to the blog.

    Raises:
        InputError: The file is truncated or no well-formed XML.
        LimitError: A limit of the budget is passed.
    """
    with tree.open(name) as stream:
        document = Document(stream, origin.place(0), budget)
        for _ in document.grow():
            if len(document.top):
                for element in document.take(document.top[0], ENTRY_DEPTH, closed=document.whole):
                    if _local(element) == "entry":
                        yield _entry(element, budget)
                    else:
                        _describe(blog, element, budget)


def address_of(url: str) -> str:
    """Return host and path of a web address, without ``www.`` and the slash at its end."""
    parts = parts_of(url.strip())
    if not parts or parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return parts.hostname.removeprefix("www.") + parts.path.rstrip("/")


def _describe(blog: Blog, element: Element, budget: Budget) -> None:
    """Learn what an element of the header tells of the blog."""
    match _local(element):
        case "title":
            blog.title = blog.title or _text(element)
        case "link" if element.get("rel") == "alternate":
            blog.address = blog.address or address_of(element.get("href", ""))
        case "author" if not any(blog.owner):
            blog.owner = _author(element, budget)
        case _:
            pass


def _entry(element: Element, budget: Budget) -> Entry:
    """Return what an entry says; prefixes are not asked, since no two of its elements share a name."""
    told: dict[str, Element] = {}
    kind = answers = ""
    removed = False
    for child in element:
        local = _local(child)
        if local == "category":
            found = _KIND.search(child.get("term", ""))
            kind = found[1] if found else kind
        elif local == "link":
            if child.get("rel") == "related" and (found := _RELATED.search(child.get("href", ""))):
                answers = found[1]
        elif local == "extendedProperty":
            removed = removed or (child.get("name") == _REMOVED and child.get("value") == "true")
        else:
            told.setdefault(local, child)
    _expect(ENTRY, told, budget)
    own = _said(told, "id")
    answered = _said(told, "inReplyTo")
    return Entry(
        id=own,
        kind=KINDS.get(kind or _said(told, "type").lower(), ""),
        hidden=IgnoredReason.DELETED if removed else _hidden(told),
        author=_author(told["author"], budget) if "author" in told else Author(),
        parent=_said(told, "parent") or told.get("in-reply-to", Element("")).get("ref", "").strip(),
        answers=answered or (f"{own.rpartition('.post-')[0]}.post-{answers}" if answers else ""),
        text=_said(told, "content") or _said(told, "summary"),
        published=_said(told, "published") or _said(told, "created") or _said(told, "updated"),
        replies=_said(told, "total"),
    )


def _hidden(told: dict[str, Element]) -> IgnoredReason | None:
    """Return why an entry is not public: a draft of old, or Takeout's status or date of removal."""
    control = told.get("control")
    drafts = () if control is None else [child for child in control if _local(child) == "draft"]
    if any(_text(draft).lower() == "yes" for draft in drafts):
        return IgnoredReason.DRAFT
    if _said(told, "trashed"):
        return IgnoredReason.DELETED
    return STATUSES.get(_said(told, "status"), IgnoredReason.HELD)


def _author(element: Element, budget: Budget) -> Author:
    told = {_local(child): child for child in element}
    _expect(AUTHOR, told, budget, "author")
    return Author(_said(told, "name"), _said(told, "uri"))


def _expect(known: frozenset[str], told: dict[str, Element], budget: Budget, within: str = "") -> None:
    budget.expects(known, told, within, lambda local: told[local].tag.rpartition(":")[0] not in OWN)


def _local(element: Element) -> str:
    return element.tag.rpartition(":")[2]


def _said(told: dict[str, Element], local: str) -> str:
    return _text(told[local]) if local in told else ""


def _text(element: Element) -> str:
    return ("".join(element.itertext()) if len(element) else element.text or "").strip()

"""RSS, RDF, Atom and CDF as feeds, well-formed or not, by the library ``feedparser``."""

import io
import re
from xml.parsers.expat import ExpatError
from xml.sax import SAXException

import feedparser

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.blogs import feeddates
from kibbutz_cli.readers.blogs.feedroot import Root, decoded
from kibbutz_cli.readers.blogs.feedwords import NOBODY, Author, Entry, Feed, author, further, text_of
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.times import MISSING, Moment
from kibbutz_cli.readers.parsing.xmlstream import Document
from kibbutz_cli.readers.patterns import pattern

ENTRY = fields(
    """
    id guidislink link links title summary subtitle content published updated created expired author authors
    contributors publisher tags comments source rights license language image href where validity
    credit restriction rating pos abstract usage logo schedule log logtarget avatar
    """
)
"""What the library makes of the elements of an entry: RSS of every version, RDF, Atom, CDF, and of
extensions, where it has a name without a prefix for them; and the pictures that planets add. Of a channel
nothing is told, since the library puts what is nested in its elements beside them."""

_DATES = ("published", "updated", "created")
_PLAIN = "text/plain"

AUTHOR_BYTES = 1000
"""The library looks for an e-mail address in an author in quadratic time: 40,000 bytes take 6 seconds."""

_LONG_AUTHOR = pattern(
    rb"<(?:[\w.-]+:)?(?:author|creator|publisher|managingEditor|webMaster|owner|contributor|name|email)\b[^<>]*>"
    rb"\s*(?:<!\[CDATA\[)?[^<]{%d}" % AUTHOR_BYTES,
    re.IGNORECASE,
)
_BEFORE_MAIL = pattern(r"(?:.*[\s(])?(?:@|acct:|mailto:)(?=([a-z]*)(?:\?\S*)?$)", re.DOTALL)
_REFERENCE = pattern(rb"&#([xX][0-9a-fA-F]+|[0-9]+);?")

_LIBRARY_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What the library was seen to raise on mutated feeds, though it means to read anything."""


def parse(data: bytes, root: Root, where: str, budget: Budget) -> Feed:
    """Return the feed in a document whose root is known; what entries are not known to have is told.

    Raises:
        InputError: The document is cut off before its root ends, declares entities, or no parser can
            make sense of it.
        LimitError: It is nested deeper, or longer in one piece, than the limits allow.
    """
    _refuse_long_authors(data, where)
    _refuse_beyond_limits(data, where, budget)
    found = _parsed(data, where)
    mended = ""
    if isinstance(found.get("bozo_exception"), SAXException):
        _refuse_truncated(data, root, where)
        mended = "ill-formed XML read leniently"
    feed = found["feed"]
    # RSS names one author in several elements; Atom has an element for each.
    is_atom = text_of(found, "version").startswith("atom")
    return Feed(
        title=text_of(feed, "title"),
        links=tuple(_links(feed)),
        author=(own := _author(feed)),
        others=further(own, _told(_parts(feed, "authors"))) if is_atom else (),
        lang=text_of(feed, "language"),
        entries=[_entry(entry, budget, several=is_atom) for entry in found["entries"]],
        mended=mended,
    )


def _parsed(data: bytes, where: str) -> feedparser.FeedParserDict:
    try:
        return _by_library(data)
    except _LIBRARY_FAULTS:  # most often a reference such as &#xD800; or one of 5,000 digits
        data = _REFERENCE.sub(_legal, data)
    try:
        return _by_library(data)
    except _LIBRARY_FAULTS as exc:
        fault = f"{type(exc).__name__}: {exc}".splitlines()[0]
        raise InputError(f"{where}: cannot be read as XML: {fault}: expected a feed") from exc


def _by_library(data: bytes) -> feedparser.FeedParserDict:
    # Bytes in a stream: given a text or bytes, the library would try them as a URL or a file's name.
    return feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)


def _legal(reference: re.Match[bytes]) -> bytes:
    digits = reference[1]
    if len(digits) < 9:
        code = int(digits[1:], 16) if digits[:1] in b"xX" else int(digits)
        if code < 0xD800 or 0xDFFF < code < 0x110000:
            return reference[0]
    return b"&#xFFFD;"


def _refuse_long_authors(data: bytes, where: str) -> None:
    if found := _LONG_AUTHOR.search(data.replace(b"\0", b"")):
        line = data.count(b"\n", 0, found.start()) + 1
        raise InputError(f"{where}:{line}: author of more than {AUTHOR_BYTES:,} bytes: expected a name")


def _refuse_beyond_limits(data: bytes, where: str, budget: Budget) -> None:
    """Keep the limits of XML, of which the library has none; past a fault it reads on, and this does not.

    RSS 0.91 names a DTD elsewhere, by its specification.
    """
    document = Document(io.BytesIO(data), where, Budget(budget.limits, where), external=True)
    try:
        for _ in document.grow():
            parent, depth = document.top, 1
            while len(parent):
                document.take(parent, depth, closed=document.whole)
                parent, depth = (parent[-1], depth + 1) if len(parent) else (parent, depth)
    except InputError as exc:
        if not isinstance(exc.__cause__, ExpatError):
            raise


def _refuse_truncated(data: bytes, root: Root, where: str) -> None:
    end = re.compile(rf"</{re.escape(root.name)}\s*(?:>|\Z)", re.IGNORECASE)
    if root.tag.endswith("/") or end.search(decoded(data)):
        return
    line = data.count(b"\n") + 1
    raise InputError(
        f"{where}:{line}: truncated: expected </{root.name}> before the end of the file",
        "download or export it again",
    )


def _part(source: dict[str, object], key: str) -> dict[str, object]:
    found = dict.get(source, key)
    return found if isinstance(found, dict) else {}


def _parts(source: dict[str, object], key: str) -> list[dict[str, object]]:
    found = dict.get(source, key)
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []


def _links(feed: dict[str, object]) -> list[str]:
    links = [text_of(feed, "link")]
    links += [text_of(link, "href") for link in _parts(feed, "links") if text_of(link, "rel") == "self"]
    return [link for link in [*links, text_of(feed, "id")] if link]


def _author(source: dict[str, object]) -> Author:
    """Return the first author that says anything.

    ``author_detail`` is not asked, as it may mix two authors. An author that is one text is split here:
    the library cuts an address after four letters of its last part, ``ann@hall.exam|ple (Ann)``.
    """
    given = [part for part in _parts(source, "authors") if part]
    whole = text_of(source, "author")
    if len(given) == 1 and "@" in whole:
        return author(whole, text_of(given[0], "href"))
    return next(iter(_told(given)), None) or author(whole)


def _told(given: list[dict[str, object]]) -> list[Author]:
    """Return all authors that say anything; the library takes an address for the next one's mailbox, too."""
    found = []
    names = ""
    for part in given:
        name, mail = text_of(part, "name"), text_of(part, "email")
        mail = "" if mail in names else mail
        names += f"{name} "
        name, mail = _whole(name, mail)
        found.append(author(name, text_of(part, "href"), mail))
    return [each for each in found if each != NOBODY]


def _whole(name: str, mail: str) -> tuple[str, str]:
    """Return the name and the mailbox of an author that the library may have taken apart.

    It takes ``ann@hill.example`` out of ``@ann@hill.example``, too, after four letters of its last part.
    """
    found = _BEFORE_MAIL.match(name) if mail else None
    if found and (not found[1] or len(mail.rpartition(".")[2]) == 4):
        name, mail = f"{found[0]}{mail}{found[1]}", ""
        return name + ")" * (name.count("(") - name.count(")")), mail
    if mail and name.count("(") > name.count(")"):
        name = name.rpartition("(")[2]
    return name, mail


def _entry(entry: dict[str, object], budget: Budget, *, several: bool) -> Entry:
    # Names with an underscore are details of the library's, or those of extensions, behind their prefix.
    budget.expects(ENTRY, entry, extension=lambda name: "_" in name)
    text, markup, lang = _words(entry)
    moment, unread = _moment(entry)
    own = _author(entry)
    link = text_of(entry, "link")
    return Entry(
        id=text_of(entry, "id"),
        link=link,
        title=text_of(entry, "title"),
        text=text,
        markup=markup,
        author=_author(_part(entry, "source")) if own == NOBODY else own,
        others=further(own, _told(_parts(entry, "authors"))) if several else (),
        moment=moment,
        unread_date=unread,
        lang=text_of(entry, "language") or lang,
        answers=text_of(_part(entry, "thr_in-reply-to"), "ref"),
        replies=text_of(entry, "thr_total") or text_of(entry, "slash_comments"),
        draft=text_of(entry, "app_draft").lower() == "yes",
    )


def _words(entry: dict[str, object]) -> tuple[str, bool, str]:
    """Return an entry's fullest text, whether that is markup, and its language."""
    for part in [*_parts(entry, "content"), _part(entry, "summary_detail")]:
        if text := text_of(part, "value"):
            return text, text_of(part, "type") != _PLAIN, text_of(part, "language")
    lang = text_of(_part(entry, "title_detail"), "language")
    return text_of(entry, "summary") or text_of(entry, "title"), True, lang


def _moment(entry: dict[str, object]) -> tuple[Moment, bool]:
    """Return the first date that can be understood, and whether there was only one that cannot."""
    unread = False
    for key in _DATES:
        if not (text := text_of(entry, key)):
            continue
        try:
            return feeddates.told(text), False
        except ValueError:
            unread = True
    return MISSING, unread

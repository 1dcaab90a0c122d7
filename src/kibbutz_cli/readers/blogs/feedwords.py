"""What RSS, Atom and JSON Feed say alike: a feed, its entries and their authors."""

import html
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from kibbutz_cli.readers.parsing.times import MISSING, Moment
from kibbutz_cli.readers.patterns import pattern

_MAIL = pattern(
    r"(?:\bmailto:)?(?<![^\s<>()\[\]\",;:])([^\s<>()\[\]\",;:@]+@[^\s<>()\[\]\",;:@?]+)(?:\?[^\s<>()]*)?",
    re.IGNORECASE,
)
"""An e-mail address, perhaps with ``mailto:``; ``@ann@hill.example`` is a person of the fediverse."""

_ACCOUNT = pattern(r"\bacct:@?(?=[^\s@]+@)", re.IGNORECASE)
_SITE = pattern(r"https?://[^/?#\s]+", re.IGNORECASE)
_PAGE = pattern(r"/@([^/?#@\s]+)(?:@[^/?#\s]+)?(?=/)")
# Behind the page Mastodon has the number of a post, GoToSocial its sign.
_POST = pattern(r"/(?:\d+|statuses/\w+)(?:[?#].*)?", re.DOTALL)
_NO_REPLY = pattern(r"(?:no-?reply|do-?not-?reply)@")
_NAME_EDGES = " \t\r\n,;<>()[]\"'"

NAME_LENGTH = 1000


class Author(NamedTuple):
    """An author as a feed gives one: any of the three may be empty."""

    name: str = ""
    uri: str = ""
    mail: str = ""


NOBODY = Author()


class Entry(NamedTuple):
    """One entry of a feed, in the words of no format.

    Attributes:
        id: The entry's own id; empty where it has none.
        link: Where it can be read.
        title: Its title, perhaps with markup.
        text: Its words, the fullest the feed carries.
        markup: Whether ``text`` is HTML.
        author: Its own author, or that of the feed it was taken from.
        others: Its further authors.
        moment: When it was published, or else changed.
        unread_date: It has a date, but none that can be understood.
        lang: Its language as written.
        answers: The id of the entry it answers.
        replies: The number of answers it shows, as written.
        draft: It says it is a draft.
        fault: Why it cannot be understood; empty when it can.
    """

    id: str = ""
    link: str = ""
    title: str = ""
    text: str = ""
    markup: bool = True
    author: Author = NOBODY
    others: tuple[Author, ...] = ()
    moment: Moment = MISSING
    unread_date: bool = False
    lang: str = ""
    answers: str = ""
    replies: str = ""
    draft: bool = False
    fault: str = ""


class Feed(NamedTuple):
    """A whole feed; ``mended`` says what had to be overlooked to read it.

    Its authors are those of every entry that names none.
    """

    title: str
    links: tuple[str, ...]
    author: Author
    others: tuple[Author, ...]
    lang: str
    entries: list[Entry]
    mended: str = ""


def text_of(source: dict[str, object], key: str) -> str:
    """Return the text under a key, without space around it and NUL; empty where there is no text."""
    # feedparser's own get() answers for keys that are absent, and warns; a plain dict's does not.
    found = dict.get(source, key)
    return found.strip().replace("\0", "\ufffd") if isinstance(found, str) else ""


def author(name: str, uri: str = "", mail: str = "") -> Author:
    """Return an author with the e-mail address taken out of the name, as in ``a@b.example (Ann)``."""
    if uri.lower().startswith("mailto:"):
        uri, mail = "", mail or uri[len("mailto:") :]
    name = html.unescape(name[:NAME_LENGTH])  # ill-formed feeds come with entities, others escape twice
    if "@" in name and (found := _MAIL.search(name := _ACCOUNT.sub("@", name))):
        mail = mail or found[1]
        name = _MAIL.sub("", name).replace("()", "").replace("<>", "")
        name = name.strip(_NAME_EDGES)
    mail = mail.partition("?")[0].strip().lower()
    if _NO_REPLY.match(mail):  # Blogger gives noreply@blogger.com to everybody
        mail = ""
    return Author(" ".join(name.split()) if _names(name) else "", uri.strip(), mail)


def _names(name: str) -> bool:
    """Return whether a name has a letter, a digit or a picture: ``-`` and ``@`` name nobody."""
    return any(unicodedata.category(sign)[0] in "LN" or unicodedata.category(sign) == "So" for sign in name)


def further(first: Author, told: Iterable[Author]) -> tuple[Author, ...]:
    """Return the authors beside the first: those of other names.

    One author is told by several elements, too, each with another address or none.
    """
    others = {each.name.casefold(): each for each in reversed(list(told)) if each.name}
    others.pop(first.name.casefold(), None)
    return tuple(reversed(others.values()))


def signed(feed: Feed) -> Feed:
    """Return a feed by those below whose pages, ``/@NAME/``, most entries stand, if it names nobody itself.

    Its owner's is the feed of such a page, and one of which a few entries alone link to such pages.
    """
    if feed.author != NOBODY or any(entry.author != NOBODY for entry in feed.entries):
        return feed
    homes = set(map(_site, feed.links)) - {""}
    authors = [_above(entry, homes) for entry in feed.entries]
    pages = [author.uri for author in authors if author != NOBODY]
    if 2 * len(pages) <= len(authors) or all(_is_of(feed, page) for page in set(pages)):
        return feed
    both = zip(feed.entries, authors, strict=True)
    return feed._replace(entries=[entry._replace(author=author) for entry, author in both])


def _above(entry: Entry, homes: set[str]) -> Author:
    """Return the person below whose page an entry stands: by its id, which is at home, else by its link.

    The link may lead anywhere if the id is the address of another place.
    """
    own, link = _site(entry.id), _site(entry.link)
    addresses = (entry.id, entry.link) if not own or link in (own, *homes) else (entry.id,)
    found = (_below(address, homes) for address in addresses)
    return next((author for author in found if author != NOBODY), NOBODY)


def _below(address: str, homes: set[str]) -> Author:
    """Return the person below whose page an address is.

    Beyond the feed's own site a page may be anything: there only what looks like Mastodon's counts.
    """
    site = _SITE.match(address)
    found = _PAGE.match(address[site.end() :]) if site else None
    if not site or not found:
        return NOBODY
    page = site[0] + found[0]
    is_known = _site(address) in homes or _POST.fullmatch(address[len(page) :])
    return Author(found[1][:NAME_LENGTH], page) if is_known else NOBODY


def _site(address: str) -> str:
    """Return the site of an address; empty where it is none of the web."""
    site = _SITE.match(address)
    return site[0].lower() if site else ""


def _is_of(feed: Feed, page: str) -> bool:
    """Return whether a feed is that of a page, or of something below it."""
    return any(f"{re.split('[?#]', link)[0]}/".startswith(f"{page}/") for link in feed.links)

"""What RSS, Atom and JSON Feed say alike: a feed, its entries and their authors."""

import html
import re
from collections.abc import Iterable
from typing import NamedTuple

from kibbutz_cli.readers.parsing.times import MISSING, Moment
from kibbutz_cli.readers.patterns import pattern

_MAIL = pattern(r"[^\s<>()\[\]\",;:@]+@[^\s<>()\[\]\",;:@]+")
_PAGE = pattern(r"(https?://[^/?#\s]+/@([^/?#@\s]+)(?:@[^/?#\s]+)?)/", re.IGNORECASE)
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
    if "@" in name and (found := _MAIL.search(name)):
        mail = mail or found[0]
        name = _MAIL.sub("", name).replace("()", "").replace("<>", "")
        name = name.strip(_NAME_EDGES)
    mail = mail.strip().lower()
    if _NO_REPLY.match(mail):  # Blogger gives noreply@blogger.com to everybody
        mail = ""
    return Author(" ".join(name.split()), uri.strip(), mail)


def further(first: Author, told: Iterable[Author]) -> tuple[Author, ...]:
    """Return the authors beside the first: those of other names.

    One author is told by several elements, too, each with another address or none.
    """
    others = {each.name.casefold(): each for each in reversed(list(told)) if each.name}
    others.pop(first.name.casefold(), None)
    return tuple(reversed(others.values()))


def signed(feed: Feed) -> Feed:
    """Return a feed by those below whose pages, ``/@NAME/``, most entries stand, if it names nobody itself.

    Of a single person's page it is the feed, as it is its owner's where a few entries link to such pages.
    """
    if feed.author != NOBODY or any(entry.author != NOBODY for entry in feed.entries):
        return feed
    authors = [_above(entry) for entry in feed.entries]
    named = [author for author in authors if author != NOBODY]
    if 2 * len(named) <= len(authors) or len(set(named)) < 2:
        return feed
    both = zip(feed.entries, authors, strict=True)
    return feed._replace(entries=[entry._replace(author=author) for entry, author in both])


def _above(entry: Entry) -> Author:
    """Return the person below whose page an entry stands: by its id, which is at home, else by its link."""
    found = _PAGE.match(entry.id) or _PAGE.match(entry.link)
    return Author(found[2][:NAME_LENGTH], found[1]) if found else NOBODY

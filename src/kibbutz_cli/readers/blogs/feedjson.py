"""JSON Feed 1.0 and 1.1 as feeds (https://www.jsonfeed.org/version/1.1/)."""

from pydantic_core import from_json

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.blogs import feeddates
from kibbutz_cli.readers.blogs.feedroot import decoded
from kibbutz_cli.readers.blogs.feedwords import NOBODY, Author, Entry, Feed, author, text_of
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.times import MISSING, Moment
from kibbutz_cli.readers.patterns import pattern

FEED = fields(
    """
    version title home_page_url feed_url description user_comment next_url icon favicon author authors
    language expired hubs items
    """
)
ITEM = fields(
    """
    id url external_url title content_html content_text summary image banner_image date_published
    date_modified author authors tags language attachments
    """
)
AUTHOR = fields("name url avatar")

_PLACE = pattern(r" at line (\d+) column \d+$")


def parse(data: bytes, where: str, budget: Budget) -> Feed:
    """Return the feed in a JSON document; what is in it and should not, is told to the budget.

    Raises:
        InputError: It is no JSON, is cut off, or has no ``items``.
    """
    try:
        feed = from_json(decoded(data), allow_inf_nan=False)
    except ValueError as exc:
        raise InputError(_fault(str(exc), where)) from exc
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise InputError(f"{where}: not a JSON Feed: expected an object with a list of items")
    budget.expects(FEED, feed, "feed", _is_extension)
    authors = _authors(feed, budget)
    return Feed(
        title=text_of(feed, "title"),
        links=tuple(link for key in ("home_page_url", "feed_url") if (link := text_of(feed, key))),
        author=next(iter(authors), NOBODY),
        others=_further(authors),
        lang=text_of(feed, "language"),
        entries=[_entry(item, budget) for item in items],
    )


def _fault(said: str, where: str) -> str:
    what = "truncated" if said.startswith("EOF") else "not JSON"
    if found := _PLACE.search(said):
        where, said = f"{where}:{found[1]}", said[: found.start()]
    return f"{where}: {what}: {said}: expected a JSON Feed"


def _is_extension(name: str) -> bool:
    """Return whether a name is an extension's, by the specification."""
    return name.startswith("_")


def _authors(source: dict[str, object], budget: Budget) -> list[Author]:
    """Return all authors that say anything; the one of version 1.0 where the list of 1.1 has none."""
    for listed in (source.get("authors"), [source.get("author")]):
        if found := _told(listed, budget):
            return found
    return []


def _further(authors: list[Author]) -> tuple[Author, ...]:
    """Return the authors beside the first: those of other names, or of one name at other addresses."""
    places: dict[str, set[str]] = {}
    met: set[str] = set()
    others = []
    for each in authors:
        known = places.setdefault(each.name.casefold(), set())
        is_named_again = known and (not each.uri or "" in known or each.uri in known)
        if not (is_named_again if each.name else (each.uri or each.mail) in met):
            others.append(each)
        known.add(each.uri)
        met |= {each.uri, each.mail}
    return tuple(others[1:])


def _told(listed: object, budget: Budget) -> list[Author]:
    found = []
    for given in listed if isinstance(listed, list) else ():
        if isinstance(given, dict):
            budget.expects(AUTHOR, given, "author", _is_extension)
            found.append(author(text_of(given, "name"), text_of(given, "url")))
    return [each for each in found if each != NOBODY]


def _entry(item: object, budget: Budget) -> Entry:
    if not isinstance(item, dict):
        return Entry(fault=f"expected an object, got {_shown(item)}")
    budget.expects(ITEM, item, "", _is_extension)
    entry_id = item.get("id")
    if isinstance(entry_id, bool) or not isinstance(entry_id, str | int | None):
        return Entry(fault=f"id: expected text or a whole number, got {_shown(entry_id)}")
    html = text_of(item, "content_html")
    moment, unread = _moment(item)
    authors = _authors(item, budget)
    return Entry(
        id="" if entry_id is None else str(entry_id).strip(),
        link=text_of(item, "url") or text_of(item, "external_url"),
        title=text_of(item, "title"),
        text=html or text_of(item, "content_text") or text_of(item, "summary") or text_of(item, "title"),
        markup=bool(html),
        author=next(iter(authors), NOBODY),
        others=_further(authors),
        moment=moment,
        unread_date=unread,
        lang=text_of(item, "language"),
    )


def _moment(item: dict[str, object]) -> tuple[Moment, bool]:
    unread = False
    for key in ("date_published", "date_modified"):
        if not (text := text_of(item, key)):
            continue
        try:
            return feeddates.told(text), False
        except ValueError:
            unread = True
    return MISSING, unread


def _shown(value: object) -> str:
    return repr(value)[:40]

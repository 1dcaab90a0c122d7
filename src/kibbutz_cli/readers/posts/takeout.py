"""What a row of YouTube's tables in Takeout says: which column is which, and what a comment comes to."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from pydantic import ValidationError

from kibbutz_cli.model.activity import Kind, Outcome, RejectionCode, activity_of
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.posts.tweets import dicts
from kibbutz_cli.readers.records import Record, mentions

PLATFORM = "youtube"
COMMUNITY = "youtube.com"

HEADERS = {
    "comment id": "id",
    "live chat id": "id",
    "channel id": "channel",
    "comment create timestamp": "time",
    "live chat create timestamp": "time",
    "price": "price",
    "currency code": "currency",
    "parent comment id": "parent",
    "parent live chat id": "parent",
    "top-level comment id": "top",
    "post id": "post",
    "video id": "video",
    "comment text": "text",
    "live chat text": "text",
}
"""What the English headers mean, in lower case; columns of other names are not read."""

ROLES = frozenset(HEADERS.values())

NEEDED = frozenset({"id", "channel", "time", "text"})

LAYOUTS = (
    ("id", "channel", "time", "price", "parent", "video", "text"),
    ("id", "channel", "time", "price", "parent", "post", "video", "text", "top"),
    ("id", "channel", "time", "price", "parent", "video", "text", "top"),
    ("id", "channel", "time", "price", "currency", "parent", "video", "text"),
    ("id", "channel", "time", "price", "video", "text"),
    ("channel", "time", "price", "id", "parent", "video", "text"),
    ("channel", "time", "price", "id", "parent", "post", "video", "text", "top"),
    ("channel", "time", "price", "id", "parent", "video", "text", "top"),
    ("channel", "time", "price", "id", "currency", "parent", "video", "text"),
    ("channel", "time", "price", "id", "video", "text"),
)
"""The orders of columns that Takeout has had, by which a table with a translated header, or none, is read.

Live chats may have the currency where comments have their parent, or before the message they answer: then
their words stand where comments have the first comment above them.
"""

_CURRENCY = pattern(r"[A-Z]{3}", re.ASCII)
_CHANNEL = pattern(r"UC[\w-]{22}", re.ASCII)
_TIME = pattern(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", re.ASCII)
_WORDS = pattern(r'"text":"(.*?)"\}', re.DOTALL)
_PRICE = pattern(r"([^\d\s.,+-]{1,4})?\s*(\d[\d.,\s]*)\s*([^\d\s.,+-]{1,4})?", re.ASCII)
_CENTS = pattern(r"[.,](\d{1,2}|\d{4,})\Z", re.ASCII)
_MICROS = 1_000_000
_CENT = 10_000
"""In micros the least anybody pays; a smaller number is one of whole money."""

_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}


def named_columns(header: Sequence[str]) -> tuple[str, ...] | None:
    """Return what the columns hold by their names, none where those are not all known that are needed."""
    columns = tuple(HEADERS.get(name.strip().lower()) or _unread(name) for name in header)
    return columns if set(columns) >= NEEDED else None


def is_row(row: Sequence[str]) -> bool:
    """Return whether a row looks like a comment in one of the orders known."""
    return _laid_out(row) is not None


def columns_of(header: Sequence[str] | None, row: Sequence[str]) -> tuple[str, ...] | None:
    """Return what the columns hold, from a row that may be the header, or from the first one below it."""
    return (named_columns(row) if header is None else None) or _laid_out(row)


def comment(cells: Mapping[str, str], record: Record) -> Iterator[Outcome]:
    """Yield what a row comes to, and a mention for each person it names."""
    if not cells["id"]:
        yield record.rejected(RejectionCode.NO_ID, "comment id: empty: expected the comment's id")
        return
    if not cells["channel"]:
        yield record.rejected(RejectionCode.NO_ACTOR, "channel id: empty: expected the author's channel")
        return
    try:
        moment = iso(cells["time"])
    except ValueError:
        yield record.rejected(RejectionCode.BAD_TIME, "create timestamp: expected an ISO 8601 time")
        return
    if _CURRENCY.fullmatch(cells.get("parent", "")):
        cells = {**cells, "parent": "", "currency": cells["parent"]}
    paid = _paid(cells.get("price", ""), cells.get("currency", ""))
    if paid is None:
        yield record.rejected(RejectionCode.BAD_NUMBER, "price: expected a number, with its currency if any")
        return
    try:
        yield from _activities(cells, moment, paid, record)
    except ValidationError as exc:
        yield record.invalid(exc)


def _activities(
    cells: Mapping[str, str], moment: Moment, paid: tuple[float | None, str | None], record: Record
) -> Iterator[Outcome]:
    segments = _segments(cells["text"].replace("\r\n", "\n"))
    text = "".join(text_of(segment.get("text")) for segment in segments)
    place = cells.get("video") or cells.get("post") or None
    answered = cells.get("parent") or cells.get("top") or place
    post = activity_of(
        {
            "activity_id": cells["id"],
            "platform": PLATFORM,
            "community": COMMUNITY,
            "actor": f"{PLATFORM}:{cells['channel']}",
            "kind": Kind.REPLY if answered else Kind.POST,
            "object_id": answered,
            "thread_id": place or answered or cells["id"],
            "ts_us": moment[0],
            "clock": moment[1],
            "text_len": len(text),
            "text_print": print_of(text),
            "value": paid[0],
            "currency": paid[1],
            "origin": record.origin,
            "position": record.position,
        }
    )
    yield post
    if named := _named(segments):
        yield from mentions(post, named)


def _unread(name: str) -> str:
    """Return a column's own name, marked where it could be taken for what another column holds."""
    return f"?{name}" if name in ROLES else name


def _laid_out(row: Sequence[str]) -> tuple[str, ...] | None:
    for layout in LAYOUTS:
        if len(row) == len(layout):
            cells = dict(zip(layout, row, strict=True))
            is_row = _CHANNEL.fullmatch(cells["channel"]) and _TIME.match(cells["time"]) and cells["id"]
            if is_row and not cells.get("top", "").startswith("{"):
                return layout
    return None


def _segments(text: str) -> list[Fields]:
    """Return the pieces of a comment: in an object, one after another, or the whole as it is.

    Takeout itself forgets to escape quotes now and then: then the pieces' words are looked for.
    """
    if not text.startswith("{"):
        return [{"text": text}]
    try:
        # Not strict: line breaks stand as they are inside the words.
        pieces = list(dicts(json.loads(f"[{text}]", strict=False)))
    except (ValueError, RecursionError):
        return [{"text": words} for words in _WORDS.findall(text, 0, text.rfind('"}') + 2)]
    listed = pieces[0].get("takeoutSegments") if pieces else None
    return pieces if listed is None else list(dicts(listed))


def _named(segments: list[Fields]) -> dict[str, str]:
    """Return the members a comment names by the ids of their channels, each with the name to show."""
    named = {}
    for segment in segments:
        for found in fields_of(segment.get("mention")).values():
            if type(found) is str and _CHANNEL.fullmatch(found):
                named[f"{PLATFORM}:{found}"] = text_of(segment.get("text")).strip().removeprefix("@")
    return named


def _paid(price: str, currency: str) -> tuple[float | None, str | None] | None:
    """Return the amount and currency of a price, both none where nothing was paid; none if it is no price.

    A number alone is in micros, millionths of the currency beside it, whatever its cents: so Takeout writes
    it (https://github.com/getBoolean/youtube_takeout_manager), and ``amountMicros`` of YouTube's interface.
    """
    price = price.strip()
    if not price:
        return None, None
    found = _PRICE.fullmatch(price)
    if found is None:
        return None
    cents = _CENTS.search(found[2].strip())
    whole = re.sub(r"\D", "", found[2][: cents.start()] if cents else found[2])
    amount = float(f"{whole or 0}.{cents[1] if cents else 0}")
    if price.isdecimal() and amount >= _CENT:
        amount /= _MICROS
    currency = currency or found[1] or found[3]
    return (amount, _SIGNS.get(currency, currency) if currency else None) if amount else (None, None)

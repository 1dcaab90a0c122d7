"""What the entries, comments and pings of a Movable Type export mean."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from kibbutz_cli.model.activity import (
    EPOCH,
    Clock,
    IgnoredReason,
    Kind,
    Origin,
    Outcome,
    RejectionCode,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.blogs.mtentries import Entry, fields_in
from kibbutz_cli.readers.blogs.wxrblog import AUTHOR_ROLE
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import file_name
from kibbutz_cli.readers.identity import links_in, mailed, public
from kibbutz_cli.readers.parsing.authorship import Author
from kibbutz_cli.readers.parsing.guests import guest, hashed
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import EARLIEST_US, MISSING, Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

PLATFORM = "movabletype"
ENTRY_FIELDS = frozenset({
    "AUTHOR", "AUTHOR EMAIL", "TITLE", "BASENAME", "UNIQUE URL", "STATUS", "ALLOW COMMENTS", "ALLOW PINGS",
    "CONVERT BREAKS", "NO ENTRY", "PRIMARY CATEGORY", "CATEGORY", "TAGS", "DATE", "IMAGE",
})  # fmt: skip
"""The lines that lead an entry: of Movable Type, TypePad, and the blogs that write its format."""

COMMENT_FIELDS = frozenset({"AUTHOR", "EMAIL", "IP", "URL", "DATE", "SECRET", "PASS"})
"""The lines that lead a comment. FC2 has two more: whether it is for the blog's owner alone, and the mark by
which its writer may change it."""

PUBLISHED = frozenset({"", "publish", "published"})
"""Words for what everybody can read; old versions name no status at all."""

_OWN_FIELD = pattern(r"CF\d+_")
_HOST = pattern(r"https?://([^/?#\s]+)", re.IGNORECASE)
_ENDING = pattern(r"\.(?:txt|mt|export)$", re.IGNORECASE)
_LINKED = pattern(r"<a\b[^<>]*>([^<>]*)</a>", re.IGNORECASE)
_DATE = pattern(
    r"(\d{1,2})/(\d{1,2})/(\d{4}) +(\d{1,2}):(\d{1,2})(?::(\d{1,2}))? *(AM|PM)?", re.ASCII | re.IGNORECASE
)


def expect(entry: Entry, budget: Budget) -> None:
    """Tell the budget what leads an entry and should not; the fields that a blog gave itself are no drift."""
    budget.expects(ENTRY_FIELDS, entry.fields, extension=lambda name: bool(_OWN_FIELD.match(name)))


class Opening(NamedTuple):
    """What the parts of an entry are told by: its id, its author, and why it is left out, if it is."""

    id: str
    author: Author | None
    reason: IgnoredReason | None


class Blog:
    """One export: what its entries and their parts are."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._site = ""

    def outcomes(self, entry: Entry) -> Iterator[Outcome]:
        """Yield what an entry is, then what its comments and pings are."""
        record = Record(self._origin, entry.line)
        self._locate(entry)
        opening = self._opening(entry)
        yield self._entry(entry, opening, record)
        for part in entry.parts:
            below = record._replace(position=part.line)
            if part.name == "COMMENT":
                yield self._comment(part.text, opening, below)
            elif part.name == "PING":
                # A link from a site; no person is told.
                yield below.ignored(opening.reason or IgnoredReason.NOT_ACTIVITY)

    def accounts(self, entry: Entry) -> Iterator[Account | None]:
        """Yield what an entry declares of its author, and each comment of who wrote it."""
        self._locate(entry)
        author = self._opening(entry).author
        if author is not None:
            yield mailed(author.actor, entry.fields.get("AUTHOR EMAIL", ""), author.name or "")
        for part in entry.parts:
            if part.name == "COMMENT":
                fields, _ = fields_in(part.text, COMMENT_FIELDS)
                if _is_secret(fields):
                    continue
                if actor := self._commenter(fields):
                    yield mailed(actor, fields.get("EMAIL", ""), fields.get("AUTHOR", ""))
                    yield Account(actor, links=links_in([_url(fields)]))

    def _locate(self, entry: Entry) -> None:
        if not self._site:
            self._site = _site(entry.fields.get("UNIQUE URL", ""), self._origin)

    def _commenter(self, fields: dict[str, str]) -> str | None:
        mail, name = fields.get("EMAIL", ""), fields.get("AUTHOR", "")
        return guest(PLATFORM, self._site, mail, name, _url(fields))

    def _opening(self, entry: Entry) -> Opening:
        fields = entry.fields
        told = [fields.get(key, "") for key in ("AUTHOR", "DATE", "TITLE", "BASENAME")]
        own = fields.get("UNIQUE URL") or f"{self._site}/entry-{hashed(chr(0).join(told))}"
        draft = fields.get("STATUS", "").lower() not in PUBLISHED
        name = told[0]
        mail = fields.get("AUTHOR EMAIL", "")
        actor = guest(PLATFORM, self._site, mail, "") or f"{PLATFORM}:name-{hashed(name)}@{self._site}"
        author = Author(actor, public(name)) if name else None
        return Opening(own, author, IgnoredReason.DRAFT if draft else None)

    def _entry(self, entry: Entry, opening: Opening, record: Record) -> Outcome:
        if not entry.fields.keys() & {"AUTHOR", "TITLE", "DATE"}:
            return record.rejected(RejectionCode.MALFORMED, "entry: expected lines of AUTHOR, TITLE and DATE")
        if opening.reason:
            return record.ignored(opening.reason)
        if opening.author is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        body = "\n".join(part.text for part in entry.parts if part.name in {"BODY", "EXTENDED BODY"})
        values: dict[str, object] = {
            "activity_id": opening.id,
            "actor": opening.author.actor,
            "actor_name": opening.author.name,
            "kind": Kind.POST,
            "thread_id": opening.id,
            "role": AUTHOR_ROLE,
        }
        return self._activity(values, entry.fields.get("DATE", ""), body, record)

    def _comment(self, text: str, opening: Opening, record: Record) -> Outcome:
        if opening.reason:
            return record.ignored(opening.reason)
        fields, words = fields_in(text, COMMENT_FIELDS)
        if _is_secret(fields):
            return record.ignored(IgnoredReason.PRIVATE)
        name, date = fields.get("AUTHOR", ""), fields.get("DATE", "")
        actor = self._commenter(fields)
        if actor is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        to = opening.author
        values: dict[str, object] = {
            "activity_id": f"{opening.id}#comment-{hashed(chr(0).join((actor, date, words)))}",
            "actor": actor,
            "actor_name": public(name),
            "kind": Kind.REPLY,
            "object_id": opening.id,
            "target": to.actor if to else None,
            "target_name": to.name if to else None,
            "thread_id": opening.id,
        }
        return self._activity(values, date, words, record)

    def _activity(self, values: dict[str, object], date: str, words: str, record: Record) -> Outcome:
        try:
            moment = _moment(date)
        except ValueError:
            expected = "expected MM/DD/YYYY hh:mm:ss"
            return record.rejected(RejectionCode.BAD_TIME, f"DATE: {date[:60]!r}: {expected}")
        text = own_words(words)
        values |= {
            "platform": PLATFORM,
            "community": self._site,
            "ts_us": moment[0],
            "clock": moment[1],
            "text_len": len(text),
            "text_print": print_of(text),
            "origin": record.origin,
            "position": record.position,
        }
        return record.outcome(values)


def _is_secret(fields: dict[str, str]) -> bool:
    """Return whether a comment is for nobody but the blog's owner."""
    return fields.get("SECRET", "0") not in {"", "0"}


def _url(fields: dict[str, str]) -> str:
    """Return the web address a commenter gave; some blogs write it as a link."""
    return _LINKED.sub(r"\1", fields.get("URL", ""))


def _site(address: str, origin: Origin) -> str:
    """Return the host of an entry's address, else the name of the file without its ending, if it has one."""
    if found := _HOST.match(address):
        return found[1].lower()
    file = file_name(origin.member or origin.path) or PLATFORM
    return _ENDING.sub("", file) or file


def _moment(text: str) -> Moment:
    """Return a time as the blog's system writes it; the hours are of the day where no half is named.

    Programs that write this format name the half behind hours of the day, too: ``22:41:58 PM``. Movable Type
    itself takes such an hour as it stands.

    Raises:
        ValueError: It is no time.
    """
    if not text:
        return MISSING
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return iso(text)
    month, day, year, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    if (half := (found[7] or "").upper()) and hour <= 12:
        hour = hour % 12 + (12 if half == "PM" else 0)
    since = datetime(year, month, day, hour, minute, second, tzinfo=EPOCH.tzinfo) - EPOCH
    ts_us = (since.days * 86_400 + since.seconds) * 1_000_000
    return ts_us, Clock.ZONE_ASSUMED if ts_us >= EARLIEST_US else Clock.IMPLAUSIBLE

"""What the comments below a page of isso mean."""

import re
from collections.abc import Iterator

from kibbutz_cli.model.activity import Clock, IgnoredReason, Kind, Origin, Outcome, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.files.heads import file_name
from kibbutz_cli.readers.identity import links_in, mailed, pictured, public
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.authorship import Author, Authorship
from kibbutz_cli.readers.parsing.guests import guest
from kibbutz_cli.readers.parsing.jsonvalues import Fields, text_of
from kibbutz_cli.readers.parsing.markup import unescaped
from kibbutz_cli.readers.parsing.ownwords import own_lines, own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso, judged
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

PLATFORM = "isso"

MODES = {"2": IgnoredReason.HELD, "4": IgnoredReason.DELETED}
"""Why a comment is left out: 2 waits for a moderator, 4 is kept only because others answer it."""

PAGE_FIELDS = fields("id title comments")
"""The fields of a page in the importer's format."""

FIELDS = fields(
    """
    id parent text author email website remote_addr uri title created modified mode likes dislikes hash
    gravatar_image notification replies total_replies hidden_replies
    """
)
"""The fields of a comment, in the importer's format and in answers of the server."""

_HOST = pattern(r"https?://([^/?#\s]+)", re.IGNORECASE)
_ENDING = pattern(r"\.(?:json|db|sqlite3?)$", re.IGNORECASE)


class Page:
    """One page, or one file of comments: what they are, in its order.

    Args:
        uri: The address of the page; empty where each comment tells it, or nothing does.
        origin: The file being read.
        served: Whether the server has kept them: its numbers alone are unique all over the site, and it
            escapes names and addresses as for HTML.

    Attributes:
        origin: The file being read.
    """

    def __init__(self, uri: str, origin: Origin, *, served: bool = True) -> None:
        self.origin = origin
        self._uri = uri
        self._served = served
        self._written = Authorship()

    def comment(self, comment: Fields, record: Record) -> Outcome:
        """Return what a comment is: an answer to another, or to the page."""
        if reason := MODES.get(text_of(comment.get("mode"))):
            return record.ignored(reason)
        number, parent = text_of(comment.get("id")), text_of(comment.get("parent"))
        if not number:
            return record.rejected(RejectionCode.NO_ID, "id: expected the comment's number")
        uri = text_of(comment.get("uri")) or self._uri
        site = _site(uri, self.origin)
        author = self._author(comment, site)
        if author is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        moment = _moment(comment.get("created"))
        if moment is None:
            return record.rejected(RejectionCode.BAD_TIME, "created: expected a time or seconds since 1970")
        page = f"{site}{uri}" if uri.startswith("/") else uri or site
        place = site if self._served else page
        self._written.learn(number, author)
        to = self._written.author_of(parent) if parent else None
        text = _words(text_of(comment.get("text")))
        return record.outcome(
            {
                "activity_id": f"{place}#comment-{number}",
                "platform": PLATFORM,
                "community": site,
                "actor": author.actor,
                "actor_name": author.name,
                "kind": Kind.REPLY,
                "object_id": f"{place}#comment-{parent}" if parent else page,
                "target": to.actor if to else None,
                "target_name": to.name if to else None,
                "thread_id": page,
                "ts_us": moment[0],
                "clock": moment[1],
                "text_len": len(text),
                "text_print": print_of(text),
                "like_count": counts.whole(comment.get("likes")),
                "origin": record.origin,
                "position": record.position,
            }
        )

    def accounts(self, comment: Fields) -> Iterator[Account | None]:
        """Yield what a comment declares of who wrote it."""
        author = self._author(comment, _site(text_of(comment.get("uri")) or self._uri, self.origin))
        if author is not None:
            yield mailed(author.actor, self._given(comment, "email"), author.name or "")
            yield pictured(author.actor, text_of(comment.get("gravatar_image")))
            yield Account(author.actor, links=links_in([self._given(comment, "website")]))

    def _author(self, comment: Fields, site: str) -> Author | None:
        """Return who wrote a comment: the id is of what is kept, the name as it was given."""
        name, shown = text_of(comment.get("author")), public(self._given(comment, "author"))
        if own := text_of(comment.get("hash")):
            return Author(f"{PLATFORM}:{own}@{site}", shown)
        actor = guest(PLATFORM, site, text_of(comment.get("email")), name, text_of(comment.get("website")))
        return Author(actor, shown) if actor else None

    def _given(self, comment: Fields, key: str) -> str:
        kept = text_of(comment.get(key))
        return unescaped(kept) if self._served else kept


def _site(uri: str, origin: Origin) -> str:
    """Return the host of a page's address, else the name of the file without its ending, if it has one."""
    if found := _HOST.match(uri):
        return found[1].lower()
    file = file_name(origin.member or origin.path) or PLATFORM
    return _ENDING.sub("", file) or file


def _words(text: str) -> str:
    """Return a comment's own words: HTML as the server renders it, or the Markdown that was written."""
    return own_words(text) if text.lstrip().startswith("<") else own_lines(text)


def _moment(created: object) -> Moment | None:
    """Return the time of a comment, missing where there is none; none if it is no time."""
    if created is None:
        return MISSING
    try:
        if type(created) is str:
            return iso(created)
        if type(created) is int or type(created) is float:
            return judged(round(created * 1_000_000), Clock.EXACT)
    except (ValueError, OverflowError):
        return None
    return None

"""What the comments of a Commento site mean, and the people who wrote them."""

from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.identity import links_in, mailed, pictured, public
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.authorship import Author, Authorship
from kibbutz_cli.readers.parsing.jsonvalues import Fields, text_of
from kibbutz_cli.readers.parsing.ownwords import own_lines, own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import iso_of
from kibbutz_cli.readers.records import Record

PLATFORM = "commento"
ROLE = "moderator"

ANONYMOUS = "anonymous"
"""The commenter of everything that was written without an account."""

ROOT = "root"
"""The parent of a comment below the page."""

SEEN = frozenset({"", "approved"})
"""States of comments that everybody sees; the others wait for a moderator."""

COMMENT_FIELDS = fields(
    """
    commentHex domain url path commenterHex markdown html parentHex score state creationDate direction
    deleted
    """
)
COMMENTER_FIELDS = fields("commenterHex email name link photo provider joinDate isModerator deleted")
"""The fields of comments, and of those who wrote them."""


class Person(NamedTuple):
    """What is told of a commenter: how they are shown, and their role."""

    name: str | None
    role: str | None


_STRANGER = Person(None, None)


class Site:
    """One export: its people, then what they wrote, in its order."""

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._gone = {ANONYMOUS}
        self._written = Authorship()

    def meet(self, commenter: Fields) -> None:
        """Learn how a commenter is called, and whether they moderate, or are gone."""
        if commenter.get("deleted") is True:
            self._gone.add(text_of(commenter.get("commenterHex")))
        role = ROLE if commenter.get("isModerator") is True else None
        name = public(text_of(commenter.get("name")))
        self._people[text_of(commenter.get("commenterHex"))] = Person(name, role)

    def comment(self, comment: Fields, record: Record) -> Outcome:
        """Return what a comment is: an answer to another, or to the page."""
        if reason := self._reason(comment):
            return record.ignored(reason)
        number, writer = text_of(comment.get("commentHex")), text_of(comment.get("commenterHex"))
        if not number:
            return record.rejected(RejectionCode.NO_ID, "commentHex: expected the comment's id")
        if not writer:
            return record.rejected(RejectionCode.NO_ACTOR, "commenterHex: expected the commenter's id")
        moment = iso_of(comment.get("creationDate"))
        if moment is None:
            return record.rejected(RejectionCode.BAD_TIME, "creationDate: expected an ISO 8601 time")
        person = self._people.get(writer, _STRANGER)
        author = Author(f"{PLATFORM}:{writer}", person.name)
        self._written.learn(number, author)
        domain, parent = text_of(comment.get("domain")), text_of(comment.get("parentHex"))
        page = domain + text_of(comment.get("url")) or None
        is_answer = parent not in {"", ROOT}
        to = self._written.author_of(parent) if is_answer else None
        text = _words(comment)
        return record.outcome(
            {
                "activity_id": number,
                "platform": PLATFORM,
                "community": domain,
                "actor": author.actor,
                "actor_name": author.name,
                "kind": Kind.REPLY,
                "object_id": parent if is_answer else page,
                "target": to.actor if to else None,
                "target_name": to.name if to else None,
                "thread_id": page,
                "ts_us": moment[0],
                "clock": moment[1],
                "text_len": len(text),
                "text_print": print_of(text),
                "like_count": counts.above(comment.get("score")),
                "role": person.role,
                "origin": record.origin,
                "position": record.position,
            }
        )

    def _reason(self, comment: Fields) -> IgnoredReason | None:
        """Return why a comment is left out, if it is."""
        if comment.get("deleted") is True:
            return IgnoredReason.DELETED
        if text_of(comment.get("state")) not in SEEN:
            return IgnoredReason.HELD
        return IgnoredReason.NO_AUTHOR if text_of(comment.get("commenterHex")) in self._gone else None


def accounts(commenter: Fields) -> Iterator[Account | None]:
    """Yield what a commenter declares; one who signed in elsewhere has the link to the account there."""
    actor = f"{PLATFORM}:{text_of(commenter.get('commenterHex'))}"
    yield mailed(actor, text_of(commenter.get("email")), text_of(commenter.get("name")))
    yield pictured(actor, text_of(commenter.get("photo")))
    yield Account(actor, links=links_in([commenter.get("link")]))


def _words(comment: Fields) -> str:
    html = text_of(comment.get("html"))
    return own_words(html) if html else own_lines(text_of(comment.get("markdown")))

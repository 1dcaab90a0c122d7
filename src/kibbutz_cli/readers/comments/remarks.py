"""What the comments and votes of a Remark42 site mean."""

from collections.abc import Iterator

from pydantic import ValidationError

from kibbutz_cli.model.activity import Activity, IgnoredReason, Kind, Outcome, RejectionCode, activity_of
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.identity import mailed, public
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.authorship import Author, Authorship
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.markup import unescaped
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import iso_of
from kibbutz_cli.readers.records import Record

PLATFORM = "remark42"
ROLE = "admin"

META_FIELDS = fields("version users posts")
"""The fields of the first line of a backup."""

META_USER_FIELDS = fields("id blocked verified email")
NODE_FIELDS = fields("comment replies")
"""The fields of a comment in a tree, with the answers below it."""

COMMENT_FIELDS = fields(
    """
    id pid text orig user locator score vote votes voted_ips controversy time edit pin delete title imported
    """
)
USER_FIELDS = fields("id name picture profile ip admin block verified email_subscription site_id paid_sub")
LOCATOR_FIELDS = fields("site url")


class Site:
    """One site: who is blocked there, and who wrote the comments met so far."""

    def __init__(self) -> None:
        self._blocked: set[str] = set()
        self._written = Authorship()

    def describe(self, meta: Fields, budget: Budget) -> None:
        """Learn from the first line of a backup who is blocked."""
        budget.expects(META_FIELDS, meta, "backup")
        for user in map(fields_of, list_of(meta.get("users"))):
            budget.expects(META_USER_FIELDS, user, "backup.users")
            if fields_of(user.get("blocked")).get("status") is True:
                self._blocked.add(text_of(user.get("id")))

    def comment(self, comment: Fields, record: Record, budget: Budget) -> Outcome:
        """Return what a comment is: an answer to another, or to the page."""
        user, locator = fields_of(comment.get("user")), fields_of(comment.get("locator"))
        budget.expects(COMMENT_FIELDS, comment)
        budget.expects(USER_FIELDS, user, "user")
        budget.expects(LOCATOR_FIELDS, locator, "locator")
        number, writer = text_of(comment.get("id")), text_of(user.get("id"))
        if comment.get("delete") is True or user.get("block") is True or writer in self._blocked:
            return record.ignored(IgnoredReason.DELETED)
        if not number:
            return record.rejected(RejectionCode.NO_ID, "id: expected the comment's id")
        if not writer:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        moment = iso_of(comment.get("time"))
        if moment is None:
            return record.rejected(RejectionCode.BAD_TIME, "time: expected an ISO 8601 time")
        site, page, parent = (
            text_of(locator.get("site")),
            text_of(locator.get("url")),
            text_of(comment.get("pid")),
        )
        comment_id = f"{site}/{number}"
        author = Author(_member(writer, site), public(_name(user)))
        self._written.learn(comment_id, author)
        answered = f"{site}/{parent}" if parent else page or None
        to = self._written.author_of(f"{site}/{parent}") if parent else None
        text = own_words(text_of(comment.get("text")))
        return record.outcome(
            {
                "activity_id": comment_id,
                "platform": PLATFORM,
                "community": site,
                "actor": author.actor,
                "actor_name": author.name,
                "kind": Kind.REPLY,
                "object_id": answered,
                "target": to.actor if to else None,
                "target_name": to.name if to else None,
                "thread_id": page or None,
                "ts_us": moment[0],
                "clock": moment[1],
                "text_len": len(text),
                "text_print": print_of(text),
                "like_count": None if comment.get("votes") else counts.above(comment.get("score")),
                "role": ROLE if user.get("admin") is True else None,
                "origin": record.origin,
                "position": record.position,
            }
        )

    def votes(self, comment: Fields, told: Activity, record: Record) -> Iterator[Outcome]:
        """Yield the votes for a comment, each of whoever gave it."""
        for voter, up in fields_of(comment.get("votes")).items():
            if not voter or type(up) is not bool:
                yield record.rejected(RejectionCode.MALFORMED, "votes: expected true or false by voter")
                continue
            try:
                yield activity_of(
                    {
                        "activity_id": f"{told.activity_id}#vote-{voter}",
                        "platform": PLATFORM,
                        "community": told.community,
                        "actor": _member(voter, told.community),
                        "kind": Kind.LIKE if up else Kind.DISLIKE,
                        "object_id": told.activity_id,
                        "target": told.actor,
                        "target_name": told.actor_name,
                        "thread_id": told.thread_id,
                        "ts_us": told.ts_us,
                        "clock": told.clock,
                        "origin": told.origin,
                        "position": told.position,
                    }
                )
            except ValidationError as exc:
                yield record.invalid(exc)


def accounts(users: list[Fields], comment: Fields) -> Iterator[Account | None]:
    """Yield the mailbox of whoever wrote a comment, if it is one of the users of the backup."""
    user, site = fields_of(comment.get("user")), text_of(fields_of(comment.get("locator")).get("site"))
    for known in users:
        if text_of(known.get("id")) == text_of(user.get("id")):
            yield mailed(
                _member(text_of(known.get("id")), site),
                text_of(known.get("email")),
                _name(user),
            )


def _member(user: str, site: str) -> str:
    return f"{PLATFORM}:{user}@{site}"


def _name(user: Fields) -> str:
    """Return how a member is called; Remark42 keeps names escaped as for HTML."""
    return unescaped(text_of(user.get("name")))

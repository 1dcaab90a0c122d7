"""What the threads and posts of a Disqus export mean, and the people they name."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from kibbutz_cli.model.activity import IgnoredReason, Kind, Origin, Outcome, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import file_name
from kibbutz_cli.readers.identity import links_in, mailed, public
from kibbutz_cli.readers.parsing.authorship import Author, Authorship
from kibbutz_cli.readers.parsing.guests import guest
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso
from kibbutz_cli.readers.records import Record

PLATFORM = "disqus"
HOME = "https://disqus.com/by/"
"""Where a registered member has a page."""

THREAD_FIELDS = fields(
    "id forum category link title message createdAt author ipAddress isClosed isDeleted isSpam"
)
POST_FIELDS = fields(
    """
    id forum message createdAt author ipAddress thread parent isDeleted isSpam isApproved isFlagged
    """
)
AUTHOR_FIELDS = fields("name username email isAnonymous link")


class Thread(NamedTuple):
    """What is kept of a thread: the forum it is in, who it is of, and why it is left out, if it is."""

    forum: str
    author: Author | None
    reason: IgnoredReason | None


class Forum:
    """One export: what its threads and posts are, in its order."""

    def __init__(self, origin: Origin, budget: Budget) -> None:
        self._budget = budget
        self._name = ""
        self._fallback = file_name(origin.member or origin.path) or PLATFORM
        self._threads: dict[str, Thread] = {}
        self._written = Authorship()

    def thread(self, element: Element, record: Record) -> Outcome:
        """Return what a thread is: the post of whom it names as its author."""
        number = _reference(element)
        parts = {child.tag: child for child in element}
        self._budget.expects(THREAD_FIELDS, parts, "thread", _is_extension)
        forum = self._forum(_text(parts.get("forum")))
        author = self._author(parts.get("author"), forum)
        reason = _gone(parts)
        self._threads[number] = Thread(forum, author, reason)
        if reason:
            return record.ignored(reason)
        if author is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        if not number:
            return record.rejected(RejectionCode.NO_ID, "thread: expected a dsq:id")
        values: dict[str, object] = {
            "activity_id": f"thread-{number}",
            "community": forum,
            "actor": author.actor,
            "actor_name": author.name,
            "kind": Kind.POST,
            "thread_id": f"thread-{number}",
        }
        return _activity(values, parts, record)

    def comment(self, element: Element, record: Record) -> Outcome:
        """Return what a post is: an answer to another post, or to the page."""
        parts = {child.tag: child for child in element}
        self._budget.expects(POST_FIELDS, parts, "", _is_extension)
        page = _reference(parts.get("thread"))
        thread = self._threads.get(page)
        if reason := (thread and thread.reason) or _reason(parts):
            return record.ignored(reason)
        forum = _text(parts.get("forum")) or (thread.forum if thread else self._forum(""))
        comment_id = _comment_id(element, parts, forum)
        if not comment_id:
            return record.rejected(RejectionCode.NO_ID, "post: expected a dsq:id")
        author = self._author(parts.get("author"), forum)
        if author is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        self._written.learn(comment_id, author)
        parent = _reference(parts.get("parent"))
        answered = f"post-{parent}" if parent else f"thread-{page}" if page else None
        to = self._written.author_of(f"post-{parent}") if parent else thread.author if thread else None
        values: dict[str, object] = {
            "activity_id": comment_id,
            "community": forum,
            "actor": author.actor,
            "actor_name": author.name,
            "kind": Kind.REPLY,
            "object_id": answered,
            "target": to.actor if to else None,
            "target_name": to.name if to else None,
            "thread_id": f"thread-{page}" if page else None,
        }
        return _activity(values, parts, record)

    def accounts(self, element: Element) -> Iterator[Account | None]:
        """Yield what the author of a thread or post declares; in the same order as they are told."""
        parts = {child.tag: child for child in element}
        told = _text(parts.get("forum"))
        if element.tag == "thread":
            self._threads[_reference(element)] = Thread(self._forum(told), None, None)
        thread = self._threads.get(_reference(parts.get("thread")))
        forum = told or (thread.forum if thread else self._forum(""))
        if author := self._author(parts.get("author"), forum):
            yield from _declared(author.actor, {child.tag: _text(child) for child in parts["author"]})

    def _forum(self, told: str) -> str:
        """Return the forum of something: the one it names, else the first one named, else the file."""
        self._name = self._name or told
        return told or self._name or self._fallback

    def _author(self, element: Element | None, forum: str) -> Author | None:
        """Return who an author element names; Disqus does not vouch for the name of an anonymous one."""
        if element is None:
            return None
        told = {child.tag: _text(child) for child in element}
        self._budget.expects(AUTHOR_FIELDS, told, "author", _is_extension)
        name, username = told.get("name", ""), told.get("username", "")
        if username and told.get("isAnonymous") != "true":
            return Author(f"{PLATFORM}:{username}", public(name) or username)
        actor = guest(PLATFORM, forum, told.get("email", ""), name)
        return Author(actor, public(name)) if actor else None


def _declared(actor: str, told: dict[str, str]) -> Iterator[Account | None]:
    """Yield what an author declares: a mailbox, the page on Disqus, and a web address."""
    username = actor.removeprefix(f"{PLATFORM}:")
    own = "" if "@" in username else f"{HOME}{username}"
    yield Account(actor, pages=links_in([own]), links=links_in([told.get("link")]))
    yield mailed(actor, told.get("email", ""), told.get("name", ""))


def _is_extension(tag: str) -> bool:
    """Return whether an element is of another namespace: it has a prefix."""
    return ":" in tag


def _reason(parts: dict[str, Element]) -> IgnoredReason | None:
    """Return why a post is left out, if it is."""
    return _gone(parts) or (IgnoredReason.HELD if _text(parts.get("isApproved")) == "false" else None)


def _gone(parts: dict[str, Element]) -> IgnoredReason | None:
    """Return why a thread or a post is not there any more, if it is not."""
    if _is_true(parts.get("isDeleted")):
        return IgnoredReason.DELETED
    return IgnoredReason.SPAM if _is_true(parts.get("isSpam")) else None


def _activity(values: dict[str, object], parts: dict[str, Element], record: Record) -> Outcome:
    try:
        moment = _moment(_text(parts.get("createdAt")))
    except ValueError:
        told = _text(parts.get("createdAt"))[:60]
        return record.rejected(RejectionCode.BAD_TIME, f"createdAt: {told!r}: expected an ISO 8601 time")
    text = own_words(_text(parts.get("message")))
    values |= {
        "platform": PLATFORM,
        "ts_us": moment[0],
        "clock": moment[1],
        "text_len": len(text),
        "text_print": print_of(text),
        "origin": record.origin,
        "position": record.position,
    }
    return record.outcome(values)


def _moment(text: str) -> Moment:
    return iso(text) if text else MISSING


def _comment_id(element: Element, parts: dict[str, Element], forum: str) -> str:
    if number := _reference(element):
        return f"post-{number}"
    imported = _text(parts.get("id"))
    return f"{forum}/id-{imported}" if imported else ""


def _reference(element: Element | None) -> str:
    """Return the id an element has in Disqus itself."""
    return "" if element is None else element.get("dsq:id", "").strip()


def _text(element: Element | None) -> str:
    """Return an element's text without the space around it; HTML that was not escaped is text, too."""
    if element is None:
        return ""
    text = "".join(element.itertext()) if len(element) else element.text
    return text.strip() if text else ""


def _is_true(element: Element | None) -> bool:
    # Whatever else is written there, such as 123, does not say so.
    return element is not None and _text(element) == "true"

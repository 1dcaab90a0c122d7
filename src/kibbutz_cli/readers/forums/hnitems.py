"""What an item of Hacker News is: a story, a comment, a poll, a job, from an API or a dump."""

from collections.abc import Iterator

from pydantic import ValidationError

from kibbutz_cli.model.activity import IgnoredReason, Kind, Outcome, RejectionCode, activity_of
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import own_lines
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment, epoch, iso
from kibbutz_cli.readers.records import Record

PLATFORM = "hackernews"

ITEM_FIELDS = fields(
    """
    id type by time text url title score parent poll kids parts descendants deleted dead
    ranking timestamp time_ts
    objectID author points num_comments created_at created_at_i updated_at parent_id story_id story_title
    story_url story_text comment_text children options relevancy_score _tags _highlightResult _snippetResult
    """
)
"""The fields of an item: of the site's own API, of dumps of it, and of Algolia's."""

USER_FIELDS = fields(
    """
    id created karma about submitted delay
    objectID username created_at created_at_i updated_at avg submission_count comment_count submitted_count
    """
)

KINDS = {"story": Kind.POST, "poll": Kind.POST, "job": Kind.POST, "comment": Kind.REPLY}
OPTION = "pollopt"
LONGEST_NUMBER = 19
TYPES = frozenset(KINDS) | {OPTION}

KEPT = 200_000
"""Items whose story is kept in mind, and as many before them, in some 50 MB.

They are those of two weeks or more, and a story is answered for two.
"""


class Threads:
    """The stories of the latest items: the API's comments name their parent only.

    A thread is found by following it up, which a parent that is left out would end. What answers one is
    therefore in the thread of that, if the file leads up from there to a story.
    """

    def __init__(self) -> None:
        self._latest: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._gone: set[str] = set()
        self._gone_before: set[str] = set()

    def meet(self, item: Fields, number: str, *, is_gone: bool) -> None:
        """Keep an item's story in mind; a story is its own, also where it was deleted."""
        story = number if KINDS.get(_type(item)) is Kind.POST else self._story(item)
        if not number or not story:
            return
        if len(self._latest) >= KEPT:
            self._before, self._latest = self._latest, {}
            self._gone_before, self._gone = self._gone, set()
        self._latest[number] = story
        if is_gone:
            self._gone.add(number)

    def thread(self, item: Fields) -> str | None:
        """Return the thread of a comment that names its story, or answers what was left out."""
        parent = _parent(item)
        is_known = "story_id" in item or parent in self._gone or parent in self._gone_before
        return (self._story(item) or None) if is_known else None

    def _story(self, item: Fields) -> str:
        parent = _parent(item)
        return text_of(item.get("story_id")) or self._latest.get(parent) or self._before.get(parent, "")


def records(value: object) -> Iterator[object]:
    """Yield the items a record holds: itself, with its children, the hits of a search, or all by number."""
    fields = fields_of(value)
    hits = numbered(fields) or fields.get("hits")
    waiting: list[object] = list(reversed(hits)) if type(hits) is list else [value]
    while waiting:
        item = waiting.pop()
        yield item
        children = fields_of(item).get("children")
        if type(children) is list:
            # The hits of a search name their children by number only.
            waiting += [child for child in reversed(children) if type(child) is dict]


def numbered(fields: Fields) -> list[object]:
    """Return the items of an object that has each under its number; none of another object."""
    return list(fields.values()) if fields and all(map(_is_number, fields)) else []


def outcome(value: object, record: Record, threads: Threads, budget: Budget) -> Outcome:
    """Return what an item comes to.

    Args:
        value: The item.
        record: Where it stands.
        threads: The stories of the items met so far; this one's is added.
        budget: The limits and counts.
    """
    item = fields_of(value)
    budget.expects(USER_FIELDS if "karma" in item else ITEM_FIELDS, item)
    number = text_of(item.get("id")) or text_of(item.get("objectID"))
    reason = _left_out(item)
    threads.meet(item, number, is_gone=reason is not None)
    if reason:
        return record.ignored(reason)
    kind = KINDS.get(_type(item))
    if not number:
        return record.rejected(RejectionCode.NO_ID, "id: expected the number of an item")
    if kind is None:
        return record.rejected(RejectionCode.BAD_KIND, "type: expected story, comment, poll, pollopt or job")
    try:
        return _activity(item, number, kind, record, threads)
    except ValidationError as exc:
        return record.invalid(exc)
    except ValueError:
        return record.rejected(RejectionCode.BAD_TIME, "time: expected seconds since 1970, or a date")


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit()


def _left_out(fields: Fields) -> IgnoredReason | None:
    """Return why a record is not read, if it is not: a user, an option of a poll, what is gone."""
    if "karma" in fields or _type(fields) == OPTION:
        return IgnoredReason.NOT_ACTIVITY
    if _holds(fields.get("deleted")):
        return IgnoredReason.DELETED
    return None if _author(fields) or not _type(fields) else IgnoredReason.NO_AUTHOR


def _author(fields: Fields) -> str:
    return text_of(fields.get("by")) or text_of(fields.get("author"))


def _parent(fields: Fields) -> str:
    return text_of(fields.get("parent")) or text_of(fields.get("parent_id"))


def _activity(fields: Fields, number: str, kind: Kind, record: Record, threads: Threads) -> Outcome:
    ts_us, clock = _moment(fields.get("time", fields.get("created_at_i")))
    parent = _parent(fields)
    text, author = _text(fields), _author(fields)
    return activity_of(
        {
            "activity_id": number,
            "platform": PLATFORM,
            "community": PLATFORM,
            "actor": f"{PLATFORM}:{author}",
            "actor_name": author,
            "kind": kind,
            "object_id": (parent or None) if kind is Kind.REPLY else None,
            "thread_id": number if kind is Kind.POST else threads.thread(fields),
            "ts_us": ts_us,
            "clock": clock,
            "text_len": len(text),
            "text_print": print_of(text),
            "like_count": _likes(fields, kind),
            "reply_count": _count(fields.get("descendants", fields.get("num_comments"))),
            "visibility": "removed" if _holds(fields.get("dead")) else "public",
            "origin": record.origin,
            "position": record.position,
        }
    )


def _moment(told: object) -> Moment:
    """Return the time of an item, in seconds since 1970, or as a date with the time of day in UTC.

    Raises:
        ValueError: It is neither.
    """
    return iso(told) if type(told) is str and "-" in told else epoch(told)


def _holds(value: object) -> bool:
    """Return whether a mark is set: databases write it as a number, or as a text."""
    return value in (True, "true", "1")


def _type(fields: Fields) -> str:
    """Return what an item says it is; the hits of a search say it in their tags."""
    if told := text_of(fields.get("type")):
        return told
    tags = fields.get("_tags")
    return next((tag for tag in map(text_of, tags) if tag in TYPES), "") if type(tags) is list else ""


def _text(fields: Fields) -> str:
    """Return the author's words: the title, and the text without its quotes."""
    said = next(
        (fields[key] for key in ("text", "comment_text", "story_text") if type(fields.get(key)) is str), ""
    )
    title = text_of(fields.get("title"))
    words = own_lines(plain(text_of(said)))
    return f"{title}\n{words}".strip() if title else words


def _likes(fields: Fields, kind: Kind) -> int | None:
    """Return the points of a story without its author's own; comments show none."""
    points = _number(fields.get("score", fields.get("points")))
    return None if points is None or kind is not Kind.POST else max(0, points - 1)


def _count(value: object) -> int | None:
    count = _number(value)
    return None if count is None or count < 0 else count


def _number(value: object) -> int | None:
    """Return a number, which BigQuery writes as a text."""
    told = text_of(value)
    return int(told) if _is_number(told.removeprefix("-")) and len(told) < LONGEST_NUMBER else None

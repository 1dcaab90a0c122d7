"""What a line of a Reddit dump says: a submission or a comment, and the people named in it."""

import re
from collections.abc import Iterable, Iterator

from kibbutz_cli.model.activity import IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.forums.redditfields import COMMENT, SUBMISSION
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.ownwords import own_escaped
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import epoch
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

PLATFORM = "reddit"

DELETED = "[deleted]"
"""What stands for a text, and for an author, that is gone by its author."""

NOBODY = ("", "[")
"""What begins no name: in brackets it says why there is none, as ``[deleted]`` and ``[removed]``."""

_REMOVED = pattern(r"\[removed\]|\[ removed by (?:a )?(?:moderator|reddit)\b.{0,200}\]", re.IGNORECASE)
"""What stands for a text, or for a title, that is gone by a moderator or by the site."""

AUTHORS = frozenset({"deleted", "author"})
"""Who removed a submission or a comment, where it was its author."""

HIDDEN = frozenset({"private", "employees_only", "gold_only"})
"""Kinds of subreddits that not everybody can read."""

ROLES = frozenset({"moderator", "admin"})

LISTING, THINGS = "Listing", frozenset({"t1", "t3"})
"""The kinds of what the API gives: many things, and the two that somebody wrote."""

REPLIES = "replies"

# So programs are called, by custom, and so the site calls whoever tells of a removal. Talbot is none.
_PROGRAM = pattern(r"[a-z0-9]Bot\Z|-ModTeam\Z")

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

_NAMED = pattern(r"(?<![\w/])/?u/((?:[A-Za-z0-9-]|\\?_){3,20})(?![\w-]|\\_)")
"""Who is named; the site's editor escapes an underscore, which would begin italics."""


def records(value: object) -> Iterable[object]:
    """Return the comments and submissions in a value: itself, or those of an answer of the API."""
    fields = fields_of(value)
    return (value,) if "author" in fields and not fields.get(REPLIES) else _within(value)


def _within(value: object) -> Iterator[object]:
    """Yield the comments and submissions of listings and pages, each before the replies in it."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        fields = fields_of(item)
        kind, data = text_of(fields.get("kind")), fields.get("data")
        if kind == LISTING:
            waiting += reversed(list_of(fields_of(data).get("children")))
        elif kind in THINGS:
            waiting.append(data)
        elif type(data) is list and "author" not in fields:
            waiting += reversed(data)
        elif not kind:
            # What was not shown, and communities, are of other kinds.
            yield item
            if type(replies := fields.get(REPLIES)) is dict:
                waiting.append(replies)


def outcome(value: object, record: Record, budget: Budget) -> Outcome:
    """Return what a line of a dump comes to."""
    fields = fields_of(value)
    is_comment = "body" in fields or "link_id" in fields
    known = COMMENT if is_comment else SUBMISSION
    # Of every line of a hundred fields: the set is asked without a call of ours.
    if not known.issuperset(fields):
        budget.expects(known, fields)
    if parents := list_of(fields.get("crosspost_parent_list")):
        budget.expects(SUBMISSION, fields_of(parents[0]), "crosspost_parent_list")
    number, author = text_of(fields.get("id")), text_of(fields.get("author"))
    if not number:
        return record.rejected(RejectionCode.NO_ID, "id: expected that of a comment or submission")
    if reason := _left_out(fields, author, fields.get("body" if is_comment else "selftext")):
        return record.ignored(reason)
    try:
        moment = epoch(fields.get("created_utc", fields.get("created")))
    except ValueError:
        return record.rejected(RejectionCode.BAD_TIME, "created_utc: expected seconds since 1970")
    values = _comment(fields, number) if is_comment else _submission(fields, number)
    role = text_of(fields.get("distinguished"))
    values |= {
        "platform": PLATFORM,
        "community": text_of(fields.get("subreddit")),
        "actor": _person(author),
        "actor_name": author,
        "ts_us": moment[0],
        "clock": moment[1],
        "like_count": _likes(fields.get("score", fields.get("ups"))),
        "role": role if role in ROLES else None,
        "origin": record.origin,
        "position": record.position,
    }
    return record.outcome(values)


def named(value: object) -> dict[str, str]:
    """Return the members a text names with ``u/NAME``, each with the name to show."""
    fields = fields_of(value)
    text = fields.get("body") or fields.get("selftext")
    if type(text) is not str or "u/" not in text:
        return {}
    names = [name.replace("\\", "") for name in _NAMED.findall(own_escaped(text))]
    return {_person(name): name for name in names if not _PROGRAM.search(name)}


def _person(name: str) -> str:
    """Return the id of a person; the site does not tell names apart by their case."""
    return f"{PLATFORM}:{name.lower()}"


def _left_out(fields: Fields, author: str, text: object) -> IgnoredReason | None:
    """Return why a line is not read, if it is not."""
    if text_of(fields.get("subreddit_type")) in HIDDEN:
        return IgnoredReason.PRIVATE
    if author[:1] in NOBODY:
        return IgnoredReason.NO_AUTHOR
    if _PROGRAM.search(author):
        return IgnoredReason.BOT
    gone = text == DELETED or _removed_by(fields) in AUTHORS
    return IgnoredReason.DELETED if gone else None


def _removed_by(fields: Fields) -> str:
    """Return who removed something, as far as it was last known; empty if nobody did.

    Arctic Shift looks again after 36 hours. What stood there at first stays, and beside it is told that it
    has gone since, or come back. To a moderator the site shows the words still, and beside them by whom they
    were removed, or that its own filter did it.
    """
    later = fields_of(fields.get("_meta"))
    if later.get("was_deleted_later"):
        return text_of(later.get("removal_type")) or "deleted"
    if later.get("was_initially_deleted"):
        return ""
    seen = fields.get("removed") is True or fields.get("spam") is True or fields.get("banned_by")
    return text_of(fields.get("removed_by_category")) or ("moderator" if seen else "")


def _comment(fields: Fields, number: str) -> Fields:
    """Return what a comment says of itself."""
    body = text_of(fields.get("body"))
    opening = _thing("t3_", fields.get("link_id"))
    removed = _REMOVED.fullmatch(body) is not None
    text = "" if removed else own_escaped(body)
    return {
        "activity_id": _thing("t1_", number),
        "kind": Kind.REPLY,
        "object_id": _parent(fields.get("parent_id"), number) or opening,
        "thread_id": opening,
        "text_len": len(text),
        "text_print": print_of(text),
        "visibility": "removed" if removed or _removed_by(fields) else "public",
    }


def _parent(told: object, number: str) -> str | None:
    """Return what a comment answers; none where that is not told, so that it answers the submission.

    Pushshift's API gave the number of the comment since 2022, and nothing where it was the submission.
    """
    if type(told) is str:
        return told if told[:1] == "t" else None
    try:
        own = int(number.removeprefix("t1_"), 36)
    except ValueError:
        return None
    # What is answered was there before: a higher number is none of the site's.
    return _thing("t1_", _base36(told)) if type(told) is int and 0 < told < own else None


def _base36(number: int) -> str:
    """Return a number as the site writes it in ids."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


def _submission(fields: Fields, number: str) -> Fields:
    """Return what a submission says of itself."""
    title, body = text_of(fields.get("title")), text_of(fields.get("selftext"))
    count = fields.get("num_comments")
    told = [each for each in (title, body) if each]
    kept = [each for each in told if not _REMOVED.fullmatch(each)]
    removed, text = kept != told, own_escaped("\n".join(kept))
    shown, whose = _shown_again(fields)
    return {
        "activity_id": _thing("t3_", number),
        "kind": Kind.RESHARE if shown else Kind.POST,
        "object_id": shown,
        "target": _person(whose) if whose else None,
        "target_name": whose or None,
        "thread_id": _thing("t3_", number),
        "text_len": len(text),
        "text_print": print_of(text),
        "reply_count": count if type(count) is int and count >= 0 else None,
        "visibility": "removed" if removed or _removed_by(fields) else "public",
    }


def _shown_again(fields: Fields) -> tuple[str | None, str]:
    """Return the submission that a crosspost shows again, and whose it is."""
    parent = text_of(fields.get("crosspost_parent"))
    if not parent:
        return None, ""
    parents = fields.get("crosspost_parent_list")
    author = text_of(fields_of(parents[0]).get("author")) if type(parents) is list and parents else ""
    is_nobody = author[:1] in NOBODY or _PROGRAM.search(author)
    return _thing("t3_", parent), "" if is_nobody else author


def _thing(prefix: str, told: object) -> str | None:
    """Return the full name of a thing, with its kind in front; none where there is none."""
    name = text_of(told)
    return (name if name[:1] == "t" and name[2:3] == "_" else prefix + name) if name else None


def _likes(score: object) -> int | None:
    """Return a score without the author's own vote, which everything begins with."""
    return max(0, score - 1) if type(score) is int else None

"""The archive of a repository's issues and pulls that IETF working groups keep (``archive.json``).

The program ``gh`` writes issues and pulls alike, but each by itself, with its address; and so does the
GraphQL API, which puts lists into an object of their own. Discussions are of that API alone; github-backup
saves them with lists of its own names.
"""

import re
from collections import Counter
from collections.abc import Iterator, Set
from typing import BinaryIO, NamedTuple

from kibbutz_cli.model.activity import IgnoredReason, Kind, Origin, Outcome, Rejection, RejectionCode
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.jsonstream import arrays
from kibbutz_cli.readers.parsing.jsontables import rows
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, objects_in, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record
from kibbutz_cli.readers.work.githubdeeds import (
    STATES,
    answering,
    done,
    hidden_of,
    login_of,
    place_of,
    role_of,
    said,
    towards,
)
from kibbutz_cli.readers.work.githubfields import ARCHIVED, ARCHIVED_COMMENT, ARCHIVED_REMARK, ARCHIVED_REVIEW

PARTS = ("issues", "pulls")
"""The arrays that are read."""

REPOSITORY = "repo"
"""What names the repository of an archive."""

LISTED = ("issues", "pullRequests", "discussions", "search")
SINGLE = ("issue", "pullRequest", "discussion")
"""Under which names the GraphQL API has issues and their like."""

TELLING = frozenset({"type", "__typename", "is_bot", "display_login"})
"""What tells of a user whether a program has the login, in the REST API, GraphQL's, ``gh`` and events."""

_NUMBERED = pattern(r"#(?:issue|discussion)comment-(\d{1,19})$", re.ASCII)


def is_archive(fields: Fields) -> bool:
    """Return whether a document is such an archive, also where its fields are sorted."""
    if {"magic", REPOSITORY} <= fields.keys():
        return not fields.keys().isdisjoint({"issues", "labels"})
    first = fields_of(next(iter(list_of(fields.get("issues"))), None))
    return {"authorAssociation", "createdAt", "number"} <= first.keys()


def repository_of(stream: BinaryIO, origin: Origin, budget: Budget) -> str:
    """Return the repository of an archive, wherever in the document it stands; empty if it has none.

    Raises:
        InputError: The document is truncated or damaged.
        LimitError: An issue or pull is longer than the limits allow.
    """
    found = rows(stream, origin, budget, frozenset(PARTS), frozenset({REPOSITORY}))
    return next((text_of(row.value) for row in found if row.table == REPOSITORY), "")


def is_opening(fields: Fields) -> bool:
    """Return whether a record is an issue or pull as ``gh issue list --json`` writes them."""
    return {"number", "author", "createdAt"} <= fields.keys() and place_of(fields.get("url")).number != ""


def opened(fields: Fields, record: Record, budget: Budget) -> Iterator[Outcome]:
    """Yield what such an issue or pull comes to, and what is below it."""
    budget.record()
    return _opened(fields, place_of(fields.get("url")).repository, record, budget)


def programs(value: object) -> Iterator[str]:
    """Yield the login of each author in a value whom ``gh`` marks as a program."""
    for each in objects_in(value):
        if each.get("is_bot") is True:
            yield text_of(each.get("login")).removeprefix("app/").removesuffix("[bot]")


def marked(value: object, known: Set[str]) -> object:
    """Return a value in which programs are marked also where ``gh`` does not: below what they answer.

    A person may have the login that a program is called by: where it is told whose one is, that decides.
    """
    for each in objects_in(value) if known else ():
        login = text_of(each.get("login"))
        if login in known and not each.keys() & TELLING:
            each["login"] = f"{login}[bot]"
    return value


def answered(fields: Fields) -> list[object]:
    """Return the issues, pulls and discussions in an answer of the GraphQL API; none of another document."""
    data = fields_of(fields.get("data"))
    repository = fields_of(data.get("repository"))
    asked = [each for holder in (repository, data) for key in LISTED for each in connected(holder.get(key))]
    # Of one issue alone, it may be its events that were asked for.
    return asked + [repository[key] for key in SINGLE if is_opening(fields_of(repository.get(key)))]


def connected(value: object) -> list[object]:
    """Return the items of a list, or of what the GraphQL API calls a connection."""
    connection = fields_of(value)
    if not connection:
        return list_of(value)
    edges = (fields_of(edge).get("node") for edge in list_of(connection.get("edges")))
    return list_of(connection.get("nodes")) or list(edges)


def outcomes(stream: BinaryIO, repository: str, record: Record, budget: Budget) -> Iterator[Outcome]:
    """Yield the issues and pulls of an archive, each before its comments and reviews.

    A position is the number of the issue or pull in the document.

    Raises:
        InputError: The document is truncated, or has no issues or no pulls.
        LimitError: An issue or pull is longer than the limits allow.
    """
    for _, found in arrays(stream, record.origin, budget, PARTS):
        budget.record()
        if isinstance(found, Rejection):
            yield found
        else:
            place = record._replace(position=found.position)
            yield from _opened(fields_of(found.value), repository, place, budget)


def openings(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[object]:
    """Yield the issues and pulls of an archive as they stand in it."""
    for _, found in arrays(stream, origin, budget, PARTS):
        if not isinstance(found, Rejection):
            yield found.value


class Opening(NamedTuple):
    """An issue or pull: its id, its repository, its author as the archive has them, and where it stands.

    Of a discussion also who chose its answer, and when.
    """

    own: str
    repository: str
    author: object
    record: Record
    chosen_by: object = None
    chosen_at: object = None


def _opened(fields: Fields, repository: str, record: Record, budget: Budget) -> Iterator[Outcome]:
    budget.expects(ARCHIVED, fields)
    number = text_of(fields.get("number"))
    comments = connected(fields.get("comments", fields.get("comment_data")))
    if not number:
        yield record.rejected(RejectionCode.NO_ID, "number: expected that of an issue or pull")
        return
    chosen = (fields.get("answerChosenBy"), fields.get("answerChosenAt"))
    opening = Opening(f"{repository}#{number}", repository, fields.get("author"), record, *chosen)
    yield from said(
        record,
        repository,
        opening.author,
        fields.get("createdAt"),
        f"{text_of(fields.get('title'))}\n{text_of(fields.get('body'))}",
        activity_id=opening.own,
        kind=Kind.POST,
        thread_id=opening.own,
        reply_count=counts.whole(fields_of(fields.get("comments")).get("totalCount")) or len(comments),
        role=role_of(fields.get("authorAssociation")),
    )
    if fields.get("mergedAt"):
        budget.record()
        yield _merge(fields, opening)
    met: Counter[str] = Counter()
    for comment in map(fields_of, comments):
        own = {"activity_id": _own_id(comment, opening, met)}
        yield from _comment(comment, opening, own | answering(opening.own, opening.author), budget)
        to = {"object_id": own["activity_id"], "thread_id": opening.own, **towards(comment.get("author"))}
        for reply in map(fields_of, connected(comment.get("replies", comment.get("reply_data")))):
            yield from _comment(reply, opening, {"activity_id": _own_id(reply, opening, met), **to}, budget)
    for index, value in enumerate(connected(fields.get("reviews")), start=1):
        budget.record()
        review = fields_of(value)
        budget.expects(ARCHIVED_REVIEW, review, "reviews")
        for remark in connected(review.get("comments")):
            budget.expects(ARCHIVED_REMARK, fields_of(remark), "reviews.comments")
        yield from _review(review, index, opening)


def _merge(fields: Fields, opening: Opening) -> Outcome:
    return done(
        opening.record,
        opening.repository,
        fields.get("mergedBy"),
        fields["mergedAt"],
        activity_id=f"{opening.own}/merge",
        kind=Kind.MERGE,
        **answering(opening.own, opening.author),
    )


def _comment(fields: Fields, opening: Opening, to: Fields, budget: Budget) -> Iterator[Outcome]:
    """Yield a comment of which the id, and what and whom it answers, are given; and that it was chosen."""
    budget.record()
    budget.expects(ARCHIVED_COMMENT, fields, "comments")
    hidden = IgnoredReason.DELETED if fields.get("deletedAt") else hidden_of(fields.get("minimizedReason"))
    if hidden:
        yield opening.record.ignored(hidden)
        return
    own, author, told = to["activity_id"], fields.get("author"), fields.get("createdAt")
    yield from said(
        opening.record,
        opening.repository,
        author,
        told,
        fields.get("body"),
        kind=Kind.REPLY,
        role=role_of(fields.get("authorAssociation")),
        **to,
    )
    if fields.get("isAnswer") is True and opening.chosen_by:
        budget.record()
        yield done(
            opening.record,
            opening.repository,
            opening.chosen_by,
            opening.chosen_at or told,
            activity_id=f"{own}/accept",
            kind=Kind.ACCEPT,
            object_id=own,
            thread_id=opening.own,
            **towards(author),
        )


def _own_id(comment: Fields, opening: Opening, met: Counter[str]) -> str:
    """Return the id of a comment, by the number at the end of its address, as the REST API tells it.

    An archive tells no address: there it goes by who wrote it and when, which others do not change, and the
    further ones of that person in that second are numbered.
    """
    if found := _NUMBERED.search(text_of(comment.get("url"))):
        return f"{opening.own}/comment-{found[1]}"
    told = f"{login_of(comment.get('author')).lower()}-{text_of(comment.get('createdAt'))}"
    met[told] += 1
    return f"{opening.own}/comment-{told}{f'-{met[told]}' if met[told] > 1 else ''}"


def _review(fields: Fields, index: int, opening: Opening) -> Iterator[Outcome]:
    """Yield a review with the words of its remarks on lines, which are the same person's."""
    state = text_of(fields.get("state"))
    kind = STATES.get(state)
    if kind is None:
        reason = IgnoredReason.PRIVATE if state == "PENDING" else IgnoredReason.NOT_ACTIVITY
        yield opening.record.ignored(reason)
        return
    remarks = [text_of(fields_of(value).get("body")) for value in connected(fields.get("comments"))]
    yield from said(
        opening.record,
        opening.repository,
        fields.get("author"),
        fields.get("createdAt") or fields.get("submittedAt"),
        "\n".join((text_of(fields.get("body")), *remarks)),
        activity_id=f"{opening.own}/review-{text_of(fields.get('id')) or index}",
        kind=kind,
        role=role_of(fields.get("authorAssociation")),
        **answering(opening.own, opening.author),
    )

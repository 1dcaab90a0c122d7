"""Issues, pulls, comments and reviews as GitHub's REST API gives them, and what tools put below them."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from kibbutz_cli.model.activity import Activity, IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.records import Record
from kibbutz_cli.readers.work.githubdeeds import (
    LIKED,
    STATES,
    Place,
    answering,
    done,
    hidden_of,
    likes_of,
    place_of,
    repository_of,
    role_of,
    said,
    said_of_commit,
)
from kibbutz_cli.readers.work.githubfields import COMMENT, OPENING, REACTION, REVIEW, TIMELINE, USER

BELOW = (
    "comments_data",
    "comment_data",
    "comment_regular_data",
    "reviews_data",
    "review_data",
    "review_comments_data",
    "comments",
)
"""What tools that save an issue call the lists of what was said below it; last, in a timeline."""

REACTIONS = "reactions_data"

Tell: TypeAlias = Callable[[Fields, Record], Iterator[Outcome]]


def is_rest(fields: Fields) -> bool:
    """Return whether a record is one of GitHub's REST API, by the addresses in it."""
    urls = (fields.get("url"), fields.get("html_url"), fields_of(fields.get("user")).get("url"))
    return any(type(url) is str and ("//api.github.com/" in url or "/api/v3/" in url) for url in urls) or (
        place_of(fields.get("html_url")).repository != "" and "user" in fields
    )


def outcomes(fields: Fields, record: Record, budget: Budget) -> Iterator[Outcome]:
    """Yield what a record comes to, then what a tool put below it."""
    budget.record()
    own = None
    tell = _told_by(fields)
    if known := _KNOWN.get(tell):
        budget.expects(known, fields)
        budget.expects(USER, fields_of(fields.get("user")), "user")
    for outcome in tell(fields, record):
        if type(outcome) is Activity and not outcome.derived:
            own = outcome
        yield outcome
    if fields.get("merged") or fields.get("merged_at"):  # a list of pulls does not tell by whom
        budget.record()
        yield _merge(fields, record)
    for value in list_of(fields.get(REACTIONS)):
        budget.record()
        reaction = fields_of(value)
        budget.expects(REACTION, reaction, REACTIONS)
        yield _reaction(reaction, own, record)
    for key in BELOW:
        for value in list_of(fields.get(key)):
            yield from outcomes(fields_of(value), record, budget)


def timeline(fields: Fields) -> list[object] | None:
    """Return the events of an answer of the GraphQL API about one issue or pull; none if it is another."""
    repository = fields_of(fields_of(fields.get("data")).get("repository"))
    for what in ("issue", "pullRequest"):
        items = fields_of(fields_of(repository.get(what)).get("timelineItems"))
        if "nodes" in items:
            return list_of(items["nodes"])
    return None


def events(nodes: list[object], record: Record, budget: Budget) -> Iterator[Outcome]:
    """Yield what the events of a timeline come to; a position is the number of the event."""
    for position, node in enumerate(nodes, start=1):
        budget.record()
        event = fields_of(node)
        budget.expects(TIMELINE, event)
        yield _event(event, record._replace(position=position))


def _event(fields: Fields, record: Record) -> Outcome:
    """Return what an event of a timeline comes to: a merge is a deed, labels and columns are not."""
    pull = fields_of(fields.get("pullRequest"))
    place = place_of(pull.get("url"), fields.get("url"))
    if fields.get("eventType") != "MergedEvent" or not place.number:
        return record.ignored(IgnoredReason.NOT_ACTIVITY)
    return done(
        record,
        place.repository,
        fields.get("actor"),
        fields.get("createdAt"),
        activity_id=f"{place.opening}/merge",
        kind=Kind.MERGE,
        object_id=place.opening,
        thread_id=place.opening,
    )


def _told_by(fields: Fields) -> Tell:
    """Return the function that knows what a record is."""
    if "number" in fields and "title" in fields:
        return _opening
    if "event" in fields and "issue" in fields:
        return _happened
    if "pull_request_url" in fields:
        # A review that is not yet sent has no time at which it was.
        return _review if "state" in fields or "submitted_at" in fields else _remark
    if "issue_url" in fields:
        return _comment
    if "commit_id" in fields and "body" in fields:
        return _on_commit
    return _other


def _opening(fields: Fields, record: Record) -> Iterator[Outcome]:
    """Yield an issue or a pull."""
    place = _place(fields)
    yield from said(
        record,
        place.repository,
        fields.get("user"),
        fields.get("created_at"),
        f"{text_of(fields.get('title'))}\n{text_of(fields.get('body'))}",
        activity_id=place.opening,
        kind=Kind.POST,
        thread_id=place.opening,
        like_count=likes_of(fields.get("reactions")),
        reply_count=counts.whole(fields.get("comments")),
        role=role_of(fields.get("author_association")),
    )


def _place(fields: Fields) -> Place:
    """Return the place of an issue or a pull itself."""
    place = place_of(fields.get("url"), fields.get("html_url"))
    return place if place.number else place._replace(number=text_of(fields.get("number")))


def _comment(fields: Fields, record: Record) -> Iterator[Outcome]:
    place = place_of(fields.get("issue_url"), fields.get("html_url"))
    yield from _reply(fields, record, place, "comment")


def _remark(fields: Fields, record: Record) -> Iterator[Outcome]:
    """Yield a remark on a line of a pull: it answers the one before it, or the pull."""
    place = place_of(fields.get("pull_request_url"), fields.get("html_url"))
    yield from _reply(fields, record, place, "review-comment")


def _on_commit(fields: Fields, record: Record) -> Iterator[Outcome]:
    """Yield a comment on a commit, which answers that."""
    own, repository = text_of(fields.get("id")), repository_of(fields.get("url"), fields.get("html_url"))
    if not own or not repository:
        yield record.rejected(RejectionCode.NO_ID, "id, url: expected those of a comment on a commit")
        return
    yield from said_of_commit(record, repository, own, text_of(fields.get("commit_id")), fields)


def _reply(fields: Fields, record: Record, place: Place, what: str) -> Iterator[Outcome]:
    own, before = text_of(fields.get("id")), text_of(fields.get("in_reply_to_id"))
    if not own or not place.number:
        yield record.rejected(RejectionCode.NO_ID, "id, issue_url: expected those of a comment and its issue")
        return
    if hidden := hidden_of(fields_of(fields.get("minimized")).get("reason")):
        yield record.ignored(hidden)
        return
    yield from said(
        record,
        place.repository,
        fields.get("user"),
        fields.get("created_at"),
        fields.get("body"),
        activity_id=f"{place.opening}/{what}-{own}",
        kind=Kind.REPLY,
        object_id=f"{place.opening}/{what}-{before}" if before else place.opening,
        thread_id=place.opening,
        like_count=likes_of(fields.get("reactions")),
        role=role_of(fields.get("author_association")),
    )


def _review(fields: Fields, record: Record) -> Iterator[Outcome]:
    place = place_of(fields.get("pull_request_url"), fields.get("html_url"))
    own, state = text_of(fields.get("id")), text_of(fields.get("state")).upper()
    kind = STATES.get(state)
    if kind is None:
        yield record.ignored(IgnoredReason.PRIVATE if state == "PENDING" else IgnoredReason.NOT_ACTIVITY)
        return
    if not own or not place.number:
        yield record.rejected(RejectionCode.NO_ID, "id: expected the ids of a review and its pull")
        return
    yield from said(
        record,
        place.repository,
        fields.get("user"),
        fields.get("submitted_at"),
        fields.get("body"),
        activity_id=f"{place.opening}/review-{own}",
        kind=kind,
        object_id=place.opening,
        thread_id=place.opening,
        role=role_of(fields.get("author_association")),
    )


def _merge(fields: Fields, record: Record) -> Outcome:
    """Return who merged a pull, and whose it was."""
    place = _place(fields)
    return done(
        record,
        place.repository,
        fields.get("merged_by"),
        fields.get("merged_at") or fields.get("closed_at"),
        activity_id=f"{place.opening}/merge",
        kind=Kind.MERGE,
        **answering(place.opening, fields.get("user")),
    )


def _happened(fields: Fields, record: Record) -> Iterator[Outcome]:
    """Yield an event of an issue: who merged a pull did something, who closed or labelled one did not."""
    pull = fields_of(fields.get("issue"))
    if fields.get("event") != "merged" or not _place(pull).repository:
        yield record.ignored(IgnoredReason.NOT_ACTIVITY)
    else:
        told = {"merged_by": fields.get("actor"), "merged_at": fields.get("created_at")}
        yield _merge(pull | told, record)


def _reaction(fields: Fields, below: Activity | None, record: Record) -> Outcome:
    """Return a reaction to what it was saved below; without that nobody knows to what it was one."""
    content = fields.get("content")
    if below is None or (content not in LIKED and content != "-1"):
        return record.ignored(IgnoredReason.NOT_ACTIVITY)
    return done(
        record,
        below.community,
        fields.get("user"),
        fields.get("created_at"),
        activity_id=f"{below.activity_id}/reaction-{text_of(fields.get('id'))}",
        kind=Kind.LIKE if content in LIKED else Kind.DISLIKE,
        object_id=below.activity_id,
        thread_id=below.thread_id,
        target=below.actor,
        target_name=below.actor_name,
    )


def _other(fields: Fields, record: Record) -> Iterator[Outcome]:
    """Yield what says neither what it is nor where: a label, a star, a reaction by itself."""
    if fields:
        yield record.ignored(IgnoredReason.NOT_ACTIVITY)
    else:
        yield record.rejected(RejectionCode.MALFORMED, "no object: expected a record of GitHub")


_KNOWN: dict[Tell, frozenset[str]] = {
    _opening: OPENING,
    _review: REVIEW,
    _remark: COMMENT,
    _comment: COMMENT,
    _on_commit: COMMENT,
}
"""The fields of a record, by the function that knows what it is."""

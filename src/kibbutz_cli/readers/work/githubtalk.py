"""What is said in issues, pulls and discussions, and their merges, as public events of GitHub tell it."""

from collections.abc import Iterable

from kibbutz_cli.model.activity import IgnoredReason, Kind, Outcome
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.work.githubdeeds import (
    STATES,
    answering,
    done,
    likes_of,
    role_of,
    said,
    said_of_commit,
)
from kibbutz_cli.readers.work.githubevent import Event


def issue(event: Event) -> Iterable[Outcome]:
    """Return an issue that was opened; closing and labelling one is no deed."""
    if event.payload.get("action") != "opened":
        return (event.record.ignored(IgnoredReason.NOT_ACTIVITY),)
    return _opened(event, event.part("issue"))


def pull(event: Event) -> Iterable[Outcome]:
    """Return a pull that was opened or merged; all else that happens to one is no deed."""
    action, pull = event.payload.get("action"), event.part("pull_request")
    if action == "opened":
        return _opened(event, pull)
    if action == "merged" or (action == "closed" and (pull.get("merged") or pull.get("merged_at"))):
        return (_merge(event, pull),)
    return (event.record.ignored(IgnoredReason.NOT_ACTIVITY),)


def discussion(event: Event) -> Iterable[Outcome]:
    """Return a discussion that was opened."""
    if event.payload.get("action") != "created":
        return (event.record.ignored(IgnoredReason.NOT_ACTIVITY),)
    return _opened(event, event.part("discussion"))


def _merge(event: Event, pull: Fields) -> Outcome:
    number = event.number(pull)
    if not number:
        return event.numberless()
    opening = f"{event.repository}#{number}"
    return done(
        event.record,
        event.repository,
        pull.get("merged_by") or event.actor,
        pull.get("merged_at") or event.told,
        activity_id=f"{opening}/merge",
        kind=Kind.MERGE,
        **answering(opening, pull.get("user")),
    )


def _opened(event: Event, thing: Fields) -> Iterable[Outcome]:
    number = event.number(thing)
    if not number:
        return (event.numberless(),)
    opening = f"{event.repository}#{number}"
    return said(
        event.record,
        event.repository,
        thing.get("user") or event.actor,
        thing.get("created_at") or event.told,
        f"{text_of(thing.get('title'))}\n{text_of(thing.get('body'))}",
        activity_id=opening,
        kind=Kind.POST,
        thread_id=opening,
        like_count=likes_of(thing.get("reactions")),
        reply_count=counts.whole(thing.get("comments")),
        role=role_of(thing.get("author_association")),
    )


def comment(event: Event) -> Iterable[Outcome]:
    """Return a comment below an issue or a pull."""
    return _reply(event, "comment", "", event.part("issue"))


def discussed(event: Event) -> Iterable[Outcome]:
    """Return a comment in a discussion: it answers the one it stands below, or the discussion."""
    before = text_of(fields_of(event.payload.get("comment")).get("parent_id"))
    return _reply(event, "comment", before, event.part("discussion"))


def remark(event: Event) -> Iterable[Outcome]:
    """Return a remark on a line of a pull: it answers the one before it, or the pull."""
    before = text_of(fields_of(event.payload.get("comment")).get("in_reply_to_id"))
    return _reply(event, "review-comment", before, event.part("pull_request"))


def _reply(event: Event, what: str, before: str, thing: Fields) -> Iterable[Outcome]:
    comment = event.part("comment")
    if event.payload.get("action") not in ("created", None):
        return (event.record.ignored(IgnoredReason.NOT_ACTIVITY),)
    number = event.number(thing)
    own = text_of(comment.get("id")) or text_of(event.payload.get("comment_id"))
    if not number or not own:
        return (event.numberless(),)
    opening = f"{event.repository}#{number}"
    return said(
        event.record,
        event.repository,
        comment.get("user") or event.actor,
        comment.get("created_at") or event.told,
        comment.get("body"),
        activity_id=f"{opening}/{what}-{own}",
        kind=Kind.REPLY,
        like_count=likes_of(comment.get("reactions")),
        role=role_of(comment.get("author_association")),
        **(
            {"object_id": f"{opening}/{what}-{before}", "thread_id": opening}
            if before
            else answering(opening, thing.get("user"))
        ),
    )


def review(event: Event) -> Iterable[Outcome]:
    """Return a review of a pull: an endorsement, where it approves."""
    told, pull = event.part("review"), event.part("pull_request")
    state = text_of(told.get("state")).upper()
    kind = STATES.get(state)
    if kind is None or event.payload.get("action") not in ("created", "submitted", None):
        return (event.record.ignored(IgnoredReason.NOT_ACTIVITY),)
    number, own = event.number(pull), text_of(told.get("id"))
    if not number or not own:
        return (event.numberless(),)
    opening = f"{event.repository}#{number}"
    return said(
        event.record,
        event.repository,
        told.get("user") or event.actor,
        told.get("submitted_at") or event.told,
        told.get("body"),
        activity_id=f"{opening}/review-{own}",
        kind=kind,
        role=role_of(told.get("author_association")),
        **answering(opening, pull.get("user")),
    )


def commit_comment(event: Event) -> Iterable[Outcome]:
    """Return a comment on a commit."""
    comment = event.part("comment")
    own = text_of(comment.get("id")) or text_of(event.payload.get("comment_id"))
    commit = text_of(comment.get("commit_id")) or text_of(event.payload.get("commit"))
    if not own:
        return (event.numberless(),)
    told = comment | {
        "user": comment.get("user") or event.actor,
        "created_at": comment.get("created_at") or event.told,
        "reactions": None,  # of the moment it was said
    }
    return said_of_commit(event.record, event.repository, own, commit, told)

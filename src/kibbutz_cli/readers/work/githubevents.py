"""Public events of GitHub, as GH Archive keeps them by the hour and the events API gives them.

Until 2015 an event was of another shape: the actor is a login alone, the repository tells its owner apart, an
event has no id, and issues and comments are known by their addresses only.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from kibbutz_cli.model.activity import IgnoredReason, Kind, Outcome
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, list_of, text_of
from kibbutz_cli.readers.records import Record
from kibbutz_cli.readers.work.githubdeeds import done, said, towards
from kibbutz_cli.readers.work.githubevent import Event, event_of
from kibbutz_cli.readers.work.githubfields import COMMIT, EVENT
from kibbutz_cli.readers.work.githubtalk import (
    comment,
    commit_comment,
    discussed,
    discussion,
    issue,
    pull,
    remark,
    review,
)

Tell: TypeAlias = Callable[[Event], Iterable[Outcome]]


def outcomes(fields: Fields, record: Record, budget: Budget) -> Iterable[Outcome]:
    """Return what an event comes to."""
    if not EVENT.issuperset(fields):
        budget.expects(EVENT, fields)
    if fields.get("public") is False:
        return (record.ignored(IgnoredReason.PRIVATE),)
    tell = _TELLERS.get(text_of(fields["type"]))
    if tell is None:
        return (record.ignored(IgnoredReason.NOT_ACTIVITY),)
    return tell(event_of(fields, record, budget))


def _push(event: Event) -> Iterable[Outcome]:
    """Return a push as a post, with the messages of the commits that were new with it."""
    payload = event.payload
    size = payload.get("distinct_size", payload.get("size"))
    if size == 0:
        return (event.record.ignored(IgnoredReason.NOT_ACTIVITY),)
    deed = done(
        event.record,
        event.repository,
        event.actor,
        event.told,
        activity_id=f"{event.repository}/push-{text_of(payload.get('push_id')) or event.own}",
        kind=Kind.POST,
        text_len=sum(map(len, _messages(event))),
    )
    return (deed,)


def _messages(event: Event) -> Iterator[str]:
    for commit in list_of(event.payload.get("commits")):
        if type(commit) is dict and commit.get("distinct") is not False:
            if not COMMIT.issuperset(commit):
                event.budget.expects(COMMIT, commit, "payload.commits")
            yield text_of(commit.get("message"))
    for commit in list_of(event.payload.get("shas")):
        if type(commit) is list and len(commit) > 2:
            yield text_of(commit[2])


def _star(event: Event) -> Iterable[Outcome]:
    """Return a star as a like of the repository, which is nobody's alone."""
    return (_of_repository(event, Kind.LIKE),)


def _wiki(event: Event) -> Iterable[Outcome]:
    return (_of_repository(event, Kind.EDIT),)


def _member(event: Event) -> Iterable[Outcome]:
    """Return that somebody was made a collaborator, which is an endorsement by whom made them one."""
    target = towards(event.part("member") or event.payload.get("member"))
    if event.payload.get("action") not in ("added", None) or not target:
        return (event.record.ignored(IgnoredReason.NOT_ACTIVITY),)
    return (_of_repository(event, Kind.ENDORSE, **target),)


def _follow(event: Event) -> Iterable[Outcome]:
    target = towards(event.part("target") or event.payload.get("target"))
    if not target:
        return (event.record.ignored(IgnoredReason.NO_AUTHOR),)
    deed = done(
        event.record,
        event.repository,
        event.actor,
        event.told,
        activity_id=event.own,
        kind=Kind.FOLLOW,
        **target,
    )
    return (deed,)


def _release(event: Event) -> Iterable[Outcome]:
    release = event.part("release")
    if event.payload.get("action") != "published" or release.get("draft") is True:
        return (event.record.ignored(IgnoredReason.NOT_ACTIVITY),)
    return said(
        event.record,
        event.repository,
        event.actor,
        event.told,
        f"{text_of(release.get('name'))}\n{text_of(release.get('body'))}",
        activity_id=f"{event.repository}/release-{text_of(release.get('id')) or event.own}",
        kind=Kind.POST,
    )


def _of_repository(event: Event, kind: Kind, **values: object) -> Outcome:
    return done(
        event.record,
        event.repository,
        event.actor,
        event.told,
        activity_id=f"{event.repository}/{event.own}",
        kind=kind,
        object_id=event.repository or None,
        **values,
    )


_TELLERS: dict[str, Tell] = {
    "PushEvent": _push,
    "IssuesEvent": issue,
    "PullRequestEvent": pull,
    "DiscussionEvent": discussion,
    "IssueCommentEvent": comment,
    "DiscussionCommentEvent": discussed,
    "PullRequestReviewEvent": review,
    "PullRequestReviewCommentEvent": remark,
    "CommitCommentEvent": commit_comment,
    "WatchEvent": _star,
    "GollumEvent": _wiki,
    "MemberEvent": _member,
    "FollowEvent": _follow,
    "ReleaseEvent": _release,
}
"""What is a deed; all else (branches, forks, labels) is not."""

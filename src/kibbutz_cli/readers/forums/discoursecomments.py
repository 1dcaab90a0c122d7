"""Comments below a post of a Discourse forum, in topics whose posts are voted on."""

from collections.abc import Iterator

from kibbutz_cli.model.activity import Activity, IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.forums.discourseposts import (
    Post,
    activity,
    is_program,
    left_out,
    moment_of,
    named_in,
    person,
    said,
    untimed,
)
from kibbutz_cli.readers.parsing.jsonvalues import Fields, text_of
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.records import mentions

_NOT_FOR_ALL = frozenset({IgnoredReason.PRIVATE, IgnoredReason.DRAFT, IgnoredReason.DELETED})
"""Why a post is left out with all that stands below it."""


def commented(comment: Fields, post: Post) -> Iterator[Outcome]:
    """Yield a comment, an answer to the post that it stands below, and the mentions in it."""
    above = left_out(post)
    reason = above if above in _NOT_FOR_ALL else _left_out(comment)
    number = text_of(comment.get("id"))
    if reason:
        yield post.record.ignored(reason)
    elif not number or not post.number or not post.thread:
        yield post.record.rejected(
            RejectionCode.NO_ID, "comments: expected an id, and the numbers of the post above"
        )
    elif (moment := moment_of(comment)) is None:
        yield untimed(post.record)
    else:
        username, whose = text_of(comment.get("username")), text_of(post.fields.get("username"))
        text, words, quotes = said(comment)
        deed = activity(
            post.record,
            activity_id=f"{post.named(post.number)}#comment-{number}",
            community=post.forum,
            actor=person(post.forum, username),
            actor_name=username,
            kind=Kind.REPLY,
            object_id=post.named(post.number),
            target=None if above else person(post.forum, whose),
            target_name=None if above else whose,
            thread_id=post.named("1"),
            ts_us=moment[0],
            clock=moment[1],
            text_len=len(text),
            text_print=print_of(text),
        )
        yield deed
        if type(deed) is Activity:
            yield from mentions(deed, named_in(quotes, words, post.forum))


def _left_out(comment: Fields) -> IgnoredReason | None:
    if is_program(comment.get("user_id")):
        return IgnoredReason.BOT
    if comment.get("deleted_at"):
        return IgnoredReason.DELETED
    return None if text_of(comment.get("username")) else IgnoredReason.NO_AUTHOR

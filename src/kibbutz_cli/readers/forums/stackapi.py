"""What the API of a Stack Exchange site answers, told as the rows of the site's dump."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from datetime import timedelta
from typing import TypeAlias

from kibbutz_cli.model.activity import EPOCH, IgnoredReason, Outcome, RejectionCode
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.forums.stackposts import Post
from kibbutz_cli.readers.forums.stacksite import (
    ANSWER,
    COMMENTS,
    POSTS,
    PROGRAM,
    QUESTION,
    USERS,
    Site,
    in_order,
)
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.markup import plain, unescaped
from kibbutz_cli.readers.parsing.times import epoch, iso
from kibbutz_cli.readers.records import Record

Columns: TypeAlias = dict[str, str]
"""The values of a row by the names of the dump's columns."""

PAGE_FIELDS = fields("items has_more quota_max quota_remaining backoff page page_size total type")
POST_FIELDS = fields(
    """
    question_id answer_id article_id article_type post_id post_type post_state
    owner last_editor creation_date last_activity_date last_edit_date title body body_markdown
    link share_link tags score view_count answer_count comment_count
    answers comments content_license is_answered is_accepted accepted accepted_answer_id
    closed_date closed_reason closed_details protected_date locked_date community_owned_date notice
    migrated_from migrated_to bounty_amount bounty_closes_date bounty_user awarded_bounty_amount
    awarded_bounty_users collectives posted_by_collectives recommendations
    up_vote_count down_vote_count close_vote_count reopen_vote_count delete_vote_count favorite_count
    upvoted downvoted favorited can_answer can_close can_comment can_edit can_flag can_suggest_edit
    is_deleted is_obsolete mentioned_users mentioned_user_groups
    """
)
COMMENT_FIELDS = fields(
    """
    comment_id post_id post_type owner reply_to_user creation_date edited score body body_markdown link
    content_license upvoted can_flag
    """
)
USER_FIELDS = fields(
    """
    user_id account_id user_type display_name reputation profile_image link accept_rate badge_counts
    is_employee creation_date last_modified_date last_access_date timed_penalty_date location website_url
    about_me age view_count question_count answer_count up_vote_count down_vote_count collectives
    reputation_change_day reputation_change_week reputation_change_month reputation_change_quarter
    reputation_change_year
    """
)
"""The fields of what the API answers since version 2.0, with all that a filter and so4t_data_export add."""

COMMENT, POST, USER = "comment", "post", "user"

_POSTED = frozenset({"question_id", "answer_id", "article_id"})
_ITEMS = (*({mark, "owner"} for mark in (*_POSTED, "comment_id")), {"post_type", "post_id"})
"""What marks an item, beside the time of its creation."""

_ABOUT_POSTS = fields("timeline_type event_type revision_guid suggested_edit_id reputation_change")
"""What marks an item that names a post and is none: a line of a timeline, a revision, a vote."""


class Answers:
    """The answers of one site's API; all are learnt from before any is told, for the newest stand first."""

    def __init__(self, site: Site, budget: Budget) -> None:
        self._site = site
        self._budget = budget
        self._accepted: set[str] = set()
        self._comments: dict[tuple[str, str], list[tuple[int, str]]] = {}

    def learn(self, item: Fields) -> None:
        """Learn how people are called, who wrote what, and which answers are accepted."""
        for each in _inside(item):
            for user in people(each):
                if name := _name(user):
                    self._site.meet(USERS.row({"Id": text_of(user.get("user_id")), "DisplayName": name}))
            if _what(each) == POST:
                row = _post(each)
                asked = row["Id"] if row["PostTypeId"] == QUESTION else row["ParentId"]
                writer = "" if row["OwnerUserId"] == PROGRAM else row["OwnerUserId"]
                self._site.learn(row["Id"], Post(writer, asked, _time(each)))
            elif _what(each) == COMMENT and (row := _comment(each))["CreationDate"]:
                insort(self._comments.setdefault((row["PostId"], row["UserId"]), []), in_order(row["Id"]))
            if accepted := text_of(each.get("accepted_answer_id")):
                self._accepted.add(accepted)

    def outcomes(self, item: Fields, record: Record) -> Iterator[Outcome]:
        """Yield what an item comes to, and the answers and comments inside it."""
        for each in _inside(item):
            self._budget.record()
            match _what(each):
                case "post":
                    yield from self._posted(each, record)
                case "comment":
                    yield self._commented(each, record)
                case "user":
                    self._budget.expects(USER_FIELDS, each)
                    yield record.ignored(IgnoredReason.NOT_ACTIVITY)
                case _:
                    yield record.ignored(IgnoredReason.NOT_ACTIVITY)

    def _posted(self, item: Fields, record: Record) -> Iterator[Outcome]:
        """Yield a post, and beside an accepted answer the acceptance."""
        self._budget.expects(POST_FIELDS, item)
        self._expect_people(item)
        row = _post(item)
        if not row["CreationDate"]:
            yield _untimed(record)
            return
        if item.get("is_deleted") is True:
            yield record.ignored(IgnoredReason.DELETED)
            return
        yield self._site.post(POSTS.row(row), record)
        if row["PostTypeId"] == ANSWER and (item.get("is_accepted") is True or row["Id"] in self._accepted):
            self._budget.record()
            yield self._site.accepted(row["Id"], record)

    def _commented(self, item: Fields, record: Record) -> Outcome:
        self._budget.expects(COMMENT_FIELDS, item)
        self._expect_people(item)
        row = _comment(item)
        if not row["CreationDate"]:
            return _untimed(record)
        named = text_of(fields_of(item.get("reply_to_user")).get("user_id"))
        return self._site.comment(COMMENTS.row(row), record, named, self._before(row, named))

    def _before(self, row: Columns, user: str) -> str:
        """Return the last comment of a user on the same post before a comment; empty for none."""
        theirs = self._comments.get((row["PostId"], user), [])
        at = bisect_left(theirs, in_order(row["Id"]))
        return theirs[at - 1][1] if at else ""

    def _expect_people(self, item: Fields) -> None:
        for name in ("owner", "reply_to_user", "last_editor"):
            self._budget.expects(USER_FIELDS, fields_of(item.get(name)), name)


def is_ours(record: Fields) -> bool:
    """Return whether a first record is a page of the API, or an item of one."""
    listed = record.get("items")
    if type(listed) is list:
        return _is_item(fields_of(listed[0])) if listed else {"has_more", "quota_max"} <= record.keys()
    return _is_item(record)


def items(value: object) -> list[object] | None:
    """Return the items of a page, or a bare item alone; none where it is neither."""
    record = fields_of(value)
    listed = record.get("items")
    if type(listed) is list:
        return listed
    return [record] if _what(record) or _is_item(record) else None


def people(item: Fields) -> Iterator[Fields]:
    """Yield the users whom an item names: itself, who wrote it, and whom a comment answers."""
    yield item if _what(item) == USER else fields_of(item.get("owner"))
    if "reply_to_user" in item:
        yield fields_of(item["reply_to_user"])


def _is_item(item: Fields) -> bool:
    names = item.keys()
    if {"user_id", "account_id", "display_name", "badge_counts"} <= names:
        return True
    return "creation_date" in names and any(mark <= names for mark in _ITEMS)


def _what(item: Fields) -> str:
    """Return what an item is; empty for what is no deed: a badge, a line of a timeline, an edit of a post."""
    if not _ABOUT_POSTS.isdisjoint(item):
        return ""
    if "comment_id" in item:
        return COMMENT
    if not _POSTED.isdisjoint(item) or ("post_id" in item and "post_type" in item):
        return POST
    return USER if "user_id" in item and "display_name" in item else ""


def _inside(item: Fields) -> Iterator[Fields]:
    """Yield an item, the comments on it and the answers to it with theirs, as a filter may ask for them."""
    yield item
    for name in ("comments", "answers"):
        for inner in list_of(item.get(name)):
            yield from _inside(fields_of(inner))


def _post(item: Fields) -> Columns:
    answer, post_type = text_of(item.get("answer_id")), item.get("post_type")
    asked = "" if answer or post_type == "answer" else text_of(item.get("question_id"))
    # An article opens a thread as a question does.
    article = text_of(item.get("article_id"))
    is_question = bool(asked or article) or post_type in ("question", "article")
    return {
        **_written(item),
        "Id": answer or asked or article or text_of(item.get("post_id")),
        "PostTypeId": QUESTION if is_question else ANSWER,
        "ParentId": "" if is_question else text_of(item.get("question_id")),
        "Body": text_of(item.get("body")) or text_of(item.get("body_markdown")),
        "AnswerCount": text_of(item.get("answer_count")),
        "ViewCount": text_of(item.get("view_count")),
    }


def _comment(item: Fields) -> Columns:
    text = plain(text_of(item.get("body"))) or unescaped(text_of(item.get("body_markdown")))
    return {
        **_written(item),
        "Id": text_of(item.get("comment_id")),
        "PostId": text_of(item.get("post_id")),
        "Text": text,
    }


def _written(item: Fields) -> Columns:
    """Return what rows of posts and comments have in common; without a sound time, none."""
    user = text_of(fields_of(item.get("owner")).get("user_id"))
    ts_us = _time(item)
    return {
        "CreationDate": "" if ts_us is None else (EPOCH + timedelta(microseconds=ts_us)).isoformat(),
        "OwnerUserId": user,
        "UserId": user,
        "Score": text_of(item.get("score")),
    }


def _time(item: Fields) -> int | None:
    told = item.get("creation_date")
    try:
        # so4t_data_export gives questions the time of version 3.
        return (iso(told) if type(told) is str and "T" in told else epoch(told))[0]
    except ValueError:
        return None


def _name(user: Fields) -> str:
    """Return how a user is called; the API escapes names as for HTML."""
    return unescaped(text_of(user.get("display_name")))


def _untimed(record: Record) -> Outcome:
    return record.rejected(RejectionCode.BAD_TIME, "creation_date: expected seconds since 1970")

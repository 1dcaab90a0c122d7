"""What a post of a Discourse forum is, whom it answers, quotes and mentions, and who accepted it."""

from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import (
    Activity,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.forums.discoursequotes import Quote, entered, mentioned, parted
from kibbutz_cli.readers.identity import links_in, pictured
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import own_markdown
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

PLATFORM = "discourse"

REGULAR, MODERATOR_ACTION, SMALL_ACTION, WHISPER = 1, 2, 3, 4
LIKE = 2
"""What a like is called among the actions on a post."""

LIKED, WAS_LIKED = 1, 2
"""What a like is called in the activity of its giver, and of its receiver."""

GIVEN_LEVEL = 4
"""The only level of trust that nobody reaches by themselves."""

MESSAGE = "private_message"

ACCEPTED = "accepted_answers"
"""What a topic of newer forums says of its accepted answers, which may be several: here by their numbers."""

WRITERS = "writers"
"""What is put beside what a topic says: the usernames of its posts that are at hand, by their numbers."""

SEARCHED = "blurb"
"""What only a post that was searched for has: the words around those that were found."""

PROGRAMS = ("system", "discobot")
"""The forum's own users, where their numbers are not told."""

# What forums wrote in English before 2015, in the colour of staff and without a code of what was done.
_FORUMS_WORDS = pattern(
    r"This topic (?:is now \w+(?: globally)?\. (?:It (?:is|will)|New replies are)"
    r"|was automatically (?:closed|opened)) "
)


class Post(NamedTuple):
    """A post, what its topic says, the forum it is in, where it stands, and whether it is for some alone."""

    fields: Fields
    topic: Fields
    forum: str
    record: Record
    restricted: bool = False

    @property
    def number(self) -> str:
        """Return the post's number in its topic."""
        return text_of(self.fields.get("post_number"))

    @property
    def thread(self) -> str:
        """Return the topic's number."""
        return text_of(self.topic.get("id")) or text_of(self.fields.get("topic_id"))

    def named(self, number: str) -> str:
        """Return the id of a post of the same topic."""
        return post_id(self.forum, self.thread, number)


def posted(post: Post, budget: Budget) -> Iterator[Outcome]:
    """Yield a post, the mentions in it, and its acceptance."""
    if reason := left_out(post):
        yield post.record.ignored(reason)
    elif not post.number or not post.thread:
        yield post.record.rejected(
            RejectionCode.NO_ID, "topic_id, post_number: expected the numbers of a post"
        )
    elif (moment := moment_of(post.fields)) is None:
        yield untimed(post.record)
    else:
        text, words, quotes = said(post.fields)
        deed = _written(post, _titled(post, text), quotes, moment)
        yield deed
        if type(deed) is Activity:
            yield from mentions(deed, named_in(quotes, words, post.forum))
            if (acceptance := _acceptance(post)) is not None:
                budget.record()
                yield _accepted(deed, post, acceptance)


def liked(action: Fields, topic: Fields, forum: str, record: Record) -> Outcome:
    """Return a like of a user's activity; all else there is a post, which is told elsewhere."""
    giver, whose = text_of(action.get("acting_username")), _member(text_of(action.get("username")))
    thread, number = text_of(action.get("topic_id")), text_of(action.get("post_number"))
    if reason := _like_left_out(action, topic):
        return record.ignored(reason)
    if not thread or not number:
        return record.rejected(RejectionCode.NO_ID, "topic_id, post_number: expected the numbers of a post")
    moment = moment_of(action)
    if moment is None:
        return untimed(record)
    object_id = post_id(forum, thread, number)
    return activity(
        record,
        activity_id=f"{object_id}#like-{giver.lower()}",
        community=forum,
        actor=person(forum, giver),
        actor_name=giver,
        kind=Kind.LIKE,
        object_id=object_id,
        target=person(forum, whose) if whose else None,
        target_name=whose or None,
        thread_id=post_id(forum, thread, "1"),
        ts_us=moment[0],
        clock=moment[1],
    )


def accounts(user: Fields, forum: str) -> Iterator[Account | None]:
    """Yield what an object declares, if it names a member: the page, where the forum's host is known."""
    if username := text_of(user.get("username")):
        actor = person(forum, username)
        page = f"https://{forum}/u/{username.lower()}" if "." in forum else ""
        yield Account(actor, pages=links_in([page]))
        yield pictured(actor, text_of(user.get("avatar_template")))


def named_in(quotes: list[Quote], words: str, forum: str) -> dict[str, str]:
    """Return the members a post quotes and mentions, each with the name to show."""
    names = map(_member, [quote.username for quote in quotes] + mentioned(words))
    return {person(forum, name): name for name in names if name}


def person(forum: str, username: str) -> str:
    """Return the id of a member; a forum does not tell usernames apart by their case."""
    return f"{PLATFORM}:{username.lower()}@{forum}"


def post_id(forum: str, thread: str, number: str) -> str:
    """Return the id of a post."""
    return f"{forum}/t/{thread}/{number}"


def left_out(post: Post) -> IgnoredReason | None:
    """Return why a post is not read, if it is not."""
    fields, kind = post.fields, post.fields.get("post_type", REGULAR)
    if (
        post.restricted
        or kind == WHISPER
        or MESSAGE in (post.topic.get("archetype"), fields.get("archetype"))
    ):
        return IgnoredReason.PRIVATE
    if post.topic.get("is_shared_draft") is True:
        return IgnoredReason.DRAFT
    if kind == SMALL_ACTION or (kind == MODERATOR_ACTION and not _is_own(fields)):
        return IgnoredReason.SERVICE
    found = SEARCHED in fields and text_of(fields.get("username")) in PROGRAMS
    if found or is_program(fields.get("user_id")):
        return IgnoredReason.BOT
    if fields.get("deleted_at") or fields.get("user_deleted") is True or post.topic.get("deleted_at"):
        return IgnoredReason.DELETED
    return None if text_of(fields.get("username")) else IgnoredReason.NO_AUTHOR


def is_program(user: object) -> bool:
    """Return whether a number is of one of the forum's own users."""
    return type(user) is int and user < 0


def activity(record: Record, **values: object) -> Outcome:
    """Return the activity of a record, or why its values are none."""
    values |= {"platform": PLATFORM, "origin": record.origin, "position": record.position}
    return record.outcome(values)


def untimed(record: Record) -> Outcome:
    """Return a record whose time is none as set aside."""
    return record.rejected(RejectionCode.BAD_TIME, "created_at: expected an ISO 8601 time")


def moment_of(fields: Fields) -> Moment | None:
    """Return when something was written; none if it is no time."""
    told = fields.get("created_at")
    try:
        return iso(told) if type(told) is str else None
    except ValueError:
        return None


def said(fields: Fields) -> tuple[str, str, list[Quote]]:
    """Return a member's own text, its HTML and the quotes: as they are shown, else as they were entered."""
    shown = "" if fields.get("cooked_hidden") is True else text_of(fields.get("cooked"))
    if shown:
        words, quotes = parted(shown)
        return plain(words), words, quotes
    words, quotes = entered(text_of(fields.get("raw")))
    return own_markdown(words), "", quotes


def _written(post: Post, text: str, quotes: list[Quote], moment: Moment) -> Outcome:
    fields, username = post.fields, text_of(post.fields.get("username"))
    opens = post.number == "1"
    answered, whose = ("", "") if opens else _answered(post, quotes)
    return activity(
        post.record,
        activity_id=post.named(post.number),
        community=post.forum,
        actor=person(post.forum, username),
        actor_name=username,
        kind=Kind.POST if opens else Kind.REPLY,
        object_id=post.named(answered) if answered else None,
        target=person(post.forum, whose) if whose else None,
        target_name=whose or None,
        thread_id=post.named("1"),
        ts_us=moment[0],
        clock=moment[1],
        text_len=len(text),
        text_print=print_of(text),
        like_count=_likes(fields),
        reply_count=counts.whole(fields.get("reply_count")),
        view_count=counts.whole(post.topic.get("views")) if opens else None,
        role=_role(fields),
        visibility=_visibility(post),
    )


def _visibility(post: Post) -> str:
    if post.fields.get("hidden") is True:
        return "removed"
    return "unlisted" if post.topic.get("visible") is False else "public"


def _answered(post: Post, quotes: list[Quote]) -> tuple[str, str]:
    """Return the number of the post that one answers, and whose it is, where told.

    It is the one it says, else the first it quotes, else the topic's first. A search does not tell.
    Whose it is, a forum leaves out where the post quotes it.
    """
    if SEARCHED in post.fields:
        return "", ""
    told = text_of(post.fields.get("reply_to_post_number"))
    others = [
        quote
        for quote in quotes
        if quote.number and quote.number != post.number and quote.topic in ("", post.thread)
    ]
    number = told or next((quote.number for quote in others), "1")
    named = text_of(fields_of(post.fields.get("reply_to_user")).get("username")) if told else ""
    quoted = next((quote.username for quote in others if quote.number == number), "")
    return number, _member(named or quoted or _writer(post.topic, number))


def _writer(topic: Fields, number: str) -> str:
    """Return whose a post of a topic is, where that is at hand."""
    if found := text_of(fields_of(topic.get(WRITERS)).get(number)):
        return found
    opener = fields_of(fields_of(topic.get("details")).get("created_by")) if number == "1" else {}
    return "" if is_program(opener.get("id")) else text_of(opener.get("username"))


def _member(username: str) -> str:
    """Return the username of a member; of the forum's own users, to whom nothing is done, none."""
    return "" if username in PROGRAMS else username


def _accepted(answer: Activity, post: Post, acceptance: Fields) -> Outcome:
    """Return the acceptance of an answer, by whom the forum names, else by who asked."""
    asker = fields_of(fields_of(post.topic.get("details")).get("created_by"))
    named = text_of(acceptance.get("accepter_username"))
    who = {"username": named} if named else fields_of(acceptance.get("accepter")) or asker
    by = text_of(who.get("username"))
    if not by:
        return post.record.ignored(IgnoredReason.NO_AUTHOR)
    if is_program(who.get("id")) or by in PROGRAMS:
        return post.record.ignored(IgnoredReason.BOT)
    return activity(
        post.record,
        activity_id=f"{answer.activity_id}#accept",
        community=post.forum,
        actor=person(post.forum, by),
        actor_name=by,
        kind=Kind.ACCEPT,
        object_id=answer.activity_id,
        target=answer.actor,
        target_name=answer.actor_name,
        thread_id=answer.thread_id,
        ts_us=answer.ts_us,
        clock=answer.clock,
    )


def _like_left_out(action: Fields, topic: Fields) -> IgnoredReason | None:
    """Return why something of a user's activity is no like that is read, if it is none."""
    if action.get("action_type") not in (LIKED, WAS_LIKED) or action.get("deleted") is True:
        return IgnoredReason.NOT_ACTIVITY
    if action.get("post_type") == WHISPER or topic.get("archetype") == MESSAGE:
        return IgnoredReason.PRIVATE
    if topic.get("deleted_at"):
        return IgnoredReason.DELETED
    if is_program(action.get("acting_user_id")):
        return IgnoredReason.BOT
    return None if text_of(action.get("acting_username")) else IgnoredReason.NO_AUTHOR


def _is_own(fields: Fields) -> bool:
    """Return whether staff wrote a post in their colour, and not the forum in their name."""
    told = next(filter(str.strip, (text_of(fields.get(key)) for key in ("cooked", "raw", SEARCHED))), "")
    return bool(told) and not fields.get("action_code") and not _FORUMS_WORDS.match(plain(told))


def _acceptance(post: Post) -> Fields | None:
    """Return what the topic says of the acceptance of a post; it is empty where only the post tells of it."""
    told = fields_of(post.topic.get("accepted_answer"))
    if text_of(told.get("post_number")) == post.number:
        return told
    told = fields_of(fields_of(post.topic.get(ACCEPTED)).get(post.number))
    return told if told or post.fields.get("accepted_answer") is True else None


def _titled(post: Post, text: str) -> str:
    """Return a post's own words, the topic's title before the first."""
    title = text_of(post.topic.get("title")) if post.number == "1" else ""
    return f"{title}\n{text}".strip()


def _likes(fields: Fields) -> int | None:
    """Return how many likes a post has, givers unknown; those without any do not list it."""
    actions = fields.get("actions_summary")
    if type(actions) is not list:
        return counts.whole(fields.get("like_count"))
    given = [
        counts.whole(action.get("count")) for action in map(fields_of, actions) if action.get("id") == LIKE
    ]
    return given[0] if given else 0


def _role(fields: Fields) -> str | None:
    if fields.get("admin") is True:
        return "admin"
    if fields.get("moderator") is True:
        return "moderator"
    return "leader" if fields.get("trust_level") == GIVEN_LEVEL else None

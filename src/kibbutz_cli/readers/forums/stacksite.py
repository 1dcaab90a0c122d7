"""What the rows of a Stack Exchange dump mean: posts, votes and comments, and the people they name."""

import re
import unicodedata
from typing import NamedTuple

from kibbutz_cli.model.activity import (
    DAY_US,
    Clock,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
)
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.forums.stackposts import Post, Posts
from kibbutz_cli.readers.forums.stackrows import Row, Table
from kibbutz_cli.readers.identity import public
from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

PLATFORM = "stackexchange"
PROGRAM = "-1"
"""The user as which the site itself acts."""

QUESTION, ANSWER = "1", "2"
POSTED = {QUESTION: Kind.POST, ANSWER: Kind.REPLY}
ACCEPTED, FAVOURITE, BOUNTY_OFFERED, BOUNTY_CLOSED = "1", "5", "8", "9"

DEEDS = {
    ACCEPTED: Kind.ACCEPT,
    FAVOURITE: Kind.LIKE,
    BOUNTY_OFFERED: Kind.LIKE,
    BOUNTY_CLOSED: Kind.ACCEPT,
}
"""The votes that somebody can be named for, and what they are."""

POSTS = Table(
    "posts",
    (
        "Id",
        "PostTypeId",
        "ParentId",
        "CreationDate",
        "Score",
        "ViewCount",
        "Body",
        "OwnerUserId",
        "AnswerCount",
    ),
    fields(
        """
    Id PostTypeId ParentId AcceptedAnswerId CreationDate DeletionDate Score ViewCount Body OwnerUserId
    OwnerDisplayName LastEditorUserId LastEditorDisplayName LastEditDate LastActivityDate Title Tags
    AnswerCount CommentCount FavoriteCount ClosedDate CommunityOwnedDate ContentLicense
    """
    ),
)
VOTES = Table(
    "votes",
    ("Id", "PostId", "VoteTypeId", "UserId", "CreationDate", "BountyAmount"),
    fields("Id PostId VoteTypeId UserId CreationDate BountyAmount"),
)
COMMENTS = Table(
    "comments",
    ("Id", "PostId", "UserId", "Text", "CreationDate", "Score"),
    fields("Id PostId Score Text CreationDate UserDisplayName UserId ContentLicense"),
)
USERS = Table(
    "users",
    ("Id", "DisplayName", "AccountId", "WebsiteUrl", "EmailHash", "ProfileImageUrl"),
    fields(
        """
    Id Reputation CreationDate DisplayName LastAccessDate WebsiteUrl Location AboutMe Views UpVotes DownVotes
    ProfileImageUrl EmailHash Age AccountId
    """
    ),
)
"""What is read of the rows, and all their fields in dumps since 2009."""

SMALLEST_BOUNTY = 50
"""Reputation; the least that can be offered."""

COMMENT = 2000
"""Characters of a comment in which names are looked for; the site allows 600."""

COMMENTERS = 200
"""Commenters of one post kept in mind, to find whom a comment names."""

COMMENTED = 100_000
"""Posts kept in mind at least with their commenters: comments come in the order of their writing."""

_ADDRESS = pattern(r"(?<![\w.])@(\w[^\s@]{2,})")
_WORD = pattern(r"[\w-]{3,}")
_BELOW = pattern(r"-\d{1,18}", re.ASCII)


_EXACT, _ASSUMED = Clock.EXACT, Clock.ZONE_ASSUMED
"""Each takes 0.1 us where it is asked of the class."""


class Person(NamedTuple):
    """Somebody the site knows: id, name to show, and the name as comments write it after an ``@``."""

    actor: str
    name: str | None
    handle: str


class Site:
    """One site: what its rows are, in the order users, posts, votes, comments."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._people: dict[str, Person] = {}
        self._posts = Posts()
        self._offers: dict[str, Person] = {}
        self._commenters: dict[str, dict[Person, str]] = {}
        self._commenters_before: dict[str, dict[Person, str]] = {}

    def actor(self, user: str) -> str:
        """Return the id of a user by number."""
        return f"{PLATFORM}:{user}@{self._name}"

    def meet(self, row: Row) -> None:
        """Learn how a user is called."""
        number, name = row[:2]
        if number:
            self._people[number] = self._new_person(number, name.strip())

    def learn(self, number: str, post: Post) -> None:
        """Learn of a post before its row is told."""
        self._posts.learn(number, post)

    def post(self, row: Row, record: Record) -> Outcome:
        """Return what a row of Posts.xml is: a question opens a thread, an answer is a reply in it."""
        number, kind, parent, told, score, views, body, user, answers = row
        if kind not in POSTED:
            return record.ignored(IgnoredReason.NOT_ACTIVITY)
        if not number:
            return record.rejected(RejectionCode.NO_ID, "Id: expected the number of the post")
        moment = _moment(told)
        if moment is None:
            return _untimed(told, record)
        question = number if kind == QUESTION else parent
        owner = self._person(user)
        self._posts.learn(number, Post(user if owner else "", question, moment[0]))
        if owner is None:
            return _nobody(user, record)
        asked = self._posts.get(question) if kind == ANSWER else None
        text = plain(body)
        return self._activity(
            record,
            owner,
            moment,
            self._owner(asked),
            activity_id=self._post_id(number),
            kind=POSTED[kind],
            object_id=self._post_id(parent) if kind == ANSWER and parent else None,
            thread_id=self._post_id(question or number),
            text_len=len(text),
            text_print=print_of(text),
            like_count=_count(score),
            reply_count=_count(answers),
            view_count=_count(views),
        )

    def vote(self, row: Row, record: Record) -> Outcome:
        """Return what a row of Votes.xml is; only acceptances, favourites and bounties name somebody."""
        number, voted, kind, user, told, amount = row
        if kind not in DEEDS:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        post = self._posts.get(voted)
        giver = self._giver(kind, voted, user)
        value = _bounties(amount, voted, post) if kind == BOUNTY_CLOSED else None
        if value == 0:
            return record.ignored(IgnoredReason.NOT_ACTIVITY)
        if giver is None:
            return _nobody(user, record)
        if not number or not voted:
            return record.rejected(RejectionCode.NO_ID, "Id, PostId: expected the numbers of vote and post")
        moment = _moment(told)
        if moment is None:
            return _untimed(told, record)
        return self._activity(
            record,
            giver,
            _after(post, moment),
            self._owner(post),
            activity_id=self._acceptance(voted) if kind == ACCEPTED else f"{self._name}/vote-{number}",
            kind=DEEDS[kind],
            object_id=self._post_id(voted),
            thread_id=self._post_id(post.question if post and post.question else voted),
            value=value,
            currency="bounty" if value else None,
        )

    def accepted(self, number: str, record: Record) -> Outcome:
        """Return the acceptance of an answer that was learnt of, of which no vote is told."""
        answer = self._posts.get(number)
        giver = self._giver(ACCEPTED, number, "")
        if answer is None or giver is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        return self._activity(
            record,
            giver,
            (answer.ts_us, _EXACT),
            self._owner(answer),
            activity_id=self._acceptance(number),
            kind=Kind.ACCEPT,
            object_id=self._post_id(number),
            thread_id=self._post_id(answer.question or number),
        )

    def comment(self, row: Row, record: Record, named: str = "", answered: str = "") -> Outcome:
        """Return what a row of Comments.xml is: a reply to a post, or to what somebody it names commented.

        Args:
            row: The row.
            record: Where it stands.
            named: The number of the user whom it names, where that is told.
            answered: The number of the last comment of that user before, if there is one.
        """
        number, below, user, text, told, score = row
        if not number or not below:
            return record.rejected(
                RejectionCode.NO_ID, "Id, PostId: expected the numbers of comment and post"
            )
        writer = self._person(user)
        if writer is None:
            return _nobody(user, record)
        moment = _moment(told)
        if moment is None:
            return _untimed(told, record)
        post = self._posts.get(below)
        owner = self._owner(post)
        to, last = self._addressed(row, writer, owner)
        if known := self._person(named):
            to, last = known, answered
        return self._activity(
            record,
            writer,
            moment,
            to,
            activity_id=self._comment_id(number),
            kind=Kind.REPLY,
            object_id=self._comment_id(last) if last and to != owner else self._post_id(below),
            thread_id=self._post_id(post.question if post and post.question else below),
            text_len=len(text if text.isascii() else unicodedata.normalize("NFC", text)),
            text_print=print_of(text),
            like_count=_count(score),
        )

    def _addressed(self, row: Row, writer: Person, owner: Person | None) -> tuple[Person | None, str]:
        """Return whom a comment is towards, and what they last commented; keep in mind who wrote it."""
        number, below, _, text, _, _ = row
        before = self._commented(below)
        named = None
        if "@" in text:
            others = {person for person in (*before, owner) if person and person != writer}
            named = next(
                (found for word in _ADDRESS.findall(text, 0, COMMENT) if (found := _match(word, others))),
                None,
            )
        last = before.get(named, "") if named else ""
        before.pop(writer, None)
        before[writer] = number
        if len(before) > COMMENTERS:
            del before[next(iter(before))]
        # The API has the newest first: what is larger was written later.
        return named or owner, last if in_order(last) < in_order(number) else ""

    def _commented(self, below: str) -> dict[Person, str]:
        """Return who commented on a post, and the last of each, as far as it is in mind."""
        found = self._commenters.get(below)
        if found is None:
            if len(self._commenters) >= COMMENTED:
                self._commenters_before, self._commenters = self._commenters, {}
            found = self._commenters[below] = self._commenters_before.get(below, {})
        return found

    def _owner(self, post: Post | None) -> Person | None:
        return self._people.get(post.owner) if post else None

    def _giver(self, kind: str, voted: str, user: str) -> Person | None:
        """Return who gave a vote; acceptances and awards do not name the giver, but the question does."""
        post = self._posts.get(voted)
        question = post.question if post else voted
        if kind == ACCEPTED:
            asked = self._posts.get(question)
            return self._owner(asked)
        if kind == BOUNTY_CLOSED:
            return self._offers.pop(question, None)
        giver = self._person(user)
        if kind == BOUNTY_OFFERED and giver:
            self._offers[voted] = giver
        return giver

    def _person(self, user: str) -> Person | None:
        if not user or user == PROGRAM:
            return None
        return self._people.get(user) or self._people.setdefault(user, self._new_person(user, ""))

    def _new_person(self, user: str, name: str) -> Person:
        return Person(self.actor(user), public(name), _handle(name))

    def _post_id(self, number: str) -> str:
        return f"{self._name}/post-{number}"

    def _comment_id(self, number: str) -> str:
        return f"{self._name}/comment-{number}"

    def _acceptance(self, number: str) -> str:
        """Return the id of an acceptance, of which the API tells no vote."""
        return f"{self._post_id(number)}#accept"

    def _activity(
        self, record: Record, by: Person, moment: Moment, to: Person | None, **values: object
    ) -> Outcome:
        values["platform"], values["community"] = PLATFORM, self._name
        values["actor"], values["actor_name"], _ = by
        if to:
            values["target"], values["target_name"], _ = to
        values["ts_us"], values["clock"] = moment
        values["origin"], values["position"], _ = record
        return record.outcome(values)


def in_order(number: str) -> tuple[int, str]:
    """Return what puts the numbers of comments in the order of their writing."""
    return len(number), number


def _nobody(user: str, record: Record) -> Outcome:
    """Return the row as left out: the account was deleted, or is the site's own program."""
    return record.ignored(IgnoredReason.BOT if user == PROGRAM else IgnoredReason.NO_AUTHOR)


def _untimed(told: str, record: Record) -> Outcome:
    return record.rejected(RejectionCode.BAD_TIME, f"CreationDate: {told[:60]!r}: expected an ISO 8601 time")


def _moment(told: str) -> Moment | None:
    """Return when a row was written; the dumps are in UTC and do not say so."""
    try:
        ts_us, clock = iso(told)
    except ValueError:
        return None
    return ts_us, _EXACT if clock is _ASSUMED else clock


def _after(post: Post | None, moment: Moment) -> Moment:
    """Return the earliest a vote can have been cast, of which only the day is told."""
    ts_us, clock = moment
    if post and post.ts_us is not None and ts_us is not None and ts_us <= post.ts_us < ts_us + DAY_US:
        return post.ts_us, clock
    return moment


def _bounties(amount: str, voted: str, post: Post | None) -> float:
    """Return what a bounty was worth; 0 if it went to no answer."""
    if post is None or post.question == voted:
        return 0
    return (_count(amount) or 0) / SMALLEST_BOUNTY


def _handle(name: str) -> str:
    return "".join(unicodedata.normalize("NFC", name).casefold().split())


def _match(word: str, others: set[Person]) -> Person | None:
    """Return the one person an address is the name of, or begins the name of."""
    written = _handle(word).rstrip(".,:;!?)('\"-")
    short = found[0] if (found := _WORD.match(written)) else written
    for wanted in dict.fromkeys((written, short)):
        exact = [person for person in others if person.handle == wanted]
        meant = exact or [person for person in others if len(wanted) > 2 and person.handle.startswith(wanted)]
        if len(meant) == 1:
            return meant[0]
    return None


def _count(text: str) -> int | None:
    """Return a count, 0 where it is negative, none where it is absent."""
    if len(text) <= 18 and text.isdecimal() and text.isascii():
        return int(text)
    return 0 if text and _BELOW.fullmatch(text) else None

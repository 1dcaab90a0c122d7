"""What the rows of a Ghost export mean: posts, comments and likes, and the people of the site."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from kibbutz_cli.model.activity import (
    Activity,
    Clock,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.blogs.ghostpeople import PLATFORM, People, Person, declared
from kibbutz_cli.readers.identity import mailed
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso, judged
from kibbutz_cli.readers.parsing.webaddress import host_of
from kibbutz_cli.readers.records import Record, beside

POSTS, COMMENTS, LIKES = "posts", "comments", "comment_likes"
TABLES = frozenset({POSTS, COMMENTS, LIKES})
USERS, MEMBERS = "users", "members"
PEOPLE = frozenset({POSTS, USERS, MEMBERS})
"""Where people are described: posts carry their authors with them where there is no table of users."""

STATUSES = {
    "": None,
    "published": None,
    "draft": IgnoredReason.DRAFT,
    "scheduled": IgnoredReason.DRAFT,
    "sent": IgnoredReason.PRIVATE,
    "hidden": IgnoredReason.HELD,
    "deleted": IgnoredReason.DELETED,
}
"""Why a post or comment is left out; ``sent`` is a newsletter that is on no page."""

READ, EDITED = ("html", "plaintext", "markdown"), ("lexical", "mobiledoc")
"""Where the words of a post are, as they are read, and as Ghost's editor keeps them."""

Visibility: TypeAlias = Literal["public", "unlisted"]

VISIBILITIES: dict[str, Visibility] = {"": "public", "public": "public", "members": "unlisted"}
"""Who may read a post: everybody, or everybody who signs up. All else is for those who pay."""


class Said(NamedTuple):
    """What a comment says of itself: its status, the post below which it stands, the member who wrote it."""

    status: str
    post: str
    member: str


class Standing(NamedTuple):
    """What is kept of a post or comment.

    Attributes:
        hidden: Why it is left out; none if it is not.
        by: Who wrote a comment.
        post: The post it is, or stands below.
        visibility: Who may read it.
    """

    hidden: IgnoredReason | None
    by: Person | None
    post: str
    visibility: Visibility


class Site:
    """One site: who is who, and what its rows are."""

    def __init__(self, fallback: str) -> None:
        self._people = People()
        self._people.site = fallback
        self._title = ""
        self._address = ""
        self._authors: dict[str, list[tuple[int, str]]] = {}
        self._met: list[Fields] = []
        self._posts: dict[str, Standing] = {}
        self._comments: dict[str, Said] = {}

    def meet(self, table: str, value: object) -> None:
        """Learn what a row tells of the site, its people and their posts."""
        row = inner(value)
        own = _own_id(row)
        match table:
            case "settings":
                self._set(row)
            case "posts_authors":
                order = row.get("sort_order")
                place = (order if type(order) is int else 0, text_of(row.get("author_id")))
                self._authors.setdefault(text_of(row.get("post_id")), []).append(place)
            case "posts":
                self._meet_post(own, row)
            case "comments":
                self._comments[own] = _said(row)
            case _:
                self._people.meet(table, own, row)

    def settle(self) -> None:
        """Give people and rows their ids, now that the site's name and everybody in it is known."""
        self._people.site = self._title or self._address or self._people.site
        for places in self._authors.values():
            places[:] = sorted(place for place in places if not self._people.is_installer(place[1]))
        for row in self._met:
            authors = self._writers_of(row)
            self._people.writers.update(authors)
            self._posts[_own_id(row)] = Standing(_hidden(row), None, _own_id(row), _visibility(row))
            self._authors.setdefault(_own_id(row), [(0, author) for author in authors])
        self._met.clear()

    def accounts(self, table: str, value: object) -> Iterator[Account | None]:
        """Yield what a row declares of people, now that the site's name is known."""
        row = inner(value)
        if table == MEMBERS:
            if member := self._people.member(_own_id(row)):
                yield mailed(member.actor, text_of(row.get("email")), text_of(row.get("name")))
            return
        for user in embedded(row) if table == POSTS else [row]:
            if own := _own_id(user):
                yield from declared(self._people.user(own).actor, user)

    def outcomes(self, table: str, value: object, record: Record) -> list[Outcome]:
        """Return what a row is, and the posts of a post's further authors beside it."""
        row = inner(value)
        if not row:
            return [record.rejected(RejectionCode.MALFORMED, f"{table}: expected an object with an id")]
        if table == POSTS:
            return self._post(row, record)
        said = _said(row) if table == COMMENTS else self._comments.get(text_of(row.get("comment_id")))
        standing = self._standing(said or Said("", "", ""))
        if standing.hidden:
            return [record.ignored(standing.hidden)]
        if table == COMMENTS:
            return [self._comment(row, standing, record)]
        return [self._like(row, standing, record)]

    def _post(self, row: Fields, record: Record) -> list[Outcome]:
        own = _own_id(row)
        if reason := _hidden(row):
            return [record.ignored(reason)]
        writers = [self._people.user(author) for author in self._writers_of(row)]
        if not writers:
            return [record.ignored(IgnoredReason.NO_AUTHOR)]
        text = plain(_first(row, READ))
        outcome = self._told(
            row,
            "published_at",
            writers[0],
            record,
            activity_id=self._id("post", own),
            kind=Kind.POST,
            thread_id=self._id("post", own),
            text_len=len(text),
            text_print=print_of(text),
            lang=text_of(row.get("locale")) or None,
            visibility=_visibility(row),
        )
        if not isinstance(outcome, Activity):
            return [outcome]
        return [outcome, *self._shared(outcome, writers[1:])]

    def _shared(self, post: Activity, writers: list[Person]) -> Iterator[Activity]:
        """Yield a post once more for each further author."""
        for writer in dict.fromkeys(writers):
            number = writer.actor.removeprefix(f"{PLATFORM}:").partition("@")[0]
            own = f"{post.activity_id}#author-{number}"
            name, role = writer.name, writer.role
            yield from beside(
                post, {"activity_id": own, "actor": writer.actor, "actor_name": name, "role": role}
            )

    def _comment(self, row: Fields, standing: Standing, record: Record) -> Outcome:
        if standing.by is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        answered = text_of(row.get("in_reply_to_id")) or text_of(row.get("parent_id"))
        towards = self._commenter(answered) if answered else self._writer(standing.post)
        text = own_words(text_of(row.get("html")))
        return self._told(
            row,
            "created_at",
            standing.by,
            record,
            activity_id=self._id("comment", _own_id(row)),
            kind=Kind.REPLY,
            object_id=(self._id("comment", answered) or self._id("post", standing.post)) or None,
            target=towards.actor if towards else None,
            target_name=towards.name if towards else None,
            thread_id=self._id("post", standing.post) or None,
            text_len=len(text),
            text_print=print_of(text),
            visibility=standing.visibility,
        )

    def _like(self, row: Fields, liked: Standing, record: Record) -> Outcome:
        giver = self._people.member(text_of(row.get("member_id")))
        if giver is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        return self._told(
            row,
            "created_at",
            giver,
            record,
            activity_id=self._id("like", _own_id(row)),
            kind=Kind.LIKE,
            object_id=self._id("comment", text_of(row.get("comment_id"))) or None,
            target=liked.by.actor if liked.by else None,
            target_name=liked.by.name if liked.by else None,
            thread_id=self._id("post", liked.post) or None,
            visibility=liked.visibility,
        )

    def _told(self, row: Fields, time: str, by: Person, record: Record, **values: object) -> Outcome:
        if not values["activity_id"]:
            return record.rejected(RejectionCode.NO_ID, "id: expected the id of the row")
        told = row.get(time) or row.get("created_at")
        try:
            moment = _moment(told)
        except ValueError:
            return record.rejected(RejectionCode.BAD_TIME, f"{time}: {str(told)[:60]!r}: expected a time")
        values |= {
            "platform": PLATFORM,
            "community": self._people.site,
            "actor": by.actor,
            "actor_name": by.name,
            "role": by.role,
            "ts_us": moment[0],
            "clock": moment[1],
            "origin": record.origin,
            "position": record.position,
        }
        return record.outcome(values)

    def _standing(self, said: Said) -> Standing:
        """Return what is to know of a comment: it is as public as its post."""
        post = self._posts.get(said.post)
        reason = (post.hidden if post else None) or STATUSES.get(said.status, IgnoredReason.HELD)
        by = self._people.member(said.member)
        return Standing(reason, by, said.post, post.visibility if post else "public")

    def _set(self, row: Fields) -> None:
        if row.get("key") == "title":
            self._title = text_of(row.get("value")).strip()

    def _meet_post(self, own: str, row: Fields) -> None:
        self._address = self._address or host_of(text_of(row.get("url")))
        for author in embedded(row):
            self._people.name(_own_id(author), text_of(author.get("name")))
        self._met.append(_kept(row) | {"id": own, "authors": embedded(row)})

    def _writers_of(self, row: Fields) -> list[str]:
        """Return the ids of a post's authors, the first of them first."""
        joined = [author for _, author in self._authors.get(_own_id(row), ()) if author]
        if joined:
            return joined
        named = [author for one in embedded(row) if (author := _own_id(one))]
        alone = text_of(row.get("author_id")) or text_of(row.get("author"))
        return [author for author in named or [alone] if author and not self._people.is_installer(author)]

    def _commenter(self, comment: str) -> Person | None:
        said = self._comments.get(comment)
        return self._people.member(said.member) if said else None

    def _writer(self, post: str) -> Person | None:
        authors = self._authors.get(post)
        return self._people.user(authors[0][1]) if authors else None

    def _id(self, what: str, number: str) -> str:
        return f"{self._people.site}/{what}-{number}" if number else ""


def inner(value: object) -> Fields:
    """Return a row; Ghost's migration tools write each as ``{"url", "data"}``."""
    row = fields_of(value)
    data = row.get("data")
    return {**data, "url": row.get("url")} if type(data) is dict and "id" not in row else row


def _own_id(row: Fields) -> str:
    return text_of(row.get("id")) or text_of(row.get("slug"))


def embedded(row: Fields) -> list[Fields]:
    """Return the authors a post carries itself, as the API and the migration tools write them."""
    listed = list_of(row.get("authors")) or [row.get("primary_author") or row.get("author")]
    return [fields for author in listed if (fields := inner(author))]


def is_for_editor(row: Fields) -> bool:
    """Return whether a post is kept for Ghost's editor alone: its words are not read."""
    return not _first(row, READ) and _first(row, EDITED) != ""


def _first(row: Fields, keys: tuple[str, ...]) -> str:
    return next(filter(None, (text_of(row.get(key)) for key in keys)), "")


def _said(row: Fields) -> Said:
    return Said(text_of(row.get("status")), text_of(row.get("post_id")), text_of(row.get("member_id")))


def _kept(row: Fields) -> Fields:
    """Return of a post what is kept until the whole file is known: no words."""
    keys = ("id", "slug", "status", "visibility", "author_id", "author")
    return {key: row[key] for key in keys if type(row.get(key)) in (str, int)}


def _hidden(row: Fields) -> IgnoredReason | None:
    reason = STATUSES.get(text_of(row.get("status")), IgnoredReason.HELD)
    return reason or (None if text_of(row.get("visibility")) in VISIBILITIES else IgnoredReason.PRIVATE)


def _visibility(row: Fields) -> Visibility:
    return VISIBILITIES.get(text_of(row.get("visibility")), "public")


def _moment(value: object) -> Moment:
    """Return a time: milliseconds in exports of old, else ISO 8601 in UTC, with or without saying so.

    Raises:
        ValueError: It is no time.
    """
    if value is None or value == "":
        return MISSING
    if type(value) is int:
        return judged(value * 1000, Clock.EXACT)
    if type(value) is not str:
        raise ValueError(f"no time: {value!r}")
    ts_us_or_none, clock = iso(value)
    return ts_us_or_none, Clock.EXACT if clock is Clock.ZONE_ASSUMED else clock

"""What the objects of the WordPress REST API mean, and the people of the site."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from kibbutz_cli.model.activity import (
    Activity,
    Clock,
    IgnoredReason,
    Kind,
    Origin,
    Outcome,
    RejectionCode,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.blogs.wxrblog import AUTHOR_ROLE, PLATFORM, Blog, named, slug
from kibbutz_cli.readers.blogs.wxrforums import ANSWERS, ATTACHMENT, INHERIT, NOT_PUBLIC, OF_MEMBERS, Places
from kibbutz_cli.readers.blogs.wxrpage import ACCESS, APPROVALS, CO_AUTHOR, COMMENT_KINDS, PAID, STATUSES
from kibbutz_cli.readers.blogs.wxrtypes import is_machinery
from kibbutz_cli.readers.identity import links_in, mailed, pictured
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, beside

Person: TypeAlias = tuple[str, str | None, str | None]
"""Id, name and role of who wrote something."""

POST, COMMENT, USER, OTHER = "post", "comment", "user", ""

ADMINISTRATOR = "administrator"

_API = pattern(r"https?://([^?#]*?)/?(?:index\.php)?(?:/wp-json/|/?\?rest_route=)")
_ADDRESS = pattern(r"https?://([^/?#\s]+)")


def what(item: Fields) -> str:
    """Return what an object is, known by the fields that only such a one has."""
    if "post" in item and ("author_name" in item or "author_avatar_urls" in item):
        return COMMENT
    if type(item.get("type")) is str and any(
        _rendered(item.get(key)) for key in ("title", "content", "guid")
    ):
        return POST
    if "avatar_urls" in item and "slug" in item and "name" in item:
        return USER
    return OTHER


def site_of(item: Fields) -> str:
    """Return host and path of the site an object is from, or nothing where it does not tell."""
    links = fields_of(item.get("_links")).get("self")
    address = text_of(fields_of(links[0]).get("href")) if type(links) is list and links else ""
    if found := _API.match(address[:1000]):
        host, slash, path = found[1].partition("/")
        return host.lower() + slash + path
    for told in (item.get("link"), fields_of(item.get("guid")).get("rendered")):
        if found := _ADDRESS.match(text_of(told)):
            return found[1].lower()
    return ""


def embedded(item: Fields) -> Iterator[Fields]:
    """Yield the comments that a post carries with it, as whole ones."""
    for page in list_of(fields_of(item.get("_embedded")).get("replies") if what(item) == POST else None):
        for comment in list_of(page):
            if fields := fields_of(comment):
                yield {"author_name": "", **fields, "post": item.get("id")}


class Term(NamedTuple):
    """An author a post is filed under: the name in addresses, the name to show, and whose term it is."""

    nicename: str
    name: str | None
    is_co_author: bool


class Site:
    """One site: who wrote what, and what its objects are."""

    def __init__(self, name: str, origin: Origin) -> None:
        self._name = name
        # Guests have the ids that WordPress exports give them.
        self._guests = Blog(name, origin)
        self._names: dict[str, str] = {}
        self._admins: set[str] = set()
        self._user_of_slug: dict[str, str] = {}
        self._writers: set[str] = set()
        self._wrote: dict[str, Person | str | None] = {}
        self._signed: dict[str, tuple[str, list[Term]]] = {}
        self._of_members: set[str] = set()
        self._hidden: dict[str, IgnoredReason] = {}
        self._places = Places()

    def meet(self, item: Fields) -> None:
        """Learn from an object who somebody is, or who wrote it."""
        match what(item):
            case "user":
                self._meet_user(item)
            case "post":
                self._meet_post(item)
                for comment in embedded(item):
                    self.meet(comment)
            case "comment":
                number = text_of(item.get("id"))
                if number:
                    self._wrote[f"comment-{number}"] = _user_of(item) or self._commenter(item)
            case _:
                pass

    def settle(self) -> None:
        """Tell who wrote the posts, now that all users are known."""
        for key, signed in self._signed.items():
            if people := [person for _, person in self._authors(*signed)]:
                self._wrote[key] = people[0]
                if key not in self._of_members:
                    self._writers.update(actor for actor, _, _ in people)
        self._signed.clear()

    def accounts(self, item: Fields) -> Iterator[Account | None]:
        """Yield what an object declares of people, once all objects are met."""
        match what(item):
            case "user":
                yield from self._profile(item)
            case "post":
                for user in authors(item):
                    yield from self._profile(user)
                for comment in embedded(item):
                    yield from self.accounts(comment)
            case "comment":
                if writer := self._commenter(item):
                    yield mailed(writer[0], text_of(item.get("author_email")), writer[1] or "")
                    yield pictured(writer[0], _picture(item.get("author_avatar_urls")))
                    yield Account(writer[0], links=links_in([item.get("author_url")]))
            case _:
                pass

    def _profile(self, user: Fields) -> Iterator[Account | None]:
        actor, name, _ = self._user(text_of(user.get("id")))
        links = links_in([user.get("url"), user.get("description")])
        yield Account(actor, pages=links_in([user.get("link")]), links=links)
        yield mailed(actor, text_of(user.get("email")), name or "")
        yield pictured(actor, _picture(user.get("avatar_urls")))

    def outcomes(self, value: object, record: Record) -> list[Outcome]:
        """Return what an object is, and the posts of a post's further authors beside it."""
        item = fields_of(value)
        if not item:
            return [record.rejected(RejectionCode.MALFORMED, "expected an object of the REST API")]
        match what(item):
            case "post":
                return self._post(item, record)
            case "comment":
                return [self._comment(item, record)]
            case _:
                return [record.ignored(IgnoredReason.NOT_ACTIVITY)]

    def _post(self, item: Fields, record: Record) -> list[Outcome]:
        number = text_of(item.get("id"))
        if reason := _hidden(item):
            return [record.ignored(reason)]
        people = self._authors(_user_of(item), list(_terms(item)))
        if not people:
            return [record.ignored(IgnoredReason.NO_AUTHOR)]
        outcome = self._told(
            item,
            people[0][1],
            record,
            activity_id=f"{self._name}/post-{number}" if number else "",
            kind=Kind.POST,
            thread_id=f"{self._name}/post-{number}",
            lang=text_of(item.get("lang")) or None,
        )
        return [outcome, *_shared(outcome, people[1:])] if isinstance(outcome, Activity) else [outcome]

    def _comment(self, item: Fields, record: Record) -> Outcome:
        post, kind = text_of(item.get("post")), COMMENT_KINDS.get(text_of(item.get("type")).lower())
        status = text_of(item.get("status")) or "approved"
        reason = (
            self._hidden.get(post) or self._places.reason(post) or APPROVALS.get(status, IgnoredReason.HELD)
        )
        if reason or kind is None:
            return record.ignored(reason or IgnoredReason.NOT_ACTIVITY)
        writer = self._commenter(item)
        if writer is None:
            return record.ignored(IgnoredReason.NO_AUTHOR)
        number, parent = text_of(item.get("id")), text_of(item.get("parent"))
        thread = f"{self._name}/post-{post}" if post not in ("", "0") else None
        answered = f"{self._name}/comment-{parent}" if parent not in ("", "0") else thread
        is_known = f"comment-{parent}" in self._wrote
        towards = self._written(f"comment-{parent}" if is_known else f"post-{post}")
        return self._told(
            item,
            writer,
            record,
            activity_id=f"{self._name}/comment-{number}" if number else "",
            kind=kind,
            object_id=answered,
            target=towards[0] if towards else None,
            target_name=towards[1] if towards else None,
            thread_id=thread,
        )

    def _told(self, item: Fields, by: Person, record: Record, **values: object) -> Outcome:
        if not values["activity_id"]:
            return record.rejected(RejectionCode.NO_ID, "id: expected the number of the post or comment")
        try:
            ts_us, clock = _moment(item)
        except ValueError as exc:
            return record.rejected(RejectionCode.BAD_TIME, f"date_gmt: {exc}")
        words = plain if values["kind"] is Kind.POST else own_words
        text = words(_rendered(item.get("content")))
        values |= {
            "platform": PLATFORM,
            "community": self._name,
            "actor": by[0],
            "actor_name": by[1],
            "role": by[2] or (AUTHOR_ROLE if by[0] in self._writers else None),
            "ts_us": ts_us,
            "clock": clock,
            "text_len": len(text),
            "text_print": print_of(text),
            "origin": record.origin,
            "position": record.position,
        }
        return record.outcome(values)

    def _authors(self, author: str, terms: list[Term]) -> list[tuple[str, Person]]:
        """Return the authors of a post, each behind the name in addresses that a term has.

        The first is who entered it, unless Co-Authors Plus names others alone.
        """
        signed = [(term.nicename, self._co_author(term)) for term in terms]
        is_signed = any(term.is_co_author for term in terms)
        entered = self._user(author)
        if not author and not is_signed:
            return []
        # Of a user whose name in addresses is not told no term can be known.
        is_known = is_signed and (not author or author in self._user_of_slug.values())
        if not is_known or entered[0] in {person[0] for _, person in signed}:
            signed.insert(0, ("", entered))
        people: dict[str, tuple[str, Person]] = {}
        for nicename, person in signed:
            people.setdefault(person[0], (nicename, person))
        return list(people.values())

    def _co_author(self, term: Term) -> Person:
        if user := self._user_of_slug.get(term.nicename):
            actor, name, role = self._user(user)
            return actor, name or term.name, role
        return f"{PLATFORM}:{term.nicename}@{self._name}", term.name, None

    def _meet_user(self, item: Fields) -> None:
        number = text_of(item.get("id"))
        self._names.setdefault(number, text_of(item.get("name")).strip())
        self._user_of_slug.setdefault(slug(text_of(item.get("slug"))), number)
        roles = item.get("roles")
        if type(roles) is list and ADMINISTRATOR in roles:
            self._admins.add(number)

    def _meet_post(self, item: Fields) -> None:
        number = text_of(item.get("id"))
        for user in authors(item):
            self._meet_user(user)
        self._places.learn(number, *_place(item))
        if reason := _hidden(item):
            # The media library is public: what is said below a picture is said in public.
            if reason is not IgnoredReason.ATTACHMENT:
                self._hidden[number] = reason
        else:
            self._signed[f"post-{number}"] = _user_of(item), list(_terms(item))
            if text_of(item.get("type")) in OF_MEMBERS | ANSWERS:
                self._of_members.add(f"post-{number}")

    def _user(self, number: str) -> Person:
        role = ADMINISTRATOR if number in self._admins else None
        return f"{PLATFORM}:user-{number}@{self._name}", named(self._names.get(number)), role

    def _written(self, key: str) -> Person | None:
        """Return who wrote a post or comment; users by what all files together tell of them."""
        writer = self._wrote.get(key)
        return self._user(writer) if isinstance(writer, str) else writer

    def _commenter(self, item: Fields) -> Person | None:
        name = text_of(item.get("author_name")).strip()
        if number := _user_of(item):
            actor, known, role = self._user(number)
            return actor, known or named(name), role
        mail, url = text_of(item.get("author_email")), text_of(item.get("author_url"))
        guest = self._guests.commenter("0", mail, name, url.strip())
        return (*guest, None) if guest else None


def authors(item: Fields) -> list[Fields]:
    """Return the users a post carries with it; of one that is gone there is an error only."""
    listed = map(fields_of, list_of(fields_of(item.get("_embedded")).get("author")))
    return [user for user in listed if "name" in user]


def _hidden(item: Fields) -> IgnoredReason | None:
    """Return why an object is no post for others to read."""
    kind = text_of(item.get("type"))
    if kind == ATTACHMENT:
        return IgnoredReason.ATTACHMENT
    if is_machinery(kind):
        return IgnoredReason.NOT_ACTIVITY
    if reason := STATUSES.get(text_of(item.get("status")) or "publish", IgnoredReason.NOT_ACTIVITY):
        return reason
    locked = fields_of(item.get("content")).get("protected") is True or text_of(item.get("password"))
    is_paid = text_of(fields_of(item.get("meta")).get(ACCESS)) in PAID
    return IgnoredReason.PRIVATE if locked or is_paid else None


def _place(item: Fields) -> tuple[str, IgnoredReason | None]:
    """Return what an object is as public as, if it is, and why media that stand below it are not public."""
    status = text_of(item.get("status"))
    if text_of(item.get("type")) != ATTACHMENT:
        return "", STATUSES.get(status)
    above = text_of(item.get("post")) if status == INHERIT else ""
    return above, STATUSES[status] if status in NOT_PUBLIC else None


def _user_of(item: Fields) -> str:
    """Return the number of the user who wrote an object; empty for a guest."""
    number = text_of(item.get("author"))
    return "" if number == "0" else number


def _moment(item: Fields) -> Moment:
    """Return when an object was published; ``date_gmt`` is UTC and does not say so, ``date`` is the blog's.

    Raises:
        ValueError: It is no time.
    """
    gmt, local = text_of(item.get("date_gmt")), text_of(item.get("date"))
    for text, certain in ((gmt, Clock.EXACT), (local, Clock.ZONE_ASSUMED)):
        if text:
            try:
                ts_us, clock = iso(text)
            except ValueError as exc:
                raise ValueError(f"{text[:60]!r}: expected an ISO 8601 time") from exc
            if ts_us is not None:
                return ts_us, certain if clock is Clock.ZONE_ASSUMED else clock
    return MISSING


def _terms(item: Fields) -> Iterator[Term]:
    """Yield the authors a post is filed under; the terms of Co-Authors Plus carry its mark."""
    for group in list_of(fields_of(item.get("_embedded")).get("wp:term")):
        for fields in map(fields_of, list_of(group)):
            told = text_of(fields.get("slug"))
            nicename = slug(told.removeprefix(CO_AUTHOR))
            if fields.get("taxonomy") == "author" and nicename:
                name = named(text_of(fields.get("name")).strip())
                yield Term(nicename, name, told.startswith(CO_AUTHOR))


def _shared(post: Activity, people: list[tuple[str, Person]]) -> Iterator[Activity]:
    """Yield a post once more for each further author of Co-Authors Plus."""
    for nicename, (actor, name, role) in people:
        own = f"{post.activity_id}#author-{nicename}"
        changes = {"activity_id": own, "actor": actor, "actor_name": name, "role": role or AUTHOR_ROLE}
        yield from beside(post, changes)


def _picture(sizes: object) -> str:
    """Return the address of a picture, of which there are several sizes."""
    return next(filter(None, map(text_of, fields_of(sizes).values())), "")


def _rendered(value: object) -> str:
    """Return the HTML of a title or content."""
    return text_of(fields_of(value).get("rendered"))

"""What an entry of a blog on Blogger comes to, and the people of the blog."""

import re
from typing import NamedTuple

from kibbutz_cli.model.activity import IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.blogs.wxrblog import AUTHOR_ROLE
from kibbutz_cli.readers.identity import links_in, public
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.guests import guest
from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

PLATFORM = "blogger"
HOME = "https://www.blogger.com/profile/"
POST, PAGE, COMMENT = "post", "page", "comment"

STATUSES = {
    "": None,
    "LIVE": None,
    "DRAFT": IgnoredReason.DRAFT,
    "SCHEDULED": IgnoredReason.DRAFT,
    "SOFT_TRASHED": IgnoredReason.DELETED,
    "EMPTIED": IgnoredReason.DELETED,
    "GHOSTED": IgnoredReason.SPAM,
    "SPAM": IgnoredReason.SPAM,
}
"""Why an entry of a status is left out; what has another one waits for somebody to let it through."""

_PROFILE = pattern(r"https?://(?:www\.|draft\.)?blogger\.com/profile/(\d{1,40})", re.ASCII)
_PLUS = pattern(r"https?://plus\.google\.com/(?:u/0/)?(\d{1,40})", re.ASCII)
_TAG = pattern(r"tag:blogger\.com,\d{4}:(?:blog-(\d+))?")


class Author(NamedTuple):
    """Who wrote an entry, as it says: any of them may be empty."""

    name: str = ""
    uri: str = ""
    number: str = ""


class Entry(NamedTuple):
    """What an entry says, whatever its layout.

    Attributes:
        id: Its own id.
        kind: A post, a page, a comment, or empty for what is none of them.
        hidden: Why it is not public; none if it is.
        author: Who wrote it.
        parent: The id of the post a comment stands below.
        answers: The id of the comment a comment answers; empty where it answers the post.
        text: Its words, in HTML.
        published: When, as written.
        replies: The number of answers it shows, as written.
    """

    id: str = ""
    kind: str = ""
    hidden: IgnoredReason | None = None
    author: Author = Author()
    parent: str = ""
    answers: str = ""
    text: str = ""
    published: str = ""
    replies: str = ""


class Person(NamedTuple):
    """Who wrote something: the id, and how they are shown."""

    actor: str
    name: str | None


class People:
    """Who wrote what, over all files of an input: comments may stand in another file than their post.

    Attributes:
        wrote: The author of each public entry.
        writers: The ids of those who wrote posts.
        hidden: Why a post is not public, and with it what is said below it.
        sites: The address or title of each blog, by its number.
    """

    def __init__(self) -> None:
        self.wrote: dict[str, Person] = {}
        self.writers: set[str] = set()
        self.hidden: dict[str, IgnoredReason] = {}
        self.sites: dict[str, str] = {}
        self._known: dict[Person, Person] = {}

    def one(self, actor: str, name: str) -> Person:
        """Return the one value for a person, so that many entries share it."""
        person = Person(actor, public(name))
        return self._known.setdefault(person, person)


class Blog:
    """One file of a blog: its address or title, and what its entries are.

    Attributes:
        title: What it is called; the first that is told.
        address: Host and path of the blog; the first that is told.
        owner: Who writes the posts that name nobody.
    """

    def __init__(self, fallback: str, people: People) -> None:
        self.title = ""
        self.address = ""
        self.owner = Author()
        self._fallback = fallback
        self._people = people
        self._entries: list[tuple[str, Author, str]] = []
        self._authors: dict[Author, Author] = {}
        self._hidden: list[tuple[str, IgnoredReason]] = []
        self._number = ""
        self._name = ""

    def meet(self, entry: Entry) -> None:
        """Learn who wrote an entry, and which posts are not public."""
        if entry.hidden:
            if entry.kind != COMMENT:
                self._hidden.append((entry.id, entry.hidden))
        elif entry.kind and entry.id:
            self._number = self._number or _number(entry.id)
            author = self._authors.setdefault(entry.author, entry.author)
            self._entries.append((entry.id, author, entry.kind))

    def name(self) -> None:
        """Tell the other files what the blog is called, now that the whole of this one is known."""
        if (told := self.address or plain(self.title)) and self._number:
            self._people.sites.setdefault(self._number, told)

    def settle(self) -> None:
        """Give the people their ids, now that all files are known."""
        people = self._people
        named = people.sites.get(self._number) or self.address or plain(self.title)
        self._name = named or self._fallback
        for own, author, kind in self._entries:
            if person := self._person(author, kind):
                people.wrote[self._qualified(own)] = person
                if kind != COMMENT:
                    people.writers.add(person.actor)
        people.hidden |= {self._qualified(own): reason for own, reason in self._hidden if own}
        self._entries.clear()
        self._authors.clear()

    def account(self, entry: Entry) -> Account | None:
        """Return what an entry declares of who wrote it, once all files are known."""
        person = self._person(entry.author, entry.kind)
        if person is None:
            return None
        told = links_in([entry.author.uri])
        number = person.actor.removeprefix(f"{PLATFORM}:")
        if number.isdecimal():
            return Account(person.actor, pages=links_in([f"{HOME}{number}"]))
        return Account(person.actor, links=told)

    def outcome(self, entry: Entry, record: Record) -> Outcome:
        """Return what an entry is."""
        if not entry.kind:
            return record.ignored(IgnoredReason.NOT_ACTIVITY)
        if reason := entry.hidden or self._people.hidden.get(self._qualified(entry.parent)):
            return record.ignored(reason)
        if not entry.id:
            return record.rejected(RejectionCode.NO_ID, "id: expected the id of the entry")
        person = self._person(entry.author, entry.kind)
        return self._told(entry, person, record) if person else record.ignored(IgnoredReason.NO_AUTHOR)

    def _told(self, entry: Entry, person: Person, record: Record) -> Outcome:
        try:
            moment = iso(entry.published) if entry.published else MISSING
        except ValueError:
            told = entry.published[:60]
            return record.rejected(RejectionCode.BAD_TIME, f"published: {told!r}: expected an ISO 8601 time")
        return record.outcome(self._values(entry, person, moment) | _place(record))

    def _values(self, entry: Entry, person: Person, moment: Moment) -> dict[str, object]:
        own, parent, people = self._qualified(entry.id), self._qualified(entry.parent), self._people
        answered = self._qualified(entry.answers) or parent
        towards = people.wrote.get(answered)
        is_comment = entry.kind == COMMENT
        text = own_words(entry.text) if is_comment else plain(entry.text)
        return {
            "activity_id": own,
            "platform": PLATFORM,
            "community": self._name,
            "actor": person.actor,
            "actor_name": person.name,
            "kind": Kind.REPLY if is_comment else Kind.POST,
            "object_id": answered or None,
            "target": towards.actor if towards and is_comment else None,
            "target_name": towards.name if towards and is_comment else None,
            "thread_id": (parent or own) if is_comment else own,
            "ts_us": moment[0],
            "clock": moment[1],
            "text_len": len(text),
            "text_print": print_of(text),
            "reply_count": counts.written(entry.replies),
            "role": AUTHOR_ROLE if person.actor in people.writers else None,
        }

    def _person(self, author: Author, kind: str) -> Person | None:
        """Return who wrote an entry; none where it names nobody."""
        if kind != COMMENT and not any(author):
            author = self.owner
        name = " ".join(author.name.split())
        if found := _PROFILE.match(author.uri):
            return self._people.one(f"{PLATFORM}:{found[1]}", name)
        if found := _PLUS.match(author.uri):
            return self._people.one(f"{PLATFORM}:plus-{found[1]}", name)
        if author.number:
            return self._people.one(f"{PLATFORM}:{author.number}", name)
        actor = guest(PLATFORM, self._name, "", name, author.uri)
        return self._people.one(actor, name) if actor else None

    def _qualified(self, own: str) -> str:
        """Return an id that no other blog uses: other programs write ``post-17`` into Blogger's format."""
        return own if not own or _TAG.match(own) else f"{self._name}/{own}"


def _number(own: str) -> str:
    found = _TAG.match(own)
    return (found[1] or "") if found else ""


def _place(record: Record) -> dict[str, object]:
    return {"origin": record.origin, "position": record.position}

"""The people of a Ghost site: those who write, with their roles, and the members who comment."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.blogs.wxrblog import AUTHOR_ROLE
from kibbutz_cli.readers.identity import is_nobodys, links_in, mailed, public
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of

PLATFORM = "ghost"

LADDER = ("owner", "administrator", "super editor", "editor", "author", "contributor")
"""Ghost's roles, the highest first (https://ghost.org/help/managing-your-team/)."""

INSTALLER = ("5951f5fca366002ebd5dbef7", "Ghost")
"""Id and name of the user with which Ghost 1 to 3 come, the author of the posts on a new site."""

HOMES = {
    "twitter": "x.com/",
    "facebook": "www.facebook.com/",
    "threads": "www.threads.net/@",
    "bluesky": "bsky.app/profile/",
    "mastodon": "",
}
"""Where the handles in a profile lead, by the columns they are in."""


class Person(NamedTuple):
    """Who wrote something: the id, how they are shown, and their role."""

    actor: str
    name: str | None
    role: str | None = None


class People:
    """Who is who on one site.

    Attributes:
        site: What the site is called.
        writers: The users who wrote a post.
    """

    def __init__(self) -> None:
        self.site = ""
        self.writers: set[str] = set()
        self._names: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self._roles_of: dict[str, list[str]] = {}
        self._user_of_mail: dict[str, str] = {}
        self._members: dict[str, tuple[str, str]] = {}
        self._known: dict[str, Person] = {}

    def meet(self, table: str, own: str, row: Fields) -> None:
        """Learn what a row of a table about people tells."""
        match table:
            case "users":
                self._meet_user(own, row)
            case "members":
                self._members[own] = (text_of(row.get("name")).strip(), _hashed(row.get("email")))
            case "roles":
                self._roles[own] = text_of(row.get("name")).lower()
            case "roles_users":
                self._roles_of.setdefault(text_of(row.get("user_id")), []).append(text_of(row.get("role_id")))
            case _:
                pass

    def name(self, own: str, name: str) -> None:
        """Learn how a user is called whom only a post names."""
        self._names.setdefault(own, name.strip())

    def is_installer(self, number: str) -> bool:
        """Return whether a user is the one that Ghost brings along, and nobody has made their own."""
        return (number, self._names.get(number)) == INSTALLER

    def user(self, number: str) -> Person:
        """Return somebody who writes."""
        roles = {self._roles.get(role, "") for role in self._roles_of.get(number, ())}
        role = next((role for role in LADDER if role in roles), None)
        if role is None and number in self.writers:
            role = AUTHOR_ROLE
        return Person(f"{PLATFORM}:{number}@{self.site}", public(self._names.get(number)), role)

    def member(self, number: str) -> Person | None:
        """Return somebody who comments: the user whose e-mail address is the same, if there is one."""
        if number and number not in self._known:
            self._known[number] = self._new_member(number)
        return self._known.get(number)

    def _new_member(self, number: str) -> Person:
        name, mail = self._members.get(number, ("", ""))
        if mail and (user := self._user_of_mail.get(mail)):
            return self.user(user)
        return Person(f"{PLATFORM}:member-{number}@{self.site}", public(name))

    def _meet_user(self, own: str, row: Fields) -> None:
        self._names[own] = text_of(row.get("name")).strip()
        if mail := _hashed(row.get("email")):
            self._user_of_mail.setdefault(mail, own)
        for role in list_of(row.get("roles")):
            named = (role if type(role) is str else text_of(fields_of(role).get("name"))).lower()
            self._roles[named] = named
            self._roles_of.setdefault(own, []).append(named)


def declared(actor: str, row: Fields) -> Iterator[Account | None]:
    """Yield what the profile of a user declares: the mailbox, the page on the site, and pages elsewhere."""
    handles = ((home, text_of(row.get(key)).strip()) for key, home in HOMES.items())
    elsewhere = [_elsewhere(home, handle) for home, handle in handles if handle]
    links = links_in([text_of(row.get("website")), text_of(row.get("bio")), *elsewhere])
    yield Account(actor, pages=links_in([row.get("url")]), links=links)
    yield mailed(actor, text_of(row.get("email")), text_of(row.get("name")).strip())


def _elsewhere(home: str, handle: str) -> str:
    """Return the address of an account elsewhere; a profile has its handle, or the address itself."""
    if "://" in handle:
        return handle
    handle = handle.lstrip("@/")
    if not home:
        # On Mastodon the handle names its server: @ada@shore.example, or shore.example/@ada.
        name, _, server = handle.partition("@")
        return f"https://{handle}" if "/" in handle else f"https://{server}/@{name}"
    return f"https://{home}{handle}"


def _hashed(mail: object) -> str:
    text = text_of(mail).strip().lower()
    if "@" not in text or is_nobodys(text):
        return ""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()

"""The people a WordPress export names, and the words for what is told of them."""

import re
from collections.abc import Iterator
from typing import TypeAlias
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from pydantic import ValidationError

from kibbutz_cli.model.activity import (
    Activity,
    Ignored,
    IgnoredReason,
    Origin,
    Rejection,
    RejectionCode,
    activity_of,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.blogs.wxrforums import Places
from kibbutz_cli.readers.files.heads import file_name
from kibbutz_cli.readers.identity import is_nobodys, mailed, public
from kibbutz_cli.readers.parsing.guests import guest, hashed
from kibbutz_cli.readers.parsing.markup import unescaped
from kibbutz_cli.readers.patterns import pattern

Fields: TypeAlias = dict[str, str | None]
"""The texts of an element's children by their tags, such as ``wp:comment_id``; none where one is empty."""

Commenter: TypeAlias = tuple[str, str | None]
"""Id and name of who wrote a comment."""

PLATFORM = "wordpress"
AUTHOR_ROLE = "blog-author"

COMMENTERS = 16_384
"""Commenters kept in mind, in some 10 MB; most comments of a blog are by people who wrote before."""

MAILED = 200_000
"""Mailboxes kept in mind."""

_SCHEME = pattern(r"^[a-z][a-z0-9+.-]*:(?=//)|^(?=//)", re.IGNORECASE)


def fields(element: Element) -> Fields:
    """Return the texts of an element's children, with the texts inside those that have children."""
    return {child.tag: "".join(child.itertext()) if len(child) else child.text for child in element}


def said(found: Fields, tag: str) -> str:
    """Return the text of one field without the space around it, or nothing."""
    text = found.get(tag)
    return text.strip() if text else ""


class Blog:
    """One blog and the people its exports name.

    Attributes:
        site: Host and path of the blog.
        lang: The language it declares.
        origin: The file being read.
        places: What in it something may stand below.
        writers: Ids of whoever a post met so far is by: an export lists everybody who has so much as a draft.
    """

    def __init__(self, site: str, origin: Origin) -> None:
        self.site = site
        self.lang: str | None = None
        self.origin = origin
        self.places = Places()
        self.writers: set[str] = set()
        self._names: dict[str, str] = {}
        self._login_of_id: dict[str, str] = {}
        self._login_of_mail: dict[str, str] = {}
        self._login_of_slug: dict[str, str] = {}
        self._commenters: dict[tuple[str, str, str, str], Commenter | None] = {}
        self._mailed: set[Account] = set()

    @staticmethod
    def site_of(header: Fields, item: Fields, origin: Origin) -> str:
        """Return host and path of the blog a file is from, else the file's own name, if it has one."""
        for key in ("wp:base_blog_url", "wp:base_site_url", "link"):
            if site := _address(said(header, key)):
                return site
        for key in ("link", "guid"):
            if site := _address(said(item, key)):
                return site.partition("/")[0]
        return file_name(origin.member or origin.path) or PLATFORM

    def describe(self, header: Fields, authors: list[Fields]) -> None:
        """Learn language and authors from the header of a file."""
        self._commenters.clear()
        self.lang = self.lang or said(header, "language") or None
        for author in authors:
            login = said(author, "wp:author_login")
            if not login:
                continue
            self._names[login] = said(author, "wp:author_display_name")
            self._login_of_slug.setdefault(slug(login), login)
            if number := said(author, "wp:author_id"):
                self._login_of_id.setdefault(number, login)
            if (mail := _mail(said(author, "wp:author_email"))) and not is_nobodys(mail):
                self._login_of_mail.setdefault(mail, login)
                self._learn(self.member(login)[0], mail)

    def introduce(self, guest_login: str, name: str, account: str) -> None:
        """Learn how a guest author of Co-Authors Plus is called, or which account the profile is of."""
        if account:
            self._login_of_slug.setdefault(slug(guest_login), account)
        elif name:
            self._names.setdefault(slug(guest_login), name)

    def member(self, login: str, shown: str = "") -> tuple[str, str | None]:
        """Return id and name of the member with a login; an e-mail address as login is not kept.

        Args:
            login: The login.
            shown: A name for whom the header does not list.
        """
        name = named(self._names.get(login)) or named(shown)
        if mail := _mail(login):
            return f"{PLATFORM}:mail-{hashed(mail)}@{self.site}", name
        return f"{PLATFORM}:{login}@{self.site}", name or login

    def login(self, nicename: str, shown: str) -> str:
        """Return the login that is shown, if it is one, else the one a nicename belongs to, else that."""
        return shown if shown in self._names else self._login_of_slug.get(slug(nicename), nicename)

    def commenter(self, user: str, mail: str, name: str, url: str) -> Commenter | None:
        """Return id and name of who wrote a comment; none where nobody is named."""
        told = (user, mail, name, url)
        try:
            return self._commenters[told]
        except KeyError:
            pass
        if len(self._commenters) >= COMMENTERS:
            self._commenters.clear()
        commenter = self._commenter(user.strip(), _mail(mail), name.strip(), url.strip())
        self._commenters[told] = commenter
        if commenter:
            self._learn(commenter[0], _mail(mail))
        return commenter

    def accounts(self) -> Iterator[Account]:
        """Yield the mailbox of everybody met so far."""
        yield from sorted(self._mailed)

    def _learn(self, actor: str, mail: str) -> None:
        if len(self._mailed) < MAILED and (account := mailed(actor, mail)):
            self._mailed.add(account)

    def _commenter(self, user: str, mail: str, name: str, url: str) -> Commenter | None:
        registered = user not in {"", "0"}
        login = (self._login_of_id.get(user) if registered else None) or self._login_of_mail.get(mail)
        if login:
            actor, known = self.member(login)
            return actor, known or named(name)
        if registered:
            return f"{PLATFORM}:user-{user}@{self.site}", named(name)
        stranger = guest(PLATFORM, self.site, mail, name, url)
        return (stranger, named(name)) if stranger else None

    def activity(self, values: dict[str, object], position: int) -> Activity | Rejection:
        """Return the activity of a record of this blog, or why its values are none."""
        try:
            return activity_of(values)
        except ValidationError as exc:
            first = exc.errors(include_url=False, include_input=False)[0]
            reason = f"{first['loc'][0]}: {first['msg']}"
            return self.rejection(RejectionCode.MALFORMED, reason, position)

    def rejection(self, code: RejectionCode, reason: str, position: int) -> Rejection:
        """Return why a record of this blog is set aside."""
        return Rejection(origin=self.origin, position=position, code=code, reason=reason)

    def ignored(self, reason: IgnoredReason, position: int) -> Ignored:
        """Return that a record of this blog is left out on purpose."""
        return Ignored(origin=self.origin, position=position, reason=reason)


def named(name: str | None) -> str | None:
    """Return a name as it may be shown; WordPress keeps names escaped as for HTML."""
    return public(unescaped(name)) if name else None


def _address(url: str) -> str:
    """Return host and path of a web address, or nothing where it has no host."""
    url = url.strip()
    if not _SCHEME.match(url):
        return ""
    host, slash, path = url.partition("//")[2].partition("/")
    return (host.lower() + slash + re.split(r"[?#]", path)[0]).rstrip("/")


def _mail(text: str) -> str:
    text = text.strip().lower()
    return text if "@" in text else ""


def slug(text: str) -> str:
    """Return a login or name as WordPress writes it in addresses."""
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")

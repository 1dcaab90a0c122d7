"""RSS 0.9 to 2.0, RDF, Atom, CDF and JSON Feed: who wrote which entry, and when.

Each further author of an entry of Atom or JSON Feed has a post of their own; RSS names one person in several
elements, so there the first that says anything is the author, and of the further ones of Atom those count
that have a name. Who is called Anonymous and has no address is nobody, but for the author of the feed itself;
``-`` is no name, and ``@ann@hill.example`` is one, not a mailbox. People of one name are told apart by their
addresses and mailboxes. A date that may be of two months, such as 5/1/2024, is missing.

A feed that names nobody at all is its owner's, unless most of its entries stand below people's pages,
``/@NAME/``, as in Mastodon's feed of a tag, and it is not the feed of such a page itself: these people are
the authors then, and an entry that stands below no page has none. On another site than the feed's a page
counts if a post's number follows.

A feed that declares entities is refused. Drafts are left out. An entry with ``thr:in-reply-to`` is a reply,
of which block quotes are not counted as words; one whose date is not understood counts without a time.

To suggest identities, the web address and the hash of the e-mail address of an author are compared, unless
they go with several names.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from pydantic import ValidationError

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import (
    Activity,
    Coverage,
    Ignored,
    IgnoredReason,
    Kind,
    Origin,
    Outcome,
    Rejection,
    RejectionCode,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.blogs import feedjson
from kibbutz_cli.readers.blogs.feedroot import decoded, is_json_feed, probed, root_of
from kibbutz_cli.readers.blogs.feedwords import NOBODY, Author, Entry, Feed, signed
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import file_name, head_of
from kibbutz_cli.readers.identity import distinct, links_in, mailed
from kibbutz_cli.readers.parsing import counts
from kibbutz_cli.readers.parsing.guests import hashed, is_nameless
from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.webaddress import parts_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import beside

ABOUT = About(
    name="feeds",
    title="RSS, Atom or JSON Feed",
    files="feed.xml, *.rss, *.atom, feed.json, or an archive of them",
    coverage=Coverage.COMMUNITY,
    loses="Readers, likes and most answers are in no feed, and old entries drop out of it.",
    how="Save the address behind the feed icon of the site, for example with curl.",
)

PLATFORM = "rss"
ENDINGS = (".xml", ".rss", ".atom", ".rdf", ".cdf", ".json")

IN_ARCHIVE = 60
"""An archive of feeds has no mark of its own: a reader that knows a whole export comes first."""

SURE = 50
"""A file below this is claimed by another reader: a WordPress export, a Blogger backup."""

_GLOBAL_ID = pattern(
    r"[a-z][a-z0-9+.-]*://\S|(?:acct|ark|at|cid|did|doi|hdl|info|mid|oai|tag|urn|uuid|yt):\S", re.IGNORECASE
)
"""An id that no other feed uses: an address, or one of a scheme whose names are everywhere the same."""

_LANG = pattern(r"[a-z]{2,8}(?:-[a-z0-9]{1,8})*")


def probe(tree: Tree) -> Probe:
    """Return how sure it is that the input is a feed, or an archive of nothing but feeds."""
    if tree.single:
        return probed(head_of(tree, tree.names()[0]))
    names = _listed(tree)
    if names and all(probed(head_of(tree, name)).sure >= SURE for name in names):
        return Probe(IN_ARCHIVE, "an archive of feeds")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome an entry, feed after feed.

    Raises:
        InputError: A file is no feed, or is cut off.
        LimitError: A feed is larger than the limit on one XML text.
    """
    names = tree.names() if tree.single else _listed(tree)
    if not names:
        raise InputError(f"{tree.path}: no feed in it: expected files that end in {', '.join(ENDINGS)}")
    for name in names:
        member = "" if tree.single else name
        yield from _outcomes(_feed(tree, name, member, budget), tree.path, member, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox and the web address of each author that has one alone."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    for name in tree.names() if tree.single else _listed(tree):
        member = "" if tree.single else name
        yield from _Mapping(_feed(tree, name, member, budget), tree.path, member).accounts()


def _listed(tree: Tree) -> list[str]:
    return [name for name in tree.names() if name.lower().endswith(ENDINGS)]


def _feed(tree: Tree, name: str, member: str, budget: Budget) -> Feed:
    where = f"{tree.path}!{member}" if member else tree.path
    limit = budget.limits.text_bytes
    with tree.open(name) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise LimitError(
            f"{where}: more than {limit:,} bytes: expected a feed that fits in memory",
            "if you trust this file, raise the limit with --limit text_bytes=N",
        )
    text = decoded(data[: 2**16])
    if text.lstrip().startswith("{") or is_json_feed(text):
        return signed(feedjson.parse(data, where, budget))
    root = root_of(text)
    if root is None:
        raise InputError(f"{where}: not a feed: expected RSS, RDF, Atom, CDF or JSON Feed")
    # Every run probes with this module, and few read a feed: the library behind it takes 50 ms to import.
    from kibbutz_cli.readers.blogs import feedxml  # noqa: PLC0415

    return signed(feedxml.parse(data, root, where, budget))


def _outcomes(feed: Feed, path: str, member: str, budget: Budget) -> Iterator[Outcome]:
    mapping = _Mapping(feed, path, member)
    if feed.mended:
        budget.repaired(feed.mended)
    for position, entry in enumerate(feed.entries, start=1):
        budget.record()
        if entry.unread_date:
            budget.repaired("date not understood")
        yield (outcome := mapping.outcome(entry, position))
        if isinstance(outcome, Activity):
            yield from mapping.shared(outcome, entry)


class _Mapping:
    """What is known of a whole feed before its first entry is told: authors, ids, answers."""

    def __init__(self, feed: Feed, path: str, member: str) -> None:
        self.feed = feed
        self.community = _community(feed) or file_name(member or path) or ABOUT.name
        self.names_of: dict[str, set[str]] = {}
        self.names_with: dict[str, set[str]] = {}
        self.mails_of: dict[str, set[str]] = {}
        for author in (feed.author, *_named(feed)):
            self.names_of.setdefault(author.uri, set()).add(_folded(author.name))
            self.names_with.setdefault(author.mail, set()).add(_folded(author.name))
            self.mails_of.setdefault(_folded(author.name), set()).update({author.mail} - {""})
        self.links = Counter(entry.link for entry in feed.entries if not entry.id)
        self.anonymous = feed.author == NOBODY and all(entry.author == NOBODY for entry in feed.entries)
        actors = [self._actor(self._author(entry)) for entry in feed.entries]
        ids = [self._id(entry) for entry in feed.entries]
        self.actor_of = dict(zip(ids, actors, strict=True))
        self.openings: dict[str, str] = {}
        self.answered = {
            own: self._qualified(entry.answers)
            for own, entry in zip(ids, feed.entries, strict=True)
            if entry.answers
        }
        authors = (*(_first(feed, entry) for entry in feed.entries), *_further(feed))
        voices = {self._actor(author) or author.name for author in authors} - {""}
        coverage = Coverage.SINGLE if len(voices) < 2 else Coverage.COMMUNITY
        self.origin = Origin(path=path, member=member, reader=ABOUT.name, coverage=coverage)

    def outcome(self, entry: Entry, position: int) -> Outcome:
        """Return what becomes of an entry."""
        if entry.fault:
            return self._rejection(position, RejectionCode.MALFORMED, entry.fault)
        if entry.draft:
            return Ignored(origin=self.origin, position=position, reason=IgnoredReason.DRAFT)
        own = self._id(entry)
        if not own:
            return self._rejection(position, RejectionCode.NO_ID, "expected an id, a link, a title or a text")
        actor = self._actor(self._author(entry))
        if not actor:
            return Ignored(origin=self.origin, position=position, reason=IgnoredReason.NO_AUTHOR)
        try:
            return self._activity(entry, own, actor, position)
        except ValidationError as exc:
            fault = exc.errors(include_url=False)[0]
            return self._rejection(position, RejectionCode.BAD_TEXT, f"{fault['loc'][0]}: {fault['msg']}")

    def _activity(self, entry: Entry, own: str, actor: str, position: int) -> Activity:
        ts_us, clock = entry.moment
        answered = self.answered.get(own)
        words = own_words if answered else plain
        text = words(entry.text) if entry.markup else unicodedata.normalize("NFC", entry.text)
        return Activity(
            activity_id=own,
            platform=PLATFORM,
            community=self.community,
            actor=actor,
            actor_name=self._shown(self._author(entry)),
            kind=Kind.REPLY if answered else Kind.POST,
            object_id=answered,
            target=self.actor_of.get(answered) or None if answered else None,
            thread_id=self._opening(own) if answered else None,
            ts_us=ts_us,
            clock=clock,
            text_len=len(text),
            text_print=print_of(text),
            lang=_language(entry.lang or self.feed.lang),
            reply_count=counts.written(entry.replies),
            origin=self.origin,
            position=position,
        )

    def shared(self, post: Activity, entry: Entry) -> Iterator[Activity]:
        """Yield an entry once more for each of its further authors."""
        met = {post.actor, ""}
        for number, author in enumerate(_others(self.feed, entry), start=2):
            actor = self._actor(author)
            if actor not in met:
                met.add(actor)
                own = f"{post.activity_id}#author-{number}"
                changes = {"activity_id": own, "actor": actor, "actor_name": self._shown(author)}
                yield from beside(post, {**changes, "thread_id": post.thread_id or post.activity_id})

    def accounts(self) -> Iterator[Account | None]:
        """Yield what the authors declare; an address that goes with several names is the site's."""
        for author in (*map(self._author, self.feed.entries), *_further(self.feed)):
            actor = self._actor(author)
            if actor and len(self.names_of[author.uri]) == 1:
                yield Account(actor, pages=links_in([author.uri]), links=links_in([author.uri]))
            if actor and len(self.names_with[author.mail]) == 1:
                yield mailed(actor, author.mail, author.name)

    def _rejection(self, position: int, code: RejectionCode, reason: str) -> Rejection:
        return Rejection(origin=self.origin, position=position, code=code, reason=reason)

    def _author(self, entry: Entry) -> Author:
        """Return the first author of an entry who is somebody, else the first."""
        authors = (_first(self.feed, entry), *_others(self.feed, entry))
        return next(filter(self._actor, authors), authors[0])

    def _actor(self, author: Author) -> str:
        """Return the actor's id; empty when nobody is named in a feed that names others, or nobody by name.

        A feed that names nobody at all is one voice: its owner's.
        """
        if author == NOBODY:
            return f"{PLATFORM}:feed@{self.community}" if self.anonymous else ""
        # An address that goes with several names is the site's, not a person's.
        if author.uri and len(self.names_of[author.uri]) == 1:
            return f"{PLATFORM}:{author.uri}"
        if self._is_told_by_mail(author):
            return f"{PLATFORM}:mail-{hashed(author.mail)}@{self.community}"
        if author.name and (author == self.feed.author or not is_nameless(author.name)):
            return f"{PLATFORM}:name-{hashed(_folded(author.name))}@{self.community}"
        if author.mail:
            return f"{PLATFORM}:mail-{hashed(author.mail)}@{self.community}"
        return f"{PLATFORM}:{author.uri}" if author.uri and not author.name else ""

    def _is_told_by_mail(self, author: Author) -> bool:
        """Return whether several have an author's name, and the mailbox is of nobody called otherwise."""
        is_shared = len(self.mails_of.get(_folded(author.name), ())) > 1
        return bool(author.mail) and is_shared and len(self.names_with[author.mail]) == 1

    def _shown(self, author: Author) -> str | None:
        return plain(self.feed.title if author == NOBODY else author.name) or None

    def _id(self, entry: Entry) -> str:
        if entry.id:
            return self._qualified(entry.id)
        if entry.link and self.links[entry.link] == 1:
            return self._qualified(entry.link)
        told = (entry.title, str(entry.moment[0] or ""), entry.text, entry.link)
        return self._qualified(f"hash-{hashed(chr(0).join(told))}") if any(told) else ""

    def _qualified(self, entry_id: str) -> str:
        """Return an id that no other feed uses: ``17`` is an id in thousands of them."""
        return entry_id if _GLOBAL_ID.match(entry_id) else f"{self.community}#{entry_id}"

    def _opening(self, own: str) -> str:
        """Return the entry that a thread opens with; each is walked once, however long a chain of answers."""
        walked = {own}
        while own not in self.openings and (answered := self.answered.get(own)) and answered not in walked:
            walked.add(answered)
            own = answered
        own = self.openings.get(own, own)
        self.openings.update(dict.fromkeys(walked, own))
        return own


def _first(feed: Feed, entry: Entry) -> Author:
    """Return the first author of an entry; of one that names nobody, that of the feed."""
    return feed.author if entry.author == NOBODY else entry.author


def _others(feed: Feed, entry: Entry) -> tuple[Author, ...]:
    """Return the further authors of an entry; of one that names nobody, those of the feed."""
    return feed.others if entry.author == NOBODY else entry.others


def _further(feed: Feed) -> list[Author]:
    return [author for entry in feed.entries for author in _others(feed, entry)]


def _named(feed: Feed) -> list[Author]:
    return [entry.author for entry in feed.entries] + _further(feed)


def _community(feed: Feed) -> str:
    """Return the feed's address without scheme, ``www.`` and query, or else its title."""
    for link in feed.links:
        parts = parts_of(link)
        if parts and parts.hostname and parts.scheme in ("http", "https"):
            query = f"?{parts.query}" if parts.query and parts.path in ("", "/") else ""
            return parts.hostname.removeprefix("www.") + parts.path.rstrip("/") + query
    return plain(feed.title)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _language(declared: str) -> str | None:
    lang = declared.strip().replace("_", "-").lower()
    return lang if _LANG.fullmatch(lang) else None

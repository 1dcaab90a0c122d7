"""What speaks for two handles being one person; never that their names look alike."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import pairwise
from typing import NamedTuple

from kibbutz_cli.model.identity import Account, EvidenceKind, Strength

PUBLIC = frozenset({
    "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "live.com", "msn.com", "aol.com", "icloud.com",
    "me.com", "mac.com", "gmx.de", "gmx.net", "gmx.com", "gmx.at", "web.de", "t-online.de", "freenet.de",
    "mail.ru", "yandex.ru", "qq.com", "163.com", "126.com", "protonmail.com", "proton.me", "pm.me",
    "hotmail.co.uk", "hotmail.fr", "yahoo.co.uk", "yahoo.fr", "yahoo.co.in", "ymail.com", "orange.fr",
    "free.fr", "wanadoo.fr", "laposte.net", "comcast.net", "verizon.net", "att.net", "posteo.de",
    "mailbox.org", "fastmail.com", "fastmail.fm", "zoho.com", "users.noreply.github.com", "btinternet.com",
    "libero.it", "ukr.net", "rediffmail.com", "naver.com", "googlegroups.com",
})  # fmt: skip
"""Where anybody may have an address, so that one there says nothing of who it is."""

NAMESAKES = 50
"""Handles of one name that are compared with one another."""

MEMBERS = 50
"""A page or mailbox that more handles have, or a page that more handles link to, is no person's."""

_HASH = re.compile(r"(?:mail:|[\w-]+:mail-)([0-9a-f]{16})[0-9a-f]*(?:@.*)?")


class Known(NamedTuple):
    """A handle in the data, with what is known without asking its reader.

    Attributes:
        actor: The id.
        name: How it is shown.
        deeds: How many deeds it did.
        member: What the configuration joins it to, else the id.
        exports: The inputs it is met in.
        owns: Whether an archive of one account is its own.
    """

    actor: str
    name: str
    deeds: int
    member: str
    exports: frozenset[str]
    owns: bool

    @property
    def is_named(self) -> bool:
        """Whether the configuration gives it a member's name."""
        return self.member != self.actor


class Place(NamedTuple):
    """Where a mailbox is met: the export, and the site in it, for a folder may hold several sites."""

    export: str
    site: str


class Tie(NamedTuple):
    """Why two handles may belong to one person."""

    first: str
    second: str
    kind: EvidenceKind
    strength: Strength
    says: str


_NOWHERE = Place("", "")

Declared = tuple[str, Account]
"""An account, and the export that declares it."""


def ties(
    known: Mapping[str, Known], declared: Iterable[Declared], silent: Set[str] = frozenset()
) -> list[Tie]:
    """Return all that speaks for joins: strong ties first, each kind in the order of its worth.

    Args:
        known: The handles, by their ids.
        declared: What the readers declare of them.
        silent: The exports whose readers declare nothing: the hash in an id is all they tell of a mailbox.
    """
    told = [each for each in declared if each[1].actor in known]
    found = [
        *_addresses(known, told, silent),
        *_accounts(told),
        *_links(known, told),
        *_names(told),
        *_owners(known),
    ]
    return sorted(found, key=lambda tie: tie.strength == "weak")


def _addresses(known: Mapping[str, Known], declared: Iterable[Declared], silent: Set[str]) -> Iterator[Tie]:
    """Yield ties of handles with one mailbox: strong where one export of one site says so, else weak."""
    places: dict[str, dict[str, set[Place]]] = defaultdict(lambda: defaultdict(set))
    for each in known.values():
        if (told := each.exports & silent) and (found := _HASH.fullmatch(each.actor)):
            places[found[1]][each.actor] |= {Place(export, _site(each.actor)) for export in told}
    for export, account in declared:
        for mailbox in filter(None, (account.mailbox, account.gravatar)):
            places[mailbox][account.actor].add(Place(export, _site(account.actor)))
    for _, actors in sorted(places.items()):
        if not 2 <= len(actors) <= MEMBERS:
            continue
        for place in sorted(set().union(*actors.values())):
            inside = sorted(actor for actor, met in actors.items() if place in met)
            for first, second in pairwise(inside):
                yield Tie(first, second, "address", "strong", f"the same mailbox in {place.export}")
        for first, second in pairwise(sorted(actors)):
            yield Tie(first, second, "address", "weak", _apart(actors[first], actors[second]))


def _apart(first: Iterable[Place], second: Iterable[Place]) -> str:
    """Return where one mailbox is met twice."""
    one, other = min(first, default=_NOWHERE), min(second, default=_NOWHERE)
    if one.export == other.export:
        return f"the same mailbox on {one.site} and on {other.site}"
    return f"the same mailbox in {one.export} and in {other.export}"


def _site(actor: str) -> str:
    """Return the site an id is of; empty where ids are the same everywhere."""
    return actor.rpartition("@")[2] if "@" in actor else ""


def _accounts(declared: Iterable[Declared]) -> Iterator[Tie]:
    """Yield ties of handles that are one account of a network with several sites."""
    owners: dict[str, set[str]] = defaultdict(set)
    for _, account in declared:
        if account.network:
            owners[account.network].add(account.actor)
    for page, actors in sorted(owners.items()):
        if len(actors) <= MEMBERS:
            for first, second in pairwise(sorted(actors)):
                yield Tie(first, second, "account", "strong", f"both are the account {page}")


def _links(known: Mapping[str, Known], declared: Iterable[Declared]) -> Iterator[Tie]:
    """Yield ties of profiles that link: strong both ways, or from one's own archive to one's own."""
    pages: dict[str, set[str]] = defaultdict(set)
    links: dict[str, set[str]] = defaultdict(set)
    for _, account in declared:
        links[account.actor].update(account.links)
        for page in account.pages:
            pages[page].add(account.actor)
    linking = Counter(page for named in links.values() for page in named)
    owned = {page: actors for page, actors in pages.items() if max(len(actors), linking[page]) <= MEMBERS}
    towards = {
        actor: {other for page in named for other in owned.get(page, ())} - {actor}
        for actor, named in links.items()
    }
    for first, others in sorted(towards.items()):
        for second in sorted(others):
            if first in towards.get(second, ()):
                if first < second:
                    yield Tie(first, second, "link", "strong", "their profiles link to each other")
            elif known[first].owns and known[second].owns:
                says = f"the profile of {first} links to the other, and both archives are here"
                yield Tie(first, second, "link", "strong", says)
            else:
                says = f"the profile of {first} links to the other, which does not link back"
                yield Tie(first, second, "link", "weak", says)


def _names(declared: Iterable[Declared]) -> Iterator[Tie]:
    """Yield ties of handles with one full name and addresses at one domain, or at one below the other."""
    called: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for _, account in declared:
        name = " ".join(account.name.casefold().split())
        if account.domain and account.domain not in PUBLIC and _is_full(name):
            called[name].add((account.actor, account.domain))
    for _, people in sorted(called.items()):
        ordered = sorted(people)[:NAMESAKES]
        for number, (first, domain) in enumerate(ordered):
            for second, other in ordered[number + 1 :]:
                if first != second and _overlap(domain, other):
                    says = "the same full name, and addresses at one domain or one below it"
                    yield Tie(first, second, "name", "weak", says)


def _owners(known: Mapping[str, Known]) -> Iterator[Tie]:
    """Yield weak ties of the owners of archives, unless two are of one platform: these may be two people."""
    owners = sorted(each.actor for each in known.values() if each.owns)
    platforms = {actor.partition(":")[0] for actor in owners}
    if len(platforms) == len(owners):
        for first, second in pairwise(owners):
            yield Tie(first, second, "owner", "weak", "both archives are here, and nothing in them says more")


def _is_full(name: str) -> bool:
    """Return whether a name has a first and a last name, neither of them an initial."""
    return sum(len(word.strip(".")) > 1 for word in name.split()) >= 2


def _overlap(domain: str, other: str) -> bool:
    short, long = sorted((domain, other), key=len)
    return long == short or ("." in short and long.endswith(f".{short}"))

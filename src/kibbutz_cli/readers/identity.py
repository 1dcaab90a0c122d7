"""What readers may declare of accounts: whose mailbox, which pages, which links; never an address itself.

A reader that knows more of an account than its id has a function ``identities`` beside ``read``. A reader
without one declares nothing, and only its ids are looked at.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias, cast

from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import Reader, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.patterns import pattern

Identities: TypeAlias = Callable[[Tree, Budget], Iterator[Account]]
"""The optional ``identities(tree, budget)`` of a reader; it raises what ``read`` raises."""

LONGEST = 500
"""Characters read of an address."""

LINKS = 50
"""Links taken from one profile."""

_GMAIL = ("gmail.com", "googlemail.com")
_NOBODY = pattern(r"[a-z.-]*no-?reply\b|redacted@|.*(?:@|\.)(?:invalid|localhost)$")
_URL = pattern(r"https?://[^\s\"'<>()]+", re.IGNORECASE)
_SAME_SITE = {"twitter.com": "x.com", "mobile.twitter.com": "x.com"}


def identities_of(reader: Reader) -> Identities | None:
    """Return what a reader declares accounts with, or none where it declares nothing."""
    found = getattr(reader, "identities", None)
    return cast("Identities", found) if callable(found) else None


def mailed(actor: str, address: str, name: str = "") -> Account | None:
    """Return an account with the mailbox of an address; none where the address is nobody's."""
    mailbox, domain = _mailbox(address)
    return Account(actor, name=name, mailbox=mailbox, domain=domain) if mailbox else None


@lru_cache(maxsize=8192)
def _mailbox(address: str) -> tuple[str, str]:
    """Return the hash of the mailbox behind an address, and its domain; empty where it is nobody's.

    ``ada+list@vale.example`` is the mailbox of ``ada@vale.example``; Gmail also passes over dots.
    """
    text = address[:LONGEST].strip().lower()
    local, at, domain = text.rpartition("@")
    if not (at and local and domain) or _NOBODY.match(text):
        return "", ""
    local = local.partition("+")[0] or local
    if domain in _GMAIL:
        local, domain = local.replace(".", ""), _GMAIL[0]
    return hashlib.sha256(f"{local}@{domain}".encode("utf-8", "replace")).hexdigest()[:16], domain


def page(url: str) -> str:
    """Return a web address without what may differ between two ways to write it; empty for none."""
    scheme, mark, rest = url[:LONGEST].strip().partition("://")
    if not mark or scheme.lower() not in ("http", "https"):
        return ""
    host, _, path = re.split(r"[?#]", rest)[0].partition("/")
    host = host.lower().removeprefix("www.")
    host = _SAME_SITE.get(host, host)
    path = path.rstrip("/")
    return f"{host}/{path.lower() if host == 'x.com' else path}".rstrip("/")


def links_in(texts: Iterable[object]) -> tuple[str, ...]:
    """Return the pages that the texts of a profile link to, in HTML or plain."""
    found = (page(url.rstrip(".,;:!?")) for text in texts if type(text) is str for url in _URL.findall(text))
    return tuple(dict.fromkeys(each for each in found if each))[:LINKS]

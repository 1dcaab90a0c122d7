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

MOST = 200_000
"""Accounts one export declares; they take some 60 MB."""

HASH = 16
"""Hexadecimal digits kept of a hash."""

_SHA256 = 64

_GMAIL = ("gmail.com", "googlemail.com")
_NOWHERE = r"@(?:.*\.)?(?:invalid|localdomain|localhost|test|example\.(?:com|edu|net|org))$"
_NOBODY = pattern(
    r"[a-z.-]*no-?reply\b"
    r"|(?:anonymous|asdf|foo|no-?body|no-?one|none|null|redacted|root|someone|test|undefined|unknown|(?:user)?name"
    r"|your-?(?:e?-?mail|name))@"
    rf"|(?:e?-?mail|example|fake|me|user|you){_NOWHERE}"
)
_UNREACHED = pattern(rf".*{_NOWHERE}")
_GRAVATAR = pattern(
    r"(?:(?:https?:)?//(?:[a-z0-9]+\.)?gravatar\.com/avatar/)?([0-9a-f]{64}|[0-9a-f]{32})(?![0-9a-f])"
)
_FACELESS = frozenset({
    "0" * 16,
    "d41d8cd98f00b204",  # of no address, as MD5 and as SHA-256
    "e3b0c44298fc1c14",
    "205e460b479e2e5b",  # of the example that Gravatar's own pages show
    "ad516503a11cd5ca",  # of unknown@gravatar.com, which WordPress shows for whoever gave none
})  # fmt: skip
"""Hashes that stand for nobody's mailbox."""

_ADDRESS = pattern(r"[\[(<\"']*(?:mailto:)?([^\s@\[\]()<>\"':]+)@[^\s@\[\]()<>\"']+[\])>\"']*", re.IGNORECASE)
_BESIDE = pattern(r"(?<!\s)\s*+(?:[\[(<]|(?<![^\s\[(<]))[^\s@\[(<]+@[^\s@]+\.[^\s@\])>]+[\])>]?")
"""An e-mail address that is all of a name, and one that stands beside it."""

_URL = pattern(r"https?://[^\s\"'<>()]+", re.IGNORECASE)
_CASELESS = ("x.com", "github.com")
_SAME_SITE = {"twitter.com": "x.com", "mobile.twitter.com": "x.com"}


def identities_of(reader: Reader) -> Identities | None:
    """Return what a reader declares accounts with, or none where it declares nothing."""
    found = getattr(reader, "identities", None)
    return cast("Identities", found) if callable(found) else None


def mailed(actor: str, address: str, name: str = "") -> Account | None:
    """Return an account with the mailbox of an address; none where the address is nobody's."""
    mailbox, domain, gravatar = _mailbox(address)
    return Account(actor, name=name, mailbox=mailbox, domain=domain, gravatar=gravatar) if mailbox else None


def pictured(actor: str, picture: str) -> Account | None:
    """Return an account with the mailbox whose hash a picture of Gravatar is named by; none for others.

    Args:
        actor: The id that its deeds bear.
        picture: The address of the picture, or the hash alone.
    """
    found = _GRAVATAR.match(picture[:LONGEST].strip().lower())
    if not found or (short := found[1][:HASH]) in _FACELESS:
        return None
    # Gravatar went from MD5 to SHA-256, which is what mailboxes are known by here as well.
    return Account(actor, mailbox=short) if len(found[1]) == _SHA256 else Account(actor, gravatar=short)


def distinct(accounts: Iterable[Account | None]) -> Iterator[Account]:
    """Yield each account once that says more than its id, the first `MOST` of them."""
    seen: set[Account] = set()
    for account in accounts:
        if account is None or account in seen or not any(account[2:]):
            continue
        if len(seen) >= MOST:
            return
        seen.add(account)
        yield account


def is_nobodys(address: str) -> bool:
    """Return whether people give an address in place of their own, as ``none@HOST``: it tells nobody apart.

    One at ``example.com`` is of no mailbox but may tell people apart: so addresses are written that somebody
    replaced by others before giving an export away.
    """
    return _NOBODY.match(address[:LONGEST].strip().lower()) is not None


def is_unreached(address: str) -> bool:
    """Return whether no mail goes to the host of an address (RFC 2606, RFC 6761)."""
    return _UNREACHED.match(address[:LONGEST].strip().lower()) is not None


def public(name: str | None) -> str | None:
    """Return a name as it may be shown, none where it is empty.

    Of an e-mail address that is what stands before the ``@``; beside a name an address is left out.
    ``@ann@hill.example`` is no mailbox, but somebody of the fediverse.
    """
    if not name or "@" not in name:
        return name or None
    if found := _ADDRESS.fullmatch(name.strip()):
        return found[1]
    return _BESIDE.sub("", name).strip() or None


@lru_cache(maxsize=8192)
def _mailbox(address: str) -> tuple[str, str, str]:
    """Return the hash of the mailbox behind an address, its domain, and Gravatar's hash; empty for nobody's.

    ``ada+list@vale.example`` is the mailbox of ``ada@vale.example``; Gmail also passes over dots.
    """
    text = address[:LONGEST].strip().lower()
    local, at, domain = text.rpartition("@")
    if not (at and local and domain) or is_nobodys(text) or is_unreached(text):
        return "", "", ""
    gravatar = hashlib.md5(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:HASH]
    local = local.partition("+")[0] or local
    if domain in _GMAIL:
        local, domain = local.replace(".", ""), _GMAIL[0]
    mailbox = hashlib.sha256(f"{local}@{domain}".encode("utf-8", "replace")).hexdigest()[:HASH]
    return mailbox, domain, gravatar


def page(url: str) -> str:
    """Return a web address without what may differ between two ways to write it; empty for none."""
    scheme, mark, rest = url[:LONGEST].strip().partition("://")
    if not mark or scheme.lower() not in ("http", "https"):
        return ""
    host, _, path = re.split(r"[?#]", rest)[0].partition("/")
    host = host.lower().removeprefix("www.")
    host = _SAME_SITE.get(host, host)
    path = path.rstrip("/")
    return f"{host}/{path.lower() if host in _CASELESS else path}".rstrip("/")


def links_in(texts: Iterable[object]) -> tuple[str, ...]:
    """Return the pages that the texts of a profile link to, in HTML or plain."""
    found = (page(url.rstrip(".,;:!?")) for text in texts if type(text) is str for url in _URL.findall(text))
    return tuple(dict.fromkeys(each for each in found if each))[:LINKS]

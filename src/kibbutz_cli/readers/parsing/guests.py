"""Guests: people who wrote below a page without an account there."""

import hashlib
import re
import unicodedata
from functools import lru_cache

from kibbutz_cli.readers.identity import is_nobodys
from kibbutz_cli.readers.patterns import pattern

KEPT = 16_384
"""Guests kept in mind; most comments of a page are by people who wrote before."""


_NAMELESS = frozenset({
    "", "guest", "anonymous", "anonym", "anonyme", "anoniem", "anónimo", "anônimo", "anònim",
    "anonimo", "anonim", "anonimowy", "anonymní", "anonymný", "anonymi", "anonyymi", "névtelen",
    "ads\u0131z", "ανώνυμος", "анонимный", "анонімний", "анонім", "анонимен", "анониман", "匿名",
    "익명", "غير معرف", "ناشناس", "گمنام", "אנונימי", "ไม่ระบุชื่อ", "nặc danh", "tanpa nama",
    "hindi-nagpakilala", "anonimno", "anonimni", "anonīms", "anonimiškas", "anonüümne",
    "anonimoa", "nafnlaus", "बेनामी", "अनामित", "અનામિક", "নামহীন", "பெயரில்லா", "అజ్ఞాత",
    "ಅನಾಮಧೇಯ", "അജ്ഞാതൻ", "അജ്ഞാതന്\u200d",
})  # fmt: skip
"""What sites call whoever gave no name: Blogger in its languages, and Disqus where an account is gone."""

_NO_PAGE = frozenset({"", "http:", "https:"})
"""What forms for comments have in them before somebody writes an address."""

_WAPUU = "wapuu@wordpress.example"
_WORDPRESS = pattern(r"https?://(?:wordpress\.com|(?:[a-z-]{2,8}\.)?wordpress\.org)/?", re.IGNORECASE)
"""What WordPress signs the first comment of every new blog with, in every language: its page alone before
version 4.6. The comment goes along when a blog moves elsewhere."""


@lru_cache(maxsize=KEPT)
def guest(platform: str, site: str, mail: str, name: str, url: str = "") -> str | None:
    """Return the id of a guest; none where nobody is named: all who are called anonymous are not one member.

    WordPress, which comments on every new blog itself, is nobody either.

    Guests are told apart by the hash of the e-mail address, which is not kept itself, else, as where many
    give that address in place of their own, by the hash of name and web address.

    Args:
        platform: The reader's platform.
        site: The site they wrote on: the same name elsewhere is somebody else.
        mail: The address they gave, or anything that is none.
        name: How they are shown.
        url: The web address they gave.
    """
    if mail.strip().lower() == _WAPUU or ("@" not in mail and _WORDPRESS.fullmatch(url)):
        return None
    if "@" in mail and not is_nobodys(mail):
        return f"{platform}:mail-{hashed(mail.strip().lower())}@{site}"
    if is_nameless(name) and url.rstrip("/").lower() in _NO_PAGE:
        return None
    return f"{platform}:guest-{hashed(f'{name} {url}')}@{site}"


def is_nameless(name: str) -> bool:
    """Return whether a name says that somebody gave none."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold() in _NAMELESS


def hashed(text: str) -> str:
    """Return a text's hash, the same on every machine."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]

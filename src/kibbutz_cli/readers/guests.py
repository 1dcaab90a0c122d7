"""Guests: people who wrote below a page without an account there."""

import hashlib
from functools import lru_cache

KEPT = 16_384
"""Guests kept in mind; most comments of a page are by people who wrote before."""


@lru_cache(maxsize=KEPT)
def guest(platform: str, site: str, mail: str, name: str, url: str = "") -> str | None:
    """Return the id of a guest; none where nobody is named.

    Guests are told apart by the hash of the e-mail address, which is not kept itself, else by the hash of
    name and web address.

    Args:
        platform: The reader's platform.
        site: The site they wrote on: the same name elsewhere is somebody else.
        mail: The address they gave, or anything that is none.
        name: How they are shown.
        url: The web address they gave.
    """
    if "@" in mail:
        return f"{platform}:mail-{hashed(mail.strip().lower())}@{site}"
    if not name and not url:
        return None
    return f"{platform}:guest-{hashed(f'{name} {url}')}@{site}"


def hashed(text: str) -> str:
    """Return a text's hash, the same on every machine."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]

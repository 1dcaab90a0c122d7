"""Web addresses as people and exports write them: some are none."""

from urllib.parse import SplitResult, urlsplit

LENGTH = 1000
"""Letters of an address that are looked at."""


def parts_of(url: str) -> SplitResult | None:
    """Return the parts of a web address; none where it cannot be taken apart."""
    try:
        return urlsplit(url)
    except ValueError:  # half of an IPv6 address
        return None


def host_of(url: str) -> str:
    """Return the host of a web address, in lower case; empty where there is none."""
    parts = parts_of(url[:LENGTH])
    return parts.hostname or "" if parts else ""

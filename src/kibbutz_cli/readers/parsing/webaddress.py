"""Web addresses as people and exports write them: some are none."""

from urllib.parse import urlsplit

LENGTH = 1000
"""Letters of an address that are looked at."""


def host_of(url: str) -> str:
    """Return the host of a web address, in lower case; empty where there is none."""
    try:
        return urlsplit(url[:LENGTH]).hostname or ""
    except ValueError:  # half of an IPv6 address
        return ""

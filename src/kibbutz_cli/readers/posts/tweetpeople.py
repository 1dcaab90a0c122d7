"""What the profiles beside tweets declare of an account: its pages, and those that it links to."""

from collections.abc import Iterator

from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.identity import links_in
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.posts.tweets import PLATFORM

HOME = "https://x.com/"

LINKING = ("url", "description")
"""The parts of a profile whose links are told with where they lead; in the words they are shortened."""


def pages_of(own: str, username: str) -> tuple[str, ...]:
    """Return the pages of an account: by its id, and by its name where that is told."""
    return links_in([f"{HOME}i/user/{own}", f"{HOME}{username}" if username else ""])


def account(user: Fields) -> Account | None:
    """Return what an object declares; none where it is no account, of the API v1.1 or v2."""
    own = text_of(user.get("id_str")) or text_of(user.get("id"))
    username = text_of(user.get("screen_name")) or text_of(user.get("username"))
    if not own.isdecimal() or not username:
        return None
    return Account(f"{PLATFORM}:{own}", pages=pages_of(own, username), links=links_in(_linked(user)))


def _linked(user: Fields) -> Iterator[object]:
    entities = fields_of(user.get("entities"))
    for part in LINKING:
        for each in list_of(fields_of(entities.get(part)).get("urls")):
            yield fields_of(each).get("expanded_url")

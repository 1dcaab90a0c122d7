"""What GitHub's data declare of people: the page of a login, its addresses, and what a profile links to."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.identity import LONGEST, links_in, mailed, pictured
from kibbutz_cli.readers.parsing.jsonvalues import objects_in, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.githubdeeds import login_of, member

PRIVATE = "users.noreply.github.com"
"""Where everybody has an address that hides another: LOGIN, and since 2017 NUMBER+LOGIN."""

ALONE = ("actor", "author", "mergedBy")
"""Where a login stands without more, in events of before 2015 and in an ``archive.json``."""

KEPT = 16_384
"""People kept in mind: those who do much are in the data again and again."""

_LOGIN = pattern(r"[A-Za-z0-9][A-Za-z0-9_-]{0,38}")
_DISGUISED = pattern(r"[0-9a-f]{40}@")
"""How GH Archive writes the addresses of others: the name in front is hashed."""


class User(NamedTuple):
    """What the data tell of somebody; whatever is not told is empty."""

    login: str
    id: str = ""
    gravatar_id: str = ""
    email: str = ""
    name: str = ""
    blog: str = ""
    bio: str = ""
    twitter_username: str = ""


def accounts(value: object) -> Iterator[Account]:
    """Yield what a record declares of everybody in it."""
    for each in objects_in(value):
        if type(each.get("login")) is str:
            rest = {key: text for key in _REST if (text := text_of(each.get(key)))}
            yield from _declared(User(login_of(each), **rest))
        for key in ALONE:
            if type(login := each.get(key)) is str:
                yield from _declared(User(login_of(login)))


@lru_cache(maxsize=KEPT)
def _declared(user: User) -> tuple[Account, ...]:
    if not _LOGIN.fullmatch(user.login):
        return ()
    actor, page = member(user.login), f"github.com/{user.login.lower()}"
    numbered = f"{user.id}+" if user.id.isdecimal() else ""
    address = "" if _DISGUISED.match(user.email) else user.email
    found = (
        Account(actor, network=page, pages=(page,), links=links_in(_linked(user))),
        mailed(actor, f"{user.login}@{PRIVATE}"),
        mailed(actor, f"{numbered}{user.login}@{PRIVATE}"),
        pictured(actor, user.gravatar_id),
        mailed(actor, address, user.name),
    )
    return tuple(account for account in found if account)


def _linked(user: User) -> Iterator[str]:
    """Yield the texts of a profile in which web addresses are; a blog may stand there without ``https``."""
    blog = user.blog[:LONGEST].strip()
    yield blog if "://" in blog else f"https://{blog}"
    yield f"https://x.com/{user.twitter_username}" if user.twitter_username else ""
    yield user.bio


_REST = User._fields[1:]

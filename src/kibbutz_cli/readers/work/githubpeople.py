"""What GitHub's data declare of people: the page of a login, its addresses, and what a profile links to."""

from collections.abc import Iterator

from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.identity import LONGEST, links_in, mailed, pictured
from kibbutz_cli.readers.parsing.jsonvalues import Fields, objects_in, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.githubdeeds import login_of, member

PRIVATE = "users.noreply.github.com"
"""Where everybody has an address that hides another: LOGIN, and since 2017 NUMBER+LOGIN."""

ALONE = ("actor", "author", "mergedBy")
"""Where a login stands without more, in events of before 2015 and in an ``archive.json``."""

_LOGIN = pattern(r"[A-Za-z0-9][A-Za-z0-9_-]{0,38}")
_DISGUISED = pattern(r"[0-9a-f]{40}@")
"""How GH Archive writes the addresses of others: the name in front is hashed."""


def accounts(value: object) -> Iterator[Account | None]:
    """Yield what a record declares of everybody in it."""
    for each in objects_in(value):
        if type(each.get("login")) is str:
            yield from _declared(each)
        for key in ALONE:
            if type(each.get(key)) is str:
                yield from _declared({"login": each[key]})


def _declared(user: Fields) -> Iterator[Account | None]:
    login, number = login_of(user), text_of(user.get("id"))
    if not _LOGIN.fullmatch(login):
        return
    actor, page = member(login), f"github.com/{login.lower()}"
    handle = text_of(user.get("twitter_username"))
    blog = text_of(user.get("blog"))[:LONGEST].strip()
    links = links_in(
        [
            blog if "://" in blog else f"https://{blog}",
            f"https://x.com/{handle}" if handle else "",
            user.get("bio"),
        ]
    )
    yield Account(actor, network=page, pages=(page,), links=links)
    yield mailed(actor, f"{login}@{PRIVATE}")
    if number.isdecimal():
        yield mailed(actor, f"{number}+{login}@{PRIVATE}")
    yield pictured(actor, text_of(user.get("gravatar_id")))
    if not _DISGUISED.match(address := text_of(user.get("email"))):
        yield mailed(actor, address, text_of(user.get("name")))

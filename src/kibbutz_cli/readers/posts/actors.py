"""What an actor of ActivityStreams declares of itself: its pages, and the pages that its profile names."""

from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.identity import links_in
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.posts.statuses import PLATFORM

MACHINES = frozenset({"Application", "Service"})
"""Accounts that a program runs: Mastodon writes these types for its own, and for who is marked as a bot."""

TYPES = frozenset({"Person", "Group", "Organization"}) | MACHINES


def account(actor: Fields) -> Account | None:
    """Return the account of an actor; none for one without an id."""
    uri = text_of(actor.get("id"))
    if not uri:
        return None
    values = [fields_of(each).get("value") for each in list_of(actor.get("attachment"))]
    also = actor.get("alsoKnownAs")
    links = links_in([*values, *(also if isinstance(also, list) else [also]), actor.get("movedTo")])
    return Account(f"{PLATFORM}:{uri}", pages=links_in([uri, actor.get("url")]), links=links)

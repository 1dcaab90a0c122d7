"""A Slack workspace as its lists tell it: the channels, which of them are private, and the people."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import Origin
from kibbutz_cli.readers.base import About, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.rooms import Member
from kibbutz_cli.readers.files.heads import opening
from kibbutz_cli.readers.parsing.jsonfile import lines
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of

PLATFORM = "slack"
SLACKBOT = "USLACKBOT"
"""The workspace's own program, which no list marks as one."""

PUBLIC_LIST = "channels.json"
PRIVATE_LISTS = ("groups.json", "mpims.json", "dms.json")
USERS = "users.json"
LISTS = (PUBLIC_LIST, *PRIVATE_LISTS, USERS)

_ROLES = (("is_primary_owner", "owner"), ("is_owner", "owner"), ("is_admin", "admin"))
_DIRECT = re.compile(r"D[A-Z0-9]{7,}|mpdm-.*")
_EXPORTED = re.compile(r"(?:.*/)?(.+?) Slack export ")


class Channel(NamedTuple):
    """A channel: the id, and whether it is private."""

    channel_id: str
    private: bool = False


class Workspace:
    """The channels and people of one workspace; people the lists do not name are met in messages."""

    def __init__(self, community: str = "") -> None:
        self.community = community
        self._channels: dict[str, Channel] = {}
        self._people: dict[str, Member] = {}
        self._listed: set[str] = set()

    def meet_channel(self, entry: Fields, private: bool = False) -> None:
        """Learn of a channel, by its id and by its name."""
        channel = Channel(text_of(entry.get("id")), private or entry.get("is_private") is True)
        for name in (channel.channel_id, text_of(entry.get("name"))):
            if name:
                self._channels[name] = channel

    def learn(self, chunk: Fields) -> None:
        """Learn what a chunk of slackdump's archive tells of a channel or of people."""
        if channel := fields_of(chunk.get("ci")):
            self.meet_channel(channel)
        for user in _people(chunk):
            self.meet_user(user)

    def meet_user(self, entry: Fields) -> None:
        """Learn of a person, as the workspace's own list tells."""
        if user := text_of(entry.get("id")):
            self._people[user] = _person(user, entry)
            self._listed.add(user)
            self.community = self.community or text_of(entry.get("team_id"))

    def lists(self, user: str) -> bool:
        """Return whether the workspace's own list names somebody."""
        return user in self._listed

    def channel(self, folder: str) -> Channel:
        """Return the channel of a folder, or of an id."""
        return self._channels.get(folder) or Channel(folder, _DIRECT.fullmatch(folder) is not None)

    def member(self, user: str, profile: object = None) -> Member:
        """Return the person of an id, met here for the first time unless the lists name them."""
        known = self._people.get(user)
        if known is None or (known.name is None and profile):
            known = Member(f"{PLATFORM}:{user}", _name(fields_of(profile)), bot=user == SLACKBOT)
            self._people[user] = known
        return known


def workspace_of(tree: Tree, root: str, about: About, budget: Budget) -> Workspace:
    """Return the workspace whose lists lie in a folder of the tree; an empty one where there are none.

    Raises:
        InputError: A list is truncated or no list.
        LimitError: A limit of the budget is passed.
    """
    exported = _EXPORTED.match(tree.path.replace("\\", "/"))
    workspace = Workspace(exported[1] if exported else "")
    present = set() if tree.single else set(tree.names())
    for file in (USERS, *PRIVATE_LISTS, PUBLIC_LIST):
        if root + file in present:
            for entry in _entries(tree, root + file, about, budget):
                if file == USERS:
                    workspace.meet_user(entry)
                else:
                    workspace.meet_channel(entry, file in PRIVATE_LISTS)
    return workspace


def _entries(tree: Tree, name: str, about: About, budget: Budget) -> Iterator[Fields]:
    """Yield the entries of a list: an array, or the people of the chunks that slackdump writes."""
    origin = Origin(path=tree.path, member=name, reader=about.name, coverage=about.coverage)
    chunked = opening(tree, name).startswith(b"{")
    with tree.open(name) as stream:
        for found in lines(stream, origin, budget) if chunked else items(stream, origin, budget):
            if isinstance(found, Item):
                fields = fields_of(found.value)
                yield from _people(fields) if chunked else [fields]


def _people(chunk: Fields) -> Iterator[Fields]:
    yield from map(fields_of, list_of(chunk.get("u")))


def _person(user: str, entry: Fields) -> Member:
    role = next((role for flag, role in _ROLES if entry.get(flag) is True), None)
    name = (
        _name(fields_of(entry.get("profile")))
        or text_of(entry.get("real_name"))
        or text_of(entry.get("name"))
    )
    is_bot = entry.get("is_bot") is True or user == SLACKBOT
    return Member(f"{PLATFORM}:{user}", name, role, is_bot)


def _name(profile: Fields) -> str | None:
    names = (text_of(profile.get(key)) for key in ("display_name", "real_name", "name"))
    return next(filter(None, names), None)

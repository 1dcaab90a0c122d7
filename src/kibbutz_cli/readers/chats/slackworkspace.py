"""A Slack workspace as its lists tell it: the channels, which of them are private, and the people."""

from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Origin
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import About, Tree, fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.rooms import Member
from kibbutz_cli.readers.files.heads import located, opening, spelt
from kibbutz_cli.readers.identity import mailed, public
from kibbutz_cli.readers.parsing.jsonfile import document, is_spread, lines
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.patterns import pattern

PLATFORM = "slack"
SLACKBOT = "USLACKBOT"
"""The workspace's own program, which no list marks as one."""

PUBLIC_LIST = "channels.json"
PRIVATE_LISTS = ("groups.json", "mpims.json", "dms.json")
USERS = "users.json"
CANVASES = "canvases.json"
FILE_LIST = "file_conversations.json"
"""What is said of canvases and other files lies in folders like channels', called ``FC:FILE-ID:TITLE``."""

LISTS = (PUBLIC_LIST, *PRIVATE_LISTS, USERS)

PRIVATE_FLAGS = ("is_private", "is_im", "is_mpim")
"""Any of them true makes a channel private: of a direct message, only its own flag may be."""

CHANNEL_FIELDS = fields(
    """
    id name name_normalized previous_names created creator updated is_channel is_group is_im is_mpim
    is_private is_archived is_general is_shared is_ext_shared is_org_shared is_global_shared
    is_pending_ext_shared is_member is_open is_starred is_read_only is_frozen is_thread_only
    is_non_threadable is_moved is_user_deleted unlinked members num_members topic purpose properties pins
    user priority locale last_read latest unread_count unread_count_display pending_shared
    pending_connected_team_ids connected_team_ids connected_limited_team_ids shared_team_ids
    internal_team_ids context_team_id conversation_host_id parent_conversation enterprise_id
    """
)
"""The fields of a channel, group or direct message in the lists of exports and archives."""

USER_FIELDS = fields(
    """
    id team_id name real_name deleted color tz tz_label tz_offset profile is_admin is_owner is_primary_owner
    is_restricted is_ultra_restricted is_bot is_app_user is_workflow_bot is_connector_bot is_stranger
    is_invited_user is_email_confirmed is_forgotten is_profile_only_user updated has_2fa two_factor_type
    has_files locale presence enterprise_user teams who_can_share_contact_card
    """
)
"""The fields of a person in the list of them."""

PROFILE_FIELDS = fields(
    """
    display_name display_name_normalized real_name real_name_normalized first_name last_name name title phone
    skype email pronouns start_date fields team avatar_hash is_custom_image image_24 image_32 image_48
    image_72 image_192 image_512 image_1024 image_original status_text status_text_canonical status_emoji
    status_emoji_display_info status_expiration huddle_state huddle_state_expiration_ts huddle_state_call_id
    api_app_id bot_id always_active guest_invited_by guest_expiration_ts is_restricted is_ultra_restricted
    """
)
"""The fields of a person's profile, in the list of people or, shortened, in a message."""

CHUNK_FIELDS = fields("t ts id n r to l nt ci cu p m f u c ch w st b sq sm sf")
"""The fields of a line of slackdump's archive."""

_CHUNKED = {USERS: "u", PUBLIC_LIST: "ch"}
_ROLES = (("is_primary_owner", "owner"), ("is_owner", "owner"), ("is_admin", "admin"))
_DIRECT = pattern(r"D[A-Z0-9]{6,}|mpdm-.*")
# A list may show one of these to everybody: a private group that was opened keeps its id.
_GROUP = pattern(r"G[A-Z0-9]{6,}")
# Where no file may have a colon in its name, programs that unpack the export put another sign.
_OF_FILE = pattern(r"FC[:_](F[A-Z0-9]+)[:_].*")
_EXPORTED = pattern(r"(?:.*/)?(.+?) Slack export ")


class Channel(NamedTuple):
    """A channel: the id, and whether it is private."""

    channel_id: str
    private: bool = False


class Workspace:
    """The channels and people of one workspace; people the lists do not name are met in messages."""

    def __init__(self, budget: Budget, community: str = "") -> None:
        self.community = community
        self._budget = budget
        self._channels: dict[str, Channel] = {}
        self._people: dict[str, Member] = {}
        self._guessed: set[str] = set()
        self._listed: set[str] = set()
        self._shown: set[str] = set()

    def meet_channel(self, entry: Fields, private: bool = False) -> None:
        """Learn of a channel, by its id and by its name."""
        self._budget.expects(CHANNEL_FIELDS, entry, "channel")
        names = [name for key in ("id", "name") if (name := text_of(entry.get(key)))]
        private = private or self._tells_private(entry)
        for name in names:
            self._channels[spelt(name)] = Channel(text_of(entry.get("id")), private)

    def meet_file(self, entry: Fields) -> None:
        """Learn whether a file is shown to everybody."""
        if entry.get("is_public") is True:
            self._shown.add(text_of(entry.get("id")))

    def foresee(self, chunk: Fields) -> None:
        """Learn what a chunk of slackdump's archive tells of channels.

        What one tells as private is so, wherever it stands: others have no more of a channel than its id, and
        no flag is true. By its id a group is private as long as none tells what it is.
        """
        for channel in (fields_of(chunk.get("ci")), *_listed(chunk, PUBLIC_LIST)):
            if own := text_of(channel.get("id")):
                known = self._channels.get(own)
                private = known is not None and known.private and own not in self._guessed
                if not _is_group(own) or channel.get("is_channel") is True or self._tells_private(channel):
                    self._guessed.discard(own)
                elif known is None:
                    self._guessed.add(own)
                self.meet_channel(channel, private or own in self._guessed)

    def learn(self, chunk: Fields) -> None:
        """Learn what a chunk of slackdump's archive tells of people."""
        self._budget.expects(CHUNK_FIELDS, chunk, "chunk")
        for user in _listed(chunk, USERS):
            self.meet_user(user)

    def meet_user(self, entry: Fields) -> None:
        """Learn of a person, as the workspace's own list tells."""
        self._budget.expects(USER_FIELDS, entry, "user")
        self._budget.expects(PROFILE_FIELDS, fields_of(entry.get("profile")), "user.profile")
        if user := text_of(entry.get("id")):
            self._people[user] = _person(user, entry)
            self._listed.add(user)
            self.community = self.community or text_of(entry.get("team_id"))

    def lists(self, user: str) -> bool:
        """Return whether the workspace's own list names somebody."""
        return user in self._listed

    def lists_channel(self, channel: str) -> bool:
        """Return whether anything lists a channel."""
        return spelt(channel) in self._channels

    def channel(self, folder: str, name: str = "") -> Channel:
        """Return the channel of a folder, or of an id; the name tells more of one that is not known."""
        folder = spelt(folder)
        private = _is_group(folder) or any(map(self._is_private, (folder, name)))
        return self._channels.get(folder) or Channel(folder, private)

    def _tells_private(self, entry: Fields) -> bool:
        """Return whether an entry tells a channel as private, by a flag, or by what it is called."""
        flagged = any(entry.get(flag) is True for flag in PRIVATE_FLAGS)
        return flagged or any(self._is_private(text_of(entry.get(key))) for key in ("id", "name"))

    def _is_private(self, folder: str) -> bool:
        of_file = _OF_FILE.fullmatch(folder)
        return of_file[1] not in self._shown if of_file else _DIRECT.fullmatch(folder) is not None

    def member(self, user: str, profile: object = None) -> Member:
        """Return the person of an id, met here for the first time unless the lists name them."""
        known = self._people.get(user)
        if known is None or (known.name is None and profile):
            told = fields_of(profile)
            self._budget.expects(PROFILE_FIELDS, told, "user_profile")
            known = Member(f"{PLATFORM}:{user}", public(_name(told)), bot=user == SLACKBOT)
            self._people[user] = known
        return known


def workspace_of(tree: Tree, root: str, about: About, budget: Budget) -> Workspace:
    """Return the workspace whose lists lie in a folder of the tree; an empty one where there are none.

    Raises:
        InputError: A list is truncated or no list, or a channel in it cannot be read.
        LimitError: A limit of the budget is passed.
    """
    exported = _EXPORTED.match(located(tree.path))
    workspace = Workspace(budget, exported[1] if exported else "")
    meets = {USERS: workspace.meet_user, CANVASES: workspace.meet_file}
    present = set() if tree.single else set(tree.names())
    for file in (USERS, CANVASES, *PRIVATE_LISTS, FILE_LIST, PUBLIC_LIST):
        if root + file in present:
            for entry in _entries(tree, root + file, about, budget):
                if meet := meets.get(file):
                    meet(entry)
                else:
                    workspace.meet_channel(entry, file in PRIVATE_LISTS)
    return workspace


def accounts(tree: Tree, root: str, about: About, budget: Budget) -> Iterator[Account | None]:
    """Yield the mailbox of each person in the list of a workspace; of a shared program there is none."""
    if tree.single or root + USERS not in tree.names():
        return
    for entry in _entries(tree, root + USERS, about, budget):
        profile = fields_of(entry.get("profile"))
        member = _person(text_of(entry.get("id")), entry)
        if not member.bot:
            yield mailed(member.actor, text_of(profile.get("email")), text_of(profile.get("real_name")))


def _entries(tree: Tree, name: str, about: About, budget: Budget) -> Iterator[Fields]:
    """Yield the entries of a list: an array, an object by their ids, or what slackdump's chunks list."""
    origin = Origin(path=tree.path, member=name, reader=about.name, coverage=about.coverage)
    head, file = opening(tree, name), name.rpartition("/")[2]
    parsed = items if not head.startswith(b"{") else document if is_spread(head) else lines
    with tree.open(name) as stream:
        for found in parsed(stream, origin, budget):
            if isinstance(found, Item):
                fields = fields_of(found.value)
                yield from [fields] if parsed is items else _listed(fields, file)
            elif file != USERS:
                # Who passed over it would not know which channels and files are private.
                raise InputError(f"{found}: expected an entry of {file}", about.how)


def _is_group(name: str) -> bool:
    """Return whether a channel is called by the id of a private group."""
    return _GROUP.fullmatch(name) is not None


def _listed(chunk: Fields, file: str) -> Iterator[Fields]:
    """Yield what a chunk lists of that which a file is for; what is no chunk has the entries by their ids."""
    listed = list_of(chunk.get(_CHUNKED.get(file, ""))) if "t" in chunk else chunk.values()
    yield from map(fields_of, listed)


def _person(user: str, entry: Fields) -> Member:
    role = next((role for flag, role in _ROLES if entry.get(flag) is True), None)
    name = (
        _name(fields_of(entry.get("profile")))
        or text_of(entry.get("real_name"))
        or text_of(entry.get("name"))
    )
    is_bot = entry.get("is_bot") is True or user == SLACKBOT
    return Member(f"{PLATFORM}:{user}", public(name), role, is_bot)


def _name(profile: Fields) -> str | None:
    names = (text_of(profile.get(key)) for key in ("display_name", "real_name", "name"))
    return next(filter(None, names), None)

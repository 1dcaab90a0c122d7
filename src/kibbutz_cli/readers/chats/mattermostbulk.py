"""What the lines of a Mattermost bulk export are: people, channels, and posts with their replies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kibbutz_cli.model.activity import Activity, IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.mattermostposts import (
    COMINGS,
    PLATFORM,
    PUBLIC,
    WORDS,
    is_program,
    led_by,
    named,
    role_of,
)
from kibbutz_cli.readers.chats.rooms import Given, Member, Place, Room, moment_of, reactions, told
from kibbutz_cli.readers.parsing.jsonfile import first_fields
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.parsing.ownwords import own_lines
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

VERSION = 1
POST, DIRECT, USER, BOT, CHANNEL = "post", "direct_post", "user", "bot", "channel"

LINE_FIELDS = fields(
    """
    type version info role scheme team channel user bot post direct_channel direct_post emoji
    """
)
POST_FIELDS = fields(
    """
    team channel user type message props create_at edit_at flagged_by reactions replies attachments is_pinned
    thread_followers
    """
)
"""The fields of a post; those of a reply are among them."""

REACTION_FIELDS = fields("user create_at emoji_name")
CHANNEL_FIELDS = fields("team name display_name type header purpose scheme deleted_at")
USER_FIELDS = fields(
    """
    profile_image username email auth_service auth_data password nickname first_name last_name position roles
    locale delete_at teams theme display_font military_time teammate_name_display name_format link_previews
    message_display collapse_consecutive_messages colorize_usernames channel_display_mode tutorial_step
    email_interval notify_props custom_status feature_enabled_markdown_preview formatting show_unread_section
    show_unread_scroll_position show_join_leave send_on_ctrl_enter code_block_ctrl_enter sync_drafts
    limit_visible_dms_gms
    """
)
BOT_FIELDS = fields("profile_image username owner display_name description delete_at")

NOTICES = {
    "joined the channel.": "system_join_channel",
    "joined the channel as guest.": "system_guest_join_channel",
    "joined the team.": "system_join_team",
    "left the channel.": "system_leave_channel",
    "left the team.": "system_leave_team",
}
"""What servers wrote behind the name of who came or left."""

CHANGED, ADDED = "system_header_change", "system_add_to_channel"

_CHANGES = ("updated the channel ", "removed the channel ", "archived the channel", "unarchived the channel")
_ADDS = pattern(r"\S+ added to the (?:channel|team) by ")
_KNOWN = {USER: USER_FIELDS, BOT: BOT_FIELDS, CHANNEL: CHANNEL_FIELDS}


class Bulk:
    """One export: its people and channels are to come before the posts, and the posts the oldest first."""

    def __init__(self) -> None:
        self._rooms: dict[str, Room] = defaultdict(Room)
        self._public: set[str] = set()
        self._lists_channels = False
        self._people: dict[str, Member] = {}

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what a line is: nothing, or a post, who is named in it, who reacted, and its replies."""
        line = fields_of(value)
        budget.expects(LINE_FIELDS, line, "line")
        kind = text_of(line.get("type"))
        body = fields_of(line.get(kind))
        if kind == POST:
            yield from self._post(body, "", record, budget)
        elif kind == DIRECT:
            for _ in (body, *_listed(body.get("replies"))):
                budget.record()
                yield record.ignored(IgnoredReason.PRIVATE)
        elif not kind:
            budget.record()
            yield record.rejected(RejectionCode.MALFORMED, "type: expected what the line is about")
        else:
            self._meet(kind, body, budget)

    def _meet(self, kind: str, body: Fields, budget: Budget) -> None:
        if known := _KNOWN.get(kind):
            budget.expects(known, body, kind)
        username = text_of(body.get("username"))
        if kind in (USER, BOT) and username:
            self._people[username] = Member(f"{PLATFORM}:{username}", username, role_of(body), kind == BOT)
        elif kind == CHANNEL:
            self._lists_channels = True
            if body.get("type") == PUBLIC:
                self._public.add(_room_id(body, "name"))

    def _post(self, post: Fields, first: str, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield a post, then its replies; these do not name the channel again."""
        room = first.rpartition("/")[0] or _room_id(post, "channel")
        budget.record()
        budget.expects(POST_FIELDS, post)
        deed = self._outcome(post, room, first, record)
        yield deed
        if isinstance(deed, Activity) and deed.kind in (Kind.POST, Kind.REPLY):
            yield from mentions(deed, named(text_of(post.get("message")), self._people))
            if given := post.get("reactions"):
                yield from reactions(deed, self._given(given, budget), record, budget)
        own = f"{room}/{text_of(post.get('create_at'))}-{text_of(post.get('user'))}"
        for reply in _listed(post.get("replies")):
            yield from self._post(reply, own, record, budget)

    def _outcome(self, post: Fields, room: str, first: str, record: Record) -> Outcome:
        user, sent = text_of(post.get("user")), post.get("create_at")
        kind = text_of(post.get("type")) if "type" in post else _notice(text_of(post.get("message")), user)
        # The line of a channel that is not listed among the others may be lost, and it be private.
        if self._lists_channels and room not in self._public:
            return record.ignored(IgnoredReason.PRIVATE)
        member = self._people.get(user) or Member(f"{PLATFORM}:{user}", user)
        if member.bot or is_program(post):
            return record.ignored(IgnoredReason.BOT)
        if kind not in WORDS and kind not in COMINGS:
            return record.ignored(IgnoredReason.SERVICE)
        if not user:
            return record.rejected(RejectionCode.NO_ACTOR, "user: expected the name of who wrote it")
        if type(sent) is not int or sent <= 0:
            return record.rejected(RejectionCode.BAD_TIME, "create_at: expected milliseconds since 1970")
        ts_us, coming = sent * 1000, COMINGS.get(kind)
        own = f"{room}/{sent}-{user}"
        text = "" if coming else own_lines(text_of(post.get("message")))
        if coming:
            place = Place(coming, None, None, None)
        elif first:
            place = self._rooms[room].within(own, member, ts_us, first)
        else:
            led = led_by(text_of(post.get("message")), self._people)
            place = self._rooms[room].says(own, member, ts_us, led)
        return told(
            record,
            member,
            moment_of(ts_us),
            place,
            activity_id=own,
            platform=PLATFORM,
            community=room,
            text_len=len(text),
            text_print=print_of(text),
        )

    def _given(self, given: object, budget: Budget) -> Iterable[Given]:
        for each in _listed(given):
            budget.expects(REACTION_FIELDS, each, "reactions")
            user, sent = text_of(each.get("user")), each.get("create_at")
            giver = (self._people.get(user) or Member(f"{PLATFORM}:{user}", user)) if user else None
            moment = moment_of(sent * 1000) if type(sent) is int and sent > 0 else None
            yield Given(giver, text_of(each.get("emoji_name")), moment)


def is_bulk_head(head: bytes) -> bool:
    """Return whether a file begins like a bulk export: all of them tell their version first."""
    first = first_fields(head)
    return first.get("type") == "version" and first.get("version") == VERSION


def sent_of(value: object) -> int | None:
    """Return the milliseconds at which a line's post was written; none where it is about another thing."""
    sent = fields_of(fields_of(value).get(POST)).get("create_at")
    return sent if type(sent) is int and sent > 0 else None


def _notice(message: str, user: str) -> str:
    """Return which notice a post is that tells no type, as exports of old servers do not; empty for none."""
    if message.endswith(f" by {user}.") and _ADDS.match(message):
        return ADDED
    name, _, rest = message.partition(" ")
    if name != user:
        return ""
    return CHANGED if rest.startswith(_CHANGES) else NOTICES.get(rest, "")


def _listed(value: object) -> list[Fields]:
    return [fields_of(each) for each in value] if type(value) is list else []


def _room_id(body: Fields, key: str) -> str:
    return f"{text_of(body.get('team'))}/{text_of(body.get(key))}"

"""What the posts of Mattermost's API are: posts, replies, joins, leaves, mentions and reactions."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kibbutz_cli.model.activity import Activity, IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.rooms import Given, Member, Place, Room, moment_of, reactions, told
from kibbutz_cli.readers.files.heads import is_json
from kibbutz_cli.readers.identity import mailed
from kibbutz_cli.readers.parsing.jsonfile import first_fields
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.ownwords import own_lines
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

PLATFORM = "mattermost"

WORDS = frozenset({"", "me", "slack_attachment"})
"""The types of what people write; all others are notices."""

COMINGS = {
    "system_join_channel": Kind.JOIN,
    "system_guest_join_channel": Kind.JOIN,
    "system_join_team": Kind.JOIN,
    "system_leave_channel": Kind.LEAVE,
    "system_leave_team": Kind.LEAVE,
}

PUBLIC = "O"
PROGRAMS = ("from_webhook", "from_bot", "from_plugin")

PAGE_FIELDS = fields("order posts next_post_id prev_post_id has_next first_inaccessible_post_time")
POST_FIELDS = fields(
    """
    id create_at update_at edit_at delete_at is_pinned user_id channel_id root_id parent_id original_id
    message message_source type props hashtags filenames file_ids pending_post_id has_reactions remote_id
    reply_count last_reply_at participants is_following metadata
    """
)
REACTION_FIELDS = fields("user_id post_id emoji_name create_at update_at delete_at remote_id channel_id")
USER_FIELDS = fields(
    """
    id create_at update_at delete_at username auth_data auth_service email email_verified nickname first_name
    last_name position roles allow_marketing props notify_props last_password_update last_picture_update
    failed_attempts locale timezone mfa_active remote_id last_activity_at is_bot bot_description
    bot_last_icon_update terms_of_service_id terms_of_service_create_at disable_welcome_email last_login
    """
)
BOT_FIELDS = fields(
    "user_id create_at update_at delete_at username display_name description owner_id last_icon_update"
)
CHANNEL_FIELDS = fields(
    """
    id create_at update_at delete_at extra_update_at team_id type display_name name header purpose
    last_post_at last_root_post_at total_msg_count total_msg_count_root creator_id scheme_id props
    group_constrained shared policy_id policy_enforced policy_is_active default_category_name banner_info
    autotranslation discoverable team_display_name team_name team_update_at
    """
)
"""The fields of what the interface gives: pages, posts, reactions, users, bots and channels."""

_MARKS = (
    pattern(rb'"posts"\s*:\s*\{'),
    pattern(rb'"create_at"\s*:\s*\d'),
    pattern(rb'"channel_id"'),
)
_ENTRY = (pattern(rb'"id"\s*:\s*"'), pattern(rb'"(?:username|team_id)"\s*:'))
"""What every user has, and every channel; the ids of forums are numbers."""

_BOT = (pattern(rb'"user_id"\s*:'), pattern(rb'"owner_id"\s*:'), pattern(rb'"username"\s*:'))
_OWN = frozenset({"username", "team_id", "channels"})
"""One of these stands in an entry itself: in other documents, deeper."""

_JOINED = pattern(rb'\[\s*\{\s*"(?:order|posts|next_post_id|prev_post_id|has_next)"')

_NAMED = pattern(r"(?<![\w@./-])@([a-z0-9][a-z0-9._-]*)", re.IGNORECASE)


class Server:
    """The channels and people of one server, as files beside the posts tell them."""

    def __init__(self) -> None:
        self._rooms: dict[str, Room] = defaultdict(Room)
        self._channels: dict[str, str] = {}
        self._private: set[str] = set()
        self._people: dict[str, Member] = {}
        self._usernames: dict[str, Member] = {}
        self._bots: set[str] = set()

    def meet(self, entry: Fields, budget: Budget) -> None:
        """Learn of a user, a bot or a channel, whichever an entry is about."""
        own, username = text_of(entry.get("id")), text_of(entry.get("username"))
        if own and username:
            budget.expects(USER_FIELDS, entry, "user")
            is_bot = entry.get("is_bot") is True or own in self._bots
            self._know(own, Member(f"{PLATFORM}:{own}", username, role_of(entry), is_bot))
        elif (user := text_of(entry.get("user_id"))) and username and "owner_id" in entry:
            budget.expects(BOT_FIELDS, entry, "bot")
            self._bots.add(user)
            self._know(user, Member(f"{PLATFORM}:{user}", username, None, bot=True))
        elif own and "display_name" in entry and "team_id" in entry:
            budget.expects(CHANNEL_FIELDS, entry, "channel")
            self._channels[own] = text_of(entry.get("name"))
            if entry.get("type") != PUBLIC:
                self._private.add(own)

    def _know(self, own: str, member: Member) -> None:
        self._people[own] = self._usernames[member.name or ""] = member

    def posts(self, page: Fields, budget: Budget) -> list[object]:
        """Return the posts of a page."""
        budget.expects(PAGE_FIELDS, page, "page")
        return list(fields_of(page.get("posts")).values())

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what a post is, who is named in it, and who reacted."""
        post = fields_of(value)
        budget.record()
        budget.expects(POST_FIELDS, post)
        deed = self._outcome(post, record)
        yield deed
        if isinstance(deed, Activity) and deed.kind in (Kind.POST, Kind.REPLY):
            yield from mentions(deed, named(text_of(post.get("message")), self._usernames))
            if given := fields_of(post.get("metadata")).get("reactions"):
                yield from reactions(deed, self._given(given, budget), record, budget)

    def _outcome(self, post: Fields, record: Record) -> Outcome:
        if reason := self._left_out(post):
            return record.ignored(reason)
        own, user = text_of(post.get("id")), text_of(post.get("user_id"))
        if not own:
            return record.rejected(RejectionCode.NO_ID, "id: expected the post's id")
        if not user:
            return record.rejected(RejectionCode.NO_ACTOR, "user_id: expected the id of who wrote it")
        ts_us = _sent(post)
        if ts_us is None:
            return record.rejected(RejectionCode.BAD_TIME, "create_at: expected milliseconds since 1970")
        member = self._member(user)
        if member.bot:
            return record.ignored(IgnoredReason.BOT)
        coming = COMINGS.get(text_of(post.get("type")))
        text = "" if coming else own_lines(text_of(post.get("message")))
        channel = text_of(post.get("channel_id"))
        return told(
            record,
            member,
            moment_of(ts_us),
            Place(coming, None, None, None) if coming else self._place(post, own, member, ts_us),
            activity_id=own,
            platform=PLATFORM,
            community=self._channels.get(channel) or channel,
            text_len=len(text),
            text_print=print_of(text),
        )

    def _left_out(self, post: Fields) -> IgnoredReason | None:
        kind = text_of(post.get("type"))
        if text_of(post.get("channel_id")) in self._private:
            return IgnoredReason.PRIVATE
        if post.get("delete_at"):
            return IgnoredReason.DELETED
        if is_program(post):
            return IgnoredReason.BOT
        if kind not in WORDS and kind not in COMINGS:
            return IgnoredReason.SERVICE
        room = self._rooms[text_of(post.get("channel_id"))]
        return IgnoredReason.DUPLICATE if room.known(text_of(post.get("id"))) else None

    def _place(self, post: Fields, own: str, member: Member, ts_us: int) -> Place:
        room = self._rooms[text_of(post.get("channel_id"))]
        if first := text_of(post.get("root_id")):
            return room.within(own, member, ts_us, first)
        return room.says(own, member, ts_us, led_by(text_of(post.get("message")), self._usernames))

    def _given(self, given: object, budget: Budget) -> Iterable[Given]:
        for each in map(fields_of, list_of(given)):
            budget.expects(REACTION_FIELDS, each, "metadata.reactions")
            user, ts_us = text_of(each.get("user_id")), _sent(each)
            giver = self._member(user) if user else None
            yield Given(giver, text_of(each.get("emoji_name")), moment_of(ts_us) if ts_us else None)

    def _member(self, user: str) -> Member:
        return self._people.get(user) or self._people.setdefault(user, Member(f"{PLATFORM}:{user}"))


def paged(page: Fields) -> list[object]:
    """Return the posts that a page is of: without those of their threads that it has beside them."""
    posts = fields_of(page.get("posts"))
    return [posts[own] for own in map(text_of, list_of(page.get("order"))) if own in posts]


def sent_us(post: object) -> int | None:
    """Return when a post was sent; none where it does not tell."""
    return _sent(fields_of(post))


def in_time(posts: Iterable[object]) -> list[object]:
    """Return the posts of all pages of a file, the oldest first."""
    return sorted(posts, key=lambda post: sent_us(post) or 0)


def account(user: Fields, key: str) -> Account | None:
    """Return the mailbox that a user has, known by what stands under a key: the id, or the user name."""
    own, mail = text_of(user.get(key)), text_of(user.get("email"))
    if not own or user.get("is_bot") is True:
        return None
    names = (text_of(user.get("first_name")), text_of(user.get("last_name")))
    return mailed(f"{PLATFORM}:{own}", mail, " ".join(filter(None, names)))


def is_page_head(head: bytes) -> bool:
    """Return whether a file begins like a page of posts, or an array of such pages."""
    opens = head.startswith(b"{") or _JOINED.match(head) is not None
    return opens and all(mark.search(head) for mark in _MARKS)


def is_entry_head(head: bytes) -> bool:
    """Return whether a file begins like a user, a bot or a channel, or like a list of them."""
    if not is_json(head) or not any(all(mark.search(head) for mark in marks) for marks in (_ENTRY, _BOT)):
        return False
    first = first_fields(head)
    return not first or not _OWN.isdisjoint(first)


def tells_of_channels(head: bytes) -> bool:
    """Return whether a file that begins like entries has channels among them, and not users or bots alone."""
    return b'"team_id"' in head


def is_program(post: Fields) -> bool:
    """Return whether a post says that a program wrote it."""
    props = fields_of(post.get("props"))
    return any(props.get(key) in ("true", True) for key in PROGRAMS)


def role_of(user: Fields) -> str | None:
    """Return admin for an admin of the system or a team; none for everybody else."""
    roles = text_of(user.get("roles")).split()
    return "admin" if any(role in ("system_admin", "team_admin") for role in roles) else None


def named(text: str, people: Mapping[str, Member]) -> dict[str, str]:
    """Return the people whose user names a text has after an ``@``, each with the name to show."""
    if "@" not in text:
        return {}
    found = (_known(name, people) for name in _NAMED.findall(text))
    return {member.actor: member.name or "" for member in found if member and not member.bot}


def led_by(text: str, people: Mapping[str, Member]) -> str:
    """Return whose user name a text begins with after an ``@``; empty where it is nobody's."""
    found = _NAMED.match(text) if text.startswith("@") else None
    member = _known(found[1], people) if found else None
    return member.actor if member else ""


def _known(name: str, people: Mapping[str, Member]) -> Member | None:
    name = name.lower()
    # A full stop or a dash may be the sentence's own.
    return people.get(name) or people.get(name.rstrip("._-"))


def _sent(fields: Fields) -> int | None:
    sent = fields.get("create_at")
    return sent * 1000 if type(sent) is int and sent > 0 else None

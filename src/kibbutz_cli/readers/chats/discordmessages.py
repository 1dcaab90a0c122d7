"""What the messages of a Discord channel are: posts, replies, forwards, joins, mentions and reactions."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import Activity, IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.rooms import Given, Member, Place, Room, addressed, reactions, told, unnamed
from kibbutz_cli.readers.identity import public
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.ownwords import own_lines
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

PLATFORM = "discord"

REPLIES = frozenset({"Reply", "19"})
WORDS = frozenset({"Default", "0"}) | REPLIES
"""The types of what people write; all others are notices. Numbers are Discord's own."""

JOINS = frozenset({"GuildMemberJoin", "7"})

FORWARDED = "Forward"
REST = ">>> "
"""All that follows this mark is quoted."""

ANCHORS = frozenset({"owner", "admin", "administrator", "moderator", "maintainer"})
SHORT = {"mod": "moderator"}

DELETED = "Deleted User"
"""What all accounts deleted before 2023 are called, which have one id, too."""

MENTIONED = pattern(r"<@!?(\d{1,20})>")
"""How a text names a user by id, where it is not shown with the name."""

FIELDS = fields(
    """
    id type timestamp timestampEdited callEndedTimestamp isPinned content author attachments components
    embeds stickers reactions mentions reference forwardedMessage interaction inlineEmojis
    """
)
"""The fields of a message."""

USER_FIELDS = fields("id name discriminator nickname color isBot roles avatarUrl")
REACTION_FIELDS = fields("emoji count users count_details me me_burst burst_count burst_colors")
EMOJI_FIELDS = fields("id name code isAnimated imageUrl animated")
"""The fields of a reaction and its sign, those of Discord's own interface among them."""

REFERENCE_FIELDS = fields("type messageId channelId guildId")
"""The fields of what a message answers, or forwards."""


class Channel(NamedTuple):
    """A channel: the id, its server, whether it is private, and whether it is one thread."""

    channel_id: str
    server: str
    private: bool = False
    is_thread: bool = False


class Messages:
    """The messages of one channel, in their order."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._room = Room()
        self._roles: dict[str, str | None] = {}

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what a message is, who is named in it, and who reacted."""
        message = fields_of(value)
        budget.record()
        budget.expects(FIELDS, message)
        if self._channel.private:
            yield record.ignored(IgnoredReason.PRIVATE)
            return
        budget.expects(USER_FIELDS, fields_of(message.get("author")), "author")
        budget.expects(REFERENCE_FIELDS, fields_of(message.get("reference")), "reference")
        deed = self._outcome(message, record)
        yield deed
        if isinstance(deed, Activity) and deed.kind is not Kind.JOIN:
            if named := message.get("mentions"):
                yield from mentions(deed, self._named(named, budget))
            if given := message.get("reactions"):
                yield from reactions(deed, self._given(given, budget), record, budget)

    def _outcome(self, message: Fields, record: Record) -> Outcome:
        if not message:
            return record.rejected(RejectionCode.MALFORMED, "no message: expected an object with an id")
        if text_of(message.get("type")) not in WORDS | JOINS:
            return record.ignored(IgnoredReason.SERVICE)
        author = fields_of(message.get("author"))
        member = self._member(author)
        if member is None:
            return record.rejected(RejectionCode.NO_ACTOR, "author.id: expected the number of who wrote it")
        if member.bot or _is_gone(author):
            return record.ignored(IgnoredReason.BOT if member.bot else IgnoredReason.NO_AUTHOR)
        return self._deed(message, member, record)

    def _deed(self, message: Fields, member: Member, record: Record) -> Outcome:
        own = text_of(message.get("id"))
        if not own:
            return record.rejected(RejectionCode.NO_ID, "id: expected the message's number")
        sent = moment(message.get("timestamp"))
        if sent is None or sent[0] is None:
            return record.rejected(RejectionCode.BAD_TIME, "timestamp: expected an ISO 8601 time")
        joins = text_of(message.get("type")) in JOINS
        place = Place(Kind.JOIN, None, None, None) if joins else self._place(message, own, member, sent[0])
        text = "" if joins or place.kind is Kind.RESHARE else words(_shown(message))
        return told(
            record,
            member,
            sent,
            place,
            activity_id=own,
            platform=PLATFORM,
            community=self._channel.server,
            text_len=len(text),
            text_print=print_of(text),
            like_count=unnamed(message.get("reactions"), "users"),
        )

    def _place(self, message: Fields, own: str, member: Member, ts_us: int) -> Place:
        reference = fields_of(message.get("reference"))
        answered = text_of(reference.get("messageId"))
        if message.get("forwardedMessage") or reference.get("type") == FORWARDED:
            place = self._room.answers(own, member, ts_us, answered)
            return place._replace(kind=Kind.RESHARE, thread_id=place.thread_id or place.object_id)
        if answered and answered != own:
            return self._room.answers(own, member, ts_us, answered)
        # A thread has the id of the message that opened it.
        opening = self._channel.channel_id if self._channel.is_thread else ""
        if not answered and text_of(message.get("type")) in REPLIES:
            return self._room.answers(own, member, ts_us, "", opening)
        if opening and own != opening:
            return self._room.answers(own, member, ts_us, opening)
        return self._room.says(own, member, ts_us, self._addressed(message))

    def _addressed(self, message: Fields) -> str:
        """Return whose name the message begins with; empty where it is nobody's."""
        text = text_of(message.get("content"))
        if leading := MENTIONED.match(text):
            return f"{PLATFORM}:{leading[1]}"
        user = addressed(text, _names(message))
        return f"{PLATFORM}:{user}" if user else ""

    def _named(self, named: object, budget: Budget) -> dict[str, str]:
        found: dict[str, str] = {}
        for user in map(fields_of, list_of(named)):
            budget.expects(USER_FIELDS, user, "mentions")
            member = self._member(user)
            if member and not member.bot and not _is_gone(user):
                found[member.actor] = member.name or ""
        return found

    def _given(self, given: object, budget: Budget) -> Iterable[Given]:
        for each in map(fields_of, list_of(given)):
            emoji = fields_of(each.get("emoji"))
            budget.expects(REACTION_FIELDS, each, "reactions")
            budget.expects(EMOJI_FIELDS, emoji, "reactions.emoji")
            name = text_of(emoji.get("code")) or text_of(emoji.get("name"))
            for user in map(fields_of, list_of(each.get("users"))):
                budget.expects(USER_FIELDS, user, "reactions.users")
                yield Given(None if _is_gone(user) else self._member(user), name)

    def _member(self, author: Fields) -> Member | None:
        user = text_of(author.get("id"))
        if not user:
            return None
        if roles := author.get("roles"):
            self._roles[user] = _role(roles)
        name = text_of(author.get("nickname")) or text_of(author.get("name"))
        return Member(f"{PLATFORM}:{user}", public(name), self._roles.get(user), author.get("isBot") is True)


def _names(message: Fields) -> Iterator[tuple[str, str]]:
    """Yield the id and each name of everybody whom a message mentions."""
    for user in map(fields_of, list_of(message.get("mentions"))):
        yield from ((text_of(user.get("id")), text_of(user.get(key))) for key in ("nickname", "name"))


def _shown(message: Fields) -> str:
    """Return a message's text with the names of those it mentions, as it is shown."""
    content = text_of(message.get("content"))
    if "<@" not in content:
        return content
    users = {text_of(user.get("id")): user for user in map(fields_of, list_of(message.get("mentions")))}

    def shown(found: re.Match[str]) -> str:
        user = users.get(found[1], {})
        name = text_of(user.get("nickname")) or text_of(user.get("name"))
        return f"@{name}" if name else found[0]

    return MENTIONED.sub(shown, content)


def _role(roles: object) -> str | None:
    """Return the role that has a name of weight everywhere, else the first, which is the highest."""
    names = [text_of(fields_of(role).get("name")) for role in roles] if type(roles) is list else []
    for name in names:
        word = name.casefold().removesuffix("s")
        if (word := SHORT.get(word, word)) in ANCHORS:
            return word
    return next(filter(None, names), None)


def _is_gone(author: Fields) -> bool:
    """Return whether an account was deleted; since 2023 such accounts keep an id and a name of their own."""
    return author.get("name") == DELETED and author.get("discriminator") in ("0000", "0", None)


def sent_us(value: object) -> int | None:
    """Return when a message was sent; none where it does not tell."""
    sent = moment(fields_of(value).get("timestamp"))
    return sent[0] if sent else None


def moment(told: object) -> Moment | None:
    """Return a time as Discord writes it; none if it is no time."""
    try:
        return iso(told) if type(told) is str else None
    except ValueError:
        return None


def words(content: str) -> str:
    """Return a message without what it quotes."""
    if REST in content and (at := 0 if content.startswith(REST) else content.find(f"\n{REST}")) >= 0:
        content = content[:at]
    return own_lines(content)

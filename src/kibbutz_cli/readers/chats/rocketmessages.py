"""What the messages of a Rocket.Chat server are: posts, replies, quotes, joins, leaves and reactions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kibbutz_cli.model.activity import Activity, IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.rooms import Given, Member, Place, Room, addressed, moment_of, reactions, told
from kibbutz_cli.readers.files.heads import is_json
from kibbutz_cli.readers.identity import public
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.ownwords import own_lines
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

PLATFORM = "rocketchat"

COMINGS = {"uj": Kind.JOIN, "ut": Kind.JOIN, "ujt": Kind.JOIN, "ul": Kind.LEAVE, "ult": Kind.LEAVE}
"""The notices that somebody came to a channel, a discussion or a team, or left one.

``t`` is empty in what people write.
"""

REMOVED = "rm"
PUBLIC = "c"
CAT = "rocket.cat"
"""The server's own program, whose words do not always say so."""

NOBODY = frozenset({"all", "here", CAT})
TEAM = "team"

FIELDS = fields(
    """
    _id _updatedAt rid msg ts u t tmid tshow tcount tlm replies mentions channels urls file files attachments
    reactions starred pinned pinnedAt pinnedBy unread editedAt editedBy parent parseUrls groupable blocks
    alias avatar emoji bot md html tokens token temp private imported importIds location role drid dcount dlm
    e2e e2eMentions otrAck content actionLinks sentByEmail webRtcCallEndTs translations translationProvider
    autoTranslateShowInverse autoTranslateFetching federation navigation transferData requestData comment
    voipData email customFields slackTs slackBotId _hidden
    """
)
"""The fields of a message."""

USER_FIELDS = fields("_id username name type fname")
"""The fields of who wrote a message, or is named in it."""

REACTION_FIELDS = fields("usernames names federationReactionEventIds")
ROOM_FIELDS = fields(
    """
    _id _updatedAt t name fname msgs default broadcast featured announcement announcementDetails
    joinCodeRequired joinCode encrypted e2eKeyId topic description reactWhenReadOnly sysMes u uids
    usernames usersCount usersWaitingForE2EKeys lastMessage lm ts cl ro favorite archived muted unmuted
    callStatus webRtcCallStartTime servedBy streamingOptions prid avatarETag teamMain teamId teamDefault open
    autoTranslate autoTranslateLanguage unread alert hideUnreadStatus hideMentionStatus createdOTR federated
    federation customFields channel retention importIds rolePrioritiesCreated abacAttributes
    """
)
"""The fields of a room."""

_MARKS = (pattern(rb'"rid"\s*:\s*"'), pattern(rb'"msg"\s*:'), pattern(rb'"ts"\s*:'))
_ROOM_MARKS = (
    pattern(rb'"_id"\s*:\s*"'),
    pattern(rb'"(?:usersCount|msgs)"\s*:'),
    pattern(rb'"t"\s*:\s*"[cpdl]"'),
)
_QUOTE = pattern(r"\[\s*\]\([^()\s]*[?&]msg=([A-Za-z0-9]+)\)\s*")


class Server:
    """The rooms and people of one server."""

    def __init__(self) -> None:
        self._rooms: dict[str, Room] = defaultdict(Room)
        self._names: dict[str, str] = {}
        self._private: set[str] = set()
        self._people: dict[str, Member] = {}

    def meet_room(self, room: Fields, budget: Budget) -> None:
        """Learn how a room is called, and whether it is private."""
        budget.expects(ROOM_FIELDS, room, "room")
        if room_id := text_of(room.get("_id")):
            self._names[room_id] = text_of(room.get("fname")) or text_of(room.get("name"))
            if room.get("t") != PUBLIC:
                self._private.add(room_id)

    def meet(self, message: Fields) -> None:
        """Learn the id behind the user name of who wrote a message."""
        writer = fields_of(message.get("u"))
        user, username = text_of(writer.get("_id")), text_of(writer.get("username"))
        if user and username:
            self._people[username] = _member(writer, user)

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what a message is, who is named in it, and who reacted."""
        message = fields_of(value)
        budget.record()
        budget.expects(FIELDS, message)
        budget.expects(USER_FIELDS, fields_of(message.get("u")), "u")
        deed = self._outcome(message, record)
        yield deed
        if isinstance(deed, Activity) and deed.kind not in (Kind.JOIN, Kind.LEAVE):
            for each in list_of(message.get("mentions")):
                budget.expects(USER_FIELDS, fields_of(each), "mentions")
            named = {f"{PLATFORM}:{user}": name for user, name in _named(message)}
            yield from mentions(deed, named)
            if given := message.get("reactions"):
                yield from reactions(deed, self._given(given, budget), record, budget)

    def _outcome(self, message: Fields, record: Record) -> Outcome:
        if reason := self._left_out(message):
            return record.ignored(reason)
        own, room = text_of(message.get("_id")), text_of(message.get("rid"))
        if not own:
            return record.rejected(RejectionCode.NO_ID, "_id: expected the message's id")
        writer = fields_of(message.get("u"))
        user = text_of(writer.get("_id"))
        if not user:
            return record.rejected(RejectionCode.NO_ACTOR, "u._id: expected the id of who wrote it")
        moment = _sent(message)
        if moment is None or moment[0] is None:
            return record.rejected(RejectionCode.BAD_TIME, "ts: expected an ISO 8601 time")
        coming = COMINGS.get(text_of(message.get("t")))
        member = _member(writer, user)
        text = "" if coming else own_lines(_QUOTE.sub("", text_of(message.get("msg"))))
        return told(
            record,
            member,
            moment,
            Place(coming, None, None, None) if coming else self._place(message, own, member, moment[0]),
            activity_id=own,
            platform=PLATFORM,
            community=self._names.get(room) or room,
            text_len=len(text),
            text_print=print_of(text),
        )

    def _left_out(self, message: Fields) -> IgnoredReason | None:
        room, user = text_of(message.get("rid")), text_of(fields_of(message.get("u")).get("_id"))
        # The id of a direct conversation is made of the ids of the two who have it.
        if room in self._private or (
            user and user != room and (room.startswith(user) or room.endswith(user))
        ):
            return IgnoredReason.PRIVATE
        kind = text_of(message.get("t"))
        if message.get("_hidden") is True:
            return IgnoredReason.DUPLICATE if message.get("parent") else IgnoredReason.DELETED
        if kind == REMOVED:
            return IgnoredReason.DELETED
        if message.get("bot") or user == CAT:
            return IgnoredReason.BOT
        return IgnoredReason.SERVICE if kind and kind not in COMINGS else None

    def _place(self, message: Fields, own: str, member: Member, ts_us: int) -> Place:
        room = self._rooms[text_of(message.get("rid"))]
        if first := text_of(message.get("tmid")):
            return room.within(own, member, ts_us, first)
        text = text_of(message.get("msg"))
        if quoted := _QUOTE.match(text):
            return room.answers(own, member, ts_us, quoted[1])._replace(kind=Kind.QUOTE)
        led = addressed(text, _named(message))
        return room.says(own, member, ts_us, f"{PLATFORM}:{led}" if led else "")

    def _given(self, given: object, budget: Budget) -> Iterable[Given]:
        for emoji, each in fields_of(given).items():
            reaction = fields_of(each)
            budget.expects(REACTION_FIELDS, reaction, "reactions")
            for username in list_of(reaction.get("usernames")):
                yield Given(self._people.get(text_of(username)), emoji)


def is_message_head(head: bytes) -> bool:
    """Return whether a file begins like messages of Rocket.Chat, not like a room with its last message."""
    return is_json(head) and all(mark.search(head) for mark in _MARKS) and not is_room_head(head)


def is_room_head(head: bytes) -> bool:
    """Return whether a file begins like rooms of Rocket.Chat."""
    return all(mark.search(head) for mark in _ROOM_MARKS)


def sent_us(value: object) -> int | None:
    """Return when a message was sent; none where it does not tell."""
    moment = _sent(fields_of(value))
    return moment[0] if moment else None


def _member(writer: Fields, user: str) -> Member:
    name = text_of(writer.get("name")) or text_of(writer.get("username"))
    return Member(f"{PLATFORM}:{user}", public(name), bot=user == CAT)


def _named(message: Fields) -> Iterator[tuple[str, str]]:
    """Yield id and user name of each person a message names; a team is none."""
    for each in map(fields_of, list_of(message.get("mentions"))):
        user, name = text_of(each.get("_id")), text_of(each.get("username"))
        if user and name and user not in NOBODY and each.get("type") != TEAM:
            yield user, name


def _sent(message: Fields) -> Moment | None:
    """Return the time of a message, as the interface or as the database writes it."""
    sent = message.get("ts")
    if type(sent) is dict:
        sent = sent.get("$date")
        sent = sent.get("$numberLong") if type(sent) is dict else sent
    try:
        if type(sent) is str and sent.isdigit():
            sent = int(sent)
        if type(sent) is int:
            return moment_of(sent * 1000)
        return iso(sent) if type(sent) is str else None
    except ValueError:
        return None

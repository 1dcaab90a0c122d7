"""What the messages of one chat of Messenger or Instagram are, and who is in it."""

import re
from collections.abc import Iterator

from kibbutz_cli.model.activity import Clock, IgnoredReason, Outcome, RejectionCode
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats.rooms import Given, Member
from kibbutz_cli.readers.chats.turns import Message, Turns
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, judged
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

PLATFORM = "messenger"

PEOPLE = 3
"""So many people make a group a community; two talk in private."""

BETWEEN_TWO = "Regular"
"""What older downloads call a chat of two, in which a third name may be one of the two under another one."""

NOBODY = frozenset({"", "facebook user", "instagram user", "meta user", "messenger user", "meta ai"})
"""What accounts that were deleted are called, all alike, and the program that may be asked in every chat."""

NAME_LENGTH = 1000

UNASKED = {"message_requests": IgnoredReason.HELD, "filtered_threads": IgnoredReason.SPAM}
"""Shelves of a download for chats that nobody agreed to: asked for and not approved, or taken for spam."""

MACHINERY = frozenset({"Call", "Subscribe", "Unsubscribe", "call", "call_log", "placeholder", "link_admin"})
"""Types of messages that nobody wrote."""

FIELDS = fields(
    """
    sender_name timestamp_ms content type reactions photos videos audio_files files gifs sticker share users
    call_duration missed ip is_unsent is_taken_down is_geoblocked_for_viewer bumped_message_metadata
    is_unsent_image_by_messenger_kid_parent
    senderName timestamp text media isUnsent
    """
)
"""The fields of a message; the last line are those of chats that are encrypted to their ends."""

REACTION_FIELDS = fields("reaction actor timestamp")
PARTICIPANT_FIELDS = fields("name")

GONE = ("is_unsent", "isUnsent", "is_taken_down")
"""Marks of a message that its sender took back, or the platform took down."""

_CALL = r"(?:(?:video|audio|voice|group) )?(?:call|chat)"
_OWN = r"(?:your|his|her|their)"

_SENTENCES = rf"""
added .+ (?:to the (?:group|call|chat|poll)|as an? (?:group )?admin)
removed .+ (?:from the (?:group|call|chat|poll)|as an? (?:group )?admin)
removed the (?:group|plan|reminder) (?:name|photo|description|location)
was (?:added|removed|invited) (?:to|from|by|as) .+
(?:left|joined|ended) the (?:group|room|{_CALL})(?: (?:via|using|by|through|with) .+)?
joined (?:via|using|through) .+
started (?:an? (?:{_CALL}|plan|poll)|sharing (?:video|{_OWN} screen))
missed (?:an?|your) {_CALL}(?: (?:from|with) .+)?
called (?:you|the group|[^\W\d_a-z][^.,!?]{{0,100}})
created (?:the|an?) (?:group|poll|plan|event|reminder|room|album)(?:: .+)?
named the (?:group|plan|chat) .+
changed the (?:group (?:photo|name|description)|(?:chat )?(?:theme|colou?rs?))(?: to .+)?
changed the (?:emoji|quick reaction|listing title|listing description)(?: to .+)?
set the (?:emoji|quick reaction|theme) to .+
set .+ as the word effect for .+
set (?:a new personal best|the new high score) of .+
(?:changed|set|cleared|removed) (?:the nickname (?:for|of) .+|{_OWN}(?: own)? nickname)(?: to .+)?
(?:voted for|(?:changed|removed)(?: {_OWN})? vote (?:to|for)) .+ in the poll.*
turned (?:on|off) (?:member approval|disappearing messages|vanish mode|the reminder)\b.*
(?:un)?pinned an? \w+
(?:approved|invited) .+ to (?:join .+|the (?:group|room|{_CALL}))
is now (?:in first place in .+|an? (?:group )?admin)
made (?:.+ an? (?:group )?admin|{_OWN} move\b.*|an update)
are now connected on Messenger
can now message and call each other.*
waved at (?!me\b|us\b)[^.,!?]{{1,100}}!
reacted .{{1,12}} to (?:your|a) message
unsent a message
responded (?:Going|Maybe|Can't Go) to .+
"""

_SAID_BY_PROGRAM = pattern("(?:" + "|".join(_SENTENCES.strip().splitlines()) + r")\.?", re.DOTALL)
"""What the program says of the sender, or of whoever downloads: whole sentences, for anybody may begin so."""

_WITHOUT_SUBJECT = pattern(
    r"(?:Reacted .{1,12} to (?:your|a) message|Liked a message)\s*|"
    r"The (?:video chat|(?:video |audio )?call) ended\.|This poll is no longer available\."
)
_SENT = pattern(
    r"(?:sent an attachment|sent a (?:photo|video|GIF|sticker|link|file|voice message|(?:live )?location)|"
    r"shared a (?:story|post|reel|link|photo|video))\."
)
"""What the program writes below something that the sender did send."""


class Chat:
    """One chat: its people, and what its messages are."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._told = ""
        self._shelf = ""
        self._is_between_two = False
        self._left_out: IgnoredReason | None = None
        self._people: set[str] = set()
        self._named: re.Pattern[str] | None = None
        self._last = ""
        self._repeated = 0
        self._turns = Turns(PLATFORM, name)

    def meet(self, table: str, value: object) -> None:
        """Learn from a row who is in the chat, or from a text what it is called, or whether it is of two."""
        match table:
            case "participants":
                self._add(value if type(value) is str else text_of(fields_of(value).get("name")))
            case "messages":
                self._add(_sender(fields_of(value)))
            case "thread_path" | "threadName":
                self._told = text_of(value).rpartition("/")[2][:NAME_LENGTH]
                if table == "thread_path":
                    self._shelf = text_of(value).partition("/")[0]
            case "thread_type":
                self._is_between_two = value == BETWEEN_TWO
            case _:
                pass

    def settle(self, folder: str, shelf: str) -> None:
        """Name the chat: by its path, else by its folder; the name of its file comes last.

        Whether it is read at all is known now: two talk in private, and some shelves are left out.
        """
        unasked = UNASKED.get(self._shelf or shelf)
        is_private = self._is_between_two or len(self._people) < PEOPLE
        self._left_out = IgnoredReason.PRIVATE if is_private else unasked
        self._name = self._told or folder or self._name
        self._turns = Turns(PLATFORM, self._name)
        if self._people:
            # The longest first: "Ann Lee" must not be taken for Ann.
            names = sorted(self._people, key=lambda name: (-len(name), name))
            self._named = re.compile(rf"@({'|'.join(map(re.escape, names))})(?!\w)")

    def outcomes(self, value: object, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what a message is, or the turn that ends where it begins."""
        item = fields_of(value)
        if self._left_out:
            yield record.ignored(self._left_out)
            return
        budget.expects(FIELDS, item)
        for reaction in list_of(item.get("reactions")):
            budget.expects(REACTION_FIELDS, fields_of(reaction), "reactions")
        if not item:
            yield record.rejected(RejectionCode.MALFORMED, "expected a message")
            return
        if len(_sender(item)) > NAME_LENGTH:
            told = f"sender_name: expected at most {NAME_LENGTH:,} characters"
            yield record.rejected(RejectionCode.MALFORMED, told)
            return
        if reason := _left_out(item):
            yield record.ignored(reason)
            return
        moment = _moment(item)
        if moment is None:
            told = "timestamp_ms: expected milliseconds since 1970"
            yield record.rejected(RejectionCode.BAD_TIME, told)
            return
        yield from self._turns.add(self._message(item, moment, record), budget)

    def rest(self, budget: Budget) -> Iterator[Outcome]:
        """Yield the last turn."""
        yield from self._turns.rest(budget)

    def _message(self, item: Fields, moment: Moment, record: Record) -> Message:
        sender, text = _sender(item), _own_words(item)
        return Message(
            self._own_id(sender, moment[0]),
            self._member(sender),
            sender,
            moment,
            text,
            self._mentioned(text),
            list(self._reactions(item)),
            record,
        )

    def _reactions(self, item: Fields) -> Iterator[Given]:
        for reaction in map(fields_of, list_of(item.get("reactions"))):
            giver = repaired(text_of(reaction.get("actor"))).strip()
            is_somebody = giver.casefold() not in NOBODY and len(giver) <= NAME_LENGTH
            seconds = reaction.get("timestamp")
            yield Given(
                Member(self._member(giver), giver) if is_somebody else None,
                repaired(text_of(reaction.get("reaction"))),
                _at(seconds * 1000) if type(seconds) is int else None,
            )

    def _mentioned(self, text: str) -> dict[str, str]:
        if "@" not in text or self._named is None:
            return {}
        return {self._member(name): name for name in self._named.findall(text)}

    def _own_id(self, sender: str, ts_us: int | None) -> str:
        """Return a message's id; those of one person in one moment, which lie side by side, are numbered."""
        own = f"{self._name}/{(ts_us or 0) // 1000}-{sender}"
        self._repeated = self._repeated + 1 if own == self._last else 0
        self._last = own
        return f"{own}-{self._repeated + 1}" if self._repeated else own

    def _member(self, name: str) -> str:
        return f"{PLATFORM}:{name}@{self._name}"

    def _add(self, name: str) -> None:
        if (name := repaired(name).strip()).casefold() not in NOBODY:
            self._people.add(name)


def repaired(text: str) -> str:
    """Return a text as it was written, where the bytes of UTF-8 were written down as characters."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:  # a text that was written down as it should be
        return text


def _left_out(item: Fields) -> IgnoredReason | None:
    if any(item.get(gone) is True for gone in GONE):
        return IgnoredReason.DELETED
    sender, text = _sender(item), _text(item)
    if sender.casefold() in NOBODY:
        return IgnoredReason.NO_AUTHOR
    if text_of(item.get("type")) in MACHINERY or "call_duration" in item or _WITHOUT_SUBJECT.fullmatch(text):
        return IgnoredReason.SERVICE
    if any(map(_SAID_BY_PROGRAM.fullmatch, _predicates(item))):
        return IgnoredReason.SERVICE
    return None


def _predicates(item: Fields) -> Iterator[str]:
    """Yield what stands behind the sender's name, or behind You, where a message begins with it."""
    text = _text(item)
    for subject in (f"{_sender(item)} ", "You "):
        if text.startswith(subject):
            yield text.removeprefix(subject)


def _own_words(item: Fields) -> str:
    return "" if any(map(_SENT.fullmatch, _predicates(item))) else _text(item)


def _sender(item: Fields) -> str:
    return repaired(text_of(item.get("sender_name")) or text_of(item.get("senderName"))).strip()


def _text(item: Fields) -> str:
    return repaired(text_of(item.get("content")) or text_of(item.get("text"))).strip()


def _moment(item: Fields) -> Moment | None:
    told = item.get("timestamp_ms", item.get("timestamp"))
    return MISSING if told is None else _at(told) if type(told) is int else None


def _at(milliseconds: int) -> Moment | None:
    try:
        return judged(milliseconds * 1000, Clock.EXACT)
    except ValueError:
        return None

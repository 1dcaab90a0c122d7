"""The words for what people did: Activity, Kind, Origin, Rejection, Ignored."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY_US = 86_400_000_000

FIRST_US, LAST_US = -62_135_596_800_000_000, 253_402_300_799_999_999
"""The ends of the calendar, in microseconds since 1970: no date says a moment outside the years 1 to 9999."""

Identifier = Annotated[str, Field(min_length=1, max_length=4096)]
"""An id of the platform, exact bytes, always text: numbers beyond 2^53 must survive."""

Count = Annotated[int, Field(ge=0, le=2**62)]


def iso(ts_us: int) -> str:
    """Return a moment as ISO 8601 UTC, to the second."""
    moment = EPOCH + timedelta(seconds=ts_us // 1_000_000)
    return moment.replace(tzinfo=None).isoformat() + "Z"


def week_of(day: int) -> int:
    """Return the week a day lies in, both since 1970; weeks start on Monday (1970-01-01 was a Thursday)."""
    return (day + 3) // 7


class Kind(StrEnum):
    """What a member did. Names follow ActivityStreams 2.0 where it has one (see ``AS2_TYPE``)."""

    POST = "post"
    REPLY = "reply"
    QUOTE = "quote"
    RESHARE = "reshare"
    LIKE = "like"
    DISLIKE = "dislike"
    ACCEPT = "accept"
    ENDORSE = "endorse"
    FOLLOW = "follow"
    MENTION = "mention"
    REVIEW = "review"
    MERGE = "merge"
    EDIT = "edit"
    REMOVE = "remove"
    FLAG = "flag"
    JOIN = "join"
    LEAVE = "leave"


AS2_TYPE: dict[Kind, str] = {
    Kind.POST: "Create",
    Kind.REPLY: "Create",
    Kind.QUOTE: "Create",
    Kind.RESHARE: "Announce",
    Kind.LIKE: "Like",
    Kind.DISLIKE: "Dislike",
    Kind.ACCEPT: "Accept",
    Kind.FOLLOW: "Follow",
    Kind.MENTION: "Mention",
    Kind.EDIT: "Update",
    Kind.REMOVE: "Delete",
    Kind.FLAG: "Flag",
    Kind.JOIN: "Join",
    Kind.LEAVE: "Leave",
}
"""The ActivityStreams 2.0 type of each kind that has one (https://www.w3.org/TR/activitystreams-vocabulary/)."""

MAIL = "mail"
"""The namespace of members known by a hashed address, which several platforms may share."""

AS2_EXTENSION = "urn:x-kibbutz:"
"""What the terms that ActivityStreams 2.0 does not have begin with in a collection of ours."""


class Clock(StrEnum):
    """How far a time can be believed."""

    EXACT = "exact"
    ZONE_ASSUMED = "zone_assumed"
    MISSING = "missing"
    IMPLAUSIBLE = "implausible"


class Coverage(StrEnum):
    """What a source can show: one person's deeds, those and the answers, or everybody's."""

    SINGLE = "single"
    ANSWERS = "answers"
    COMMUNITY = "community"


class RejectionCode(StrEnum):
    """Why a record was set aside."""

    MALFORMED = "malformed"
    NO_ID = "no_id"
    NO_ACTOR = "no_actor"
    BAD_TIME = "bad_time"
    BAD_NUMBER = "bad_number"
    BAD_KIND = "bad_kind"
    BAD_TEXT = "bad_text"
    TOO_LARGE = "too_large"


class IgnoredReason(StrEnum):
    """Why a sound record is not an activity to score.

    ``bot`` is what a program wrote, and ``service`` what the platform itself says: who came, a call, a pinned
    message. What nobody wrote for any other reason is ``not_activity``.
    """

    DRAFT = "draft"
    PRIVATE = "private"
    HELD = "held"
    SPAM = "spam"
    DELETED = "deleted"
    ATTACHMENT = "attachment"
    BOT = "bot"
    SERVICE = "service"
    NOT_ACTIVITY = "not_activity"
    NO_AUTHOR = "no_author"
    DUPLICATE = "duplicate"


class Origin(BaseModel):
    """Where a run of records comes from: one file, or one member of an archive.

    Attributes:
        path: The path as the caller gave it, or ``-``.
        member: The member's name inside an archive or folder; empty for a single file.
        reader: The name of the reader that read it.
        coverage: What this source can show.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    member: str = ""
    reader: str
    coverage: Coverage

    def place(self, position: int) -> str:
        """Return ``FILE[!MEMBER]:POSITION``, the way every message names a place."""
        where = f"{self.path}!{self.member}" if self.member else self.path
        return f"{where}:{position}" if position else where


class Activity(BaseModel):
    """One deed of one member: who did what, to whose thing, when.

    Attributes:
        activity_id: The platform's own id of this deed; unique within its platform.
        platform: Short name of the source: ``wordpress``, ``x``, ``mastodon``, ``rss``.
        community: The blog, server, forum or channel it happened in; may be empty.
        actor: ``platform:id`` of who did it. Never a display name.
        actor_name: How the actor is shown; never used to tell people apart.
        kind: What was done.
        object_id: ``activity_id`` of what it answers, likes, reshares or accepts.
        target: ``platform:id`` of the member it was done towards, where known.
        target_name: How the target is shown, where the export says; never used to tell people apart.
        thread_id: ``activity_id`` of the opening of the conversation.
        ts_us: When, in microseconds since 1970 UTC; none where the export has no time.
        clock: How far ``ts_us`` can be believed.
        text_len: Length of the member's own words in characters, without markup.
        text_print: A number that tells the same words again (``parsing/prints.py``); none for short texts.
        lang: BCP 47 tag, where declared.
        value: An amount delivered (payment, bounty), in units of ``currency``; of an endorsement, the rating.
        currency: ISO 4217 code, or the unit's name; empty for plain numbers.
        like_count: Likes shown by the export, givers unknown.
        reply_count: Replies shown by the export, givers unknown.
        reshare_count: Reshares shown by the export, givers unknown.
        view_count: Views shown by the export.
        role: The actor's role as the export declares it (owner, admin, moderator, author ...).
        visibility: Only public things are read; unlisted ones are public too.
        origin: The file it came from.
        position: Line or record number in that file, from 1.
        derived: True for what another record tells beside its own deed: a mention inside a post, a reaction.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    activity_id: Identifier
    platform: Identifier
    community: str = ""
    actor: Identifier
    actor_name: str | None = None
    kind: Kind
    object_id: str | None = None
    target: str | None = None
    target_name: str | None = None
    thread_id: str | None = None
    ts_us: Annotated[int, Field(ge=FIRST_US, le=LAST_US)] | None = None
    clock: Clock = Clock.EXACT
    text_len: Count = 0
    text_print: Count | None = None
    lang: str | None = None
    value: Annotated[float, Field(allow_inf_nan=False, ge=-1e9, le=1e9)] | None = None
    currency: str | None = None
    like_count: Count | None = None
    reply_count: Count | None = None
    reshare_count: Count | None = None
    view_count: Count | None = None
    role: str | None = None
    visibility: Literal["public", "unlisted", "removed"] = "public"
    origin: Origin
    position: Annotated[int, Field(ge=0)] = 0
    derived: bool = False

    @property
    def published(self) -> datetime | None:
        """Return the time as an aware UTC datetime, or none where the export has none."""
        return None if self.ts_us is None else EPOCH + timedelta(microseconds=self.ts_us)


activity_of: Callable[[dict[str, object]], Activity] = Activity.__pydantic_validator__.validate_python
"""Return the activity of a record of fields, validated like ``Activity(...)`` in two thirds of the time."""


class Rejection(BaseModel):
    """A record set aside because it cannot be understood, with where and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    origin: Origin
    position: int = 0
    code: RejectionCode
    reason: str

    def unquoted(self) -> str:
        """Return where it stands and what is wrong, but nothing of what stands there."""
        return f"{self.origin.place(self.position)}: {self.code}"

    def __str__(self) -> str:
        return f"{self.unquoted()}: {self.reason}"


class Ignored(BaseModel):
    """A sound record that is left out on purpose: a draft, a private note, an attachment."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    origin: Origin
    position: int = 0
    reason: IgnoredReason


ignored_of: Callable[[dict[str, object]], Ignored] = Ignored.__pydantic_validator__.validate_python
"""Return the same for what is left out, of which some exports hold more than of deeds."""

Outcome: TypeAlias = Activity | Rejection | Ignored
"""What a reader yields: one value for each record, and derived activities beside them."""

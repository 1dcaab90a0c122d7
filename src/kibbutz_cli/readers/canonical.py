"""The fields of a canonical table: what each may hold, and what a row becomes."""

import re
from collections.abc import Mapping

from kibbutz_cli.model.activity import (
    AS2_TYPE,
    FIRST_US,
    LAST_US,
    MAIL,
    Activity,
    Clock,
    Coverage,
    Ignored,
    IgnoredReason,
    Kind,
    Origin,
    Outcome,
    Rejection,
    RejectionCode,
)
from kibbutz_cli.model.value import writable
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import EARLIEST_US, MISSING, Moment, iso
from kibbutz_cli.readers.patterns import pattern

TIMES: dict[str, int] = {"published": 0, "ts_us": 1, "ts_ms": 1_000, "ts_s": 1_000_000}
"""The fields that can give the time: ISO 8601, or a whole number of so many microseconds."""

COUNTS = ("like_count", "reply_count", "reshare_count", "view_count")

FIELDS = (
    "activity_id",
    "platform",
    "community",
    "actor",
    "actor_name",
    "kind",
    "object_id",
    "target",
    "target_name",
    "thread_id",
    *TIMES,
    "text",
    "text_len",
    "text_print",
    "lang",
    "value",
    "currency",
    *COUNTS,
    "role",
    "visibility",
    "clock",
    "derived",
    "coverage",
    "formula_guard",
)

AROUND = " \t\r\n\ufeff"
"""What may stand around the name of a column: blanks, line breaks, and the mark of a copied encoding."""

NAMES = (
    "activity_id",
    "platform",
    "community",
    "actor",
    "actor_name",
    "object_id",
    "target",
    "target_name",
    "thread_id",
    "lang",
    "currency",
    "role",
)
"""What somebody else may have written: in CSV, a spreadsheet must not run it."""

GUARD = "formula_guard"
"""The field that says ``true`` where names of its row stand behind a quote mark.

A quote mark alone says nothing: somebody may be called ``'-x``. Only a row that says so had one put before
each name that a spreadsheet would run, and before each that would look as if it had one: taking one away
gives every name as it was, and a table of somebody else stays as it is.
"""

RUN = r"^'*[=+@\t\r\n-]"
"""What is written behind one more quote mark."""

GUARDED = r"^'+[=+@\t\r\n-]"
"""What has a quote mark to be taken away."""

WORDS: dict[str, tuple[str, ...]] = {
    "clock": tuple(Clock),
    "derived": ("true", "false"),
    "coverage": tuple(Coverage),
}
"""Fields that hold one of a few words, which ``kibbutz convert`` writes so that nothing is lost."""

VISIBILITIES = ("public", "unlisted", "removed")
"""What a deed that is read may be; anything else is private."""

_TRUE = dict.fromkeys(("true", "1"), "true")

SAID: dict[str, dict[str, str]] = {
    **{field: {word: word for word in words} for field, words in WORDS.items()},
    "derived": {**_TRUE, **dict.fromkeys(("false", "0"), "false")},
    "visibility": {word: word for word in VISIBILITIES},
    GUARD: _TRUE,
}
"""What such a field may say, in lower case, and which word is meant: a spreadsheet writes TRUE for true."""

ZONE = r"( UTC| ?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?))"
"""How a time of a canonical table says its zone, in ISO 8601 or as BigQuery prints it."""

ISO = (
    r"^([1-9]\d{3}|0[1-9]\d{2}|00[1-9]\d|000[1-9])-\d{2}-\d{2}"
    rf"([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{{1,9}})?)?{ZONE}?)?$"
)
"""The ISO 8601 a canonical table may hold; the engine checks columns with the same expression."""

LONGEST_ID = 4096
PLATFORM = "table"

KINDS: dict[str, Kind] = {
    **{as2.lower(): kind for kind, as2 in reversed(AS2_TYPE.items())},
    **{kind.value: kind for kind in Kind},
}
"""What the field ``kind`` may say, in lower case: our own words, and ActivityStreams 2.0 types."""

WHOLES = (*(field for field in TIMES if field != "published"), "text_len", "text_print", *COUNTS)
"""Fields that hold a whole number."""

FLOATED = r"^-?\d{1,18}\.0+$"
"""A whole number as it is written where others of its column are missing: 3.0."""

NUMBERED = ("activity_id", "actor", "target", "object_id", "thread_id")
"""Ids of deeds and members, which many sources number."""

FLOATED_ID = r"^-?\d+\.0$"
"""A whole number as it is written in a column of them that has empty cells: the id of 3.0 is 3."""

NULL = r"\N"
"""An empty cell as MySQL, Postgres and Snowflake write it, in any field."""

_NOBODY = ("NULL", "NaN", "nan", "<NA>")
_NOTHING = (*_NOBODY, "NA", "None")

NOTHING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("activity_id", "target", "object_id", "thread_id", "role", "kind"), _NOTHING),
    **dict.fromkeys((*WHOLES, "value", *WORDS), _NOTHING),
    "published": (*_NOTHING, "NaT"),
    "actor": _NOBODY,
}
"""What R, pandas and databases write into an empty cell; as an actor, somebody may be called NA or None."""

LOST = r"^\d([.,]\d+)?[eE]\+?\d{1,2}$"
"""The print of a text as a spreadsheet shows it, without its last digits: that is no print."""

LOST_ID = r"^\d[.,]\d+[eE]\+\d{2}$"
"""An id as a spreadsheet shows it, or R and pandas write it, without its last digits: many are then one."""

WHOLE = r"^-?\d{1,18}$"
NUMBER = r"^-?\d{1,18}(\.\d{1,18})?([eE][+-]?\d{1,2})?$"
LARGEST_VALUE = 1e9

NESTED = r'(?s)^(\{(\s*".*)?\}|\[(\s*["\[{].*|\d+,.*)?\])$'
"""An object or a list, as JSON prints it: nobody is called so, and whom it means no table says."""

EXPECTED: dict[RejectionCode, str] = {
    RejectionCode.MALFORMED: "the id of a member, no object and no list",
    RejectionCode.NO_ACTOR: "the id of a member",
    RejectionCode.TOO_LARGE: f"at most {LONGEST_ID} characters",
    RejectionCode.BAD_TEXT: "UTF-8 (in Excel, save as CSV UTF-8), in some fields one of a few words",
    RejectionCode.BAD_KIND: ", ".join(Kind),
    RejectionCode.BAD_TIME: "ISO 8601 in published (2023-12-31 14:05), a whole number in ts_us, ts_ms, ts_s, "
    "of the years 1 to 9999",
    RejectionCode.BAD_NUMBER: "a whole number from 0; in value, a number up to a billion",
}
"""What a field should have held, by what is wrong with it."""

COMMA = "a point before its decimals, nothing between its thousands, and no comma (1234.5)"
"""What a number should have that was written as in half the world."""

DIGITS = "all its digits: format the column as text"
"""What an id should have that a spreadsheet rounded."""

SHOWN = 40
"""Letters of a cell, or of the name of a column, that a message shows."""

IDS = ("platform", "activity_id", "actor", "target", "object_id", "thread_id")

OWNED = ("actor", "target")
"""Ids that have their platform in front."""

_GUARDED = pattern(GUARDED)
_FLOATED = {
    **dict.fromkeys(WHOLES, pattern(FLOATED, re.ASCII)),
    **dict.fromkeys(NUMBERED, pattern(FLOATED_ID, re.ASCII)),
}
_LOST = pattern(LOST, re.ASCII)
_LOST_ID = pattern(LOST_ID, re.ASCII)
_NESTED = pattern(NESTED)
_ISO = pattern(ISO, re.ASCII)
_WHOLE = pattern(WHOLE, re.ASCII)
_NUMBER = pattern(NUMBER, re.ASCII)


class _BadFieldError(ValueError):
    def __init__(self, code: RejectionCode, field: str, text: str) -> None:
        super().__init__(field)
        self.code = code
        self.field = field
        self.text = text


def outcome(row: Mapping[str, str | None], origin: Origin, position: int) -> Outcome:
    """Return what one row becomes; empty cells are absent fields."""
    fields = {field: said for field, value in row.items() if value and (said := meant(field, value))}
    if _LOST.fullmatch(fields.get("text_print", "")):
        del fields["text_print"]
    if fields.get(GUARD) == "true":
        fields |= {field: fields[field][1:] for field in NAMES if _GUARDED.match(fields.get(field, ""))}
    try:
        return _activity(fields, origin, position)
    except _BadFieldError as exc:
        return rejection(exc.code, exc.field, exc.text, origin, position)


def cut(text: str) -> str:
    """Return a text as it is told in a message: its beginning, where it is long."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def meant(field: str, text: str) -> str:
    """Return a cell as ``kibbutz convert`` would have written it, whatever other programs made of it."""
    if text == NULL or text in NOTHING.get(field, ()):
        return ""
    if field in SAID:
        return SAID[field].get(text.lower(), text)
    floated = _FLOATED.get(field)
    return text.partition(".")[0] if floated and floated.fullmatch(text) else text


def rejection(code: RejectionCode, field: str, text: str, origin: Origin, position: int) -> Rejection:
    """Return the rejection of a row for one of its fields."""
    shown = repr(cut(text)) if text else "empty"
    expected = " or ".join(WORDS[field]) if field in WORDS else EXPECTED[code]
    if code is RejectionCode.BAD_NUMBER and field in NUMBERED:
        expected = DIGITS
    elif code is RejectionCode.BAD_NUMBER and "," in text:
        expected = COMMA
    return Rejection(
        origin=origin, position=position, code=code, reason=f"{field}: {shown}: expected {expected}"
    )


def _activity(fields: dict[str, str], origin: Origin, position: int) -> Activity | Ignored:
    if "actor" not in fields:
        raise _BadFieldError(RejectionCode.NO_ACTOR, "actor", "")
    _check_whole(fields)
    platform = fields.get("platform", PLATFORM)
    for field in IDS:
        value = fields.get(field, "")
        if len(_owned(platform, value) if field in OWNED and value else value) > LONGEST_ID:
            raise _BadFieldError(RejectionCode.TOO_LARGE, field, value)
    for field, text in fields.items():
        if _broken(text):
            raise _BadFieldError(RejectionCode.BAD_TEXT, field, text.encode(errors="replace").decode())
    for field, words in WORDS.items():
        if field in fields and fields[field] not in words:
            raise _BadFieldError(RejectionCode.BAD_TEXT, field, fields[field])
    kind = _kind(fields)
    text = fields.get("text", "")
    ts_us, clock = _moment(fields)
    visibility = fields.get("visibility", "public")
    if visibility not in VISIBILITIES:
        return Ignored(origin=origin, position=position, reason=IgnoredReason.PRIVATE)
    return Activity(
        activity_id=fields.get("activity_id", f"{writable(origin.path)}#{position}"),
        platform=platform,
        community=fields.get("community", ""),
        actor=_owned(platform, fields["actor"]),
        actor_name=fields.get("actor_name"),
        kind=kind,
        object_id=fields.get("object_id"),
        target=_owned(platform, fields["target"]) if "target" in fields else None,
        target_name=fields.get("target_name"),
        thread_id=fields.get("thread_id"),
        ts_us=ts_us,
        clock=clock,
        text_len=_count(fields, "text_len") if "text_len" in fields else len(text),
        text_print=_count(fields, "text_print") if "text_print" in fields else print_of(text),
        lang=fields.get("lang"),
        value=_value(fields),
        currency=fields.get("currency"),
        **{count: _count(fields, count) for count in COUNTS if count in fields},
        role=fields.get("role"),
        visibility=visibility,
        origin=origin,
        position=position,
        derived=fields.get("derived") == "true",
    )


def _check_whole(fields: dict[str, str]) -> None:
    """Refuse what stands where an id should, and is none any more or never was."""
    for field in OWNED:
        if _NESTED.match(fields.get(field, "")):
            raise _BadFieldError(RejectionCode.MALFORMED, field, fields[field])
    for field in NUMBERED:
        if _LOST_ID.fullmatch(fields.get(field, "")):
            raise _BadFieldError(RejectionCode.BAD_NUMBER, field, fields[field])


def _kind(fields: dict[str, str]) -> Kind:
    word = fields.get("kind", "create").lower()
    kind = KINDS.get(word)
    if kind is None:
        raise _BadFieldError(RejectionCode.BAD_KIND, "kind", fields["kind"])
    if word == "create" and "object_id" in fields:
        return Kind.REPLY
    return kind


def _moment(fields: dict[str, str]) -> Moment:
    """Return the time, and how far it can be believed: as the table says, or else as it looks."""
    ts_us, clock = _time(fields)
    if ts_us is None or fields.get("clock", Clock.MISSING) == Clock.MISSING:
        return ts_us, clock
    return ts_us, Clock(fields["clock"])


def _time(fields: dict[str, str]) -> Moment:
    for field, unit in TIMES.items():
        if field not in fields:
            continue
        text = fields[field]
        if field == "published":
            return _published(text)
        if not _WHOLE.fullmatch(text) or not FIRST_US <= int(text) * unit <= LAST_US:
            raise _BadFieldError(RejectionCode.BAD_TIME, field, text)
        ts_us = int(text) * unit
        return ts_us, Clock.EXACT if ts_us >= EARLIEST_US else Clock.IMPLAUSIBLE
    return MISSING


def _published(text: str) -> Moment:
    if _ISO.fullmatch(text):
        try:
            return iso(text)
        except ValueError:
            pass
    raise _BadFieldError(RejectionCode.BAD_TIME, "published", text)


def _value(fields: dict[str, str]) -> float | None:
    if "value" not in fields:
        return None
    text = fields["value"]
    if not _NUMBER.fullmatch(text) or abs(float(text)) > LARGEST_VALUE:
        raise _BadFieldError(RejectionCode.BAD_NUMBER, "value", text)
    return float(text)


def _count(fields: dict[str, str], field: str) -> int:
    text = fields[field]
    if not _WHOLE.fullmatch(text) or text.startswith("-"):
        raise _BadFieldError(RejectionCode.BAD_NUMBER, field, text)
    return int(text)


def _owned(platform: str, identifier: str) -> str:
    """Return the id with its platform in front, unless it has it, or that of addresses, already."""
    has_one = identifier.startswith((f"{platform}:", f"{MAIL}:"))
    return identifier if has_one else f"{platform}:{identifier}"


def _broken(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text)

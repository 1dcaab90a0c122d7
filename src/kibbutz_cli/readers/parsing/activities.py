"""What tells an activity of ActivityStreams from a record of a table, which has an actor and a time, too."""

from kibbutz_cli.model.activity import AS2_TYPE
from kibbutz_cli.readers.parsing.jsonfile import first_records
from kibbutz_cli.readers.parsing.jsonvalues import Fields, list_of, text_of

VOCABULARY = "//www.w3.org/ns/activitystreams"

TYPES = frozenset(AS2_TYPE.values()) | {"Add", "Block", "Ignore", "Remove", "Undo"}


def has_activity(head: bytes) -> bool:
    """Return whether a record of ActivityStreams is among those that a file begins with.

    One may be meant for a few, whatever the others are.
    """
    return any(map(_is_activity, first_records(head)))


def _is_activity(fields: Fields) -> bool:
    """Return whether a record is of ActivityStreams: by its context, or without one by what it has.

    Our own tables name a deed in ``kind``.
    """
    if VOCABULARY in str(fields.get("@context")):
        return True
    types = list_of(fields.get("type")) or [fields.get("type")]
    named = any(text_of(each) in TYPES for each in types)
    return named and "object" in fields and "actor" in fields and "kind" not in fields

"""What tells an activity of ActivityStreams from a record of a table, which has an actor and a time, too."""

from kibbutz_cli.model.activity import AS2_TYPE
from kibbutz_cli.readers.parsing.jsonvalues import Fields, text_of

VOCABULARY = "//www.w3.org/ns/activitystreams"

TYPES = frozenset(AS2_TYPE.values()) | {"Add", "Block", "Ignore", "Remove", "Undo"}


def is_activity(fields: Fields) -> bool:
    """Return whether a record is of ActivityStreams: by its context, or without one by what it has.

    Such a record may be meant for a few. Our own tables name a deed in ``kind``.
    """
    if VOCABULARY in str(fields.get("@context")):
        return True
    named = text_of(fields.get("type")) in TYPES
    return named and "object" in fields and "actor" in fields and "kind" not in fields

"""The columns of a file, and which of them give the fields of an activity."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from kibbutz_cli.model.activity import Coverage
from kibbutz_cli.readers.canonical import COUNTS

_WHOLES = ("BIGINT", "INTEGER", "SMALLINT", "TINYINT")
_NATIVE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ts_us", "ts_ms", "ts_s", "text_len", "text_print", *COUNTS), _WHOLES),
    "value": ("DOUBLE",),
}
"""Types of Parquet columns that are checked as they are; any other is checked as the text it prints as."""

FLOATS = ("DOUBLE", "FLOAT")

COVERAGES = tuple(reversed(Coverage))
"""What a source can show, the most first."""

Origins: TypeAlias = tuple[int, int, int]
"""The numbers of a file's origin, one for each of ``COVERAGES``, ascending."""


class Whence(NamedTuple):
    """Where the rows of a file come from, as it stands in the activity table.

    Attributes:
        path: The path as the caller gave it.
        origins: The numbers of its origin, by what a row may say that its source can show.
        first: The deeds are numbered from the one after this.
    """

    path: str
    origins: Origins
    first: int


class Columns(NamedTuple):
    """The columns of a file, and how they become activities.

    Attributes:
        relation: A query over the file.
        fields: The column that gives each field, by field.
        types: The types of the columns; one without is text.
        whence: Where the rows come from.
        plain: Whether no cell says that it is empty, and no id has lost or won digits, as `others` finds out.
    """

    relation: str
    fields: Mapping[str, str]
    types: Mapping[str, str]
    whence: Whence
    plain: bool = False


def natives(columns: Columns) -> set[str]:
    """Return the fields whose columns are checked as they are."""
    return {
        field
        for field, column in columns.fields.items()
        if columns.types.get(column) in _NATIVE.get(field, ())
    }

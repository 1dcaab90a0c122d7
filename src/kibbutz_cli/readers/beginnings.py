"""What kind of table a file begins like, and which columns its first bytes name."""

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from pydantic_core import from_json

from kibbutz_cli.model.activity import AS2_EXTENSION
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.canonical import FIELDS
from kibbutz_cli.readers.files.entries import is_private
from kibbutz_cli.readers.files.heads import head_of
from kibbutz_cli.readers.parquet import PARQUET_MAGIC, is_of_deeds
from kibbutz_cli.readers.parsing.csvrows import DELIMITERS, header_of, named_above

Shape: TypeAlias = Literal["csv", "ndjson", "parquet", "activitystreams"]

CONTEXT_BYTES = 1024
"""The context of a collection of ours is shorter."""


def shape_of(head: bytes) -> Shape | None:
    """Return which kind of table a file starts like."""
    if head.startswith(PARQUET_MAGIC):
        return "parquet"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b'{"@context":') and AS2_EXTENSION.encode() in text[:CONTEXT_BYTES]:
        return "activitystreams"
    if text.startswith(b"{"):
        return "ndjson"
    if text.startswith((b"[", b"<")):
        return None
    first = header_of(text)
    return "csv" if any(mark.encode() in first for mark in DELIMITERS) and b"\0" not in first else None


def head_columns(head: bytes, shape: Shape) -> list[str]:
    """Return the names of the columns, in order; of NDJSON, those that the first records have."""
    text = head.decode("utf-8-sig", errors="replace")
    if shape == "activitystreams":
        return list(FIELDS)
    if shape == "csv":
        return named_above(text, head)
    return list(dict.fromkeys(str(column) for record in _head_records(head) for column in record))


def plain_columns(head: bytes, shape: Shape) -> list[str]:
    """Return the columns that may be mapped: of NDJSON, those with a plain value in one of the first."""
    if shape != "ndjson":
        return head_columns(head, shape)
    cells = (cell for record in _head_records(head) for cell in record.items())
    return list(dict.fromkeys(str(column) for column, value in cells if not isinstance(value, dict | list)))


def has_named(tree: Tree, name: str, columns: Mapping[str, str]) -> bool:
    """Return whether an entry is text with every column that ``--map`` names, and an actor and a time."""
    head = b"" if is_private(name) else head_of(tree, name)
    shape = shape_of(head)
    found = head_columns(head, shape) if shape in {"csv", "ndjson"} else []
    return {*columns.values()}.issubset({"", *found}) and is_of_deeds(found, columns)


def rare_columns(head: bytes, shape: Shape) -> set[str]:
    """Return the columns that not all of the first records have."""
    records = [set(map(str, record)) for record in _head_records(head)] if shape == "ndjson" else []
    return {column for column in set[str]().union(*records) if not all(column in each for each in records)}


def _head_records(head: bytes) -> Iterator[dict[object, object]]:
    """Yield the first hundred records of NDJSON, as far as the first bytes hold them."""
    text = head.decode("utf-8-sig", errors="replace")
    for line in text.split("\n")[:100]:  # not at what else Unicode breaks a line at
        try:
            record = from_json(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            yield record

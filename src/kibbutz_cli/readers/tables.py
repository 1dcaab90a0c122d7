r"""Canonical CSV, NDJSON and Parquet: tables whose columns already are the fields of an activity.

``kibbutz convert`` writes them, and ActivityStreams 2.0 collections with the same fields in each item.

A table that a spreadsheet saved is read as it is: in UTF-16, with commas, semicolons or tabs, below a line
``sep=;``, with capitals in the names of its columns, and blanks or line breaks around them; within a name
they make another one, which ``--map`` may name. What parts its cells is what parts the most names of ours, or
else stands in the header most often, quoted names aside. A date is ISO 8601, with a blank or a ``T`` before
the time: whether 1/2 is in January or February no table tells. Of two columns of one name the first counts;
the other is told, as ``actor (2)``.

So are its numbers and words: TRUE for true, 3.0 for 3, also where that is the id of a deed or member. A print
of a text that it shows as 2.6E+16 has lost its digits, and is none; an id of a deed or member shown as
1.19135E+18, or written so by R or pandas (1.19135e+18), may be that of many, and its row is set aside.

What R, pandas and databases write into an empty cell is empty, too: ``NA``, ``NULL``, ``None``, ``NaN``,
``nan`` and ``<NA>`` as a target, a role, a kind, a number, a time (there ``NaT``, too), the id of a deed or
thread, or where one of a few words is expected, and ``\N`` in any field. So it is as an actor, but for ``NA``
and ``None``, which somebody may be called. As a visibility it is none that is known, and private.

``--map`` says which columns of another table give our fields; other fields have the columns of their names.
Where it names a time, no other is read. A field for which it names no column has none: ``--map kind=`` where
the column ``kind`` means something else.

Of an archive of several tables each is read, one after the other, and what else lies there is told; so is a
folder whose columns are named. Parquet is read where it lies, or packed by itself; among other files it
needs an actor and a time to be a table, as they do.

An ``activity_id`` is that of one deed over all tables that are given: of two deeds with one id on one
platform only the newest is kept. Where each table numbers its own from 1, give them different platforms, or
ids that say which table they are of; ``kibbutz inspect`` tells where such deeds differ in actor or kind.

In a folder that is named, a folder ``platform=forum`` below it gives the field that the files in it lack, as
Spark and DuckDB part a table (``deeds/platform=forum/year=2024/part-0.parquet``): as text, percent signs
decoded, ``__HIVE_DEFAULT_PARTITION__`` for empty, the name in capitals or not. No actor and no time comes
from there, nothing from what stands above the folder or file that is named, and nothing from around an
archive.

A record of NDJSON may leave out what is empty, and any of them may be the first to have a field: each field
is looked for in every record, and of a name that stands twice in a record the first counts. Names that are
no field are told where one of the first hundred records has them. Members are texts or numbers: an object or
a list is nobody's id. Activities of ActivityStreams have an actor and a time as well, and are left to their
own reader, which knows whom they are meant for.

What a field may hold is said once, in ``canonical.py``; the engine checks whole columns by the
same rules (``ledger/texts.py``, ``ledger/cells.py``), and one corpus in the tests goes through both.
"""

import io
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from kibbutz_cli.errors import InputError, UsageError
from kibbutz_cli.model.activity import (
    Activity,
    Coverage,
    Origin,
    Outcome,
)
from kibbutz_cli.model.value import writable
from kibbutz_cli.readers.base import AMONG_OTHERS, NOT_MINE, About, Probe, Scan, Tree
from kibbutz_cli.readers.beginnings import Shape, head_columns, plain_columns, rare_columns, shape_of
from kibbutz_cli.readers.budget import UNKNOWN_KEPT, Budget
from kibbutz_cli.readers.canonical import AROUND, FIELDS, TIMES, cut, meant, outcome
from kibbutz_cli.readers.files.entries import is_media, is_private
from kibbutz_cli.readers.files.heads import NOTES, head_of
from kibbutz_cli.readers.files.places import is_file, is_folder
from kibbutz_cli.readers.parquet import is_foreign
from kibbutz_cli.readers.parsing.activities import has_activity
from kibbutz_cli.readers.parsing.csvcells import has_surplus
from kibbutz_cli.readers.parsing.csvrows import (
    delimiter_of,
    in_cells,
    is_as_expected,
)
from kibbutz_cli.readers.parsing.jsonrows import Row, in_array, in_lines
from kibbutz_cli.readers.parsing.jsonvalues import Fault, rejected
from kibbutz_cli.readers.partitions import lacking, partitions

ABOUT = About(
    name="tables",
    title="Canonical CSV, NDJSON or Parquet",
    files="a .csv, .ndjson, .jsonl or .parquet file with the columns actor and published",
    coverage=Coverage.COMMUNITY,
    loses="nothing: it holds what its columns hold",
    how="write it from your own data, or name your columns with --map FIELD=COLUMN",
)

_PIECE = 2**20
"""Bytes that are unpacked at once."""

LISTED = 12
"""Columns that a message tells."""

OWN = 90
"""How sure it is of a table by our columns alone."""

LEAST_COLUMNS = 2
"""Columns that a table has at least: who, and when."""

SMALL = 2**12
"""Bytes of a table that is read row by row in less time than the engine takes to plan the reading of it."""

LEAST = AMONG_OTHERS - 1
"""How sure it is of an archive that holds such tables among other files: whoever knows those is surer."""


def probe(tree: Tree) -> Probe:
    """Return how sure it is that the one entry, or some of those of an archive, have our columns."""
    names = tree.names()
    if len(names) == 1:
        return _seen(tree.head(names[0]))
    if is_folder(tree.path):  # each of its files is an input of its own
        return NOT_MINE
    own = [name for name in names if _is_own(tree, name, {})]
    if not own:
        return NOT_MINE
    return Probe(LEAST if _left(names, own) else OWN, f"{own[0]}, a table with our columns")


def _seen(head: bytes) -> Probe:
    """Return how sure it is that a file has our columns, by its first bytes."""
    shape = shape_of(head)
    if shape == "parquet":
        # The marks that others look for may stand in its texts, as they are; a plug-in that knows its own
        # Parquet is surer still.
        return Probe(99, "a Parquet file")
    if shape == "activitystreams":
        return Probe(100, "an ActivityStreams collection written by kibbutz convert")
    columns = set(head_columns(head, shape) if shape else ())
    known = mapped({}, list(columns)).keys()
    if "actor" in known and known & TIMES.keys() and not has_activity(head):
        # Nothing but our own columns, written as we write them, is what nobody else has.
        return Probe(100 if columns.issubset(FIELDS) else OWN, f"the columns {', '.join(sorted(known))}")
    plain = sorted({*plain_columns(head, shape)}) if shape else []
    if len(plain) < LEAST_COLUMNS:
        return NOT_MINE
    return Probe(10, f"a table, if --map FIELD=COLUMN says which is which of {listed(plain[:6])}")


def is_small(tree: Tree) -> bool:
    """Return whether an input is one text file of so few rows that planning a query over it takes longest."""
    name, *others = tree.names()
    head = tree.head(name)
    is_text = len(head) <= SMALL and shape_of(head) in {"csv", "ndjson"}
    return is_text and not others and is_file(tree.local(name) or "")


def scan(tree: Tree, columns: Mapping[str, str], spare: str = "", within: str = "") -> Scan | None:
    """Return how the engine can read the input itself, or none where it can not.

    Args:
        tree: The input; one of several entries is read row by row.
        columns: ``--map FIELD=COLUMN``.
        spare: A file to unpack the entry to where it lies in an archive or pipe; empty if there is none.
        within: The folder that was named, where the input lies in one.

    Raises:
        UsageError: ``--map`` names an unknown field or a column the file does not have.
        InputError: The file has no usable header, or is damaged or finds no room where it has to be unpacked.
        LimitError: Unpacked, it is larger than the limits allow.
    """
    name, *others = tree.names()
    if others:
        return None
    head = tree.head(name)
    shape = _shape(tree, head)
    if shape == "activitystreams" or not (tree.local(name) or spare):
        if shape == "parquet":
            raise _packed_parquet(tree, name)
        return None
    if shape == "csv" and not is_as_expected(head):
        return None
    path = tree.local(name) or _unpacked(tree, name, spare)
    said = partitions(tree, name, within)
    if shape == "parquet":
        return Scan("parquet", path, tuple(mapped(columns).items()), given=tuple(said.items()))
    found = head_columns(head, shape)
    given = lacking(said, found, columns)
    delimiter = delimiter_of(head) if shape == "csv" else ""
    if delimiter and is_file(path) and has_surplus(path, delimiter, len(found)):
        return None
    fields, rare = _taken(columns, [*found, *given], shape, tree.path), frozenset(rare_columns(head, shape))
    return Scan(shape, path, tuple(fields.items()), tuple(found), delimiter, rare, tuple(given.items()))


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome a row, row by row."""
    return read_mapped(tree, budget, {})


def read_mapped(
    tree: Tree, budget: Budget, columns: Mapping[str, str], within: str = ""
) -> Iterator[Outcome]:
    """Yield one outcome a row, with the fields taken from the columns named, of one table after the other.

    Args:
        tree: The input.
        budget: Its limits and counts.
        columns: ``--map FIELD=COLUMN``.
        within: The folder that was named, where the input lies in one.

    Raises:
        UsageError: A field or column named is unknown; of a column of NDJSON that is known at the end.
        InputError: The file is no text table, or ends inside a quoted cell or record; of several, none has
            the columns.
    """
    names = tree.names()
    if len(names) == 1:
        yield from _rows_of(tree, names[0], budget, columns, within)
        return
    own = [name for name in names if not is_private(name) and _is_own(tree, name, columns)]
    if not own:
        wanted = ", ".join(filter(None, columns.values())) or "actor and published"
        raise InputError(f"{tree.path}: no file in it has the columns {wanted}", ABOUT.how)
    if left := _left(names, own):
        budget.repaired("file that is no such table skipped", left)
    for name in own:
        yield from _rows_of(tree, name, budget, columns, within)


def _rows_of(
    tree: Tree, name: str, budget: Budget, columns: Mapping[str, str], within: str
) -> Iterator[Outcome]:
    """Yield one outcome a row of one entry."""
    head = tree.head(name)
    shape = _shape(tree, head)
    origin, is_one = ABOUT.origin(tree, name), len(tree.names()) == 1
    if shape == "parquet":
        raise _packed_parquet(tree, name)
    origins: dict[str, Origin] = {
        coverage.value: origin.model_copy(update={"coverage": coverage}) for coverage in Coverage
    }
    found = head_columns(head, shape)
    given = lacking(partitions(tree, name, within), found, columns)
    fields = _taken(columns, [*found, *given], shape, tree.path)
    awaited, earlier = named_late(columns, [*found, *given]), budget.records
    left = sorted(set(found) - {*fields.values()})[:UNKNOWN_KEPT]
    rare = Counter(dict.fromkeys(rare_columns(head, shape).intersection(left), 0))
    with tree.open(name) as stream:
        for position, row in _rows(stream, shape, head, origin, budget):
            if isinstance(row, Fault):
                budget.record()
                yield rejected(row, origin, position)
                continue
            awaited = awaited and {field: name for field, name in awaited.items() if name not in row}
            rare.update(column for column in rare if row.get(column) is not None)
            cells = {field: row.get(column) or given.get(column) for field, column in fields.items()}
            if not is_one and not meant("activity_id", cells.get("activity_id") or ""):
                cells["activity_id"] = f"{writable(tree.path)}!{name}#{position}"
            told = meant("coverage", cells.get("coverage") or "")
            deed = outcome(cells, origins.get(told, origin), position)
            if not (isinstance(deed, Activity) and deed.derived):
                budget.record()
            yield deed
    for field, column in awaited.items():
        raise no_column(field, column, tree.path, found)
    for column, times in unread(left, budget.records - earlier, rare).items():
        budget.unknown[column] = budget.unknown.get(column, 0) + times


def _is_own(tree: Tree, name: str, columns: Mapping[str, str]) -> bool:
    """Return whether a file among others is a table of ours, or has all the columns that are named."""
    head = head_of(tree, name)
    shape = shape_of(head)
    if is_foreign(tree, name, columns):
        return False
    if not columns or shape in {None, "parquet", "activitystreams"}:
        return _seen(head).sure >= OWN
    found = head_columns(head, shape)
    known = mapped(columns, found).keys() if set(columns.values()).issubset({"", *found}) else set()
    return "actor" in known and bool(known & TIMES.keys())


def _left(names: Sequence[str], own: Sequence[str]) -> int:
    """Return how many entries are left, but for notes and pictures."""
    return sum(not (name.lower().endswith(NOTES) or is_media(name)) for name in {*names} - {*own})


def _packed_parquet(tree: Tree, name: str) -> InputError:
    if len(tree.names()) == 1:
        return InputError(f"{tree.path}: Parquet inside an archive or pipe: expected the file itself")
    return InputError(
        f"{tree.path}!{name}: Parquet among other files: expected tables of text",
        "unpack it and name it by itself",
    )


def _unpacked(tree: Tree, name: str, spare: str) -> str:
    try:
        with tree.open(name) as stream, Path(spare).open("wb") as file:
            shutil.copyfileobj(stream, file, _PIECE)
    except OSError as exc:
        raise InputError(
            f"{tree.path}: cannot be unpacked to {Path(spare).parent}: {exc.strerror}",
            "give --tmp a folder with more room",
        ) from exc
    return spare


def _rows(
    stream: BinaryIO, shape: Shape, head: bytes, origin: Origin, budget: Budget
) -> Iterator[tuple[int, Row | Fault]]:
    """Yield each row with its position, or why it is none."""
    if shape == "activitystreams":
        yield from in_array(stream, origin, budget)
        return
    # In a text of JSON that is broken a CR may stand; it ends no line.
    end = "\n" if shape == "ndjson" else ""
    with io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline=end) as text:
        yield from (
            in_cells(text, origin, head, budget) if shape == "csv" else in_lines(text, origin, budget)
        )


def mapped(columns: Mapping[str, str], found: list[str] | None = None, path: str = "") -> dict[str, str]:
    """Return which column gives each field: its namesake, unless ``--map`` names another, or none.

    Raises:
        UsageError: A field is unknown, or the file has no such column.
    """
    for field, column in columns.items():
        if field not in FIELDS:
            raise UsageError(f"--map {field}={column}: {field}: expected one of {', '.join(FIELDS)}")
        if found is not None and column and column not in found:
            raise no_column(field, column, path, found)
    namesakes = {column.strip(AROUND).lower(): column for column in reversed(found or ())}
    namesakes |= {column: column for column in found or ()}
    taken = {**{field: namesakes.get(field, field) for field in FIELDS}, **columns}
    return {
        field: column
        for field, column in taken.items()
        if field not in _closed(columns) and (found is None or column in found)
    }


def _closed(columns: Mapping[str, str]) -> set[str]:
    """Return the fields that no column gives: those told so, and other times than those that are named."""
    named = {field for field, column in columns.items() if column}
    times = TIMES.keys() - named if TIMES.keys() & named else set()
    return {*times, *(columns.keys() - named)}


def _taken(columns: Mapping[str, str], found: list[str], shape: Shape, path: str) -> dict[str, str]:
    """Return which column gives each field, those among them that only a later record may have."""
    if shape != "ndjson":
        return mapped(columns, found, path)
    taken = {**mapped(columns), **mapped({}, found), **columns}
    return {field: column for field, column in taken.items() if field not in _closed(columns)}


def named_late(columns: Mapping[str, str], found: Sequence[str]) -> dict[str, str]:
    """Return what ``--map`` names that the first records lack; a field's own name is no claim to be there."""
    return {field: name for field, name in columns.items() if name not in {"", field} and name not in found}


def no_column(field: str, column: str, path: str, found: Sequence[str]) -> UsageError:
    """Return the fault of a column that ``--map`` names and the file does not have."""
    return UsageError(f"--map {field}={column}: {path} has no column {column!r}: it has {listed(found)}")


def listed(columns: Sequence[str]) -> str:
    """Return the names of the first columns, as a message tells them."""
    return ", ".join(map(cut, columns[:LISTED]))


def unread(columns: Iterable[str], records: int, rare: Mapping[str, int]) -> dict[str, int]:
    """Return columns that give no field, each with the number of records; if rare, of those with it."""
    told = sorted(columns)[:UNKNOWN_KEPT]
    return {column: rare.get(column, records) for column in told if rare.get(column, 1)}


def _shape(tree: Tree, head: bytes) -> Shape:
    shape = shape_of(head)
    if shape is None:
        raise InputError(f"{tree.path}: not a table: expected CSV with a header, NDJSON, or Parquet")
    return shape

"""YouTube in Google Takeout: the comments and live chat messages of one channel.

A comment answers a video, a post or another comment; whose that is, Takeout does not tell, but for the people
a comment names by their channel. A price paid (Super Thanks, Super Chat) is the value of the comment, in the
currency written with it or in a column beside it; a number alone of 10,000 or more is in micros, millionths
of it. Files are known by their columns, not their names, which Takeout translates: by the header's words,
else by the look of the first row. Histories, playlists and subscriptions are not read.
"""

import csv
import io
from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Outcome, RejectionCode
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import begins, by_ending, head_of
from kibbutz_cli.readers.files.places import is_folder
from kibbutz_cli.readers.files.sources import truncated
from kibbutz_cli.readers.parsing.celltable import CellTable
from kibbutz_cli.readers.posts.takeout import ROLES, columns_of, comment, is_row, named_columns
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="youtube",
    title="YouTube comments (Google Takeout)",
    files="takeout-DATE.zip with YouTube and YouTube Music/comments/comments.csv; the folder; the .csv",
    coverage=Coverage.SINGLE,
    loses="Whose video or comment is answered, all answers and likes, and other products' files.",
    how="takeout.google.com > Deselect all > YouTube and YouTube Music > Next step > Create export.",
)

ENDING = ".csv"
NOTES = (".md", ".txt", ".html")
PRODUCT_DEPTH = 2
"""Folders above a table of comments that are YouTube's own: its name, and ``comments``."""


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input holds comments or chats of YouTube."""
    names = [name for name in by_ending(tree, ENDING) if _is_ours(tree, name)]
    if not names:
        return NOT_MINE
    if tree.single:
        return Probe(90, "a table of comments")
    if _is_alone(tree.names(), names):
        return Probe(90, f"a table of comments in {names[0]}")
    # A folder of several products is left to be tried product by product; an archive cannot be.
    return NOT_MINE if is_folder(tree.path) else Probe(60, f"a table of comments in {names[0]}")


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield every comment and message, and a mention for each person it names.

    Raises:
        InputError: There is no such table, or one is cut off.
        LimitError: A limit of the budget is passed.
    """
    names = [name for name in by_ending(tree, ENDING) if tree.single or _is_ours(tree, name)]
    if not names:
        raise InputError(f"{tree.path}: no table of comments: expected YouTube in Takeout", ABOUT.how)
    for name in names:
        origin = ABOUT.origin(tree, name)
        for line, row in _rows(tree, name, origin, budget):
            budget.record()
            record = Record(origin, line)
            if isinstance(row, str):
                yield record.rejected(RejectionCode.MALFORMED, row)
            else:
                budget.expects(ROLES, row)
                yield from comment(row, record)


def _is_alone(names: list[str], ours: list[str]) -> bool:
    """Return whether an input holds YouTube's own folder and nothing beside it, but for notes."""
    products = tuple(name.rsplit("/", PRODUCT_DEPTH)[0] for name in ours if name.count("/") >= PRODUCT_DEPTH)
    return all(name in ours or name.startswith(products) or name.lower().endswith(NOTES) for name in names)


def _is_ours(tree: Tree, name: str) -> bool:
    head = head_of(tree, name)
    if begins(head, b"<"):
        return False  # a feed that quotes a table, all of it in one line
    rows = csv.reader(io.StringIO(head.decode("utf-8-sig", errors="replace")[:8192]))
    try:
        first = next(rows, [])
        return named_columns(first) is not None or is_row(first) or is_row(next(rows, []))
    except csv.Error:
        return False


def _rows(
    tree: Tree, name: str, origin: Origin, budget: Budget
) -> Iterator[tuple[int, dict[str, str] | str]]:
    """Yield the line of every row, and its cells by what they hold, or what is wrong with it."""
    columns: tuple[str, ...] | None = None
    header: list[str] | None = None
    for line, row in _cells(tree, name, origin, budget):
        if isinstance(row, str):
            yield line, row
        elif columns is None:
            columns = columns_of(header, row)
            if columns is None and header is not None:
                raise InputError(f"{origin.place(1)}: columns not known: {', '.join(header)[:200]}")
            header = header or row
            if columns is not None and is_row(row):
                yield line, dict(zip(columns, row, strict=True))
        elif len(row) != len(columns):
            yield line, f"{len(row)} cells: expected {len(columns)}"
        else:
            yield line, dict(zip(columns, row, strict=True))


def _cells(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[tuple[int, list[str] | str]]:
    """Yield the line and cells of every row that is not blank, or what is wrong with it."""
    table = CellTable(tree.open(name), origin, budget.limits.line_bytes)
    width = 0
    for line, row in table.rows():
        if isinstance(row, str):
            yield line, row
        elif any(cell.strip() for cell in row):
            if len(row) < width and table.cut:
                raise truncated(origin.place(line), "table: its last row has too few cells")
            width = width or len(row)
            yield line, row

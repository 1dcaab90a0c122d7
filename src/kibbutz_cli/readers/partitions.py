"""What the folders of a partitioned table say of the files in them: ``platform=forum/year=2024/part-0.csv``.

Spark, DuckDB and others write a table so, and leave out of its files what a folder says. Only folders below
the one that is named count: what stands above it is where somebody keeps it.
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from urllib.parse import unquote

from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.canonical import AROUND, FIELDS, GUARD, TIMES
from kibbutz_cli.readers.files.folders import shown
from kibbutz_cli.readers.files.places import is_folder

EMPTY = "__HIVE_DEFAULT_PARTITION__"
"""What such a folder says where the cells are empty."""


def partitions(tree: Tree, name: str, within: str) -> dict[str, str]:
    """Return what the folders of an entry say, by the names of the columns they stand for.

    Args:
        tree: The input.
        name: Its entry; of an archive, no folder says anything.
        within: What the caller named; unless it is a folder, there is none below it.
    """
    if not is_folder(within) or not (tree.single or is_folder(tree.path)):
        return {}
    file = PurePath(tree.path) if tree.single else PurePath(tree.path, name)
    pairs = (shown(folder).partition("=") for folder in file.relative_to(within).parts[:-1])
    said = {unquote(column): unquote(value) for column, mark, value in pairs if column and mark}
    return {column: "" if value == EMPTY else value for column, value in said.items()}


def lacking(said: Mapping[str, str], found: Iterable[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Return what the folders of a file say in place of columns that it does not have.

    They give a field, in capitals where none stands beside it without, or what ``--map`` names; no actor
    and no time, for a table is known by having its own.
    """
    own = {column.strip(AROUND).lower() for column in found}
    wanted = {*FIELDS, *columns.values()} - {"actor", GUARD, *TIMES}
    wanted |= {column for column in said if column.lower() in wanted & {*FIELDS} - {*said}}
    return {column: value for column, value in said.items() if column in wanted and column.lower() not in own}

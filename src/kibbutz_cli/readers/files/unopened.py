"""The archives beside what was read that stay shut: what they hold is there already, or nobody opens them."""

from collections.abc import Collection, Sequence

from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.files.entries import is_archive
from kibbutz_cli.readers.files.heads import PROBED


def is_unpacked(archive: Tree, folder: Tree) -> bool:
    """Return whether all that an archive holds lies in a folder too, in a folder of its own or not."""
    held, there = archive.names(), set(folder.names())
    begins = (name.removesuffix(held[0]) for name in there if f"/{name}".endswith(f"/{held[0]}"))
    return any(
        all(begin + name in there for name in held)
        and all(archive.head(name) == folder.head(begin + name) for name in held[:PROBED])
        for begin in sorted(begins)
    )


def inner_archives(names: Sequence[str], unread: Collection[str]) -> list[str]:
    """Return which entries of an archive are archives that lie beside a file that was read.

    Those of other folders are what people attached to their words, as pictures are.
    """
    shut = set(unread)
    folders = {_folder(name) for name in names if name not in shut}
    return [name for name in names if name in shut and is_archive(name) and _folder(name) in folders]


def _folder(name: str) -> str:
    return name.rpartition("/")[0]

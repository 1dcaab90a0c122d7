"""The entries of an input by which its reader is chosen: of many files named alike, some.

A workspace of ten years has a hundred thousand files of days, and every reader would look into each.
"""

from collections import defaultdict
from typing import BinaryIO

from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.files.heads import PROBED
from kibbutz_cli.readers.patterns import pattern

_NUMBER = pattern(r"\d+")


class Sample:
    """A tree that names only some of its entries; a `Tree`, too."""

    def __init__(self, tree: Tree, names: list[str]) -> None:
        self._tree = tree
        self._names = sorted(names)

    @property
    def path(self) -> str:
        """The path as the caller gave it, or ``-``."""
        return self._tree.path

    @property
    def single(self) -> bool:
        """Whether the input is one file: never, a file is looked at as a whole."""
        return False

    def names(self) -> list[str]:
        """Return the names of the entries to look at, sorted."""
        return list(self._names)

    def open(self, name: str) -> BinaryIO:
        """Open an entry for reading from its start."""
        return self._tree.open(name)

    def local(self, name: str) -> str | None:
        """Return the path of an entry that lies on the disk as it is, or none if it is packed or piped."""
        return self._tree.local(name)

    def head(self, name: str, size: int = 65536) -> bytes:
        """Return the first bytes of an entry."""
        return self._tree.head(name, size)


def sampled(tree: Tree) -> Tree:
    """Return a tree with all entries of unlike names, and some of those alike but for numbers and folders."""
    names = tree.names()
    if len(names) <= PROBED:
        return tree
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[_NUMBER.sub("0", name.rpartition("/")[2])].append(name)
    kept = [name for alike in groups.values() for name in _spread(alike)]
    return tree if len(kept) == len(names) else Sample(tree, kept)


def _spread(names: list[str]) -> list[str]:
    count = len(names)
    return names if count <= PROBED else [names[place * count // PROBED] for place in range(PROBED)]

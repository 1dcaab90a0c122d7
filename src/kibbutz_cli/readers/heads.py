"""The entries that are a reader's own, as far as their names and first bytes tell."""

from collections.abc import Callable, Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.base import Tree

PROBED = 32
"""Entries a probe looks at: a folder may hold thousands of files of one ending, and every reader asks."""


def recognised(
    tree: Tree, is_likely: Callable[[str], bool], is_own: Callable[[bytes], bool], most: int | None = None
) -> Iterator[str]:
    """Yield the names of the entries whose first bytes are a reader's own.

    Args:
        tree: The input; a single file is looked at whatever its name.
        is_likely: Tells by an entry's name, in lower case, whether it is looked at.
        is_own: Tells by its first bytes whether it is the reader's own.
        most: How many entries are looked at; all of them if none.
    """
    names = [name for name in tree.names() if tree.single or is_likely(name.lower())]
    for name in names[:most]:
        if is_own(head_of(tree, name)):
            yield name


def head_of(tree: Tree, name: str) -> bytes:
    """Return the first bytes of an entry; none where not even one can be read."""
    try:
        return tree.head(name)
    except InputError:
        return b""


def begins(head: bytes, *marks: bytes) -> bool:
    """Return whether a text begins with one of some marks, a byte order mark and space aside.

    A mail that quotes another format has its keys, too, but does not begin as it does.
    """
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(marks)

"""The entries that are a reader's own, as far as their names and first bytes tell."""

import os
from collections.abc import Callable, Iterable, Iterator
from unicodedata import normalize

from kibbutz_cli.errors import InputError
from kibbutz_cli.readers.base import AMONG_OTHERS, NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.files.archive import STDIN
from kibbutz_cli.readers.files.entries import is_text, unpacked_name
from kibbutz_cli.readers.files.folders import shown
from kibbutz_cli.readers.files.places import absolute
from kibbutz_cli.readers.files.sources import CHUNK
from kibbutz_cli.readers.patterns import pattern

PROBED = 32
"""Entries a probe looks at: a folder may hold thousands of files of one ending, and every reader asks."""


JSON = (".json", ".jsonl", ".ndjson", ".jsonld")

NOTES = (".md", ".txt", ".rst", "license", ".gitignore")
"""What may lie beside the files of an archive without being one of them."""

BOM = b"\xef\xbb\xbf"

_JSON = pattern(rb"(?:\xef\xbb\xbf)?\s*(?:\{|\[(?![^\n{\[\"\]]*\][ \t]*[^\s,\]]))")
"""An object or an array, not a time in brackets with more on its line."""

_BETWEEN = pattern(r"\\" if os.sep == "\\" else r"\\(?!x[89a-f][0-9a-f])")
"""What Windows puts between folders; elsewhere, a byte that is no UTF-8 is shown as ``\\xe9``."""


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


def by_ending(tree: Tree, endings: str | tuple[str, ...]) -> list[str]:
    """Return the names of the entries that end so, in any case; of a single file that of any."""
    return [name for name in tree.names() if tree.single or name.lower().endswith(endings)]


def head_of(tree: Tree, name: str) -> bytes:
    """Return the first bytes of an entry; none where not even one can be read."""
    try:
        return tree.head(name)
    except InputError:
        return b""


def spelt(path: str) -> str:
    """Return a path as names are taken from it: ``/`` between folders, all of it text, accents put together.

    Old disks have names in other encodings, and the disks of Macs take accents apart.
    """
    path = _BETWEEN.sub("/", path)
    if path.isascii():
        return path
    return normalize("NFC", path if is_text(path) else shown(path))


def located(path: str) -> str:
    """Return an input's path as names are taken from it: from the root on, wherever somebody stands.

    Standard input is nowhere, and so is what has no name.
    """
    return path if path in {"", STDIN} else spelt(absolute(path))


def file_name(path: str) -> str:
    """Return what the file at a path is called, unpacked; empty for standard input, which has no name."""
    file = located(path).rpartition("/")[2]
    return "" if file == STDIN else unpacked_name(file)


def folder_name(tree: Tree, name: str) -> str:
    """Return what the folder or archive of an entry is called, unpacked; empty if it has no name."""
    *folders, _ = f"{located(tree.path)}/{spelt(name)}".split("/")
    if tree.single:
        folders = folders[:-1]
    named = [folder for folder in folders if folder.strip(".-")]
    return unpacked_name(named[-1]) if named else ""


def opening(tree: Tree, name: str) -> bytes:
    """Return the first bytes of an entry without the mark of its encoding and leading space."""
    return head_of(tree, name).removeprefix(BOM).lstrip()


def mostly(tree: Tree, own: Iterable[str], probe: Probe, notes: tuple[str, ...] = (".md",)) -> Probe:
    """Return a probe of an input in which nothing is more than a reader's own entries, but for notes."""
    found = sum(1 for _ in own)
    others = sum(1 for name in tree.names() if not name.lower().endswith(notes)) - found
    return probe if found and found >= others else NOT_MINE


def surest(tree: Tree, likely: Iterable[str], sure: Callable[[bytes], int], seen: str) -> Probe:
    """Return a probe by an input's surest entry, and less where most of those likely are not its reader's.

    Args:
        tree: The input.
        likely: The entries looked at; what is empty says nothing.
        sure: Tells by its first bytes how sure a reader is of an entry.
        seen: What is found.
    """
    found = [sure(head) for name in likely if (head := head_of(tree, name))]
    own = [each for each in found if each]
    if not own:
        return NOT_MINE
    return Probe(max(own) if 2 * len(own) >= len(found) else AMONG_OTHERS, seen)


def to_read(tree: Tree, own: Iterable[str], about: About, absent: str) -> list[str]:
    """Return a reader's own entries, or the single file that it is told to read.

    Raises:
        InputError: There is none.
    """
    names = list(own) or (tree.names() if tree.single else [])
    if not names:
        raise InputError(f"{tree.path}: {absent}", about.how)
    return names


def listed(tree: Tree) -> list[str]:
    """Return the entries of an input that may hold JSON values: a single file is taken by its word."""
    return by_ending(tree, JSON)


def is_nothing_else(tree: Tree, endings: tuple[str, ...] = JSON) -> bool:
    """Return whether all entries have one of some endings, but for notes beside them."""
    return all(name.lower().endswith((*endings, *NOTES)) for name in tree.names())


def holds(tree: Tree, name: str, *words: bytes) -> bool:
    """Return whether one of some words occurs in an entry.

    Raises:
        InputError: The entry cannot be read.
        LimitError: It is longer than the limits allow.
    """
    longest, tail = max(map(len, words)), b""
    with tree.open(name) as stream:
        while chunk := stream.read(CHUNK):
            # The end of the chunk before may hold the beginning of a word.
            if any(word in chunk or word in tail + chunk[:longest] for word in words):
                return True
            tail = chunk[-longest:]
    return False


def is_json(head: bytes) -> bool:
    """Return whether a file begins as JSON does, a byte order mark and space aside.

    A chat in which somebody quotes JSON has its keys, too, but begins with a time, maybe in brackets.
    """
    return _JSON.match(head) is not None


def begins(head: bytes, *marks: bytes) -> bool:
    """Return whether a text begins with one of some marks, a byte order mark and space aside.

    A mail that quotes another format has its keys, too, but does not begin as it does.
    """
    return head.removeprefix(BOM).lstrip().startswith(marks)

"""A file, folder, zip, tar or standard input as one read-only tree of named streams."""

import io
import os
import stat
import sys
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Self

from kibbutz_cli.errors import EmptyInputError, InputError, UsageError
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files import folders, tars, wide, zips
from kibbutz_cli.readers.files.codecs import MAGIC, codec_of
from kibbutz_cli.readers.files.entries import PACKED, Listing, Opener, is_private, is_text, on_disk
from kibbutz_cli.readers.files.places import is_file, resolved
from kibbutz_cli.readers.files.sources import File, open_file, spool, unreadable
from kibbutz_cli.readers.files.streams import Count, Slice, Unpacked, buffered

STDIN = "-"
HEAD = 64 * 1024
HIDDEN = b"private"
"""What is shown in place of the beginning of an entry that is its owner's alone."""

HEADS_KEPT = 16 * 2**20
"""Bytes of heads kept in memory, however many entries a folder has."""


class InputTree:
    """One input of the caller, open until it is closed; a `Tree`.

    Attributes:
        resources: What is closed with the tree.
        on_disk: The file or folder whose bytes the tree shows as they are; empty if they are packed or piped.
    """

    def __init__(
        self, path: str, openers: dict[str, Opener], budget: Budget, *, single: bool = False
    ) -> None:
        self._path = path
        self._single = single
        self._openers = openers
        self._names = sorted(openers)
        self._budget = budget
        self._heads: dict[str, bytes] = {}
        self._held = 0
        self._asked: set[str] = set()
        self._halves: dict[str, int] = {}
        self.resources = ExitStack()
        self.on_disk = ""

    @property
    def path(self) -> str:
        """The path as the caller gave it, or ``-``."""
        return self._path

    @property
    def single(self) -> bool:
        """Whether the input is one file, not an archive or folder."""
        return self._single

    def names(self) -> list[str]:
        """Return the entries' names, ``/``-separated, sorted."""
        return list(self._names)

    def open(self, name: str) -> BinaryIO:
        """Open an entry for reading from its start; limits are enforced as it is read.

        Raises:
            InputError: The entry cannot be opened.
        """
        self._asked.add(name)
        stream = self._openers[name](self._budget)
        if not wide.is_wide(stream.peek(wide.MAGIC)[: wide.MAGIC]):
            return stream
        return self._narrowed(stream, name, self._halves_of(name))

    def unread(self) -> list[str]:
        """Return the names of the entries that nobody opened, sorted; looking at a head opens none."""
        return [name for name in self._names if name not in self._asked]

    def opened(self, paths: Collection[Path]) -> list[Path]:
        """Return at or below which of the paths a file of this folder was opened."""
        if self._single or not self.on_disk:
            return []
        folder = resolved(self.on_disk)
        below = {
            path: folders.shown(path.relative_to(folder).as_posix())
            for path in paths
            if folder in path.parents
        }
        return [path for path, name in below.items() if self._has_opened(name)]

    def read_from(self) -> Iterator[str]:
        """Yield the files that were read: the input, or those of this folder that were opened."""
        if self._single or not self.on_disk:
            yield self._path
        else:
            yield from (on_disk(self._path, name) for name in self._asked)

    def local(self, name: str) -> str | None:
        """Return the path of an entry on the disk as it is; none if it is packed, piped or no UTF-8."""
        self._asked.add(name)
        if not self.on_disk or (name.endswith(PACKED) and not self._single):
            return None
        file = self.on_disk if self._single else str(Path(self.on_disk, name))
        return file if is_text(file) and (self._single or is_file(file)) else None

    def head(self, name: str, size: int = HEAD) -> bytes:
        """Return the first bytes of an entry; kept, so that many probes read it once.

        What is for the owner of an account alone is not shown: no reader looks into it to say whose it is.

        Raises:
            InputError: Not even the first byte can be read.
        """
        if not self._single and is_private(name):
            return HIDDEN
        head = self._heads.get(name)
        if head is None or (len(head) < size and len(head) >= HEAD):
            head = self._head(name, max(size, HEAD))
            self._keep(name, head)
        return head[:size]

    def close(self) -> None:
        """Close the files the tree holds open."""
        self.resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _has_opened(self, name: str) -> bool:
        here = (name, name.rpartition(".")[0] if name.endswith(PACKED) else name)
        return any(asked in here or asked.startswith(f"{name}/") for asked in self._asked)

    def _keep(self, name: str, head: bytes) -> None:
        self._held += len(head) - len(self._heads.pop(name, b""))
        self._heads[name] = head
        while self._held > HEADS_KEPT:
            self._held -= len(self._heads.pop(next(iter(self._heads))))

    def _narrowed(self, stream: io.BufferedReader, name: str, count: Count) -> io.BufferedReader:
        return wide.narrowed(stream, self._path if self._single else f"{self._path}!{name}", count)

    def _halves_of(self, name: str) -> Count:
        """Return what counts the halves of characters in an entry, which may be read several times, once."""
        met = 0

        def count(times: int) -> None:
            nonlocal met
            met += times
            if (more := met - self._halves.get(name, 0)) > 0:
                self._halves[name] = met
                self._budget.repaired(wide.HALF, more)

        return count

    def _head(self, name: str, size: int) -> bytes:
        # Counted apart: what is only looked at to choose a reader is not what was read.
        apart = Budget(self._budget.limits, self._path)
        with self._openers[name](apart) as stream:
            head = _first(stream, size)
        if not wide.is_wide(head[: wide.MAGIC]):
            return head
        with self._narrowed(self._openers[name](apart), name, lambda _: None) as stream:
            return _first(stream, size)


def open_tree(path: str, budget: Budget) -> InputTree:
    """Open an input of any shape as a tree; close it, or use it in a ``with``.

    Raises:
        UsageError: The path is ``-`` and standard input is a terminal or closed.
        InputError: There is nothing to read, or it is damaged or not honest.
        LimitError: It has more entries or bytes than the limits allow.
    """
    if path == STDIN:
        return _file_tree(path, _standard_input(budget), budget)
    try:
        mode = Path(path).stat().st_mode
    except OSError as exc:
        raise unreadable(path, exc) from exc
    if stat.S_ISDIR(mode):
        return _folder_tree(path, budget)
    if stat.S_ISFIFO(mode):
        return _file_tree(path, _pipe(path, budget), budget)
    return _file_tree(path, open_file(path, path), budget)


def _first(stream: io.BufferedReader, size: int) -> bytes:
    head = b""
    try:
        while len(head) < size and (more := stream.read1(size - len(head))):
            head += more
    except InputError:
        # Whoever reads on will be told; a probe can work with what came before the fault.
        if not head:
            raise
    return head


def _folder_tree(path: str, budget: Budget) -> InputTree:
    openers = folders.entries(path, Listing(path, budget.limits), budget)
    if not openers:
        what = f"no file in the folder ({', '.join(budget.repairs)})" if budget.repairs else "empty folder"
        raise EmptyInputError(f"{path}: {what}: expected an export")
    tree = InputTree(path, openers, budget)
    tree.on_disk = path
    return tree


def _file_tree(path: str, file: File, budget: Budget) -> InputTree:
    with ExitStack() as stack:
        stack.callback(file.close)
        try:
            tree = _shaped(path, file, budget, stack)
        except OSError as exc:  # of what the system only shows as a file, the end is nowhere
            raise unreadable(path, exc) from exc
        tree.resources = stack.pop_all()
    return tree


def _shaped(path: str, file: File, budget: Budget, stack: ExitStack) -> InputTree:
    size = file.seek(0, os.SEEK_END)
    if not size:
        raise EmptyInputError(f"{path}: empty: expected an export")
    file.seek(0)
    listing = Listing(path, budget.limits)
    magic = file.read(MAGIC)
    if magic[:4] in zips.MAGICS:
        return _archive(path, zips.entries(file, path, listing), budget)

    codec = codec_of(magic)

    def whole(counted: Budget) -> io.BufferedReader:
        if codec is None:
            return buffered(Slice(file, path, (0, size), lambda got: counted.take(got, got)))
        packed = buffered(Slice(file, path, (0, size), lambda got: counted.take(got, 0)))
        return buffered(Unpacked(packed, path, codec, lambda got: counted.take(0, got)))

    tree = InputTree(path, {_single_name(path): whole}, budget, single=True)
    head = tree.head(tree.names()[0])
    if not head:
        raise EmptyInputError(f"{path}: empty once decompressed: expected an export")
    if not tars.is_tar(head):
        is_plain = codec is None and not wide.is_wide(magic[: wide.MAGIC])
        tree.on_disk = path if is_plain and isinstance(file, io.FileIO) else ""
        return tree
    file.seek(0)
    if tars.is_tar(file.read(tars.BLOCK)):
        return _archive(path, tars.entries(tars.OnDisk(file, path), path, listing), budget)
    walk = tars.Compressed(whole, path, budget)
    stack.callback(walk.copy.close)
    return _archive(path, tars.entries(walk, path, listing), budget)


def _archive(path: str, openers: dict[str, Opener], budget: Budget) -> InputTree:
    if not openers:
        raise EmptyInputError(f"{path}: empty archive: expected an export")
    return InputTree(path, openers, budget)


def _single_name(path: str) -> str:
    name = Path(path).name
    return name.rpartition(".")[0] if name.endswith(PACKED) else name


def _standard_input(budget: Budget) -> File:
    if sys.stdin is None:
        raise UsageError("-: standard input is closed: expected a pipe or file", "kibbutz score - < FILE")
    if sys.stdin.isatty():
        raise UsageError("-: standard input is a terminal: expected a pipe or file", "kibbutz score - < FILE")
    return spool(sys.stdin.buffer, STDIN, budget)


def _pipe(path: str, budget: Budget) -> File:
    try:
        with Path(path).open("rb") as pipe:
            return spool(pipe, path, budget)
    except OSError as exc:
        raise unreadable(path, exc) from exc

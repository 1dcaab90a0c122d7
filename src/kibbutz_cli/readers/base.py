"""The contract of a reader: say how sure you are, then yield one outcome a record."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, Protocol

from kibbutz_cli.model.activity import Coverage, Origin, Outcome
from kibbutz_cli.readers.budget import Budget


class Tree(Protocol):
    """A file, folder, zip or tar as one read-only tree of named streams.

    A single file is a tree of one entry, whose name is the file's own name.
    ``.gz``, ``.bz2``, ``.xz`` and ``.zst`` entries are shown without that ending and read decompressed.
    """

    @property
    def path(self) -> str:
        """The path as the caller gave it, or ``-``."""
        ...

    @property
    def single(self) -> bool:
        """Whether the input is one file, not an archive or folder."""
        ...

    def names(self) -> list[str]:
        """Return the entries' names, ``/``-separated, sorted."""
        ...

    def open(self, name: str) -> BinaryIO:
        """Open an entry for reading from its start; limits are enforced as it is read."""
        ...

    def local(self, name: str) -> str | None:
        """Return the path of an entry that lies on the disk as it is, or none if it is packed or piped."""
        ...

    def head(self, name: str, size: int = 65536) -> bytes:
        """Return the first bytes of an entry; kept, so that many probes read it once."""
        ...


class About(NamedTuple):
    """What a person wants to know of a reader before using it.

    Attributes:
        name: What ``--from`` takes, and what the report calls the source.
        title: What the source is, in the words of its vendor.
        files: What the files look like, for a person who searches a folder.
        coverage: The most such a source can show.
        loses: What the export does not hold, in one sentence.
        how: How a person gets the export, in one sentence.
    """

    name: str
    title: str
    files: str
    coverage: Coverage
    loses: str
    how: str

    def origin(self, tree: Tree, name: str) -> Origin:
        """Return where the records of an entry come from."""
        member = "" if tree.single else name
        return Origin(path=tree.path, member=member, reader=self.name, coverage=self.coverage)


def fields(names: str) -> frozenset[str]:
    """Return the names in a text: of the fields that a format's records are known to have."""
    return frozenset(names.split())


class Probe(NamedTuple):
    """How sure a reader is that an input is its own.

    Attributes:
        sure: 0 (not mine) to 100 (a mark only my source makes).
        seen: What was found, for the message when nobody is sure.
    """

    sure: int
    seen: str = ""


NOT_MINE = Probe(0)

AMONG_OTHERS = 55
"""How sure a reader is of a folder or archive of which most is not its own: enough if nobody else is sure."""


class Scan(NamedTuple):
    """A table that the engine reads itself, without Python for each row.

    Attributes:
        shape: ``csv``, ``ndjson`` or ``parquet``.
        path: The file on disk.
        fields: Pairs of a field of the activity and the column that gives it.
        columns: All columns of a CSV, in order.
        delimiter: What stands between the cells of a CSV.
        rare: Columns of NDJSON that not all of its first records have.
        given: Pairs of a column that the file does not have and what its folder says in its place.
    """

    shape: str
    path: str
    fields: tuple[tuple[str, str], ...]
    columns: tuple[str, ...] = ()
    delimiter: str = ""
    rare: frozenset[str] = frozenset()
    given: tuple[tuple[str, str], ...] = ()


class Reader(Protocol):
    """A module (or object) that reads one source. Found by the entry point ``kibbutz.readers``."""

    ABOUT: About

    def probe(self, tree: Tree) -> Probe:
        """Return how sure the reader is, from names and heads alone; never raises on bad bytes.

        Of many entries named alike it is shown some (``files/sample.py``).
        """
        ...

    def read(self, tree: Tree, budget: Budget) -> Iterator[Outcome]:
        """Yield one outcome a record, in the order of the input.

        Calls ``budget.record()`` once for each raw record met, before its outcome is yielded;
        derived activities are yielded beside and call nothing.

        Raises:
            InputError: The input as a whole cannot be read (truncated, not what it claims).
            LimitError: A limit of the budget is passed.
        """
        ...

"""The database in which isso keeps its comments: what is a record of it."""

from collections.abc import Iterator

from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.database import MAGIC, Joined, rows
from kibbutz_cli.readers.parsing.jsonvalues import Fields
from kibbutz_cli.readers.patterns import pattern

ENDINGS = (".db", ".sqlite", ".sqlite3")

UNREAD = frozenset({"modified", "remote_addr", "voters", "notification"})
"""Not read: the addresses of machines, and who voted, of which isso keeps a trace only."""

COMMENTS = Joined(
    "comments",
    ("id", "parent", "created", "mode", "text", "author", "email", "website", "likes", "dislikes"),
    "tid",
    "threads",
    "uri",
    UNREAD,
)
"""The comments, each with the address of its page."""

_TABLES = (
    pattern(rb"CREATE TABLE[^(]{0,40}\bcomments\b[^(]{0,4}\("),
    pattern(rb"CREATE TABLE[^(]{0,40}\bthreads\b[^(]{0,4}\("),
    pattern(rb"\bvoters\s+BLOB\b"),
)


def is_database(head: bytes) -> bool:
    """Return whether a file that begins so is a database of isso."""
    return head.startswith(MAGIC) and all(table.search(head) for table in _TABLES)


def kept(tree: Tree, name: str, budget: Budget) -> Iterator[Fields]:
    """Yield the comments, each with the address of its page.

    Raises:
        InputError: The database is packed, in use or damaged.
        LimitError: It is larger than the limits allow.
    """
    return rows(tree, name, budget, COMMENTS)

"""Substack exports: what a publication posted.

The export names neither the publication nor who writes in it: all posts are of one member,
``substack:HOST``. The host is read from the posts' own subscribe buttons, else from the name of the list of
subscribers (its file is never opened), else it is the folder's or file's own name.

Drafts are left out, and posts that are not for everyone as private. The length of a post is that of its
HTML file, without block quotes, buttons and cards of other publications; without that file it is 0. Who
opened or received a mail is never read.
"""

import csv
import io
from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Outcome, RejectionCode
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree, fields
from kibbutz_cli.readers.blogs.substackposts import Publication, Row
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import head_of
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="substack",
    title="Substack export",
    files="the zip of an export, or its folder: posts.csv beside posts/ID.SLUG.html; posts.csv alone",
    coverage=Coverage.SINGLE,
    loses="Comments, likes, subscribers, Notes, and who of several authors wrote what.",
    how="Settings > Import / Export > Export your data > New export, then Download.",
)

POSTS = "posts.csv"
COLUMNS = frozenset({"post_id", "post_date", "is_published"})
FIELDS = COLUMNS | fields("email_sent_at inbox_sent_at type audience title subtitle podcast_url")
"""The columns of posts.csv."""


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a Substack export."""
    if _tables(tree):
        return Probe(95, "the columns of Substack's posts.csv")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the posts of every export in the tree, in its order.

    Raises:
        InputError: There is no posts.csv, or it is truncated.
        LimitError: A limit of the budget is passed.
    """
    tables = _tables(tree)
    if not tables:
        raise InputError(f"{tree.path}: no {POSTS}: expected a Substack export", ABOUT.how)
    for name in tables:
        origin = ABOUT.origin(tree, name)
        publication = Publication(tree, name, budget)
        for position, row in enumerate(_rows(tree, name, origin), start=1):
            budget.record()
            record = Record(origin, position)
            if isinstance(row, str):
                yield record.rejected(RejectionCode.MALFORMED, row)
            else:
                budget.expects(FIELDS, row)
                yield publication.post(row, record)


def _tables(tree: Tree) -> list[str]:
    names = [name for name in tree.names() if tree.single or name.rpartition("/")[2].lower() == POSTS]
    return [name for name in names if set(_header(tree, name)) >= COLUMNS]


def _header(tree: Tree, name: str) -> list[str]:
    first = head_of(tree, name).removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    return [cell.strip('" \r') for cell in first.decode("utf-8", "replace").split(",")]


def _rows(tree: Tree, name: str, origin: Origin) -> Iterator[Row | str]:
    """Yield the rows of a table, each by its columns or as what is wrong with it.

    Raises:
        InputError: The table is cut off, or its first row is none.
    """
    with io.TextIOWrapper(tree.open(name), encoding="utf-8-sig", errors="replace", newline="") as text:
        lines = _Lines(text)
        rows = csv.reader(lines, strict=True)
        try:
            header = [cell.strip() for cell in next(rows)]
        except csv.Error as exc:
            what = f"{origin.place(1)}: not CSV: {exc}: expected the names of the columns"
            raise InputError(what, ABOUT.how) from exc
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as exc:
                if "end of data" in str(exc):
                    raise _truncated(origin, rows.line_num) from exc
                yield f"not CSV: {exc}"
                continue
            if len(row) == len(header):
                yield dict(zip(header, row, strict=True))
            elif row and lines.cut:
                raise _truncated(origin, rows.line_num)
            elif row:
                yield f"{len(row)} cells: expected {len(header)}"


class _Lines:
    """The lines of a text, which tell whether the last one met has its line break.

    Attributes:
        cut: Whether it has none.
    """

    def __init__(self, text: io.TextIOBase) -> None:
        self.cut = False
        self._text = text

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self.cut = not line.endswith(("\n", "\r"))
            yield line


def _truncated(origin: Origin, line: int) -> InputError:
    return InputError(
        f"{origin.place(line)}: truncated: expected the end of the last row", "download or export it again"
    )

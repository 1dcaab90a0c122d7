"""Movable Type and TypePad exports: the entries of a blog with their comments, as text.

The format has no ids. An entry is known by its address where TypePad tells it, else by the hash of author,
title, file name and date; a comment by the hash of what it says. An author is known by the hash of the e-mail
address where TypePad tells it, else of the name that the blog's system gave; a commenter by the hash of the
address, else of name and web address. An address that stands for nobody (``none@example.com``) tells nobody
apart. Addresses are not kept. The blog is the host of its entries' addresses where they are told, else the
file's own name.

A comment is towards the author of its entry. Entries that are no published ones are left out with what
stands below them, and so are comments for the blog's owner alone, which FC2 exports, and pings, which are
links from a site and not deeds of a person. Times are the
blog's own and name no zone: they are taken as UTC. Bytes that are not UTF-8 are read as Windows-1252, each
for itself.

To suggest identities, the hashes of e-mail addresses are compared, and the web addresses of commenters.
"""

from collections.abc import Iterator

from kibbutz_cli.model.activity import Coverage, Outcome
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.blogs.mtblog import Blog, expect
from kibbutz_cli.readers.blogs.mtentries import entries
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import PROBED, recognised
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.patterns import pattern

ABOUT = About(
    name="movabletype",
    title="Movable Type or TypePad export",
    files="NAME.txt with lines of AUTHOR, TITLE and DATE, and ----- between the parts",
    coverage=Coverage.ANSWERS,
    loses="Whom an answer to a comment is for, likes, time zones, and spam.",
    how="Movable Type: Tools > Export > Export Blog. TypePad: what was saved before it closed in 2025.",
)

ENDINGS = (".txt", ".mt", ".export")

# The end of a line is taken whole: \r\n as an end and an empty line took twice as long for each line more.
_HEAD = pattern(
    rb"\A(?:\xef\xbb\xbf)?\s*+(?:--------\s*+)?"
    rb"(?:[A-Z][A-Z0-9_ ]{1,40}:[^\r\n]*(?:\r\n?+|\n)|[ \t]*(?:\r\n?+|\n)){2,200}?"
    rb"-----[ \t]*(?:\r\n?+|\n)[A-Z][A-Z ]{2,40}:[ \t]*[\r\n]"
)
_NAMED = pattern(rb"(?<![^\r\n])(?:AUTHOR|TITLE|DATE|BASENAME): ")


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is an export of Movable Type or TypePad."""
    if any(True for _ in recognised(tree, _is_likely, _is_export, PROBED)):
        return Probe(90, "entries in the parts of Movable Type exports")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the entries of every export in the tree, each before its comments.

    Raises:
        InputError: A file is truncated, or no text of this kind.
        LimitError: A limit of the budget is passed.
    """
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        origin = ABOUT.origin(tree, name)
        blog = Blog(origin)
        with tree.open(name) as stream:
            for entry in entries(stream, origin, budget):
                expect(entry, budget)
                for outcome in blog.outcomes(entry):
                    budget.record()
                    yield outcome


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox of each author and commenter, and the web addresses that commenters gave."""
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        yield from distinct(_declared(tree, name, budget))


def _declared(tree: Tree, name: str, budget: Budget) -> Iterator[Account | None]:
    origin = ABOUT.origin(tree, name)
    blog = Blog(origin)
    with tree.open(name) as stream:
        for entry in entries(stream, origin, budget):
            yield from blog.accounts(entry)


def _is_likely(name: str) -> bool:
    return name.endswith(ENDINGS)


def _is_export(head: bytes) -> bool:
    found = _HEAD.match(head)
    return found is not None and len(_NAMED.findall(head, 0, found.end())) > 1

"""Comments of isso: its database, what its importer takes, and what its server answers.

Its server names a commenter by a hash of its own, ``isso:HASH@SITE``; in the database and in the importer's
format a commenter is told apart by the hash of the e-mail address, which is not kept, unless it stands for
nobody (``none@example.com``), else by the hash of name and web address. The site is the host of the pages'
addresses where they have one, else the file's own name. A comment that answers another is towards whoever
wrote that; one below a page is towards nobody, since isso does not know whose page it is.

Comments that are deleted or wait for a moderator are left out. Likes and dislikes are counted, and nobody
is told who gave them. Times in the importer's format are of the server's zone, which is not told: they are
taken as UTC.

The database is only read, and only its comments and pages: not who voted, and not from where somebody wrote.
It has to be the file itself, and not in use: changes that still lie beside it would be missing.

To suggest identities, the hashes of e-mail addresses and those by which Gravatar names pictures are
compared, and the websites of commenters.
"""

from collections.abc import Iterator

from kibbutz_cli.model.activity import Coverage, Origin, Outcome, Rejection, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.comments.issocomments import FIELDS, PAGE_FIELDS, Page
from kibbutz_cli.readers.comments.issodatabase import ENDINGS, is_database, kept
from kibbutz_cli.readers.files.heads import PROBED, begins, head_of, recognised
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="isso",
    title="Comments of isso",
    files="comments.db of its server; a .json for its generic importer; answers of its server, saved",
    coverage=Coverage.ANSWERS,
    loses="Who liked and disliked, comments that were deleted for good, and whose the pages are.",
    how="Copy comments.db, the dbpath of isso.cfg, from the server: sqlite3 comments.db '.backup SITE.db'.",
)

_GENERIC = pattern(rb"\s*\[\s*\{")
_COMMENTS = pattern(rb'"comments"\s*:\s*\[')
_ADDRESS = pattern(rb'"remote_addr"\s*:')
_ANSWER = (pattern(rb'"hidden_replies"\s*:'), pattern(rb'"replies"\s*:\s*\['))
_LATEST = tuple(pattern(rb'"%s"\s*:' % key) for key in (b"hash", b"dislikes", b"mode", b"parent"))


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input holds comments of isso."""
    if any(True for _ in recognised(tree, _is_likely, _is_export, PROBED)):
        return Probe(85, "the tables or keys of isso's comments")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the comments of every file in the tree, page by page.

    Raises:
        InputError: A file is truncated or holds no comments.
        LimitError: A limit of the budget is passed.
    """
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        yield from _outcomes(tree, name, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox, the picture and the web address that went with each comment."""
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        yield from distinct(_declared(tree, name, budget))


def _is_likely(name: str) -> bool:
    return name.endswith((".json", *ENDINGS))


def _is_export(head: bytes) -> bool:
    if is_database(head):
        return True
    if not _GENERIC.match(head.removeprefix(b"\xef\xbb\xbf")):
        return begins(head, b"{") and all(key.search(head) for key in _ANSWER)
    return bool(_COMMENTS.search(head) and _ADDRESS.search(head)) or all(key.search(head) for key in _LATEST)


def _outcomes(tree: Tree, name: str, budget: Budget) -> Iterator[Outcome]:
    origin = ABOUT.origin(tree, name)
    for found, page in _pages(tree, name, origin, budget):
        if isinstance(found, Rejection):
            budget.record()
            yield found
        else:
            yield from _told(found, page, budget)


def _declared(tree: Tree, name: str, budget: Budget) -> Iterator[Account | None]:
    for found, page in _pages(tree, name, ABOUT.origin(tree, name), budget):
        for comment in () if isinstance(found, Rejection) else _below(found.value):
            yield from page.accounts(comment)


def _pages(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[tuple[Item | Rejection, Page]]:
    """Yield the comments below each page, with the page."""
    if is_database(head_of(tree, name)):
        page = Page("", origin)
        for number, comment in enumerate(kept(tree, name, budget), start=1):
            yield Item(number, comment), page
        return
    key = "" if _GENERIC.match(head_of(tree, name).removeprefix(b"\xef\xbb\xbf")) else "replies"
    # A server's answer about one page does not say which.
    page = Page("", origin)
    with tree.open(name) as stream:
        for found in items(stream, origin, budget, key=key):
            thread = {} if isinstance(found, Rejection) else fields_of(found.value)
            comments = thread.get("comments")
            if isinstance(found, Rejection) or type(comments) is not list:
                yield found, page
                continue
            budget.expects(PAGE_FIELDS, thread, "page")
            below = Page(text_of(thread.get("id")), origin, served=False)
            for comment in comments:
                yield found._replace(value=comment), below


def _told(found: Item, page: Page, budget: Budget) -> Iterator[Outcome]:
    """Yield a comment, and the answers the server put below it."""
    record = Record(page.origin, found.position)
    for comment in _below(found.value):
        budget.record()
        budget.expects(FIELDS, comment)
        if not comment:
            yield record.rejected(RejectionCode.MALFORMED, "no comment: expected an object")
        else:
            yield page.comment(comment, record)


def _below(value: object) -> Iterator[Fields]:
    """Yield a comment, then those that the server put below it."""
    below: list[object] = [value]
    while below:
        comment = fields_of(below.pop())
        yield comment
        replies = comment.get("replies")
        if type(replies) is list:
            below += reversed(replies)

"""Medium exports: what one account wrote, clapped for and follows.

A member is ``medium:@HANDLE``, as their address has it. A post is known by its id on Medium, the end of its
address, else by the name of its file; a page by standard input, by the hash of author, title and time.
Answers to others are exported as posts are and do not say what they answer, so they are posts here, unless
the page does name it. Claps are likes of the owner, whom ``profile/profile.html`` names; their times are
without zone and taken as UTC. Highlights name the words and not the post, and are left out and counted, as
are drafts. Accounts that are followed have no time.

Block quotes are not counted as the author's words. Bookmarks, lists, blocks, sessions and internet
addresses are never read.

To suggest identities, the hashes of the owner's e-mail addresses are compared, and the accounts that the
profile is connected with.
"""

import re
from collections.abc import Callable, Iterator

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Coverage, Outcome
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.blogs.mediumpages import accounts, clap, follow, highlight, owner_of, post, rows
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import PROBED, head_of, recognised
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Owner, Record

ABOUT = About(
    name="medium",
    title="Medium export",
    files="medium-export-ID.zip, or its folder: posts/DATE_TITLE-ID.html; one such page alone",
    coverage=Coverage.SINGLE,
    loses="What others answered, clapped and highlighted, and what an answer of one's own is for.",
    how="Settings > Security and apps > Download your information > Export; a link comes by mail.",
)

ENDINGS = (".html", ".htm")
PROFILE = "profile/profile.html"

_HTML = pattern(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|body|article)\b", re.IGNORECASE)
_PAGE = pattern(rb'<article\b[^<>]*\bclass="h-entry"')
_BODY = pattern(rb'<section\b[^<>]*\bdata-field="body"')
_LISTED = pattern(rb'<li\b[^<>]*\bclass="h-entry"')

Tell = Callable[[str, Owner, Record], Outcome]

LISTS: tuple[tuple[str, Tell], ...] = (
    ("claps/", clap),
    ("highlights/", highlight),
    ("users-following/", follow),
)
"""The folders of lists that are read, and what their rows are."""


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a Medium export."""
    if any(True for _ in recognised(tree, _is_post, _is_page, PROBED)):
        return Probe(90, "the marks of Medium's pages")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the posts of every export in the tree, then the claps, highlights and follows.

    Raises:
        InputError: There is no post, or a page is cut off.
        LimitError: A page is longer than the limits allow.
    """
    pages = tree.names() if tree.single else list(recognised(tree, _is_post, _is_page))
    if not pages:
        raise InputError(f"{tree.path}: no posts: expected a Medium export", ABOUT.how)
    for name in pages:
        budget.record()
        yield post(name, _text(tree, name, budget), Record(ABOUT.origin(tree, name), 1))
    if tree.single:
        return
    for root in dict.fromkeys(_root(name) for name in pages):
        owner = _owner(tree, root, budget)
        for folder, tell in LISTS:
            yield from _listed(tree, root + folder, owner, tell, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the owner's page and mailboxes, and the accounts that are connected with this one."""
    pages = [] if tree.single else recognised(tree, _is_post, _is_page)
    for root in dict.fromkeys(map(_root, pages)):
        if root + PROFILE in tree.names():
            yield from distinct(accounts(_text(tree, root + PROFILE, budget)))


def _listed(tree: Tree, folder: str, owner: Owner, tell: Tell, budget: Budget) -> Iterator[Outcome]:
    for name in tree.names():
        if not name.startswith(folder) or not _LISTED.search(head_of(tree, name)):
            continue
        origin = ABOUT.origin(tree, name)
        for position, row in enumerate(rows(_text(tree, name, budget)), start=1):
            budget.record()
            yield tell(row, owner, Record(origin, position, owner))


def _is_post(name: str) -> bool:
    return name.endswith(ENDINGS) and f"/{name}".rpartition("/")[0].endswith("/posts")


def _is_page(head: bytes) -> bool:
    # A feed may hold a whole page as its text.
    return bool(_HTML.match(head) and _PAGE.search(head) and _BODY.search(head))


def _root(name: str) -> str:
    """Return the folder an export lies in, from the name of one of its posts."""
    return name[: len(name) - len("posts/") - len(name.rpartition("/")[2])]


def _owner(tree: Tree, root: str, budget: Budget) -> Owner:
    name = root + PROFILE
    return owner_of(_text(tree, name, budget)) if name in tree.names() else Owner()


def _text(tree: Tree, name: str, budget: Budget) -> str:
    """Return the text of a page.

    Raises:
        InputError: It has no end.
        LimitError: It is longer than the limits allow.
    """
    place, limit = ABOUT.origin(tree, name).place(0), budget.limits.text_bytes
    with tree.open(name) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise LimitError(
            f"{place}: more than {limit:,} bytes",
            "if you trust this file, raise the limit with --limit text_bytes=N",
        )
    if b"</html>" not in data[-1024:].lower():
        raise InputError(f"{place}: truncated: expected the end of a page", "download or export it again")
    return data.decode("utf-8-sig", "replace")

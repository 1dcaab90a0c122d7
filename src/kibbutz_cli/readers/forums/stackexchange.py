"""Stack Exchange data dumps: questions, answers, comments, acceptances, favourites and bounties of a site.

A person is ``stackexchange:ID@SITE``. The dump does not name its site: it is the folder's or the zip's name,
without ``.stackexchange.com`` and a date at its end. ``Posts.xml`` alone gives questions and answers.

A comment is towards the one person it names with ``@``, if exactly one who wrote there before has that name
or, from three letters on, one that begins so, and answers what that person last commented there. Else, and if
that is the author of the post, it answers the post. An acceptance is the asker's deed towards the answerer; a
bounty that was awarded is an acceptance by whom it was offered by, and its value is counted in bounties of
50, the smallest there is, so that the smallest is worth one acceptance. To offer a bounty is a like of the
question. Votes are dated by day: a deed of the day on which its post was written is placed at the moment of
the post.

What the API answers to ``/questions``, ``/answers``, ``/articles``, ``/comments``, ``/posts`` and ``/users``
has the ids of the dump: a page a file or a line, pages joined, or their items alone, as ``so4t_data_export``
saves those of a team; answers and comments may stand inside the questions. Its site is the one that a link in
the file leads to, else in another file, else the folder's name. Whom a comment names, the API says itself. It
tells no votes: the acceptance of an answer is the asker's deed at the moment of the answer. Without
``filter=withbody`` no words are counted. Revisions of posts and suggested edits are not read.

Up and down votes name nobody and are left out; a post carries its score, never below 0, as ``like_count``.
Words are those of the body, with what it quotes: a title is not counted. Tag wikis and elections are left
out. What the site's own program did (user -1) is left out. ``Reputation``, ``UpVotes``, ``DownVotes`` and
badges are never read.

To suggest identities, the account of the whole network is compared, which is one on all its sites, the
website, and the hash by which Gravatar names the picture.
"""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Outcome, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import head_of, mostly
from kibbutz_cli.readers.forums import stackpages
from kibbutz_cli.readers.forums.stackpages import site_of
from kibbutz_cli.readers.forums.stackrows import DEPTH, Row, RowCutter, Table
from kibbutz_cli.readers.forums.stacksite import COMMENTS, POSTS, USERS, VOTES, Site
from kibbutz_cli.readers.identity import distinct, links_in, page, pictured
from kibbutz_cli.readers.parsing.xmlstream import Document
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="stackexchange",
    title="Stack Exchange data dump, or answers of its API",
    files="Posts.xml, also beside Users.xml, Comments.xml, Votes.xml, in a folder or zip; pages of the API",
    coverage=Coverage.COMMUNITY,
    loses="Who voted up or down, deleted posts, and who wrote them where the account was deleted.",
    how="Your profile > Settings > Data dump access; archive.org/details/stackexchange_20240630. Unpack it.",
)

NETWORK = "https://stackexchange.com/users/"

MARK = 1024
"""The root element and the first row begin within so many bytes."""

CUTTING = True
"""Whether rows are read by pattern where they can be; what is read is the same without."""

_ROOT = pattern(rb"(?:\xef\xbb\xbf)?(?:\s|<\?[^>]*>|<!--(?:(?!-->).)*-->)*<posts\b", re.DOTALL)
_BESIDE = pattern(rb"<(comments|votes|users)>\s*<row\s+Id=")


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a dump of a Stack Exchange site."""
    for name in _found(tree, POSTS):
        if _is_posts(head_of(tree, name)):
            # Surer than a reader that goes by marks anywhere: posts quote every other format.
            return Probe(98, "the rows of Posts.xml")
    if tree.single and _BESIDE.search(head_of(tree, tree.names()[0])[:MARK]):
        return Probe(40, "a file of a Stack Exchange dump: name the folder that has its Posts.xml")
    return mostly(tree, stackpages.pages(tree), Probe(95, "answers of the Stack Exchange API"))


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield posts, then votes, then comments of every site in the tree, then what the API answered.

    Raises:
        InputError: There is no Posts.xml and no page of the API, or a file is truncated or not well-formed.
        LimitError: A limit of the budget is passed.
    """
    pages = list(stackpages.pages(tree))
    found = _dumped(tree, pages)
    if not found and not pages:
        raise InputError(f"{tree.path}: no Posts.xml: expected the dump of a Stack Exchange site", ABOUT.how)
    for name in found:
        site = Site(site_of(tree, name))
        for users in _beside(tree, name, USERS):
            for row in _rows(tree, users, USERS, budget):
                if isinstance(row, Element):
                    budget.expects(USERS.known, row.attrib, "user")
                    site.meet(USERS.row(row.attrib))
                else:
                    site.meet(row)
        yield from _outcomes(tree, name, POSTS, site.post, budget)
        for table, tell in ((VOTES, site.vote), (COMMENTS, site.comment)):
            for file in _beside(tree, name, table):
                yield from _outcomes(tree, file, table, tell, budget)
    if pages:
        yield from stackpages.outcomes(tree, pages, ABOUT, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield each user's account of the whole network, which is one on all its sites, website and picture."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    pages = list(stackpages.pages(tree))
    for name in _dumped(tree, pages):
        site = Site(site_of(tree, name))
        for users in _beside(tree, name, USERS):
            for row in _rows(tree, users, USERS, budget):
                yield from _accounts(site, USERS.row(row.attrib) if isinstance(row, Element) else row)
    for named, user in stackpages.users(tree, pages, ABOUT, budget):
        yield from _accounts(Site(named), user)


def _accounts(site: Site, row: Row) -> Iterator[Account | None]:
    number, _, account, website, hashed, image = row
    if number:
        yield pictured(site.actor(number), hashed or image)
    if number and account.isdecimal():
        own = page(f"{NETWORK}{account}")
        links = links_in([website])
        yield Account(site.actor(number), network=own, pages=(own,), links=links)


def _dumped(tree: Tree, pages: list[str]) -> list[str]:
    return [name for name in _found(tree, POSTS) if name not in pages]


def _found(tree: Tree, table: Table) -> list[str]:
    if tree.single:
        return tree.names()
    file = f"{table.root}.xml"
    return [name for name in tree.names() if name.rpartition("/")[2].lower() == file]


def _beside(tree: Tree, name: str, other: Table) -> list[str]:
    folder = name.rpartition("/")[0]
    return (
        [] if tree.single else [found for found in _found(tree, other) if found.rpartition("/")[0] == folder]
    )


def _is_posts(head: bytes) -> bool:
    root = _ROOT.match(head[:MARK])
    row = head.find(b"<row ", root.end()) if root else -1
    return row >= 0 and b" PostTypeId=" in head[row : head.find(b">", row)]


def _outcomes(
    tree: Tree, name: str, table: Table, tell: Callable[[Row, Record], Outcome], budget: Budget
) -> Iterator[Outcome]:
    origin = ABOUT.origin(tree, name)
    for position, row in enumerate(_rows(tree, name, table, budget), start=1):
        budget.record()
        record = Record(origin, position)
        if not isinstance(row, Element):
            yield tell(row, record)
        elif row.tag == "row":
            budget.expects(table.known, row.attrib)
            yield tell(table.row(row.attrib), record)
        else:
            yield record.rejected(RejectionCode.MALFORMED, f"<{row.tag}>: expected <row>")


def _rows(tree: Tree, name: str, table: Table, budget: Budget) -> Iterator[Row | Element]:
    """Yield the rows of a table that were cut out of it, and those the parser read."""
    cutter = RowCutter(table, budget)
    with tree.open(name) as stream:
        document = Document(stream, ABOUT.origin(tree, name).place(0), budget, cutter if CUTTING else None)
        for _ in document.grow():
            if len(document.top):
                for element in document.take(document.top[0], DEPTH, closed=document.whole):
                    rows = cutter.taken(element)
                    if rows is None:
                        yield element
                    else:
                        yield from rows

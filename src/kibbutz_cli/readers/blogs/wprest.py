"""WordPress by its REST API: posts, pages, comments and users as JSON, from one file or a folder of them.

Read are answers of ``/wp-json/wp/v2/posts``, ``pages``, ``comments`` and ``users``, each an array or one
object, whatever the files are called; comments embedded in a post are read with it.

A person is ``wordpress:user-ID@SITE``. A guest is told apart as in WordPress exports, by the hash of the
e-mail address, which only a dump with ``context=edit`` has, unless it stands for nobody
(``none@example.com``), else by the hash of name and web address. A further author of Co-Authors Plus is the
user with that name in addresses, else ``wordpress:NAME@SITE``; where its terms do not name who entered a
post, and whose name in addresses is told, the first of them is its author. Posts and comments have the ids
that WordPress exports of the same blog give them. Who wrote posts has the role ``blog-author``, an
administrator that role.

A comment is towards the author of the comment it answers, else of the post; only in a post are block quotes
counted as words. Drafts, private posts and those with a password, comments on them, spam, and comments not
let through are left out, and so are pingbacks. Comments on pictures are read, but where the picture, or the
post that it stands below, is not public.

To suggest identities, the hashes by which Gravatar names pictures are compared, those of e-mail addresses
where they are told, and the pages and websites of users and commenters.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import Coverage, Origin, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import About, Probe, Tree
from kibbutz_cli.readers.blogs.wprestfields import expect
from kibbutz_cli.readers.blogs.wprestsite import COMMENT, OTHER, POST, USER, Site, embedded, site_of, what
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import by_ending, file_name, head_of, surest, to_read
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonfile import first_fields, values
from kibbutz_cli.readers.parsing.jsonvalues import fields_of
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="wordpress-rest",
    title="WordPress REST API",
    files="posts.json, pages.json, comments.json and users.json in one folder; any of them alone",
    coverage=Coverage.ANSWERS,
    loses="Likes, views, guests' addresses and, without signing in, everything that is not public.",
    how="Save the pages of https://SITE/wp-json/wp/v2/comments?per_page=100&page=1 and the like with curl.",
)

MARKS = (b'"rendered"', b'"avatar_urls"', b'"author_avatar_urls"')
SURE = {POST: 90, COMMENT: 90, USER: 80, OTHER: 0}


class _File(NamedTuple):
    """One file: its name, where it is for messages, and the site it is of."""

    name: str
    origin: Origin
    site: Site


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is of the REST API, and less where most of it is not."""
    return surest(tree, by_ending(tree, ".json"), _sure, "posts or comments of the WordPress REST API")


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome an object, file after file.

    Raises:
        InputError: There is no such file, or one is truncated or no JSON.
        LimitError: A limit of the budget is passed.
    """
    own = [name for name in by_ending(tree, ".json") if _sure(head_of(tree, name))]
    names = to_read(tree, own, ABOUT, "no posts or comments: expected JSON of the REST API")
    files = _met(tree, names, budget)
    for file in files:
        for found in values(tree, file.name, file.origin, budget):
            budget.record()
            if isinstance(found, Rejection):
                yield found
                continue
            record, item = Record(file.origin, found.position), fields_of(found.value)
            expect(item, budget)
            yield from file.site.outcomes(found.value, record)
            for comment in embedded(item):
                budget.record()
                expect(comment, budget)
                yield from file.site.outcomes(comment, record)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox, the picture, the page and the links of each user and commenter."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    names = [name for name in by_ending(tree, ".json") if _sure(head_of(tree, name))]
    for file in _met(tree, names, budget):
        for found in values(tree, file.name, file.origin, budget):
            if not isinstance(found, Rejection):
                yield from file.site.accounts(fields_of(found.value))


def _met(tree: Tree, names: list[str], budget: Budget) -> list[_File]:
    """Return the files, each with its site; all are read once before, to know who wrote what is answered."""
    apart = Budget(budget.limits, budget.path)
    sites: dict[str, Site] = {}
    files = []
    for name in names:
        origin = ABOUT.origin(tree, name)
        site = None
        for found in values(tree, name, origin, apart):
            value = {} if isinstance(found, Rejection) else fields_of(found.value)
            if site is None and value:
                site = _site(sites, site_of(value) or file_name(name) or ABOUT.name, origin)
            if site is not None:
                site.meet(value)
        files.append(_File(name, origin, site or _site(sites, name, origin)))
    for site in sites.values():
        site.settle()
    return files


def _site(sites: dict[str, Site], address: str, origin: Origin) -> Site:
    if address not in sites:
        sites[address] = Site(address, origin)
    return sites[address]


def _sure(head: bytes) -> int:
    return SURE[what(first_fields(head))] if any(mark in head for mark in MARKS) else 0

"""Ghost: posts and pages, and the comments and likes of members, from the export of a site.

Read are exports of every version, ``{"db": [{"meta", "data"}]}`` and its barer forms, the posts of the
Content API, and what Ghost's own migration tools write. Comments are in full backups only.

A person is ``ghost:ID@SITE`` for those who write, ``ghost:member-ID@SITE`` for those who comment; the site is
its title, else its address. A member with the e-mail address of a user is that user, unless the address
stands for nobody (``none@example.com``); addresses and password hashes are never kept. The role is the
highest a user has: ``owner``, ``administrator``, ``super editor``, ``editor``, ``author``, ``contributor``;
who wrote posts and has none is a ``blog-author``. Each further author of a post has a post of their own; the
posts of the user ``Ghost`` with which Ghost 1 to 3 come are nobody's.

A comment is towards the author of the comment it answers, if that is told, or of the post if it answers no
comment. Posts that every member may read count as unlisted; drafts, posts that were only mailed, posts for
those who pay, and hidden and deleted comments are left out and counted. Block quotes are words of a post, not
of a comment. A post that is kept for Ghost's editor alone, as ``lexical`` or ``mobiledoc``, has no words.

To suggest identities, the hashes of e-mail addresses are compared, and the pages in profiles: the website,
and the accounts on X, Mastodon, Bluesky, Threads and Facebook.
"""

import re
from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Activity, Coverage, Origin, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import About, Probe, Tree
from kibbutz_cli.readers.blogs.ghostfields import expect
from kibbutz_cli.readers.blogs.ghostsite import PEOPLE, POSTS, TABLES, Site, embedded, inner, is_for_editor
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import by_ending, file_name, head_of, surest, to_read
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonfile import first_fields
from kibbutz_cli.readers.parsing.jsontables import Row, rows
from kibbutz_cli.readers.parsing.jsonvalues import fields_of, list_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="ghost",
    title="Ghost export",
    files="NAME.ghost.DATE.json, also in a zip",
    coverage=Coverage.ANSWERS,
    loses="Views and visits; comments and their likes, but for full backups of the database.",
    how="Settings > Advanced > Import/Export > Export > Content & settings; ghost backup on your own server.",
)

LEARNT = frozenset({"users", "members", "roles", "roles_users", "posts_authors", "settings"})

MIGRATED = frozenset({"html", "published_at", "slug", "title"})
"""Fields of a post that the programs which move blogs to Ghost put below ``data``."""

_META = rb'"(?:exported_on|version)"\s*:\s*"?[\d.]+"?\s*,\s*"(?:exported_on|version)"\s*:'
_EXPORT = pattern(rb'\{\s*"db"\s*:\s*\[\s*\{\s*"(?:meta|data)"\s*:\s*\{')
_BARE = pattern(
    rb'\{(?:\s*"images".{0,20000}?)?(?<!\s)\s*"(?:meta|data)"\s*:\s*\{.{0,2000}?' + _META, re.DOTALL
)
_DATA = pattern(rb'\{\s*"data"\s*:\s*\{\s*"[a-z_]+"\s*:\s*\[')
_OWN = pattern(rb'"(?:custom_excerpt|codeinjection_head|mobiledoc|posts_authors|comment_id|og_image)"\s*:')


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is an export of Ghost, and less where most of it is not."""
    return surest(tree, by_ending(tree, ".json"), _sure, "the tables of a Ghost export")


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield posts, comments and likes of every export in the tree.

    Raises:
        InputError: There is no export, or one is truncated or damaged.
        LimitError: A limit of the budget is passed.
    """
    own = [name for name in by_ending(tree, ".json") if _sure(head_of(tree, name))]
    for name in to_read(tree, own, ABOUT, "no export of Ghost: expected NAME.ghost.DATE.json"):
        yield from _outcomes(tree, name, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox, pages and links of each user, and the mailbox of each member."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    for name in [name for name in by_ending(tree, ".json") if _sure(head_of(tree, name))]:
        origin = ABOUT.origin(tree, name)
        site, _ = _met(tree, name, origin, budget)
        for row in _rows(tree, name, origin, budget, PEOPLE):
            if not isinstance(row.value, Rejection):
                yield from site.accounts(row.table, row.value)


def _sure(head: bytes) -> int:
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _EXPORT.match(head):
        return 95
    if _BARE.match(head):
        return 90
    if (_DATA.match(head) and _OWN.search(head)) or _has_posts(head):
        return 85
    return 0


def _has_posts(head: bytes) -> bool:
    """Return whether a document has posts of Ghost right at its top, wherever among its fields."""
    if not head.startswith(b"{") or POSTS.encode() not in head:
        return False
    first = fields_of(next(iter(list_of(first_fields(head).get(POSTS))), None))
    return bool(first) and (
        _OWN.search(head) is not None or not MIGRATED.isdisjoint(fields_of(first.get("data")))
    )


def _outcomes(tree: Tree, name: str, budget: Budget) -> Iterator[Outcome]:
    """Yield what a file's rows are; it is read once before, since its people come after its posts."""
    origin = ABOUT.origin(tree, name)
    site, met = _met(tree, name, origin, budget)
    if not met and not _sure(head_of(tree, name)):
        raise InputError(f"{origin.place(0)}: no table of posts: expected an export of Ghost", ABOUT.how)
    for row in _rows(tree, name, origin, budget, TABLES):
        budget.record()
        if isinstance(row.value, Rejection):
            yield row.value
        else:
            record, fields = Record(origin, row.position), inner(row.value)
            expect(row.table, fields, embedded(fields) if row.table == POSTS else [], budget)
            outcomes = site.outcomes(row.table, row.value, record)
            if row.table == POSTS and isinstance(outcomes[0], Activity) and is_for_editor(fields):
                budget.repaired("posts without their words")
            yield from outcomes


def _met(tree: Tree, name: str, origin: Origin, budget: Budget) -> tuple[Site, bool]:
    """Return the site of a file with all its people, and whether it has any rows."""
    site = Site((file_name(name) or ABOUT.name).removesuffix(".json"))
    met = False
    for row in _rows(tree, name, origin, Budget(budget.limits, budget.path), TABLES | LEARNT):
        met = True
        if not isinstance(row.value, Rejection):
            site.meet(row.table, row.value)
            if row.table in LEARNT:
                expect(row.table, inner(row.value), [], budget)
    site.settle()
    return site, met


def _rows(tree: Tree, name: str, origin: Origin, budget: Budget, tables: frozenset[str]) -> Iterator[Row]:
    with tree.open(name) as stream:
        yield from rows(stream, origin, budget, tables)

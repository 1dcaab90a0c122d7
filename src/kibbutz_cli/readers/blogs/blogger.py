"""Blogger: posts, pages and comments of a blog, from a backup, Google Takeout or the API.

Read are the backup of old (``blog-DATE.xml``, an Atom feed with settings and template in it), the
``feed.atom`` of Google Takeout, and the JSON of the API, version 3. A folder may hold several blogs.

A person is ``blogger:NUMBER``, the number of the Blogger profile, else ``blogger:plus-NUMBER``, the number in
Google+. Who wrote with a name and a web address only is told apart by the hash of both, on that blog alone;
e-mail addresses are never read, since Blogger gives everybody the same one. Who wrote posts has the role
``blog-author``. An anonymous comment has no author: it is left out and counted.

A comment answers the comment it names, else the post, and is towards who wrote that, if that is told; it is
found whatever the order of the file is, since a file is read twice. Drafts, settings, templates, spam,
comments that wait for a moderator and what was removed are left out, and so are the comments on posts that
are not public.

Block quotes are counted as words of a post, not of a comment.

To suggest identities, the pages of profiles are compared, and the web addresses that guests gave.
"""

from collections.abc import Iterator

from kibbutz_cli.model.activity import Coverage, Origin, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import AMONG_OTHERS, NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.blogs import bloggeratom, bloggerjson
from kibbutz_cli.readers.blogs.bloggerblog import Blog, Entry, People
from kibbutz_cli.readers.blogs.feedroot import decoded, is_blogger, is_markup, root_of
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import by_ending, file_name, head_of, to_read
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="blogger",
    title="Blogger backup",
    files="Takeout/Blogger/Blogs/NAME/feed.atom, also as a zip; blog-DATE.xml; JSON of the API, version 3",
    coverage=Coverage.ANSWERS,
    loses="Views, reactions, and who wrote anonymous comments.",
    how="Settings > Manage blog > Back up content > Download; Google Takeout gives it as Blogger.",
)

FEEDS, JSON = (".xml", ".atom", ".rss"), (".json",)

_THEME = pattern(r"(?:^|/)theme-[^/]*\.xml$")


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is of Blogger, and less where most of it is not."""
    for endings, seen in ((FEEDS, "an Atom feed with Blogger's kinds"), (JSON, "the JSON of Blogger's API")):
        likely = _likely(tree, endings)
        found = sum(1 for name in likely if _is_own(head_of(tree, name)))
        if found and 2 * found >= len(likely):
            return Probe(95, seen)
        if found:
            return Probe(AMONG_OTHERS, f"{seen}, among others")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome an entry, file after file.

    Raises:
        InputError: There is no such file, or one is truncated or damaged.
        LimitError: A limit of the budget is passed.
    """
    own = [name for name in _likely(tree, (*FEEDS, *JSON)) if _is_own(head_of(tree, name))]
    names = to_read(tree, own, ABOUT, "no feed.atom: expected a backup of a blog")
    people = People()
    blogs = [_known(tree, name, people, budget) for name in names]
    for blog in blogs:
        blog.settle()
    for name, blog in zip(names, blogs, strict=True):
        origin = ABOUT.origin(tree, name)
        for position, found in enumerate(_entries(tree, name, origin, budget, blog), start=1):
            budget.record()
            if isinstance(found, Rejection):
                yield found
            else:
                yield blog.outcome(found, Record(origin, position))


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the page of each profile, and the web address that somebody without one gave."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    names = [name for name in _likely(tree, (*FEEDS, *JSON)) if _is_own(head_of(tree, name))]
    people = People()
    blogs = [_known(tree, name, people, budget) for name in names]
    for blog in blogs:
        blog.settle()
    for name, blog in zip(names, blogs, strict=True):
        for found in _entries(tree, name, ABOUT.origin(tree, name), budget, blog):
            if isinstance(found, Entry):
                yield blog.account(found)


def _likely(tree: Tree, endings: tuple[str, ...]) -> list[str]:
    return [name for name in by_ending(tree, endings) if tree.single or not _THEME.search(name)]


def _is_own(head: bytes) -> bool:
    if bloggerjson.is_own(head):
        return True
    text = decoded(head)
    root = root_of(text)
    return root is not None and is_markup(text) and is_blogger(root, text)


def _known(tree: Tree, name: str, people: People, budget: Budget) -> Blog:
    """Return what a file tells of its blog and of who wrote what."""
    origin = ABOUT.origin(tree, name)
    blog = Blog(file_name(name) or ABOUT.name, people)
    for found in _entries(tree, name, origin, Budget(budget.limits, budget.path), blog):
        if isinstance(found, Entry):
            blog.meet(found)
    blog.name()
    return blog


def _entries(
    tree: Tree, name: str, origin: Origin, budget: Budget, blog: Blog
) -> Iterator[Entry | Rejection]:
    if bloggerjson.is_own(head_of(tree, name)):
        return bloggerjson.entries(tree, name, origin, budget, blog)
    return bloggeratom.entries(tree, name, origin, budget, blog)

"""WordPress exports (WXR 1.0 to 1.2): posts and comments of a blog, from one file or many.

People: an author is ``wordpress:LOGIN@SITE``; a registered commenter whom the export does not name
``wordpress:user-ID@SITE``; a guest, of a forum as well, is told apart by the hash of the e-mail address (the
address itself is not kept), else, as where that stands for nobody (``none@example.com``), by the hash of name
and web address; who is called Anonymous and gave neither is nobody, and so is WordPress itself, which writes
a first comment on every new blog. An address that is also an author's is that author. Parts of a split export
that are named one by one do not know of each other, neither of authors nor of what is private: give their
folder. The site is the blog's own address: on WordPress.com ``base_site_url`` is the same for every blog.

Who wrote posts has the role ``blog-author``, whoever else the export lists. A reply in a forum of bbPress
answers the reply it says, else its topic, and an answer of AnsPress or DW Question & Answer its question; who
writes in a forum, asks or answers is no author of the blog for it. What stands in a private or hidden forum
is private, and below a topic that is left out nothing is read. Pictures and other media are no posts, and
public with what is said below them, but for those that are private or deleted themselves or stand below a
post that is not public. What plug-ins keep as posts is none where it has nothing to read or no page: forms,
templates, messages; what is said on a page without words, as of a product, is read. Where terms of Co-Authors
Plus do not name who entered a post, the first of them is its author; a guest whose profile names an account
is that account. Drafts, private, scheduled and password-protected posts, those that Jetpack keeps for who
pays, and comments held for moderation, are left out. Comments of the type review are reviews, those of
wpDiscuz and AnsPress are comments; other types are left out, as are pingbacks and trackbacks, which are links
from a site. Block quotes are counted in a post, not in a comment.
"""

from collections.abc import Iterator
from itertools import chain, count
from typing import BinaryIO
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from kibbutz_cli.model.activity import Coverage, Origin, Outcome
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.blogs.feedroot import decoded, is_wordpress, surest
from kibbutz_cli.readers.blogs.wxrblog import Blog, Fields, fields
from kibbutz_cli.readers.blogs.wxrcomments import Comment, CommentCutter
from kibbutz_cli.readers.blogs.wxrfields import AUTHOR, CHANNEL, ITEM, expect
from kibbutz_cli.readers.blogs.wxrforums import must_be_known
from kibbutz_cli.readers.blogs.wxrpage import ITEM_FIELDS, METADATA, Page
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import by_ending, head_of
from kibbutz_cli.readers.parsing.xmlstream import Document

ABOUT = About(
    name="wordpress",
    title="WordPress export (WXR)",
    files="NAME.WordPress.DATE.xml, one or several, also as a zip; .wxr",
    coverage=Coverage.ANSWERS,
    loses="Likes, views and deleted comments; spam is left out by WordPress itself.",
    how="Tools > Export > All content in the blog's administration.",
)

ENDINGS = (".xml", ".wxr", ".rss", ".txt")

WAITING = 64
"""Comments of one post held back until the post's own fields are complete; they stand before them."""

ITEM_DEPTH = 3

CUTTING = True
"""Whether comments are read by pattern where they can be; what is read is the same without."""


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a WordPress export."""
    own = _exports(tree)
    if not own:
        return NOT_MINE
    return Probe(min(95, max(own.values())), "the elements of WordPress exports")


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the posts and comments of every export in the tree, a post before its comments.

    Raises:
        InputError: A file is truncated or no well-formed XML.
        LimitError: A limit of the budget is passed.
    """
    return _told(tree, budget, {})


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox of each author, and of each address that somebody registered commented with."""
    blogs: dict[str, Blog] = {}
    for _ in _told(tree, budget, blogs):
        pass
    for blog in blogs.values():
        yield from blog.accounts()


def _told(tree: Tree, budget: Budget, blogs: dict[str, Blog]) -> Iterator[Outcome]:
    names = list(_exports(tree)) or tree.names()
    if len(names) > 1:
        # Each part of a split export may name other authors, and a comment's author may be in a later one.
        for name in names:
            _read_header(tree, name, Budget(budget.limits, budget.path), blogs)
    # A forum may stand behind its topics, a post behind its pictures, authors behind both, or in other parts.
    if any(_asks_for_places(tree, name) for name in names):
        for name in names:
            _read_places(tree, name, Budget(budget.limits, budget.path), blogs)
    for name in names:
        with tree.open(name) as stream:
            yield from _Export(stream, ABOUT.origin(tree, name), budget, blogs).outcomes()


def _exports(tree: Tree) -> dict[str, int]:
    """Return the entries that are exports, each with how sure one may be of it."""
    heads = ((name, decoded(head_of(tree, name))) for name in by_ending(tree, ENDINGS))
    return {name: surest(text) for name, text in heads if is_wordpress(text)}


def _read_header(tree: Tree, name: str, budget: Budget, blogs: dict[str, Blog]) -> None:
    with tree.open(name) as stream:
        for _ in _Export(stream, ABOUT.origin(tree, name), budget, blogs).outcomes():
            break


def _asks_for_places(tree: Tree, name: str) -> bool:
    with tree.open(name) as stream:
        return must_be_known(stream)


def _read_places(tree: Tree, name: str, budget: Budget, blogs: dict[str, Blog]) -> None:
    with tree.open(name) as stream:
        for _ in _Export(stream, ABOUT.origin(tree, name), budget, blogs).outcomes():
            pass


class _Export:
    """One file: its header, then its items, each with its comments."""

    def __init__(self, stream: BinaryIO, origin: Origin, budget: Budget, blogs: dict[str, Blog]) -> None:
        self._cutter = CommentCutter(budget)
        self._document = Document(stream, origin.place(0), budget, self._cutter if CUTTING else None)
        self._origin = origin
        self._budget = budget
        self._blogs = blogs
        self._header: Fields = {}
        self._authors: list[Fields] = []
        self._blog: Blog | None = None
        self._item = _Item(self._cutter)
        self._position = 0

    def outcomes(self) -> Iterator[Outcome]:
        return chain.from_iterable(self._runs())

    def _runs(self) -> Iterator[list[Outcome]]:
        """Yield what the file tells in runs: an outcome at a time would pass four generators more."""
        document = self._document
        for _ in document.grow():
            if not len(document.top):
                continue
            root = document.top[0]
            for channel in document.take(root, ITEM_DEPTH - 1, closed=document.whole):
                yield from self._channel(channel, closed=True)
            if len(root):
                yield from self._channel(root[0], closed=False)

    def _channel(self, channel: Element, *, closed: bool) -> Iterator[list[Outcome]]:
        for element in self._document.take(channel, ITEM_DEPTH, closed=closed):
            yield from self._complete(element)
        if len(channel):
            yield from self._growing(channel[0])

    def _complete(self, element: Element) -> Iterator[list[Outcome]]:
        if element.tag == "item":
            yield from self._told(element[:], closed=True)
            expect(ITEM, self._item.others, self._budget)
            self._item = _Item(self._cutter)
        elif self._blog is None and element.tag == "wp:author":
            self._authors.append(author := fields(element))
            expect(AUTHOR, author, self._budget, "author")
        elif self._blog is None:
            self._header.setdefault(element.tag, element.text)

    def _growing(self, element: Element) -> Iterator[list[Outcome]]:
        if element.tag == "item":
            yield from self._told(self._document.take(element, ITEM_DEPTH + 1, closed=False), closed=False)

    def _told(self, parts: list[Element], *, closed: bool) -> Iterator[list[Outcome]]:
        """Yield what an item's next parts tell: the post as soon as it is known, then its comments."""
        item = self._item
        item.add(parts)
        if not closed and len(item.comments) <= WAITING:
            return
        if item.page is None:
            item.page = Page(self._known_blog(item.fields), item.fields, item.co_authors, self._next())
            yield item.page.outcomes
        first = self._next(len(item.comments))
        told = map(item.page.comment, item.comments, count(first))
        yield [outcome for outcome in told if outcome]
        item.comments.clear()
        if closed:
            yield item.page.rest()

    def _next(self, records: int = 1) -> int:
        """Count records that follow each other and return the position of the first."""
        self._budget.record(records)
        self._position += records
        return self._position - records + 1

    def _known_blog(self, item: Fields) -> Blog:
        if self._blog is None:
            expect(CHANNEL, self._header, self._budget, "channel")
            site = Blog.site_of(self._header, item, self._origin)
            self._budget.part_of(site)
            blog = self._blogs.setdefault(site, Blog(site, self._origin))
            blog.describe(self._header, self._authors)
            blog.origin = self._origin
            self._blog = blog
        return self._blog


class _Item:
    """What is known of the item being read; ``others`` are elements that no item is known to have."""

    def __init__(self, cutter: CommentCutter) -> None:
        self._cutter = cutter
        self.fields: Fields = {}
        self.co_authors: dict[str, str] = {}
        self.comments: list[Comment] = []
        self.page: Page | None = None
        self.others: dict[str, object] = {}

    def add(self, parts: list[Element]) -> None:
        for part in parts:
            tag = part.tag
            if tag == "wp:comment":
                self.comments += self._cutter.comments(part)
            elif tag in ITEM_FIELDS and self.page is None and len(self.comments) <= WAITING:
                self.fields.setdefault(tag, "".join(part.itertext()) if len(part) else part.text)
            elif tag == "category" and self.page is None and len(self.comments) <= WAITING:
                self._add_author(part)
            elif tag == "wp:postmeta" and self.page is None:
                self._add_metadata(part)
            elif tag not in ITEM:
                self.others[tag] = ""

    def _add_author(self, part: Element) -> None:
        if part.get("domain") == "author":
            self.co_authors.setdefault(part.get("nicename", ""), (part.text or "").strip())

    def _add_metadata(self, part: Element) -> None:
        if (key := part.findtext("wp:meta_key")) in METADATA:
            self.fields.setdefault(key, part.findtext("wp:meta_value"))

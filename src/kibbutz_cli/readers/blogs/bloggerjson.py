"""The posts, pages and comments in the JSON of Blogger's API, version 3, as entries."""

from collections.abc import Iterator

from kibbutz_cli.model.activity import IgnoredReason, Origin, Rejection, RejectionCode
from kibbutz_cli.readers.base import Tree, fields
from kibbutz_cli.readers.blogs.bloggerblog import COMMENT, PAGE, POST, STATUSES, Author, Blog, Entry
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import is_json, opening
from kibbutz_cli.readers.parsing.jsonfile import first_fields, unpaged, values
from kibbutz_cli.readers.parsing.jsonstream import Item, items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.markup import unescaped
from kibbutz_cli.readers.parsing.webaddress import host_of
from kibbutz_cli.readers.patterns import pattern

KINDS = {"blogger#post": POST, "blogger#page": PAGE, "blogger#comment": COMMENT}

ENTRY = fields(
    """
    kind id blog published updated etag url selfLink title titleLink content images customMetaData author
    replies labels location status readerComments trashed inReplyTo post
    """
)
"""The fields of a post, page or comment; a list of them is passed over to its items."""

AUTHOR = fields("id displayName url image")
REPLIES = fields("totalItems selfLink items")

ITEMS = "items"
"""What a list calls its array."""

_OWN = pattern(
    rb'"(?:kind"\s*:\s*"blogger#(?:post|page|comment)'
    rb'|selfLink"\s*:\s*"https://(?:www|blogger)\.googleapis\.com/blogger/v3/)'
)


def is_own(head: bytes) -> bool:
    """Return whether a file that begins so is an answer of the API."""
    return is_json(head) and _OWN.search(head) is not None


def entries(tree: Tree, name: str, origin: Origin, budget: Budget, blog: Blog) -> Iterator[Entry | Rejection]:
    """Yield the entries of a file: of a list, of an array, or the one that it is.

    Raises:
        InputError: The file is truncated or no JSON.
        LimitError: A limit of the budget is passed.
    """
    for found in _items(tree, name, origin, budget):
        if isinstance(found, Rejection):
            yield found
            continue
        item = fields_of(found.value)
        if not item:
            reason = "expected an object with a kind"
            yield Rejection(
                origin=origin, position=found.position, code=RejectionCode.MALFORMED, reason=reason
            )
            continue
        kind = text_of(item.get("kind"))
        if kind != "blogger#comment" and not blog.address:
            blog.address = host_of(text_of(item.get("url")))
        number = text_of(fields_of(item.get("blog")).get("id"))
        _expect(item, budget)
        yield _entry(item, number, "")
        for reply in map(fields_of, list_of(fields_of(item.get("replies")).get("items"))):
            _expect(reply, budget)
            yield _entry(reply, number, text_of(item.get("id")))


def _items(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    head = opening(tree, name)
    if head.startswith(b"[") or ITEMS not in first_fields(head):
        yield from unpaged(values(tree, name, origin, budget), ITEMS)
        return
    with tree.open(name) as stream:
        yield from items(stream, origin, budget, key=ITEMS)


def _expect(item: Fields, budget: Budget) -> None:
    budget.expects(ENTRY, item)
    budget.expects(AUTHOR, fields_of(item.get("author")), "author")
    budget.expects(REPLIES, fields_of(item.get("replies")), "replies")


def _entry(item: Fields, blog: str, below: str) -> Entry:
    """Return what a post, page or comment says; ids are written as Blogger's own files write them."""
    author = fields_of(item.get("author"))
    url = text_of(author.get("url"))
    kind = _kind(item, below)

    def tag(number: str, what: str = POST) -> str:
        if not number:
            return ""
        return f"tag:blogger.com,1999:blog-{blog}.{what}-{number}" if blog else number

    return Entry(
        id=tag(text_of(item.get("id")), PAGE if kind == PAGE else POST),
        kind=kind,
        hidden=STATUSES.get(text_of(item.get("status")).upper(), IgnoredReason.HELD),
        author=Author(unescaped(text_of(author.get("displayName"))), url, text_of(author.get("id"))),
        parent=tag(text_of(fields_of(item.get("post")).get("id")) or below) if kind == COMMENT else "",
        answers=tag(text_of(fields_of(item.get("inReplyTo")).get("id"))),
        text=text_of(item.get("content")),
        published=text_of(item.get("published")) or text_of(item.get("updated")),
        replies=text_of(fields_of(item.get("replies")).get("totalItems")),
    )


def _kind(item: Fields, below: str) -> str:
    """Return what an item is; one that does not say it is known by what only such a one has."""
    if kind := text_of(item.get("kind")):
        return KINDS.get(kind, "")
    if below or "post" in item:
        return COMMENT
    return POST if "content" in item or "title" in item else ""

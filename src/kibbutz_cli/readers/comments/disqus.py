"""Disqus exports: the pages of a forum and the comments below them.

A registered member is ``disqus:USERNAME``, all over Disqus; a guest is told apart by the hash of the e-mail
address, which is not kept, unless it stands for nobody (``none@example.com``), else by the hash of the name,
within the forum; who is called Anonymous or Guest and gave none is nobody. Threads and comments are known by
their ``dsq:id``; a comment without one by the id it was imported with.

A thread is a page of the site, and its post is of the account that Disqus names as its author: mostly the
one which the site was registered with. A comment without a parent is towards that author, an answer towards
whoever wrote what it answers. What is quoted in a comment is not counted as its author's words.

Spam, deleted comments and those that wait for a moderator are left out, and so is what was said below a
thread that is spam or deleted. Internet addresses are never read. Votes and moderators are in no export.

To suggest identities, the hashes of e-mail addresses are compared, and the pages of members on Disqus.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, IgnoredReason, Origin, Outcome
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.comments.disqusforum import Forum
from kibbutz_cli.readers.files.chunks import stream_of
from kibbutz_cli.readers.files.heads import PROBED, recognised
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.xmlstream import CHUNK, Document
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="disqus",
    title="Disqus export",
    files="FORUM-DATE-all.xml, also as .xml.gz",
    coverage=Coverage.ANSWERS,
    loses="Votes, who moderates, and the words of the pages themselves.",
    how="Disqus Admin > Community > Export (disqus.com/admin/discussions/export); a link comes by mail.",
)

ENDINGS = (".xml", ".txt")
ROOT = 4096
"""The root element begins within so many bytes; nothing but notes stand in front of it."""

CHILD_DEPTH = 2

UNQUOTED = "ids without quotes read as quoted"

_ROOT = pattern(rb"\A[^<]{0,64}(?:<\?xml\b[^<>]*>\s*+)?(?:<!--(?:(?!-->).)*-->\s*+)*<disqus[\s>]", re.DOTALL)
_BARE = pattern(rb"(<(?:thread|parent|post|category)\s{1,8}dsq:id=)([\w-]{1,40})(?=[\s/>])")
_LONGEST_BARE = 64


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a Disqus export."""
    if any(True for _ in recognised(tree, _is_likely, _is_export, PROBED)):
        return Probe(95, "the root element of Disqus exports")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the threads and comments of every export in the tree, in its order.

    Raises:
        InputError: A file is truncated or no well-formed XML.
        LimitError: A limit of the budget is passed.
    """
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        yield from _outcomes(tree, name, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox of each author, and the page that a registered one has on Disqus."""
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        yield from distinct(_declared(tree, name, budget))


def _is_likely(name: str) -> bool:
    return name.endswith(ENDINGS)


def _is_export(head: bytes) -> bool:
    # Without NUL bytes UTF-16 shows the root as well.
    head = head.replace(b"\0", b"")
    return b"disqus.com" in head and _ROOT.match(head[:ROOT]) is not None


def _outcomes(tree: Tree, name: str, budget: Budget) -> Iterator[Outcome]:
    origin = ABOUT.origin(tree, name)
    forum = Forum(origin, budget)
    for position, element in enumerate(_elements(tree, name, origin, budget), start=1):
        budget.record()
        record = Record(origin, position)
        match element.tag:
            case "post":
                yield forum.comment(element, record)
            case "thread":
                yield forum.thread(element, record)
            case _:
                yield record.ignored(IgnoredReason.NOT_ACTIVITY)


def _declared(tree: Tree, name: str, budget: Budget) -> Iterator[Account | None]:
    origin = ABOUT.origin(tree, name)
    forum = Forum(origin, budget)
    for element in _elements(tree, name, origin, budget):
        yield from forum.accounts(element)


def _elements(tree: Tree, name: str, origin: Origin, budget: Budget) -> Iterator[Element]:
    """Yield the elements below the root, in their order."""
    with tree.open(name) as stream:
        document = Document(stream_of(_quoted(stream, budget)), origin.place(0), budget)
        for _ in document.grow():
            if not len(document.top):
                continue
            if document.top[0].tag != "disqus":
                raise InputError(f"{origin.place(0)}: <{document.top[0].tag}>: expected <disqus>", ABOUT.how)
            yield from document.take(document.top[0], CHILD_DEPTH, closed=document.whole)


def _quoted(stream: BinaryIO, budget: Budget) -> Iterator[bytes]:
    """Yield a document with quotes around the ids that have none, so that one bad tag loses no forum."""
    carried = b""
    while chunk := stream.read(CHUNK):
        data = carried + chunk
        # What a tag may begin with at the end is looked at again with what follows it.
        last = data.rfind(b"<", max(0, len(data) - _LONGEST_BARE))
        cut = last if last >= 0 else len(data)
        yield _with_quotes(data[:cut], budget)
        carried = data[cut:]
    yield _with_quotes(carried, budget)


def _with_quotes(data: bytes, budget: Budget) -> bytes:
    if data.count(b"dsq:id=") == data.count(b'dsq:id="'):
        return data
    quoted, times = _BARE.subn(rb'\1"\2"', data)
    if times:
        budget.repaired(UNQUOTED, times)
    return quoted

"""Comments of WordPress exports, read by pattern where they are written as WordPress writes them.

Most of a large export is comments of a dozen short elements. The XML parser and the tree take 11 us for
each, a pattern 3 us. So the comments that fit a strict pattern are cut out of the document,
run by run, and one empty element stands where a run stood, to be looked up again when the tree is read.

The pattern is learned from the comments of the file themselves. It describes a strict subset of XML:
known elements without attributes, each with one CDATA section or with text that has no markup and no
reference. What does not fit is left to the parser, which alone decides what is well-formed.
"""

import re
import secrets
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from kibbutz_cli.readers.blogs.wxrblog import fields
from kibbutz_cli.readers.blogs.wxrfields import COMMENT, expect
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.xmlbytes import CDATA
from kibbutz_cli.readers.patterns import pattern

Comment: TypeAlias = Sequence[str]
"""The texts of a comment in the order of ``TAGS``, as written: the space around most of them does no harm."""

TAGS = (
    "wp:comment_id",
    "wp:comment_author",
    "wp:comment_author_email",
    "wp:comment_author_url",
    "wp:comment_date",
    "wp:comment_date_gmt",
    "wp:comment_content",
    "wp:comment_approved",
    "wp:comment_type",
    "wp:comment_parent",
    "wp:comment_user_id",
)

LONGEST = 64 * 1024
"""Characters of a comment that is cut out; the parser reads longer ones."""

TEMPLATES = 8
CHILDREN = 40
MISFITS = 1000
"""Comments that may fail to fit before it is no longer tried, beside as many as did fit."""

DEPTH = 6
"""How deep the metadata of a comment is nested; with a lower limit nothing is cut out."""

_CLOSING = "</wp:comment>"
# Possessive: what follows is never part of it, and the engine keeps no way back, which takes a tenth off.
_SPACE = "[ \t\r\n]*+"
_TEXT = r"[^<&\]]*+"
_ANY = rf"(?:<!\[CDATA\[{CDATA}\]\]>|{_TEXT})"
_META = (
    rf"<wp:commentmeta>{_SPACE}<wp:meta_key>{_ANY}</wp:meta_key>"
    rf"{_SPACE}<wp:meta_value>{_ANY}</wp:meta_value>{_SPACE}</wp:commentmeta>{_SPACE}"
)
_END = rf"{_SPACE}(?:{_META})*{_CLOSING}"
_CHILD = pattern(
    rf"{_SPACE}<(wp:comment_[A-Za-z_]{{1,40}})(?:(/>)|>(?:(<!\[CDATA\[){CDATA}\]\]>|{_TEXT})</\1>)"
)
_ENDED = pattern(_END)


class _Template(NamedTuple):
    """One way to write a comment, and which groups are the texts of ``TAGS``."""

    match: Callable[[str, int], re.Match[str] | None]
    groups: tuple[int, ...]


class _Run(NamedTuple):
    """Comments that followed each other with nothing between, and how they were written."""

    comments: list[Comment]
    source: str


class CommentCutter:
    """Cuts comments out of one document, and gives them back for the element left in their place.

    Attributes:
        opening: What a comment begins with.
        key: The attribute that tells elements of ours from those of the document. It is drawn
            anew for each document, so that none can hold one made up by its writer.
        home: Where comments are asked for: below items of the channel. Everywhere else the tree
            has them as they were.
    """

    opening = "<wp:comment>"
    home = ("item", 3)

    def __init__(self, budget: Budget) -> None:
        self.key = f"cut-{secrets.token_hex(8)}"
        self._budget = budget
        self._longest = min(LONGEST, budget.limits.text_bytes)
        self._possible = budget.limits.xml_depth >= DEPTH
        self._allowed = False
        self._templates: list[_Template] = []
        self._learned: set[str] = set()
        self._runs: dict[str, _Run] = {}
        self._count = 0
        self._credit = MISFITS

    def allow(self) -> None:
        """Begin to cut: the document's root is known, and the prefix means what it usually means."""
        self._allowed = self._possible

    def cut(self, text: str, at: int) -> tuple[int, str]:
        """Return where the comments end that begin at a place, and the element to stand for them.

        The place itself means that the parser shall read what is there, -1 that more must be seen.
        """
        if not self._allowed:
            return at, ""
        comments, end = self._fitting(text, at)
        if comments:
            self._credit += len(comments)
            return end, self._kept(comments, text[at:end])
        if len(text) - at < self._longest and text.find(_CLOSING, at) < 0:
            return -1, ""
        self._credit -= 1
        if self._credit < 0:
            self._allowed = False
        elif len(self._templates) < TEMPLATES:
            self._learn(text, at)
        return at, ""

    def comments(self, element: Element) -> list[Comment]:
        """Return the comments that an element stands for, or the one that it is."""
        run = self._runs.pop(element.get(self.key, ""), None)
        if run:
            return run.comments
        found = fields(element)
        expect(COMMENT, found, self._budget, "comment")
        return [[found.get(tag) or "" for tag in TAGS]]

    def source(self, element: Element) -> str:
        """Return once how the comments were written that an element stands for."""
        return self._runs.pop(element.get(self.key, "")).source

    def _fitting(self, text: str, at: int) -> tuple[list[Comment], int]:
        """Return the comments from a place on that fit, and where they end."""
        comments: list[Comment] = []
        templates, longest = self._templates, self._longest
        for _ in range(len(templates)):
            match, groups = templates[0]
            while found := match(text, at):
                end = found.end()
                if end - at > longest:
                    break
                comments.append(found.group(*groups))
                at = end
            templates.append(templates.pop(0))
        return comments, at

    def _kept(self, comments: list[Comment], source: str) -> str:
        lines = source
        if "\r" in source:
            # The parser makes one line feed of each line end.
            lines = _lines(source)
            comments = [[_lines(value) for value in comment] for comment in comments]
        self._count += 1
        number = str(self._count)
        self._runs[number] = _Run(comments, source)
        breaks = "\n" * lines.count("\n")
        return f'<wp:comment {self.key}="{number}"{breaks}/>'

    def _learn(self, text: str, at: int) -> None:
        """Learn to read comments written like the one at a place, unless it is an unusual one."""
        forms: dict[str, str] = {}
        at += len(self.opening)
        while child := _CHILD.match(text, at):
            tag, empty, cdata = child.groups()
            if tag in forms or len(forms) == CHILDREN:
                return
            forms[tag] = _form(tag, "empty" if empty else "cdata" if cdata else "text")
            at = child.end()
        # One with an element that is not known is left to the parser, so that it is told.
        if not _ENDED.match(text, at) or not COMMENT >= forms.keys() >= set(TAGS):
            return
        pattern = f"{_SPACE}{self.opening}{_SPACE}{_SPACE.join(forms.values())}{_END}"
        if pattern not in self._learned:
            self._learned.add(pattern)
            order = [tag for tag in forms if tag in TAGS]
            groups = tuple(order.index(tag) + 1 for tag in TAGS)
            self._templates.append(_Template(re.compile(pattern).match, groups))


def _form(tag: str, form: str) -> str:
    """Return the pattern of one element, with a group around the text of those that are used."""
    opening, closing = ("(", ")") if tag in TAGS else ("(?:", ")")
    if form == "empty":
        return f"<{tag}{opening}{closing}/>"
    if form == "cdata":
        # Brackets are usual in what people write, and looking for them elsewhere takes a third more time.
        held = CDATA if tag == "wp:comment_content" else r"[^\]]*+"
        return rf"<{tag}><!\[CDATA\[{opening}{held}{closing}\]\]></{tag}>"
    return f"<{tag}>{opening}{_TEXT}{closing}</{tag}>"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")

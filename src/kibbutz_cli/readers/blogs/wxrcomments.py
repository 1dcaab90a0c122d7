"""Comments of WordPress exports, read by pattern where they are written as WordPress writes them.

Most of a large export is comments of a dozen short elements. The XML parser and the tree take 11 us for
each, a pattern 3 us.

The pattern describes known elements without attributes, each with one CDATA section or with text that has no
markup and no reference.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias
from xml.etree.ElementTree import Element  # only the type; parsing is xmlstream's

from kibbutz_cli.readers.blogs.wxrblog import fields
from kibbutz_cli.readers.blogs.wxrfields import COMMENT, expect
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.xmlbytes import CDATA
from kibbutz_cli.readers.parsing.xmlruns import LONGEST, RunCutter, one_line_end
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

TEMPLATES = 8
"""Ways to write a comment that are kept in mind."""

CHILDREN = 40

DEPTH = 6
"""How deep the metadata of a comment is nested; with a lower limit nothing is cut out."""

# Possessive: what follows is never part of it, and the engine keeps no way back, which takes a tenth off.
_SPACE = "[ \t\r\n]*+"
_TEXT = r"[^<&\]]*+"
_ANY = rf"(?:<!\[CDATA\[{CDATA}\]\]>|{_TEXT})"
_META = (
    rf"<wp:commentmeta>{_SPACE}<wp:meta_key>{_ANY}</wp:meta_key>"
    rf"{_SPACE}<wp:meta_value>{_ANY}</wp:meta_value>{_SPACE}</wp:commentmeta>{_SPACE}"
)
_END = rf"{_SPACE}(?:{_META})*</wp:comment>"
_CHILD = pattern(
    rf"{_SPACE}<(wp:comment_[A-Za-z_]{{1,40}})(?:(/>)|>(?:(<!\[CDATA\[){CDATA}\]\]>|{_TEXT})</\1>)"
)
_ENDED = pattern(_END)


class _Template(NamedTuple):
    """One way to write a comment, and which groups are the texts of ``TAGS``."""

    match: Callable[[str, int], re.Match[str] | None]
    groups: tuple[int, ...]


class CommentCutter(RunCutter[Comment]):
    """Cuts the comments out of one document; they are asked for below items of the channel."""

    opening = "<wp:comment>"
    closing = "</wp:comment>"
    tag = "wp:comment"
    home = ("item", 3)

    def __init__(self, budget: Budget) -> None:
        # The parser reads longer ones.
        super().__init__(min(LONGEST, budget.limits.text_bytes), possible=budget.limits.xml_depth >= DEPTH)
        self._budget = budget
        self._templates: list[_Template] = []
        self._learned: set[str] = set()

    def comments(self, element: Element) -> list[Comment]:
        """Return the comments that an element stands for, or the one that it is."""
        if comments := self.taken(element):
            return comments
        found = fields(element)
        expect(COMMENT, found, self._budget, "comment")
        return [[found.get(tag) or "" for tag in TAGS]]

    def _fitting(self, text: str, at: int) -> tuple[list[Comment], int]:
        comments: list[Comment] = []
        start = at
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
        if text.find("\r", start, at) >= 0:
            comments = [[one_line_end(value) for value in comment] for comment in comments]
        return comments, at

    def _learn(self, text: str, at: int) -> None:
        if len(self._templates) == TEMPLATES:
            return
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

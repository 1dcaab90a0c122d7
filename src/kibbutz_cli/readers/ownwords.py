"""A member's own words in a comment: without markup, and without what is quoted from others."""

import re

from kibbutz_cli.readers.markup import plain

_QUOTE = re.compile(r"<(/?)blockquote\b[^<>]*>", re.IGNORECASE)


def own_words(markup: str) -> str:
    """Return the text of HTML outside its block quotes; an unclosed one runs to the end."""
    if "<" not in markup and "&" not in markup and markup.isascii():
        return markup.strip()
    if "<blockquote" in markup or "<BLOCKQUOTE" in markup:
        markup = "".join(_outside(markup))
    return plain(markup)


def unquoted(markdown: str) -> str:
    """Return a Markdown text without the lines that quote."""
    if ">" not in markdown:
        return markdown.strip()
    lines = markdown.splitlines()
    return "\n".join(line for line in lines if not line.lstrip(" ").startswith(">")).strip()


def _outside(markup: str) -> list[str]:
    """Return the parts of HTML that stand in no block quote."""
    kept: list[str] = []
    depth = at = 0
    for mark in _QUOTE.finditer(markup):
        if not depth:
            kept.append(markup[at : mark.start()])
        depth = max(depth - 1, 0) if mark[1] else depth + 1
        at = mark.end()
    if not depth:
        kept.append(markup[at:])
    return kept

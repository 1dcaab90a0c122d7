"""A member's own words: without markup, and without what is quoted from others."""

import re
import unicodedata

from kibbutz_cli.readers.parsing.markup import plain, unescaped
from kibbutz_cli.readers.patterns import pattern

_QUOTE = pattern(r"<(/?)blockquote\b[^<>]*>", re.IGNORECASE)
_FENCED = pattern(r"^(```|~~~).*?(?:^\1|\Z)", re.MULTILINE | re.DOTALL)
_HIDDEN = pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def own_words(markup: str) -> str:
    """Return the text of HTML outside its block quotes; an unclosed one runs to the end."""
    if "<" not in markup and "&" not in markup and markup.isascii():
        return markup.strip()
    if "<blockquote" in markup or "<BLOCKQUOTE" in markup:
        markup = "".join(_outside(markup))
    return plain(markup)


def own_lines(text: str) -> str:
    """Return a text without the lines that begin with ``>``, in NFC."""
    if ">" in text and (text.startswith(">") or "\n>" in text):
        text = "\n".join(line for line in text.split("\n") if not line.startswith(">"))
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def own_markdown(text: str) -> str:
    """Return Markdown without its quotes, and without what its reader does not see."""
    if "<!--" in text:
        text = _HIDDEN.sub("", text)
    return own_lines(text)


def own_escaped(text: str) -> str:
    """Return Markdown that came with its ``<``, ``>`` and ``&`` escaped, without its quotes."""
    return own_lines(unescaped(text) if "&" in text else text)


def without_code(text: str) -> str:
    """Return Markdown without its fenced blocks of code, in which an ``@`` names nobody."""
    return _FENCED.sub("", text) if "```" in text or "~~~" in text else text


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

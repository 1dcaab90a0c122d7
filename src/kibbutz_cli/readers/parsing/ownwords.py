"""A member's own words: without markup, and without what is quoted from others."""

import re
import unicodedata
from collections.abc import Iterator

from kibbutz_cli.readers.parsing.markup import plain, unescaped
from kibbutz_cli.readers.patterns import pattern

_QUOTE = pattern(r"<(/?)blockquote\b[^<>]*>", re.IGNORECASE)
# Behind the mark of a list it may begin too: then the item's end, at a line that is not indented, ends it.
_FENCED = pattern(
    r"^[ \t]*((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)?(`{3,}(?![^`\n]*`)|~{3,})"
    r".*?(?:^[ \t]+\2|(?(1)^(?=\S)|^\2)|\Z)",
    re.MULTILINE | re.DOTALL,
)
# As many marks close it as open it, in the same paragraph; bounded, since each mark may be one that opens.
_INLINE = pattern(
    r"(?<![`\\])(`+)(?!`)(?:[^\n]|\n(?![ \t]*(?:[\r\n]|[-*+#>|]|\d{1,9}[.)]|```|~~~))){1,2000}?(?<!`)\1(?!`)"
)
_LISTED = pattern(r"\s*(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?:\s|$)")
_INDENT = ("    ", "\t")
_SPOILER = pattern(r">!((?:(?!>!)[^\n])*?)!<")
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
    return _unquoted(text).strip()


def own_markdown(text: str) -> str:
    """Return Markdown without its quotes, and without what its reader does not see."""
    return own_lines(_seen(text))


def own_escaped(text: str) -> str:
    """Return Reddit's Markdown, which escapes ``<``, ``>`` and ``&``, without quotes and spoilers' marks."""
    if "&" in text:
        text = unescaped(text)
    # One at the beginning of a line is no quote.
    return own_lines(_SPOILER.sub(r"\1", text) if ">!" in text else text)


def own_spoken(text: str) -> str:
    """Return Markdown as `own_markdown` does, but without its code, in which an ``@`` names nobody."""
    # What indents the first line still stands there: it may make it code.
    return without_code(_unquoted(_seen(text)))


def without_code(text: str) -> str:
    """Return Markdown without its code."""
    if "```" in text or "~~~" in text:
        text = _FENCED.sub(r"\1", text)
    if text.startswith(_INDENT) or "\n    " in text or "\n\t" in text:
        text = "\n".join(_unindented(text))
    return _INLINE.sub(" ", text) if "`" in text else text


def _seen(text: str) -> str:
    return _HIDDEN.sub("", text) if "<!--" in text else text


def _unquoted(text: str) -> str:
    if ">" in text and (text.startswith(">") or "\n>" in text):
        text = "\n".join(line for line in text.split("\n") if not line.startswith(">"))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _unindented(text: str) -> Iterator[str]:
    """Yield the lines of Markdown that are no indented code.

    Such code begins behind an empty line. In a list, what is indented goes on with the item instead, and the
    list ends where a line that is not indented follows an empty one.
    """
    is_code, is_list, was_empty = False, False, True
    for line in text.split("\n"):
        is_empty = not line.strip()
        is_code = line.startswith(_INDENT) and not is_list and (is_code or was_empty)
        if not is_code:
            is_list = _LISTED.match(line) is not None or (
                is_list and (is_empty or not was_empty or line[0].isspace())
            )
            yield line
        was_empty = is_empty


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

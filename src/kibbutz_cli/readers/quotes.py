"""Texts of forums without the lines that quote somebody else."""

import re
import unicodedata

from kibbutz_cli.readers.markup import unescaped

_FENCED = re.compile(r"^(```|~~~).*?(?:^\1|\Z)", re.MULTILINE | re.DOTALL)
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


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

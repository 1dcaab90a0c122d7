"""Text from strangers, made harmless for a terminal: what could act becomes visible."""

import re
import unicodedata

_FLAGS = (
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
"""The flags of England, Scotland and Wales, which people have in names: no other tags make a picture."""

_ACTING = re.compile(
    f"{_FLAGS}|"
    "["
    "\x00-\x1f\x7f-\x9f"  # C0 with escape, delete, C1
    "\u061c\u200b\u200e\u200f\u2028\u2029"  # marks without width, and line breaks that are no newline
    "\u202a-\u202e\u2060-\u206f"  # bidi embeddings, overrides, isolates, invisible operators
    "\ufeff\ufff9-\ufffb"
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e0fff"  # tags: invisible text
    "]"
)
_PICTURES = 0x2400
"""U+2400 to U+241F picture the C0 controls, one by one."""

_MARKS_IN_A_ROW = 4
"""Living scripts stack three marks at most; more of them paint over the neighbouring lines."""


_LINE = 6000
"""Letters of a line: room for a path as long as a system takes, and for what is said of it."""


def line(text: str) -> str:
    """Return ``text`` made safe; of one with a name longer than any path the middle is left out."""
    if len(text) > _LINE:
        text = f"{text[: _LINE * 2 // 3]}…{text[-_LINE // 3 :]}"
    return safe(text)


def safe(text: str) -> str:
    """Return ``text`` with everything that could move the cursor, reorder or hide made visible."""
    if text.isascii() and text.isprintable():
        return text
    return _thin(_ACTING.sub(_visible, text))


def _visible(match: re.Match[str]) -> str:
    if len(match.group()) > 1:
        return match.group()
    code = ord(match.group())
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "\u2421"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"<U+{code:04X}>"


def _thin(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(char)
        elif marks == _MARKS_IN_A_ROW + 1:
            kept.append("\ufffd")
    return "".join(kept)

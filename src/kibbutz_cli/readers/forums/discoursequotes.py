"""The text of a Discourse post: its own words, the posts it quotes, and the members it mentions."""

import re
from typing import NamedTuple
from urllib.parse import unquote

from kibbutz_cli.readers.parsing.markup import unescaped
from kibbutz_cli.readers.patterns import pattern

_BORDER = pattern(r"<(/?)(?:aside|blockquote|details)\b[^<>]*>?")
_FOLDED = ("<details", "</details")
_ELIDED = pattern(r"""<details class=["']elided\b""")
"""The end of a mail, where a forum shows what it takes for no word of its writer folded up."""

_ENTERED = pattern(r"\[(/?)quote\b([^\[\]]*)\]", re.IGNORECASE)
_ENTERED_POST, _ENTERED_TOPIC = (pattern(rf",\s*{part}:\s*(\d{{1,12}})") for part in ("post", "topic"))
_ENTERED_USERNAME = pattern(r',\s*username:\s*([^\s,"]{1,100})')
_ENTERED_NAME = pattern(r'=\s*"?([^",]{1,100})')

_CLASS = pattern(r'\bclass="quote\b')
_USERNAME = pattern(r'\bdata-username="([^"<>]{1,100})"')
_POST = pattern(r'\bdata-post="(\d{1,12})"')
_TOPIC = pattern(r'\bdata-topic="(\d{1,12})"')
_MENTION = pattern(r'<a\b[^<>]*\bclass="mention"[^<>]*\bhref="[^"<>]*/u(?:sers)?/([^"/<>]{1,100})"')


class Quote(NamedTuple):
    """A post that is quoted: its topic and number, and whose it is, each empty where it is not told."""

    topic: str
    number: str
    username: str


def parted(markup: str) -> tuple[str, list[Quote]]:
    """Return a post's HTML without what it quotes, and the posts it quotes."""
    if "<aside" not in markup and "<blockquote" not in markup and not _ELIDED.search(markup):
        return markup, []
    words, borders = _outside(markup, _BORDER)
    return words, [_quote(border[0]) for border in borders if _CLASS.search(border[0])]


def entered(raw: str) -> tuple[str, list[Quote]]:
    """Return what a member entered without the posts that were put in from others, and those posts."""
    words, borders = _outside(raw, _ENTERED)
    return words, [_entered_quote(border[2]) for border in borders]


def _outside(text: str, border: re.Pattern[str]) -> tuple[str, list[re.Match[str]]]:
    """Return what stands outside of all borders, and those that open; what is not closed runs to the end."""
    kept: list[str] = []
    opening: list[re.Match[str]] = []
    depth = at = 0
    for found in border.finditer(text):
        # What is folded up elsewhere are words as others.
        if not depth and found[0].startswith(_FOLDED) and not _ELIDED.match(found[0]):
            continue
        if not depth:
            kept.append(text[at : found.start()])
            if not found[1]:
                opening.append(found)
        depth = max(0, depth - 1) if found[1] else depth + 1
        at = found.end()
    return "".join(kept) + ("" if depth else text[at:]), opening


def mentioned(markup: str) -> list[str]:
    """Return the usernames a post mentions, in its order."""
    return [unquote(unescaped(name)) for name in _MENTION.findall(markup)]


def _entered_quote(told: str) -> Quote:
    topic, number = _ENTERED_TOPIC.search(told), _ENTERED_POST.search(told)
    username = _ENTERED_USERNAME.search(told) or _ENTERED_NAME.match(told)
    return Quote(
        topic[1] if topic else "", number[1] if number else "", username[1].strip() if username else ""
    )


def _quote(tag: str) -> Quote:
    topic, number, username = _TOPIC.search(tag), _POST.search(tag), _USERNAME.search(tag)
    return Quote(
        topic[1] if topic else "", number[1] if number else "", unescaped(username[1]) if username else ""
    )

"""The HTML of a Discourse post: its own words, the posts it quotes, and the members it mentions."""

from typing import NamedTuple
from urllib.parse import unquote

from kibbutz_cli.readers.parsing.markup import unescaped
from kibbutz_cli.readers.patterns import pattern

_BORDER = pattern(r"<aside\b[^<>]*>|</aside>|<blockquote\b|</blockquote>")
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
    if "<aside" not in markup and "<blockquote" not in markup:
        return markup, []
    kept: list[str] = []
    quotes: list[Quote] = []
    depth = at = 0
    for found in _BORDER.finditer(markup):
        if not depth:
            kept.append(markup[at : found.start()])
            if _CLASS.search(found[0]):
                quotes.append(_quote(found[0]))
        depth = max(0, depth - 1) if found[0].startswith("</") else depth + 1
        at = found.end()
    # What is not closed runs to the end.
    return "".join(kept) + ("" if depth else markup[at:]), quotes


def mentioned(markup: str) -> list[str]:
    """Return the usernames a post mentions, in its order."""
    return [unquote(unescaped(name)) for name in _MENTION.findall(markup)]


def _quote(tag: str) -> Quote:
    topic, number, username = _TOPIC.search(tag), _POST.search(tag), _USERNAME.search(tag)
    return Quote(
        topic[1] if topic else "", number[1] if number else "", unescaped(username[1]) if username else ""
    )

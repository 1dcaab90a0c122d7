"""Markup as the words a person wrote, for their length."""

import html
import re
import unicodedata

_DROPPED = re.compile(r"<!--|<(script|style)\b", re.IGNORECASE)
_DROPPED_STARTS = ("!--", "sc", "st", "S")
_CLOSING = {
    "": re.compile("-->"),
    "script": re.compile("</script[^<>]*>", re.IGNORECASE),
    "style": re.compile("</style[^<>]*>", re.IGNORECASE),
}

# Tags stop at the next bracket of either kind: with [^>] alone, "<a<a<a..." would take quadratic time.
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")

_COMMON = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&#039;", "'"), ("&nbsp;", "\xa0"))
"""Most entities are one of these; none makes an ampersand, so replacing them first changes nothing."""

_BLOCK_STARTS = ("p", "br", "li", "div", "h", "tr", "blockquote")


def plain(markup: str) -> str:
    """Return the text of HTML: tags stripped, blocks apart, entities unescaped once, in NFC."""
    text = markup
    if "<" in text:
        # Looking once at what follows each bracket takes a third of the time of replacing start by start.
        first, *rest = text.split("<")
        if any(piece.startswith(_DROPPED_STARTS) for piece in rest):
            first, *rest = _without_dropped(text).split("<")
        text = first + "".join(
            [("\n<" if piece.startswith(_BLOCK_STARTS) else "<") + piece for piece in rest]
        )
        text = _TAG.sub("", text)
    if "&" in text:
        text = unescaped(text)
    return unicodedata.normalize("NFC", text.strip())


def unescaped(text: str) -> str:
    """Return a text with its entities replaced once; one that no character answers to is kept."""
    for entity, character in _COMMON:
        text = text.replace(entity, character)
    if text.count("&") == text.count("&amp;"):
        return text.replace("&amp;", "&")
    try:
        return html.unescape(text)
    except ValueError:  # a character reference of more digits than Python turns into a number
        return text


def _without_dropped(text: str) -> str:
    """Return the text without comments, scripts and styles; an unclosed one runs to the end."""
    kept: list[str] = []
    at = 0
    while opening := _DROPPED.search(text, at):
        kept.append(text[at : opening.start()])
        closing = _CLOSING[(opening[1] or "").lower()].search(text, opening.end())
        if closing is None:
            return "".join(kept)
        at = closing.end()
    kept.append(text[at:])
    return "".join(kept)

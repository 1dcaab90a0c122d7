"""Markup as the words a person wrote, for their length."""

import html
import re
import unicodedata

from kibbutz_cli.readers.patterns import pattern

_DROPPED = pattern(r"<!--|<(script|style)\b", re.IGNORECASE)
_MAY_DROP = pattern("<(?:!--|s[ct]|S)")
"""What the one before may begin with; looking for it takes a third of the time of four short texts."""

_CLOSING = {
    "": pattern("-->"),
    "script": pattern("</script[^<>]*>", re.IGNORECASE),
    "style": pattern("</style[^<>]*>", re.IGNORECASE),
}

# Tags stop at the next bracket of either kind: with [^>] alone, "<a<a<a..." would take quadratic time.
_TAG = pattern(r"<[a-zA-Z/!?][^<>]*>")

_COMMON = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&#039;", "'"), ("&nbsp;", "\xa0"))
"""Most entities are one of these; none makes an ampersand, so replacing them first changes nothing."""

_BLOCK = pattern("<(?=p|br|li|div|h|tr|blockquote)")


def plain(markup: str) -> str:
    """Return the text of HTML: tags stripped, blocks apart, entities unescaped once, in NFC."""
    text = markup
    if "<" in text:
        if _MAY_DROP.search(text):
            text = _without_dropped(text)
        text = _TAG.sub("", _BLOCK.sub("\n<", text))
    if "&" in text:
        text = unescaped(text)
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def unescaped(text: str) -> str:
    """Return a text with its entities replaced once; one that no character answers to is kept."""
    resolved = text.replace("&amp;", "&")
    # Each of them is shorter by four characters: in most texts they are all there is.
    if len(text) - len(resolved) == 4 * text.count("&"):
        return resolved
    for entity, character in _COMMON:
        text = text.replace(entity, character)
    return _all_unescaped(text) if text.count("&") != text.count("&amp;") else text.replace("&amp;", "&")


def _all_unescaped(text: str) -> str:
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

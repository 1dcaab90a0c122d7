"""What a reaction by an emoji says: that somebody likes what is there, or does not."""

from kibbutz_cli.readers.patterns import pattern

DISLIKE = pattern(
    r"(?:-1|thumbs?down)(?:::skin-tone-\d|_tone\d|_(?:medium|(?:medium_)?(?:light|dark))_skin_tone)?"
    r"|\N{THUMBS DOWN SIGN}.*"
)
"""Reactions that say no, by their names or the sign itself; a tone of skin may follow, as chats name it."""


def is_dislike(emoji: str) -> bool:
    """Return whether a reaction says no, by its name with or without colons, or by its sign."""
    return DISLIKE.fullmatch(emoji.strip(":")) is not None

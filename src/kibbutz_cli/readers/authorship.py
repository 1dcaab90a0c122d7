"""Who wrote the comments met so far, to know whom an answer is towards."""

from typing import NamedTuple

KEPT = 2**16
"""Comments kept in mind at least, and twice as many at most, in some 30 MB: an answer that comes later
still names the comment it answers, and the engine finds who wrote that."""


class Author(NamedTuple):
    """Who wrote a comment: the id, and how they are shown."""

    actor: str
    name: str | None


class Authorship:
    """The authors of the last comments met, by the comments' ids."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._recent: dict[str, Author] = {}
        self._older: dict[str, Author] = {}

    def learn(self, comment: str, author: Author) -> None:
        """Keep in mind who wrote a comment."""
        # Two generations: to drop the oldest of a dict one by one takes longer the more were dropped.
        if len(self._recent) >= self._kept:
            self._older, self._recent = self._recent, {}
        self._recent[comment] = author

    def author_of(self, comment: str) -> Author | None:
        """Return who wrote a comment; none where it was not met, or long ago."""
        return self._recent.get(comment) or self._older.get(comment)

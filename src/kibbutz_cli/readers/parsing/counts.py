"""How many others liked, answered or saw something, as exports tell it; none where they do not."""


def whole(value: object) -> int | None:
    """Return a number that counts."""
    return value if type(value) is int and value >= 0 else None


def written(text: str) -> int | None:
    """Return a number that counts, written in digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def above(score: object) -> int | None:
    """Return by how much more were for something than against it, 0 where fewer were."""
    return max(score, 0) if type(score) is int else None

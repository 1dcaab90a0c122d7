"""What a text of SQL asks for."""

import re

_READS = re.compile(r"\b(?:from|join)\s+(\w+)", re.IGNORECASE)


def reads(text: str) -> set[str]:
    """Return what a query names behind ``from`` or ``join``: the tables it reads, and its own."""
    return set(_READS.findall(text))

"""A sum that is larger than what is kept exactly, as every engine tells it."""

import re

SMALLER = "give the ruler smaller numbers, or the values of deeds a larger unit"
"""What to do then."""

_ENDLESS = re.compile(r"\b(inf|infinity|nan)d?\b", re.IGNORECASE)


def is_a_size(said: str) -> bool:
    """Return whether a fault speaks of a number: what is infinite is a metric's fault, not the ruler's."""
    return not _ENDLESS.search(said)

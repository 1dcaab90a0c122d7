"""A sum that is larger than what is kept exactly, as every engine tells it."""

import re

from kibbutz_cli.errors import EngineError

SMALLER = "give the ruler smaller numbers, or the values of deeds a larger unit"
"""What to do then."""

_ENGINE, _IN = "engine: ", ": in: "
_ENDLESS = re.compile(r"\b(inf|infinity|nan)d?\b", re.IGNORECASE)


def is_a_size(said: str) -> bool:
    """Return whether a fault speaks of a number: what is infinite is a metric's fault, not the ruler's."""
    return not _ENDLESS.search(said)


def failed(said: str, statement: str) -> EngineError:
    """Return the fault of a statement, of which the first line is told."""
    return EngineError(f"{_ENGINE}{said}{_IN}{statement}")


def said(fault: EngineError) -> str:
    """Return what the engine said, without the statement it said it of."""
    return fault.message.removeprefix(_ENGINE).partition(_IN)[0]

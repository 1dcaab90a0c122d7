"""What a metric says of itself, with the numbers of the ruler that measures."""

import re

from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring.tables import numbers

_HOLE = re.compile(r"\{(\w+)\}")

_SPANS: dict[float, str] = {7: "a week", 183: "half a year"}


def filled(text: str, ruler: Ruler) -> str:
    """Return a text with the ruler's number for every ``{name}`` of one; other braces stay as they are.

    What ends in ``_days`` or ``_weeks`` is told with its unit: ``{answer_days}`` is a week, or 2 days.
    """
    known = numbers(ruler)
    return _HOLE.sub(lambda hole: _told(hole[1], known[hole[1]]) if hole[1] in known else hole[0], text)


def _told(name: str, value: float) -> str:
    if name.endswith("_days"):
        return _SPANS.get(value) or counted(value, "day")
    return counted(value, "week") if name.endswith("_weeks") else f"{value:g}"


def counted(value: float, what: str) -> str:
    """Return ``1 week`` or ``13 weeks``."""
    return f"{value:g} {what}" if value == 1 else f"{value:g} {what}s"

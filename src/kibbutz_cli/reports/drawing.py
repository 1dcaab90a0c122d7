"""Small pictures in text: an interval as a bar, a history as a sparkline. None needs colour."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from kibbutz_cli.model.report import Standing

SPAN = "cyan"
"""Colours come from the terminal's own palette, so they suit light and dark alike."""


NONE = "-"
"""What stands where nothing was scored."""


class Glyphs(NamedTuple):
    """The characters of the pictures; the plain set is for terminals without Unicode."""

    track: str
    span: str
    point: str
    levels: str


UNICODE = Glyphs(track="·", span="━", point="●", levels="▁▂▃▄▅▆▇█")
ASCII = Glyphs(track=".", span="=", point="O", levels="_.:-=+*#")


def glyphs(console: Console) -> Glyphs:
    """Return the characters this console can show."""
    return UNICODE if console.encoding.lower().startswith("utf") else ASCII


def interval(low: float, value: float, high: float, width: int, using: Glyphs) -> Text:
    """Return a bar of ``width`` over 0 to 1: the track, the interval, and the value as a point."""
    first, last, point = (_cell(each, width) for each in (low, high, value))
    bar = Text(no_wrap=True)
    bar.append(using.track * first, style="dim")
    bar.append(using.span * (point - first), style=SPAN)
    bar.append(using.point, style=f"bold {SPAN}")
    bar.append(using.span * (last - point), style=SPAN)
    bar.append(using.track * (width - 1 - last), style="dim")
    return bar


def standing_bar(standing: Standing, width: int, using: Glyphs) -> Text:
    """Return a standing's interval as a bar over 0 to 100."""
    return interval(standing.low / 100, standing.value / 100, standing.high / 100, width, using)


def sparkline(history: Sequence[int], using: Glyphs) -> Text:
    """Return a history, oldest first, each block against the member's own busiest one."""
    top = max(history, default=0)
    return Text("".join(_level(each, top, using) for each in history), no_wrap=True)


def curve(values: Sequence[float | None], low: float, high: float, using: Glyphs) -> Text:
    """Return values over time, oldest first, on a scale from ``low`` to ``high``; none is a gap."""
    last = len(using.levels) - 1
    cells = (
        using.track if each is None else using.levels[round(last * (each - low) / ((high - low) or 1))]
        for each in values
    )
    return Text("".join(cells), no_wrap=True)


def _level(deeds: int, top: int, using: Glyphs) -> str:
    if not deeds:
        return using.track
    last = len(using.levels) - 1
    return using.levels[round(last * deeds / top)]


def _cell(share: float, width: int) -> int:
    return min(width - 1, max(0, round(share * (width - 1))))

"""What this data allows at most: the highest rung for each number of scored elements."""

from itertools import pairwise

from kibbutz_cli.model.report import Element
from kibbutz_cli.model.rules import Rung


def caps(ladder: list[Rung]) -> list[tuple[int, str]]:
    """Return for each number of scored elements why no higher rung can be reached; empty if it can."""
    return [(elements, _cap(ladder, elements)) for elements in range(len(Element) + 1)]


def _cap(ladder: list[Rung], elements: int) -> str:
    for below, rung in pairwise(ladder):
        if rung.min_elements > elements:
            return (
                f"{elements} of {len(Element)} elements can be scored: {below.name} is the highest status; "
                f"{rung.name} needs {rung.min_elements}"
            )
    return ""

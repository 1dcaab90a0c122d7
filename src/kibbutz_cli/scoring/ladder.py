"""What this data allows at most: the highest rung for each number of scored elements."""

from itertools import pairwise

from kibbutz_cli.model.report import Element
from kibbutz_cli.model.ruler import Ruler


def caps(ruler: Ruler) -> list[tuple[int, str]]:
    """Return for each number of scored elements why no higher rung can be reached; empty if it can."""
    return [(elements, _cap(ruler, elements)) for elements in range(len(Element) + 1)]


def _cap(ruler: Ruler, elements: int) -> str:
    weighing = sum(weight > 0 for weight in ruler.elements.values())
    which = f"{weighing} element{'' if weighing == 1 else 's'}"
    which += "" if weighing == len(Element) else " with a weight"
    for below, rung in pairwise(ruler.ladder):
        if rung.min_elements > elements:
            return (
                f"{elements} of {which} can be scored: {below.name} is the highest status; "
                f"{rung.name} needs {rung.min_elements}"
            )
    return ""

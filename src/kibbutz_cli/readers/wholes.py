"""What inputs are parts of: a reader whose exports may be split has a function ``whole`` beside ``read``.

Parts that are named one by one are inputs of their own, and do not know of each other.
"""

from collections.abc import Callable
from typing import TypeAlias, cast

from kibbutz_cli.readers.base import Reader, Tree
from kibbutz_cli.readers.budget import Budget

APART = "part of a site read apart from another: a folder of them alone is read as one"
"""What is noted of an input whose whole was met before."""

Whole: TypeAlias = Callable[[Tree, Budget], str]
"""The optional ``whole(tree, budget)`` of a reader; it raises what ``read`` raises."""


def whole_of(reader: Reader, tree: Tree, budget: Budget) -> str:
    """Return what an input may be one part of, such as a site; empty where its reader does not say."""
    found = cast("Whole | None", getattr(reader, "whole", None))
    return found(tree, Budget(budget.limits, budget.path)) if callable(found) else ""

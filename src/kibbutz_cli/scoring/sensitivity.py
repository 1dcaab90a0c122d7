"""The same element scores under other weights: how much of a rank and a status the weights decide."""

from kibbutz_cli.database import Database
from kibbutz_cli.model.report import Element, Weightings
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring import steps, tables

_DIGITS = 9
"""Weights are rounded as they are in a standing: the last bit of a power is the machine's."""


def run(db: Database, ruler: Ruler) -> None:
    """Weigh the elements in every other way; leave tables ``weightings`` and ``sensitivities``.

    Args:
        db: The engine, as ``pipeline.run`` leaves it.
        ruler: What it was scored with.
    """
    columns = ", ".join(f"{element} double" for element in Element)
    tables.create(db, "weightings", f"draw integer, {columns}", weightings(ruler))
    db.execute(f"create or replace table sensitivities as\n{steps.text('sensitivities')}")


def told(ruler: Ruler) -> Weightings:
    """Return how many weightings there are, and how far they reach."""
    return Weightings(**ruler.sensitivity.model_dump())


def weightings(ruler: Ruler) -> list[tuple[float, ...]]:
    """Return for each draw its number and the weight of every element, in the order of the elements.

    A weight lies between the ruler's divided by ``factor`` and the ruler's times ``factor``, evenly on
    the log scale; one of 0 stays 0. The points fill their space evenly and are the same in every run: they
    are those of the additive recurrence R_d (M. Roberts, "The unreasonable effectiveness of quasirandom
    sequences", 2018). Weights drawn around their own values: M. Saisana, A. Saltelli, S. Tarantola, JRSS A
    168 (2005); OECD, Handbook on Constructing Composite Indicators (2008), step 7.
    """
    moving = [element for element in Element if ruler.elements.get(element, 0.0) > 0]
    strides = dict(zip(moving, _strides(len(moving)), strict=True))
    factor = ruler.sensitivity.factor

    def weigh(element: Element, draw: int) -> float:
        if element not in strides:
            return 0.0
        point = (0.5 + draw * strides[element]) % 1
        return round(ruler.elements[element] * float(factor ** (2 * point - 1)), _DIGITS)

    return [
        (draw, *(weigh(element, draw) for element in Element))
        for draw in range(1, ruler.sensitivity.draws + 1)
    ]


def _strides(dimensions: int) -> list[float]:
    """Return 1/g, 1/g^2 ...: g is the root of x^(d+1) = x + 1, the golden ratio where d is 1."""
    golden = 1.5
    for _ in range(64):
        golden = (1 + golden) ** (1 / (dimensions + 1))
    return [golden**-power for power in range(1, dimensions + 1)]

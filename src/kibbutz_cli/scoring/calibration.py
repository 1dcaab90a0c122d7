"""Targets for a community of its own kind: what nine of ten of its active members reach."""

from typing import NamedTuple

from kibbutz_cli.database import Database
from kibbutz_cli.errors import InputError
from kibbutz_cli.scoring import steps
from kibbutz_cli.scoring.results import integer, number

FEWEST = 20
"""Active members needed: a tenth of fewer is not two people."""


class Reached(NamedTuple):
    """The amount that nine of ten active members do not pass, and how many there are."""

    metric: str
    amount: float
    members: int


def reached(db: Database) -> list[Reached]:
    """Return for each metric with a target what nine of ten active members reach, by name of the metric.

    Raises:
        InputError: There are too few active members to speak of a tenth of them.
    """
    found = [
        Reached(str(metric), number(amount), integer(members))
        for metric, amount, members in db.rows(f"{steps.text('targets')}\norder by metric")
    ]
    most = max((each.members for each in found), default=0)
    if most < FEWEST:
        raise InputError(
            f"too few to calibrate with: {most} active members whose company counts: "
            f"expected at least {FEWEST}",
            "score with the default ruler, or choose a date when more were active with --as-of",
        )
    return found

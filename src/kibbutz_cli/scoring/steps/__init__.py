"""The steps of a score by name, in order; each is a query in a file, and leaves a table, of its name.

A step that sums what fades writes ``greatest(cast(sum(cast(x as decimal(18, 9))) as double), max(x))``: a sum
is rounded, so that it is the same in any order, and is never less than the largest of what is summed, for
what was done long ago would be rounded to nothing.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

IS_DEED = "(derived = 0 or kind <> 'mention')"
"""Which activities are deeds: a mention inside a post is told by the post, and is none of its own."""

HANDLES = ("bylines", "matches", "handles")
"""The steps that tell who is who."""

DEEDS = (
    "copies",
    *HANDLES,
    "names",
    "roles",
    "people",
    "actors",
    "screened",
    "linked",
    "threads",
    "branches",
    "conversations",
    "deeds",
    "mentions",
)
SINGLE = (
    "activity",
    "screened",
    "deeds",
    "mentions",
    "openings",
    "responses",
    "counted_responses",
    "turns",
    "welcomes",
    "judged_days",
    "daily",
    "towards",
    "ties",
    "mutual",
    "recognitions",
    "answers",
    "visits",
    "endorsements",
    "trust_waves",
    "trust_held",
    "trust_straight",
    "trust_passed",
    "trust_flow",
    "measures",
    "estimates",
)
"""What speaks of single deeds and ties: the larger part of all tables. No list of members asks for it."""

SCAFFOLDING = ("copies", "actors", "linked", "threads", "branches", "conversations")
"""Steps towards the deeds that nothing asks for afterwards."""

BONDS = (
    "daily",
    "highest_ratings",
    "towards",
    "ties",
    "weeks",
    "members",
    "endorsements",
    "anchors",
)
"""Who is here, and what goes from one to the other. Each of these takes all processors there are; what runs
beside the walk of trust, which takes one, is kept for then."""

SOCIETY = (
    # The last to read what came, a quarter of a kilobyte a row, before the many that read numbers only.
    "openings",
    "judged_days",
    "trust_waves",
    "trust_held",
    "trust_straight",
    "trust_passed",
    "trust_through",
    "trust_flow",
    "trusted",
    "voices",
    "scale",
    "peers",
    "dependents",
    "mutual",
    "recognitions",
    "answers",
    "responses",
    "counted_responses",
    "turns",
    "newcomers",
    "welcomes",
    "facts",
    "visits",
    "histories",
    "situations",
    "returns",
)
"""Whom trust reaches, and what is counted only where it is done by somebody it reaches."""

_UNSHOWN = (
    "counted_responses",
    "turns",
    "welcomes",
    "daily",
    "judged_days",
    "visits",
    "histories",
    "situations",
    "returns",
)

SHOWS = tuple(step for step in (*BONDS, *SOCIETY) if step not in _UNSHOWN)
"""The steps that lead to what the data can show, and nothing else."""

RESULTS = (
    "rates",
    "paces",
    "estimates",
    "parts",
    "element_scores",
    "standings",
    "ranks",
    "company",
    "gates",
    "statuses",
    "trends",
    "places",
)


@cache
def text(name: str) -> str:
    """Return the SQL of a step."""
    return (files("kibbutz_cli.scoring.steps") / f"{name}.sql").read_text(encoding="utf-8")


def queries(names: Iterable[str]) -> dict[str, str]:
    """Return the SQL of steps by name."""
    return {name: text(name) for name in names}


def standings() -> dict[str, str]:
    """Return the SQL of the results that say what a member stands at, without what is only shown.

    Parts, which nothing shows then, are summed as they are found.
    """
    found = queries(step for step in RESULTS if step not in ("parts", "ranks", "trends", "places"))
    found["element_scores"] = text("element_scores").replace("from parts", f"from (\n{text('parts')}\n)")
    return found

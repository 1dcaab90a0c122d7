"""What the data can show: which metrics are scored, which are not, and the level of coverage."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeAlias

from kibbutz_cli.database import Database
from kibbutz_cli.model.activity import Coverage
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring.sentences import filled

Level: TypeAlias = Literal["L0", "L1", "L2", "L3"]
Facts: TypeAlias = Mapping[str, int]

NEEDS: dict[str, tuple[Callable[[Facts], bool], str]] = {
    "dates": (lambda facts: facts["deeds"] > 0, "no dated deed"),
    "content": (
        lambda facts: facts["has_content"] > 0,
        "only ratings, reactions or edits: no words of members",
    ),
    "replies": (lambda facts: facts["words"] > 0, "no words of one member to another"),
    "ties": (lambda facts: facts["between_members"] > 0, "nobody answers or endorses anybody"),
    "two_sided": (lambda facts: facts["mutual"] > 0, "nobody answered back"),
    "threads": (lambda facts: facts["threads"] + facts["responses"] > 0, "no conversation with two voices"),
    "answers": (
        lambda facts: facts["answers"] > 0,
        "no answer to, or reaction on, a contribution by name within {recognition_days}",
    ),
    "responses": (lambda facts: facts["responses"] > 0, "nobody answered what another opened"),
    "exchanges": (
        lambda facts: facts["exchanges"] > 0,
        "nobody answered what another opened, in a place where everybody can open",
    ),
    "newcomers": (
        lambda facts: facts["newcomers"] > 0,
        "nobody whom trust reaches came after the first days of the data",
    ),
    "value": (lambda facts: facts["has_value"] > 0, "no accepted answer, rating or value in the data"),
    "levels": (lambda facts: facts["levels"] > 0, "nobody whose word counts rates others on a scale"),
    "weeks": (lambda facts: facts["weeks"] > 1, "everything that counts happened in one week"),
    "endorsements": (lambda facts: facts["endorsements"] > 0, "nobody endorses another member by name"),
    "trusted": (lambda facts: facts["trusted"] > 0, "trust reaches nobody from where it starts"),
    "moderation": (lambda facts: facts["has_moderation"] > 0, "no moderation in the data"),
}
"""Each need: how it is judged from the facts, and what to say when not met; `filled` puts the ruler in."""

NO_ARRIVALS = "nobody came after the first days of the data"
NO_ANCHORS = "nobody to start trust from: no named anchor, no role, no founder with enough active weeks"


_BETWEEN = """
select 1
from deeds as d
inner join (select distinct member from deeds) as m on m.member = d.target
where d.target <> d.member and (d.weight > 0 or d.recognises = 1)
limit 1
"""


def facts(db: Database) -> dict[str, int]:
    """Return the rows of the step ``facts``."""
    return {str(fact): int(amount or 0) for fact, amount in db.rows("select fact, amount from facts")}


def between(db: Database) -> bool:
    """Return whether a member does anything towards another; the facts count it, when more is known.

    Args:
        db: The engine that holds the table ``deeds``.
    """
    return bool(db.rows(_BETWEEN))


def unmet(needs: Sequence[str], known: Facts, has_anchors: bool, ruler: Ruler) -> str:
    """Return why a metric cannot be scored, or nothing if it can."""
    if {"endorsements", "levels"} & set(needs) and known["endorsements"] and not has_anchors:
        return NO_ANCHORS
    if "newcomers" in needs and not known["arrivals"]:
        return NO_ARRIVALS
    reason = next((reason for judge, reason in (NEEDS[need] for need in needs) if not judge(known)), "")
    return filled(reason, ruler)


def level(known: Facts, coverages: Sequence[Coverage]) -> Level:
    """Return how much this data can show: L0, one person's archive, to L3, reactions by name.

    A level is what the sources can show, lowered by what they do show: a community export in
    which nobody answers anybody shows no more than archives do.
    """
    if not known["between_members"] or set(coverages) <= {Coverage.SINGLE}:
        return "L0"
    if Coverage.COMMUNITY not in coverages:
        return "L1"
    return "L3" if known["reactions"] else "L2"

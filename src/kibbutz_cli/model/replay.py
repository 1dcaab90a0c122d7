"""The words for a replay: StatusChange, Replay."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from kibbutz_cli.model.value import Value


class Change(StrEnum):
    """What can happen to a status from one evaluation to the next."""

    PROMOTED = "promoted"
    NOTICE = "notice"
    DEMOTED = "demoted"
    DORMANT = "dormant"
    WOKE = "woke"


class StatusChange(Value):
    """Whose status changed, how, and which it is now."""

    member: str
    name: str
    change: Change
    status: str


class Replay(Value):
    """What the same data say month by month, and what changed last.

    Attributes:
        evaluations: The moments looked at, ISO 8601 UTC, oldest first; the last is ``as_of``.
        changes: What changed at the last evaluation: by change, then member.
        promote_evaluations: In so many evaluations running a rung is met before it is given; not in JSON.
    """

    evaluations: list[str]
    changes: list[StatusChange]
    promote_evaluations: Annotated[int, Field(exclude=True), SkipJsonSchema()] = 2

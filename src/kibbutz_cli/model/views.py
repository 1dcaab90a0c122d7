"""The words for the other answers: Explanation of a member, Inspection of an input, Format, MetricCard."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from kibbutz_cli.model.report import Element, MemberReport, MetricNote, RulerNote, SourceCount


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)


class Evidence(_View):
    """One activity behind a number.

    Attributes:
        activity_id: The platform's id of the activity.
        published: When, ISO 8601 UTC.
        kind: What was done.
        actor: Who did it (a member's id).
        target: To whom, where known.
        amount: How much of the metric comes from it, in the metric's unit.
        place: ``FILE:POSITION`` in the input.
    """

    activity_id: str
    published: str
    kind: str
    actor: str
    target: str | None
    amount: float
    place: str


class MetricCard(_View):
    """A metric as its own ``.sql`` header tells it.

    Attributes:
        name: The metric's name.
        element: The element it belongs to.
        kind: ``rate``, ``amount``, ``trust``, ``chance`` or ``share``.
        unit: The unit of its value.
        needs: What the data must hold for it to be scored.
        weight: Weight inside its element, by the ruler.
        target: Amount at which the score reaches 1, by the ruler.
        says: One sentence a member understands.
        source: Where the formula was published.
        fails: When it misleads.
        package: The distribution it came with.
    """

    name: str
    element: Element
    kind: Literal["rate", "relative", "amount", "trust", "chance", "share"]
    unit: str
    needs: list[str]
    weight: float
    target: float | None
    says: str
    source: str
    fails: str
    package: str = ""


class ExplainedPart(_View):
    """One metric of a member with its meaning and the activities behind it."""

    metric: str
    says: str
    evidence: list[Evidence]


class Explanation(_View):
    """Why a member stands where they stand: ``kibbutz.explanation/1``.

    Attributes:
        schema_: The name and version of this format.
        member: Everything the report says of the member.
        of: Members with a standing in the community.
        as_of: The moment it speaks of.
        ruler: Which ruler measured this.
        metrics: What was scored here, and why the rest was not.
        parts: What each metric means, and the evidence.
        limits: What the report does not measure.
    """

    schema_: Annotated[Literal["kibbutz.explanation/1"], Field(alias="schema")] = "kibbutz.explanation/1"
    member: MemberReport
    of: int
    as_of: str
    ruler: RulerNote
    metrics: list[MetricNote]
    parts: list[ExplainedPart]
    limits: list[str]


class Inspection(_View):
    """What is in an input, before any score: ``kibbutz.inspection/1``.

    Attributes:
        schema_: The name and version of this format.
        sources: What came of each input: accepted, rejected, ignored.
        skipped: Files beside the exports that are none, with what they are.
        first: First activity, ISO 8601 UTC; empty when nothing is dated.
        last: Last activity, ISO 8601 UTC; empty when nothing is dated.
        activities: Activities after duplicates are removed.
        members: Different actors, before exclusions.
        threads: Different threads.
        kinds: Activities by kind.
        platforms: Activities by platform.
        level: L0 to L3, or none when there is nothing to score.
        metrics: Which metrics could be scored, and why the others could not.
        odd: Things worth a look: implausible clocks, undated records, mended bytes.
    """

    schema_: Annotated[Literal["kibbutz.inspection/1"], Field(alias="schema")] = "kibbutz.inspection/1"
    sources: list[SourceCount]
    skipped: list[str] = []
    first: str
    last: str
    activities: int
    members: int
    threads: int
    kinds: dict[str, int]
    platforms: dict[str, int]
    level: Literal["L0", "L1", "L2", "L3"] | None
    metrics: list[MetricNote]
    odd: dict[str, int]


class Format(_View):
    """A format that can be read, for ``kibbutz formats``."""

    name: str
    title: str
    files: str
    coverage: str
    loses: str
    how: str
    package: str


class Plugin(_View):
    """A reader or metric, where it comes from, and its fault if it is broken."""

    group: Literal["reader", "metric"]
    name: str
    package: str
    fault: str = ""


class Check(_View):
    """One line of ``kibbutz doctor``: what was looked at, whether it is sound, and what was found."""

    name: str
    sound: bool
    found: str
    hint: str = ""

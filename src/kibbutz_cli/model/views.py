"""The words for the other answers: Explanation of a member, Inspection of an input, Format, MetricCard."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from kibbutz_cli.model.remarks import Namesakes, UnknownNames
from kibbutz_cli.model.report import Element, MemberReport, Noted, RulerNote, SourceCount
from kibbutz_cli.model.value import Place, Value


class _View(Value):
    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)


class Evidence(_View):
    """One activity behind a number.

    Attributes:
        activity_id: The platform's id of the activity.
        published: When, ISO 8601 UTC.
        kind: What was done.
        actor: Who did it (a member's id).
        actor_name: What they are called; none where nothing says.
        target: To whom, where known.
        target_name: What they are called.
        amount: What it counts for, or against, before the metric's own formula; where ties are measured, what
            the whole tie counts for, told of each of its deeds. The amounts do not sum to the metric's value.
        place: ``FILE:POSITION`` in the input.
    """

    activity_id: str
    published: str
    kind: str
    actor: str
    actor_name: str | None = None
    target: str | None
    target_name: str | None = None
    amount: float
    place: str


class MetricCard(_View):
    """A metric as its own ``.sql`` header tells it.

    Attributes:
        name: The metric's name.
        element: The element it belongs to.
        kind: ``rate``, ``relative``, ``pace``, ``amount``, ``trust``, ``chance`` or ``share``.
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
    kind: Literal["rate", "relative", "pace", "amount", "trust", "chance", "share"]
    unit: str
    needs: list[str]
    weight: float
    target: float | None
    says: str
    source: str
    fails: str
    package: str = ""


class ExplainedPart(_View):
    """One metric of a member with its meaning and the activities behind it.

    Attributes:
        metric: The metric's name.
        says: What it measures, in one sentence.
        note: What it found of this member, in one sentence; empty where the number says it all.
        deeds: How many activities are behind the number.
        evidence: These activities, what counts most first; the first 10,000 where they are more.
    """

    metric: str
    says: str
    note: str = ""
    deeds: int
    evidence: list[Evidence]


class Supporter(_View):
    """A member from whom much comes, and the share of all that comes towards the member explained."""

    member: str
    name: str
    share: float


class Level(_View):
    """A standing with its interval, as it would be; all 0 to 100."""

    value: float
    low: float
    high: float


class Support(_View):
    """Who holds a member up.

    Attributes:
        strongest: The three from whom most comes, the strongest first.
        share: The share of all that comes towards the member that comes from these.
        without: The standing had nothing come from these; none where too little would be left for one.
    """

    strongest: list[Supporter]
    share: float
    without: Level | None


class Uncounted(_View):
    """What others did that does not count: no trust reaches them, or most of it through this member.

    Attributes:
        answers: Answers to the member's words, and endorsements of them; of one member, one for each deed.
        members: How many members they come from.
    """

    answers: int
    members: int


class Unjoined(_View):
    """A handle of a joined member as it would stand alone.

    Attributes:
        handle: The id.
        deeds: How many scored deeds are its own.
        status: The rung it would stand on; empty where it did nothing that is scored.
        standing: The standing it would have; none where too little would be left for one.
    """

    handle: str
    deeds: int
    status: str
    standing: Level | None


class NextRung(_View):
    """The smallest change that reaches the next rung, found by adding it and scoring again.

    Attributes:
        status: The next rung.
        weeks: Silent weeks, the newest first, with one contribution more.
        people: Members not met so far, or one way only, who answer a contribution, and are answered back.
        accepted: Contributions more that somebody accepts.
        within_weeks: The window that active weeks of before leave while those of the change come; else 0.
        standing: The standing after the change; none where no change reaches the rung.
        why_not: Why none does; empty where one does.
    """

    status: str
    weeks: int = 0
    people: int = 0
    accepted: int = 0
    within_weeks: int = 0
    standing: Level | None = None
    why_not: str = ""


class Explanation(_View):
    """Why a member stands where they stand: ``kibbutz.explanation/1``.

    Attributes:
        schema_: The name and version of this format.
        member: Everything the report says of the member.
        of: Members with a standing in the community.
        as_of: The moment it speaks of.
        ruler: Which ruler measured this.
        sources: What came of each input.
        skipped: Files beside the exports that are none, with what they are.
        metrics: What was scored here, and why the rest was not.
        parts: What each metric means, and the evidence.
        support: Who holds the member up; none without a standing.
        uncounted: What others did that does not count; none where all of it does.
        next: The smallest change that reaches the next rung; none at the top.
        unjoined: The member's handles as they would stand without the join; empty where nothing is joined.
        limits: What the report does not measure.
        ranked: Whether members have ranks here; a few of whom one side is seen have none. Not in JSON.
        unknown_names: Entries of the configuration that mean nobody in the data; in no output.
        namesakes: What tells supporters and doers of one name apart; not in JSON.
    """

    schema_: Annotated[Literal["kibbutz.explanation/1"], Field(alias="schema")] = "kibbutz.explanation/1"
    member: MemberReport
    of: int
    as_of: str
    ruler: RulerNote
    sources: list[SourceCount] = []
    skipped: list[Place] = []
    metrics: list[Noted]
    parts: list[ExplainedPart]
    support: Support | None = None
    uncounted: Uncounted | None = None
    next: NextRung | None = None
    unjoined: list[Unjoined] = []
    limits: list[str]
    ranked: Annotated[bool, Field(exclude=True), SkipJsonSchema()] = True
    unknown_names: UnknownNames = {}
    namesakes: Namesakes = {}


class Inspection(_View):
    """What is in an input, before any score: ``kibbutz.inspection/1``.

    With ``--since`` or ``--until``, what it holds and could be scored is that of the window.

    Attributes:
        schema_: The name and version of this format.
        sources: What came of each input: accepted, rejected, ignored.
        skipped: Files beside the exports that are none, with what they are.
        first: First activity, ISO 8601 UTC; empty when nothing is dated.
        last: Last activity, ISO 8601 UTC; empty when nothing is dated.
        activities: Activities after duplicates are removed; mentions inside posts are none of their own.
        members: Different actors, before exclusions.
        threads: Different threads.
        kinds: The same activities by kind.
        platforms: The same activities by platform.
        level: L0 to L3, or none when there is nothing to score.
        elements: Which elements could be scored, by one metric at least.
        metrics: Which metrics could be scored, and why the others could not.
        odd: Things worth a look: implausible clocks, undated records, mended bytes.
        unknown_names: Entries of the configuration that mean nobody in the data; in no output.
    """

    schema_: Annotated[Literal["kibbutz.inspection/1"], Field(alias="schema")] = "kibbutz.inspection/1"
    sources: list[SourceCount]
    skipped: list[Place] = []
    first: str
    last: str
    activities: int
    members: int
    threads: int
    kinds: dict[str, int]
    platforms: dict[str, int]
    level: Literal["L0", "L1", "L2", "L3"] | None
    elements: list[Element] = []
    metrics: list[Noted]
    odd: dict[str, int]
    unknown_names: UnknownNames = {}


class Conversion(_View):
    """What was written, and what came of each input.

    Attributes:
        format: What was written: parquet, ndjson, csv or activitystreams.
        written: Activities written.
        sources: What came of each input: accepted, rejected, ignored.
        skipped: Files beside the exports that are none, with what they are.
        unknown_names: Entries of the configuration that mean nobody in the data; in no output.
    """

    format: Literal["parquet", "ndjson", "csv", "activitystreams"]
    written: int
    sources: list[SourceCount]
    skipped: list[Place] = []
    unknown_names: UnknownNames = {}


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


class Difference(_View):
    """One key of a ruler with its two values; none where a ruler does not have it."""

    key: str
    before: str | float | None
    after: str | float | None


class RulerDifferences(_View):
    """What differs between two rulers: ``kibbutz.ruler-diff/1``.

    Attributes:
        schema_: The name and version of this format.
        before: Which ruler is the first.
        after: Which ruler is the second.
        changes: The keys whose values differ, in the order of the ruler.
    """

    schema_: Annotated[Literal["kibbutz.ruler-diff/1"], Field(alias="schema")] = "kibbutz.ruler-diff/1"
    before: RulerNote
    after: RulerNote
    changes: list[Difference]

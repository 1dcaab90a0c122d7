"""The words for what came out: Part, ElementScore, Standing, Status, CommunityReport."""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from kibbutz_cli.model.remarks import Advice, Named, Namesakes, Outgoing, UnknownNames
from kibbutz_cli.model.replay import Change, Replay
from kibbutz_cli.model.value import Place, Value

Fraction = Annotated[float, Field(ge=0, le=1)]
Points = Annotated[float, Field(ge=0, le=100)]


class Element(StrEnum):
    """The five elements of the kibbutz model, in the order they are always shown."""

    SOCIAL = "social"
    ECONOMIC = "economic"
    CULTURAL = "cultural"
    PARTICIPATION = "participation"
    COMMITMENT = "commitment"


PACE = " a week"
"""How the unit of a pace ends, and of nothing else: its trials are weeks."""


class Part(Value):
    """One metric of one member: the smallest thing a number is made of.

    Attributes:
        metric: The metric's name; ``kibbutz element`` explains it.
        value: What was measured, in ``unit``: a rate or pace after shrinkage, or an amount.
        unit: The unit of ``value``.
        hits: For a rate or pace, how often it happened; for a chance, the same with its own prior in it; for
            what is measured otherwise, none.
        trials: For a rate or chance, out of how many; for a pace, in how many weeks; else none.
        score: 0 to 1: the shrunk rate, or the amount saturated against its target.
        sd: Standard deviation of ``score``.
        weight: Share of the element this metric carries; the shares of an element sum to 1.
        adds: ``weight * score``; the parts of an element sum to its score exactly.
    """

    metric: str
    value: float
    unit: str
    hits: float | None = None
    trials: float | None = None
    score: Fraction
    sd: float
    weight: Fraction
    adds: Fraction


class ElementScore(Value):
    """One element of one member, as the sum of its parts.

    Attributes:
        element: Which of the five.
        score: 0 to 1, or none when no metric of it could be scored for this member.
        low: Lower end of the interval; 80 % unless the ruler says otherwise.
        high: Upper end of the interval; 80 % unless the ruler says otherwise.
        log_share: ``w_e ln S_e``: the shares of all elements sum to ``ln(standing / 100)``.
        parts: The metrics it is made of.
    """

    element: Element
    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    log_share: float | None
    parts: list[Part]


class Standing(Value):
    """Where a member stands: a number that is never shown without its interval.

    Attributes:
        value: 0 to 100, the weighted geometric mean of the scored elements.
        low: Lower end of the interval; 80 % unless the ruler says otherwise.
        high: Upper end of the interval; 80 % unless the ruler says otherwise.
        rank_low: Best rank the interval allows.
        rank_high: Worst rank the interval allows.
    """

    value: Points
    low: Points
    high: Points
    rank_low: Annotated[int, Field(ge=1)]
    rank_high: Annotated[int, Field(ge=1)]


class Gate(Value):
    """One thing a rung asks for, what it asks, and what the member has.

    Attributes:
        name: What is asked: ``lower_bound``, ``active_weeks``, ``mutual_partners`` ...
        needed: How much of it.
        has: How much of it the member has; none where there is no number yet, or the data shows it of nobody.
        met: Whether that is enough.
        within_weeks: How many weeks count for it, up to the last active one and with it; 0 for all time.
    """

    name: str
    needed: float
    has: float | None
    met: bool
    within_weeks: int = 0


class Status(Value):
    """The rung a member holds and has earned, and what the next one asks.

    Attributes:
        current: The rung held now.
        earned: The highest rung ever held; it is kept for life. Without a history it is the one held now;
            empty where an earlier version wrote the report.
        reached: The rung whose gates, and those of all below, are met at this moment alone.
        notice: Since when the interval lies below what the rung held asks, ISO 8601 UTC; nothing is lost
            before the ruler's weeks are over. None without a history.
        dormant: Whether the member has been silent so long that the status sleeps.
        capped: Why no higher rung can be reached with this data; empty if it can.
        next: The next rung, or none at the top.
        gates: What the next rung asks, met and unmet.
    """

    current: str
    earned: str = ""
    reached: str = ""
    notice: str | None = None
    dormant: bool
    capped: str = ""
    next: str | None
    gates: list[Gate]


class Moment(Value):
    """What was said of a member at one evaluation of a replay.

    Attributes:
        as_of: The moment, ISO 8601 UTC.
        standing: None when there was not enough evidence.
        low: Lower end of the interval; 80 % unless the ruler says otherwise.
        high: Upper end of the interval; 80 % unless the ruler says otherwise.
        status: The rung held, with what came before taken into account.
        changes: What happened to the status since the evaluation before.
    """

    as_of: str
    standing: Points | None
    low: Points | None
    high: Points | None
    status: str
    changes: list[Change] = Field(default_factory=list)


class Sensitivity(Value):
    """What becomes of a member where the elements weigh otherwise than the ruler says.

    Attributes:
        rank_low: Best rank by the standing; as many weightings give a better one as give one worse than
            ``rank_high``, and the share between is that of ``Weightings``.
        rank_high: Worst rank.
        status_chance: Share of the weightings under which the status reached, or a higher one, is reached.
    """

    rank_low: Annotated[int, Field(ge=1)]
    rank_high: Annotated[int, Field(ge=1)]
    status_chance: Fraction


class MemberReport(Value):
    """Everything that is said of one member.

    Attributes:
        member: The member's id: ``platform:id``, or the name given in ``[identities]``.
        name: The name to show.
        handles: The ids joined into this member.
        roles: Roles declared by the exports.
        anchor: Whether trust starts here.
        deeds: Deeds counted after exclusions, before daily caps; no removals and flags, and no leaving.
        active_weeks: Weeks with at least one of these deeds.
        first_day: The first of them, ISO date, UTC; of who only removed, flagged or left, the first time.
        last_day: The last of them, ISO date, UTC, or the last time.
        trend: Deeds in each of the last 12 blocks of 4 weeks, oldest first.
        grade: A to D: how complete the evidence is of the elements with a weight; none without a standing.
        standing: None when there is not enough evidence.
        status: The rung, and what the next asks.
        recognised_by: Different members whose company counts who answered or endorsed this one; or not seen.
        unscored: Why there is no standing; empty when there is one.
        sensitivity: Ranks and status under other weights; none without a standing, or unless asked for.
        history: Every evaluation of a replay the member was there for, oldest first; empty without one.
        elements: The five, in their fixed order.
    """

    member: str
    name: str
    handles: list[str]
    roles: list[str]
    anchor: bool
    deeds: int
    active_weeks: int
    first_day: str
    last_day: str
    trend: list[int]
    grade: Literal["A", "B", "C", "D"] | None
    standing: Standing | None
    status: Status
    recognised_by: int | None
    unscored: str = ""
    sensitivity: Sensitivity | None = None
    history: list[Moment] = Field(default_factory=list)
    elements: list[ElementScore]


class SourceCount(Value):
    """What came of one input: accepted + rejected + ignored = records.

    Attributes:
        path: The path as given.
        reader: The reader that read it.
        coverage: What such a source can show.
        records: Raw records met.
        accepted: Records that became activities.
        derived: Further activities told by accepted records: mentions, reactions, further authors.
        rejected: Records set aside, by code.
        ignored: Records left out on purpose, by reason.
        repairs: Bytes mended before parsing, by what was mended.
        unknown: Records with a field that the format is not known to have, by its name; such are not read.
        places: The first rejections, as ``FILE:POSITION: code: reason``.
    """

    path: Place
    reader: str
    coverage: str
    records: int
    accepted: int
    derived: int
    rejected: dict[str, int]
    ignored: dict[str, int]
    repairs: dict[str, int]
    unknown: dict[str, int] = Field(default_factory=dict)
    places: list[Place]


class MetricNote(Value):
    """Whether a metric could be scored here, and if not, what the data lacks."""

    metric: str
    element: Element
    weight: float
    scored: bool
    why_not: str = ""


class GuestNote(MetricNote):
    """The same of a metric that did not come with kibbutz, and the package or file it came with."""

    package: str


Noted: TypeAlias = GuestNote | MetricNote
"""What is noted of a metric; that one is ours need not be said in every report."""


class RulerNote(Value):
    """Which ruler measured this.

    Attributes:
        name: The ruler's name.
        version: The ruler's version.
        sha256: The hash of every number in it.
        interval: Probability the intervals of standings and elements cover.
    """

    name: str
    version: str
    sha256: str
    interval: Fraction = 0.8


class Weightings(Value):
    """How many other weightings of the elements were tried, and how far they reach.

    Attributes:
        draws: How many.
        factor: Each weight lies between the ruler's divided by this and the ruler's times this.
        share: The share of the weightings that the ranks of a member hold.
    """

    draws: int
    factor: float
    share: Fraction


class CommunityReport(Value):
    """What ``kibbutz score`` prints and saves: one object, ``kibbutz.summary/1``.

    Attributes:
        schema_: The name and version of this format.
        kibbutz: The version of the program.
        purpose: What the configuration says this score is for.
        as_of: The moment it speaks of, ISO 8601 UTC: the last activity unless given.
        first: The first activity, ISO 8601 UTC.
        level: L0 (one side of each member) to L3 (community with reactions by name).
        ruler: Which ruler measured this.
        sources: What came of each input.
        skipped: Files beside the exports that are none, with what they are.
        excluded: Activities read but not scored, by reason, without mentions that a post tells.
        identities: Handles joined by the configuration.
        activities: Activities scored.
        member_count: Members found, with or without a standing.
        standing_count: Members with a standing.
        leader_count: Members who may stand first: their rank range begins at 1.
        waiting: Members without a standing, by what there is too little of; those nearest to one first.
        median_standing: The median of all standings; none without standings.
        typical_width: The middle width of the intervals of all standings, in points; none without standings.
        anchors: Where trust starts.
        anchor_source: Why there: named, roles or founders; empty without trust.
        metrics: Which metrics were scored, and why the others were not.
        outgoing: What goes out from the members; only at level L0.
        advice: Whom to look at next.
        replay: The evaluations month by month; none unless they were asked for.
        weightings: The other weightings that were tried; none unless they were asked for.
        members: The members, standing down, then id; those without a standing last.
        shown: How many of them this report lists.
        chosen: Whether these were named by the caller; not in JSON.
        limits: What the report does not measure.
        unknown_names: Entries of the configuration that mean nobody in the data; in no output.
        namesakes: What tells members of one name apart; not in JSON.
    """

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    schema_: Annotated[Literal["kibbutz.summary/1"], Field(alias="schema")] = "kibbutz.summary/1"
    kibbutz: str
    purpose: str
    as_of: str
    first: str
    level: Literal["L0", "L1", "L2", "L3"]
    ruler: RulerNote
    sources: list[SourceCount]
    skipped: list[Place] = Field(default_factory=list)
    excluded: dict[str, int]
    identities: int
    activities: int
    member_count: int
    standing_count: int
    leader_count: int
    waiting: dict[str, int] = Field(default_factory=dict)
    median_standing: Points | None
    typical_width: Points | None
    anchors: list[Named]
    anchor_source: str
    metrics: list[Noted]
    outgoing: Outgoing | None = None
    advice: Advice
    replay: Replay | None = None
    weightings: Weightings | None = None
    members: list[MemberReport]
    shown: int
    chosen: Annotated[bool, Field(exclude=True), SkipJsonSchema()] = False
    limits: list[str]
    unknown_names: UnknownNames = {}
    namesakes: Namesakes = {}

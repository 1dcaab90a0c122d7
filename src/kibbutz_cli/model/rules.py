"""The rules a ruler is made of: what each number means, its unit and its reason."""

from statistics import NormalDist
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from kibbutz_cli.model.value import Value

Positive = Annotated[float, Field(gt=0, le=1e6, allow_inf_nan=False)]
NonNegative = Annotated[float, Field(ge=0, le=1e6, allow_inf_nan=False)]
PositiveCount = Annotated[int, Field(gt=0, le=1_000_000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Share = Annotated[float, Field(ge=0, le=1)]

_NEAR = 0.01
"""How far a quantile may be from the one of its interval: 1.96 is often written for 1.959964."""


class Rule(Value):
    """What every rule is: frozen, and nothing else than it says."""

    # Defaults are validated too: 180 and 180.0 must give the same hash.
    model_config = ConfigDict(validate_default=True)


class KindRule(Rule):
    """What a kind of deed is worth, and how many of it count on one day.

    Attributes:
        weight: Worth of one deed; a follow is cheap and carries nothing.
        daily_cap: Deeds of this kind that count per member and day: ten times the volume
            must not be ten times the score.
        contributes: Whether it counts in ``contribution``.
        original: Whether it is content of the member's own that others can recognise.
        endorses: Whether trust flows along it.
        recognises: Whether it recognises what it is aimed at.
    """

    weight: Annotated[float, Field(ge=0, le=1000)] = 0
    daily_cap: PositiveCount = 20
    contributes: bool = False
    original: bool = False
    endorses: bool = False
    recognises: bool = False


class TieRule(Rule):
    """How deeds between two people become a tie.

    Attributes:
        deeds_per_day: Deeds towards one person that count on one day.
        tie_cap: A tie of ``n`` weighted deeds carries the trust ``ln(1 + n)``, and never more than ``ln`` of
            this: 4 is 3 weighted deeds, one answer.
        back_scratching: How much of a perfectly mutual endorsement is not counted as trust.
        giver_budget: A giver of fewer than this many strong ties does not give all of it away.
    """

    deeds_per_day: PositiveCount = 3
    tie_cap: Annotated[float, Field(ge=1.001, le=1e6)] = 4
    back_scratching: Share = 0.5
    giver_budget: NonNegative = 5


class ExchangeRule(Rule):
    """How soon an answer, and coming back to it, are expected, and for how long somebody is new.

    Attributes:
        answer_days: An opening is answered when somebody else answers within so many days.
        one_person_openings: So many openings that one and the same person alone answered count in any case.
        return_days: Who opened it came back when they did so within so many days of an answer.
        newcomer_days: Somebody is new for so many days; nobody is in the first so many days of the data.
    """

    answer_days: PositiveCount = 7
    one_person_openings: PositiveCount = 3
    return_days: PositiveCount = 7
    newcomer_days: PositiveCount = 60


class RestraintRule(Rule):
    """What is too much of one member on one day; more than the daily cap of a kind always is.

    Attributes:
        repeat_days: The same words in two conversations within so many days are a repetition.
        mentioned_people: More different people than this, mentioned on one day in deeds that answer nobody,
            are a crowd.
    """

    repeat_days: PositiveCount = 7
    mentioned_people: PositiveCount = 10


class TrustRule(Rule):
    """How trust flows from anchors.

    Attributes:
        damping: Share of the flow that goes on at each step.
        steps: How many steps; fixed, so that the result does not hang on a tolerance. What flows
            after the twelfth is a seventh of the mass and changes the order of nobody but the last.
        through_share: Who has at least this share of a wave's trust through a member cannot give it
            back to that member: it would be counted twice.
        voice_percent: Trust, in per cent of what an anchor's endorsements bring, from which a member's
            word on others counts fully.
        company_percent: Trust, in the same measure, from which a tie to somebody counts: so many accounts
            cannot share it that they would be company.
        scale_tail: The ends of a scale of ratings are levels that at least this share of all voices reach:
            a single wild number does not stretch it.
        founder_share: Share of those who stayed, earliest first, who are anchors when nobody is named.
        founder_min: At least so many of them.
        founder_active_weeks: Active weeks a founder must have.
        founder_present_weeks: A founder seen within so many weeks comes before those who left.
        roles: Roles in an export that make an anchor.
    """

    damping: Share = 0.85
    steps: Annotated[int, Field(gt=0, le=100)] = 12
    through_share: Annotated[float, Field(gt=0, le=1)] = 0.5
    voice_percent: Positive = 1
    company_percent: Positive = 0.1
    scale_tail: Annotated[float, Field(ge=0, lt=0.5)] = 0.05
    founder_share: Share = 0.05
    founder_min: PositiveCount = 3
    founder_active_weeks: PositiveCount = 13
    founder_present_weeks: PositiveCount = 26
    roles: list[str] = ["owner", "admin", "administrator", "moderator", "maintainer", "blog-author"]


class PresenceRule(Rule):
    """How the chance to come back is read from the community's own past.

    Measured on seven communities (see docs/method.md): a quarter of a doubling is as fine as calendars allow,
    and with a half-life of a year the active weeks rank members as well as they can by themselves.

    Attributes:
        horizon_weeks: Back within so many weeks.
        history_horizons: With less history than so many horizons the table below is used.
        half_life_weeks: An active week counts half after so many weeks.
        steps: Steps of the two log scales to one doubling.
        nearness: What a situation one step away counts, two steps away its square, and so on.
        shrink_comebacks: A rate counts as much as so many comebacks of the wider rate.
        told_steps: The sentence counts past members so many steps around the situation.
        table_weeks: The horizon the table below speaks of; other horizons are reckoned from it.
        table_members: A chance from the table counts as if so many members had shown it.
        silent_weeks: Upper ends of the table's rows, in weeks since the last deed.
        chances: The chance of each row; one more than ``silent_weeks``, for longer silence.
    """

    horizon_weeks: Annotated[int, Field(gt=0, le=520)] = 13
    history_horizons: PositiveCount = 2
    half_life_weeks: Annotated[float, Field(ge=13, le=1e6)] = 52
    steps: Annotated[int, Field(gt=0, le=8)] = 4
    nearness: Annotated[float, Field(ge=0, lt=1)] = 0.5
    shrink_comebacks: Positive = 5
    told_steps: Count = 2
    table_weeks: PositiveCount = 13
    table_members: Positive = 10
    silent_weeks: list[int] = [0, 1, 3, 7, 15, 31]
    chances: list[Share] = [0.9, 0.85, 0.7, 0.5, 0.3, 0.15, 0.05]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if len(self.chances) != len(self.silent_weeks) + 1:
            raise ValueError("chances must have one value more than silent_weeks")
        if sorted(set(self.silent_weeks)) != self.silent_weeks:
            raise ValueError("silent_weeks must rise")
        return self


class PriorRule(Rule):
    """What is believed of a rate before the member's own evidence.

    Attributes:
        min_members: Below this many members with evidence the fallback strength is used.
        fallback_strength: Trials the prior is worth then; its mean is the community's own rate.
        strength_low: The prior is never worth fewer trials.
        strength_high: The prior is never worth more trials.
    """

    min_members: Annotated[int, Field(gt=1, le=1_000_000)] = 20
    fallback_strength: Positive = 4
    strength_low: Positive = 1
    strength_high: Positive = 200


class EvidenceRule(Rule):
    """When there is enough evidence for a number.

    Attributes:
        min_deeds: Deeds needed for a standing.
        min_active_weeks: Active weeks needed for a standing, where the data spans so many.
        floor: No element counts for less in the geometric mean.
        interval: Probability the interval covers.
        z: Normal quantile of that interval.
        shared_parts: How much of the error the parts of one element have in common: the same deeds feed
            several of them. Measured in simulated communities; 0 is none, 1 all.
        shared_elements: The same between elements.
    """

    min_deeds: PositiveCount = 5
    min_active_weeks: PositiveCount = 2
    floor: Annotated[float, Field(gt=0, lt=1)] = 0.05
    interval: Annotated[float, Field(gt=0, le=0.9999)] = 0.8
    z: Positive = 1.2815515655446004
    shared_parts: Share = 0.5
    shared_elements: Share = 0.2

    @model_validator(mode="after")
    def _one_interval(self) -> Self:
        expected = NormalDist().inv_cdf((1 + self.interval) / 2)
        if abs(self.z - expected) > _NEAR:
            raise ValueError(
                f"z {self.z:.5g} does not belong to interval {self.interval:.5g}: expected z {expected:.5g}"
            )
        return self


class HistoryRule(Rule):
    """When a status moves, where there is a history: easily up, slowly down, never by one bad month.

    Attributes:
        evaluations: How often a replay looks: at ``as_of`` and at every month before it, two years in all,
            as far as the half-life lets a deed weigh.
        promote_evaluations: A rung is given when all it asks is met so often in a row: once may be luck.
        demote_evaluations: A rung is lost only when its bound is missed so often in a row; two at least, so
            that a notice always comes first.
        demote_share: It is missed when even the upper end of the interval is below this share of it:
            between the two ends nothing moves, and noise has no say.
        demote_weeks: So many weeks at least lie between the notice and the loss: time to come back.
    """

    evaluations: Annotated[int, Field(ge=2, le=120)] = 24
    promote_evaluations: Annotated[int, Field(ge=1, le=12)] = 2
    demote_evaluations: Annotated[int, Field(ge=2, le=24)] = 4
    demote_share: Share = 0.85
    demote_weeks: Annotated[int, Field(ge=0, le=520)] = 8


class SensitivityRule(Rule):
    """How far other weights are tried, where that is asked for.

    Attributes:
        draws: So many other weightings.
        factor: Each element's weight lies between the ruler's divided by this and the ruler's times this.
        share: The ranks told are those of this share of the weightings, as many left out above as below.
    """

    draws: Annotated[int, Field(ge=20, le=10_000)] = 200
    factor: Annotated[float, Field(ge=1, le=100)] = 2
    share: Share = 0.9

    @property
    def outside(self) -> int:
        """Return how many weightings are left out at each end of the ranks."""
        return int(self.draws * (1 - self.share) / 2 + 1e-9)


class MetricRule(Rule):
    """How much one metric carries, and what counts as full marks.

    Attributes:
        weight: Weight inside its element; 0 switches it off.
        target: Amount at which the score reaches 1; none for rates.
    """

    weight: NonNegative
    target: Positive | None = None


class Rung(Rule):
    """One step of the ladder: a name and everything it asks.

    Attributes:
        name: What a member on this rung is called.
        lower_bound: Lowest allowed lower end of the standing's interval; 0 asks for no standing.
        active_weeks: Weeks with a deed within ``within_weeks``.
        within_weeks: The window for ``active_weeks``, up to the last of them; 0 for all time.
        mutual_partners: Members with whom deeds went both ways.
        partners: Members to or from whom a deed went.
        recognised_by: Different members who answered or endorsed this one.
        no_element_below: No scored element may be lower.
        strong_elements: So many elements must reach ``strong_score``.
        strong_score: What counts as strong.
        tenure_months: Months between the first and the last deed.
        min_elements: Elements that must be scored at all.
    """

    name: Annotated[str, Field(min_length=1, max_length=40)]
    lower_bound: Annotated[float, Field(ge=0, le=100)] = 0
    active_weeks: Count = 0
    within_weeks: Count = 0
    mutual_partners: Count = 0
    partners: Count = 0
    recognised_by: Count = 0
    no_element_below: Share = 0
    strong_elements: Annotated[int, Field(ge=0, le=5)] = 0
    strong_score: Share = 0
    tenure_months: Count = 0
    min_elements: Annotated[int, Field(ge=0, le=5)] = 0

    @property
    def asks(self) -> list[str]:
        """Return the names of what it asks for, whose window and measure are nothing by themselves."""
        said = {name: value for name, value in self if name not in ("name", "within_weeks", "strong_score")}
        return [name for name, value in said.items() if value]


class Provenance(Rule):
    """Where the targets of a calibrated ruler come from.

    Attributes:
        sources: The inputs they were read from, without their folders.
        as_of: The date, ISO 8601 UTC.
        active_members: How many active members there were.
        share: The share of them that reaches no more than the target.
        ruler: Hash of the ruler whose weights and other numbers were kept.
        kept: Metrics whose target was kept, since nine of ten had nothing of them.
    """

    sources: list[str]
    as_of: str
    active_members: Annotated[int, Field(gt=0)]
    share: Share = 0.9
    ruler: str
    kept: list[str] = []

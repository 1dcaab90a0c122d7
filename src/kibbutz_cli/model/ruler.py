"""The ruler: every weight, target, half-life, gate and rung, versioned and hashed."""

import hashlib
import json
from typing import Self

from pydantic import Field, field_validator, model_validator

from kibbutz_cli.model.activity import Kind
from kibbutz_cli.model.report import Element, RulerNote
from kibbutz_cli.model.rules import (
    EvidenceRule,
    ExchangeRule,
    HistoryRule,
    KindRule,
    MetricRule,
    NonNegative,
    Positive,
    PositiveCount,
    PresenceRule,
    PriorRule,
    Provenance,
    RestraintRule,
    Rule,
    Rung,
    SensitivityRule,
    TieRule,
    TrustRule,
)


def _kinds() -> dict[Kind, KindRule]:
    own = {"contributes": True, "original": True, "endorses": True, "recognises": True}
    given = {"contributes": True, "endorses": True, "recognises": True}
    return {
        Kind.POST: KindRule(weight=3, daily_cap=10, contributes=True, original=True),
        Kind.REPLY: KindRule(weight=3, daily_cap=20, **own),
        Kind.REVIEW: KindRule(weight=3, daily_cap=20, **own),
        Kind.QUOTE: KindRule(weight=2, daily_cap=20, **own),
        Kind.RESHARE: KindRule(weight=1, daily_cap=20, **given),
        Kind.LIKE: KindRule(weight=0.5, daily_cap=20, **given),
        Kind.ACCEPT: KindRule(weight=3, daily_cap=20, **given),
        Kind.ENDORSE: KindRule(weight=3, daily_cap=20, **given),
        Kind.MERGE: KindRule(weight=3, daily_cap=20, **given),
        Kind.FOLLOW: KindRule(weight=0, daily_cap=20),
    }


def _metrics() -> dict[str, MetricRule]:
    return {
        "mutual_ties": MetricRule(weight=2, target=20),
        "partners": MetricRule(weight=1, target=12),
        "replies_received": MetricRule(weight=1),
        "replies_given": MetricRule(weight=1, target=2),
        "repeat_partners": MetricRule(weight=2),
        "net_provider": MetricRule(weight=1),
        "value_delivered": MetricRule(weight=2, target=30),
        "follow_through": MetricRule(weight=1),
        "restraint": MetricRule(weight=1),
        "trust": MetricRule(weight=3, target=300),
        "esteem": MetricRule(weight=6),
        "conduct": MetricRule(weight=2),
        "contribution": MetricRule(weight=3, target=150),
        "recognition": MetricRule(weight=2),
        "breadth": MetricRule(weight=1, target=10),
        "welcome": MetricRule(weight=1, target=20),
        "presence": MetricRule(weight=3),
        "sustained": MetricRule(weight=2),
        "tenure": MetricRule(weight=1, target=36),
        "steadiness": MetricRule(weight=1),
    }


def _ladder() -> list[Rung]:
    return [
        Rung(name="Guest"),
        Rung(name="Candidate", active_weeks=2),
        Rung(
            name="Member",
            lower_bound=30,
            active_weeks=6,
            within_weeks=26,
            mutual_partners=3,
            recognised_by=3,
            min_elements=3,
        ),
        Rung(
            name="Builder",
            lower_bound=50,
            active_weeks=13,
            within_weeks=52,
            partners=8,
            recognised_by=8,
            no_element_below=0.15,
            min_elements=3,
        ),
        Rung(
            name="Elder",
            lower_bound=70,
            active_weeks=26,
            within_weeks=104,
            partners=20,
            recognised_by=8,
            strong_elements=3,
            strong_score=0.6,
            tenure_months=12,
            min_elements=4,
        ),
    ]


_BOTS = (
    *("*[bot]", "*-bot", "*_bot", "*AutoModerator", "*bugzilla-daemon*", "*mailer-daemon*"),
    # The machines of mailing lists and of commits: a person's address is never in an id.
    *("mail:mailman*@*", "mail:*noreply*", "mail:*no-reply*", "*kernel test robot*", "*-bot+*", "syzbot*"),
)


class Ruler(Rule):
    """What is measured with. Two reports compare only when their rulers have the same hash.

    Attributes:
        name: The ruler's name.
        version: Changes whenever a number in it changes.
        half_life_days: A deed counts half after so many days: recent work weighs more.
        recognition_days: A contribution is recognised when someone answers within so many days.
        dormant_weeks: A status sleeps from so many weeks of the calendar after that of the last deed on.
        forgiveness_days: A removed contribution is forgiven after so many days.
        elements: Weight of each element; equal unless changed.
        kinds: What each kind of deed is worth.
        metrics: Weight and target of each metric.
        ties: How deeds become ties.
        exchange: How soon an answer is expected, and for how long somebody is new.
        restraint: What is too much of one member on one day.
        trust: How trust flows.
        presence: How the chance to come back is read.
        prior: What is believed of a rate before evidence.
        evidence: When there is enough evidence for a number.
        history: When a status moves, where there is a history.
        sensitivity: How far other weights are tried, where that is asked for.
        ladder: The rungs, lowest first; the first is everybody's, and asks nothing.
        bots: Patterns with ``*`` of member ids and names that are machines.
        provenance: Where calibrated targets come from; none for a ruler set by hand.
    """

    name: str = "kibbutz default"
    version: str = "1"
    half_life_days: Positive = 180
    recognition_days: PositiveCount = 30
    dormant_weeks: PositiveCount = 13
    forgiveness_days: PositiveCount = 183
    elements: dict[Element, NonNegative] = Field(default_factory=lambda: dict.fromkeys(Element, 1.0))
    kinds: dict[Kind, KindRule] = Field(default_factory=_kinds)
    metrics: dict[str, MetricRule] = Field(default_factory=_metrics)
    ties: TieRule = TieRule()
    exchange: ExchangeRule = ExchangeRule()
    restraint: RestraintRule = RestraintRule()
    trust: TrustRule = TrustRule()
    presence: PresenceRule = PresenceRule()
    prior: PriorRule = PriorRule()
    evidence: EvidenceRule = EvidenceRule()
    history: HistoryRule = HistoryRule()
    sensitivity: SensitivityRule = SensitivityRule()
    ladder: list[Rung] = Field(default_factory=_ladder, min_length=2)
    bots: list[str] = Field(default_factory=lambda: list(_BOTS))
    provenance: Provenance | None = None

    @field_validator("ladder")
    @classmethod
    def _begins_with_everybody(cls, ladder: list[Rung]) -> list[Rung]:
        if ladder[0].asks:
            asked = ladder[0].asks[0]
            raise ValueError(
                f"the first rung, {ladder[0].name}, asks for {asked}: expected one for everybody; a ladder "
                "is replaced whole, so keep every rung of it"
            )
        return ladder

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not any(self.elements.values()):
            raise ValueError("elements: at least one weight must be above 0")
        names = [rung.name for rung in self.ladder]
        if len(set(names)) != len(names):
            raise ValueError("ladder: two rungs have the same name")
        return self

    @property
    def sha256(self) -> str:
        """Return the hash of every number in the ruler; its name and version are part of it."""
        text = json.dumps(self.model_dump(mode="json"), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def note(self) -> RulerNote:
        """Return which ruler this is, and how sure its intervals are."""
        return RulerNote(
            name=self.name, version=self.version, sha256=self.sha256, interval=self.evidence.interval
        )

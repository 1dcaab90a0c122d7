"""Reports made by hand: small, consistent, and a little hostile where that matters."""

import math

from kibbutz_cli.model.activity import Coverage
from kibbutz_cli.model.remarks import Advice, Named
from kibbutz_cli.model.report import (
    CommunityReport,
    Element,
    ElementScore,
    Gate,
    MemberReport,
    MetricNote,
    Part,
    RulerNote,
    SourceCount,
    Standing,
    Status,
)
from kibbutz_cli.model.views import Evidence, ExplainedPart, Explanation, Inspection

NAMES = [
    "Ana Lund",
    "Bo",
    "陳大文 和 朋友們",
    "Chidi 🧑‍🌾 Okafor",
    "dovid.ben.gurion.the.second@example.social",
    "Eve",
]
TOO_LITTLE = "2 deeds in 1 active week; a number needs 5 deeds in 2 active weeks"
METRICS = {
    Element.SOCIAL: ["mutual_ties", "partners"],
    Element.ECONOMIC: ["repeat_partners"],
    Element.CULTURAL: ["trust"],
    Element.PARTICIPATION: ["contribution", "recognition", "breadth"],
    Element.COMMITMENT: ["presence", "sustained", "tenure"],
}


def part(metric: str, score: float, weight: float) -> Part:
    rate = metric in {"repeat_partners", "recognition", "presence", "sustained"}
    hits, trials = (score * 30, 30.0) if rate else (None, None)
    unit = "share" if rate else "deeds"
    value = score if rate else score * 40
    return Part(
        metric=metric,
        value=value,
        unit=unit,
        hits=hits,
        trials=trials,
        score=score,
        sd=0.05,
        weight=weight,
        adds=weight * score,
    )


def element(which: Element, score: float) -> ElementScore:
    metrics = METRICS[which]
    parts = [part(metric, score, 1 / len(metrics)) for metric in metrics]
    total = sum(each.adds for each in parts)
    low, high = max(0.0, total - 0.1), min(1.0, total + 0.1)
    return ElementScore(
        element=which, score=total, low=low, high=high, log_share=math.log(total) / 5, parts=parts
    )


def missing(which: Element) -> ElementScore:
    return ElementScore(element=which, score=None, low=None, high=None, log_share=None, parts=[])


def member(place: int, name: str, *, scored: bool = True) -> MemberReport:
    score = max(0.1, 0.9 - 0.07 * place)
    standing = Standing(
        value=100 * score,
        low=max(0.0, 100 * score - 4 - place),
        high=min(100.0, 100 * score + 5 + place),
        rank_low=max(1, place - 1),
        rank_high=place + 2,
    )
    return MemberReport(
        member=f"forum:{place}",
        name=name,
        handles=[f"forum:{place}"],
        roles=["moderator"] if place == 1 else [],
        anchor=place == 1,
        deeds=400 // (place + 1) if scored else 2,
        active_weeks=120 // (place + 1) if scored else 1,
        first_day="2021-03-01",
        last_day="2024-06-29",
        trend=[(place * 7 + week * 5) % 11 for week in range(12)] if scored else [0] * 11 + [2],
        grade="B" if scored else None,
        standing=standing if scored else None,
        status=Status(
            current=["Elder", "Builder", "Member", "Candidate"][min(3, place // 2)] if scored else "Guest",
            dormant=place == 4,
            capped="",
            next="Elder",
            gates=[
                Gate(name="lower_bound", needed=70, has=61.25, met=False),
                Gate(name="active_weeks", needed=26, has=40, met=True),
                Gate(name="tenure_months", needed=12, has=39, met=True),
            ],
        ),
        elements=[
            missing(which) if which is Element.ECONOMIC else element(which, score) for which in Element
        ],
        recognised_by=30 // (place + 1),
        unscored="" if scored else TOO_LITTLE,
    )


def report(names: list[str] | None = None, **changes: object) -> CommunityReport:
    shown = NAMES if names is None else names
    members = [member(place, name) for place, name in enumerate(shown, start=1)]
    members += [member(50 + place, f"guest {place}", scored=False) for place in range(3)]
    whole = CommunityReport(
        kibbutz="0.1.0",
        purpose="community-health",
        as_of="2024-06-30T12:00:00Z",
        first="2021-03-01T08:00:00Z",
        level="L2",
        ruler=RulerNote(name="kibbutz default", version="1", sha256="3fa9c1d2" * 8),
        sources=[
            SourceCount(
                path="exports/forum.csv",
                reader="tables",
                coverage="community",
                records=8041,
                accepted=8000,
                derived=12,
                rejected={"bad_time": 8, "no_id": 4},
                ignored={"draft": 29},
                repairs={},
                places=["exports/forum.csv:12: bad_time: expected a time, got 'soon'"],
            )
        ],
        excluded={"bot": 40},
        identities=0,
        activities=7972,
        member_count=len(members) + 100,
        standing_count=len(shown),
        leader_count=2,
        waiting={TOO_LITTLE: 103},
        median_standing=60.0,
        typical_width=17.2,
        anchors=[Named(member="forum:1", name="Ana Lund")],
        anchor_source="roles",
        metrics=[
            *(
                MetricNote(
                    metric=metric,
                    element=which,
                    weight=1,
                    scored=which is not Element.ECONOMIC,
                    why_not="no deed says in which thread it was" if which is Element.ECONOMIC else "",
                )
                for which, metrics in METRICS.items()
                for metric in metrics
            ),
            MetricNote(
                metric="conduct",
                element=Element.CULTURAL,
                weight=2,
                scored=False,
                why_not="nothing says what was removed or flagged",
            ),
        ],
        advice=Advice(
            rising=_named(shown, 2),
            leaving=_named(shown, 4),
            unrecognised=_named(shown, 6),
        ),
        members=members,
        shown=len(members),
        limits=[
            "It does not measure what was said, only what was done where this export can see it.",
            "It says nothing of a person outside this community.",
        ],
    )
    return whole.model_copy(update=changes)


def _named(names: list[str], place: int) -> list[Named]:
    return [Named(member=f"forum:{place}", name=names[place - 1])] if len(names) >= place else []


def archive() -> CommunityReport:
    owner = member(1, "Ana Lund").model_copy(
        update={"elements": [missing(e) if e is not Element.COMMITMENT else element(e, 0.6) for e in Element]}
    )
    sources = [each.model_copy(update={"coverage": Coverage.SINGLE}) for each in report().sources]
    alone = {"member_count": 1, "standing_count": 1, "leader_count": 1, "shown": 1}
    return report([], level="L0", members=[owner], anchors=[], sources=sources, **alone)


def explanation() -> Explanation:
    whole = report()
    deed = Evidence(
        activity_id="t3_x1",
        published="2024-05-01T10:00:00Z",
        kind="reply",
        actor="forum:1",
        target="forum:2",
        amount=2.5,
        place="exports/forum.csv:77",
    )
    parts = [
        ExplainedPart(
            metric=metric, says=f"What {metric} says in one sentence.", deeds=5, evidence=[deed] * 5
        )
        for metrics in METRICS.values()
        for metric in metrics
    ]
    return Explanation(
        member=whole.members[0],
        of=6,
        as_of=whole.as_of,
        ruler=whole.ruler,
        metrics=whole.metrics,
        parts=parts,
        limits=whole.limits,
    )


def inspection() -> Inspection:
    whole = report()
    return Inspection(
        sources=whole.sources,
        first=whole.first,
        last=whole.as_of,
        activities=8012,
        members=109,
        threads=900,
        kinds={"post": 900, "reply": 7112},
        platforms={"forum": 8012},
        level="L2",
        metrics=whole.metrics,
        odd={"implausible": 2, "missing": 0},
    )

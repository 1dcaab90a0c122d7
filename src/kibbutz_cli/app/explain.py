"""Explain a member: element, metric, parts that sum, and the activities behind them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from kibbutz_cli.app.run import LIMITS, Scored, metric_notes, plan, scored
from kibbutz_cli.ledger import Notify
from kibbutz_cli.model.activity import iso
from kibbutz_cli.model.report import Status
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.model.views import (
    Evidence,
    ExplainedPart,
    Explanation,
    Level,
    NextRung,
    Support,
    Supporter,
    Uncounted,
    Unjoined,
)
from kibbutz_cli.reports.wording import is_ranked
from kibbutz_cli.scoring import (
    additions,
    apart,
    counterfactual,
    evidence,
    lookup,
    needs,
    results,
    situation,
    support,
)
from kibbutz_cli.scoring.metric import Metric
from kibbutz_cli.scoring.sentences import filled
from kibbutz_cli.scoring.spelling import hiding, spelled
from kibbutz_cli.scoring.unknown import unknown_names


def explain(member: str, paths: Sequence[str], settings: Settings, notify: Notify) -> Explanation:
    """Return why a member stands where they stand.

    Raises:
        InputError: An input cannot be read, or there is nothing in it to score.
        UsageError: The member is not there, or the name means several.
    """
    with scored(paths, settings, notify) as run:
        db = run.ledger.engine
        lookup.choose(db, None, [member])
        number = lookup.find(db, member)
        evidence.ask(db, number)
        (report,) = results.members(db)
        ((of,),) = db.rows("select count(*) from standings")
        ((members,),) = db.rows("select count(*) from members")
        level = needs.level(run.result.facts, run.ledger.coverages)
        measured = {part.metric for element in report.elements for part in element.parts}
        held = _support(run, settings, number) if report.standing else None
        hide = hiding(spelled(db, settings.config))
        parts = [_part(run, each, settings.ruler, hide) for each in run.metrics if each.name in measured]
        return Explanation(
            member=report,
            of=results.integer(of),
            as_of=iso(run.result.span.as_of_us),
            ruler=settings.ruler.note,
            sources=run.ledger.sources,
            skipped=run.ledger.skipped,
            metrics=metric_notes(settings.ruler, run.metrics, run.result.why_not),
            parts=parts,
            support=held,
            uncounted=_uncounted(run, number),
            next=_next(run, settings, number, report.status),
            unjoined=_unjoined(run, settings, report.member),
            limits=LIMITS,
            ranked=is_ranked(level, results.integer(members)),
            unknown_names=unknown_names(db, settings.config),
            namesakes=lookup.namesakes(db, _names(held, parts)),
        )


def _names(held: Support | None, parts: Iterable[ExplainedPart]) -> Iterator[str]:
    """Yield the names that an explanation has of others: supporters, and who did what to whom."""
    yield from (each.name for each in (held.strongest if held else []))
    for deed in (each for part in parts for each in part.evidence):
        yield from (deed.actor_name or "", deed.target_name or "")


def _support(run: Scored, settings: Settings, member: int) -> Support:
    db = run.ledger.engine
    found = support.strongest(db, member)
    others = [each.member for each in found]
    without = support.without(db, plan(settings, run.metrics), member, others)
    return Support(
        strongest=[Supporter(member=each.key, name=each.name, share=each.share) for each in found],
        share=round(sum(each.share for each in found), results.DIGITS),
        without=_level(without),
    )


def _uncounted(run: Scored, member: int) -> Uncounted | None:
    answers, members = support.uncounted(run.ledger.engine, member)
    return Uncounted(answers=answers, members=members) if answers else None


def _unjoined(run: Scored, settings: Settings, member: str) -> list[Unjoined]:
    if member not in settings.config.identities:
        return []
    found = apart.apart(run.ledger.engine, plan(settings, run.metrics), member)
    return [
        Unjoined(handle=each.handle, deeds=each.deeds, status=each.status, standing=_level(each.level))
        for each in found
    ]


def _next(run: Scored, settings: Settings, member: int, status: Status) -> NextRung | None:
    if status.next is None:
        return None
    rungs = [rung.name for rung in settings.ruler.ladder]
    found = counterfactual.smallest(
        additions.Question(
            run.ledger.engine,
            plan(settings, run.metrics),
            run.result.span,
            member,
            rungs.index(status.next),
        )
    )
    change = found.change or additions.Change(0, 0, 0)
    return NextRung(
        status=status.next,
        standing=_level(found.level),
        why_not=found.why_not,
        within_weeks=found.within_weeks,
        **change._asdict(),
    )


def _level(found: support.Level | None) -> Level | None:
    return found and Level(**found._asdict())


def _part(run: Scored, metric: Metric, ruler: Ruler, hide: Callable[[str], str]) -> ExplainedPart:
    found = evidence.of(run.ledger.engine, metric)
    return ExplainedPart(
        metric=metric.name,
        says=filled(metric.header.says, ruler),
        note=situation.sentence(run.ledger.engine) if metric.name == situation.METRIC else "",
        deeds=found.deeds,
        evidence=[
            Evidence(
                activity_id=hide(trace.activity_id),
                published=iso(trace.ts_us),
                kind=trace.kind,
                actor=trace.actor,
                actor_name=trace.actor_name,
                target=trace.target,
                target_name=trace.target_name,
                amount=trace.amount,
                place=run.ledger.place(trace.origin, trace.position),
            )
            for trace in found.traces
        ],
    )

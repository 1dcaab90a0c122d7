"""Explain a member: element, metric, parts that sum, and the activities behind them."""

from collections.abc import Sequence

from kibbutz_cli.app.run import LIMITS, Scored, iso, metric_notes, ruler_note, scored
from kibbutz_cli.ledger import Notify
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.model.views import Evidence, ExplainedPart, Explanation
from kibbutz_cli.scoring import evidence, lookup, results, situation
from kibbutz_cli.scoring.metric import Metric


def explain(member: str, paths: Sequence[str], settings: Settings, notify: Notify) -> Explanation:
    """Return why a member stands where they stand.

    Raises:
        InputError: An input cannot be read, or there is nothing in it to score.
        UsageError: The member is not there, or the name means several.
    """
    with scored(paths, settings, notify) as run:
        db = run.ledger.engine
        lookup.choose(db, None, [member])
        evidence.ask(db, lookup.find(db, member))
        (report,) = results.members(db)
        ((of,),) = db.rows("select count(*) from standings")
        measured = {part.metric for element in report.elements for part in element.parts}
        return Explanation(
            member=report,
            of=results.integer(of),
            as_of=iso(run.result.span.as_of_us),
            ruler=ruler_note(settings.ruler),
            metrics=metric_notes(settings.ruler, run.metrics, run.result.why_not),
            parts=[_part(run, metric) for metric in run.metrics if metric.name in measured],
            limits=LIMITS,
        )


def _part(run: Scored, metric: Metric) -> ExplainedPart:
    traces = evidence.of(run.ledger.engine, metric)
    return ExplainedPart(
        metric=metric.name,
        says=metric.header.says,
        note=situation.sentence(run.ledger.engine) if metric.name == situation.METRIC else "",
        evidence=[
            Evidence(
                activity_id=trace.activity_id,
                published=iso(trace.ts_us),
                kind=trace.kind,
                actor=trace.actor,
                target=trace.target,
                amount=trace.amount,
                place=run.ledger.place(trace.origin, trace.position),
            )
            for trace in traces
        ],
    )

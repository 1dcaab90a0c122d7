"""Backtest: fit at a date, look at what came after, and ask whether counting would have told as much."""

from collections.abc import Sequence
from typing import NamedTuple

from kibbutz_cli import __version__
from kibbutz_cli.app.run import all_metrics, loaded, metric_notes, plan, require_activity
from kibbutz_cli.errors import InputError, UsageError
from kibbutz_cli.ledger import Ledger, Notify
from kibbutz_cli.model.activity import DAY_US, iso
from kibbutz_cli.model.backtest import Asked, BacktestReport, FittedDate, LabelCount, Question
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.readers import labels
from kibbutz_cli.scoring import hindsight, lookup, pipeline, situation
from kibbutz_cli.scoring.hindsight import Fit, Past, Told
from kibbutz_cli.scoring.metric import Metric
from kibbutz_cli.scoring.questions import Frame, questions
from kibbutz_cli.scoring.resampling import SURE
from kibbutz_cli.scoring.results import integer
from kibbutz_cli.scoring.unknown import unknown_names

WEEK_US = 7 * DAY_US
SEED = 1
NAMED = 5
"""Labels without a member that are named."""

LIMITS = [
    "What an export says of a deed, removed or accepted or its value, is what it was at the export.",
    "The best baseline is chosen on the rows it is judged on, which favours it.",
    "One community's past is no promise for another, nor for this one.",
]
"""What every backtest says of itself."""


class _Run(NamedTuple):
    """What every fit of a backtest shares."""

    ledger: Ledger
    settings: Settings
    metrics: Sequence[Metric]
    told: Sequence[Told]
    labels: str
    notify: Notify

    @property
    def horizon_weeks(self) -> int:
        """Return how many weeks after a date are looked at."""
        return self.settings.ruler.presence.horizon_weeks

    def plan(self, at: int | None = None) -> pipeline.Plan:
        """Return what to score with, at a date or at the end of the data."""
        settings = self.settings if at is None else self.settings.model_copy(update={"as_of": at})
        return plan(settings, self.metrics)

    def fit(self, at: int | None = None) -> Fit:
        """Return what was known at a date, or at the end of the data."""
        day = "" if at is None else f"{iso(at)[:10]}: "

        def heard(step: str) -> None:
            self.notify(f"{day}{step}", 0, None)

        return hindsight.fit(self.ledger.engine, self.plan(at), self.told, heard, self.labels)


def backtest(paths: Sequence[str], settings: Settings, asked: Asked, notify: Notify) -> BacktestReport:
    """Return how well standing, elements and metrics tell what came after, beside baselines.

    Raises:
        InputError: An input cannot be read, or nobody has a standing at the dates.
        UsageError: A date leaves no whole horizon, or lies before the first deed.
    """
    told = [Told(*each) for each in labels.read(asked.labels)] if asked.labels else []
    settings = settings.model_copy(update={"ruler": _ahead(settings.ruler, asked.horizon_weeks)})
    with loaded(paths, settings, notify) as ledger:
        require_activity(ledger)
        run = _Run(ledger, settings, all_metrics(settings.config), told, asked.labels, notify)
        end = pipeline.prepare(ledger.engine, run.plan()).as_of_us
        unknown = unknown_names(ledger.engine, settings.config)
        if told and not asked.at:
            past = [Past(end, None, run.fit(), {})]
        else:
            past = [_fitted(run, at) for at in _moments(run, asked, end)]
        notify("comparing", 0, None)
        report = _report(run, end, past, _questions(run, past, asked.everybody))
        return report.model_copy(update={"unknown_names": unknown})


def _ahead(ruler: Ruler, horizon_weeks: int | None) -> Ruler:
    """Return the ruler whose presence looks as far ahead as the backtest does."""
    if horizon_weeks is None:
        return ruler
    presence = ruler.presence.model_copy(update={"horizon_weeks": horizon_weeks})
    return ruler.model_copy(update={"presence": presence})


def _moments(run: _Run, asked: Asked, end: int) -> list[int]:
    """Return the dates to fit at, earliest first.

    Raises:
        InputError: The data are shorter than any horizon.
        UsageError: A date leaves no whole horizon, or lies before the first deed.
    """
    # A horizon that ends within the last day is whole: a bare date means the day's end.
    latest = end - run.horizon_weeks * WEEK_US
    ((first,),) = run.ledger.engine.rows("select min(ts_us) from deeds")
    moments = sorted(set(asked.at)) or [latest]
    for at in moments:
        _check(at, integer(first), latest, end)
    if not asked.every_weeks:
        return moments
    return list(range(moments[0], latest + DAY_US, asked.every_weeks * WEEK_US))


def _check(at: int, first: int, latest: int, end: int) -> None:
    span = f"the data have deeds from {iso(first)[:10]} to {iso(end)[:10]}"
    if latest < first:
        if end - first < WEEK_US:
            raise InputError(f"nothing to test: {span}: expected a week of them at least")
        weeks = (end - latest) // WEEK_US
        raise UsageError(f"--horizon {weeks}w: expected a shorter one: {span}")
    where = f"--at {iso(at)[:10]}"
    if at >= latest + DAY_US:
        until = iso(at + end - latest)[:10]
        raise UsageError(
            f"{where}: its horizon ends {until}, after the data: expected {iso(latest)[:10]} or earlier", span
        )
    if at < first:
        raise UsageError(f"{where}: is before the first deed: expected {iso(first)[:10]} or later", span)


def _fitted(run: _Run, at: int) -> Past:
    """Return what was known at a date, and what came after it."""
    until = at + run.horizon_weeks * WEEK_US
    return Past(at, until, run.fit(at), hindsight.afterwards(run.ledger.engine, at, until))


def _questions(run: _Run, past: Sequence[Past], everybody: bool) -> list[Question]:
    """Return every question that can be asked with its answer.

    Raises:
        InputError: There is nobody to ask about.
    """
    found = questions(
        Frame(
            past=past,
            metrics={one.name: one.header.element for one in run.metrics},
            # What else is a chance is one of something else: esteem, of a good rating.
            chances=frozenset({("metric", situation.METRIC)}),
            horizon_weeks=run.horizon_weeks,
            seed=SEED,
        ),
        ("standing", "everybody") if everybody else ("standing",),
    )
    if not found:
        nobody = "nobody has a standing then" if past[0].until else "no label means a member with a standing"
        raise InputError(f"nothing to test: {nobody}", "--all looks at members without a standing too")
    return found


def _report(run: _Run, end: int, past: Sequence[Past], asked: list[Question]) -> BacktestReport:
    return BacktestReport(
        kibbutz=__version__,
        horizon_weeks=run.horizon_weeks,
        data_end=iso(end),
        dates=[_date(each) for each in past],
        ruler=run.settings.ruler.note,
        sources=run.ledger.sources,
        skipped=run.ledger.skipped,
        metrics=metric_notes(run.settings.ruler, run.metrics, past[-1].fit.why_not),
        labels=_label_count(run, past[-1].fit) if run.told else None,
        interval=SURE,
        seed=SEED,
        questions=asked,
        limits=LIMITS,
    )


def _date(past: Past) -> FittedDate:
    return FittedDate(
        at=iso(past.at),
        until="" if past.until is None else iso(past.until),
        members=len(past.fit.members),
        standings=len(past.fit.with_standing),
    )


def _label_count(run: _Run, fit: Fit) -> LabelCount:
    unknown, ambiguous = fit.unmatched
    named = {each.line: each.member for each in run.told}
    missed = sorted([*unknown, *ambiguous])
    # Who opted out is named in no output.
    out = lookup.opted_out(run.ledger.engine, [named[line] for line in missed[:NAMED]])
    return LabelCount(
        labels=len(run.told),
        matched=len(run.told) - len(missed),
        unknown=len(unknown),
        ambiguous=len(ambiguous),
        first=[
            f"line {line}" if named[line] in out else f"line {line}: {named[line]}" for line in missed[:NAMED]
        ],
    )

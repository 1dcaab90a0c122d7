"""What every use case does first: open the engine, read the inputs into the ledger, score them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, cast

from kibbutz_cli.app.engine import is_url, opened, remote
from kibbutz_cli.app.kept import keep
from kibbutz_cli.errors import ConfigError, EngineError, InputError, PluginError
from kibbutz_cli.ledger import Keeping, Ledger, Notify
from kibbutz_cli.ledger.tally import check_rejections
from kibbutz_cli.model.activity import Coverage, IgnoredReason, Rejection
from kibbutz_cli.model.report import GuestNote, MetricNote, Noted
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config, Settings
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.choose import Input, Skipped, inputs
from kibbutz_cli.readers.files.archive import STDIN, InputTree
from kibbutz_cli.readers.files.places import is_link, resolved
from kibbutz_cli.reports.wording import counted
from kibbutz_cli.scoring import metric, pipeline, replay, sensitivity
from kibbutz_cli.scoring.metric import Metric

REPLAYED_AT_ONCE = 2
"""Months of a replay evaluated at the same time: most of a small one is planning, which takes one thread."""

LIMITS = [
    "It sees deeds in these exports, not people: what happens elsewhere is not in it.",
    "It does not judge tone, talent or character, and must not decide about jobs, credit or housing.",
]
"""What every report says of itself."""


class Scored(NamedTuple):
    """A scored community, still in the engine.

    Attributes:
        ledger: The activity table and what came of every input.
        metrics: The metrics that were asked for.
        result: What the pipeline left behind.
    """

    ledger: Ledger
    metrics: list[Metric]
    result: pipeline.Scored


@contextmanager
def loaded(
    paths: Sequence[str],
    settings: Settings,
    notify: Notify,
    keeping: Keeping | None = None,
    taken: Callable[[Input], None] | None = None,
) -> Iterator[Ledger]:
    """Open an engine and read every input into its ledger; close the engine at the end.

    Args:
        paths: Files, folders or archives; ``-`` is standard input.
        settings: How they are read.
        notify: Called with what is being done, how much is done, and of how much, where known.
        keeping: What is to be done with what was read.
        taken: Called with each input that was read, while it is still open.

    Raises:
        InputError: An input cannot be read.
        UsageError: What was read would be replaced by what is made of it.
        TooManyRejectionsError: More records were rejected than the settings allow.
    """
    # Columns are named only for tables of ours, so naming them names the reader.
    reader = settings.reader or (tables.ABOUT.name if settings.columns else None)
    with opened(paths, settings) as engine:
        # Whose record it is that cannot be read, and whom it names, nobody can tell.
        saying = Rejection.unquoted if settings.config.exclude.opt_out else str
        ledger = Ledger(engine, keeping, saying)
        apart, read = {resolved(path) for path in paths}, set[Path]()
        for path in _unique(paths):
            if is_url(path):
                ledger.take(remote(engine, path, settings), settings.columns, notify)
                continue
            if path != STDIN and resolved(path) in read:
                continue
            for found in inputs(path, settings.config.limits, reader, apart, settings.columns):
                match found:
                    case Skipped():
                        ledger.skipped.append(f"{found.path}: {found.reason}")
                    case _:
                        ledger.take(found, settings.columns, notify, path)
                        if taken:
                            taken(found)
                        # Every tree but that of a URL is one.
                        tree = cast("InputTree", found.tree)
                        keep(settings.output, tree.read_from(), "the input")
                        read.update(tree.opened(apart))
        ledger.settle()
        check_rejections(ledger.sources, settings.strict, settings.max_errors)
        yield ledger


@contextmanager
def scored(
    paths: Sequence[str], settings: Settings, notify: Notify, *, listed: bool = False
) -> Iterator[Scored]:
    """Read and score the inputs; the results are tables of the ledger's engine.

    Args:
        paths: Files, folders or archives; ``-`` is standard input.
        settings: What to measure with and how.
        notify: Called with what is being done, how much is done, and of how much, where known.
        listed: Members are only listed: no table of single deeds is left.

    Raises:
        InputError: An input cannot be read, or nothing is left to score.
    """
    metrics = all_metrics(settings.config)
    once = listed and not settings.replay
    with loaded(paths, settings, notify, Keeping(in_place=once)) as ledger:
        require_activity(ledger)
        with _unchanged(ledger):
            result = pipeline.run(
                ledger.engine,
                plan(settings, metrics)._replace(
                    listed=once, alone=set(ledger.coverages) <= {Coverage.SINGLE}
                ),
                lambda step: notify(f"scoring: {step}", 0, None),
            )
        if settings.replay:
            _replay(ledger, settings, metrics, result, notify)
            if listed:
                pipeline.forget(ledger.engine)
        if settings.sensitivity:
            notify("scoring: other weights", 0, None)
            sensitivity.run(ledger.engine, settings.ruler)
        yield Scored(ledger, metrics, result)


@contextmanager
def _unchanged(ledger: Ledger) -> Iterator[None]:
    """See to it that what is read meanwhile is what was read into the ledger."""
    try:
        yield
    except (EngineError, PluginError):
        ledger.check_unchanged()
        raise
    ledger.check_unchanged()


def plan(settings: Settings, metrics: Sequence[Metric]) -> pipeline.Plan:
    """Return what to score with, as the settings have it."""
    window = pipeline.Window(settings.as_of, settings.since, settings.until)
    return pipeline.Plan(settings.ruler, settings.config, metrics, window)


def window(settings: Settings, column: str) -> list[str]:
    """Return what the moment in a column has to keep to, as SQL; nothing where no window is asked for."""
    bounds = ((">=", settings.since), ("<=", settings.until))
    return [f"{column} {test} {bound:d}" for test, bound in bounds if bound is not None]


def all_metrics(config: Config) -> list[Metric]:
    """Return the metrics of all packages, and those the configuration names, by name.

    Raises:
        ConfigError: A file is no metric, or is called as another metric is: the ruler knows them by name.
    """
    found = {one.name: one for one in metric.registered()}
    for one in metric.from_files(Path(path) for path in config.metrics):
        if found.setdefault(one.name, one) != one:
            raise ConfigError(
                f"{one.package}: name taken by the metric {one.name} of {found[one.name].package}",
                "give the file another name",
            )
    return sorted(found.values())


def metric_notes(ruler: Ruler, metrics: Sequence[Metric], why_not: dict[str, str]) -> list[Noted]:
    """Return for every metric whether it was scored, and why not; of one that is not ours, whose it is."""
    return [_note(ruler, one, why_not[one.name]) for one in metrics]


def _note(ruler: Ruler, one: Metric, why_not: str) -> Noted:
    note = MetricNote(
        metric=one.name,
        element=one.header.element,
        weight=one.rule(ruler).weight,
        scored=not why_not,
        why_not=why_not,
    )
    return note if one.ours else GuestNote(**note.model_dump(), package=one.whence)


def _replay(
    ledger: Ledger, settings: Settings, metrics: Sequence[Metric], result: pipeline.Scored, notify: Notify
) -> None:
    replay.run(
        ledger.engine,
        plan(settings, metrics),
        result.span,
        1 if settings.threads == 1 else REPLAYED_AT_ONCE,
        lambda done, of: notify("replay: months", done, of),
    )


def _unique(paths: Sequence[str]) -> list[str]:
    """Return the paths without repeats in their own order, what lies in a folder that is named too last.

    The same file named twice, by whatever path, is one file, called by the plainest of them. In which order
    files are named changes nothing: a shell sorts them as its language has it. Standard input comes last.
    """
    plainest = sorted(paths, key=lambda path: (is_link(path), len(path), path))
    named = {(path == STDIN, resolved(path)): path for path in reversed(plainest)}
    folders = {place for _, place in named}
    return sorted(
        named.values(),
        key=lambda path: (len(folders.intersection(resolved(path).parents)), path == STDIN, path),
    )


def require_activity(ledger: Ledger) -> None:
    """Refuse a ledger without one activity, and say what was met instead.

    Raises:
        InputError: No source has a record that can be read.
    """
    if any(source.accepted for source in ledger.sources):
        return
    others = len(ledger.sources) - 1
    path = ledger.sources[0].path if ledger.sources else "input"
    path += f" and {others:,} more" if others > 0 else ""
    places = [place for source in ledger.sources for place in source.places]
    if places:
        records = sum(source.records for source in ledger.sources)
        raise InputError(
            f"{path}: nothing to score: none of {records:,} records can be read; the first: {places[0]}",
            "kibbutz inspect lists them",
        )
    met = sum((Counter(source.ignored) for source in ledger.sources), Counter[str]())
    hint = "kibbutz inspect shows what is in the input"
    if met[IgnoredReason.PRIVATE]:
        hint = "talks of two, closed channels and posts for a few are counted and never read"
    raise InputError(f"{path}: nothing to score: {counted(met) or 'no records in it'}", hint)

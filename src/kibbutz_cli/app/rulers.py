"""Make rulers: targets from a community, and what two rulers differ in."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple, TypeAlias

from kibbutz_cli.app.run import Scored, scored
from kibbutz_cli.ledger import Notify
from kibbutz_cli.model.activity import iso
from kibbutz_cli.model.remarks import UnknownNames
from kibbutz_cli.model.report import SourceCount
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import Provenance
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.model.views import Difference, RulerDifferences
from kibbutz_cli.scoring.calibration import Reached, reached
from kibbutz_cli.scoring.unknown import unknown_names

Leaf: TypeAlias = str | float | None


class Calibrated(NamedTuple):
    """A ruler made from a community, what came of the files, and which entries mean nobody in them.

    Attributes:
        ruler: The ruler.
        sources: What came of each input.
        skipped: Files beside the exports that are none, with what they are.
        unknown_names: Entries of the configuration that mean nobody in the data.
    """

    ruler: Ruler
    sources: list[SourceCount]
    skipped: list[str]
    unknown_names: UnknownNames


def calibrate(paths: Sequence[str], settings: Settings, notify: Notify) -> Calibrated:
    """Return the ruler with targets that nine of ten active members of this community do not pass.

    Raises:
        InputError: An input cannot be read, or too few members are active.
    """
    with scored(paths, settings, notify) as run:
        made = _calibrated(run, settings.ruler, reached(run.ledger.engine))
        unknown = unknown_names(run.ledger.engine, settings.config)
        return Calibrated(made, run.ledger.sources, run.ledger.skipped, unknown)


def differences(before: Ruler, after: Ruler) -> RulerDifferences:
    """Return what differs between two rulers, key by key; their names and hashes stand beside it."""
    old, new = _flat(before), _flat(after)
    keys = [*old, *(key for key in new if key not in old)]
    return RulerDifferences(
        before=before.note,
        after=after.note,
        changes=[
            Difference(key=key, before=old.get(key), after=new.get(key))
            for key in keys
            if old.get(key) != new.get(key)
        ],
    )


def _calibrated(run: Scored, ruler: Ruler, found: list[Reached]) -> Ruler:
    amounts = {each.metric: each.amount for each in found}
    metrics = dict(ruler.metrics)
    for one in run.metrics:
        if amounts.get(one.name):
            metrics[one.name] = one.rule(ruler).model_copy(update={"target": amounts[one.name]})
    provenance = Provenance(
        sources=[PurePath(source.path).name for source in run.ledger.sources],
        as_of=iso(run.result.span.as_of_us),
        active_members=max(each.members for each in found),
        ruler=ruler.sha256,
        kept=[each.metric for each in found if not each.amount],
    )
    changed = {"name": f"{ruler.name}, calibrated", "metrics": metrics, "provenance": provenance}
    return ruler.model_copy(update=changed)


def _flat(ruler: Ruler) -> dict[str, Leaf]:
    """Return every number and word of a ruler by its dotted key; where it comes from is no part of it."""
    return dict(_leaves("", ruler.model_dump(mode="json", exclude={"provenance"})))


def _leaves(key: str, value: Any) -> Iterator[tuple[str, Leaf]]:  # what JSON holds
    match value:
        case dict():
            for name, inner in value.items():
                yield from _leaves(f"{key}.{name}" if key else name, inner)
        case [dict(), *_]:
            for inner in value:
                rung = {name: each for name, each in inner.items() if name != "name"}
                yield from _leaves(f"{key}.{inner['name']}", rung)
        case list():
            yield key, ", ".join(map(str, value))
        case _:
            yield key, value

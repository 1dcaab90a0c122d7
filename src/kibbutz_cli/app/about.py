"""What can be asked about the program itself: formats, metrics, plug-ins."""

from importlib.metadata import EntryPoint
from typing import Literal

from kibbutz_cli import plugins as points
from kibbutz_cli.app.run import all_metrics
from kibbutz_cli.errors import PluginError
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config
from kibbutz_cli.model.views import Format, MetricCard, Plugin
from kibbutz_cli.readers import packages
from kibbutz_cli.readers.choose import readers
from kibbutz_cli.scoring import metric
from kibbutz_cli.scoring.sentences import filled


def formats() -> list[Format]:
    """Return the formats that can be read, by name."""
    return [
        Format(
            name=name,
            title=reader.ABOUT.title,
            files=reader.ABOUT.files,
            coverage=reader.ABOUT.coverage.value,
            loses=reader.ABOUT.loses,
            how=reader.ABOUT.how,
            package=package,
        )
        for name, reader, package in readers()
    ]


def metric_cards(ruler: Ruler, config: Config) -> list[MetricCard]:
    """Return every metric as it explains itself, with the ruler's weight and target."""
    return [
        MetricCard(
            name=one.name,
            element=one.header.element,
            kind=one.header.kind,
            unit=one.header.unit,
            needs=list(one.header.needs),
            weight=one.rule(ruler).weight,
            target=one.rule(ruler).target,
            says=filled(one.header.says, ruler),
            source=one.header.source,
            fails=one.header.fails,
            package=one.package,
        )
        for one in all_metrics(config)
    ]


def plugins() -> list[Plugin]:
    """Return every reader and metric registered, where it comes from, and its fault if it is broken."""
    groups: tuple[tuple[Literal["reader", "metric"], str], ...] = (
        ("reader", points.READERS),
        ("metric", points.METRICS),
    )
    found = []
    for group, name in groups:
        for point, holder in points.listed(name):
            package = points.owner(point)
            fault = _fault(point) if holder is point else f"name taken by {points.owner(holder)}"
            found.append(Plugin(group=group, name=point.name, package=package, fault=fault))
    return found


def _fault(point: EntryPoint) -> str:
    try:
        if point.group == points.METRICS:
            metric.from_package(point, points.load(point))
        else:
            packages.loaded(point)
    except PluginError as exc:
        return exc.message
    return ""

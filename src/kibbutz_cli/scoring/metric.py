"""A metric: one ``.sql`` file with a header that explains it, a query, and its evidence."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import EntryPoint
from importlib.resources import files
from pathlib import Path, PurePath
from types import ModuleType
from typing import Annotated, Literal, NamedTuple, Self, get_args

from pydantic import Field, ValidationError, model_validator

from kibbutz_cli import plugins
from kibbutz_cli.errors import ConfigError, EngineError, PluginError
from kibbutz_cli.model.report import PACE, Element
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import MetricRule
from kibbutz_cli.model.value import Value

EVIDENCE_MARK = "-- evidence"

Need = Literal[
    "dates",
    "weeks",
    "content",
    "replies",
    "ties",
    "two_sided",
    "threads",
    "answers",
    "responses",
    "exchanges",
    "newcomers",
    "value",
    "levels",
    "endorsements",
    "trusted",
    "moderation",
]
Measured = Literal["rate", "relative", "pace", "chance", "amount", "trust", "share"]
KINDS: tuple[str, ...] = get_args(Measured)
"""What a metric may be a measure of; see `Header`."""

SATURATED: tuple[Measured, ...] = ("amount", "trust", "pace")
"""Kinds of which a target says what full marks are; the ruler has those of ours."""

NO_TARGET = "header: target: expected the amount that gets full marks"

Line = Annotated[str, Field(min_length=1, max_length=200)]


class Header(Value):
    """The TOML in the leading comment of a metric's file.

    Attributes:
        element: The element it belongs to.
        kind: ``rate`` returns (member, hits, trials) and is shrunk towards the community;
            ``relative`` returns (member, hits, trials, expected), is shrunk towards the hits expected
            of anybody with the same mix of trials, and is told at the community's odds;
            ``pace`` returns (member, hits, weeks as trials), is shrunk towards the community's pace
            and saturated against the target, in hits a week;
            ``chance`` returns the same with its own prior inside; ``amount`` and ``trust`` return
            (member, amount, squares) and are saturated against the target; ``share`` returns
            (member, share, variance) and is taken as it is.
        unit: The unit of the value.
        needs: What the data must hold.
        says: One sentence a member understands; for ``{half_life_days}`` stands the ruler's number.
        source: Where the formula was published.
        fails: When it misleads.
        weight: Weight where the ruler does not name the metric.
        target: Target where the ruler does not name the metric; see `SATURATED`.
    """

    element: Element
    kind: Measured
    unit: Line
    needs: Annotated[list[Need], Field(min_length=1)]
    says: Line
    source: Line
    fails: Line
    weight: Annotated[float, Field(ge=0, le=1e6)] = 1
    target: Annotated[float, Field(gt=0, le=1e9)] | None = None

    @model_validator(mode="after")
    def _told_as_it_is_measured(self) -> Self:
        if (self.kind == "pace") != self.unit.endswith(PACE):
            raise ValueError(f"unit: a pace, and nothing else, ends in {PACE!r}")
        return self


class Metric(NamedTuple):
    """A metric, read and checked.

    Attributes:
        name: Its name: the file's name without ``.sql``.
        header: What it says of itself.
        query: The query that computes it.
        evidence: The query that returns (deed, amount) for the member in the table ``asked``.
        package: The distribution it came with, or the file.
    """

    name: str
    header: Header
    query: str
    evidence: str
    package: str

    @property
    def ours(self) -> bool:
        """Whether it came with kibbutz itself."""
        return self.package.partition(" ")[0] == "kibbutz-cli"

    @property
    def whence(self) -> str:
        """The distribution it came with, or the name of the file: where that lies is in no report."""
        return PurePath(self.package).name

    def rule(self, ruler: Ruler) -> MetricRule:
        """Return the ruler's weight and target of it, or its own where the ruler is silent."""
        return ruler.metrics.get(self.name) or MetricRule(
            weight=self.header.weight, target=self.header.target
        )


@contextmanager
def blamed(metric: Metric, what: str = "") -> Iterator[None]:
    """Tell what the engine cannot do as a fault of the metric, unless the metric is ours.

    Args:
        metric: Whose query is run.
        what: Which of its queries, for the message.

    Raises:
        PluginError: The query of a metric of another package, or of a file, failed.
    """
    try:
        yield
    except EngineError as exc:
        if metric.ours:
            raise
        raise faulty(metric, f"{what}{exc.message}") from exc


def faulty(metric: Metric, fault: str) -> PluginError:
    """Return the fault of a metric, with the package or file it came with."""
    return PluginError(f"metric {metric.name} ({metric.package}): {fault}", "mend it, or do without it")


def registered() -> list[Metric]:
    """Return every metric with an entry point, ours and those of others, by name.

    A broken one of another package is passed over: one package must not stop everybody's run.

    Raises:
        PluginError: One of ours is broken; the message names it.
    """
    found = []
    for point in plugins.points(plugins.METRICS):
        try:
            found.append(from_package(point, plugins.load(point)))
        except PluginError as exc:
            if plugins.ours(point):
                raise
            plugins.pass_over(point, exc)
    return found


def from_files(paths: Iterable[Path]) -> list[Metric]:
    """Return the metrics named in a configuration file.

    Raises:
        ConfigError: A file is missing or its header is wrong.
    """
    metrics = []
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as exc:
            raise ConfigError(f"{path}: cannot be read: expected a metric's .sql file") from exc
        try:
            metrics.append(parse(path.stem, text, str(path)))
        except ValueError as exc:
            raise ConfigError(f"{path}: {exc}") from exc
    return metrics


@cache
def parse(name: str, text: str, package: str) -> Metric:
    """Return the metric a text defines; the same text is read once.

    Raises:
        ValueError: The header or the two queries are not as expected; the message says what.
    """
    header_lines = []
    lines = text.splitlines()
    while lines and lines[0].startswith("--"):
        header_lines.append(lines.pop(0)[2:].strip())
    try:
        header = Header.model_validate(tomllib.loads("\n".join(header_lines)))
    except tomllib.TOMLDecodeError as exc:
        raise ValueError(f"header: expected TOML in the leading comment: {exc}") from exc
    except ValidationError as exc:
        fault = exc.errors()[0]
        # What is wrong of several keys together says itself of which, and has no place.
        place = f"{'.'.join(map(str, fault['loc']))}: " if fault["loc"] else ""
        raise ValueError(f"header: {place}{fault['msg'].removeprefix('Value error, ')}") from exc
    marks = [number for number, line in enumerate(lines) if line.strip() == EVIDENCE_MARK]
    if not marks:
        raise ValueError(f"expected a second query after a line {EVIDENCE_MARK!r}")
    query, evidence = lines[: marks[0]], lines[marks[0] + 1 :]
    return Metric(name, header, _statement(query), _statement(evidence), package)


def from_package(point: EntryPoint, package: object) -> Metric:
    """Return the metric that lies in a loaded package under its entry point's name.

    Raises:
        PluginError: There is no such file, or its header is wrong.
    """
    owner = plugins.owner(point)
    if not isinstance(package, ModuleType) or not hasattr(package, "__path__"):
        raise PluginError(
            f"metric {point.name} ({owner}): {point.value}: expected a package that holds {point.name}.sql"
        )
    told = f"metric {point.name} ({owner}): {point.name}.sql"
    try:
        text = (files(package) / f"{point.name}.sql").read_text(encoding="utf-8")
        found = parse(point.name, text, owner)
    except (OSError, ValueError) as exc:
        raise PluginError(f"{told}: {exc}") from exc
    if found.header.kind in SATURATED and not (plugins.ours(point) or found.header.target):
        raise PluginError(f"{told}: {NO_TARGET}")
    return found


def _statement(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip().removesuffix(";").strip()

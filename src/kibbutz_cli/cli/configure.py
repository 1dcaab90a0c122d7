"""The settings of one run: flags over environment over --config over the user's file over defaults.

Typer has already put the environment under the flags.
"""

import math
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from platformdirs import user_config_path
from pydantic import ValidationError

from kibbutz_cli import plugins
from kibbutz_cli.app.kept import keep
from kibbutz_cli.cli.names import ELEMENTS, choose, is_utf8, typed
from kibbutz_cli.cli.options import Backtesting, Machine, Measuring, Reading, Scoring
from kibbutz_cli.cli.tomlfile import Table, check, load, merged, reason, unknown
from kibbutz_cli.errors import UsageError
from kibbutz_cli.model.activity import EPOCH
from kibbutz_cli.model.backtest import Asked
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config, Settings
from kibbutz_cli.readers.canonical import FIELDS
from kibbutz_cli.readers.files.places import is_file, is_folder

END_YEAR = 2262
"""From this year on nothing is spoken of, and an end is none: of a moment thousands of years after the last
deed not every number is finite."""

MOST_WEEKS = 520
"""Ten years: no horizon and no step is longer."""

_NOTHING = Measuring()
_DAY = timedelta(days=1)
_END = (datetime(END_YEAR, 1, 1, tzinfo=UTC) - EPOCH) // timedelta(microseconds=1)
_COLUMNS = sorted(FIELDS)


def settings(
    reading: Reading, machine: Machine = _NOTHING, output: str | None = None, *, remade: bool = False
) -> Settings:
    """Return everything a use case needs besides the paths.

    Args:
        reading: What is read, and how.
        machine: What it is measured with, and on which part of the machine.
        output: Where ``-o`` writes: no file that is read is replaced.
        remade: The answer is a ruler, which may take the place of the one it is made from.

    Raises:
        UsageError: A value of an option cannot be understood, or ``-o`` names a file that is read.
        ConfigError: A configuration file or ruler is wrong.
    """
    measuring = machine if isinstance(machine, Measuring) else _NOTHING
    scoring = machine if isinstance(machine, Scoring) else Scoring()
    config = configured(reading.config, output, _limits(reading.limit))
    ruler = measured_by(measuring.ruler, config, None if remade else output)
    since = moment(reading.since, "--since")
    until = moment(reading.until, "--until", whole_day=True)
    if since is not None and until is not None and since > until:
        raise UsageError(f"--since {reading.since}: is after --until {reading.until}")
    given: Table = {
        "ruler": _weighted(ruler, measuring.weight),
        "config": config,
        "reader": _reader(reading.from_),
        "columns": _columns(reading.map),
        "as_of": _spoken_of(measuring.as_of, "--as-of"),
        "since": since,
        "until": until if until is None or until < _END else None,
        "strict": reading.strict,
        "max_errors": reading.max_errors,
        "memory": machine.memory or "",
        "threads": machine.threads or 0,
        "replay": scoring.replay,
        "sensitivity": scoring.sensitivity,
        "output": "" if output in (None, "-") else output,
        **_engine(machine),
    }
    return _checked(given)


def asked(given: Backtesting) -> Asked:
    """Return what a backtest is to look at.

    Raises:
        UsageError: A date or a number of weeks cannot be understood, two options contradict each other, or
            ``-o`` names the labels.
    """
    dates = [_spoken_of(each, "--at") for each in given.at or []]
    require_name(given.labels, "--labels")
    keep(given.output, filter(None, [given.labels]), "the labels")
    if given.every and len(dates) != 1:
        raise UsageError("--every: expected one --at, the first date", "such as --at 2023-01-01 --every 4w")
    return Asked(
        at=tuple(date for date in dates if date is not None),
        every_weeks=_weeks(given.every, "--every") or 0,
        horizon_weeks=_weeks(given.horizon, "--horizon"),
        labels=given.labels or "",
        everybody=given.all,
    )


def require_name(path: str | None, where: str) -> None:
    """Refuse an empty name: it comes from a variable that is not set, and means no default.

    Raises:
        UsageError: The path is empty.
    """
    if path == "":
        raise UsageError(f"{where}: expected a file, got an empty name")


def configured(path: str | None, output: str | None = None, limits: Table | None = None) -> Config:
    """Return the community's configuration over the user's own; who is not scored by either is not scored.

    What lies in a folder that the user may not enter is not the user's: under sudo or cron, HOME may be
    somebody else's.

    Raises:
        UsageError: The path is empty, or ``-o`` names a file of the configuration.
        ConfigError: A file is wrong.
    """
    require_name(path, "--config")
    own = user_config_path("kibbutz") / "config.toml"
    table: Table = {}
    for file in ([str(own)] if is_file(own) else []) + ([path] if path else []):
        keep(output, [file], "the configuration")
        table = _over(table, _config_table(file))
    keep(output, table.get("metrics", []), "a metric")
    return Config.model_validate(merged(table, {"limits": limits} if limits else {}))


def measured_by(path: str | None, config: Config | None = None, output: str | None = None) -> Ruler:
    """Return the default ruler with what a file says differently: the named one, or the configuration's.

    Raises:
        UsageError: The path is empty, or ``-o`` names the file.
        ConfigError: The file is wrong; the message names file, line and key.
    """
    require_name(path, "ruler")
    file = path or (config.ruler if config else None)
    if file is None:
        return Ruler()
    keep(output, [file], "the ruler")
    table, text = load(file)
    default = Ruler().model_dump(mode="json", exclude_none=True)
    extra = [Path(each).stem for each in config.metrics] if config else []
    known = sorted({*default["metrics"], *plugins.names(plugins.METRICS), *extra})
    metrics = table.get("metrics")
    for name in metrics if isinstance(metrics, dict) else ():
        if name not in known:
            raise unknown(file, text, ("metrics", name), known)
    return check(Ruler, merged(default, table), file, text)


def moment(text: str | None, option: str, *, whole_day: bool = False) -> int | None:
    """Return a date or time as microseconds UTC; with ``whole_day`` a bare date means its end.

    Raises:
        UsageError: It is no ISO 8601 date or time.
    """
    if text is None:
        return None
    try:
        bare = _is_date(text)
        when = datetime.fromisoformat(text)
        aware = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
        span = aware - EPOCH + (_DAY if bare and whole_day else timedelta())
    except (ValueError, OverflowError) as exc:
        hint = "such as 2024-06-30 or 2024-06-30T18:00+02:00"
        raise UsageError(f"{option} {text}: expected an ISO 8601 date or time", hint) from exc
    return span // timedelta(microseconds=1) - (1 if bare and whole_day else 0)


def _spoken_of(text: str | None, option: str) -> int | None:
    """Return the moment that is spoken of; a bare date means its end.

    Raises:
        UsageError: It is no ISO 8601 date or time, or too far away.
    """
    found = moment(text, option, whole_day=True)
    if found is not None and found >= _END:
        raise UsageError(f"{option} {text}: expected a date before {END_YEAR}")
    return found


def _is_date(text: str) -> bool:
    """Return whether a text is a date in any form of ISO 8601, without a time."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _config_table(path: str) -> Table:
    table, text = load(path)
    check(Config, table, path, text)
    folder = Path(path).parent
    if "ruler" in table:
        table["ruler"] = str(folder / table["ruler"])
    if "metrics" in table:
        table["metrics"] = [str(folder / each) for each in table["metrics"]]
    return table


def _over(under: Table, over: Table) -> Table:
    """Return one configuration over another; a wish to be left out is not taken back by another file."""
    below, above = under.get("exclude", {}), over.get("exclude", {})
    joined = {key: [*below.get(key, []), *above.get(key, [])] for key in {**below, **above}}
    exclude = {key: list(dict.fromkeys(entries)) for key, entries in joined.items()}
    return {**merged(under, over), "exclude": exclude}


def _limits(given: list[str] | None) -> Table:
    limits: Table = {}
    for name, value in _pairs(given, "--limit", "NAME=VALUE"):
        choose(name, sorted(Limits.model_fields), "--limit")
        limits[name] = _number(value, f"--limit {name}")
    try:
        Limits.model_validate(limits)
    except ValidationError as exc:
        fault = exc.errors()[0]
        raise UsageError(f"--limit {fault['loc'][0]}: {reason(fault['msg'])}") from exc
    return limits


def _weighted(ruler: Ruler, given: list[str] | None) -> Ruler:
    weights = {str(element): weight for element, weight in ruler.elements.items()}
    for name, value in _pairs(given, "--weight", "ELEMENT=W"):
        weights[choose(name, ELEMENTS, "--weight")] = _number(value, f"--weight {name}")
    if not given:
        return ruler
    try:
        return Ruler.model_validate({**ruler.model_dump(mode="json"), "elements": weights})
    except ValidationError as exc:
        fault = exc.errors()[0]
        which = [str(name) for name in fault["loc"] if name in weights]
        raise UsageError(f"{' '.join(['--weight', *which])}: {reason(fault['msg'])}") from exc


def _reader(name: str | None) -> str | None:
    return None if name is None else choose(name, plugins.names(plugins.READERS), "--from")


def _columns(given: list[str] | None) -> dict[str, str]:
    # A field may be given no column: the one that has its name means something else.
    pairs = [_halves(typed(each), "--map", "FIELD=COLUMN") for each in given or []]
    for field, column in pairs:
        if not is_utf8(column):
            raise UsageError(f"--map {field}={column}: not UTF-8: expected the name of a column")
    return {choose(field, _COLUMNS, "--map"): column for field, column in pairs}


def _weeks(text: str | None, option: str) -> int | None:
    if text is None:
        return None
    count = text.removesuffix("w")
    if not (count.isascii() and count.isdigit() and 1 <= int(count) <= MOST_WEEKS):
        raise UsageError(f"{option} {text}: expected weeks, such as 13w", f"1w to {MOST_WEEKS}w")
    return int(count)


def _engine(machine: Machine) -> Table:
    """Return what runs the SQL, and where it puts its scratch files."""
    if not isinstance(machine, Scoring) or machine.engine == "duckdb":
        if isinstance(machine, Scoring) and (machine.spark_master or machine.spark_conf):
            raise UsageError("--spark-master, --spark-conf: expected --engine spark beside them")
        return {"tmp": _folder(machine.tmp)}
    return {
        "engine": machine.engine,
        "spark_master": machine.spark_master or "",
        "spark_conf": dict(_pairs(machine.spark_conf, "--spark-conf", "KEY=VALUE")),
        # A folder on a cluster's file system is not here to be looked at.
        "tmp": machine.tmp if "://" in (machine.tmp or "") else _folder(machine.tmp),
    }


def _folder(path: str | None) -> str:
    if path and not is_folder(path):
        raise UsageError(f"--tmp {path}: expected a folder that exists and that you may enter")
    if path and not is_utf8(path):
        raise UsageError(f"--tmp {path}: not UTF-8: expected a folder whose path is")
    return path or ""


def _pairs(given: list[str] | None, option: str, shape: str) -> list[tuple[str, str]]:
    pairs = [_halves(each, option, shape) for each in given or []]
    for name, value in pairs:
        if not value:
            raise UsageError(f"{option} {name}=: expected {shape}")
    return pairs


def _halves(each: str, option: str, shape: str) -> tuple[str, str]:
    name, sign, value = each.partition("=")
    if not (name and sign):
        raise UsageError(f"{option} {each}: expected {shape}")
    return name, value


def _number(text: str, option: str) -> float:
    try:
        number = float(text)
    except ValueError as exc:
        raise UsageError(f"{option}: expected a number, got {text}") from exc
    if not math.isfinite(number):
        raise UsageError(f"{option}: expected a finite number, got {text}")
    return number


def _checked(given: Table) -> Settings:
    try:
        return Settings(**given)
    except ValidationError as exc:
        fault = exc.errors()[0]
        option = "--" + str(fault["loc"][0]).replace("_", "-")
        shapes = {
            "--memory": ("a size", "such as 512MB or 2GB"),
            "--max-errors": ("a count or a share", "such as 10, or 5%"),
        }
        shape, hint = shapes.get(option, ("", ""))
        why = f"expected {shape}" if shape else reason(fault["msg"])
        raise UsageError(f"{option} {fault['input']}: {why}", hint) from exc

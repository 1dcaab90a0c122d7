"""The options commands share: each declared once, in groups a command takes whole."""

import dataclasses
import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

import typer

from kibbutz_cli.cli.names import COLORS, CONVERSIONS, ELEMENTS, ENGINES, FORMATS, PAGES, VIEWS, one_of

INPUT, MEASURE, OUTPUT, MACHINE = "Input", "Measure", "Output", "Machine"
BACKTEST = "Backtest"
RULER = "A ruler; it need only say what differs; a list, as the ladder is, is replaced whole."


def _option(panel: str, *names: str, help: str, metavar: str = "", **more: Any) -> Any:  # noqa: A002 - Typer's word
    """Return a Typer option that an environment variable of its name can set."""
    variable = "KIBBUTZ_" + names[0].lstrip("-").replace("-", "_").upper()
    return typer.Option(
        *names, help=help, metavar=metavar or None, envvar=variable, rich_help_panel=panel, **more
    )


def _words(known: tuple[str, ...], where: str) -> dict[str, Any]:
    return {"callback": one_of(known, where), "autocompletion": lambda: list(known)}


Member: TypeAlias = Annotated[str, typer.Argument(metavar="MEMBER", help="An id, a handle or a name.")]
Many: TypeAlias = list[str] | None
Word: TypeAlias = str | None


Memory: TypeAlias = Annotated[
    Word,
    _option(MACHINE, "--memory", metavar="SIZE", help="Memory the engine may use; 3.4GB to 6.5GB by itself."),
]
Threads: TypeAlias = Annotated[
    int | None, _option(MACHINE, "--threads", metavar="N", help="Threads the engine may use.")
]
Scratch: TypeAlias = Annotated[
    Word, _option(MACHINE, "--tmp", metavar="FOLDER", help="Where the engine puts scratch files.")
]
Quiet: TypeAlias = Annotated[
    bool, _option(OUTPUT, "--quiet", "-q", help="No progress and no remarks on stderr.")
]
Color: TypeAlias = Annotated[
    str,
    _option(OUTPUT, "--color", metavar="|".join(COLORS), help="Default: auto.", **_words(COLORS, "--color")),
]
RawCsv: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--raw-csv",
        help="CSV cells as they are, even those a spreadsheet would run.",
        rich_help_panel=OUTPUT,
    ),
]


@dataclass(frozen=True)
class Reading:
    """What is read, and how."""

    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Exports: files, folders, archives; - is stdin."),
    ] = None
    from_: Annotated[
        Word,
        _option(
            INPUT,
            "--from",
            metavar="FORMAT",
            help="The format, when it is not recognised; see kibbutz formats.",
        ),
    ] = None
    map: Annotated[
        Many,
        _option(
            INPUT, "--map", metavar="FIELD=COLUMN", help="A field's column; FIELD= for none; repeatable."
        ),
    ] = None
    since: Annotated[
        Word,
        _option(INPUT, "--since", metavar="DATE", help="Leave out deeds before this date or time (UTC)."),
    ] = None
    until: Annotated[
        Word,
        _option(
            INPUT,
            "--until",
            metavar="DATE",
            help="Leave out deeds after this date (it counts whole) or time; from 2262 on: no end.",
        ),
    ] = None
    strict: Annotated[
        bool, _option(INPUT, "--strict", help="Refuse the run at the first record that cannot be understood.")
    ] = False
    max_errors: Annotated[
        Word,
        _option(INPUT, "--max-errors", metavar="N|P%", help="Refuse the run past so many set-aside records."),
    ] = None
    limit: Annotated[
        Many,
        _option(
            INPUT,
            "--limit",
            metavar="NAME=VALUE",
            help="Raise or lower a limit on what is read: bytes_in, bytes_out, ratio, members, line_bytes,"
            " depth, xml_depth, text_bytes or seconds; repeatable.",
        ),
    ] = None
    config: Annotated[
        Word,
        _option(
            INPUT, "--config", metavar="FILE", help="The community's kibbutz.toml; used only when named."
        ),
    ] = None


@dataclass(frozen=True)
class Machine:
    """How much of the machine a command may take."""

    memory: Memory = None
    threads: Threads = None
    tmp: Scratch = None


@dataclass(frozen=True)
class Measuring(Machine):
    """What it is measured with, and on which part of the machine."""

    as_of: Annotated[
        Word,
        _option(
            MEASURE,
            "--as-of",
            metavar="DATE",
            help="The moment to speak of; default: --until, or the last activity.",
        ),
    ] = None
    ruler: Annotated[Word, _option(MEASURE, "--ruler", metavar="FILE", help=RULER)] = None
    weight: Annotated[
        Many, _option(MEASURE, "--weight", metavar="ELEMENT=W", help="Weight of an element; repeatable.")
    ] = None


@dataclass(frozen=True)
class Scoring(Measuring):
    """What a community is scored with: a status may also have a history, and weights may be doubted."""

    replay: Annotated[
        bool,
        _option(
            MEASURE,
            "--replay",
            help="Evaluate the same data month by month: status gets a history. Takes several times as long.",
        ),
    ] = False
    sensitivity: Annotated[
        bool,
        _option(
            MEASURE,
            "--sensitivity",
            help="Say what ranks and statuses would be under other weights of the elements.",
        ),
    ] = False
    engine: Annotated[
        str,
        _option(
            MACHINE,
            "--engine",
            metavar="|".join(ENGINES),
            help="What runs the SQL: DuckDB here, or Spark, also on a cluster. Default: duckdb.",
            **_words(ENGINES, "--engine"),
        ),
    ] = "duckdb"
    spark_master: Annotated[
        Word,
        _option(MACHINE, "--spark-master", metavar="URL", help="Where Spark runs; default: this machine."),
    ] = None
    spark_conf: Annotated[
        Many, _option(MACHINE, "--spark-conf", metavar="KEY=VALUE", help="A setting of Spark; repeatable.")
    ] = None


@dataclass(frozen=True)
class Printing:
    """How an answer is printed."""

    format: Annotated[
        Word,
        _option(
            OUTPUT, "--format", metavar="|".join(VIEWS), help="Default: text.", **_words(VIEWS, "--format")
        ),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.", rich_help_panel=OUTPUT)] = (
        False
    )
    output: Annotated[
        Word,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here; its ending names the format.",
            rich_help_panel=OUTPUT,
        ),
    ] = None
    quiet: Quiet = False
    color: Color = "auto"


@dataclass(frozen=True)
class Writing(Machine):
    """What is written of the activities, and where."""

    output: Annotated[
        Word,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here; its ending names the format. - is stdout.",
            rich_help_panel=OUTPUT,
        ),
    ] = None
    format: Annotated[
        Word,
        _option(
            OUTPUT,
            "--format",
            metavar="FORMAT",
            help=f"One of {', '.join(CONVERSIONS)}; default: the ending of -o.",
            **_words(CONVERSIONS, "--format"),
        ),
    ] = None
    raw_csv: RawCsv = False
    quiet: Quiet = False
    color: Color = "auto"


@dataclass(frozen=True)
class Explaining(Printing):
    """How an explanation is printed."""

    element: Annotated[
        Word,
        _option(
            OUTPUT,
            "--element",
            metavar="ELEMENT",
            help=f"Look at one of {', '.join(ELEMENTS)}.",
            **_words(ELEMENTS, "--element"),
        ),
    ] = None


@dataclass(frozen=True)
class Backtesting(Printing):
    """Where a backtest stands, how far it looks, and how its answer is printed."""

    at: Annotated[
        Many,
        _option(
            BACKTEST,
            "--at",
            metavar="DATE",
            help="Fit at the end of this date; repeatable. Default: one horizon before the last deed.",
        ),
    ] = None
    every: Annotated[
        Word,
        _option(BACKTEST, "--every", metavar="WEEKS", help="Go on from --at in steps such as 4w."),
    ] = None
    horizon: Annotated[
        Word,
        _option(
            BACKTEST,
            "--horizon",
            metavar="WEEKS",
            help="Look so far ahead, such as 13w; presence then does too. Default: the ruler's.",
        ),
    ] = None
    labels: Annotated[
        Word,
        _option(
            BACKTEST,
            "--labels",
            metavar="FILE.csv",
            help="Columns member and label: what somebody else says of them. Without --at: fit on all data.",
        ),
    ] = None
    all: Annotated[
        bool,
        _option(BACKTEST, "--all", help="Look also at everybody, however thin the evidence."),
    ] = False
    format: Annotated[
        Word,
        _option(
            OUTPUT, "--format", metavar="|".join(PAGES), help="Default: text.", **_words(PAGES, "--format")
        ),
    ] = None


@dataclass(frozen=True)
class Reporting(Printing):
    """How a whole report is printed: more formats than the other answers have."""

    format: Annotated[
        Word,
        _option(
            OUTPUT,
            "--format",
            metavar="FORMAT",
            help=f"One of {', '.join(FORMATS)}; default: the ending of -o, or text.",
            **_words(FORMATS, "--format"),
        ),
    ] = None
    raw_csv: RawCsv = False
    element: Annotated[
        Word,
        _option(
            OUTPUT,
            "--element",
            metavar="ELEMENT",
            help=f"Look at one of {', '.join(ELEMENTS)}.",
            **_words(ELEMENTS, "--element"),
        ),
    ] = None
    member: Annotated[
        Many, _option(OUTPUT, "--member", metavar="MEMBER", help="Only this member; repeatable.")
    ] = None
    top: Annotated[
        int | None,
        _option(
            OUTPUT,
            "--top",
            metavar="N",
            min=0,
            help="So many members, without --member; 0 is all. Default: 20 for text and md, else all.",
        ),
    ] = None
    fail_under: Annotated[
        float | None,
        _option(
            OUTPUT,
            "--fail-under",
            metavar="X",
            min=0,
            max=100,
            help="Exit 1 if a --member's standing is lower, or none; without --member: the median standing.",
        ),
    ] = None


Output: TypeAlias = Annotated[
    Word, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of stdout.")
]
RulerFile: TypeAlias = Annotated[Word, _option("", "--ruler", metavar="FILE", help=RULER)]
ConfigFile: TypeAlias = Annotated[
    Word, _option("", "--config", metavar="FILE", help="A kibbutz.toml: its ruler and metrics.")
]
Community: TypeAlias = Annotated[
    Word, _option("", "--config", metavar="FILE", help="A kibbutz.toml: its metrics.")
]


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Return ``command`` with each parameter that is a group spread into the group's options."""
    groups: dict[str, Any] = {}
    spread: list[inspect.Parameter] = []
    for parameter in inspect.signature(command).parameters.values():
        if dataclasses.is_dataclass(parameter.annotation):
            groups[parameter.name] = parameter.annotation
            spread += [_parameter(field) for field in dataclasses.fields(parameter.annotation)]
        else:
            spread.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @functools.wraps(command)
    def gather(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group(**{field.name: given.pop(field.name) for field in dataclasses.fields(group)})
        command(**given)

    gather.__signature__ = inspect.Signature(spread)  # type: ignore[attr-defined]  # the way inspect is told
    gather.__annotations__ = {parameter.name: parameter.annotation for parameter in spread}
    return gather


def _parameter(field: dataclasses.Field[Any]) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(field.name, kind, default=field.default, annotation=field.type)

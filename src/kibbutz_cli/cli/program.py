"""The commands, put together; what importing this imports is what ``--help`` costs."""

import os
import sys
from typing import Annotated

import typer
from typer.main import get_command

from kibbutz_cli import __version__
from kibbutz_cli.cli import (
    backtest,
    completion,
    convert,
    explain,
    identities,
    init,
    inspection,
    listings,
    rulers,
    schema,
    score,
    streams,
)
from kibbutz_cli.cli.helping import HouseCommand, HouseGroup, usage_fault
from kibbutz_cli.errors import UsageError

EXAMPLES = """\
kibbutz score blog.xml
kibbutz score slack-export.zip --since 2024-01-01 -o report.json
kibbutz explain alice blog.xml
kibbutz inspect downloads/*.zip"""

program = typer.Typer(
    cls=HouseGroup,
    help="Who carries this community, and how sure are we? Earned status from exported activity.\n\n"
    "Most options have a variable: KIBBUTZ_FORMAT for --format. "
    "Nothing here touches the network but --engine spark, where you send it.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kibbutz {__version__}")
        raise typer.Exit


@program.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Declare what may stand before a command."""


def _add(name: str, command: object, examples: str, to: typer.Typer = program) -> None:
    to.command(name, cls=HouseCommand, epilog=examples)(command)  # type: ignore[type-var]  # a command is callable


_add("score", score.score, score.EXAMPLES)
_add("explain", explain.explain, explain.EXAMPLES)
_add("inspect", inspection.inspect, inspection.EXAMPLES)
_add("convert", convert.convert, convert.EXAMPLES)
_add("backtest", backtest.backtest, backtest.EXAMPLES)
program.add_typer(identities.group, name="identities")
_add("formats", listings.formats, "kibbutz formats\nkibbutz formats --json")
_add("element", listings.element, "kibbutz element\nkibbutz element social")
_add("schema", schema.schema, schema.EXAMPLES)
program.add_typer(rulers.group, name="ruler")
_add("init", init.init, "kibbutz init\nkibbutz score blog.xml --config kibbutz.toml")
_add("plugins", listings.plugins, "kibbutz plugins\nkibbutz plugins --json")
_add("doctor", listings.doctor, "kibbutz doctor")
program.add_typer(completion.group, name="completion")


def run(args: list[str]) -> int:
    """Run one command line and return its exit code; faults of the world are raised."""
    command = get_command(program)
    # Typer's own two completion options would import pydantic on every run; we have a command instead.
    command.params = [param for param in command.params if not param.name.endswith("_completion")]
    if "_KIBBUTZ_COMPLETE" in os.environ:
        command.main(args, prog_name="kibbutz")
    usage_error: type[Exception] = typer.BadParameter.__mro__[1]
    try:
        with command.make_context("kibbutz", args, color=streams.coloured(sys.stdout)) as context:
            command.invoke(context)
    except typer.Exit as exc:
        return exc.exit_code
    except usage_error as exc:
        raise UsageError(*usage_fault(exc)) from exc
    return 0

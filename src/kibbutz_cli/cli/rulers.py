"""``kibbutz ruler``: the numbers members are measured with."""

from pathlib import PurePath
from typing import Annotated

import typer

from kibbutz_cli.cli import answers
from kibbutz_cli.cli.helping import HouseCommand, HouseGroup
from kibbutz_cli.cli.names import ENDINGS, choose, named_by
from kibbutz_cli.cli.options import (
    Community,
    ConfigFile,
    Measuring,
    Output,
    Printing,
    Reading,
    RulerFile,
    grouped,
)
from kibbutz_cli.errors import UsageError

EXAMPLES = """\
kibbutz ruler show
kibbutz ruler show --format toml -o my-ruler.toml
kibbutz ruler check my-ruler.toml
kibbutz ruler calibrate forum.csv -o my-ruler.toml
kibbutz ruler diff default my-ruler.toml"""

DEFAULT = "default"
"""What the ruler that everything starts from is called on the command line."""

_WAYS = ("text", "json", "toml")

group = typer.Typer(
    cls=HouseGroup,
    help="Show the ruler, check one of your own, or make one.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
)


@group.command("show", cls=HouseCommand, epilog="\n".join(EXAMPLES.splitlines()[:2]))
def show(
    ruler: RulerFile = None,
    format: Annotated[  # noqa: A002 - it is what the option is called
        str | None,
        typer.Option("--format", metavar="|".join(_WAYS), help="Default: the ending of -o, or text."),
    ] = None,
    output: Output = None,
    config: ConfigFile = None,
) -> None:
    """Show every weight, target and rung of the ruler in force."""
    way = _way(format, output)
    from kibbutz_cli.cli.configure import configured, measured_by  # heavy
    from kibbutz_cli.reports.data import to_json, to_toml
    from kibbutz_cli.reports.listings import render_ruler

    found = measured_by(ruler, configured(config, output), output)
    match way:
        case "json":
            answers.give_data(to_json(found), output)
        case "toml":
            answers.give_data(to_toml(found), output)
        case _:
            answers.give(answers.drawn(lambda console: render_ruler(found, console), output), output)


@group.command("check", cls=HouseCommand, epilog=EXAMPLES.splitlines()[2])
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A ruler, or what differs in it.")],
    config: Community = None,
) -> None:
    """Check a ruler file, and print its name and its hash."""
    from kibbutz_cli.cli.configure import configured, measured_by  # heavy

    found = measured_by(file, configured(config))
    answers.give(f"{file}: sound; {found.name} {found.version}, {found.sha256}\n")


@group.command("calibrate", cls=HouseCommand, epilog=EXAMPLES.splitlines()[3])
@grouped
def calibrate(
    context: typer.Context,
    reading: Reading,
    measuring: Measuring,
    output: Output = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")] = False,
) -> None:
    """Make a ruler whose full marks are what nine of ten active members here do not pass."""
    paths = answers.inputs(context, reading, output)
    if output not in (None, "-") and PurePath(output or "").suffix.lower() != ".toml":
        raise UsageError(f"-o {output}: expected .toml: a ruler is read again")
    from kibbutz_cli.app import rulers as app  # help must not wait for the engine
    from kibbutz_cli.cli.configure import settings
    from kibbutz_cli.reports.data import to_toml

    run = settings(reading, measuring, output, remade=True)
    printing = Printing(quiet=quiet)
    with answers.progress(printing) as notify:
        made = app.calibrate(paths, run, notify)
    answers.give_data(to_toml(made.ruler), output)
    answers.mention(made, printing)


@group.command("diff", cls=HouseCommand, epilog=EXAMPLES.splitlines()[4])
@grouped
def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="A ruler; default is the default one.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="Another ruler.")],
    printing: Printing,
    config: Community = None,
) -> None:
    """Show the numbers in which two rulers differ."""
    answers.view_format(printing)
    from kibbutz_cli.app import rulers as app  # help must not wait for the engine
    from kibbutz_cli.cli.configure import configured, measured_by
    from kibbutz_cli.model.ruler import Ruler
    from kibbutz_cli.reports.listings import render_differences

    community = configured(config, printing.output)
    first, second = (
        Ruler() if name == DEFAULT else measured_by(name, community, printing.output)
        for name in (before, after)
    )
    found = app.differences(first, second)
    answers.show(found, lambda console: render_differences(found, console), printing)


def _way(given: str | None, output: str | None) -> str:
    if given is not None:
        return choose(given, _WAYS, "--format")
    return "text" if output in (None, "-") else named_by(output or "", ENDINGS, _WAYS)

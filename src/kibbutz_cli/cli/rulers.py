"""``kibbutz ruler``: the numbers members are measured with."""

from typing import Annotated

import typer

from kibbutz_cli.cli import answers
from kibbutz_cli.cli.helping import HouseCommand, HouseGroup
from kibbutz_cli.cli.names import choose
from kibbutz_cli.cli.options import Output, RulerFile
from kibbutz_cli.errors import UsageError

EXAMPLES = """\
kibbutz ruler show
kibbutz ruler show --format toml -o my-ruler.toml
kibbutz ruler check my-ruler.toml"""

_WAYS = ("text", "json", "toml")

group = typer.Typer(
    cls=HouseGroup, help="Show the ruler, or check one of your own.", epilog=EXAMPLES, rich_markup_mode=None
)


@group.command("show", cls=HouseCommand, epilog="\n".join(EXAMPLES.splitlines()[:2]))
def show(
    ruler: RulerFile = None,
    format: Annotated[  # noqa: A002 - it is what the option is called
        str | None,
        typer.Option("--format", metavar="|".join(_WAYS), help="Default: the ending of -o, or text."),
    ] = None,
    output: Output = None,
) -> None:
    """Show every weight, target and rung."""
    way = _way(format, output)
    from kibbutz_cli.cli.configure import measured_by  # heavy
    from kibbutz_cli.reports.data import to_json, to_toml
    from kibbutz_cli.reports.listings import render_ruler

    found = measured_by(ruler)
    match way:
        case "json":
            text = to_json(found)
        case "toml":
            text = to_toml(found)
        case _:
            text = answers.drawn(lambda console: render_ruler(found, console), output)
    answers.give(text, output)


@group.command("check", cls=HouseCommand, epilog=EXAMPLES.splitlines()[2])
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A ruler, or what differs in it.")],
) -> None:
    """Check a ruler file, and print its name and its hash."""
    from kibbutz_cli.cli.configure import measured_by  # heavy

    found = measured_by(file)
    answers.give(f"{file}: sound; {found.name} {found.version}, {found.sha256}\n")


def _way(given: str | None, output: str | None) -> str:
    if given is not None:
        return choose(given, _WAYS, "--format")
    if output in (None, "-"):
        return "text"
    ending = (output or "").rpartition(".")[2].lower()
    if ending not in ("json", "toml", "txt"):
        raise UsageError(f"-o {output}: its ending names no format: expected .json, .toml or .txt")
    return "text" if ending == "txt" else ending

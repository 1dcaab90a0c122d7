"""``kibbutz identities``: which handles may belong to one person."""

from dataclasses import dataclass
from typing import Annotated

import typer

from kibbutz_cli.cli import answers
from kibbutz_cli.cli.helping import HouseCommand, HouseGroup
from kibbutz_cli.cli.names import JOINS, one_of
from kibbutz_cli.cli.options import OUTPUT, Machine, Printing, Reading, grouped

EXAMPLES = """\
kibbutz identities suggest blog.xml archive.zip
kibbutz identities suggest list.mbox project.gitlog.txt -o identities.toml
kibbutz identities suggest downloads --config kibbutz.toml --json"""

group = typer.Typer(
    cls=HouseGroup,
    help="Find handles that may belong to one person.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
)


@dataclass(frozen=True)
class Suggesting(Printing):
    """How suggested joins are printed: also as what a configuration takes."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(JOINS),
            help="Default: the ending of -o, or text.",
            envvar="KIBBUTZ_FORMAT",
            callback=one_of(JOINS, "--format"),
            autocompletion=lambda: list(JOINS),
            rich_help_panel=OUTPUT,
        ),
    ] = None


@group.callback()
def _root() -> None:
    """Declare nothing: a group of one command is a group all the same."""


@group.command("suggest", cls=HouseCommand, epilog=EXAMPLES)
@grouped
def suggest(context: typer.Context, reading: Reading, machine: Machine, printing: Suggesting) -> None:
    """Suggest joins of handles from what the exports declare, as [identities] for you to edit.

    With --since or --until, of the handles that are met in that window.
    """
    paths = answers.inputs(context, reading, printing.output)
    way = answers.joins_format(printing)
    from kibbutz_cli.app import identities as app  # help must not wait for the engine
    from kibbutz_cli.cli.configure import settings
    from kibbutz_cli.reports.identities import fragment, render_suggestions

    run = settings(reading, machine, printing.output)
    with answers.progress(printing) as notify:
        found = app.suggest_identities(paths, run, notify)
    if way == "toml":
        answers.give_data(fragment(found), printing.output)
    elif way == "json":
        from kibbutz_cli.reports.data import to_json

        answers.give_data(to_json(found), printing.output)
    else:
        text = answers.drawn(lambda console: render_suggestions(found, console), printing.output)
        answers.give(text, printing.output)
    answers.mention(found, printing)

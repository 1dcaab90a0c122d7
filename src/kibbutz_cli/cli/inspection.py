"""``kibbutz inspect``: what an input holds, before any score."""

from typing import TYPE_CHECKING

import typer

from kibbutz_cli.cli import answers
from kibbutz_cli.cli.options import Machine, Printing, Reading, grouped

if TYPE_CHECKING:
    from rich.console import Console

EXAMPLES = """\
kibbutz inspect blog.xml
kibbutz inspect downloads/*.zip --json
cat posts.csv | kibbutz inspect - --from tables"""


@grouped
def inspect(context: typer.Context, reading: Reading, machine: Machine, printing: Printing) -> None:
    """Inspect exports: which format, how many records, what is set aside, what could be scored.

    With --since or --until, what they hold and what could be scored is of that window; what came of the
    records is of the whole.
    """
    paths = answers.inputs(context, reading, printing.output)
    answers.view_format(printing)
    from kibbutz_cli.app import inspect as app  # help must not wait for the engine
    from kibbutz_cli.cli.configure import settings

    run = settings(reading, machine, printing.output)
    with answers.progress(printing) as notify:
        found = app.inspect(paths, run, notify)

    def draw(console: "Console") -> None:
        from kibbutz_cli.reports.listings import render_inspection  # heavy

        render_inspection(found, console)

    answers.show(found, draw, printing)
    answers.mention_rejections(found.sources, printing)
    answers.mention_unknown(found.unknown_names, printing)

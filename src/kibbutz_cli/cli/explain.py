"""``kibbutz explain``: why a member stands where they stand."""

import typer

from kibbutz_cli.cli import answers
from kibbutz_cli.cli.names import typed
from kibbutz_cli.cli.options import Explaining, Measuring, Member, Reading, grouped

EXAMPLES = """\
kibbutz explain alice blog.xml
kibbutz explain wordpress:alice blog.xml --element commitment
kibbutz explain alice blog.xml --json"""


@grouped
def explain(
    context: typer.Context, member: Member, reading: Reading, measuring: Measuring, explaining: Explaining
) -> None:
    """Explain a standing: from element to metric to the deeds behind it, and what the next rung asks."""
    paths = answers.inputs(context, reading, explaining.output)
    answers.view_format(explaining)
    from kibbutz_cli.app import explain as app  # help must not wait for the engine
    from kibbutz_cli.cli.configure import settings
    from kibbutz_cli.reports.explanation import narrowed, render_explanation

    run = settings(reading, measuring, explaining.output)
    with answers.progress(explaining) as notify:
        whole = app.explain(typed(member), paths, run, notify)
    why = narrowed(whole, explaining.element)
    answers.show(why, lambda console: render_explanation(why, console), explaining)
    answers.mention(why, explaining)

"""``kibbutz formats``, ``element``, ``plugins`` and ``doctor``: what the program can tell of itself."""

from typing import Annotated

import typer

from kibbutz_cli.cli import answers
from kibbutz_cli.cli.names import ELEMENTS, choose
from kibbutz_cli.cli.options import ConfigFile, Printing, RulerFile, grouped


@grouped
def formats(printing: Printing) -> None:
    """List the formats that can be read, and how to get such an export."""
    from kibbutz_cli.app import about as app  # help must not wait for the engine
    from kibbutz_cli.reports.listings import render_formats

    found = app.formats()
    answers.show(found, lambda console: render_formats(found, console), printing)
    answers.mention_passed_over(printing)


@grouped
def element(
    printing: Printing,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help=f"One of {', '.join(ELEMENTS)}; without: all.")
    ] = None,
    ruler: RulerFile = None,
    config: ConfigFile = None,
) -> None:
    """Explain an element, or all five: its metrics, what each says, and when it misleads."""
    wanted = ELEMENTS if name is None else (choose(name, ELEMENTS, "element"),)
    from kibbutz_cli.app import about as app  # help must not wait for the engine
    from kibbutz_cli.cli.configure import configured, measured_by
    from kibbutz_cli.reports.listings import render_cards

    community = configured(config, printing.output)
    measures = measured_by(ruler, community, printing.output)
    cards = [card for card in app.metric_cards(measures, community) if card.element in wanted]
    answers.show(cards, lambda console: render_cards(cards, console), printing)
    answers.mention_passed_over(printing)


@grouped
def plugins(printing: Printing) -> None:
    """List readers and metrics, the package each comes from, and what is broken."""
    from kibbutz_cli.app import about as app  # help must not wait for the engine
    from kibbutz_cli.reports.listings import render_plugins

    found = app.plugins()
    answers.show(found, lambda console: render_plugins(found, console), printing)


@grouped
def doctor(printing: Printing) -> None:
    """Check the installation; exits with 1 when something is not sound."""
    from kibbutz_cli.app import doctor as app  # help must not wait for the engine
    from kibbutz_cli.reports.listings import render_checks

    checks = app.doctor()
    answers.show(checks, lambda console: render_checks(checks, console), printing)
    if not all(check.sound for check in checks):
        raise typer.Exit(1)

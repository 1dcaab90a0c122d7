"""``kibbutz backtest``: does it predict what came after, and better than counting?"""

import typer

from kibbutz_cli.cli import answers
from kibbutz_cli.cli.options import Backtesting, Measuring, Reading, grouped

EXAMPLES = """\
kibbutz backtest forum.csv
kibbutz backtest forum.csv --at 2023-06-30 --horizon 13w
kibbutz backtest forum.csv --at 2022-01-02 --every 4w -o backtest.json
kibbutz backtest forum.csv --labels moderators.csv"""


@grouped
def backtest(
    context: typer.Context, reading: Reading, measuring: Measuring, backtesting: Backtesting
) -> None:
    """Fit at a date, look at what came after: does it predict, and better than counting?"""
    paths = answers.inputs(context, reading, backtesting.output)
    way = answers.page_format(backtesting)
    from kibbutz_cli.app import backtest as app  # help must not wait for the engine
    from kibbutz_cli.cli.configure import asked, settings
    from kibbutz_cli.reports.backtest import backtest_markdown, render_backtest

    run, wanted = settings(reading, measuring, backtesting.output), asked(backtesting)
    with answers.progress(backtesting) as notify:
        found = app.backtest(paths, run, wanted, notify)
    if way == "md":
        answers.give_data(backtest_markdown(found), backtesting.output)
    else:
        answers.show(found, lambda console: render_backtest(found, console), backtesting)
    answers.mention(found, backtesting)

"""Does it predict what came after, and better than counting? The backtest for people."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kibbutz_cli.model.backtest import BacktestReport, Prediction, Question
from kibbutz_cli.reports.closing import bounds, not_scored
from kibbutz_cli.reports.drawing import NONE, Glyphs, glyphs, interval
from kibbutz_cli.reports.header import facts
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.sheets import prose
from kibbutz_cli.reports.wording import count, counted, listed

ASKS = "Does it predict what came after, and better than counting?"
WIDE = 118
"""From this width on there is room for bars, Brier scores and the correlation with how much came."""

MEASURES = {"auc": "AUC", "spearman": "Rho"}
SHORT = {"beats": "beats", "does not beat": "below", "cannot be told apart": "same"}

LEGEND = {
    "auc": "AUC: how often one for whom it came has the higher value than one for whom it did not; "
    "0.5 is a coin.",
    "spearman": "Rho: Spearman's rank correlation; 1 is the same order, 0 none.",
}


def render_backtest(report: BacktestReport, console: Console) -> None:
    """Print the answer to each question first, then every figure behind it."""
    console.print(Text(ASKS, style="bold"))
    for question in report.questions:
        said = Text(f"{subject(question)}: ", style="bold")
        console.print(said + Text(safe(question.answer), style="not bold"))
    console.print()
    console.print(facts(list(circumstances(report))))
    console.print()
    for question in report.questions:
        if question.predictions:
            _question(question, console)
    _legend(report, console)
    not_scored(report.metrics, console)
    bounds(report.limits, console)


def _legend(report: BacktestReport, console: Console) -> None:
    asked = [question for question in report.questions if question.predictions]
    lines = [LEGEND[measure] for measure in sorted({question.measure for question in asked})]
    if any(question.rows != question.members for question in asked):
        lines.append("A row is a member at a date.")
    if any(question.replicates for question in asked):
        lines.append(
            f"Intervals are {100 * report.interval:.0f} %, from members drawn again with seed {report.seed}; "
            "a difference is taken on the same draws."
        )
    if console.width >= WIDE and any(question.measure == "auc" for question in asked):
        lines.append(
            "Brier: squared error of the chance a rising curve gives, learnt on other members. "
            "Amount: rank correlation with how much came."
        )
    for line in lines:
        console.print(Text(line))
    console.print()


def subject(question: Question) -> str:
    """Return what a question asks, as the start of a line."""
    asks = safe(question.asks)
    whom = "" if question.population == "standing" else ", everybody"
    return asks[:1].upper() + asks[1:] + whom


def circumstances(report: BacktestReport) -> Iterator[tuple[str, str]]:
    """Yield the facts around a backtest: source, dates, horizon, members, ruler, labels."""
    records = sum(source.records for source in report.sources)
    files = listed((source.path.rstrip("/").rsplit("/", 1)[-1] for source in report.sources), 3)
    yield "source", f"{files}, {count(records, 'record')}"
    first, last = report.dates[0], report.dates[-1]
    if len(report.dates) == 1:
        yield "fitted", f"at {first.at[:10]}" + ("" if first.until else ", all of the data")
    else:
        yield "fitted", f"at {count(len(report.dates), 'date')}, {first.at[:10]} to {last.at[:10]}"
    if first.until:
        yield "horizon", f"{count(report.horizon_weeks, 'week')}; the last ends {last.until[:10]}"
    yield "members", f"{last.members:,}, {last.standings:,} with a standing, at the last date"
    if labels := report.labels:
        missed = counted({"unknown": labels.unknown, "of several members": labels.ambiguous})
        named = f" ({listed(labels.first, len(labels.first))})" if labels.first else ""
        yield (
            "labels",
            f"{labels.matched:,} of {labels.labels:,} matched" + (f"; {missed}{named}" if missed else ""),
        )
    ruler = report.ruler
    yield (
        "ruler",
        f"{safe(ruler.name)} {safe(ruler.version)} ({ruler.sha256[:12]})"
        + (f", presence looks {count(report.horizon_weeks, 'week')} ahead" if first.until else ""),
    )


def figures(question: Question) -> str:
    """Return how many rows a question has, for how many it came, and how often they were drawn, if at all."""
    whom = count(question.members, "member") if question.population == "everybody" else ""
    whom = whom or count(question.members, "member with a standing", "members with a standing")
    rows = f", {question.rows:,} rows in all" if question.rows != question.members else ""
    came = "" if question.positives is None else f"; it came {count(question.positives, 'time')}"
    drawn = f"; drawn {count(question.replicates, 'time')}" if question.replicates else ""
    return f"{whom}{rows}{came}{drawn}"


def name(each: Prediction) -> str:
    """Return what a prediction is called: a metric by its name, all else in words."""
    if each.family == "metric":
        return safe(each.name)
    title = safe(each.name).replace("_", " ")
    return title if each.family == "baseline" else title.capitalize()


def against(each: Prediction, question: Question) -> tuple[str, str]:
    """Return the difference to the best baseline with its interval, and the word for it."""
    if _is_best(each, question):
        return "", "best"
    if (apart := each.difference) is None:
        return "", ""
    return f"{apart.value:+.2f} ({apart.low:+.2f} to {apart.high:+.2f})", SHORT[apart.verdict]


def _is_best(each: Prediction, question: Question) -> bool:
    # A metric and a baseline may share a name.
    return each.family == "baseline" and each.name == question.best_baseline


def _question(question: Question, console: Console) -> None:
    console.print(Text(subject(question), style="bold"))
    console.print(Text(figures(question)))
    wide = console.width >= WIDE
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("", no_wrap=True, min_width=18)
    for title in ("Rows", MEASURES[question.measure]):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("Interval", no_wrap=True)
    for title in ["", "Brier", "Amount"] if wide else []:
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column(f"Against {safe(question.best_baseline).replace('_', ' ')}", no_wrap=True)
    table.add_column("", no_wrap=True)
    families = [each.family for each in question.predictions]
    for place, each in enumerate(question.predictions):
        if each.family == "baseline" and "baseline" not in families[:place]:
            table.add_row(Text("Counting", style="dim"))
        table.add_row(*_row(each, question, console))
    console.print(table)
    _chances(question, console)
    console.print()


def _row(each: Prediction, question: Question, console: Console) -> list[Text]:
    indent = "  " if each.family in ("metric", "baseline") else ""
    cells = [Text(indent + name(each), style="bold" if each.family == "standing" else "")]
    cells += [Text(f"{each.rows:,}"), Text(_figure(each.value)), Text(_ends(each))]
    if console.width >= WIDE:
        brier = "" if each.brier is None else f"{each.brier:.3f}"
        cells += [_bar(each, glyphs(console)), Text(brier), Text(_figure(each.amount_correlation, ""))]
    apart, word = against(each, question)
    return [*cells, Text(apart), Text(word, style="bold" if word in ("beats", "best") else "")]


def _figure(value: float | None, none: str = NONE) -> str:
    return none if value is None else f"{value:.2f}"


def _ends(each: Prediction) -> str:
    return "" if each.low is None or each.high is None else f"{each.low:.2f} to {each.high:.2f}"


def _bar(each: Prediction, using: Glyphs) -> Text:
    if each.value is None or each.low is None or each.high is None:
        return Text("")
    return interval(each.low, each.value, each.high, 15, using)


def _chances(question: Question, console: Console) -> None:
    """Print how far the chances can be taken at their word."""
    for each in question.predictions:
        if (told := each.calibration) is None:
            continue
        console.print()
        counted = [one for one in question.predictions if _is_best(one, question)]
        best = counted[0].brier if counted else None
        compared = "" if best is None else f", {best:.3f} for a curve fitted to the best baseline"
        alone = told.came * (1 - told.came)
        console.print(
            Text(f"{safe(each.name)} taken at its word: ", style="bold")
            + Text(
                f"told {told.told:.0%}, came {told.came:.0%}; off by {told.error:.3f} on average. "
                f"Brier {told.brier:.3f}{compared}, {alone:.3f} for the overall share alone.",
                style="not bold",
            )
        )
        console.print(_bins(each))


def _bins(each: Prediction) -> Table:
    table = Table.grid(padding=(0, 2), pad_edge=False)
    for justify in ("left", "right", "right", "right"):
        table.add_column(justify=justify, no_wrap=True)
    table.add_row("  chance", "rows", "told", "came", style="dim")
    for row in each.calibration.bins if each.calibration else []:
        table.add_row(
            f"  {row.low:.1f} to {row.high:.1f}", f"{row.rows:,}", f"{row.told:.2f}", f"{row.came:.2f}"
        )
    return table


def backtest_markdown(report: BacktestReport) -> str:
    """Return the backtest as a Markdown page: the answers, the circumstances, a table a question."""
    lines = [f"# {ASKS}", ""]
    lines += [f"* {prose(subject(each))}: {prose(each.answer)}" for each in report.questions]
    lines += ["", *(f"* {title}: {prose(fact)}" for title, fact in circumstances(report))]
    for question in filter(lambda each: each.predictions, report.questions):
        lines += ["", f"## {prose(subject(question))}", "", f"{prose(figures(question))}.", ""]
        lines += [f"| | Rows | {MEASURES[question.measure]} | Interval | Brier | Against the best | |"]
        lines += ["| :--- | ---: | ---: | :---: | ---: | :--- | :--- |"]
        lines += [_line(each, question) for each in question.predictions]
    return "\n".join([*lines, "", *(f"* {prose(limit)}" for limit in report.limits)]) + "\n"


def _line(each: Prediction, question: Question) -> str:
    """Return a prediction as a row of a Markdown table."""
    brier = "" if each.brier is None else f"{each.brier:.3f}"
    family = "counting: " if each.family == "baseline" else ""
    cells = [family + prose(name(each)), f"{each.rows:,}", _figure(each.value, ""), _ends(each), brier]
    return "| " + " | ".join([*cells, *against(each, question)]) + " |"

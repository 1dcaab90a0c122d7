"""Does it predict what came after, and better than counting? The backtest for people."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kibbutz_cli.model.backtest import BacktestReport, Difference, Prediction, Question
from kibbutz_cli.reports.closing import bounds, not_scored
from kibbutz_cli.reports.drawing import NONE, Glyphs, glyphs, interval
from kibbutz_cli.reports.header import facts
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.sheets import prose
from kibbutz_cli.reports.wording import count, counted, listed

ASKS = "Does it predict what came after, and better than counting?"
WIDE = 110
"""From this width on there is room for bars and Brier scores."""

MEASURES = {"auc": "AUC", "spearman": "Spearman"}
POPULATIONS = {"standing": "members with a standing", "everybody": "everybody"}

LEGEND = {
    "auc": "AUC: the chance that one for whom it came has the higher value; 0.5 is a coin.",
    "spearman": "Spearman: 1 is the same order, 0 none, -1 the reverse.",
}


def render_backtest(report: BacktestReport, console: Console) -> None:
    """Print the answer to each question first, then every figure behind it."""
    console.print(Text(ASKS, style="bold"))
    for question in report.questions:
        console.print(Text(f"{subject(question)}: {safe(question.answer)}"))
    console.print()
    console.print(facts(list(circumstances(report))))
    console.print()
    for question in report.questions:
        _question(question, console)
    for measure in sorted({question.measure for question in report.questions}):
        console.print(Text(LEGEND[measure]))
    sure = f"{report.interval:.0%}".replace("%", " %")
    console.print(Text(f"In brackets the {sure} interval; to the right the difference to the best baseline."))
    console.print()
    not_scored(report.metrics, console)
    bounds(report.limits, console)


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
    """Return how many rows a question has, and for how many it came."""
    whom = POPULATIONS[question.population]
    rows = f"{question.rows:,} rows of " if question.rows != question.members else ""
    came = "" if question.positives is None else f", {question.positives:,} came"
    return f"{rows}{count(question.members, 'member')}{came}; {whom}; drawn {question.replicates:,} times"


def name(each: Prediction) -> str:
    """Return what a prediction is called: baselines and the standing as they are, metrics indented."""
    title = safe(each.name).replace("_", " ")
    match each.family:
        case "element" | "standing":
            return title.capitalize()
        case "metric":
            return f"  {safe(each.name)}"
    return f"count: {title}"


def against(difference: Difference | None, best: bool) -> tuple[str, str]:
    """Return a difference with its interval, and the word for it."""
    if best:
        return "", "best baseline"
    if difference is None:
        return "", ""
    word = {"beats": "beats it", "does not beat": "below it", "cannot be told apart": "same"}
    apart = f"{difference.value:+.2f} ({difference.low:+.2f} to {difference.high:+.2f})"
    return apart, word[difference.verdict]


def _question(question: Question, console: Console) -> None:
    console.print(Text(subject(question), style="bold"))
    console.print(Text(figures(question), style="dim"))
    using = glyphs(console)
    wide = console.width >= WIDE
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    titles = ["", "Rows", MEASURES[question.measure], "Interval", *(["", "Brier"] if wide else [])]
    for title in [*titles, "Against the best", ""]:
        right = title in ("Rows", "Brier", MEASURES[question.measure])
        table.add_column(title, justify="right" if right else "left", no_wrap=True)
    for each in question.predictions:
        table.add_row(*_row(each, question, using, wide=wide))
    console.print(table)
    _chances(question, console)
    console.print()


def _row(each: Prediction, question: Question, using: Glyphs, *, wide: bool) -> list[Text]:
    value = NONE if each.value is None else f"{each.value:.2f}"
    ends = "" if each.low is None or each.high is None else f"{each.low:.2f} to {each.high:.2f}"
    cells = [Text(name(each), style="bold" if each.family == "standing" else ""), Text(f"{each.rows:,}")]
    cells += [Text(value), Text(ends)]
    if wide:
        cells += [_bar(each, using), Text("" if each.brier is None else f"{each.brier:.3f}")]
    best = each.family == "baseline" and each.name == question.best_baseline
    return [*cells, *(Text(said) for said in against(each.difference, best))]


def _bar(each: Prediction, using: Glyphs) -> Text:
    if each.value is None or each.low is None or each.high is None:
        return Text("")
    return interval(each.low, each.value, each.high, 20, using)


def _chances(question: Question, console: Console) -> None:
    """Print how far the chances can be taken at their word."""
    for each in question.predictions:
        if (told := each.calibration) is None:
            continue
        console.print()
        best = next((one.brier for one in question.predictions if one.name == question.best_baseline), None)
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
    for question in report.questions:
        lines += ["", f"## {prose(subject(question))}", "", f"{prose(figures(question))}.", ""]
        lines += [f"| | Rows | {MEASURES[question.measure]} | Interval | Brier | Against the best | |"]
        lines += ["| :--- | ---: | ---: | :---: | ---: | :--- | :--- |"]
        lines += [_line(each, question) for each in question.predictions]
    return "\n".join([*lines, "", *(f"* {prose(limit)}" for limit in report.limits)]) + "\n"


def _line(each: Prediction, question: Question) -> str:
    """Return a prediction as a row of a Markdown table."""
    value = "" if each.value is None else f"{each.value:.2f}"
    ends = "" if each.low is None or each.high is None else f"{each.low:.2f} to {each.high:.2f}"
    brier = "" if each.brier is None else f"{each.brier:.3f}"
    best = each.family == "baseline" and each.name == question.best_baseline
    apart, word = against(each.difference, best)
    return "| " + " | ".join([prose(name(each)), f"{each.rows:,}", value, ends, brier, apart, word]) + " |"

"""How every command takes its input and gives its answer: paths, formats, printing, remarks."""

import io
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Protocol

import typer

from kibbutz_cli.cli import streams, wildcards
from kibbutz_cli.cli.helping import refuse
from kibbutz_cli.cli.names import ENDINGS, ENGINES, FORMATS, JOINS, PAGES, VIEWS, named_by
from kibbutz_cli.cli.options import Printing, Reading, Reporting, Writing
from kibbutz_cli.cli.progress import Progress
from kibbutz_cli.errors import UsageError
from kibbutz_cli.reports.safe import line
from kibbutz_cli.reports.writing import write

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import Console

    from kibbutz_cli.model.remarks import UnknownNames
    from kibbutz_cli.model.report import CommunityReport, SourceCount

_ENTRIES = 5
"""Entries of a list in the configuration that are named where they mean nobody."""


def inputs(
    context: typer.Context, reading: Reading, output: str | None, engine: str = ENGINES[0]
) -> list[str]:
    """Return the paths; without any, help and exit 2: a terminal must never wait for a person in silence.

    The embedded engine is opened meanwhile, unless another is asked for.

    Raises:
        UsageError: Standard input is named twice, or ``-o`` names an input, which would be lost.
    """
    paths = wildcards.expanded(reading.paths or [])
    if not paths:
        refuse(context)
    if paths.count("-") > 1:
        raise UsageError("-: named twice: standard input can be read once")
    if output:
        from kibbutz_cli.app.kept import keep  # help must not wait for the readers

        keep(output, paths, "the input")
    if engine == ENGINES[0]:
        from kibbutz_cli.engines.duckdb_start import begin  # help must not wait for the engine

        begin()
    return paths


def report_format(printing: Reporting) -> str:
    """Return the format a report is printed in.

    Raises:
        UsageError: Two options contradict each other, or the ending of ``-o`` names no format.
    """
    way = _format(printing, FORMATS)
    if printing.raw_csv and way != "csv":
        raise UsageError(f"--raw-csv: expected --format csv, not {way}")
    if way == "parquet" and printing.output is None:
        raise UsageError("--format parquet: no text: expected -o FILE", "-o - is standard output")
    return way


def view_format(printing: Printing) -> str:
    """Return the format a smaller answer is printed in: text or json.

    Raises:
        UsageError: Two options contradict each other, or the ending of ``-o`` names another format.
    """
    return _format(printing, VIEWS)


def page_format(printing: Printing) -> str:
    """Return the format an answer is printed in that also makes a page: text, json or md.

    Raises:
        UsageError: Two options contradict each other, or the ending of ``-o`` names another format.
    """
    return _format(printing, PAGES)


def joins_format(printing: Printing) -> str:
    """Return the format in which joins are printed: text, json or toml.

    Raises:
        UsageError: Two options contradict each other, or the ending of ``-o`` names another format.
    """
    return _format(printing, JOINS)


def _format(printing: Printing, known: tuple[str, ...]) -> str:
    if printing.json and printing.format not in (None, "json"):
        raise UsageError(f"--json: contradicts --format {printing.format}")
    if printing.json or printing.format:
        return printing.format or "json"
    if printing.output in (None, "-"):
        return "text"
    return named_by(printing.output or "", ENDINGS, known)


def prepare(way: str) -> None:
    """Import what will draw the report while the engine works: Python is idle then most of the time."""
    if way == "text":
        Thread(target=import_module, args=("kibbutz_cli.reports.terminal",), daemon=True).start()


def show_texts(report: "CommunityReport", members: Collection[str], way: str, printing: Reporting) -> None:
    """Print or save a report whose members are JSON texts already."""
    from kibbutz_cli.reports import data  # heavy

    write = data.community_json if way == "json" else data.community_ndjson
    give_data(write(report, members), printing.output)


def show_report(report: "CommunityReport", way: str, printing: Reporting) -> None:
    """Print or save a report."""
    from kibbutz_cli.reports import data, sheets  # heavy

    match way:
        case "json":
            give_data(data.to_json(report), printing.output)
        case "ndjson":
            give_data(data.to_ndjson(report), printing.output)
        case "toml":
            give_data(data.to_toml(report), printing.output)
        case "md":
            give_data(sheets.to_markdown(report), printing.output)
        case _:
            give(_drawn_report(report, printing), printing.output)


def _drawn_report(report: "CommunityReport", printing: Reporting) -> str:
    from kibbutz_cli.model.report import Element
    from kibbutz_cli.reports.terminal import render

    element = Element(printing.element) if printing.element else None
    return drawn(lambda console: render(report, element, console), printing.output)


def show(
    view: "BaseModel | Sequence[BaseModel]", draw: "Callable[[Console], None]", printing: Printing
) -> None:
    """Print or save an answer that is text for people or JSON for programs."""
    if view_format(printing) == "text":
        give(drawn(draw, printing.output), printing.output)
        return
    from kibbutz_cli.reports.data import to_json  # heavy

    give_data(to_json(view), printing.output)


def drawn(draw: "Callable[[Console], None]", output: str | None = None) -> str:
    """Return what a renderer draws for stdout, or for a file that knows no colour."""
    saved = output not in (None, "-")
    into = _Page("utf-8" if saved else sys.stdout.encoding)
    draw(streams.console(sys.stdout, into, plain=saved))
    return "".join(line.rstrip() + "\n" for line in into.getvalue().split("\n")[:-1])


class _Page(io.StringIO):
    """Text that will go to stdout or a file: a renderer asks it which characters can be shown there."""

    def __init__(self, encoding: str | None) -> None:
        super().__init__()
        self._encoding = encoding or "utf-8"

    @property
    def encoding(self) -> str:  # type: ignore[override]  # typeshed has it as an attribute
        return self._encoding


def give(text: str, output: str | None = None) -> None:
    """Print a text for people on stdout, in its encoding, or save it whole to the file ``-o`` names."""
    if output in (None, "-"):
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write(text, output or "")


def give_data(text: str | Iterable[str], output: str | None = None) -> None:
    """Print or save a text for programs, whole or in pieces: it is UTF-8 whatever stdout's encoding is."""
    pieces = (text,) if isinstance(text, str) else text
    if output in (None, "-"):
        sys.stdout.flush()
        whole = (piece.encode(errors="backslashreplace") for piece in pieces)
        sys.stdout.buffer.writelines(streams.harmless(whole) if sys.stdout.isatty() else whole)
        sys.stdout.buffer.flush()
    else:
        write(pieces, output or "")


def saver(output: str | None, first: Callable[[], None] = lambda: None) -> Callable[[Iterable[bytes]], None]:
    """Return what takes bytes to stdout, or whole to the file ``-o`` names; ``first`` is called before."""

    def save(pieces: Iterable[bytes]) -> None:
        if output not in (None, "-"):
            write(pieces, output or "")
            return
        for piece in streams.harmless(pieces) if sys.stdout.isatty() else pieces:
            first()
            sys.stdout.flush()
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()

    return save


@contextmanager
def progress(printing: Printing | Writing) -> Iterator[Progress]:
    """Give a callable that tells how far a run is, and clear its line at the end.

    Then, whatever the end is, what the run went on without is told.
    """
    teller = Progress(sys.stderr, wanted=not printing.quiet)
    try:
        yield teller
    finally:
        teller.clear()
        mention_passed_over(printing)


def mention_passed_over(printing: Printing | Writing) -> None:
    """Say on stderr which readers and metrics of other packages were not used, a line each."""
    from kibbutz_cli.plugins import passed_over  # help must not wait for it

    for fault in passed_over():
        streams.note(f"not used: {fault}", quiet=printing.quiet)


class Result(Protocol):
    """What a use case gives of what it read, beside its answer."""

    @property
    def sources(self) -> "Sequence[SourceCount]":
        """What came of each input."""

    @property
    def skipped(self) -> "Sequence[str]":
        """What was not read, and why."""

    @property
    def unknown_names(self) -> "UnknownNames":
        """What of the configuration means nobody in the data."""


def mention(found: Result, printing: Printing | Writing) -> None:
    """Say on stderr what was not read, or not as it is, and what of the configuration means nothing here."""
    mention_rejections(found.sources, printing)
    _mention_apart(found.sources, printing)
    _mention_unread(found.skipped, printing)
    mention_unknown(found.unknown_names, printing)


def mention_rejections(sources: "Sequence[SourceCount]", printing: Printing | Writing) -> None:
    """Say on stderr how many records were set aside, and show the first."""
    aside = sum(sum(source.rejected.values()) for source in sources)
    if not aside:
        return
    records = sum(source.records for source in sources)
    first = next((place for source in sources for place in source.places), "")
    shown = f" (first: {line(first)})" if first else ""
    streams.note(f"{aside:,} of {records:,} records set aside{shown}", quiet=printing.quiet)


def _mention_unread(skipped: "Sequence[str]", printing: Printing | Writing) -> None:
    """Say on stderr how many exports were not read, and show the first."""
    if skipped:
        from kibbutz_cli.model.value import TOO  # heavy

        exports = [place for place in skipped if place.endswith(TOO)]
        if exports:
            count = "1 more export" if len(exports) == 1 else f"{len(exports):,} more exports"
            streams.note(f"{count} not read (first: {line(exports[0])})", quiet=printing.quiet)


def _mention_apart(sources: "Sequence[SourceCount]", printing: Printing | Writing) -> None:
    """Say on stderr which inputs are parts of a site that others are parts of, too."""
    from kibbutz_cli.readers.budget import APART  # heavy

    for source in sources:
        if APART in source.repairs:
            streams.note(f"{line(source.path)}: {APART}", quiet=printing.quiet)


def mention_unknown(names: "UnknownNames", printing: Printing | Writing) -> None:
    """Say on stderr which entries of the configuration mean nobody in the data."""
    if names:
        from kibbutz_cli.reports.wording import listed  # heavy

        for key, entries in names.items():
            told = listed(entries, _ENTRIES)
            streams.note(f"{key}: matches nobody in the data: {told}", quiet=printing.quiet)

"""``kibbutz convert``: the activities of exports, normalised, as one file."""

import typer

from kibbutz_cli.cli import answers, streams
from kibbutz_cli.cli.names import CONVERSIONS, CONVERTED, named_by
from kibbutz_cli.cli.options import Reading, Writing, grouped
from kibbutz_cli.errors import UsageError

EXAMPLES = """\
kibbutz convert blog.xml -o blog.parquet
kibbutz convert slack-export.zip forum.csv -o community.ndjson
kibbutz convert archive.zip -o archive.json --format activitystreams
kibbutz convert mail.mbox -o - --format ndjson | jq .actor"""


@grouped
def convert(context: typer.Context, reading: Reading, writing: Writing) -> None:
    """Convert exports into one file of activities: Parquet, NDJSON, CSV or ActivityStreams 2.0."""
    paths = answers.inputs(context, reading, writing.output)
    shape = _shape(writing)
    from kibbutz_cli.app import convert as app  # help must not wait for the engine
    from kibbutz_cli.app.target import Target
    from kibbutz_cli.cli.configure import settings
    from kibbutz_cli.reports.wording import count

    run = settings(reading, writing, writing.output)
    with answers.progress(writing) as notify:
        target = Target(shape, answers.saver(writing.output), writing.raw_csv)
        done = app.convert(paths, run, target, notify)
    answers.mention(done, writing)
    if writing.output != "-":
        written = count(done.written, "activity", "activities")
        streams.note(f"{writing.output}: {written}", quiet=writing.quiet)


def _shape(writing: Writing) -> str:
    """Return what to write.

    Raises:
        UsageError: No file is named, or neither its ending nor ``--format`` says what to write.
    """
    if writing.output is None:
        raise UsageError("convert: -o: expected a file to write, or - for standard output")
    shape = writing.format or named_by(writing.output, CONVERTED, CONVERSIONS)
    if writing.raw_csv and shape != "csv":
        raise UsageError(f"--raw-csv: expected --format csv, not {shape}")
    return shape

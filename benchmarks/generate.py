"""Make data for measuring: ``python benchmarks/generate.py --activities 1000000 -o /tmp/x.parquet``.

The name of the output decides what is made: one of those in ``kinds.py`` for such an export, and any other
that ends in ``.parquet``, ``.csv``, ``.ndjson`` or ``.gz`` (NDJSON, gzipped) for a community in the canonical
columns, in ``.xml`` for a WordPress export, in ``.zip`` for one of Slack, in ``.mastodon`` or ``.x`` for an
account's archive.
"""

import argparse
from pathlib import Path

import duckdb

from kinds import ARCHIVE_OF_X, KINDS
from population import statements

COPY = {
    "parquet": "copy ({}) to '{}' (format parquet, compression zstd, row_group_size 122880)",
    "csv": "copy ({}) to '{}' (format csv, header)",
    "ndjson": "copy ({}) to '{}' (format json)",
    "gz": "copy ({}) to '{}' (format json, compression gzip)",
}
WRITERS = {kind.name: kind.write for kind in (*KINDS, ARCHIVE_OF_X)}
_SHORT = ("blog.xml", "bench.zip", "archive.mastodon", "archive.x")
ENDINGS = {name.rpartition(".")[2]: WRITERS[name] for name in _SHORT}
ISO = "strftime(make_timestamp(ts_us), '%Y-%m-%dT%H:%M:%S.%fZ')"


def generate(activities: int, seed: int, path: Path) -> None:
    """Write a community with so many activities; the same seed gives the same community."""
    *macros, query = statements(activities, seed)
    if path.suffix != ".parquet":
        query = f"select * exclude (ts_us), {ISO} as published from ({query})"
    with duckdb.connect() as connection:
        for macro in macros:
            connection.execute(macro)
        connection.execute(COPY[path.suffix[1:]].format(query, str(path).replace("'", "''")))


def main() -> None:
    parser = argparse.ArgumentParser(description="Make data for measuring.")
    parser.add_argument("--activities", type=int, default=100_000, help="for communities")
    parser.add_argument("--megabytes", type=float, default=100, help="for exports")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True)
    wanted = parser.parse_args()
    ending = wanted.output.suffix[1:]
    if write := WRITERS.get(wanted.output.name) or ENDINGS.get(ending):
        write(wanted.megabytes, wanted.seed, wanted.output)
    elif ending in COPY:
        generate(wanted.activities, wanted.seed, wanted.output)
    else:
        parser.error(
            f"{wanted.output}: expected one of {', '.join(f'.{each}' for each in [*COPY, *ENDINGS])}"
        )


if __name__ == "__main__":
    main()

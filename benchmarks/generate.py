"""Make data for measuring: ``python benchmarks/generate.py --activities 1000000 -o /tmp/x.parquet``.

The ending of the output decides what is made: ``.parquet``, ``.csv`` or ``.ndjson`` for a community
in the canonical columns, ``.xml`` for a WordPress export, ``.json`` for a Mastodon outbox.
"""

import argparse
from pathlib import Path
from typing import Literal

import duckdb

from exports import write_outbox, write_wxr
from population import statements

Format = Literal["parquet", "csv", "ndjson"]

COPY: dict[Format, str] = {
    "parquet": "copy ({}) to '{}' (format parquet, compression zstd, row_group_size 122880)",
    "csv": "copy ({}) to '{}' (format csv, header)",
    "ndjson": "copy ({}) to '{}' (format json)",
}
ISO = "strftime(make_timestamp(ts_us), '%Y-%m-%dT%H:%M:%S.%fZ')"


def generate(activities: int, seed: int, path: Path, format: Format) -> None:  # noqa: A002
    """Write a community with so many activities; the same seed gives the same community."""
    *macros, query = statements(activities, seed)
    if format != "parquet":
        query = f"select * exclude (ts_us), {ISO} as published from ({query})"
    with duckdb.connect() as connection:
        for macro in macros:
            connection.execute(macro)
        connection.execute(COPY[format].format(query, str(path).replace("'", "''")))


def main() -> None:
    parser = argparse.ArgumentParser(description="Make data for measuring.")
    parser.add_argument("--activities", type=int, default=100_000, help="for .parquet, .csv and .ndjson")
    parser.add_argument("--megabytes", type=float, default=100, help="for .xml and .json")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True)
    wanted = parser.parse_args()
    ending = wanted.output.suffix[1:]
    if ending in COPY:
        generate(wanted.activities, wanted.seed, wanted.output, ending)
    elif ending == "xml":
        write_wxr(wanted.megabytes, wanted.seed, wanted.output)
    elif ending == "json":
        write_outbox(wanted.megabytes, wanted.seed, wanted.output)
    else:
        parser.error(f"{wanted.output}: expected .parquet, .csv, .ndjson, .xml or .json")


if __name__ == "__main__":
    main()

"""The floor of a score: DuckDB reads its columns and groups once: ``python benchmarks/floor.py FILE``."""

import sys

import duckdb

COLUMNS = (
    "activity_id, platform, community, actor, actor_name, kind, object_id, target, thread_id, ts_us, "
    "text_len, value, role, visibility"
)


def main() -> None:
    with duckdb.connect() as connection:
        connection.execute(f"create table deeds as select {COLUMNS} from read_parquet(?)", [sys.argv[1]])
        members = connection.execute(
            "select actor, count(*), sum(text_len), min(ts_us), max(ts_us) from deeds group by actor"
        ).fetchall()
    print(len(members))


if __name__ == "__main__":
    main()

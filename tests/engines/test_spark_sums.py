"""Sums of what is rounded to a decimal: the same on both engines, however long they become."""

from typing import TYPE_CHECKING

import pytest

from kibbutz_cli.engines.duckdb import DuckDB

if TYPE_CHECKING:
    from kibbutz_cli.engines.spark import Spark

LARGEST = 999_999_999.5
"""Twenty of it are more billionths than 64 bits can count."""

HALF = 0.5e-9
ROWS: dict[str, list[float | None]] = {
    "long": [LARGEST] * 40,
    "below zero": [-LARGEST] * 40 + [-0.25],
    "both": [LARGEST, -LARGEST, 0.1, 0.2, -0.3],
    "halves": [HALF, -HALF, 3 * HALF, -3 * HALF, 0.0],
    "some": [None, 1.5, None],
    "none": [None, None],
}
TOTALS: set[tuple[object, ...]] = {
    ("long", 40 * LARGEST),
    ("below zero", -40 * LARGEST - 0.25),
    ("both", 0.0),
    ("halves", 0.0),
    ("some", 1.5),
    ("none", None),
}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "select name, cast(sum(cast(x as decimal(18, 9))) as double) as total from t group by name",
            TOTALS,
        ),
        (
            "select distinct name, "
            "cast(coalesce(sum(cast(x as decimal(18, 9))) over (partition by name), 0) as double) as total "
            "from t where name in ('long', 'none')",
            {("long", 40 * LARGEST), ("none", 0.0)},
        ),
        (
            "select distinct name, cast(cast(x as decimal(18, 9)) as double) as rounded "
            "from t where name in ('halves', 'some')",
            {("halves", each) for each in (1e-9, -1e-9, 2e-9, -2e-9, 0.0)} | {("some", 1.5), ("some", None)},
        ),
        (
            "select cast(sum(cast(x as decimal(18, 9))) as double) as total from t where name = 'nobody'",
            {(None,)},
        ),
        (
            "select name, cast(sum(cast(x as decimal(38, 12))) as double) as total from t group by name",
            TOTALS,
        ),
        (
            "select name, cast(coalesce(sum(cast(x * 1000000000 as decimal(38, 9))), 0) as double) as total "
            "from t where name in ('long', 'below zero', 'halves', 'none') group by name",
            {
                ("long", 40 * LARGEST * 10**9),
                ("below zero", -3.999999998025e19),
                ("halves", 0.0),
                ("none", 0.0),
            },
        ),
        (
            "select distinct name, "
            "cast(sum(cast(x as decimal(38, 9))) over (partition by name) as double) as total "
            "from t where name in ('long', 'some', 'none')",
            {("long", 40 * LARGEST), ("some", 1.5), ("none", None)},
        ),
    ],
    ids=[
        "grouped",
        "over a window",
        "rounded only",
        "of nothing",
        "of more units than 64 bits",
        "of rows with more units than 64 bits",
        "of more units than 64 bits over a window",
    ],
)
def test_billionths_are_counted_alike(spark: "Spark", query: str, expected: set[tuple[object, ...]]) -> None:
    rows = [(name, value) for name, values in ROWS.items() for value in values]
    with DuckDB() as duckdb:
        for engine in (duckdb, spark):
            engine.execute("create table t (name varchar, x double)")
            engine.append("t", rows)

        assert set(duckdb.rows(query)) == expected
        assert set(spark.rows(query)) == expected

"""The order in which the rows of a table lie best is heeded where there are many, and costs few nothing."""

from pathlib import Path

import pytest

from kibbutz_cli.database import unordered
from kibbutz_cli.engines.base import LARGE
from kibbutz_cli.engines.duckdb import DuckDB


@pytest.mark.parametrize(
    ("rows", "lies"),
    [
        pytest.param(LARGE, [1, 2, 3], id="many rows"),
        pytest.param(1_000, [3, 1, 2], id="few rows, as they come"),
    ],
)
def test_rows_lie_in_the_order_that_is_best_for_them_where_there_are_many(
    tmp_path: Path, rows: int, lies: list[int]
) -> None:
    with DuckDB(tmp=str(tmp_path)) as db:
        db.execute("create table given as select unnest([3, 1, 2]) as n")
        db.expect(rows, appended=False)

        db.make({"made": "select n\nfrom given\norder by n\n"}, lambda _: None)

        assert [n for (n,) in db.rows("select n from made")] == lies


def test_only_the_last_line_of_a_query_says_in_which_order_its_rows_lie_best() -> None:
    inner = "select n, row_number() over (\n  partition by k\norder by n\n) as place\nfrom given\n"

    assert unordered(f"{inner}order by n\n") == inner
    assert unordered(inner) == inner

"""The embedded engine numbers two thousand million deeds; more are refused in one line, by either route."""

from pathlib import Path

import duckdb
import pytest

from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.errors import LimitError
from kibbutz_cli.ledger import Ledger
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.choose import Input, inputs

ROWS = 5


@pytest.mark.parametrize("name", ["deeds.parquet", "deeds.csv"])
def test_the_last_number_is_given_and_no_further_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with duckdb.connect() as connection:
        connection.execute(
            f"copy (select 'ana' as actor, 'post' as kind, '2024-01-01' as published, i as activity_id "
            f"from range({ROWS}) as r(i)) to '{path}'"
        )

    assert _numbers(path, DuckDB.most - ROWS) == [*range(DuckDB.most - ROWS + 1, DuckDB.most + 1)]
    for before in (DuckDB.most - ROWS + 1, DuckDB.most):
        with pytest.raises(
            LimitError, match=rf"{name}: the engine holds 2,147,483,647 records, and with this"
        ):
            _numbers(path, before)


def _numbers(path: Path, before: int) -> list[object]:
    with DuckDB([str(path)]) as engine:
        ledger = Ledger(engine)
        ledger.deeds = before
        for found in inputs(str(path), Limits(), tables.ABOUT.name):
            assert isinstance(found, Input)
            ledger.take(found, {}, lambda *_: None)
        return [row[0] for row in engine.rows("select deed from activity order by deed")]

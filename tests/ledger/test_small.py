"""Of many small tables the engine plans and reads the first; the others are read row by row, to the same."""

import json
from pathlib import Path

from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.ledger import MOST_PLANNED, Ledger
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.choose import Input, inputs
from kibbutz_cli.readers.tables import SMALL

ROWS = "actor,kind,published,colour,visibility\nana,post,2024-01-01,red,\nben,shout,,,\nben,like,,,private\n"


class Counted(DuckDB):
    """The engine, and the files that it was asked to plan the reading of."""

    def __init__(self, path: str) -> None:
        super().__init__([path])
        self.planned: list[str] = []

    def relation(self, shape: str, path: str, *how: object) -> str:
        self.planned.append(Path(path).name)
        return super().relation(shape, path, *how)  # type: ignore[arg-type]  # as they came


def _taken(folder: Path) -> tuple[list[str], list[object], list[str]]:
    """Return the files that were planned, the deeds, and what came of each file, without its name."""
    with Counted(str(folder)) as engine:
        ledger = Ledger(engine)
        for found in inputs(str(folder), Limits(), None):
            assert isinstance(found, Input)
            ledger.take(found, {}, lambda *_: None)
        deeds = [row[0] for row in engine.rows("select actor from activity order by deed")]
        told = [
            json.dumps(each.model_dump(), default=str).replace(each.path, "FILE") for each in ledger.sources
        ]
        return engine.planned, deeds, told


def test_many_small_tables_are_read_row_by_row_to_the_same(tmp_path: Path) -> None:
    for number in range(MOST_PLANNED + 4):
        (tmp_path / f"{number:02d}.csv").write_text(ROWS)

    planned, deeds, told = _taken(tmp_path)

    assert planned == [f"{number:02d}.csv" for number in range(MOST_PLANNED)]
    assert deeds == ["table:ana"] * (MOST_PLANNED + 4)
    assert len(set(told)) == 1


def test_a_large_table_among_many_small_ones_is_read_by_the_engine(tmp_path: Path) -> None:
    for number in range(MOST_PLANNED + 1):
        (tmp_path / f"{number:02d}.csv").write_text(ROWS)
    (tmp_path / "z.csv").write_text(ROWS.ljust(SMALL, "\n") + "\n")

    planned, _, _ = _taken(tmp_path)

    assert planned == [*(f"{number:02d}.csv" for number in range(MOST_PLANNED)), "z.csv"]

"""The rows of a table in CSV, where a stranger made them hard to read."""

import io
import tracemalloc

from kibbutz_cli.model.activity import Origin
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.csvrows import in_cells

HEAD = "actor,published,actor_name\n"


def test_a_cell_of_quote_marks_takes_the_memory_of_its_letters() -> None:
    marks = '"' * 400_000
    table = io.StringIO(f"{HEAD}ana,2024-01-01,{marks}\nben,2024-01-02,Ben\n", newline="")
    origin = Origin(path="a.csv", reader="tables", coverage="community")

    tracemalloc.start()
    rows = list(in_cells(table, origin, HEAD.encode(), Budget(Limits(), "a.csv")))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [position for position, _ in rows] == [1, 2]
    assert most < 12 * len(marks)

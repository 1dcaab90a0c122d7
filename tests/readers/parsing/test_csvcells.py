"""Rows of a CSV with more cells than its header, wherever the file is cut into pieces."""

import os
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from kibbutz_cli.readers.files.sources import CHUNK
from kibbutz_cli.readers.parsing.csvcells import has_surplus

HEAD = "actor,published\n"


@pytest.mark.parametrize("before", range(-4, 5))
@pytest.mark.parametrize("end", [",\n", ',""\r\n', ","])
def test_an_empty_cell_too_many_is_found_wherever_a_piece_ends(tmp_path: Path, before: int, end: str) -> None:
    path = tmp_path / "long.csv"
    row = "ana,2024-01-01"
    padding = "x" * (CHUNK + before - len(HEAD) - len(row) - len(",2024-01-01\n"))

    path.write_text(f"{HEAD}{padding},2024-01-01\n{row}{end}", newline="")
    found = has_surplus(str(path), ",", 2)
    path.write_text(f"{HEAD}{padding},2024-01-01\n{row}\n", newline="")

    assert found
    assert not has_surplus(str(path), ",", 2)


def _look(path: str) -> None:
    for _ in range(20):
        has_surplus(path, ",", 2)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a file that is open cannot be cut there")
def test_a_file_that_is_cut_while_it_is_looked_at_does_not_end_the_process(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    path.write_text(HEAD + "ana,2024-01-01\n" * 2_000_000)

    looking = get_context("fork").Process(target=_look, args=(str(path),))
    looking.start()
    while looking.is_alive() and path.stat().st_size > 2000:
        os.truncate(path, path.stat().st_size * 9 // 10)
        time.sleep(0.005)
    looking.join()

    assert looking.exitcode == 0

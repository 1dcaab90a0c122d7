"""The engine of a run may read the tables it was given, and those in its folders, however deep these are."""

import os
from pathlib import Path

from kibbutz_cli.app.engine import opened
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.readers.files.folders import DEPTH


def test_folders_deeper_than_python_may_call_itself_stop_no_run(tmp_path: Path) -> None:
    table = _nested(tmp_path / "export", DEPTH) / "deeds.ndjson"
    table.write_text('{"actor": "ann"}\n')
    deepest = _nested(table.parent, 1200)
    try:
        with opened([str(tmp_path / "export")], Settings(ruler=Ruler())) as engine:
            assert engine.rows(f"select actor from read_ndjson('{table}')") == [("ann",)]
    finally:
        os.removedirs(deepest)  # what pytest does would call itself as often


def _nested(folder: Path, depth: int) -> Path:
    folder.mkdir(exist_ok=True)
    for _ in range(depth):
        folder /= "d"
        folder.mkdir()
    return folder

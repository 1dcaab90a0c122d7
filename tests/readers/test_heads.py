from pathlib import Path

import pytest

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.archive import open_tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.heads import PROBED, head_of, recognised


@pytest.mark.parametrize(("data", "head"), [(b"text", b"text"), (b"\x1f\x8b broken", b"")])
def test_what_cannot_be_read_has_no_first_bytes(data: bytes, head: bytes, tmp_path: Path) -> None:
    (tmp_path / "file.gz").write_bytes(data)

    with open_tree(str(tmp_path), Budget(Limits(), "x")) as tree:
        assert head == head_of(tree, tree.names()[0])


def test_entries_are_looked_at_by_name_up_to_a_number(tmp_path: Path) -> None:
    for number in range(PROBED + 2):
        (tmp_path / f"{number:03}.JSON").write_text("own")
    (tmp_path / "own.txt").write_text("own")

    with open_tree(str(tmp_path), Budget(Limits(), "x")) as tree:
        found = [
            list(recognised(tree, lambda name: name.endswith(".json"), lambda head: head == b"own", most))
            for most in (None, PROBED)
        ]

    assert [len(names) for names in found] == [PROBED + 2, PROBED]


def test_a_single_file_is_looked_at_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("own")

    with open_tree(str(tmp_path / "file"), Budget(Limits(), "x")) as tree:
        assert list(recognised(tree, lambda name: False, lambda head: head == b"own")) == ["file"]

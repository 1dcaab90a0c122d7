from pathlib import Path

import pytest

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.archive import open_tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.heads import head_of


@pytest.mark.parametrize(("data", "head"), [(b"text", b"text"), (b"\x1f\x8b broken", b"")])
def test_what_cannot_be_read_has_no_first_bytes(data: bytes, head: bytes, tmp_path: Path) -> None:
    (tmp_path / "file.gz").write_bytes(data)

    with open_tree(str(tmp_path), Budget(Limits(), "x")) as tree:
        assert head == head_of(tree, tree.names()[0])

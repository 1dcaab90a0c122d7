from pathlib import Path

import pytest

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.files.heads import PROBED, file_name, head_of, holds, opening, recognised


@pytest.mark.parametrize(("data", "head"), [(b"text", b"text"), (b"\x1f\x8b broken", b"")])
def test_what_cannot_be_read_has_no_first_bytes(data: bytes, head: bytes, tmp_path: Path) -> None:
    (tmp_path / "file.gz").write_bytes(data)

    with open_tree(str(tmp_path), Budget(Limits(), "x")) as tree:
        assert head == head_of(tree, tree.names()[0])


def test_first_bytes_are_taken_of_a_file_longer_than_the_limits_allow(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"x" * 200_000)
    (tmp_path / "short.txt").write_text("own")

    with open_tree(str(tmp_path), Budget(Limits(bytes_in=100_000), "x")) as tree:
        assert head_of(tree, "long.txt") == b"x" * 65_536


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


@pytest.mark.parametrize(
    ("path", "called"),
    [
        ("blog.xml", "blog.xml"),
        ("a/blog.xml.gz", "blog.xml"),
        ("a\\room/", "room"),
        ("a/-", ""),
        ("-", ""),
        ("-a", "-a"),
        ("a/cafe\u0301.log", "caf\u00e9.log"),
        ("a/caf\udce9.log.gz", r"caf\xe9.log"),
        (r"a/caf\xe9.log", r"caf\xe9.log"),
    ],
)
def test_a_file_is_called_as_it_is_unpacked_and_standard_input_is_called_nothing(
    path: str, called: str
) -> None:
    assert called == file_name(path)


def test_where_somebody_stands_has_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "garden" / "beds").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "garden" / "beds")

    assert [file_name(path) for path in (".", "./", "..")] == ["beds", "beds", "garden"]


@pytest.mark.parametrize("before", [0, 5, 2**19 - 3, 2**19 - 6, 2**19, 2**20 - 1])
def test_a_word_is_found_wherever_it_stands(before: int, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"x" * before + b"delete" + b"x" * 10)

    with open_tree(str(path), Budget(Limits(), "f")) as tree:
        assert holds(tree, "f", b"delete", b"undo")
        assert not holds(tree, "f", b"Delete")


def test_an_entry_that_cannot_be_read_opens_with_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.mkdir()
    (path / "f.json").write_bytes(b"{}")
    with open_tree(str(path), Budget(Limits(), "a")) as tree:
        (path / "f.json").unlink()

        assert opening(tree, "f.json") == b""

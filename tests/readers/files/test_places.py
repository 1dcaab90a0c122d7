"""Whoever looks at a path is told what can be reached there, whatever the path is."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kibbutz_cli.readers.files.places import absolute, is_file, is_folder, is_link, resolved

NOBODY = 65534


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """Give a folder that may not be entered, by root neither, with a file and a folder in it."""
    folder, me = tmp_path / "shut", os.geteuid()
    (folder / "sub").mkdir(parents=True)
    (folder / "a.csv").write_text("actor,published\n")
    folder.chmod(0)
    if me == 0:
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(me)
    folder.chmod(0o700)


def test_what_lies_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x")
    (tmp_path / "link").symlink_to("a.csv")

    assert (is_file(tmp_path / "a.csv"), is_folder(tmp_path / "a.csv")) == (True, False)
    assert (is_file(tmp_path), is_folder(tmp_path)) == (False, True)
    assert (is_link(tmp_path / "a.csv"), is_link(tmp_path / "link")) == (False, True)
    assert resolved(tmp_path / "link") == (tmp_path / "a.csv").resolve()


def test_what_lies_in_a_folder_one_may_not_enter_is_not_there(shut: Path) -> None:
    assert (is_file(shut / "a.csv"), is_folder(shut / "sub"), is_link(shut / "a.csv")) == (False,) * 3
    assert resolved(shut / "a.csv").name == "a.csv"


@pytest.mark.parametrize("name", ["a" * 300, "a/" * 2500, "loop"])
def test_nothing_lies_at_a_path_that_leads_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")

    assert (is_file(tmp_path / name), is_folder(tmp_path / name)) == (False, False)
    assert resolved(tmp_path / name) == tmp_path.resolve() / name


def test_where_the_working_folder_is_gone_a_path_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    assert (resolved("a.csv"), absolute("a.csv")) == (Path("a.csv"), "a.csv")

"""Files are whole or absent."""

import os
import stat
from pathlib import Path

import pytest

from kibbutz_cli.errors import UsageError
from kibbutz_cli.reports.writing import write


def test_a_file_is_whole_and_for_its_owner_only(tmp_path):
    target = tmp_path / "report.json"

    write("ä\r\n", str(target))

    assert "ä\r\n".encode() == target.read_bytes()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [target] == list(tmp_path.iterdir())


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o600], ids=oct)
def test_a_file_that_is_replaced_stays_for_whom_it_was(tmp_path, mode):
    target = tmp_path / "report.json"
    target.write_text("old")
    target.chmod(mode)

    write("new", str(target))

    assert (target.read_text(), stat.S_IMODE(target.stat().st_mode)) == ("new", mode)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_another_owner_stays_with_him_and_his_group(tmp_path):
    target = tmp_path / "report.json"
    target.write_text("old")
    os.chown(target, 1234, 5678)
    target.chmod(0o640)

    write("new", str(target))

    found = target.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 5678, 0o640)


@pytest.mark.parametrize(("mode", "left"), [(0o640, 0o600), (0o664, 0o644)], ids=oct)
def test_a_file_that_cannot_be_left_to_its_group_is_for_no_other_group(tmp_path, monkeypatch, mode, left):
    target = tmp_path / "report.json"
    target.write_text("old")
    target.chmod(mode)

    def refused(path, owner, group):
        raise PermissionError

    monkeypatch.setattr(os, "chown", refused)
    write("new", str(target))

    assert (target.read_text(), stat.S_IMODE(target.stat().st_mode)) == ("new", left)


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    target = tmp_path / "report.json"
    target.write_text("old")

    with pytest.raises(UnicodeEncodeError):
        write("new \ud800", str(target))

    assert target.read_text() == "old"
    assert [target] == list(tmp_path.iterdir())


def test_a_missing_folder_is_told_in_one_line(tmp_path):
    with pytest.raises(UsageError, match="cannot be written: No such file"):
        write("x", str(tmp_path / "no" / "report.json"))


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(UsageError, match="cannot be written: Is a directory"):
        write("x", str(tmp_path))


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")

    write("new", str(tmp_path / "link.json"))

    assert (tmp_path / "real.json").read_text() == "new"
    assert (tmp_path / "link.json").is_symlink()


def test_a_device_is_written_to_and_not_replaced():
    write("x", os.devnull)

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
def test_a_pipe_is_written_to_by_the_path_it_is_named(folder):
    if not Path(folder).exists():
        pytest.skip("no such folder on this system")
    end, start = os.pipe()

    write("x", f"{folder}/{start}")
    os.close(start)

    with os.fdopen(end) as stream:
        assert stream.read() == "x"


def test_a_file_that_is_open_already_is_written_to_where_it_stands(tmp_path):
    """A script says ``{ echo first; kibbutz ... -o /dev/stdout; echo last; } > all.json``."""
    target = tmp_path / "all.json"

    with target.open("w") as stream:
        stream.write("first ")
        stream.flush()
        write("second ", f"/dev/fd/{stream.fileno()}")
        stream.write("last")

    assert target.read_text() == "first second last"

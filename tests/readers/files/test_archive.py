"""Every shape of input is one tree, and a dishonest or broken one is refused in one line."""

import bz2
import gzip
import io
import lzma
import os
import struct
import sys
import tarfile
import threading
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kibbutz_cli.errors import EmptyInputError, InputError, KibbutzError, LimitError, UsageError
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.files.folders import DEPTH

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TEXT = b'{"who": "ana"}\n' * 9000


def contents(path: Path, limits: Limits | None = None) -> dict[str, bytes]:
    with open_tree(str(path), Budget(limits or Limits(), str(path))) as tree:
        return {name: tree.open(name).read() for name in tree.names()}


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        contents(path, limits)
    assert "\n" not in caught.value.message
    assert caught.value.message.startswith(str(path))
    return caught.value.message.removeprefix(str(path))


def fault(path: Path) -> str:
    try:
        contents(path)
    except KibbutzError as exc:
        return exc.message
    return ""


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, members: dict[str, bytes], mode: str = "w", kind: int = tarfile.PAX_FORMAT) -> Path:
    with tarfile.open(path, mode, format=kind) as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


def tar_of(path: Path, entry: tarfile.TarInfo) -> Path:
    with tarfile.open(path, "w") as archive:
        archive.addfile(entry)
    return path


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_single_file_is_a_tree_of_one_entry(tmp_path: Path) -> None:
    path = write(tmp_path / "likes.ndjson", TEXT)
    budget = Budget(Limits(), str(path))

    with open_tree(str(path), budget) as tree:
        read = tree.open("likes.ndjson").read()

        assert (tree.single, tree.names(), read) == (True, ["likes.ndjson"], TEXT)
        assert tree.local("likes.ndjson") == str(path)
    assert (budget.bytes_in, budget.bytes_out) == (len(TEXT), len(TEXT))


def pack_zst(data: bytes) -> bytes:
    return zstd.compress(data)


@pytest.mark.parametrize(
    ("ending", "pack"),
    [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", pack_zst)],
)
class TestPackedFiles:
    def test_are_shown_without_the_ending_and_unpacked(
        self, tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]
    ) -> None:
        path = write(tmp_path / f"a.csv.{ending}", pack(TEXT))
        budget = Budget(Limits(), str(path))

        with open_tree(str(path), budget) as tree:
            read = tree.open("a.csv").read()

            assert (read, tree.single, tree.local("a.csv")) == (TEXT, True, None)
        assert (budget.bytes_in, budget.bytes_out) == (len(pack(TEXT)), len(TEXT))

    def test_may_be_many_frames_in_a_row(
        self, tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]
    ) -> None:
        path = write(tmp_path / f"a.csv.{ending}", pack(b"one\n") + pack(b"") + pack(b"two\n"))

        assert contents(path) == {"a.csv": b"one\ntwo\n"}

    @pytest.mark.parametrize("lost", [1, 4, 100])
    def test_that_end_too_early_are_refused(
        self, tmp_path: Path, ending: str, pack: Callable[[bytes], bytes], lost: int
    ) -> None:
        path = write(tmp_path / f"a.csv.{ending}", pack(os.urandom(5000))[:-lost])

        assert "truncated compressed data" in refusal(path)

    def test_with_strange_bytes_behind_are_refused(
        self, tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]
    ) -> None:
        path = write(tmp_path / f"a.csv.{ending}", pack(TEXT) + b"what is this, and why is it here?")

        assert "damaged compressed data" in refusal(path)

    def test_that_swell_too_much_are_refused(
        self, tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]
    ) -> None:
        path = write(tmp_path / f"a.csv.{ending}", pack(bytes(30_000_000)))

        assert "swells more than 200:1" in refusal(path)

    def test_are_unpacked_inside_a_zip_and_a_folder_too(
        self, tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]
    ) -> None:
        path = zipped(tmp_path / "a.zip", {f"x/a.csv.{ending}": pack(TEXT)})
        write(tmp_path / "in" / f"a.csv.{ending}", pack(TEXT))

        assert contents(path) == {"x/a.csv": TEXT}
        assert contents(tmp_path / "in") == {"a.csv": TEXT}


def test_zeros_after_gzip_are_padding(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv.gz", gzip.compress(TEXT) + bytes(10_240))

    assert contents(path) == {"a.csv": TEXT}


@pytest.mark.parametrize("preset", [0, 9 | lzma.PRESET_EXTREME])
@pytest.mark.parametrize("check", [lzma.CHECK_NONE, lzma.CHECK_CRC32, lzma.CHECK_SHA256])
def test_xz_is_read_however_it_was_made(tmp_path: Path, preset: int, check: int) -> None:
    data = lzma.compress(TEXT, check=check, preset=preset)

    assert contents(write(tmp_path / "a.csv.xz", data + bytes(8))) == {"a.csv": TEXT}


def test_xz_that_asks_for_too_much_memory_is_refused(tmp_path: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 2**20}]
    data = bytearray(lzma.compress(TEXT, filters=filters))
    # The header of the first block: its size, flags, filter, size of properties, dictionary, then a checksum.
    data[16] = 40
    data[20:24] = zlib.crc32(data[12:20]).to_bytes(4, "little")

    assert "damaged compressed data: Memory usage limit exceeded" in refusal(
        write(tmp_path / "a.xz", bytes(data))
    )


@pytest.mark.parametrize(("module", "data"), [("bz2", bz2.compress(TEXT)), ("lzma", lzma.compress(TEXT))])
def test_what_this_python_cannot_unpack_is_said(
    module: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=f"a.csv: this Python was built without {module}: expected gzip"):
        contents(write(tmp_path / "a.csv", data))


def test_a_tar_packed_with_xz_is_a_tree(tmp_path: Path) -> None:
    path = tarred(tmp_path / "a.tar.xz", {"x/a.csv": TEXT}, "w:xz")

    assert contents(path) == {"x/a.csv": TEXT}
    assert contents(zipped(tmp_path / "a.zip", {"a.tar.xz": path.read_bytes()})) == {
        "a.tar.xz": path.read_bytes()
    }


def test_zstd_with_a_window_of_two_gib_is_read(tmp_path: Path) -> None:
    # The compressor shrinks the window to the data, so by hand: magic, no size, 2 GiB, one last raw block.
    frame = b"\x28\xb5\x2f\xfd" + b"\x00" + bytes([21 << 3]) + (4 << 3 | 1).to_bytes(3, "little") + b"long"

    assert contents(write(tmp_path / "a.zst", frame)) == {"a": b"long"}


def test_a_folder_lists_files_at_any_depth_without_litter(tmp_path: Path) -> None:
    for name in ["b/c.json", "a.json", ".DS_Store", "__MACOSX/a.json", ".git/config", "b/._c.json"]:
        write(tmp_path / name, b"{}")

    with open_tree(str(tmp_path), Budget(Limits(), str(tmp_path))) as tree:
        assert (tree.single, tree.names()) == (False, ["a.json", "b/c.json"])
        assert tree.local("b/c.json") == str(tmp_path / "b" / "c.json")


def test_both_a_file_and_its_packed_twin_are_listed(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", b"plain")
    write(tmp_path / "a.csv.gz", gzip.compress(b"packed"))

    assert contents(tmp_path) == {"a.csv": b"plain", "a.csv.gz": b"packed"}


def test_links_and_pipes_in_a_folder_are_passed_over_and_counted(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "a.json", b"{}")
    (folder / "out").symlink_to(tmp_path)
    (folder / "passwd").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe")
    budget = Budget(Limits(), str(folder))

    with open_tree(str(folder), budget) as tree:
        assert tree.names() == ["a.json"]
    assert budget.repairs == {"link skipped": 2, "device skipped": 1}


def test_a_pipe_is_read_once_and_can_be_opened_twice(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(gzip.compress(TEXT),))
    writer.start()

    with open_tree(str(path), Budget(Limits(), str(path))) as tree:
        writer.join()
        twice = [tree.open("pipe").read(), tree.open("pipe").read()]

        assert twice == [TEXT, TEXT]
        assert tree.local("pipe") is None


class Standard:
    """What stands where `sys.stdin` stood."""

    def __init__(self, data: bytes, *, terminal: bool = False) -> None:
        self.buffer = io.BytesIO(data)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def test_standard_input_can_be_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(tmp_path / "a.zip", {"a.json": b"{}"}).read_bytes()
    monkeypatch.setattr(sys, "stdin", Standard(data))

    with open_tree("-", Budget(Limits(), "-")) as tree:
        assert (tree.path, tree.names(), tree.open("a.json").read()) == ("-", ["a.json"], b"{}")


def test_a_terminal_is_no_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(b"", terminal=True))

    with pytest.raises(UsageError, match="terminal"):
        open_tree("-", Budget(Limits(), "-"))


def test_standard_input_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(TEXT))

    with pytest.raises(LimitError, match="more than 1,000 bytes"):
        open_tree("-", Budget(Limits(bytes_in=1000), "-"))


@pytest.mark.parametrize(
    "data", [b"", gzip.compress(b""), b"PK\x05\x06" + bytes(18)], ids=["file", "gzip", "zip"]
)
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EmptyInputError, match=r"empty.*: expected an export"):
        contents(write(tmp_path / "a.gz", data))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyInputError, match="empty folder: expected an export"):
        contents(tmp_path)


def test_a_folder_too_deep_is_skipped_and_counted(tmp_path: Path) -> None:
    deepest = tmp_path.joinpath(*["d"] * DEPTH)
    (deepest / "e" / "f").mkdir(parents=True)
    write(deepest / "a.csv", b"in")
    write(deepest / "e" / "b.csv", b"out")
    budget = Budget(Limits(), str(tmp_path))

    with open_tree(str(tmp_path), budget) as tree:
        assert tree.names() == ["d/" * DEPTH + "a.csv"]
    assert budget.repairs == {"folder too deep skipped": 1}


@pytest.mark.parametrize(
    ("deep", "found"),
    [
        (True, "folder too deep skipped"),
        (False, "link skipped"),
    ],
    ids=["folders", "links"],
)
def test_a_folder_in_which_all_is_skipped_is_not_called_empty(tmp_path: Path, deep: bool, found: str) -> None:
    tmp_path.joinpath(*["d"] * (DEPTH + 1 if deep else 1)).mkdir(parents=True)
    if not deep:
        (tmp_path / "link").symlink_to("d")

    assert refusal(tmp_path) == f": no file in the folder ({found}): expected an export"


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.zip") == ": no such file or folder: expected an export"


def test_a_device_is_refused() -> None:
    assert refusal(Path("/dev/null")) == ": a device: expected a file, folder or pipe"


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="the system shows itself in no files")
@pytest.mark.parametrize("name", ["version", "self/mem"])
def test_what_the_system_shows_as_a_file_without_an_end_is_refused(name: str) -> None:
    assert refusal(Path("/proc", name)) == ": cannot be read: Invalid argument"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["file", "folder"])
def test_a_path_without_permission_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path / "file", b"x").chmod(0)
    (tmp_path / "folder").mkdir(mode=0)

    assert "permission denied" in refusal(tmp_path / name)


def test_heads_are_the_first_bytes_and_are_not_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", bytes(range(256)) * 1000)
    budget = Budget(Limits(), str(path))

    with open_tree(str(path), budget) as tree:
        assert tree.head("a.json", 3) == b"\0\1\2"
        assert len(tree.head("a.json")) == 65_536
        assert len(tree.head("a.json", 100_000)) == 100_000
    assert budget.bytes_in == 0


def test_a_clock_that_runs_out_is_refused(tmp_path: Path) -> None:
    assert "took longer than" in refusal(write(tmp_path / "a", TEXT), Limits(seconds=1e-9))


class TestZip:
    @pytest.mark.parametrize(("after", "told"), [(b"\n", "1 byte"), (b"\r\nmore", "6 bytes")])
    def test_bytes_after_the_end_are_not_called_truncated(
        self, tmp_path: Path, after: bytes, told: str
    ) -> None:
        path = zipped(tmp_path / "a.zip", {"a.json": TEXT})
        path.write_bytes(path.read_bytes() + after)

        assert refusal(path) == f": {told} after the end of the zip: expected the end of the file"

    def test_a_zip_cut_off_behind_another_within_it_is_truncated(self, tmp_path: Path) -> None:
        inner = zipped(tmp_path / "b.zip", {"a.json": TEXT}).read_bytes()
        path = zipped(tmp_path / "a.zip", {"b.zip": inner, "c": b""}, zipfile.ZIP_STORED)
        path.write_bytes(path.read_bytes()[:-60])

        assert refusal(path) == ": truncated zip: expected more bytes"

    @pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
    def test_members_are_read_without_extracting(self, tmp_path: Path, method: int) -> None:
        path = zipped(tmp_path / "a.zip", {"x/": b"", "x/a.json": TEXT, "b": b"", "__MACOSX/b": b"?"}, method)

        assert contents(path) == {"b": b"", "x/a.json": TEXT}

    @pytest.mark.parametrize(
        ("raw", "name"),
        [
            ("тайна/2024-03-01.json".encode(), "тайна/2024-03-01.json"),
            ("Müller.json".encode("cp437"), "Müller.json"),
        ],
        ids=["UTF-8 without its mark", "the alphabet of the first zips"],
    )
    def test_names_are_read_as_they_were_written(self, tmp_path: Path, raw: bytes, name: str) -> None:
        """Slack and Macs write UTF-8, and leave out the mark that says so."""
        plain = zipped(tmp_path / "plain.zip", {"a" * len(raw): TEXT}).read_bytes()

        path = write(tmp_path / "named.zip", plain.replace(b"a" * len(raw), raw))

        assert list(contents(path)) == [name]

    def test_sizes_beyond_four_gib_are_understood(self, tmp_path: Path) -> None:
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive, archive.open("a", "w", force_zip64=True) as member:
            member.write(TEXT)

        assert contents(path) == {"a": TEXT}

    def test_an_end_record_of_zip64_is_understood(self, tmp_path: Path) -> None:
        data = zipped(tmp_path / "a.zip", {"a": TEXT}).read_bytes()
        size, start = struct.unpack("<2L", data[-10:-2])
        end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, size, start)
        locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(data) - 22, 1)
        end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 2**32 - 1, 2**32 - 1, 0)

        assert contents(write(tmp_path / "a.zip", data[:-22] + end64 + locator + end)) == {"a": TEXT}

    @pytest.mark.parametrize("at", [2**64 - 1, 2**63 - 1, 2**62, 10_000])
    def test_an_end_record_of_zip64_beyond_the_file_is_refused(self, tmp_path: Path, at: int) -> None:
        data = zipped(tmp_path / "a.zip", {"a": TEXT}).read_bytes()
        locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
        end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 2**32 - 1, 2**32 - 1, 0)

        assert refusal(write(tmp_path / "a.zip", data[:-22] + locator + end)) == (
            ": truncated zip: expected more bytes"
        )

    @pytest.mark.parametrize(
        ("name", "why"),
        [
            ("/etc/passwd", "absolute"),
            ("C:/windows", "absolute"),
            ("../up", "leads out"),
            ("a/../../up", "leads out"),
            ("a\\..\\..\\up", "leads out"),
        ],
    )
    def test_a_name_that_leads_out_is_refused(self, tmp_path: Path, name: str, why: str) -> None:
        assert why in refusal(zipped(tmp_path / "a.zip", {name: b"x"}))

    def test_two_members_of_one_name_are_refused(self, tmp_path: Path) -> None:
        assert "two entries of one name" in refusal(zipped(tmp_path / "a.zip", {"a": b"1", "./a": b"2"}))

    def test_a_link_is_refused(self, tmp_path: Path) -> None:
        link = zipfile.ZipInfo("a")
        link.external_attr = 0o120777 << 16
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.writestr(link, "/etc/passwd")

        assert "a link or device" in refusal(tmp_path / "a.zip")

    def test_an_encrypted_member_is_refused(self, tmp_path: Path) -> None:
        data = bytearray(zipped(tmp_path / "a.zip", {"a": b"secret"}).read_bytes())
        data[data.index(b"PK\x01\x02") + 8] |= 1

        assert "encrypted" in refusal(write(tmp_path / "a.zip", data))

    def test_members_that_share_bytes_are_refused(self, tmp_path: Path) -> None:
        data = bytearray(zipped(tmp_path / "a.zip", {"a": TEXT, "b": TEXT}).read_bytes())
        second = data.rindex(b"PK\x01\x02")
        data[second + 42 : second + 46] = struct.pack("<L", 0)
        data[second + 46 : second + 47] = b"b"

        assert "overlapping entries" in refusal(write(tmp_path / "a.zip", data))

    def test_a_local_header_that_reaches_into_the_next_member_is_refused(self, tmp_path: Path) -> None:
        data = bytearray(zipped(tmp_path / "a.zip", {"a": TEXT, "b": TEXT}).read_bytes())
        data[28:30] = struct.pack("<H", 60)

        assert "overlapping entries" in refusal(write(tmp_path / "a.zip", data))

    def test_a_member_with_another_local_name_is_refused(self, tmp_path: Path) -> None:
        data = bytearray(zipped(tmp_path / "a.zip", {"a": TEXT}).read_bytes())
        data[30:31] = b"z"

        assert "expected an entry where the directory says" in refusal(write(tmp_path / "a.zip", data))

    @pytest.mark.parametrize("kept", [5, 40, 300, 0.5, 0.99])
    def test_a_truncated_zip_is_refused(self, tmp_path: Path, kept: float) -> None:
        data = zipped(tmp_path / "a.zip", {"a": os.urandom(2000), "b": TEXT}).read_bytes()
        short = data[: kept if isinstance(kept, int) else int(len(data) * kept)]

        assert "truncated" in refusal(write(tmp_path / "a.zip", short))

    def test_a_member_whose_bytes_changed_is_refused(self, tmp_path: Path) -> None:
        data = zipped(tmp_path / "a.zip", {"a": b"honest"}, zipfile.ZIP_STORED).read_bytes()

        assert "expected checksum" in refusal(write(tmp_path / "a.zip", data.replace(b"honest", b"forged")))

    def test_a_member_longer_than_declared_is_refused(self, tmp_path: Path) -> None:
        data = bytearray(zipped(tmp_path / "a.zip", {"a": TEXT}).read_bytes())
        at = data.index(b"PK\x01\x02")
        data[at + 24 : at + 28] = struct.pack("<L", 10)

        assert "damaged entry: expected 10 bytes" in refusal(write(tmp_path / "a.zip", data))

    def test_a_bomb_is_refused(self, tmp_path: Path) -> None:
        assert "swells more than 200:1" in refusal(zipped(tmp_path / "a.zip", {"a": bytes(30_000_000)}))

    def test_too_many_members_are_refused(self, tmp_path: Path) -> None:
        path = zipped(tmp_path / "a.zip", {str(number): b"" for number in range(11)})

        assert "more than 10 entries" in refusal(path, Limits(members=10))

    def test_an_archive_inside_is_opaque(self, tmp_path: Path) -> None:
        inner = zipped(tmp_path / "inner.zip", {"a": b"x"}).read_bytes()
        packed = tarred(tmp_path / "t.tar.gz", {"a": b"x"}, "w:gz").read_bytes()
        path = zipped(tmp_path / "a.zip", {"inner.zip": inner, "t.tar.gz": packed})

        assert contents(path) == {"inner.zip": inner, "t.tar.gz": packed}

    def test_random_damage_is_always_one_clear_line(self, tmp_path: Path) -> None:
        data = zipped(tmp_path / "a.zip", {"a": TEXT, "b/c": b"x" * 50}).read_bytes()
        for at in range(0, len(data), max(1, len(data) // 200)):
            path = write(tmp_path / "b.zip", data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
            assert "\n" not in fault(path)


@pytest.mark.parametrize("mode", ["w", "w:gz"])
class TestTar:
    @pytest.mark.parametrize("kind", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
    def test_members_are_read_in_any_order(self, tmp_path: Path, mode: str, kind: int) -> None:
        members = {"./outbox.json": TEXT, "media/1.jpg": b"\xff\xd8" * 400, f"{'long/' * 60}é.json": b"{}"}
        path = tarred(tmp_path / "a.tar", members, mode, kind)

        read = contents(path)

        assert read == {name.removeprefix("./"): data for name, data in members.items()}

    def test_packed_members_are_unpacked(self, tmp_path: Path, mode: str) -> None:
        assert contents(tarred(tmp_path / "a.tar", {"a.csv.gz": gzip.compress(TEXT)}, mode)) == {
            "a.csv": TEXT
        }

    @pytest.mark.parametrize("name", ["/etc/passwd", "../up", "a/../../up"])
    def test_a_name_that_leads_out_is_refused(self, tmp_path: Path, mode: str, name: str) -> None:
        assert "entry name" in refusal(tarred(tmp_path / "a.tar", {name: b"x"}, mode))

    def test_two_members_of_one_name_are_refused(self, tmp_path: Path, mode: str) -> None:
        assert "two entries of one name" in refusal(
            tarred(tmp_path / "a.tar", {"a": b"1", "./a": b"2"}, mode)
        )

    def test_too_many_members_are_refused(self, tmp_path: Path, mode: str) -> None:
        path = tarred(tmp_path / "a.tar", {str(number): b"" for number in range(11)}, mode)

        assert "more than 10 entries" in refusal(path, Limits(members=10))

    def test_a_truncated_tar_is_refused(self, tmp_path: Path, mode: str) -> None:
        data = tarred(tmp_path / "a.tar", {"a": os.urandom(3000), "b": b"x"}, mode).read_bytes()
        for kept in (600, 1024, 2000, 3000):
            assert "truncated" in refusal(write(tmp_path / "b.tar", data[:kept]))

    def test_a_bomb_is_refused(self, tmp_path: Path, mode: str) -> None:
        path = tarred(tmp_path / "a.tar", {"a.json": bytes(3_000_000)}, mode)

        assert "more than 1,000,000 bytes" in refusal(path, Limits(bytes_out=1_000_000, ratio=10_000))


def test_a_tar_without_its_end_mark_is_refused(tmp_path: Path) -> None:
    data = tarred(tmp_path / "a.tar", {"a": b"x"}).read_bytes()

    assert refusal(write(tmp_path / "a.tar", data[:1024])).startswith(": truncated tar")


def test_bytes_behind_a_tars_end_mark_are_refused(tmp_path: Path) -> None:
    data = tarred(tmp_path / "a.tar", {"a": b"x"}).read_bytes()

    assert "after the tar's end mark" in refusal(write(tmp_path / "a.tar", data + data))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_a_link_or_device_in_a_tar_is_refused(tmp_path: Path, kind: bytes) -> None:
    entry = tarfile.TarInfo("a")
    entry.type, entry.linkname = kind, "/etc/passwd"

    assert "a link, device or sparse file" in refusal(tar_of(tmp_path / "a.tar", entry))


def test_a_negative_size_in_a_tar_is_refused(tmp_path: Path) -> None:
    block = bytearray(tarfile.TarInfo("a").tobuf())
    block[124:136] = b"\xff" * 12
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)

    assert "negative size" in refusal(write(tmp_path / "a.tar", bytes(block) + bytes(1024)))


def test_a_huge_extended_header_in_a_tar_is_refused(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("a")
    entry.type, entry.size = tarfile.XHDTYPE, 2**30

    assert "extended header" in refusal(write(tmp_path / "a.tar", entry.tobuf() + bytes(2048)))


@pytest.mark.parametrize("record", [b"x y=1\n", b"0 y=1\n", b"000 y=1\n", b"3 y=1\n", b"99 y=1\n", b"5 y1\n"])
def test_an_extended_header_of_a_wrong_length_is_refused(tmp_path: Path, record: bytes) -> None:
    entry = tarfile.TarInfo("a")
    entry.type, entry.size = tarfile.XHDTYPE, len(record)

    path = write(tmp_path / "a.tar", entry.tobuf() + record.ljust(512, b"\0") + bytes(1024))

    assert refusal(path) == ": damaged extended header: expected LENGTH KEY=VALUE"


def test_random_damage_of_a_tar_is_always_one_clear_line(tmp_path: Path) -> None:
    data = tarred(tmp_path / "a.tar", {"a": b"x" * 900, "é" * 80: b"{}"}).read_bytes()
    for at in range(0, 5000, 13):
        path = write(tmp_path / "b.tar", data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        assert "\n" not in fault(path)


def test_deflate_that_fills_the_buffer_exactly_is_read_to_its_end(tmp_path: Path) -> None:
    exact = os.urandom(1000) * 1049
    for size in (262_144, 262_143, 524_288, len(exact)):
        path = write(tmp_path / "a.gz", zlib.compress(exact[:size], wbits=31))
        assert contents(path) == {"a": exact[:size]}

"""An export says the same however it is packed, and named: the ending of a packing is part of no name."""

import bz2
import gzip
import lzma
import shutil
import sys
import tarfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Activity
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.choose import Skipped, inputs

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


def zipped(source: Path, target: Path) -> None:
    with ZipFile(target, "w") as archive:
        for path in (source, *sorted(source.rglob("*"))):
            archive.write(path, path.relative_to(source.parent))


def tarred(packing: str) -> Callable[[Path, Path], None]:
    def pack(source: Path, target: Path) -> None:
        with tarfile.open(target, f"w:{packing}") as archive:
            archive.add(source, source.name)

    return pack


PACKINGS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstd.compress}
ARCHIVES = {
    ".zip": zipped,
    ".tar": tarred(""),
    ".tar.gz": tarred("gz"),
    ".tgz": tarred("gz"),
    ".tar.bz2": tarred("bz2"),
    ".tar.xz": tarred("xz"),
    ".ZIP": zipped,
}


def deeds(path: Path) -> list[Activity]:
    """Return the activities at a path, without where they stand."""
    told = []
    for found in inputs(str(path), Limits(), None):
        if isinstance(found, Skipped):
            continue
        told += [
            deed.model_copy(update={"origin": None})
            for deed in found.reader.read(found.tree, found.budget)
            if isinstance(deed, Activity)
        ]
    return told


def _readable(paths: Iterable[Path]) -> list[str]:
    names = []
    for path in sorted(paths):
        with suppress(KibbutzError):
            if deeds(path):
                names.append(str(path.relative_to(FIXTURES)))
    return names


FILES = _readable(path for path in FIXTURES.rglob("*") if path.is_file())
EXPORTS = _readable(FIXTURES.glob("*/*"))


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("name", FILES)
def test_a_file_says_the_same_packed(name: str, packing: str, tmp_path: Path) -> None:
    source = FIXTURES / name
    plain, packed = (tmp_path / way / source.parent.name for way in ("plain", "packed"))
    plain.mkdir(parents=True)
    packed.mkdir(parents=True)
    shutil.copy(source, plain)
    packed = packed / f"{source.name}{packing}"
    packed.write_bytes(PACKINGS[packing](source.read_bytes()))

    assert deeds(plain / source.name) == deeds(packed)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_says_the_same_as_windows_saves_it(name: str, codec: str, tmp_path: Path) -> None:
    """Its shell and its editor put a mark before a text, whatever encoding XML itself names."""
    source, saved = FIXTURES / name, tmp_path / name
    saved.parent.mkdir(parents=True)
    text = source.read_bytes().decode("utf-8-sig", "surrogateescape")
    saved.write_bytes(text.encode(codec, "surrogateescape" if codec == "utf-8-sig" else "replace"))

    assert deeds(source) == deeds(saved)


@pytest.mark.parametrize("ending", [ending for ending in ARCHIVES if ending != ".zip"])
@pytest.mark.parametrize("name", EXPORTS)
def test_archives_of_one_export_say_the_same(name: str, ending: str, tmp_path: Path) -> None:
    source = FIXTURES / name
    packed = [tmp_path / f"garden{each}" for each in (".zip", ending)]
    for path in packed:
        ARCHIVES["." + path.name.partition(".")[2]](source, path)

    assert deeds(packed[0]) == deeds(packed[1])


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_says_the_same_wherever_somebody_stands(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = FIXTURES / name
    monkeypatch.chdir(path if path.is_dir() else path.parent)

    assert deeds(path) == deeds(Path("." if path.is_dir() else path.name))

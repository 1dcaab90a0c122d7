"""An export says the same however a disk spells its name: with accents taken apart, or in no UTF-8 at all."""

import os
import shutil
import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from reading import FIXTURES
from test_packings import EXPORTS, FILES, deeds

ACCENT = "\u00e9"
NAMES = pytest.mark.parametrize("name", sorted({*FILES, *EXPORTS}))


def accented(name: str, folder: Path, accent: str) -> Path:
    """Return a copy of an export whose name and folder have an accent."""
    source, above = FIXTURES / name, folder / f"li{accent}"
    stem, dot, ending = source.name.partition(".") if source.is_file() else (source.name, "", "")
    target = above / f"{stem}{accent}{dot}{ending}"
    above.mkdir(parents=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)
    return target


@NAMES
def test_an_accent_taken_apart_is_the_same_accent(name: str, tmp_path: Path) -> None:
    apart = accented(name, tmp_path / "apart", normalize("NFD", ACCENT))
    together = accented(name, tmp_path / "together", ACCENT)

    told = [
        [deed.model_dump_json().replace(str(path), "") for deed in deeds(path)] for path in (apart, together)
    ]

    assert told[0] == told[1]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is UTF-8")
@NAMES
def test_a_name_of_another_encoding_loses_nothing(name: str, tmp_path: Path) -> None:
    old = accented(name, tmp_path / "old", os.fsdecode(ACCENT.encode("latin-1")))
    new = accented(name, tmp_path / "new", ACCENT)

    told = [(deed.community, deed.kind, deed.ts_us) for deed in deeds(new)]

    assert [(deed.community, deed.kind, deed.ts_us) for deed in deeds(old)] == [
        (community.replace(ACCENT, r"\xe9"), *rest) for community, *rest in told
    ]

"""An export is found among files that are none: a backup of a whole server, a download of a whole account."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.choose import Input, Skipped, inputs

BESIDE = {
    ".json": '{"a": [1, 2, 3]}',
    ".csv": "group,setting\r\ngarden,open\r\n",
    ".xml": "<settings><colour>green</colour></settings>",
    ".txt": "A few words.\n",
}

EXPORTS = {
    "ghost": ("ghost/garden.ghost.2024-05-01.json", ".json"),
    "wordpress-rest": ("wordpress-rest/garden", ".json"),
    "mediawiki": ("mediawiki/garden.xml", ".xml"),
    "blogger": ("blogger/Takeout", ".xml"),
    "mbox": ("mbox/patches.mbox", ".csv"),
    "whatsapp": ("whatsapp/_chat.txt", ".txt"),
}


def lay(fixtures: Path, name: str, folder: Path) -> list[str]:
    """Lay an export and eight files of its ending into a folder; return the names of its own files."""
    place, ending = EXPORTS[name]
    source = fixtures / place
    files = [source] if source.is_file() else sorted(each for each in source.rglob("*") if each.is_file())
    own = [str(Path("mine") / each.relative_to(source.parent)) for each in files]
    for each, target in zip(files, own, strict=True):
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        (folder / target).write_bytes(each.read_bytes())
    for number in range(8):
        (folder / f"other{number}{ending}").write_text(BESIDE[ending], encoding="utf-8")
    return own


def chosen(path: Path) -> tuple[list[str], list[Skipped]]:
    found = list(inputs(str(path), Limits(), None))
    names = [each.reader.ABOUT.name for each in found if isinstance(each, Input)]
    return names, [each for each in found if isinstance(each, Skipped)]


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_among_many_other_files_is_found(fixtures: Path, tmp_path: Path, name: str) -> None:
    lay(fixtures, name, tmp_path)

    assert chosen(tmp_path)[0] == [name]


@pytest.mark.parametrize("name", EXPORTS)
def test_in_an_archive_it_is_found_too(fixtures: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "all"
    lay(fixtures, name, folder)
    with ZipFile(tmp_path / "all.zip", "w") as packed:
        for each in sorted(each for each in folder.rglob("*") if each.is_file()):
            packed.write(each, each.relative_to(folder))

    assert chosen(tmp_path / "all.zip") == ([name], [])


def test_it_does_not_part_the_files_of_another(fixtures: Path, tmp_path: Path) -> None:
    lay(fixtures, "mbox", tmp_path)
    for number in range(2):
        (tmp_path / f"{number}.xml").write_bytes((fixtures / "disqus" / "garden.xml").read_bytes())

    assert chosen(tmp_path)[0] == ["disqus", "mbox"]


def test_two_among_many_others_are_both_read(fixtures: Path, tmp_path: Path) -> None:
    lay(fixtures, "ghost", tmp_path)
    lay(fixtures, "wordpress-rest", tmp_path)

    assert sorted(chosen(tmp_path)[0]) == ["ghost", "wordpress-rest"]

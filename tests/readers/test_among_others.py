"""An export is found among files that are none: a backup of a whole server, a download of a whole account."""

import shutil
from collections.abc import Collection
from pathlib import Path
from zipfile import ZipFile

import pytest

from kibbutz_cli.errors import UnknownFormatError
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


@pytest.mark.parametrize(
    "other",
    ["discourse/garden/7.json", "discourse/search.json", "gitter/messages.ndjson", "twarc/flat.jsonl"],
)
def test_a_chat_opens_nobody_elses_file_for_its_users(fixtures: Path, tmp_path: Path, other: str) -> None:
    """What one reader opened is its own, and no other one is asked."""
    pages = fixtures / "mattermost" / "pages"
    with ZipFile(tmp_path / "all.zip", "w") as packed:
        for each in (*pages.iterdir(), fixtures / other):
            packed.write(each, each.name)

    named = f"!{Path(other).name}: {other.partition('/')[0]}, not part of the mattermost export"
    assert [f"{named}: unpack it to read it, too"] == passed_over(tmp_path / "all.zip")


def test_an_archive_of_two_exports_is_to_be_unpacked(fixtures: Path, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "all.zip", "w") as packed:
        for each in ("wordpress/blog.xml", "blogger/blog-03-01-2012.xml"):
            packed.write(fixtures / each, each)

    with pytest.raises(UnknownFormatError, match="could be blogger or wordpress") as caught:
        list(inputs(str(tmp_path / "all.zip"), Limits(), None))
    assert caught.value.hint == "say which with --from blogger, or unpack it to read what each knows"


LOG = b"[2024-05-01 10:00:00] <ada> The beans are up.\n"


def passed_over(path: Path, apart: Collection[Path] = ()) -> list[str]:
    """Return what is told to be passed over where the exports at a path are read."""
    told = []
    for each in inputs(str(path), Limits(), None, apart):
        if isinstance(each, Skipped):
            told.append(f"{each.path.removeprefix(str(path))}: {each.reason}")
        else:
            assert list(each.reader.read(each.tree, each.budget))
    return told


def lay_logs(folder: Path) -> None:
    for name in ("#beans.log", "#peas.log", "about.txt", "deeper/notes.log", "empty.log", "junk.log"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(LOG if name == "#beans.log" else b"10:00 Ada sagt: gut\n")
    (folder / "empty.log").write_bytes(b"")
    (folder / "junk.log").write_bytes(bytes(100))


def test_a_text_called_like_those_that_are_read_is_told_if_nobody_reads_it(tmp_path: Path) -> None:
    """A log in another language, or of another age, would be missed by nobody."""
    lay_logs(tmp_path)

    assert passed_over(tmp_path) == ["/#peas.log: text"]
    assert passed_over(tmp_path, {tmp_path}) == ["/#peas.log: text"]
    assert passed_over(tmp_path, {tmp_path / "#peas.log"}) == []


def test_so_is_one_in_an_archive(tmp_path: Path) -> None:
    lay_logs(tmp_path / "logs")
    with ZipFile(tmp_path / "logs.zip", "w") as archive:
        for file in sorted((tmp_path / "logs").iterdir()):
            archive.write(file, file.name)

    assert passed_over(tmp_path / "logs.zip") == ["!#peas.log: text"]


@pytest.mark.parametrize(
    "export", ["discord/garden", "ghost/garden.ghost.2024-05-01.json", "discourse/garden"]
)
def test_json_that_nobody_reads_is_told_beside_files_that_are_an_export_each(
    fixtures: Path, tmp_path: Path, export: str
) -> None:
    """A channel in a layout that the reader does not know would be missed by nobody."""
    source = fixtures / export
    for each in source.iterdir() if source.is_dir() else [source]:
        (tmp_path / each.name).write_bytes(each.read_bytes())
    (tmp_path / "odd.json").write_text('{"guild": {"id": "9"}, "messages": {"1": {"content": "x"}}}')
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "settings.json").write_text('{"colour": "green"}')

    assert passed_over(tmp_path) == ["/odd.json: JSON"]


@pytest.mark.parametrize("export", ["mastodon/archive", "slack/workspace", "mattermost/lists"])
def test_beside_files_that_are_parts_of_one_export_it_is_not(
    fixtures: Path, tmp_path: Path, export: str
) -> None:
    """Exports have settings, bookmarks and logs of their own in them, which are for nobody."""
    copy = shutil.copytree(fixtures / export, tmp_path / "export")
    (copy / "integration_logs.json").write_text('[{"service_id": 1, "user_id": "U1"}]')

    assert passed_over(copy) == []


def test_what_another_reader_has_is_not_passed_over(fixtures: Path, tmp_path: Path) -> None:
    (tmp_path / "#beans.txt").write_bytes(LOG)
    (tmp_path / "chat.txt").write_bytes((fixtures / "whatsapp" / "_chat.txt").read_bytes())

    assert passed_over(tmp_path) == []

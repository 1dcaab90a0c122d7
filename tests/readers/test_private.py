"""What an archive holds for its owner alone is not looked into, not even to see whether it is an export."""

from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.choose import Input, Skipped, inputs

TABLE = "activity_id,actor,kind,published\n1,ann,post,2024-01-01T10:00:00Z\n"
"""What the reader of tables is certain of, whatever a file is called."""

ARCHIVES = [
    ("mastodon", "bookmarks.json"),
    ("twitter", "data/direct-messages.js"),
    ("twitter", "data/deleted-tweets-part1.js"),
    ("twitter", "data/ip-audit.js"),
    ("substack", "email_list.garden.csv"),
    ("substack", "posts/201.opens.csv"),
    ("youtube", "Takeout/YouTube and YouTube Music/history/watch-history.json"),
]


def laid(fixtures: Path, name: str, private: str, folder: Path) -> Path:
    source = next(each for each in sorted((fixtures / name).iterdir()) if each.is_dir())
    copytree(source.parent if name == "youtube" else source, folder)
    (folder / private).parent.mkdir(parents=True, exist_ok=True)
    (folder / private).write_text(TABLE)
    return folder


def met(path: Path) -> tuple[list[str], str]:
    found = list(inputs(str(path), Limits(), None))
    names = [each.reader.ABOUT.name for each in found if isinstance(each, Input)]
    return names, " ".join(each.reason for each in found if isinstance(each, Skipped))


@pytest.mark.parametrize(("name", "private"), ARCHIVES)
def test_it_is_no_export_beside_another(fixtures: Path, tmp_path: Path, name: str, private: str) -> None:
    folder = laid(fixtures, name, private, tmp_path / "archive")

    names, told = met(folder)

    assert names == [name]
    assert "tables" not in told


@pytest.mark.parametrize(("name", "private"), ARCHIVES)
def test_nor_is_it_in_an_archive(fixtures: Path, tmp_path: Path, name: str, private: str) -> None:
    folder = laid(fixtures, name, private, tmp_path / "archive")
    with ZipFile(tmp_path / "archive.zip", "w") as packed:
        for each in sorted(each for each in folder.rglob("*") if each.is_file()):
            packed.write(each, each.relative_to(folder))

    names, told = met(tmp_path / "archive.zip")

    assert names == [name]
    assert "tables" not in told


def test_it_is_read_where_it_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "bookmarks.json").write_text(TABLE)

    assert met(tmp_path / "bookmarks.json") == (["tables"], "")


def test_beside_a_feed_it_is_left_alone(fixtures: Path, tmp_path: Path) -> None:
    (tmp_path / "talk.atom").write_bytes((fixtures / "feeds" / "talk.atom").read_bytes())
    (tmp_path / "watch-history.json").write_text("[]")

    assert met(tmp_path) == (["feeds"], "private")


def test_beside_files_of_one_kind_it_is_left_alone(fixtures: Path, tmp_path: Path) -> None:
    tweets = next(iter(sorted((fixtures / "twarc").glob("*.jsonl"))))
    (tmp_path / tweets.name).write_bytes(tweets.read_bytes())
    (tmp_path / "bookmarks.json").write_text("[]")

    assert met(tmp_path) == (["twarc"], "private")


def test_a_folder_may_be_called_as_a_script_is(fixtures: Path, tmp_path: Path) -> None:
    folder = tmp_path / "direct-message.js"
    folder.mkdir()
    (folder / "talk.atom").write_bytes((fixtures / "feeds" / "talk.atom").read_bytes())
    (tmp_path / "notes.txt").write_text("A few words.\n")

    assert met(tmp_path)[0] == ["feeds"]


def test_an_archive_of_x_deep_in_another_export_is_told(fixtures: Path, tmp_path: Path) -> None:
    copytree(fixtures / "twitter" / "archive", tmp_path / "slack" / "x")
    copytree(fixtures / "slack" / "workspace", tmp_path / "slack", dirs_exist_ok=True)

    names, told = met(tmp_path / "slack")

    assert "twitter" in (*names, told.partition(",")[0])


def test_comments_of_youtube_are_read_beside_any_other_export(fixtures: Path, tmp_path: Path) -> None:
    copytree(fixtures / "youtube" / "Takeout", tmp_path / "one" / "Takeout")
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "patches.mbox").write_bytes((fixtures / "mbox" / "patches.mbox").read_bytes())

    assert sorted(met(tmp_path)[0]) == ["mbox", "youtube"]

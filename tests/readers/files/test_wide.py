"""Text in UTF-16 is read as UTF-8, whatever it is of; a file that only looks alike is left as it is."""

import gzip
import shutil
from pathlib import Path

import pytest

from kibbutz_cli.app.inspect import inspect
from kibbutz_cli.errors import InputError
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree

TEXT = "commit — Grüße 🌱\r\n" * 40_000


def content(path: Path) -> bytes:
    with open_tree(str(path), Budget(Limits(), str(path))) as tree:
        assert tree.local(path.name) is None or tree.local(path.name) == str(path)
        return tree.open(path.name).read()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_as_utf_8_and_not_by_the_engine(codec: str, tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_bytes(f"\ufeff{TEXT}".encode(codec))

    assert content(path).decode("utf-8-sig") == TEXT
    with open_tree(str(path), Budget(Limits(), str(path))) as tree:
        assert tree.local(path.name) is None


@pytest.mark.parametrize("shape", ["folder", "zip", "tar.gz", "gz"])
def test_utf_16_is_read_as_utf_8_wherever_it_lies(shape: str, tmp_path: Path) -> None:
    data = f"\ufeff{TEXT}".encode("utf-16-le")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "saved.txt").write_bytes(data)
    path = tmp_path / f"saved.txt.{shape}"
    match shape:
        case "folder":
            path = folder
        case "gz":
            path.write_bytes(gzip.compress(data))
        case _:
            path = Path(shutil.make_archive(str(path), {"zip": "zip"}.get(shape, "gztar"), folder))

    with open_tree(str(path), Budget(Limits(ratio=10_000), str(path))) as tree:
        assert tree.open("saved.txt").read().decode("utf-8-sig") == TEXT
        assert tree.head("saved.txt").startswith(b"\xef\xbb\xbfcommit")


def test_half_of_a_character_becomes_a_question_mark(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_bytes("\ufeffa\udc00b".encode("utf-16-le", "surrogatepass"))

    assert content(path).decode("utf-8-sig") == "a?b"


def test_halves_of_characters_are_counted_once_however_often_a_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_bytes("\ufeff\ud83ca\udc00b🌱".encode("utf-16-be", "surrogatepass"))
    budget = Budget(Limits(), str(path))

    with open_tree(str(path), budget) as tree:
        assert tree.head(path.name) == tree.open(path.name).read() == tree.open(path.name).read()
    assert budget.repairs == {"halves of characters replaced": 2}


def test_half_of_a_character_in_a_table_that_the_engine_reads_is_told(tmp_path: Path) -> None:
    path = tmp_path / "saved.csv"
    text = "actor,published\nb\udc00n,2024-01-01\nana,2024-01-02\n"
    path.write_bytes(f"\ufeff{text}".encode("utf-16-le", "surrogatepass"))

    (source,) = inspect([str(path)], Settings(ruler=Ruler()), lambda *_: None).sources

    assert (source.accepted, source.repairs) == (2, {"halves of characters replaced": 1})


@pytest.mark.parametrize("cut", [1, 2], ids=["byte", "half of a pair"])
def test_utf_16_that_was_cut_off_is_an_error(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_bytes("\ufeffseeds 🌱".encode("utf-16-le")[:-cut])

    with pytest.raises(InputError, match="truncated UTF-16 text"):
        content(path)


def test_utf_32_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_bytes(data := "\ufeffa".encode("utf-32-le"))

    assert content(path) == data

"""The surest reader gets an input, and whoever is left without one is told why."""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pytest

from kibbutz_cli import plugins
from kibbutz_cli.errors import InputError, LimitError, PluginError, UnknownFormatError, UsageError
from kibbutz_cli.model.activity import Coverage, Outcome
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import choose as choosing
from kibbutz_cli.readers import tables as ours
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import CERTAIN, SURE, Input, Skipped, choose, inputs, readers
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.files.heads import PROBED


class Marked:
    """A reader that is sure of an input with a file of its ending in it."""

    def __init__(self, name: str, ending: str, sure: int) -> None:
        self.ABOUT = About(name, name, f"*{ending}", Coverage.COMMUNITY, "Nothing.", "By hand.")
        self.ending = ending
        self.sure = sure

    def probe(self, tree: Tree) -> Probe:
        if any(name.endswith(self.ending) for name in tree.names()):
            return Probe(self.sure, f"a file *{self.ending}")
        return NOT_MINE

    def read(self, tree: Tree, budget: Budget) -> Iterator[Outcome]:
        return iter(())


class Lone(Marked):
    """A reader that is sure of one file, but not of a folder with others in it."""

    def probe(self, tree: Tree) -> Probe:
        return super().probe(tree) if len(tree.names()) == 1 else NOT_MINE


red = Marked("red", ".red", 90)
blue = Marked("blue", ".blue", 80)
twin = Marked("twin", ".blue", 80)
wide = Marked("wide", "d", 60)
shy = Marked("shy", ".grey", 20)
certain = Marked("certain", ".red", 100)
lone = Lone("lone", ".lone", 80)
tables = ours
nameless = object()


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names registered as readers, for the test to change."""
    names = ["blue", "red", "shy"]

    def found(group: str) -> list[EntryPoint]:
        return [EntryPoint(name, f"{__name__}:{name}", group) for name in names]

    monkeypatch.setattr(plugins, "registered", found)
    return names


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"" if "empty" in name else b"some text")
    return folder


def pack(path: Path, *names: str) -> None:
    with ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "some text")


def found(path: Path, named: str | None = None) -> list[tuple[str, str]]:
    outcome = []
    for one in inputs(str(path), Limits(), named):
        match one:
            case Input():
                outcome.append((one.budget.path, one.reader.ABOUT.name))
            case Skipped():
                outcome.append((one.path, one.reason))
    return [(place.removeprefix(str(path)), what) for place, what in outcome]


def chosen(path: Path, named: str | None = None) -> str:
    with open_tree(str(path), Budget(Limits(), str(path))) as tree:
        return choose(tree, named).ABOUT.name


def test_the_surest_reader_is_chosen(tmp_path: Path, registered: list[str]) -> None:
    registered.append("wide")

    assert chosen(fill(tmp_path, "a.red") / "a.red") == "red"


def test_the_reader_named_is_chosen_whatever_the_probes_say(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.red")

    assert chosen(tmp_path / "a.red", "blue") == "blue"
    assert found(tmp_path / "a.red", "blue") == [("", "blue")]


TABLE = (
    "actor,kind,published\nada,post,2024-01-01\n",
    '{"actor": "ada", "kind": "post", "published": "2024-01-01"}\n',
)


@pytest.mark.parametrize("text", TABLE)
def test_of_a_table_of_ours_only_its_own_reader_is_certain(tmp_path: Path, text: str) -> None:
    (tmp_path / "table").write_text(text)
    with open_tree(str(tmp_path / "table"), Budget(Limits(), "table")) as tree:
        claims = {name: reader.probe(tree).sure for name, reader, _ in readers()}

    assert claims.pop("tables") >= CERTAIN
    assert max(claims.values()) < SURE


@pytest.mark.parametrize("text", [*TABLE, "PAR1"])
def test_for_a_table_of_ours_no_other_reader_of_ours_is_loaded(tmp_path: Path, text: str) -> None:
    (tmp_path / "table").write_text(text)
    asked = (
        "import sys; from kibbutz_cli.model.limits import Limits;"
        "from kibbutz_cli.readers.choose import inputs;"
        "print(*(one.reader.ABOUT.name for one in inputs('table', Limits(), None)),"
        "*(name for name in sys.modules if name.startswith('kibbutz_cli.readers.posts')))"
    )
    command = [sys.executable, "-c", asked]

    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["tables"]


QUOTED = {
    "wordpress": "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><wp:wxr_version>1.2</wp:wxr_version>",
    "feeds": "<rss version='2.0'><channel><title>Garden</title>",
    "blogger": "<feed xmlns:b='http://schemas.google.com/blogger/2018'><title>Garden</title>",
}
"""How documents begin that somebody may paste into a post."""


@pytest.mark.parametrize("quoted", QUOTED.values(), ids=QUOTED)
def test_a_table_that_quotes_a_document_is_a_table(tmp_path: Path, quoted: str) -> None:
    (tmp_path / "x").write_text(f"actor,published,mood,text\nada,2024-01-01,glad,{quoted}\n")

    assert found(tmp_path / "x") == [("", "tables")]


@pytest.mark.parametrize("quoted", QUOTED.values(), ids=QUOTED)
@pytest.mark.parametrize(
    "table",
    ['user,day,text\nada,2024-01-01,"{}"\n', '{{"user": "ada", "day": "2024-01-01", "text": "{}"}}\n'],
)
def test_a_table_of_other_columns_that_quotes_a_document_is_nobodys(
    tmp_path: Path, table: str, quoted: str
) -> None:
    (tmp_path / "x").write_text(table.format(quoted))

    with pytest.raises(UnknownFormatError, match="--map FIELD=COLUMN"):
        found(tmp_path / "x")


def test_a_parquet_file_is_a_table_whatever_its_texts_hold(tmp_path: Path) -> None:
    blog = '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><wp:wxr_version>1.2'
    for name in ("one.parquet", "other.parquet"):
        duckdb.sql(f"select 'ada' as actor, '2024-01-01' as published, '{blog}' as text").write_parquet(
            str(tmp_path / name), compression="uncompressed"
        )

    assert found(tmp_path / "one.parquet") == [("", "tables")]
    assert found(tmp_path) == [("/one.parquet", "tables"), ("/other.parquet", "tables")]


def test_a_table_with_one_more_column_is_shown_to_every_reader(tmp_path: Path) -> None:
    (tmp_path / "table").write_text("actor,kind,published,mood\nada,post,2024-01-01,glad\n")
    with open_tree(str(tmp_path / "table"), Budget(Limits(), "table")) as tree:
        claims = {name: reader.probe(tree).sure for name, reader, _ in readers()}

    assert SURE <= claims["tables"] < CERTAIN


def test_a_reader_of_another_package_is_asked_of_a_table_too(tmp_path: Path, registered: list[str]) -> None:
    registered += ["certain", "tables"]
    (tmp_path / "a.red").write_text(TABLE[0])

    with pytest.raises(UnknownFormatError, match="could be certain or tables"):
        found(tmp_path / "a.red")


def test_an_unknown_name_is_answered_with_the_nearest(tmp_path: Path, registered: list[str]) -> None:
    with pytest.raises(UsageError, match="--from bleu: no such reader: expected one of blue, red") as caught:
        found(fill(tmp_path, "a.red"), "bleu")

    assert caught.value.hint == "did you mean blue?"


@pytest.mark.parametrize("name", ["broken", "nameless"])
def test_a_broken_reader_is_passed_over_unless_it_is_named(
    tmp_path: Path, registered: list[str], name: str
) -> None:
    registered.append(name)
    fill(tmp_path, "a.red", "b.txt")

    assert found(tmp_path / "a.red") == [("", "red")]
    assert [reader for reader, _, _ in readers()] == ["blue", "red", "shy"]
    with pytest.raises(PluginError, match=f"plug-in {name}"):
        found(tmp_path / "a.red", name)
    with pytest.raises(UnknownFormatError) as caught:
        found(tmp_path / "b.txt")
    assert f"broken: {name}" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (b"%PDF-1.4", "a PDF"),
        (b"\xfd7zXZ\0", "an xz file: unpack it first"),
        (b"PARE\x15\0", "a Parquet file with its footer encrypted: save it again without"),
        (b"ARROW1\0\0", "an Arrow file: save it as Parquet"),
        (b"FEA1\0", "an Arrow file of old: save it as Parquet"),
        (b"ORC\x0a\0", "an ORC file: save it as Parquet"),
        (b"ORCA swam by", "text"),
        (b"Obj\x01\x04\0", "an Avro file: save it as Parquet"),
        (b" <html>", "XML or HTML"),
        (b"[1]", "JSON"),
        (b'{"a": 1}', "JSON"),
        (b"[14 Jan 10:36] a log", "text"),
        (b"[2024-03-01 10:36] a log", "text"),
        (b"a\0b", "binary data"),
        (b"Dear diary", "text"),
    ],
)
def test_nobody_sure_says_what_the_file_looks_like(
    tmp_path: Path, registered: list[str], data: bytes, seen: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)

    with pytest.raises(UnknownFormatError) as caught:
        found(path)

    assert caught.value.message == f"{path}: not an export kibbutz knows: {seen}"


def test_nobody_sure_says_what_is_in_the_folder_and_who_is_nearest(
    tmp_path: Path, registered: list[str]
) -> None:
    fill(tmp_path, "a.txt", "b.txt", "e.txt", "c.grey", "p/d.jpg")

    with pytest.raises(UnknownFormatError) as caught:
        found(tmp_path)

    assert caught.value.message == (
        f"{tmp_path}: not an export kibbutz knows: 5 entries, mostly .txt; nearest: shy (a file *.grey)"
    )


def test_a_table_of_other_columns_is_told_how_to_name_them(tmp_path: Path) -> None:
    (tmp_path / "beans.csv").write_text("author;created_utc;body\nada;1704103200;hello\n")

    with pytest.raises(UnknownFormatError, match=r"--map FIELD=COLUMN .* author, body, created_utc"):
        found(tmp_path / "beans.csv")


@pytest.mark.parametrize("text", ['[[1, 2], ["ada", "published"]]', "<p>ada, published</p>"])
def test_other_formats_with_commas_are_no_tables(text: str, tmp_path: Path) -> None:
    (tmp_path / "beans").write_text(text)

    with pytest.raises(UnknownFormatError) as caught:
        found(tmp_path / "beans")

    assert "nearest" not in caught.value.message


def test_two_equally_sure_readers_are_named(tmp_path: Path, registered: list[str]) -> None:
    registered.append("twin")

    with pytest.raises(UnknownFormatError, match="could be blue or twin") as caught:
        found(fill(tmp_path, "a.blue") / "a.blue")

    assert caught.value.hint == "say which with --from blue"


def test_a_folder_claimed_as_a_whole_is_one_input(tmp_path: Path, registered: list[str]) -> None:
    assert found(fill(tmp_path, "a.red", "b/c.red", "d.txt")) == [("", "red")]


def test_what_an_export_leaves_alone_beside_its_files_is_an_export_of_its_own(
    tmp_path: Path, registered: list[str]
) -> None:
    registered.append("lone")
    fill(tmp_path, "a.lone", "b.red", "c/d.lone", "e.txt", "f/g.lone", "f/h.red", "i/j.txt")
    (tmp_path / "k.lone.gz").write_bytes(gzip.compress(b"some text"))

    assert found(tmp_path) == [
        ("", "red"),
        ("/f/g.lone", "lone, not part of the red export: name it to read it, too"),
        ("/a.lone", "lone"),
        ("/c", "lone"),
        ("/k.lone.gz", "lone"),
    ]
    assert found(tmp_path, "red") == [("", "red")]


def test_all_of_many_files_beside_an_export_are_read(tmp_path: Path, registered: list[str]) -> None:
    registered.append("lone")
    fill(tmp_path, "a.red", "b.txt", *(f"{number:02}.lone" for number in range(2 * PROBED)))

    assert len(found(tmp_path)) == 1 + 2 * PROBED


def test_an_archive_in_a_folder_that_is_one_export_is_an_export_of_its_own(
    tmp_path: Path, registered: list[str]
) -> None:
    fill(tmp_path, "a.red", "b.red", "c/d.zip")
    pack(tmp_path / "e.zip", "f.blue")
    pack(tmp_path / "g.zip", "h.txt")
    (tmp_path / "i.zip").write_bytes(b"PK\x03\x04 cut short")
    (tmp_path / "j.zip").symlink_to(tmp_path / "e.zip")

    assert found(tmp_path) == [
        ("", "red"),
        ("/e.zip", "blue"),
        ("/g.zip", "1 entry, all .txt"),
        ("/i.zip", "truncated zip: expected more bytes"),
        ("/j.zip", "a link"),
    ]


def test_a_folder_or_a_pipe_called_like_an_archive_is_none(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.red", "b.zip/c.red")
    os.mkfifo(tmp_path / "d.zip")

    assert found(tmp_path) == [("", "red")]


def test_an_archive_is_not_read_beside_what_it_holds(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.red", "b/c.red", "d/e/f.red", "d/e/g.red")
    pack(tmp_path / "here.zip", "a.red", "b/c.red")
    pack(tmp_path / "below.zip", "f.red", "g.red")
    pack(tmp_path / "more.zip", "a.red", "h.red")
    with ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.red", "another text")

    unpacked = "what it holds lies beside it, unpacked"
    assert found(tmp_path) == [
        ("", "red"),
        ("/below.zip", unpacked),
        ("/here.zip", unpacked),
        ("/more.zip", "red"),
        ("/other.zip", "red"),
    ]


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ([], []),
        (["all/b.zip"], ["all/b.zip: an archive inside an archive: unpack it"]),
        (
            ["all/b.tgz", "all/c.zip", "all/d.zip"],
            ["all/b.tgz: an archive inside an archive, as 2 more are: unpack it"],
        ),
        (["all/attached/b.zip", "c.zip"], []),
    ],
    ids=["none", "one", "several", "attached"],
)
def test_archives_beside_what_was_read_of_an_archive_are_told_once(
    tmp_path: Path, registered: list[str], inner: list[str], told: list[str]
) -> None:
    pack(tmp_path / "a.zip", "all/a.red", "all/b.txt", *inner)
    skipped = []

    for one in inputs(str(tmp_path / "a.zip"), Limits(), None):
        if isinstance(one, Input):
            one.tree.open("all/a.red").close()
        else:
            skipped.append(f"{one.path}: {one.reason}".removeprefix(f"{tmp_path}/a.zip!"))

    assert skipped == told


def test_an_archive_that_is_named_itself_is_not_read_with_its_folder(
    tmp_path: Path, registered: list[str]
) -> None:
    fill(tmp_path, "a.red")
    pack(tmp_path / "b.zip", "c.red")

    (one,) = inputs(str(tmp_path), Limits(), None, {(tmp_path / "b.zip").resolve()})

    assert isinstance(one, Input)
    assert one.tree.path == str(tmp_path)


def test_what_is_named_itself_is_not_read_with_a_folder_above_it(
    tmp_path: Path, registered: list[str]
) -> None:
    fill(tmp_path, "a.blue", "b/c.red", "d.red")
    pack(tmp_path / "b/e.zip", "f.blue")
    apart = {tmp_path.resolve(), *(tmp_path.resolve() / name for name in ("b/e.zip", "d.red"))}

    read = [one.budget.path for one in inputs(str(tmp_path), Limits(), None, apart) if isinstance(one, Input)]

    assert [path.removeprefix(str(tmp_path)) for path in read] == ["/a.blue", "/b"]


def test_a_folder_all_of_which_is_named_itself_holds_no_more(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.blue", "b.red", "c.txt")
    apart = {tmp_path.resolve(), *(tmp_path.resolve() / name for name in ("a.blue", "b.red"))}

    (one,) = inputs(str(tmp_path), Limits(), None, apart)

    assert one == Skipped(str(tmp_path / "c.txt"), "text")


def test_an_archive_beyond_the_limits_is_refused(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.red")
    pack(tmp_path / "b.zip", *(f"{number}.red" for number in range(5)))

    with pytest.raises(LimitError, match=r"b\.zip: more than 3 entries"):
        list(inputs(str(tmp_path), Limits(members=3), None))


def test_so_it_is_in_a_folder_beside_others(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.blue", "b/c.red")
    pack(tmp_path / "b/d.zip", "e.blue")

    assert found(tmp_path) == [("/a.blue", "blue"), ("/b", "red"), ("/b/d.zip", "blue")]


def test_a_folder_of_several_exports_is_read_one_by_one(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.red", "b.blue", "c/d/e.red", "f.txt", "g.png", "empty.red", "h/i.txt")
    (tmp_path / "link").symlink_to("/etc")

    assert found(tmp_path) == [
        ("/a.red", "red"),
        ("/b.blue", "blue"),
        ("/c", "red"),
        ("/empty.red", "empty"),
        ("/f.txt", "text"),
        ("/g.png", "media"),
        ("/h/i.txt", "text"),
        ("/link", "a link"),
    ]


def test_a_less_sure_reader_of_the_same_files_does_not_split_a_folder(
    tmp_path: Path, registered: list[str]
) -> None:
    registered.append("wide")

    assert found(fill(tmp_path, "a.red", "b.red")) == [("", "red")]


def test_trees_are_open_only_while_they_are_read(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.red", "b.blue")

    for one in inputs(str(tmp_path), Limits(), None):
        assert isinstance(one, Input)
        (name,) = one.tree.names()
        assert one.tree.open(name).read() == b"some text"


def test_a_named_reader_takes_from_a_folder_what_it_is_sure_of(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.txt", "b.txt")

    assert found(tmp_path, "red") == [("", "red")]


def test_a_damaged_export_beside_others_is_refused(tmp_path: Path, registered: list[str]) -> None:
    fill(tmp_path, "a.red", "b.blue")
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x04 cut short")

    with pytest.raises(InputError, match=r"c\.zip: truncated zip"):
        found(tmp_path)


def test_our_own_readers_can_be_loaded_where_they_are_installed() -> None:
    points = {point.name for point in plugins.points(plugins.READERS)}

    assert {"feeds", "mastodon", "tables", "twitter", "wordpress"} <= points
    assert {name for name, _, _ in choosing.readers()} <= points

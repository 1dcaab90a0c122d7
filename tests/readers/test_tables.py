"""Tables of ours in archives and folders, and as spreadsheets and foreign columns leave them."""

import os
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from kibbutz_cli.app.inspect import inspect
from kibbutz_cli.app.run import loaded
from kibbutz_cli.errors import InputError, UnknownFormatError, UsageError
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.model.views import Inspection
from kibbutz_cli.readers.files.folders import DEPTH

MAPPED = {"actor": "user", "published": "when"}

OURS = {"a/one.csv": "actor,published\nana,2024-01-01\n", "two.ndjson": '{"actor":"ben","ts_s":1704103200}\n'}
FOREIGN = {"a/one.csv": "user,when\nana,2024-01-01\n", "two.csv": "when;user\n2024-01-02;ben\nsoon;cleo\n"}


def found(path: Path, columns: dict[str, str] | None = None, reader: str | None = None) -> Inspection:
    settings = Settings(ruler=Ruler(), columns=columns or {}, reader=reader)
    return inspect([str(path)], settings, lambda *_: None)


def zipped(folder: Path, texts: dict[str, str]) -> Path:
    path = folder / "tables.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return path


def tarred(folder: Path, texts: dict[str, str]) -> Path:
    path = folder / "tables.tgz"
    with tarfile.open(path, "w:gz") as archive:
        archive.add(unpacked(folder, texts), "tables")
    return path


def unpacked(folder: Path, texts: dict[str, str]) -> Path:
    path = folder / "tables"
    for name, text in texts.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)
    return path


Packing = Callable[[Path, dict[str, str]], Path]

PACKINGS = pytest.mark.parametrize("packed", [zipped, tarred, unpacked])


@pytest.mark.parametrize("reader", [None, "tables"])
@PACKINGS
def test_tables_of_ours_are_read_one_after_the_other(
    packed: Packing, reader: str | None, tmp_path: Path
) -> None:
    whole = found(packed(tmp_path, OURS), reader=reader)

    assert (whole.activities, whole.members) == (2, 2)
    assert sum(source.accepted for source in whole.sources) == 2


@PACKINGS
def test_tables_of_which_the_columns_are_named_are_read_one_after_the_other(
    packed: Packing, tmp_path: Path
) -> None:
    path = packed(tmp_path, {**FOREIGN, "notes.txt": "nothing, but words\n"})

    (source,) = found(path, MAPPED).sources

    assert (source.accepted, source.rejected) == (2, {"bad_time": 1})
    (place,) = source.places
    assert place.startswith(f"{path}!")
    assert "two.csv:2: bad_time: published: 'soon'" in place


@pytest.mark.parametrize("beside", ["parquet", "our names too", "named too"])
def test_so_they_are_where_a_table_beside_them_is_known_by_itself(beside: str, tmp_path: Path) -> None:
    path = unpacked(tmp_path, {**FOREIGN, "other.csv": "who,whom\nana,ben\n"})
    known = path / "a.csv"
    match beside:
        case "parquet":
            known = path / "deeds.parquet"
            duckdb.sql(f"""copy (select 'ana' as user, '2024-01-01' as "when") to '{known}'""")
        case "our names too":
            known.write_text("user,when,actor,published\nana,2024-01-01,u1,2024-01-02\n")
        case "named too":
            known.write_text("user,when\nana,2024-01-01\n")
    zipped(path, {"three.csv": "user,when\ndee,2024-01-03\n"})

    paths = [str(path), str(known)] if beside == "named too" else [str(path)]
    with loaded(paths, Settings(ruler=Ruler(), columns=MAPPED), lambda *_: None) as ledger:
        assert sum(source.accepted for source in ledger.sources) == 4
        assert ledger.skipped == [f"{path}/other.csv: text"]


def test_what_has_no_such_columns_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path, {**FOREIGN, "other.csv": "who,whom\nana,ben\n", "README.md": "# Tables\n"})

    whole = found(path, MAPPED)

    assert whole.odd["file that is no such table skipped"] == 1


def test_tables_among_other_files_of_an_archive_are_found(tmp_path: Path) -> None:
    path = zipped(tmp_path, {**OURS, "beside.json": "[1, 2]", "other.csv": "who,whom\nana,ben\n"})

    (source,) = found(path).sources

    assert (source.accepted, source.repairs) == (2, {"file that is no such table skipped": 2})


@pytest.mark.parametrize("columns", [{}, MAPPED], ids=["our names", "names of others"])
@PACKINGS
def test_where_no_table_has_the_columns_that_is_said(
    packed: Packing, columns: dict[str, str], tmp_path: Path
) -> None:
    path = packed(tmp_path, {"one.json": '{"id": 1}', "two.csv": "who,whom\nana,ben\n"})

    with pytest.raises(InputError, match=r"no file in it has ") as caught:
        found(path, columns, "tables")

    assert caught.value.exit_code == 3


def test_new_fields_of_several_tables_are_told_together(tmp_path: Path) -> None:
    more = {"a.ndjson": '{"actor":"ben","ts_s":1}\n{"actor":"ben","ts_s":1,"mood":1}\n'}
    more |= {"b.csv": "actor,ts_s,mood\nana,1,x\nben,1,\n"}

    (source,) = found(zipped(tmp_path, OURS | more)).sources

    assert source.unknown == {"mood": 3}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is UTF-8")
@PACKINGS
def test_an_archive_whose_name_is_no_utf_8_gives_ids_all_the_same(packed: Packing, tmp_path: Path) -> None:
    path = packed(tmp_path, OURS)
    path = path.rename(tmp_path / os.fsdecode(b"caf\xe9" + path.suffix.encode()))

    assert sum(source.accepted for source in found(path).sources) == 2


def test_an_archive_of_tables_of_others_is_not_taken_for_ours(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError):
        found(zipped(tmp_path, FOREIGN))


def test_parquet_beside_other_tables_in_an_archive_is_refused_by_name(tmp_path: Path) -> None:
    duckdb.sql(f"copy (select 'ana' as actor, 1 as ts_s) to '{tmp_path / 'two.parquet'}' (format parquet)")
    path = zipped(tmp_path, OURS)
    with zipfile.ZipFile(path, "a") as archive:
        archive.write(tmp_path / "two.parquet", "z.parquet")

    with pytest.raises(InputError, match=r"tables\.zip!z\.parquet: Parquet among other files") as caught:
        found(path)

    assert "by itself" in caught.value.hint


def test_what_a_spreadsheet_made_of_a_table_of_ours_is_read(tmp_path: Path) -> None:
    path = tmp_path / "saved.csv"
    path.write_text(
        "\ufeffactivity_id,actor,actor_name,published,ts_us,text_print,derived,coverage,formula_guard\n"
        "1,ana,'=Ana,2024-01-03T10:00:00Z,1.70428E+15,2.58918E+16,FALSE,community,TRUE\n"
        "2,ben,Ben,2024-01-04T10:00:00Z,1.70436E+15,2.58918E+16,FALSE,community,\n"
    )

    whole = found(path)

    assert (whole.sources[0].accepted, whole.sources[0].rejected) == (2, {})
    assert (whole.first, whole.members) == ("2024-01-03T10:00:00Z", 2)


def test_the_names_of_columns_are_told_by_their_beginning(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(f"when,{'x' * 5000}\n2024-01-01,ana\n")

    with pytest.raises(UnknownFormatError) as unknown:
        found(path)
    with pytest.raises(UsageError) as missing:
        found(path, {"actor": "who"}, "tables")

    told = f"{'x' * 39}…"
    assert unknown.value.message.endswith(
        f"(a table, if --map FIELD=COLUMN says which is which of when, {told})"
    )
    assert missing.value.message == f"--map actor=who: {path} has no column 'who': it has when, {told}"


def test_an_object_of_lists_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_text('{"type": "FeatureCollection", "features": [{"id": 1}], "crs": {}}')

    with pytest.raises(UnknownFormatError) as unknown:
        found(path)
    assert unknown.value.message == f"{path}: not an export kibbutz knows: JSON"


def test_what_is_skipped_beside_a_table_is_told(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, {"deeds.csv": OURS["a/one.csv"]})
    (folder / "link").symlink_to("deeds.csv")
    folder.joinpath(*["d"] * (DEPTH + 1)).mkdir(parents=True)

    (source,) = found(folder).sources

    assert (source.reader, source.accepted) == ("tables", 1)
    assert source.repairs == {"link skipped": 1, "folder too deep skipped": 1}

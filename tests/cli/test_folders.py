"""A folder is read as what lies in it: every export, and each once, whatever in it is named too."""

import gzip
import json
import shutil


def read(kibbutz, *paths):
    """Return what was read of each input, and what was not read."""
    told = json.loads(kibbutz("inspect", *paths, "--json").stdout)
    return [(each["path"], each["reader"], each["records"]) for each in told["sources"]], told["skipped"]


def test_a_table_beside_one_other_export_is_read_too(kibbutz, fixtures, forum, tmp_path):
    files = {"disqus": "garden.xml", "mbox": "patches.mbox", "gitlog": "garden.gitlog.txt"}
    for reader, file in files.items():
        (tmp_path / reader).mkdir()
        shutil.copy(fixtures / reader / file, tmp_path / reader)
        shutil.copy(forum, tmp_path / reader)

    found, skipped = read(kibbutz, *files)

    apart, _ = read(kibbutz, "disqus/forum.csv", *(f"{reader}/{file}" for reader, file in files.items()))
    alone = {one: records for _, one, records in apart}
    assert set(alone) == {*files, "tables"}
    told = {
        reader: {one: n for path, one, n in found if path.partition("/")[0] == reader} for reader in files
    }
    assert told == {reader: {reader: alone[reader], "tables": alone["tables"]} for reader in files}
    assert len(found) == 2 * len(files)
    assert skipped == []


def test_an_export_of_several_files_is_read_as_one_beside_a_table(kibbutz, fixtures, forum, tmp_path):
    shutil.copytree(fixtures / "slack" / "workspace", tmp_path / "both")
    (alone,), _ = read(kibbutz, "both")
    shutil.copy(forum, tmp_path / "both")

    assert read(kibbutz, "both") == ([alone, ("both/forum.csv", "tables", 300)], [])


def test_what_lies_in_a_folder_that_is_named_too_is_read_once(kibbutz, fixtures, forum, tmp_path):
    beneath = {
        "a": "a/b.csv",
        "b": "b/../b/./b.csv",
        "c": "c/sub",
        "d": "d/sub/c.csv",
        "e": "e/e.csv.gz",
    }
    for name in beneath.values():
        file = (tmp_path / (f"{name}/c.csv" if name == "c/sub" else name)).resolve()
        file.parent.mkdir(parents=True)
        text = forum.read_bytes()
        file.write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
    shutil.copy(fixtures / "mbox" / "patches.mbox", tmp_path)

    once = [(folder, "tables", 300) for folder in beneath]
    assert (
        read(kibbutz, *beneath, *beneath.values()) == read(kibbutz, *beneath.values(), *beneath) == (once, [])
    )
    (*rest, mails), _ = read(kibbutz, *beneath.values(), "patches.mbox", *beneath)
    assert (mails[1], rest) == ("mbox", once)


def test_so_is_one_of_several_files_of_an_export(kibbutz, fixtures, tmp_path):
    (tmp_path / "d").mkdir()
    for name in ("garden.xml", "more.xml"):
        shutil.copy(fixtures / "disqus" / "garden.xml", tmp_path / "d" / name)

    whole = read(kibbutz, "d")

    assert read(kibbutz, "d", "d/more.xml") == read(kibbutz, "d/more.xml", "d") == whole


def test_another_export_beneath_a_folder_is_read_by_its_name(kibbutz, fixtures, forum, tmp_path):
    shutil.copytree(fixtures / "slack" / "workspace", tmp_path / "d")
    shutil.copy(forum, tmp_path / "d")
    (slack, table), _ = read(kibbutz, "d")

    assert read(kibbutz, "d/forum.csv", "d") == ([slack, table], [])


def test_parts_of_a_blog_that_are_named_one_by_one_are_told(kibbutz, fixtures, tmp_path):
    """They do not know of each other's authors and private forums; a folder of them does."""
    shutil.copytree(fixtures / "wordpress" / "split", tmp_path / "split")
    parts = ("split/part-1.xml", "split/part-2.xml")

    apart = kibbutz("convert", *parts, "-o", "blog.csv")
    told = json.loads(kibbutz("inspect", *parts, "--json").stdout)
    whole = kibbutz("convert", "split", "-o", "blog.csv")

    note = "part of a site read apart from another: a folder of them alone is read as one"
    assert f"split/part-2.xml: {note}" in apart.stderr
    assert [each["repairs"] for each in told["sources"]] == [{}, {note: 1}]
    assert note not in whole.stderr

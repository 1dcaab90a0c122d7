"""What comes by standard input has no name: the mark that stands for it is no site's, room's or post's."""

import tarfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from reading import FIXTURES, claimed

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Activity
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.base import Reader
from kibbutz_cli.readers.blogs import feeds, medium, wordpress, wprest
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats import irc, messenger
from kibbutz_cli.readers.comments import disqus
from kibbutz_cli.readers.files.archive import STDIN, open_tree
from kibbutz_cli.testing.reading import probed


def alone() -> Iterator[tuple[Reader, Path]]:
    """Yield each fixture with its reader, and of a folder each file that the reader knows alone."""
    for reader, name in claimed():
        path = Path(name)
        yield reader, path
        files = path.rglob("*") if path.is_dir() else ()
        yield from ((reader, file) for file in sorted(files) if file.is_file() and _is_known(reader, file))


def _is_known(reader: Reader, file: Path) -> bool:
    try:
        return probed(reader, str(file)).sure > 0
    except KibbutzError:
        return False


def piped(reader: Reader | ModuleType, path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Activity]:
    """Return the deeds that a reader finds in a file that comes by standard input."""
    budget = Budget(Limits(), STDIN)
    with path.open() as source:
        monkeypatch.setattr("sys.stdin", source)
        with open_tree(STDIN, budget) as tree:
            return [each for each in reader.read(tree, budget) if isinstance(each, Activity)]


CASES = [pytest.param(reader, path, id=str(path.relative_to(FIXTURES))) for reader, path in alone()]


@pytest.mark.parametrize(("reader", "path"), CASES)
def test_nothing_is_called_like_standard_input(
    reader: Reader, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if path.is_dir():
        source, path = path, tmp_path / "export.tar"
        with tarfile.open(path, "w") as archive:
            for child in source.iterdir():
                archive.add(child, child.name)

    deeds = piped(reader, path, monkeypatch)

    for deed in deeds:
        told = (deed.activity_id, deed.community, deed.actor, deed.object_id, deed.target, deed.thread_id)
        assert not [each for each in told if each and _is_of_the_mark(each)]


def _is_of_the_mark(told: str) -> bool:
    return told == STDIN or told.startswith(f"{STDIN}/") or told.endswith(f"@{STDIN}")


NAMELESS = {
    feeds: "<rss version='2.0'><channel><item><guid>17</guid><title>Beans</title></item></channel></rss>",
    wordpress: """<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><item><dc:creator>ada</dc:creator><wp:post_id>5</wp:post_id><wp:post_type>post</wp:post_type>
        <wp:status>publish</wp:status></item></channel></rss>""",
    wprest: """[{"id": 5, "type": "post", "author": 1, "title": {"rendered": "Beans"},
        "content": {"rendered": ""}}]""",
    disqus: """<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
        <thread dsq:id="1"><author><name>Ada</name></author>
        <createdAt>2020-03-02T08:00:00Z</createdAt></thread>
        </disqus>""",
    messenger: """{"participants": [{"name": "Ada"}, {"name": "Ben"}, {"name": "Cleo"}],
        "messages": [{"sender_name": "Ada", "timestamp_ms": 1583136000000, "content": "Beans?"}]}""",
    irc: "2020-03-02T08:00:00  <ada> Beans?\n2020-03-02T08:01:00  <ben> ada: In May.\n",
}
"""Exports that do not say where they are from."""


@pytest.mark.parametrize(("reader", "text"), NAMELESS.items(), ids=[reader.ABOUT.name for reader in NAMELESS])
def test_what_has_no_name_is_called_like_its_format(
    reader: ModuleType, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "export").write_text(text)

    deeds = piped(reader, tmp_path / "export", monkeypatch)

    assert {reader.ABOUT.name} == {deed.community for deed in deeds}


PAGE = """<!DOCTYPE html><html><head><title>{title}</title></head><body><article class="h-entry">
<section data-field="body" class="e-content"><p>Hm</p></section><footer><p>By
<a href="https://medium.com/@ada" class="p-author h-card">Ada</a></p></footer></article></body></html>"""


def test_pages_of_medium_without_an_id_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = []
    for title in ("Beans", "Peas", "Beans"):
        (tmp_path / "post.html").write_text(PAGE.format(title=title))
        own += [deed.activity_id for deed in piped(medium, tmp_path / "post.html", monkeypatch)]

    assert own[0].startswith("@ada#post-")
    assert (len(set(own)), own[2]) == (2, own[0])

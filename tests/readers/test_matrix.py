"""Every real file is probed with every reader: no two are equally sure, and none takes what is another's."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kibbutz_cli.errors import EmptyInputError, KibbutzError
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import SURE, Input, inputs, readers
from kibbutz_cli.readers.files.archive import open_tree

EXPORTS = Path(__file__).resolve().parents[3] / "shared" / "exports"

OWNERS: dict[str, tuple[str, ...]] = {
    "activitystreams2": ("activitystreams",),
    "blogger-atom": ("blogger",),
    "bluesky": ("bluesky",),
    "chat-discord": ("discord",),
    "chat-messenger": ("messenger",),
    "chat-telegram": ("telegram",),
    "chat-whatsapp": ("whatsapp",),
    "comments-other": ("commento", "isso", "remark42"),
    "disqus-xml": ("disqus",),
    "ghost-json": ("ghost",),
    "git-log": ("gitlog",),
    "github-archive-json": ("github",),
    "github-events": ("github",),
    "hackernews": ("hackernews",),
    "mastodon-archive": ("mastodon",),
    "mbox": ("mbox",),
    "medium-html": ("medium",),
    "movable-type": ("movabletype",),
    "perceval-tests/discourse": ("discourse",),
    "perceval-tests/gitter": ("gitter",),
    "perceval-tests/groupsio": ("mbox",),
    "perceval-tests/hyperkitty": ("mbox",),
    "perceval-tests/mattermost": ("mattermost",),
    "perceval-tests/mbox": ("mbox",),
    "perceval-tests/mediawiki": ("mediawiki",),
    "perceval-tests/pipermail": ("mbox",),
    "perceval-tests/rocketchat": ("rocketchat",),
    "perceval-tests/rss": ("feeds",),
    "perceval-tests/slack": ("slack",),
    "perceval-tests/stackexchange": ("stackexchange",),
    "perceval-tests/supybot": ("irc",),
    "perceval-tests/telegram": ("telegram",),
    "perceval-tests/twitter": ("twarc",),
    "reddit-pushshift": ("reddit",),
    "rss-atom": ("feeds",),
    "slack": ("slack",),
    "squarespace-wxr": ("wordpress",),
    "stackexchange": ("stackexchange",),
    "substack": ("substack",),
    "twitter-api-v1": ("twarc", "twitter"),
    "twitter-api-v2": ("twarc",),
    "twitter-archive": ("twitter",),
    "wordpress-rest-json": ("wordpress-rest",),
    "wordpress-wxr": ("wordpress",),
    "youtube-takeout": ("youtube",),
}
"""The readers that may win a file of a folder, whether we have them yet or not; elsewhere nobody may."""


def _inputs(folder: Path) -> Iterator[Path]:
    """Yield a folder, every folder in it, and every file that is no account of where it comes from."""
    yield folder
    for path in sorted(folder.rglob("*")):
        if not path.name.startswith(("SOURCE", "LICENSE", "README")):
            yield path


def _sure(path: Path) -> list[tuple[int, str]]:
    """Return the readers that are sure enough of an input, the surest first."""
    try:
        with open_tree(str(path), Budget(Limits(), str(path))) as tree:
            claims = [(reader.probe(tree).sure, name) for name, reader, _ in readers()]
    except EmptyInputError:
        return []
    return sorted(((sure, name) for sure, name in claims if sure >= SURE), reverse=True)


FOLDERS = sorted(path.name for path in EXPORTS.iterdir() if path.is_dir()) if EXPORTS.is_dir() else []


@pytest.mark.parametrize("name", FOLDERS or [pytest.param("", marks=pytest.mark.skip("no real exports"))])
def test_no_reader_wins_a_file_that_is_not_its_own(name: str) -> None:
    wrong = []
    for path in _inputs(EXPORTS / name):
        sure = _sure(path) if path.is_file() else []
        if len(sure) > 1 and sure[0][0] == sure[1][0]:
            wrong.append(f"{path.relative_to(EXPORTS)}: {sure[0][1]} and {sure[1][1]} are equally sure")
        elif sure and not _may(sure[0][1], str(path.relative_to(EXPORTS))):
            wrong.append(f"{path.relative_to(EXPORTS)}: won by {sure[0][1]} ({sure[0][0]})")

    assert wrong == []


@pytest.mark.parametrize("name", FOLDERS or [pytest.param("", marks=pytest.mark.skip("no real exports"))])
def test_every_export_in_a_folder_goes_to_a_reader_that_may_have_it(name: str) -> None:
    """A folder that several sources share is tried part by part, so it is no fault that several claim it."""
    won = []
    with suppress(KibbutzError):  # that a folder is refused is tested where its reader is
        won.extend(
            (found.reader.ABOUT.name, str(Path(found.tree.path).relative_to(EXPORTS)))
            for found in inputs(str(EXPORTS / name), Limits(), None)
            if isinstance(found, Input)
        )

    assert [(reader, path) for reader, path in won if not _may(reader, path)] == []


def _may(reader: str, path: str) -> bool:
    """Return whether a reader may win a path."""
    return any(reader in names for start, names in OWNERS.items() if f"{path}/".startswith(f"{start}/"))

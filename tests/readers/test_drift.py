"""Fields that a format is not known to have are told: by name, with the number of records."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from kibbutz_cli.app.inspect import inspect
from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings
from kibbutz_cli.readers.base import Reader
from kibbutz_cli.readers.blogs import blogger, feeds, ghost, medium, movabletype, substack, wordpress, wprest
from kibbutz_cli.readers.budget import OTHERS, UNKNOWN_KEPT, Budget
from kibbutz_cli.readers.choose import Skipped, inputs
from kibbutz_cli.readers.posts import activitystreams, bluesky, mastodon, twarc, twitter, youtube
from kibbutz_cli.reports.listings import render_inspection
from kibbutz_cli.testing.reading import attempt, read

KNOWN = frozenset({"id", "text"})

TALK_AND_WORK = {
    "chat-discord/*.json": "discord",
    "chat-messenger/*.json": "messenger",
    "chat-telegram/*.json": "telegram",
    "comments-other/commento*.json": "commento",
    "comments-other/isso*.json": "isso",
    "comments-other/remark42*.json": "remark42",
    "disqus-xml/*.xml": "disqus",
    "github-archive-json": "github",
    "github-events": "github",
    "hackernews": "hackernews",
    "perceval-tests/discourse": "discourse",
    "perceval-tests/gitter": "gitter",
    "perceval-tests/mattermost": "mattermost",
    "perceval-tests/mediawiki": "mediawiki",
    "perceval-tests/rocketchat": "rocketchat",
    "perceval-tests/telegram": "telegram",
    "reddit-pushshift": "reddit",
    "slack/slackdump-fixtures/internal/fixtures/assets/source_*_dir": "slack",
    "slack/slackdump-fixtures/internal/fixtures/assets/*.gz": "slack",
    "slack/slackdump-fixtures/internal/fixtures/assets/source_archive": "slack",
    "stackexchange/quantumcomputing-2018-12": "stackexchange",
}
"""Real exports of conversations and of work, each with the reader that is sure of it."""


def budget() -> Budget:
    return Budget(Limits(), "x")


def nothing(_what: str, _done: int, _of: int | None) -> None:
    return


def test_a_field_is_counted_once_a_record_and_a_known_one_never() -> None:
    told = budget()

    told.expects(KNOWN, {"id": 1})
    told.expects(KNOWN, {"id": 2, "mood": "fine"})
    told.expects(KNOWN, {"text": "", "mood": "", "place": {}})
    told.expects(KNOWN, {"lat": 1}, "place")

    assert told.unknown == {"mood": 2, "place": 1, "place.lat": 1}


def test_a_flood_of_fields_takes_no_room() -> None:
    told = budget()

    for number in range(1000):
        told.expects(KNOWN, {f"field-{number}": 1})

    assert len(told.unknown) == UNKNOWN_KEPT + 1
    assert told.unknown[OTHERS] == 1000 - UNKNOWN_KEPT


def test_of_a_flood_in_one_record_the_first_are_told_in_every_run() -> None:
    told = budget()

    told.expects(KNOWN, {f"field-{number}": 1 for number in range(150)})

    assert list(told.unknown) == [*(f"field-{number}" for number in range(UNKNOWN_KEPT)), OTHERS]


def test_what_an_extension_is_called_is_not_told() -> None:
    told = budget()

    told.expects(KNOWN, {"_mine": 1, "mood": 1}, extension=lambda name: name.startswith("_"))

    assert told.unknown == {"mood": 1}


def test_columns_that_give_no_field_are_told_by_both_routes(tmp_path: Path) -> None:
    rows = "actor,published,mood,text_len\nf:ann,2024-01-01,fine,3\nf:ben,2024-01-02,,4\n"
    sound, ragged = tmp_path / "sound.csv", tmp_path / "ragged.csv"
    sound.write_text(rows)
    ragged.write_text(rows + "f:cid,2024-01-03\n")  # the engine gives up, and the rows are read one by one

    other, one = inspect([str(sound), str(ragged)], Settings(ruler=Ruler()), nothing).sources

    assert (one.unknown, other.unknown) == ({"mood": 2}, {"mood": 3})


def test_inspect_shows_the_most_frequent_first() -> None:
    found = inspect(
        [str(Path(__file__).parents[1] / "fixtures/tables/deeds.csv")], Settings(ruler=Ruler()), nothing
    )
    drifted = found.sources[0].model_copy(update={"unknown": {f"f{n}": n for n in range(1, 12)}})
    shown = io.StringIO()

    render_inspection(found.model_copy(update={"sources": [drifted]}), Console(file=shown, width=100))

    said = " ".join(shown.getvalue().split())
    assert "new fields f11 in 11, f10 in 10, f9 in 9" in said
    assert "f4 in 4 and 3 more; not read" in said


def test_a_column_without_a_name_is_told_as_one(tmp_path: Path) -> None:
    """R and pandas write the numbers of rows into such a column."""
    path = tmp_path / "index.csv"
    path.write_text(",actor,published\n0,f:ann,2024-01-01\n")
    shown = io.StringIO()

    render_inspection(inspect([str(path)], Settings(ruler=Ruler()), nothing), Console(file=shown, width=100))

    assert "new fields (no name) in 1; not read" in " ".join(shown.getvalue().split())


@pytest.mark.parametrize(
    ("reader", "patterns"),
    [
        pytest.param(reader, patterns.split(), id=reader.ABOUT.name)
        for reader, patterns in (
            (activitystreams, "activitystreams2/test/*.json"),
            (blogger, "blogger-atom/*.xml"),
            (bluesky, "bluesky/*.json bluesky/*.car"),
            (feeds, "rss-atom/live-feeds/* rss-atom/gofeed/**/*.xml perceval-tests/rss/*"),
            (ghost, "ghost-json/*/*.json"),
            (mastodon, "mastodon-archive/*-2024"),
            (medium, "medium-html"),
            (movabletype, "movable-type/*.txt"),
            (substack, "substack"),
            (twarc, "twitter-api-v1/*.json twitter-api-v2/*.jsonl perceval-tests/twitter/*.json"),
            (twitter, "twitter-archive/alrocar-2024 twitter-archive/rti-mla-2021 twitter-archive/dogsheep-*"),
            (wordpress, "wordpress-wxr/**/*.[xw]* squarespace-wxr/*.xml"),
            (wprest, "wordpress-rest-json/*.json"),
            (youtube, "youtube-takeout/*.csv"),
        )
    ],
)
def test_real_exports_of_posts_and_blogs_hold_no_unknown_field(
    shared: Path, reader: Reader, patterns: list[str]
) -> None:
    paths = [str(path) for pattern in patterns for path in sorted((shared / "exports").glob(pattern))]
    # Among them are some that are broken or empty on purpose.
    whole = {path: found for path in paths if not isinstance(found := attempt(reader, path), KibbutzError)}

    assert 2 * len(whole) > len(paths) > 0
    assert sum(found.records for found in whole.values()) > 0
    assert {path: found.unknown for path, found in whole.items() if found.unknown} == {}


@pytest.mark.parametrize(("files", "name"), TALK_AND_WORK.items(), ids=TALK_AND_WORK.keys())
def test_real_exports_of_talk_and_work_hold_no_unknown_field(shared: Path, files: str, name: str) -> None:
    found = [
        chosen
        for path in sorted((shared / "exports").glob(files))
        for chosen in inputs(str(path), Limits(), None)
        if not isinstance(chosen, Skipped)
    ]

    readings = [read(chosen.reader, chosen.tree.path) for chosen in found]

    assert {chosen.reader.ABOUT.name for chosen in found} == {name}
    assert sum(reading.records for reading in readings)
    assert [reading.unknown for reading in readings] == [{}] * len(found)

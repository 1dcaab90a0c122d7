"""What ``inspect`` says could be scored is what ``score`` scores, though it measures nobody."""

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kibbutz_cli.app.inspect import inspect
from kibbutz_cli.app.score import Listing, score
from kibbutz_cli.model.report import Element
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = Settings(ruler=Ruler())
NUMBERED = ("hackernews", "isso", "mattermost", "messenger", "reddit", "slack", "stackexchange", "telegram")
"""Fixtures of formats that tell times as numbers."""

AGO = re.compile(rb"(?<!\d)1[2-7]\d{8}(?=\d{3}\b|\b)")
"""Seconds since 1970 of this century, maybe with the thousandths behind them."""


@pytest.mark.parametrize(
    "path",
    ["examples/community", "tests/fixtures/wordpress/blog.xml", "tests/fixtures/stackexchange"],
)
def test_what_can_be_scored_is_what_is_scored(path: str) -> None:
    found = inspect([str(ROOT / path)], SETTINGS, lambda *_: None)
    report = score([str(ROOT / path)], SETTINGS, Listing(top=1), lambda *_: None)

    assert (found.metrics, found.level) == (report.metrics, report.level)


def test_an_element_can_be_scored_where_one_of_its_metrics_can(fixtures: Path) -> None:
    found = inspect([str(fixtures / "wordpress" / "blog.xml")], SETTINGS, lambda *_: None)

    scored = {note.element for note in found.metrics if note.scored}
    assert found.elements == [element for element in Element if element in scored]
    assert Element.COMMITMENT not in found.elements


ODD = {"without a time": 1, "time zone assumed UTC": 4, "told twice, counted once": 1}


def test_what_is_held_is_of_the_window_and_what_came_of_the_records_is_of_the_file(tmp_path: Path) -> None:
    """The deed that is told twice is kept as it was at the end of the window, as a score does."""
    path = tmp_path / "deeds.csv"
    rows = [
        "1,ada,post,2023-01-01",
        "2,ben,like,2024-01-01",
        "2,ben,like,2025-06-01",
        "3,cy,post,2025-06-01",
        "4,cy,post,",
    ]
    path.write_text("\n".join(["activity_id,actor,kind,published", *rows]) + "\n")

    def held(since: int | None, until: int | None) -> tuple[object, ...]:
        window = SETTINGS.model_copy(update={"since": since, "until": until})
        found = inspect([str(path)], window, lambda *_: None)
        assert (found.sources[0].records, found.odd) == (
            5,
            ODD,
        )
        return found.first[:10], found.last[:10], found.activities, found.members, found.kinds

    start, end = (int(datetime(year, 1, 2, tzinfo=UTC).timestamp()) * 10**6 for year in (2023, 2024))
    assert held(None, None) == ("2023-01-01", "2025-06-01", 4, 3, {"post": 3, "like": 1})
    assert held(None, end) == ("2023-01-01", "2024-01-01", 2, 2, {"like": 1, "post": 1})
    assert held(start, end) == ("2024-01-01", "2024-01-01", 1, 1, {"like": 1})
    assert held(end, end) == ("", "", 0, 0, {})


def test_nothing_to_score_is_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "undated.csv"
    path.write_text("activity_id,actor,published\n1,ada,\n")

    found = inspect([str(path)], SETTINGS, lambda *_: None)

    assert (found.level, found.elements, found.odd) == (None, [], {"without a time": 1})


def test_a_source_of_which_nothing_counts_still_says_what_it_covers(tmp_path: Path) -> None:
    path = tmp_path / "items.ndjson"
    path.write_text('{"id": 1, "type": "comment", "time": 1700000000, "deleted": true}\n')

    (source,) = inspect([str(path)], SETTINGS, lambda *_: None).sources

    assert (source.coverage, source.accepted, source.ignored) == ("community", 0, {"deleted": 1})


@pytest.mark.parametrize("name", NUMBERED)
def test_a_time_after_the_year_9999_is_set_aside_and_everything_is_counted(
    name: str, fixtures: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(fixtures / name, tmp_path / name)
    for file in folder.rglob("*"):
        if file.is_file() and (first := AGO.search(data := file.read_bytes())):
            # By the first a reader may know its format.
            file.write_bytes(data[: first.end()] + AGO.sub(b"253402300800", data[first.end() :]))

    found = inspect([str(folder)], SETTINGS, lambda *_: None)

    assert sum(source.rejected["bad_time"] for source in found.sources) > 1
    assert found.last < "2025"
    for source in found.sources:
        aside = sum(source.rejected.values()) + sum(source.ignored.values())
        assert source.records == source.accepted + aside


def test_a_tweet_told_twice_is_told_twice_once_however_many_it_names(tmp_path: Path) -> None:
    named = [{"id_str": str(who), "screen_name": f"u{who}", "name": f"U {who}"} for who in (11, 12, 13)]
    tweet = {
        "id": 1,
        "id_str": "1",
        "created_at": "Mon Jan 01 10:00:00 +0000 2024",
        "text": "@u11 @u12 @u13 come to the field",
        "user": {"id_str": "10", "screen_name": "ada", "name": "Ada"},
        "entities": {"user_mentions": named},
    }
    path = tmp_path / "tweets.json"
    path.write_text(json.dumps({"statuses": [tweet, tweet], "search_metadata": {}}))

    found = inspect([str(path)], SETTINGS, lambda *_: None)

    assert (found.sources[0].derived, found.activities) == (6, 1)
    assert found.odd == {"told twice, counted once": 1}


def test_what_is_held_adds_up_over_kinds_and_over_platforms(fixtures: Path) -> None:
    """A mention that a post tells beside itself is no deed of its own, here as everywhere."""
    found = inspect([str(fixtures / "mastodon" / "archive")], SETTINGS, lambda *_: None)

    assert found.sources[0].derived
    assert sum(found.kinds.values()) == sum(found.platforms.values()) == found.activities


def test_different_deeds_of_one_id_are_told(tmp_path: Path) -> None:
    """Two tables that each number from 1 are no copies of one another."""
    rows = {
        "posts": "1,ana,post,2024-01-01\n2,ben,post,2024-01-02\n3,cy,post,2024-01-03\n",
        "comments": "1,cy,reply,2024-01-03\n2,ben,reply,2024-01-04\n3,cy,post,2024-01-05\n",
    }
    paths = [tmp_path / f"{name}.csv" for name in rows]
    for path, text in zip(paths, rows.values(), strict=True):
        path.write_text(f"activity_id,actor,kind,published\n{text}")

    found = inspect([str(path) for path in paths], Settings(ruler=Ruler()), lambda *_: None)

    assert found.odd["told twice, counted once"] == 3
    assert found.odd["told twice with another actor or kind"] == 2

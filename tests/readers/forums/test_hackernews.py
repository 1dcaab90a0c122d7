"""Hacker News: what an item is, from its own API and Algolia's."""

import gzip
import json
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mangling import mangled
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Clock, Ignored, Kind, Rejection
from kibbutz_cli.readers.forums import hackernews, hnitems

STORY = {"id": 1, "type": "story", "by": "ada", "time": 1704103200, "title": "Why?"}


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "hackernews" / "items.ndjson"


trial = Trial(hackernews)
read, told, probe = trial.read, trial.told, trial.probe


def items(folder: Path, *values: object) -> Path:
    path = folder / "items.ndjson"
    path.write_text("".join(json.dumps(value) + "\n" for value in values))
    return path


def test_a_story_opens_a_thread(garden: Path) -> None:
    story = told(garden)["100"]

    assert (story.kind, story.actor, story.thread_id) == (Kind.POST, "hackernews:ada", "100")
    assert (story.like_count, story.reply_count) == (6, 4)
    assert story.text_len == len("Ask HN: When to sow?\nThe beds are ready & warm.\nWhat now?")
    assert story.published is not None
    assert story.published.isoformat() == "2024-01-01T10:00:00+00:00"


def test_a_comment_answers_its_parent_and_shows_no_points(garden: Path) -> None:
    first, second = (told(garden)[number] for number in ("101", "102"))

    assert [(deed.kind, deed.object_id, deed.like_count) for deed in (first, second)] == [
        (Kind.REPLY, "100", None),
        (Kind.REPLY, "101", None),
    ]


def test_a_comment_names_no_thread_where_its_item_does_not(garden: Path) -> None:
    assert told(garden)["102"].thread_id is None


def test_quoted_lines_are_not_own_words(garden: Path) -> None:
    assert told(garden)["101"].text_len == len("Wait for the last frost.")


def test_names_are_told_apart_by_their_case(garden: Path) -> None:
    assert told(garden)["101"].actor == "hackernews:Ben"


def test_what_is_dead_stays_and_what_is_deleted_does_not(garden: Path) -> None:
    assert told(garden)["104"].visibility == "removed"
    assert "103" not in told(garden)


def test_options_of_polls_and_users_did_nothing(garden: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    assert ignored == {"deleted": 1, "not_activity": 2}
    assert [told(garden)[number].kind for number in ("105", "107")] == [Kind.POST, Kind.POST]


def test_a_dump_of_a_database_is_read_as_the_sites_own_items(tmp_path: Path) -> None:
    # As ClickHouse writes its copy; what BigQuery's program writes is a text each.
    row = {"deleted": 0, "dead": 0, "poll": 0, "kids": [], "parts": [], "time": "2024-01-01 10:00:00"}
    path = items(
        tmp_path,
        {**row, "id": 1, "type": "story", "by": "ada", "parent": 0, "title": "Why?", "text": "", "score": 7},
        {**row, "id": 2, "type": "comment", "by": "ben", "parent": 1, "title": "", "text": "So", "dead": 1},
        {**row, "id": 3, "type": "comment", "by": "", "parent": 1, "title": "", "text": "", "deleted": 1},
        {"id": "4", "type": "comment", "by": "ben", "parent": "1", "time": "1704103200", "dead": "false"},
        {"id": "5", "type": "comment", "by": "ben", "parent": "1", "time": "1704103200", "deleted": "true"},
        {"id": "6", "type": "comment", "by": "ben", "parent": "1", "time": "1704103200", "deleted": "1"},
    )

    story, dead, shown = told(path).values()

    assert probe(path).sure > 90
    assert (story.kind, story.like_count, story.ts_us, story.clock) == (
        Kind.POST,
        6,
        shown.ts_us,
        Clock.ZONE_ASSUMED,
    )
    assert (dead.object_id, dead.visibility, shown.visibility) == ("1", "removed", "public")
    assert trial.ignored(path) == {"deleted": 3}


def test_an_item_of_algolia_holds_its_comments(tmp_path: Path) -> None:
    tree = {
        "id": 1,
        "type": "story",
        "author": "ada",
        "created_at_i": 1704103200,
        "title": "Why?",
        "points": 3,
    }
    answer = {"type": "comment", "created_at_i": 1704103300, "story_id": 1}
    last = answer | {"id": 3, "author": "ada", "parent_id": 2, "text": "So.", "children": []}
    tree |= {
        "children": [
            answer | {"id": 2, "author": "ben", "parent_id": 1, "text": "<p>Because.", "children": [last]}
        ]
    }
    path = tmp_path / "1.json"
    path.write_text(json.dumps(tree, indent=1))

    deeds = told(path)

    assert [(deed.activity_id, deed.object_id, deed.thread_id) for deed in deeds.values()] == [
        ("1", None, "1"),
        ("2", "1", "1"),
        ("3", "2", "1"),
    ]
    assert (deeds["1"].like_count, probe(path).sure) == (2, 92)


@pytest.mark.parametrize("indent", [None, 2], ids=["a line", "lines"])
def test_items_by_their_numbers_are_read(indent: int | None, tmp_path: Path) -> None:
    story = {"id": 7, "by": "ada", "time": 1704103200, "type": "story", "title": "Beans"}
    comment = {"id": 8, "by": "ben", "time": 1704103300, "type": "comment", "parent": 7, "text": "No."}
    path = tmp_path / "items.json"
    path.write_text(json.dumps({"7": story, "8": comment}, indent=indent))

    assert [(deed.activity_id, deed.kind) for deed in told(path).values()] == [
        ("7", Kind.POST),
        ("8", Kind.REPLY),
    ]
    assert probe(path).sure == 92


def test_the_hits_of_a_search_are_read(tmp_path: Path) -> None:
    hit = {"objectID": "9", "author": "ben", "created_at_i": 1704103300, "_tags": ["comment", "author_ben"]}
    hit |= {"comment_text": "No.", "parent_id": 8, "story_id": 7, "points": None, "children": [10]}
    path = tmp_path / "search.json"
    path.write_text(json.dumps({"hits": [hit], "nbHits": 1}))

    (deed,) = told(path).values()

    assert (deed.kind, deed.object_id, deed.thread_id, deed.text_len) == (Kind.REPLY, "8", "7", 3)
    assert probe(path).sure == 92


def test_an_option_of_a_poll_among_the_hits_of_a_search_did_nothing(tmp_path: Path) -> None:
    hit = {"objectID": "9", "author": "ben", "created_at_i": 1704103300, "title": "Peas", "points": 4}
    tags = [["poll", "author_ben", "story_9"], ["pollopt", "author_ben", "story_9"]]
    path = tmp_path / "search.json"
    path.write_text(json.dumps({"hits": [hit | {"_tags": each} for each in tags]}))

    assert [getattr(outcome, "reason", "read") for outcome in read(path)] == ["read", "not_activity"]


def test_numbers_may_be_texts(tmp_path: Path) -> None:
    path = items(tmp_path, STORY | {"id": "1", "time": "1704103200", "score": "12", "descendants": "2"})

    assert [(story.like_count, story.reply_count) for story in told(path).values()] == [(11, 2)]


def test_an_answer_to_what_is_deleted_is_in_the_thread_of_that(tmp_path: Path) -> None:
    gone = {"type": "comment", "deleted": True, "time": 1704103200}
    answer = {"type": "comment", "by": "ben", "time": 1704103200, "text": "So."}
    path = items(
        tmp_path,
        STORY,
        gone | {"id": 2, "parent": 1},
        gone | {"id": 3, "parent": 2},
        answer | {"id": 4, "parent": 3},
        answer | {"id": 5, "parent": 4},
    )

    assert [(deed.object_id, deed.thread_id) for deed in told(path).values()] == [
        (None, "1"),
        ("3", "1"),
        ("4", None),
    ]


def test_an_answer_below_what_is_deleted_is_in_the_thread_of_its_story_or_in_none_of_its_own(
    tmp_path: Path,
) -> None:
    comment = {"type": "comment", "by": "ben", "time": 1704103200, "text": "So."}
    above = comment | {"id": 2, "parent": 1}
    gone = {"type": "comment", "deleted": True, "time": 1704103200, "id": 3, "parent": 2}
    answer = comment | {"id": 4, "parent": 3}

    def thread(*values: object) -> str | None:
        return told(items(tmp_path, *values))["4"].thread_id

    assert thread(STORY, above, gone, answer) == "1"
    assert thread(STORY | {"deleted": True}, above, gone, answer) == "1"
    assert thread(above, gone, answer) is None
    assert thread(answer, gone, above, STORY) is None
    assert thread(gone | {"story_id": 1}, answer) == "1"


def test_the_stories_of_the_latest_items_are_kept_in_mind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hnitems, "KEPT", 2)
    gone = {"type": "comment", "deleted": True, "time": 1704103200, "parent": 1}
    answer = {"type": "comment", "by": "ben", "time": 1704103200, "text": "So."}
    others = [STORY | {"id": number} for number in (10, 11, 12)]
    answers = [answer | {"id": number, "parent": 2} for number in (3, 4)]
    path = items(tmp_path, STORY, gone | {"id": 2}, others[0], answers[0], *others[1:], answers[1])

    assert [told(path)[number].thread_id for number in ("3", "4")] == ["1", None]


def test_other_json_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"type": "story", "id": 1}')

    assert probe(path).sure == 0
    assert probe(tmp_path).sure == 0


def test_a_folder_without_items_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")

    with pytest.raises(InputError, match="no items"):
        read(tmp_path)


def test_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = items(tmp_path, STORY)
    path.write_bytes(path.read_bytes()[:-5])

    with pytest.raises(InputError, match="ndjson:1: truncated"):
        read(path)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (7, "no_id"),
        (STORY | {"id": None}, "no_id"),
        (STORY | {"type": "song"}, "bad_kind"),
        (STORY | {"time": "soon"}, "bad_time"),
        (STORY | {"by": "a" * 5000}, "malformed"),
    ],
    ids=["number", "no id", "type", "time", "long name"],
)
def test_a_senseless_item_is_set_aside(value: object, code: str, tmp_path: Path) -> None:
    outcomes = read(items(tmp_path, STORY, value))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_an_item_of_nobody_is_left_out(tmp_path: Path) -> None:
    outcomes = read(items(tmp_path, STORY | {"by": None}))

    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)] == ["no_author"]


def test_an_item_without_a_time_says_so(tmp_path: Path) -> None:
    (deed,) = told(items(tmp_path, STORY | {"time": None})).values()

    assert (deed.ts_us, deed.clock) == (None, Clock.MISSING)


def test_a_damaged_file_is_nobodys(tmp_path: Path) -> None:
    path = tmp_path / "1.json.gz"
    path.write_bytes(gzip.compress(b"x" * 1000)[:20])

    assert probe(path).sure == 0
    with pytest.raises(InputError):
        read(path)


@given(data=st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_our_own_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "items.json"
    path.write_bytes(json.dumps(STORY).encode() + b"\n" + data)

    with suppress(KibbutzError):
        read(path)


def test_a_first_item_with_a_value_of_any_kind_can_be_asked_about(tmp_path: Path) -> None:
    hits = {"hits": [{"objectID": "9", "author": "ben", "created_at_i": 1, "_tags": ["comment"]}]}

    sure = {probe(items(tmp_path, record)).sure for value in (STORY, hits) for record in mangled(value)}

    assert sure == {0, 92}


def test_a_value_of_any_kind_in_any_place_is_read_or_set_aside(garden: Path, tmp_path: Path) -> None:
    values = [json.loads(line) for line in garden.read_text().splitlines()]
    records = [record for value in values for record in mangled(value)]

    assert len(read(items(tmp_path, STORY, *records))) >= len(records)


def test_the_real_items_are_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "hackernews"
    values = [json.loads(line) for line in (folder / "items.ndjson").read_text().splitlines()]

    deeds = told(folder)

    assert list(deeds) == [str(value["id"]) for value in values if value["type"] != "pollopt"]
    assert [deed.actor_name for deed in deeds.values()] == [
        value["by"] for value in values if value["type"] != "pollopt"
    ]
    assert Counter(getattr(outcome, "reason", "") for outcome in read(folder)) == {"": 5, "not_activity": 2}
    assert probe(folder).sure == 92

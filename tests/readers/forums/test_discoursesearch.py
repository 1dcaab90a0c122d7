"""What a search in a Discourse forum finds: posts with their topics, without what they answer."""

import json
from pathlib import Path

import pytest
from mangling import mangled
from reading import Trial

from kibbutz_cli.model.activity import Kind, Rejection
from kibbutz_cli.readers.forums import discourse

HOST = "talk.garden.example"
ADA, BEN = (f"discourse:{name}@{HOST}" for name in ("ada", "ben"))

trial = Trial(discourse)


@pytest.fixture
def search(fixtures: Path) -> Path:
    return fixtures / "discourse" / "search.json"


def test_what_is_found_has_the_ids_of_the_topic(search: Path) -> None:
    deeds = trial.told(search)

    assert {own.removeprefix(f"{HOST}/t/"): (deed.kind, deed.actor) for own, deed in deeds.items()} == {
        "7/1": (Kind.POST, ADA),
        "7/4": (Kind.REPLY, BEN),
    }
    assert {deed.thread_id for deed in deeds.values()} == {f"{HOST}/t/7/1"}
    assert [deed.like_count for deed in deeds.values()] == [2, 0]


def test_what_a_post_answers_is_not_guessed(search: Path) -> None:
    reply = trial.told(search)[f"{HOST}/t/7/4"]

    assert (reply.object_id, reply.target) == (None, None)


def test_the_words_around_what_was_searched_are_not_counted(search: Path) -> None:
    assert trial.told(search)[f"{HOST}/t/7/4"].text_len == 0


def test_the_forums_own_users_and_messages_are_left_out(search: Path) -> None:
    assert trial.ignored(search) == {"bot": 1, "private": 1}
    assert [each.code for each in trial.read(search) if isinstance(each, Rejection)] == ["bad_time"]


def test_a_search_is_recognised_by_its_first_post_or_its_result(search: Path, tmp_path: Path) -> None:
    value = json.loads(search.read_text())
    empty, first = tmp_path / "empty.json", tmp_path / "first.json"
    empty.write_text(json.dumps({**value, "posts": [], "topics": []}))
    first.write_text(json.dumps({"posts": value["posts"] * 200, **value}))

    assert {trial.probe(path).sure for path in (search, empty, first)} == {94}
    assert trial.read(empty) == []


def test_posts_of_others_are_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    path.write_text('{"posts": [{"id": 1, "username": "ada", "topic_id": 3}], "topics": []}')

    assert trial.probe(path).sure == 0


def test_a_value_of_any_kind_in_any_place_is_read_or_set_aside(search: Path, tmp_path: Path) -> None:
    path = tmp_path / "5.ndjson"
    records = [json.loads(search.read_text())]
    records += mangled(records[0])
    path.write_text("".join(json.dumps(record) + "\n" for record in records))

    assert len(trial.read(path)) > len(records)

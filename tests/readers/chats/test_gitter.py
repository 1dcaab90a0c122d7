"""The fixtures are a page of a room, and messages one a line."""

import json
import shutil
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Kind, Rejection
from kibbutz_cli.readers.chats import gitter

ADA, BEN = "gitter:a1", "gitter:b2"


trial = Trial(gitter)
read, told, probe, ignored = trial.read, trial.told, trial.probe, trial.ignored


def rejections(path: Path) -> list[str]:
    return [str(outcome).removeprefix(f"{path}") for outcome in read(path) if isinstance(outcome, Rejection)]


@pytest.fixture
def room(fixtures: Path) -> Path:
    return fixtures / "gitter" / "garden"


def test_a_message_is_known_by_its_own_id_and_its_room_by_its_folder(room: Path) -> None:
    post = told(room)["g1"]

    assert (post.kind, post.actor, post.actor_name, post.community) == (Kind.POST, ADA, "Ada Hill", "garden")
    assert post.published is not None
    assert post.published.isoformat() == "2024-03-01T10:00:00+00:00"


@pytest.mark.parametrize("name", ["garden", "garden.js", "garden.vale.example"])
def test_a_room_is_called_the_same_as_folder_archive_and_file(name: str, room: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(room, tmp_path / name)
    page = shutil.copy(room / "page_1.json", tmp_path / f"{name}.json")
    packed = shutil.make_archive(str(folder), "zip", folder)

    for place in (folder, Path(packed), Path(page)):
        assert {deed.community for deed in told(place).values()} == {name}


def test_two_messages_in_a_row_open_one_conversation(room: Path) -> None:
    assert told(room)["g2"].thread_id == "g1"


def test_a_message_that_begins_with_a_name_answers_that_person(room: Path) -> None:
    reply = told(room)["g3"]

    assert (reply.kind, reply.object_id, reply.target, reply.actor_name) == (Kind.REPLY, "g2", ADA, "ben")


def test_a_name_that_begins_another_is_not_taken_for_it(tmp_path: Path) -> None:
    people = [
        {"id": "a3", "username": "ann"},
        {"id": "a4", "username": "annabel"},
        {"id": "b2", "username": "ben"},
    ]
    named = [{"screenName": user["username"], "userId": user["id"]} for user in people[:2]]
    page = [
        {"id": f"g{number}", "text": "so", "sent": f"2024-03-01T10:0{number}:00.000Z", "fromUser": user}
        for number, user in enumerate(people)
    ]
    page[2] |= {"text": "@annabel and @ann hi", "mentions": named}
    path = tmp_path / "garden.json"
    path.write_text(json.dumps(page))

    assert told(path)["g2"].target == "gitter:a4"


def test_pages_are_read_in_time_whichever_way_they_are_numbered(tmp_path: Path) -> None:
    ada, ben = {"id": "a1", "username": "ada"}, {"id": "b2", "username": "ben"}
    named = {"mentions": [{"screenName": "ada", "userId": "a1"}]}
    says = [("hi", ada, {}), ("so", ben, {}), ("well", ben, {}), ("@ada yes", ben, named)]
    page = [
        {"id": f"g{at}", "text": text, "sent": f"2024-03-01T10:0{at}:00.000Z", "fromUser": user} | more
        for at, (text, user, more) in enumerate(says)
    ]
    (tmp_path / "1.json").write_text(json.dumps(page[2:]))
    (tmp_path / "2.json").write_text(json.dumps(page[:2]))

    deeds = told(tmp_path)

    assert (deeds["g2"].thread_id, deeds["g3"].object_id, deeds["g3"].target) == ("g1", "g0", ADA)


def test_a_message_in_a_thread_answers_its_first(room: Path) -> None:
    reply = told(room)["g4"]

    assert (Kind.REPLY, "g2", ADA, len("In the thread")) == (
        reply.kind,
        reply.object_id,
        reply.target,
        reply.text_len,
    )


def test_a_name_within_a_message_is_a_mention(room: Path) -> None:
    assert [(deed.object_id, deed.target) for deed in told(room).values() if deed.derived] == [("g7", BEN)]


def test_what_a_deleted_account_wrote_is_counted(room: Path) -> None:
    assert ignored(room) == {"no_author": 1}


def test_senseless_messages_are_set_aside_with_their_place(room: Path) -> None:
    assert sorted(rejections(room)) == [
        "!page_1.json:6: bad_time: sent: expected an ISO 8601 time",
        "!page_1.json:7: no_id: id: expected the message's id",
    ]


def test_messages_may_stand_one_a_line(fixtures: Path) -> None:
    lines = fixtures / "gitter" / "messages.ndjson"

    assert {own: deed.kind for own, deed in told(lines).items()} == {"g1": "post", "g3": "reply"}
    assert {"messages"} == {deed.community for deed in told(lines).values()}
    assert probe(lines).sure == 90


def test_fields_of_another_shape_say_nothing(tmp_path: Path) -> None:
    writer = {"id": "a1", "username": "a"}
    odd = {"id": "m", "text": "@a", "sent": "2024-03-01T10:00:00Z", "fromUser": writer, "mentions": "x"}
    (tmp_path / "page").write_text(
        json.dumps([7, odd, odd | {"id": "m" * 5000}, odd | {"id": "n", "sent": 5}])
    )

    assert sorted(
        (outcome.code for outcome in read(tmp_path) if isinstance(outcome, Rejection)),
        key=["malformed", "bad_time", "no_id"].index,
    ) == ["malformed", "bad_time", "no_id"]


def test_a_broken_message_is_set_aside(room: Path, tmp_path: Path) -> None:
    text = (room / "page_1.json").read_text()
    (tmp_path / "page_1.json").write_text(text.replace("[", "[nonsense, ", 1))

    assert len(rejections(tmp_path)) == 3


def test_a_truncated_page_is_refused(room: Path, tmp_path: Path) -> None:
    (tmp_path / "page_1.json").write_bytes((room / "page_1.json").read_bytes()[:-9])

    with pytest.raises(InputError, match="truncated JSON"):
        read(tmp_path)


def test_other_documents_are_left_to_other_readers(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("[]")

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match="no messages"):
        read(tmp_path)


def test_the_real_pages_are_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "perceval-tests" / "gitter"
    pages = [json.loads((folder / name).read_text()) for name in ("message_page_1", "message_page_2")]

    assert {message["id"] for page in pages for message in page} == set(told(folder))
    assert {"gitter:5e2f7e72d73408ce4fd7f187"} == {deed.actor for deed in told(folder).values()}

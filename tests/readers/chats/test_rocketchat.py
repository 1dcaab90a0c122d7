"""The fixtures are a page of messages, newest first, beside pages about its rooms, and a database export."""

import json
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Kind, Rejection
from kibbutz_cli.readers.chats import rocketchat

ADA, BEN = "rocketchat:adaadaadaadaadaa1", "rocketchat:benbenbenbenbenb2"


trial = Trial(rocketchat)
read, told, probe, ignored = trial.read, trial.told, trial.probe, trial.ignored


def rejections(path: Path) -> list[str]:
    return [str(outcome).removeprefix(f"{path}") for outcome in read(path) if isinstance(outcome, Rejection)]


@pytest.fixture
def pages(fixtures: Path) -> Path:
    return fixtures / "rocketchat" / "pages"


@pytest.fixture
def dump(fixtures: Path) -> Path:
    return fixtures / "rocketchat" / "dump"


def page(folder: Path, **fields: object) -> Path:
    message = {
        "_id": "a",
        "rid": "R",
        "msg": "x",
        "ts": "2024-03-01T10:00:00Z",
        "u": {"_id": "U", "username": "u"},
    }
    (folder / "page.json").write_text(json.dumps({"messages": [message | fields]}))
    return folder


def test_a_message_is_known_by_its_own_id(pages: Path) -> None:
    post = told(pages)["m2"]

    assert (post.kind, post.actor, post.actor_name, post.community) == (Kind.POST, ADA, "Ada", "Garden")
    assert post.published is not None
    assert post.published.isoformat() == "2024-03-01T10:01:00+00:00"


def test_a_page_newest_first_is_read_in_time(pages: Path) -> None:
    assert told(pages)["m3"].thread_id == "m2"


@pytest.mark.parametrize("form", ["page", "synced", "lines"])
def test_pages_are_read_in_time_whichever_way_they_are_numbered(form: str, tmp_path: Path) -> None:
    ada, ben = ({"_id": user.removeprefix("rocketchat:"), "username": user[-4:]} for user in (ADA, BEN))
    says = [("hi", ada, []), ("so", ben, []), ("well", ben, []), (f"@{ADA[-4:]} yes", ben, [ada])]
    said = [
        {"_id": f"m{at}", "rid": "R", "msg": text, "ts": f"2024-03-01T10:0{at}:00.000Z", "u": user}
        | {"mentions": named}
        for at, (text, user, named) in enumerate(says)
    ]
    for number, part in enumerate((said[:1:-1], said[1::-1])):
        page = {"result": {"updated": part}} if form == "synced" else {"messages": part}
        lines = "".join(json.dumps(each) + "\n" for each in reversed(part))
        (tmp_path / f"{number}.json").write_text(lines if form == "lines" else json.dumps(page))

    deeds = told(tmp_path)

    assert (deeds["m2"].thread_id, deeds["m3"].object_id, deeds["m3"].target) == ("m1", "m0", ADA)


def test_a_message_in_a_thread_answers_its_first(pages: Path) -> None:
    reply = told(pages)["m4"]

    assert (reply.kind, reply.object_id, reply.target, reply.thread_id) == (Kind.REPLY, "m3", ADA, "m2")


def test_a_message_that_begins_with_a_name_answers_that_person(pages: Path) -> None:
    reply = told(pages)["m5"]

    assert (reply.kind, reply.object_id, reply.target) == (Kind.REPLY, "m3", ADA)


def test_a_name_that_begins_another_is_not_taken_for_it(tmp_path: Path) -> None:
    people = [
        {"_id": "u3", "username": "ann"},
        {"_id": "u4", "username": "annabel"},
        {"_id": "u5", "username": "ben"},
    ]
    said = [
        {"_id": f"m{at}", "rid": "R", "msg": "so", "ts": f"2024-03-01T10:0{at}:00.000Z", "u": user}
        for at, user in enumerate(people)
    ]
    said[2] |= {"msg": "@annabel and @ann hi", "mentions": people[:2]}
    path = tmp_path / "page.json"
    path.write_text(json.dumps({"messages": said}))

    assert told(path)["m2"].target == "rocketchat:u4"


def test_a_link_to_a_message_quotes_it(pages: Path) -> None:
    quote = told(pages)["m6"]

    assert (Kind.QUOTE, "m5", BEN, len("in July")) == (
        quote.kind,
        quote.object_id,
        quote.target,
        quote.text_len,
    )


def test_a_reaction_of_somebody_who_wrote_is_a_like_once(pages: Path) -> None:
    likes = [deed for deed in told(pages).values() if deed.kind is Kind.LIKE]

    assert [(like.actor, like.object_id, like.target) for like in likes] == [(BEN, "m3", ADA)]


def test_joins_and_leaves_are_told(pages: Path) -> None:
    assert [told(pages)[own].kind for own in ("m1", "m12")] == [Kind.JOIN, Kind.LEAVE]


@pytest.mark.parametrize(
    ("notice", "kind"),
    [("uj", Kind.JOIN), ("ut", Kind.JOIN), ("ujt", Kind.JOIN), ("ul", Kind.LEAVE), ("ult", Kind.LEAVE)],
)
def test_who_joins_or_leaves_a_channel_a_discussion_or_a_team_does_so(
    notice: str, kind: Kind, tmp_path: Path
) -> None:
    deeds = told(page(tmp_path, t=notice, msg="u"))

    assert [(deed.kind, deed.text_len) for deed in deeds.values()] == [(kind, 0)]


def test_what_is_left_out_is_counted(pages: Path) -> None:
    # Private: a room that a page says is, and a conversation of two.
    # Twice: what was before an edit, and a second reaction.
    assert ignored(pages) == {
        "private": 2,
        "deleted": 1,
        "duplicate": 2,
        "bot": 1,
        "service": 1,
        "no_author": 1,
    }


def test_senseless_messages_are_set_aside_with_their_place(pages: Path) -> None:
    assert sorted(rejections(pages), key=lambda line: -int(line.split(":")[1])) == [
        "!messages.json:3: bad_time: ts: expected an ISO 8601 time",
        "!messages.json:2: no_actor: u._id: expected the id of who wrote it",
        "!messages.json:1: no_id: _id: expected the message's id",
    ]


def test_a_database_export_has_its_own_times(dump: Path) -> None:
    deeds = told(dump)

    assert [deed.published.isoformat() for deed in deeds.values() if deed.published] == [
        "2024-03-01T10:00:00+00:00",
        "2024-03-01T10:01:00+00:00",
    ]
    assert {"garden"} == {deed.community for deed in deeds.values()}
    assert probe(dump).sure == probe(dump / "rocketchat_message.json").sure == 92


@pytest.mark.parametrize("gone", [{}, {"deleted": [{"_id": "b", "_deletedAt": "2024-03-01T11:00:00Z"}]}])
def test_what_changed_since_a_time_is_read(tmp_path: Path, gone: dict[str, object]) -> None:
    page(tmp_path)
    (message,) = json.loads((tmp_path / "page.json").read_text())["messages"]

    (tmp_path / "page.json").write_text(
        json.dumps({"result": gone | {"updated": [message], "cursor": {"next": "1"}}, "success": True})
    )

    assert [(deed.activity_id, deed.kind) for deed in told(tmp_path).values()] == [("a", Kind.POST)]
    assert rejections(tmp_path) == []


def test_a_number_is_a_time_in_milliseconds(tmp_path: Path) -> None:
    assert told(page(tmp_path, ts=1709287200000))["a"].ts_us == 1709287200000000


@pytest.mark.parametrize("ts", [None, {"$date": {}}, {"$date": "9" * 5000}], ids=["none", "empty", "long"])
def test_no_time_is_set_aside(ts: object, tmp_path: Path) -> None:
    assert [": bad_time" in line for line in rejections(page(tmp_path, ts=ts))] == [True]


def test_fields_of_another_shape_say_nothing(tmp_path: Path) -> None:
    page(tmp_path, mentions="x", reactions={":x:": 5}, _id="a" * 4000, u={"_id": "U" * 4000})

    assert [deed.kind for deed in told(tmp_path).values()] == [Kind.POST]


def test_a_hidden_message_is_deleted(tmp_path: Path) -> None:
    assert ignored(page(tmp_path, _hidden=True)) == {"deleted": 1}


def test_somebody_named_is_mentioned(tmp_path: Path) -> None:
    page(tmp_path, msg="see @ada", mentions=[{"_id": "V", "username": "ada"}])

    assert told(tmp_path)["a#mention-1"].target == "rocketchat:V"


def test_a_team_is_nobody(tmp_path: Path) -> None:
    page(tmp_path, msg="@beans see", mentions=[{"_id": "T", "username": "beans", "type": "team"}])

    assert list(told(tmp_path)) == ["a"]


def test_the_cat_of_the_server_is_nobody(tmp_path: Path) -> None:
    cat = {"_id": "rocket.cat", "username": "rocket.cat", "name": "Rocket.Cat"}
    says = {"_id": "b", "rid": "R", "msg": "miaow", "ts": "2024-03-01T10:01:00Z", "u": cat}
    page(tmp_path, mentions=[cat], reactions={":cat:": {"usernames": ["rocket.cat"]}})
    (tmp_path / "cat.json").write_text(json.dumps({"messages": [says]}))

    assert set(told(tmp_path)) == {"a"}
    assert ignored(tmp_path) == {"bot": 2}


def test_a_broken_message_is_set_aside(tmp_path: Path) -> None:
    page(tmp_path)
    text = (tmp_path / "page.json").read_text().replace('"messages": [', '"messages": [nonsense, ')
    (tmp_path / "page.json").write_text(text)

    assert len(rejections(tmp_path)) == 1


def test_rooms_of_old_servers_tell_what_is_private(tmp_path: Path) -> None:
    page(tmp_path)
    room = {"_id": "R", "ts": {"$date": "2016-03-01T10:00:00Z"}, "t": "p", "usernames": ["ada"], "msgs": 1}
    (tmp_path / "rocketchat_room.json").write_text(f"{json.dumps(room)}\n")

    assert told(tmp_path) == {}
    assert ignored(tmp_path) == {"private": 1}


@pytest.mark.parametrize(
    "form",
    [
        '{"group": %s, "success": true}',
        '{"room": %s}',
        '{"groups": [%s], "count": 1}',
        '{\n"update": [%s]}',
        "[%s]",
        "%s",
    ],
    ids=["group", "room", "groups", "rooms that changed", "array", "lines"],
)
def test_a_private_room_is_known_by_each_page_about_it(form: str, tmp_path: Path) -> None:
    page(tmp_path)
    (tmp_path / "rooms.json").write_text(form % '{"_id": "R", "t": "p", "name": "bees", "usersCount": 2}')

    assert ignored(tmp_path) == {"private": 1}


def test_a_room_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    page(tmp_path)
    room = '{"_id": "R", "t": "p", "usersCount": 2}\n'
    (tmp_path / "rooms.json").write_text(f"{room}nonsense\n{room}")

    with pytest.raises(InputError, match=r"rooms\.json:2: malformed.*expected a room"):
        read(tmp_path)


def test_a_broken_room_is_refused(dump: Path, tmp_path: Path) -> None:
    page(tmp_path)
    (tmp_path / "room.json").write_text('{"channel":\n{"_id": "R", "usersCount": 2, "t": "c"')

    with pytest.raises(InputError, match=r"room\.json: truncated JSON"):
        read(tmp_path)


def test_a_room_without_an_id_says_nothing(dump: Path, tmp_path: Path) -> None:
    page(tmp_path)
    (tmp_path / "room.json").write_text('{"channel": {"usersCount": 2, "t": "p", "u": {"_id": "U"}}}')

    assert {"R"} == {deed.community for deed in told(tmp_path).values()}


def test_a_truncated_dump_is_refused(dump: Path, tmp_path: Path) -> None:
    (tmp_path / "messages.json").write_bytes((dump / "rocketchat_message.json").read_bytes()[:-9])

    with pytest.raises(InputError, match="truncated"):
        read(tmp_path)


def test_other_documents_are_left_to_other_readers(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"messages": []}')

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match="no messages"):
        read(tmp_path)


def test_the_real_pages_are_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "perceval-tests" / "rocketchat"
    messages = [
        message
        for file in ("message_page_1.json", "message_page_2.json", "message_page_2020_05_03.json")
        for message in json.loads((folder / file).read_text())["messages"]
    ]
    given = sum(len(each["usernames"]) for m in messages for each in m.get("reactions", {}).values())

    outcomes = read(folder)

    assert len(messages) + given == len(outcomes)
    assert {m["_id"] for m in messages if not m.get("_hidden")} <= set(told(folder))

"""The fixtures are a group exported by itself, a whole account, and a group of 2019 with plain numbers."""

import json
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Activity, Clock, Kind, Rejection
from kibbutz_cli.readers.chats import telegram, telegramescapes

ADA, BEN, CLEO = "telegram:user11", "telegram:user12", "telegram:user13"


trial = Trial(telegram)
read, told, probe, ignored = trial.read, trial.told, trial.probe, trial.ignored


def rejections(path: Path) -> list[str]:
    return [str(outcome).removeprefix(f"{path}") for outcome in read(path) if isinstance(outcome, Rejection)]


def without_origin(path: Path) -> dict[str, Activity]:
    return {own: deed.model_copy(update={"origin": None}) for own, deed in told(path).items()}


@pytest.fixture
def group(fixtures: Path) -> Path:
    return fixtures / "telegram" / "group"


def chat(folder: Path, *messages: object) -> Path:
    path = folder / "result.json"
    path.write_text(json.dumps({"name": "G", "type": "private_group", "id": 7, "messages": messages}))
    return path


def message(**fields: object) -> dict[str, object]:
    return {
        "id": 5,
        "type": "message",
        "date": "2024-03-01T12:00:00",
        "from": "Ada",
        "from_id": "user11",
    } | fields


def test_a_message_is_known_by_its_chat_and_number(group: Path) -> None:
    post = told(group)["4242/4"]

    assert (post.kind, post.actor, post.actor_name, post.community) == (
        Kind.POST,
        ADA,
        "Ada",
        'Garden "messages": [',
    )
    assert (post.text_len, post.clock) == (len("The beans are up"), Clock.EXACT)
    assert post.published is not None
    assert post.published.isoformat() == "2024-03-01T10:01:00+00:00"


def test_a_reply_names_what_it_answers_and_whom(group: Path) -> None:
    reply = told(group)["4242/5"]

    assert (reply.kind, reply.object_id, reply.target, reply.thread_id) == (
        Kind.REPLY,
        "4242/4",
        ADA,
        "4242/4",
    )


def test_a_mention_of_somebody_without_a_name_has_the_id(group: Path) -> None:
    mention = told(group)["4242/6#mention-1"]

    assert (mention.actor, mention.target, mention.target_name) == (BEN, CLEO, "Cleo")


def test_a_message_that_begins_with_a_mention_answers_that_person(group: Path) -> None:
    reply = told(group)["4242/9"]

    assert (reply.kind, reply.object_id, reply.target, reply.actor_name) == (Kind.REPLY, "4242/6", BEN, None)


def test_somebodys_forward_ends_the_turn_of_another_and_is_answered_as_theirs(tmp_path: Path) -> None:
    ben = {"from": "Ben", "from_id": "user12"}
    forward = message(id=6, forwarded_from="Seeds", forwarded_from_id="channel99", **ben)

    deeds = told(
        chat(
            tmp_path,
            message(),
            forward,
            message(id=7),
            message(id=8, reply_to_message_id=6),
            message(id=9, **ben),
        )
    )

    assert [(deed.kind, deed.target, deed.thread_id) for deed in deeds.values()] == [
        (Kind.POST, None, "7/5"),
        (Kind.RESHARE, "telegram:channel99", "7/6"),
        (Kind.POST, None, "7/7"),
        (Kind.REPLY, BEN, "7/6"),
        (Kind.POST, None, "7/9"),
    ]


@pytest.mark.parametrize("number", [12, 2**32 + 828489493, 2**33 + 5], ids=["old", "of 2022", "newer"])
def test_the_number_of_whom_a_mention_names_is_a_users(number: int, tmp_path: Path) -> None:
    named = {"type": "mention_name", "text": "Ben", "user_id": number}
    first = message(**{"from": "Ben", "from_id": f"user{number}"})

    reply = told(chat(tmp_path, first, message(id=6, text=[named, " welcome"])))["7/6"]

    assert (reply.kind, reply.object_id, reply.target) == (Kind.REPLY, "7/5", f"telegram:user{number}")


def test_a_forward_is_a_reshare_of_its_source(group: Path) -> None:
    forward = told(group)["4242/7"]

    assert (forward.kind, forward.target, forward.text_len) == (Kind.RESHARE, "telegram:channel99", 0)


def test_a_named_reaction_has_its_own_time_in_the_zone_of_the_message(group: Path) -> None:
    given = [deed for deed in told(group).values() if deed.kind in (Kind.LIKE, Kind.DISLIKE)]

    assert [(deed.kind, deed.actor) for deed in given] == [(Kind.LIKE, BEN), (Kind.DISLIKE, CLEO)]
    assert given[0].published is not None
    assert given[0].published.isoformat() == "2024-03-01T11:00:00+00:00"
    assert told(group)["4242/4"].like_count == 1


def test_who_comes_or_goes_alone_joins_or_leaves(group: Path) -> None:
    deeds = told(group)

    assert [deeds[own].kind for own in ("4242/1", "4242/3")] == [Kind.JOIN, Kind.LEAVE]
    assert "4242/2" not in deeds


def test_what_is_left_out_is_counted(group: Path) -> None:
    # Nobody's: a message of a deleted account, and a reaction of one.
    assert ignored(group) == {"not_activity": 1, "service": 1, "no_author": 2}


def test_senseless_messages_are_set_aside_with_their_place(group: Path) -> None:
    assert rejections(group) == [
        "!result.json:11: bad_time: date: expected an ISO 8601 time",
        "!result.json:12: no_id: id: expected the message's number",
    ]


def test_of_an_account_only_what_has_a_public_name_is_read(fixtures: Path) -> None:
    account = fixtures / "telegram" / "account"

    assert {"44/1", "44/2"} == set(told(account))
    assert ignored(account) == {"private": 3}
    assert probe(account).sure == probe(account / "result.json").sure == 94


@pytest.mark.parametrize("name", ["account", "group", "old"])
def test_where_fields_are_sorted_a_chat_is_what_stands_behind_its_messages(
    fixtures: Path, tmp_path: Path, name: str
) -> None:
    """Programs that sort fields put ``messages`` before ``name`` and ``type``."""
    source = fixtures / "telegram" / name
    export = json.loads((source / "result.json").read_text())
    (tmp_path / "result.json").write_text(json.dumps(export, sort_keys=True))

    assert probe(tmp_path).sure == 94
    assert without_origin(tmp_path) == without_origin(source)
    assert ignored(tmp_path) == ignored(source)


def test_of_sorted_chats_none_has_the_type_of_the_one_before(fixtures: Path, tmp_path: Path) -> None:
    account = json.loads((fixtures / "telegram/account/result.json").read_text())
    account["chats"]["list"].reverse()
    (tmp_path / "result.json").write_text(json.dumps(account, sort_keys=True))

    assert list(told(tmp_path)) == list(told(fixtures / "telegram" / "account"))


def test_a_sorted_chat_is_known_by_its_messages_before_its_type_is_in_hand(tmp_path: Path) -> None:
    path = chat(tmp_path, *(message(id=number, text="x" * 1000) for number in range(1, 100)))
    path.write_text(json.dumps(json.loads(path.read_text()), sort_keys=True))

    assert probe(path).sure == 94
    assert len(told(path)) == 99


@pytest.mark.parametrize("other", [{"type": "channel"}, {"id": None}, {"messages": [{"type": "message"}]}])
def test_a_chat_of_another_program_is_none_of_telegram(tmp_path: Path, other: dict[str, object]) -> None:
    path = chat(tmp_path, message(text=""))
    document = {key: value for key, value in (json.loads(path.read_text()) | other).items() if value}
    path.write_text(json.dumps(document, sort_keys=True))

    assert probe(path).sure == 0


def test_plain_numbers_are_people_and_channels(fixtures: Path) -> None:
    old = told(fixtures / "telegram" / "old")

    assert [deed.actor for deed in old.values()] == [ADA, "telegram:channel99"]
    assert (old["46/1"].clock, old["46/2"].text_len) == (Clock.ZONE_ASSUMED, len("of a channel"))


def test_what_is_answered_may_be_in_another_chat(tmp_path: Path) -> None:
    path = chat(tmp_path, message(reply_to_message_id=3, reply_to_peer_id="channel8"))

    assert told(path)["7/5"].object_id == "8/3"


def test_a_group_without_a_number_in_old_exports_is_a_chat(tmp_path: Path) -> None:
    assert {"telegram:chat9"} == {
        deed.actor for deed in told(chat(tmp_path, message(from_id=2**32 + 9))).values()
    }


@pytest.mark.parametrize(
    ("value", "code"),
    [(7, "malformed"), (message(date=5), "bad_time"), (message(from_id="user" * 2000), "malformed")],
    ids=["number", "time", "long id"],
)
def test_a_senseless_message_is_set_aside(value: object, code: str, tmp_path: Path) -> None:
    outcomes = read(chat(tmp_path, value))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_fields_of_another_shape_say_nothing(tmp_path: Path) -> None:
    odd = message(
        text=7, reactions=[{"emoji": "x", "recent": [{"from_id": "user12", "date": "then"}]}, {"recent": 1}]
    )

    deeds = told(chat(tmp_path, odd))

    assert (deeds["7/5"].text_len, deeds["7/5"].ts_us) == (0, deeds[f"7/5#like-{BEN}"].ts_us)


def test_a_reaction_in_local_time_keeps_it_where_the_message_has_no_other(tmp_path: Path) -> None:
    given = [{"emoji": "x", "count": 1, "recent": [{"from_id": "user12", "date": "2024-03-01T13:00:00"}]}]

    like = told(chat(tmp_path, message(reactions=given)))[f"7/5#like-{BEN}"]

    assert like.clock is Clock.ZONE_ASSUMED


def test_a_reaction_to_a_message_without_a_local_time_keeps_its_own(tmp_path: Path) -> None:
    given = [{"emoji": "x", "count": 1, "recent": [{"from_id": "user12", "date": "2024-03-01T13:00:00"}]}]
    moment = {"date": "0000-00-00T00:00:00", "date_unixtime": "1709294400"}

    like = told(chat(tmp_path, message(reactions=given, **moment)))[f"7/5#like-{BEN}"]

    assert like.clock is Clock.ZONE_ASSUMED


def test_a_broken_message_is_set_aside_in_public_and_counted_in_private(tmp_path: Path) -> None:
    path = chat(tmp_path, message())
    broken = path.read_text().replace('"messages": [', '"messages": [nonsense, ')
    path.write_text(broken)
    assert [outcome.code for outcome in read(path) if isinstance(outcome, Rejection)] == ["malformed"]

    path.write_text(broken.replace("private_group", "personal_chat"))
    assert ignored(path) == {"private": 2}


def test_control_characters_are_read_as_telegram_escapes_them(tmp_path: Path) -> None:
    """It writes them as no JSON does; a backslash somebody typed is two."""
    path = chat(tmp_path, message(text="one < two"), message(id=6, text="a > b", reply_to_message_id=5))
    path.write_text(
        path.read_text().replace("<", r"\x1F").replace(">", r"\\x08\x0B").replace('"G"', r'"G\x07"')
    )

    first, reply = told(path).values()

    assert (first.text_len, reply.text_len) == (len("one < two"), len("a /x08< b"))
    assert (reply.object_id, reply.target, reply.community) == (first.activity_id, ADA, "G\x07")


@pytest.mark.parametrize("chunk", [1, 2, 3, 4, 5, 100])
def test_an_escape_may_lie_on_both_sides_of_a_chunks_end(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegramescapes, "CHUNK", chunk)
    text = rb"a\x08\x1F \\x08 \\\x0B\n\\\\x1A\\\" \x2A \xzz"
    expected = rb"a\u0008\u001F \\x08 \\\u000B\n\\\\x1A\\\" \x2A \xzz"

    assert telegramescapes.mended(BytesIO(text)).read() == expected


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = chat(tmp_path, message())
    path.write_text(path.read_text().replace('"G"', '"\\ud800"'))

    with pytest.raises(InputError, match="not JSON around its arrays"):
        read(path)


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"type": "feed", "messages": []}'], ids=["array", "empty", "other"]
)
def test_another_document_is_left_to_other_readers(text: str, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(text)

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match="no chat"):
        read(tmp_path)


@pytest.mark.parametrize("cut", [3, 40, 300])
def test_a_truncated_account_is_refused(fixtures: Path, tmp_path: Path, cut: int) -> None:
    (tmp_path / "result.json").write_bytes((fixtures / "telegram/account/result.json").read_bytes()[:-cut])

    with pytest.raises(InputError, match="truncated JSON"):
        read(tmp_path)


@pytest.mark.parametrize(("file", "kind"), [("BIG_20A_5475M.json", "post"), ("DM_2A_7M.json", "private")])
def test_the_real_files_are_read_whole(shared: Path, file: str, kind: str) -> None:
    path = shared / "exports" / "chat-telegram" / file
    messages = json.loads(path.read_text())["messages"]

    outcomes = read(path)

    assert {kind: len(messages)} == Counter(
        str(getattr(outcome, "reason", "") or getattr(outcome, "kind", "")) for outcome in outcomes
    )
    if kind == "post":
        assert {f"telegram:user{message['from_id']}" for message in messages} == {
            deed.actor for deed in told(path).values()
        }


def updates(folder: Path, *found: object) -> Path:
    first = {"update_id": 1, "message": update(text="The beans are up")}
    (folder / "updates.json").write_text(json.dumps({"ok": True, "result": [first, *found]}))
    return folder


def update(**fields: object) -> dict[str, object]:
    sender = {"id": 11, "first_name": "Ada", "last_name": "Hill", "username": "ada"}
    chat = {"id": -1001234567, "title": "Garden", "type": "supergroup"}
    return {"message_id": 5, "date": 1709287200, "chat": chat, "from": sender} | fields


def test_what_people_write_to_a_channel_alone_is_private(tmp_path: Path) -> None:
    chat = {"id": -1009, "title": "Garden", "type": "supergroup", "is_direct_messages": True}

    assert ignored(updates(tmp_path, {"update_id": 2, "message": update(chat=chat)})) == {"private": 1}


def test_what_a_bot_saw_is_told_as_an_export_tells_it(tmp_path: Path) -> None:
    answered = update(
        message_id=6, reply_to_message={"message_id": 5}, text="Well done", **{"from": {"id": 12}}
    )

    deeds = told(updates(tmp_path, {"update_id": 2, "message": answered}))

    post, reply = deeds["1234567/5"], deeds["1234567/6"]
    assert (
        post.actor,
        post.actor_name,
        post.community,
        post.ts_us,
    ) == (ADA, "Ada Hill", "Garden", 1709287200000000)
    assert (reply.kind, reply.actor, reply.target) == (Kind.REPLY, BEN, ADA)
    assert probe(tmp_path).sure == 94


def test_a_post_of_a_channel_and_a_forward_are_told(tmp_path: Path) -> None:
    post = {"message_id": 7, "date": 1709287200, "chat": {"id": -9, "type": "channel"}, "text": "Sow in May"}
    channel = {"update_id": 2, "channel_post": post | {"sender_chat": {"id": -9, "title": "Seeds"}}}
    forward = {"update_id": 3, "message": update(message_id=8, forward_from={"id": 13}, text="Sow in May")}

    deeds = told(updates(tmp_path, channel, forward))

    assert (deeds["9/7"].actor, deeds["9/7"].actor_name) == ("telegram:channel9", "Seeds")
    assert (deeds["1234567/8"].kind, deeds["1234567/8"].target) == (Kind.RESHARE, CLEO)


def test_who_writes_as_a_group_or_channel_is_that(tmp_path: Path) -> None:
    fake = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    said = update(message_id=6, text="x", sender_chat={"id": -1001234567, "title": "Garden"})

    deed = told(updates(tmp_path, {"update_id": 2, "message": said | {"from": fake}}))["1234567/6"]

    assert (deed.actor, deed.actor_name) == ("telegram:channel1234567", "Garden")


def test_what_a_linked_channel_forwards_by_itself_is_the_channels(tmp_path: Path) -> None:
    channel = {"id": -1009, "title": "Seeds", "type": "channel"}
    origin = {"type": "channel", "chat": channel, "message_id": 3}
    said = update(message_id=6, text="Sow", sender_chat=channel, forward_origin=origin)

    deeds = told(updates(tmp_path, {"update_id": 2, "message": said | {"from": {"id": 777000}}}))

    deed = deeds["1234567/6"]
    assert (deed.kind, deed.actor, deed.target) == (Kind.RESHARE, "telegram:channel1009", deed.actor)


@pytest.mark.parametrize(
    ("told_by", "target", "name"),
    [
        ({"forward_origin": {"type": "hidden_user", "sender_user_name": "S"}}, None, None),
        ({"forward_sender_name": "S"}, None, None),
        ({"forward_from_chat": {"id": -1001234567890, "title": "Seeds"}}, "channel1234567890", "Seeds"),
        ({"forward_origin": {"sender_user": {"id": 13, "first_name": "Cleo"}}}, "user13", "Cleo"),
        ({"forward_origin": {"sender_chat": {"id": -1001234567890, "title": "S"}}}, "channel1234567890", "S"),
    ],
    ids=["hidden", "hidden before", "channel before", "user", "group"],
)
def test_the_words_of_a_forward_are_not_the_senders(
    told_by: dict[str, object], target: str | None, name: str | None, tmp_path: Path
) -> None:
    said = update(message_id=6, text="Sow in May", **told_by)

    deed = told(updates(tmp_path, {"update_id": 2, "message": said}))["1234567/6"]

    assert (deed.kind, deed.text_len, deed.target_name) == (Kind.RESHARE, 0, name)
    assert deed.target == (f"telegram:{target}" if target else None)


def test_the_caption_of_a_picture_is_its_words_and_names_who_has_no_name(tmp_path: Path) -> None:
    entities = [
        {"type": "text_mention", "offset": 3, "length": 3, "user": {"id": 13}},
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "text_mention", "offset": "x"},
    ]
    said = update(message_id=6, caption="\N{SEEDLING} Dan sows", caption_entities=entities)

    deeds = told(updates(tmp_path, {"update_id": 2, "message": said}))

    mention = deeds["1234567/6#mention-1"]
    assert deeds["1234567/6"].text_len == len("\N{SEEDLING} Dan sows")
    assert (mention.target, mention.target_name) == (CLEO, "Dan")


def test_a_forward_of_a_deleted_account_is_a_reshare(tmp_path: Path) -> None:
    deed = told(chat(tmp_path, message(forwarded_from=None, text="Sow in May")))["7/5"]

    assert (deed.kind, deed.target, deed.text_len) == (Kind.RESHARE, None, 0)


def test_who_comes_or_goes_alone_joins_or_leaves_a_bots_chat(tmp_path: Path) -> None:
    came = {"update_id": 2, "message": update(message_id=6, new_chat_members=[{"id": 11}])}
    left = {"update_id": 3, "message": update(message_id=7, left_chat_member={"id": 11})}
    other = {"update_id": 4, "message": update(message_id=8, left_chat_member={"id": 12})}
    updates(tmp_path, came, left, other)

    assert [deed.kind for deed in told(tmp_path).values()] == [Kind.POST, Kind.JOIN, Kind.LEAVE]
    assert ignored(tmp_path) == {"service": 1}


def test_other_updates_are_counted(tmp_path: Path) -> None:
    private = {"update_id": 2, "message": update(chat={"id": 11, "type": "private"})}
    edited = {"update_id": 3, "edited_message": update(text="The beans are up!")}
    program = {"update_id": 4, "message": update(**{"from": {"id": 99, "is_bot": True}})}
    updates(tmp_path, private, edited, program, {"update_id": 5, "poll": {}}, 7)

    assert ignored(tmp_path) == {"private": 1, "duplicate": 1, "not_activity": 2}
    assert rejections(tmp_path) == [
        "!updates.json:6: malformed: no update: expected an object with an update_id"
    ]


def test_the_real_updates_are_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "perceval-tests" / "telegram"
    found = [
        each
        for file in ("telegram_messages.json", "telegram_messages_next.json")
        for each in json.loads((folder / file).read_text())["result"]
    ]
    public = [each for each in found if "message" in each and each["message"]["chat"]["type"] == "group"]

    outcomes = read(folder)

    assert len(found) == len(outcomes)
    assert len(public) == sum(isinstance(outcome, Activity) for outcome in outcomes)


def test_an_account_is_known_where_its_chats_begin_far_behind(fixtures: Path, tmp_path: Path) -> None:
    account = json.loads((fixtures / "telegram/account/result.json").read_text())
    contact = {
        "user_id": 5,
        "first_name": "Dora",
        "last_name": "",
        "phone_number": "00",
        "date": "2020-01-01",
    }
    contacts = {"about": "People", "list": [contact] * 1000}
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"about": "Your data.", "contacts": contacts, "chats": account["chats"]}))

    assert probe(path).sure == 94
    assert told(path).keys() == {"44/1", "44/2"}


def test_in_a_topic_of_a_forum_its_opening_is_not_answered(tmp_path: Path) -> None:
    opened = message(type="service", action="topic_created", title="Beans", actor="Cleo", actor_id="user13")
    said = message(id=6, reply_to_message_id=5)
    answer = message(id=7, reply_to_message_id=6, **{"from": "Ben", "from_id": "user12"})

    deeds = told(chat(tmp_path, opened, said, answer))

    assert [(deed.kind, deed.target, deed.thread_id) for deed in deeds.values()] == [
        (Kind.POST, None, "7/6"),
        (Kind.REPLY, ADA, "7/6"),
    ]


def test_what_a_bot_saw_in_a_topic_does_not_answer_its_opening(tmp_path: Path) -> None:
    opened = {"message_id": 3, "forum_topic_created": {"name": "Beans"}}
    said = update(
        message_id=6, message_thread_id=3, is_topic_message=True, reply_to_message=opened, text="In"
    )

    assert told(updates(tmp_path, {"update_id": 2, "message": said}))["1234567/6"].kind is Kind.POST

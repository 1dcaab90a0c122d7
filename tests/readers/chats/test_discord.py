"""The fixtures are a channel in two parts, a public thread, a private one, and a group's direct messages."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Activity, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats import discord

ADA, BEN = "discord:111", "discord:222"


@pytest.fixture
def server(fixtures: Path) -> Path:
    return fixtures / "discord" / "garden"


trial = Trial(discord)
read, told, probe = trial.read, trial.told, trial.probe


def channel(folder: Path, *messages: object, kind: str = "GuildTextChat", guild: str = "9") -> Path:
    path = folder / "channel.json"
    document = {
        "guild": {"id": guild, "name": "G"},
        "channel": {"id": "1", "type": kind},
        "messages": messages,
    }
    path.write_text(json.dumps(document))
    return path


def message(**fields: object) -> dict[str, object]:
    author = {"id": "111", "name": "ada", "isBot": False}
    return {"id": "5", "type": "Default", "timestamp": "2024-03-01T12:00:00+00:00", "author": author} | fields


def test_a_message_is_known_by_its_own_id(server: Path) -> None:
    post = told(server)["1002"]

    assert (post.kind, post.actor, post.actor_name, post.community) == (Kind.POST, ADA, "Ada", "Garden")
    assert post.published is not None
    assert post.published.isoformat() == "2024-03-01T10:01:00.250000+00:00"


def test_a_role_of_weight_is_found_below_a_higher_one(server: Path) -> None:
    assert [told(server)[own].role for own in ("1002", "1004")] == ["moderator", "Green thumb"]


def test_fields_may_be_sorted(server: Path, tmp_path: Path) -> None:
    """Then a channel, with a topic as long as they may be, stands before its guild."""
    for file in server.iterdir():
        document = json.loads(file.read_text())
        document["channel"]["topic"] = "messages " * 100
        (tmp_path / file.name).write_text(json.dumps(document, sort_keys=True))

    assert probe(tmp_path) == probe(server)
    assert list(told(tmp_path)) == list(told(server))


def test_a_reply_names_what_it_answers_and_whom(server: Path) -> None:
    reply = told(server)["1004"]

    assert (reply.kind, reply.object_id, reply.target, reply.thread_id) == (Kind.REPLY, "1003", ADA, "1002")


def test_a_reply_to_what_was_deleted_answers_nobody_known(tmp_path: Path) -> None:
    gone = {"messageId": None, "channelId": "1", "guildId": "9"}
    path = channel(tmp_path, message(), message(id="6", type="Reply", reference=gone), message(id="7"))

    assert [(deed.kind, deed.object_id, deed.target, deed.thread_id) for deed in told(path).values()] == [
        (Kind.POST, None, None, "5"),
        (Kind.REPLY, None, None, None),
        (Kind.POST, None, None, "6"),
    ]


def test_a_reply_to_what_was_deleted_stays_in_its_thread(tmp_path: Path) -> None:
    gone = {"messageId": None, "channelId": "1", "guildId": "9"}
    said = (message(id="1"), message(id="6", type="Reply", reference=gone))
    path = channel(tmp_path, *said, kind="GuildPublicThread")

    assert [(deed.kind, deed.target, deed.thread_id) for deed in told(path).values()] == [
        (Kind.POST, None, "1"),
        (Kind.REPLY, None, "1"),
    ]


def test_whom_a_reply_answers_is_not_mentioned_by_it(server: Path) -> None:
    assert not [deed for deed in told(server).values() if deed.kind is Kind.MENTION]


def test_a_message_in_the_next_part_answers_whom_it_begins_with(server: Path) -> None:
    reply = told(server)["1009"]

    assert (reply.kind, reply.object_id, reply.target) == (Kind.REPLY, "1008", BEN)


@pytest.mark.parametrize("size", [1, 2, 4], ids=["one a part", "two a part", "whole"])
def test_what_is_exported_with_the_newest_first_is_read_as_it_was_said(size: int, tmp_path: Path) -> None:
    ben = {"author": {"id": "222", "name": "ben", "isBot": False}}
    says = [
        message(id="1"),
        message(id="2"),
        message(id="3", **ben, content="@ada yes", mentions=[{"id": "111", "name": "ada"}]),
        message(id="4", type="Reply", reference={"messageId": "3"}),
    ]
    for minute, each in enumerate(says):
        each["timestamp"] = f"2024-03-01T12:0{minute}:00.5+00:00"
    (tmp_path / "there").mkdir()
    for part, start in enumerate(range(0, 4, size), start=1):
        name = "channel.json" if part == 1 else f"channel [part {part}].json"
        channel(tmp_path, *says[::-1][start : start + size]).rename(tmp_path / "there" / name)

    assert [
        (deed.activity_id, deed.kind, deed.object_id, deed.target, deed.thread_id, deed.position)
        for deed in told(tmp_path / "there").values()
    ] == [
        ("1", Kind.POST, None, None, "1", (3 % size) + 1),
        ("2", Kind.POST, None, None, "1", (2 % size) + 1),
        ("3", Kind.REPLY, "2", ADA, "1", (1 % size) + 1),
        ("4", Kind.REPLY, "3", BEN, "1", 1),
    ]


@pytest.mark.parametrize("code", ["<@222>", "<@!222>"], ids=["today", "older"])
def test_names_that_were_exported_as_codes_are_read_as_they_are_shown(code: str, tmp_path: Path) -> None:
    ada = {"id": "111", "name": "ada", "nickname": "Ada"}
    ben = {"id": "222", "name": "ben", "nickname": ""}
    says = [
        message(id="1", author=ben),
        message(id="2", content=f"{code} yes, <@111>, <@333>", mentions=[ada, ben]),
    ]

    deeds = told(channel(tmp_path, *says))

    assert (deeds["2"].kind, deeds["2"].object_id, deeds["2"].target) == (Kind.REPLY, "1", BEN)
    assert deeds["2"].text_len == len("@ben yes, @Ada, <@333>")


def test_a_name_that_begins_another_is_not_taken_for_it(tmp_path: Path) -> None:
    ann, annabel = {"id": "333", "name": "a3", "nickname": "Ann"}, {"id": "444", "name": "Annabel"}
    says = [
        message(id="1", author=ann),
        message(id="2", author=annabel),
        message(id="3", content="@Annabel and @Ann hi", mentions=[ann, annabel]),
    ]

    assert told(channel(tmp_path, *says))["3"].target == "discord:444"


def test_a_message_in_a_public_thread_answers_what_opened_it(server: Path) -> None:
    reply = told(server)["1020"]

    assert (reply.kind, reply.object_id) == (Kind.REPLY, "1004")


def test_a_forward_is_a_reshare_without_words(server: Path) -> None:
    forward = told(server)["1010"]

    assert (forward.kind, forward.object_id, forward.text_len) == (Kind.RESHARE, "77", 0)


def test_somebodys_forward_ends_the_turn_of_another_and_is_answered_as_theirs(tmp_path: Path) -> None:
    ben = {"author": {"id": "222", "name": "ben", "isBot": False}}
    forward = message(id="6", reference={"messageId": "77", "type": "Forward"}, **ben)
    answer = message(id="8", type="Reply", reference={"messageId": "6"})

    deeds = told(channel(tmp_path, message(), forward, message(id="7"), answer))

    assert [(deed.kind, deed.object_id, deed.target, deed.thread_id) for deed in deeds.values()] == [
        (Kind.POST, None, None, "5"),
        (Kind.RESHARE, "77", None, "77"),
        (Kind.POST, None, None, "7"),
        (Kind.REPLY, "6", BEN, "77"),
    ]


def test_a_named_reaction_is_a_like_and_the_others_are_counted(server: Path) -> None:
    likes = [deed for deed in told(server).values() if deed.kind is Kind.LIKE]

    assert [(like.object_id, like.actor, like.target) for like in likes] == [("1003", BEN, ADA)]
    assert told(server)["1003"].like_count == 2


@pytest.mark.parametrize("emoji", [{"name": "👎"}, {"name": "👎", "code": "thumbsdown"}])
def test_an_emoji_is_told_by_its_code_or_by_itself(emoji: dict[str, str], tmp_path: Path) -> None:
    given = {"emoji": emoji, "count": 1, "users": [{"id": "222", "name": "ben"}]}

    *_, dislike = told(channel(tmp_path, message(reactions=[given]))).values()

    assert (dislike.kind, dislike.actor, dislike.target) == (Kind.DISLIKE, BEN, ADA)


def test_quoted_words_are_not_the_writers(server: Path) -> None:
    assert told(server)["1008"].text_len == len("Really?")


def test_a_join_is_told(server: Path) -> None:
    assert told(server)["1001"].kind is Kind.JOIN


def test_what_is_left_out_is_counted(server: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(server) if isinstance(outcome, Ignored))

    # Not an activity: a bot, a bot's reaction, and a notice.
    assert ignored == {"bot": 2, "service": 1, "no_author": 1, "private": 1}


def test_direct_messages_are_private_those_of_groups_too(fixtures: Path) -> None:
    assert [
        outcome.reason
        for outcome in read(fixtures / "discord" / "direct.json")
        if isinstance(outcome, Ignored)
    ] == ["private"] * 2


def test_senseless_messages_are_set_aside_with_their_place(server: Path) -> None:
    place = f"{server}!Garden - Beds - beans [100] [part 2].json"

    assert [
        f"{place}:3: bad_time: timestamp: expected an ISO 8601 time",
        f"{place}:4: no_id: id: expected the message's number",
        f"{place}:5: no_actor: author.id: expected the number of who wrote it",
    ] == [str(outcome) for outcome in read(server) if isinstance(outcome, Rejection)]


@pytest.mark.parametrize(
    ("value", "code"),
    [(7, "malformed"), (message(id="5" * 5000), "malformed"), (message(timestamp=5), "bad_time")],
    ids=["number", "long id", "time"],
)
def test_a_senseless_message_is_set_aside(value: object, code: str, tmp_path: Path) -> None:
    outcomes = read(channel(tmp_path, value))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_fields_of_another_shape_say_nothing(tmp_path: Path) -> None:
    odd = message(content="@you yes", mentions=[{"id": "6"}], reactions="no")
    odd["author"] = {"id": "111", "name": "ada", "roles": "none"}

    (post,) = (deed for deed in told(channel(tmp_path, odd)).values() if not deed.derived)
    assert (post.kind, post.role, post.like_count) == (Kind.POST, None, None)


def test_mentions_are_deeds_of_their_own(tmp_path: Path) -> None:
    named = [{"id": "222", "name": "ben"}, {"id": "333", "name": "rain", "isBot": True}, {}]

    deeds = told(channel(tmp_path, message(content="with @ben", mentions=named)))

    assert (deeds["5#mention-1"].target, len(deeds)) == (BEN, 2)


def test_whoever_is_called_deleted_user_is_nobody(tmp_path: Path) -> None:
    gone = {"id": "456226577798135808", "name": "Deleted User", "discriminator": "0000", "isBot": False}
    ben = {"id": "222", "name": "ben", "discriminator": "0000", "isBot": False}
    given = [
        {"emoji": {"id": "", "name": "\U0001f44d", "code": "thumbsup"}, "count": 2, "users": [gone, ben]}
    ]
    path = channel(tmp_path, message(content="@Deleted User and @ben", mentions=[gone, ben], reactions=given))

    deeds = told(path)

    assert {(deed.kind, deed.actor, deed.target) for deed in deeds.values() if deed.object_id} == {
        (Kind.MENTION, ADA, BEN),
        (Kind.LIKE, BEN, ADA),
    }
    assert trial.ignored(path) == {"no_author": 1}


def test_an_account_deleted_since_2023_keeps_its_id(tmp_path: Path) -> None:
    gone = {"id": "77", "name": "deleted_user_a1b2", "discriminator": "0000", "isBot": False}

    assert told(channel(tmp_path, message(author=gone)))["5"].actor == "discord:77"


def test_a_quote_to_the_end_leaves_no_words(tmp_path: Path) -> None:
    assert told(channel(tmp_path, message(content=">>> all\nof it")))["5"].text_len == 0


def test_a_broken_message_is_set_aside(tmp_path: Path) -> None:
    path = channel(tmp_path, message())
    path.write_text(path.read_text().replace('"messages": [', '"messages": [nonsense, '))

    assert [outcome.code for outcome in read(path) if isinstance(outcome, Rejection)] == ["malformed"]


@pytest.mark.parametrize("shape", ["zip", "gztar"])
def test_a_server_says_the_same_packed_and_unpacked(server: Path, tmp_path: Path, shape: str) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "garden"), shape, server))

    assert set(told(server)) == set(told(packed))
    assert probe(packed).sure == probe(server).sure == 95


@pytest.mark.parametrize(
    "text",
    ["{}", '{"guild": 1, "channel": {}, "messages": []}', '{"guild": {,}, "messages": []}', '{"guild": {}}'],
    ids=["empty", "no channel", "no JSON", "no messages"],
)
def test_another_document_is_left_to_other_readers(text: str, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(text)

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match="no guild and channel"):
        read(tmp_path)


def test_a_truncated_channel_is_refused(server: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_bytes((server / "Garden - Beds - beans [100].json").read_bytes()[:-40])

    with pytest.raises(InputError, match="truncated JSON"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("SV_5A_5M.json", {"post": 3, "no_author": 2}),
        ("GC_3A_5M.json", {"private": 6}),
        ("DM_2A_2M.json", {"private": 3}),
    ],
)
def test_the_real_files_are_read_whole(shared: Path, file: str, counts: dict[str, int]) -> None:
    path = shared / "exports" / "chat-discord" / file
    messages = json.loads(path.read_text())["messages"]

    outcomes = read(path)

    assert len(messages) == len(outcomes)
    assert counts == Counter(
        str(outcome.reason) if isinstance(outcome, Ignored) else getattr(outcome, "kind", "")
        for outcome in outcomes
    )


def said(own: int, user: str, content: str, **fields: object) -> dict[str, object]:
    author = {"id": user, "username": f"name{user}", "global_name": None, "discriminator": "0"}
    return {
        "id": f"{own}",
        "type": 0,
        "channel_id": "100000000000000001",
        "timestamp": f"2024-03-01T12:{own:02}:00.000000+00:00",
        "content": content,
        "author": author,
        "mentions": [],
    } | fields


def test_messages_of_the_interface_are_read_the_oldest_first(tmp_path: Path) -> None:
    hook = said(6, "9", "Built", webhook_id="9")
    like = {"emoji": {"id": None, "name": "x"}, "count": 2}
    answer = said(5, "222", "Yes", type=19, message_reference={"message_id": "3"}, reactions=[like])
    named = said(4, "222", "<@111> when?", mentions=[{"id": "111", "username": "name111"}])
    (tmp_path / "page.json").write_text(json.dumps([hook, answer, named, said(3, "111", "Sown")]))

    deeds = told(tmp_path)

    assert probe(tmp_path).sure == 90
    assert [(deed.kind, deed.actor, deed.object_id, deed.target) for deed in deeds.values()] == [
        (Kind.POST, ADA, None, None),
        (Kind.REPLY, BEN, "3", ADA),
        (Kind.REPLY, BEN, "3", ADA),
    ]
    assert (deeds["5"].like_count, deeds["5"].community) == (2, "100000000000000001")
    assert trial.ignored(tmp_path) == {"bot": 1}


@pytest.mark.parametrize("mark", ["bot", "system"])
def test_a_program_of_the_interface_is_told_by_either_mark(mark: str, tmp_path: Path) -> None:
    clock = said(4, "9", "12:00", author={"id": "9", "username": "clock", mark: True})
    (tmp_path / "page.json").write_text(json.dumps([said(3, "111", "Sown"), clock]))

    assert trial.ignored(tmp_path) == {"bot": 1}


@pytest.mark.parametrize("form", ["array", "object", "lines"])
def test_pages_of_the_interface_are_read_in_time_whichever_way_they_are_numbered(
    form: str, tmp_path: Path
) -> None:
    named = said(6, "222", "<@111> yes", mentions=[{"id": "111", "username": "name111"}])
    says = [said(3, "111", "Sown"), said(4, "222", "so"), said(5, "222", "well"), named]
    for number, part in enumerate((says[2:], says[:2])):
        text = json.dumps(part if form == "array" else {"messages": part})
        lines = "".join(json.dumps(each) + "\n" for each in part)
        (tmp_path / f"{number}.json").write_text(lines if form == "lines" else text)

    deeds = told(tmp_path)

    assert (deeds["5"].thread_id, deeds["6"].object_id, deeds["6"].target) == ("4", "3", ADA)


def test_a_line_of_the_interface_that_is_no_json_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "page.jsonl"
    path.write_text(f"{json.dumps(said(3, '111', 'Sown'))}\n{{broken\n{json.dumps(said(4, '222', 'So'))}\n")

    outcomes = read(path)

    assert [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)] == ["malformed"]
    assert len(outcomes) == 3


def test_the_fields_of_a_reaction_of_the_interface_are_known(tmp_path: Path) -> None:
    emoji = {"id": "9", "name": "bean", "animated": True}
    count = {"count": 3, "count_details": {"burst": 1, "normal": 2}, "burst_count": 1, "burst_colors": []}
    given = {"emoji": emoji, "me": False, "me_burst": False, "mood": "sunny"} | count
    (tmp_path / "page.json").write_text(json.dumps([said(3, "111", "Sown", reactions=[given])]))
    budget = Budget(Limits(), str(tmp_path))

    (deed,) = read(tmp_path, budget=budget)

    assert isinstance(deed, Activity)
    assert deed.like_count == count["count"]
    assert budget.unknown == {"reactions.mood": 1}


def package(folder: Path, **files: object) -> Path:
    """Write the package of an account: a channel of a server as a table, another, and direct messages."""
    table = 'ID,Timestamp,Contents,Attachments\n1,2024-03-11T14:02:55+00:00,"Beans,\nsown <@222>",\n'
    for number, (kind, guild) in enumerate([(0, {"guild": {"name": "Garden"}}), ("DM", {})], start=1):
        channel = folder / "package" / "messages" / f"c10000000000000000{number}"
        channel.mkdir(parents=True)
        (channel / "channel.json").write_text(json.dumps({"id": f"{number}", "type": kind} | guild))
        (channel / "messages.csv").write_text(table)
    (folder / "package" / "account").mkdir()
    (folder / "package" / "account" / "user.json").write_text('{"id": 111, "username": "ada"}')
    return folder


def test_of_the_package_of_an_account_its_words_on_servers_are_read(tmp_path: Path) -> None:
    deeds = told(package(tmp_path))

    assert probe(tmp_path).sure == 94
    assert (deeds["1"].kind, deeds["1"].actor, deeds["1"].community) == (Kind.POST, ADA, "Garden")
    assert deeds["1"].origin.coverage == "single"
    assert deeds["1#mention-1"].target == BEN
    assert trial.ignored(tmp_path) == {"private": 1}


def test_the_files_of_a_package_may_be_marked_as_utf_8(tmp_path: Path) -> None:
    before = list(told(package(tmp_path)))
    for file in tmp_path.rglob("*.json"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())

    assert before == list(told(tmp_path)) != []


@pytest.mark.parametrize("kind", ["DM", "GROUP_DM", "PRIVATE_THREAD", 1, 3, 12])
def test_a_channel_of_a_package_is_private_by_its_type_also_on_a_server(
    kind: str | int, tmp_path: Path
) -> None:
    channel = package(tmp_path) / "package" / "messages" / "c100000000000000001" / "channel.json"
    channel.write_text(json.dumps({"id": "1", "type": kind, "guild": {"name": "Garden"}}))

    assert trial.ignored(tmp_path) == {"private": 2}


def test_a_newer_package_has_its_messages_as_json(tmp_path: Path) -> None:
    channel = package(tmp_path) / "package" / "messages" / "c100000000000000001"
    (channel / "messages.csv").unlink()
    sound = {"ID": 7, "Timestamp": "2024-03-11 14:02:55", "Contents": "Beans", "Attachments": ""}
    (channel / "messages.json").write_text(
        json.dumps([sound, sound | {"ID": ""}, sound | {"Timestamp": "x"}])
    )

    outcomes = read(tmp_path)

    assert [deed.activity_id for deed in told(tmp_path).values()] == ["7"]
    assert sorted(str(each.code) for each in outcomes if isinstance(each, Rejection)) == ["bad_time", "no_id"]


def test_a_package_without_its_account_is_refused(tmp_path: Path) -> None:
    (package(tmp_path) / "package" / "account" / "user.json").unlink()

    with pytest.raises(InputError, match=r"no user\.json: expected the folder of the account"):
        read(tmp_path)


def test_a_table_of_a_package_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    table = package(tmp_path) / "package" / "messages" / "c100000000000000001" / "messages.csv"
    table.write_text(table.read_text()[:60])

    with pytest.raises(InputError, match="truncated"):
        read(tmp_path)

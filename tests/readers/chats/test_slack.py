"""The fixture is an export of one workspace: a public channel, a private one that the list of channels
marks, a private group and a direct message. Owner, admin and program are in its list of people."""

import gzip
import json
import shutil
from collections import Counter
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Activity, Coverage, Ignored, Kind, Origin, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats import slack
from kibbutz_cli.readers.chats.slackchunks import WAITING
from kibbutz_cli.readers.chats.slackmessages import Messages
from kibbutz_cli.readers.chats.slackworkspace import Channel, Workspace
from kibbutz_cli.readers.records import Owner, Record

ADA, BEN, CLEO = "slack:U0ADA0001", "slack:U0BEN0002", "slack:U0CLEO003"
CHANNEL = "C0GARDEN1"
REAL = Path("exports/slack/slackdump-fixtures/internal/fixtures/assets")


@pytest.fixture
def workspace(fixtures: Path) -> Path:
    return fixtures / "slack" / "workspace"


trial = Trial(slack)
read, told, probe = trial.read, trial.told, trial.probe


def own(second: int) -> str:
    return f"{CHANNEL}/{1709287200 + second}.000100"


def day(folder: Path, *messages: object, name: str = "garden/2024-03-01.json") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps([{"type": "message", "user": "U1", "text": "hi", "ts": "1709287200.000100"}, *messages])
    )
    return folder


def says(second: int, user: str, text: str = "beans") -> dict[str, str]:
    return {"type": "message", "user": user, "text": text, "ts": own(second).rpartition("/")[2]}


def test_a_message_is_known_by_its_channel_and_time(workspace: Path) -> None:
    post = told(workspace)[own(10)]

    assert (post.kind, post.actor, post.actor_name, post.community) == (Kind.POST, ADA, "Ada", "T0GARDEN1")
    assert len("Seeds & tools are in the shed") == post.text_len
    assert post.published is not None
    assert post.published.isoformat() == "2024-03-01T10:00:10.000100+00:00"


def test_owners_and_admins_have_their_role(workspace: Path) -> None:
    roles = {deed.actor: deed.role for deed in told(workspace).values() if not deed.derived}

    assert roles == {ADA: "owner", BEN: "admin", CLEO: None}


def test_two_messages_in_a_row_open_one_conversation(workspace: Path) -> None:
    assert told(workspace)[own(60)].thread_id == own(10)


def test_a_message_that_begins_with_a_mention_answers_that_person(workspace: Path) -> None:
    reply = told(workspace)[own(120)]

    assert (Kind.REPLY, own(60), ADA, own(10)) == (reply.kind, reply.object_id, reply.target, reply.thread_id)


def test_a_message_in_a_thread_answers_its_first(workspace: Path) -> None:
    reply = told(workspace)[own(700)]

    assert (Kind.REPLY, own(600), ADA, own(600)) == (
        reply.kind,
        reply.object_id,
        reply.target,
        reply.thread_id,
    )


def test_an_answer_in_a_thread_begun_before_the_export_is_towards_who_began_it(tmp_path: Path) -> None:
    opening = {"thread_ts": "1700000000.000100", "parent_user_id": "U0ADA0001"}

    reply = list(told(day(tmp_path, says(60, "U2") | opening)).values())[-1]

    assert (reply.kind, reply.target, reply.thread_id) == (Kind.REPLY, ADA, "garden/1700000000.000100")


@pytest.mark.parametrize("subtype", ["me_message", "file_share", "file_comment", "thread_broadcast"])
def test_what_somebody_says_in_another_way_is_a_post(subtype: str, tmp_path: Path) -> None:
    said = list(told(day(tmp_path, says(60, "U2") | {"subtype": subtype})).values())[-1]

    assert (said.kind, said.actor, said.text_len) == (Kind.POST, "slack:U2", len("beans"))


def test_an_answer_sent_to_the_channel_too_counts_once_and_knows_whom_it_answers(workspace: Path) -> None:
    reply = told(workspace)[own(800)]

    assert (reply.kind, reply.target, reply.text_len) == (Kind.REPLY, ADA, 6)


def test_mentions_are_deeds_of_their_own(workspace: Path) -> None:
    mentions = [deed for deed in told(workspace).values() if deed.kind is Kind.MENTION]

    assert [(own(700), CLEO, "cleo")] == [
        (deed.object_id, deed.target, deed.target_name) for deed in mentions
    ]


def test_whom_a_quoted_line_names_is_not_mentioned_again(tmp_path: Path) -> None:
    text = "&gt; <@U3> said so\nI agree, <@U4>"
    message = {"type": "message", "user": "U2", "text": text, "ts": "1709287260.000100"}

    deeds = told(day(tmp_path, message)).values()

    assert [deed.target for deed in deeds if deed.kind is Kind.MENTION] == ["slack:U4"]


def test_whom_a_message_calls_is_none_of_its_words(tmp_path: Path) -> None:
    text = "<!here> <@U4> see <#C0GARDEN1|garden>"

    said = list(told(day(tmp_path, says(60, "U2", text))).values())[1]

    assert said.text_len == len("see garden")


def test_all_that_follows_the_mark_of_a_long_quote_is_quoted(tmp_path: Path) -> None:
    text = "I agree, <@U4>\n&gt;&gt;&gt; said\nand <@U3> said so"
    message = {"type": "message", "user": "U2", "text": text, "ts": "1709287260.000100"}

    said, named = list(told(day(tmp_path, message)).values())[-2:]

    assert (said.text_len, named.target) == (len("I agree,"), "slack:U4")


def test_a_reaction_is_a_like_once_a_person_and_thumbs_down_is_none(workspace: Path) -> None:
    deeds = told(workspace).values()
    given = [
        (deed.kind, deed.actor, deed.target) for deed in deeds if "#" in deed.activity_id and not deed.derived
    ]

    assert given == [(Kind.LIKE, ADA, BEN), (Kind.LIKE, CLEO, BEN), (Kind.DISLIKE, CLEO, BEN)]
    assert told(workspace)[own(120)].like_count == 2


def test_a_reaction_to_a_message_that_names_nobody_is_a_like(tmp_path: Path) -> None:
    given = {"reactions": [{"name": "seedling", "users": ["U3"], "count": 1}]}

    like = list(told(day(tmp_path, says(60, "U2") | given)).values())[-1]

    assert (like.kind, like.actor, like.target) == (Kind.LIKE, "slack:U3", "slack:U2")


def test_a_quoted_line_is_not_the_writers(workspace: Path) -> None:
    assert told(workspace)[own(86400)].text_len == len("All of us")


def test_joins_and_leaves_are_told(workspace: Path) -> None:
    told_of = [told(workspace)[own(second)] for second in (0, 86600)]

    assert [(deed.kind, deed.text_len, deed.text_print) for deed in told_of] == [
        (Kind.JOIN, 0, None),
        (Kind.LEAVE, 0, None),
    ]


def test_what_is_private_deleted_or_a_programs_is_counted(workspace: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(workspace) if isinstance(outcome, Ignored))

    # Two messages and a reaction are of programs; a topic was set.
    # Twice: a second reaction of one person.
    assert ignored == {"private": 6, "deleted": 1, "bot": 3, "service": 1, "duplicate": 1}


@pytest.mark.parametrize("name", ["groups.json", "channels.json", "dms.json"])
def test_a_channel_of_a_list_that_cannot_be_read_is_refused(name: str, tmp_path: Path) -> None:
    """Half a character in its purpose would make a private channel a public one."""
    (day(tmp_path, name="staff/2024-03-01.json") / name).write_text(
        '[{"id": "C0STAFF01", "name": "staff", "is_private": true, "purpose": {"value": "plans \\ud83d"}}]'
    )

    with pytest.raises(InputError, match=rf"{name}:1: .*expected an entry of {name}"):
        read(tmp_path)


def test_a_person_of_the_list_who_cannot_be_read_has_no_name(tmp_path: Path) -> None:
    (day(tmp_path) / "users.json").write_text('[{"id": "U1", "name": "ann \\ud83d"}, {"id": "U2"}]')

    assert [deed.actor_name for deed in told(tmp_path).values()] == [None]


def test_a_message_without_time_or_writer_is_set_aside_with_its_place(workspace: Path) -> None:
    rejections = [str(outcome) for outcome in read(workspace) if isinstance(outcome, Rejection)]

    place = f"{workspace}!garden/2024-03-02.json"
    assert [
        f"{place}:4: bad_time: ts: 'soon': expected SECONDS.MICROSECONDS",
        f"{place}:5: no_actor: user: expected the id of who wrote it",
    ] == rejections


@pytest.mark.parametrize("shape", ["zip", "gztar"])
def test_an_export_says_the_same_packed_and_unpacked(workspace: Path, tmp_path: Path, shape: str) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "Garden Slack export Mar 1 2024"), shape, workspace))

    assert set(told(workspace)) == set(told(packed))
    assert probe(packed).sure == probe(workspace).sure == 96
    assert {deed.community for deed in told(packed).values()} == {"Garden"}


def test_a_channels_folder_and_a_day_are_read_alone(workspace: Path) -> None:
    assert "garden/1709287210.000100" in told(workspace / "garden")
    assert "garden/1709287210.000100" in told(workspace / "garden" / "2024-03-01.json")
    assert probe(workspace / "garden").sure == 88


def test_a_folder_called_like_a_direct_message_is_private_without_a_list(tmp_path: Path) -> None:
    day(tmp_path, name="D0ADABEN1/2024-03-01.json")

    assert [outcome.reason for outcome in read(tmp_path) if isinstance(outcome, Ignored)] == ["private"]


@pytest.mark.parametrize("name", ["groups", "mpims", "dms"])
def test_what_a_list_of_private_channels_names_is_private(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.json").write_text(json.dumps([{"id": "C0SECRET1", "name": "secret"}]))

    assert trial.ignored(day(tmp_path, name="secret/2024-03-01.json")) == {"private": 1}


def test_slacks_own_program_is_one_though_the_list_of_people_does_not_say_so(tmp_path: Path) -> None:
    (tmp_path / "users.json").write_text(json.dumps([{"id": "USLACKBOT", "is_bot": False}]))

    assert trial.ignored(day(tmp_path, says(60, "USLACKBOT"))) == {"bot": 1}


FLAGS = {"is_channel": False, "is_group": False, "is_im": False, "is_mpim": False, "is_private": False}
"""What slackdump writes of every channel, true or not."""


@pytest.mark.parametrize(
    "told_of",
    [
        FLAGS | {"id": "C0SECRET1", "name": "secret", "is_channel": True, "is_private": True},
        FLAGS | {"id": "C0SECRET1", "name": "secret", "is_im": True},
        FLAGS | {"id": "C0SECRET1", "name": "secret", "is_mpim": True},
        FLAGS | {"id": "D0ADABEN1", "name": ""},
        FLAGS | {"id": "C0SECRET1", "name": "mpdm-ada--ben--cleo-1"},
    ],
    ids=["flag", "direct", "of a group", "id", "name"],
)
@pytest.mark.parametrize("place", ["list", "archive"])
def test_a_channel_is_private_by_any_flag_by_its_id_or_by_its_name(
    told_of: dict[str, object], place: str, tmp_path: Path
) -> None:
    own_id, message = told_of["id"], says(0, "U1")
    if place == "list":
        (tmp_path / "channels.json").write_text(json.dumps([told_of]))
        dump = json.dumps({"channel_id": own_id, "name": "", "messages": [message]})
    else:
        chunks = [{"t": 5, "ts": 1, "id": own_id, "ci": told_of}, {"t": 0, "id": own_id, "m": [message]}]
        dump = "\n".join(map(json.dumps, chunks))
    (tmp_path / f"{own_id}.json").write_text(dump)

    assert trial.ignored(tmp_path) == {"private": 1}


@pytest.mark.parametrize(
    ("own_id", "name"),
    [
        ("D0ADABEN1", ""),
        ("D0ADABE", ""),
        ("G0SECRE", "secret"),
        ("G0SECRET1", "mpdm-ada--ben--cleo-1"),
        ("G0SECRET1", "secret"),
        ("C0SECRET1", "mpdm-ada--ben--cleo-1"),
    ],
    ids=["direct", "short", "short group", "of a group", "private group", "newer, of a group"],
)
def test_a_dump_is_private_by_its_id_or_by_its_name(own_id: str, name: str, tmp_path: Path) -> None:
    dump = {"channel_id": own_id, "name": name, "messages": [says(0, "U1")]}
    path = tmp_path / f"{own_id}.json"
    path.write_text(json.dumps(dump))

    assert trial.ignored(tmp_path) == trial.ignored(path) == {"private": 1}


def test_an_archive_of_a_private_group_is_private_where_nothing_else_tells(tmp_path: Path) -> None:
    chunks = [
        {"t": 5, "ts": 1, "id": "G0SECRET1", "ci": {"id": "G0SECRET1", "name": "secret"}},
        {"t": 0, "ts": 1, "id": "G0SECRET1", "m": [says(0, "U1")]},
    ]
    (tmp_path / "G0SECRET1.json").write_text("\n".join(map(json.dumps, chunks)))

    assert trial.ignored(tmp_path) == {"private": 1}


@pytest.mark.parametrize(
    "place", ["list", "line behind", "line before a file's", "other archive", "list in the archive"]
)
def test_an_archive_is_private_wherever_it_is_told(place: str, tmp_path: Path) -> None:
    """The list and the archives of a workspace lie packed side by side; a file's line has but the id."""
    secret = FLAGS | {"id": "C0SECRET1", "name": "secret", "is_channel": True, "is_private": True}
    one, all_ = {"t": 5, "ts": 1, "id": "C0SECRET1", "ci": secret}, {"t": 4, "ts": 1, "n": 1, "ch": [secret]}
    stub = {"t": 2, "ts": 1, "id": "C0SECRET1", "n": 1, "ci": FLAGS | {"id": "C0SECRET1", "name": ""}}
    files = {
        "list": {"channels": [all_]},
        "line behind": {"C0SECRET1": [one]},
        "line before a file's": {"C0SECRET1": [one, stub]},
        "other archive": {"C0SECRET2": [one]},
        "list in the archive": {"C0SECRET1": [all_]},
    }[place]
    message = {"t": 0, "ts": 1, "id": "C0SECRET1", "n": 1, "m": [says(0, "U1")]}
    for name, chunks in ({"C0SECRET1": [], "C0SECRET2": []} | files).items():
        with gzip.open(tmp_path / f"{name}.json.gz", "wt") as stream:
            stream.write("\n".join(map(json.dumps, [] if name == "channels" else [message])))
            stream.write("\n" + "\n".join(map(json.dumps, chunks)))

    budget = Budget(Limits(), str(tmp_path))
    outcomes = read(tmp_path, budget=budget)

    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)] == ["private"] * 2
    assert not budget.unknown


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize(
    ("told_of", "private"),
    [
        ({"name": "opened", "is_channel": True}, 0),
        ({"name": "secret", "is_group": True, "is_private": True}, 1),
        ({"name": "mpdm-ada--ben--cleo-1"}, 1),
        ({"name": "secret"}, 1),
    ],
    ids=["opened", "closed", "of a group", "untold"],
)
def test_what_a_group_is_does_not_hang_on_the_order_of_lines(
    told_of: dict[str, object], private: int, order: tuple[int, ...], tmp_path: Path
) -> None:
    own_id = "G0GARDEN1"
    entries = [FLAGS | {"id": own_id} | told_of, {"id": own_id}, FLAGS | {"id": own_id, "name": ""}]
    chunks: list[dict[str, object]] = [{"t": 5, "ts": 1, "id": own_id, "ci": entries[at]} for at in order]
    chunks.insert(1, {"t": 0, "ts": 1, "id": own_id, "m": [says(0, "U1")]})
    (tmp_path / f"{own_id}.json").write_text("\n".join(map(json.dumps, chunks)))

    assert trial.ignored(tmp_path)["private"] == private


def test_a_private_group_that_was_opened_is_public_by_the_list(tmp_path: Path) -> None:
    (tmp_path / "channels.json").write_text(json.dumps([{"id": "G0OPENED1", "name": "opened"}]))

    day(tmp_path, name="opened/2024-03-01.json")

    assert list(told(tmp_path)) == ["G0OPENED1/1709287200.000100"]


@pytest.mark.parametrize(
    "folder", ["FC:F0PLAN001:Beds \U0001f33b", "FC_F0PLAN001_Beds"], ids=["named", "unpacked"]
)
@pytest.mark.parametrize(
    ("lists", "reason"),
    [
        ({}, ["private"]),
        ({"canvases.json": [{"id": "F0PLAN001", "is_public": False}]}, ["private"]),
        ({"canvases.json": [{"id": "F0PLAN001", "is_public": True}]}, []),
    ],
    ids=["no list", "of few", "of all"],
)
def test_what_is_said_of_a_file_is_as_private_as_the_file(
    tmp_path: Path, folder: str, lists: dict[str, object], reason: list[str]
) -> None:
    talk = [{"id": "C0TALK001", "name": "FC:F0PLAN001:Beds \U0001f33b", "members": ["U1"]}]
    for name, entries in {"file_conversations.json": talk, **lists}.items():
        (tmp_path / name).write_text(json.dumps(entries))

    day(tmp_path, name=f"{folder}/2024-03-01.json")

    assert [outcome.reason for outcome in read(tmp_path) if isinstance(outcome, Ignored)] == reason


def test_a_private_channel_is_known_where_a_macs_disk_took_its_accents_apart(tmp_path: Path) -> None:
    (tmp_path / "groups.json").write_text(json.dumps([{"id": "C0SECRET1", "name": "gr\u00e4ser"}]))

    day(tmp_path, name="gra\u0308ser/2024-03-01.json")

    assert [outcome.reason for outcome in read(tmp_path) if isinstance(outcome, Ignored)] == ["private"]


def test_without_a_list_people_are_called_as_in_their_messages(tmp_path: Path) -> None:
    profile = {"display_name": "", "real_name": "Ben Vale"}
    day(
        tmp_path,
        {"type": "message", "user": "U2", "text": "", "ts": "1709287201.000100", "user_profile": profile},
    )

    assert {None, "Ben Vale"} == {deed.actor_name for deed in told(tmp_path).values()}


def test_a_bots_message_is_known_without_a_list(tmp_path: Path) -> None:
    day(tmp_path, {"type": "message", "user": "U2", "bot_id": "B1", "text": "", "ts": "1709287201.000100"})

    assert [outcome.reason for outcome in read(tmp_path) if isinstance(outcome, Ignored)] == ["bot"]


def test_a_thread_whose_first_is_not_here_names_it(tmp_path: Path) -> None:
    day(
        tmp_path,
        {"type": "message", "user": "U2", "text": "", "ts": "1709287201.000100", "thread_ts": "5.000000"},
    )

    reply = told(tmp_path)["garden/1709287201.000100"]
    assert (reply.object_id, reply.thread_id, reply.target) == ("garden/5.000000", "garden/5.000000", None)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (7, "malformed"),
        ({"user": "U1", "ts": 5}, "bad_time"),
        ({"user": "U1" * 3000, "ts": "5.000000"}, "malformed"),
    ],
    ids=["number", "time", "long id"],
)
def test_a_senseless_message_is_set_aside(message: object, code: str, tmp_path: Path) -> None:
    day(tmp_path, message)

    assert [code] == [outcome.code for outcome in read(tmp_path) if isinstance(outcome, Rejection)]


def test_a_broken_message_is_set_aside_and_an_empty_day_is_none(tmp_path: Path) -> None:
    day(tmp_path)
    path = tmp_path / "garden" / "2024-03-01.json"
    path.write_text(path.read_text().replace("[", "[nonsense, ", 1))
    (tmp_path / "garden" / "2024-02-29.json").write_text("[]")
    (tmp_path / "users.json").write_text('[nonsense, {"id": "U1", "name": "ada"}]')

    assert [outcome.code for outcome in read(tmp_path) if isinstance(outcome, Rejection)] == ["malformed"]
    assert {"ada"} == {deed.actor_name for deed in told(tmp_path).values()}
    assert probe(tmp_path).sure == 96


def test_a_dump_holds_its_threads_in_their_first(tmp_path: Path) -> None:
    reply = {
        "type": "message",
        "user": "U2",
        "text": "yes",
        "ts": "1709287205.000100",
        "thread_ts": "1709287200.000100",
    }
    first = {
        "type": "message",
        "user": "U1",
        "text": "so?",
        "ts": "1709287200.000100",
        "thread_ts": "1709287200.000100",
    }
    dump = {
        "channel_id": CHANNEL,
        "name": "garden",
        "messages": [first | {"slackdump_thread_replies": [reply]}],
    }
    (tmp_path / f"{CHANNEL}.json").write_text(json.dumps(dump))

    assert told(tmp_path)[own(5)].target == "slack:U1"
    assert told(tmp_path / f"{CHANNEL}.json")[own(5)].object_id == own(0)


def archived(folder: Path, indent: int | None = None) -> Path:
    """Lay down what slack-archive writes: the newest first, answers within what they answer, people by id."""
    first = says(60, "U1", "so?") | {"thread_ts": own(60).rpartition("/")[2], "reply_count": 2}
    answers = [says(second, "U2") | {"thread_ts": first["thread_ts"]} for second in (90, 120)]
    told_of = [{"id": CHANNEL, "name": "garden"}, {"id": "C0SECRET1", "name": "x", "is_private": True}]
    users = {user: {"id": user, "name": name} for user, name in (("U1", "ada"), ("U2", "ben"))}
    for name, value in {
        "channels": told_of,
        "users": users,
        CHANNEL: [first | {"replies": answers}, says(0, "U1", "<@U2> hi")],
        "C0SECRET1": [says(0, "U1")],
    }.items():
        (folder / f"{name}.json").write_text(json.dumps(value, indent=indent))
    return folder


@pytest.mark.parametrize("indent", [None, 2], ids=["in a line", "indented"])
def test_slack_archive_holds_the_answers_in_their_thread_s_first(indent: int | None, tmp_path: Path) -> None:
    deeds = told(archived(tmp_path, indent))

    assert probe(tmp_path).sure == 96
    assert [
        (each.activity_id, each.actor_name) for each in deeds.values() if each.kind is not Kind.MENTION
    ] == [
        (own(0), "ada"),
        (own(60), "ada"),
        (own(90), "ben"),
        (own(120), "ben"),
    ]
    assert (deeds[own(120)].kind, deeds[own(120)].target, deeds[own(120)].object_id) == (
        Kind.REPLY,
        "slack:U1",
        own(60),
    )


def test_a_private_channel_of_slack_archive_is_private_by_its_list(tmp_path: Path) -> None:
    assert trial.ignored(archived(tmp_path)) == {"private": 1}


def test_a_channel_of_slack_archive_alone_is_called_by_its_file(tmp_path: Path) -> None:
    assert list(told(archived(tmp_path) / f"{CHANNEL}.json"))[-1] == own(120)


def test_who_answered_when_is_no_answer(tmp_path: Path) -> None:
    """So Slack's own export tells of a thread whose messages are of other days."""
    first = says(60, "U1", "so?") | {"replies": [{"user": "U2", "ts": own(90).rpartition("/")[2]}]}

    assert list(told(day(tmp_path, first))) == [
        f"garden/{own(second).rpartition('/')[2]}" for second in (0, 60)
    ]


THREAD = "1709287200.000100"
ROOT = says(0, "U1") | {"thread_ts": THREAD}
ANSWER = says(60, "U2") | {"thread_ts": THREAD, "parent_user_id": "U1"}


@pytest.mark.parametrize("is_archive", [False, True], ids=["dump", "archive"])
@pytest.mark.parametrize(
    ("own_id", "kinds"),
    [(CHANNEL, ["post", "post", "reply"]), ("D0ADABEN1", ["post"])],
    ids=["public", "direct"],
)
def test_a_thread_is_a_file_of_its_own_beside_channels(
    own_id: str, kinds: list[str], is_archive: bool, tmp_path: Path
) -> None:
    for name, channel_id, said in (
        ("C0OTHER01", "C0OTHER01", [says(0, "U3")]),
        (f"{own_id}-{THREAD}", own_id, [ROOT, ANSWER]),
    ):
        if is_archive:
            dump: dict[str, object] = {"t": 0, "ts": 1, "id": channel_id, "n": len(said), "m": said}
        else:
            dump = {"channel_id": channel_id, "name": "x", "messages": said}
        (tmp_path / f"{name}.json").write_text(json.dumps(dump))

    assert sorted(deed.kind for deed in told(tmp_path).values()) == kinds


def test_a_thread_beside_its_own_channel_changes_nothing_there(tmp_path: Path) -> None:
    talk = [ROOT, says(60, "U2"), says(120, "U1")]
    for name, said in (
        (CHANNEL, talk),
        (f"{CHANNEL}-{THREAD}", [ROOT, ANSWER | {"ts": "1709287230.000100"}]),
    ):
        dump = {"channel_id": CHANNEL, "name": "garden", "messages": said}
        (tmp_path / f"{name}.json").write_text(json.dumps(dump))

    deeds = told(tmp_path)

    assert deeds[own(30)].object_id == own(0)
    assert deeds[own(120)].thread_id == own(120)


def test_an_archive_tells_of_its_channel_and_people_between_its_messages(tmp_path: Path) -> None:
    message = {"type": "message", "user": "U1", "text": "so?", "ts": "1709287200.000100"}
    chunks = [
        {"t": 3, "ts": 1, "n": 1, "u": [{"id": "U1", "name": "ada", "is_owner": True}, {}]},
        {"t": 5, "ts": 1, "id": CHANNEL, "ci": {"id": CHANNEL, "name": "garden", "is_private": False}},
        {"t": 0, "ts": 1, "id": CHANNEL, "n": 1, "m": [message]},
        {"t": 2, "ts": 1, "id": CHANNEL, "n": 1, "p": message, "f": []},
        {"t": 5, "ts": 1, "id": "C0OTHER01", "ci": {"id": "C0OTHER01", "is_private": True}},
        {"t": 1, "ts": 1, "id": "C0OTHER01", "n": 1, "p": message, "m": [message]},
    ]
    with gzip.open(tmp_path / f"{CHANNEL}.json.gz", "wt") as stream:
        stream.write("\n".join(map(json.dumps, chunks)) + "\nx\n")

    outcomes = read(tmp_path)

    assert [(own(0), "ada", "owner")] == [
        (deed.activity_id, deed.actor_name, deed.role) for deed in outcomes if isinstance(deed, Activity)
    ]
    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)] == ["private"]
    assert [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)] == ["malformed"]


def archive(folder: Path, *pages: list[dict[str, str]], is_whole: bool = True) -> Path:
    """Write an archive of one channel, a page a line; the last says that it is, if none is lacking."""
    path = folder / f"{CHANNEL}.json"
    chunks: list[dict[str, object]] = [{"t": 0, "ts": 1, "id": CHANNEL, "m": page} for page in pages]
    chunks[-1]["l"] = is_whole
    path.write_text("\n".join(map(json.dumps, chunks)))
    return path


TALK = [
    says(-7200, "U3"),
    says(0, "U1", "so?"),
    says(60, "U1", "and when?"),
    says(120, "U2", "<@U1> soon"),
    says(180, "U1", "<@U2> fine"),
    says(7200, "U3"),
]


@pytest.mark.parametrize("is_whole", [True, False], ids=["whole", "cut off"])
@pytest.mark.parametrize("cut", range(1, len(TALK)))
def test_an_archive_is_read_in_the_order_of_time_however_its_pages_are_cut(
    cut: int, is_whole: bool, tmp_path: Path
) -> None:
    newer, older = TALK[cut:][::-1], TALK[:cut][::-1]

    deeds = told(archive(tmp_path, newer, older, is_whole=is_whole))

    assert {key: (deed.kind, deed.object_id, deed.thread_id) for key, deed in deeds.items()} == {
        own(-7200): ("post", None, own(-7200)),
        own(0): ("post", None, own(0)),
        own(60): ("post", None, own(0)),
        own(120): ("reply", own(60), own(0)),
        own(180): ("reply", own(120), own(0)),
        own(7200): ("post", None, own(7200)),
    }


@pytest.mark.parametrize("cuts", [(1,), (2,), (3,), (1, 2), (1, 3), (2, 3), (1, 2, 3)], ids=str)
def test_pages_of_one_message_are_put_in_the_order_of_time(cuts: tuple[int, ...], tmp_path: Path) -> None:
    talk = [says(60 * minute, "U1") for minute in range(4)][::-1]
    pages = [talk[start:end] for start, end in pairwise((0, *cuts, len(talk)))]

    deeds = told(archive(tmp_path, *pages, is_whole=False))

    assert {deed.thread_id for deed in deeds.values()} == {own(0)}
    assert list(deeds) == [own(60 * minute) for minute in range(4)]


def test_a_page_of_one_that_comes_later_waits_for_older_ones_too(tmp_path: Path) -> None:
    talk = [says(60 * minute, "U1") for minute in range(5)]
    pages = ([talk[1], talk[0]], [talk[4]], [talk[3]], [talk[2]])

    assert list(told(archive(tmp_path, *pages))) == [own(60 * minute) for minute in range(5)]


@pytest.mark.parametrize("rest", [1, 2], ids=["one by one", "and then two"])
def test_pages_of_one_message_with_the_oldest_first_are_read_as_they_stand(rest: int, tmp_path: Path) -> None:
    """The thread of the first page follows it, before anything tells which order the pages have."""
    root = says(0, "U1") | {"thread_ts": own(0).rpartition("/")[2]}
    answer = says(30, "U2") | {"thread_ts": root["ts"]}
    talk = [says(60 * minute, "U1") for minute in range(1, 5)]
    pages = [[root], *(talk[at : at + rest] for at in range(0, len(talk), rest))]
    lines = archive(tmp_path, *pages).read_text().split("\n")
    lines.insert(1, json.dumps({"t": 1, "ts": 1, "id": CHANNEL, "p": root, "m": [answer]}))
    path = tmp_path / f"{CHANNEL}.json"
    path.write_text("\n".join(lines))

    deeds = told(path)

    assert list(deeds) == [own(second) for second in (0, 30, 60, 120, 180, 240)]
    assert deeds[own(30)].target == "slack:U1"


@pytest.mark.parametrize("step", [1, -1], ids=["oldest first", "a page of newer ones behind"])
def test_an_archive_whose_next_page_is_newer_is_read_as_it_is(step: int, tmp_path: Path) -> None:
    deeds = told(archive(tmp_path, TALK[:3][::step], [], TALK[3:][::step], is_whole=False))

    assert [own(120), own(180)] == [key for key, deed in deeds.items() if deed.kind is Kind.REPLY]


def test_a_channel_that_is_never_quiet_does_not_wait_without_end(tmp_path: Path) -> None:
    talk = [says(second, f"U{second % 2}") for second in range(2 * WAITING)][::-1]
    pages = [talk[at : at + 1000] for at in range(0, len(talk), 1000)]

    deeds = told(archive(tmp_path, *pages, is_whole=False)).values()
    backwards = [later for earlier, later in pairwise(deeds) if (later.ts_us or 0) < (earlier.ts_us or 0)]

    assert len(talk) == len(deeds)
    assert len(backwards) == 1


def test_other_days_are_left_to_other_readers(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2024-03-01.json").write_text("[]")
    (tmp_path / "C0GARDEN1.json").write_text('{"type": "message", "ts": "1709287200.000100"}')

    assert probe(tmp_path).sure == probe(tmp_path / "C0GARDEN1.json").sure == 0
    with pytest.raises(InputError, match=r"no CHANNEL/DATE\.json"):
        read(tmp_path)


def test_a_truncated_day_is_refused(workspace: Path, tmp_path: Path) -> None:
    text = (workspace / "garden" / "2024-03-01.json").read_bytes()
    (tmp_path / "2024-03-01.json").write_bytes(text[:-30])

    with pytest.raises(InputError, match="truncated JSON"):
        read(tmp_path)


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.text(max_size=8)
    | st.sampled_from(["1.000001", "U1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "ts",
                    "user",
                    "users",
                    "name",
                    "count",
                    "thread_ts",
                    "reactions",
                    "text",
                    "subtype",
                    "bot_id",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@given(_VALUES)
def test_no_message_breaks_the_reader(value: object) -> None:
    origin = Origin(path="x", reader="slack", coverage=Coverage.COMMUNITY)
    budget = Budget(Limits(), "x")
    messages = Messages(Workspace(budget), Channel(CHANNEL))

    outcomes = list(messages.outcomes(value, Record(origin, 1, Owner()), budget))

    assert outcomes


def test_the_real_export_is_read_whole(shared: Path) -> None:
    folder = shared / REAL / "source_export_dir"
    messages = [
        message for file in sorted(folder.glob("B75B4C7/*.json")) for message in json.loads(file.read_text())
    ]
    replies = sum("thread_ts" in m and m["thread_ts"] != m["ts"] and not m.get("bot_id") for m in messages)

    outcomes = read(folder)

    kinds = Counter(deed.kind for deed in outcomes if isinstance(deed, Activity) and not deed.derived)
    assert len(messages) == len([each for each in outcomes if not getattr(each, "derived", False)])
    assert (replies, sum(m.get("subtype") == "channel_join" for m in messages)) == (
        kinds["reply"],
        kinds["join"],
    )
    assert set(told(folder)) == set(told(shared / REAL / "source_export.zip"))


@pytest.mark.parametrize("file", ["CHY5HUESG.json", "source_dump.zip", "source_dump_dir"])
def test_the_real_dumps_are_read_whole(shared: Path, file: str) -> None:
    dump = json.loads((shared / REAL / "CHY5HUESG.json").read_text())
    threads = [reply for message in dump["messages"] for reply in message.get("slackdump_thread_replies", ())]

    outcomes = read(shared / REAL / file)

    assert len(dump["messages"]) + len(threads) == len(
        [each for each in outcomes if not getattr(each, "derived", False)]
    )


@pytest.mark.parametrize("file", ["source_archive", "source_archive_no_wsp/CO69735E8A.json.gz"])
def test_the_real_archive_says_what_the_export_says(shared: Path, file: str) -> None:
    export = told(shared / REAL / "source_export_dir")

    assert set(export) == set(told(shared / REAL / file))


def test_the_real_private_channel_is_counted_and_not_read(shared: Path) -> None:
    with gzip.open(shared / REAL / "chunks.jsonl.gz", "rt") as stream:
        chunks = [json.loads(line) for line in stream]

    outcomes = read(shared / REAL / "chunks.jsonl.gz")

    assert {"private": sum(len(chunk["m"]) for chunk in chunks if chunk["t"] < 2)} == Counter(
        outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)
    )
    assert not [outcome for outcome in outcomes if isinstance(outcome, Activity)]

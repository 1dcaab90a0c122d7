"""The fixture is what a program wrote that listened to one workspace for two days: messages, answers, edits,
a deletion, reactions given and taken back, and what is private. Texts are scrubbed, as in published logs."""

import gzip
import json
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.readers.chats import slack

ADA, BEN, CLEO = "slack:U0ADA0001", "slack:U0BEN0002", "slack:U0CLEO003"
CHANNEL = "C0GARDEN1"

trial = Trial(slack)
read, told, probe = trial.read, trial.told, trial.probe


@pytest.fixture
def log(fixtures: Path) -> Path:
    return fixtures / "slack" / "log"


def own(second: int) -> str:
    return f"{CHANNEL}/{1709287200 + second}.000100"


def written(folder: Path, *events: object) -> Path:
    """Write a log that begins with a message, so that it is recognised."""
    first = {"type": "message", "channel": CHANNEL, "user": "U1", "text": "hi", "ts": "1709287200.000100"}
    path = folder / "events.jsonl"
    path.write_text("".join(json.dumps(event) + "\n" for event in (first, *events)))
    return path


def test_a_message_is_known_by_its_channel_and_time(log: Path) -> None:
    post = told(log)[own(10)]

    assert (post.kind, post.actor, post.actor_name, post.community) == (Kind.POST, ADA, "Ada", "T0GARDEN1")


def test_a_person_the_log_tells_of_has_name_and_role(log: Path) -> None:
    reply = told(log)[own(100)]

    assert (reply.actor, reply.actor_name, reply.role) == (BEN, "Ben", "admin")


def test_an_answer_in_a_thread_answers_its_first_which_opens_it(log: Path) -> None:
    deeds = told(log)

    assert (deeds[own(100)].kind, deeds[own(100)].object_id) == (Kind.REPLY, own(10))
    assert (deeds[own(100)].target, deeds[own(100)].thread_id) == (ADA, own(10))
    assert deeds[own(10)].thread_id == own(10)


def test_an_edit_of_a_later_day_is_in_the_message(log: Path) -> None:
    assert told(log)[own(200)].text_len == len("Beans need little water")


def test_what_a_link_leads_to_changes_no_text(log: Path) -> None:
    assert told(log)[own(11)].text_len == len("And the peas: https://peas.example")


def test_a_scrubbed_text_is_none(log: Path) -> None:
    scrubbed = told(log)[own(400)]

    assert (scrubbed.text_len, scrubbed.text_print) == (0, None)


def test_a_reaction_has_its_own_moment_and_is_gone_when_taken_back(log: Path) -> None:
    given = [deed for deed in told(log).values() if deed.kind is Kind.LIKE]

    assert [(ADA, BEN, own(100), own(10)), (CLEO, BEN, own(100), own(10))] == [
        (like.actor, like.target, like.object_id, like.thread_id) for like in given
    ]
    assert [like.ts_us for like in given] == [
        (1709287200 + second) * 1_000_000 + 100 for second in (110, 86440)
    ]


def test_a_message_that_begins_with_a_mention_names_that_person(log: Path) -> None:
    assert told(log)[f"{own(86500)}#mention-1"].target == CLEO


def test_what_is_no_deed_is_counted(log: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(log) if isinstance(outcome, Ignored))

    # Deleted: a message, and a reaction that was taken back. Service: hello, a newcomer, who types, a
    # reaction taken back, one to a file, and five events about other messages.
    assert ignored == {"private": 2, "bot": 1, "deleted": 2, "service": 10}
    assert not [outcome for outcome in read(log) if isinstance(outcome, Rejection)]


def test_lists_put_beside_a_log_name_the_people(log: Path, tmp_path: Path) -> None:
    shutil.copytree(log, tmp_path / "log")
    users = [{"id": "U0CLEO003", "name": "cleo", "is_owner": True}]
    (tmp_path / "log" / "users.json").write_text(json.dumps(users))
    (tmp_path / "log" / "groups.json").write_text(json.dumps([{"id": CHANNEL, "name": "garden"}]))

    outcomes = read(tmp_path / "log")

    assert {"private"} == {outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)} - {
        "service",
        "deleted",
        "bot",
    }
    assert not [deed for deed in outcomes if isinstance(deed, Activity)]


@pytest.mark.parametrize("channel", ["D1", "D0123", "G0123", "D0ADAB", "G0GARDEN1"])
def test_a_channel_that_nothing_lists_is_private_by_how_its_id_begins(channel: str, tmp_path: Path) -> None:
    secret = {"type": "message", "channel": channel, "user": "U1", "text": "hi", "ts": "1709287210.000100"}

    assert trial.ignored(written(tmp_path, secret)) == {"private": 1}


@pytest.mark.parametrize("kind", ["group", "mpim", "im"])
def test_a_reaction_is_as_private_as_the_messages_of_its_channel(kind: str, tmp_path: Path) -> None:
    secret = {
        "type": "message",
        "channel": "C0STAFF01",
        "user": "U1",
        "text": "hi",
        "ts": "1709287210.000100",
    }
    item = {"type": "message", "channel": "C0STAFF01", "ts": "1709287205.000100"}
    liked = {"type": "reaction_added", "user": "U2", "reaction": "heart", "item": item, "item_user": "U1"}
    liked |= {"event_ts": "1709287206.000100"}

    assert trial.ignored(written(tmp_path, liked, secret | {"channel_type": kind})) == {"private": 2}


def test_an_open_group_of_the_list_is_read_in_a_log(tmp_path: Path) -> None:
    opened = {"type": "message", "channel": "G0123", "user": "U1", "text": "hi", "ts": "1709287210.000100"}
    (tmp_path / "channels.json").write_text(json.dumps([{"id": "G0123", "name": "opened"}]))

    written(tmp_path, opened)

    assert "G0123/1709287210.000100" in told(tmp_path)


@pytest.mark.parametrize("shape", ["zip", "gztar"])
def test_a_log_says_the_same_packed(log: Path, tmp_path: Path, shape: str) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "log"), shape, log))

    assert set(told(log)) == set(told(packed))
    assert probe(packed).sure == probe(log).sure == 88


def test_a_single_day_is_recognised_packed_and_plain(log: Path, tmp_path: Path) -> None:
    day = log / "2024-03-01.txt"
    packed = tmp_path / "2024-03-01.txt.gz"
    packed.write_bytes(gzip.compress(day.read_bytes()))

    assert probe(day).sure == probe(packed).sure == 88
    assert list(told(day)) == list(told(packed))


def test_days_in_two_folders_are_two_workspaces(log: Path, tmp_path: Path) -> None:
    for name in ("hill", "vale"):
        shutil.copytree(log, tmp_path / name)
        text = (tmp_path / name / "2024-03-01.txt").read_text().replace("T0GARDEN1", f"T0{name.upper()}01")
        (tmp_path / name / "2024-03-01.txt").write_text(text)

    communities = {deed.community for deed in read(tmp_path) if isinstance(deed, Activity)}

    assert communities == {"T0HILL01", "T0VALE01"}


def test_a_deleted_first_of_a_thread_is_left_out(tmp_path: Path) -> None:
    tombstone = {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "ts": "1709287200.000100"}
    changed = {"type": "message", "subtype": "message_changed", "channel": CHANNEL, "message": tombstone}

    assert told(written(tmp_path, changed | {"ts": "1709287300.000100"})) == {}


def test_a_workspace_that_is_not_named_has_no_name(tmp_path: Path) -> None:
    (post,) = told(written(tmp_path)).values()

    assert (post.community, post.clock) == ("", Clock.EXACT)


ITEM = {"type": "message", "channel": CHANNEL, "ts": "1709287200.000100"}
LIKE = {
    "type": "reaction_added",
    "user": "U2",
    "item": ITEM,
    "reaction": "+1",
    "event_ts": "1709287300.000100",
}


def test_a_reaction_that_does_not_tell_whose_message_it_is_to_is_towards_nobody(tmp_path: Path) -> None:
    *_, like = told(written(tmp_path, LIKE)).values()

    assert (like.kind, like.target) == (Kind.LIKE, None)


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (7, "malformed"),
        (LIKE | {"user": ""}, "no_actor"),
        (LIKE | {"event_ts": "soon"}, "bad_time"),
        (LIKE | {"user": "U" * 5000}, "malformed"),
        ({"type": "message", "channel": CHANNEL, "user": "U1", "text": "", "ts": "now"}, "bad_time"),
        ({"type": "message", "user": "U1", "text": "", "ts": "1709287300.000100"}, "no_id"),
    ],
    ids=["number", "nobody", "time", "long id", "message without time", "message without channel"],
)
def test_a_senseless_event_is_set_aside(event: object, code: str, tmp_path: Path) -> None:
    outcomes = read(written(tmp_path, event))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"user": "USLACKBOT"}, "bot"),
        ({"item": ITEM | {"channel": "D0ADABEN1"}}, "private"),
        ({"item": {"type": "file", "file": "F1"}}, "service"),
    ],
    ids=["program", "private", "file"],
)
def test_a_reaction_that_is_none_to_count_is_left_out(
    change: dict[str, Any], reason: str, tmp_path: Path
) -> None:
    outcomes = read(written(tmp_path, LIKE | change))

    assert [reason] == [outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)]


def test_a_reaction_to_a_message_deleted_later_is_as_gone_as_that(tmp_path: Path) -> None:
    deleted = {"type": "message", "subtype": "message_deleted", "channel": CHANNEL, "deleted_ts": ITEM["ts"]}

    outcomes = read(written(tmp_path, LIKE, deleted | {"ts": "1709287400.000100"}))

    reasons = [outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)]
    assert reasons == ["deleted", "deleted", "service"]


def test_a_reaction_to_a_message_of_another_time_names_whom_it_is_towards(tmp_path: Path) -> None:
    item = ITEM | {"channel": "C0OTHER01"}
    events = [LIKE | {"item": item, "item_user": writer} for writer in ("U3", "USLACKBOT")]
    events[1] |= {"user": "U4"}

    likes = [deed for deed in told(written(tmp_path, *events)).values() if deed.kind is Kind.LIKE]

    assert [(like.target, like.thread_id) for like in likes] == [("slack:U3", None), (None, None)]


def test_a_broken_line_is_set_aside_and_a_truncated_log_is_refused(log: Path, tmp_path: Path) -> None:
    text = (log / "2024-03-01.txt").read_text()
    (tmp_path / "broken.txt").write_text(text + "{nonsense}\n")
    (tmp_path / "cut.txt").write_text(text[:-20])

    assert [outcome.code for outcome in read(tmp_path / "broken.txt") if isinstance(outcome, Rejection)] == [
        "malformed"
    ]
    with pytest.raises(InputError, match="truncated"):
        read(tmp_path / "cut.txt")


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "message", "ts": "1709287200.000100"}\n',
        '{"type": "message", "channel": "garden", "ts": "1709287200.000100"}\n',
        '{\n "type": "message", "channel": "C0GARDEN1", "ts": "1709287200.000100"}\n',
    ],
    ids=["no channel", "a name", "spread"],
)
def test_other_json_is_no_log(text: str, tmp_path: Path) -> None:
    (tmp_path / "other.jsonl").write_text(text)

    assert probe(tmp_path / "other.jsonl").sure == 0


@given(st.data())
def test_damage_is_refused_or_counted(
    fixtures: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = (fixtures / "slack" / "log" / "2024-03-01.txt").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path = tmp_path_factory.mktemp("damage") / "2024-03-01.txt"
    path.write_bytes(
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )

    with suppress(KibbutzError):
        read(path)

"""Downloads of Messenger and Instagram: what a group says is read, what two say is not."""

import json
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.readers.chats import messenger
from kibbutz_cli.readers.chats.messengerchat import repaired

ADA, ANN, ANN_LEE, ZOE = (f"messenger:{name}@garden_77" for name in ("Ada", "Ann", "Ann Lee", "Zoë"))
ASKED = "garden_77/1700000200000-Ada"


@pytest.fixture
def inbox(fixtures: Path) -> Path:
    return fixtures / "messenger" / "inbox"


@pytest.fixture
def seeds(fixtures: Path) -> Path:
    return fixtures / "messenger" / "Seeds_12.json"


trial = Trial(messenger)
read, told, probe = trial.read, trial.told, trial.probe


def chat(folder: Path, *messages: object, **more: object) -> Path:
    path = folder / "chat.json"
    people = [{"name": name} for name in ("Ada", "Ben", "Cleo")]
    document = {"participants": people, "messages": messages, "thread_path": "inbox/c_1", **more}
    path.write_text(json.dumps(document))
    return path


def test_a_message_is_by_the_name_in_its_chat(inbox: Path) -> None:
    message = told(inbox)[ASKED]

    assert (message.kind, message.actor, message.actor_name) == (Kind.POST, ADA, "Ada")
    assert (message.community, message.platform) == ("garden_77", "messenger")
    assert len('Ask @Ann Lee {or} @Zoë, "please"') == message.text_len
    assert message.published is not None
    assert message.published.isoformat() == "2023-11-14T22:16:40+00:00"


def test_names_and_words_written_byte_by_byte_are_mended(inbox: Path) -> None:
    message = told(inbox)["garden_77/1700000100000-Zoë"]

    assert (message.actor, message.text_len) == (ZOE, len("Grüße, schön!"))


@pytest.mark.parametrize("text", ["Zoë", "naïve", "Ã", "日本", "ascii", "Â£"])
def test_a_text_written_as_it_should_be_stays(text: str) -> None:
    assert repaired(repaired(text).encode().decode("latin-1")) == repaired(text)
    assert repaired("Zoë") == "Zoë"


def test_two_messages_of_one_moment_have_two_ids(inbox: Path) -> None:
    assert {"garden_77/1700000100000-Zoë", "garden_77/1700000100000-Zoë-2"} <= set(told(inbox))


def test_what_one_person_says_at_a_stretch_opens_one_conversation(inbox: Path) -> None:
    picture = told(inbox)["garden_77/1700000260000-Ada"]

    assert (picture.thread_id, picture.text_len) == (ASKED, 0)


def test_what_one_person_says_at_another_time_opens_another_conversation(tmp_path: Path) -> None:
    said = [
        {"sender_name": "Ada", "timestamp_ms": 1700000000000 + minute * 60_000, "content": f"{minute}"}
        for minute in (20, 6, 0)
    ]

    threads = {deed.activity_id: deed.thread_id for deed in told(chat(tmp_path, *said)).values()}

    first, _, last = sorted(threads)
    assert sorted(threads.values()) == [first, first, last]


def test_a_name_behind_an_at_sign_is_a_mention(inbox: Path) -> None:
    mentions = [deed for deed in told(inbox).values() if deed.kind is Kind.MENTION]

    assert [(mention.target, mention.object_id) for mention in mentions] == [(ANN_LEE, ASKED), (ZOE, ASKED)]


def test_a_reaction_is_towards_the_author_of_the_message(inbox: Path) -> None:
    deeds = told(inbox)
    like, dislike = deeds[f"{ASKED}#like-{ZOE}"], deeds[f"{ASKED}#dislike-{ANN}"]

    assert (like.kind, like.actor, like.target, like.object_id) == (Kind.LIKE, ZOE, ADA, ASKED)
    assert (dislike.kind, dislike.actor, dislike.ts_us) == (Kind.DISLIKE, ANN, 1700000300_000_000)
    # What is told beside another deed is not scored: a reaction is a deed of its own, as in every chat.
    assert (like.derived, dislike.derived) == (False, False)
    assert (
        sum(deed.object_id == ASKED and deed.kind in (Kind.LIKE, Kind.DISLIKE) for deed in deeds.values())
        == 2
    )


def test_a_reaction_of_an_older_download_is_placed_at_the_moment_of_its_message(tmp_path: Path) -> None:
    loved = {"reaction": "\u00e2\u009d\u00a4", "actor": "Ben"}
    dated = {"sender_name": "Ada", "timestamp_ms": 1400000000000, "content": "beans", "reactions": [loved]}
    undated = {"sender_name": "Ada", "content": "when?", "reactions": [loved]}

    deeds = told(chat(tmp_path, dated, undated))
    likes = [(like.ts_us, like.clock) for like in deeds.values() if like.kind is Kind.LIKE]

    assert likes == [(1400000000_000_000, Clock.EXACT), (None, Clock.MISSING)]


def test_what_two_say_is_private_and_what_is_no_message_left_out(inbox: Path) -> None:
    reasons = Counter(outcome.reason for outcome in read(inbox) if isinstance(outcome, Ignored))

    assert reasons == {"private": 2, "deleted": 1, "service": 2, "no_author": 2}
    assert "secret" not in repr(read(inbox))


@pytest.mark.parametrize(("kind", "is_read"), [("Regular", False), ("RegularGroup", True)])
def test_a_chat_of_two_stays_private_when_one_of_them_is_renamed(
    kind: str, is_read: bool, tmp_path: Path
) -> None:
    messages = [
        {"sender_name": name, "timestamp_ms": 1700000000000, "content": "hi", "type": "Generic"}
        for name in ("Ada Hill", "Ada Shore", "Ben")
    ]
    people = [{"name": "Ada Hill"}, {"name": "Ben"}]
    path = chat(tmp_path, *messages, participants=people, thread_type=kind)

    assert len(told(path)) == (3 if is_read else 0)
    assert trial.ignored(path) == ({} if is_read else {"private": 3})


@pytest.mark.parametrize(
    ("shelf", "reasons"),
    [
        ("inbox", {}),
        ("archived_threads", {}),
        ("e2ee_cutover", {}),
        ("message_requests", {"held": 1}),
        ("filtered_threads", {"spam": 1}),
    ],
)
@pytest.mark.parametrize("is_told", [True, False], ids=["path", "folder"])
def test_a_chat_that_nobody_agreed_to_is_left_out(
    shelf: str, reasons: dict[str, int], is_told: bool, tmp_path: Path
) -> None:
    folder = tmp_path / "messages" / shelf / "coins_9"
    folder.mkdir(parents=True)
    path = f"{shelf}/coins_9" if is_told else None
    message = {"sender_name": "Ada", "timestamp_ms": 1700000000000, "content": "Free coins"}
    chat(folder, message, thread_path=path).rename(folder / "message_1.json")

    assert trial.ignored(tmp_path) == reasons
    assert len(told(tmp_path)) == (not reasons)


def test_a_time_that_is_none_is_a_rejection_with_its_place(inbox: Path) -> None:
    rejections = [str(outcome) for outcome in read(inbox) if isinstance(outcome, Rejection)]

    expected = "bad_time: timestamp_ms: expected milliseconds since 1970"
    assert [f"{inbox}!garden_77/message_1.json:5: {expected}"] == rejections


def test_an_encrypted_chat_has_other_names_for_the_same(seeds: Path) -> None:
    deeds = told(seeds)

    message = deeds["Seeds_12/1710000000000-Cleo"]
    assert (message.actor, message.text_len) == ("messenger:Cleo@Seeds_12", len("Who has beans? Grüße"))
    assert f"{message.activity_id}#like-messenger:Ben@Seeds_12" in deeds
    assert len(deeds) == 2


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (7, "malformed"),
        ({"sender_name": "Ada", "timestamp_ms": 2**62}, "bad_time"),
        ({"sender_name": "n" * 5000, "timestamp_ms": 1700000000000}, "malformed"),
        ({"sender_name": "Ada", "timestamp_ms": 2**70}, "bad_number"),
    ],
    ids=["number", "far time", "long name", "big number"],
)
def test_a_senseless_message_is_set_aside(message: object, code: str, tmp_path: Path) -> None:
    outcomes = read(chat(tmp_path, message))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


@pytest.mark.parametrize(
    "text",
    [
        "The video chat ended.",
        "The call ended.",
        "This poll is no longer available.",
        "You are now connected on Messenger.",
        "You can now message and call each other and see info like Active Status.",
        "Ada waved at you!",
        "You waved at Ada!",
        "Ada reacted \N{HEAVY BLACK HEART} to your message",
        "Reacted \N{FACE WITH TEARS OF JOY} to a message",
        "Ada responded Going to Harvest.",
        "Ada unsent a message",
        "Ada left the group.",
        "You joined the video chat.",
        "Ada joined the call",
        "You started an audio call",
        "Ada started sharing video.",
        "Ada ended the call.",
        "You missed a video chat with Ada.",
        "Ada missed your call.",
        "You called Ben.",
        "Ada called you.",
        "You created the group.",
        "Ada created a poll: Beans, or peas?",
        'Ada voted for "Beans" and 1 other option in the poll: Beans, or peas?',
        'Ada changed vote to "Peas" in the poll.',
        'Ada removed their vote for "Peas" in the poll: Beans, or peas?',
        "Ada named the group Garden.",
        "Ada removed the group name.",
        "Ada changed the group photo.",
        "Ada changed the chat theme.",
        "Ada changed the theme to Love.",
        "Ada set the emoji to \N{SUNFLOWER}.",
        "You set the quick reaction to \N{SUNFLOWER}.",
        "Ada set \N{SUNFLOWER} as the word effect for sun.",
        "Ada set the nickname for Ben to Mr. Bean.",
        "Ada set her own nickname to Countess.",
        "Ada cleared your nickname.",
        "Ada added Ben and Cleo to the group.",
        "You removed Ben from the group.",
        "Ada added Ben as a group admin.",
        "Ada was added to the group by Ben.",
        "Ada joined the group via link.",
        "Ada turned off member approval. Anyone with the link can join the group.",
        "You pinned a message.",
        "Ada is now in first place in Basketball.",
    ],
)
def test_what_the_program_says_is_nobodys_message(text: str, tmp_path: Path) -> None:
    path = chat(tmp_path, {"sender_name": "Ada", "timestamp_ms": 1700000000000, "content": text})

    assert trial.ignored(path) == {"service": 1}
    assert not told(path)


@pytest.mark.parametrize(
    "text",
    [
        "The video chat ended. Call again?",
        "Is it so that this poll is no longer available.",
        "You are now connected to the mains",
        "You waved at me!",
        "Ada responded",
        "Ben waved at you!",
        "You sent an attachment. Which?",
        "You called it!",
        "You missed the point",
        "You left your keys here",
        "You made my day",
        "You set the table, I cook",
        "You joined us late",
        "You started it",
        "Ada made a cake for all",
        "Ada left early, I think.",
    ],
)
def test_what_sounds_as_the_program_does_is_its_writers(text: str, tmp_path: Path) -> None:
    path = chat(tmp_path, {"sender_name": "Ada", "timestamp_ms": 1700000000000, "content": text})

    assert [message.text_len for message in told(path).values()] == [len(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada sent an attachment.",
        "You sent an attachment.",
        "Ada sent a live location.",
        "Ada shared a story.",
    ],
)
def test_the_line_below_what_was_sent_is_no_word_of_the_sender(text: str, tmp_path: Path) -> None:
    path = chat(tmp_path, {"sender_name": "Ada", "timestamp_ms": 1700000000000, "content": text})

    assert [(message.kind, message.text_len) for message in told(path).values()] == [(Kind.POST, 0)]


@pytest.mark.parametrize("mark", ["is_unsent", "isUnsent", "is_taken_down"])
def test_what_was_taken_back_or_down_is_gone(mark: str, tmp_path: Path) -> None:
    messages = [{"sender_name": "Ada", "content": "x", "timestamp_ms": 1700000000000, mark: True}]
    path = chat(tmp_path, *messages, {"sender_name": "Ben", "timestamp_ms": 1700000000000, mark: False})

    assert trial.ignored(path) == {"deleted": 1}
    assert len(told(path)) == 1


def test_a_message_without_a_time_is_kept(tmp_path: Path) -> None:
    (message,) = told(chat(tmp_path, {"sender_name": "Ada", "content": "when?"})).values()

    assert (message.ts_us, message.clock) == (None, Clock.MISSING)


def test_a_long_monologue_is_not_held_back_whole(tmp_path: Path) -> None:
    messages = [{"sender_name": "Ada", "timestamp_ms": 1700000000000 - n} for n in range(500)]

    openings = {deed.thread_id for deed in told(chat(tmp_path, *messages)).values()}

    assert len(openings) == 3


@pytest.mark.parametrize("shape", ["zip", "gztar"])
def test_a_download_says_the_same_packed(inbox: Path, tmp_path: Path, shape: str) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "facebook"), shape, inbox.parent))

    assert set(told(packed)) == set(told(inbox.parent))
    assert probe(packed).sure == 90


def test_only_chats_are_recognised(inbox: Path, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"participants": [], "messages": "none"}')

    assert [probe(path).sure for path in (inbox, seeds, tmp_path)] == [90, 95, 0]


def test_a_folder_without_a_chat_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")

    with pytest.raises(InputError, match=r"no message_1\.json"):
        read(tmp_path)


def test_a_file_cut_off_is_refused(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(seeds.read_bytes()[:-10])

    with pytest.raises(InputError, match="truncated JSON"):
        read(tmp_path / "x.json")


@given(data=st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(b'{}[]",:0\\x\0\xff')), max_size=6))
def test_any_damage_gives_outcomes_or_an_error_of_ours(
    data: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = Path(__file__).parents[2] / "fixtures" / "messenger" / "inbox" / "garden_77"
    whole = bytearray((folder / "message_1.json").read_bytes())
    for at, byte in data:
        whole[at % len(whole)] = byte
    path = tmp_path_factory.mktemp("damage") / "x.json"
    path.write_bytes(whole)

    with suppress(KibbutzError):
        assert all(isinstance(one, Activity | Rejection | Ignored) for one in read(path))


def test_the_real_chat_of_two_is_left_out_whole(shared: Path) -> None:
    path = shared / "exports" / "chat-messenger" / "2A_7M.json"
    messages = json.loads(path.read_text(encoding="utf-8-sig"))["messages"]

    reasons = Counter(outcome.reason for outcome in read(path) if isinstance(outcome, Ignored))

    assert reasons == {"private": len(messages)}

import pytest

from kibbutz_cli.model.activity import Clock, Kind
from kibbutz_cli.readers.chats import rooms
from kibbutz_cli.readers.chats.rooms import (
    MINUTE_US,
    Member,
    Place,
    Room,
    addressed,
    moment_of,
    unnamed,
)
from kibbutz_cli.readers.parsing.reactions import is_dislike

ADA, BEN = Member("chat:ada", "Ada"), Member("chat:ben", "Ben")


def test_what_one_person_says_in_a_row_is_one_turn() -> None:
    room = Room()

    threads = [
        room.says(own, ADA, minute * MINUTE_US).thread_id for own, minute in (("a", 0), ("b", 7), ("c", 15))
    ]

    assert threads == ["a", "a", "c"]


def test_somebody_between_ends_a_turn() -> None:
    room = Room()

    places = [room.says(own, who, 0) for own, who in (("a", ADA), ("b", BEN), ("c", ADA))]

    assert [(place.kind, place.thread_id) for place in places] == [
        (Kind.POST, "a"),
        (Kind.POST, "b"),
        (Kind.POST, "c"),
    ]


NAMED = [("1", "ann"), ("2", "annabel"), ("3", "ann lee"), ("4", "アン"), ("5", "")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("@ann yes", "1"),
        ("@ann, yes", "1"),
        ("@ann", "1"),
        ("@annabel and @ann", "2"),
        ("@ann lee yes", "3"),
        ("@ann leery", "1"),
        ("@anna yes", ""),
        ("@ann_b yes", ""),
        ("@ann2 yes", ""),
        ("@アンさん", "4"),
        ("ann yes", ""),
        ("Fann yes", ""),
        ("@ yes", ""),
    ],
)
def test_whose_name_a_text_begins_with_is_the_longest_that_is_whole(text: str, meant: str) -> None:
    assert addressed(text, NAMED) == addressed(text, NAMED[::-1]) == meant


def test_what_begins_with_a_name_answers_the_last_words_of_that_person_for_an_hour() -> None:
    room = Room()
    room.says("a", ADA, 0)
    room.says("b", ADA, MINUTE_US)

    soon = room.says("c", BEN, 61 * MINUTE_US, ADA.actor)
    late = room.says("d", BEN, 62 * MINUTE_US, ADA.actor)

    assert Place(Kind.REPLY, "b", ADA, "a") == soon
    assert (late.kind, late.object_id) == (Kind.POST, None)


def test_nobody_answers_themselves_by_their_own_name() -> None:
    room = Room()
    room.says("a", ADA, 0)

    assert room.says("b", ADA, 1, ADA.actor).kind is Kind.POST


def test_an_answer_is_in_the_conversation_of_what_it_answers() -> None:
    room = Room()
    room.says("a", ADA, 0)
    room.says("b", ADA, 1)

    assert Place(Kind.REPLY, "b", ADA, "a") == room.answers("c", BEN, 2, "b")


def test_the_conversation_of_an_answer_to_something_unknown_is_left_open() -> None:
    assert Place(Kind.REPLY, "gone", None, None) == Room().answers("c", BEN, 2, "gone")


def test_a_thread_ends_nobodys_turn() -> None:
    room = Room()
    room.opens("a", ADA, 0)
    room.within("b", BEN, 1, "a")

    assert room.says("c", ADA, 2).thread_id == "a"


def test_what_is_long_past_is_forgotten_and_what_is_not_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "PEOPLE", 1)
    room = Room(2)

    for own in "abcde":
        room.says(own, ADA if own in "ace" else BEN, 0)

    assert [said and said.activity_id for said in map(room.known, "abcde")] == [None, None, "c", "d", "e"]


@pytest.mark.parametrize(
    "emoji",
    [
        "-1",
        ":thumbsdown:",
        "thumbdown",
        "-1::skin-tone-2",
        "thumbsdown_tone3",
        ":-1_tone1:",
        "-1_medium_skin_tone",
        "thumbsdown_medium_light_skin_tone",
        "-1_dark_skin_tone",
        "\N{THUMBS DOWN SIGN}\U0001f3fb",
    ],
)
def test_thumbs_down_says_no(emoji: str) -> None:
    assert is_dislike(emoji)


@pytest.mark.parametrize("emoji", ["tada", "+1_tone1", "thumbsdown_cat", "-10", "_tone1", ""])
def test_another_reaction_says_yes(emoji: str) -> None:
    assert not is_dislike(emoji)


def test_an_old_clock_is_told() -> None:
    assert moment_of(5) == (5, Clock.IMPLAUSIBLE)


def test_reactions_beyond_those_with_a_giver_are_counted() -> None:
    assert unnamed([{"count": 3, "users": ["a"]}, {"count": 2}, {"count": "x"}], "users") == 4
    assert unnamed("x", "users") is None


@pytest.mark.parametrize(
    "sign",
    [
        {"name": "-1"},
        {"emoji": "\N{THUMBS DOWN SIGN}"},
        {"emoji": {"name": "x", "code": "thumbsdown"}},
        {"emoji": {"name": "\N{THUMBS DOWN SIGN}"}},
    ],
    ids=["Slack", "Telegram", "Discord", "Discord's interface"],
)
def test_thumbs_down_without_a_giver_is_no_like(sign: dict[str, object]) -> None:
    assert unnamed([sign | {"count": 12}, {"name": "tada", "count": 1}], "users") == 1

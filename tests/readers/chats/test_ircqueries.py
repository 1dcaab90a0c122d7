"""What two people say to each other alone, or not to be logged, is counted, and not read."""

from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.model.activity import Activity
from kibbutz_cli.readers.chats import irc

trial = Trial(irc)
read, ignored = trial.read, trial.ignored

TALK = "[10:00:00] <Ada> a secret\n[10:00:10] <ben> I tell nobody\n"
IRSSI = "--- Log opened Fri Mar 01 10:00:00 2024\n10:00 <Ada> a secret\n10:01 <ben> I tell nobody\n"
BEGUN = "10:00 -!- Irssi: Starting query in hill with cleo\n"
HEXCHAT = (
    "**** BEGIN LOGGING AT Fri Mar  1 10:00:00 2024\n\n"
    "Mar 01 10:00:00 <Ada>\ta secret\nMar 01 10:00:10 <ben>\tI tell nobody\n"
)
WEECHAT = "2024-03-01 10:00:00\tAda\ta secret\n2024-03-01 10:00:10\tben\tI joined #combs\n"
MIRC = (
    "Session Start: Fri Mar 01 10:00:00 2024\nSession Ident: cleo\n"
    "[10:00] <ben> a secret\n[10:01] * ben waits\n"
)


def written(folder: Path, logs: dict[str, str]) -> Path:
    for name, text in logs.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def heard(path: Path) -> list[str | None]:
    return sorted({deed.community for deed in read(path) if isinstance(deed, Activity)})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hill/ada.log", IRSSI),
        ("hill/Ada.log", HEXCHAT),
        ("hill-ada.log", HEXCHAT),
        ("hill.ada.weechatlog", WEECHAT.replace("ben", "@ben")),
        ("irc.hill.ada.weechatlog", WEECHAT),
        ("irc.hill.example.cleo.2024-03-01.weechatlog", WEECHAT),
        ("hill/ada/2024-03-01.log", TALK),
        ("ben_hill_ada_20240301.log", TALK),
        ("ada_away_20240301.log", TALK.replace("Ada", "Ada|away")),
        ("2024/03/01/ada.txt", TALK),
        ("Hill (1A2B)/Queries/cleo/2024-03-01.txt", TALK),
        ("cleo.log", MIRC),
        ("ada.hill.log", IRSSI),
        ("hill/cleo.log", IRSSI + BEGUN),
    ],
)
def test_a_query_is_private(name: str, text: str, tmp_path: Path) -> None:
    path = written(tmp_path, {name: text})

    assert heard(path) == []
    assert ignored(path)["private"] == 2


@pytest.mark.parametrize(
    "line",
    [
        "-!- Ada is now known as Ada_\n10:02 <Ada_> yes",
        "-!- Ada is now known as Ada|away\n10:02 <Ada|away> yes\n10:03 <Ada> I am back",
        "-!- You're now known as ben|away\n10:02 <ben|away> yes",
        "-!- You are now known as ben|away\n10:02 -!- You are now known as bean\n10:02 <bean> yes",
        "* Your nick is now bean\n10:02 <bean> yes",
        "-!- Ada [~ada@hill.example] has quit [I left #combs]",
        "<***> Buffer Playback...",
        "-cleo(~cleo@hill.example)- a notice",
        "-MemoServ- left you a memo",
        "-NickServ(services@hill.example)- has changed the mode of your nick",
    ],
)
def test_what_a_query_tells_beside_makes_it_no_channel(line: str, tmp_path: Path) -> None:
    assert heard(written(tmp_path, {"hill/ada.log": f"{IRSSI}10:02 {line}\n"})) == []


def test_what_is_told_to_a_service_is_private(tmp_path: Path) -> None:
    text = "[10:00:00] <Ada> identify secret\n[10:00:01] -NickServ- You are now identified\n"

    path = written(tmp_path, {"hill/nickserv/2024-03-01.log": text})

    assert heard(path) == []
    assert ignored(path) == {"private": 1, "service": 1}


def test_a_query_is_one_on_every_day(tmp_path: Path) -> None:
    days = {"2024-03-01": TALK, "2024-03-02": "[10:00:00] <ben> are you there\n"}

    path = written(tmp_path, {f"hill/ada/{day}.log": text for day, text in days.items()})

    assert heard(path) == []
    assert ignored(path)["private"] == 3


@pytest.mark.parametrize(
    ("newest", "private"), [("10:02 <cleo> good morning\n", 0), ("10:02 <ben> good night\n", 7)]
)
def test_the_older_files_of_a_log_are_a_querys_or_none_is(newest: str, private: int, tmp_path: Path) -> None:
    logs = {"ada.log": IRSSI + newest, "ada.log.1": IRSSI, "ada.log.12": IRSSI.replace("Ada", "ben")}

    assert ignored(written(tmp_path, logs))["private"] == private


@pytest.mark.parametrize(
    "line",
    [
        "<cleo> good morning",
        "*** Joins: cleo (~cleo@hill.example)",
        "*** Parts: cleo (~cleo@hill.example) (bye)",
        "*** cleo <cleo!~cleo@hill.example> has left",
        "*** cleo sets mode: +o ben",
        "*** cleo was kicked by ben (weeds)",
        "*** ben changes topic to 'beans'",
        "-!- mode/ada [+o ben] by cleo",
        "* cleo (~cleo@hill.example) hat #ada betreten",
    ],
)
def test_a_channel_called_like_a_member_is_none(line: str, tmp_path: Path) -> None:
    path = written(tmp_path, {"ada/2024-03-01.log": TALK, "ada/2024-03-02.log": f"[10:00:00] {line}\n{TALK}"})

    assert heard(path) == ["ada"]


@pytest.mark.parametrize(
    "line",
    [
        "-!- gus is now known as gus|away",
        "-!- ben is now known as bean",
        "-!- ben is now known as bean\n10:02 <bean> all is well",
        "-!- You're now known as gus|away",
    ],
)
def test_a_channel_where_somebody_changes_nick_is_none(line: str, tmp_path: Path) -> None:
    text = f"{IRSSI}10:02 {line}\n10:03 <cleo> good morning\n"

    assert heard(written(tmp_path, {"ada.log": text})) == ["ada"]


@pytest.mark.parametrize(
    ("name", "channel"),
    [
        ("hill/#ada.log", "#ada"),
        ("&ada.log", "&ada"),
        ("hill_+ada_20240301.log", "hill_+ada"),
        ("#ada/2024-03-01.log", "#ada"),
        ("garden.log", "garden"),
        ("2024-03-01.log", "nadabei"),
    ],
)
def test_nor_is_one_with_a_channels_sign_or_of_another_name(name: str, channel: str, tmp_path: Path) -> None:
    assert heard(written(tmp_path / "nadabei", {name: IRSSI})) == [channel]


def test_a_session_of_a_channel_is_none(tmp_path: Path) -> None:
    assert heard(written(tmp_path, {"ben.log": MIRC.replace("cleo", "#ben")})) == ["#ben"]


@pytest.mark.parametrize("channel", ["#garden", "&garden", "+garden", "!1a2b3garden"])
def test_each_buffer_of_weechat_is_a_channel_of_its_own(channel: str, tmp_path: Path) -> None:
    text = WEECHAT.replace("I joined #combs", "good morning")

    assert heard(written(tmp_path, {f"irc.hill.example.{channel}.weechatlog": text})) == [channel]


def test_a_query_beside_channels_takes_nothing_from_them(tmp_path: Path) -> None:
    logs = {
        "hill/ada/2024-03-01.log": TALK,
        "hill/#ada/2024-03-01.log": TALK,
        "vale/ada/2024-03-01.log": TALK,
    }
    logs["vale/ada/2024-03-01.log"] += "[10:02:00] <cleo> all of us\n"

    path = written(tmp_path, logs)

    assert heard(path) == ["#ada", "ada"]
    assert ignored(path) == {"private": 2}


def test_words_that_a_bot_was_asked_not_to_log_are_private(tmp_path: Path) -> None:
    unlogged = "2024-03-01T10:00:00  <Ada> -= THIS MESSAGE NOT LOGGED =-\n"

    path = written(tmp_path, {"#garden.log": f"{unlogged}2024-03-01T10:00:10  <ben> good morning\n"})

    assert [deed.actor for deed in read(path) if isinstance(deed, Activity)] == ["irc:ben"]
    assert ignored(path) == {"private": 1}

"""The fixtures are one channel as each program logs it."""

import re
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Activity, Clock, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.chats import irc, irclines
from kibbutz_cli.readers.chats.irclines import day_of

ADA, BEN = "irc:ada", "irc:ben"

NEWER = ("hexchat", "mirc", "eggdrop", "lounge", "textual", "quassel", "archive", "dircproxy")
PROGRAMS = ("supybot.log", "irssi", "irc.vale.#garden.weechatlog", "znc", *NEWER)


trial = Trial(irc)
read, told, probe, ignored = trial.read, trial.told, trial.probe, trial.ignored


def rejections(path: Path) -> list[str]:
    return [str(outcome).removeprefix(f"{path}") for outcome in read(path) if isinstance(outcome, Rejection)]


@pytest.fixture
def logs(fixtures: Path) -> Path:
    return fixtures / "irc"


def spoken(path: Path) -> list[Activity]:
    return [outcome for outcome in read(path) if isinstance(outcome, Activity) and not outcome.derived]


@pytest.mark.parametrize(
    ("log", "begin", "clock"),
    [
        ("supybot.log", "2024-03-01T09:00:10+00:00", Clock.EXACT),
        ("irssi", "2024-03-01T10:00:00+00:00", Clock.ZONE_ASSUMED),
        ("irc.vale.#garden.weechatlog", "2024-03-01T10:00:10+00:00", Clock.ZONE_ASSUMED),
        ("znc", "2024-03-01T10:00:10+00:00", Clock.ZONE_ASSUMED),
        ("hexchat", "2023-12-31T23:59:10+00:00", Clock.ZONE_ASSUMED),
        ("mirc", "2024-03-01T10:00:00+00:00", Clock.ZONE_ASSUMED),
        ("eggdrop", "2024-03-01T10:00:00+00:00", Clock.ZONE_ASSUMED),
        ("lounge", "2024-03-01T10:00:10.123000+00:00", Clock.EXACT),
        ("textual", "2024-03-01T09:00:10+00:00", Clock.EXACT),
        ("quassel", "2024-03-01T10:00:10+00:00", Clock.ZONE_ASSUMED),
        ("archive", "2024-03-01T10:00:00+00:00", Clock.ZONE_ASSUMED),
        ("dircproxy", "2024-03-01T10:00:00+00:00", Clock.ZONE_ASSUMED),
    ],
)
def test_every_program_tells_who_said_what_when(logs: Path, log: str, begin: str, clock: Clock) -> None:
    post = spoken(logs / log)[0]

    assert (
        post.kind,
        post.actor,
        post.actor_name,
        post.community,
        post.text_len,
    ) == (Kind.POST, ADA, "Ada", "#garden", 16)
    assert post.published is not None
    assert (post.published.isoformat(), post.clock) == (begin, clock)
    assert probe(logs / log).sure == 86


@pytest.mark.parametrize("log", PROGRAMS)
def test_a_line_that_begins_with_a_nick_answers_that_person(logs: Path, log: str) -> None:
    (reply,) = (deed for deed in spoken(logs / log) if deed.kind is Kind.REPLY)

    assert (reply.actor, reply.target, reply.target_name) == (BEN, ADA, "Ada")
    assert reply.text_len in (len("well done"), len("well done indeed"))


def test_somebody_silent_for_an_hour_is_mentioned(logs: Path) -> None:
    mentions = [
        outcome for outcome in read(logs / "supybot.log") if isinstance(outcome, Activity) and outcome.derived
    ]

    assert [(mention.actor, mention.target) for mention in mentions] == [("irc:cleo", ADA)]


def test_who_changes_nick_is_two_people(logs: Path) -> None:
    assert {ADA, BEN, "irc:ben_", "irc:cleo"} == {deed.actor for deed in spoken(logs / "supybot.log")}


def test_times_of_weechat_since_4_8_tell_the_zone(tmp_path: Path) -> None:
    (tmp_path / "irc.vale.#garden.weechatlog").write_text(
        "2025-12-01 10:00:00\t-->\tAda (~ada@hill.example) has joined #garden\n"
        "2025-12-01 10:00:10\tAda\tThe beans are up\n"
        "2025-12-01 10:00:20.123456Z\t@ben\tada: well done\n"
        "2025-12-01 10:00:30.5Z\t *\tben waters them\n"
        "2025-12-01 12:00:40+0200\t--\tben is now known as ben_\n"
    )

    told = [(deed.actor, f"{deed.published:%H:%M:%S.%f}", deed.clock) for deed in spoken(tmp_path)]

    assert told == [
        (ADA, "10:00:10.000000", Clock.ZONE_ASSUMED),
        (BEN, "10:00:20.123456", Clock.EXACT),
        (BEN, "10:00:30.500000", Clock.EXACT),
    ]
    assert ignored(tmp_path) == {"service": 2}


def test_what_is_said_twice_in_a_second_counts_twice(logs: Path) -> None:
    ids = [deed.activity_id for deed in spoken(logs / "supybot.log")]

    assert len(ids) == len(set(ids)) == 7


def test_an_operators_mark_is_a_role(logs: Path) -> None:
    assert [deed.role for deed in spoken(logs / "irssi")] == ["operator", None, None, "operator"]


def test_a_day_turns_where_the_log_says(logs: Path) -> None:
    last = spoken(logs / "irssi")[-1]

    assert last.published is not None
    assert last.published.isoformat() == "2024-03-02T00:05:00+00:00"


def test_another_line_of_dashes_turns_no_day(tmp_path: Path) -> None:
    (tmp_path / "2024-03-01.log").write_text(
        "10:00 <ada> a\n--- Day changed soon\n--- sow the 12 2024\n10:01 <ada> b\n10:02 <ada> c\n"
    )

    assert {"2024-03-01"} == {f"{deed.published:%Y-%m-%d}" for deed in spoken(tmp_path)}


def test_notices_and_empty_lines_are_counted(logs: Path) -> None:
    for log, counts in (
        ("supybot.log", {"service": 3, "not_activity": 1}),
        ("irssi", {"service": 5}),
        ("irc.vale.#garden.weechatlog", {"service": 3}),
        ("znc", {"service": 2}),
    ):
        assert ignored(logs / log) == counts


@pytest.mark.parametrize("log", NEWER)
def test_what_a_program_says_itself_is_nobodys_word(logs: Path, log: str) -> None:
    assert [deed.actor for deed in spoken(logs / log)][:3] == [ADA, ADA, BEN]
    assert [deed.text_len for deed in spoken(logs / log)][:3] == [16, len("waters them"), len("well done")]
    assert rejections(logs / log) == []


@pytest.mark.parametrize(
    "line",
    [
        "* Joins: Ben (~ben@hill.example)",
        "* Parts: Ben (~ben@hill.example) (to the market)",
        "* Quits: Ben (~ben@hill.example) (Ping timeout)",
        "* Ben (~ben@hill.example) Quit (Ping timeout)",
        "* Ben (~ben@hill.example) hat #garden betreten",
        "* Rejoined channel #garden",
        "* You were kicked from #garden by Ben (weeds)",
        "* Your nick is now Ada_",
        "* Ben invites you to join #combs",
        "#garden created on Fri Jan 05 10:00:00 2024",
    ],
)
def test_what_mirc_says_itself_is_nobodys_word(line: str, tmp_path: Path) -> None:
    (tmp_path / "#garden_20240301.log").write_text(
        f"[10:00] <Ada> The beans are up\n[10:01] {line}\n[10:02] * Ada joins: hands\n"
    )

    assert [(deed.actor, deed.text_len) for deed in spoken(tmp_path)] == [(ADA, 16), (ADA, 12)]
    assert ignored(tmp_path) == {"service": 1}


def test_lines_in_colours_are_read_without_them(tmp_path: Path) -> None:
    (tmp_path / "#garden_20240301.log").write_text(
        "\x0303[10:00] * Now talking in #garden\n\x0301[10:00] <\x0303@Ada\x0f> The \x02beans\x02 are up\n"
    )

    assert [(deed.actor, deed.role, deed.text_len) for deed in spoken(tmp_path)] == [(ADA, "operator", 16)]
    assert rejections(tmp_path) == []


@pytest.mark.parametrize("log", ["mirc", "eggdrop"])
def test_a_day_turns_in_a_line_of_the_log(logs: Path, log: str) -> None:
    assert [f"{deed.published:%m-%d %H:%M}" for deed in spoken(logs / log)][-1] == "03-02 00:05"


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("Mo Mai 06", 5),
        ("Fre M\u00e4r 06", 3),
        ("Sam Ma\u0308rz 06", 3),
        ("dom ago 06", 8),
        ("mer. f\u00e9v. 06", 2),
        ("sam. avril 06", 4),
        ("jeu. juin 06", 6),
        ("sam. juil. 06", 7),
        ("mar. ao\u00fbt 06", 8),
        ("tor maj 06", 5),
        ("\u6708 3\u6708 06", 3),
    ],
)
def test_irssi_tells_days_in_the_language_of_its_user(day: str, month: int, tmp_path: Path) -> None:
    (tmp_path / "#garden.log").write_text(
        f"--- Log opened {day} 09:59:00 2024\n10:00 <Ada> The beans are up\n", encoding="utf-8"
    )

    assert [f"{deed.published:%Y-%m-%d}" for deed in spoken(tmp_path)] == [f"2024-{month:02}-06"]


@pytest.mark.parametrize("month", ["marras", "elo", "13\u6708"])
def test_after_a_day_whose_month_is_not_known_none_is_told(month: str, tmp_path: Path) -> None:
    (tmp_path / "#garden.log").write_text(
        "--- Log opened Mon Jan 29 09:59:00 2024\n10:00 <Ada> The beans are up\n"
        f"--- Day changed ti {month} 06 2024\n10:00 <Ada> The peas are up\n",
        encoding="utf-8",
    )

    assert [f"{deed.published:%Y-%m-%d}" for deed in spoken(tmp_path)] == ["2024-01-29"]
    assert len(rejections(tmp_path)) == 1


@pytest.mark.parametrize(
    ("head", "month", "number"),
    [
        ("BEGIN LOGGING AT", "dec", 12),
        ("BEGIN LOGGING AT", "Dez", 12),
        ("INIZIO DEL LOG", "gen", 1),
        ("COMMEN\u00c7ANT LA JOURNALISATION \u00c0", "d\u00e9c.", 12),
        ("BEGIN LOGGING AT", "\u0434\u0435\u043a", 12),
        ("BEGIN LOGGING AT", "\u043c\u0430\u044f", 5),
        ("\u30ed\u30b0\u958b\u59cb", "12\u6708", 12),
        ("BEGIN LOGGING AT", "5\uc6d4", 5),
    ],
    ids=["danish", "german", "italian", "french", "russian", "russian may", "japanese", "korean"],
)
def test_hexchat_tells_months_in_the_language_of_its_user(
    head: str, month: str, number: int, tmp_path: Path
) -> None:
    (tmp_path / "#garden.log").write_text(
        f"**** {head} Fri Jan 13 04:39:00 2023\n\n{month} 13 04:39:42 <Ada>\tThe beans are up\n"
        f"{month} 13 04:39:50 *\tben has joined\n{month} 13 04:40:50 <ben>\tAda: well done\n",
        encoding="utf-8",
    )

    assert probe(tmp_path).sure == 86
    assert {f"{deed.published:%Y-%m-%d}" for deed in spoken(tmp_path)} == {f"2023-{number:02}-13"}


def test_a_log_whose_months_are_in_no_language_we_know_is_none(tmp_path: Path) -> None:
    (tmp_path / "#garden.log").write_text(
        "**** BEGIN LOGGING AT Fri Jan 13 04:39:00 2023\n\n" + "marras 13 04:39:42 <Ada>\thi\n" * 9
    )

    assert probe(tmp_path).sure == 0


def test_a_line_whose_month_is_not_known_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "#garden.log").write_text(
        "**** BEGIN LOGGING AT Fri Jan 13 04:39:00 2023\n\n"
        "Jan 13 04:39:42 <Ada>\thi\nmarras 13 04:39:43 <Ada>\tno\nJan 13 04:39:44 <Ada>\tyes\n"
    )

    assert len(rejections(tmp_path)) == 1


def test_a_year_turns_where_january_follows_december(logs: Path) -> None:
    assert [f"{deed.published:%Y-%m-%d}" for deed in spoken(logs / "hexchat")][-1] == "2024-01-01"


@pytest.mark.parametrize(
    "line",
    [
        "Mar 01 10:00:00 <ada> of no year",
        "Feb 30 10:00:00 <ada> of no day",
        "[01 Mar 10:00] <ada!n=ada@hill.example> +of no year",
    ],
)
def test_a_day_that_cannot_be_told_is_set_aside(line: str, tmp_path: Path) -> None:
    begin = "**** BEGIN LOGGING AT Sun Dec 31 23:59:00 2023\n" if "Feb" in line else ""
    (tmp_path / "garden.log").write_text(f"{begin}{line}\n")

    assert len(rejections(tmp_path)) == 1


def test_senseless_lines_are_set_aside_with_their_place(logs: Path) -> None:
    assert rejections(logs / "supybot.log") == [
        ":11: malformed: expected <nick>, * nick, *** or -nick-",
        ":12: malformed: expected <nick>, * nick, *** or -nick-",
        ":13: bad_time: expected a time, and a date in the line or before it",
        ":14: bad_time: no time: expected a line that begins with one",
    ]


@pytest.mark.parametrize("line", ["10:00 <ada> no day", "25:00 <ada> no hour"])
def test_a_time_of_no_day_is_set_aside(line: str, tmp_path: Path) -> None:
    (tmp_path / "garden.log").write_text(f"{line}\n")

    assert rejections(tmp_path) == [
        "!garden.log:1: bad_time: expected a time, and a date in the line or before it"
    ]


def test_bytes_that_are_no_utf_8_are_read_as_windows_1252(tmp_path: Path) -> None:
    (tmp_path / "2024-03-01.log").write_bytes(b"[10:00:00] <zo\xeb> caf\xe9\n\n")

    assert {"irc:zoë"} == {deed.actor for deed in spoken(tmp_path)}


def test_a_channel_that_nobody_joins_is_called_like_its_file_or_folder(tmp_path: Path) -> None:
    for name in (
        "#bees_20240301.log",
        "#drones_20240301.log.txt",
        "Hives-2024-03-01.txt",
        "hives-2024-03-02.txt",
        "combs/2024-03-01.log",
        "combs/2024-04.log",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("[10:00:00] <ada> hello\n")

    assert {"#bees", "#drones", "hives", "combs"} == {deed.community for deed in spoken(tmp_path)}


@pytest.mark.parametrize("older", ["#bees.log.1", "#bees.log.12", "#bees-2024-02.log", "#bees.2024.02.txt"])
def test_older_and_monthly_files_of_a_channel_are_of_the_same(older: str, tmp_path: Path) -> None:
    (tmp_path / older).write_text("2024-02-03 10:00:00 <ada> hello\n")
    (tmp_path / "#bees.log").write_text("2024-03-01 10:00:00 <ben> hello\n")

    assert [deed.community for deed in spoken(tmp_path)] == ["#bees", "#bees"]


def test_a_channel_may_have_points_and_numbers_in_its_name(tmp_path: Path) -> None:
    for name in ("#node.js.log", "#bees.2.log", "#2024-club.log"):
        (tmp_path / name).write_text("2024-03-01 10:00:00 <ada> hello\n")

    assert {"#node.js", "#bees.2", "#2024-club"} == {deed.community for deed in spoken(tmp_path)}


def test_days_that_supybot_keeps_in_files_of_their_own_are_of_one_channel(tmp_path: Path) -> None:
    for day, weekday in (("02", "Wed"), ("03", "Thu")):
        log = f"2013-01-{day}T10:00:00  <ada> hello\n2013-01-{day}T10:00:10  <ben> ada: hi\n"
        (tmp_path / f"#bees.{day}-{weekday}-2013.log").write_text(log)

    assert [(deed.community, deed.kind) for deed in spoken(tmp_path)] == [
        ("#bees", Kind.POST),
        ("#bees", Kind.REPLY),
    ] * 2


@pytest.mark.parametrize("who", ["Ada", "Ada (~ada@hill)", "Ada [~ada@hill]", "Ada <Ada!~ada@hill>"])
def test_a_channel_is_called_as_in_its_joins(who: str, tmp_path: Path) -> None:
    (tmp_path / "2024-03-01.log").write_text(f"10:00 *** {who} has joined #Bees\n10:00 <ada> hello\n")

    assert {"#bees"} == {deed.community for deed in spoken(tmp_path)}


def test_a_channel_of_mirc_is_called_as_where_a_session_begins(tmp_path: Path) -> None:
    """The name of its file may end in that of the network."""
    (tmp_path / "#Bees.Hill.log").write_text(
        "\nSession Start: Fri Mar 01 10:00:00 2024\nSession Ident: #Bees\n[10:00] <ada> hello\n"
    )

    assert {"#bees"} == {deed.community for deed in spoken(tmp_path)}


@pytest.mark.parametrize(
    ("file", "lines"),
    [
        ("#bees_20240301.log", "[10:00:00] <ada> ben has joined #combs\n"),
        ("irc.vale.#bees.weechatlog", "2024-03-01 10:00:00\tada\tI joined #combs\n"),
        ("#bees.log", "--- Log opened Fri Mar 01 10:00:00 2024\n10:00  * ben joined #combs\n"),
    ],
    ids=["said", "said without brackets", "done"],
)
def test_what_is_said_of_another_channel_names_none(file: str, lines: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(lines)

    assert {"#bees"} == {post.community for post in spoken(tmp_path)}


def test_people_beyond_measure_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(irclines, "PEOPLE", 1)
    (tmp_path / "2024-03-01.log").write_text(
        "[10:00:00] <ada> a\n[10:00:01] <ben> b\n[10:00:02] <cleo> ada: c\n"
    )

    assert [deed.kind for deed in spoken(tmp_path)] == [Kind.POST] * 3


def test_a_line_that_is_too_long_is_refused(logs: Path) -> None:
    with pytest.raises(LimitError, match="a line of more than 40 bytes"):
        read(logs / "supybot.log", Limits(line_bytes=40))


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-01 10:00:00\tada\t5\n2024-03-01 10:00:01\tben\t6\n",
        "2024-03-01T10:00:00Z started\n2024-03-01T10:00:01Z <main> ready\n" + "more\n" * 9,
        "2024-03-01T10:00:00Z started\n",
        "10:00 <ada> a\0b\n",
        "",
    ],
    ids=["table", "program", "no words", "bytes", "empty"],
)
def test_other_texts_are_left_to_other_readers(text: str, tmp_path: Path) -> None:
    (tmp_path / "other.log").write_text(text + " ")

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match="no log"):
        read(tmp_path)


def test_a_day_is_read_from_a_files_name() -> None:
    assert day_of("garden_99991399_20240301.log") == 1709251200000000
    assert day_of("#garden.log.01Mar2024") == 1709251200000000
    assert day_of("garden.log") is None


def test_a_day_is_read_from_the_folders_of_a_file() -> None:
    assert day_of("logs/2024/03/01/#garden.txt") == 1709251200000000
    assert day_of("logs/2024/03/01/beans/#garden.txt") is None
    assert day_of("logs/2024/13/01/#garden.txt") is None


@pytest.mark.parametrize(
    "file",
    [
        "supybot_2012_10_17.log",
        "supybot_2012_10_18.log",
        "supybot_date_without_tz.log",
        "supybot_invalid_date.log",
        "supybot_invalid_msg.log",
        "supybot_valid.log",
    ],
)
def test_the_real_logs_are_read_whole(shared: Path, file: str) -> None:
    path = shared / "exports" / "perceval-tests" / "supybot" / file
    lines = [line for line in path.read_text().splitlines() if line.strip()]
    words = [line for line in lines if re.match(r"\S+  (<[\w-]+> .|\* \w+ .)", line)]

    outcomes = read(path)

    assert len(words) == sum(isinstance(outcome, Activity) and not outcome.derived for outcome in outcomes)
    assert len(lines) == sum(not getattr(outcome, "derived", False) for outcome in outcomes)

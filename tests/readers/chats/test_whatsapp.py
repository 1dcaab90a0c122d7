"""Chats of WhatsApp as text: what a group says is read, in every order of day and month."""

import re
import shutil
import zipfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError, LimitError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats import whatsapp

ADA, BEN, ZOE = (f"whatsapp:{name}@Garden" for name in ("Ada", "Ben", "Zoë"))


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "whatsapp" / "WhatsApp Chat with Garden.txt"


@pytest.fixture
def telephone(fixtures: Path) -> Path:
    return fixtures / "whatsapp" / "_chat.txt"


trial = Trial(whatsapp)
read, probe, ignored = trial.read, trial.probe, trial.ignored


def told(path: Path) -> list[Activity]:
    return [deed for deed in trial.told(path).values() if not deed.derived]


def repairs(path: Path) -> dict[str, int]:
    budget = Budget(Limits(), str(path))
    read(path, budget=budget)
    return budget.repairs


def chat(folder: Path, *stamps: str) -> Path:
    """Return a chat of three people who each write under one of the stamps."""
    path = folder / "chat.txt"
    path.write_text("".join(f"{stamp}{'ABC'[n % 3]}: hi\n" for n, stamp in enumerate(stamps)))
    return path


def times(path: Path) -> list[str]:
    return [deed.published.isoformat()[:19] for deed in told(path) if deed.published]


def test_a_message_is_by_the_name_in_its_chat(garden: Path) -> None:
    message = told(garden)[0]

    assert (message.kind, message.actor, message.actor_name) == (Kind.POST, ADA, "Ada")
    assert (message.community, message.position, message.clock) == ("Garden", 3, Clock.ZONE_ASSUMED)
    assert len('Hello {all},\nthis "goes" on: 12:30 is noon\n\nand ends here') == message.text_len
    assert message.published is not None
    assert message.published.isoformat() == "2020-12-31T23:17:00+00:00"


def test_a_title_is_known_where_a_macs_disk_took_its_accents_apart(garden: Path, tmp_path: Path) -> None:
    path = tmp_path / "Conversacio\u0301n de WhatsApp con Jardi\u0301n.txt"
    path.write_bytes(garden.read_bytes())

    assert {deed.community for deed in told(path)} == {"Jard\u00edn"}


def test_a_picture_is_a_message_without_words_in_the_same_turn(garden: Path) -> None:
    first, picture = told(garden)[:2]

    assert (picture.text_len, picture.thread_id) == (0, first.activity_id)


def test_the_same_words_in_one_minute_have_two_ids(garden: Path) -> None:
    ids = [message.activity_id for message in told(garden) if message.actor == ZOE]

    assert ids == [ids[0], f"{ids[0]}-2"]


def test_a_number_is_kept_as_its_hash_only(garden: Path) -> None:
    message = told(garden)[-1]

    assert (message.actor_name, message.text_len) == ("number ending in 67", len("I am new"))
    assert re.fullmatch(r"whatsapp:number-[0-9a-f]{16}@Garden", message.actor)
    assert "1234567" not in repr(read(garden))


def test_names_and_numbers_behind_an_at_sign_are_mentions(garden: Path) -> None:
    mentions = [one for one in read(garden) if isinstance(one, Activity) and one.kind is Kind.MENTION]

    assert [mention.target for mention in mentions] == [ZOE, told(garden)[-1].actor]
    assert {mention.actor for mention in mentions} == {BEN}


def test_what_was_deleted_and_what_the_program_said_is_left_out(garden: Path) -> None:
    assert ignored(garden) == {"service": 2, "deleted": 1}


def test_empty_lines_at_the_end_are_nobodys_words(garden: Path, tmp_path: Path) -> None:
    """They made words of a deleted message, and another message of every other last one."""
    path = tmp_path / garden.name
    path.write_bytes(garden.read_bytes().rstrip() + b"\r\n\r\n \n")

    assert [deed.activity_id for deed in told(path)] == [deed.activity_id for deed in told(garden)]
    assert ignored(path) == ignored(garden)


@pytest.mark.parametrize(
    "words",
    [
        "This message was deleted",
        "You deleted this message as admin",
        "This message was deleted by an admin",
        "This message was deleted by admin Ada Hill",
        "Diese Nachricht wurde von Admin Ada gelöscht.",
        "Un admin., Ada, eliminó este mensaje.",
        "Ce message a été supprimé par l\u2019admin Ada",
        "Je hebt dit bericht verwijderd",
        "Apagou esta mensagem",
        "Вы удалили данное сообщение",
        "Ta wiadomość została usunięta",
        "Usunąłeś(-ęłaś) tę wiadomość",
        "Tato zpráva byla smazána",
        "Bu mesaj\u0131 sildiniz",
        "Pesan ini telah dihapus",
        "הודעה זו נמחקה",
        "تم حذف هذه الرسالة",
        "یہ میسج حذف کر دیا گیا ہے\u06d4",
        "यह मैसेज डिलीट कर दिया गया है।",
        "আপনি এই মেসেজটি বাদ দিয়েছেন",
        "此訊息已刪除。",
        "このメッセージは削除されました。",
        "삭제한 메시지입니다",
    ],
)
@pytest.mark.parametrize(
    ("form", "sign"), [("01.02.21, 11:{} - {}: ", ""), ("[01.02.21, 11:{}:07] {}: ", "\u200e")]
)
def test_what_stands_for_a_deleted_message_is_known_in_each_language(
    words: str, form: str, sign: str, tmp_path: Path
) -> None:
    asked = f"{words}, it says, but I was only asking about beans and peas"
    said = [("Ada", sign + words), ("Ben", f"So: {words}"), ("Cleo", asked), ("Ada", "No matter")]
    path = tmp_path / "Chat.txt"
    path.write_text(
        "".join(form.format(n, who) + text + "\n" for n, (who, text) in enumerate(said, start=10))
    )

    assert ignored(path) == {"deleted": 1}


def test_the_brackets_of_the_other_telephone_are_read(telephone: Path) -> None:
    messages = told(telephone)

    assert [(message.actor_name, message.text_len) for message in messages] == [
        ("Ada", 0),
        ("Ada", 19),
        ("Ben", 4),
        ("Cleo", 7),
    ]
    assert times(telephone) == [
        "2020-12-31T23:17:06",
        "2020-12-31T23:18:00",
        "2021-01-01T00:05:00",
        "2021-01-01T12:06:00",
    ]


@pytest.mark.parametrize(
    ("stamps", "expected"),
    [
        (("31.01.21, 12:00 - ", "01.02.21, 12:00 - ", "03.02.21, 12:00 - "), "2021-02-01T12:00:00"),
        (("1/31/21, 9:00 PM - ", "2/1/21, 1:00 AM - ", "2/3/21, 1:00 AM - "), "2021-02-01T01:00:00"),
        (("2021-01-31 12:00 - ", "2021-02-01 12:00 - ", "2021-02-03 12:00 - "), "2021-02-01T12:00:00"),
        (("[1.2.2021, 12:00:07] ", "[2.2.2021, 12.00.08] ", "[3.2.2021, 12:00:09] "), "2021-02-02T12:00:08"),
        (("5/6/21, 1:00 a.m. - ", "5/7/21, 1:00 p. m. - ", "5/8/21, 1:00 AM - "), "2021-05-07T13:00:00"),
        (("7/1/21, 12:00 - ", "6/2/21, 12:00 - ", "8/2/21, 12:00 - "), "2021-02-06T12:00:00"),
        (("1. 2. 21, 12:00 - ", "2. 2. 21, 12:00 - ", "3. 2. 21, 12:00 - "), "2021-02-02T12:00:00"),
        (("[31-01-21 12:00:07] ", "[01-02-21 12:00:08] ", "[03-02-21 12:00:09] "), "2021-02-01T12:00:08"),
        (
            ("[2021/1/31 上午9:00:07] ", "[2021/2/1 下午9:00:08] ", "[2021/2/3 上午9:00:09] "),
            "2021-02-01T21:00:08",
        ),
        (("31/01/2021, 9:00:07: ", "01/02/2021, 9:00:08: ", "03/02/2021, 9:00:09: "), "2021-02-01T09:00:08"),
        (("31.01.21 9.00.07: ", "01.02.21 9.00.08: ", "03.02.21 9.00.09: "), "2021-02-01T09:00:08"),
        (("31.1.2021 klo 9.00 - ", "1.2.2021 klo 9.01 - ", "3.2.2021 klo 9.02 - "), "2021-02-01T09:01:00"),
        (("31/01/2021 à 9:00 - ", "01/02/2021 à 9:01 - ", "03/02/2021 à 9:02 - "), "2021-02-01T09:01:00"),
        (
            ("31.01.21 \u0433., 9:00 - ", "01.02.21 \u0433., 9:01 - ", "03.02.21 \u0433., 9:02 - "),
            "2021-02-01T09:01:00",
        ),
        (
            ("2021. 1. 31. 오전 9:00 - ", "2021. 2. 1. 오후 9:01 - ", "2021. 2. 3. 오전 9:02 - "),
            "2021-02-01T21:01:00",
        ),
        (
            (
                "\u200f\u0663\u0661\u200f/\u0661\u200f/\u0662\u0660\u0662\u0661، \u0669:\u0660\u0660 ص - ",
                "\u0661/\u0662/\u0662\u0660\u0662\u0661، \u0669:\u0660\u0661 م - ",
                "\u0663/\u0662/\u0662\u0660\u0662\u0661, \u0669:\u0660\u0662 ص - ",
            ),
            "2021-02-01T21:01:00",
        ),
        (
            (
                "31.01.21 \u0433., 9:00 \u0447. - ",
                "1.02.21 \u0433., 9:01 \u0447. - ",
                "3.02.21 \u0433., 9:02 \u0447. - ",
            ),
            "2021-02-01T09:01:00",
        ),
        (
            (
                "\u06f2\u06f0\u06f2\u06f1/\u06f1/\u06f3\u06f1،\u200f \u06f9:\u06f0\u06f0 - ",
                "\u06f2\u06f0\u06f2\u06f1/\u06f2/\u06f1،\u200f \u06f9:\u06f0\u06f1 - ",
                "\u06f2\u06f0\u06f2\u06f1/\u06f2/\u06f3،\u200f \u06f9:\u06f0\u06f2 - ",
            ),
            "2021-02-01T09:01:00",
        ),
        (
            ("[09:00:07, 31/01/2021] ", "[21:00:08, 01/02/2021] ", "[09:00:09, 03/02/2021] "),
            "2021-02-01T21:00:08",
        ),
        (("9:00 SA, 31/01/21 - ", "9:01 CH, 01/02/21 - ", "9:02 SA, 03/02/21 - "), "2021-02-01T21:01:00"),
        (("31/01/21, 9:00 PG - ", "01/02/21, 9:01 PTG - ", "03/02/21, 9:02 PG - "), "2021-02-01T21:01:00"),
        (
            ("[1/31/2564 BE, 9:00:07] ", "[2/1/2564 BE, 9:00:08] ", "[2/3/2564 BE, 9:00:09] "),
            "2021-02-01T09:00:08",
        ),
        (("31/1/2563 9:00 - ", "29/2/2563 9:01 - ", "1/3/2563 9:02 - "), "2020-02-29T09:01:00"),
        (("[4/30/H31, 9:00:07] ", "[5/1/R1, 9:00:08] ", "[12/31/R10, 9:00:09] "), "2019-05-01T09:00:08"),
        (("H31/04/30 9:00 - ", "R1/05/01 9:01 - ", "R10/12/31 9:02 - "), "2019-05-01T09:01:00"),
        (
            ("21. 1. 31. 오전 9:00 - ", "21. 2. 1. 오후 9:01 - ", "21. 2. 3. 오전 9:02 - "),
            "2021-02-01T21:01:00",
        ),
        (("21/11/10 9:00 - ", "21/11/12 9:01 - ", "21/11/15 9:02 - "), "2021-11-12T09:01:00"),
        (("[18/8/2 上午9:00:07] ", "[18/8/3 下午9:00:08] ", "[18/8/3 下午9:00:09] "), "2018-08-03T21:00:08"),
        (("31/1/21 9:00 น. - ", "1/2/21 9:01 น. - ", "3/2/21 9:02 น. - "), "2021-02-01T09:01:00"),
        (("2021-01-31 9 h 00 - ", "2021-02-01 9 h 01 - ", "2021-02-03 9 h 02 - "), "2021-02-01T09:01:00"),
        (
            (
                "[2021-01-31, 9 h 00 min 07 s] ",
                "[2021-02-01, 21 h 01 min 08 s] ",
                "[2021-02-03, 9 h 02 min 09 s] ",
            ),
            "2021-02-01T21:01:08",
        ),
    ],
    ids=[
        "points",
        "month first",
        "year first",
        "brackets",
        "halves",
        "by their order",
        "spaces",
        "brackets without a comma",
        "Chinese",
        "a colon behind",
        "points and a colon behind",
        "Finnish",
        "French",
        "Bulgarian",
        "Korean",
        "Arabic",
        "Bulgarian hours",
        "Persian",
        "Vietnamese brackets",
        "Vietnamese",
        "Malay",
        "Buddhist",
        "Buddhist unsaid",
        "Japanese eras",
        "Japanese eras first",
        "Korean with a short year",
        "a short year first by its few days",
        "Chinese with a short year",
        "Thai hours",
        "French of Canada",
        "French of Canada in brackets",
    ],
)
def test_dates_are_read_in_the_order_they_tell_of(
    stamps: tuple[str, ...], expected: str, tmp_path: Path
) -> None:
    path = chat(tmp_path, *stamps)

    assert expected == times(path)[1]
    assert probe(path).sure == 90


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2/1/21, 9:00 PM - ", "2021-02-01T21:00:00"),
        ("[2/1/21, 9:00:00\u202fPM] ", "2021-02-01T21:00:00"),
        ("2/1/21, 9:00 pm - ", "2021-01-02T21:00:00"),
        ("2/1/21, 9:00 p. m. - ", "2021-01-02T21:00:00"),
        ("2.1.21, 9:00 PM - ", "2021-01-02T21:00:00"),
        ("02.01.2021 ÖS 9:00 - ", "2021-01-02T21:00:00"),
        ("2/1/2021 下午9:00 - ", "2021-01-02T21:00:00"),
        ("2/1/21, 9:00 μ.μ. - ", "2021-01-02T21:00:00"),
    ],
    ids=["American", "iPhone", "British", "Spanish", "points", "Turkish", "Hong Kong", "Greek"],
)
def test_of_two_orders_the_month_is_first_where_the_half_of_the_day_is_told_as_in_america(
    stamp: str, expected: str, tmp_path: Path
) -> None:
    path = chat(tmp_path, stamp, stamp, stamp)

    assert times(path) == [expected] * 3


@pytest.mark.parametrize(
    ("morning", "evening"),
    [
        ("9:00 முற்பகல்", "9:00 பிற்பகல்"),
        ("9:00 ಪೂರ್ವಾಹ್ನ", "9:00 ಅಪರಾಹ್ನ"),
        ("9:00 ਪੂ.ਦੁ.", "9:00 ਬਾ.ਦੁ."),
        ("9:00 म.पू.", "9:00 म.उ."),
        ("9:00 ق.ظ.", "9:00 ب.ظ."),
        ("පෙ.ව. 9.00", "ප.ව. 9.00"),
        ("9:00 dop.", "9:00 odp."),
        ("9:00 dop.", "9:00 pop."),
        ("de. 9:00", "du. 9:00"),
        ("9:00 priešpiet", "9:00 popiet"),
        ("9:00 p.d.", "9:00 m.d."),
        ("9:00 претпл.", "9:00 попл."),
        ("9:00 TO", "9:00 TK"),
        ("9:00 GH", "9:00 GD"),
        ("9:00 ጥዋት", "9:00 ከሰዓት"),
        ("9:00 לפנה״צ", "9:00 אחה״צ"),
        ("9:00 pre podne", "9:00 po podne"),
        ("9:00 da manhã", "9:00 da tarde"),
    ],
)
def test_the_halves_of_the_day_are_known_by_the_words_of_many_languages(
    morning: str, evening: str, tmp_path: Path
) -> None:
    path = chat(tmp_path, *(f"31.01.21, {time} - " for time in (morning, evening, morning)))

    assert [time[11:] for time in times(path)] == ["09:00:00", "21:00:00", "09:00:00"]
    assert probe(path).sure == 90


def test_each_part_of_a_day_in_taiwan_begins_a_message(tmp_path: Path) -> None:
    parts = ("午夜12:00", "凌晨4:59", "清晨5:00", "上午8:00", "中午12:00", "下午1:00", "晚上7:00")
    path = chat(tmp_path, *(f"2021/1/31 {part} - " for part in parts))

    hours = ["00:00", "04:59", "05:00", "08:00", "12:00", "13:00", "19:00"]
    assert hours == [time[11:16] for time in times(path)]


@pytest.mark.parametrize(
    "stamps",
    [
        ("1/2/2563 9:00 - ", "1/3/2021 9:00 - ", "1/4/2563 9:00 - "),
        ("1/2/2463 9:00 - ", "1/3/2463 9:00 - ", "1/4/2463 9:00 - "),
    ],
    ids=["some", "before there was WhatsApp"],
)
def test_a_year_that_is_no_year_of_the_buddhists_is_read_as_it_is(
    stamps: tuple[str, ...], tmp_path: Path
) -> None:
    assert [stamp[4:8] for stamp in stamps] == [time[:4] for time in times(chat(tmp_path, *stamps))]


@pytest.mark.parametrize(
    "line",
    [
        "[2021-02-01 12:00:00] production.ERROR: no beans",
        "2021-02-01 12:00:00: INFO: beans",
        "2021-02-01 12:00:00 PM: INFO: beans",
        "[01/02/2021 12:00] <ada> bees: no",
        "01/02/2021, 12:00: Ada: no",
        "[12:00:00 01/02/2021] ERROR: no beans",
    ],
    ids=["brackets", "colon", "half of the day", "nick", "no seconds", "time first"],
)
def test_the_logs_of_programs_are_no_chats(line: str, tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text(f"{line}\n" * 3)

    assert probe(tmp_path / "chat.txt").sure == 0


def test_a_date_with_the_year_first_and_a_comma_is_no_log_s(tmp_path: Path) -> None:
    """Old telephones have a colon behind the time, whatever their dates look like."""
    path = chat(tmp_path, *(f"2016-06-27, {hour}:04:08 PM: " for hour in (8, 9, 10)))

    assert probe(path).sure == 90
    assert [time[:13] for time in times(path)] == ["2016-06-27T20", "2016-06-27T21", "2016-06-27T22"]


def test_an_order_that_dates_do_not_settle_is_said(garden: Path, tmp_path: Path) -> None:
    ambiguous = chat(tmp_path, *("1/2/21, 12:00 - ",) * 3)

    assert repairs(ambiguous) == {"order of day and month assumed": 1}
    assert repairs(garden) == {}


@pytest.mark.parametrize(
    ("day", "assumed"), [("21/2/3", {}), ("21/11/12", {"order of day and month assumed": 1})]
)
def test_that_a_short_year_is_first_is_said_where_it_could_be_a_day(
    day: str, assumed: dict[str, int], tmp_path: Path
) -> None:
    """Days that could be years since there is WhatsApp may come first, however few days the chat took."""
    path = chat(tmp_path, "21/11/10 9:00 - ", "21/11/11 9:00 - ", f"{day} 9:00 - ")

    assert repairs(path) == assumed


def test_a_date_that_is_none_is_a_rejection_with_its_place(tmp_path: Path) -> None:
    path = chat(tmp_path, "31/01/21, 12:00 - ", "41/31/21, 12:00 - ", "31/01/21, 12:01 - ")

    rejections = [str(outcome) for outcome in read(path) if isinstance(outcome, Rejection)]

    assert [f"{path}:2: bad_time: 41-31-21: expected a date and a time of day"] == rejections


def test_what_two_say_is_private_whatever_the_program_says(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        '1/1/21, 12:00 - A named the group "X: y"\n1/1/21, 12:00 - A: secret\n1/1/21, 12:01 - B: secret\n'
    )

    outcomes = read(path)

    assert Counter(one.reason for one in outcomes if isinstance(one, Ignored)) == {
        "private": 2,
        "service": 1,
    }


def test_two_who_ask_meta_ai_are_no_group(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    lines = ["A: @Meta AI how deep?", "Meta AI: 2 m.", "B: thanks"]
    path.write_text("".join(f"31/1/24, 12:00 - {line}\n" for line in lines))

    assert ignored(path) == {"private": 3}


def test_meta_ai_is_nobody_in_a_group(tmp_path: Path) -> None:
    path = chat(tmp_path, *("31/1/24, 12:00 - ",) * 3)
    path.write_text(path.read_text() + "31/1/24, 12:01 - Meta AI: 2 m.\n")

    assert ignored(path) == {"bot": 1}
    assert {"A", "B", "C"} == {deed.actor_name for deed in told(path)}


@pytest.mark.parametrize(
    ("own", "pasted"),
    [
        ("16.01.24, 09:00 - ", "[15.01.24, 18:00:00] "),
        ("[16.01.24, 09:00:00] ", "15.01.24, 18:00 - "),
        ("16.01.24, 09:00 - ", "15.01.24 18.00.00: "),
        ("[16/01/2024, 09:00:00] ", "[15/01/2024, 18:00] "),
        ("[16/01/2024, 09:00:00] ", "[15.01.24, 18:00:00] "),
        ("[16/01/2024, 09:00:00] ", "[1/15/2024, 6:00:00 PM] "),
    ],
    ids=["brackets", "dash", "colon", "minutes", "marks", "halves"],
)
def test_pasted_messages_of_another_telephone_are_the_words_of_who_pasted_them(
    own: str, pasted: str, tmp_path: Path
) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(f"{own}A: look\n{pasted}C: hi\n{pasted}D: yo\n{own}B: only for you\n")

    assert ignored(path) == {"private": 2}


@pytest.mark.parametrize(
    "picture",
    [
        "\u200eimage omitted",
        "\u200eBild weggelassen",
        "\u200evid\u00e9o absente",
        "\u200e<attached: 00000012-PHOTO-2024-01-15-12-31-10.jpg>",
        "\u200eIMG-20240115-WA0001.jpg (file attached)",
    ],
    ids=["omitted", "German", "French", "attached", "file"],
)
def test_who_sends_only_pictures_is_one_of_the_group(picture: str, tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        "[15.01.24, 12:00:00] Beans: \u200eMessages and calls are end-to-end encrypted.\n"
        "[15.01.24, 12:00:10] A: hello\n[15.01.24, 12:01:10] B: hi\n"
        f"\u200e[15.01.24, 12:30:10] C: {picture}\n"
    )

    assert [(one.actor_name, one.text_len) for one in told(path)] == [("A", 5), ("B", 2), ("C", 0)]


@pytest.mark.parametrize(
    ("word", "answer", "votes"),
    [("POLL", "OPTION", "1 vote"), ("UMFRAGE", "OPTION", "2 Stimmen"), ("SONDAGE ", "CHOIX ", "0 vote")],
    ids=["English", "German", "French"],
)
def test_who_sends_only_a_poll_is_one_of_the_group(
    word: str, answer: str, votes: str, tmp_path: Path
) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(
        "[15.01.24, 12:00:10] A: hello\n[15.01.24, 12:01:10] B: hi\n"
        f"[15.01.24, 12:30:10] C: \u200e{word}:\nBeans: when?\n\u200e{answer}: today ({votes})\n"
        f"\u200e{answer}: never (0)\n\n"
    )

    assert [one.actor_name for one in told(path)] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("text", "is_notice"),
    [
        ("\u200eYour security code with Ben Shore changed. Tap to learn more.", True),
        ("\u200eDeine Sicherheitsnummer für Ada hat sich geändert. Tippe, um mehr zu erfahren.", True),
        ("\u200eDu hast +49 170 1234567 hinzugef\u00fcgt\u200e", True),
        ("\u200eimagem omitida", False),
        ("\u200ehình ảnh", False),
        ("\u200eAdagio", False),
        ("\u200eBe quiet", False),
        ("\u200fYour Ada changed.", False),
        ("\u202aBen Shore\u202c is late", False),
        ("Your security code with Ada changed.", False),
        ("\u200eAda.pdf \u200edocument omitted", False),
        ("\u200eGroup with Ada\nand Ben Shore", False),
        ("\u200eBen Shore.vcf (file attached)", False),
        ("\u200eAda list of beans (2).pdf (Datei angehängt)", False),
        ("\u200eBeans . and peas", False),
        ("\u200eVoice call, \u200eNo answer", True),
        ("\u200eVerpasster Videoanruf. \u200eZum Zurückrufen tippen", True),
        ("Voice call, no answer", False),
    ],
    ids=[
        "a name", "a first name", "a number", "a picture", "a picture in another language", "no whole name",
        "a short name", "another sign", "a pasted name", "no sign", "a document", "more lines",
        "a card", "a file with blanks", "a dot", "a call", "a call in another language", "of a call",
    ],
)  # fmt: skip
def test_what_the_program_says_of_somebody_under_a_name_is_left_out(
    text: str, is_notice: bool, tmp_path: Path
) -> None:
    path = tmp_path / "chat.txt"
    people = ("Ada Byron", "Ben Shore", "Be Low", ".", "+49 170 1234567")
    lines = [f"[15.01.24, 12:00:1{n}] {name}: hello\n" for n, name in enumerate(people)]
    path.write_text("".join(lines) + f"[15.01.24, 12:30:10] Ada Byron: {text}\n")

    assert len(told(path)) == len(people) + (not is_notice)


def test_where_all_names_are_short_no_line_is_a_notice(tmp_path: Path) -> None:
    path = chat(tmp_path, *(f"[15.01.24, 12:00:0{second}] " for second in range(3)))
    path.write_text(f"{path.read_text()}[15.01.24, 12:30:10] A: \u200eB and C\n")

    assert len(told(path)) == 4


@pytest.mark.parametrize("sign", ["\u200e", " ", "\u200e "], ids=["marks", "blanks", "both"])
def test_signs_and_blanks_without_end_are_read_in_one_go(sign: str, tmp_path: Path) -> None:
    """Were they looked at from each of them, this would take a quarter of an hour."""
    path = tmp_path / "chat.txt"
    start = "12/03/2021, 10:0"
    path.write_text(f"{start}5 - A: hi\n{start}6 - B: hi\n{start}7 - C: x{sign * 1_000_000}y\n")

    assert [one.text_len for one in told(path)] == [2, 2, 2 + len(sign) * 1_000_000]


def test_swedish_brackets_are_known_by_a_sign_of_direction(tmp_path: Path) -> None:
    stamps = [f"[2024-01-15 12:00:0{second}] " for second in range(3)]
    path = chat(tmp_path, *stamps)
    assert (probe(path).sure, len(times(path))) == (0, 3)

    path.write_text(f"{stamps[0]}Beans: \u200eKrypterade.\n{path.read_text()}")
    assert (probe(path).sure, len(times(path))) == (90, 3)


def test_a_pasted_log_is_the_words_of_who_pasted_it(tmp_path: Path) -> None:
    path = chat(tmp_path, *(f"[15.01.24, 12:00:0{second}] " for second in range(3)))
    path.write_text(f"{path.read_text()}[2024-01-15 12:00:00] production.ERROR: no beans\n")

    assert [one.actor_name for one in told(path)] == ["A", "B", "C"]


def test_text_before_the_first_message_is_set_aside(tmp_path: Path) -> None:
    path = chat(tmp_path, "1/1/21, 12:00 - ")
    path.write_text(f"?\n\n?\n{path.read_text()}")

    outcomes = read(path)

    assert [one.code for one in outcomes if isinstance(one, Rejection)] == ["malformed"]
    assert len(outcomes) == 2


def test_a_chat_is_called_like_its_zip(telephone: Path, tmp_path: Path) -> None:
    packed = tmp_path / "WhatsApp Chat - Beans.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(telephone, "_chat.txt")
        archive.writestr("IMG-1.jpg", b"x")

    assert {message.community for message in told(packed)} == {"Beans"}
    assert probe(packed).sure == 90


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("1/1/21, 12:00 - A: hi\n", 90),
        ("1/1/21, 12:00 - nobody said anything\n", 0),
        ("[2021-01-01 12:00:00] <ada> hi: there\n", 0),
        ("From ada@hill.example Tue Jan  2 10:00:00 2018\n", 0),
        ("hello\n1/1/21, 12:00 - A: hi\n", 0),
        ("\n", 0),
    ],
    ids=["chat", "program", "IRC", "mail", "quoted", "blank"],
)
def test_only_a_chat_is_recognised(text: str, sure: int, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(text)

    assert probe(tmp_path / "x.txt").sure == sure


def test_one_chat_among_many_texts_does_not_hide_them(garden: Path, tmp_path: Path) -> None:
    shutil.copy(garden, tmp_path)
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text("hello")

    assert probe(tmp_path).sure == 55


def test_what_is_no_chat_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("hello")

    with pytest.raises(InputError, match="no chat"):
        read(tmp_path)
    with pytest.raises(InputError, match="no message"):
        read(tmp_path / "x.txt")


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    path = chat(tmp_path, f"1/1/21, 12:00 - {'x' * 2000}")

    with pytest.raises(LimitError, match="a line of more than 1,000 bytes"):
        read(path, Limits(line_bytes=1000))


@given(
    lines=st.lists(
        st.tuples(
            st.from_regex(
                r"\[?[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2},? [0-9]{1,2}:[0-9]{2}\]? ?-? ", fullmatch=True
            ),
            st.sampled_from(["A: ", "B: ", "C: ", "\u200eC: \u200e", ""]),
            st.text(max_size=12),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_text_gives_outcomes_or_an_error_of_ours(
    lines: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("damage") / "x.txt"
    path.write_bytes("\n".join("".join(line) for line in lines).encode("utf-8", "surrogatepass"))

    with suppress(KibbutzError):
        assert all(isinstance(one, Activity | Rejection | Ignored) for one in read(path))


def test_the_real_chats_are_accounted_for_line_by_line(shared: Path) -> None:
    folder = shared / "exports" / "chat-whatsapp"
    for name, accepted in (("2A_5M.txt", 0), ("4A_11M.txt", 11), ("4A_11M.zip", 11)):
        text = (folder / name).with_suffix(".txt").read_text()

        outcomes = read(folder / name)

        assert len(outcomes) == len(text.splitlines()), name
        assert sum(isinstance(one, Activity) for one in outcomes) == accepted, name


@pytest.mark.usefixtures("ends")
def test_the_same_words_again_and_again_within_a_minute_take_time_by_their_number(tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat with Garden.txt"
    lines = [f"1/13/24, 00:01 - {who}: {what}\n" for what in ("yes", "no") for who in ("Ada", "Ben", "Cy")]
    path.write_text("".join(lines) * 4000)

    ids = [outcome.activity_id for outcome in read(path) if isinstance(outcome, Activity)]

    assert len(set(ids)) == len(ids) > 0

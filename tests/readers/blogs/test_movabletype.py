"""Movable Type exports: entries, comments, and lines of hyphens that are no marks.

The fixture proves: hours of the day and of half of it, UTF-8 and Windows-1252 in one line, hyphens inside
texts, an address written as a link, fields repeated in a text, pings, drafts, and what names nobody.
"""

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from declaring import declared
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError, LimitError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.blogs import movabletype
from kibbutz_cli.readers.budget import Budget

END = "-----\n--------\n"


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "movabletype" / "garden.txt"


trial = Trial(movabletype)
read, probe = trial.read, trial.probe


def told(path: Path) -> list[Activity]:
    return [outcome for outcome in read(path) if isinstance(outcome, Activity)]


def export(folder: Path, text: str) -> Path:
    path = folder / "blog.txt"
    path.write_text(text)
    return path


def test_an_entry_is_a_post_of_its_author(garden: Path) -> None:
    post = told(garden)[0]

    assert (post.kind, post.actor_name, post.role, post.target) == (Kind.POST, "ada", "blog-author", None)
    assert (post.community, post.thread_id) == ("garden", post.activity_id)
    assert post.actor.startswith("movabletype:name-")


def test_two_blogs_of_one_folder_are_two(garden: Path, tmp_path: Path) -> None:
    for name in ("hill.txt", "shore.txt"):
        (tmp_path / name).write_bytes(garden.read_bytes())

    deeds = told(tmp_path)

    assert {deed.community for deed in deeds} == {"hill", "shore"}
    assert len({deed.activity_id for deed in deeds}) == 2 * len(told(garden))


def test_midnight_is_twelve_and_of_no_zone(garden: Path) -> None:
    post = told(garden)[0]

    assert post.published is not None
    assert post.published.isoformat() == "2006-03-01T00:30:00+00:00"
    assert post.clock is Clock.ZONE_ASSUMED


def test_hyphens_in_a_text_end_nothing(garden: Path) -> None:
    body, rest = "I plant them\n-----\n\nin May.", "Café … late."

    assert len(f"{body}\n\n{rest}") == told(garden)[0].text_len


def test_stray_bytes_are_read_each_for_itself_and_counted(garden: Path) -> None:
    budget = Budget(Limits(), str(garden))

    read(garden, budget=budget)

    assert budget.repairs == {"bytes that are not UTF-8 read as Windows-1252": 1}


def test_a_line_nobody_knows_is_told_and_the_fields_of_a_blog_are_none(tmp_path: Path) -> None:
    head = "AUTHOR: ada\nTITLE: Beans\nMOOD: fine\nCF50_SOIL: heavy\nDATE: 03/01/2006 12:30:00 AM\n"
    path = export(tmp_path, f"{head}-----\nBODY:\nPeas\nWEATHER: rain\n{END}")
    budget = Budget(Limits(), str(path))

    assert len(read(path, budget=budget)) == 1
    assert budget.unknown == {"MOOD": 1}


def test_a_comment_is_towards_the_author_of_its_entry(garden: Path) -> None:
    post, comment = told(garden)

    assert (comment.kind, comment.actor_name) == (Kind.REPLY, "Ben")
    assert (comment.object_id, comment.thread_id) == (post.activity_id,) * 2
    assert (comment.target, comment.target_name) == (post.actor, "ada")
    assert comment.published is not None
    assert comment.published.isoformat() == "2006-03-01T14:00:00+00:00"


def test_an_address_is_not_kept(garden: Path) -> None:
    comment = told(garden)[1]

    assert comment.actor.startswith("movabletype:mail-")
    assert "vale" not in comment.actor


def test_the_own_words_of_a_comment_are_what_is_neither_field_nor_quote(garden: Path) -> None:
    assert len("URL: is not one here\n\n--------\nso late?") == told(garden)[1].text_len


def test_what_is_left_out_is_counted(garden: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    assert ignored == {"no_author": 2, "not_activity": 1, "draft": 2}


def test_a_month_13_is_set_aside_with_its_line(garden: Path) -> None:
    rejections = [str(outcome) for outcome in read(garden) if isinstance(outcome, Rejection)]

    assert rejections == [f"{garden}:43: bad_time: DATE: '13/01/2006 14:30:00': expected MM/DD/YYYY hh:mm:ss"]


def test_an_entry_with_an_address_is_known_by_it_and_names_the_blog(tmp_path: Path) -> None:
    path = export(
        tmp_path, f"AUTHOR: ada\nUNIQUE URL: http://Garden.example/beans.html\n-----\nBODY:\nx\n{END}"
    )

    (post,) = told(path)

    assert (post.activity_id, post.community) == ("http://Garden.example/beans.html", "garden.example")
    assert post.clock is Clock.MISSING


def test_a_mark_before_the_first_entry_ends_nothing(tmp_path: Path) -> None:
    path = export(tmp_path, f"--------\nAUTHOR: ada\nTITLE: x\n-----\nCOMMENT:\nAUTHOR: Ben\n{END}")

    assert [deed.text_len for deed in told(path)] == [0, 0]


@pytest.mark.parametrize(
    "behind",
    [
        "CF3_SOIL: heavy\nCF3_sun-hours: 6\n-----\nCF3_NOTES:\nlime\n\nand sand\n-----\n",
        "-----\n",
        "\n-----\n-----\n",
    ],
    ids=["a blog's own fields", "empty part", "empty parts"],
)
def test_parts_without_words_of_a_person_are_not_those_of_the_comment_before(
    behind: str, tmp_path: Path
) -> None:
    comment = "COMMENT:\nAUTHOR: Ben\nDATE: 03/01/2006 14:30:00\nyes\n-----\n"
    entry = f"AUTHOR: ada\nTITLE: x\n-----\nBODY:\npeas\n-----\n{comment}{behind}"
    path = export(tmp_path, f"{entry}{comment.replace('Ben', 'Cleo')}--------\n{entry}--------\n")

    assert [deed.text_len for deed in told(path)] == [4, 3, 3, 4, 3]


def test_two_marks_in_a_text_end_nothing_where_no_part_follows(tmp_path: Path) -> None:
    path = export(tmp_path, f"AUTHOR: ada\nTITLE: x\n-----\nBODY:\npeas\n-----\n-----\nbeans\n{END}")

    assert [deed.text_len for deed in told(path)] == [len("peas\n-----\n-----\nbeans")]


def test_the_line_between_entries_may_stand_before_each(tmp_path: Path) -> None:
    entry = "--------\nAUTHOR: ada\nTITLE: {}\n-----\nBODY:\nx\n-----\n"
    path = export(tmp_path, entry.format(1) + entry.format(2))

    assert probe(path).sure == 90
    assert len(told(path)) == 2


def test_an_author_who_has_an_address_is_who_comments_with_it(tmp_path: Path) -> None:
    comment = "COMMENT:\nAUTHOR: A.\nEMAIL: Ada@hill.example\nyes\n"
    fields = "AUTHOR: ada\nAUTHOR EMAIL: ada@hill.example\nTITLE: x\n"

    post, answer = told(export(tmp_path, f"{fields}-----\nBODY:\nx\n-----\n{comment}{END}"))

    assert post.actor == answer.actor == answer.target
    assert post.actor.startswith("movabletype:mail-")


def test_the_same_comment_twice_has_one_id(tmp_path: Path) -> None:
    comment = "COMMENT:\nAUTHOR: Ben\nDATE: 03/01/2006 14:30:00\nyes\n-----\n"
    path = export(tmp_path, f"AUTHOR: ada\nTITLE: x\n-----\nBODY:\nx\n-----\n{comment}{comment}--------\n")

    assert len({deed.activity_id for deed in told(path)}) == 2


@pytest.mark.parametrize(
    ("date", "at"),
    [
        ("03/01/2006 12:00:00 PM", "2006-03-01T12:00:00+00:00"),
        ("3/1/2006 1:05 pm", "2006-03-01T13:05:00+00:00"),
        ("2006-03-01 13:05:00", "2006-03-01T13:05:00+00:00"),
        ("03/01/2006 13:05:00 PM", "2006-03-01T13:05:00+00:00"),
        ("03/01/2006 00:05:00 AM", "2006-03-01T00:05:00+00:00"),
        ("03/01/2006 9:5:0", "2006-03-01T09:05:00+00:00"),
        ("03/01/2006 25:05:00 PM", None),
        ("yesterday", None),
    ],
)
def test_a_date_is_read_in_every_notation(date: str, at: str | None, tmp_path: Path) -> None:
    path = export(tmp_path, f"AUTHOR: ada\nTITLE: x\nDATE: {date}\n-----\nBODY:\nx\n{END}")

    assert [str(at)] * (at is not None) == [
        str(post.published and post.published.isoformat()) for post in told(path)
    ]


def test_what_fc2_tells_of_a_comment_is_no_words_and_a_secret_one_is_not_read(tmp_path: Path) -> None:
    known = "AUTHOR: {}\nEMAIL: {}@hill.example\nDATE: 03/01/2006 14:30:00\n"
    comment = f"COMMENT:\n{known}SECRET: {{}}\nPASS: 0a1b\nyes\n"
    both = comment.format("Ben", "ben", 0) + "-----\n" + comment.format("Cleo", "cleo", 1)
    path = export(tmp_path, f"AUTHOR: ada\nTITLE: x\n-----\nBODY:\nx\n-----\n{both}{END}")

    (_, answer), left_out = told(path), [each for each in read(path) if isinstance(each, Ignored)]

    assert (answer.actor_name, answer.text_len) == ("Ben", len("yes"))
    assert [each.reason for each in left_out] == ["private"]
    assert declared(path).keys() == {answer.actor}


def test_an_old_clock_is_not_believed(tmp_path: Path) -> None:
    path = export(tmp_path, f"AUTHOR: ada\nDATE: 01/01/1980 00:00:00\n-----\nBODY:\nx\n{END}")

    assert [post.clock for post in told(path)] == [Clock.IMPLAUSIBLE]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"hello\n-----\nBODY:\nx\n{END}", "malformed"),
        (f"AUTHOR: ada\nUNIQUE URL: http://x/{'u' * 5000}\n-----\nBODY:\nx\n{END}", "malformed"),
    ],
    ids=["no fields", "long id"],
)
def test_a_senseless_entry_is_set_aside(text: str, code: str, tmp_path: Path) -> None:
    (outcome,) = read(export(tmp_path, text))

    assert isinstance(outcome, Rejection)
    assert outcome.code == code


@pytest.mark.parametrize("breaks", [b"\r\n", b"\r"])
def test_every_kind_of_line_break_is_one(breaks: bytes, garden: Path, tmp_path: Path) -> None:
    (tmp_path / "garden.txt").write_bytes(garden.read_bytes().replace(b"\n", breaks))

    assert probe(tmp_path / "garden.txt").sure == 90
    assert [deed.activity_id for deed in told(tmp_path / "garden.txt")] == [
        deed.activity_id for deed in told(garden)
    ]


def test_an_export_is_recognised_in_a_folder_and_alone(garden: Path) -> None:
    assert [probe(garden).sure, probe(garden.parent).sure] == [90, 90]


@pytest.mark.parametrize(
    "text",
    [
        "Subject: x\nFrom: y\n-----\nBODY:\nz\n",
        "AUTHOR: x\nTITLE: y\n\n-----\nhello\n",
        "-----\nBODY:\n",
        "",
        "BEGIN:VEVENT\r\nSUMMARY:Sowing\r\nEND:VEVENT\r\n" * 100,
    ],
)
def test_other_texts_are_left_to_their_readers(text: str, tmp_path: Path) -> None:
    assert probe(export(tmp_path, text or "x")).sure == 0


@pytest.mark.parametrize("lost", [1, 2])
def test_an_export_that_ends_within_an_entry_is_refused(lost: int, garden: Path, tmp_path: Path) -> None:
    lines = garden.read_bytes().splitlines(keepends=True)
    (tmp_path / "cut.txt").write_bytes(b"".join(lines[:-lost]))

    with pytest.raises(InputError, match=r"cut\.txt:\d+: truncated: expected a line --------"):
        read(tmp_path / "cut.txt")


def test_a_file_saved_as_utf_16_says_the_same(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "garden.txt").write_bytes(garden.read_bytes().decode("cp1252").encode("utf-16"))

    assert [deed.activity_id for deed in told(tmp_path / "garden.txt")] == [
        deed.activity_id for deed in told(garden)
    ]


@pytest.mark.parametrize(
    ("limits", "what"),
    [
        (Limits(line_bytes=20), "a line of more than 20"),
        (Limits(text_bytes=100), "an entry of more than 100"),
    ],
)
def test_what_is_longer_than_the_limits_is_refused(limits: Limits, what: str, garden: Path) -> None:
    with pytest.raises(LimitError, match=what):
        read(garden, limits)


@given(st.data())
def test_damage_is_refused_or_counted(
    fixtures: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = (fixtures / "movabletype" / "garden.txt").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path = tmp_path_factory.mktemp("damage") / "garden.txt"
    path.write_bytes(
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )

    with suppress(KibbutzError):
        read(path)


@pytest.mark.parametrize("file", ["movabletype-sample.txt", "aereal-mt-ok.txt"])
def test_the_real_exports_are_read_whole(shared: Path, file: str) -> None:
    path = shared / "exports" / "movable-type" / file
    lines = path.read_bytes().splitlines()

    outcomes = read(path)

    assert lines.count(b"--------") + lines.count(b"COMMENT:") == len(outcomes)
    assert lines.count(b"STATUS: Draft") == sum(isinstance(outcome, Ignored) for outcome in outcomes)
    posts = Counter(post.actor_name for post in told(path) if post.kind is Kind.POST)
    assert sum(posts.values()) == lines.count(b"STATUS: Publish")

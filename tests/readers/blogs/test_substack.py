"""Substack exports: what a publication posted, and what is left out.

The fixture proves: cells over two lines, both spellings of true, drafts, posts for paying subscribers, a
time that is none, a row without id and one cut short, a post without its file, quotes, and buttons that
name the publication.
"""

import shutil
from collections import Counter
from contextlib import suppress
from csv import DictReader
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError, LimitError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.blogs import substack
from kibbutz_cli.readers.budget import Budget

HOST = "garden.substack.com"
HEADER = "post_id,post_date,is_published,audience\n"


@pytest.fixture
def export(fixtures: Path) -> Path:
    return fixtures / "substack" / "export"


trial = Trial(substack)
read, told, probe = trial.read, trial.told, trial.probe


def test_a_post_is_of_the_publication(export: Path) -> None:
    post = told(export)[f"{HOST}/201.beans"]

    assert (post.kind, post.actor, post.community) == (Kind.POST, f"substack:{HOST}", HOST)
    assert (post.thread_id, post.target) == (post.activity_id, None)
    assert post.published is not None
    assert post.published.isoformat() == "2020-03-01T10:00:00.500000+00:00"


def test_quotes_and_buttons_are_not_counted(export: Path) -> None:
    assert len("I plant them in May.\n\n\n\nSee another.") == told(export)[f"{HOST}/201.beans"].text_len
    assert len("Say it") == told(export)[f"{HOST}/207.notes"].text_len


def test_a_post_without_its_file_has_no_words_and_is_counted(export: Path) -> None:
    budget = Budget(Limits(), str(export))

    read(export, budget=budget)

    assert budget.repairs == {"posts without their HTML file": 1}


def test_a_post_without_a_time_is_undated(export: Path) -> None:
    assert told(export)[f"{HOST}/207.notes"].clock is Clock.MISSING


def test_a_column_nobody_knows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("post_id,post_date,is_published,mood\n7,2024-01-01T10:00:00Z,true,fine\n8,,true,\n")
    budget = Budget(Limits(), str(path))

    assert len(read(path, budget=budget)) == 2
    assert budget.unknown == {"mood": 2}


def test_drafts_and_posts_for_some_are_left_out(export: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(export) if isinstance(outcome, Ignored))

    assert ignored == {"draft": 1, "private": 1}


def test_what_makes_no_sense_is_set_aside_with_its_row(export: Path) -> None:
    rejections = [str(outcome) for outcome in read(export) if isinstance(outcome, Rejection)]

    table = f"{export}!posts.csv"
    assert rejections == [
        f"{table}:5: bad_time: post_date: '2020-13-04T10:00:00.000Z': expected an ISO 8601 time",
        f"{table}:6: no_id: post_id: expected the number of the post",
        f"{table}:7: malformed: 2 cells: expected 9",
    ]


@pytest.mark.parametrize(
    ("files", "host"),
    [
        (("posts.csv", "email_list.garden.csv"), "garden.substack.com"),
        (("posts.csv",), "plain"),
    ],
)
def test_a_publication_without_buttons_is_named_by_its_files(
    files: tuple[str, ...], host: str, tmp_path: Path
) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    for file in files:
        (folder / file).write_text(HEADER + "1.x,2020-03-01,true,everyone\n")

    assert [host] == [post.community for post in told(folder).values()]


OTHER = "https://hill.substack.com"
CARD = (
    f'<div class="embedded-publication"><a class="embedded-publication-link-part" href="{OTHER}">Hill</a>'
    f'<form class="embedded-publication-subscribe" action="{OTHER}/subscribe?"><b>Subscribe</b></form></div>'
)


def test_a_card_of_another_publication_is_neither_its_own_name_nor_its_words(tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text(HEADER + "1.x,2020-03-01,true,everyone\n")
    (tmp_path / "email_list.garden.csv").touch()
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "1.x.html").write_text(f"<p>Read this.</p>{CARD}")

    (post,) = told(tmp_path).values()

    assert (post.community, post.text_len) == (HOST, len("Read this."))


def test_a_table_alone_is_named_by_its_file(export: Path) -> None:
    assert {"posts"} == {post.community for post in told(export / "posts.csv").values()}


def test_an_export_says_the_same_in_a_folder_of_a_zip(export: Path, tmp_path: Path) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "x"), "zip", export.parent))

    assert set(told(export)) == set(told(packed))
    assert [probe(path).sure for path in (export, packed, export / "posts.csv")] == [95] * 3


@pytest.mark.parametrize("text", ["id,title\n1,x\n", "post_id,post_date\n1,2\n", "\n"])
def test_other_tables_are_left_to_their_readers(text: str, tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text(text)

    assert probe(tmp_path / "posts.csv").sure == 0
    with pytest.raises(InputError, match=r"no posts\.csv"):
        read(tmp_path / "posts.csv")


@pytest.mark.parametrize("row", ['1.x,2020-03-01,true,"every', "1.x,2020-0"], ids=["quoted", "cells"])
def test_a_truncated_table_is_refused(row: str, tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text(HEADER + row)

    with pytest.raises(InputError, match=r"posts\.csv:2: truncated"):
        read(tmp_path / "posts.csv")


def test_a_table_whose_first_row_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text(HEADER.replace("audience", '"a"udience'))

    with pytest.raises(InputError, match=r"posts\.csv:1: not CSV"):
        read(tmp_path / "posts.csv")


def test_quotes_inside_a_cell_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text(HEADER + '1.x,"a"b,true,\n\n2.x,,true,\n')

    assert [type(outcome) for outcome in read(tmp_path / "posts.csv")] == [Rejection, Activity]


def test_an_id_beyond_all_bounds_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text(HEADER + f"{'1' * 5000},,true,\n")

    assert [type(outcome) for outcome in read(tmp_path / "posts.csv")] == [Rejection]


def test_a_post_longer_than_the_limits_is_refused(export: Path) -> None:
    with pytest.raises(LimitError, match=r"201\.beans\.html: more than 100 bytes"):
        read(export, Limits(text_bytes=100))


@given(st.data())
def test_damage_is_refused_or_counted(
    fixtures: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = (fixtures / "substack" / "export" / "posts.csv").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path = tmp_path_factory.mktemp("damage") / "posts.csv"
    path.write_bytes(
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )

    with suppress(KibbutzError):
        read(path)


def test_the_real_export_is_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "substack"
    with (folder / "posts.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(DictReader(stream))

    posts = told(folder)

    published = [row["post_id"] for row in rows if row["is_published"] == "TRUE"]
    assert [f"example.substack.com/{number}" for number in published] == list(posts)
    assert len(rows) == len(read(folder))
    assert all(post.text_len for post in posts.values())

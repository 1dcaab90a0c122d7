"""Disqus exports: who wrote below which page, to whom, and what is left out."""

import gzip
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.comments import disqus
from kibbutz_cli.testing.reading import read as told_by

ROOT = b'<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">'


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "disqus" / "garden.xml"


trial = Trial(disqus)
read, told, probe = trial.read, trial.told, trial.probe


def export(folder: Path, *elements: str) -> Path:
    path = folder / "export.xml"
    path.write_bytes(ROOT + "".join(elements).encode() + b"</disqus>")
    return path


def test_a_thread_is_a_post_of_whom_it_names(garden: Path) -> None:
    thread = told(garden)["thread-10"]

    assert (thread.kind, thread.actor, thread.actor_name) == (Kind.POST, "disqus:ada", "Ada")
    assert (thread.community, thread.thread_id, thread.target) == ("garden", "thread-10", None)


def test_a_part_of_another_namespace_is_an_extension_and_no_drift(tmp_path: Path) -> None:
    path = export(
        tmp_path,
        '<thread dsq:id="1"><x:mood/><mood/><author><username>ada</username><age>7</age></author></thread>',
        '<post dsq:id="2"><thread dsq:id="1"/><dsq:likes>3</dsq:likes><likes>3</likes></post>',
    )

    assert told_by(disqus, str(path)).unknown == {"thread.mood": 1, "author.age": 1, "likes": 1}


def test_a_comment_below_the_page_is_towards_its_author(garden: Path) -> None:
    comment = told(garden)["post-100"]

    assert (comment.kind, comment.actor) == (Kind.REPLY, "disqus:ben-1")
    assert (comment.object_id, comment.thread_id) == ("thread-10", "thread-10")
    assert (comment.target, comment.target_name) == ("disqus:ada", "Ada")
    assert comment.published is not None
    assert comment.published.isoformat() == "2020-03-02T08:00:00+00:00"


def test_an_answer_is_towards_whoever_wrote_what_it_answers(garden: Path) -> None:
    answer = told(garden)["post-101"]

    assert (answer.object_id, answer.target, answer.target_name) == ("post-100", "disqus:ben-1", "Ben")


def test_quoted_words_are_not_counted(garden: Path) -> None:
    assert len("In May.") == told(garden)["post-101"].text_len


def test_a_guest_is_known_by_the_address_which_is_not_kept(garden: Path, tmp_path: Path) -> None:
    author = "<author><email>cleo@vale.example</email><name>C.</name></author>"
    same = export(tmp_path, f'<post dsq:id="1"><forum>garden</forum>{author}</post>')

    guest = told(garden)["post-101"].actor

    assert guest.startswith("disqus:mail-")
    assert guest.endswith("@garden")
    assert "vale" not in guest
    assert guest == told(same)["post-1"].actor


def test_a_comment_without_an_id_is_known_by_the_one_it_was_imported_with(garden: Path) -> None:
    comment = told(garden)["garden/id-7001"]

    assert comment.actor.startswith("disqus:guest-")


def test_an_orphan_names_what_it_answers_and_is_towards_nobody(garden: Path) -> None:
    orphan = told(garden)["post-107"]

    assert (orphan.object_id, orphan.thread_id, orphan.target) == ("post-55", "thread-99", None)


def test_what_is_left_out_is_counted(garden: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    assert ignored == {"not_activity": 1, "no_author": 2, "deleted": 3, "spam": 1}


@pytest.mark.parametrize(("mark", "reason"), [("isSpam", "spam"), ("isDeleted", "deleted")])
def test_a_thread_that_is_gone_is_left_out_with_all_below_it(tmp_path: Path, mark: str, reason: str) -> None:
    by = "<author><name>Ada</name><username>ada</username></author>"
    thread = f'<thread dsq:id="1"><forum>garden</forum>{by}<{mark}>true</{mark}></thread>'
    path = export(tmp_path, f'{thread}<post dsq:id="2">{by}<thread dsq:id="1"/></post>')

    assert [getattr(outcome, "reason", None) for outcome in read(path)] == [reason, reason]


def test_a_comment_that_waits_for_a_moderator_is_left_out(tmp_path: Path) -> None:
    post = '<post dsq:id="1"><isApproved>false</isApproved><author><name>Ben</name></author></post>'

    assert [getattr(outcome, "reason", None) for outcome in read(export(tmp_path, post))] == ["held"]


def test_what_makes_no_sense_is_set_aside_with_its_place(garden: Path) -> None:
    rejections = [str(outcome) for outcome in read(garden) if isinstance(outcome, Rejection)]

    assert rejections == [
        f"{garden}:11: bad_time: createdAt: '2020-13-02T12:00:00Z': expected an ISO 8601 time",
        f"{garden}:12: no_id: post: expected a dsq:id",
    ]


def test_an_id_without_quotes_is_mended_and_counted(garden: Path) -> None:
    budget = Budget(Limits(), str(garden))

    read(garden, budget=budget)

    assert budget.repairs == {"ids without quotes read as quoted": 1}


@pytest.mark.parametrize("size", [64 * 1024 + shift for shift in range(-20, 24)])
def test_an_id_without_quotes_is_mended_wherever_the_file_is_cut(size: int, tmp_path: Path) -> None:
    filler = "<!--" + "x" * (size - len(ROOT) - 60) + "-->"
    post = '<post dsq:id="1"><author><name>Ben</name></author><thread dsq:id=77/></post>'

    (comment,) = told(export(tmp_path, filler, post)).values()

    assert comment.thread_id == "thread-77"


def test_an_id_that_a_text_speaks_of_is_left_alone(tmp_path: Path) -> None:
    post = '<post dsq:id="1"><message>dsq:id=7</message><author><name>Ben</name></author></post>'
    path = export(tmp_path, post)
    budget = Budget(Limits(), str(path))

    read(path, budget=budget)

    assert budget.repairs == {}


def test_a_long_note_in_front_changes_nothing(garden: Path, tmp_path: Path) -> None:
    note = b"<!--" + b"x" * 200_000 + b"-->"
    (tmp_path / "garden.xml").write_bytes(garden.read_bytes().replace(b"<disqus", note + b"<disqus", 1))

    assert set(told(tmp_path / "garden.xml")) == set(told(garden))


def test_a_thread_without_an_id_is_set_aside(tmp_path: Path) -> None:
    (outcome,) = read(export(tmp_path, "<thread><author><username>ada</username></author></thread>"))

    assert isinstance(outcome, Rejection)
    assert outcome.code == "no_id"


def test_a_comment_without_a_time_is_undated(tmp_path: Path) -> None:
    (comment,) = told(export(tmp_path, '<post dsq:id="1"><author><name>Ben</name></author></post>')).values()

    assert (comment.ts_us, comment.clock) == (None, Clock.MISSING)
    assert comment.community == "export.xml"


def test_a_member_id_beyond_all_bounds_is_set_aside(tmp_path: Path) -> None:
    author = f"<author><username>{'u' * 5000}</username></author>"

    (outcome,) = read(export(tmp_path, f'<post dsq:id="1">{author}</post>'))

    assert isinstance(outcome, Rejection)
    assert outcome.code == "malformed"


def test_html_that_was_not_escaped_is_read_as_text(tmp_path: Path) -> None:
    post = '<post dsq:id="1"><message>so <b>be</b> it</message><author><name>Ben</name></author></post>'

    assert [len("so be it")] == [comment.text_len for comment in told(export(tmp_path, post)).values()]


def test_an_export_is_recognised_alone_packed_and_in_an_archive(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "garden.xml.gz").write_bytes(gzip.compress(garden.read_bytes()))
    archive = Path(shutil.make_archive(str(tmp_path / "all"), "zip", garden.parent))

    for path in (garden, garden.parent, tmp_path / "garden.xml.gz", archive):
        assert probe(path).sure == 95
        assert set(told(path)) == set(told(garden))


@pytest.mark.parametrize(
    "text", ["<rss>disqus.com</rss>", "<disqus>", "{}", "see http://disqus.com/disqus-internals"]
)
def test_other_files_are_left_to_their_readers(text: str, tmp_path: Path) -> None:
    (tmp_path / "other.xml").write_text(text)

    assert probe(tmp_path / "other.xml").sure == 0


def test_a_truncated_export_is_refused(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.xml").write_bytes(garden.read_bytes()[:-20])

    with pytest.raises(InputError, match=r"cut\.xml:\d+: truncated"):
        read(tmp_path / "cut.xml")


def test_another_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.xml").write_text("<rss><channel/></rss>")

    with pytest.raises(InputError, match="<rss>: expected <disqus>"):
        read(tmp_path / "other.xml")


@given(st.data())
def test_damage_is_refused_or_counted(
    fixtures: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = (fixtures / "disqus" / "garden.xml").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path = tmp_path_factory.mktemp("damage") / "garden.xml"
    path.write_bytes(
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )

    with suppress(KibbutzError):
        read(path)


def test_every_real_export_accounts_for_every_element(shared: Path) -> None:
    for path in sorted((shared / "exports" / "disqus-xml").glob("*.xml")):
        text = path.read_text(encoding="utf-8")
        elements = sum(text.count(f"\n    <{tag}") for tag in ("category", "thread", "post"))

        outcomes = read(path)

        assert len(outcomes) == elements


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("isso-disqus", {"Activity": 7, "not_activity": 1, "no_author": 1, "deleted": 1}),
        ("remark42-disqus", {"Activity": 6, "not_activity": 1, "spam": 1, "bad_time": 1}),
        (
            "remark42-disqus-deleted-post",
            {"Activity": 5, "not_activity": 1, "spam": 1, "bad_time": 1, "deleted": 1},
        ),
        ("remark42-disqus-deleted-thread", {"Activity": 3, "not_activity": 1, "deleted": 5}),
    ],
)
def test_the_real_exports_are_read_whole(shared: Path, file: str, counts: dict[str, int]) -> None:
    outcomes = read(shared / "exports" / "disqus-xml" / f"{file}.xml")

    assert counts == Counter(
        str(
            getattr(outcome, "reason", "")
            if isinstance(outcome, Ignored)
            else getattr(outcome, "code", "Activity")
        )
        for outcome in outcomes
    )

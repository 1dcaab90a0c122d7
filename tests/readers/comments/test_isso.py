"""Comments of isso: the importer's format, answers of the server, and what is left out.

The fixtures prove: pages known by path and by address, guests with and without an address, quotes, answers,
comments that wait or were deleted, likes, and times in both notations.
"""

import json
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Clock, Ignored, Kind, Rejection
from kibbutz_cli.readers.comments import isso

ANSWERED = {
    "id": 1,
    "parent": None,
    "text": "x",
    "mode": 1,
    "likes": 0,
    "dislikes": 0,
    "hash": "h",
    "created": 1583136000,
}


@pytest.fixture
def generic(fixtures: Path) -> Path:
    return fixtures / "isso" / "generic.json"


@pytest.fixture
def page(fixtures: Path) -> Path:
    return fixtures / "isso" / "page.json"


trial = Trial(isso)
read, told, probe = trial.read, trial.told, trial.probe


def latest(folder: Path, *comments: object) -> Path:
    path = folder / "latest.json"
    path.write_text(json.dumps(comments))
    return path


def test_words_are_counted_as_they_are_read_not_as_they_are_rendered(tmp_path: Path) -> None:
    quoting = "<blockquote><p>Late?</p></blockquote>\n<p>Yes, <em>late</em>.</p>"

    (comment,) = told(latest(tmp_path, ANSWERED | {"text": quoting, "author": "Ada"})).values()

    assert comment.text_len == len("Yes, late.")


def test_a_comment_is_below_its_page(generic: Path) -> None:
    comment = told(generic)["generic/beans/#comment-0"]

    assert (comment.kind, comment.actor_name, comment.target) == (Kind.REPLY, "Ada", None)
    assert (comment.object_id, comment.thread_id) == ("generic/beans/", "generic/beans/")
    assert (comment.community, comment.clock) == ("generic", Clock.ZONE_ASSUMED)
    assert comment.published is not None
    assert comment.published.isoformat() == "2020-03-02T08:00:00+00:00"


def test_a_page_with_an_address_is_on_its_host(generic: Path) -> None:
    comment = told(generic)["https://Garden.example/peas/#comment-1"]

    assert (comment.community, comment.thread_id) == ("garden.example", "https://Garden.example/peas/")


def test_a_guest_is_known_by_the_address_which_is_not_kept(generic: Path) -> None:
    ada, ben = (told(generic)[f"generic/beans/#comment-{number}"].actor for number in (0, 1))

    assert ada.startswith("isso:mail-")
    assert ben.startswith("isso:guest-")
    assert "hill" not in ada


def test_quoted_lines_are_not_counted(generic: Path) -> None:
    assert len("In May.") == told(generic)["generic/beans/#comment-1"].text_len


def test_what_is_left_out_or_senseless_is_counted(generic: Path) -> None:
    outcomes = read(generic)

    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)] == ["no_author"]
    assert [str(outcome) for outcome in outcomes if isinstance(outcome, Rejection)] == [
        f"{generic}:2: bad_time: created: expected a time or seconds since 1970"
    ]


def test_the_server_names_a_commenter_by_its_own_hash(page: Path) -> None:
    comment = told(page)["page#comment-10"]

    assert (comment.actor, comment.like_count, comment.clock) == ("isso:aaa111@page", 2, Clock.EXACT)
    assert (comment.object_id, comment.ts_us) == ("page", 1_583_136_000_500_000)


def test_the_server_escapes_names_as_for_html(tmp_path: Path) -> None:
    comment = ANSWERED | {"author": "Ada &amp; Ben &lt;3"}

    assert told(latest(tmp_path, comment))["latest#comment-1"].actor_name == "Ada & Ben <3"


def test_the_importers_format_has_names_as_they_are(tmp_path: Path) -> None:
    comment = {"id": 0, "author": "Ada &amp; Ben", "email": "", "website": "", "remote_addr": "", "text": "x"}

    (deed,) = told(latest(tmp_path, {"id": "/beans/", "comments": [comment]})).values()

    assert deed.actor_name == "Ada &amp; Ben"


def test_an_answer_is_towards_whoever_wrote_what_it_answers(page: Path) -> None:
    answer = told(page)["page#comment-11"]

    assert (answer.object_id, answer.target, answer.target_name) == (
        "page#comment-10",
        "isso:aaa111@page",
        "Ada",
    )


def test_comments_that_wait_or_were_deleted_are_left_out(page: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(page) if isinstance(outcome, Ignored))

    assert ignored == {"deleted": 1, "held": 1}


def test_the_latest_comments_name_their_pages(tmp_path: Path) -> None:
    (comment,) = told(latest(tmp_path, ANSWERED | {"uri": "/beans/"})).values()

    assert (comment.activity_id, comment.thread_id) == ("latest#comment-1", "latest/beans/")


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        (ANSWERED | {"id": None}, "no_id"),
        (ANSWERED | {"created": 1e15}, "bad_time"),
        (ANSWERED | {"created": []}, "bad_time"),
        (ANSWERED | {"hash": "h" * 5000}, "malformed"),
        (7, "malformed"),
        (ANSWERED | {"created": 1e999}, "bad_number"),
    ],
    ids=["no id", "far future", "list", "long hash", "no object", "infinite"],
)
def test_a_senseless_comment_is_set_aside(comment: object, code: str, tmp_path: Path) -> None:
    (outcome,) = read(latest(tmp_path, comment))

    assert isinstance(outcome, Rejection)
    assert outcome.code == code


@pytest.mark.parametrize(("created", "clock"), [(None, Clock.MISSING), (0, Clock.IMPLAUSIBLE)])
def test_a_time_that_is_none_says_so(created: object, clock: Clock, tmp_path: Path) -> None:
    (comment,) = told(latest(tmp_path, ANSWERED | {"created": created})).values()

    assert comment.clock is clock


def test_its_files_are_recognised(generic: Path, page: Path, tmp_path: Path) -> None:
    paths = (generic, page, generic.parent, latest(tmp_path, ANSWERED))

    assert [probe(path).sure for path in paths] == [85] * 4


@pytest.mark.parametrize("text", ['[{"comments": [{"id": 1}]}]', '{"replies": []}', '[{"hash": "h"}]', "[]"])
def test_other_json_is_left_to_its_reader(text: str, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(text)

    assert probe(tmp_path / "other.json").sure == 0


@pytest.mark.parametrize("file", ["generic.json", "page.json"])
def test_a_truncated_file_is_refused(fixtures: Path, file: str, tmp_path: Path) -> None:
    (tmp_path / file).write_bytes((fixtures / "isso" / file).read_bytes()[:-6])

    with pytest.raises(InputError, match="truncated"):
        read(tmp_path / file)


@given(st.data())
def test_damage_is_refused_or_counted(
    fixtures: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    file = data.draw(st.sampled_from(["generic.json", "page.json"]))
    whole = (fixtures / "isso" / file).read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path = tmp_path_factory.mktemp("damage") / file
    path.write_bytes(
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )

    with suppress(KibbutzError):
        read(path)


def test_the_real_file_is_read_whole(shared: Path) -> None:
    path = shared / "exports" / "comments-other" / "isso-generic.json"
    threads = json.loads(path.read_text())

    comments = told(path).values()

    assert sum(len(thread["comments"]) for thread in threads) == len(comments)
    assert [comment["author"] for thread in threads for comment in thread["comments"]] == [
        comment.actor_name for comment in comments
    ]

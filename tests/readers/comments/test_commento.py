"""Commento exports: who wrote what, to whom, and what is left out.

The fixture proves: moderators, anonymous and unknown commenters, answers, quotes, scores, comments that
wait, were flagged or deleted, and the name of an array inside a text.
"""

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Clock, Ignored, Kind, Rejection
from kibbutz_cli.readers.comments import commento

GOOD = {"commentHex": "c", "commenterHex": "a", "creationDate": "2020-03-02T08:00:00Z"}


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "commento" / "garden.json"


trial = Trial(commento)
read, told, probe = trial.read, trial.told, trial.probe


def export(folder: Path, *comments: object, commenters: Sequence[object] = ()) -> Path:
    path = folder / "export.json"
    path.write_text(json.dumps({"version": 1, "comments": comments, "commenters": commenters}))
    return path


def test_whoever_deleted_the_account_is_nobody(tmp_path: Path) -> None:
    gone = {"commenterHex": "a", "name": "[deleted]", "deleted": True}

    (outcome,) = read(export(tmp_path, GOOD | {"state": "approved"}, commenters=[gone]))

    assert isinstance(outcome, Ignored)
    assert outcome.reason == "no_author"


def test_a_comment_below_a_page_is_towards_nobody(garden: Path) -> None:
    comment = told(garden)["c1"]

    assert (comment.kind, comment.actor, comment.actor_name) == (Kind.REPLY, "commento:a1", "Ada")
    assert (comment.community, comment.object_id) == ("garden.example", "garden.example/beans/")
    assert (comment.thread_id, comment.target) == ("garden.example/beans/", None)
    assert comment.published is not None
    assert comment.published.isoformat() == "2020-03-02T08:00:00.500000+00:00"


def test_an_answer_is_towards_whoever_wrote_what_it_answers(garden: Path) -> None:
    answer = told(garden)["c2"]

    assert (answer.object_id, answer.target, answer.target_name) == ("c1", "commento:a1", "Ada")


def test_who_moderates_has_the_role(garden: Path) -> None:
    assert [told(garden)[number].role for number in ("c1", "c2")] == ["moderator", None]


def test_a_score_below_0_is_no_like(garden: Path) -> None:
    assert [told(garden)[number].like_count for number in ("c1", "c2")] == [3, 0]


def test_quoted_lines_are_not_counted(garden: Path) -> None:
    assert len('In "commenters": [May]') == told(garden)["c2"].text_len


def test_who_is_on_no_list_has_an_id_and_no_name(garden: Path) -> None:
    stranger = told(garden)["c7"]

    assert (stranger.actor, stranger.actor_name, stranger.target) == ("commento:z9", None, None)


def test_what_is_left_out_is_counted(garden: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    assert ignored == {"no_author": 1, "held": 2, "deleted": 1}


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        (GOOD | {"commentHex": None}, "no_id"),
        (GOOD | {"commenterHex": ""}, "no_actor"),
        (GOOD | {"creationDate": "2020-13-02"}, "bad_time"),
        (GOOD | {"creationDate": 5}, "bad_time"),
        (GOOD | {"commentHex": "c" * 5000}, "malformed"),
        (GOOD | {"score": 2**70}, "bad_number"),
        (7, "no_id"),
    ],
    ids=["no id", "no actor", "month 13", "number", "long id", "score", "no object"],
)
def test_a_senseless_comment_is_set_aside(comment: object, code: str, tmp_path: Path) -> None:
    (outcome,) = read(export(tmp_path, comment))

    assert isinstance(outcome, Rejection)
    assert outcome.code == code


def test_what_a_comment_may_lack_is_tolerated(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text('{"comments": [{"commentHex": "c", "commenterHex": "a"}]}')

    (comment,) = told(path).values()

    assert (comment.community, comment.object_id, comment.clock) == ("", None, Clock.MISSING)


def test_an_export_is_recognised_in_a_folder_and_alone(garden: Path) -> None:
    assert [probe(garden).sure, probe(garden.parent).sure] == [95, 95]


def test_other_json_is_left_to_its_reader(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"comments": [{"id": 1}]}')

    assert probe(tmp_path / "other.json").sure == 0


@pytest.mark.parametrize("left", [100, 900, 2000])
def test_a_truncated_export_is_refused(garden: Path, tmp_path: Path, left: int) -> None:
    (tmp_path / "cut.json").write_bytes(garden.read_bytes()[:left])

    with pytest.raises(InputError, match=r"cut\.json: truncated"):
        read(tmp_path / "cut.json")


def test_a_file_without_comments_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")

    with pytest.raises(InputError, match='no array "comments"'):
        read(tmp_path / "other.json")


@given(st.data())
def test_damage_is_refused_or_counted(
    fixtures: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = (fixtures / "commento" / "garden.json").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path = tmp_path_factory.mktemp("damage") / "garden.json"
    path.write_bytes(
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )

    with suppress(KibbutzError):
        read(path)


@pytest.mark.parametrize("file", ["commento-export.json", "commento-export-2.json"])
def test_the_real_exports_are_read_whole(shared: Path, file: str) -> None:
    path = shared / "exports" / "comments-other" / file
    comments = json.loads(path.read_text())["comments"]
    known = [comment for comment in comments if comment["commenterHex"] != "anonymous"]

    outcomes = read(path)

    assert len(comments) == len(outcomes)
    assert {comment["commentHex"] for comment in known} == set(told(path))
    answers = sum(comment["parentHex"] != "root" for comment in known)
    assert answers == sum(comment.target is not None for comment in told(path).values())

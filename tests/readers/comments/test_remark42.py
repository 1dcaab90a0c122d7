"""Remark42 backups and answers of its API: comments, votes, and what is left out.

The fixtures prove: the line of a backup that describes its members, administrators, blocked members,
answers, quotes, votes of both kinds and votes that are none, deleted comments, a tree of answers, and a
time that is none.
"""

import gzip
import json
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.comments import remark42

GOOD = {
    "id": "r",
    "pid": "",
    "user": {"id": "u"},
    "locator": {"site": "s", "url": "p"},
    "time": "2020-03-02T08:00:00Z",
}


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "remark42" / "backup-garden-20200310"


trial = Trial(remark42)
read, told, probe = trial.read, trial.told, trial.probe


def export(folder: Path, *comments: object) -> Path:
    path = folder / "export.json"
    path.write_text(json.dumps(comments))
    return path


def test_a_comment_below_a_page_is_towards_nobody(garden: Path) -> None:
    comment = told(garden)["garden/r1"]

    assert (comment.kind, comment.actor, comment.actor_name) == (
        Kind.REPLY,
        "remark42:github_1@garden",
        "Ada",
    )
    assert (comment.object_id, comment.thread_id) == ("https://garden.example/beans/",) * 2
    assert (comment.community, comment.target, comment.role) == ("garden", None, "admin")
    assert comment.published is not None
    assert comment.published.isoformat() == "2020-03-02T08:00:00+00:00"


def test_an_answer_is_towards_whoever_wrote_what_it_answers(garden: Path) -> None:
    answer = told(garden)["garden/r2"]

    assert (answer.object_id, answer.target) == ("garden/r1", "remark42:github_1@garden")
    assert (answer.target_name, answer.role) == ("Ada", None)


@pytest.mark.parametrize("kept", ["Ada &quot;B&#39;s&quot; &amp; Co &lt;3", 'Ada "B\'s" & Co &lt;3'])
def test_names_are_kept_escaped_and_told_as_they_were_given(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "backup-s"
    path.write_text(json.dumps(GOOD | {"user": {"id": "u", "name": kept}}) + "\n")

    assert told(path)["s/r"].actor_name == 'Ada "B\'s" & Co <3'


def test_an_answer_to_a_deleted_comment_names_it_and_is_towards_nobody(garden: Path) -> None:
    answer = told(garden)["garden/r5"]

    assert (answer.object_id, answer.target) == ("garden/r4", None)


def test_quoted_words_are_not_counted(garden: Path) -> None:
    assert len("In May.") == told(garden)["garden/r2"].text_len


def test_a_vote_is_a_deed_of_whoever_gave_it(garden: Path) -> None:
    votes = [deed for deed in told(garden).values() if deed.kind is not Kind.REPLY]

    assert [(vote.kind, vote.actor) for vote in votes] == [
        ("like", "remark42:github_2@garden"),
        ("dislike", "remark42:google_3@garden"),
        ("like", "remark42:google_4@garden"),
    ]
    assert {(vote.object_id, vote.target) for vote in votes} == {("garden/r1", "remark42:github_1@garden")}


def test_a_vote_is_placed_at_the_moment_of_its_comment(garden: Path) -> None:
    deeds = told(garden)

    assert deeds["garden/r1#vote-github_2"].ts_us == deeds["garden/r1"].ts_us


def test_a_score_is_shown_where_nobody_is_told_who_voted(garden: Path) -> None:
    deeds = told(garden)

    assert [deeds[f"garden/{number}"].like_count for number in ("r1", "r2")] == [None, 2]


def test_deleted_comments_and_blocked_members_are_left_out(garden: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    assert ignored == {"deleted": 2}


def test_what_makes_no_sense_is_set_aside_with_its_line(garden: Path) -> None:
    rejections = [str(outcome) for outcome in read(garden) if isinstance(outcome, Rejection)]

    assert rejections == [f"{garden}:7: bad_time: time: expected an ISO 8601 time"]


def test_a_tree_of_answers_is_read_to_its_leaves(fixtures: Path) -> None:
    outcomes = read(fixtures / "remark42" / "tree.json")
    deeds = [outcome for outcome in outcomes if isinstance(outcome, Activity)]

    assert [deed.activity_id for deed in deeds] == ["garden/t1", "garden/t3", "garden/t3#vote-github_1"]
    assert [outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)] == [
        "deleted",
        "no_author",
    ]


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        (GOOD | {"id": ""}, ["no_id"]),
        (GOOD | {"time": 5}, ["bad_time"]),
        (GOOD | {"id": "r" * 5000}, ["malformed"]),
        (GOOD | {"votes": {"v": 1, "": True}}, ["malformed", "malformed"]),
        (GOOD | {"votes": {"v" * 5000: True}}, ["malformed"]),
        (7, ["malformed"]),
    ],
    ids=["no id", "number", "long id", "votes", "long voter", "no object"],
)
def test_what_is_senseless_is_set_aside(comment: object, codes: list[str], tmp_path: Path) -> None:
    outcomes = read(export(tmp_path, comment))

    assert codes == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_what_a_comment_may_lack_is_tolerated(tmp_path: Path) -> None:
    (comment,) = told(export(tmp_path, {"id": "r", "pid": "x", "user": {"id": "u"}})).values()

    assert (comment.community, comment.thread_id, comment.clock) == ("", None, Clock.MISSING)


def test_the_first_line_of_an_early_backup_is_no_comment(tmp_path: Path) -> None:
    path = tmp_path / "backup.ndjson"
    path.write_text(f'{{"version":1}}\n{json.dumps(GOOD)}\n')

    assert [type(outcome) for outcome in read(path)] == [Activity]


def test_an_export_is_recognised_in_every_shape(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "backup.gz").write_bytes(gzip.compress(garden.read_bytes()))
    (tmp_path / "empty.txt").write_bytes(garden.read_bytes().partition(b"\n")[0] + b"\n")

    paths = (
        garden,
        garden.parent,
        garden.parent / "tree.json",
        tmp_path / "backup.gz",
        tmp_path / "empty.txt",
    )
    assert [probe(path).sure for path in paths] == [95] * 5
    assert read(tmp_path / "empty.txt") == []
    assert set(told(tmp_path / "backup.gz")) == set(told(garden))


def test_other_json_is_left_to_its_reader(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('[{"id": "1", "user": {"id": "u"}}]')

    assert probe(tmp_path / "other.json").sure == 0


def test_a_line_that_is_no_json_is_set_aside(garden: Path, tmp_path: Path) -> None:
    path = tmp_path / "backup"
    path.write_bytes(garden.read_bytes().replace(b'{"id":"r2"', b'{"id":"r2', 1) + b"\n[7]\n")

    assert [outcome.code for outcome in read(path) if isinstance(outcome, Rejection)] == [
        "malformed",
        "bad_time",
        "malformed",
    ]


def test_a_truncated_backup_is_refused(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "cut").write_bytes(garden.read_bytes()[:-30])

    with pytest.raises(InputError, match="cut:7: truncated"):
        read(tmp_path / "cut")


def test_a_line_beyond_the_limit_is_set_aside(garden: Path) -> None:
    rejections = [one for one in read(garden, Limits(line_bytes=300)) if isinstance(one, Rejection)]

    assert "too_large" in {rejection.code for rejection in rejections}


@given(st.data())
def test_damage_is_refused_or_counted(
    fixtures: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    file = data.draw(st.sampled_from(["backup-garden-20200310", "tree.json"]))
    whole = (fixtures / "remark42" / file).read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path = tmp_path_factory.mktemp("damage") / file
    path.write_bytes(
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )

    with suppress(KibbutzError):
        read(path)


def test_the_real_comments_are_read_whole(shared: Path) -> None:
    path = shared / "exports" / "comments-other" / "remark42-tree_bench.json"
    comments = json.loads(path.read_text(encoding="utf-8"))
    votes = [up for comment in comments for up in (comment["votes"] or {}).values()]

    deeds = told(path)

    assert Counter(deed.kind for deed in deeds.values()) == {
        "reply": len(comments),
        "like": sum(votes),
        "dislike": len(votes) - sum(votes),
    }
    answers = [comment for comment in comments if comment["pid"]]
    assert len(answers) == sum(deed.target is not None for deed in deeds.values() if deed.kind is Kind.REPLY)
    assert {f"remark42:{comment['user']['id']}@site" for comment in comments} == {
        deed.actor for deed in deeds.values() if deed.kind is Kind.REPLY
    }


@pytest.mark.parametrize("file", ["remark42-tree.json", "remark42-tree_del.json"])
def test_the_real_trees_name_nobody_and_are_counted(shared: Path, file: str) -> None:
    path = shared / "exports" / "comments-other" / file
    text = path.read_text()

    reasons = Counter(outcome.reason for outcome in read(path) if isinstance(outcome, Ignored))

    deleted = text.count('"delete": true')
    assert reasons == Counter({"no_author": text.count('"pid"') - deleted, "deleted": deleted}) - Counter()

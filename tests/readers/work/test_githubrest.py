"""GitHub's REST API: what is not for all, and what tools save below an issue or a pull."""

import json
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.model.activity import Kind, Rejection
from kibbutz_cli.readers.work import github

PEAS = "garden-wg/peas"
API, HTML = f"https://api.github.com/repos/{PEAS}", f"https://github.com/{PEAS}"
REVIEW = {"id": 60, "user": {"login": "ben"}, "body": "Not yet sent", "state": "PENDING"}
REVIEW |= {"html_url": f"{HTML}/pull/6#pullrequestreview-60", "pull_request_url": f"{API}/pulls/6"}
REVIEW |= {"commit_id": "a" * 40, "author_association": "NONE"}
APPROVAL = REVIEW | {"id": 61, "state": "APPROVED", "submitted_at": "2024-01-16T10:00:00Z"}
PULL = {"url": f"{API}/pulls/6", "number": 6, "title": "Beds", "user": {"login": "ada"}}
PULL |= {"created_at": "2024-01-15T10:00:00Z"}
COMMENT = {"id": 50, "user": {"login": "ben"}, "body": "Buy beer", "created_at": "2024-01-15T11:00:00Z"}
COMMENT |= {"issue_url": f"{API}/issues/5", "html_url": f"{HTML}/issues/5#issuecomment-50"}

trial = Trial(github)
told, ignored = trial.told, trial.ignored


def saved(folder: Path, *values: object) -> Path:
    path = folder / "pulls.json"
    path.write_text(json.dumps(values))
    return path


def test_a_review_that_is_not_yet_sent_is_private(tmp_path: Path) -> None:
    path = saved(tmp_path, REVIEW, APPROVAL)

    assert list(told(path)) == [f"{PEAS}#6/review-61"]
    assert ignored(path) == {"private": 1}


def test_the_reviews_that_github_backup_saves_below_a_pull_are_read(tmp_path: Path) -> None:
    path = saved(tmp_path, PULL | {"comment_data": [], "review_data": [APPROVAL, REVIEW]})

    deeds = told(path)

    assert [(deed.activity_id, deed.kind) for deed in deeds.values()] == [
        (f"{PEAS}#6", Kind.POST),
        (f"{PEAS}#6/review-61", Kind.ENDORSE),
    ]
    assert ignored(path) == {"private": 1}


def test_an_event_of_an_issue_tells_who_merged_a_pull(tmp_path: Path) -> None:
    event = {"id": 7, "url": f"{API}/issues/events/7", "actor": {"login": "ben"}, "issue": PULL}
    event |= {"event": "merged", "commit_id": "a" * 40, "created_at": "2024-01-16T10:00:00Z"}
    path = saved(tmp_path, event | {"event": "labeled"}, event, event | {"issue": None})

    (merge,) = told(path).values()

    assert (merge.activity_id, merge.kind) == (f"{PEAS}#6/merge", Kind.MERGE)
    assert (merge.actor, merge.target) == ("github:ben", "github:ada")
    assert ignored(path) == {"not_activity": 2}


def test_the_remarks_in_a_timeline_are_read(tmp_path: Path) -> None:
    remark = {"id": 70, "user": {"login": "cleo"}, "body": "Deeper", "created_at": "2024-01-16T11:00:00Z"}
    remark |= {"pull_request_url": f"{API}/pulls/6", "html_url": f"{HTML}/pull/6#discussion_r70"}
    lines = {"event": "line-commented", "comments": [remark, remark | {"id": 71}]}
    path = saved(tmp_path, APPROVAL | {"event": "reviewed"}, lines)

    assert list(told(path))[1:] == [f"{PEAS}#6/review-comment-70", f"{PEAS}#6/review-comment-71"]
    assert ignored(path) == {"not_activity": 1}


@pytest.mark.parametrize(
    ("by", "left_out"), [({"login": "ben"}, {}), (None, {"no_author": 1}), ({}, {"no_author": 1})]
)
def test_a_merge_of_which_nobody_tells_who_did_it_is_counted(
    by: object, left_out: dict[str, int], tmp_path: Path
) -> None:
    """A list of pulls, unlike a pull by itself, tells when each was merged and not by whom."""
    merged = {"merged_at": "2024-01-16T10:00:00Z"} | ({} if by == {} else {"merged_by": by})
    path = saved(tmp_path, PULL | merged)

    assert ignored(path) == left_out
    assert (f"{PEAS}#6/merge" in told(path)) == (not left_out)


@pytest.mark.parametrize(
    ("minimized", "left_out"),
    [({"reason": "spam"}, {"spam": 1}), ({"reason": "resolved"}, {}), (None, {})],
)
def test_a_comment_hidden_as_spam_is_left_out(
    minimized: object, left_out: dict[str, int], tmp_path: Path
) -> None:
    path = saved(tmp_path, COMMENT | {"minimized": minimized})

    assert ignored(path) == left_out


def test_a_comment_on_a_commit_is_the_reply_that_events_tell(tmp_path: Path) -> None:
    comment = {"id": 70, "user": {"login": "ben"}, "body": "Neat", "commit_id": "a" * 40, "path": "bed.py"}
    comment |= {"url": f"{API}/comments/70", "html_url": f"{HTML}/commit/aaaaaaa#commitcomment-70"}
    comment |= {"created_at": "2024-01-15T11:00:00Z", "author_association": "MEMBER"}
    event = {"id": "1", "type": "CommitCommentEvent", "actor": {"login": "ben"}, "repo": {"name": PEAS}}
    event |= {"created_at": "2024-01-15T11:00:00Z", "payload": {"comment": comment}}

    (listed,) = told(saved(tmp_path, comment)).values()
    (sent,) = told(saved(tmp_path, event)).values()

    assert listed.model_dump(exclude={"origin"}) == sent.model_dump(exclude={"origin"})
    assert (listed.kind, listed.object_id) == (Kind.REPLY, f"{PEAS}@{'a' * 40}")


@pytest.mark.parametrize("lacks", ["id", "url"])
def test_a_comment_on_a_commit_without_ids_is_set_aside(lacks: str, tmp_path: Path) -> None:
    value = {"id": 70, "url": f"{API}/comments/70", "body": "Neat", "commit_id": "a" * 40, "user": None}

    outcomes = trial.read(saved(tmp_path, PULL, value | {lacks: None}))

    assert [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)] == ["no_id"]


@pytest.mark.parametrize(
    "told_in",
    [
        PULL | {"base": {"ref": "main", "repo": {"full_name": PEAS.title(), "private": True}}},
        PULL | {"repository": {"full_name": PEAS, "private": True, "visibility": "internal"}},
        {
            "url": f"{API}",
            "full_name": PEAS,
            "private": True,
            "owner": {"url": "https://api.github.com/users/a"},
        },
    ],
    ids=["a pull", "an issue of mine", "the repository"],
)
def test_what_is_in_a_private_repository_is_private(told_in: object, tmp_path: Path) -> None:
    beans = COMMENT | {
        "issue_url": f"{API}beans/issues/5",
        "html_url": f"{HTML}beans/issues/5",
        "body": "@cleo",
    }
    saved(tmp_path, told_in)
    (tmp_path / "comments.json").write_text(json.dumps([beans, COMMENT | {"body": "for @cleo alone"}]))

    assert {deed.community for deed in told(tmp_path).values()} == {f"{PEAS}beans"}
    assert ignored(tmp_path)["private"] == (1 if "full_name" in told_in else 2)  # type: ignore[operator]


def test_a_pull_from_a_private_fork_is_as_public_as_its_repository(tmp_path: Path) -> None:
    head = {"ref": "beds", "repo": {"full_name": "ada/peas", "private": True}}
    base = {"ref": "main", "repo": {"full_name": PEAS, "private": False}}

    assert list(told(saved(tmp_path, PULL | {"head": head, "base": base}))) == [f"{PEAS}#6"]

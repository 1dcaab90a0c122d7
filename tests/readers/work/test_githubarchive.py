"""Issues, pulls and discussions as gh, github-backup and the GraphQL API have them."""

import json
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.model.activity import Activity, Kind
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.work import github

ADA, BEN, CLEO = (f"github:{login}" for login in ("ada", "ben", "cleo"))
PEAS = "garden-wg/peas"
TALK = f"https://github.com/{PEAS}/discussions/5"
BACKED_UP = {"number": 5, "title": "Snails?", "body": "In beds.", "bodyText": "In beds.", "url": TALK}
BACKED_UP |= {"createdAt": "2024-01-15T10:00:00Z", "author": {"login": "ada"}, "activeLockReason": None}
ANSWER = {"id": "DC_1", "author": {"login": "ben"}, "authorAssociation": "MEMBER", "body": "Beer"}
ANSWER |= {"createdAt": "2024-01-15T11:00:00Z", "url": f"{TALK}#discussioncomment-50", "deletedAt": None}

trial = Trial(github)
read, told, ignored = trial.read, trial.told, trial.ignored


def saved(folder: Path, *values: object) -> Path:
    path = folder / "5.json"
    path.write_text(json.dumps(values[0] if len(values) == 1 else values))
    return path


def test_what_github_backup_saves_below_a_discussion_is_read(tmp_path: Path) -> None:
    reply = ANSWER | {"author": {"login": "cleo"}, "url": f"{TALK}#discussioncomment-51"}
    below = {"reply_count": 1, "reply_data": [reply]}
    path = saved(tmp_path, BACKED_UP | {"comment_count": 1, "comment_data": [ANSWER | below]})
    budget = Budget(Limits(), str(path))

    read(path, budget=budget)

    assert [
        (deed.kind, deed.actor, deed.target, deed.object_id, deed.reply_count) for deed in told(path).values()
    ] == [
        (Kind.POST, ADA, None, None, 1),
        (Kind.REPLY, BEN, ADA, f"{PEAS}#5", None),
        (Kind.REPLY, CLEO, BEN, f"{PEAS}#5/comment-50", None),
    ]
    assert not budget.unknown


def test_a_comment_that_was_deleted_is_left_out_and_the_replies_to_it_stay(tmp_path: Path) -> None:
    reply = ANSWER | {"author": {"login": "cleo"}, "url": f"{TALK}#discussioncomment-51"}
    gone = ANSWER | {"deletedAt": "2024-01-16T10:00:00Z", "reply_data": [reply]}
    path = saved(tmp_path, BACKED_UP | {"comment_data": [gone]})

    assert list(told(path)) == [f"{PEAS}#5", f"{PEAS}#5/comment-51"]
    assert ignored(path) == {"deleted": 1}


def test_comments_without_an_address_in_one_second_are_told_apart(tmp_path: Path) -> None:
    bare = {key: value for key, value in ANSWER.items() if key != "url"}
    comments = [bare, bare | {"body": "Or coffee"}, bare | {"author": {"login": "cleo"}}]
    path = saved(tmp_path, [BACKED_UP | {"comments": comments}])

    assert list(told(path))[1:] == [
        f"{PEAS}#5/comment-{own}"
        for own in ("ben-2024-01-15T11:00:00Z", "ben-2024-01-15T11:00:00Z-2", "cleo-2024-01-15T11:00:00Z")
    ]


def test_an_author_that_is_gone_is_nobody_in_what_gh_lists(tmp_path: Path) -> None:
    gone = {"is_bot": True, "login": "app/"}
    path = saved(tmp_path, [BACKED_UP | {"author": gone, "comments": [ANSWER]}])

    (reply,) = told(path).values()

    assert (reply.actor, reply.target) == (BEN, None)
    assert ignored(path) == {"no_author": 1}


@pytest.mark.parametrize(
    ("reason", "left_out"),
    [
        ("spam", {"spam": 1}),
        ("abuse", {"deleted": 1}),
        ("off-topic", {"deleted": 1}),
        ("OFF_TOPIC", {"deleted": 1}),
        ("outdated", {}),
        ("resolved", {}),
        ("duplicate", {}),
        ("", {}),
        (None, {}),
    ],
)
def test_a_comment_hidden_as_unfit_is_left_out(
    reason: str | None, left_out: dict[str, int], tmp_path: Path
) -> None:
    hidden = ANSWER | {"isMinimized": bool(reason), "minimizedReason": reason}
    path = saved(tmp_path, [BACKED_UP | {"comments": [hidden]}])

    assert ignored(path) == left_out
    assert len(told(path)) == (1 if left_out else 2)


def test_a_program_that_gh_marks_where_it_opens_is_the_same_where_it_answers(tmp_path: Path) -> None:
    opened = BACKED_UP | {"author": {"is_bot": True, "login": "app/rake"}, "comments": []}
    answer = ANSWER | {"author": {"login": "rake"}}
    review = {"id": "R_1", "author": {"login": "rake"}, "state": "APPROVED", "submittedAt": None}
    pull = BACKED_UP | {"number": 6, "url": f"https://github.com/{PEAS}/pull/6"}
    (tmp_path / "issues.json").write_text(json.dumps([opened]))
    (tmp_path / "a.json").write_text(json.dumps([pull | {"comments": [answer], "reviews": [review]}]))

    assert [deed.actor for deed in told(tmp_path).values()] == [ADA, *["github:rake[bot]"] * 3]
    with open_tree(str(tmp_path), Budget(Limits(), "")) as tree:
        declared = {account.actor for account in github.identities(tree, Budget(Limits(), ""))}
    assert declared == {ADA}


def test_a_person_whose_login_is_what_a_program_is_called_stays_a_person(tmp_path: Path) -> None:
    opened = BACKED_UP | {"author": {"is_bot": True, "login": "app/rake"}, "comments": []}
    api = f"https://api.github.com/repos/{PEAS}/issues"
    comment = {"id": 7, "url": f"{api}/comments/7", "issue_url": f"{api}/5", "body": "Beer"}
    comment |= {"created_at": "2024-01-16T10:00:00Z", "user": {"login": "rake", "type": "User"}}
    listed = {"is_bot": False, "login": "rake", "name": "Rake"}
    (tmp_path / "issues.json").write_text(json.dumps([opened]))
    (tmp_path / "comments.json").write_text(json.dumps([comment]))
    (tmp_path / "a.json").write_text(json.dumps([BACKED_UP | {"number": 6, "author": listed}]))
    budget = Budget(Limits(), "")

    with open_tree(str(tmp_path), budget) as tree:
        deeds = [each for each in github.read(tree, budget) if isinstance(each, Activity)]

    assert {deed.actor for deed in deeds} == {"github:rake", "github:rake[bot]"}
    assert [deed.actor for deed in deeds].count("github:rake") == 2
    assert "user.is_bot" not in budget.unknown


@pytest.mark.parametrize("longer", [0, 2**16])
def test_an_archive_whose_fields_are_sorted_has_its_repository_behind_its_pulls(
    fixtures: Path, tmp_path: Path, longer: int
) -> None:
    """Of a long one, no more than the first issues lie in what a file is known by."""
    archive = json.loads((fixtures / "github" / "archive.json").read_text())
    archive["issues"][0]["title"] += "x" * longer
    path = tmp_path / "archive.json"
    path.write_text(json.dumps(archive, sort_keys=True))

    assert trial.probe(path).sure == 93
    assert list(told(path)) == list(told(fixtures / "github" / "archive.json"))
    assert {deed.community for deed in told(path).values()} == {PEAS}

"""Logs of git: who wrote, who took it in, and who had a part in it."""

import gzip
import hashlib
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.work import gitlog, mail
from kibbutz_cli.readers.work.gitblocks import moment

ONE, TWO, THREE, FOUR, FIVE = (digit * 40 for digit in "12345")
COMMIT = f"commit {ONE}\nAuthor: Ada Hill <ada@hill.example>\nDate:   2024-01-02 10:00:00 +0000\n\n    Sow\n"


def person(address: str) -> str:
    return f"mail:{hashlib.sha256(address.encode()).hexdigest()[:16]}"


ADA, BEN, CLEO, DAN = (
    person(address)
    for address in ("ada@hill.example", "ben@vale.example", "cleo@shore.example", "dan@moor.example")
)


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "gitlog" / "garden.gitlog.txt"


trial = Trial(gitlog)
read, told, probe = trial.read, trial.told, trial.probe


def log(folder: Path, text: str) -> Path:
    path = folder / "garden.log"
    path.write_text(text)
    return path


def test_a_commit_is_a_post_of_its_author(garden: Path) -> None:
    commit = told(garden)[TWO]

    assert (commit.kind, commit.actor, commit.actor_name) == (Kind.POST, BEN, "Ben Vale")
    assert (commit.community, commit.thread_id, commit.text_len) == ("garden", TWO, len("Sow peas"))
    assert commit.published is not None
    assert commit.published.isoformat() == "2024-01-02T13:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "sha"),
    [
        (COMMIT.replace(ONE, "1234567"), "1234567"),
        (COMMIT.replace("commit ", "commit < "), ONE),
        (COMMIT.replace("commit ", "commit + "), ONE),
        (f"\ufeff{COMMIT}", ONE),
    ],
    ids=["--abbrev-commit", "--left-right", "--cherry-mark", "mark of the encoding"],
)
def test_a_log_with_short_hashes_or_marks_is_read(text: str, sha: str, tmp_path: Path) -> None:
    path = log(tmp_path, text)

    assert probe(path).sure == 96
    assert list(told(path)) == [sha]


def test_a_log_that_the_shell_of_windows_saved_is_read(tmp_path: Path) -> None:
    (tmp_path / "garden.log").write_bytes(COMMIT.replace("\n", "\r\n").encode("utf-16"))

    assert probe(tmp_path / "garden.log").sure == 96
    assert list(told(tmp_path / "garden.log")) == [ONE]


@pytest.mark.parametrize(
    "date",
    ["2 years, 11 months ago", "86 minutes ago", "Thu 10:00", "Wed Jun 10 10:00", "Mar 1 2015", "2024/01/02"],
)
def test_a_date_that_is_written_for_people_is_told(date: str, tmp_path: Path) -> None:
    path = log(tmp_path, COMMIT.replace("2024-01-02 10:00:00 +0000", date))

    (rejection,) = read(path)

    assert "date: expected one as git log writes it without --date=relative, human or format" in str(
        rejection
    )


def test_who_commits_what_another_wrote_merges_it(garden: Path) -> None:
    merge = told(garden)[f"{FOUR}#merge"]

    assert (merge.kind, merge.actor, merge.target, merge.object_id) == (Kind.MERGE, ADA, CLEO, FOUR)
    assert merge.published is not None
    assert merge.published.isoformat() == "2024-01-04T09:30:00+00:00"


def test_a_merge_commit_takes_in_its_second_parent(garden: Path) -> None:
    merge = told(garden)[FIVE]

    assert (merge.kind, merge.actor, merge.object_id) == (Kind.MERGE, ADA, TWO)


BRANCH = [
    (FIVE, f"{FOUR} {THREE}", "Ada Hill <ada@hill.example>", "Merge branch 'peas'"),
    (FOUR, ONE, "Ada Hill <ada@hill.example>", "Hoe"),
    (THREE, TWO, "Ada Hill <ada@hill.example>", "Tidy"),
    (TWO, f"{'6' * 40}", "Cleo <cleo@shore.example>", "Water"),
    ("6" * 40, ONE, "Ben Vale <ben@vale.example>", "Sow peas"),
    (ONE, "", "Ben Vale <ben@vale.example>", "Sow"),
]
"""A branch of Ben and Cleo that ends with a commit of Ada, who merges it: hash, parents, author, subject."""


def raw(sha: str, parents: str, author: str, subject: str) -> str:
    above = "".join(f"parent {each}\n" for each in parents.split())
    return f"commit {sha}\n{above}author {author} 1704186000 +0000\n\n    {subject}\n"


def behind(sha: str, parents: str, author: str, subject: str) -> str:
    short = " ".join(each[:7] for each in parents.split())
    merge = f"Merge: {short}\n" if " " in short else ""
    date = "Date:   2024-01-02 10:00:00 +0000"
    return f"commit {f'{sha} {parents}'.strip()}\n{merge}Author: {author}\n{date}\n\n    {subject}\n"


@pytest.mark.parametrize("form", [raw, behind], ids=["raw", "--parents"])
@pytest.mark.parametrize("order", [1, -1], ids=["as it is", "reversed"])
def test_a_merge_commit_takes_in_the_newest_commit_of_each_other_author(
    order: int, form: Callable[[str, str, str, str], str], tmp_path: Path
) -> None:
    path = log(tmp_path, "\n".join(form(*each) for each in BRANCH[::order]))
    budget = Budget(Limits(), str(path))

    merges = [deed for deed in read(path, budget=budget) if getattr(deed, "kind", "") == Kind.MERGE]

    assert [
        (deed.activity_id, deed.actor, deed.object_id, deed.target)
        for deed in merges
        if isinstance(deed, Activity)
    ] == [(FIVE, ADA, TWO, CLEO), (f"{FIVE}#merge-2", ADA, "6" * 40, BEN)]
    assert budget.records == len(BRANCH) + 1


def test_without_the_parents_of_all_a_merge_commit_takes_in_its_second_parent(tmp_path: Path) -> None:
    children = [(sha, parents if " " in parents else "", *rest) for sha, parents, *rest in BRANCH]
    text = "\n".join(raw(*each) for each in children).replace(f"commit {TWO}", f"commit {TWO} {THREE}")

    merge = told(log(tmp_path, text))[FIVE]

    assert (merge.actor, merge.object_id, merge.target) == (ADA, THREE, None)


@pytest.mark.parametrize(
    ("behind", "told", "merged"),
    [
        (f" {TWO} {THREE}", "", None),
        (f" {TWO}", f"Merge: {THREE[:7]} {FOUR[:7]}\n", FOUR[:7]),
        (f" {TWO} {FIVE}", f"Merge: {THREE[:7]} {FOUR[:7]}\n", FOUR[:7]),
        (f" {TWO} {FIVE}", f"tree {ONE}\nparent {THREE}\nparent {FOUR}\n", FOUR),
        (f" {TWO} {FIVE}", f"tree {ONE}\nparent {THREE}\n", None),
        (f" {THREE} {FOUR}", f"Merge: {THREE[:7]} {FOUR[:7]}\n", FOUR),
    ],
    ids=["children", "child of a merge", "children of a merge", "raw merge", "raw", "--parents"],
)
def test_hashes_behind_a_commit_may_be_its_children(
    behind: str, told: str, merged: str | None, tmp_path: Path
) -> None:
    text = COMMIT.replace(f"{ONE}\n", f"{ONE}{behind}\n{told}")

    (deed,) = trial.told(log(tmp_path, text)).values()

    assert (deed.kind, deed.object_id) == (Kind.MERGE if merged else Kind.POST, merged)


def test_a_merge_that_only_brings_a_branch_up_to_date_is_left_out(garden: Path) -> None:
    assert [outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored)] == ["not_activity"]


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Merge pull request #7 from ben/peas", "merge"),
        ("Merge branch 'peas'", "merge"),
        ("Merge branch 'legacy/0.9'", "merge"),
        ("Merge branch 'main' of github.com:garden/peas", "ignored"),
        ("Merge branch 'origin/master'", "ignored"),
        ("Merge branch 'main' into peas", "ignored"),
        ("Merge remote-tracking branch 'origin/main'", "ignored"),
        ("Merge branch 'fix-typo' into 'main'\n\n    See merge request garden/peas!17", "merge"),
        ("Merge branch 'feature/beds' into develop", "merge"),
        ("Merge branch 'for-linus' of git://hill.example/beds/sound", "merge"),
        ("Merge branch 'snails' of https://hill.example/ben/peas into legacy/0.9", "merge"),
        ("Merge remote-tracking branch 'ben/snails'", "merge"),
        ("Merge remote-tracking branch 'origin/pr/222'", "merge"),
        ("Merge branch 'snails' of https://hill.example/ben/peas into snails", "ignored"),
        ("Merge branch 'legacy/0.9' of github.com:garden/peas into legacy/0.9", "ignored"),
        ("Merge remote-tracking branch 'ben/legacy/0.9' into legacy/0.9", "ignored"),
        ("Merge branch 'legacy' into 'legacy'\n\n    See merge request garden/peas!18", "ignored"),
        ("Merge branch 'main-beds'\n\n    Into main", "merge"),
    ],
)
def test_which_merges_are_work_is_read_from_their_subject(subject: str, kind: str, tmp_path: Path) -> None:
    text = COMMIT.replace("Author:", f"Merge: {TWO} {THREE}\nAuthor:").replace("Sow", subject)

    (outcome,) = read(log(tmp_path, text))

    assert str(getattr(outcome, "kind", "ignored")) == kind


@pytest.mark.parametrize(
    ("message", "is_left_out"),
    [
        ("WIP on main: 9fcd3e7 Merge pull request #7 from ben/peas", True),
        ("WIP on (no branch): 9fcd3e7 Sow", True),
        ("index on fix/beds: 9fcd3e7 Sow", True),
        ("untracked files on main: 9fcd3e7 Sow", True),
        ("Notes added by 'git notes add'", True),
        ("Notes removed by 'git notes prune'", True),
        ("Notes added by 'git commit --amend'", True),
        ("WIP on main: sow peas", False),
        ("WIP on main: 9fcd3e7 Sow\n\n    Peas, too.", False),
        ("Notes added by hand", False),
    ],
)
@pytest.mark.parametrize("parents", ["", f"Merge: {TWO} {THREE}\n"], ids=["commit", "merge"])
def test_what_git_keeps_for_itself_is_left_out(
    message: str, is_left_out: bool, parents: str, tmp_path: Path
) -> None:
    text = COMMIT.replace("Author:", f"{parents}Author:").replace("Sow", message)

    (outcome,) = read(log(tmp_path, text))

    assert isinstance(outcome, Ignored) is is_left_out


def commit(sha: str, message: str, *parents: str) -> str:
    merge = f"Merge: {' '.join(parents)}\n" if parents else ""
    return COMMIT.replace(ONE, sha).replace("Author:", f"{merge}Author:").replace("Sow", message)


@pytest.mark.parametrize("parents", [(ONE, THREE), (ONE[:7], THREE[:7], FOUR[:7])], ids=["full", "short"])
@pytest.mark.parametrize("order", [1, -1], ids=["as it is", "reversed"])
def test_a_stash_with_a_name_is_left_out(order: int, parents: tuple[str, ...], tmp_path: Path) -> None:
    commits = [
        commit(TWO, "On main: half a thought", *parents),
        commit(FIVE, "Sow"),
        commit(THREE, f"index on main: {ONE[:7]} Sow"),
    ]

    assert list(told(log(tmp_path, "\n".join(commits[::order])))) == [FIVE]


@pytest.mark.parametrize("beside", [f"index on beds: {ONE[:7]} Sow", "Sow beans"])
@pytest.mark.parametrize("order", [1, -1], ids=["as it is", "reversed"])
def test_a_merge_called_as_a_stash_is_one(order: int, beside: str, tmp_path: Path) -> None:
    commits = [commit(TWO, "On main: all the beds", ONE, THREE), commit(THREE, beside), commit(ONE, "Sow")]

    assert told(log(tmp_path, "\n".join(commits[::order])))[TWO].kind is Kind.MERGE


def test_of_many_that_may_be_stashes_none_is_lost(tmp_path: Path) -> None:
    shas = [f"{number:040x}" for number in range(300)]
    merges = [commit(sha, "On main: all the beds", ONE, sha[::-1]) for sha in shas]
    indexes = [commit(f"f{sha[1:]}", f"index on main: {ONE[:7]} Sow") for sha in shas]

    assert sorted(told(log(tmp_path, "\n".join(merges + indexes)))) == shas


def test_trailers_are_deeds_of_whom_they_name(garden: Path) -> None:
    deeds = [deed for deed in told(garden).values() if deed.object_id == FOUR and deed.kind is not Kind.MERGE]

    assert [(deed.kind, deed.actor, deed.target, deed.derived) for deed in deeds] == [
        (Kind.MENTION, CLEO, DAN, True),
        (Kind.REVIEW, ADA, CLEO, False),
        (Kind.ENDORSE, BEN, CLEO, False),
    ]


def test_nobody_has_a_part_in_their_own(garden: Path) -> None:
    assert not [deed for deed in told(garden).values() if deed.actor == deed.target]


def test_a_co_author_posts_too_and_answers_nobody_by_it(garden: Path) -> None:
    """One thing of several authors: what is derived contributes, and is no answer to the first of them."""
    post = told(garden)[f"{TWO}#co-authored-1"]

    assert (post.kind, post.actor, post.thread_id, post.derived) == (Kind.POST, DAN, TWO, True)


def test_a_part_that_is_told_twice_is_one(tmp_path: Path) -> None:
    ben = "    Co-authored-by: Ben <{0}@vale.example>\n    Reviewed-by: Ben <{0}@vale.example>\n"
    text = f"{COMMIT}    \n{ben.format('ben')}{ben.format('BEN')}"

    assert list(told(log(tmp_path, text))) == [ONE, f"{ONE}#co-authored-1", f"{ONE}#reviewed-2"]


def test_who_has_a_part_may_be_named_without_an_address(tmp_path: Path) -> None:
    text = f"{COMMIT}    \n    Reviewed-by: Mary Ann Hill\n    Acked-by: Mary Lou Hill\n"

    _, ann, lou = told(log(tmp_path, text)).values()

    assert (ann.actor_name, lou.actor_name) == ("Mary Ann Hill", "Mary Lou Hill")
    assert ann.actor != lou.actor


def test_trailers_and_patches_are_no_words(garden: Path) -> None:
    words = (
        "Water the beans before noon\n\nIn the evening the snails come out, and they find wet earth first."
    )

    assert told(garden)[FOUR].text_len == len(words)


@pytest.mark.parametrize(
    "below",
    [
        "diff --git a/bed.py b/bed.py\n--- a/bed.py\n+++ b/bed.py\n@@ -1,3 +1,3 @@\n def sow():\n"
        "     beans = 1\n-    peas = 2\n+    peas = 3\n \n     return beans\n",
        "Notes:\n    Looked at it.\n\n    Acked-by: Cleo <cleo@shore.example>\n",
    ],
    ids=["-p", "notes"],
)
def test_a_patch_or_notes_below_a_message_are_none_of_it(below: str, tmp_path: Path) -> None:
    message = f"{COMMIT}    \n    Tested-by: Ben <ben@vale.example>\n"

    deeds = told(log(tmp_path, f"{message}\n{below}\n{COMMIT.replace(ONE, TWO)}"))

    assert [(deed.kind, deed.actor, deed.text_len) for deed in deeds.values()] == [
        (Kind.POST, ADA, len("Sow")),
        (Kind.ENDORSE, BEN, 0),
        (Kind.POST, ADA, len("Sow")),
    ]


def test_an_address_is_the_same_person_in_mails(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    path.write_text("From ada Tue Jan  2 10:00:00 2018\nFrom: Ada <Ada@hill.example>\n\nSow.\n")

    with open_tree(str(path), Budget(Limits(), str(path))) as tree:
        (post,) = mail.read(tree, Budget(Limits(), str(path)))

    assert isinstance(post, Activity)
    assert post.actor == ADA
    assert {deed.actor for deed in told(log(tmp_path, COMMIT)).values()} == {ADA}


def test_an_address_that_stands_for_nobody_is_of_each_name(tmp_path: Path) -> None:
    ada = COMMIT.replace("ada@hill.example", "root@localhost")
    trailer = "\n    Reviewed-by: Ben Vale <root@localhost>\n"

    deeds = told(log(tmp_path, f"{ada}{trailer}"))

    assert [(deed.actor_name, deed.kind) for deed in deeds.values()] == [
        ("Ada Hill", Kind.POST),
        ("Ben Vale", Kind.REVIEW),
    ]
    assert len({deed.actor for deed in deeds.values()}) == 2


def test_addresses_are_not_kept(garden: Path) -> None:
    assert "example" not in repr([deed.model_dump(exclude={"origin"}) for deed in told(garden).values()])


def test_a_log_without_addresses_knows_people_by_name(tmp_path: Path) -> None:
    text = (
        f"commit {ONE}\nparents {TWO}\nauthor Jean Paul Hill\nauthorDate 2024-01-02T10:00:00+01:00\n"
        "committer Cleo\ncommitDate 2024-01-02T10:00:00+01:00\n\n    Sow\n\n"
        "    Co-Authored-By: Cleo <cleo@shore.example>\n"
    )

    post, merge, shared = told(log(tmp_path, text)).values()

    assert post.actor.startswith("mail:name-")
    assert post.actor.endswith("@garden")
    assert (post.actor_name, merge.actor_name) == ("Jean Paul Hill", "Cleo")
    assert (merge.target, merge.actor) == (post.actor, shared.actor)


@pytest.mark.parametrize(
    "committer",
    ["GitHub <noreply@github.com>", "GitHub", "Gitea <noreply@gitea.com>", "no-reply@vale.example"],
)
def test_a_program_that_commits_merges_nothing(committer: str, tmp_path: Path) -> None:
    text = COMMIT.replace("Date:", f"Commit: {committer}\nDate:")

    assert list(told(log(tmp_path, text))) == [ONE]


@pytest.mark.parametrize("part", ["Co-authored-by", "Reviewed-by", "Reported-by"])
@pytest.mark.parametrize(
    ("who", "is_program"),
    [
        ("Claude <noreply@anthropic.com>", True),
        ("Copilot <175728472+Copilot@users.noreply.github.com>", True),
        ("Ben <5+ben@users.noreply.github.com>", False),
    ],
)
def test_a_program_has_no_part_in_a_commit(part: str, who: str, is_program: bool, tmp_path: Path) -> None:
    text = f"{COMMIT}    \n    {part}: {who}\n"

    assert list(told(log(tmp_path, text)))[1:] == ([] if is_program else [f"{ONE}#{part.lower()[:-3]}-1"])


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-02T10:00:00+01:00",
        "2024-01-02 10:00:00 +0100",
        "Tue, 2 Jan 2024 10:00:00 +0100",
        "Tue Jan 2 10:00:00 2024 +0100",
        "Tue Jan  2 09:00:00 2024",
        "1704186000 +0100",
        "1704186000",
    ],
    ids=["strict", "iso", "rfc", "default", "local", "raw", "unix"],
)
def test_a_date_is_read_in_every_form_of_git(text: str) -> None:
    assert moment(text)[0] == 1_704_186_000_000_000


@pytest.mark.parametrize("form", ["medium", "full", "fuller", "raw"])
def test_what_git_prints_is_read_in_all_its_formats(form: str, tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        settings = ["-c", "user.name=Ada Hill", "-c", "user.email=ada@hill.example", "-c", "commit.gpgsign=0"]
        command = ["git", *settings, *arguments]
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    try:
        git("init", "-q")
    except FileNotFoundError:
        pytest.skip("git is not installed")
    git("commit", "-q", "--allow-empty", "-m", "Sow", "--author", "Ben <ben@vale.example>")
    sha = git("rev-parse", "HEAD").strip()

    deeds = told(log(tmp_path, git("log", f"--pretty={form}", "--decorate", "--parents")))

    assert deeds[sha].actor == BEN
    assert list(deeds) == ([sha] if form == "medium" else [sha, f"{sha}#merge"])
    assert (deeds[sha].clock is Clock.MISSING) == (form == "full")


def test_a_packed_log_is_read_by_the_name_of_its_repository(garden: Path, tmp_path: Path) -> None:
    path = tmp_path / "peas.gitlog.txt.gz"
    path.write_bytes(gzip.compress(garden.read_bytes()))

    assert {deed.community for deed in told(path).values()} == {"peas"}
    assert probe(path).sure == 96


def test_many_logs_of_a_folder_are_many_repositories(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text(COMMIT)
    (tmp_path / "b.log").write_text(COMMIT.replace(ONE, TWO))

    assert {deed.activity_id: deed.community for deed in told(tmp_path).values()} == {ONE: "a", TWO: "b"}
    assert probe(tmp_path).sure == 96


@pytest.mark.parametrize("files", ["", "\nsrc/peas.py\0docs/peas.md\0"], ids=["-z", "-z --name-only"])
def test_commits_may_end_with_a_zero_byte(files: str, tmp_path: Path) -> None:
    (alone,) = told(log(tmp_path, COMMIT)).values()
    both = told(log(tmp_path, f"{COMMIT}{files}\0{COMMIT.replace(ONE, TWO)}{files}"))

    assert {sha: deed.text_len for sha, deed in both.items()} == dict.fromkeys((ONE, TWO), alone.text_len)


def test_blank_lines_before_the_first_commit_are_passed_over(tmp_path: Path) -> None:
    path = log(tmp_path, "\n\n" + COMMIT)

    assert list(told(path)) == [ONE]
    assert probe(path).sure == 96


def test_a_text_about_commits_is_no_log(tmp_path: Path) -> None:
    path = log(tmp_path, f"Please look at\ncommit {ONE}\nAuthor: Ada\n")

    assert probe(path).sure == 0
    with pytest.raises(InputError, match="no commits"):
        read(path)


@pytest.mark.parametrize("text", [COMMIT[:-1], COMMIT + f"commit {TWO}\n"], ids=["line", "headers"])
def test_a_log_that_is_cut_off_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="truncated"):
        read(log(tmp_path, text))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Ada Hill <ada@hill.example>", " ", "no_actor"),
        ("2024-01-02 10", "2024-13-02 10", "bad_time"),
        ("2024-01-02 10:00:00 +0000", "yesterday", "bad_time"),
    ],
    ids=["nobody", "month 13", "words"],
)
def test_a_senseless_commit_is_set_aside(old: str, new: str, code: str, tmp_path: Path) -> None:
    outcomes = read(log(tmp_path, COMMIT.replace(ONE, TWO) + COMMIT.replace(old, new)))

    rejections = [outcome for outcome in outcomes if isinstance(outcome, Rejection)]
    assert [(rejection.code, rejection.position) for rejection in rejections] == [(code, 6)]


def test_a_damaged_file_is_nobodys(tmp_path: Path) -> None:
    path = tmp_path / "a.log.gz"
    path.write_bytes(gzip.compress(b"x" * 1000)[:20])

    assert probe(path).sure == 0
    with pytest.raises(InputError):
        read(path)


@given(data=st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_our_own_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "a.log"
    path.write_bytes(COMMIT.encode() + data + b"\n" + COMMIT.encode())

    with suppress(KibbutzError):
        read(path)


def test_the_real_log_is_read_whole(shared: Path) -> None:
    path = shared / "exports" / "git-log" / "isso.gitlog.txt.gz"
    text = gzip.decompress(path.read_bytes()).decode()
    table = gzip.decompress((path.parent / "isso.numstat.tsv.gz").read_bytes()).decode().splitlines()
    parents = dict(re.findall(r"^commit (\w{40})\nparents *(.*)$", text, re.MULTILINE))

    outcomes = read(path)

    commits = [deed for deed in outcomes if isinstance(deed, Activity) and len(deed.activity_id) == 40]
    updates = [outcome for outcome in outcomes if isinstance(outcome, Ignored)]
    rows = {row.split("\t")[0]: row.split("\t")[1:] for row in table}
    assert len(commits) + len(updates) == len(rows) == text.count("\ncommit ") + 1
    assert all(deed.actor_name == rows[deed.activity_id][0] for deed in commits)
    merges = {sha for sha, above in parents.items() if len(above.split()) > 1}
    kinds = Counter(deed.kind for deed in commits)
    assert kinds == {"post": len(rows) - len(merges), "merge": len(merges) - len(updates)}
    taken = {
        deed.object_id
        for deed in outcomes
        if isinstance(deed, Activity) and deed.activity_id.endswith("#merge")
    }
    differ = {sha for sha, row in rows.items() if row[0].lower() != row[2].lower() and row[2] != "GitHub"}
    assert taken == differ - merges
    assert not [outcome for outcome in outcomes if isinstance(outcome, Rejection)]

"""Patches as git writes them for mail are commits: the same ones as in its log."""

import shutil
import subprocess
from pathlib import Path

import pytest
from reading import Trial
from test_gitlog import ADA, BEN, CLEO, DAN, FOUR, TWO, person

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Activity, Clock, Kind, Rejection
from kibbutz_cli.readers.work import gitlog, mail

SEVEN = "7" * 40
HEADS = f"From {SEVEN} Mon Sep 17 00:00:00 2001\nFrom: Ada Hill <ada@hill.example>\n"
HEADS += "Date: Fri, 5 Jan 2024 10:00:00 +0000\n"

trial = Trial(gitlog)


@pytest.fixture
def patches(fixtures: Path) -> Path:
    return fixtures / "gitlog" / "garden.patch"


@pytest.fixture
def series(fixtures: Path) -> Path:
    return fixtures / "gitlog" / "patches"


def bare(deed: Activity) -> dict[str, object]:
    return {**dict(deed), "origin": None, "position": 0}


def test_a_patch_is_the_commit_of_the_log(patches: Path, fixtures: Path) -> None:
    logged = trial.told(fixtures / "gitlog" / "garden.gitlog.txt")

    deeds = trial.told(patches)

    assert [(own.partition("#")[0], deed.kind, deed.actor) for own, deed in deeds.items()] == [
        (TWO, Kind.POST, BEN),
        (TWO, Kind.POST, DAN),
        (FOUR, Kind.POST, CLEO),
        (FOUR, Kind.MENTION, CLEO),
        (FOUR, Kind.REVIEW, ADA),
        (FOUR, Kind.ENDORSE, BEN),
    ]
    assert [bare(deed) for deed in deeds.values()] == [bare(logged[own]) for own in deeds]


def test_a_patch_without_a_time_is_set_aside(patches: Path) -> None:
    (rejection,) = (each for each in trial.read(patches) if isinstance(each, Rejection))

    assert (rejection.code, rejection.position) == ("bad_time", 51)


def test_of_a_series_the_letter_that_covers_it_is_no_commit(series: Path) -> None:
    assert trial.ignored(series) == {"not_activity": 1}
    assert trial.probe(series).sure == 96


def test_the_author_is_whom_the_patch_itself_names(series: Path) -> None:
    (deed,) = trial.told(series).values()

    assert (deed.activity_id, deed.actor, deed.actor_name) == (SEVEN, person("zoe@reed.example"), "Zoë Reed")
    assert deed.text_len == len("Weed the path\n\nFür alle, die barfuß gehen.")
    assert (deed.community, deed.clock) == ("patches", Clock.EXACT)


def test_a_patch_of_a_series_alone_goes_by_its_folder(series: Path) -> None:
    (deed,) = trial.told(series / "0001-Weed-the-path.patch").values()

    assert deed.community == "patches"


def test_a_packed_series_goes_by_its_folder_as_well(series: Path, tmp_path: Path) -> None:
    (deed,) = trial.told(Path(shutil.make_archive(f"{tmp_path}/patches", "zip", series))).values()

    assert deed.community == "patches"


@pytest.mark.parametrize(
    ("below", "words"),
    [
        ("Subject: [PATCH] Weed\n", "Weed"),
        ("Subject: [PATCH] Weed\n\n\ndiff --git a/a b/a\n", "Weed"),
        ("Subject: [PATCH] Weed\n\nAll.\n\n path.txt | 1 -\n 1 file changed\n", "Weed\n\nAll."),
        ("Subject: [PATCH] Weed\n\nAll.\n\n a.png | Bin 0 -> 4 bytes\n", "Weed\n\nAll."),
        ("Subject: [RFC PATCH v3 01/10] Weed\n\nAll.\n---\nnot this\n", "Weed\n\nAll."),
        ("Subject: [PATCH] [path] weed\n\nAll.\n", "[path] weed\n\nAll."),
        ("Subject: [path] weed\n\nAll.\n", "[path] weed\n\nAll."),
        ("Subject: Weed [all]\n\nAll.\n", "Weed [all]\n\nAll."),
        ("\nAll.\n", "All."),
    ],
)
def test_what_is_below_the_message_is_no_part_of_it(tmp_path: Path, below: str, words: str) -> None:
    path = tmp_path / "garden.mbox"
    path.write_text(HEADS + below)

    (deed,) = trial.told(path).values()

    assert deed.text_len == len(words)
    assert deed.community == "garden"


def test_a_merge_without_a_patch_says_nothing_of_whose_work_it_took_in(tmp_path: Path) -> None:
    path = tmp_path / "garden.mbox"
    path.write_text(
        f"{HEADS}Subject: [PATCH] Merge branch 'peas'\n\n{HEADS}Subject: [PATCH] Merge two beds\n\n"
    )

    assert trial.ignored(path) == {"not_activity": 1}
    assert len(trial.told(path)) == 1


def test_a_file_may_hold_patches_as_windows_writes_lines(patches: Path, tmp_path: Path) -> None:
    path = tmp_path / "garden.patch"
    path.write_bytes(patches.read_bytes().replace(b"\n", b"\r\n"))

    assert [bare(deed) for deed in trial.told(path).values()] == [
        bare(deed) for deed in trial.told(patches).values()
    ]


def test_mails_of_a_list_that_quote_a_patch_stay_mails(fixtures: Path) -> None:
    path = fixtures / "mbox" / "patches.mbox"

    assert (trial.probe(path).sure, Trial(mail).probe(path).sure) == (0, 97)


def test_a_patch_without_who_wrote_it_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "garden.patch"
    path.write_text(HEADS + f"Subject: [PATCH] Weed\n\n{HEADS[:72]}")

    with pytest.raises(InputError, match=r"garden\.patch:7: truncated"):
        trial.read(path)


@pytest.mark.parametrize(
    "form",
    [
        ["log", "-p", "--pretty=email"],
        ["log", "--stat", "--pretty=mboxrd"],
        ["format-patch", "--stdout", "--root", "HEAD"],
    ],
    ids=["email", "mboxrd", "format-patch"],
)
def test_what_git_writes_is_read_as_its_log(tmp_path: Path, form: list[str]) -> None:
    def git(*command: str) -> str:
        told = ["git", "-c", "user.name=Ada Ö. Hill", "-c", "user.email=ada@hill.example", *command]
        return subprocess.run(told, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    try:
        git("init", "--quiet")
    except FileNotFoundError:
        pytest.skip("git is not installed")
    for number, message in enumerate(
        ("Sow\n\nFrom the hill.", "Überall, " * 20, "Weed\n\nReviewed-by: B <b@b.example>")
    ):
        (tmp_path / "bed.txt").write_text(f"{number}\n")
        git("add", "bed.txt")
        git("commit", "--quiet", "--message", message)
    (tmp_path / "logged").mkdir()
    (tmp_path / "logged" / "garden.log").write_text(git("log", "--no-abbrev"))
    (tmp_path / "mailed").mkdir()
    (tmp_path / "mailed" / "garden.mbox").write_text(git(*form))

    logged, mailed = trial.told(tmp_path / "logged"), trial.told(tmp_path / "mailed")

    assert len(logged) == 4
    assert {own: bare(deed) for own, deed in mailed.items()} == {
        own: bare(deed) for own, deed in logged.items()
    }

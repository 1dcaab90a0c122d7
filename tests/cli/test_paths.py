"""A path that cannot be looked at is told in one line, never as a bug; what need not be looked at is not."""

import gzip
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from command import KIBBUTZ, clean

COMMUNITY = Path(__file__).parents[2] / "examples" / "community"
LONG = "a" * 300
DEEP = "a/" * 2500


def said(done):
    return done.returncode, done.stdout, done.stderr.splitlines()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("loop", "Too many levels of symbolic links"),
        (LONG, "File name too long"),
        (DEEP, "File name too long"),
    ],
    ids=["loop", "name", "path"],
)
def test_an_input_that_leads_nowhere_is_told(kibbutz, forum, tmp_path, path, reason):
    (tmp_path / "loop").symlink_to("loop")

    assert said(kibbutz("score", forum, path)) == (3, "", [f"kibbutz: {path}: cannot be read: {reason}"])


def test_a_link_to_itself_among_exports_is_passed_over(kibbutz, forum, tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(forum.read_bytes())
    (tmp_path / "loop").symlink_to("loop")

    done = kibbutz("inspect", ".")

    assert (done.returncode, "loop: a link" in done.stdout) == (0, True)


def test_a_configuration_of_ones_own_that_cannot_be_reached_is_passed_over(heard, kibbutz, forum):
    done = kibbutz("score", forum, "--json", XDG_CONFIG_HOME=f"/{LONG}")

    assert (done.returncode, done.stdout) == (0, heard("score", forum, "--json").stdout)


def test_a_name_too_long_for_a_folder_is_refused_with_its_option(kibbutz, forum):
    assert said(kibbutz("score", forum, "--tmp", LONG)) == (
        2,
        "",
        [f"kibbutz: --tmp {LONG}: expected a folder that exists and that you may enter"],
    )


@pytest.mark.parametrize(
    ("args", "output"),
    [
        (["score", "deeds.csv"], "deeds.csv"),
        (["score", "deeds.csv"], "./deeds.csv"),
        (["score", "deeds.csv"], "link.csv"),
        (["convert", "link.csv"], "deeds.csv"),
        (["convert", "link.csv"], "link.csv"),
        (["score", "-", "deeds.csv"], "./deeds.csv"),
    ],
)
def test_an_input_is_not_replaced_by_what_is_made_of_it(kibbutz, forum, tmp_path, args, output):
    (tmp_path / "deeds.csv").write_bytes(forum.read_bytes())
    (tmp_path / "link.csv").symlink_to("deeds.csv")

    answer = said(kibbutz(*args, "-o", output, given=forum.read_text()))

    assert answer == (2, "", [f"kibbutz: -o {output}: is also the input: expected another file"])
    assert (tmp_path / "deeds.csv").read_bytes() == forum.read_bytes()


@pytest.mark.parametrize(
    ("command", "output"),
    [
        ("score --json", "d/deeds.csv"),
        ("score --json", "d/sub/more.csv"),
        ("score --json", "link.csv"),
        ("score --json", "d/kept.csv.gz"),
        ("convert --format csv", "d/sub/more.csv"),
        ("explain f:u1 --json", "link.csv"),
    ],
)
def test_a_file_of_a_folder_is_not_replaced_by_what_is_made_of_it(kibbutz, forum, tmp_path, command, output):
    (tmp_path / "d" / "sub").mkdir(parents=True)
    for name in ("deeds.csv", "sub/more.csv"):
        (tmp_path / "d" / name).write_bytes(forum.read_bytes())
    (tmp_path / "d" / "kept.csv.gz").write_bytes(gzip.compress(forum.read_bytes()))
    (tmp_path / "link.csv").symlink_to("d/deeds.csv")
    before = (tmp_path / output).read_bytes()

    answer = said(kibbutz(*command.split(), "d", "-q", "-o", output))

    assert answer == (2, "", [f"kibbutz: -o {output}: is also the input: expected another file"])
    assert (tmp_path / output).read_bytes() == before


def test_a_report_of_before_in_the_folder_that_is_read_is_replaced(heard, kibbutz, forum, tmp_path):
    (tmp_path / "forum.csv").write_bytes(forum.read_bytes())
    before = heard("score", forum, "--json").stdout
    (tmp_path / "report.json").write_text(before)

    assert kibbutz("score", ".", "-q", "-o", "report.json").returncode == 0
    assert (tmp_path / "report.json").read_text() != before


@pytest.mark.parametrize(
    ("args", "what"),
    [
        ("score FORUM -o k.toml", "the configuration"),
        ("score FORUM -o own/kibbutz/config.toml", "the configuration"),
        ("score FORUM -o r.toml", "the ruler"),
        ("score FORUM --ruler other.toml -o other.toml", "the ruler"),
        ("score FORUM --format csv -o mine.sql", "a metric"),
        ("convert FORUM --format csv -o k.toml", "the configuration"),
        ("inspect FORUM --json -o k.toml", "the configuration"),
        ("identities suggest FORUM -o k.toml", "the configuration"),
        ("explain f:u1 FORUM --json -o link.toml", "the configuration"),
        ("backtest FORUM --labels l.csv --json -o l.csv", "the labels"),
        ("ruler calibrate FORUM -o k.toml", "the configuration"),
        ("ruler show -o k.toml", "the configuration"),
        ("ruler show -o r.toml", "the ruler"),
        ("ruler diff default other.toml --json -o other.toml", "the ruler"),
        ("element --json -o k.toml", "the configuration"),
    ],
)
def test_what_else_is_read_is_not_replaced_either(kibbutz, forum, tmp_path, args, what):
    (tmp_path / "own" / "kibbutz").mkdir(parents=True)
    (tmp_path / "link.toml").symlink_to("k.toml")
    metric = files("kibbutz_cli.scoring.metrics.commitment").joinpath("tenure.sql").read_text()
    texts = {
        "k.toml": 'ruler = "r.toml"\nmetrics = ["mine.sql"]\n',
        "own/kibbutz/config.toml": "",
        "r.toml": "",
        "other.toml": "",
        "mine.sql": metric,
        "l.csv": "member,label\nf:u1,1\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    words = args.replace("FORUM", str(forum)).split()
    own = {"XDG_CONFIG_HOME": str(tmp_path / "own"), "KIBBUTZ_CONFIG": "k.toml"}

    answer = said(kibbutz(*words, **own))

    assert answer == (2, "", [f"kibbutz: -o {words[-1]}: is also {what}: expected another file"])
    assert {name: (tmp_path / name).read_text() for name in texts} == texts


def test_a_ruler_may_be_calibrated_in_its_place(kibbutz, tmp_path):
    (tmp_path / "r.toml").write_text("")

    for args in (["--ruler", "r.toml"], ["--config", "k.toml"]):
        (tmp_path / "k.toml").write_text('ruler = "r.toml"\n')
        done = kibbutz("ruler", "calibrate", COMMUNITY, *args, "-o", "r.toml")

        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="its disk may take letters alike")
def test_an_input_is_not_replaced_on_a_disk_that_takes_letters_alike(kibbutz, forum, tmp_path):
    """Where two names differ in case alone, only such a disk, or a link as here, leads both to one file."""
    (tmp_path / "Forum.csv").write_bytes(forum.read_bytes())
    (tmp_path / "forum.csv").hardlink_to(tmp_path / "Forum.csv")

    answer = said(kibbutz("convert", "Forum.csv", "-o", "forum.csv"))

    assert answer == (2, "", ["kibbutz: -o forum.csv: is also the input: expected another file"])


@pytest.mark.skipif(sys.platform != "linux", reason="its disk may take letters alike")
def test_another_file_may_be_replaced_whose_name_differs_in_case_alone(kibbutz, forum, tmp_path):
    for name in ("Forum.csv", "forum.csv"):
        (tmp_path / name).write_bytes(forum.read_bytes())

    kibbutz("convert", "Forum.csv", "-o", "forum.csv")

    assert (tmp_path / "forum.csv").read_bytes() != (tmp_path / "Forum.csv").read_bytes()


def test_standard_input_that_is_closed_is_no_terminal(home, tmp_path):
    closed = ["sh", "-c", 'exec "$0" score - <&-', KIBBUTZ]

    done = subprocess.run(
        closed, capture_output=True, text=True, cwd=tmp_path, env=clean(home), timeout=60, check=False
    )

    assert said(done)[0] == 2
    assert "-: standard input is closed: expected a pipe or file" in done.stderr


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        (["score", "-", "-q"], (0, [])),
        (["score", "FORUM", "-q"], (0, [])),
        (["score", "a.csv"], (3, ["kibbutz: a.csv: no such file or folder: expected an export"])),
        (
            ["score", "../up.csv"],
            (3, ["kibbutz: ../up.csv: the working folder is gone", "hint: give the whole path"]),
        ),
        (
            ["score", "FORUM", "-o", "x.json"],
            (
                2,
                [
                    "kibbutz: x.json: cannot be written: No such file or directory",
                    "hint: choose another place with -o",
                ],
            ),
        ),
    ],
    ids=["stdin", "elsewhere", "here", "above", "output"],
)
def test_a_working_folder_that_is_gone_is_missed_only_where_it_is_asked_for(
    home, forum, tmp_path, args, answer
):
    """Somebody removed the folder that a shell, or a job that waited, still stands in."""
    words = [str(forum) if arg == "FORUM" else arg for arg in args]
    (tmp_path / "gone").mkdir()
    (tmp_path / "up.csv").write_bytes(forum.read_bytes())
    gone = ["sh", "-c", 'rmdir ../gone && exec "$0" "$@"', KIBBUTZ, *words]

    done = subprocess.run(
        gone,
        input=forum.read_text(),
        capture_output=True,
        text=True,
        cwd=tmp_path / "gone",
        env=clean(home),
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr.splitlines()) == answer
    assert bool(done.stdout) == (done.returncode == 0)

"""Rulers made and compared through the installed command."""

import json
import subprocess
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from command import KIBBUTZ, clean

from kibbutz_cli.model.ruler import Ruler

COMMUNITY = Path(__file__).parents[2] / "examples" / "community"
CONFIG = COMMUNITY / "kibbutz.toml"


@pytest.fixture(scope="module")
def calibrated(home, tmp_path_factory):
    folder = tmp_path_factory.mktemp("calibrated")
    command = [KIBBUTZ, "ruler", "calibrate", str(COMMUNITY), "--config", str(CONFIG), "-o", "mine.toml"]
    run = subprocess.run(
        command, cwd=folder, env=clean(home), capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    return folder / "mine.toml"


def test_a_calibrated_ruler_changes_targets_only_and_says_where_they_come_from(kibbutz, calibrated):
    default = Ruler()
    provenance = tomllib.loads(calibrated.read_text())["provenance"]
    changes = json.loads(kibbutz("ruler", "diff", "default", calibrated, "--json").stdout)["changes"]

    assert provenance == {
        "sources": ["blog.wxr.xml", "forum.csv", "x-mira"],
        "as_of": "2024-12-29T10:23:42Z",
        "active_members": provenance["active_members"],
        "share": 0.9,
        "ruler": default.sha256,
        "kept": [],
    }
    assert provenance["active_members"] >= 20
    assert {change["key"].split(".")[-1] for change in changes} == {"name", "target"}
    assert len(changes) > 5


def test_a_score_by_a_calibrated_ruler_bears_its_hash(kibbutz, calibrated):
    checked = kibbutz("ruler", "check", calibrated).stdout

    report = json.loads(
        kibbutz("score", COMMUNITY, "--config", CONFIG, "--ruler", calibrated, "--json").stdout
    )

    assert report["ruler"]["name"] == "kibbutz default, calibrated"
    assert checked == f"{calibrated}: sound; kibbutz default, calibrated 1, {report['ruler']['sha256']}\n"


def test_a_shown_calibrated_ruler_says_what_its_full_marks_are(kibbutz, calibrated):
    shown = kibbutz("ruler", "show", "--ruler", calibrated, COLUMNS="200").stdout

    assert "full marks  what 90% of " in shown
    assert " active members do not pass, in blog.wxr.xml, forum.csv, x-mira at 2024-12-29" in shown


def test_calibrating_twice_gives_the_same_ruler_and_says_what_was_set_aside_as_a_score_does(
    kibbutz, tmp_path
):
    bad = tmp_path / "bad.csv"
    bad.write_text("actor,published\nann,2024-01-01\nben,soon\n")

    told = kibbutz("ruler", "calibrate", COMMUNITY, bad, "--config", CONFIG, "-o", "mine.toml")
    quiet = kibbutz("ruler", "calibrate", COMMUNITY, bad, "--config", CONFIG, "-q", "-o", "again.toml")

    assert (tmp_path / "again.toml").read_bytes() == (tmp_path / "mine.toml").read_bytes()
    assert told.stderr == kibbutz("score", COMMUNITY, bad, "--config", CONFIG).stderr
    assert f"records set aside (first: {bad}:2: bad_time)" in told.stderr
    assert quiet.stderr == ""


def test_a_community_too_small_to_calibrate_with_is_told_in_one_line(kibbutz, forum):
    run = kibbutz("ruler", "calibrate", forum)

    assert run.returncode == 3
    assert run.stderr.splitlines() == [
        "kibbutz: too few to calibrate with: 3 active members whose company counts: expected at least 20",
        "hint: score with the default ruler, or choose a date when more were active with --as-of",
    ]


@pytest.mark.parametrize("name", ["mine.txt", "mine.json", "mine.html"])
def test_a_ruler_is_saved_only_as_what_is_read_again(kibbutz, forum, name):
    run = kibbutz("ruler", "calibrate", forum, "-o", name)

    assert run.returncode == 2
    assert f"-o {name}: expected .toml: a ruler is read again" in run.stderr


def test_the_shown_ruler_is_the_one_in_force(kibbutz, tmp_path):
    (tmp_path / "r.toml").write_text('name = "ours"\n')
    (tmp_path / "kibbutz.toml").write_text('ruler = "r.toml"\n')

    shown = kibbutz("ruler", "show", "--config", "kibbutz.toml", "--format", "json").stdout

    assert json.loads(shown)["name"] == "ours"


@pytest.mark.parametrize("named", ["by the flag", "by the environment"])
def test_a_ruler_with_a_metric_of_ones_own_is_checked_and_compared(kibbutz, tmp_path, named):
    metric = files("kibbutz_cli.scoring.metrics.commitment").joinpath("tenure.sql").read_text()
    (tmp_path / "mentoring.sql").write_text(metric)
    (tmp_path / "mine.toml").write_text("[metrics.mentoring]\nweight = 3\ntarget = 5\n")
    (tmp_path / "k.toml").write_text('metrics = ["mentoring.sql"]\nruler = "mine.toml"\n')
    args = ["--config", "k.toml"] if named == "by the flag" else []
    own = {} if args else {"KIBBUTZ_CONFIG": "k.toml"}

    checked = kibbutz("ruler", "check", "mine.toml", *args, **own)
    compared = kibbutz("ruler", "diff", "default", "mine.toml", "--json", *args, **own)

    assert (checked.returncode, checked.stderr) == (0, "")
    assert {change["key"]: change["after"] for change in json.loads(compared.stdout)["changes"]} == {
        "metrics.mentoring.weight": 3,
        "metrics.mentoring.target": 5,
    }
    assert kibbutz("ruler", "check", "mine.toml").returncode == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[ties]\ntie_cap = 1\n", "2: ties.tie_cap: expected greater than or equal to 1.001"),
        (
            "[evidence]\ninterval = 0.95\n",
            "1: evidence: z 1.2816 does not belong to interval 0.95: expected z 1.96",
        ),
    ],
)
def test_a_ruler_that_cannot_measure_is_refused_in_one_line(kibbutz, forum, tmp_path, text, said):
    (tmp_path / "mine.toml").write_text(text)

    for command in (["ruler", "check", "mine.toml"], ["score", forum, "--ruler", "mine.toml"]):
        run = kibbutz(*command)

        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr.splitlines() == [f"kibbutz: mine.toml:{said}"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["score", "FORUM"], ["points wide (95 % sure).", " /100 95 % interval "]),
        (["score", "FORUM", "--format", "md"], ["| 95 % interval |"]),
        (["score", "FORUM", "--sensitivity"], [" /100 95 % interval "]),
        (["explain", "f:u1", "FORUM"], [", 95 % sure\n"]),
        (["score", "FORUM", "--json"], ['    "interval": 0.95\n']),
    ],
    ids=" ".join,
)
def test_how_sure_a_report_is_is_what_its_ruler_says(kibbutz, forum, tmp_path, command, said):
    (tmp_path / "wide.toml").write_text("[evidence]\ninterval = 0.95\nz = 1.96\n")
    asked = [forum if word == "FORUM" else word for word in command]

    told = kibbutz(*asked, "--ruler", "wide.toml").stdout

    assert [words for words in said if words not in told] == []
    assert "80 % sure" not in told
    assert "80 % interval" not in told


def test_a_diff_shows_the_keys_that_differ_with_both_values(kibbutz, tmp_path):
    (tmp_path / "mine.toml").write_text(
        'version = "2"\nhalf_life_days = 90\n[metrics.trust]\nweight = 1\n[trust]\nroles = ["owner"]\n'
    )

    run = kibbutz("ruler", "diff", "default", "mine.toml")

    assert run.returncode == 0
    before, after = Ruler(), kibbutz("ruler", "check", "mine.toml").stdout.split()[-1]
    assert run.stdout == (
        f"before  kibbutz default {before.version} ({before.sha256[:12]})\n"
        f"after   kibbutz default 2 ({after[:12]})\n"
        "\n"
        "Key                   Before                                               After\n"
        "version               1                                                    2\n"
        "half_life_days        180                                                  90\n"
        "metrics.trust.weight  3                                                    1\n"
        "trust.roles           owner, admin, administrator, moderator, maintainer,  owner\n"
        "                      blog-author\n"
    )


def test_rungs_are_compared_by_their_names(kibbutz, tmp_path):
    kibbutz("ruler", "show", "-o", "mine.toml")
    text = (tmp_path / "mine.toml").read_text()
    (tmp_path / "mine.toml").write_text(text.replace('name = "Elder"', 'name = "Sage"'))

    keys = [
        change["key"]
        for change in json.loads(kibbutz("ruler", "diff", "default", "mine.toml", "--json").stdout)["changes"]
    ]

    assert "ladder.Elder.lower_bound" in keys
    assert "ladder.Sage.lower_bound" in keys
    assert not [key for key in keys if "Builder" in key]


def test_a_ruler_does_not_differ_from_itself(kibbutz):
    run = kibbutz("ruler", "diff", "default", "default")

    assert run.returncode == 0
    assert run.stdout.splitlines()[-1] == "They measure the same."

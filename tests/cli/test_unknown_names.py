"""An entry of the configuration that means nobody is told: a typing error would publish who opted out."""

import json
import re

import pytest

CONFIG = """\
[identities]
one = ["f:u1"]
gone = ["f:away"]

[exclude]
bots = ["f:robot", "*-bot", "f:u5"]
opt_out = ["zzopt9", "F:U4", "Member 2", "zzopt9"]
staff = ["f:boss%"]

[anchors]
members = ["f:nobody", "one", "f:u1", "f:u3", "f:away"]
"""

TOLD = [
    "exclude.bots: matches nobody in the data: f:robot",
    "exclude.opt_out: matches nobody in the data: zzopt9",
    "exclude.staff: matches nobody in the data: f:boss%",
    "anchors.members: matches nobody in the data: f:nobody and f:away",
]


@pytest.fixture
def config(tmp_path):
    path = tmp_path / "kibbutz.toml"
    path.write_text(CONFIG)
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["score", "--json"],
        ["score", "--replay"],
        ["explain", "one"],
        ["inspect", "--json"],
        ["identities", "suggest", "--json"],
        ["backtest", "--all", "--json"],
    ],
    ids=" ".join,
)
def test_an_entry_that_means_nobody_is_told_and_is_in_no_output(kibbutz, forum, config, command):
    done = kibbutz(*command, forum, "--config", config)

    assert done.returncode == 0
    assert done.stderr.splitlines()[1:] == TOLD
    assert "zzopt9" not in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ["score", "--format", "csv"],
        ["explain", "one", "--json"],
        ["inspect"],
        ["identities", "suggest"],
        ["backtest", "--all"],
    ],
    ids=" ".join,
)
def test_a_quiet_command_tells_of_none_and_still_shows_none(kibbutz, forum, config, command):
    done = kibbutz(*command, forum, "--config", config, "-q")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    assert "zzopt9" not in done.stdout


def test_a_conversion_tells_of_opt_outs_for_it_keeps_to_nothing_else(kibbutz, forum, config):
    done = kibbutz("convert", forum, "--config", config, "-o", "deeds.csv")

    assert done.stderr.splitlines()[1:-1] == TOLD[1:2]


def test_a_conversion_of_a_window_looks_for_them_in_all_deeds(kibbutz, tmp_path):
    """Who opted out by an old name is left out of a later window, too."""
    rows = ["x1,Cam,2024-01-01", "x1,Zed,2024-02-01", "ben,Ben,2024-02-02"]
    (tmp_path / "deeds.csv").write_text("\n".join(["actor,actor_name,published", *rows]) + "\n")
    (tmp_path / "k.toml").write_text('[exclude]\nopt_out = ["Cam"]\n')

    done = kibbutz("convert", "deeds.csv", "--config", "k.toml", "--since", "2024-02-01", "-o", "out.csv")

    assert (done.returncode, done.stderr) == (0, "out.csv: 1 activity\n")
    assert "x1" not in (tmp_path / "out.csv").read_text()


def test_a_calibration_tells_of_them_too(kibbutz, forum, tmp_path):
    head, *rows = forum.read_text().splitlines()
    several = [re.sub(r"\b(p|u)(\d)", rf"\g<1>{again}\2", row) for again in range(1, 10) for row in rows]
    (tmp_path / "many.csv").write_text("\n".join([head, *several]) + "\n")
    anchors = [f"f:u{again}{number}" for again in range(1, 10) for number in range(6)]
    (tmp_path / "k.toml").write_text(f'[exclude]\nopt_out = ["zzopt9"]\n[anchors]\nmembers = {anchors}\n')

    done = kibbutz("ruler", "calibrate", "many.csv", "--config", "k.toml", "-o", "ruler.toml")

    assert done.returncode == 0
    assert "exclude.opt_out: matches nobody in the data: zzopt9" in done.stderr.splitlines()


def test_of_many_entries_that_mean_nobody_five_are_named(kibbutz, forum, tmp_path):
    (tmp_path / "kibbutz.toml").write_text(f"[exclude]\nopt_out = {[f'n{number}' for number in range(12)]}\n")

    said = kibbutz("inspect", forum, "--config", "kibbutz.toml").stderr.splitlines()[1:]

    assert said == ["exclude.opt_out: matches nobody in the data: n0, n1, n2, n3, n4 and 7 more"]


def test_somebody_is_called_by_name_or_by_id_with_or_without_its_host(kibbutz, tmp_path):
    people = [("u4", "Lea"), ("u3", "Eve"), ("u2", "Ula"), ("u1", "Ada"), ("u0", "Bo")]
    rows = [f"{day},x,{who}@a.org,{name},2024-01-0{day}\n" for day, (who, name) in enumerate(people, 1)]
    (tmp_path / "deeds.csv").write_text("activity_id,platform,actor,actor_name,published\n" + "".join(rows))
    (tmp_path / "kibbutz.toml").write_text(
        "[exclude]\nstaff = ['x:u4', 'X:U3@A.org', 'Ula', 'u4', 'x:u']\n[anchors]\nmembers = ['x:u1']\n"
    )

    said = kibbutz("inspect", "deeds.csv", "--config", "kibbutz.toml").stderr

    assert said == "exclude.staff: matches nobody in the data: u4 and x:u\n"


def test_whom_an_older_name_means_is_somebody(kibbutz, tmp_path):
    """Cam calls himself Zed later, and stays left out by the name he opted out with."""
    deeds, config = tmp_path / "deeds.csv", tmp_path / "kibbutz.toml"
    rows = [("x1", "Cam", 1), ("x1", "Zed", 8), ("ben", "Ben", 2), ("ben", "Ben", 9)]
    deeds.write_text(
        "actor,actor_name,kind,published\n"
        + "".join(f"{actor},{name},post,2024-01-{day:02}T00:00:00Z\n" for actor, name, day in rows)
    )
    config.write_text('[exclude]\nopt_out = ["Cam"]\n')

    done = kibbutz("score", deeds, "--config", config, "--json")

    assert json.loads(done.stdout)["excluded"] == {"opt-out": 2}
    assert "matches nobody" not in done.stderr

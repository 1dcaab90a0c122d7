"""A package that is broken is named with its fault, and the rest works on."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "sample_plugin" / "src" / "kibbutz_sample"
WELCOMES = (SAMPLE / "metrics" / "welcomes.sql").read_text(encoding="utf-8")

GUESTBOOK = (SAMPLE / "guestbook.py").read_text(encoding="utf-8")
PROBED = 'Probe(80, "an entry of a guestbook") if _moment(_cells(first)[0]) else NOT_MINE'
BOOK = ROOT / "tests" / "fixtures" / "guestbook" / "guestbook.txt"

METRIC = "welcomes = brittle"
NOT_USED = "not used: metric welcomes (brittle 1.0): "


def metric(installed, text=WELCOMES):
    return installed("metrics", METRIC, **{"brittle/__init__.py": "", "brittle/welcomes.sql": text})


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (WELCOMES.replace('"amount"', "amount"), "header: expected TOML in the leading comment: "),
        (WELCOMES.replace('"amount"', '"median"'), "header: kind: Input should be "),
        (WELCOMES.partition("-- evidence")[0], "expected a second query after a line "),
    ],
    ids=["no TOML", "no kind", "no evidence"],
)
def test_a_broken_metric_of_another_package_is_told_and_done_without(kibbutz, installed, forum, text, fault):
    alone = kibbutz("score", forum, "--json")

    done = kibbutz("score", forum, "--json", PYTHONPATH=metric(installed, text))

    assert (done.returncode, done.stdout) == (0, alone.stdout)
    told, *rest = done.stderr.splitlines()
    assert told.startswith(f"{NOT_USED}welcomes.sql: {fault}")
    assert "\n".join(rest) == alone.stderr.rstrip()


@pytest.mark.parametrize(
    "command",
    [
        ["explain", "f:u1", "FORUM", "--json"],
        ["inspect", "FORUM", "--json"],
        ["backtest", "FORUM", "--all", "--json"],
        ["element", "social", "--json"],
    ],
    ids=" ".join,
)
def test_whatever_is_asked_works_without_a_metric_that_cannot_be_imported(kibbutz, installed, forum, command):
    asked = [forum if word == "FORUM" else word for word in command]
    alone = kibbutz(*asked)
    folder = installed("metrics", "welcomes = brittle_gone")

    done = kibbutz(*asked, PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (0, alone.stdout)
    assert "not used: plug-in welcomes (brittle 1.0): brittle_gone: cannot be loaded: " in done.stderr


def test_who_wants_quiet_is_not_told_what_was_done_without(kibbutz, installed, forum):
    done = kibbutz("score", forum, "-q", PYTHONPATH=installed("metrics", "welcomes = brittle_gone"))

    assert (done.returncode, done.stderr) == (0, "")


def test_a_broken_metric_that_the_configuration_names_is_refused(kibbutz, forum, tmp_path):
    (tmp_path / "welcomes.sql").write_text(WELCOMES.replace('"amount"', '"median"'))
    (tmp_path / "kibbutz.toml").write_text('metrics = ["welcomes.sql"]\n')

    done = kibbutz("score", forum, "--config", "kibbutz.toml")

    assert done.returncode == 2
    assert done.stderr.startswith("kibbutz: ")
    assert "welcomes.sql: header: kind: Input should be " in done.stderr


def test_a_reader_that_cannot_be_imported_is_told_and_done_without(kibbutz, installed, forum):
    alone = kibbutz("score", forum, "--json")

    done = kibbutz(
        "score", forum, "--json", PYTHONPATH=installed("readers", "diary = brittle", brittle="1 / 0")
    )

    assert json.loads(done.stdout) == json.loads(alone.stdout)
    assert done.stderr.splitlines()[0] == (
        "not used: plug-in diary (brittle 1.0): brittle: cannot be loaded: "
        "ZeroDivisionError: division by zero"
    )


def reader(installed, before="", after=""):
    assert before in GUESTBOOK
    return installed("readers", "guestbook = brittle", brittle=GUESTBOOK.replace(before, after))


@pytest.mark.parametrize(
    ("probed", "fault"),
    [
        ("int('x')", "ValueError: invalid literal for int() with base 10: 'x'"),
        ("None", "TypeError: expected a Probe with a number, got None"),
        ("80", "TypeError: expected a Probe with a number, got 80"),
        ("Probe('80')", "TypeError: expected a Probe with a number, got Probe(sure='80', seen='')"),
    ],
    ids=["raises", "none", "number", "text"],
)
def test_a_probe_that_fails_is_told_and_the_others_are_asked(kibbutz, installed, forum, probed, fault):
    alone = kibbutz("score", forum, "--json")

    done = kibbutz("score", forum, "--json", PYTHONPATH=reader(installed, PROBED, probed))

    assert (done.returncode, done.stdout) == (0, alone.stdout)
    assert done.stderr.splitlines()[0] == (
        f"not used: plug-in guestbook (brittle 1.0): probe of {forum}: {fault}"
    )


def test_a_probe_that_fails_in_a_folder_leaves_the_other_files_to_be_read(
    kibbutz, installed, forum, tmp_path
):
    (tmp_path / "all").mkdir()
    for source in (forum, BOOK):
        (tmp_path / "all" / source.name).write_bytes(source.read_bytes())

    done = kibbutz("score", "all", "--json", PYTHONPATH=reader(installed, PROBED, "None"))

    assert [source["reader"] for source in json.loads(done.stdout)["sources"]] == ["tables"]

"""A metric that did not come with kibbutz moves every standing, so a report says that it counts."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[2]
WELCOMES = ROOT / "tests" / "sample_plugin" / "src" / "kibbutz_sample" / "metrics" / "welcomes.sql"

NOTE = {
    "metric": "welcomes",
    "element": "social",
    "weight": 1.0,
    "scored": True,
    "why_not": "",
    "package": "brittle 1.0",
}


@pytest.fixture
def welcomes(installed):
    """A folder in which a package with a sound metric is installed."""
    text = WELCOMES.read_text(encoding="utf-8")
    return installed(
        "metrics", "welcomes = brittle", **{"brittle/__init__.py": "", "brittle/welcomes.sql": text}
    )


@pytest.mark.parametrize("command", [["score"], ["explain", "f:u1"]], ids=lambda command: command[0])
def test_the_head_of_a_report_says_which_metrics_of_others_count(kibbutz, welcomes, forum, command):
    told = kibbutz(*command, forum, PYTHONPATH=welcomes).stdout

    line = next(line for line in told.splitlines() if line.startswith("also counted"))
    assert line.split(maxsplit=2)[2] == "welcomes (brittle 1.0)"


def test_a_page_says_so_too(kibbutz, welcomes, forum):
    told = kibbutz("score", forum, "--format", "md", PYTHONPATH=welcomes).stdout

    assert "; also counted: welcomes \\(brittle 1.0\\)." in told
    assert "also counted" not in kibbutz("score", forum, "--format", "md").stdout


def test_the_note_of_the_metric_names_its_package_and_no_note_of_ours_does(kibbutz, welcomes, forum):
    told = tomllib.loads(kibbutz("score", forum, "--format", "toml", PYTHONPATH=welcomes).stdout)

    assert [note for note in told["metrics"] if "package" in note] == [NOTE]


@pytest.mark.parametrize(
    ("command", "schema"),
    [(["score"], "summary"), (["explain", "f:u1"], "explanation"), (["inspect"], "inspection")],
    ids=lambda each: each[0] if isinstance(each, list) else None,
)
def test_an_answer_with_such_a_note_keeps_to_its_schema(kibbutz, welcomes, forum, command, schema):
    told = json.loads(kibbutz(*command, forum, "--json", PYTHONPATH=welcomes).stdout)

    assert [note for note in told["metrics"] if "package" in note] == [NOTE]
    jsonschema.validate(told, json.loads(kibbutz("schema", schema).stdout))


def test_of_a_metric_of_a_file_the_name_is_told_not_where_it_lies(kibbutz, forum, tmp_path):
    (tmp_path / "mine.sql").write_bytes(WELCOMES.read_bytes())
    (tmp_path / "kibbutz.toml").write_text('metrics = ["mine.sql"]\n')

    told = kibbutz("score", forum, "--config", "kibbutz.toml", "--json").stdout

    assert [note["package"] for note in json.loads(told)["metrics"] if "package" in note] == ["mine.sql"]

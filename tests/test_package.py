"""The installed package is whole: what it registers loads, and every query lies in it."""

import tomllib
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import pytest

from kibbutz_cli import plugins
from kibbutz_cli.scoring import metric, steps

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("group", [plugins.READERS, plugins.METRICS])
def test_the_installed_entry_points_are_those_of_the_project(group):
    installed = {
        point.name: point.value for point in distribution("kibbutz-cli").entry_points.select(group=group)
    }

    assert PROJECT["entry-points"][group] == installed, "install the project again"


@pytest.mark.parametrize("point", plugins.points(plugins.READERS), ids=lambda point: point.name)
def test_every_registered_reader_loads_and_has_the_name_it_is_registered_under(point):
    assert point.name == plugins.load(point).ABOUT.name


@pytest.mark.parametrize("point", plugins.points(plugins.METRICS), ids=lambda point: point.name)
def test_every_registered_metric_has_its_sql_in_the_package(point):
    found = metric.from_package(point, plugins.load(point))

    assert found.query
    assert found.evidence


def test_every_step_has_its_sql_in_the_package():
    for step in (*steps.DEEDS, *steps.BONDS, *steps.SOCIETY, *steps.RESULTS):
        assert steps.text(step)


def test_every_metric_file_of_ours_is_registered():
    names = {path.stem for path in (ROOT / "src" / "kibbutz_cli" / "scoring" / "metrics").rglob("*.sql")}

    assert names == set(PROJECT["entry-points"][plugins.METRICS])


def test_the_package_says_that_it_is_typed():
    assert files("kibbutz_cli").joinpath("py.typed").is_file()


def test_the_version_is_the_one_of_the_changelog():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"## [{distribution('kibbutz-cli').version}]" in changelog

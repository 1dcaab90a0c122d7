"""A package of somebody else's adds a format and a metric, and edits nothing of ours."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
TESTS = ROOT / "tests" / "sample_plugin" / "tests"
GUESTBOOK = FIXTURES / "guestbook" / "guestbook.txt"

BROKEN = """\
[build-system]
requires = ["uv_build"]
build-backend = "uv_build"

[project]
name = "kibbutz-broken"
version = "0.3.0"

[project.entry-points."kibbutz.readers"]
diary = "kibbutz_broken"
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return _environment(tmp_path_factory.mktemp("sample"), ROOT / "tests" / "sample_plugin")


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    project = tmp_path_factory.mktemp("project")
    package = project / "src" / "kibbutz_broken"
    package.mkdir(parents=True)
    (project / "pyproject.toml").write_text(BROKEN, encoding="utf-8")
    (package / "__init__.py").write_text("raise RuntimeError('the ink ran out')\n", encoding="utf-8")
    return _environment(tmp_path_factory.mktemp("broken"), project)


def test_the_readers_and_metrics_of_the_package_are_listed(sample):
    listed = json.loads(_kibbutz(sample, "plugins", "--json"))

    assert sorted(
        (one["group"], one["name"], one["fault"])
        for one in listed
        if one["package"] == "kibbutz-sample 1.0.0"
    ) == [("metric", "welcomes", ""), ("reader", "guestbook", "")]


def test_the_format_of_the_package_is_listed(sample):
    assert "guestbook  Guestbook" in _kibbutz(sample, "formats")


def test_the_metric_of_the_package_explains_itself(sample):
    assert "How many people heard their first word here from you." in _kibbutz(sample, "element", "social")


def test_the_reader_of_the_package_reads_its_format_and_its_metric_is_among_the_parts(sample):
    report = json.loads(_kibbutz(sample, "score", str(GUESTBOOK), "--json"))
    (source,) = report["sources"]
    assert (source["reader"], source["accepted"], source["rejected"]) == ("guestbook", 14, {"no_actor": 1})

    anna = next(member for member in report["members"] if member["name"] == "anna")
    social = next(element for element in anna["elements"] if element["element"] == "social")

    # Ben and Cleo heard their first word from Anna.
    assert {part["metric"]: part["value"] for part in social["parts"] if part["metric"] == "welcomes"} == {
        "welcomes": 2.0
    }


def test_the_package_keeps_the_laws_of_readers_and_metrics(sample):
    told = _output(sample, "-m", "pytest", "-p", "no:cacheprovider", str(TESTS))

    assert "18 passed" in told


def test_a_broken_package_is_named_with_its_fault(broken):
    listed = json.loads(_kibbutz(broken, "plugins", "--json"))
    (fault,) = [one["fault"] for one in listed if one["package"] == "kibbutz-broken 0.3.0"]

    assert fault.startswith("plug-in diary (kibbutz-broken 0.3.0): ")
    assert fault.endswith("RuntimeError: the ink ran out")


def test_a_broken_package_does_not_stop_a_score(broken):
    report = _kibbutz(broken, "score", str(FIXTURES / "wordpress" / "blog.xml"), "--json")

    assert json.loads(report)["sources"]


def _environment(folder, project):
    """Return the Python of a new environment that sees ours and has one more project installed."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    packages = Path(_output(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    ours = sysconfig.get_path("purelib")
    (packages / "ours.pth").write_text(f"import site; site.addsitedir({ours!r})\n", encoding="utf-8")
    copy = folder / "project"
    shutil.copytree(project, copy)
    _output(
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        str(copy),
    )
    return python


def _kibbutz(python, *args):
    return _output(python, "-m", "kibbutz_cli", *args)


def _output(python, *args):
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [str(python), *args],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PATH": path, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "validation.md"


@pytest.mark.parametrize(
    "title",
    [
        "Stack Exchange quantumcomputing, votes held out",
        "Stack Exchange quantumcomputing, with the scores of posts",
        "Advogato, August 2000 to later",
        "R package mailing list",
        "CollegeMsg",
        "Bitcoin Alpha, ratings from strangers",
        "Small status networks",
        "How presence was chosen",
        "What this does not show",
    ],
)
def test_the_page_has_a_section_of_every_data_set_and_of_what_it_does_not_show(title):
    assert f"\n## {title}\n" in PAGE.read_text(encoding="utf-8")


def test_the_page_says_first_how_many_targets_are_reached_and_names_those_that_are_not():
    summary, *sections = PAGE.read_text(encoding="utf-8").split("\n## ")
    reached, missed = (
        sum(text.count(word) for text in sections) for word in ("| reached |", "| **missed** |")
    )

    assert f"\n{reached} of {reached + missed} targets are reached.\n" in summary
    assert summary.count("\n* ") == missed


def test_the_page_ends_with_the_limits_and_its_links_hold_there():
    limits = (ROOT / "benchmarks" / "validation_limits.md").read_text(encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8").endswith(limits.replace("](../docs/", "]("))


def test_without_the_data_it_refuses_in_one_line_and_leaves_the_page_alone(tmp_path):
    for name in ("scipy", "numpy"):
        pytest.importorskip(name)
    page = tmp_path / "validation.md"
    page.write_text("as it was")
    program = [sys.executable, str(ROOT / "benchmarks" / "validation.py")]

    done = subprocess.run(
        [*program, "--shared", str(tmp_path / "elsewhere"), "-o", str(page)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("validation: ")
    assert done.stderr.count("\n") == 1
    assert "elsewhere" in done.stderr
    assert page.read_text() == "as it was"

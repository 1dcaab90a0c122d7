"""The documentation is true: its commands print what it shows, and its generated pages are up to date."""

import importlib.util
import re
from pathlib import Path

import pytest
import typer

from kibbutz_cli.cli.program import program
from kibbutz_cli.model.activity import Kind
from kibbutz_cli.readers.canonical import FIELDS, VISIBILITIES

ROOT = Path(__file__).resolve().parents[1]


def _generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = _generator()
LINKING = ("CHANGELOG.md", "docs/metrics.md", "docs/formats/index.md", "benchmarks/validation_limits.md")
PAGES = [str(page.relative_to(ROOT)) for page in generate.written()]


@pytest.mark.parametrize("page", [page for page in PAGES if "```console" in (ROOT / page).read_text("utf-8")])
def test_every_command_in_the_documentation_prints_what_stands_below_it(page, tmp_path):
    text = (ROOT / page).read_text(encoding="utf-8")

    assert text == generate.refreshed(text, generate.playground(tmp_path))


def test_the_generated_pages_are_up_to_date():
    for page, text in generate.generated().items():
        assert text == page.read_text(encoding="utf-8"), f"{page}: make docs"


def test_the_page_on_tables_says_of_every_column_what_it_holds_and_which_words_there_are():
    page = generate.generated()[ROOT / "docs" / "formats" / "tables.md"]

    columns = re.findall(r"^\| `(\w+)` \| [^|]+ \| \S[^|]* \|", page, re.MULTILINE)

    assert columns == list(FIELDS)
    assert [word for word in (*Kind, *VISIBILITIES) if f"`{word}`" not in page] == []


def test_no_generated_page_is_left_over_from_a_format_that_is_gone():
    pages = set((ROOT / "docs" / "formats").glob("*.md"))

    assert pages == {page for page in generate.generated() if page.parent.name == "formats"}


def test_every_command_has_a_section_in_the_reference():
    sections = re.findall(r"^## kibbutz (\S+)$", (ROOT / "docs" / "cli.md").read_text("utf-8"), re.MULTILINE)

    assert sorted(typer.main.get_command(program).commands) == sorted(sections)


@pytest.mark.parametrize("page", [*PAGES, *LINKING])
def test_every_link_to_a_file_finds_it(page):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / page).read_text(encoding="utf-8"))

    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_excerpt_stands_in_the_file_it_names(page):
    excerpts = re.findall(
        r"^```\w+ (\S+)\n(.*?)^```$", (ROOT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )

    for file, excerpt in excerpts:
        assert excerpt in (ROOT / file).read_text(encoding="utf-8")


def test_the_readme_shows_one_run_whole():
    (run,) = re.findall(
        r"^```console\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )

    assert run.startswith("$ kibbutz score examples/community ")
    assert "\n...\n" not in run


def test_the_readme_explains_a_member_who_is_found(tmp_path):
    (command,) = re.findall(r"`(kibbutz explain [^`]*)`", (ROOT / "README.md").read_text("utf-8"))

    shown = generate.refreshed(f"```console\n$ {command}\n```\n", generate.playground(tmp_path))

    assert "$ kibbutz explain" in shown
    assert "kibbutz: " not in shown

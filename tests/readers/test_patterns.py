"""Patterns that wait until they are asked: each of them is sound, and answers as the compiled one."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from time import process_time

import pytest

from kibbutz_cli import readers
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import choose, patterns
from kibbutz_cli.readers.base import Reader
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree

MODULES = [found.name for found in walk_packages(readers.__path__, "kibbutz_cli.readers.")]

TIMES = 8
"""How many times longer the second of two heads is; a square would take 64 times as long."""

SLACK_SECONDS = 0.05
"""What either may take besides: heads so short are looked at in a few milliseconds."""


def _seconds(reader: Reader, path: Path) -> float:
    with open_tree(str(path), Budget(Limits(), str(path))) as tree:
        tree.head(path.name)
        started = process_time()
        reader.probe(tree)
        return process_time() - started


@pytest.mark.parametrize("again", [" ", "\n", "<rss ", "<feed ", '{"a":', "<!-- -->", "<!--"])
@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?>'], ids=["bare", "declared"])
def test_a_head_that_says_one_thing_over_and_over_takes_time_by_its_length(
    tmp_path: Path, before: str, again: str
) -> None:
    short, long = tmp_path / "short.xml", tmp_path / "long.xml"
    short.write_text(before + again * (2000 // len(again)))
    long.write_text(before + again * (TIMES * 2000 // len(again)))

    for name, reader, _ in choose.readers():
        once = max(_seconds(reader, short), _seconds(reader, short))

        assert _seconds(reader, long) < 3 * TIMES * once + SLACK_SECONDS, name


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_of_a_reader_can_be_compiled(name: str) -> None:
    for value in vars(import_module(name)).values():
        if isinstance(value, patterns._Pattern):
            assert isinstance(value.groups, int)


def test_it_answers_as_the_compiled_one() -> None:
    waiting, compiled = patterns.pattern(r"(?P<day>\d+)", re.ASCII), re.compile(r"(?P<day>\d+)", re.ASCII)

    assert waiting.findall("1 ٢ 33") == compiled.findall("1 ٢ 33") == ["1", "33"]
    assert waiting.sub("x", "1 a 2") == "x a x"
    assert (waiting.groups, waiting.pattern, waiting.flags) == (1, compiled.pattern, compiled.flags)


def test_a_pattern_that_is_none_says_so_when_asked() -> None:
    with pytest.raises(re.error):
        patterns.pattern("(").match("(")

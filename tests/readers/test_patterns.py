"""Patterns that wait until they are asked: each of them is sound, and answers as the compiled one."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

from kibbutz_cli import readers
from kibbutz_cli.readers import patterns

MODULES = [found.name for found in walk_packages(readers.__path__, "kibbutz_cli.readers.")]


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

"""Patterns that wait until they are asked: each of them is sound, and answers as the compiled one."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from kibbutz_cli import readers
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import choose, patterns
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats import ircnotices, ircqueries
from kibbutz_cli.readers.files.archive import HEAD, open_tree
from kibbutz_cli.readers.forums import wikipages
from kibbutz_cli.readers.parsing import jsonstream
from kibbutz_cli.readers.posts import takeout

MODULES = [found.name for found in walk_packages(readers.__path__, "kibbutz_cli.readers.")]

AS = '{"@context":"https://www.w3.org/ns/activitystreams","type":'
BEFORE = ["bare", "declared", "Ghost", "ActivityStreams", "IRC"]
AGAIN = [" ", "\n", "!", "<rss ", "<feed ", "<?xml ", '{"a":', "<!-- -->", "<!--", "BEGIN:VEVENT\r\n"]


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?>', '{"images"', AS, "<nick"], ids=BEFORE)
def test_a_head_that_says_one_thing_over_and_over_takes_time_by_its_length(
    tmp_path: Path, before: str, again: str
) -> None:
    path = tmp_path / "head.xml"
    path.write_text(before + again * (HEAD // len(again)))

    with open_tree(str(path), Budget(Limits(), str(path))) as tree:
        for _, reader, _ in choose.readers():
            reader.probe(tree)


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        (ircnotices.is_told_by_program, "* a (" + "@" * 50_000),
        (ircnotices.is_told_by_program, "* Joins: a [" + "@" * 50_000),
        (ircnotices.is_told_by_program, "*\t[a] " + "." * 100_000),
        (ircnotices.is_told_by_program, "*\t[a] (" + "@" * 50_000),
        (lambda text: ircqueries.is_query(["ada"], [[text]]), "2024-03-01T10:00:00  *** " + "a" * 50_000),
        (lambda text: wikipages._words(text, set()), "/*a" * 20_000),
        (takeout._segments, '{"text":"a' * 20_000),
        (lambda text: jsonstream._CLOSED.search(text.encode()), "]" + " " * 50_000 + "x"),
    ],
    ids=["notice", "program", "whois", "address", "query", "summary", "pieces", "end"],
)
@pytest.mark.usefixtures("ends")
def test_a_text_made_for_a_pattern_takes_time_by_its_length(ask: Callable[[str], object], text: str) -> None:
    ask(text)


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

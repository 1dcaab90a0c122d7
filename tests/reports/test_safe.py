"""Nothing in a stranger's text can act on a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.reports.safe import line, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07", "a␀b␇"),
        ("two\nlines\ttab\r", "two␊lines␉tab␍"),
        ("\x7f", "␡"),
        ("\x9b2J", "<U+009B>2J"),
        ("abc\u202edcba", "abc<U+202E>dcba"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("a\u200bb", "a<U+200B>b"),
        ("hi\U000e0068", "hi<U+E0068>"),
        ("\U0001f3f4\U000e0068\U000e007f", "\U0001f3f4<U+E0068><U+E007F>"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("line\u2028break", "line<U+2028>break"),
    ],
    ids=[
        "escape",
        "nul-bell",
        "lines",
        "delete",
        "c1",
        "override",
        "isolate",
        "zero-width",
        "tag",
        "no flag",
        "surrogate",
        "ls",
    ],
)
def test_what_could_act_becomes_visible(text, shown):
    assert shown == safe(text)


FLAGS = [
    "".join(["\U0001f3f4", *(chr(0xE0000 + ord(letter)) for letter in where), "\U000e007f"])
    for where in ("gbeng", "gbsct", "gbwls")
]


@pytest.mark.parametrize(
    "text", ["Ana", "陳大文", "נעמי", "می‌خواهم", "🧑‍🌾", "é", "e\u0301", "[bold]x[/]", *FLAGS]
)
def test_the_scripts_of_people_stay_as_they_are(text):
    assert text == safe(text)


def test_a_tower_of_marks_is_cut():
    assert safe("a" + "\u0301" * 50) == "a" + "\u0301" * 4 + "\ufffd"


def test_a_line_with_a_name_of_60_000_letters_loses_its_middle_alone():
    told = line(f"a.zip!{'x' * 60_000}: empty: \x1bexpected an export")

    assert told.startswith("a.zip!xxx")
    assert told.endswith("xxx: empty: \u241bexpected an export")
    assert len(told) == 6001


def test_a_line_with_the_longest_path_is_whole():
    text = f"{'a/' * 2500}: cannot be read"

    assert text == line(text)


@given(st.text(alphabet=st.characters(), max_size=60))
def test_no_control_survives_and_the_result_is_utf8(text):
    shown = safe(text)

    shown.encode()
    assert not [char for char in shown if unicodedata.category(char) == "Cc"]
    assert shown == safe(shown)

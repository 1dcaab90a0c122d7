"""Texts of forums: which lines are their author's own."""

import pytest

from kibbutz_cli.readers.quotes import own_escaped, own_lines, own_markdown, without_code


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("> quoted\nown", "own"),
        ("own > still own", "own > still own"),
        ("a\n> b\n\nc", "a\n\nc"),
        ("", ""),
        ("cafe\u0301", "caf\u00e9"),
    ],
    ids=["quote first", "no quote", "quote between", "nothing", "NFC"],
)
def test_quoted_lines_are_not_own(text: str, own: str) -> None:
    assert own_lines(text) == own


def test_escaped_quotes_are_quotes() -> None:
    assert own_escaped("&gt; quoted\n1 &lt; 2 &amp; 3") == "1 < 2 & 3"


def test_what_is_hidden_in_markdown_is_not_own() -> None:
    assert own_markdown("a<!-- say what you saw -->b<!-- open") == "ab"


def test_fenced_code_is_no_text() -> None:
    assert without_code("a\n```\n@b\n```\nc\n~~~\n@d") == "a\n\nc\n"

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import own_escaped, own_lines, own_markdown, own_words, without_code


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (" plain ", "plain"),
        ("<p>a &amp; b</p>", "a & b"),
        ("Café ", "Café"),
        ("<blockquote>theirs</blockquote>mine", "mine"),
        ("one<BLOCKQUOTE class='x'>a<blockquote>b</blockquote>c</BLOCKQUOTE>two", "onetwo"),
        ("mine<blockquote>theirs", "mine"),
        ("a</blockquote>b<blockquote>c</blockquote>d", "abd"),
        ("<blockquoted>a", "a"),
    ],
    ids=["plain", "entity", "accent", "quote", "nested", "unclosed", "unopened", "another element"],
)
def test_what_stands_in_block_quotes_is_left_out(markup: str, words: str) -> None:
    assert words == own_words(markup)


@given(st.text(alphabet="ab <>/&;é", max_size=60))
def test_without_block_quotes_they_are_all_words(markup: str) -> None:
    assert plain(markup).strip() == own_words(markup).strip()


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("> quoted\nown", "own"),
        ("own > still own", "own > still own"),
        ("a\n> b\n\nc", "a\n\nc"),
        ("", ""),
        (">all", ""),
        ("cafe\u0301", "caf\u00e9"),
    ],
    ids=["quote first", "no quote", "quote between", "nothing", "all", "NFC"],
)
def test_quoted_lines_are_not_own(text: str, own: str) -> None:
    assert own_lines(text) == own


def test_escaped_quotes_are_quotes() -> None:
    assert own_escaped("&gt; quoted\n1 &lt; 2 &amp; 3") == "1 < 2 & 3"


def test_what_is_hidden_in_markdown_is_not_own() -> None:
    assert own_markdown("a<!-- say what you saw -->b<!-- open") == "ab"


def test_fenced_code_is_no_text() -> None:
    assert without_code("a\n```\n@b\n```\nc\n~~~\n@d") == "a\n\nc\n"

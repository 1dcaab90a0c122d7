import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.readers.markup import plain
from kibbutz_cli.readers.ownwords import own_words, unquoted


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
    ("markdown", "words"),
    [(" a \n", "a"), ("> theirs\nmine\n  > theirs\n", "mine"), ("a > b", "a > b"), (">all", "")],
)
def test_lines_that_quote_are_left_out(markdown: str, words: str) -> None:
    assert words == unquoted(markdown)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import (
    own_escaped,
    own_lines,
    own_markdown,
    own_spoken,
    own_words,
    without_code,
)


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("&gt;!the gardener!&lt; did it", "the gardener did it"),
        ("so >!a!< and >!b!<", "so a and b"),
        (">!no end", ""),
        ("> >!quoted!<\n>>!quoted!<\nown", "own"),
    ],
    ids=["first", "inline", "open", "quoted"],
)
def test_a_spoiler_is_no_quote(text: str, words: str) -> None:
    assert own_escaped(text) == words


def test_what_is_hidden_in_markdown_is_not_own() -> None:
    assert own_markdown("a<!-- say what you saw -->b<!-- open") == "ab"


def test_fenced_code_is_no_text() -> None:
    assert without_code("a\n```\n@b\n```\nc\n~~~\n@d") == "a\n\nc\n"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("1. a\n\n   ```java\n   @b\n\n   @c\n   ```\n@d", "1. a\n\n\n@d"),
        ("````\n```\n@b\n````\n@c", "\n@c"),
        ("``` @b ``` @c", "  @c"),
        ("1. ```sh\n   @b\n   ```\n2. a\n\n@c", "1. \n2. a\n\n@c"),
        ("- 1) ~~~\n     @b\n     ~~~\n     @c", "- 1) \n     @c"),
        ("- ```\n  @b\n- @c", "- - @c"),
        ("- ```\n@b\n```\n@c", "- @b\n"),
    ],
    ids=["in a list", "four marks", "in a line", "item", "item in item", "end of item", "open item"],
)
def test_a_fence_may_be_indented_and_of_many_marks(text: str, rest: str) -> None:
    assert without_code(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("`@b` @c", "  @c"),
        ("``a ` @b`` @c", "  @c"),
        ("`a\n@b` @c", "  @c"),
        ("` @b", "` @b"),
        ("`` @b ` @c", "`` @b ` @c"),
        (r"\` @b `", r"\` @b `"),
        ("` a\r\n\r\n@b `", "` a\r\n\r\n@b `"),
        ("- ` a\n- @b `", "- ` a\n- @b `"),
        ("- ` a\n1. @b `", "- ` a\n1. @b `"),
    ],
    ids=["code", "marks in it", "lines", "open", "unequal", "escaped", "paragraphs", "items", "numbers"],
)
def test_code_in_a_line_is_no_text(text: str, rest: str) -> None:
    assert without_code(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a\n\n    @b\n\n    @c\nd", "a\n\n\nd"),
        ("a\r\n\r\n\t@b\r\nc", "a\r\n\r\nc"),
        ("a\n    @b", "a\n    @b"),
        ("- a\n\n    @b", "- a\n\n    @b"),
        ("1. a\nb\n\n   c\n\n    @d", "1. a\nb\n\n   c\n\n    @d"),
        ("- a\n\nb\n\n    @c", "- a\n\nb\n"),
        ("a[^1]\n\n[^1]: b\n\n    @c", "a[^1]\n\n[^1]: b\n\n    @c"),
    ],
    ids=["code", "tab", "a paragraph", "a list", "numbers", "behind a list", "a note"],
)
def test_indented_code_is_no_text(text: str, rest: str) -> None:
    assert without_code(text) == rest


def test_code_in_the_first_line_is_not_spoken() -> None:
    assert own_spoken("    @b\n\n@c") == "\n@c"


@pytest.mark.parametrize(
    "text",
    [" ".join("`" * number for number in range(1, 1000)), "- " * 100_000, "- " + " " * 100_000],
    ids=["code", "items", "blanks"],
)
def test_marks_without_end_cost_no_time(text: str) -> None:
    assert without_code(f"{text}`~~~") == f"{text}`~~~"

import pytest

from kibbutz_cli.readers.parsing.markup import plain, unescaped


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Hello", "Hello"),
        ("<p>One <b>two</b></p><p>three<br>four</p>", "One two\nthree\nfour"),
        ("a &amp;lt; b &lt;i&gt;", "a &lt; b <i>"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ('<!-- wp:x {"a":"<p>"} -->kept<script>x<y</script><STYLE>p{}</STYLE>!', "kept!"),
        ("kept<!-- never closed <p>", "kept"),
        ("cafe\u0301", "caf\u00e9"),
        ("&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";"),
    ],
    ids=["plain", "blocks", "once", "comparison", "dropped", "unclosed", "nfc", "huge reference"],
)
def test_the_words_are_kept_and_the_markup_is_not(markup: str, text: str) -> None:
    assert text == plain(markup)


def test_a_text_that_is_no_markup_keeps_its_brackets() -> None:
    assert unescaped("I <3 &lt;3") == "I <3 <3"


@pytest.mark.parametrize("start", ["<a", "<!--", "<script>", "<p ", "&", "&#x"])
@pytest.mark.usefixtures("ends")
def test_hostile_markup_takes_linear_time(start: str) -> None:
    plain(start * 200_000)

"""A person's own words in a mail, where programs mark quotes in ways of their own."""

import pytest

from kibbutz_cli.readers.work.mailheads import Head
from kibbutz_cli.readers.work.mailwords import own_words

PLAIN = Head(b"", {})


@pytest.mark.parametrize(
    ("body", "own"),
    [
        (
            "On 2 Jan 2018 at 10:00, Ada wrote:\n| Beans?\n| \n| Peas?\n\nBeans.\n| When?\n\nNow.\n",
            "Beans.\n\nNow.",
        ),
        ("On 2 Jan 2018,\nAda <ada@hill.example> wrote:\n\n| > Beans?\n| Peas.\n\nBoth.\n", "Both."),
        (
            ">>>>> Ada Byron\n>>>>>     on Tue, 2 Jan 2018 writes:\n\n    > Beans?\n    > Peas?\n\nBoth.\n",
            "Both.",
        ),
        ("Am 2. Januar 2018 schrieb Ada:\n | Bohnen?\n\nJa.\n", "Ja."),
    ],
    ids=["bars", "bars below two lines", "indented", "in German"],
)
def test_a_quote_is_known_by_what_stands_before_its_first_line(body: str, own: str) -> None:
    assert own_words(PLAIN, body.encode()) == own


@pytest.mark.parametrize(
    "body",
    [
        "What I sow in 2018:\n| beans | peas |\n| ----- | ---- |\n| 1     | 2    |",
        "So I wrote a table.\n\n| beans | peas |",
        "I wrote:\n\n    beans and peas",
        "On my machine:\n    > sow(beans)\n    > sow(peas)",
    ],
    ids=["a table", "a table of somebody", "indented", "a session"],
)
def test_what_nobody_is_said_to_have_written_is_ones_own(body: str) -> None:
    assert own_words(PLAIN, body.encode()) == body

"""The print of a text: the same for the same words, none for few, and the same as the engine's."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget import examples
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.ledger import Ledger
from kibbutz_cli.model.activity import Activity, Coverage, Origin
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import choose
from kibbutz_cli.readers.canonical import outcome
from kibbutz_cli.readers.parsing.prints import print_of

WORDS = "The beans on the north slope can be picked from Monday on, bring baskets."


@pytest.mark.parametrize(
    "same",
    [
        pytest.param(WORDS.upper(), id="in capitals"),
        pytest.param(WORDS.replace(" ", "\n\n"), id="with other spaces"),
        pytest.param(f"{WORDS} (7)!", id="with a number"),
        pytest.param(f"{WORDS} https://shop.example/offer?id=ABC", id="with an address"),
        pytest.param(f"https://a.example/x {WORDS} http://b.example", id="with two"),
    ],
)
def test_the_same_words_have_the_same_print(same: str) -> None:
    assert print_of(same) == print_of(WORDS) is not None


@pytest.mark.parametrize(
    "other", [WORDS.replace("Monday", "Friday"), WORDS + " Ja", WORDS.replace("beans", "bohnen")]
)
def test_other_words_have_another(other: str) -> None:
    assert print_of(other) != print_of(WORDS)


@pytest.mark.parametrize(
    "short",
    ["", "Thank you very much, that helped me a lot!", "1234567890 " * 20, "https://a.example/" + "x" * 200],
)
def test_a_text_of_less_than_forty_letters_has_none(short: str) -> None:
    assert print_of(short) is None


def test_letters_beyond_ascii_count_by_their_bytes() -> None:
    """Fourteen characters of three bytes are 42."""
    assert print_of("北斜面の豆は月曜日から摘める") is not None
    assert print_of("北斜面の豆は月曜日から摘") is None


def test_half_a_character_is_no_obstacle() -> None:
    assert print_of(WORDS + "\ud800") == print_of(WORDS)


def test_a_print_is_the_same_on_every_machine_and_fits_into_a_table() -> None:
    """MD5 of the letters alone, its first seven bytes, worked out with coreutils."""
    assert print_of(WORDS) == 0xFBD4586F08845C < 2**56


TEXTS = st.lists(
    st.sampled_from([WORDS, "Ünïcode", "https://x.example/?A=1", "\v", "\x7f", "[`{}", "北"]), max_size=6
)


@examples(10)
@given(
    told=st.lists(
        TEXTS.map(" ".join) | st.text(st.characters(codec="utf-8"), min_size=41), min_size=1, max_size=20
    )
)
def test_the_engine_makes_the_same_prints(told: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = [{"actor": "ann", "published": "2024-01-01", "text": text.replace("\0", "")} for text in told]
    path = tmp_path_factory.mktemp("told") / "told.ndjson"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")

    with DuckDB(files=[str(path)]) as engine:
        ledger = Ledger(engine)
        (found,) = choose.inputs(str(path), Limits(), None)
        assert isinstance(found, choose.Input)
        ledger.take(found, {}, lambda *_: None)
        prints = engine.rows("select text_print from activity order by position")

    assert [value for (value,) in prints] == [print_of(row["text"]) for row in rows]


def test_a_print_that_a_table_gives_is_taken_as_it_is(tmp_path: Path) -> None:
    origin = Origin(path="told.csv", reader="tables", coverage=Coverage.COMMUNITY)
    row = {"actor": "ann", "published": "2024-01-01", "text": WORDS, "text_print": "7"}

    told = outcome(row, origin, 1)

    assert isinstance(told, Activity)
    assert told.text_print == 7

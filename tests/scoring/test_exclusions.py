"""Who is meant by the lists of exclusions, against every pattern held against everybody by Python."""

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.database import Row
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.model.settings import Exclude
from kibbutz_cli.scoring import exclusions, steps, tables

IDS = st.text("abA:@-é", min_size=1, max_size=8) | st.text("ab:", min_size=tables.MOST_WORDS, max_size=40)
NAMES = st.text("ab:@ %_\\", min_size=1, max_size=8)
ENTRIES = st.lists(st.text("abA:@*-%_\\é", min_size=1, max_size=5) | IDS, max_size=6)


@pytest.fixture(scope="module")
def db() -> Iterator[DuckDB]:
    with DuckDB(threads=1) as engine:
        yield engine


@given(
    st.lists(st.tuples(IDS, st.none() | NAMES), min_size=1, max_size=6),
    st.lists(st.tuples(IDS, IDS), max_size=2),
    ENTRIES,
    st.builds(Exclude, bots=ENTRIES, opt_out=ENTRIES, staff=ENTRIES),
)
def test_by_its_word_no_match_is_missed_and_none_is_made_up(
    db: DuckDB,
    bylines: list[tuple[str, str | None]],
    identities: list[tuple[str, str]],
    bots: list[str],
    exclude: Exclude,
) -> None:
    rows = exclusions.rows(bots, exclude)
    told: dict[str, tuple[str, Sequence[Row]]] = {
        "bylines": ("actor varchar, name varchar", bylines),
        "identities": ("handle varchar, member varchar", identities),
        "exclusions": ("pattern varchar, reason varchar, word varchar", rows),
        "word_places": ("place integer", [(place,) for place in range(1, tables.MOST_WORDS + 1)]),
    }
    for table, (columns, held) in told.items():
        db.execute(f"drop table if exists {table}")
        tables.create(db, table, columns, held)
    said = {actor for actor, _ in bylines} | {member for _, member in identities}
    said |= {name.strip(" ") for _, name in bylines if name is not None}

    found = set(db.rows(steps.text("matches")))

    assert found == {
        (each, str(pattern), reason)
        for pattern, reason, _ in rows
        for each in said
        if re.fullmatch(_meaning(str(pattern)), each.lower(), re.DOTALL)
    }


def _meaning(pattern: str) -> str:
    """Return a pattern of ``ilike`` as a regular expression."""
    pieces = re.findall(r"\\.|[^\\]", pattern.lower(), re.DOTALL)
    return "".join(".*" if each == "%" else re.escape(each[-1]) for each in pieces)


def test_of_many_at_one_host_each_is_found_by_the_name() -> None:
    globs = ["ann@hill.example", "ben@hill.example", "mail:*noreply*", "*-bot", "a:*"]

    assert exclusions.words(globs) == {
        "ann@hill.example": "ann",
        "ben@hill.example": "ben",
        "mail:*noreply*": "mail",
        "*-bot": None,
        "a:*": "a",
    }

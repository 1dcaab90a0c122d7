"""A metric's file: a header, a query, a line that says where its evidence begins, and a second query."""

import pytest

from kibbutz_cli.scoring.metric import parse

HEADER = """\
-- element = "social"
-- kind = "amount"
-- unit = "deeds"
-- needs = ["dates"]
-- says = "How much you did."
-- source = "nobody"
-- fails = "always"
-- target = 5
"""


def test_only_a_line_of_its_own_ends_the_query() -> None:
    query = "select\n  -- evidence is below\n  member,\n  deeds as amount -- evidence\nfrom members"

    found = parse("mine", f"{HEADER}{query}\n;\n-- evidence\nselect 1\n", "mine.sql")

    assert (found.query, found.evidence) == (query, "select 1")


def test_a_file_without_that_line_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a second query after a line '-- evidence'"):
        parse("mine", f"{HEADER}select 1\n-- evidence of it\nselect 2\n", "mine.sql")


def test_an_empty_line_ends_the_header() -> None:
    found = parse("mine", f"{HEADER}\n-- Counts deeds.\nselect 1\n;\n-- evidence\nselect 2\n", "mine.sql")

    assert found.query == "-- Counts deeds.\nselect 1"

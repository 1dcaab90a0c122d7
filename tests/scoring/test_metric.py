"""A metric's file: a header, a query, a line that says where its evidence begins, and a second query."""

import pytest
from village import did, enter

from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring import pipeline
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


def test_a_metric_of_others_finds_its_tables_however_it_names_them_where_members_are_only_listed() -> None:
    written = {
        "comma": "select d.giver as member from members as m, towards as d where m.member = d.giver",
        "capitals": "SELECT giver AS member FROM Endorsements",
        "quotes": 'select member from "screened"',
        "database": "select member from memory.main.daily",
    }
    counted = "select member, 1.0 as amount, 1.0 as squares from (\n{}\n) as f group by member"
    found = [
        parse(name, f"{HEADER}{counted.format(query)}\n;\n-- evidence\nselect 1\n", f"{name}.sql")
        for name, query in written.items()
    ]
    told = [did("ann", "post", 0, id="p"), did("ben", "reply", 1, to="ann", on="p")]

    with DuckDB(threads=1) as engine:
        enter(engine, told)
        pipeline.run(engine, pipeline.Plan(Ruler(), Config(), found, listed=True))

        measured = {str(metric) for (metric,) in engine.rows("select metric from parts")}

    assert set(written) == measured

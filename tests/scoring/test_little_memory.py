"""Trust reaches a community whose endorsements are larger than the engine's memory."""

import pytest

from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring import pipeline, tables

MEMBERS = 4_000
GIVEN = 300
"""Members each of them endorses: 1.2 million endorsements, of which one join in memory takes 70 MB."""


@pytest.fixture
def community() -> DuckDB:
    """Everybody endorses the members after them; a tenth has all of its trust from one member."""
    db = DuckDB(memory="110MB", threads=1)
    tables.create_scalars(db, Ruler(), tables.Span(0, tables.FAR_PAST, tables.FAR_FUTURE))
    db.execute(
        f"""
        create table endorsements as
        select
          cast(g.range as integer) as giver,
          cast((g.range + 1 + o.range * 7) % {MEMBERS} as integer) as receiver,
          1.0 / {GIVEN} as share
        from range({MEMBERS}) as g
        cross join range({GIVEN}) as o
        union all
        select
          cast(g.range as integer) as giver,
          cast({MEMBERS} + g.range as integer) as receiver,
          0.5 as share
        from range({MEMBERS // 10}) as g
        """
    )
    everybody = MEMBERS + MEMBERS // 10
    db.execute(f"create table members as select cast(range as integer) as member from range({everybody})")
    db.execute("create table anchors as select cast(range as integer) as member from range(20)")
    return db


def test_trust_is_passed_on_in_less_memory_than_all_endorsements_take(community: DuckDB) -> None:
    with community as db:
        pipeline.run_steps(db, ("trust_waves", "trust_straight", "trust_passed"))
        ((through,),) = db.rows(
            f"select count(distinct through) from trust_passed where member = through + {MEMBERS}"
        )

    assert through == MEMBERS // 10

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

GENERATE = Path(__file__).resolve().parents[1] / "benchmarks" / "generate.py"
KIBBUTZ = str(Path(sys.executable).with_name("kibbutz"))
PANDAS = ("pandas", "pyarrow", "scipy")
PEERS = {
    "networkx": ((*PANDAS, "networkx"), ("peer.py", "--graph", "networkx")),
    "numpy": (PANDAS, ("peer.py", "--graph", "numpy")),
    "polars": (("polars", "numpy"), ("polars_peer.py",)),
}
ACTIVITIES = 40_000
GINI = """
with counted as (select actor, count(*) as n from deeds group by actor),
placed as (select n, row_number() over (order by n) as place from counted)
select 2.0 * sum(place * n) / (count(*) * sum(n)) - (count(*) + 1) / count(*) from placed
"""
MUTUAL = """
with ties as (select distinct actor, target from deeds where target is not null and target <> actor)
select count(*)
from ties as there
inner join ties as back on there.actor = back.target and there.target = back.actor
"""


def _made(folder: Path, name: str, *options: str) -> Path:
    path = folder / name
    subprocess.run([sys.executable, str(GENERATE), *options, "-o", str(path)], check=True)
    return path


@pytest.fixture(scope="module")
def deeds(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    path = _made(tmp_path_factory.mktemp("made"), "made.parquet", "--activities", str(ACTIVITIES))
    connection = duckdb.connect()
    connection.execute(f"create table deeds as select * from '{path}'")
    return connection


def _number(deeds: duckdb.DuckDBPyConnection, query: str) -> float:
    (row,) = deeds.execute(query).fetchall()
    return float(row[0])


def test_every_activity_has_its_own_id(deeds: duckdb.DuckDBPyConnection) -> None:
    assert _number(deeds, "select count(distinct activity_id) from deeds") == ACTIVITIES


def test_few_members_do_most(deeds: duckdb.DuckDBPyConnection) -> None:
    members = _number(deeds, "select count(distinct actor) from deeds")
    assert members == pytest.approx(ACTIVITIES / 50, rel=0.15)
    assert _number(deeds, GINI) > 0.7


def test_the_community_lives_two_years_with_ties_that_go_both_ways(deeds: duckdb.DuckDBPyConnection) -> None:
    assert _number(deeds, "select count(distinct (ts_us // 86400000000 + 3) // 7) from deeds") == 104
    assert _number(deeds, MUTUAL) > 1000


def test_what_answers_comes_after_what_it_answers_and_names_its_author(
    deeds: duckdb.DuckDBPyConnection,
) -> None:
    wrong = """
    select count(*) from deeds as d left join deeds as o on o.activity_id = d.object_id
    where d.object_id is not null and (o.actor is distinct from d.target or o.ts_us > d.ts_us)
    """
    assert _number(deeds, wrong) == 0


def test_the_same_seed_makes_the_same_community(tmp_path: Path) -> None:
    first, again = (_made(tmp_path, name, "--activities", "2000") for name in ("first.csv", "again.csv"))
    assert first.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("name", ["blog.xml", "one.mastodon", "one.x"])
def test_an_export_has_about_the_size_asked_for_and_is_read_whole(tmp_path: Path, name: str) -> None:
    path = _made(tmp_path, name, "--megabytes", "0.5")
    files = [path] if path.is_file() else list(path.rglob("*.js*"))
    (source,) = _scored("inspect", str(path))["sources"]
    assert max(file.stat().st_size for file in files) == pytest.approx(500_000, rel=0.1)
    assert source["accepted"] == source["records"] > 200


@pytest.mark.parametrize(
    ("writer", "name", "reader"),
    [
        ("stackexchange", "bench.stackexchange.com", "stackexchange"),
        ("slack", "bench.zip", "slack"),
        ("reddit", "RC_2015-01.zst", "reddit"),
        ("events", "2015-01-01-0.json.gz", "github"),
        ("mbox", "bench.mbox", "mbox"),
    ],
)
def test_an_export_in_bulk_is_read_whole_and_repeats_no_id(
    tmp_path: Path, writer: str, name: str, reader: str
) -> None:
    code = f"import bulk, pathlib; bulk.write_{writer}(0.5, 1, pathlib.Path({str(tmp_path / name)!r}))"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=GENERATE.parent)
    told = _scored("inspect", str(tmp_path / name))
    (source,) = told["sources"]
    assert (source["reader"], source["rejected"], source["unknown"]) == (reader, {}, {})
    assert source["accepted"] + source["ignored"].get("no_author", 0) == source["records"] > 200
    assert told["activities"] == source["accepted"]


@pytest.mark.parametrize(
    "name",
    [
        "blog.xml",
        "archive.mastodon",
        "bench.stackexchange.com",
        "bench.zip",
        "RC_2015-01.zst",
        "2015-01-01-0.json.gz",
        "bench.mbox",
    ],
)
def test_an_export_told_again_has_every_record_so_many_times_and_the_same_activities(
    tmp_path: Path, name: str
) -> None:
    once, again = _made(tmp_path, name, "--megabytes", "0.2"), tmp_path / "again" / name
    again.parent.mkdir()
    code = f"import pathlib, repetition; repetition.repeat(pathlib.{once!r}, 3, pathlib.{again!r})"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=GENERATE.parent)

    first, more = (_scored("inspect", str(path)) for path in (once, again))

    assert more["sources"][0]["records"] == 3 * first["sources"][0]["records"]
    assert more["activities"] == first["activities"]


def test_every_import_of_a_short_command_is_accounted_for(tmp_path: Path) -> None:
    path = str(_made(tmp_path, "made.csv", "--activities", "300"))
    told = _imported(f"imports._told(['-m', 'kibbutz_cli', 'score', {path!r}, '--quiet'])")
    start = _imported(f"imports.start({KIBBUTZ!r}, pathlib.Path({path!r}), 1).imports")
    packages = {package: (modules, runs[1]) for package, modules, runs in start}
    assert sum(modules for modules, _ in packages.values()) >= len({module for _, module in told}) > 300
    assert {"kibbutz_cli", "duckdb", "pydantic", "rich", "Python's own", "others"} <= packages.keys()
    assert all(seconds >= 0 for _, (seconds,) in packages.values())


def _imported(expression: str) -> Any:
    code = f"import imports, json, pathlib; print(json.dumps({expression}))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=GENERATE.parent)
    return json.loads(done.stdout)


def _scored(*command: str) -> Any:
    ours = [sys.executable, "-m", "kibbutz_cli", *command, "--json"]
    return json.loads(subprocess.run(ours, check=True, capture_output=True).stdout)


def _by_peer(folder: Path, activities: int, peer: str) -> tuple[str, dict[str, Any]]:
    """Return the path of a community and the row of each of its members, as the peer tells them."""
    path = str(_made(folder, "made.parquet", "--activities", str(activities), "--seed", "7"))
    return path, _told_by(peer, path)


def _told_by(peer: str, path: str) -> dict[str, Any]:
    packages, (program, *options) = PEERS[peer]
    for needed in packages:
        pytest.importorskip(needed)
    report = Path(path).with_name("peer.json")
    command = [sys.executable, str(GENERATE.with_name(program)), path, *options, "-o", str(report)]
    subprocess.run(command, check=True)
    return {row["member"]: row for row in json.loads(report.read_bytes())}


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_written_apart_comes_to_the_same_standings_and_ranks(tmp_path: Path, peer: str) -> None:
    path, theirs = _by_peer(tmp_path, 4000, peer)
    ours = _scored("score", path, "--top", "0")["members"]
    assert theirs.keys() == {member["member"] for member in ours}
    for member in ours:
        row, standing = theirs[member["member"]], member["standing"]
        if standing is None:
            assert row["standing"] is None
            continue
        # The tail of a normal in a prior is a formula here, right to 0.06 %, and scipy's there.
        for name, figure in (("standing", "value"), ("low", "low"), ("high", "high")):
            assert row[name] == pytest.approx(standing[figure], abs=0.002)
        for rank in ("rank_low", "rank_high"):
            assert row[rank] == standing[rank]


@pytest.mark.parametrize("peer", ["numpy", "polars"])
def test_a_peer_written_apart_comes_to_the_same_status_and_trend(tmp_path: Path, peer: str) -> None:
    path, theirs = _by_peer(tmp_path, 12_000, peer)
    held = set()

    for member in _scored("score", path, "--top", "0")["members"]:
        row, status = theirs[member["member"]], member["status"]
        held.add(status["current"])
        told = (row["status"], row["next"], row["dormant"])
        assert told == (status["current"], status["next"] or "", status["dormant"])
        assert [row[f"trend_{block}"] for block in range(12)] == member["trend"]
        assert row["recognised_by"] == member["recognised_by"]
        for gate in status["gates"]:
            if gate["name"] in ("mutual_partners", "partners", "tenure_months"):
                assert row[gate["name"]] == gate["has"], member["member"]

    assert held >= {"Guest", "Candidate", "Member", "Builder"}


@pytest.mark.parametrize("peer", ["numpy", "polars"])
def test_a_peer_written_apart_comes_to_the_same_metrics(tmp_path: Path, peer: str) -> None:
    path, theirs = _by_peer(tmp_path, 4000, peer)
    met = set()

    for member in _scored("score", path, "--top", "0")["members"]:
        row = theirs[member["member"]]
        for part in (part for element in member["elements"] for part in element["parts"]):
            met.add(part["metric"])
            # Sums have six digits here and are in full there; for the tail of a normal see above.
            for name in ("value", "hits", "trials"):
                if part[name] is not None:
                    off = pytest.approx(part[name], rel=1e-5, abs=1e-5)
                    assert row[f"{part['metric']}_{name}"] == off, part

    assert met == {name.removesuffix("_value") for name in next(iter(theirs.values())) if "_value" in name}
    assert len(met) == 20


@pytest.mark.parametrize("peer", ["numpy", "polars"])
def test_a_peer_written_apart_leaves_out_trust_that_reaches_nobody_too(tmp_path: Path, peer: str) -> None:
    """The only anchor posts, and does nothing towards anybody: nobody's word counts, in esteem either."""
    made = _made(tmp_path, "made.parquet", "--activities", "4000", "--seed", "7")
    path = str(tmp_path / "nowhere.parquet")
    kept = "select * replace (case when actor = 'forum:0' then role end as role)"
    duckdb.execute(
        f"copy ({kept} from '{made}' where actor <> 'forum:0' or kind = 'post') to '{path}' (format parquet)"
    )

    theirs = _told_by(peer, path)

    report = _scored("score", path, "--top", "0")
    assert [note["metric"] for note in report["metrics"] if not note["scored"]] == ["esteem", "trust"]
    for member in report["members"]:
        row, standing = theirs[member["member"]], member["standing"]
        assert "trust_value" not in row
        assert row["standing"] == (standing and pytest.approx(standing["value"], abs=0.002))


def test_the_page_of_large_communities_has_every_size_the_floor_and_the_steps(tmp_path: Path) -> None:
    page = tmp_path / "SCALE.md"
    scale = [sys.executable, str(GENERATE.with_name("scale.py")), "--rounds", "1", "-o", str(page)]

    subprocess.run([*scale, "--activities", "2000", "6000"], check=True)

    text = page.read_text(encoding="utf-8")
    assert [line.split(" | ")[0] for line in text.splitlines() if line.startswith(("| 2,", "| 6,"))] == [
        "| 2,000",
        "| 6,000",
    ]
    assert "One more metric of the usual kind lengthens the last of them by" in text
    assert "| reading | " in text

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

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


def _about_so_long(path: Path, size: int) -> bool:
    files = [path] if path.is_file() else list(path.rglob("*.js*"))
    return max(file.stat().st_size for file in files) == pytest.approx(size, rel=0.1)


def test_an_archive_of_x_has_about_the_size_asked_for_and_is_read_whole(tmp_path: Path) -> None:
    path = _made(tmp_path, "one.x", "--megabytes", "0.5")
    (source,) = _scored("inspect", str(path))["sources"]
    assert _about_so_long(path, 500_000)
    assert source["accepted"] == source["records"] > 200


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("blog.xml", "wordpress"),
        ("archive.mastodon", "mastodon"),
        ("bench.stackexchange.com", "stackexchange"),
        ("bench.zip", "slack"),
        ("RC_2015-01.zst", "reddit"),
        ("2015-01-01-0.json.gz", "github"),
        ("bench.mbox", "mbox"),
    ],
)
def test_an_export_is_read_whole_and_told_again_has_every_record_so_many_times_and_the_same_activities(
    tmp_path: Path, name: str, reader: str
) -> None:
    once, again = _made(tmp_path, name, "--megabytes", "0.5"), tmp_path / "again" / name
    again.parent.mkdir()
    code = f"import pathlib, repetition; repetition.repeat(pathlib.{once!r}, 3, pathlib.{again!r})"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=GENERATE.parent)

    first, more = (_scored("inspect", str(path)) for path in (once, again))

    (source,) = first["sources"]
    assert (source["reader"], source["rejected"], source["unknown"]) == (reader, {}, {})
    assert source["accepted"] + source["ignored"].get("no_author", 0) == source["records"] > 200
    assert first["activities"] == source["accepted"]
    if reader in ("wordpress", "mastodon"):
        assert source["accepted"] == source["records"]
        assert _about_so_long(once, 500_000)
    assert more["sources"][0]["records"] == 3 * source["records"]
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


class Scored(NamedTuple):
    """A community and our report on it; its peers tell theirs beside it."""

    path: str
    report: dict[str, Any]


def _by_us(path: Path) -> Scored:
    return Scored(str(path), _scored("score", str(path), "--top", "0"))


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Scored:
    folder = tmp_path_factory.mktemp("village")
    return _by_us(_made(folder, "made.parquet", "--activities", "4000", "--seed", "7"))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Scored:
    folder = tmp_path_factory.mktemp("town")
    return _by_us(_made(folder, "made.parquet", "--activities", "12000", "--seed", "7"))


@pytest.fixture(scope="module")
def nowhere(village: Scored, tmp_path_factory: pytest.TempPathFactory) -> Scored:
    """Our report where the only anchor posts, and does nothing towards anybody."""
    path = tmp_path_factory.mktemp("nowhere") / "nowhere.parquet"
    kept = "select * replace (case when actor = 'forum:0' then role end as role)"
    there = f"'{village.path}' where actor <> 'forum:0' or kind = 'post'"
    duckdb.execute(f"copy ({kept} from {there}) to '{path}' (format parquet)")
    return _by_us(path)


def _told_by(peer: str, path: str) -> dict[str, Any]:
    packages, (program, *options) = PEERS[peer]
    for needed in packages:
        pytest.importorskip(needed)
    report = Path(path).with_name(f"{peer}.json")
    command = [sys.executable, str(GENERATE.with_name(program)), path, *options, "-o", str(report)]
    subprocess.run(command, check=True)
    return {row["member"]: row for row in json.loads(report.read_bytes())}


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_written_apart_comes_to_the_same_standings_ranks_and_metrics(
    village: Scored, peer: str
) -> None:
    theirs, ours = _told_by(peer, village.path), village.report["members"]
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
    _hold_metrics(ours, theirs)


def _hold_metrics(ours: list[dict[str, Any]], theirs: dict[str, Any]) -> None:
    met = set()
    for member in ours:
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
def test_a_peer_written_apart_comes_to_the_same_status_and_trend(town: Scored, peer: str) -> None:
    theirs = _told_by(peer, town.path)
    held = set()

    for member in town.report["members"]:
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
def test_a_peer_written_apart_leaves_out_trust_that_reaches_nobody_too(nowhere: Scored, peer: str) -> None:
    """Nobody's word counts, in esteem either."""
    theirs, report = _told_by(peer, nowhere.path), nowhere.report

    assert [note["metric"] for note in report["metrics"] if not note["scored"]] == ["esteem", "trust"]
    for member in report["members"]:
        row, standing = theirs[member["member"]], member["standing"]
        assert "trust_value" not in row
        assert row["standing"] == (standing and pytest.approx(standing["value"], abs=0.002))


def test_the_page_of_large_communities_has_every_size_the_floor_and_the_steps(tmp_path: Path) -> None:
    page = tmp_path / "SCALE.md"
    scale = [
        sys.executable,
        str(GENERATE.with_name("scale.py")),
        "--rounds",
        "1",
        "--pairs",
        "1",
        "-o",
        str(page),
    ]

    subprocess.run([*scale, "--activities", "2000", "6000"], check=True)

    text = page.read_text(encoding="utf-8")
    assert [line.split(" | ")[0] for line in text.splitlines() if line.startswith(("| 2,", "| 6,"))] == [
        "| 2,000",
        "| 6,000",
    ]
    assert "One more metric of the usual kind lengthens the last of them by" in text
    assert "| reading | " in text

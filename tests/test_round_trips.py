"""What ``convert`` writes reads back to the same activities, in the same order, and to the same scores."""

import gzip
import json
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget import examples
from kibbutz_cli.app.convert import Target, convert
from kibbutz_cli.app.run import loaded
from kibbutz_cli.app.score import Listing, score
from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config, Settings
from kibbutz_cli.readers.choose import Skipped, inputs
from kibbutz_cli.reports.writing import write

ROOT = Path(__file__).resolve().parents[1]
COMMUNITY = ROOT / "examples" / "community"
SHAPES = {"parquet": ".parquet", "ndjson": ".ndjson", "csv": ".csv", "activitystreams": ".json"}
SETTINGS = Settings(ruler=Ruler(), config=Config())


def _fixtures() -> Iterator[str]:
    for child in sorted(
        child for folder in (ROOT / "tests" / "fixtures").iterdir() for child in folder.iterdir()
    ):
        try:
            if any(not isinstance(found, Skipped) for found in inputs(str(child), Limits(), None)):
                yield str(child)
        except KibbutzError:
            continue


FIXTURES = list(_fixtures())
EACH_ONCE = list(zip(FIXTURES, cycle(SHAPES), strict=False))


@pytest.mark.parametrize(("path", "shape"), EACH_ONCE, ids=[f"{Path(p).name} {s}" for p, s in EACH_ONCE])
def test_every_field_of_every_activity_survives(path: str, shape: str, tmp_path: Path) -> None:
    converted = _converted(path, shape, tmp_path)

    assert _table(converted) == _table(path)


TOGETHER = 12
"""Exports scored as one community: a score takes a second, and there are many formats."""


@pytest.mark.parametrize(
    "part", range(0, len(FIXTURES), TOGETHER), ids=lambda part: Path(FIXTURES[part]).name
)
def test_the_scores_of_every_format_survive(part: int, tmp_path: Path) -> None:
    paths, converted = [], []
    for number, (path, shape) in enumerate(EACH_ONCE[part : part + TOGETHER]):
        folder = tmp_path / str(number)
        folder.mkdir()
        if found := _convertible(path, shape, folder):
            paths.append(path)
            converted.append(found)

    assert _score(*converted) == _score(*paths)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_community_of_several_sources_survives_in_every_shape(shape: str, tmp_path: Path) -> None:
    converted = _converted(str(COMMUNITY), shape, tmp_path)

    assert _table(converted) == _table(str(COMMUNITY))
    assert _score(converted) == _score(str(COMMUNITY))


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("stackexchange/quantumcomputing-2018-12", "parquet"),
        ("wordpress-wxr", "ndjson"),
        ("twitter-archive", "activitystreams"),
        ("mastodon-archive/dealingwith-2024", "csv"),
        ("mbox/r-package-devel/2021q1.txt.gz", "csv"),
        ("rss-atom/live-feeds", "activitystreams"),
    ],
)
def test_the_scores_of_real_exports_survive(path: str, shape: str, tmp_path: Path, shared: Path) -> None:
    export = shared / "exports" / path
    if not export.exists():
        export = next(iter(sorted(export.parent.iterdir())))
    converted = _converted(str(export), shape, tmp_path)

    assert _table(converted) == _table(str(export))
    assert _score(converted) == _score(str(export))


def test_packed_and_piped_the_same_is_read(tmp_path: Path) -> None:
    plain = _converted(str(COMMUNITY), "ndjson", tmp_path)
    packed = _converted(plain, "csv", tmp_path)

    assert _table(packed) == _table(plain)


def test_a_file_of_many_parts_keeps_its_order(tmp_path: Path) -> None:
    rows = 2 * 130_000
    path = tmp_path / "many.csv.gz"

    with gzip.open(path, "wt", compresslevel=1) as file:
        file.write("activity_id,actor,published\n")
        file.writelines(f"{number},{number % 7},2024-01-01\n" for number in range(rows))

    converted = _converted(str(path), "parquet", tmp_path)

    assert [row["activity_id"] for row in _table(converted)] == [str(number) for number in range(rows)]


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text(
    "'=+-@\t\r\n\",; a", max_size=4
)
ID_FIELDS = ("activity_id", "community", "actor", "object_id", "target", "thread_id")


@pytest.mark.parametrize("raw", [False, True], ids=["guarded", "raw"])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_names_that_a_spreadsheet_would_run_survive_in_csv(tmp_path: Path, raw: bool, packed: bool) -> None:
    names = ["=1+1", "+ada", "-ben", "@cleo", "'@dan", "''=eve", "'fay", "\tgil", "\rhal", "ida-=", "'"]
    names += ["\njo", "'\nkim"]
    path = _named(tmp_path, [(name, name) for name in names])
    converted = Path(_converted(path, "csv", tmp_path, raw=raw))
    assert raw is (',"\'\njo"' not in converted.read_text())
    if packed:
        converted = _gzipped(converted)

    assert _table(str(converted)) == _table(path)
    assert _score(str(converted)) == _score(path)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_table_of_somebody_else_keeps_its_quote_marks(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "talk.csv"
    path.write_text("actor,actor_name,published\n'-x,'=Ada,2024-01-01\n")
    (deed,) = _table(str(_gzipped(path) if packed else path))

    assert (deed["actor"], deed["actor_name"]) == ("table:'-x", "'=Ada")


@pytest.mark.parametrize(
    ("shape", "raw", "packed"),
    [
        ("csv", False, False),
        ("csv", False, True),
        ("csv", True, False),
        ("csv", True, True),
        ("ndjson", False, False),
        ("ndjson", False, True),
        ("parquet", False, False),
        ("activitystreams", False, False),
    ],
)
@examples(4)
@given(pairs=st.lists(st.tuples(NAMES.filter(bool), NAMES), min_size=1, max_size=40))
def test_names_of_any_text_survive(
    tmp_path_factory: pytest.TempPathFactory,
    shape: str,
    raw: bool,
    packed: bool,
    pairs: list[tuple[str, str]],
) -> None:
    folder = tmp_path_factory.mktemp("names")
    path = _named(folder, pairs)
    converted = _converted(path, shape, folder, raw=raw)

    assert _table(str(_gzipped(Path(converted))) if packed else converted) == _table(path)


def _named(folder: Path, pairs: list[tuple[str, str]]) -> str:
    """Write deeds of members with such ids and names."""
    path = folder / "named.ndjson"
    rows = [
        dict.fromkeys(ID_FIELDS, member)
        | {"activity_id": f"{member}{number}", "actor_name": name, "target_name": name, "role": name}
        | {"published": "2024-01-01T00:00:00Z"}
        for number, (member, name) in enumerate(pairs)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def _gzipped(path: Path) -> Path:
    packed = Path(f"{path}.gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    return packed


def _converted(path: str, shape: str, folder: Path, *, raw: bool = False) -> str:
    found = _convertible(path, shape, folder, raw=raw)
    if not found:
        pytest.skip("no activity in it")
    return found


def _convertible(path: str, shape: str, folder: Path, *, raw: bool = False) -> str:
    """Return the path of the converted export, or nothing where there is no activity in it."""
    target = str(folder / f"converted{SHAPES[shape]}")
    wanted = Target(shape, lambda pieces: write(pieces, target), raw=raw)
    try:
        convert([path], SETTINGS, wanted, lambda *_: None)
    except InputError as exc:
        if "nothing to score" in exc.message:
            return ""
        raise
    return target


@cache
def _table(path: str) -> list[dict[str, Any]]:
    with loaded([path], SETTINGS, lambda *_: None) as ledger:
        names = [str(row[0]) for row in ledger.engine.rows("select column_name from (describe activity)")]
        rows = [
            dict(zip(names, row, strict=True))
            for row in ledger.engine.rows("select * from activity order by deed")
        ]
        for row in rows:
            row["coverage"] = ledger.origins[row.pop("origin")].coverage.value
            del row["deed"], row["position"]
        return rows


@cache
def _score(*paths: str) -> dict[str, Any] | str:
    try:
        report = score(paths, SETTINGS, Listing(), lambda *_: None)
    except InputError as exc:
        return exc.message.split(": ", 1)[1]
    whole = json.loads(report.model_dump_json())
    del whole["sources"], whole["skipped"]
    return whole

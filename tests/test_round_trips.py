"""What ``convert`` writes reads back to the same activities, in the same order, and to the same scores."""

import gzip
import json
from collections.abc import Iterator, Sequence
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
TOGETHER = 31
"""Exports scored as one community: a score takes a second, and there are many formats."""


@pytest.mark.parametrize(
    "part", range(0, len(EACH_ONCE), TOGETHER), ids=lambda part: Path(FIXTURES[part]).name
)
def test_every_field_of_every_activity_and_the_scores_of_every_format_survive(
    part: int, tmp_path: Path
) -> None:
    exports = EACH_ONCE[part : part + TOGETHER]

    assert len(_surviving(exports, tmp_path)) > len(exports) / 2


def test_a_community_of_several_sources_survives_in_every_shape(tmp_path: Path) -> None:
    for shape in SHAPES:
        assert _surviving([(str(COMMUNITY), shape)], tmp_path / shape)


@pytest.mark.parametrize(
    "exports",
    [
        {
            "stackexchange/quantumcomputing-2018-12": "parquet",
            "wordpress-wxr": "ndjson",
            "mbox/r-package-devel/2021q1.txt.gz": "csv",
            "rss-atom/live-feeds": "activitystreams",
        },
        {"twitter-archive": "activitystreams"},
        {"mastodon-archive/dealingwith-2024": "csv"},
    ],
    ids=["of communities", "of a member on X", "of a member on Mastodon"],
)
def test_real_exports_survive(exports: dict[str, str], tmp_path: Path, shared: Path) -> None:
    paths = [shared / "exports" / path for path in exports]
    found = [path if path.exists() else min(path.parent.iterdir()) for path in paths]

    held = _surviving(
        [(str(path), shape) for path, shape in zip(found, exports.values(), strict=True)], tmp_path
    )

    assert len(held) == len(exports)


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

    with loaded([converted], SETTINGS, lambda *_: None) as ledger:
        read = [name for (name,) in ledger.engine.rows("select activity_id from activity order by deed")]
    assert read == [str(number) for number in range(rows)]


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text(
    "'=+-@\t\r\n\",; a", max_size=4
)
ID_FIELDS = ("activity_id", "community", "actor", "object_id", "target", "thread_id")


def test_names_that_a_spreadsheet_would_run_survive_in_csv(tmp_path: Path) -> None:
    names = ["=1+1", "+ada", "-ben", "@cleo", "'@dan", "''=eve", "'fay", "\tgil", "\rhal", "ida-=", "'"]
    names += ["\njo", "'\nkim"]
    path = _named(tmp_path, [(name, name) for name in names])

    for raw in (False, True):
        plain = Path(_converted(path, "csv", tmp_path / f"raw {raw}", raw=raw))
        assert raw is (',"\'\njo"' not in plain.read_text())
        assert _score(str(plain)) == _score(path), plain
        for converted in (plain, _gzipped(plain)):
            assert _table(str(converted)) == _table(path), converted


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_table_of_somebody_else_keeps_its_quote_marks(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "talk.csv"
    path.write_text("actor,actor_name,published\n'-x,'=Ada,2024-01-01\n")
    (deed,) = _table(str(_gzipped(path) if packed else path))

    assert (deed["actor"], deed["actor_name"]) == ("table:'-x", "'=Ada")


@examples(4)
@given(pairs=st.lists(st.tuples(NAMES.filter(bool), NAMES), min_size=1, max_size=40))
def test_names_of_any_text_survive(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("names")
    path = _named(folder, pairs)

    for shape, raw in [(shape, False) for shape in SHAPES] + [("csv", True)]:
        plain = Path(_converted(path, shape, folder / f"{shape} {raw}", raw=raw))
        for converted in (plain, _gzipped(plain)) if shape in ("csv", "ndjson") else (plain,):
            assert _table(str(converted)) == _table(path), converted


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


def _surviving(exports: Sequence[tuple[str, str]], folder: Path) -> list[str]:
    """Hold exports beside what is made of them, and the scores of all; return those with activities."""
    held = {}
    for number, (path, shape) in enumerate(exports):
        if converted := _convertible(path, shape, folder / str(number)):
            assert _table(converted) == _table(path), f"{path} as {shape}"
            held[path] = converted

    assert _score(*held.values()) == _score(*held)
    return list(held)


def _converted(path: str, shape: str, folder: Path, *, raw: bool = False) -> str:
    found = _convertible(path, shape, folder, raw=raw)
    assert found, path
    return found


def _convertible(path: str, shape: str, folder: Path, *, raw: bool = False) -> str:
    """Return the path of the converted export, or nothing where there is no activity in it."""
    folder.mkdir(parents=True, exist_ok=True)
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
def _score(*paths: str) -> dict[str, Any]:
    report = score(paths, SETTINGS, Listing(), lambda *_: None)
    whole = json.loads(report.model_dump_json())
    del whole["sources"], whole["skipped"]
    return whole

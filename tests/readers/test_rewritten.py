"""An export says the same however a program or an editor wrote its files anew: sorted, indented, joined."""

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Activity
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.choose import Skipped, inputs

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


def _deeds(path: Path) -> list[Activity]:
    """Return the activities at a path, without where they stand."""
    return [
        deed.model_copy(update={"origin": None, "position": 0})
        for found in inputs(str(path), Limits(), None)
        if not isinstance(found, Skipped)
        for deed in found.reader.read(found.tree, found.budget)
        if isinstance(deed, Activity)
    ]


def _values(data: bytes) -> list[object]:
    """Return the JSON values of a file: one, or one a line; none of another file."""
    text = data.decode("utf-8-sig", "replace")
    with suppress(ValueError):
        return [json.loads(text)]
    with suppress(ValueError):
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return []


def _exports() -> dict[str, list[Activity]]:
    """Return the activities of each export and of each file of JSON, where there are any."""
    found = {}
    for path in sorted(FIXTURES.rglob("*")):
        is_json = path.is_file() and _values(path.read_bytes())
        with suppress(KibbutzError):
            if (is_json or path.parent.parent == FIXTURES) and (deeds := _deeds(path)):
                found[str(path.relative_to(FIXTURES))] = deeds
    return found


EXPORTS = _exports()


def _sorted(values: list[object]) -> str:
    """As ``jq -Sc .`` writes them, and Python with ``sort_keys``."""
    return "".join(json.dumps(value, sort_keys=True) + "\n" for value in values)


def _sorted_over_lines(values: list[object]) -> str:
    """As ``jq -S .`` writes them."""
    return "".join(json.dumps(value, sort_keys=True, indent=2, ensure_ascii=False) + "\n" for value in values)


def _over_lines(values: list[object]) -> str:
    """As ``jq --tab .`` writes them, one behind the other."""
    return "".join(json.dumps(value, indent="\t") + "\n" for value in values)


WAYS = {"sorted": _sorted, "sorted over lines": _sorted_over_lines, "over lines": _over_lines}


def _copied(name: str, folder: Path) -> Path:
    source, copy = FIXTURES / name, folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    (shutil.copytree if source.is_dir() else shutil.copy)(source, copy)
    return copy


def _files(path: Path) -> list[Path]:
    return [each for each in [path, *sorted(path.rglob("*"))] if each.is_file()]


def _rewritten(name: str, folder: Path, write: Callable[[list[object]], str]) -> Path:
    """Return a copy of an export in which every file of JSON is written anew."""
    copy = _copied(name, folder)
    for file in _files(copy):
        if values := _values(file.read_bytes()):
            file.write_text(write(values), encoding="utf-8")
    return copy


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_says_the_same_written_anew(name: str, way: str, tmp_path: Path) -> None:
    assert _deeds(_rewritten(name, tmp_path, WAYS[way])) == EXPORTS[name]


def _is_lines(name: str) -> bool:
    return (FIXTURES / name).is_file() and len(_values((FIXTURES / name).read_bytes())) > 1


@pytest.mark.parametrize("name", [name for name in EXPORTS if _is_lines(name)])
def test_what_is_one_a_line_says_the_same_in_an_array(name: str, tmp_path: Path) -> None:
    """As ``jq -s .`` joins them."""
    assert _deeds(_rewritten(name, tmp_path, lambda values: json.dumps(values, indent=2))) == EXPORTS[name]


@pytest.mark.parametrize(
    "name",
    [
        "blogger/api/posts.json",
        "mastodon/archive/outbox.json",
        "remark42/tree.json",
        "rocketchat/pages/messages.json",
    ],
)
def test_pages_joined_in_an_array_say_the_same(name: str, tmp_path: Path) -> None:
    """As ``jq -s . page-*.json`` joins them: nothing was read, and nothing was said of it."""
    assert _deeds(_rewritten(name, tmp_path, json.dumps)) == EXPORTS[name]


def _marked(data: bytes) -> bytes:
    return b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf")


def _with_carriage_returns(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _is_text(data: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        return bool(data.decode())
    return False


@pytest.mark.parametrize("save", [_marked, _with_carriage_returns])
@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_says_the_same_saved_anew_by_an_editor(
    name: str, save: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    copy = _copied(name, tmp_path)
    for file in _files(copy):
        if _is_text(data := file.read_bytes()):
            file.write_bytes(save(data))

    assert _deeds(copy) == EXPORTS[name]

from pathlib import Path

import pytest

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.archive import open_tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.jsondocs import Entry, holds, opening, values

ORIGIN = Origin(path="f", reader="test", coverage=Coverage.COMMUNITY)


def found(folder: Path, data: bytes, word: bytes = b"", **limits: int) -> list[object]:
    """Return each value with its position, and the code of each that is set aside."""
    path = folder / "f.json"
    path.write_bytes(data)
    budget = Budget(Limits(**limits), "f")
    with open_tree(str(path), budget) as tree:
        return [
            str(each.code) if isinstance(each, Rejection) else (each.position, each.value)
            for each in values(Entry(tree, "f.json", ORIGIN), budget, arrays=("statuses",), word=word)
        ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"a":1}\n\n{"a":2}', [(1, {"a": 1}), (3, {"a": 2})]),
        (b'\xef\xbb\xbf{"a":1}\r\n{"a":2}\r\n', [(1, {"a": 1}), (2, {"a": 2})]),
        (b'[{"a":1},\n{"a":2}]', [(1, {"a": 1}), (2, {"a": 2})]),
        (b'{\n "a": 1\n}\n', [(1, {"a": 1})]),
        (b'{\n "n": 0, "statuses": [\n{"a":1}, {"a":2}]}', [(1, {"a": 1}), (2, {"a": 2})]),
        (b'{"statuses":[1]}\n{"statuses":[2]}\n', [(1, {"statuses": [1]}), (2, {"statuses": [2]})]),
        (b'7\n"text"\n', [(1, 7), (2, "text")]),
    ],
    ids=["lines", "mark and CRLF", "array", "one value", "named array", "pages", "no objects"],
)
def test_values_are_found_however_they_are_kept(data: bytes, expected: list[object], tmp_path: Path) -> None:
    assert expected == found(tmp_path, data)


def test_a_line_that_is_no_json_is_set_aside(tmp_path: Path) -> None:
    assert found(tmp_path, b'{"a"\n{}\n') == ["malformed", (2, {})]


def test_a_line_longer_than_the_limit_is_passed_over(tmp_path: Path) -> None:
    data = b'{"a":1}\n' + b'{"a":"' + b"x" * 100 + b'"}\n{"a":2}\n'

    assert found(tmp_path, data, line_bytes=20) == [(1, {"a": 1}), "too_large", (3, {"a": 2})]


def test_a_value_over_many_lines_longer_than_the_limit_is_set_aside(tmp_path: Path) -> None:
    assert found(tmp_path, b'{\n"a":"' + b"x" * 100 + b'"}', line_bytes=20) == ["too_large"]


def test_a_value_nested_too_deep_is_set_aside(tmp_path: Path) -> None:
    assert found(tmp_path, b'{"a":[[[]]]}\n{}\n', depth=2) == ["too_large", (2, {})]


def test_a_document_that_is_no_json_is_set_aside(tmp_path: Path) -> None:
    assert found(tmp_path, b'{\n"a" 1}') == ["malformed"]


@pytest.mark.parametrize(
    "data", [b'{"a":1}\n{"a":', b'{\n"a":', b'[{"a":1},'], ids=["lines", "value", "array"]
)
def test_what_is_cut_off_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="truncated JSON"):
        found(tmp_path, data)


@pytest.mark.parametrize("data", ['{"a":1}\n', "{\n1"], ids=["lines", "value"])
def test_another_encoding_is_refused(data: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="UTF-16"):
        found(tmp_path, data.encode("utf-16"))


def test_lines_without_a_word_asked_for_are_passed_over(tmp_path: Path) -> None:
    assert found(tmp_path, b'{"a":1}\n{"b":1}\n', word=b'"b"') == [(2, {"b": 1})]


@pytest.mark.parametrize("before", [0, 5, 2**19 - 3, 2**19 - 6, 2**19, 2**20 - 1])
def test_a_word_is_found_wherever_it_stands(before: int, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"x" * before + b"delete" + b"x" * 10)

    with open_tree(str(path), Budget(Limits(), "f")) as tree:
        assert holds(tree, "f", b"delete", b"undo")
        assert not holds(tree, "f", b"Delete")


def test_an_entry_that_cannot_be_read_opens_with_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.mkdir()
    (path / "f.json").write_bytes(b"{}")
    with open_tree(str(path), Budget(Limits(), "a")) as tree:
        (path / "f.json").unlink()

        assert opening(tree, "f.json") == b""

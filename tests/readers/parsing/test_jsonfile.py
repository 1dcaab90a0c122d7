"""JSON values of a file: one a line, in one array, or one document over several lines."""

import codecs
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.parsing.jsonfile import document, first_fields, is_spread, lines, values
from kibbutz_cli.readers.parsing.jsonstream import CHUNK, Item, items

ORIGIN = Origin(path="f", reader="test", coverage=Coverage.COMMUNITY)


def found(folder: Path, data: bytes, **limits: int) -> list[object]:
    """Return each value with its position, and the code of each that is set aside."""
    path = folder / "f.json"
    path.write_bytes(data)
    budget = Budget(Limits(**limits), "f")
    with open_tree(str(path), budget) as tree:
        return [
            str(each.code) if isinstance(each, Rejection) else (each.position, each.value)
            for each in values(tree, "f.json", ORIGIN, budget, "statuses")
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


def test_indented_values_that_follow_each_other_are_read(tmp_path: Path) -> None:
    data = b'{\n  "a": {\n    "b": "}\\n{"\n  }\n}\n{\n  "a": 2\n}\r\n\n{\n  "a": 3\n}\n'

    assert found(tmp_path, data) == [(1, {"a": {"b": "}\n{"}}), (2, {"a": 2}), (3, {"a": 3})]


def test_of_indented_values_a_broken_one_is_set_aside(tmp_path: Path) -> None:
    data = b'{\n  "a": [1\n}\n{\n  "a": 2\n}\n'

    assert found(tmp_path, data) == ["malformed", (2, {"a": 2})]


def test_of_indented_values_one_too_long_is_set_aside(tmp_path: Path) -> None:
    long = b'{\n  "a": "' + b"x" * 2 * CHUNK + b'"\n}\n'

    assert found(tmp_path, long + b'{\n  "a": 2\n}\n', line_bytes=CHUNK) == ["too_large", (2, {"a": 2})]


def test_the_last_of_indented_values_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"f:5: truncated JSON"):
        found(tmp_path, b'{\n  "a": 1\n}\n{\n  "a": [')


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
    (tmp_path / "f.json").write_bytes(data.encode("utf-32"))
    budget = Budget(Limits(), "f")

    with open_tree(str(tmp_path), budget) as tree, pytest.raises(InputError, match="UTF-32 text"):
        list(values(tree, "f.json", ORIGIN, budget, "statuses"))


@pytest.mark.parametrize("mark", [codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE], ids=["little", "big"])
@pytest.mark.parametrize("way", [lines, document, items], ids=["lines", "value", "array"])
def test_so_it_is_in_the_same_words_wherever_it_is_met(
    mark: bytes, way: Callable[..., Iterator[object]]
) -> None:
    data = '[{"a":1}]\n'.encode("utf-32-le" if mark == codecs.BOM_UTF32_LE else "utf-32-be")

    with pytest.raises(InputError) as caught:
        list(way(io.BytesIO(mark + data), ORIGIN, Budget(Limits(), "f")))

    assert caught.value.message == f"{ORIGIN.place(0)}: UTF-16 or UTF-32 text: expected UTF-8"


def test_text_in_utf_16_is_read_alone_and_in_a_folder(tmp_path: Path) -> None:
    data = '{"a":1}\n'.encode("utf-16")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "f.json").write_bytes(data)
    budget = Budget(Limits(), "f")

    assert found(tmp_path, data) == [(1, {"a": 1})]
    with open_tree(str(tmp_path / "folder"), budget) as tree:
        assert list(values(tree, "f.json", ORIGIN, budget, "statuses")) == [Item(1, {"a": 1})]


def test_lines_without_a_word_asked_for_are_passed_over() -> None:
    stream = io.BytesIO(b'{"a":1}\n{"b":1}\n')

    assert list(lines(stream, ORIGIN, Budget(Limits(), "f"), b'"b"')) == [Item(2, {"b": 1})]


def test_a_document_with_a_number_without_end_is_set_aside(tmp_path: Path) -> None:
    assert found(tmp_path, b'{\n"a": Infinity\n}') == ["bad_number"]


@pytest.mark.parametrize("end", [b"\n", b""], ids=["a line", "the last line"])
@pytest.mark.parametrize("between", [b"", bytes(1409), b" "], ids=["nothing", "zeros", "space"])
def test_objects_without_a_line_break_between_are_read(between: bytes, end: bytes, tmp_path: Path) -> None:
    line = between.join([b'{"a":"}{"}', b'{"a":2}{"a":3}', b'{"a":4}'])

    assert found(tmp_path, b'{"a":0}\n' + line + end) == [
        (1, {"a": 0}),
        (2, {"a": "}{"}),
        (2, {"a": 2}),
        (2, {"a": 3}),
        (2, {"a": 4}),
    ]


@pytest.mark.parametrize(
    "line",
    [
        b'{"a":1}{"a"',
        b'{"a":1}{"a":2}7',
        b'{"a":1}\0{"a":\0"2"}',
        b'{"a":1}{"a":"\xff"}',
        b'{"a":1}{"a":1e999}',
    ],
    ids=["cut", "no object", "zeros inside", "no UTF-8", "no number"],
)
def test_a_line_of_which_one_object_is_broken_is_set_aside_whole(line: bytes, tmp_path: Path) -> None:
    outcomes = found(tmp_path, line + b"\n{}\n")

    assert (type(outcomes[0]), outcomes[1:]) == (str, [(2, {})])


def test_a_broken_line_is_set_aside_and_the_next_one_read(tmp_path: Path) -> None:
    data = b'{"a":1}\n{"a":}\n{"a":NaN}\n{"a":"\\ud800"}\n{"a":2}\n'

    assert found(tmp_path, data) == [(1, {"a": 1}), "malformed", "bad_number", "bad_text", (5, {"a": 2})]


def test_a_last_line_that_is_whole_is_not_cut_off(tmp_path: Path) -> None:
    assert found(tmp_path, b'{"a":1}\n{"a":Infinity}') == [(1, {"a": 1}), "bad_number"]


def test_a_last_line_that_ends_within_a_character_is_cut_off(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"f:2: truncated JSON"):
        found(tmp_path, b'{"a":1}\n{"a":"\xc3')


def test_a_line_longer_than_what_is_read_at_once_is_set_aside_whole(tmp_path: Path) -> None:
    data = b'{"a":1}\n{"a":"' + b"x" * (3 * CHUNK) + b'"}\n{"a":2}\n'

    assert found(tmp_path, data, line_bytes=100) == [(1, {"a": 1}), "too_large", (3, {"a": 2})]


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (b'{"a": 1}\n{"b": 2}\n', {"a": 1}),
        (b'[\n  {"a": 1, "b": {"c": 2', {"a": 1, "b": {"c": 2}}),
        (b'{\n "a": 1,\n "b": [1, ', {"a": 1, "b": [1]}),
        (b'{"a": }\n{"b": 2}\n', {"b": 2}),
        (b"<a>", {}),
        (b"[1]", {}),
    ],
    ids=["lines", "array", "document", "broken line", "XML", "numbers"],
)
def test_the_first_record_is_known_by_its_head(head: bytes, fields: object) -> None:
    assert first_fields(head) == fields


def test_one_line_is_no_document_over_several() -> None:
    assert [is_spread(head) for head in (b'{"a":1}\n', b"{\n", b'{"a": [\n', b"[\n")] == [
        False,
        True,
        True,
        False,
    ]


@given(values=st.lists(st.dictionaries(st.text(), st.integers(-(2**53), 2**53) | st.text(), min_size=1)))
def test_any_lines_are_read_as_they_were_written(values: list[object]) -> None:
    data = b"".join(json.dumps(value).encode() + b"\n" for value in values)

    read = lines(io.BytesIO(data), ORIGIN, Budget(Limits(), "f"))

    assert list(read) == [Item(number, value) for number, value in enumerate(values, start=1)]

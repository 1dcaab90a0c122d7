"""JSON records of a file: one a line, in one array, or one document over several lines."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.jsonlines import first_fields, is_spread, values
from kibbutz_cli.readers.jsonstream import CHUNK, Item

ORIGIN = Origin(path="a.json", reader="test", coverage=Coverage.COMMUNITY)


def found(data: bytes, limits: Limits | None = None) -> list[object]:
    """Return the value of each record, and of each rejection its place and code."""
    stream = io.BufferedReader(io.BytesIO(data), CHUNK)
    return [
        (each.position, each.code) if isinstance(each, Rejection) else each.value
        for each in values(stream, ORIGIN, Budget(limits or Limits(), "a.json"))
    ]


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1}\n{"a":2}\n',
        b'\xef\xbb\xbf{"a":1}\r\n\r\n{"a":2}',
        b'[{"a":1},\n{"a":2}]',
        b' [{"a":1},{"a":2}] ',
    ],
    ids=["lines", "lines of Windows", "array over lines", "array"],
)
def test_lines_and_an_array_say_the_same(data: bytes) -> None:
    assert found(data) == [{"a": 1}, {"a": 2}]


def test_a_document_over_several_lines_is_one_record() -> None:
    assert found(json.dumps({"a": [1, {"b": 2}]}, indent=2).encode()) == [{"a": [1, {"b": 2}]}]


def test_a_document_with_a_number_without_end_is_set_aside() -> None:
    assert found(b'{\n"a": Infinity\n}') == [(1, "bad_number")]


def test_a_position_is_the_number_of_the_line() -> None:
    stream = io.BufferedReader(io.BytesIO(b'{"a":1}\n\n{"a":2}\n'))

    items = list(values(stream, ORIGIN, Budget(Limits(), "a.json")))

    assert items == [Item(1, {"a": 1}), Item(3, {"a": 2})]


def test_a_broken_line_is_set_aside_and_the_next_one_read() -> None:
    assert found(b'{"a":1}\n{"a":}\n{"a":NaN}\n{"a":"\\ud800"}\n{"a":2}\n') == [
        {"a": 1},
        (2, "malformed"),
        (3, "bad_number"),
        (4, "bad_text"),
        {"a": 2},
    ]


def test_a_last_line_that_is_whole_is_not_cut_off() -> None:
    assert found(b'{"a":1}\n{"a":Infinity}') == [{"a": 1}, (2, "bad_number")]


def test_a_line_that_is_too_long_is_set_aside_whole() -> None:
    limits = Limits(line_bytes=100)
    long = b'{"a":"' + b"x" * (3 * CHUNK) + b'"}'

    assert found(b'{"a":1}\n' + long + b'\n{"a":2}\n', limits) == [{"a": 1}, (2, "too_large"), {"a": 2}]
    assert found(b'{"a":1}\n{"a":"' + b"x" * 200 + b'"}\n', limits) == [{"a": 1}, (2, "too_large")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty file"),
        (b'{"a":1}\n{"a":', r"a\.json:2: truncated"),
        (b'{\n"a": [1,', "truncated|not JSON"),
        (b'[{"a":1},', "truncated"),
    ],
    ids=["empty", "lines", "document", "array"],
)
def test_what_is_cut_off_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        found(data)


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


@given(lines=st.lists(st.dictionaries(st.text(), st.integers(-(2**53), 2**53) | st.text(), min_size=1)))
def test_any_lines_are_read_as_they_were_written(lines: list[object]) -> None:
    data = b"".join(json.dumps(line).encode() + b"\n" for line in lines)

    assert not lines or found(data) == lines

"""Every array of one name in a document, at any depth."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing import jsonstream
from kibbutz_cli.readers.parsing.jsonstream import nested

ORIGIN = Origin(path="f.json", reader="x", coverage=Coverage.SINGLE)


def read(document: bytes) -> list[list[object]]:
    *found, rest = [
        [str(found.code) if isinstance(found, Rejection) else found.value for found in inside]
        for _, inside in nested(io.BytesIO(document), ORIGIN, Budget(Limits(), "f.json"), "m")
    ]
    assert not rest
    return found


def test_arrays_are_found_at_any_depth_with_what_lies_before_them_and_behind() -> None:
    document = b'{"a": {"list": [{"n": "x", "m": [1, {"b": 2}]}, {"n": "y", "m": []}]}}'

    found = nested(io.BytesIO(document), ORIGIN, Budget(Limits(), "f.json"), "m")
    heads = [(before, len(list(inside))) for before, inside in found]

    assert heads == [
        (b'{"a": {"list": [{"n": "x", "m": [', 2),
        (b']}, {"n": "y", "m": [', 0),
        (b"]}]}}", 0),
    ]


ITEMS = st.lists(
    st.integers(-(2**62), 2**62) | st.text() | st.dictionaries(st.text(), st.integers(0, 9)), max_size=4
)


@given(st.lists(ITEMS, max_size=4), st.integers(1, 9))
def test_whatever_is_written_is_read_back_at_any_chunk(groups: list[list[object]], size: int) -> None:
    document = json.dumps({"groups": [{"name": '"m": [', "m": group} for group in groups]}).encode()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jsonstream, "CHUNK", size)
        assert groups == read(document)


def test_a_broken_item_is_set_aside() -> None:
    assert read(b'{"x": [{"m": [nope, {"a": 1}]}, {"m": [2]}]}') == [["malformed", {"a": 1}], [2]]


@pytest.mark.parametrize("document", [b'{"m": [1', b'{"m": [1]', b'{"m": [1], "n": [', b"", b'{"m": [1]}, '])
def test_a_truncated_document_is_refused(document: bytes) -> None:
    with pytest.raises(InputError):
        read(document)

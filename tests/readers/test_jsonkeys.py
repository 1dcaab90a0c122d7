import io
import json

import pytest

from kibbutz_cli.readers.jsonkeys import from_array
from kibbutz_cli.readers.sources import CHUNK


def begun(document: str, key: str) -> bytes:
    return from_array(io.BytesIO(document.encode()), key).read()


def test_a_document_begins_with_the_array_asked_for() -> None:
    assert begun('{"a": [1], "b" : [2, 3], "c": 4}', "b") == b'{"b":[2, 3], "c": 4}'


def test_a_key_inside_a_text_is_none() -> None:
    assert begun(json.dumps({"a": ['say "b": [1]'], "b": [2]}), "b") == b'{"b":[2]}'


def test_a_document_without_the_array_is_an_empty_one() -> None:
    assert begun('{"b": {}}', "b") == b"{}"
    assert from_array(io.BytesIO(b""), "b", b"[]").read() == b"[]"


@pytest.mark.parametrize("shift", range(-12, 3))
def test_a_key_is_found_wherever_the_document_is_cut(shift: int) -> None:
    before = '{"a": ["' + "x" * (CHUNK + shift - 10) + '"], '

    assert begun(before + '"b": [2]}', "b") == b'{"b":[2]}'

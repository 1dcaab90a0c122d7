import io
import json
import tracemalloc
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget import examples
from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Coverage, Origin, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing import jsonruns, jsonstream
from kibbutz_cli.readers.parsing.jsonstream import CHUNK, HEAD, Item, arrays, items

ORIGIN = Origin(path="f.json", reader="x", coverage=Coverage.SINGLE)


class Repeating(io.RawIOBase):
    """A long outbox that is never held whole."""

    def __init__(self, item: bytes, times: int) -> None:
        self.left, self.item = times, item

    def read(self, size: int = -1) -> bytes:
        count = min(self.left, max(size // len(self.item), 1))
        if not count:
            return b""
        self.left -= count
        return self.item * count if self.left else (self.item * count)[:-1] + b"]"


class Led:
    """A stream with an opening before it."""

    def __init__(self, stream: Repeating, opening: bytes) -> None:
        self.stream, self.opening = stream, opening

    def read(self, size: int) -> bytes:
        opening, self.opening = self.opening, b""
        return opening or self.stream.read(size)


def read(document: bytes, limits: Limits | None = None, **how: Any) -> list[object]:
    budget = Budget(limits or Limits(), "f.json")
    return [
        str(found.code) if isinstance(found, Rejection) else found.value
        for found in items(io.BytesIO(document), ORIGIN, budget, **how)
    ]


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('ab{}[],"\\: ', max_size=4), inner),
    max_leaves=8,
)


@given(st.lists(json_values, max_size=5), st.sampled_from([None, 2]))
def test_every_array_reads_back_whole(values: list[object], indent: int | None) -> None:
    document = json.dumps(values, indent=indent).encode()

    assert values == read(document)


@examples(10)
@given(st.lists(st.dictionaries(st.text("ab{}[],\"'\\", max_size=3), json_values, max_size=3), min_size=1))
def test_a_truncated_array_is_never_read_as_whole(values: list[object]) -> None:
    document = json.dumps(values).encode()

    for end in range(len(document)):
        with pytest.raises(InputError):
            read(document[:end])


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (b'{"a":oops}', "malformed"),
        (b'{"a":[1,2}', "malformed"),
        (b'{"a":"\x01"}', "malformed"),
        (b'{"a":NaN}', "bad_number"),
        (b'{"a":1e999}', "bad_number"),
        (b'{"a":9223372036854775808}', "bad_number"),
        (b'{"a":' + b"9" * 5000 + b"}", "bad_number"),
        (b'{"a":"\\ud800"}', "bad_text"),
        (b'{"a":"\xff"}', "bad_text"),
        (b'{"a":' + b"[" * 70 + b"]" * 70 + b"}", "too_large"),
        (b'{"a":' + b"[" * 3000 + b"]" * 3000 + b"}", "too_large"),
    ],
    ids=lambda value: value[:16].decode("latin-1").strip() if isinstance(value, bytes) else value,
)
@pytest.mark.parametrize("last", [False, True], ids=["middle", "last"])
def test_a_bad_item_is_set_aside_and_the_rest_is_read(bad: bytes, code: str, last: bool) -> None:
    parts = [b'{"a":1}', bad] if last else [b'{"a":1}', bad, b'{"a":2}']

    found = read(b"[" + b",".join(parts) + b"]")

    assert [{"a": 1}, code, {"a": 2}][: len(parts)] == found


def test_a_named_array_is_found_at_the_top_only() -> None:
    document = b'{"x":{"k":[9]},"k":[{"a":"}"}, {"a":2}],"t":[{"a":1},{"b":2}]}'

    assert read(document, key="k") == [{"a": "}"}, {"a": 2}]


@pytest.mark.parametrize("items", ["", "1", "1, 2"], ids=["empty", "one", "two"])
def test_of_an_empty_array_and_one_of_the_same_name_the_latter_is_read(items: str) -> None:
    document = f'{{"n": 2, "a": [],\n"a": [{items}], "z": []}}'.encode()

    assert read(document, key="a") == json.loads(document)["a"]


@pytest.mark.parametrize(
    "document",
    [b"", b"\xef\xbb\xbf", b"hello", b'{"a":1}', b"[1] {}", b"\xff\xfe[\0"],
    ids=["empty", "mark only", "text", "no array", "two documents", "utf-16"],
)
def test_what_holds_no_array_is_refused(document: bytes) -> None:
    with pytest.raises(InputError, match=r"^f\.json: "):
        read(document)


@pytest.mark.parametrize("between", [b"", b"\n", b" " * 2 * CHUNK], ids=["nothing", "a line", "a lot"])
def test_arrays_that_follow_each_other_are_one(between: bytes) -> None:
    assert read(between.join([b'[{"a":1},{"a":2}]', b"[]", b'[{"a":3}]', b"\n"])) == [
        {"a": 1},
        {"a": 2},
        {"a": 3},
    ]


@pytest.mark.parametrize("document", [b"[1][2", b"[1]2", b'[1]{"a":[2]}'])
def test_what_follows_an_array_must_be_a_whole_one(document: bytes) -> None:
    with pytest.raises(InputError):
        read(document)


def test_a_truncated_tail_is_refused() -> None:
    with pytest.raises(InputError, match="truncated"):
        read(b'{"k":[{"a":1}],"total":', key="k")


@pytest.mark.parametrize(
    "wrong", [rb'"\ud800"', b'"\0"', b'"\xff"', b"9" * 5000], ids=["half", "zero", "byte", "long"]
)
def test_what_is_wrong_within_a_text_or_number_behind_an_array_is_not_called_truncated(wrong: bytes) -> None:
    assert read(b'{"k":[{"a":1}],"j":[%b]}' % wrong, key="k") == [{"a": 1}]


@pytest.mark.parametrize(
    "more", [b"x", b"\0" * 20, b'{"k":[{"a":1}]}', b"\n}"], ids=["x", "zeros", "twice", "}"]
)
def test_what_follows_the_end_of_a_document_is_not_called_truncated(more: bytes) -> None:
    with pytest.raises(InputError, match="text after the document: expected the end of the file"):
        read(b'{"k":[{"a":1}],"total":1}' + more, key="k")


def test_a_long_item_is_set_aside() -> None:
    document = b'[{"a":"' + b"x" * 300 + b'"},{"a":1}]'

    assert read(document, Limits(line_bytes=200)) == ["too_large", {"a": 1}]


def test_an_item_without_end_is_refused_before_it_is_held() -> None:
    endless = cast("BinaryIO", Led(Repeating(b"a", 2**24), b'["'))

    with pytest.raises(LimitError, match="record of more than"):
        list(items(endless, ORIGIN, Budget(Limits(line_bytes=2**20), "f.json")))


def test_a_script_may_be_json5() -> None:
    document = b"""window.YTD.x.part0 = [
      { // a comment
        tweet: { 'a': 'it\\'s "q" {', b: [1, 2,], c: .5, h: 0x1F, u: "\xc3\xa9\\x41", /* } */ },
      },
      { tweet: { a: '}' } },
    ];"""

    expected = [
        {"tweet": {"a": 'it\'s "q" {', "b": [1, 2], "c": 0.5, "h": 31, "u": "éA"}},
        {"tweet": {"a": "}"}},
    ]
    assert expected == read(document, script=True)


@pytest.mark.parametrize("document", [b"x = [ {a:1}, {a:", b"x = [{a:'", b"x = [{a:1},", b"x = "])
def test_a_truncated_script_is_refused(document: bytes) -> None:
    with pytest.raises(InputError):
        read(document, script=True)


def test_items_that_cannot_be_read_at_once_are_tried_so_once_for_all_in_hand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = []

    def counted(data: bytes, start: int, limits: Limits) -> jsonruns.Run:
        tried.append(start)
        return jsonruns.objects(data, start, limits)

    monkeypatch.setattr(jsonstream, "objects", counted)
    answered = {"id": "https://a.example/", "answers": [{"id": "https://a.example/"}] * 9}

    assert [answered] * 100 == read(json.dumps([answered] * 100).encode())
    assert len(tried) == 1


def test_memory_does_not_grow_with_the_document() -> None:
    long = Led(Repeating(b'{"a":"' + b"x" * 2000 + b'"},', 20_000), b"[")
    tracemalloc.start()

    count = sum(1 for _ in items(cast("BinaryIO", long), ORIGIN, Budget(Limits(), "f.json")))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 8 * 2**20


def told(document: bytes, *keys: str) -> list[tuple[object, object]]:
    found = arrays(io.BytesIO(document), ORIGIN, Budget(Limits(), "f.json"), keys)
    return [
        (fields, item if isinstance(item, Item) else (item.position, item.code)) for fields, item in found
    ]


def test_the_arrays_of_one_object_are_read_one_after_another() -> None:
    document = (
        b'\xef\xbb\xbf{"repo": "r", "a": [{"x": "\\"b\\": ["}, {"x": 1}], "c": 5, "b": [{"x": NaN}, 7]}'
    )

    assert told(document, "a", "b") == [
        ({"repo": "r", "a": []}, Item(1, {"x": '"b": ['})),
        ({"repo": "r", "a": []}, Item(2, {"x": 1})),
        ({"repo": "r", "a": [], "c": 5, "b": []}, (3, "bad_number")),
        ({"repo": "r", "a": [], "c": 5, "b": []}, Item(4, 7)),
    ]


def test_empty_arrays_hold_nothing() -> None:
    assert told(b'{"a": [], "b": []}', "a", "b") == []


@pytest.mark.parametrize("size", [10, CHUNK, 2 * HEAD])
def test_an_array_is_found_behind_one_of_any_size(size: int) -> None:
    document = json.dumps({"a": ["x" * size] * 3, "b": [{"y": 1}]}).encode()

    assert told(document, "a", "b")[-1] == ({"a": [], "b": []}, Item(4, {"y": 1}))


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b'{"a": [1], "c": []}', 'no array "b"'),
        (b'{"a": [1], "b": [2]', "truncated"),
        (b'{"a": [1], "b": [2', "truncated"),
        (b'{"a": [1}, "b": [2]}', "no array|truncated|not JSON"),
        (b' [{"a": [1], "b": [2]}]', "an array of documents"),
    ],
    ids=["missing", "object", "array", "brace", "joined"],
)
def test_arrays_that_are_not_there_or_cut_off_are_refused(document: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        told(document, "a", "b")

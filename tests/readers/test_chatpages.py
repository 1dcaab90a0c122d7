import io

import pytest

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Coverage, Origin, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import chatpages
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chatpages import in_time, is_lines, lines
from kibbutz_cli.readers.jsonstream import Item

ORIGIN = Origin(path="f.jsonl", reader="x", coverage=Coverage.SINGLE)


def read(text: bytes, **limits: int) -> list[object]:
    found = lines(io.BytesIO(text), ORIGIN, Budget(Limits(**limits), "f.jsonl"))
    return [(each.position, each.code if isinstance(each, Rejection) else each.value) for each in found]


def test_every_line_is_an_object_and_blank_ones_are_none() -> None:
    assert read(b'\xef\xbb\xbf{"a": 1}\n\n{"a": 2}') == [(1, {"a": 1}), (3, {"a": 2})]


def test_a_line_that_is_no_json_is_set_aside() -> None:
    assert read(b"x\n{}\n") == [(1, "malformed"), (2, {})]


def test_a_line_that_ends_too_soon_is_refused() -> None:
    with pytest.raises(InputError, match=r"f\.jsonl:2: truncated"):
        read(b'{}\n{"a": ')


def test_a_line_that_is_too_long_is_refused() -> None:
    with pytest.raises(LimitError, match="more than 8 bytes"):
        read(b'{"a": 123456}\n', line_bytes=8)


def test_a_page_is_put_in_time_and_a_dump_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chatpages, "PAGE", 3)

    def order(*moments: int) -> list[object]:
        found = in_time(iter([Item(0, moment) for moment in moments]), lambda value: int(str(value)))
        return [each.value for each in found if isinstance(each, Item)]

    assert [order(3, 2, 1), order(3, 2, 1, 4)] == [[1, 2, 3], [3, 2, 1, 4]]


@pytest.mark.parametrize(
    ("head", "expected"),
    [(b'{"a": 1}\n{"a": 2}', True), (b'{"m": [1]}', False), (b'{\n"a": 1}', False), (b"7\n", False)],
    ids=["lines", "page", "document", "number"],
)
def test_lines_are_told_from_a_page(head: bytes, expected: bool) -> None:
    assert is_lines(head, "m") is expected

import pytest

from kibbutz_cli.readers.chats import chatpages
from kibbutz_cli.readers.chats.chatpages import in_time, is_lines
from kibbutz_cli.readers.parsing.jsonstream import Item


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

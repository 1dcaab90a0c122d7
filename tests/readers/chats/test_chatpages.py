import pytest

from kibbutz_cli.model.activity import Coverage, Origin, Rejection, RejectionCode
from kibbutz_cli.readers.chats import chatpages
from kibbutz_cli.readers.chats.chatpages import by_moment, in_order, in_time, is_lines
from kibbutz_cli.readers.parsing.jsonstream import Item
from kibbutz_cli.readers.parsing.jsonvalues import fields_of


def test_a_page_is_put_in_time_and_a_dump_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chatpages, "PAGE", 3)

    def order(*moments: int) -> list[object]:
        found = in_time(iter([Item(0, moment) for moment in moments]), lambda value: int(str(value)))
        return [each.value for each in found if isinstance(each, Item)]

    assert [order(3, 2, 1), order(3, 2, 1, 4)] == [[1, 2, 3], [3, 2, 1, 4]]


REFUSED = Rejection(
    origin=Origin(path="x", reader="discord", coverage=Coverage.COMMUNITY),
    position=2,
    code=RejectionCode.MALFORMED,
    reason="no value",
)


@pytest.mark.parametrize(
    ("moments", "step"),
    [((), 1), ((5, 5), 1), ((5, None, 5, 7, 3), 1), ((None, 5, 5, None, 3, 9, 2), -1)],
    ids=["none", "one moment", "oldest first", "newest first"],
)
def test_a_dump_is_read_in_time_however_long_it_is(
    moments: tuple[int | None, ...], step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first two moments that differ tell its order; backwards, what is set aside comes first."""
    monkeypatch.setattr(chatpages, "HELD", 2)
    says = [Item(number, {"ts": moment}) for number, moment in enumerate(moments)]

    order = list(in_order(iter([*says, REFUSED]), lambda value: fields_of(value)["ts"]))

    assert [each for each in order if each is not REFUSED] == says[::step]
    assert order[0 if step < 0 else -1] is REFUSED


@pytest.mark.parametrize("number", [0, 3, 41])
def test_what_stands_in_no_order_is_read_in_time_however_much_it_is(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has no moment comes before; what is of one moment stays as it stands."""
    monkeypatch.setattr(chatpages, "HELD", 2)
    monkeypatch.setattr(chatpages, "WAYS", 3)
    moments = [(position * 7) % 11 or None for position in range(number)]
    says = [Item(position, {"ts": moment}) for position, moment in enumerate(moments)]

    order = list(by_moment(iter([*says, REFUSED]), lambda value: fields_of(value)["ts"]))

    assert order == [REFUSED, *sorted(says, key=lambda each: moments[each.position] or 0)]


@pytest.mark.parametrize(
    ("head", "expected"),
    [(b'{"a": 1}\n{"a": 2}', True), (b'{"m": [1]}', False), (b'{\n"a": 1}', False), (b"7\n", False)],
    ids=["lines", "page", "document", "number"],
)
def test_lines_are_told_from_a_page(head: bytes, expected: bool) -> None:
    assert is_lines(head, "m") is expected

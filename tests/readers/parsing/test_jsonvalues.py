"""Objects in a parsed value: each is met once, whatever holds it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.readers.parsing.jsonvalues import objects_in

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(), inside, max_size=4),
    max_leaves=20,
)


def test_objects_are_met_in_their_order_from_outside_in() -> None:
    value = {"n": 1, "a": {"n": 2, "b": [{"n": 3}, "x", [{"n": 4}]]}, "c": {"n": 5}}

    assert [each["n"] for each in objects_in(value)] == [1, 2, 3, 4, 5]


@given(VALUES)
def test_there_are_as_many_as_a_parser_meets(value: object) -> None:
    met: list[dict[str, object]] = []
    json.loads(json.dumps(value), object_hook=lambda each: met.append(each) or each)

    assert sorted(map(repr, objects_in(value))) == sorted(map(repr, met))

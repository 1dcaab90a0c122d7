import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.parsing.jsonruns import BYTES, GUESSES, Run, objects, texts

LIMITS = Limits()

sisters = st.lists(
    st.dictionaries(st.text('ab{}[],"\\: ', max_size=4), st.integers(0, 9) | st.text('{}[],"\\: ')),
    max_size=8,
).map(lambda extras: [{"id": "https://a.example/", **extra} for extra in extras])


def array(values: list[Any], **how: Any) -> bytes:
    return json.dumps(values, **how).encode()[1:]


@given(sisters, st.sampled_from([None, 0, 2]))
def test_sisters_parsed_at_once_are_what_each_is_alone(values: list[Any], indent: int | None) -> None:
    data = array(values, indent=indent).lstrip()

    run = objects(data, 0, LIMITS)

    assert values[: len(run.values)] == run.values
    assert json.loads(b"[" + data[run.end :]) == values[len(run.values) :]


def test_all_but_the_last_sister_are_read_at_once() -> None:
    values = [{"id": "https://a.example/", "number": number} for number in range(5)]

    assert values[:4] == objects(array(values), 0, LIMITS).values


def test_no_more_is_parsed_at_once_than_fits_the_cache() -> None:
    data = array([{"id": "https://a.example/", "text": "a" * 1000}] * 100)

    assert BYTES - 2000 < objects(data, 0, LIMITS).end <= BYTES


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b'"\\ud800"', id="half a character"),
        pytest.param(b"99999999999999999999", id="an integer beyond 64 bits"),
        pytest.param(b"1e999", id="a number without end"),
        pytest.param(b"[[[[1]]]]", id="nested too deep"),
        pytest.param(b"1}", id="a brace too many"),
        pytest.param(b"1}], [{", id="the end of the array"),
    ],
)
def test_where_one_of_the_sisters_is_not_sound_none_is_read(bad: bytes) -> None:
    data = b'{"id": "https:1"}, {"id": "https:2", "bad": ' + bad + b'}, {"id": "https:3"}]'

    assert Run([], 0) == objects(data, 0, Limits(depth=4))


def test_sisters_longer_than_a_record_may_be_are_not_read_at_once() -> None:
    values = [{"id": "https://a.example/", "text": "a" * length} for length in (10, 500, 10)]

    assert values[:1] == objects(array(values), 0, Limits(line_bytes=400)).values


def nesting(times: int) -> dict[str, object]:
    return {
        "id": "https://a.example/",
        **{str(number): {"id": "https://a.example/"} for number in range(times)},
    }


def test_what_looks_like_a_sister_inside_an_item_is_passed_over_a_few_times() -> None:
    few, many = nesting(GUESSES - 1), nesting(GUESSES)

    assert [few] == objects(array([few, few]), 0, LIMITS).values
    assert Run([], 0) == objects(array([many, many]), 0, LIMITS)


def test_a_list_of_sisters_inside_an_item_is_taken_for_none() -> None:
    answers = {"id": "https://a.example/", "to": [{"id": "https://a.example/"}] * 2}

    assert Run([], 0) == objects(array([answers, answers]), 0, LIMITS)


def test_texts_are_read_up_to_the_last_and_to_the_first_with_an_escape() -> None:
    assert Run(["a", "b"], 10) == texts(b'"a", "b", "c"]', 0, LIMITS)
    assert Run(["a"], 5) == texts(b'"a", "\\n", "c"]', 0, LIMITS)

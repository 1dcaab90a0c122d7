"""Whatever a ruler says, if it is one: the scoring works with it, and a standing lies in its interval."""

from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from village import lively, scored

from budget import examples
from kibbutz_cli.errors import LimitError
from kibbutz_cli.model.ruler import Ruler

DEFAULT = Ruler().model_dump(mode="json", exclude_none=True)
SIZES = [0, 1e-9, 0.5, 0.999, 1, 2, 3, 8, 100, 519, 10_000, 1e6]

Place = tuple[str | int, ...]


def numbers(value: Any, place: Place = ()) -> Iterator[Place]:
    """Yield where a ruler has a number."""
    match value:
        case dict():
            for key, each in value.items():
                yield from numbers(each, (*place, key))
        case list():
            for at, each in enumerate(value):
                yield from numbers(each, (*place, at))
        case int() | float() if not isinstance(value, bool):
            yield place


def changed(table: Any, place: Place, size: float) -> Any:
    """Return a ruler's table with another number in one place."""
    first, *rest = place
    within = changed(table[first], tuple(rest), size) if rest else size
    if isinstance(table, list):
        return [within if at == first else each for at, each in enumerate(table)]
    return {**table, first: within}


@st.composite
def rulers(draw: st.DrawFn) -> Ruler:
    table = DEFAULT
    for place in draw(st.lists(st.sampled_from(list(numbers(DEFAULT))), min_size=1, max_size=6)):
        other = changed(table, place, draw(st.sampled_from(SIZES)))
        try:
            Ruler.model_validate(other)
        except ValidationError:
            continue
        table = other
    return Ruler.model_validate(table)


@settings(examples(12), suppress_health_check=[HealthCheck.too_slow])
@given(rulers())
def test_whatever_a_ruler_says_a_standing_lies_in_its_interval(ruler: Ruler) -> None:
    try:
        with scored(lively(3, 14, 160), ruler=ruler, anchors={"members": ["village:m000"]}) as village:
            members = village.members
    except LimitError:  # a sum is larger than can be kept exactly: that is told
        return
    for member in members.values():
        if (standing := member.standing) is not None:
            assert standing.low <= standing.value <= standing.high
        for element in member.elements:
            assert element.score is None or element.low <= element.score <= element.high

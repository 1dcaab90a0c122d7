"""Copies of a record in which one value is of another kind than a reader expects."""

from collections.abc import Iterator

ODD: tuple[object, ...] = (
    None,
    True,
    5,
    -(2**62),
    2**63 - 1,
    -1.5,
    1e300,
    "",
    "x",
    [],
    [1],
    [[]],
    {},
    {"id": []},
)
"""A value of each kind JSON has, small and large."""


def mangled(value: object) -> Iterator[object]:
    """Yield copies of a value with one value in it, at any depth, exchanged for each odd one."""
    yield from ODD
    if isinstance(value, dict):
        for key, inner in value.items():
            yield {name: each for name, each in value.items() if name != key}
            for other in mangled(inner):
                yield {**value, key: other}
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            for other in mangled(inner):
                yield [*value[:index], other, *value[index + 1 :]]


def exchanged(value: object, odd: object) -> Iterator[object]:
    """Yield copies of a value with one value in it exchanged, once for each path of keys."""
    yield from _exchanged(value, odd, set(), ())


def _exchanged(
    value: object, odd: object, met: set[tuple[str, ...]], at: tuple[str, ...]
) -> Iterator[object]:
    if at not in met:
        met.add(at)
        yield odd
    if isinstance(value, dict):
        for key, inner in value.items():
            for other in _exchanged(inner, odd, met, (*at, key)):
                yield {**value, key: other}
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            for other in _exchanged(inner, odd, met, (*at, "")):
                yield [*value[:index], other, *value[index + 1 :]]

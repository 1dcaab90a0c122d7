"""The values of one JSON file: the items of its array, or the one object that it is."""

import re
from collections.abc import Iterator

from pydantic_core import from_json

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Origin, Rejection
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.jsonstream import BOM, SPACE, Item, items
from kibbutz_cli.readers.jsonvalues import Fault, Fields, fields_of, judged

_FAULTY_PLACE = re.compile(r" at line (\d+) column \d+$")


def first_value(head: bytes) -> object:
    """Return the value a file begins with, as far as its first bytes tell it; none where they are no JSON."""
    try:
        value: object = from_json(head.removeprefix(BOM), allow_partial=True)
    except ValueError:
        return None
    return value


def first_fields(head: bytes) -> Fields:
    """Return the object a file is, or the first in the array it is, as far as its first bytes tell it."""
    value = first_value(head)
    return fields_of(value[0] if type(value) is list and value else value)


def values(
    tree: Tree, name: str, origin: Origin, budget: Budget, key: str = ""
) -> Iterator[Item | Rejection]:
    """Yield the values of a file, each as its value or as the reason it is set aside.

    Args:
        tree: The input.
        name: The file in it.
        origin: Where it comes from, for messages.
        budget: The limits on a value's length and depth.
        key: The array's name in an object; without it an object is one value.

    Raises:
        InputError: The file is truncated, or holds no such value.
        LimitError: A value is longer than the limits allow.
    """
    if key or is_array(tree.head(name)):
        with tree.open(name) as stream:
            yield from items(stream, origin, budget, key=key)
    else:
        yield Item(1, whole(tree, name, origin, budget))


def is_array(head: bytes) -> bool:
    """Return whether a file that begins so is an array."""
    return head.removeprefix(BOM).lstrip(SPACE).startswith(b"[")


def whole(tree: Tree, name: str, origin: Origin, budget: Budget) -> object:
    """Return the one value that a file is.

    Raises:
        InputError: The file is truncated, or no JSON.
        LimitError: It is longer than the limits allow.
    """
    limit, place = budget.limits.line_bytes, origin.place(0)
    with tree.open(name) as stream:
        text = stream.read(limit + 1).removeprefix(BOM)
    if len(text) > limit:
        raise LimitError(
            f"{place}: one object of more than {limit:,} bytes: expected an array of smaller ones",
            "if you trust this file, raise the limit with --limit line_bytes=N",
        )
    found = judged(text, budget.limits.depth)
    if type(found) is Fault:
        raise _damaged(found.reason, place)
    return found


def _damaged(reason: str, place: str) -> InputError:
    if where := _FAULTY_PLACE.search(reason):
        place, reason = f"{place}:{where[1]}", reason[: where.start()]
    what = "truncated JSON" if "EOF" in reason else reason
    return InputError(f"{place}: {what}: expected a whole JSON document", "download or export it again")

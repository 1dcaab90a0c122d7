"""One JSON value a line, line by line, as the items of an array are."""

from collections.abc import Iterator
from typing import BinaryIO

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Origin, Rejection
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.jsonstream import BOM, Item
from kibbutz_cli.readers.jsonvalues import Fault, judged

SPACE = b" \t\r\n"


def lines(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the values of a document's lines with their numbers, each or the reason it is set aside.

    Raises:
        InputError: The last line is cut off.
        LimitError: A line is longer than the limits allow.
    """
    limit, depth = budget.limits.line_bytes, budget.limits.depth
    for position, line in enumerate(iter(lambda: stream.readline(limit + 1), b""), start=1):
        if len(line) > limit:
            raise LimitError(
                f"{origin.place(position)}: a line of more than {limit:,} bytes",
                "if you trust this file, raise the limit with --limit line_bytes=N",
            )
        text = line.removeprefix(BOM).strip(SPACE) if position == 1 else line.strip(SPACE)
        if not text:
            continue
        value = judged(text, depth)
        if type(value) is not Fault:
            yield Item(position, value)
        elif line.endswith(b"\n"):
            yield Rejection(origin=origin, position=position, code=value.code, reason=value.reason)
        else:
            raise InputError(
                f"{origin.place(position)}: truncated: the last line is no whole record",
                "download or export it again",
            )

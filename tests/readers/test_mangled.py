"""A value of JSON that nobody writes costs a record or is an error of ours, whatever field it stands in."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from mangling import exchanged
from reading import FIXTURES, claimed

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.base import Reader
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.identity import identities_of
from kibbutz_cli.testing.reading import attempt, copied

ODD: dict[str, object] = {
    "list": [],
    "object": {},
    "letters": "x" * 5000,
    "digits": "9" * 5000,
    "number": 1e300,
    "early": "0001-01-01T00:00:00+14:00",
    "late": "9999-12-31T23:59:59-12:00",
}
"""What has no place in a set, no room in an id or a number, and no place in the calendar once it is UTC."""

CASES = [pytest.param(*case, id=str(Path(case[1]).relative_to(FIXTURES))) for case in claimed()]


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize(("reader", "path"), CASES)
def test_it_costs_a_record_or_is_an_error_of_ours(reader: Reader, path: str, odd: object) -> None:
    with copied(path) as copy:
        for file, data in copy.files().items():
            for other in _copies(data, odd):
                file.write_bytes(other)
                attempt(reader, str(copy.path))
                _declare(reader, str(copy.path))
            file.write_bytes(data)


def _declare(reader: Reader, path: str) -> None:
    budget = Budget(Limits(), path)
    if identities := identities_of(reader):
        with suppress(KibbutzError), open_tree(path, budget) as tree:
            for _ in identities(tree, budget):
                pass


def _copies(data: bytes, odd: object) -> Iterator[bytes]:
    """Yield copies of JSON, in a script or one a line too, with one value exchanged; of other files none."""
    start = min((at for at in (data.find(b"{"), data.find(b"[")) if at >= 0), default=len(data))
    with suppress(ValueError):
        value = json.loads(data[start:])
        yield from (data[:start] + json.dumps(other).encode() for other in exchanged(value, odd))
        return
    lines = data.splitlines(keepends=True)
    for index, line in enumerate(lines):
        with suppress(ValueError):
            for other in exchanged(json.loads(line), odd):
                yield b"".join([*lines[:index], json.dumps(other).encode(), b"\n", *lines[index + 1 :]])

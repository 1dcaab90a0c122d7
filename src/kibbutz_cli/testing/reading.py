"""An input read to its end for a law to judge, as it lies there or changed in a copy."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeAlias

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Activity, Outcome
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.base import Probe, Reader
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree

ReaderLaw: TypeAlias = Callable[[Reader, str], None]
"""Takes a reader and the path of an input of its own; raises ``AssertionError`` where the law is broken."""

Asked = ParamSpec("Asked")
"""What a law is asked of."""


class Reading(NamedTuple):
    """What a reader made of an input.

    Attributes:
        outcomes: What it yielded, in its order.
        records: The raw records it told the budget of.
        unknown: The fields it told the budget that the format is not known to have.
    """

    outcomes: list[Outcome]
    records: int
    unknown: dict[str, int]


def read(reader: Reader, path: str, limits: Limits | None = None) -> Reading:
    """Return what a reader makes of an input.

    Raises:
        InputError: The input cannot be read to its end.
    """
    budget = Budget(limits or Limits(), path)
    with open_tree(path, budget) as tree:
        return Reading(list(reader.read(tree, budget)), budget.records, budget.unknown)


def attempt(reader: Reader, path: str) -> Reading | KibbutzError:
    """Return what a reader makes of an input, or the fault it finds in it; any other exception is a bug."""
    try:
        return read(reader, path)
    except KibbutzError as exc:
        return exc


def probed(reader: Reader, path: str) -> Probe:
    """Return how sure a reader is of an input."""
    with open_tree(path, Budget(Limits(), path)) as tree:
        return reader.probe(tree)


def activities(reading: Reading) -> Iterator[Activity]:
    """Yield the activities among the outcomes."""
    for outcome in reading.outcomes:
        match outcome:
            case Activity():
                yield outcome


def law(check: Callable[Asked, None]) -> Callable[Asked, None]:
    """Return a law in which whatever a reader or metric raises breaks it: the message says what that was."""

    @wraps(check)
    def kept(*args: Asked.args, **kwargs: Asked.kwargs) -> None:
        try:
            check(*args, **kwargs)
        except AssertionError:
            raise
        except Exception as exc:
            raise AssertionError(f"{check.__name__}: {type(exc).__name__}: {exc}") from exc

    return kept


def require(fact: object, law: str, found: object = "") -> None:
    """Fail unless something is so; what was found is shown.

    Raises:
        AssertionError: It is not so.
    """
    if not fact:
        shown = f"{found}"
        raise AssertionError(f"{law}: {shown}" if shown else law)


class Copy:
    """A copy of an input whose files can be changed, always under the same path.

    Attributes:
        path: The copy: a file or folder named like the input.
    """

    def __init__(self, path: str, folder: Path) -> None:
        source = Path(path)
        self.path = folder / source.name
        if source.is_dir():
            shutil.copytree(source, self.path)
        else:
            shutil.copyfile(source, self.path)

    def files(self) -> dict[Path, bytes]:
        """Return the files with their bytes, sorted by name."""
        found = [self.path] if self.path.is_file() else sorted(self.path.rglob("*"))
        return {file: file.read_bytes() for file in found if file.is_file()}


@contextmanager
def copied(path: str) -> Iterator[Copy]:
    """Give a copy of an input; it vanishes at the end."""
    with tempfile.TemporaryDirectory(prefix="kibbutz-law-") as folder:
        yield Copy(path, Path(folder))

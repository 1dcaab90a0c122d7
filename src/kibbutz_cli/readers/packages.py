"""A reader as an entry point names it; a fault of one of another package is told as its own."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import EntryPoint
from typing import TypeVar, cast

from kibbutz_cli import plugins
from kibbutz_cli.errors import PluginError
from kibbutz_cli.model.activity import Activity, Coverage, Ignored, Outcome, Rejection
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Reader, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.identity import identities_of

T = TypeVar("T")

_END = object()
"""What stands for the end of what a reader yields."""


def loaded(point: EntryPoint) -> Reader:
    """Return the reader that an entry point names.

    Raises:
        PluginError: It cannot be imported, or is no reader.
    """
    found = cast("Reader", plugins.load(point))
    if fault := _fault(found, point.name):
        raise PluginError(
            f"plug-in {point.name} ({plugins.owner(point)}): {point.value}: {fault}",
            "upgrade or uninstall that package",
        )
    return found if plugins.ours(point) else _Guest(found, point)


def _fault(reader: Reader, name: str) -> str:
    """Return what a reader lacks; empty where it is one: types are not checked in another package.

    ``--from`` takes the name of the entry point, and reports show that of ``ABOUT``: it must be the same.
    """
    about = getattr(reader, "ABOUT", None)
    if not isinstance(about, About) or not all(
        callable(getattr(reader, each, None)) for each in ("probe", "read")
    ):
        return "expected ABOUT, probe and read"
    if not isinstance(about.coverage, Coverage):
        return f"ABOUT.coverage: expected a Coverage, got {about.coverage!r}"
    if about.name != name:
        return f"ABOUT.name: expected {name}, as the entry point is called, got {about.name!r}"
    return next(
        (
            f"ABOUT.{each}: expected a text, got {value!r}"
            for each, value in about._asdict().items()
            if not isinstance(value, str)
        ),
        "",
    )


class _Guest:
    """A reader of another package.

    Where its probe fails, that is told, and the input is not its own. Where it cannot read what it was given,
    the run ends, and it is named.
    """

    def __init__(self, reader: Reader, point: EntryPoint) -> None:
        self.ABOUT = reader.ABOUT
        declares = identities_of(reader)
        self.identities = partial(self._guarded, declares) if declares else None
        self._reader = reader
        self._point = point

    def probe(self, tree: Tree) -> Probe:
        try:
            with plugins.guarded(self._point, f"probe of {tree.path}"):
                return _probe(self._reader.probe(tree))
        except PluginError as exc:
            plugins.pass_over(self._point, exc)
            return NOT_MINE

    def read(self, tree: Tree, budget: Budget) -> Iterator[Outcome]:
        before, told = budget.records, 0
        for found in self._guarded(self._reader.read, tree, budget):
            with plugins.guarded(self._point, tree.path):
                outcome = _outcome(found)
            told += not (isinstance(outcome, Activity) and outcome.derived)
            yield outcome
        met = budget.records - before
        with plugins.guarded(self._point, tree.path):
            if told != met:
                raise ValueError(f"budget.record() was called {met:,} times, and {told:,} records were told")

    def _guarded(
        self, function: Callable[[Tree, Budget], Iterator[T]], tree: Tree, budget: Budget
    ) -> Iterator[T]:
        with plugins.guarded(self._point, tree.path):
            found = iter(function(tree, budget))
        while True:
            with plugins.guarded(self._point, tree.path):
                each = next(found, _END)
            if each is _END:
                return
            yield cast("T", each)


def _probe(found: object) -> Probe:
    """Return what a probe returned, if it is one: what a type says is not checked in another package."""
    if not isinstance(found, Probe) or not isinstance(found.sure, int | float):
        raise TypeError(f"expected a Probe with a number, got {found!r}")
    return found


def _outcome(found: object) -> Outcome:
    match found:
        case Activity() | Rejection() | Ignored():
            return found
        case _:
            raise TypeError(f"expected an Activity, a Rejection or an Ignored, got {found!r}")

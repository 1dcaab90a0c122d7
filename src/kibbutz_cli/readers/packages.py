"""A reader as an entry point names it; one of another package cannot stop what it has no part in."""

from importlib.metadata import EntryPoint
from typing import cast

from kibbutz_cli import plugins
from kibbutz_cli.errors import PluginError
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Reader, Tree


def loaded(point: EntryPoint) -> Reader:
    """Return the reader that an entry point names.

    Raises:
        PluginError: It cannot be imported, or is no reader.
    """
    reader = plugins.load(point)
    if not isinstance(getattr(reader, "ABOUT", None), About) or not (
        callable(getattr(reader, "probe", None)) and callable(getattr(reader, "read", None))
    ):
        raise PluginError(
            f"plug-in {point.name} ({plugins.owner(point)}): {point.value}: expected ABOUT, probe and read",
            "upgrade or uninstall that package",
        )
    found = cast("Reader", reader)
    return found if plugins.ours(point) else _Guest(found, point)


class _Guest:
    """A reader of another package: a fault in its probe is told, and the input is not its own."""

    def __init__(self, reader: Reader, point: EntryPoint) -> None:
        self.ABOUT = reader.ABOUT
        self.read = reader.read
        self.identities = getattr(reader, "identities", None)
        self._reader = reader
        self._point = point

    def probe(self, tree: Tree) -> Probe:
        try:
            with plugins.guarded(self._point, f"probe of {tree.path}"):
                return _probe(self._reader.probe(tree))
        except PluginError as exc:
            plugins.pass_over(self._point, exc)
            return NOT_MINE


def _probe(found: object) -> Probe:
    """Return what a probe returned, if it is one: what a type says is not checked in another package."""
    if not isinstance(found, Probe) or not isinstance(found.sure, int | float):
        raise TypeError(f"expected a Probe with a number, got {found!r}")
    return found

"""Readers and metrics by entry point: found lazily, and a broken one is named, not fatal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib.metadata import Distribution, EntryPoint, EntryPoints, entry_points

from pydantic import ValidationError

from kibbutz_cli.errors import KibbutzError, PluginError

READERS = "kibbutz.readers"
METRICS = "kibbutz.metrics"

_passed_over: dict[tuple[str, str], str] = {}
"""What a run of this process went on without, by group and name, with the first fault of each."""


def points(group: str) -> list[EntryPoint]:
    """Return the entry points of a group, sorted by name; ours win where a name is taken twice."""
    return [point for point, holder in listed(group) if holder is point]


def listed(group: str) -> list[tuple[EntryPoint, EntryPoint]]:
    """Return every entry point of a group, each with the one that has its name: itself, or who took it."""
    found: dict[str, EntryPoint] = {}
    every = sorted(registered(group), key=lambda point: (point.name, not ours(point)))
    return [(point, found.setdefault(point.name, point)) for point in every]


@cache
def registered(group: str) -> EntryPoints:
    """Return the entry points of a group, looked for once: every installed package has to be asked."""
    return entry_points(group=group)


def names(group: str) -> list[str]:
    """Return the names registered in a group, sorted."""
    return [point.name for point in points(group)]


def load(point: EntryPoint) -> object:
    """Return what an entry point names.

    Raises:
        PluginError: The package cannot be imported; the message names it and its fault.
    """
    with guarded(point, f"{point.value}: cannot be loaded"):
        loaded: object = point.load()
    return loaded


@contextmanager
def guarded(point: EntryPoint, what: str) -> Iterator[None]:
    """Tell any fault in what a package does as that package's; what the world is to blame for passes.

    What it prints goes to standard error: standard output is for results.

    Args:
        point: Whose it is.
        what: What is being done, for the message.

    Raises:
        PluginError: The package failed; the message names it and its fault.
    """
    try:
        with redirect_stdout(sys.stderr):
            yield
    except (KibbutzError, MemoryError):
        raise
    except (Exception, SystemExit) as exc:
        raise PluginError(
            f"plug-in {point.name} ({owner(point)}): {what}: {_said(exc)}",
            "upgrade or uninstall that package",
        ) from exc


def _said(fault: BaseException) -> str:
    """Return a fault in one line: of a record that is not as it has to be, the first field that is not."""
    match fault:
        case ValidationError():
            first = fault.errors()[0]
            return ": ".join([fault.title, *map(str, first["loc"]), first["msg"]])
        case _:
            return f"{type(fault).__name__}: {fault}".splitlines()[0].removesuffix(": ")


def pass_over(point: EntryPoint, fault: PluginError) -> None:
    """Note that all goes on without what an entry point names."""
    _passed_over.setdefault((point.group, point.name), fault.message)


def passed_over() -> list[str]:
    """Return the faults of all that was passed over so far, by group and name."""
    return [fault for _, fault in sorted(_passed_over.items())]


def owner(point: EntryPoint) -> str:
    """Return the distribution an entry point came with, as ``name version``."""
    return _described(point.dist) if point.dist else "unknown package"


@cache
def _described(package: Distribution) -> str:
    """Return a distribution's name and version; each question to it reads its whole metadata again."""
    return f"{package.name} {package.version}"


def ours(point: EntryPoint) -> bool:
    """Return whether an entry point names something of this package."""
    return point.value.startswith("kibbutz_cli.")

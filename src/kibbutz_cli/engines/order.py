"""Which query has to wait for which, and those that need not wait run at the same time."""

import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from graphlib import TopologicalSorter

_READS = re.compile(r"\b(?:from|join)\s+(\w+)", re.IGNORECASE)


def waits(queries: Mapping[str, str]) -> dict[str, set[str]]:
    """Return for each query those before it that must be done first, told one after the other.

    A query reads what it names behind ``from`` or ``join``. It waits for those that make what it reads,
    and for those that still read what was called the same before it.
    """
    found: dict[str, set[str]] = {}
    readers: dict[str, set[str]] = {}
    for name, text in queries.items():
        reads = set(_READS.findall(text))
        found[name] = (reads & found.keys()) | readers.get(name, set())
        for each in reads:
            readers.setdefault(each, set()).add(name)
    return found


def run(
    waits: Mapping[str, Iterable[str]], start: Callable[[str], Future[None]], stop: Callable[[], None]
) -> None:
    """Start each name as soon as those it waits for are done.

    Args:
        waits: For each name those it waits for.
        start: Starts the work of a name; what the work raises keeps all others from starting.
        stop: Ends the work that is being done, where one failed or the caller is interrupted.
    """
    sorter = TopologicalSorter(waits)
    sorter.prepare()
    running: dict[Future[None], str] = {}
    try:
        while sorter.is_active():
            running |= {start(name): name for name in sorter.get_ready()}
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for each in done:
                each.result()
                sorter.done(running.pop(each))
    except BaseException:
        for each in running:
            each.cancel()
        stop()
        wait(running)
        raise

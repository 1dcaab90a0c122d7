"""Which query has to wait for which, and those that need not wait run at the same time."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from graphlib import TopologicalSorter

from kibbutz_cli.database import reads


def waits(queries: Mapping[str, str]) -> dict[str, set[str]]:
    """Return for each query those before it that must be done first, told one after the other.

    A query reads what it names behind ``from`` or ``join``. It waits for those that make what it reads,
    and for those that still read what was called the same before it.
    """
    found: dict[str, set[str]] = {}
    readers: dict[str, set[str]] = {}
    for name, text in queries.items():
        read = reads(text)
        found[name] = set(read & found.keys()) | readers.get(name, set())
        for each in read:
            readers.setdefault(each, set()).add(name)
    return found


def longest_first(waits: Mapping[str, Collection[str]]) -> dict[str, Collection[str]]:
    """Return the same, those first that the longest chain of others waits for.

    Where work that takes one processor waits for other such work, as the rounds of trust do, the rest is
    left to be done beside it.
    """
    after = _chains_after(waits)
    return {name: waits[name] for name in sorted(waits, key=lambda name: -after[name])}


def on_longest_chain(waits: Mapping[str, Collection[str]]) -> set[str]:
    """Return the names of which each waits for the one before, where no chain of others is longer.

    All of the work takes at least as long as they do. Where nothing waits there is no chain.
    """
    after = _chains_after(waits)
    before: dict[str, int] = {}
    for name in waits:
        before[name] = max((before[each] + 1 for each in waits[name]), default=0)
    longest = max(after.values(), default=0)
    return {name for name in waits if longest and before[name] + after[name] == longest}


def _chains_after(waits: Mapping[str, Collection[str]]) -> dict[str, int]:
    """Return for each name how many others wait, one for the other, for it at the most."""
    after = dict.fromkeys(waits, 0)
    for name in reversed(list(waits)):
        for each in waits[name]:
            after[each] = max(after[each], after[name] + 1)
    return after


class Spare:
    """Tables that nothing asks for but these queries: each may go when the last that reads it is done.

    Args:
        tables: Names of tables.
        queries: The queries by name; a query may make one of these tables.
    """

    def __init__(self, tables: Collection[str], queries: Mapping[str, str]) -> None:
        self._users: dict[str, set[str]] = {table: set() for table in tables}
        for name, text in queries.items():
            for table in (reads(text) | {name}) & self._users.keys():
                self._users[table].add(name)

    def after(self, name: str = "") -> Iterator[str]:
        """Yield the tables that may go now that one more query is done, or none was yet."""
        for table, users in list(self._users.items()):
            users.discard(name)
            if not users:
                del self._users[table]
                yield table


def run(
    waits: Mapping[str, Iterable[str]],
    most: int,
    start: Callable[[str], Future[None]],
    stop: Callable[[], None],
    done: Callable[[str], None],
) -> None:
    """Start each name once those it waits for are done: the first in order of those that could be.

    Args:
        waits: For each name those it waits for; what much waits for is best told early.
        most: How many may run at the same time.
        start: Starts the work of a name; what the work raises keeps all others from starting.
        stop: Ends the work that is being done, where one failed or the caller is interrupted.
        done: Called with each name whose work is done, before those that waited for it start.
    """
    places = {name: place for place, name in enumerate(waits)}
    sorter = TopologicalSorter(waits)
    sorter.prepare()
    ready: list[str] = []
    running: dict[Future[None], str] = {}
    try:
        while sorter.is_active():
            ready = sorted([*ready, *sorter.get_ready()], key=places.__getitem__)
            while ready and len(running) < most:
                name = ready.pop(0)
                running[start(name)] = name
            ended, _ = wait(running, return_when=FIRST_COMPLETED)
            for each in ended:
                each.result()
                name = running.pop(each)
                done(name)
                sorter.done(name)
    except BaseException:
        for each in running:
            each.cancel()
        stop()
        wait(running)
        raise

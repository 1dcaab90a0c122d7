"""DuckDB as a locked-down calculator: no network, no extensions, no file but the named ones."""

import copy
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

import duckdb

from kibbutz_cli.database import Bound, Row, Value, unordered
from kibbutz_cli.engines import order, running
from kibbutz_cli.engines.base import LARGE
from kibbutz_cli.engines.duckdb_faults import told
from kibbutz_cli.engines.duckdb_files import BY_ITSELF, literal_path, quoted
from kibbutz_cli.engines.duckdb_plans import FEW, FEWEST, ROOM, Plans, hasty
from kibbutz_cli.engines.duckdb_reading import Reading
from kibbutz_cli.engines.duckdb_start import ALLOWED, MORE, PATH, in_bytes, limit, opened

SHAPES = {
    "csv": "format csv, header true",
    "ndjson": "format json",
    "parquet": "format parquet, compression zstd",
}
"""How each shape of a file is asked for."""

AT_ONCE = 2
"""Statements run at the same time: most of a small one is planning, which takes one thread, and a large
one takes all threads there are, and its room."""

MANY = 30_000_000
"""Rows of which all that the steps make is compressed at once: that takes a fifth of their time, and less
than the way to the disk and back of four times the bytes."""


class DuckDB(Reading):
    """An in-memory DuckDB that may read the named files and write its scratch folder, nothing else.

    Args:
        files: Paths the engine may read itself (the columnar route).
        memory: Memory limit such as ``2GB``; empty for 3.4 GB, of many rows 6.5 GB, or four fifths of a
            smaller machine.
        threads: Threads; 0 for the engine's default.
        tmp: Folder under which the scratch folder is made; empty for the system's.

    Raises:
        InputError: The scratch folder cannot be made.
    """

    # Half of bigint: deeds, threads and what is answered go by such numbers through all large joins.
    numbering = "integer"
    most = 2**31 - 1
    left_from = LARGE
    compressed_from = MANY

    def __init__(self, files: Sequence[str] = (), memory: str = "", threads: int = 0, tmp: str = "") -> None:
        super().__init__(opened(), tmp)
        self._helpers: list[duckdb.DuckDBPyConnection] = []
        self._at_once = 1 if threads == 1 else AT_ONCE
        self._few = self._fewest = self._large = self._many = self._shared = False
        self._repeated: list[Self] = []
        self._idle: SimpleQueue[Self] = SimpleQueue()
        self._carried: list[tuple[str, list[Row]]] = []
        self._path = PATH
        self._sized = bool(memory)
        settings = [f"set temp_directory = {quoted(str(self._scratch))}"]
        if memory:
            settings.append(f"set memory_limit = {quoted(memory)}")
        if threads:
            settings.append(f"set threads = {threads:d}")
        # A path is judged as it is asked for, escaped, and again as the file it then names.
        paths = {path for file in files for path in (quoted(file), literal_path(file))}
        settings.append(f"set allowed_paths = [{', '.join(sorted(paths))}]")
        settings.append(f"set allowed_directories = [{quoted(str(self._scratch))}]")
        settings += ["set enable_external_access = false", "set lock_configuration = true"]
        running.engines.add(self)
        try:
            for setting in settings:
                self._own(setting)
        except BaseException:
            self.close()
            raise

    def make(
        self, queries: Mapping[str, str], heard: Callable[[str], None], spare: Collection[str] = ()
    ) -> None:
        """Leave the result of each query as a table of its name; spare tables go with their last reader."""
        home = "kept.main." if self._many else ""
        made: dict[str, Bound] = {
            name: (f"create table {home}{name} as\n{text if self._large else unordered(text)}", ())
            for name, text in queries.items()
        }
        self._together(made, order.waits(queries), heard, order.Spare(spare, queries))

    def fill(
        self,
        table: str,
        queries: Mapping[str, Bound],
        heard: Callable[[str], None],
        spare: Collection[str] = (),
    ) -> None:
        """Put the results of all these queries into a table; spare tables go as in `make`."""
        put = {name: (f"insert into {table}\n{text}", values) for name, (text, values) in queries.items()}
        texts = {name: text for name, (text, _) in queries.items()}
        self._together(put, dict.fromkeys(queries, ()), heard, order.Spare(spare, texts))

    def expect(self, rows: int, *, appended: bool) -> None:
        """Compress what was appended; plan few in haste, on one thread; many one by one, with more room."""
        if appended:
            # Up to 24 MB that no checkpoint has met yet.
            self._own("checkpoint kept")
        self._few, self._large, self._many = rows <= FEW, rows >= LARGE, rows >= self.compressed_from
        # Next to reading many one by one a second statement at a time saves nothing, and takes room; while
        # one writes, what another made cannot be compressed.
        if self._large or self._many or (appended and not self._few):
            self._at_once = 1
        if self._many and not self._sized:
            with told("memory for many rows"):
                limit(self._connection, MORE)
        ((allowed,),) = self.rows(ALLOWED)
        self._fewest = rows <= FEWEST and in_bytes(str(allowed)) >= ROOM
        planning = ["set disabled_optimizers = ''"]
        if self._few:
            planning = hasty(str(name) for (name,) in self.rows("select name from duckdb_optimizers()"))
        for setting in planning:
            self._own(setting)

    @contextmanager
    def fork(self, name: str) -> Iterator[Self]:
        """Give a second connection that sees every table and whose own tables vanish at its end.

        What it makes hides what is called the same here: the steps can run again beside the first time.
        While `shared`, what it puts into tables of few rows is seen by others from its end on.
        """
        fork = self._forked(f"create schema memory.{name}", f"memory.{name}")
        try:
            # For each table of few rows it takes a tenth of the time to make it to commit it by itself.
            with fork._transaction("commit") if self._few and self._shared else nullcontext():
                yield fork
        finally:
            running.engines.discard(fork)
            fork._own(f"drop schema memory.{name} cascade")
            fork._disconnect()

    @contextmanager
    def again(self, name: str) -> Iterator[Self]:
        """Give a fork for what is done over and over; of the fewest rows, each statement is planned once."""
        if not (self._fewest and self._shared):
            with self.fork(name) as fork:
                yield fork
            return
        try:
            fork = self._idle.get_nowait()
        except Empty:
            fork = self._planning(name)
        with fork._emptied():
            yield fork
        self._idle.put(fork)

    @property
    def keeps_plans(self) -> bool:
        """Whether a statement runs as it was planned when it was told first."""
        return self._plans is not None

    def carry(self, table: str, sql: str, values: Sequence[Value] = ()) -> None:
        """Put the rows of a query into a table that was there before the fork: there they stay."""
        if self._plans is None:
            self.execute(f"insert into {table}\n{sql}", values)
        else:
            self._carried.append((table, self.rows(sql, values)))

    @contextmanager
    def shared(self, forks: int) -> Iterator[None]:
        """Let so many forks run at the same time while inside, each one statement at a time."""
        ((threads,),) = self.rows("select current_setting('threads')")
        at_once, self._at_once, self._shared = self._at_once, 1, True
        # Each runs on the thread that asks, too: one of those is counted already.
        self._own(f"set threads = {max(1, int(threads or 1) - forks + 1)}")
        try:
            yield
        finally:
            while self._repeated:
                self._repeated.pop()._detach()
            self._own(f"set threads = {threads}")
            self._idle, self._at_once, self._shared = SimpleQueue(), at_once, False

    def save(self, query: str, shape: str) -> str:
        """Write the rows of a query, in their order, to a new file in the scratch folder; return its path.

        This is the only way to write a file, and it names the file itself: a statement given to
        `execute` cannot write one.
        """
        self._parsed(query, self._connection)
        self._files += 1
        path = str(self._scratch / f"{self._files}.{shape}")
        with self.ordered():
            self._own(f"copy ({query}\n) to {quoted(path)} ({SHAPES[shape]})")
        return path

    def saved(self, paths: Sequence[str]) -> str:
        """Return what stands after ``from`` to read Parquet files of `save` again, one after the other."""
        return f"read_parquet([{', '.join(literal_path(path) for path in paths)}], {BY_ITSELF})"

    def stream(self, query: str, size: int) -> Iterator[list[Row]]:
        """Yield the rows of a query, so many at a time; nothing else may be asked before its end."""
        with self.ordered(), told(query):
            found = self._run(query, ())
            while rows := found.fetchmany(size):
                yield rows

    def interrupt(self) -> None:
        """Stop the statements that run now; safe to call from a signal handler's thread."""
        for connection in (self._connection, *self._helpers):
            with suppress(duckdb.ConnectionException):  # closed just now
                connection.interrupt()

    def close(self) -> None:
        """Close the connection and remove the scratch folder."""
        self._disconnect()
        self.sweep()
        running.engines.discard(self)

    def sweep(self) -> None:
        """Remove the scratch folder, even while statements run."""
        shutil.rmtree(self._scratch, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _forked(self, opening: str, home: str) -> Self:
        """Return a second connection; what it makes has a home of its own, where it looks first."""
        fork = copy.copy(self)
        fork._connection = self._connection.cursor()
        fork._helpers, fork._many = [], False
        fork._path = f"{home},{self._path}"
        fork._own(opening)
        fork._own(f"set search_path = '{fork._path}'")
        running.engines.add(fork)
        return fork

    def _planning(self, name: str) -> Self:
        """Return a fork that keeps its plans: in a database of its own, for a new table ends all of one's."""
        fork = self._forked(f"attach ':memory:' as {name}", f"{name}.main")
        fork._plans, fork._carried = Plans(), []
        self._repeated.append(fork)
        return fork

    @contextmanager
    def _emptied(self) -> Iterator[None]:
        """Leave nothing but what is carried: the tables stay, without rows, and so do the plans."""
        assert self._plans is not None
        first = not self._plans.tables
        with self._transaction("commit" if first else "rollback"):
            yield
        if first:
            for table in self._plans.tables:
                self._own(f"delete from {table}")
            self._own("set session enable_optimizer = false")
        while self._carried:
            self.append(*self._carried.pop())

    def _detach(self) -> None:
        running.engines.discard(self)
        home, _, path = self._path.partition(".main,")
        self._own(f"set search_path = '{path}'")
        self._own(f"detach {home}")
        self._disconnect()

    def _disconnect(self) -> None:
        for connection in (*self._helpers, self._connection):
            connection.close()

    @contextmanager
    def _transaction(self, end: str) -> Iterator[None]:
        """Run what is inside in one transaction that ends so; where it fails, nothing of it stays."""
        self._own("begin transaction")
        try:
            yield
        except BaseException:
            self._own("rollback")
            raise
        self._own(end)

    def _together(
        self,
        statements: Mapping[str, Bound],
        waits: Mapping[str, Iterable[str]],
        heard: Callable[[str], None],
        spare: order.Spare,
    ) -> None:
        """Run statements, each after those it waits for, two at the same time; drop what is spare."""

        def done(name: str = "") -> None:
            for table in spare.after(name):
                if table not in self._left:
                    self._run(f"drop table if exists {table}", ())
            if self._many:
                self._own("checkpoint kept")

        done()
        if self._at_once == 1:
            for name, statement in statements.items():
                heard(name)
                self._run(*statement)
                done(name)
            return
        idle: SimpleQueue[duckdb.DuckDBPyConnection] = SimpleQueue()
        for helper in self._help():
            idle.put(helper)

        def run(name: str) -> None:
            connection = idle.get()
            try:
                self._run(*statements[name], connection)
            finally:
                idle.put(connection)

        def start(name: str) -> Future[None]:
            heard(name)
            return pool.submit(run, name)

        with ThreadPoolExecutor(self._at_once) as pool:
            order.run(waits, self._at_once, start, self.interrupt, done)

    def _help(self) -> list[duckdb.DuckDBPyConnection]:
        """Return the connections that statements run on at the same time, made when first asked for."""
        while len(self._helpers) < self._at_once:
            helper = self._connection.cursor()
            self._own(f"set search_path = '{self._path}'", helper)
            self._helpers.append(helper)
        return self._helpers

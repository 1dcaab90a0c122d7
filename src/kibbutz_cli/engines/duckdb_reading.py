"""What DuckDB reads: files by itself, and rows that are appended, into as little room as it can."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import duckdb

from kibbutz_cli.database import Value
from kibbutz_cli.engines import scratch
from kibbutz_cli.engines.duckdb_faults import first_line, told
from kibbutz_cli.engines.duckdb_files import BY_ITSELF, literal_path, relation
from kibbutz_cli.engines.duckdb_statements import Statements
from kibbutz_cli.errors import EngineError, InputError


class Reading(Statements):
    """Holds what is read, and a scratch folder.

    Args:
        connection: Open, and of nobody else.
        tmp: Folder under which the scratch folder is made; empty for the system's.

    Raises:
        InputError: The scratch folder cannot be made.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, tmp: str) -> None:
        super().__init__(connection)
        self._scratch = scratch.folder(tmp)
        self._files = 0
        self._kept: dict[str, dict[str, str]] = {}
        self._left: set[str] = set()

    def keep(self, table: str, columns: str) -> None:
        """Create a table that is compressed as it grows."""
        self._run(f"create table kept.{table} ({columns})", ())
        # Appended one by one, an enum takes longer than two texts; in a statement nothing.
        kinds = re.findall(r"(\w+) (\w+)(?:\([^)]*\))?(?:,|\s*$)", columns)
        self._kept[table] = {name: "varchar" if kind == "enum" else kind for name, kind in kinds}

    def leave(self, table: str, parts: Sequence[str]) -> None:
        """Let a table be what was read into it, and these views of files, which are read anew each time."""
        self._run(f"alter table {table} rename to {table}_read", ())
        every = "\nunion all\n".join(f"select * from {each}" for each in (f"{table}_read", *parts))
        self._run(f"create view {table} as\n{every}", ())
        self._left.add(table)

    def append(self, table: str, rows: Iterable[Sequence[Value]]) -> None:
        """Append rows to a table, in the order of its columns."""
        kept = self._kept.get(table)
        appender = (
            self._connection.query_appender(f"insert into {table} from appender_data", kept)
            if kept
            else self._connection.appender(table)
        )
        with told(f"append to {table}"):
            try:
                appender.append_rows(rows)
                appender.flush()
            except BaseException:
                appender.clear()  # else the driver warns of rows that were dropped
                raise

    @contextmanager
    def ordered(self) -> Iterator[None]:
        """Read files in their own order while inside."""
        self._own("set preserve_insertion_order = true")
        try:
            yield
        finally:
            self._own("set preserve_insertion_order = false")

    @contextmanager
    def spare(self) -> Iterator[str]:
        """Give the path of a scratch file that the engine can read, gone at the end."""
        self._files += 1
        path = self._scratch / f"{self._files}.spare"
        try:
            yield str(path)
        finally:
            path.unlink(missing_ok=True)

    def columns(self, path: str, name: str) -> dict[str, str]:
        """Return the columns of a Parquet file, which the caller knows by a name, with their types.

        Raises:
            InputError: The file is damaged or no Parquet.
        """
        try:
            rows = self.rows(f"describe select * from read_parquet({literal_path(path)}, {BY_ITSELF})")
        except EngineError as exc:
            cause = first_line(exc.__cause__ or exc).replace(path, name)
            raise InputError(f"{name}: not a whole Parquet file: {cause}") from exc
        return {str(row[0]): str(row[1]) for row in rows}

    def relation(self, shape: str, path: str, columns: Sequence[str], delimiter: str) -> str:
        """Return a query over a file: ``POSITION`` from 1, ``MALFORMED`` (a reason or null), its columns."""
        types = self.columns(path, path) if shape == "parquet" else {}
        return relation(shape, path, columns, delimiter, types)

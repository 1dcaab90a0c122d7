"""New databases, locked but for what a run asks for; the first of a process can be begun ahead."""

from concurrent.futures import Future, ThreadPoolExecutor

import duckdb

from kibbutz_cli.engines.duckdb_faults import told

LOCKS = (
    "set timezone = 'UTC'",
    # A statement of seconds would draw its bar into our output.
    "set enable_progress_bar = false",
    "set python_enable_replacements = false",
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set allow_community_extensions = false",
    "set allow_persistent_secrets = false",
    # Nothing but a place in a file hangs on the order of rows; keeping it takes a tenth more memory.
    "set preserve_insertion_order = false",
    "set allowed_configs = ["
    "'preserve_insertion_order', 'search_path', 'disabled_optimizers', 'enable_optimizer', 'threads', "
    "'memory_limit']",
    # What a Parquet file says of its columns may be false: believed, it would answer the checks of its cells.
    "set disabled_optimizers = 'statistics_propagation'",
    # What is read is compressed each time so much of it is new: more often costs time, less often room.
    "set wal_autocheckpoint = '24MB'",
    # Putting small groups of rows together again unpacks all that was read so far.
    "set max_vacuum_tasks = 0",
    "set allocator_background_threads = true",
)
"""Said of every database before the first datum; the last word is lock_configuration, when a run is known."""

PATH = "memory.main,kept.main"
"""Where a table is looked for; the first is where one is made."""

COMPRESSED = ("attach ':memory:' as kept (compress)", f"set search_path = '{PATH}'")
"""Tables in the second database are compressed as they grow: the texts of an export take a tenth of
the room. What the steps make stays in the first: compressing it would cost half their time again."""

MEMORY = 3_400_000_000
"""Bytes the engine may use unless told: more would be taken for tables that do as well in a file."""

MORE = 6_500_000_000
"""Bytes it may use for many rows: a hundred million of them cannot be joined in less."""

ALLOWED = "select current_setting('memory_limit')"
"""How much the engine may use: of its own accord most of the machine or container."""

UNITS = {"bytes": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40}

_begun: list[Future[duckdb.DuckDBPyConnection]] = []


def begin() -> None:
    """Open a database on a thread of its own: half of what is imported meanwhile takes as long."""
    if not _begun:
        _begun.append(ThreadPoolExecutor(1).submit(_new))


def opened() -> duckdb.DuckDBPyConnection:
    """Return a connection to a new database: the one begun, or one opened now."""
    return _begun.pop().result() if _begun else _new()


def _new() -> duckdb.DuckDBPyConnection:
    with told("open a database"):
        connection = duckdb.connect(":memory:")
        for setting in (*LOCKS, *COMPRESSED):
            connection.execute(setting)
        limit(connection, MEMORY)
    return connection


def limit(connection: duckdb.DuckDBPyConnection, most: int) -> None:
    """Let a database use so many bytes, or what it takes by itself of a machine or container with less."""
    connection.execute("reset memory_limit")
    ((own,),) = connection.execute(ALLOWED).fetchall()
    if in_bytes(own) > most:
        connection.execute(f"set memory_limit = '{most}B'")


def in_bytes(size: str) -> float:
    """Return a size that the engine tells, such as ``3.1 GiB``, in bytes."""
    number, unit = size.split()
    return float(number) * UNITS[unit]

"""Activities into the one activity table; what was set aside is counted and kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

from kibbutz_cli.database import Value, enum
from kibbutz_cli.engines.base import Engine
from kibbutz_cli.engines.duckdb_files import quoted
from kibbutz_cli.engines.faults import said
from kibbutz_cli.errors import EngineError, InputError, LimitError
from kibbutz_cli.ledger import cells, columnar, others
from kibbutz_cli.ledger.columnar import ACTIVITY
from kibbutz_cli.ledger.given import COVERAGES, Whence
from kibbutz_cli.ledger.tally import Tally
from kibbutz_cli.model.activity import (
    DAY_US,
    Activity,
    Clock,
    Coverage,
    Kind,
    Origin,
    Outcome,
    Rejection,
    week_of,
)
from kibbutz_cli.model.report import SourceCount
from kibbutz_cli.model.value import writable
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.base import Scan
from kibbutz_cli.readers.budget import APART, Budget
from kibbutz_cli.readers.canonical import COUNTS, VISIBILITIES
from kibbutz_cli.readers.choose import Input
from kibbutz_cli.readers.files.places import is_file

_WORDS: dict[str, Sequence[str]] = {
    "kind": tuple(Kind),
    "clock": tuple(Clock),
    "visibility": VISIBILITIES,
}
"""Columns that hold one of a few words."""

_COLUMNS = {
    **dict.fromkeys(("activity_id", "platform", "community", "actor", "actor_name"), "varchar"),
    "kind": enum(_WORDS["kind"]),
    **dict.fromkeys(("object_id", "target", "target_name", "thread_id"), "varchar"),
    "ts_us": "bigint",
    **dict.fromkeys(("day", "week"), "integer"),
    "clock": enum(_WORDS["clock"]),
    **dict.fromkeys(("text_len", "text_print"), "bigint"),
    "lang": "varchar",
    "value": "double",
    "currency": "varchar",
    **dict.fromkeys(COUNTS, "bigint"),
    "role": "varchar",
    "visibility": enum(_WORDS["visibility"]),
    **dict.fromkeys(("derived", "origin"), "integer"),
    "position": "bigint",
    "fault": "varchar",
}

BATCH = 8192

FULL = 15 * BATCH
"""Deeds after which somebody may want to empty the table: one row group of the engine's."""

MOST_PARTS = 16
"""Files that are read where they lie: each is planned anew in every query that reads the table."""

MOST_PLANNED = 16
"""Small tables that the engine plans and reads; the others are read row by row, in a quarter of the time."""

Notify: TypeAlias = Callable[[str, int, int | None], None]


class Keeping(NamedTuple):
    """How long what is read has to be kept in the table.

    Attributes:
        full: Called now and then while records come in, by somebody who empties the table as it fills.
        in_place: The table is read a few times only: large Parquet files are read where they lie each time.
    """

    full: Callable[["Ledger"], None] | None = None
    in_place: bool = False


class Part(NamedTuple):
    """A file that is read where it lies: what its rows are read by, and how the file was when first read."""

    name: str
    path: str
    state: tuple[int, ...]


def columns(engine: Engine) -> str:
    """Return the columns of the activity table: with ``origins``, all that readers hand to scoring."""
    return ", ".join(f"{name} {kind}" for name, kind in _typed(engine).items())


def _state(path: str) -> tuple[int, ...]:
    """Return what differs once a file is written to, or another lies in its place."""
    try:
        found = Path(path).stat()
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _changed(path: str) -> InputError:
    return InputError(f"{path}: changed while it was read", "read it again when it is whole")


def _typed(engine: Engine) -> dict[str, str]:
    return {"deed": engine.numbering, **_COLUMNS}


def _cast(column: str, kind: str) -> str:
    """Return a column as it has to be in the activity table."""
    if column not in _WORDS:
        return f"cast({column} as {kind})"
    # A word that a file holds once, and points to, is looked up once; a cast asks at every row.
    words = [quoted(word) for word in _WORDS[column]]
    cast = ", ".join(f"cast({word} as {kind})" for word in words)
    return f"map([{', '.join(words)}], [{cast}])[{column}]"


class Ledger:
    """The activity table of one run, and what came of every input.

    Args:
        engine: The engine that holds the table.
        keeping: What its caller means to do with the table.
        saying: Returns what is said of a record set aside.

    Attributes:
        sources: What came of each input so far.
        skipped: Files beside the exports that are none themselves, with what they are.
        origins: Every file read, by its number in the table.
    """

    def __init__(
        self, engine: Engine, keeping: Keeping | None = None, saying: Callable[[Rejection], str] = str
    ) -> None:
        self.engine = engine
        self._keeping = keeping or Keeping()
        self._saying = saying
        self._parts: list[Part] = []
        self._small = 0
        self.sources: list[SourceCount] = []
        self.skipped: list[str] = []
        self.origins: list[Origin] = []
        self.deeds = 0
        self._appended = False
        self._emptied = 0
        self._numbers: dict[Origin, int] = {}
        self._met: tuple[Origin | None, int] = (None, 0)
        self._wholes: set[tuple[str, str]] = set()
        self._named = 0
        engine.keep(ACTIVITY, columns(engine))
        engine.execute("create table origins (origin integer, one_sided tinyint, communal tinyint)")

    def take(self, found: Input, columns: Mapping[str, str], notify: Notify, within: str = "") -> None:
        """Read one input: by the engine where it is a table of ours, else record by record.

        Args:
            found: The input.
            columns: ``--map FIELD=COLUMN``.
            notify: Called with what is being done.
            within: What the caller named, where the input lies in it.

        Raises:
            InputError: The input cannot be read to its end.
            UsageError: ``--map`` names an unknown field or column.
        """
        name, tree, budget = found.reader.ABOUT.name, found.tree, found.budget
        if name != tables.ABOUT.name:
            self.enter(found.reader.read(tree, budget), budget, name, notify)
            return
        notify(budget.path, 0, None)
        small = tables.is_small(tree)
        self._small += small
        with self.engine.spare() as spare:
            many = small and self._small > MOST_PLANNED
            scan = None if many else tables.scan(tree, columns, spare, within)
            unpacked = scan is not None and scan.path == spare
            entry = tree.names()[0] if unpacked and not tree.single else ""
            if scan is None or not self._scanned(scan, budget, entry, unpacked):
                self.enter(tables.read_mapped(tree, budget, columns, within), budget, name, notify)
            elif not unpacked and is_file(scan.path):
                # What was unpacked was counted then, and what lies behind a URL has no size that we know.
                size = Path(scan.path).stat().st_size
                budget.take(size, size)

    def enter(self, outcomes: Iterable[Outcome], budget: Budget, reader: str, notify: Notify) -> SourceCount:
        """Read one input to its end and return what came of it.

        Raises:
            InputError: The input cannot be read to its end.
            LimitError: There are more records than the engine can number.
            AssertionError: The reader lost or invented a record; a bug of the reader.
        """
        tally = Tally(budget.path, reader, self._saying)
        rows = (self._row(activity) for activity in tally.activities(outcomes))
        while batch := list(islice(rows, BATCH)):
            self._check(self.deeds, budget.path)
            self.engine.append(ACTIVITY, batch)
            self._name_origins()
            self._appended = True
            self._told()
            notify(budget.path, budget.bytes_in, None)
        self._note_apart(reader, budget)
        count = tally.count(budget)
        self.sources.append(count)
        return count

    def empty(self) -> None:
        """Take every deed out of the table; they keep their numbers, and the next go on from there."""
        self.engine.execute(f"drop table {ACTIVITY}")
        self.engine.keep(ACTIVITY, columns(self.engine))
        self._emptied = self.deeds

    def settle(self) -> None:
        """Make ready for scoring: what was read record by record is brought into little room.

        Tables the engine read itself are left as they are: they were compressed on the way in as far as
        it pays, and the rest would cost a fifth of the time of the scoring.
        """
        self.engine.expect(self.deeds, appended=self._appended)
        if self._parts:
            self.engine.leave(ACTIVITY, [part.name for part in self._parts])

    def check_unchanged(self) -> None:
        """Refuse what was scored of files that changed meanwhile: it may be half of this and half of that.

        Raises:
            InputError: One that was read where it lies is no longer as it was.
        """
        for part in self._parts:
            if part.state != _state(part.path):
                raise _changed(part.path)

    @property
    def coverages(self) -> list[Coverage]:
        """Return what the sources can show, one for each."""
        return [Coverage(source.coverage) for source in self.sources if source.accepted]

    def place(self, origin: int, position: int) -> str:
        """Return where an activity stands in the input, as ``FILE[!MEMBER]:POSITION``."""
        return self.origins[origin].place(position)

    def _check(self, deeds: int, path: str) -> None:
        if deeds > self.engine.most:
            raise LimitError(
                f"{path}: the engine holds {self.engine.most:,} records, and with this they are more",
                "--engine spark holds any number",
            )

    def _note_apart(self, reader: str, budget: Budget) -> None:
        """Note of an input that it is a part of what another one is a part of, too."""
        whole = reader, budget.whole
        if whole in self._wholes:
            budget.repaired(APART)
        if budget.whole:
            self._wholes.add(whole)

    def _told(self) -> None:
        if self._keeping.full and self.deeds - self._emptied >= FULL:
            self._keeping.full(self)

    def _scanned(self, scan: Scan, budget: Budget, entry: str, unpacked: bool) -> bool:
        """Let the engine read a table; return whether it could."""
        origin = Origin(
            path=budget.path, member=entry, reader=tables.ABOUT.name, coverage=tables.ABOUT.coverage
        )
        community, answers, single = (
            self._number(origin.model_copy(update={"coverage": coverage})) for coverage in COVERAGES
        )
        self._name_origins()
        whence = Whence(writable(budget.path), (community, answers, single), self.deeds)
        counted, state = None, _state(scan.path)
        try:
            found, unread = columnar.found(self.engine, scan, whence)
            if not unpacked and self._stays(scan, whence.path):
                ((others_met,),) = self.engine.rows(others.found(found))
                found = found._replace(plain=not others_met)
                noted = [field for field in cells.RULED if field in found.fields]
                name = f"{ACTIVITY}_{len(self._parts) + 1}"
                read = columnar.Read(name, whence.origins, unread, noted)
                self._leave(name, cells.activities(found, noting=noted), noted)
                counted = columnar.count(self.engine, origin, scan, read, self._saying)
                self._leave(name, cells.activities(found, counted.as_is))
            else:
                read = columnar.Read(ACTIVITY, whence.origins, unread)
                with self.engine.ordered():
                    self.engine.execute(f"insert into {read.table}\n{cells.activities(found)}")
        except EngineError as exc:
            if state and not _state(scan.path):
                raise _changed(budget.path) from exc
            # A ragged row, or bytes that are not UTF-8, stop the engine for the whole file;
            # the row route names each such row. A Parquet file has no rows to fall back on, nor a URL.
            if scan.shape == "parquet":
                self._check(self.deeds + columnar.rows(self.engine, scan), budget.path)
            if scan.shape == "parquet" or not is_file(scan.path):
                why = said(exc).replace(scan.path, budget.path)
                raise InputError(f"{budget.path}: cannot be read: {why}") from exc
            return False
        counted = counted or columnar.count(self.engine, origin, scan, read, self._saying)
        table = columnar.sift(self.engine, read) if counted.bad else read.table
        if table != ACTIVITY:
            self._parts.append(Part(table, scan.path, state))
        self.deeds += counted.rows
        self.sources.append(counted.source.model_copy(update={"repairs": dict(budget.repairs)}))
        self._told()
        return True

    def _stays(self, scan: Scan, path: str) -> bool:
        """Return whether a file is read where it lies, each time: one so large that keeping it costs more."""
        if not self._keeping.in_place or scan.shape != "parquet" or not is_file(scan.path):
            return False
        rows = columnar.rows(self.engine, scan)
        self._check(self.deeds + rows, path)
        return rows >= self.engine.left_from and len(self._parts) < MOST_PARTS

    def _leave(self, name: str, query: str, noted: Sequence[str] = ()) -> None:
        """Leave a file where it is, and read its rows by this name, anew each time."""
        kinds = _typed(self.engine)
        typed = ", ".join(f"{_cast(column, kind)} as {column}" for column, kind in kinds.items())
        more = [f"{field}_changed" for field in noted]
        self.engine.execute(
            f"create or replace view {name} as\nselect {', '.join((typed, *more))}\n"
            f"from ({query}) as cells ({', '.join((*kinds, *more))})"
        )

    def _number(self, origin: Origin) -> int:
        number = self._numbers.get(origin)
        if number is None:
            number = self._numbers[origin] = len(self.origins)
            self.origins.append(origin)
        self._met = (origin, number)
        return number

    def _name_origins(self) -> None:
        """Put the files met since the last time into their table: one by one takes longer than the deeds."""
        rows = [
            (number, int(origin.coverage is Coverage.SINGLE), int(origin.coverage is Coverage.COMMUNITY))
            for number, origin in enumerate(self.origins[self._named :], start=self._named)
        ]
        if rows:
            self.engine.append("origins", rows)
            self._named += len(rows)

    def _row(self, activity: Activity) -> tuple[Value, ...]:
        seen, number = self._met
        if activity.origin is not seen:
            number = self._number(activity.origin)
        self.deeds += 1
        day = None if activity.ts_us is None else activity.ts_us // DAY_US
        week = None if day is None else week_of(day)
        return (
            self.deeds,
            activity.activity_id,
            activity.platform,
            activity.community,
            activity.actor,
            activity.actor_name,
            activity.kind,
            activity.object_id,
            activity.target,
            activity.target_name,
            activity.thread_id,
            activity.ts_us,
            day,
            week,
            activity.clock,
            activity.text_len,
            activity.text_print,
            activity.lang,
            activity.value,
            activity.currency,
            activity.like_count,
            activity.reply_count,
            activity.reshare_count,
            activity.view_count,
            activity.role,
            activity.visibility,
            int(activity.derived),
            number,
            activity.position,
            None,
        )

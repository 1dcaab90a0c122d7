"""What a caller asked for: the settings of one run, and the community's configuration."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.value import Value

_SIZE = r"^(\d{1,9}(\.\d{1,9})?\s*[KMG]i?B|\d{1,6}(\.\d{1,9})?\s*Ti?B)?$"
"""A size of memory; one of more digits is more bytes than any engine counts."""


def _without_nul(path: str) -> str:
    if "\0" in path:
        raise ValueError("a NUL in a path: expected the name of a file")
    return path


def _named(member: str) -> str:
    if not member.strip():
        raise ValueError("no name: expected that of a member")
    return member


FilePath = Annotated[str, AfterValidator(_without_nul)]
"""Where a file lies: no system knows a path that holds a NUL."""


class Anchors(Value):
    """Where trust starts, when the community says so itself.

    Attributes:
        members: Members (ids, or names given in ``[identities]``) everybody trusts.
    """

    members: list[str] = []


class Exclude(Value):
    """Who is not scored, and why; every one of them is counted in the report.

    Attributes:
        bots: Patterns with ``*`` matched against member ids and names, beside the ruler's own.
        opt_out: Members who asked not to be scored: they appear in no output. An entry is an id, also without
            its platform, or a name ever shown, in any case; ``*`` stands for anything.
        staff: Members whose deeds are not scored, such as paid moderators.
    """

    bots: list[str] = []
    opt_out: list[str] = []
    staff: list[str] = []

    def entries(self) -> list[tuple[str, str]]:
        """Return every entry behind its key."""
        keys = {"bots": self.bots, "opt_out": self.opt_out, "staff": self.staff}
        return [(key, entry) for key, entries in keys.items() for entry in entries]


class Config(Value):
    """A community's ``kibbutz.toml``.

    Attributes:
        purpose: What the score is for. There is no purpose for hiring, credit, insurance or housing.
        identities: One member, many handles: ``alice = ["x:123", "wordpress:alice"]``.
        anchors: Where trust starts.
        exclude: Who is not scored.
        limits: How much of a file we are willing to read.
        metrics: Further metrics: paths of ``.sql`` files, relative to the configuration file.
        ruler: Path of a ruler, relative to the configuration file.
    """

    purpose: Literal["own-data", "community-health", "research", "moderation-aid"] = "community-health"
    identities: dict[Annotated[str, AfterValidator(_named)], list[str]] = {}
    anchors: Anchors = Anchors()
    exclude: Exclude = Exclude()
    limits: Limits = Limits()
    metrics: list[FilePath] = []
    ruler: FilePath | None = None


class Settings(Value):
    """Everything a use case needs besides the paths; flags, environment and files already merged.

    Attributes:
        ruler: The ruler to measure with, weights already changed.
        config: The community's configuration.
        reader: The reader named by ``--from``, or none to let the probes choose.
        columns: ``--map FIELD=COLUMN`` of a canonical file; an empty one says that no column gives the field.
        as_of: Nothing after it exists; microseconds UTC. None: the last activity in the data.
        since: Deeds before it are not read; microseconds UTC.
        until: Deeds after it are not read; microseconds UTC.
        strict: One rejected record refuses the run.
        max_errors: How many records may be rejected, as a count (``10``) or a share (``5%``).
        memory: Memory the engine may use, such as ``2GB``; empty for 3.4 GB, from 30 million activities
            on 6.5 GB, or what a smaller machine has.
        threads: Threads the engine may use; 0 for its default.
        tmp: Folder for the engine's scratch files; empty for the system's.
        replay: Whether the same data are evaluated month by month, so that a status has a history.
        sensitivity: Whether ranks and statuses are told under other weights of the elements.
        output: File that the answer goes to, which must not be one that is read; empty for none.
        engine: What runs the SQL.
        spark_master: Where Spark runs; empty for this machine, or what spark-submit says.
        spark_conf: Spark's own settings.
    """

    ruler: Ruler
    config: Config = Config()
    reader: str | None = None
    columns: dict[str, str] = {}
    as_of: int | None = None
    since: int | None = None
    until: int | None = None
    strict: bool = False
    max_errors: Annotated[str, Field(pattern=r"^(\d+|\d+(\.\d+)?%)$")] | None = None
    memory: Annotated[str, Field(pattern=_SIZE)] = ""
    threads: Annotated[int, Field(ge=0, le=1024)] = 0
    tmp: str = ""
    replay: bool = False
    sensitivity: bool = False
    output: str = ""
    engine: Literal["duckdb", "spark"] = "duckdb"
    spark_master: str = ""
    spark_conf: dict[str, str] = {}

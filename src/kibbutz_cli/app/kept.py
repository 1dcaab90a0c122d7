"""What was read stays as it is: no answer takes its place."""

from collections.abc import Iterable
from pathlib import Path

from kibbutz_cli.errors import UsageError
from kibbutz_cli.readers.files.places import is_file, is_same


def keep(output: str | None, files: Iterable[str | Path], what: str) -> None:
    """Refuse to replace by the answer a file that was read for it, be it through a link.

    Raises:
        UsageError: ``-o`` names one of the files.
    """
    if output and is_file(output) and any(is_same(output, file) for file in files):
        raise UsageError(f"-o {output}: is also {what}: expected another file")

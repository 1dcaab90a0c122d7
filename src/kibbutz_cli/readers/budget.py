"""The limits every reader consults, and the count of records it met."""

import time
from collections.abc import Callable, Mapping, Set

from kibbutz_cli.errors import LimitError
from kibbutz_cli.model.limits import Limits

RATIO_FREE_BYTES = 2**20
"""Below this many bytes the ratio is not judged: small texts of one letter compress 1000:1."""


UNKNOWN_KEPT = 100
"""So many unknown fields are told by name; a hostile file could invent one for every record."""

OTHERS = "others"

APART = "part of a site read apart from another: a folder of them alone is read as one"
"""What is noted as mended of an input that is a part of what another one is a part of, too."""


class Budget:
    """Counts what is read against the limits; one for each input.

    Attributes:
        limits: The limits in force.
        records: Raw records met so far.
        bytes_in: Bytes read from the disk so far.
        bytes_out: Bytes after decompression so far.
        repairs: How often a reader had to mend bytes, by what it mended.
        unknown: In how many records a field stood that the format is not known to have, by its name.
        whole: What the input is one part of, such as a site; empty where its reader does not say.
    """

    def __init__(self, limits: Limits, path: str) -> None:
        self.limits = limits
        self.path = path
        self.records = 0
        self.bytes_in = 0
        self.bytes_out = 0
        self.repairs: dict[str, int] = {}
        self.unknown: dict[str, int] = {}
        self.whole = ""
        self._deadline = time.monotonic() + limits.seconds if limits.seconds else None

    def record(self, number: int = 1) -> None:
        """Count raw records."""
        self.records += number

    def again(self) -> None:
        """Count bytes anew: the same input is read once more, which makes it no larger."""
        self.bytes_in = self.bytes_out = 0

    def repaired(self, what: str, times: int = 1) -> None:
        """Count bytes that were mended before parsing, so that the report can say so."""
        self.repairs[what] = self.repairs.get(what, 0) + times

    def part_of(self, whole: str) -> None:
        """Note what the input is one part of, where parts must be read together; the first word holds."""
        self.whole = self.whole or whole

    def expects(
        self,
        known: Set[str],
        record: Mapping[str, object],
        within: str = "",
        extension: Callable[[str], bool] | None = None,
    ) -> None:
        """Count the fields of a record that its format is not known to have: they say that it drifted.

        Args:
            known: Every field such a record is known to have, whether it is read or not.
            record: The record, or an object inside it.
            within: What that object is called, for the name of its fields: ``user.badge``.
            extension: Whether a field of such a name is an extension, which is no drift.
        """
        if record.keys() <= known:
            return
        # In the order of the record: of a flood, every run must tell the same.
        for field in record:
            if field in known or (extension and extension(field)):
                continue
            name = f"{within}.{field}" if within else field
            if name not in self.unknown and len(self.unknown) >= UNKNOWN_KEPT:
                name = OTHERS
            self.unknown[name] = self.unknown.get(name, 0) + 1

    def take(self, bytes_in: int, bytes_out: int) -> None:
        """Count bytes read and bytes gained from them.

        Raises:
            LimitError: The input is larger, or swells more, than the limits allow.
        """
        self.bytes_in += bytes_in
        self.bytes_out += bytes_out
        limits = self.limits
        if self.bytes_in > limits.bytes_in:
            self._refuse(f"more than {limits.bytes_in:,} bytes", "--limit bytes_in=N")
        if self.bytes_out > limits.bytes_out:
            self._refuse(f"more than {limits.bytes_out:,} bytes once decompressed", "--limit bytes_out=N")
        if self.bytes_out > RATIO_FREE_BYTES and self.bytes_out > limits.ratio * max(self.bytes_in, 1):
            self._refuse(f"swells more than {limits.ratio}:1 when decompressed", "--limit ratio=N")
        if self._deadline is not None and time.monotonic() > self._deadline:
            self._refuse(f"reading took longer than {limits.seconds:g} seconds", "--limit seconds=N")

    def _refuse(self, what: str, flag: str) -> None:
        raise LimitError(f"{self.path}: {what}", f"if you trust this file, raise the limit with {flag}")

"""The limits every reader keeps, with the flag that raises each."""

from pydantic import Field

from kibbutz_cli.model.value import Value


class Limits(Value):
    """How much of a stranger's file we are willing to read; defaults are generous.

    Attributes:
        bytes_in: Bytes of the input as it lies on disk.
        bytes_out: Bytes after decompression.
        ratio: Highest ratio of bytes out to bytes in, after the first MiB.
        members: Entries in an archive or folder.
        line_bytes: Length of one line or one JSON record.
        depth: Nesting of JSON, but in NDJSON read as a table; XML may nest ``xml_depth`` deep.
        xml_depth: Nesting of XML elements.
        text_bytes: Length of one XML text.
        seconds: Wall time of reading; 0 for no limit.
    """

    bytes_in: int = Field(default=64 * 2**30, gt=0)
    bytes_out: int = Field(default=256 * 2**30, gt=0)
    ratio: int = Field(default=200, gt=0)
    members: int = Field(default=100_000, gt=0)
    line_bytes: int = Field(default=16 * 2**20, gt=0)
    depth: int = Field(default=64, gt=0)
    xml_depth: int = Field(default=200, gt=0)
    text_bytes: int = Field(default=64 * 2**20, gt=0)
    seconds: float = Field(default=0, ge=0)

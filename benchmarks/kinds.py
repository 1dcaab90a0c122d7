"""The sorts of exports that are read, and what writes them at any size."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from archives import write_mastodon, write_x
from bulk import write_events, write_mbox, write_reddit, write_slack, write_stackexchange
from exports import write_wxr


class Kind(NamedTuple):
    """A sort of export.

    Attributes:
        title: What it is called.
        name: The name it is written to.
        write: Writes so many megabytes of it, before packing, from a seed to a path.
        promised: Activities a second that its reader is to reach, or 0.
    """

    title: str
    name: str
    write: Callable[[float, int, Path], None]
    promised: int


KINDS = (
    Kind("WordPress (WXR)", "blog.xml", write_wxr, 60_000),
    Kind("Mastodon archive", "archive.mastodon", write_mastodon, 60_000),
    Kind("Stack Exchange dump", "bench.stackexchange.com", write_stackexchange, 60_000),
    Kind("Slack export (zip)", "bench.zip", write_slack, 60_000),
    Kind("Reddit comments (.zst)", "RC_2015-01.zst", write_reddit, 60_000),
    Kind("GH Archive (.json.gz)", "2015-01-01-0.json.gz", write_events, 60_000),
    Kind("Mailing list (mbox)", "bench.mbox", write_mbox, 15_000),
)

ARCHIVE_OF_X = Kind("X archive", "archive.x", write_x, 0)
"""Its memory is that of Mastodon's."""

"""The lines at the end of a patch or commit that say who had a part in it (``Reviewed-by: ...``)."""

import re
from typing import NamedTuple

from kibbutz_cli.readers.patterns import pattern

APPROVALS = frozenset({"reviewed", "acked", "tested"})
"""What somebody did who stands for a change."""

_PARTS = "Reviewed|Acked|Tested|Reported|Suggested|Helped|Co-authored|Co-developed|Signed-off"
_AND = "-and-"
_LINE = pattern(
    rf"^((?:{_PARTS})(?:{_AND}(?:{_PARTS})){{0,3}})-by: *(\S.{{0,300}})$", re.MULTILINE | re.IGNORECASE
)


class Trailer(NamedTuple):
    """One such line.

    Attributes:
        part: What somebody did, in lower case, without its ``-by``.
        who: The person, as the line has it.
    """

    part: str
    who: str


def trailers(text: str) -> list[Trailer]:
    """Return the trailers in a text, in its order; ``Reviewed-and-tested-by`` is two."""
    if "-by:" not in text and "-By:" not in text:
        return []
    return [Trailer(part, who) for parts, who in _LINE.findall(text) for part in parts.lower().split(_AND)]


def parted(message: str) -> tuple[str, list[Trailer]]:
    """Return a commit's message without the trailers in its last paragraph, and those."""
    above, gap, last = message.rpartition("\n\n")
    found = trailers(last)
    if not found:
        return message, []
    return f"{above}{gap}{_LINE.sub('', last).strip()}".strip(), found

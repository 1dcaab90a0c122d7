"""What stands below what in a blog: in the forums of bbPress, and media below a post that is not public."""

from sys import intern
from typing import BinaryIO

from kibbutz_cli.model.activity import IgnoredReason
from kibbutz_cli.readers.files.sources import CHUNK
from kibbutz_cli.readers.patterns import pattern

FORUM, TOPIC, REPLY = "forum", "topic", "reply"
"""What members write in a forum of bbPress: they are no authors of the blog for it."""

QUESTIONS, ANSWERS = frozenset({"question", "dwqa-question"}), frozenset({"answer", "dwqa-answer"})
"""What members write in AnsPress and in DW Question & Answer."""

OF_MEMBERS = frozenset({TOPIC, REPLY}) | QUESTIONS
"""What makes nobody an author of the blog."""

ANSWERED = "_bbp_reply_to"
"""The metadata of a reply that answers another one; the parent of both is the topic."""

ASKED = "_question"
"""The metadata of an answer of DW Question & Answer: its question, in old versions not the parent as well."""

GUEST = (
    ("_bbp_anonymous_email", "_dwqa_anonymous_email"),
    ("_bbp_anonymous_name", "_dwqa_anonymous_name"),
    ("_bbp_anonymous_website",),
)
"""The metadata of what somebody without an account wrote: mailbox, name and page, by either plug-in."""

ATTACHMENT = "attachment"
"""A picture or another file of the media library, which is public."""

INHERIT = "inherit"
"""The status of media that are as public as what they stand below, whose words need a password or not."""

NOT_PUBLIC = frozenset({"private", "trash", "auto-draft"})
"""The only statuses in which media are not public for themselves."""

TRASHED = "_wp_trash_meta_status"
"""The metadata that keeps the status of a post from before it was deleted: media below it keep that one."""

NESTED = 32
"""How deep forums may stand in each other."""

UNENDED = 2**20
"""Bytes of an item in which the end is looked for."""

_MARK = pattern(
    rb"<wp:post_type>\s{0,32}(?:<!\[CDATA\[)?\s{0,32}(?:(forum|topic|(?:dwqa-)?question|guest-author)|attachment)"
)
_COMMENT, _END = b"<wp:comment>", b"</item>"
_LONGEST = 128

_KEPT = frozenset({IgnoredReason.NOT_ACTIVITY, IgnoredReason.ATTACHMENT})
"""Reasons that are no secret: a forum without a description is still open."""


class Places:
    """What something of one blog may stand below, by ids: forums, topics, and posts that are not public."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._reasons: dict[str, IgnoredReason] = {}

    def learn(self, number: str, above: str, reason: IgnoredReason | None) -> None:
        """Learn below what something stands, and why it is itself left out."""
        if number and above:
            self._above[number] = intern(above)
        if number and reason and reason not in _KEPT:
            self._reasons[number] = reason

    def reason(self, number: str) -> IgnoredReason | None:
        """Return why what stands below something is left out, none where all may read it."""
        for _ in range(NESTED):
            if reason := self._reasons.get(number):
                return reason
            number = self._above.get(number, "")
        return None


def must_be_known(stream: BinaryIO) -> bool:
    """Return whether an export holds forums, questions, media with comments or profiles of guest authors.

    What they are below, and the posts of whom a profile is, may stand before or behind them.
    """
    data = b""
    while chunk := stream.read(CHUNK):
        data += chunk
        kept = max(len(data) - _LONGEST, 0)
        for found in _MARK.finditer(data):
            end = data.find(_END, found.end())
            if found[1] or data.find(_COMMENT, found.end(), end if end >= 0 else len(data)) >= 0:
                return True
            if end < 0:
                kept = found.start()
                break
        data = data[kept:]
        if len(data) > UNENDED:
            return True
    return False

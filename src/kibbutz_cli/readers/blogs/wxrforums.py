"""What stands where in the forums of bbPress, and what of it is not for everybody to read."""

from sys import intern

from kibbutz_cli.model.activity import IgnoredReason

FORUM, TOPIC, REPLY = "forum", "topic", "reply"
"""What members write in a forum of bbPress: they are no authors of the blog for it."""

ANSWERED = "_bbp_reply_to"
"""The metadata of a reply that answers another one; the parent of both is the topic."""

GUEST = ("_bbp_anonymous_email", "_bbp_anonymous_name", "_bbp_anonymous_website")
"""The metadata of what somebody without an account wrote."""

MARKS = tuple(
    b"<wp:post_type>%s%s" % (opening, word)
    for opening in (b"", b"<![CDATA[")
    for word in (FORUM.encode(), TOPIC.encode())
)
"""What shows that an export holds some."""

NESTED = 32
"""How deep forums may stand in each other."""

_KEPT = frozenset({IgnoredReason.NOT_ACTIVITY, IgnoredReason.ATTACHMENT})
"""Reasons that are no secret: a forum without a description is still open."""


class Forums:
    """The forums and topics of one blog, by their ids."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._reasons: dict[str, IgnoredReason] = {}

    def learn(self, number: str, above: str, reason: IgnoredReason | None) -> None:
        """Learn in what a forum or topic stands, and why it is itself left out."""
        self._above[number] = intern(above)
        if reason and reason not in _KEPT:
            self._reasons[number] = reason

    def reason(self, number: str) -> IgnoredReason | None:
        """Return why what stands in a forum or topic is left out, none where all may read it."""
        for _ in range(NESTED):
            if reason := self._reasons.get(number):
                return reason
            number = self._above.get(number, "")
        return None

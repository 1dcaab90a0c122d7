"""A record of one account's archive: where it stands, whose it is, and what it comes to."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import ValidationError

from kibbutz_cli.model.activity import (
    Activity,
    Ignored,
    IgnoredReason,
    Kind,
    Origin,
    Rejection,
    RejectionCode,
    activity_of,
    ignored_of,
)


class Owner(NamedTuple):
    """Whose archive it is.

    Attributes:
        account: The platform's own id of the account; empty where the archive does not tell.
        name: How the account is shown.
    """

    account: str = ""
    name: str | None = None


NOBODY = Owner()
"""Of an export that is no single account's."""


class Record(NamedTuple):
    """Where a record stands, and in whose archive."""

    origin: Origin
    position: int
    owner: Owner = NOBODY

    def rejected(self, code: RejectionCode, reason: str) -> Rejection:
        """Return the record as set aside."""
        return Rejection(origin=self.origin, position=self.position, code=code, reason=reason)

    def outcome(self, values: dict[str, object]) -> Activity | Rejection:
        """Return the activity of the record's values, or why they make none."""
        try:
            return activity_of(values)
        except ValidationError as exc:
            return self.invalid(exc)

    def invalid(self, exc: ValidationError) -> Rejection:
        """Return the record as set aside because it makes no sound activity."""
        fault = exc.errors(include_url=False)[0]
        if fault["loc"] == ("ts_us",):
            told = f"{str(fault['input'])[:40]} microseconds since 1970"
            return self.rejected(RejectionCode.BAD_TIME, f"time: {told}: expected one of the years 1 to 9999")
        return self.rejected(RejectionCode.MALFORMED, f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}")

    def ignored(self, reason: IgnoredReason) -> Ignored:
        """Return the record as left out on purpose."""
        return ignored_of({"origin": self.origin, "position": self.position, "reason": reason})


def mentions(post: Activity, members: Mapping[str, str]) -> Iterator[Activity]:
    """Yield a mention for each member a post names, but its author and whom it answers.

    Args:
        post: The post.
        members: The members it names, in its order, each with the name to show.
    """
    targets = [member for member in members if member not in (post.actor, post.target)]
    for number, target in enumerate(targets, start=1):
        yield from _sound(
            {
                "activity_id": f"{post.activity_id}#mention-{number}",
                "platform": post.platform,
                "community": post.community,
                "actor": post.actor,
                "actor_name": post.actor_name,
                "kind": Kind.MENTION,
                "object_id": post.activity_id,
                "target": target,
                "target_name": members[target] or None,
                "thread_id": post.thread_id,
                "ts_us": post.ts_us,
                "clock": post.clock,
                "visibility": post.visibility,
                "origin": post.origin,
                "position": post.position,
                "derived": True,
            }
        )


def beside(deed: Activity, changes: Mapping[str, object]) -> Iterator[Activity]:
    """Yield a deed beside another one, a reaction or a further author, like it but for what is given."""
    yield from _sound({**dict(deed), **changes, "derived": True})


def _sound(values: dict[str, object]) -> Iterator[Activity]:
    """Yield the deed of some values; none where a name in it is too long: the record itself was sound."""
    try:
        yield activity_of(values)
    except ValidationError:
        return

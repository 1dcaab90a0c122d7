"""What a join does: the standing of a joined member beside those of its handles, had nobody joined them."""

from collections.abc import Sequence
from typing import NamedTuple

from kibbutz_cli.database import Database
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring import pipeline, steps
from kibbutz_cli.scoring.results import integer, number
from kibbutz_cli.scoring.support import Level, level


class Apart(NamedTuple):
    """A handle as a member of its own.

    Attributes:
        handle: The id.
        deeds: How many deeds it did; none of another handle's.
        status: The rung it would stand on; empty where it would be no member.
        level: The standing it would have, if there were evidence for one.
    """

    handle: str
    deeds: int
    status: str
    level: Level | None


def apart(db: Database, plan: pipeline.Plan, member: str) -> list[Apart]:
    """Return the handles of a joined member as they would stand without the join, the strongest first."""
    rows = db.rows("select actor from handles where member_key = ? order by actor", (member,))
    handles = [str(actor) for (actor,) in rows]
    undone = plan._replace(config=without(plan.config, member, handles))
    with db.fork("apart") as fork:
        pipeline.prepare(fork, undone)
        pipeline.judge(fork, undone, steps.standings())
        found = [_stood(fork, handle) for handle in handles]
    return sorted(found, key=lambda each: (each.level is None, -(each.level or _NONE).value, each.handle))


def without(config: Config, member: str, handles: Sequence[str]) -> Config:
    """Return the configuration without one join; trust that starts at the member starts at every handle."""
    joined = {name: listed for name, listed in config.identities.items() if name != member}
    anchors = [each for name in config.anchors.members for each in (handles if name == member else [name])]
    return config.model_copy(
        update={
            "identities": joined,
            "anchors": config.anchors.model_copy(update={"members": list(dict.fromkeys(anchors))}),
        }
    )


def _stood(db: Database, handle: str) -> Apart:
    rows = db.rows(
        """
        select m.member, m.deeds, l.name
        from members as m
        left join statuses as s on s.member = m.member
        left join ladder as l on l.rung = s.rung
        where m.person_key = ?
        """,
        (handle,),
    )
    if not rows:
        return Apart(handle, 0, "", None)
    ((found, deeds, status),) = rows
    return Apart(handle, integer(number(deeds)), str(status or ""), level(db, integer(found)))


_NONE = Level(0.0, 0.0, 0.0)

"""The forum as a CSV file with the columns of an activity."""

import csv
import io

from hillside.dice import Dice
from hillside.people import Person
from hillside.rhythm import stamp
from hillside.story import BOT, CATEGORIES, Deed, Said, Story

COLUMNS = (
    "activity_id", "platform", "community", "actor", "actor_name", "kind", "object_id", "target", "thread_id",
    "published", "text_len", "lang", "value", "currency", "role", "visibility",
)  # fmt: skip


def csv_text(story: Story) -> str:
    """Return the forum's two years in the order of time."""
    rows = [(said.at, said.number, _said(said)) for said in story.forum]
    rows += [(deed.at, deed.number, _done(deed)) for deed in story.deeds]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(row for _, _, row in sorted(rows, key=lambda told: told[:2]))
    return out.getvalue()


def _said(said: Said) -> list[str]:
    dice = Dice(f"forum text {said.number}")
    told = {
        "activity_id": _id(said),
        "community": _category(said),
        "kind": "reply" if said.parent else "post",
        "object_id": _id(said.parent) if said.parent else "",
        "target": _actor(said.parent.author) if said.parent else "",
        "thread_id": _id(said.root),
        "text_len": str(dice.whole(40, 900) if said.parent else dice.whole(120, 1600)),
        "lang": "en" if dice.chance(0.8) else said.author.lang,
        "visibility": "removed" if said.status == "removed" else "public",
    }
    return _row(said.author, said.at, told)


def _done(deed: Deed) -> list[str]:
    told = {
        "activity_id": f"{deed.kind}-{deed.number}",
        "community": _category(deed.said),
        "kind": deed.kind,
        "object_id": _id(deed.said),
        "target": _actor(deed.said.author),
        "thread_id": _id(deed.said.root),
        "text_len": "0",
        "value": str(deed.value) if deed.value else "",
        "currency": "stars" if deed.value else "",
        "visibility": "public",
    }
    return _row(deed.actor, deed.at, told)


def _row(actor: Person, at: int, told: dict[str, str]) -> list[str]:
    told |= {
        "platform": "forum",
        "actor": _actor(actor),
        "actor_name": actor.name,
        "published": stamp(at, "%Y-%m-%dT%H:%M:%SZ"),
        "role": "moderator" if actor.moderates else "",
    }
    return [told.get(column, "") for column in COLUMNS]


def _actor(person: Person) -> str:
    return f"forum:{person.forum}"


def _category(said: Said) -> str:
    if said.root.author is BOT:
        return "releases"
    return "show-and-tell" if said.root.promo else CATEGORIES[said.root.topic % len(CATEGORIES)]


def _id(said: Said) -> str:
    return f"post-{said.number}"

"""One public event of GitHub: its repository, who did it, when, and the id it goes by."""

import hashlib
from typing import NamedTuple

from kibbutz_cli.model.activity import Outcome, RejectionCode
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.records import Record
from kibbutz_cli.readers.work.githubdeeds import login_of, place_of
from kibbutz_cli.readers.work.githubfields import OLD_REPOSITORY, PAYLOAD, READ, REPOSITORY, USER

ENDING = "Event"


class Event(NamedTuple):
    """What all events have: the event itself, its repository, who did it, when, and what it is about.

    There are millions of events: whether their fields are known is asked without a call of ours.
    """

    fields: Fields
    repository: str
    actor: object
    told: object
    payload: Fields
    record: Record
    budget: Budget

    def part(self, name: str) -> Fields:
        """Return an object of the payload; an empty one where there is none."""
        part = fields_of(self.payload.get(name))
        user = fields_of(part.get("user"))
        if not (READ[name].issuperset(part) and USER.issuperset(user)):
            self.budget.expects(READ[name], part, f"payload.{name}")
            self.budget.expects(USER, user, f"payload.{name}.user")
        return part

    @property
    def own(self) -> str:
        """Return the id of the event; before 2015 they had none, and one is made of what they say."""
        if told := text_of(self.fields.get("id")):
            return f"event-{told}"
        parts = (self.fields.get("type"), self.actor, self.told, self.fields.get("url"), self.payload)
        return f"event-{hashlib.sha256(repr(parts).encode(errors='replace')).hexdigest()[:24]}"

    def number(self, thing: Fields) -> str:
        """Return the number of the issue or pull the event is about; empty where it is not told."""
        told = text_of(thing.get("number")) or text_of(self.payload.get("number"))
        return told or place_of(thing.get("html_url"), thing.get("url"), self.fields.get("url")).number

    def numberless(self) -> Outcome:
        """Return the event as set aside, because what it is about cannot be told."""
        reason = "payload: expected the number of an issue or pull, and the id of what was said"
        return self.record.rejected(RejectionCode.NO_ID, reason)


def is_event(fields: Fields) -> bool:
    """Return whether a record is an event."""
    kind = fields.get("type")
    return type(kind) is str and kind.endswith(ENDING) and "actor" in fields and "created_at" in fields


def event_of(fields: Fields, record: Record, budget: Budget) -> Event:
    """Return an event with its parts, in the shape of whichever year."""
    actor, payload, repository = (
        fields["actor"],
        fields_of(fields.get("payload")),
        fields_of(fields.get("repo")),
    )
    if not (
        PAYLOAD.issuperset(payload)
        and USER.issuperset(fields_of(actor))
        and REPOSITORY.issuperset(repository)
    ):
        budget.expects(PAYLOAD, payload, "payload")
        budget.expects(USER, fields_of(actor), "actor")
        budget.expects(REPOSITORY, repository, "repo")
    name = text_of(repository.get("name")) or _old_name(fields, budget)
    return Event(fields, name, actor, fields["created_at"], payload, record, budget)


def _old_name(fields: Fields, budget: Budget) -> str:
    """Return the name of the repository as events of before 2015 tell it."""
    old = fields_of(fields.get("repository"))
    budget.expects(OLD_REPOSITORY, old, "repository")
    return f"{login_of(old.get('owner'))}/{text_of(old.get('name'))}" if old else ""

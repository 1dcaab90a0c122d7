"""One public event of GitHub: its repository, who did it, when, and the id it goes by."""

import hashlib
from typing import NamedTuple

from kibbutz_cli.model.activity import Outcome, RejectionCode
from kibbutz_cli.readers.githubdeeds import login_of, place_of
from kibbutz_cli.readers.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.records import Record

ENDING = "Event"


class Event(NamedTuple):
    """What all events have: the event itself, its repository, who did it, when, and what it is about."""

    fields: Fields
    repository: str
    actor: object
    told: object
    payload: Fields
    record: Record

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


def event_of(fields: Fields, record: Record) -> Event:
    """Return an event with its parts, in the shape of whichever year."""
    payload = fields_of(fields.get("payload"))
    return Event(fields, _repository(fields), fields["actor"], fields["created_at"], payload, record)


def _repository(fields: Fields) -> str:
    repository = fields_of(fields.get("repo"))
    if name := text_of(repository.get("name")):
        return name
    old = fields_of(fields.get("repository"))
    owner = old.get("owner")
    return f"{login_of(owner)}/{text_of(old.get('name'))}" if old else ""

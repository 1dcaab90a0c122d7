"""The words for what is said beside the members: Named, Advice, Contact, Outgoing."""

from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from kibbutz_cli.model.value import Value

NO_ELEMENT = "no element that can be scored"
"""What a member lacks for a standing who has deeds and weeks enough."""


class Contact(Value):
    """Somebody the deeds of an archive's owner were aimed at, and how many of them."""

    id: str
    name: str
    deeds: int


class Outgoing(Value):
    """What goes out from one-sided archives: a description, never a score.

    Attributes:
        kinds: Deeds by kind.
        people: Different people addressed: answered, shared, liked or mentioned.
        closest: Those addressed most often, ten at most.
    """

    kinds: dict[str, int]
    people: int
    closest: list[Contact]


UnknownNames = Annotated[dict[str, list[str]], Field(exclude=True), SkipJsonSchema()]
"""Entries of the configuration that mean nobody in the data, by their key.

They are told to who runs the program, and are in no output: one may be the name of somebody who opted out.
"""


Namesakes = Annotated[dict[str, str], Field(exclude=True), SkipJsonSchema()]
"""What tells members apart who share a name with another member, named in the report or not, by their ids.

It is for reports that people read; data have the ids themselves.
"""


class Named(Value):
    """A member spoken of outside the list of members, with the name to show."""

    member: str
    name: str


class Advice(Value):
    """Whom to look at next: never a ranking of the bottom.

    Attributes:
        rising: Members whose last 12 weeks are well above their 12 before; no anchor.
        leaving: Members with a standing who are silent for 4 weeks and likely to be gone in 13 more; nobody
            who rises.
        unrecognised: Members who contribute much and are answered by few.
    """

    rising: list[Named]
    leaving: list[Named]
    unrecognised: list[Named]

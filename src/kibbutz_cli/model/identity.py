"""The words for who is who: what a source declares of an account, and the joins that follow from it."""

from typing import Annotated, Literal, NamedTuple, TypeAlias

from pydantic import ConfigDict, Field

from kibbutz_cli.model.remarks import UnknownNames
from kibbutz_cli.model.report import SourceCount
from kibbutz_cli.model.value import Place, Value

Strength: TypeAlias = Literal["strong", "weak"]
"""Strong: the source says so itself. Weak: somebody who knows the person has to say so."""

EvidenceKind: TypeAlias = Literal["address", "account", "link", "name", "owner"]


class Account(NamedTuple):
    """What a source declares of one account; a source may say several things of the same one.

    Attributes:
        actor: The id that its deeds bear.
        name: The full name that goes with the address.
        mailbox: The hash of the mailbox its mail goes to; the address is not kept.
        domain: The domain of that address; it is compared and never shown.
        network: The page of an account that is one on several sites; each site has an id of its own.
        pages: Web addresses that are the account's own, as `readers.identity.page` writes them.
        links: Web addresses that its profile says are the same person's, written likewise.
        gravatar: The hash by which Gravatar knows the address; it is compared and never shown.
    """

    actor: str
    name: str = ""
    mailbox: str = ""
    domain: str = ""
    network: str = ""
    pages: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    gravatar: str = ""


class JoinEvidence(Value):
    """Why two handles may belong to one person.

    Attributes:
        kind: ``address``, ``account``, ``link``, ``name`` (with a domain) or ``owner`` (of an archive).
        strength: How far it can be trusted.
        handles: The two handles.
        says: The evidence in words.
    """

    kind: EvidenceKind
    strength: Strength
    handles: list[str]
    says: str


class JoinHandle(Value):
    """One handle of a join.

    Attributes:
        handle: The id.
        name: How the source shows it.
        deeds: How many deeds it did.
        strength: ``configured`` where the configuration joins it already.
    """

    handle: str
    name: str
    deeds: int
    strength: Literal["configured", "strong", "weak"]


class Join(Value):
    """Handles that may belong to one person.

    Attributes:
        member: What the join would be called in ``[identities]``.
        strength: ``weak`` where nothing in it is strong.
        handles: The handles, those that are sure first.
        evidence: What speaks for it: one piece for each handle that came in.
        perhaps: Another join that may be the same person; empty for none.
    """

    member: str
    strength: Strength
    handles: list[JoinHandle]
    evidence: list[JoinEvidence]
    perhaps: str = ""


class Suggestions(Value):
    """The joins that the inputs themselves speak for: ``kibbutz.identities/1``.

    Attributes:
        schema_: The name and version of this format.
        joins: The joins, strong ones first.
        handles: Handles looked at; who opted out is none of them.
        ids_only: Formats of which only the ids were looked at: their readers declare nothing more.
        sources: What came of each input: accepted, rejected, ignored.
        skipped: Files beside the exports that are none, with what they are.
        unknown_names: Entries of the configuration that mean nobody in the data; in no output.
    """

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    schema_: Annotated[Literal["kibbutz.identities/1"], Field(alias="schema")] = "kibbutz.identities/1"
    joins: list[Join]
    handles: int
    ids_only: list[str] = []
    sources: list[SourceCount]
    skipped: list[Place] = []
    unknown_names: UnknownNames = {}

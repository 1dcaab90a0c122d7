"""Activities as one ActivityStreams 2.0 collection, with what it has no term for in an extension.

https://www.w3.org/TR/activitystreams-core/, https://www.w3.org/TR/activitystreams-vocabulary/
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias
from urllib.parse import quote

from kibbutz_cli.model.activity import AS2_EXTENSION, AS2_TYPE, Kind

Cell: TypeAlias = str | int | float | None

CONTEXT = [
    "https://www.w3.org/ns/activitystreams",
    {"kibbutz": {"@id": f"{AS2_EXTENSION}deed", "@context": {"@vocab": AS2_EXTENSION}}},
]

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"

_WRITTEN = (Kind.POST, Kind.REPLY, Kind.QUOTE)
_ITEMS = 1000
"""Items written at once."""


def collection(deeds: Iterable[Mapping[str, Cell]]) -> Iterator[bytes]:
    """Yield the document in pieces: one item a line, and at the end how many there are."""
    yield f'{{"@context":{_json(CONTEXT)},"type":"OrderedCollection","orderedItems":['.encode()
    total = 0
    lines: list[str] = []
    for total, deed in enumerate(deeds, start=1):
        lines.append(("\n" if total == 1 else ",\n") + _json(item(deed)))
        if len(lines) == _ITEMS:
            yield "".join(lines).encode()
            lines.clear()
    yield f'{"".join(lines)}\n],"totalItems":{total}}}\n'.encode()


def item(deed: Mapping[str, Cell]) -> dict[str, object]:
    """Return one deed as an activity; its exact fields stand in the extension ``kibbutz``."""
    kind = Kind(str(deed["kind"]))
    platform = str(deed["platform"])
    own = _iri(platform, deed["activity_id"])
    given: dict[str, object] = {"type": _type(kind)}
    if kind in _WRITTEN:
        given["object"] = _note(deed, kind, own)
    else:
        towards = deed["target"] if kind is Kind.FOLLOW else deed["object_id"]
        given |= {"id": own, "object": _iri(platform, towards or deed["target"])}
    actor = {"type": "Person", "id": _iri(platform, deed["actor"]), "name": deed["actor_name"]}
    given |= {"actor": _present(actor), **_audience(deed), "published": deed["published"]}
    return _present(given | {"kibbutz": _present(deed)})


def _audience(deed: Mapping[str, Cell]) -> dict[str, object]:
    """Return whom a deed is for: everybody, for only public things are read, and whom it was done towards."""
    towards = _iri(str(deed["platform"]), deed["target"])
    named = [towards] if towards else []
    if deed["visibility"] == "unlisted":
        return {"to": named or None, "cc": [PUBLIC]}
    return {"to": [PUBLIC], "cc": named or None}


def _note(deed: Mapping[str, Cell], kind: Kind, own: str | None) -> dict[str, object]:
    """Return the text a deed is: what it answers, and in which conversation."""
    platform = str(deed["platform"])
    about = _iri(platform, deed["object_id"])
    note: dict[str, object] = {"type": "Note", "id": own, "attributedTo": _iri(platform, deed["actor"])}
    note["published"] = deed["published"]
    note["context"] = _iri(platform, deed["thread_id"])
    if kind is Kind.QUOTE and about:
        # https://codeberg.org/fediverse/fep/src/branch/main/fep/e232/fep-e232.md
        note["tag"] = [{"type": "Link", "mediaType": "application/activity+json", "href": about}]
    else:
        note["inReplyTo"] = about
    return _present(note)


def _type(kind: Kind) -> str | list[str]:
    """Return the type of an activity; a Mention is a link in AS2, and no activity."""
    known = AS2_TYPE.get(kind)
    return known if known and known != "Mention" else ["Activity", f"{AS2_EXTENSION}{kind.capitalize()}"]


def _iri(platform: str, identifier: Cell) -> str | None:
    """Return an id as an absolute IRI, which AS2 asks for: itself, if it is one."""
    if identifier is None:
        return None
    own = str(identifier).removeprefix(f"{platform}:")
    if own.startswith(("https://", "http://", "at://", "tag:", "urn:")):
        return own
    return f"{AS2_EXTENSION}{quote(platform, safe='')}:{quote(own, safe='@:/')}"


def _present(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

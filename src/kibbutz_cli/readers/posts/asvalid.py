"""What is wrong with an ActivityStreams 2.0 object, where the vocabulary allows no such value.

Only what a reader would stumble over is judged: the context, types, ids, who and what, texts and their
languages, addresses, and what a collection holds (https://www.w3.org/TR/activitystreams-core/).
"""

import re

from kibbutz_cli.readers.parsing.jsonvalues import Fields
from kibbutz_cli.readers.patterns import pattern

NAMESPACE = "www.w3.org/ns/activitystreams"
COLLECTIONS = frozenset({"Collection", "CollectionPage"})
ORDERED = frozenset({"OrderedCollection", "OrderedCollectionPage"})

_THINGS = ("actor", "object", "target", "attributedTo", "inReplyTo", "to", "cc")
_TEXTS = ("name", "summary", "content")
_IDS = ("id", "@id")
_TYPES = ("type", "@type")
_PAGES = frozenset({"CollectionPage", "OrderedCollectionPage", "Link"})
_ABSOLUTE = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LANGUAGE = pattern(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
    r"|x(?:-[a-z\d]{1,8})+",
    re.ASCII | re.IGNORECASE,
)
"""A language's tag by RFC 5646, without the few grandfathered ones."""


def fault(fields: Fields) -> str:
    """Return what is wrong with an object and what was expected; empty if it is sound."""
    return (
        _context_fault(fields)
        or _name_fault(fields)
        or _thing_fault(fields)
        or _text_fault(fields)
        or _address_fault(fields.get("url"))
        or collection_fault(fields)
    )


def collection_fault(fields: Fields) -> str:
    """Return what is wrong with a collection; empty if it is sound, or no collection."""
    types = types_of(fields)
    if not ORDERED.isdisjoint(types) and "items" in fields:
        return "items: expected orderedItems in an ordered collection"
    if not COLLECTIONS.isdisjoint(types) and "orderedItems" in fields:
        return "orderedItems: expected items in a collection without order"
    first = fields.get("first")
    if type(first) is not dict or (ORDERED | COLLECTIONS).isdisjoint(types):
        return ""
    return "first: expected a page of the collection" if _PAGES.isdisjoint(types_of(first)) else ""


def types_of(fields: Fields) -> tuple[str, ...]:
    """Return the types of an object, without the vocabulary's name before them."""
    found = fields.get("type", fields.get("@type"))
    listed = found if type(found) is list else (found,)
    return tuple(
        each.rpartition(f"{NAMESPACE}#")[2].removeprefix("as:") for each in listed if type(each) is str
    )


def _context_fault(fields: Fields) -> str:
    context = fields.get("@context")
    if context is None:
        return ""
    for each in context if type(context) is list else (context,):
        if type(each) is str and NAMESPACE in each:
            return ""
        if type(each) is dict and any(type(value) is str and NAMESPACE in value for value in each.values()):
            return ""
    return "@context: expected that of ActivityStreams"


def _name_fault(fields: Fields) -> str:
    for key in _IDS:
        if key in fields and type(fields[key]) not in (str, type(None)):
            return f"{key}: expected the address of the object"
    for key in _TYPES:
        found = fields.get(key, "")
        if any(type(each) is not str for each in (found if type(found) is list else (found,))):
            return f"{key}: expected the name of a type"
    return ""


def _thing_fault(fields: Fields) -> str:
    for key in _THINGS:
        found = fields.get(key)
        for each in found if type(found) is list else (found,):
            if type(each) not in (str, dict, type(None)):
                return f"{key}: expected an object or its address"
    return ""


def _text_fault(fields: Fields) -> str:
    for key in _TEXTS:
        found = fields.get(key)
        if any(type(each) not in (str, type(None)) for each in (found if type(found) is list else (found,))):
            return f"{key}: expected text"
        by_language = fields.get(f"{key}Map")
        if by_language is None:
            continue
        if type(by_language) is not dict:
            return f"{key}Map: expected texts by language"
        for language, text in by_language.items():
            if not _LANGUAGE.fullmatch(language):
                return f"{key}Map: {language[:40]!r}: expected the tag of a language"
            if type(text) not in (str, type(None)):
                return f"{key}Map: expected text"
    return ""


def _address_fault(url: object) -> str:
    for each in url if type(url) is list else (url,):
        if type(each) is str:
            if not _ABSOLUTE.match(each):
                return "url: expected an absolute address"
        elif type(each) not in (dict, type(None)):
            return "url: expected an address"
    return ""

"""The live records of a Bluesky repository: those its signed root leads to, and no older ones.

A repository is a tree of blocks. Its file is read twice: first the tree is kept and walked, so that every
live record has its key; then each record is read where it stands. A block that is not what its id promises
is set aside, and so is a branch of the tree that is missing, met twice or too deep.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import IgnoredReason, Origin, Outcome, RejectionCode
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.identity import links_in, public
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.posts.car import Car, decoded
from kibbutz_cli.readers.posts.skyrecords import (
    BOT,
    PLATFORM,
    PROFILE,
    SITE,
    Found,
    Gone,
    Uri,
    View,
    deeds,
    is_bot,
)
from kibbutz_cli.readers.records import Owner, Record

LONGEST_KEY = 1024
"""Bytes of ``COLLECTION/KEY``; the protocol allows 829."""

LONGEST_NAME = 640

TREE_BYTES = 2**28
"""Bytes of tree kept while it is walked: some three million records, more than any account has."""

_NODE = b"\xa2ae"
"""How a block of the tree begins: an object of two fields, of which the first is ``e``."""

LONGEST_PROFILE = 4096
_PROFILE_FIELDS = ("displayName", "description", "website")
_PROFILE = b"app.bsky.actor.profile"
_OUTSIDE = "block outside the live tree left out"


class Blocks(NamedTuple):
    """What the first reading keeps.

    Attributes:
        commit: The signed root.
        nodes: The blocks of the tree, by id.
        profiles: What the account says of itself, by the id of the profile's block.
        total: How many blocks there are.
    """

    commit: Fields
    nodes: dict[bytes, bytes]
    profiles: dict[bytes, Fields]
    total: int


class Walk(NamedTuple):
    """What the tree leads to: the keys of each record, by its block's id, and branches that lead nowhere."""

    keys: dict[bytes, list[str]]
    faults: list[str]
    met: int


def read(tree: Tree, name: str, origin: Origin, gone: Gone, budget: Budget) -> Iterator[Outcome]:
    """Yield what the live records of a repository come to, but for those gone since.

    Raises:
        InputError: It is no repository, or cut off.
        LimitError: A block or the tree is larger than the limits allow.
    """
    place, longest = origin.place(0), budget.limits.line_bytes
    with tree.open(name) as stream:
        blocks = _kept(Car(stream, place, longest), place)
    did = text_of(blocks.commit.get("did"))
    walk = _walked(blocks, budget.limits.depth, place)
    profile = _profile(walk, blocks)
    owner = Owner(did, public(text_of(profile.get("displayName"))[:LONGEST_NAME]))
    if profile.get(BOT):
        gone = {did: IgnoredReason.BOT} | gone
    if (outside := blocks.total - walk.met - len(walk.keys)) > 0:
        budget.repaired(_OUTSIDE, outside)
    for fault in walk.faults:
        budget.record()
        yield Record(origin, 0, owner).rejected(RejectionCode.MALFORMED, fault)
    with tree.open(name) as stream:
        yield from _records(Car(stream, place, longest), walk.keys, Record(origin, 0, owner), gone, budget)


def account(tree: Tree, name: str, origin: Origin, budget: Budget) -> Account:
    """Return the account of a repository, and the pages that its profile names."""
    place, longest = origin.place(0), budget.limits.line_bytes
    with tree.open(name) as stream:
        blocks = _kept(Car(stream, place, longest), place)
    did = text_of(blocks.commit.get("did"))
    profile = _profile(_walked(blocks, budget.limits.depth, place), blocks)
    links = links_in([profile.get("website"), profile.get("description")])
    return Account(f"{PLATFORM}:{did}", pages=links_in([f"{SITE}{did}"]), links=links)


def _kept(car: Car, place: str) -> Blocks:
    root = car.roots[0] if car.roots else b""
    commit: Fields = {}
    nodes: dict[bytes, bytes] = {}
    profiles: dict[bytes, Fields] = {}
    size = total = 0
    for block in car.blocks():
        total += 1
        if not block.sound:
            continue
        if block.cid == root:
            commit = fields_of(decoded(block.data))
        elif block.data.startswith(_NODE):
            size += len(block.data)
            if size > TREE_BYTES:
                raise _too_large(place)
            nodes[block.cid] = block.data
        elif _PROFILE in block.data:
            profiles[block.cid] = _told(fields_of(decoded(block.data)))
    if not text_of(commit.get("did")).startswith("did:") or type(commit.get("data")) is not bytes:
        raise InputError(f"{place}: no signed root: expected a repository", "download it again with getRepo")
    return Blocks(commit, nodes, profiles, total)


def _walked(blocks: Blocks, depth: int, place: str) -> Walk:
    keys: dict[bytes, list[str]] = {}
    faults: list[str] = []
    met: set[bytes] = set()
    size = 0
    waiting = [(blocks.commit["data"], 1)]
    while waiting:
        cid, level = waiting.pop()
        entries = _entries(blocks, cid, met, level, depth)
        if isinstance(entries, str):
            faults.append(f"{entries}: the records below it are lost")
            continue
        for key, value, below in entries:
            size += len(key)
            if key:
                keys.setdefault(value, []).append(key)
            if below is not None:
                waiting.append((below, level + 1))
        if size > TREE_BYTES:
            raise _too_large(place)
    return Walk(keys, faults, len(met) + 1)


def _entries(
    blocks: Blocks, cid: object, met: set[bytes], level: int, depth: int
) -> list[tuple[str, bytes, object]] | str:
    """Return keys, records and branches of one block of the tree, or what is wrong with it."""
    if cid in met:
        return "a branch of the tree is met twice"
    if type(cid) is not bytes or cid not in blocks.nodes:
        return "a branch of the tree is missing or damaged"
    if level > depth:
        return "the tree is nested too deep (--limit depth=N)"
    met.add(cid)
    # Let go of as soon as it is walked: what is kept of it are its keys.
    node = fields_of(decoded(blocks.nodes.pop(cid)))
    listed = node.get("e")
    if type(listed) is not list:
        return "a branch of the tree is no branch"
    found: list[tuple[str, bytes, object]] = [("", b"", node.get("l"))]
    before = b""
    for entry in listed:
        key = _key(fields_of(entry), before)
        value = fields_of(entry).get("v")
        if key is None or type(value) is not bytes:
            return "a key of the tree cannot be read"
        found.append((key.decode("ascii", "replace"), value, fields_of(entry).get("t")))
        before = key
    return found


def _key(entry: Fields, before: bytes) -> bytes | None:
    """Return a key: so many bytes of the one before it, and its own."""
    shared, own = entry.get("p"), entry.get("k")
    if type(shared) is not int or type(own) is not bytes or not 0 <= shared <= len(before):
        return None
    key = before[:shared] + own
    return key if 0 < len(key) <= LONGEST_KEY else None


def _too_large(place: str) -> LimitError:
    return LimitError(f"{place}: a tree of more than {TREE_BYTES:,} bytes: expected that of one account")


def _told(profile: Fields) -> Fields:
    """Return what is kept of a profile; a post that speaks of profiles is kept no longer than one."""
    told: Fields = {key: text_of(profile.get(key))[:LONGEST_PROFILE] for key in _PROFILE_FIELDS}
    return told | {BOT: is_bot(profile)}


def _profile(walk: Walk, blocks: Blocks) -> Fields:
    return next((told for cid, told in blocks.profiles.items() if PROFILE in walk.keys.get(cid, ())), {})


def _records(
    car: Car, keys: dict[bytes, list[str]], record: Record, gone: Gone, budget: Budget
) -> Iterator[Outcome]:
    view = View(record.owner.name)
    for block in car.blocks():
        for key in keys.pop(block.cid, ()):
            budget.record()
            here = record._replace(position=block.position)
            value = decoded(block.data) if block.sound else None
            if value is None:
                yield here.rejected(RejectionCode.MALFORMED, f"{key}: the block is damaged")
            else:
                collection, _, own = key.partition("/")
                found = Found(Uri(record.owner.account, collection, own), value, view)
                yield from deeds(found, here, gone, budget)
    for key in sorted(key for missing in keys.values() for key in missing):
        budget.record()
        yield record.rejected(RejectionCode.MALFORMED, f"{key}: the block is missing")

import base64
import hashlib
import json
import shutil
from collections import Counter
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import libipld
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError, LimitError
from kibbutz_cli.model.activity import Activity, Clock, Coverage, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.posts import bluesky, skyrepo
from kibbutz_cli.readers.posts.car import id_length, is_sound
from kibbutz_cli.readers.posts.skyrecords import key_moment

ADA, BEN, CLEO = "did:plc:ada", "did:plc:ben", "did:plc:cleo"
POST = "app.bsky.feed.post"
BENS = f"at://{BEN}/{POST}/3kftlbujmfk24"
TIME = "2023-12-06T00:19:57.703Z"

RECORDS: dict[str, object] = {
    "app.bsky.actor.profile/self": {"$type": "app.bsky.actor.profile", "displayName": "Ada"},
    "app.bsky.feed.like/3kftlbujmfk25": {"subject": {"uri": BENS, "cid": "c"}, "createdAt": TIME},
    "app.bsky.feed.post/3kftlbujmfk26": {
        "$type": POST,
        "text": "Seeds are in the shed",
        "createdAt": "2023-12-06T00:19:57-07:00",
        "langs": ["en", "de"],
    },
    "app.bsky.feed.post/3kftlbujmfk27": {
        "text": "@ben.example thanks, @cleo.example too",
        "createdAt": TIME,
        "reply": {"root": {"uri": f"at://{CLEO}/{POST}/3k1"}, "parent": {"uri": BENS}},
        "facets": [
            {"features": [{"did": BEN}]},
            {"features": [{"did": CLEO}, {"uri": "https://hill.example"}]},
        ],
    },
    "app.bsky.feed.post/3kftlbujmfk2a": {
        "text": "this",
        "createdAt": TIME,
        "embed": {"$type": "app.bsky.embed.record", "record": {"uri": BENS}},
    },
    "app.bsky.feed.post/3kftlbujmfk2b": {
        "text": "this with a picture",
        "createdAt": TIME,
        "embed": {"$type": "app.bsky.embed.recordWithMedia", "record": {"record": {"uri": BENS}}},
    },
    "app.bsky.feed.post/3kftlbujmfk2c": {
        "text": "a feed",
        "createdAt": "2093-12-06T00:19:57Z",
        "embed": {"record": {"uri": f"at://{BEN}/app.bsky.feed.generator/x"}},
    },
    "app.bsky.feed.repost/3kftlbujmfk2d": {"subject": {"uri": BENS}, "createdAt": TIME},
    "app.bsky.feed.vote/3kftlbujmfk2e": {"subject": {"uri": BENS}, "direction": "down", "createdAt": TIME},
    "app.bsky.graph.block/3kftlbujmfk2f": {"subject": BEN, "createdAt": TIME},
    "app.bsky.graph.follow/3kftlbujmfk2g": {"subject": BEN, "createdAt": TIME},
    "app.bsky.graph.follow/self": {"subject": CLEO, "createdAt": "yesterday"},
}
"""One account's live records, each with an oddity of its own."""


def cid_of(data: bytes) -> bytes:
    return b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()


class Link:
    """A link to a block, as DAG-CBOR writes it."""

    def __init__(self, cid: bytes) -> None:
        self.cid = cid


def cbor(value: object) -> bytes:
    """Return DAG-CBOR, links included, written here from the specification."""
    match value:
        case Link():
            return b"\xd8\x2a" + head(2, len(value.cid) + 1) + b"\0" + value.cid
        case dict():
            keys = sorted(value, key=lambda key: (len(key), key))
            return head(5, len(value)) + b"".join(cbor(key) + cbor(value[key]) for key in keys)
        case list():
            return head(4, len(value)) + b"".join(map(cbor, value))
        case _:
            return libipld.encode_dag_cbor(value)


def head(major: int, size: int) -> bytes:
    if size < 24:
        return bytes([major << 5 | size])
    return (
        bytes([major << 5 | 24, size]) if size < 256 else bytes([major << 5 | 25]) + size.to_bytes(2, "big")
    )


def varint(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + varint(rest) if rest else bytes([low])


def section(cid: bytes, data: bytes) -> bytes:
    return varint(len(cid) + len(data)) + cid + data


def car(root: bytes, blocks: dict[bytes, bytes]) -> bytes:
    start = cbor({"roots": [Link(root)], "version": 1})
    return varint(len(start)) + start + b"".join(section(*block) for block in blocks.items())


def node(entries: list[tuple[str, bytes]], left: bytes | None = None, right: bytes | None = None) -> bytes:
    """Return a block of the tree, its keys shortened by what they share with the one before."""
    found, before = [], b""
    for key, cid in entries:
        raw = key.encode()
        shared = next((n for n, (a, b) in enumerate(zip(raw, before, strict=False)) if a != b), len(before))
        found.append({"p": shared, "k": raw[shared:], "v": Link(cid), "t": None})
        before = raw
    if found and right:
        found[-1]["t"] = Link(right)
    return cbor({"e": found, "l": Link(left) if left else None})


def repository(records: dict[str, object] = RECORDS) -> tuple[bytes, dict[bytes, bytes]]:
    """Return the root and blocks of a repository whose tree has a top and two branches."""
    blocks = {cid_of(cbor(value)): cbor(value) for value in records.values()}
    entries = [(key, cid_of(cbor(value))) for key, value in sorted(records.items())]
    middle = len(entries) // 2
    low, high = node(entries[:middle]), node(entries[middle + 1 :])
    top = node(entries[middle : middle + 1], cid_of(low), cid_of(high))
    commit = cbor(
        {"did": ADA, "version": 3, "data": Link(cid_of(top)), "rev": "3k", "prev": None, "sig": b"s"}
    )
    old = cbor({"$type": POST, "text": "deleted long ago", "createdAt": TIME})
    blocks |= {cid_of(data): data for data in (old, low, high, top, commit)}
    return cid_of(commit), blocks


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    path = tmp_path / "repo.car"
    path.write_bytes(car(*repository()))
    return path


@pytest.fixture
def folder(fixtures: Path) -> Path:
    return fixtures / "bluesky"


trial = Trial(bluesky)
read, told, probe, ignored = trial.read, trial.told, trial.probe, trial.ignored


def reasons(path: Path) -> list[str]:
    return [outcome.reason for outcome in read(path) if isinstance(outcome, Rejection)]


def lines(folder: Path, *values: object) -> Path:
    path = folder / "events.jsonl"
    path.write_text("".join(json.dumps(value) + "\n" for value in values))
    return path


def of(key: str) -> str:
    return f"at://{ADA}/{key}"


def known_by(uri: str, record: dict[str, Any]) -> str:
    """Return what a record is known by: its address, or if it is a like or a repost, whose it is of what."""
    where, _, _ = uri.rpartition("/")
    return f"{where}/of/{record['subject']['uri']}" if where.endswith((".like", ".repost")) else uri


def shown(uri: str, record: dict[str, object], **more: object) -> dict[str, object]:
    did = uri.split("/")[2]
    return {"uri": uri, "author": {"did": did, "handle": f"{did[8:]}.example"}, "record": record, **more}


def test_whoever_has_no_proven_handle_has_no_name(tmp_path: Path) -> None:
    post = shown(BENS, {"text": "x", "createdAt": TIME}) | {
        "author": {"did": BEN, "handle": "handle.invalid"}
    }
    path = tmp_path / "feed.json"
    path.write_text(json.dumps({"feed": [{"post": post}]}))

    assert told(path)[BENS].actor_name is None


def test_fields_nobody_knows_are_told_in_records_and_inside_posts(tmp_path: Path) -> None:
    post = {
        "text": "@ben.example",
        "createdAt": TIME,
        "mood": "fine",
        "reply": {"root": {"uri": BENS}, "parent": {"uri": BENS}, "depth": 2},
        "facets": [{"features": [{"did": BEN, "age": 9}], "weight": 1}],
    }
    like = {"subject": {"uri": BENS}, "createdAt": TIME, "mood": "fine"}
    records = {
        f"{POST}/3kftlbujmfk26": post,
        "app.bsky.feed.like/3kftlbujmfk27": like,
        "x.y.z/1": {"mood": 1},
    }
    path = tmp_path / "repo.car"
    path.write_bytes(car(*repository(records)))
    budget = Budget(Limits(), str(path))

    read(path, budget=budget)

    assert budget.unknown == {"mood": 2, "reply.depth": 1, "facets.weight": 1, "facets.features.age": 1}


def test_a_repository_is_recognised(repo: Path) -> None:
    assert probe(repo).sure == 95


def test_a_repository_shows_one_persons_deeds_by_the_name_of_the_profile(repo: Path) -> None:
    deeds = told(repo)

    assert {deed.actor for deed in deeds.values()} == {f"bluesky:{ADA}"}
    assert {deed.actor_name for deed in deeds.values()} == {"Ada"}
    assert {deed.origin.coverage for deed in deeds.values()} == {Coverage.SINGLE}


def test_only_what_the_root_leads_to_is_read(repo: Path) -> None:
    kinds = Counter(deed.kind for deed in told(repo).values() if not deed.derived)

    assert kinds == {"post": 2, "reply": 1, "quote": 2, "like": 1, "reshare": 1, "dislike": 1, "follow": 1}


def test_blocks_of_older_states_are_said_to_be_left_out(repo: Path) -> None:
    budget = Budget(Limits(), str(repo))
    with open_tree(str(repo), budget) as tree:
        list(bluesky.read(tree, budget))

    assert budget.repairs == {"block outside the live tree left out": 1}


def test_a_post_has_its_words_language_and_time(repo: Path) -> None:
    post = told(repo)[of("app.bsky.feed.post/3kftlbujmfk26")]

    assert (post.kind, post.text_len, post.lang) == (Kind.POST, 21, "en")
    assert post.published is not None
    assert post.published.isoformat() == "2023-12-06T07:19:57+00:00"


def test_a_reply_is_towards_its_parent_in_the_thread_of_its_root(repo: Path) -> None:
    reply = told(repo)[of("app.bsky.feed.post/3kftlbujmfk27")]

    assert (reply.kind, reply.object_id, reply.target) == (Kind.REPLY, BENS, f"bluesky:{BEN}")
    assert reply.thread_id == f"at://{CLEO}/{POST}/3k1"


def test_whom_a_reply_names_beside_whom_it_answers_is_mentioned(repo: Path) -> None:
    mentions = [deed for deed in told(repo).values() if deed.kind is Kind.MENTION]

    assert [mention.target for mention in mentions] == [f"bluesky:{CLEO}"]


def test_entities_of_the_first_posts_name_people_as_facets_do(tmp_path: Path) -> None:
    index = {"start": 0, "end": 5}
    entities = [
        {"type": "mention", "index": index, "value": BEN},
        {"type": "mention", "index": index, "value": "cleo.example"},
        {"type": "link", "index": index, "value": "https://hill.example"},
        {"type": "hashtag", "index": index, "value": CLEO},
        7,
    ]
    value = {"text": "@ben and @cleo.example", "createdAt": TIME, "entities": entities}
    path = lines(tmp_path, {"uri": of(f"{POST}/3kftlbujmfk26"), "value": value})
    budget = Budget(Limits(), str(path))

    mentions = [deed for deed in told(path).values() if deed.kind is Kind.MENTION]
    read(path, budget=budget)

    assert [mention.target for mention in mentions] == [f"bluesky:{BEN}"]
    assert not budget.unknown


@pytest.mark.parametrize("key", ["3kftlbujmfk2a", "3kftlbujmfk2b"])
def test_a_post_that_embeds_a_post_quotes_it(repo: Path, key: str) -> None:
    quote = told(repo)[of(f"app.bsky.feed.post/{key}")]

    assert (quote.kind, quote.object_id, quote.target) == (Kind.QUOTE, BENS, f"bluesky:{BEN}")


def test_a_post_that_embeds_a_feed_quotes_nobody(repo: Path) -> None:
    assert told(repo)[of("app.bsky.feed.post/3kftlbujmfk2c")].kind is Kind.POST


def test_a_time_after_the_record_was_made_is_the_keys(repo: Path) -> None:
    post = told(repo)[of("app.bsky.feed.post/3kftlbujmfk2c")]

    assert post.ts_us == key_moment("3kftlbujmfk2c")[0]
    assert post.published is not None
    assert post.published.isoformat().startswith("2023-12-06T00:19:5")


@pytest.mark.parametrize("key", ["self", "3kftlbujmfk2!", "zzzzzzzzzzzzz", "2222222222222"])
def test_a_key_that_holds_no_time_gives_none(key: str) -> None:
    assert key_moment(key) == (None, Clock.MISSING)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("app.bsky.feed.like/3kftlbujmfk25", Kind.LIKE),
        ("app.bsky.feed.repost/3kftlbujmfk2d", Kind.RESHARE),
        ("app.bsky.feed.vote/3kftlbujmfk2e", Kind.DISLIKE),
    ],
)
def test_a_like_repost_or_vote_is_towards_whose_post_it_is(repo: Path, key: str, kind: Kind) -> None:
    deed = told(repo)[known_by(of(key), RECORDS[key])]

    assert (deed.kind, deed.object_id, deed.target, deed.thread_id) == (kind, BENS, f"bluesky:{BEN}", None)


def test_a_follow_is_towards_an_account(repo: Path) -> None:
    follow = told(repo)[of("app.bsky.graph.follow/3kftlbujmfk2g")]

    assert (follow.kind, follow.target, follow.object_id) == (Kind.FOLLOW, f"bluesky:{BEN}", None)


def test_blocks_are_private_and_profiles_no_deeds(repo: Path) -> None:
    assert ignored(repo) == {"private": 1, "not_activity": 1}


def test_a_time_that_is_none_without_a_key_that_holds_one_is_set_aside(repo: Path) -> None:
    (rejection,) = (outcome for outcome in read(repo) if isinstance(outcome, Rejection))

    assert (rejection.code, "createdAt: expected an ISO 8601 time" in rejection.reason) == ("bad_time", True)


@pytest.mark.parametrize(
    ("key", "created", "expected"),
    [
        ("self", None, (None, Clock.MISSING)),
        ("self", "1980-01-01T00:00:00Z", (315_532_800_000_000, Clock.IMPLAUSIBLE)),
        ("3kftlbujmfk2g", "1980-01-01T00:00:00Z", key_moment("3kftlbujmfk2g")),
        ("3kftlbujmfk2g", "yesterday", key_moment("3kftlbujmfk2g")),
        ("3kftlbujmfk2g", None, key_moment("3kftlbujmfk2g")),
    ],
)
def test_the_key_gives_the_time_that_is_missing(
    key: str, created: object, expected: object, tmp_path: Path
) -> None:
    value = {"subject": BEN, "createdAt": created}

    (follow,) = told(lines(tmp_path, {"uri": of(f"app.bsky.graph.follow/{key}"), "value": value})).values()

    assert (follow.ts_us, follow.clock) == expected


def test_a_time_that_is_a_number_is_none(tmp_path: Path) -> None:
    value = {"subject": BEN, "createdAt": 5}

    assert reasons(lines(tmp_path, {"uri": of("app.bsky.graph.follow/self"), "value": value}))


def test_a_post_alone_as_a_server_shows_it_is_read(tmp_path: Path) -> None:
    value = {"text": "hm", "createdAt": TIME}

    assert told(lines(tmp_path, {"uri": BENS, "record": value}))


def quoting(uri: str, shown_as: dict[str, object], *, is_beside_a_picture: bool = False) -> dict[str, object]:
    """Return a post as a server shows it that quotes another, which is shown in it."""
    embedded: dict[str, object] = {"record": {"uri": BENS, "cid": "c"}}
    view: dict[str, object] = {"$type": "app.bsky.embed.record#view", "record": shown_as}
    if is_beside_a_picture:
        embedded, view = {"record": embedded, "media": {}}, {"record": view, "media": {}}
    return shown(uri, {"text": "this", "createdAt": TIME, "embed": embedded}, embed=view)


@pytest.mark.parametrize("is_beside_a_picture", [False, True])
def test_a_post_that_another_one_shows_as_quoted_is_read(is_beside_a_picture: bool, tmp_path: Path) -> None:
    file = tmp_path / "feed.json"
    ben = shown(BENS, {}, value={"text": "seeds", "createdAt": TIME}, likeCount=5, indexedAt=TIME)
    cleos = f"at://{CLEO}/{POST}/3kftlbujmfk25"
    words = {"text": "and he says", "createdAt": TIME, "embed": {"record": {"uri": BENS}}}
    cleo = shown(cleos, {}, value=words, embeds=[{"record": ben}])
    del ben["record"], cleo["record"]
    post = quoting(of(f"{POST}/3kftlbujmfk26"), cleo, is_beside_a_picture=is_beside_a_picture)
    file.write_text(json.dumps({"feed": [{"post": post}]}))
    budget = Budget(Limits(), str(file))

    read(file, budget=budget)

    assert [(deed.actor, deed.kind) for deed in told(file).values()] == [
        (f"bluesky:{ADA}", Kind.QUOTE),
        (f"bluesky:{CLEO}", Kind.QUOTE),
        (f"bluesky:{BEN}", Kind.POST),
    ]
    assert (told(file)[BENS].like_count, told(file)[BENS].text_len) == (5, 5)
    assert not budget.unknown


@pytest.mark.parametrize(
    ("shown_as", "left_out"),
    [
        ({"uri": BENS, "notFound": True}, {"deleted": 1}),
        ({"uri": BENS, "blocked": True, "author": {"did": BEN}}, {"private": 1}),
        ({"uri": BENS, "detached": True}, {"private": 1}),
        ({"uri": f"at://{BEN}/app.bsky.feed.generator/seeds", "creator": {"did": BEN}}, {}),
    ],
    ids=["gone", "blocked", "detached", "feed"],
)
def test_what_is_shown_as_quoted_may_be_no_post_to_read(
    shown_as: dict[str, object], left_out: dict[str, int], tmp_path: Path
) -> None:
    file = tmp_path / "feed.json"
    file.write_text(json.dumps({"feed": [{"post": quoting(of(f"{POST}/3kftlbujmfk26"), shown_as)}]}))

    assert list(told(file)) == [of(f"{POST}/3kftlbujmfk26")]
    assert ignored(file) == left_out


def test_to_follow_somebody_opens_no_conversation(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    record = {"subject": BEN, "createdAt": TIME}
    commit = {"operation": "create", "collection": "app.bsky.graph.follow", "rkey": "3k1", "record": record}
    path.write_text(json.dumps({"did": ADA, "kind": "commit", "commit": commit}) + "\n")

    (follow,) = told(path).values()

    assert (follow.kind, follow.target, follow.thread_id) == (Kind.FOLLOW, f"bluesky:{BEN}", None)


def test_a_thread_may_be_a_list_of_its_posts(tmp_path: Path) -> None:
    file = tmp_path / "thread.json"
    kind = "app.bsky.unspecced.defs#threadItem"
    words = {"text": "yes", "createdAt": TIME, "reply": {"root": {"uri": BENS}, "parent": {"uri": BENS}}}
    items = [
        {
            "$type": f"{kind}Post",
            "post": shown(BENS, {"text": "Seeds?", "createdAt": TIME}),
            "opThread": True,
        },
        {"$type": f"{kind}Post", "post": shown(f"at://{ADA}/{POST}/3kftlbujmfk26", words), "moreReplies": 0},
        {"$type": f"{kind}Blocked", "author": {"did": CLEO}},
        {"$type": f"{kind}NoUnauthenticated"},
        {"$type": f"{kind}NotFound"},
    ]
    thread = [{"uri": BENS, "depth": depth, "value": item} for depth, item in enumerate(items)]
    file.write_text(json.dumps({"hasOtherReplies": False, "thread": thread}))
    budget = Budget(Limits(), str(file))

    post, reply = told(file).values()

    assert (post.kind, reply.kind, reply.actor, reply.target) == (
        Kind.POST,
        Kind.REPLY,
        f"bluesky:{ADA}",
        f"bluesky:{BEN}",
    )
    assert ignored(file) == {"private": 2, "deleted": 1}
    assert len(read(file, budget=budget)) == 5
    assert not budget.unknown


def test_a_notification_is_the_record_it_tells_of(tmp_path: Path) -> None:
    file = tmp_path / "notifications.json"
    like = {"$type": "app.bsky.feed.like", "subject": {"uri": BENS}, "createdAt": TIME}
    beside = {"reason": "like", "reasonSubject": BENS, "isRead": True}
    liked = shown(f"at://{ADA}/app.bsky.feed.like/3kftlbujmfk25", like, **beside)
    file.write_text(json.dumps({"notifications": [liked], "seenAt": TIME, "priority": False}))
    budget = Budget(Limits(), str(file))

    (deed,) = told(file).values()
    read(file, budget=budget)

    assert (deed.kind, deed.actor_name, deed.target) == (Kind.LIKE, "ada.example", f"bluesky:{BEN}")
    assert not budget.unknown


@pytest.mark.parametrize(
    ("key", "giver", "kind", "clock"),
    [
        (
            "likes",
            {"actor": {"did": ADA, "handle": "ada.example"}, "createdAt": TIME},
            Kind.LIKE,
            Clock.EXACT,
        ),
        (
            "repostedBy",
            {"did": ADA, "handle": "ada.example", "createdAt": TIME},
            Kind.RESHARE,
            Clock.MISSING,
        ),
    ],
)
def test_who_liked_or_reposted_a_post_did_so(
    key: str, giver: dict[str, object], kind: Kind, clock: Clock, tmp_path: Path
) -> None:
    file = tmp_path / "givers.json"
    file.write_text(json.dumps({"uri": BENS, key: [giver, {"handle": "nobody.example"}]}))

    deed, fault = read(file)

    assert isinstance(fault, Rejection)
    assert (deed.kind, deed.actor, deed.object_id, deed.target, deed.clock) == (
        kind,
        f"bluesky:{ADA}",
        BENS,
        f"bluesky:{BEN}",
        clock,
    )


def test_an_id_too_long_is_set_aside(tmp_path: Path) -> None:
    value = {"text": "hm", "createdAt": TIME}

    assert reasons(lines(tmp_path, {"uri": f"at://did:plc:{'x' * 5000}/{POST}/1", "value": value}))


def test_two_records_of_the_same_words_are_two_deeds(tmp_path: Path) -> None:
    same = {"text": "same", "createdAt": TIME}
    keys = [f"app.bsky.feed.post/3kftlbujmfk2{letter}" for letter in "abc"]
    (tmp_path / "r.car").write_bytes(car(*repository(dict.fromkeys(keys, same))))

    assert set(told(tmp_path / "r.car")) == set(map(of, keys))


def test_a_damaged_record_is_set_aside_and_the_others_are_read(tmp_path: Path) -> None:
    whole = car(*repository())
    (tmp_path / "r.car").write_bytes(whole.replace(b"Seeds are", b"Seeds AXE"))

    assert reasons(tmp_path / "r.car")[:1] == ["app.bsky.feed.post/3kftlbujmfk26: the block is damaged"]
    assert len(read(tmp_path / "r.car")) == len(RECORDS) + 1


def test_a_missing_record_is_set_aside(tmp_path: Path) -> None:
    root, blocks = repository()
    del blocks[cid_of(cbor(RECORDS["app.bsky.graph.follow/3kftlbujmfk2g"]))]
    (tmp_path / "r.car").write_bytes(car(root, blocks))

    assert "app.bsky.graph.follow/3kftlbujmfk2g: the block is missing" in reasons(tmp_path / "r.car")


def test_a_missing_branch_is_said_and_the_rest_is_read(tmp_path: Path) -> None:
    root, blocks = repository()
    low = next(cid for cid, data in blocks.items() if data.startswith(b"\xa2ae") and b"actor.profile" in data)
    del blocks[low]
    (tmp_path / "r.car").write_bytes(car(root, blocks))

    assert reasons(tmp_path / "r.car")[:1] == [
        "a branch of the tree is missing or damaged: the records below it are lost"
    ]
    assert told(tmp_path / "r.car")


def unchecked(name: bytes) -> bytes:
    """Return an id by a hash that nobody checks, with which a tree can be made to bite its tail."""
    return b"\x01\x71\x00\x04" + name


def rooted(entries: dict[bytes, bytes], top: bytes) -> bytes:
    commit = cbor({"did": ADA, "version": 3, "data": Link(top), "rev": "3k", "prev": None, "sig": b"s"})
    return car(cid_of(commit), entries | {cid_of(commit): commit})


def test_a_tree_that_bites_its_tail_is_walked_once(tmp_path: Path) -> None:
    one, two = unchecked(b"one."), unchecked(b"two.")
    blocks = {one: node([("a/b", one)], two, two), two: node([("c/d", two)], one)}
    (tmp_path / "r.car").write_bytes(rooted(blocks, one))

    assert (
        Counter(reasons(tmp_path / "r.car"))[
            "a branch of the tree is met twice: the records below it are lost"
        ]
        == 2
    )


def test_a_branch_that_is_no_branch_is_said(tmp_path: Path) -> None:
    top = b"\xa2ae\x07al\xf6"
    (tmp_path / "r.car").write_bytes(rooted({cid_of(top): top}, cid_of(top)))

    assert reasons(tmp_path / "r.car") == ["a branch of the tree is no branch: the records below it are lost"]


def test_keys_longer_together_than_any_accounts_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = node([(f"app.bsky.feed.post/{'x' * 900}{number}", cid_of(b"")) for number in range(9)])
    (tmp_path / "r.car").write_bytes(rooted({cid_of(top): top}, cid_of(top)))
    monkeypatch.setattr(skyrepo, "TREE_BYTES", 4000)

    with pytest.raises(LimitError, match="a tree of more than"):
        read(tmp_path / "r.car")


def test_an_id_of_the_first_version_is_checked_too(tmp_path: Path) -> None:
    root, blocks = repository()
    old = hashlib.sha256(b"old").digest()
    whole = car(root, blocks | {b"\x12\x20" + old: b"old", b"\x12\x20" + bytes(32): b"damaged"})
    (tmp_path / "r.car").write_bytes(whole)

    assert len(read(tmp_path / "r.car")) == len(RECORDS) + 1
    assert [id_length(b"\x12\x20" + old), id_length(b"\x12\x20"), is_sound(b"\x12\x20" + old, b"old")] == [
        34,
        None,
        True,
    ]


def test_a_tree_nested_too_deep_is_cut(tmp_path: Path) -> None:
    names = [unchecked(b"%04d" % number) for number in range(200)]
    blocks = {name: node([], below) for name, below in pairwise(names)}
    (tmp_path / "r.car").write_bytes(rooted(blocks, names[0]))

    assert reasons(tmp_path / "r.car") == [
        "the tree is nested too deep (--limit depth=N): the records below it are lost"
    ]


@pytest.mark.parametrize(
    "entry",
    [
        {"p": 1, "k": b"a/b", "v": Link(b"\x01\x71\x12\x20" + bytes(32)), "t": None},
        {"p": 0, "k": b"a" * 2000, "v": Link(b"\x01\x71\x12\x20" + bytes(32)), "t": None},
        {"p": 0, "k": b"a/b", "v": 7, "t": None},
        {"p": -1, "k": b"", "v": None, "t": None},
        7,
    ],
    ids=["shares more than there is", "long", "no link", "negative", "number"],
)
def test_a_senseless_key_of_the_tree_is_said(entry: object, tmp_path: Path) -> None:
    top = cbor({"e": [entry], "l": None})
    (tmp_path / "r.car").write_bytes(rooted({cid_of(top): top}, cid_of(top)))

    assert reasons(tmp_path / "r.car") == ["a key of the tree cannot be read: the records below it are lost"]


def test_a_tree_larger_than_any_accounts_is_refused(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skyrepo, "TREE_BYTES", 100)

    with pytest.raises(LimitError, match="a tree of more than 100 bytes"):
        read(repo)


def test_a_block_longer_than_the_limit_is_refused(repo: Path) -> None:
    with pytest.raises(LimitError, match="a block of"):
        read(repo, Limits(line_bytes=60))


def test_a_repository_cut_anywhere_is_refused(tmp_path: Path) -> None:
    whole = car(*repository())
    path = tmp_path / "r.car"
    path.write_bytes(whole)
    sound = reasons(path)

    for end in range(1, len(whole)):
        path.write_bytes(whole[:end])
        # A cut between two blocks cannot be told from an end; what is missing then is said record by record.
        with suppress(InputError):
            assert len(reasons(path)) > len(sound)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x0a\xa1gversion\x02", "not a CAR file of version 1"),
        (b"\xff\xff\xff\x7f", "not a CAR file: expected its header"),
        (b"\xff" * 20, "no length of a block"),
        (car(cid_of(b""), {}), "no signed root"),
        (car(cid_of(b""), {b"": b"\x01"}), "no id of a block"),
        (car(cid_of(b""), {})[:-3], "truncated CAR file"),
    ],
    ids=["version", "header", "varint", "no root", "no id", "cut"],
)
def test_what_is_no_repository_is_refused(data: bytes, said: str, tmp_path: Path) -> None:
    budget = Budget(Limits(), "r.car")
    (tmp_path / "r.car").write_bytes(data)

    with open_tree(str(tmp_path / "r.car"), budget) as tree, pytest.raises(InputError, match=said):
        list(skyrepo.read(tree, "r.car", bluesky._origin(tree, "r.car", Coverage.SINGLE), {}, budget))


@pytest.mark.parametrize(
    "name", ["feed.json", "thread.json", "capture.json", "records.json", "jetstream.jsonl"]
)
def test_what_servers_answer_is_recognised(folder: Path, name: str) -> None:
    assert probe(folder / name).sure >= 85


def test_a_feed_tells_its_posts_those_they_answer_and_who_reposted_them(folder: Path) -> None:
    deeds = told(folder / "feed.json")

    assert Counter(deed.kind for deed in deeds.values()) == {"post": 2, "reply": 1, "reshare": 1}
    repost = next(deed for deed in deeds.values() if deed.kind is Kind.RESHARE)
    assert (repost.actor, repost.target, repost.object_id) == (f"bluesky:{CLEO}", f"bluesky:{BEN}", BENS)


def test_a_post_of_a_feed_shows_its_counts_and_its_authors_name(folder: Path) -> None:
    post = told(folder / "feed.json")[BENS]

    assert (post.like_count, post.reply_count, post.reshare_count) == (5, 2, 1)
    assert post.actor_name == "ben.example"
    assert post.origin.coverage is Coverage.COMMUNITY


def test_a_like_or_repost_is_one_deed_wherever_it_is_told(tmp_path: Path) -> None:
    """A repository and an event tell the record's address, who liked or reposted a post does not."""
    (tmp_path / "repo.car").write_bytes(car(*repository(RECORDS)))
    giver = {"did": ADA, "handle": "ada.example"}
    answers = [
        {"uri": BENS, "likes": [{"actor": giver, "createdAt": TIME}]},
        {"uri": BENS, "repostedBy": [giver]},
        {"feed": [{"post": shown(BENS, {}), "reason": {"by": giver, "indexedAt": TIME, "uri": of(REPOST)}}]},
    ]
    for number, each in enumerate(answers):
        (tmp_path / f"{number}.json").write_text(json.dumps(each))

    deeds = [deed for deed in read(tmp_path) if isinstance(deed, Activity)]
    given = Counter((deed.kind, deed.activity_id) for deed in deeds if deed.kind in (Kind.LIKE, Kind.RESHARE))

    assert sorted((kind, times) for (kind, _), times in given.items()) == [("like", 2), ("reshare", 3)]


def test_posts_gone_blocked_or_by_bots_are_left_out(folder: Path) -> None:
    assert ignored(folder / "thread.json") == {"deleted": 1, "private": 1, "bot": 1}
    assert Counter(deed.kind for deed in told(folder / "thread.json").values()) == {"post": 1, "reply": 2}


def labelled(did: str, label: str, by: str) -> dict[str, object]:
    uri = f"at://{did}/app.bsky.actor.profile/self"
    label_view = {"src": by, "uri": uri, "val": label, "cts": TIME}
    return {"did": did, "handle": f"{did[8:]}.example", "labels": [label_view]}


def answer(kind: str, giver: dict[str, object]) -> dict[str, object]:
    """Return an answer in which an account has written, reposted or liked one post."""
    post = shown(BENS, {"text": "Seeds?", "createdAt": TIME})
    match kind:
        case "post":
            written = {"uri": of(f"{POST}/3kftlbujmfk26"), "author": giver}
            return {"feed": [{"post": post | written}]}
        case "repost":
            return {"feed": [{"post": post, "reason": {"by": giver, "indexedAt": TIME}}]}
        case _:
            return {"uri": BENS, "likes": [{"actor": giver, "createdAt": TIME}]}


@pytest.mark.parametrize("kind", ["post", "repost", "like"])
def test_nothing_is_read_of_what_an_account_does_that_calls_itself_a_bot(kind: str, tmp_path: Path) -> None:
    path = lines(tmp_path, answer(kind, labelled(ADA, "bot", by=ADA)))

    assert ignored(path) == {"bot": 1}
    assert {deed.actor for deed in told(path).values()} <= {f"bluesky:{BEN}"}


@pytest.mark.parametrize("kind", ["post", "repost", "like"])
@pytest.mark.parametrize(("label", "by"), [("bot", CLEO), ("spam", ADA)], ids=["by another", "another"])
def test_whom_others_call_a_bot_is_none_for_that(kind: str, label: str, by: str, tmp_path: Path) -> None:
    path = lines(tmp_path, answer(kind, labelled(ADA, label, by)))

    assert not ignored(path)
    assert f"bluesky:{ADA}" in {deed.actor for deed in told(path).values()}


REPOST = "app.bsky.feed.repost/3kftlbujmfk2d"
LIKED = {"app.bsky.feed.like/3kftlbujmfk25": RECORDS["app.bsky.feed.like/3kftlbujmfk25"]}


def test_a_repository_whose_profile_says_bot_is_left_out(tmp_path: Path) -> None:
    labels = {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "bot"}]}
    profile = {"$type": "app.bsky.actor.profile", "displayName": "Ada", "labels": labels}
    path = tmp_path / "repo.car"
    path.write_bytes(car(*repository(RECORDS | {"app.bsky.actor.profile/self": profile})))

    assert not told(path)
    assert ignored(path) == {"bot": len(RECORDS)}


BOT_PROFILE = {"labels": {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "bot"}]}}


@pytest.mark.parametrize(
    ("profiles", "reasons"),
    [
        ([BOT_PROFILE], {"bot": 2}),
        ([{"displayName": "Ada"}, BOT_PROFILE], {"bot": 3}),
        ([BOT_PROFILE, {"displayName": "Ada"}], {"not_activity": 2}),
        ([{"labels": {"values": [{"val": "spam"}]}}], {"not_activity": 1}),
        ([BOT_PROFILE, None], {"deleted": 2}),
    ],
    ids=["bot", "now", "no more", "another", "deleted"],
)
def test_events_tell_who_calls_itself_a_bot(
    profiles: list[dict[str, object] | None], reasons: dict[str, int], tmp_path: Path
) -> None:
    told_of = [
        {"operation": "update", "record": record} if record is not None else {"operation": "delete"}
        for record in profiles
    ]
    commits = [{"collection": "app.bsky.actor.profile", "rkey": "self"} | each for each in told_of]
    events = [{"did": "did:plc:ada", "time_us": 1, "kind": "commit", "commit": commit} for commit in commits]
    path = jetstream(tmp_path)
    path.write_text(path.read_text() + "".join(json.dumps(each) + "\n" for each in events))

    assert ignored(path) == reasons
    assert (len(told(path)) == 1) == ("bot" in reasons)


@pytest.mark.parametrize("is_listed", [True, False], ids=["list", "record"])
def test_a_profile_among_records_tells_who_calls_itself_a_bot(is_listed: bool, tmp_path: Path) -> None:
    value = {"$type": "app.bsky.actor.profile"} | BOT_PROFILE
    profile = {"uri": of("app.bsky.actor.profile/self"), "value": value}
    post = {"text": "hm", "createdAt": TIME}
    posts = [{"uri": uri, "value": post} for uri in (of(f"{POST}/3kftlbujmfk25"), BENS)]
    for name, records in (("posts", posts), ("profile", [profile])):
        answer = {"records": records} if is_listed or name == "posts" else profile
        (tmp_path / f"{name}.json").write_text(json.dumps(answer))

    assert list(told(tmp_path)) == [BENS]
    assert ignored(tmp_path)["bot"] == 2


def test_an_event_of_the_firehose_tells_who_calls_itself_a_bot(tmp_path: Path) -> None:
    values = {
        key: cbor(value) for key, value in {"app.bsky.actor.profile/self": BOT_PROFILE, **LIKED}.items()
    }
    links = {key: {"$link": libipld.encode_cid(cid_of(value))} for key, value in values.items()}
    ops = [{"action": "create", "path": key, "cid": link} for key, link in links.items()]
    blocks = car(cid_of(b""), {cid_of(value): value for value in values.values()})
    path = lines(tmp_path, event(ops[1], blocks=blocks), event(ops[0], blocks=blocks))

    assert ignored(path) == {"bot": 2}


@pytest.mark.parametrize("name", ["capture.json", "records.json"])
def test_the_records_of_one_account_show_its_deeds_alone(folder: Path, name: str) -> None:
    deeds = told(folder / name)

    assert {deed.origin.coverage for deed in deeds.values()} == {Coverage.SINGLE}
    assert {deed.actor for deed in deeds.values()} == {f"bluesky:{ADA}"}


def jetstream(folder: Path, *states: dict[str, object]) -> Path:
    """A post of two accounts each, and then what became of the first one."""
    record = {"$type": POST, "text": "peas", "createdAt": "2024-09-09T19:46:02.102Z"}
    commit = {"operation": "create", "collection": POST, "rkey": "3l3qo2vuowo2e", "record": record}
    events = [{"did": did, "kind": "commit", "commit": commit} for did in ("did:plc:ada", "did:plc:ben")]
    path = folder / "jetstream.jsonl"
    told_of = [{"did": "did:plc:ada", "kind": "account", "account": state} for state in states]
    path.write_text("".join(json.dumps(event) + "\n" for event in (*events, *told_of)))
    return path


def state(status: str | None) -> dict[str, object]:
    return {"did": "did:plc:ada", "active": status is None} | ({"status": status} if status else {})


@pytest.mark.parametrize(
    ("status", "reason"),
    [("deleted", "deleted"), ("deactivated", "private"), ("suspended", "private"), ("takendown", "private")],
)
def test_of_an_account_that_is_gone_or_away_nothing_is_read(status: str, reason: str, tmp_path: Path) -> None:
    path = jetstream(tmp_path, state(status))

    assert [post.actor for post in told(path).values()] == ["bluesky:did:plc:ben"]
    assert ignored(path) == {reason: 1, "not_activity": 1}


@pytest.mark.parametrize("states", [["deactivated", None], ["throttled"], ["desynchronized"]], ids=str)
def test_an_account_that_is_back_or_that_a_server_is_slow_with_is_read(
    states: list[str | None], tmp_path: Path
) -> None:
    assert len(told(jetstream(tmp_path, *map(state, states)))) == 2


def test_an_event_of_the_firehose_tells_what_became_of_an_account(tmp_path: Path) -> None:
    path = jetstream(tmp_path)
    with path.open("a") as file:
        file.write(json.dumps(state("deleted") | {"seq": 7, "time": "2024-09-09T19:47:42Z"}) + "\n")

    assert [post.actor for post in told(path).values()] == ["bluesky:did:plc:ben"]


def test_what_one_file_says_is_gone_is_read_from_no_other(repo: Path, tmp_path: Path) -> None:
    key = "app.bsky.feed.like/3kftlbujmfk25"
    collection, _, own = key.partition("/")
    deletion = {"operation": "delete", "collection": collection, "rkey": own}
    jetstream(tmp_path).rename(tmp_path / "a.jsonl")
    before = set(told(tmp_path))

    lines(tmp_path, {"did": ADA, "kind": "commit", "commit": deletion})
    assert set(told(tmp_path)) == before - {known_by(of(key), RECORDS[key])}

    lines(tmp_path, {"did": ADA, "kind": "account", "account": state("deleted")})
    assert {deed.actor for deed in told(tmp_path).values()} == {f"bluesky:{BEN}"}
    assert ignored(tmp_path)["deleted"] >= len(told(repo))


def test_what_an_event_deletes_is_not_read(folder: Path) -> None:
    deeds = told(folder / "jetstream.jsonl")

    assert [(deed.kind, deed.actor) for deed in deeds.values()] == [(Kind.LIKE, f"bluesky:{BEN}")]
    assert ignored(folder / "jetstream.jsonl") == {"deleted": 2, "not_activity": 1}


def test_events_of_jetstream_in_its_words_of_2024_say_the_same(tmp_path: Path) -> None:
    record = {"$type": POST, "text": "peas", "createdAt": "2024-09-09T19:46:02.102Z"}
    made = {"rev": "3l", "type": "c", "collection": POST, "rkey": "3l3qo2vuowo2e", "record": record}
    gone = {"rev": "3m", "type": "d", "collection": POST, "rkey": "3l3qo2vuowo2e"}
    away = {"did": CLEO, "active": False, "status": "deleted"}
    events = [
        *({"did": did, "time_us": 1, "type": "com", "commit": made} for did in (ADA, BEN, CLEO)),
        {"did": ADA, "time_us": 2, "type": "com", "commit": gone},
        {"did": CLEO, "time_us": 3, "type": "acc", "account": away},
    ]
    path = lines(tmp_path, *events)
    budget = Budget(Limits(), str(path))

    assert [post.actor for post in told(path).values()] == [f"bluesky:{BEN}"]
    assert ignored(path) == {"deleted": 3, "not_activity": 1}
    assert len(read(path, budget=budget)) == 5
    assert not budget.unknown


def test_events_that_the_client_of_jetstream_writes_are_recognised(tmp_path: Path) -> None:
    record = {"$type": POST, "text": "peas", "createdAt": TIME}
    made = {"operation": "create", "collection": POST, "rkey": "3kftlbujmfk26", "rev": "3l", "cid": "b"}
    made |= {"record": record, "record_cbor": "oQ=="}
    state = {"did": ADA, "rev": "3l", "seq": 1, "time": TIME}
    path = lines(
        tmp_path,
        {"did": ADA, "cursor": 100, "time_us": 1, "kind": "commit", "commit": made},
        {"did": ADA, "cursor": 101, "time_us": 2, "kind": "sync", "sync": state},
    )
    budget = Budget(Limits(), str(path))

    assert probe(path).sure == 90
    assert len(told(path)) == 1
    assert ignored(path) == {"not_activity": 1}
    assert len(read(path, budget=budget)) == 2
    assert not budget.unknown


@pytest.mark.parametrize("is_packed", [True, False], ids=["messages", "payloads"])
def test_events_of_jetstream_in_its_words_of_2026_say_the_same(is_packed: bool, tmp_path: Path) -> None:
    record = {"$type": POST, "text": "peas", "createdAt": TIME}
    kind = "network.bsky.jetstream.subscribeEvents#"
    beside = {"seq": 1, "time": TIME}
    at = {"$type": f"{kind}commit", "collection": POST, "rkey": "3kftlbujmfk26", "rev": "3l", **beside}
    away = {"did": CLEO, "active": False, "status": "deleted", **beside}
    events = [
        *({"did": did, "operation": "create", "record": record, **at} for did in (ADA, BEN, CLEO)),
        {"did": ADA, "operation": "delete", **at},
        {"$type": f"{kind}account", "did": CLEO, "account": away, **beside},
    ]
    sent = [{"$type": "message", "payload": event} for event in events] if is_packed else events
    path = lines(tmp_path, *sent)
    budget = Budget(Limits(), str(path))

    assert probe(path).sure == 90
    assert [post.actor for post in told(path).values()] == [f"bluesky:{BEN}"]
    assert ignored(path) == {"deleted": 3, "not_activity": 1}
    assert len(read(path, budget=budget)) == 5
    assert not budget.unknown


def event(*ops: dict[str, object], blocks: bytes = b"") -> dict[str, object]:
    text = base64.b64encode(blocks).decode().rstrip("=")
    return {"blocks": {"$bytes": text}, "ops": list(ops), "repo": ADA, "seq": 1, "time": TIME}


def test_an_event_of_the_firehose_holds_the_records_it_creates(tmp_path: Path) -> None:
    value = cbor(RECORDS["app.bsky.feed.like/3kftlbujmfk25"])
    link = {"$link": libipld.encode_cid(cid_of(value))}
    ops = (
        {"action": "create", "path": "app.bsky.feed.like/3kftlbujmfk25", "cid": link},
        {"action": "create", "path": "app.bsky.feed.like/3kftlbujmfk2z", "cid": {"$link": "b!"}},
        {"action": "create", "path": "?", "cid": link},
        {"action": "delete", "path": "app.bsky.feed.like/3kftlbujmfk22", "cid": None},
    )
    path = lines(tmp_path, event(*ops, blocks=car(cid_of(b""), {cid_of(value): value})))

    assert probe(path).sure == 85
    assert [deed.kind for deed in told(path).values()] == [Kind.LIKE]
    assert ignored(path) == {"deleted": 1}
    assert len(reasons(path)) == 2


@pytest.mark.parametrize("is_reversed", [False, True], ids=["sorted", "reversed"])
def test_events_are_known_in_whatever_order_their_fields_stand(tmp_path: Path, is_reversed: bool) -> None:
    commit = {"blocks": {"$bytes": "OqJl"}, "commit": {"$link": "bafyrei"}, "ops": [], "blobs": [], "seq": 1}
    post = {"operation": "create", "collection": POST, "rkey": "3l3qo2vuowo2e", "record": {"text": "peas"}}
    seen = {"did": ADA, "time_us": 1725911162329308, "kind": "commit", "commit": post}
    found = []
    for each in (commit, seen):
        path = lines(tmp_path, dict(sorted(each.items(), reverse=is_reversed)))
        found.append(probe(path).sure)

    assert found == [85, 90]


def test_an_event_whose_blocks_are_damaged_loses_its_records(tmp_path: Path) -> None:
    op = {"action": "create", "path": "app.bsky.feed.like/3kftlbujmfk25", "cid": {"$link": "bafyrei"}}

    assert len(reasons(lines(tmp_path, event(op, blocks=b"\xff"), event(op)))) == 2


def test_senseless_values_are_set_aside(tmp_path: Path) -> None:
    path = lines(
        tmp_path,
        7,
        {"posts": [{"uri": "x"}]},
        {"uri": "x", "value": {}},
        {"uri": f"at://{ADA}/app.bsky.feed.like/1", "value": {"createdAt": TIME}},
        {"uri": f"at://{ADA}/{POST}/1", "value": 5},
        {"uri": f"at://{ADA}/{POST}/1", "value": {"createdAt": TIME, "langs": ["x" * 9], "text": "t" * 5}},
        {"did": ADA, "commit": {"operation": "create"}},
    )

    assert len(reasons(path)) == 6


def test_a_zip_of_repositories_and_feeds_is_read_whole(repo: Path, folder: Path, tmp_path: Path) -> None:
    both = shutil.copytree(folder, tmp_path / "both")
    shutil.copy(repo, both)
    packed = Path(shutil.make_archive(str(tmp_path / "sky"), "zip", both))

    assert probe(packed).sure == 80
    deleted = f"at://{ADA}/{POST}/3kftlbujmfk26"  # as the events say, one of which created it
    assert set(told(packed)) == {deed for file in both.iterdir() for deed in told(file)} - {deleted}


def test_a_file_that_cannot_be_read_is_nothing_we_know(tmp_path: Path) -> None:
    path = tmp_path / "a" / "repo.car"
    path.parent.mkdir()
    path.write_bytes(car(*repository()))
    with open_tree(str(path.parent), Budget(Limits(), "a")) as tree:
        path.unlink()

        assert bluesky.probe(tree).sure == 0


def test_an_archive_without_records_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b")

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match=r"no \.car or \.json"):
        read(tmp_path)


@given(st.data())
def test_no_damage_raises_anything_but_our_own(tmp_path_factory, fixtures: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["repo.car", "feed.json", "thread.json", "jetstream.jsonl"]))
    file = fixtures / "bluesky" / name
    whole = bytearray(file.read_bytes() if file.exists() else car(*repository()))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole)))])

    try:
        probe(path)
        read(path)
    except KibbutzError:
        pass


@pytest.mark.parametrize("name", ["testing_testdata_greenground", "testing_testdata_paul_staging"])
def test_a_real_repository_is_read_whole(shared: Path, name: str) -> None:
    path = shared / "exports" / "bluesky" / f"{name}.repo.car"
    header, blocks = libipld.decode_car(path.read_bytes())

    def records(cid: bytes | None) -> dict[str, bytes]:
        """Walk the tree again, by the library's own reading of the file."""
        if cid is None:
            return {}
        found, before = records(blocks[cid]["l"]), b""
        for entry in blocks[cid]["e"]:
            before = before[: entry["p"]] + entry["k"]
            found |= {before.decode(): entry["v"]} | records(entry["t"])
        return found

    commit = blocks[header["roots"][0]]
    expected = {
        known_by(f"at://{commit['did']}/{key}", blocks[cid])
        for key, cid in records(commit["data"]).items()
        if ".actor.profile" not in key
    }

    assert {deed.activity_id for deed in told(path).values() if not deed.derived} == expected
    assert not reasons(path)


def test_the_real_repository_of_the_first_days_names_people_in_entities(shared: Path) -> None:
    path = shared / "exports" / "bluesky" / "testing_testdata_paul_staging.repo.car"

    mentions = [deed for deed in told(path).values() if deed.kind is Kind.MENTION]

    assert len(mentions) == 4


def test_the_real_capture_is_read_whole(shared: Path) -> None:
    path = shared / "exports" / "bluesky" / "automod_capture_testdata_capture_atprotocom.json"
    records = json.loads(path.read_text())["postRecords"]
    replies = sum("reply" in record["value"] for record in records)

    deeds = [deed for deed in told(path).values() if not deed.derived]

    assert {deed.activity_id for deed in deeds} == {record["uri"] for record in records}
    assert sum(deed.kind is Kind.REPLY for deed in deeds) == replies


def test_the_real_events_are_read_whole(shared: Path) -> None:
    for path in sorted((shared / "exports" / "bluesky").glob("*firehose*.json")):
        value = json.loads(path.read_text())
        _, blocks = libipld.decode_car(base64.b64decode(value["blocks"]["$bytes"] + "=="))
        expected = {
            known_by(
                f"at://{value['repo']}/{op['path']}", blocks[libipld.decode_multibase(op["cid"]["$link"])[1]]
            )
            for op in value["ops"]
        }

        assert set(told(path)) == expected


def test_a_repository_declares_its_account_and_the_pages_of_its_profile(tmp_path: Path) -> None:
    said = {"$type": "app.bsky.actor.profile", "description": "Seeds. See https://shore.example/@ada"}
    path = tmp_path / "repo.car"
    path.write_bytes(car(*repository(RECORDS | {"app.bsky.actor.profile/self": said})))
    budget = Budget(Limits(), str(path))

    with open_tree(str(path), budget) as tree:
        (account,) = bluesky.identities(tree, budget)

    assert account.actor == f"bluesky:{ADA}"
    assert (account.pages, account.links) == ((f"bsky.app/profile/{ADA}",), ("shore.example/@ada",))

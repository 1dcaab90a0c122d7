"""Dumps of Reddit: who wrote what below what, and what is gone."""

import gzip
import json
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mangling import mangled
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Clock, Ignored, Kind, Rejection
from kibbutz_cli.readers.forums import reddit

POST = {
    "id": "s",
    "author": "ada",
    "subreddit": "garden",
    "title": "Why?",
    "selftext": "",
    "created_utc": 1704103200,
}
COMMENT = {
    "id": "c",
    "author": "ada",
    "subreddit": "garden",
    "body": "So.",
    "link_id": "t3_s",
    "created_utc": 1704103200,
}


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "reddit"


trial = Trial(reddit)
read, told, probe = trial.read, trial.told, trial.probe


def dump(folder: Path, *values: object) -> Path:
    path = folder / "RC_2024-01.ndjson"
    path.write_text("".join(json.dumps(value) + "\n" for value in values))
    return path


def test_a_submission_opens_a_thread(garden: Path) -> None:
    post = told(garden)["t3_s1"]

    assert (post.kind, post.actor, post.community, post.thread_id) == (
        Kind.POST,
        "reddit:ada",
        "garden",
        "t3_s1",
    )
    assert (post.like_count, post.reply_count, post.object_id) == (11, 4, None)
    assert post.published is not None
    assert post.published.isoformat() == "2024-01-01T10:00:00+00:00"


def test_quotes_and_escapes_are_not_counted_as_words(garden: Path) -> None:
    own = "When to sow & when to wait?\n\nIt was a mild winter here, and the beds are ready for peas."

    assert told(garden)["t3_s1"].text_len == len(own)


def test_a_comment_answers_its_parent(garden: Path) -> None:
    deeds = told(garden)

    assert [(deeds[key].kind, deeds[key].object_id, deeds[key].thread_id) for key in ("t1_c1", "t1_c2")] == [
        (Kind.REPLY, "t3_s1", "t3_s1"),
        (Kind.REPLY, "t1_c1", "t3_s1"),
    ]


def test_the_parent_of_the_oldest_comments_is_their_link(garden: Path) -> None:
    assert told(garden)["t1_c6"].object_id == "t3_s1"


@pytest.mark.parametrize(
    ("own", "parent", "expected"),
    [
        ("jc11zz", 1166710910, "t1_jamnwe"),
        ("t1_jc11zz", 35, "t1_z"),
        ("jc11zz", None, "t3_s"),
        ("jc11zz", 0, "t3_s"),
        ("jc11zz", -7, "t3_s"),
        ("jc11zz", True, "t3_s"),
        ("c", 1166710910, "t3_s"),
        ("?", 7, "t3_s"),
    ],
    ids=["comment", "named", "submission", "none", "negative", "yes", "later", "no number"],
)
def test_the_parent_may_be_the_number_of_an_earlier_comment(
    own: str, parent: object, expected: str, tmp_path: Path
) -> None:
    """Pushshift's API gave numbers, and nothing for the submission; the names have them in base 36."""
    (reply,) = told(dump(tmp_path, COMMENT | {"id": own, "parent_id": parent})).values()

    assert (reply.object_id, reply.thread_id) == (expected, "t3_s")


def test_a_score_below_nothing_is_no_likes(garden: Path) -> None:
    assert [told(garden)[key].like_count for key in ("t1_c1", "t1_c2", "t1_c6")] == [4, 0, 1]


def test_a_crosspost_is_a_reshare_of_what_it_shows(garden: Path) -> None:
    shared = told(garden)["t3_s2"]

    assert (shared.kind, shared.object_id, shared.target) == (Kind.RESHARE, "t3_s1", "reddit:ada")


def test_a_name_in_a_text_is_a_mention(garden: Path) -> None:
    mention = told(garden)["t1_c1#mention-1"]

    assert (mention.kind, mention.actor, mention.target) == (Kind.MENTION, "reddit:ben", "reddit:cleo")


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (r"ask u/the\_hill\_gardener, please", ["reddit:the_hill_gardener"]),
        (r"/u/\_ben\_ and u/cleo_b", ["reddit:_ben_", "reddit:cleo_b"]),
        (r"u/a\_name\_of\_22\_characters", []),
    ],
)
def test_an_underscore_in_a_name_may_be_escaped(body: str, named: list[str], tmp_path: Path) -> None:
    deeds = told(dump(tmp_path, COMMENT | {"body": body})).values()

    assert [deed.target for deed in deeds if deed.kind is Kind.MENTION] == named


def test_a_person_is_the_same_in_whatever_case_the_name_is_written(tmp_path: Path) -> None:
    shown = {"crosspost_parent": "t3_q", "crosspost_parent_list": [{"author": "ADA_hill"}]}
    post = POST | {"author": "Ada_Hill"}
    path = dump(
        tmp_path, post, COMMENT | {"author": "ben", "body": "So u/ada_hill."}, post | {"id": "r"} | shown
    )

    own, reply, mention, reshare = told(path).values()

    assert {own.actor, mention.target, reshare.actor, reshare.target} == {"reddit:ada_hill"}
    assert (own.actor_name, mention.target_name, reply.actor) == ("Ada_Hill", "ada_hill", "reddit:ben")


def test_what_moderators_removed_stays_and_counts_no_words(garden: Path) -> None:
    deeds = told(garden)

    assert [deeds[key].visibility for key in ("t3_s3", "t1_c5", "t1_c1")] == ["removed", "removed", "public"]
    assert [deeds[key].text_len for key in ("t3_s3", "t1_c5")] == [len("Buy seeds here"), 0]


@pytest.mark.parametrize(
    ("kind", "field", "words", "kept"),
    [
        (COMMENT, "body", "[removed]", 0),
        (COMMENT, "body", "[ Removed by Reddit ]", 0),
        (POST, "title", "[ Removed by moderator ]", 0),
        (POST, "selftext", "[ Removed by Reddit on account of violating the [rules](/r/x). ]", len("Seeds")),
    ],
)
def test_what_is_shown_in_place_of_removed_words_counts_none(
    kind: dict[str, object], field: str, words: str, kept: int, tmp_path: Path
) -> None:
    told_again = {"title": "Seeds", "selftext": ""} if kind is POST else {}

    (deed,) = told(dump(tmp_path, kind | told_again | {field: words})).values()

    assert (deed.visibility, deed.text_len) == ("removed", kept)


def test_what_is_deleted_private_or_nobodys_is_left_out(garden: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    assert ignored == {"deleted": 1, "private": 1, "no_author": 1}


@pytest.mark.parametrize("author", ["[deleted]", "[removed]", "[unavailable]"])
def test_what_stands_for_an_author_who_is_not_told_is_nobody(author: str, tmp_path: Path) -> None:
    shown = {"crosspost_parent": "t3_q", "crosspost_parent_list": [{"author": author}]}
    path = dump(tmp_path, POST | {"author": author}, COMMENT | {"author": author}, POST | shown)

    assert [deed.target for deed in told(path).values()] == [None]
    assert trial.ignored(path) == {"no_author": 2}


@pytest.mark.parametrize(
    ("kind", "removal", "visibility"),
    [
        (POST, "deleted", None),
        (POST, "author", None),
        (POST, "moderator", "removed"),
        (POST, "automod_filtered", "removed"),
        (COMMENT, "deleted", None),
        (COMMENT, "removed", "removed"),
        (COMMENT, "removed by reddit", "removed"),
    ],
)
def test_what_was_gone_at_a_second_look_is_gone_though_its_words_are_there(
    kind: dict[str, object], removal: str, visibility: str | None, tmp_path: Path
) -> None:
    seen_again = {"removal_type": removal, "retrieved_2nd_on": 1704232800, "was_deleted_later": True}
    path = dump(tmp_path, kind | {"_meta": seen_again})

    assert [deed.visibility for deed in told(path).values()] == [visibility] * (visibility is not None)
    assert trial.ignored(path) == ({} if visibility else {"deleted": 1})


@pytest.mark.parametrize("removal", ["automod_filtered", "deleted"])
def test_what_was_back_at_a_second_look_is_public(removal: str, tmp_path: Path) -> None:
    back = {"removal_type": removal, "retrieved_2nd_on": 1704232800, "was_initially_deleted": True}
    path = dump(tmp_path, POST | {"removed_by_category": removal, "_meta": back})

    assert [deed.visibility for deed in told(path).values()] == ["public"]


@pytest.mark.parametrize(
    ("seen", "visibility"),
    [
        ({"removed": True, "spam": False, "banned_by": "cleo"}, "removed"),
        ({"removed": False, "spam": True, "banned_by": True}, "removed"),
        ({"banned_by": "cleo", "removed_by_category": "moderator"}, "removed"),
        (
            {"removed": False, "spam": False, "banned_by": None, "approved": True, "approved_by": "cleo"},
            "public",
        ),
    ],
    ids=["removed", "filtered", "older", "approved"],
)
@pytest.mark.parametrize("kind", [POST, COMMENT], ids=["submission", "comment"])
def test_what_a_moderator_sees_is_marked_as_removed_though_its_words_are_there(
    kind: dict[str, object], seen: dict[str, object], visibility: str, tmp_path: Path
) -> None:
    (deed,) = told(dump(tmp_path, kind | seen)).values()

    assert (deed.visibility, bool(deed.text_len)) == (visibility, True)


def test_whose_words_are_shown_as_a_moderators_is_one(garden: Path) -> None:
    deeds = told(garden)

    assert (deeds["t1_c4"].role, deeds["t1_c1"].role) == ("moderator", None)


def test_a_frame_with_a_window_of_two_gib_is_read(tmp_path: Path) -> None:
    line = json.dumps(COMMENT).encode() + b"\n"
    head = b"\x28\xb5\x2f\xfd" + b"\x00" + bytes([21 << 3]) + (len(line) << 3 | 1).to_bytes(3, "little")
    (tmp_path / "RC_2024-01.zst").write_bytes(head + line)

    assert list(told(tmp_path / "RC_2024-01.zst")) == ["t1_c"]
    assert probe(tmp_path / "RC_2024-01.zst").sure == 95


def test_a_folder_of_other_things_is_not_ours(garden: Path, tmp_path: Path) -> None:
    dump(tmp_path, COMMENT)
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text("{}")

    assert [probe(path).sure for path in (garden, tmp_path, tmp_path / "a.json")] == [95, 0, 0]


def test_a_folder_without_a_dump_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")

    with pytest.raises(InputError, match="no comments or submissions"):
        read(tmp_path)


def test_a_dump_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = dump(tmp_path, COMMENT, POST)
    path.write_bytes(path.read_bytes()[:-20])

    with pytest.raises(InputError, match="ndjson:2: truncated"):
        read(path)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (7, "no_id"),
        (COMMENT | {"id": None}, "no_id"),
        (COMMENT | {"created_utc": "soon"}, "bad_time"),
        (COMMENT | {"created_utc": 1e300}, "bad_time"),
        (COMMENT | {"created_utc": [1]}, "bad_time"),
        (COMMENT | {"author": "a" * 5000}, "malformed"),
        (POST | {"num_comments": 2**62 + 1}, "malformed"),
    ],
    ids=["number", "no id", "words", "far future", "list", "long name", "count"],
)
def test_a_senseless_line_is_set_aside(value: object, code: str, tmp_path: Path) -> None:
    outcomes = read(dump(tmp_path, COMMENT, value))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_a_line_without_a_time_says_so(tmp_path: Path) -> None:
    (deed,) = told(dump(tmp_path, COMMENT | {"created_utc": None})).values()

    assert (deed.ts_us, deed.clock) == (None, Clock.MISSING)


def test_a_damaged_file_is_nobodys(tmp_path: Path) -> None:
    path = tmp_path / "RC_1.json.gz"
    path.write_bytes(gzip.compress(b"x" * 1000)[:20])

    assert probe(path).sure == 0
    with pytest.raises(InputError):
        read(path)


@given(data=st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_our_own_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "RC_0.json"
    path.write_bytes(json.dumps(COMMENT).encode() + b"\n" + data)

    with suppress(KibbutzError):
        read(path)


@pytest.mark.parametrize("name", ["RS_2024-01.ndjson", "RC_2024-01.ndjson"])
def test_a_value_of_any_kind_in_any_place_is_read_or_set_aside(
    garden: Path, tmp_path: Path, name: str
) -> None:
    values = [json.loads(line) for line in (garden / name).read_text().splitlines()]
    records = [record for value in values for record in mangled(value)]

    outcomes = read(dump(tmp_path, COMMENT, *records))

    assert len([outcome for outcome in outcomes if not getattr(outcome, "derived", False)]) == 1 + len(
        records
    )


@pytest.mark.parametrize("name", ["test_comments.json", "test_submissions.json"])
def test_the_real_dumps_are_read_whole(shared: Path, name: str) -> None:
    path = shared / "exports" / "reddit-pushshift" / name
    values = [json.loads(line) for line in path.read_text().splitlines()]

    deeds = [deed for deed in told(path).values() if not deed.derived]

    deleted = [value for value in values if value.get("_meta", {}).get("removal_type") == "deleted"]
    named = [value for value in values if value["author"] != "[deleted]" and value not in deleted]
    assert probe(path).sure == 95
    assert [deed.actor_name for deed in deeds] == [value["author"] for value in named]
    assert [deed.activity_id[3:] for deed in deeds] == [value["id"] for value in named]
    assert [deed.ts_us for deed in deeds] == [int(float(value["created_utc"])) * 10**6 for value in named]
    shown = sum(bool(value.get("crosspost_parent")) for value in named)
    assert sum(deed.kind is Kind.RESHARE for deed in deeds) == shown
    assert not [outcome for outcome in read(path) if isinstance(outcome, Rejection)]


def listing(*things: object) -> dict[str, object]:
    return {"kind": "Listing", "data": {"after": None, "children": list(things)}}


@pytest.mark.parametrize("indent", [None, 2], ids=["a line", "lines"])
def test_the_page_of_a_thread_is_read_with_all_replies(indent: int | None, tmp_path: Path) -> None:
    more = {"kind": "more", "data": {"count": 3, "id": "m", "children": ["x", "y", "z"]}}
    reply = COMMENT | {"id": "d", "author": "ben", "parent_id": "t1_c", "replies": ""}
    comment = COMMENT | {"parent_id": "t3_s", "replies": listing({"kind": "t1", "data": reply}, more)}
    path = tmp_path / "thread.json"
    page = [listing({"kind": "t3", "data": POST}), listing({"kind": "t1", "data": comment})]
    path.write_text(json.dumps(page, indent=indent))

    assert [(own, deed.object_id) for own, deed in told(path).items()] == [
        ("t3_s", None),
        ("t1_c", "t3_s"),
        ("t1_d", "t1_c"),
    ]
    assert len(read(path)) == 3
    assert probe(path).sure == 95


@pytest.mark.parametrize("indent", [None, 2], ids=["a line", "lines"])
def test_one_listing_and_a_page_of_pushshift_are_read(indent: int | None, tmp_path: Path) -> None:
    for name, page in (("new.json", listing({"kind": "t3", "data": POST})), ("c.json", {"data": [COMMENT]})):
        (tmp_path / name).write_text(json.dumps(page, indent=indent))

    assert list(told(tmp_path)) == ["t1_c", "t3_s"]
    assert probe(tmp_path).sure == 95

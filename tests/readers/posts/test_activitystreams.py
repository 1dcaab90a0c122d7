import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Coverage, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import tables
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.posts import activitystreams, mastodon
from kibbutz_cli.readers.posts.asdeeds import DEEDS
from kibbutz_cli.readers.posts.asvalid import fault
from kibbutz_cli.testing.reading import probed

CONTEXT = "https://www.w3.org/ns/activitystreams"
ADA, BEN = "https://shore.example/ada", "https://hill.example/ben"
NOTE = "https://hill.example/notes/1"
TIME = "2024-03-01T10:00:00Z"
PERSON = {"type": "Person", "id": ADA, "inbox": f"{ADA}/inbox", "followers": f"{ADA}/followers"}
PEOPLE = {"@context": CONTEXT, "type": "OrderedCollection", "orderedItems": [PERSON]}


@pytest.fixture
def page(fixtures: Path) -> Path:
    return fixtures / "activitystreams" / "outbox-page.json"


trial = Trial(activitystreams)
read, told, probe, ignored = trial.read, trial.told, trial.probe, trial.ignored


def saved(folder: Path, value: object, name: str = "doc.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(value, indent=1))
    return path


def activity(kind: str, **fields: object) -> dict[str, object]:
    return {"@context": CONTEXT, "type": kind, "actor": ADA, "object": NOTE, "published": TIME} | fields


def test_a_page_of_an_outbox_is_recognised(page: Path) -> None:
    assert probe(page).sure == 85


def test_fields_with_a_prefix_or_in_the_context_are_extensions_and_others_are_told(tmp_path: Path) -> None:
    context = [CONTEXT, {"mood": "https://shore.example/ns#mood"}]
    note = {"id": NOTE, "type": "Note", "mood": "fine", "oa:hasBody": "x", "weather": "rain"}
    path = saved(tmp_path, activity("Create", **{"@context": context, "object": note, "smell": "peas"}))
    budget = Budget(Limits(), str(path))

    assert len(read(path, budget=budget)) == 1
    assert budget.unknown == {"object.weather": 1, "smell": 1}


def test_an_update_is_an_edit_and_that_of_a_profile_is_none(page: Path) -> None:
    deeds = told(page)

    assert (deeds["https://shore.example/a/7"].kind, deeds["https://shore.example/a/7"].object_id) == (
        Kind.EDIT,
        "https://shore.example/notes/1",
    )
    assert "https://shore.example/a/6" not in deeds


def test_what_is_undone_or_deleted_is_not_read(page: Path) -> None:
    deeds = told(page)

    assert not {"https://shore.example/a/4", "https://shore.example/notes/5"} & set(deeds)
    assert ignored(page) == {"not_activity": 3, "deleted": 3, "private": 2}


GROUP, MOD = "https://vale.example/c/garden", "https://lake.example/u/mod"
DELETE = {"type": "Delete", "id": "d", "actor": MOD, "object": NOTE, "summary": "spam"}
OWN_DELETE = {"type": "Delete", "id": "d", "actor": BEN, "object": NOTE}
PAGE = {"type": "Page", "id": NOTE, "attributedTo": BEN, "name": "Peas", "published": TIME}
CREATE = {"type": "Create", "id": "c", "actor": BEN, "object": PAGE}


def passed_on(deed: dict[str, object], group: str = GROUP) -> dict[str, object]:
    return activity("Announce", id=f"a-{deed['id']}", actor=group, object=deed)


def collection(folder: Path, *deeds: object) -> Path:
    return saved(folder, {"@context": CONTEXT, "type": "OrderedCollection", "orderedItems": deeds})


@pytest.mark.parametrize("thing", [NOTE, {"type": "Tombstone", "id": NOTE}], ids=["address", "tombstone"])
@pytest.mark.parametrize("order", [1, -1], ids=["oldest first", "newest first"])
def test_a_post_that_a_moderator_of_its_group_removes_is_left_out_and_the_removal_is_towards_its_author(
    order: int, thing: object, tmp_path: Path
) -> None:
    deeds = [CREATE, passed_on(CREATE), passed_on(DELETE | {"object": thing})]
    path = collection(tmp_path, *deeds[::order])

    (removal,) = told(path).values()

    assert (removal.kind, removal.actor) == (Kind.REMOVE, f"mastodon:{MOD}")
    assert (removal.object_id, removal.target) == (NOTE, f"mastodon:{BEN}")
    assert ignored(path) == {"deleted": 2}


def test_a_moderator_of_the_authors_server_may_remove_a_post(tmp_path: Path) -> None:
    note = {"type": "Note", "id": NOTE, "attributedTo": BEN, "content": "peas"}
    path = collection(tmp_path, note, DELETE | {"actor": "https://hill.example/mod"})

    assert [(deed.kind, deed.target) for deed in told(path).values()] == [(Kind.REMOVE, f"mastodon:{BEN}")]
    assert ignored(path) == {"deleted": 1}


@pytest.mark.parametrize(
    "delete",
    [DELETE, passed_on(DELETE, "https://lake.example/c/dyes"), DELETE | {"actor": "mod"}],
    ids=["alone", "by another group", "of no server"],
)
def test_a_post_that_somebody_elsewhere_deletes_is_read(delete: dict[str, object], tmp_path: Path) -> None:
    path = collection(tmp_path, passed_on(CREATE), delete)

    assert [(deed.kind, deed.actor) for deed in told(path).values()] == [(Kind.POST, f"mastodon:{BEN}")]
    assert ignored(path) == {"deleted": 1}


STATUS = "https://hill.example/users/ben/statuses/1"


@pytest.mark.parametrize(
    ("deeds", "removes"),
    [
        ([DELETE], False),
        ([CREATE | {"object": {"type": "Note", "id": STATUS, "attributedTo": BEN}}, DELETE], False),
        ([DELETE | {"actor": "https://hill.example/mod"}], True),
        ([DELETE | {"actor": "https://hill.example/mod", "type": "as:Delete"}], True),
        ([passed_on(DELETE)], True),
        ([DELETE | {"object": {"type": "Note", "id": STATUS, "attributedTo": BEN}}], False),
    ],
    ids=[
        "alone",
        "of a post that is told",
        "by a moderator",
        "with a prefix",
        "by a group",
        "that names the author",
    ],
)
def test_who_may_not_remove_a_post_removes_nothing_though_its_address_tells_the_author(
    deeds: list[dict[str, object]], removes: bool, tmp_path: Path
) -> None:
    address = json.loads(json.dumps(deeds).replace(f'"{NOTE}"', f'"{STATUS}"'))

    kinds = [deed.kind for deed in told(collection(tmp_path, *address)).values()]

    assert (Kind.REMOVE in kinds) == removes


def test_who_claims_a_post_of_somebody_else_gives_nobody_power_over_it(tmp_path: Path) -> None:
    claim = CREATE | {"id": "e", "actor": MOD}
    path = collection(tmp_path, CREATE, claim, DELETE)

    assert [(deed.kind, deed.actor) for deed in told(path).values()] == [(Kind.POST, f"mastodon:{BEN}")]


def restored(delete: dict[str, object], thing: object = None, actor: object = None) -> dict[str, object]:
    actor = actor or delete["actor"]
    return {
        "type": "Undo",
        "id": "u",
        "actor": actor,
        "object": thing or delete | {"id": "e", "actor": actor},
    }


@pytest.mark.parametrize(
    "retracted",
    [
        [OWN_DELETE, restored(OWN_DELETE)],
        [OWN_DELETE, restored(OWN_DELETE, "d")],
        [restored(OWN_DELETE, OWN_DELETE), OWN_DELETE],
        [DELETE, restored(DELETE)],
        [DELETE, restored(DELETE, actor="https://vale.example/u/other")],
    ],
    ids=["written anew", "by its id", "newest first", "by the moderator", "by another moderator"],
)
def test_a_post_that_is_restored_is_read(retracted: list[dict[str, object]], tmp_path: Path) -> None:
    path = collection(tmp_path, *map(passed_on, [CREATE, *retracted]))

    assert [(deed.kind, deed.actor) for deed in told(path).values()] == [(Kind.POST, f"mastodon:{BEN}")]
    assert ignored(path) == {"deleted": 1, "not_activity": 1}


@pytest.mark.parametrize(
    "retracted",
    [
        [OWN_DELETE, restored(DELETE)],
        [OWN_DELETE, restored(OWN_DELETE), OWN_DELETE | {"id": "f"}],
    ],
    ids=["by a moderator", "before it is deleted again"],
)
def test_a_post_that_its_author_deleted_stays_so_where_others_or_an_earlier_undo_restore_it(
    retracted: list[dict[str, object]], tmp_path: Path
) -> None:
    assert told(collection(tmp_path, *map(passed_on, [CREATE, *retracted]))) == {}


RESTORED = [CREATE, DELETE, restored(DELETE, actor="https://vale.example/u/other")]
DELETED = [*RESTORED, DELETE | {"id": "f"}]


@pytest.mark.parametrize("timed", [True, False], ids=["times", "no times"])
@pytest.mark.parametrize("order", [1, -1], ids=["oldest first", "newest first"])
@pytest.mark.parametrize(("doings", "kinds"), [(RESTORED, [Kind.POST]), (DELETED, [Kind.REMOVE])])
def test_what_was_done_last_counts_in_any_order(
    doings: list[dict[str, object]], kinds: list[Kind], order: int, timed: bool, tmp_path: Path
) -> None:
    times = [{"published": f"2024-03-0{day}T10:00:00Z"} if timed else {} for day in range(1, 5)]
    deeds = [passed_on(deed | time) for deed, time in zip(doings, times, strict=False)]

    assert [deed.kind for deed in told(collection(tmp_path, *deeds[::order])).values()][-1:] == kinds


@pytest.mark.parametrize(
    ("kind", "key", "kinds"),
    [("OrderedCollection", "orderedItems", [Kind.POST]), ("Collection", "items", [])],
)
def test_where_nothing_else_tells_an_ordered_collection_has_the_newest_first(
    kind: str, key: str, kinds: list[Kind], tmp_path: Path
) -> None:
    deeds = [CREATE, restored(OWN_DELETE), OWN_DELETE, CREATE]
    path = saved(tmp_path, {"@context": CONTEXT, "type": kind, key: deeds})

    assert [deed.kind for deed in told(path).values()] == kinds


LIKE = {"type": "Like", "id": "l", "actor": BEN, "object": NOTE}
UNLIKE = {
    "type": "Undo",
    "id": "u",
    "actor": BEN,
    "object": {key: LIKE[key] for key in ("type", "actor", "object")},
}


@pytest.mark.parametrize(
    ("deeds", "left"),
    [
        ([LIKE, UNLIKE], []),
        ([passed_on(LIKE), passed_on(UNLIKE)], []),
        ([LIKE, UNLIKE, LIKE | {"id": "m"}, LIKE | {"id": "n", "object": ADA}], ["m", "n"]),
        ([UNLIKE, LIKE], ["l"]),
        ([LIKE | {"actor": ADA}, UNLIKE], ["l"]),
        ([LIKE | {"type": "Dislike"}, UNLIKE], ["l"]),
    ],
    ids=["before it", "by a group", "done again", "behind it", "by somebody else", "another deed"],
)
def test_an_undo_without_an_id_undoes_what_its_actor_did_before_to_the_same_object(
    deeds: list[dict[str, object]], left: list[str], tmp_path: Path
) -> None:
    timed = [deed | {"published": f"2024-03-0{day}T10:00:00Z"} for day, deed in enumerate(deeds, start=1)]
    listed = saved(tmp_path, {"@context": CONTEXT, "type": "Collection", "items": deeds})

    assert sorted(told(listed)) == left
    assert sorted(told(collection(tmp_path, *deeds[::-1]))) == left
    assert sorted(told(collection(tmp_path, *timed))) == left


def test_of_an_account_that_is_deleted_nothing_is_read(tmp_path: Path) -> None:
    note = {"type": "Note", "id": "https://shore.example/notes/1", "content": "peas"}
    deeds = [
        activity("Create", object=note),
        activity("Announce", id="a"),
        activity("Like"),
        activity("Like", id="l", actor=BEN, object="https://shore.example/notes/1"),
        activity("Delete", object=ADA),
    ]
    path = saved(tmp_path, {"@context": CONTEXT, "type": "OrderedCollection", "orderedItems": deeds})

    assert set(told(path)) == {"l"}
    assert ignored(path) == {"deleted": 4}


def test_a_share_is_towards_the_author_in_it(page: Path) -> None:
    share = told(page)["https://shore.example/a/3"]

    assert (share.kind, share.object_id, share.target) == (Kind.RESHARE, NOTE, f"mastodon:{BEN}")


def test_a_reply_is_towards_the_author_of_what_it_answers(page: Path) -> None:
    reply = told(page)["https://shore.example/notes/2"]

    assert (reply.kind, reply.object_id, reply.target) == (Kind.REPLY, NOTE, f"mastodon:{BEN}")
    assert (reply.text_len, reply.lang) == (len("@ben thanks, @cleo too"), "en")
    assert reply.published is not None
    assert reply.published.isoformat() == "2024-03-01T10:10:00+00:00"


def test_whom_a_post_names_beside_whom_it_answers_is_mentioned(page: Path) -> None:
    mentions = [deed.target for deed in told(page).values() if deed.kind is Kind.MENTION]

    assert mentions == ["mastodon:https://vale.example/cleo"]


@pytest.mark.parametrize(("word", "kind"), sorted(DEEDS.items()))
def test_each_type_of_activity_is_its_deed(word: str, kind: Kind, tmp_path: Path) -> None:
    note = {"type": "Note", "id": NOTE, "attributedTo": "https://shore.example/ben"}

    (deed,) = told(saved(tmp_path, activity(word, object=note, id="u"))).values()

    assert (deed.kind, deed.actor, deed.ts_us) == (kind, f"mastodon:{ADA}", 1_709_287_200_000_000)
    assert deed.origin.coverage is Coverage.COMMUNITY


@pytest.mark.parametrize(
    ("word", "content", "kind"),
    [
        ("EmojiReact", "\N{ORANGE HEART}", Kind.LIKE),
        ("EmojiReact", "\N{THUMBS DOWN SIGN}", Kind.DISLIKE),
        ("Like", "\N{THUMBS DOWN SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}", Kind.DISLIKE),
        ("Like", ":blobcat:", Kind.LIKE),
    ],
)
def test_a_reaction_by_an_emoji_is_a_like_and_thumbs_down_a_dislike(
    word: str, content: str, kind: Kind, tmp_path: Path
) -> None:
    (deed,) = told(saved(tmp_path, activity(word, content=content, id="u"))).values()

    assert (deed.kind, deed.actor, deed.object_id) == (kind, f"mastodon:{ADA}", NOTE)


def test_several_emojis_of_one_person_to_a_post_are_one_reaction(tmp_path: Path) -> None:
    reactions = [activity("EmojiReact", id=f"{number}", content=each) for number, each in enumerate("ab")]
    undone = activity("Undo", object=reactions[0])

    assert list(told(collection(tmp_path, *reactions))) == [f"{ADA}#emojireact-{NOTE}"]
    assert len(told(collection(tmp_path, *reactions, undone))) == 1
    assert not told(collection(tmp_path, reactions[0], undone))


def test_a_follow_is_towards_whom_it_names(tmp_path: Path) -> None:
    (follow,) = told(saved(tmp_path, activity("Follow", object=BEN))).values()

    assert (follow.target, follow.object_id) == (f"mastodon:{BEN}", None)


def test_a_like_without_a_time_is_not_of_the_time_of_what_is_liked(tmp_path: Path) -> None:
    note = {"type": "Note", "id": NOTE, "attributedTo": ADA, "updated": TIME}

    (like,) = told(saved(tmp_path, activity("Like", published=None, object=note))).values()

    assert (like.kind, like.clock) == (Kind.LIKE, Clock.MISSING)


def test_an_activity_without_an_id_gets_one_of_what_it_says(tmp_path: Path) -> None:
    assert set(told(saved(tmp_path, activity("Like")))) == {f"{ADA}#like-{NOTE}"}


def test_a_post_without_an_id_gets_one_of_its_words(tmp_path: Path) -> None:
    def ids(text: str) -> set[str]:
        return set(told(saved(tmp_path, activity("Create", object={"type": "Note", "content": text}))))

    assert ids("one") == ids("one") != ids("two")


@pytest.mark.parametrize(
    ("fields", "clock"),
    [({"published": None, "updated": TIME}, Clock.EXACT), ({"published": None}, Clock.MISSING)],
    ids=["updated", "none"],
)
def test_the_time_is_the_first_an_activity_has(
    fields: dict[str, object], clock: Clock, tmp_path: Path
) -> None:
    (deed,) = told(saved(tmp_path, activity("Like", **fields))).values()

    assert deed.clock is clock


@pytest.mark.parametrize("kind", ["Service", "as:Application", "Person"])
def test_a_program_is_one_in_all_that_it_did_wherever_it_is_described(kind: str, tmp_path: Path) -> None:
    saved(tmp_path, {"@context": CONTEXT, "type": kind, "id": BEN, "inbox": f"{BEN}/inbox"}, "profile.json")
    by_both = activity("Like", id="l", actor=[ADA, BEN])
    collection(tmp_path, CREATE, activity("Announce", id="a", actor=BEN), by_both)

    deeds = Counter(deed.actor for deed in told(tmp_path).values())

    assert deeds == {f"mastodon:{ADA}": 1} | ({f"mastodon:{BEN}": 3} if kind == "Person" else {})
    assert ignored(tmp_path)["bot"] == (0 if kind == "Person" else 2)


@pytest.mark.parametrize(
    ("actor", "thing", "beside"),
    [
        (GROUP, NOTE, {"type": "Group", "id": GROUP}),
        ({"type": "Group", "id": GROUP}, NOTE, CREATE),
        # As Lemmy tells servers that know no groups of each new post.
        (GROUP, PAGE | {"actor": BEN, "to": [GROUP, f"{CONTEXT}#Public"], "audience": GROUP}, CREATE),
    ],
    ids=["described", "embedded", "written for it"],
)
def test_what_a_group_shares_with_its_members_it_does_not_esteem(
    actor: object, thing: object, beside: object, tmp_path: Path
) -> None:
    shared = activity("Announce", id="a", actor=actor, object=thing)
    path = collection(tmp_path, shared, activity("Announce", id="b", object=thing), beside)

    assert [deed.actor for deed in told(path).values() if deed.kind is Kind.RESHARE] == [f"mastodon:{ADA}"]
    assert ignored(path)["not_activity"] == (2 if beside != CREATE else 1)


@pytest.mark.parametrize(
    "asked",
    [
        {"type": "Follow", "object": ADA},
        {"type": "QuoteRequest", "object": NOTE, "instrument": "https://hill.example/notes/9"},
        {"type": "https://gotosocial.org/ns#ReplyRequest", "object": NOTE},
    ],
    ids=["follow", "quote", "reply"],
)
def test_letting_somebody_in_or_quote_is_no_deed(asked: dict[str, object], tmp_path: Path) -> None:
    asked = {"id": "u", "actor": BEN, **asked}

    assert ignored(saved(tmp_path, activity("Accept", object=asked))) == {"not_activity": 1}


def test_taking_an_offer_is_towards_who_made_it(tmp_path: Path) -> None:
    offer = {"type": "Offer", "id": "u", "actor": BEN, "object": NOTE}

    (accept,) = told(saved(tmp_path, activity("Accept", object=offer))).values()

    assert (accept.kind, accept.object_id, accept.target) == (Kind.ACCEPT, "u", f"mastodon:{BEN}")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (activity("Delete"), "deleted"),
        (activity("Create", actor={"type": "Person", "name": "Sally"}), "no_author"),
        (activity("Create", actor={"type": "Service", "id": BEN}), "bot"),
        (activity("Add"), "not_activity"),
        (activity("Block"), "private"),
        (activity("Create", to=[BEN]), "private"),
        ({"@context": CONTEXT, "type": "Tombstone", "id": NOTE}, "deleted"),
        ({"@context": CONTEXT, "type": "Person", "id": ADA}, "not_activity"),
        ({"@context": CONTEXT, "type": "Note", "content": "by nobody"}, "no_author"),
        ({}, "not_activity"),
    ],
    ids=["own", "no id", "machine", "add", "block", "to one", "tombstone", "person", "note", "empty"],
)
def test_what_is_no_deed_is_left_out(value: object, reason: str, tmp_path: Path) -> None:
    assert ignored(saved(tmp_path, value)) == {reason: 1}


def test_a_like_sent_to_its_author_is_no_secret(tmp_path: Path) -> None:
    assert told(saved(tmp_path, activity("Like", to=[BEN])))


def test_a_note_alone_is_its_authors_post(tmp_path: Path) -> None:
    note = {"type": "Note", "id": NOTE, "attributedTo": BEN, "content": "hm", "published": TIME}

    (post,) = told(saved(tmp_path, {"@context": CONTEXT, "type": "Collection", "items": note})).values()

    assert (post.kind, post.actor, post.activity_id) == (Kind.POST, f"mastodon:{BEN}", NOTE)


def test_names_of_json_ld_are_understood(tmp_path: Path) -> None:
    value = {"@context": {"@vocab": CONTEXT}, "@type": "as:Like", "@id": "u", "actor": ADA, "object": NOTE}

    assert set(told(saved(tmp_path, value))) == {"u"}


def test_the_first_page_inside_a_collection_is_read(tmp_path: Path) -> None:
    first = {"type": "CollectionPage", "items": [activity("Like"), activity("Like", object=BEN)]}

    assert len(told(saved(tmp_path, {"@context": CONTEXT, "type": "Collection", "first": first}))) == 2


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"published": "yesterday"}, "bad_time"),
        ({"object": {"type": "Note"}}, "no_id"),
        ({"object": "x" * 5000}, "malformed"),
        ({"url": 7}, "malformed"),
        ({"nameMap": {"en": 5}}, "malformed"),
        ({"object": {"id": 5}}, "malformed"),
    ],
    ids=["time", "no id", "long", "url", "map", "inner"],
)
def test_a_senseless_activity_is_set_aside(fields: dict[str, object], code: str, tmp_path: Path) -> None:
    outcomes = read(saved(tmp_path, activity("Like", **fields)))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


@pytest.mark.parametrize(
    "language", ["en", "zh-Hant-TW", "de-CH-1996", "x-klingon", "und", "es-419", "en-a-bbb-x-c"]
)
def test_tags_of_languages_are_sound(language: str) -> None:
    assert fault({"type": "Note", "contentMap": {language: "text"}}) == ""


def test_activities_one_a_line_say_their_line(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(f"{json.dumps(activity('Like'))}\n\nno json\n{json.dumps(activity('Follow'))}\n")

    assert probe(path).sure == 85
    assert [(type(outcome), outcome.position) for outcome in read(path)] == [
        (Activity, 1),
        (Rejection, 3),
        (Activity, 4),
    ]


@pytest.mark.parametrize(
    ("more", "before", "left_out"),
    [
        ({}, [], {"private": 1}),
        ({"@context": CONTEXT}, [], {"private": 1}),
        ({"type": ["Create", "https://hill.example/ns#Told"]}, [], {"private": 1}),
        ({}, [{"type": "Person", "id": ADA, "published": TIME}], {"private": 1, "not_activity": 1}),
    ],
    ids=["bare", "with its context", "of two types", "behind another object"],
)
def test_an_activity_is_no_record_of_a_table_so_that_what_is_for_a_few_stays_private(
    more: dict[str, object], before: list[object], left_out: dict[str, int], tmp_path: Path
) -> None:
    note = {"id": NOTE, "type": "Note", "content": "for the table in the hut"}
    deed = {"type": "Create", "actor": ADA, "object": note, "published": TIME, "to": [f"{ADA}/followers"]}
    path = tmp_path / "log.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in (*before, deed | more)))

    assert probe(path).sure > 50 > probed(tables, str(path)).sure
    assert ignored(path) == left_out


@pytest.mark.parametrize("more", [{"kind": "post"}, {"type": "note"}])
def test_a_table_with_columns_that_activities_have_is_a_table(
    more: dict[str, object], tmp_path: Path
) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(json.dumps({"actor": "ada", "published": TIME, "type": "Create", "object": "x"} | more))

    assert probe(path).sure == 0
    assert probed(tables, str(path)).sure == 90


def test_a_collection_too_long_to_be_parsed_at_once_says_the_same(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [(type(outcome), getattr(outcome, "activity_id", "")) for outcome in read(page)]

    monkeypatch.setattr(activitystreams, "WHOLE", 100)

    assert whole == [(type(outcome), getattr(outcome, "activity_id", "")) for outcome in read(page)]


def test_a_long_collection_of_the_wrong_kind_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activitystreams, "WHOLE", 100)
    path = saved(tmp_path, {"type": "OrderedCollection", "items": [activity("Like")] * 5})

    assert [str(outcome).rpartition(": ")[2] for outcome in read(path)] == [
        "expected orderedItems in an ordered collection"
    ]


def test_a_long_document_that_is_no_collection_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activitystreams, "WHOLE", 100)

    assert told(saved(tmp_path, activity("Like")))


def test_a_document_cut_off_is_refused(page: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_bytes(page.read_bytes()[:-30])

    with pytest.raises(InputError, match=r"cut\.json:16: truncated JSON"):
        read(tmp_path / "cut.json")


def test_a_folder_without_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b")

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match="no JSON in it"):
        read(tmp_path)


def test_a_folder_and_a_zip_of_documents_are_recognised(page: Path, tmp_path: Path) -> None:
    saved(tmp_path, activity("Like"), "one.json")
    shutil.copy(page, tmp_path)
    packed = Path(shutil.make_archive(str(tmp_path.parent / "docs"), "zip", tmp_path))

    assert [probe(tmp_path).sure, probe(packed).sure] == [60, 60]
    assert set(told(tmp_path)) == set(told(packed))


@pytest.mark.parametrize("items", [[ADA, BEN], [], [PERSON]], ids=["addresses", "empty", "actors"])
def test_a_folder_of_collections_tells_deeds_where_one_of_them_does(
    items: list[object], tmp_path: Path
) -> None:
    saved(tmp_path, PEOPLE | {"orderedItems": items}, "followers.json")
    alone = probe(tmp_path).sure
    saved(tmp_path, activity("Like"), "like.json")

    assert (alone, probe(tmp_path).sure) == (0, 60)


def test_archives_of_mastodon_are_left_to_mastodon(fixtures: Path) -> None:
    archive = fixtures / "mastodon" / "archive"
    with open_tree(str(archive), Budget(Limits(), "")) as tree:
        theirs = mastodon.probe(tree)

    assert (probe(archive).sure, theirs.sure) == (0, 95)
    assert probe(archive / "outbox.json").sure == 30


@pytest.mark.parametrize(
    "own", ["https://shore.example/c/1", "https://shore.example/users/ada/statuses/1/activity"]
)
def test_a_collection_that_answers_a_post_of_mastodons_keeps_its_other_deeds(
    own: str, tmp_path: Path
) -> None:
    note = {"type": "Note", "id": NOTE, "inReplyTo": "https://hill.example/users/ben/statuses/7"}
    gone = {"type": "Tombstone", "id": NOTE}
    deeds = [
        activity("Create", id=own, object=note),
        activity("Delete", object=gone),
        activity("Like", id="l"),
    ]
    path = saved(tmp_path, {"@context": CONTEXT, "type": "OrderedCollection", "orderedItems": deeds})
    with open_tree(str(path), Budget(Limits(), "")) as tree:
        theirs = mastodon.probe(tree)

    assert (probe(path).sure, theirs.sure) == (85, 30)
    assert set(told(path)) == {"l"}


def test_a_collection_of_addresses_is_nothing_anybody_did(tmp_path: Path) -> None:
    likes = {"@context": CONTEXT, "type": "OrderedCollection", "orderedItems": [NOTE]}

    assert probe(saved(tmp_path, likes)).sure == 30


def test_a_boost_by_pleroma_is_towards_whom_it_is_sent(tmp_path: Path) -> None:
    whom = {"to": [f"{ADA}/followers", "https://hill.example/users/cleo"], "cc": ["as:Public"]}
    boost = activity("Announce", id="a", object="https://hill.example/objects/0cd8", **whom)

    (deed,) = told(saved(tmp_path, boost)).values()

    assert (deed.kind, deed.target) == (Kind.RESHARE, "mastodon:https://hill.example/users/cleo")


def test_an_actor_is_nothing_anybody_did(tmp_path: Path) -> None:
    actor = {"@context": CONTEXT, "type": "Person", "id": ADA, "inbox": f"{ADA}/inbox"}

    assert probe(saved(tmp_path, actor)).sure == 40


TOLD = {"type": "Note", "id": NOTE, "content": "peas", "published": TIME}


@pytest.mark.parametrize(
    ("value", "sure"),
    [
        (activity("Create", actor=PERSON, object=TOLD), 85),
        (PEOPLE | {"orderedItems": [activity("Create", actor=PERSON, object=TOLD)]}, 85),
        ({"@context": CONTEXT, "attributedTo": PERSON} | TOLD, 60),
    ],
    ids=["deed", "outbox", "note"],
)
def test_an_actor_described_in_what_it_did_is_no_actor_alone(
    value: object, sure: int, tmp_path: Path
) -> None:
    path = saved(tmp_path, value)

    assert probe(path).sure == sure
    assert [deed.actor for deed in told(path).values()] == [f"mastodon:{ADA}"]


@pytest.mark.parametrize(
    "value", [PEOPLE, PEOPLE | {"orderedItems": [], "attributedTo": PERSON}], ids=["listed", "none"]
)
def test_a_collection_of_actors_is_nothing_anybody_did(value: object, tmp_path: Path) -> None:
    assert probe(saved(tmp_path, value)).sure == 40


def test_a_post_joins_the_archive_of_its_author(fixtures: Path, tmp_path: Path) -> None:
    ada = "https://shore.example/users/ada"
    note = {"type": "Note", "id": "u", "inReplyTo": f"{ada}/statuses/1", "content": "yes"}

    (reply,) = told(saved(tmp_path, activity("Create", object=note))).values()

    assert (reply.platform, reply.target) == ("mastodon", f"mastodon:{ada}")


def test_what_a_group_passes_on_is_the_deed_of_who_did_it(tmp_path: Path) -> None:
    page = {"type": "Page", "id": NOTE, "attributedTo": BEN, "name": "Peas", "published": TIME}
    create = {"type": "Create", "id": "c", "actor": BEN, "object": page}
    undo = {"type": "Undo", "id": "u", "actor": BEN, "object": {"type": "Like", "id": "l"}}
    like = {"type": "Like", "id": "l", "actor": BEN, "object": ADA}
    passed_on = [activity("Announce", id=f"a{n}", object=deed) for n, deed in enumerate((create, undo, like))]
    path = saved(tmp_path, {"@context": CONTEXT, "type": "OrderedCollection", "orderedItems": passed_on})

    (post,) = told(path).values()

    assert (post.kind, post.activity_id, post.actor) == (Kind.POST, NOTE, f"mastodon:{BEN}")
    assert ignored(path) == {"not_activity": 1, "deleted": 1}


def test_what_moderators_of_a_group_do_is_nothing_it_shares(tmp_path: Path) -> None:
    lock = {"type": "Lock", "id": "l", "actor": BEN, "object": NOTE}
    undo = {"type": "Undo", "id": "u", "actor": BEN, "object": {**lock, "id": "m"}}
    passed_on = [activity("Announce", id=f"a{n}", object=deed) for n, deed in enumerate((lock, undo))]
    path = saved(tmp_path, {"@context": CONTEXT, "type": "OrderedCollection", "orderedItems": passed_on})

    assert told(path) == {}
    assert ignored(path) == {"not_activity": 2}


def test_a_like_of_several_things_is_one_for_each(tmp_path: Path) -> None:
    mine = "https://shore.example/users/ada"
    things = [NOTE, f"{mine}/statuses/1", {}, {"type": "Note", "id": "n"}]

    likes = told(saved(tmp_path, activity("Like", id="l", object=things)))

    assert {own: (like.object_id, like.target, like.derived) for own, like in likes.items()} == {
        "l": (NOTE, None, False),
        "l#object-2": (f"{mine}/statuses/1", f"mastodon:{mine}", True),
        "l#object-4": ("n", None, True),
    }


CY = "https://vale.example/cy"


@pytest.mark.parametrize("kind", ["Announce", "Follow", "Update"])
def test_what_is_done_to_several_things_is_done_to_each(tmp_path: Path, kind: str) -> None:
    path = saved(tmp_path, activity(kind, id="a", object=[BEN, {}, {"type": "Note", "id": CY}]))

    done = told(path)

    assert [deed.derived for deed in done.values()] == [False, False]
    assert {own: (deed.object_id or deed.target or "")[-2:] for own, deed in done.items()} == {
        "a": "en",
        "a#object-2": "cy",
    }


def test_each_of_several_posts_is_one_with_its_own_words(tmp_path: Path) -> None:
    notes = [
        {"type": "Note", "id": "n1", "content": "a"},
        {"type": "Note", "id": "n2", "content": "two", "inReplyTo": NOTE},
        {"type": "Note", "content": "none"},
    ]

    posts = told(saved(tmp_path, activity("Create", id="c", object=notes)))

    assert {own: (post.kind, post.text_len) for own, post in posts.items()} == {
        "n1": (Kind.POST, 1),
        "n2": (Kind.REPLY, 3),
        "c#object-3": (Kind.POST, 4),
    }


def test_what_is_taken_back_of_several_things_is_taken_back_of_each(tmp_path: Path) -> None:
    done = [
        activity("Create", id="c", object=[{"type": "Note", "id": each} for each in ("n1", "n2", "n3")]),
        activity("Delete", id="d", object=["n1", "n2"]),
        activity("Announce", id="a", object=[BEN, CY]),
        activity("Undo", id="u", object=["a", "l"]),
        activity("Like", id="l"),
    ]

    assert set(told(saved(tmp_path, {"type": "Collection", "@context": CONTEXT, "items": done}))) == {"n3"}


def test_a_deed_of_several_people_is_one_of_each(tmp_path: Path) -> None:
    people = [ADA, BEN, {"type": "Person", "id": CY, "name": "Cy"}, ADA, {"type": "Service", "id": "bot"}]
    note = {"type": "Note", "id": "n", "attributedTo": [ADA, BEN], "content": "x"}
    channel = {"type": "Group", "id": "https://vale.example/channel"}
    video = {"type": "Video", "id": "v", "attributedTo": [{"type": "Person", "id": ADA}, channel]}
    done = [note, activity("Like", id="l", actor=people), activity("Create", id="c", object=video)]

    deeds = told(saved(tmp_path, {"type": "Collection", "@context": CONTEXT, "items": done}))

    assert {own: (deed.actor.removeprefix("mastodon:"), deed.derived) for own, deed in deeds.items()} == {
        "n": (ADA, False),
        "n#author-2": (BEN, True),
        "l": (ADA, False),
        "l#author-2": (BEN, True),
        "l#author-3": (CY, True),
        "v": (ADA, False),
    }
    assert deeds["l#author-3"].actor_name == "Cy"


def test_an_author_who_deletes_the_account_has_no_part_in_what_others_wrote(tmp_path: Path) -> None:
    note = {"type": "Note", "id": "n", "attributedTo": [ADA, BEN], "content": "x"}
    done = [note, activity("Delete", actor=BEN, object=BEN)]

    assert set(told(saved(tmp_path, {"type": "Collection", "@context": CONTEXT, "items": done}))) == {"n"}


def test_that_an_account_is_made_is_no_post(tmp_path: Path) -> None:
    path = saved(tmp_path, activity("Create", object={"type": "Person", "id": CY}))

    assert ignored(path) == {"not_activity": 1}


def test_a_link_to_what_is_answered_makes_a_reply(tmp_path: Path) -> None:
    note = {"type": "Note", "id": "u", "content": "yes", "inReplyTo": {"type": "Link", "href": NOTE}}

    assert told(saved(tmp_path, activity("Create", object=note)))["u"].object_id == NOTE


@pytest.mark.parametrize(
    "addressed",
    [{"audience": f"{CONTEXT}#Public"}, {"to": [{"id": f"{CONTEXT}#Public", "type": "Collection"}]}],
)
def test_the_public_may_be_an_audience_or_an_object(addressed: dict[str, object], tmp_path: Path) -> None:
    assert told(saved(tmp_path, activity("Create", object={"type": "Note", "id": "u"}, **addressed)))


FEW, ALL = [f"{ADA}/followers"], [f"{CONTEXT}#Public"]


@pytest.mark.parametrize("kind", ["Announce", "Create"])
@pytest.mark.parametrize(
    ("deed", "thing", "visibility"),
    [
        ({"to": FEW}, {"to": ALL}, None),
        ({"to": ALL}, {"to": FEW}, None),
        ({"to": ALL}, {"to": [], "cc": FEW}, None),
        ({"to": ALL}, {"cc": FEW}, "public"),
        ({"to": ALL}, {"audience": GROUP}, "public"),
        ({"cc": ALL}, {"to": ALL}, "unlisted"),
        ({}, {"to": FEW, "cc": ALL}, "unlisted"),
        ({"cc": []}, {"to": FEW}, None),
    ],
    ids=["deed", "thing", "copied alone", "copied", "group", "both", "thing alone", "not sent"],
)
def test_a_deed_is_for_the_fewer_of_those_that_it_and_its_thing_are_sent_to(
    kind: str, deed: dict[str, object], thing: dict[str, object], visibility: str | None, tmp_path: Path
) -> None:
    note = {"type": "Note", "id": NOTE, "attributedTo": BEN} | thing

    found = told(saved(tmp_path, activity(kind, id="u", object=note, **deed))).values()

    assert [each.visibility for each in found] == ([visibility] if visibility else [])


def test_an_update_without_a_time_has_that_of_its_object(tmp_path: Path) -> None:
    note = {"type": "Note", "id": "u", "published": "2024-01-01T00:00:00Z", "updated": TIME}

    (edit,) = told(saved(tmp_path, activity("Update", published=None, object=note))).values()

    assert edit.published is not None
    assert edit.published.isoformat() == "2024-03-01T10:00:00+00:00"


@pytest.mark.parametrize("kind", ["Create", "Announce", "Like"])
@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"name": "Ada L.", "preferredUsername": "ada"}, "ada@shore.example"),
        ({"name": "Ada L."}, "Ada L."),
        ({}, "77@shore.example"),
    ],
    ids=["both", "name", "neither"],
)
def test_an_actor_is_called_as_it_is_described(
    kind: str, names: dict[str, str], shown: str, tmp_path: Path
) -> None:
    actor = {"type": "Person", "id": "https://shore.example/77"} | names

    (deed,) = told(
        saved(tmp_path, activity(kind, id="a", actor=actor, object={"type": "Note", "id": "u"}))
    ).values()

    assert deed.actor_name == shown


@given(st.data())
def test_no_damage_raises_anything_but_our_own(tmp_path_factory, fixtures: Path, data: st.DataObject) -> None:
    whole = bytearray((fixtures / "activitystreams" / "outbox-page.json").read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "page.json"
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole)))])

    try:
        probe(path)
        read(path)
    except KibbutzError:
        pass


def documents(folder: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*.json")):
        try:
            found[str(path.relative_to(folder))] = json.loads(path.read_bytes())
        except ValueError:
            found[str(path.relative_to(folder))] = None
    return found


def expected_records(value: object) -> int:
    """Count the items of a sound collection, else one: another way to what a document holds."""
    if not isinstance(value, dict) or "Collection" not in str(value.get("type")):
        return 1
    ordered = "Ordered" in value["type"]
    for source in (value, value["first"] if isinstance(value.get("first"), dict) else {}):
        for key in ("items", "orderedItems"):
            if key in source and (source is not value or ordered == (key == "orderedItems")):
                return len(source[key]) if isinstance(source[key], list) else 1
    return 1


def test_every_document_of_the_specifications_own_tests_is_met(shared: Path) -> None:
    folder = shared / "exports" / "activitystreams2" / "test"
    expected = {name: expected_records(value) for name, value in documents(folder).items()}

    assert probe(folder).sure == 60
    assert Counter(outcome.origin.member for outcome in read(folder)) == expected


def test_every_document_made_to_be_invalid_is_set_aside_and_few_others(shared: Path) -> None:
    folder = shared / "exports" / "activitystreams2" / "test"
    invalid = {f"fail/{path.name}" for path in (folder / "fail").glob("*.json")}

    rejected = {outcome.origin.member for outcome in read(folder) if isinstance(outcome, Rejection)}

    # Two of an older draft have a map as a name, one a raw control character; three act on what has no id.
    assert rejected == invalid | {
        "simple0011.json",
        "simple0012.json",
        "vocabulary-ex196-jsonld.json",
        "vocabulary-ex99-jsonld.json",
        "vocabulary-ex170-jsonld.json",
        "vocabulary-ex174-jsonld.json",
    }


def test_an_outbox_of_mastodon_reads_as_its_own_reader_reads_it(shared: Path) -> None:
    path = shared / "exports" / "mastodon-archive" / "dealingwith-2024" / "outbox.json"
    with open_tree(str(path), budget := Budget(Limits(), str(path))) as tree:
        theirs = [outcome for outcome in mastodon.read(tree, budget) if isinstance(outcome, Activity)]

    def said(deeds: list[Activity]) -> set[tuple[object, ...]]:
        return {(deed.activity_id, deed.kind, deed.actor, deed.target, deed.ts_us) for deed in deeds}

    assert said(list(told(path).values())) == said(theirs)

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.readers.posts import mastodon

ADA = "https://shore.example/users/ada"
PUBLIC = {"type": "Create", "actor": ADA, "to": "as:Public"}


@pytest.fixture
def archive(fixtures: Path) -> Path:
    return fixtures / "mastodon" / "archive"


trial = Trial(mastodon)
read, told, probe = trial.read, trial.told, trial.probe


def outbox(folder: Path, *items: object) -> Path:
    path = folder / "outbox.json"
    path.write_text(json.dumps({"type": "OrderedCollection", "orderedItems": items}))
    return path


def test_a_post_is_known_by_its_own_uri(archive: Path) -> None:
    post = told(archive)[f"{ADA}/statuses/1"]

    assert (Kind.POST, f"mastodon:{ADA}", "ada@shore.example") == (post.kind, post.actor, post.actor_name)
    assert (post.community, post.lang, post.target) == ("shore.example", "en", None)
    assert len('Seeds & tools {are} in the "shed" }') == post.text_len
    assert post.published is not None
    assert post.published.isoformat() == "2024-03-01T10:00:00+00:00"


def test_a_reply_is_towards_whom_its_uri_names(archive: Path) -> None:
    reply = told(archive)[f"{ADA}/statuses/2"]

    assert (reply.kind, reply.target) == (Kind.REPLY, "mastodon:https://hill.example/users/ben")
    assert reply.object_id == "https://hill.example/users/ben/statuses/77"


def test_a_reply_to_a_nameless_uri_is_towards_the_mention_that_leads_it(archive: Path) -> None:
    assert told(archive)[f"{ADA}/statuses/3"].target == "mastodon:https://vale.example/actor/9"


BOB, BOB_THERE, CAT = "https://a.example/users/bob", "https://b.example/u1", "https://c.example/users/cat"


@pytest.mark.parametrize(
    ("tagged", "text", "target"),
    [
        ({BOB: "@bob@a.example", BOB_THERE: "@bob@b.example"}, "@bob yes", BOB_THERE),
        ({CAT: "@cat@c.example", BOB_THERE: "@bob@b.example"}, "@cat @bob yes", BOB_THERE),
        ({BOB_THERE: "@bob@b.example"}, "yes", BOB_THERE),
        (
            {BOB_THERE: "@bob@b.example", "https://b.example/u2": "@eve@b.example"},
            "@eve",
            "https://b.example/u2",
        ),
        ({BOB_THERE: "@bob@b.example", "https://b.example/u2": "@eve@b.example"}, "yes", None),
        ({CAT: "@cat@c.example", BOB: "@bob@a.example"}, "@bob @cat yes", BOB),
    ],
    ids=["namesakes", "not leading", "not in the text", "several", "several, none leads", "none there"],
)
def test_a_reply_to_a_nameless_uri_is_towards_whom_it_tags_on_that_server(
    tagged: dict[str, str], text: str, target: str | None, tmp_path: Path
) -> None:
    tags = [{"type": "Mention", "href": href, "name": name} for href, name in tagged.items()]
    note = {"id": "u", "inReplyTo": "https://b.example/notes/9", "content": text, "tag": tags}

    reply = told(outbox(tmp_path, PUBLIC | {"object": note}))["u"]

    assert reply.target == (target and f"mastodon:{target}")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("@new", "new@b.example"),
        ("@new@b.example", "new@b.example"),
        ("New Bob", "New Bob"),
        ("", "115@b.example"),
    ],
)
def test_whom_a_reply_is_for_is_called_as_tagged(name: str, shown: str, tmp_path: Path) -> None:
    person = "https://b.example/ap/users/115"
    tag = {"type": "Mention", "href": person, "name": name}
    note = {"id": "u", "inReplyTo": f"{person}/statuses/1", "tag": [tag]}

    reply = told(outbox(tmp_path, PUBLIC | {"object": note}))["u"]

    assert (reply.target, reply.target_name) == (f"mastodon:{person}", shown)


@pytest.mark.parametrize("name", ["@new", "@new@b.example"])
def test_whom_a_post_names_is_called_as_in_a_reply(name: str, tmp_path: Path) -> None:
    tag = {"type": "Mention", "href": "https://b.example/ap/users/115", "name": name}
    note = {"id": "u", "tag": [tag]}

    mention = told(outbox(tmp_path, PUBLIC | {"object": note}))["u#mention-1"]

    assert mention.target_name == "new@b.example"


@pytest.mark.parametrize(
    "quoted",
    [
        "<blockquote><p>Sow in May</p></blockquote>",
        '<p class="quote-inline">RE: <a href="https://a.example/1"><span>a.example</span></a></p>',
        '<span class="quote-inline"><br/><br/>RE: <a href="https://a.example/1">https://a.example/1</a></span>',
    ],
)
def test_what_a_post_quotes_is_none_of_its_words(quoted: str, tmp_path: Path) -> None:
    note = {
        "id": f"{ADA}/statuses/9",
        "type": "Note",
        "content": f"<p>In April</p>{quoted}",
        "to": "as:Public",
    }

    (post,) = told(
        outbox(tmp_path, {"type": "Create", "actor": ADA, "to": "as:Public", "object": note})
    ).values()

    assert post.text_len == len("In April")


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ({"_misskey_quote": "https://a.example/notes/1"}, "In April"),
        (
            {"quoteUrl": "https://a.example/users/bob/statuses/1", "inReplyTo": f"{ADA}/statuses/1"},
            "In April",
        ),
        ({"quoteUrl": None}, "In April\n\nRE: https://a.example/notes/1"),
    ],
    ids=["quote", "reply with a quote", "no quote"],
)
def test_the_link_that_misskey_writes_for_what_is_quoted_is_none_of_its_words(
    quote: dict[str, object], words: str, tmp_path: Path
) -> None:
    link = '<a href="https://a.example/notes/1">https://a.example/notes/1</a>'
    content = f"<p>In April<span><br><br>RE: </span>{link}</p>"

    post = told(outbox(tmp_path, PUBLIC | {"object": {"id": "u", "content": content} | quote}))["u"]

    assert post.text_len == len(words)


def test_a_further_mention_is_a_deed_of_its_own(archive: Path) -> None:
    mentions = [deed for deed in told(archive).values() if deed.kind is Kind.MENTION]

    assert [f"{ADA}/statuses/2#mention-1"] == [mention.activity_id for mention in mentions]
    assert mentions[0].target == "mastodon:https://vale.example/users/cleo"
    assert mentions[0].derived


def test_a_boost_is_towards_the_first_person_addressed(archive: Path) -> None:
    boost = told(archive)[f"{ADA}/statuses/4/activity"]

    assert (boost.kind, boost.target) == (Kind.RESHARE, "mastodon:https://hill.example/users/ben")
    assert boost.object_id == "https://hill.example/users/ben/statuses/80"


def test_posts_for_followers_are_left_out_and_unlisted_ones_are_not(archive: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(archive) if isinstance(outcome, Ignored))

    assert ignored == {"private": 1, "not_activity": 1}
    assert told(archive)[f"{ADA}/statuses/6"].visibility == "unlisted"


@pytest.mark.parametrize(
    ("note", "visibility"),
    [
        ({"to": ["as:Public"], "cc": [f"{ADA}/followers"]}, "public"),
        ({"to": [f"{ADA}/followers"], "cc": ["as:Public"]}, "unlisted"),
        ({"to": [f"{ADA}/followers"], "cc": []}, None),
        ({}, None),
    ],
    ids=["public", "unlisted", "followers", "nobody"],
)
def test_whom_a_post_is_for_may_stand_in_its_note_alone(
    note: dict[str, object], visibility: str | None, tmp_path: Path
) -> None:
    written = {"id": "u", "content": "Beans", "published": "2024-03-01T10:00:00Z"} | note
    path = outbox(tmp_path, {"type": "Create", "actor": ADA, "object": written})

    outcomes = read(path)

    assert [each.visibility for each in outcomes if isinstance(each, Activity)] == (
        [visibility] if visibility else []
    )
    assert [each.reason for each in outcomes if isinstance(each, Ignored)] == (
        [] if visibility else ["private"]
    )


def test_a_poll_is_a_post_and_carries_its_counts(archive: Path) -> None:
    poll = told(archive)[f"{ADA}/statuses/7"]

    assert (poll.kind, poll.like_count, poll.reshare_count) == (Kind.POST, 4, 2)


def test_a_month_13_is_a_rejection_with_its_place(archive: Path) -> None:
    rejections = [str(outcome) for outcome in read(archive) if isinstance(outcome, Rejection)]

    assert [f"{archive}!outbox.json:8: bad_time: published: expected an ISO 8601 time"] == rejections


def test_a_favourite_has_no_time(archive: Path) -> None:
    likes = [deed for deed in told(archive).values() if deed.kind is Kind.LIKE]

    assert [like.target for like in likes] == ["mastodon:https://hill.example/users/ben", None]
    assert [(like.ts_us, like.clock) for like in likes] == [(None, Clock.MISSING)] * 2


@pytest.mark.parametrize("kind", ["Service", "Application"])
def test_what_a_bot_did_is_left_out_but_for_what_is_private_or_set_aside(
    kind: str, archive: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(archive, tmp_path / "bot")
    (copy / "actor.json").write_text(json.dumps({"id": ADA, "type": kind}))
    done = [deed for deed in told(archive).values() if not deed.derived]

    outcomes = read(copy)

    assert Counter(outcome.reason for outcome in outcomes if isinstance(outcome, Ignored)) == {
        "bot": len(done),
        "private": 1,
        "not_activity": 1,
    }
    assert Counter(map(type, outcomes)) == {Ignored: len(done) + 2, Rejection: 1}


@pytest.mark.parametrize("shape", ["zip", "gztar"])
def test_an_archive_says_the_same_packed_and_unpacked(archive: Path, tmp_path: Path, shape: str) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "archive-1"), shape, archive))

    assert set(told(archive)) == set(told(packed))
    assert probe(packed).sure == 95


def test_an_outbox_alone_is_recognised(archive: Path) -> None:
    assert probe(archive / "outbox.json").sure == 90
    assert f"{ADA}/statuses/1" in told(archive / "outbox.json")


def test_an_outbox_that_names_its_items_twice_is_read(archive: Path, tmp_path: Path) -> None:
    """Archives of some versions have an empty list before the list, under the same name."""
    text = (archive / "outbox.json").read_text()
    path = tmp_path / "outbox.json"

    path.write_text(text.replace('"orderedItems":', '"orderedItems": [], "orderedItems":', 1))

    assert told(path).keys() == told(archive / "outbox.json").keys()
    assert told(path)


def test_the_items_of_an_outbox_alone_are_recognised(archive: Path, tmp_path: Path) -> None:
    items = json.loads((archive / "outbox.json").read_text())["orderedItems"]
    path = tmp_path / "posts.json"
    path.write_text(json.dumps(items))

    assert probe(path).sure == 90
    assert told(path).keys() == told(archive / "outbox.json").keys()


def test_another_collection_is_left_to_a_surer_reader(archive: Path, tmp_path: Path) -> None:
    assert probe(outbox(tmp_path)).sure == 30
    assert probe(archive / "actor.json").sure == 0


def test_an_outbox_may_quote_a_post_that_is_gone_but_deletes_none(tmp_path: Path) -> None:
    own, gone = "https://shore.example/users/ada/statuses/1", {"type": "Tombstone"}
    note = {"id": own, "type": "Note", "content": "peas", "quote": gone}
    post = PUBLIC | {"id": f"{own}/activity", "object": note}

    assert probe(outbox(tmp_path, post)).sure == 90
    assert [deed.kind for deed in told(outbox(tmp_path, post)).values()] == [Kind.POST]
    for deleted in ({"id": "u"} | gone, gone | {"id": "u"}):
        assert probe(outbox(tmp_path, post, {"type": "Delete", "object": deleted})).sure == 30


def test_a_collection_that_answers_a_post_of_mastodons_is_left_to_a_surer_reader(tmp_path: Path) -> None:
    note = {"id": "https://hill.example/notes/1", "inReplyTo": f"{ADA}/statuses/1"}
    answer = PUBLIC | {"id": "https://hill.example/a/1", "object": note}

    assert probe(outbox(tmp_path, answer)).sure == 30


def test_an_archive_without_outbox_is_refused(archive: Path, tmp_path: Path) -> None:
    shutil.copy(archive / "likes.json", tmp_path)

    with pytest.raises(InputError, match=r"no outbox\.json"):
        read(tmp_path)


def test_favourites_without_an_owner_are_set_aside(archive: Path, tmp_path: Path) -> None:
    outbox(tmp_path)
    shutil.copy(archive / "likes.json", tmp_path)

    assert [outcome.code for outcome in read(tmp_path) if isinstance(outcome, Rejection)] == ["no_actor"] * 2


def test_a_damaged_actor_is_refused(archive: Path, tmp_path: Path) -> None:
    outbox(tmp_path)
    (tmp_path / "actor.json").write_text('{"id":')

    with pytest.raises(InputError, match=r"actor\.json: not JSON"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (7, "malformed"),
        (PUBLIC | {"object": {}}, "no_id"),
        (PUBLIC | {"object": {"id": "u", "published": 5}}, "bad_time"),
        (PUBLIC | {"actor": None, "object": {"id": "u"}}, "no_actor"),
        (PUBLIC | {"object": {"id": "u" * 5000}}, "malformed"),
        (PUBLIC | {"type": "Announce", "object": []}, "no_id"),
        (PUBLIC | {"type": "Announce", "id": "u", "object": "v", "published": "x"}, "bad_time"),
    ],
    ids=["number", "no id", "time", "no actor", "long id", "empty boost", "boost time"],
)
def test_a_senseless_item_is_set_aside(item: object, code: str, tmp_path: Path) -> None:
    outcomes = read(outbox(tmp_path, item))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_a_quote_names_what_it_quotes(tmp_path: Path) -> None:
    quoted = "https://hill.example/users/ben/statuses/5"
    note = {"id": "u", "quoteUri": quoted, "tag": {"type": "Hashtag"}}

    (quote,) = told(outbox(tmp_path, PUBLIC | {"object": note})).values()

    assert (Kind.QUOTE, quoted, Clock.MISSING) == (quote.kind, quote.object_id, quote.clock)
    assert quote.target == "mastodon:https://hill.example/users/ben"


def test_the_real_archive_is_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "mastodon-archive" / "dealingwith-2024"
    items = json.loads((folder / "outbox.json").read_text())["orderedItems"]
    likes = json.loads((folder / "likes.json").read_text())["orderedItems"]

    kinds = Counter(
        outcome.kind for outcome in read(folder) if isinstance(outcome, Activity) and not outcome.derived
    )

    replies = sum(item["type"] == "Create" and bool(item["object"]["inReplyTo"]) for item in items)
    boosts = sum(item["type"] == "Announce" for item in items)
    posts = len(items) - replies - boosts
    assert {"post": posts, "reply": replies, "reshare": boosts, "like": len(likes)} == kinds

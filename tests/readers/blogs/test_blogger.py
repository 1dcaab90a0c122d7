"""Blogs of Blogger: the backup of old, the feed of Google Takeout and the JSON of the API say the same."""

import json
import re
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.blogs import blogger
from kibbutz_cli.readers.budget import Budget

ADA, BEN = "blogger:01000000000000000001", "blogger:01000000000000000002"
BLOG = "tag:blogger.com,1999:blog-77"
POST = {"kind": "blogger#post", "id": "1", "blog": {"id": "77"}, "author": {"id": "g1"}}


@pytest.fixture
def backup(fixtures: Path) -> Path:
    return fixtures / "blogger" / "blog-03-01-2012.xml"


@pytest.fixture
def takeout(fixtures: Path) -> Path:
    return fixtures / "blogger" / "Takeout"


@pytest.fixture
def api(fixtures: Path) -> Path:
    return fixtures / "blogger" / "api"


trial = Trial(blogger)
read, probe, ignored = trial.read, trial.probe, trial.ignored


def told(path: Path) -> dict[str, Activity]:
    return {own.removeprefix(f"{BLOG}."): deed for own, deed in trial.told(path).items()}


def dumped(folder: Path, *items: object) -> Path:
    path = folder / "posts.json"
    path.write_text(json.dumps({"kind": "blogger#postList", "items": items}))
    return path


def test_a_post_is_by_the_number_of_its_authors_profile(backup: Path) -> None:
    post = told(backup)["post-1"]

    assert (post.kind, post.actor, post.actor_name) == (Kind.POST, ADA, "Ada")
    assert (post.community, post.role, post.reply_count) == ("garden.blogspot.example", "blog-author", 5)
    assert (post.thread_id, post.target) == (post.activity_id, None)
    assert len("Plant them late.") == post.text_len
    assert post.published is not None
    assert post.published.isoformat() == "2012-02-01T18:00:00.500000+00:00"


def test_elements_of_bloggers_own_that_nobody_knows_are_told_once(tmp_path: Path) -> None:
    entry = "<id>1</id><mood/><blogger:soil/><own:herb/><author><name>Ada</name><age/></author>"
    path = tmp_path / "feed.atom"
    path.write_text(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'"
        f" xmlns:own='https://x.example/'><title>T</title><entry>{entry}</entry></feed>"
    )
    budget = Budget(Limits(), str(path))

    assert len(read(path, budget=budget)) == 1
    assert budget.unknown == {"mood": 1, "soil": 1, "author.age": 1}


def test_a_comment_is_towards_the_author_of_the_post(backup: Path) -> None:
    comment = told(backup)["post-11"]

    assert (comment.kind, comment.actor, comment.target) == (Kind.REPLY, BEN, ADA)
    assert (comment.object_id, comment.thread_id) == (f"{BLOG}.post-1", f"{BLOG}.post-1")
    assert (comment.target_name, comment.role) == ("Ada", None)


def test_an_answer_to_a_comment_is_towards_its_author_though_that_comes_later(backup: Path) -> None:
    answer = told(backup)["post-14"]

    assert (answer.actor, answer.target) == ("blogger:plus-2002", BEN)
    assert (answer.object_id, answer.thread_id) == (f"{BLOG}.post-11", f"{BLOG}.post-1")


@pytest.mark.parametrize("answered", ["2", "9"], ids=["nobody", "missing"])
def test_who_answers_nobody_known_answers_nobody(tmp_path: Path, answered: str) -> None:
    comment = {"kind": "blogger#comment", "blog": {"id": "77"}, "post": {"id": "1"}}
    anonymous = {**comment, "id": "2", "author": {"displayName": "Anonymous"}}
    answer = {**comment, "id": "3", "author": {"id": "500"}, "inReplyTo": {"id": answered}}

    deed = told(dumped(tmp_path, POST, anonymous, answer))["post-3"]

    assert (deed.object_id, deed.target, deed.target_name) == (f"{BLOG}.post-{answered}", None, None)


def test_a_comment_that_names_nobody_is_not_the_owners(backup: Path, tmp_path: Path) -> None:
    text = backup.read_text().replace("<author><name>Dan</name><uri>http://dan.example</uri></author>", "")
    path = tmp_path / backup.name
    path.write_text(text)

    assert ignored(path)["no_author"] == ignored(backup)["no_author"] + 2
    assert "post-15" not in told(path)


def test_a_comment_that_is_listed_by_itself_is_below_its_post(tmp_path: Path) -> None:
    comment = {"kind": "blogger#comment", "id": "2", "blog": {"id": "77"}, "post": {"id": "1"}}

    deed = told(dumped(tmp_path, POST, comment | {"author": {"id": "500"}}))["post-2"]

    assert (deed.kind, deed.object_id, deed.target) == (Kind.REPLY, f"{BLOG}.post-1", "blogger:g1")


def test_a_guest_is_known_on_this_blog_by_name_and_address(backup: Path) -> None:
    guest = told(backup)["post-15"]

    assert guest.actor == "blogger:guest-58c5cb1f40c8911e@garden.blogspot.example"


def test_a_page_that_names_nobody_is_the_blogs_owners(backup: Path) -> None:
    page = told(backup)["page-3"]

    assert (page.kind, page.actor) == (Kind.POST, ADA)


def test_what_is_not_public_is_left_out_with_what_is_below_it(backup: Path) -> None:
    assert ignored(backup) == {"not_activity": 2, "draft": 2, "deleted": 1, "no_author": 1}
    assert "post-16" not in told(backup)


def test_a_month_13_is_a_rejection_with_its_place(backup: Path) -> None:
    rejections = [str(outcome) for outcome in read(backup) if isinstance(outcome, Rejection)]

    expected = "published: '2012-13-05T12:00:00.000-08:00': expected an ISO 8601 time"
    assert [f"{backup}:12: bad_time: {expected}"] == rejections


def test_the_feed_of_takeout_has_the_same_ids_as_the_backup(takeout: Path, backup: Path) -> None:
    new, old = told(takeout), told(backup)

    assert set(new) == {"post-1", "post-11", "post-14"}
    assert (new["post-1"].actor, new["post-1"].ts_us) == (old["post-1"].actor, old["post-1"].ts_us)
    assert (new["post-14"].object_id, new["post-14"].target) == (f"{BLOG}.post-11", BEN)
    assert new["post-1"].community == "Garden & Hill"


def test_takeout_tells_why_an_entry_is_not_public(takeout: Path) -> None:
    assert ignored(takeout) == {"draft": 1, "deleted": 1, "held": 1, "no_author": 1}


def test_the_api_has_the_same_ids_as_the_backup(api: Path) -> None:
    deeds = told(api)

    assert set(deeds) == {"post-1", "post-30", "post-31"}
    assert (deeds["post-1"].actor, deeds["post-1"].reply_count) == (ADA, 2)
    assert (deeds["post-30"].actor, deeds["post-30"].object_id) == ("blogger:500", f"{BLOG}.post-1")
    assert (deeds["post-31"].target, deeds["post-31"].community) == ("blogger:500", "garden.blogspot.example")


def test_the_api_tells_why_an_item_is_not_public(api: Path) -> None:
    assert ignored(api) == {"draft": 1, "deleted": 1, "held": 1, "not_activity": 1}
    assert [str(outcome.code) for outcome in read(api) if isinstance(outcome, Rejection)] == ["malformed"]


def test_one_post_of_the_api_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "post.json").write_text(json.dumps(POST | {"published": "2012-02-01T10:00:00Z"}))

    assert list(told(tmp_path / "post.json")) == ["post-1"]


def test_items_without_a_kind_are_known_by_what_only_they_have(tmp_path: Path) -> None:
    link = {"selfLink": "https://www.googleapis.com/blogger/v3/blogs/77/posts/1", "blog": {"id": "77"}}
    author = {"author": {"id": "g1"}}
    items = [link | author | {"id": "1", "content": "x"}, author | {"id": "2", "post": {"id": "1"}}, author]

    outcomes = read(dumped(tmp_path, *items))

    assert [getattr(outcome, "kind", "ignored") for outcome in outcomes] == [Kind.POST, Kind.REPLY, "ignored"]


def test_what_a_comment_quotes_is_none_of_its_words(tmp_path: Path) -> None:
    comment = {
        "id": "2",
        "author": {"id": "g1"},
        "post": {"id": "1"},
        "content": "<blockquote>x</blockquote>ok",
    }

    (answer,) = told(dumped(tmp_path, comment)).values()

    assert answer.text_len == len("ok")


def test_no_time_is_told_as_missing(tmp_path: Path) -> None:
    (post,) = told(dumped(tmp_path, POST)).values()

    assert (post.ts_us, post.clock) == (None, Clock.MISSING)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ({}, "malformed"),
        (POST | {"id": ""}, "no_id"),
        (POST | {"id": "1" * 5000}, "malformed"),
        (POST | {"published": "then"}, "bad_time"),
        (POST | {"likes": 2**70}, "bad_number"),
    ],
    ids=["empty", "no id", "long id", "time", "number"],
)
def test_a_senseless_item_is_set_aside(item: object, code: str, tmp_path: Path) -> None:
    assert [code] == [one.code for one in read(dumped(tmp_path, item)) if isinstance(one, Rejection)]


@pytest.mark.parametrize("shape", ["zip", "gztar"])
def test_takeout_says_the_same_packed_and_unpacked(takeout: Path, tmp_path: Path, shape: str) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "takeout"), shape, takeout.parent, "Takeout"))

    assert set(told(packed)) == set(told(takeout))
    assert probe(packed).sure == 95


def test_each_layout_is_recognised(backup: Path, takeout: Path, api: Path) -> None:
    files = (backup, takeout, takeout / "Blogger/Blogs/Garden/feed.atom", api, api / "comments.json")

    assert [probe(path).sure for path in files] == [95] * 5


@pytest.mark.parametrize(
    "text",
    [
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:b="http://schemas.google.com/blogger/2008"/>',
        '<rss xmlns:b="http://schemas.google.com/blogger/2018"/>',
        "<feed>&lt;category term='http://schemas.google.com/blogger/2008/kind#post'/></feed>",
        r'{"text": "{\"kind\": \"blogger#post\"}"}',
        "kind",
    ],
    ids=["live feed", "RSS", "quoted", "quoted JSON", "text"],
)
def test_what_only_speaks_of_blogger_is_not_mine(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text(text)

    assert probe(tmp_path / "x.xml").sure == 0


def test_one_backup_among_many_feeds_does_not_hide_them(backup: Path, tmp_path: Path) -> None:
    shutil.copy(backup, tmp_path)
    for number in range(3):
        (tmp_path / f"{number}.xml").write_text("<rss/>")

    assert probe(tmp_path).sure == 55


def test_a_folder_without_a_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<rss/>")

    with pytest.raises(InputError, match=r"no feed\.atom"):
        read(tmp_path)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_file_cut_off_is_refused(backup: Path, api: Path, tmp_path: Path, share: float) -> None:
    for whole in (backup, api / "posts.json", api / "comments.json"):
        cut = tmp_path / whole.name
        cut.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * share)])

        with pytest.raises(InputError, match="truncated"):
            read(cut)


@pytest.mark.parametrize("name", ["Anonymous", "Anonymní", "बेनामी", "ناشناس", "Tanpa Nama", "Anonīms"])
def test_nobody_is_nobody_in_every_language(tmp_path: Path, name: str) -> None:
    comment = {"kind": "blogger#comment", "id": "2", "blog": {"id": "77"}, "post": {"id": "1"}}
    path = dumped(tmp_path, POST, {**comment, "author": {"displayName": name}})

    assert ignored(path) == {"no_author": 1}


def test_a_name_in_json_has_its_entities_replaced(tmp_path: Path) -> None:
    path = dumped(tmp_path, POST | {"author": {"id": "g1", "displayName": "Ann &amp; Ben"}})

    (post,) = read(path)

    assert isinstance(post, Activity)
    assert post.actor_name == "Ann & Ben"


def test_one_object_longer_than_the_limit_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "post.json").write_text(json.dumps(POST | {"content": "x" * 3000}))

    (rejection,) = read(tmp_path / "post.json", Limits(line_bytes=2000))

    assert isinstance(rejection, Rejection)
    assert rejection.code == "too_large"


def test_an_address_that_is_none_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    path.write_text(json.dumps({**POST, "url": "http://[broken.example/2024/01/a.html"}))

    (post,) = read(path)

    assert isinstance(post, Activity)


@given(data=st.data())
def test_any_damage_gives_outcomes_or_an_error_of_ours(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = Path(__file__).parents[2] / "fixtures" / "blogger"
    name = data.draw(st.sampled_from(["blog-03-01-2012.xml", "api/posts.json", "api/comments.json"]))
    whole = bytearray((folder / name).read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=8)):
        whole[at] = data.draw(st.sampled_from(b'<>&"\0\xff{}[]0'))
    path = tmp_path_factory.mktemp("damage") / Path(name).name
    path.write_bytes(whole)

    with suppress(KibbutzError):
        assert all(isinstance(one, Activity | Rejection | Ignored) for one in read(path))


def test_every_entry_of_the_real_backups_is_accounted_for(shared: Path) -> None:
    for path in sorted((shared / "exports" / "blogger-atom").glob("*.xml")):
        text = path.read_text()

        kinds = Counter(re.findall(r"2008/kind#(\w+)", text))
        met = Counter(getattr(outcome, "kind", "ignored") for outcome in read(path))

        assert met["post"] == kinds["post"] + kinds["page"]
        assert met["reply"] == kinds["comment"]
        assert met.total() == len(re.findall(r"<(?:ns0:)?entry>", text))


def test_of_an_answer_whose_fields_are_sorted_the_kind_stands_behind_the_words(
    api: Path, tmp_path: Path
) -> None:
    answer = json.loads((api / "posts.json").read_text())
    answer["items"][0]["content"] += "x" * 5000
    (tmp_path / "posts.json").write_text(json.dumps(answer, sort_keys=True))

    assert probe(tmp_path / "posts.json").sure == 95
    assert list(told(tmp_path / "posts.json")) == list(told(api / "posts.json"))

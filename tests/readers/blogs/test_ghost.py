"""Exports of Ghost: who wrote, commented and liked, in which role, and what is never read."""

import json
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError, LimitError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.blogs import ghost
from kibbutz_cli.readers.blogs.ghostpeople import INSTALLER
from kibbutz_cli.readers.budget import Budget

ADA, BEN, CLEO = "ghost:1@Garden", "ghost:member-m2@Garden", "ghost:2@Garden"


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "ghost" / "garden.ghost.2024-05-01.json"


trial = Trial(ghost)
read, probe = trial.read, trial.probe


def told(path: Path) -> dict[str, Activity]:
    return {own.rpartition("/")[2]: deed for own, deed in trial.told(path).items()}


def dumped(folder: Path, value: object) -> Path:
    path = folder / "x.ghost.json"
    path.write_text(json.dumps(value))
    return path


def posts(*rows: object) -> dict[str, object]:
    return {"meta": {"exported_on": 1, "version": "003"}, "data": {"posts": rows}}


def test_a_post_is_its_first_authors(garden: Path) -> None:
    post = told(garden)["post-p1"]

    assert (post.kind, post.actor, post.actor_name, post.role) == (Kind.POST, ADA, "Ada", "owner")
    assert (post.community, post.thread_id, post.visibility) == ("Garden", "Garden/post-p1", "public")
    assert len('Plant {beans} late, says the "almanac".') == post.text_len
    assert post.published is not None
    assert post.published.isoformat() == "2024-03-01T10:00:00+00:00"


def test_the_site_goes_by_its_title_whatever_other_settings_stand_around_it(tmp_path: Path) -> None:
    said = [("description", "Thoughts"), ("title", "Garden"), ("meta_title", "Best garden"), ("lang", "en")]
    settings = [{"id": key, "key": key, "value": value} for key, value in said]
    export = posts({"id": "1", "author_id": "1", "status": "published"})
    paths = [tmp_path / "as_it_came", tmp_path / "turned"]
    for path, rows in zip(paths, (settings, settings[::-1]), strict=True):
        path.mkdir()
        export["data"] |= {"settings": rows}

        (post,) = trial.told(dumped(path, export)).values()

        assert (post.activity_id, post.actor, post.community) == ("Garden/post-1", "ghost:1@Garden", "Garden")


def test_a_post_that_is_kept_for_the_editor_alone_is_told(tmp_path: Path) -> None:
    post = {"author_id": "1", "status": "published", "lexical": '{"root": {}}'}
    kept = [post | {"id": "1"}, post | {"id": "2", "html": "x"}, post | {"id": "3", "status": "draft"}]
    path = dumped(tmp_path, posts(*kept))
    budget = Budget(Limits(), str(path))

    read(path, budget=budget)

    assert budget.repairs == {"posts without their words": 1}


def test_what_a_comment_quotes_is_none_of_its_words(tmp_path: Path) -> None:
    comment = {"id": "c", "post_id": "1", "member_id": "m", "html": "<blockquote>x y z</blockquote>ok"}
    export = posts({"id": "1", "author_id": "1", "status": "published"})
    export["data"] |= {
        "comments": [comment | {"status": "published"}],
        "members": [{"id": "m", "name": "Mo"}],
    }

    assert told(dumped(tmp_path, export))["comment-c"].text_len == len("ok")


def test_a_further_author_has_the_post_once_more(garden: Path) -> None:
    shared = told(garden)["post-p1#author-2"]

    assert (shared.actor, shared.actor_name, shared.role, shared.derived) == (CLEO, "Cleo", "author", True)


@pytest.mark.parametrize(("name", "told_of"), [("Ghost", 0), ("Gus", 2)], ids=["as it came", "taken"])
def test_the_posts_that_ghost_brings_along_are_nobodys(tmp_path: Path, name: str, told_of: int) -> None:
    own, _ = INSTALLER
    export = posts({"id": "1", "status": "published", "author_id": own}, {"id": "2", "status": "published"})
    export["data"] |= {
        "users": [{"id": own, "name": name, "slug": "ghost"}],
        "posts_authors": [{"post_id": "2", "author_id": own, "sort_order": 0}],
    }

    outcomes = read(dumped(tmp_path, export))

    assert [each.reason for each in outcomes if isinstance(each, Ignored)] == ["no_author"] * (2 - told_of)


def test_columns_nobody_knows_are_told_with_their_table_once_a_row(tmp_path: Path) -> None:
    tables = {
        "posts": [{"id": "1", "mood": "", "authors": [{"id": "2", "name": "Cleo", "age": 9}]}, {"id": "3"}],
        "users": [{"id": "2", "mood": ""}],
        "tags": [{"id": "4", "mood": ""}],
    }
    path = dumped(tmp_path, {"meta": {"exported_on": 1, "version": "003"}, "data": tables})
    budget = Budget(Limits(), str(path))

    assert len(read(path, budget=budget)) == 2
    assert budget.unknown == {"posts.mood": 1, "authors.age": 1, "users.mood": 1}


def test_a_comment_is_towards_the_author_of_the_post(garden: Path) -> None:
    comment = told(garden)["comment-c1"]

    assert (comment.kind, comment.actor, comment.target) == (Kind.REPLY, BEN, ADA)
    assert (comment.object_id, comment.thread_id) == ("Garden/post-p1", "Garden/post-p1")
    assert (comment.actor_name, comment.role, comment.text_len) == ("Ben", None, 5)


def test_an_answer_is_towards_the_comment_it_answers_though_that_comes_later(garden: Path) -> None:
    deeds = told(garden)

    assert (deeds["comment-c2"].object_id, deeds["comment-c2"].target) == ("Garden/comment-c1", BEN)
    assert (deeds["comment-c5"].object_id, deeds["comment-c5"].target) == ("Garden/comment-c2", ADA)


@pytest.mark.parametrize("answered", ["c1", "c9"], ids=["nobody", "missing"])
def test_who_answers_nobody_known_answers_nobody(tmp_path: Path, answered: str) -> None:
    comment = {"post_id": "1", "status": "published", "html": "ok"}
    export = posts({"id": "1", "author_id": "1", "status": "published"})
    export["data"] |= {
        "comments": [
            comment | {"id": "c1", "member_id": None},
            comment | {"id": "c2", "member_id": "m", "parent_id": answered},
        ],
        "members": [{"id": "m", "name": "Mo"}],
    }

    deed = told(dumped(tmp_path, export))["comment-c2"]

    assert (deed.object_id, deed.target) == (f"x.ghost/comment-{answered}", None)


def test_a_member_with_the_address_of_a_user_is_that_user(garden: Path) -> None:
    assert (told(garden)["comment-c2"].actor, told(garden)["comment-c2"].role) == (ADA, "owner")


def test_an_address_that_stands_for_nobody_is_no_users(garden: Path, tmp_path: Path) -> None:
    text = garden.read_text().replace("ADA@garden", "none@garden").replace("ada@garden", "none@garden")
    path = tmp_path / garden.name
    path.write_text(text)

    assert ADA not in {deed.actor for deed in told(path).values() if deed.kind is Kind.REPLY}


def test_a_like_is_towards_the_author_of_the_comment(garden: Path) -> None:
    like = told(garden)["like-l1"]

    assert (like.kind, like.actor, like.target) == (Kind.LIKE, ADA, BEN)
    assert (like.object_id, like.thread_id) == ("Garden/comment-c1", "Garden/post-p1")


def test_what_every_member_may_read_is_unlisted(garden: Path) -> None:
    deeds = told(garden)

    assert (deeds["post-p2"].visibility, deeds["comment-c7"].visibility) == ("unlisted", "unlisted")
    assert (deeds["post-p2"].clock, deeds["post-p1"].visibility) == (Clock.EXACT, "public")


def test_what_is_not_public_is_left_out_with_what_is_below_it(garden: Path) -> None:
    reasons = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    # Private: the paid post and the comment below it, and the letter. Deleted: a comment and its like.
    assert reasons == {"private": 3, "draft": 1, "no_author": 3, "deleted": 2, "held": 1}


def test_a_month_13_is_a_rejection_with_its_place(garden: Path) -> None:
    rejections = [str(outcome) for outcome in read(garden) if isinstance(outcome, Rejection)]

    expected = "published_at: '2024-13-01T10:00:00.000Z': expected a time"
    assert [f"{garden}:7: bad_time: {expected}"] == rejections


def test_no_address_and_no_password_is_kept(garden: Path) -> None:
    kept = " ".join(repr(outcome) for outcome in read(garden))

    assert "@garden.example" not in kept
    assert "hashed" not in kept


def test_the_content_api_names_authors_in_the_post(fixtures: Path) -> None:
    deeds = told(fixtures / "ghost" / "content-api.json")

    assert {key: deed.actor for key, deed in deeds.items()} == {
        "post-5c7e": "ghost:1@garden.example",
        "post-5c7e#author-2": "ghost:2@garden.example",
    }
    assert deeds["post-5c7e"].role == "blog-author"


def test_a_time_of_old_is_in_milliseconds(tmp_path: Path) -> None:
    (post,) = told(dumped(tmp_path, posts({"id": 1, "author_id": 7, "published_at": 1388318310783}))).values()

    assert (post.actor, post.activity_id) == ("ghost:7@x.ghost", "x.ghost/post-1")
    assert (post.ts_us, post.clock) == (1388318310783000, Clock.EXACT)


def test_the_author_of_a_post_of_the_first_api_is_a_number_by_another_name(tmp_path: Path) -> None:
    (post,) = told(dumped(tmp_path, posts({"id": 1, "author": 7}))).values()

    assert post.actor == "ghost:7@x.ghost"


def test_what_migration_tools_write_is_read(tmp_path: Path) -> None:
    author = {"url": "https://m.example/@ada", "data": {"slug": "ada", "name": "Ada", "roles": ["Editor"]}}
    post = {"slug": "beans", "html": "x", "status": "published", "author": author}
    rows = {"posts": [{"url": "https://m.example/beans", "data": post}], "users": [author]}

    (deed,) = told(dumped(tmp_path, rows)).values()

    assert (deed.actor, deed.role, deed.clock) == ("ghost:ada@m.example", "editor", Clock.MISSING)
    assert probe(tmp_path / "x.ghost.json").sure == 85


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (7, "malformed"),
        ({"author_id": 1}, "no_id"),
        ({"id": "i" * 5000, "author_id": 1}, "malformed"),
        ({"id": 1, "author_id": 1, "published_at": True}, "bad_time"),
        ({"id": 1, "author_id": 1, "published_at": 2**62}, "bad_time"),
        ({"id": 2**70}, "bad_number"),
    ],
    ids=["number", "no id", "long id", "time", "far time", "big number"],
)
def test_a_senseless_row_is_set_aside(row: object, code: str, tmp_path: Path) -> None:
    outcomes = read(dumped(tmp_path, posts(row)))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_rows_are_told_apart_whatever_stands_in_them(tmp_path: Path) -> None:
    rows = [{}, {"id": 1, "author_id": 1, "html": "}, {"}, {"id": 2, "author_id": 1, "tags": [{}, {}]}, {}]

    outcomes = read(dumped(tmp_path, posts(*rows)))

    assert [getattr(one, "code", "post") for one in outcomes] == ["malformed", "post", "post", "malformed"]


def test_an_export_is_the_same_packed(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.copy(garden, tmp_path / "in")
    packed = Path(shutil.make_archive(str(tmp_path / "garden"), "zip", tmp_path / "in"))

    assert set(told(packed)) == set(told(garden))
    assert probe(packed).sure == 95


@pytest.mark.parametrize(
    ("value", "sure"),
    [
        ({"db": [{"meta": {}, "data": {}}]}, 95),
        ({"db": [{"data": {"posts": []}}]}, 95),
        (posts(), 90),
        ({"data": {"posts": [{"id": 1, "mobiledoc": "x"}]}}, 85),
        ({"data": {"posts": [{"id": 1}]}}, 0),
        ({"meta": {"pagination": {}}, "posts": [{"comment_id": "1", "id": 1}]}, 85),
        ({"posts": [{"data": {"author": {}, "html": "x"}, "url": "https://m.example/beans"}]}, 85),
        ({"posts": [{"data": {"author": {}}, "url": "https://m.example/beans"}]}, 0),
        ({"asd": [{"meta": {"exported_on": 1, "version": "003"}, "data": {"posts": []}}]}, 0),
        ({"db": {}}, 0),
        ([], 0),
    ],
    ids=[
        "whole",
        "data first",
        "bare",
        "data alone",
        "any posts",
        "sorted",
        "moved",
        "any data",
        "broken",
        "any db",
        "array",
    ],
)
def test_only_the_tables_of_ghost_are_recognised(value: object, sure: int, tmp_path: Path) -> None:
    assert probe(dumped(tmp_path, value)).sure == sure


def test_one_export_among_other_json_does_not_hide_it(garden: Path, tmp_path: Path) -> None:
    shutil.copy(garden, tmp_path)
    for number in range(2):
        (tmp_path / f"{number}.json").write_text("{}")

    assert probe(tmp_path).sure == 55


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"db": [{"data": {"posts": [{"id": 1}', "truncated JSON"),
        ('{"db": [{"data": {"posts": [{"id": 1}]', "truncated JSON"),
        ('{"db": [{"data": {"posts": [], "x', "truncated JSON"),
        ('{"db": [{"data": {"posts": [{"id": 1,}]}}]}', ":1: damaged JSON"),
        ('{"db":\n [{"data": {"posts": [{"id": 1} {"id": 2}]}}]}', ":2: damaged JSON"),
        ('{"db": [{"data": {"posts" [] }}]}', "expected a colon"),
        ('{"db": [{"data": {7: []}}]}', "expected a name"),
        ('{"db": [{"data": {"a": 1 "b": 2}}]}', "expected a comma or }"),
        ('{"db": [{"data": {"posts": []}}]} x', "text after the end"),
        ("[]", "expected an object"),
    ],
    ids=["row", "table", "name", "comma", "no comma", "colon", "number", "member", "after", "array"],
)
def test_a_damaged_export_is_refused(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text)

    with pytest.raises(InputError) as caught:
        read(tmp_path / "x.json")

    assert said in caught.value.message


def test_a_file_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no table of posts"):
        read(dumped(tmp_path, {"a": [1, {"b": []}], "c": {}, "d": "e", "f": [[]]}))


def test_a_folder_without_an_export_is_refused(tmp_path: Path) -> None:
    dumped(tmp_path, {})

    with pytest.raises(InputError, match="no export of Ghost"):
        read(tmp_path)


def test_a_long_row_is_set_aside_and_an_endless_one_refused(tmp_path: Path) -> None:
    path = dumped(tmp_path, posts({"id": 1, "author_id": 1, "html": "x" * 1500}))

    assert [one.code for one in read(path, Limits(line_bytes=1000)) if isinstance(one, Rejection)] == [
        "too_large"
    ]
    path.write_text(json.dumps(posts({"id": 1, "html": "x" * 2_000_000})))
    with pytest.raises(LimitError, match="more than 1,000 bytes"):
        read(path, Limits(line_bytes=1000))


def test_a_document_nested_too_deep_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"db": [{"data": ' + '{"a": ' * 200)

    with pytest.raises(LimitError, match="nested more than"):
        read(tmp_path / "x.json")


@given(
    data=st.lists(st.tuples(st.integers(0, 4000), st.sampled_from(b'{}[]",:0\\x\0\xff')), max_size=6),
    cut=st.integers(1, 6000),
)
def test_any_damage_gives_outcomes_or_an_error_of_ours(
    data: list[tuple[int, int]], cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fixtures = Path(__file__).parents[2] / "fixtures" / "ghost"
    whole = bytearray((fixtures / "garden.ghost.2024-05-01.json").read_bytes())
    for at, byte in data:
        whole[at] = byte
    path = tmp_path_factory.mktemp("damage") / "x.json"
    path.write_bytes(whole[: max(cut, 1)])

    with suppress(KibbutzError):
        assert all(isinstance(one, Activity | Rejection | Ignored) for one in read(path))


def test_every_post_of_the_real_exports_is_accounted_for(shared: Path) -> None:
    for path in sorted((shared / "exports" / "ghost-json").rglob("*.json")):
        if path.stat().st_size and path.name != "export-broken.json":
            told = json.loads(path.read_text())
            while "posts" not in told and {"db", "data"} & told.keys():
                told = told["db"][0] if "db" in told else told["data"]

            outcomes = read(path)

            deeds = [each for each in outcomes if isinstance(each, Activity)]
            brought = [each for each in outcomes if isinstance(each, Ignored) and each.reason == "no_author"]
            assert probe(path).sure >= 85, path
            assert len(deeds) + len(brought) == len(told.get("posts", [])), path

"""Dumps of the WordPress REST API: who wrote and commented, with the ids of WordPress exports."""

import json
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import JETPACK, Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.blogs import wprest
from kibbutz_cli.readers.budget import Budget

SITE = "www.garden.example/blog"
ADA, CLEO = f"wordpress:user-1@{SITE}", f"wordpress:user-2@{SITE}"
BEN = f"wordpress:mail-b09d26b440026e1a@{SITE}"
"""The hash of ben@shore.example, as a WordPress export has it."""

POST = {"id": 1, "type": "post", "title": {"rendered": "x"}, "author": 1, "link": "https://hill.example/x/"}
NOON = "2024-03-01T12:00:00"
COMMENT = {"id": 2, "post": 1, "author": 0, "author_name": "Ben", "content": {"rendered": "x"}}


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "wordpress-rest" / "garden"


trial = Trial(wprest)
read, probe = trial.read, trial.probe


def told(path: Path) -> dict[str, Activity]:
    return {own.removeprefix(f"{SITE}/"): deed for own, deed in trial.told(path).items()}


def dumped(folder: Path, value: object) -> Path:
    path = folder / "x.json"
    path.write_text(json.dumps(value))
    return path


def test_a_post_is_by_the_number_of_its_author(garden: Path) -> None:
    post = told(garden)["post-5"]

    assert (post.kind, post.actor, post.actor_name, post.role) == (Kind.POST, ADA, "Ada L.", "administrator")
    assert (post.activity_id, post.community, post.thread_id) == (f"{SITE}/post-5", SITE, f"{SITE}/post-5")
    assert len('Plant {them} late & "deep".') == post.text_len
    assert post.published is not None
    assert (post.published.isoformat(), post.clock) == ("2024-03-01T10:00:00+00:00", Clock.EXACT)


@pytest.mark.parametrize(
    ("kind", "told_of"), [("wpdiscuz_sticky", 2), ("anspress", 2), ("Comment", 2), ("note", 1)]
)
def test_a_comment_of_a_plug_in_that_readers_write_is_read(tmp_path: Path, kind: str, told_of: int) -> None:
    path = dumped(tmp_path, [POST, COMMENT | {"type": kind}])

    assert sum(isinstance(each, Activity) for each in read(path)) == told_of


def test_what_a_post_is_filed_under_wrote_none_of_it(tmp_path: Path) -> None:
    filed = [[{"taxonomy": kind, "slug": kind, "name": kind}] for kind in ("category", "post_tag")]
    inside = {"author": [{"id": 1, "name": "Ada", "slug": "ada"}], "wp:term": filed}

    outcomes = read(dumped(tmp_path, [POST | {"_embedded": inside}]))

    assert [each.actor for each in outcomes if isinstance(each, Activity)] == [
        "wordpress:user-1@hill.example"
    ]


def test_fields_nobody_knows_are_told_in_posts_their_authors_and_embedded_comments(tmp_path: Path) -> None:
    comment = {"id": 3, "content": {"rendered": "x", "soil": ""}, "mood": ""}
    inside = {"author": [{"id": 1, "name": "Ada", "age": 9}], "replies": [[comment]]}
    path = dumped(tmp_path, [POST | {"mood": "", "jetpack_shortlink": "", "_embedded": inside}])
    budget = Budget(Limits(), str(path))

    assert len(read(path, budget=budget)) == 2
    assert budget.unknown == {"mood": 2, "author.age": 1, "content.soil": 1}


def test_further_authors_have_the_post_once_more(garden: Path) -> None:
    deeds = told(garden)

    assert (deeds["post-5#author-cleo-m"].actor, deeds["post-5#author-cleo-m"].derived) == (CLEO, True)
    assert deeds["post-5#author-gus"].actor == f"wordpress:gus@{SITE}"
    assert "post-5#author-ada" not in deeds


@pytest.mark.parametrize(
    ("author", "slugs", "authors"),
    [
        (1, ["cap-gus"], ["gus"]),
        (1, ["cap-gus", "cap-cy"], ["gus", "cy"]),
        (1, ["cap-gus", "cap-ann"], ["user-1", "gus"]),
        (1, ["gus"], ["user-1", "gus"]),
        (2, ["cap-gus"], ["user-2", "gus"]),
        (0, ["cap-gus"], ["gus"]),
        (0, ["gus"], []),
    ],
    ids=[
        "a guest",
        "two",
        "who entered it second",
        "unmarked",
        "entered by a stranger",
        "by nobody",
        "neither",
    ],
)
def test_who_entered_a_post_is_its_author_unless_co_authors_plus_names_others_alone(
    tmp_path: Path, author: int, slugs: list[str], authors: list[str]
) -> None:
    terms = [{"taxonomy": "author", "slug": each, "name": each} for each in slugs]
    inside = {"author": [{"id": 1, "name": "Ann", "slug": "ann"}], "wp:term": [terms]}
    post = POST | {"author": author, "_embedded": inside}

    *posts, answer = [each for each in read(dumped(tmp_path, [post, COMMENT])) if isinstance(each, Activity)]

    expected = [f"wordpress:{each}@hill.example" for each in authors]
    assert [each.actor for each in posts] == expected
    assert answer.target == next(iter(expected), None)


@pytest.mark.parametrize("kind", ["question", "answer", "topic"])
def test_who_asks_and_answers_is_no_author_of_the_blog_for_it(tmp_path: Path, kind: str) -> None:
    (post,) = read(dumped(tmp_path, [POST | {"type": kind}]))

    assert isinstance(post, Activity)
    assert post.role is None


def test_names_are_as_their_people_wrote_them_though_wordpress_keeps_them_escaped(tmp_path: Path) -> None:
    term = {"taxonomy": "author", "slug": "cy", "name": "Cy &lt;3"}
    inside = {"author": [{"id": 1, "name": "R&amp;D", "slug": "ann"}], "wp:term": [[term]]}
    path = dumped(tmp_path, [POST | {"_embedded": inside}, COMMENT | {"author_name": "Tom &amp; Jo"}])

    names = [each.actor_name for each in read(path) if isinstance(each, Activity)]

    assert names == ["R&D", "Cy <3", "Tom & Jo"]


def test_a_comment_is_towards_the_author_of_the_post(garden: Path) -> None:
    comment = told(garden)["comment-21"]

    assert (comment.kind, comment.actor, comment.actor_name) == (Kind.REPLY, BEN, "Ben")
    assert (comment.object_id, comment.target, comment.target_name) == (f"{SITE}/post-5", ADA, "Ada L.")


def test_an_answer_is_towards_the_author_of_the_comment_though_that_comes_later(garden: Path) -> None:
    answer = told(garden)["comment-22"]

    assert (answer.actor, answer.actor_name, answer.target) == (CLEO, "Cleo", BEN)
    assert (answer.object_id, answer.thread_id) == (f"{SITE}/comment-21", f"{SITE}/post-5")


def test_a_comment_in_a_post_is_read_with_the_zone_of_the_blog_unknown(garden: Path) -> None:
    comment = told(garden)["comment-30"]

    assert (comment.target, comment.clock) == (ADA, Clock.ZONE_ASSUMED)
    assert comment.actor.startswith("wordpress:guest-")


def test_what_is_not_public_is_left_out_with_what_is_below_it(garden: Path) -> None:
    reasons = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    # Private: a post, one with a password, and the comment below the first. No activity: machinery, a
    # pingback and two users.
    expected = {"private": 3, "draft": 1, "attachment": 1, "not_activity": 4}
    assert reasons == expected | {"no_author": 2, "spam": 1, "held": 1}
    assert "comment-28" in told(garden)


@pytest.mark.parametrize(("access", "left_out"), JETPACK)
def test_what_is_for_those_who_pay_is_private_with_what_is_below_it(
    access: str, left_out: str | None, tmp_path: Path
) -> None:
    post = POST | {"meta": {"_jetpack_newsletter_access": access}}

    for outcome in read(dumped(tmp_path, [post, COMMENT | {"date_gmt": NOON}])):
        assert getattr(outcome, "reason", None) == left_out


@pytest.mark.parametrize(
    ("picture", "post", "left_out"),
    [
        ({"status": "inherit"}, {}, None),
        ({"status": "private"}, {}, "private"),
        ({"status": "trash"}, {}, "deleted"),
        ({"status": "inherit", "post": 9}, {"status": "publish"}, None),
        ({"status": "inherit", "post": 9}, {"content": {"rendered": "x", "protected": True}}, None),
        ({"status": "inherit", "post": 9}, {"status": "private"}, "private"),
        ({"status": "inherit", "post": 9}, {"type": "attachment", "status": "private"}, "private"),
        ({"status": "inherit", "post": 1}, {}, None),
    ],
)
def test_what_is_said_below_a_picture_is_as_public_as_that_is(
    picture: dict[str, object], post: dict[str, object], left_out: str | None, tmp_path: Path
) -> None:
    shown = POST | {"type": "attachment"} | picture

    outcomes = read(dumped(tmp_path, [shown, COMMENT | {"date_gmt": NOON}, POST | {"id": 9} | post]))

    assert getattr(outcomes[1], "reason", None) == left_out


def test_a_month_13_is_a_rejection_with_its_place(garden: Path) -> None:
    rejections = [str(outcome) for outcome in read(garden) if isinstance(outcome, Rejection)]

    expected = "bad_time: date_gmt: '2024-13-01T10:00:00': expected an ISO 8601 time"
    assert [f"{garden}!posts.json:8: {expected}"] == rejections


def test_no_address_is_kept(garden: Path) -> None:
    assert "shore.example" not in " ".join(repr(outcome) for outcome in read(garden))


def test_what_a_comment_quotes_is_none_of_its_words(tmp_path: Path) -> None:
    words = {"rendered": "<blockquote>x y z</blockquote>ok"}

    (comment,) = trial.told(dumped(tmp_path, [COMMENT | {"content": words}])).values()

    assert comment.text_len == len("ok")


def test_one_object_is_a_file_and_its_site_is_where_it_links(tmp_path: Path) -> None:
    (post,) = told(dumped(tmp_path, POST)).values()

    assert (post.activity_id, post.role) == ("hill.example/post-1", "blog-author")
    assert (post.ts_us, post.clock) == (None, Clock.MISSING)


def test_a_dump_that_links_nowhere_is_called_like_its_file(tmp_path: Path) -> None:
    (comment,) = told(dumped(tmp_path, [COMMENT])).values()

    assert (comment.activity_id, comment.thread_id) == ("x.json/comment-2", "x.json/post-1")
    assert comment.target is None


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://Garden.example/wp-json/wp/v2/posts/1", "garden.example"),
        ("https://garden.example/Blog/index.php/wp-json/wp/v2/posts/1", "garden.example/Blog"),
        ("https://garden.example/index.php?rest_route=/wp/v2/posts/1", "garden.example"),
        ("https://public-api.wordpress.com/wp/v2/sites/1/posts/1", "hill.example"),
    ],
    ids=["usual", "folder", "plain permalinks", "WordPress.com"],
)
def test_the_site_is_the_address_of_its_api(address: str, site: str, tmp_path: Path) -> None:
    (post,) = told(dumped(tmp_path, POST | {"_links": {"self": [{"href": address}]}})).values()

    assert site == post.community


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([7], "malformed"),
        ([POST | {"id": None}], "no_id"),
        ([POST | {"id": "i" * 5000}], "malformed"),
        ([COMMENT | {"date": "then"}], "bad_time"),
        ([COMMENT | {"id": 2**70}], "bad_number"),
    ],
    ids=["number", "no id", "long id", "time", "big number"],
)
def test_a_senseless_object_is_set_aside(value: object, code: str, tmp_path: Path) -> None:
    outcomes = read(dumped(tmp_path, value))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


@pytest.mark.parametrize("shape", ["zip", "gztar"])
def test_a_folder_says_the_same_packed(garden: Path, tmp_path: Path, shape: str) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "garden"), shape, garden))

    assert set(told(packed)) == set(told(garden))
    assert probe(packed).sure == 90


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (json.dumps([POST]), 90),
        (json.dumps(COMMENT | {"parent": 0}), 90),
        (json.dumps([{"slug": "ada", "name": "Ada", "avatar_urls": {}}]), 80),
        ('[{"type": "post", "title": {"rendered": "x"}, "content": "cut of', 90),
        ('{"type": "post", "title": "rendered"}', 0),
        ('"rendered" [', 0),
        ("[]", 0),
    ],
    ids=["posts", "comment", "users", "long", "other", "no JSON", "empty"],
)
def test_only_objects_of_the_api_are_recognised(text: str, sure: int, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text)

    assert probe(tmp_path / "x.json").sure == sure


def test_one_dump_among_other_json_does_not_hide_it(tmp_path: Path) -> None:
    dumped(tmp_path, [POST])
    for number in range(2):
        (tmp_path / f"{number}.json").write_text("{}")

    assert probe(tmp_path).sure == 55


def test_a_folder_without_a_dump_is_refused(tmp_path: Path) -> None:
    dumped(tmp_path, {})

    with pytest.raises(InputError, match="no posts or comments"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["posts.json", "users.json"])
def test_a_file_cut_off_is_refused(garden: Path, tmp_path: Path, name: str) -> None:
    cut = tmp_path / name
    cut.write_bytes((garden / name).read_bytes()[:-3])

    with pytest.raises(InputError, match="truncated"):
        read(cut)


def test_an_object_cut_off_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(json.dumps(POST, indent=1)[:-3])

    with pytest.raises(InputError, match=r"x\.json:\d: truncated JSON"):
        read(tmp_path / "x.json")


@given(
    data=st.lists(st.tuples(st.integers(0, 1800), st.sampled_from(b'{}[]",:0\\x\0\xff')), max_size=6),
    name=st.sampled_from(["posts.json", "comments.json"]),
)
def test_any_damage_gives_outcomes_or_an_error_of_ours(
    data: list[tuple[int, int]], name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = Path(__file__).parents[2] / "fixtures" / "wordpress-rest" / "garden"
    whole = bytearray((folder / name).read_bytes())
    for at, byte in data:
        whole[at] = byte
    path = tmp_path_factory.mktemp("damage") / name
    path.write_bytes(whole)

    with suppress(KibbutzError):
        assert all(isinstance(one, Activity | Rejection | Ignored) for one in read(path))


def test_every_object_of_the_real_dumps_is_accounted_for(shared: Path) -> None:
    for path in sorted((shared / "exports" / "wordpress-rest-json").glob("*.json")):
        value = json.loads(path.read_text())
        items = value if isinstance(value, list) else [value]

        outcomes = read(path)

        written = [item for item in items if "type" in item and "author" in item]
        accepted = [one for one in outcomes if isinstance(one, Activity) and not one.derived]
        assert len(accepted) == sum("id" in item for item in written), path
        assert len([one for one in outcomes if not getattr(one, "derived", False)]) == len(items), path
        assert probe(path).sure >= 80, path


def test_who_answers_nobody_answers_nobody(tmp_path: Path) -> None:
    anonymous = COMMENT | {"author_name": "Anonymous"}
    answer = COMMENT | {"id": 3, "parent": 2}

    deeds = told(dumped(tmp_path, [POST, anonymous, answer]))

    assert deeds["hill.example/comment-3"].target is None

"""What a Discourse topic says of the posts that were saved apart from it."""

import json
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Kind
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.choose import Input, inputs
from kibbutz_cli.readers.forums import discourse

trial = Trial(discourse)

POST = {"id": 2, "topic_id": 5, "post_number": 2, "username": "ben", "user_id": 2, "cooked": "<p>So.</p>"}
POST |= {"created_at": "2024-01-01T10:00:00Z", "post_type": 1}
FIRST = POST | {"id": 1, "post_number": 1, "username": "ada", "user_id": 1}
ADA = {"id": 1, "username": "ada"}
TOPIC = {"id": 5, "title": "Peas", "archetype": "regular", "details": {"created_by": ADA}}
LIKE = {"action_type": 1, "acting_username": "cleo", "acting_user_id": 3, "username": "ben", "topic_id": 5}
LIKE |= {"post_number": 2, "created_at": "2024-01-01T11:00:00Z"}

APART = {
    "posts of the topic": {"post_stream": {"posts": [POST]}, "id": 5},
    "post": POST,
    "latest posts": {"latest_posts": [POST]},
}


def saved(folder: Path, **files: object) -> Path:
    """Return a folder with a file of each answer, in the order of their names."""
    for name, value in files.items():
        (folder / f"{name}.json").write_text(json.dumps(value))
    return folder


def opened(changed: dict[str, object], *posts: object) -> dict[str, object]:
    return TOPIC | changed | {"post_stream": {"posts": list(posts)}}


@pytest.mark.parametrize("apart", APART.values(), ids=APART)
@pytest.mark.parametrize(
    ("changed", "told_of_it"),
    [({"archetype": "private_message"}, "private"), ({"deleted_at": "2024-01-02T00:00:00Z"}, "deleted")],
)
def test_posts_saved_apart_are_as_public_as_their_topic(
    changed: dict[str, object], told_of_it: str, apart: object, tmp_path: Path
) -> None:
    folder = saved(tmp_path, a=apart, b=opened(changed, FIRST))

    assert trial.ignored(folder) == {told_of_it: 2}


def test_a_list_of_private_messages_tells_that_they_are(tmp_path: Path) -> None:
    listed = TOPIC | {"archetype": "private_message", "posts_count": 2}
    folder = saved(tmp_path, a=APART["post"], b={"users": [ADA], "topic_list": {"topics": [listed]}})

    assert trial.told(folder) == {}


@pytest.mark.parametrize(
    ("changed", "told_of_it"),
    [({"archetype": "private_message"}, "private"), ({"deleted_at": "2024-01-02T00:00:00Z"}, "deleted")],
)
def test_a_like_is_as_public_as_its_topic(
    changed: dict[str, object], told_of_it: str, tmp_path: Path
) -> None:
    folder = saved(tmp_path, a={"user_actions": [LIKE]}, b=opened(changed, FIRST))

    assert trial.ignored(folder) == {told_of_it: 2}


@pytest.mark.parametrize("apart", APART.values(), ids=APART)
def test_an_answer_saved_apart_is_accepted_by_whom_its_topic_names(apart: object, tmp_path: Path) -> None:
    folder = saved(tmp_path, a=apart, b=opened({"accepted_answer": {"post_number": 2}}, FIRST))

    (accept,) = (deed for deed in trial.told(folder).values() if deed.kind is Kind.ACCEPT)

    assert (accept.actor_name, accept.target_name) == ("ada", "ben")


def test_a_file_of_topics_and_posts_is_told_whole(tmp_path: Path) -> None:
    path = tmp_path / "posts.ndjson"
    lines = [FIRST, "no post", opened({}, POST), POST | {"id": 3, "post_number": 3}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))

    assert sorted(name.rpartition("/")[2] for name in trial.told(path)) == ["1", "2", "3"]


STAFF = {"id": 9, "name": "Staff", "slug": "staff", "topic_count": 3, "read_restricted": True}
GARDEN = {"id": 4, "name": "Garden", "slug": "garden", "topic_count": 8, "read_restricted": False}
TYPES = {"regular": 1, "moderator_action": 2, "small_action": 3, "whisper": 4}

CATEGORIES = {
    "site": {"default_archetype": "regular", "post_types": TYPES, "categories": [GARDEN, STAFF]},
    "categories": {"category_list": {"can_create_category": False, "categories": [GARDEN, STAFF]}},
    "below another": {"category_list": {"categories": [GARDEN | {"subcategory_list": [STAFF]}]}},
    "one": {"category": STAFF | {"group_permissions": [{"permission_type": 1, "group_name": "staff"}]}},
    "a list": [GARDEN, STAFF],
    "topics": {"users": [], "topic_list": {"categories": [GARDEN, STAFF], "topics": []}},
}


@pytest.mark.parametrize("told", CATEGORIES.values(), ids=CATEGORIES)
def test_what_is_in_a_category_for_some_alone_is_private(told: object, tmp_path: Path) -> None:
    posts = [post | {"topic_id": 6} for post in (FIRST, POST)]
    public = opened({"id": 6, "category_id": 4}, *posts)
    actions = {"user_actions": [LIKE, LIKE | {"topic_id": 7, "category_id": 9}, LIKE | {"topic_id": 6}]}
    folder = saved(tmp_path, a=actions, b=opened({"category_id": 9}, FIRST, POST), c=public, site=told)

    assert [found.reader for found in inputs(str(folder), Limits(), None) if isinstance(found, Input)] == [
        discourse
    ]
    assert sorted(trial.told(folder)) == [f"{tmp_path.name}/t/6/{end}" for end in ("1", "2", "2#like-cleo")]
    assert trial.ignored(folder) == {"private": 4}


def test_a_page_about_categories_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    folder = saved(tmp_path, a=opened({"category_id": 9}, FIRST))
    (folder / "site.json").write_text(
        '{"post_types": {"regular": 1}, "categories": [{"read_restricted": NaN}]}'
    )

    with pytest.raises(InputError, match="expected categories"):
        trial.read(folder)


def test_categories_alone_are_no_export(tmp_path: Path) -> None:
    assert trial.probe(saved(tmp_path, site=CATEGORIES["site"])).sure == 0


def test_what_staff_drafts_together_is_a_draft(tmp_path: Path) -> None:
    folder = saved(tmp_path, a=opened({"is_shared_draft": True}, FIRST), b=POST)

    assert trial.ignored(folder) == {"draft": 2}


def test_a_topic_that_no_list_shows_is_unlisted(tmp_path: Path) -> None:
    folder = saved(tmp_path, a=opened({"visible": False}, FIRST), b=POST)

    assert {deed.visibility for deed in trial.told(folder).values()} == {"unlisted"}

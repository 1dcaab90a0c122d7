"""Posts of Discourse forums: towards whom each is, also where the forum leaves that out."""

import json
import shutil
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.readers.forums import discourse

POST: dict[str, object] = {"id": 1, "topic_id": 5, "post_number": 2, "username": "ada", "user_id": 1}
POST |= {"cooked": "<p>So.</p>", "created_at": "2024-01-01T10:00:00Z"}
TALK = {"id": 5, "title": "Beds", "archetype": "regular"}
BY_BEN = {"created_by": {"id": 2, "username": "Ben"}}
FIRST = POST | {"post_number": 1, "username": "Ben", "user_id": 2}
NAMED = '<p>So, <a class="mention" href="/u/ben">@ben</a>.</p>'


trial = Trial(discourse)


def talk(*posts: dict[str, object], **told: object) -> dict[str, object]:
    """Return what the forum answers of a topic with these posts."""
    return TALK | {"details": BY_BEN, "post_stream": {"posts": list(posts)}} | told


def saved(folder: Path, value: object) -> Path:
    path = folder / "5.json"
    path.write_text(json.dumps(value))
    return path


def towards(path: Path) -> list[tuple[str, str | None]]:
    """Return what a post is and towards whom it is, then what else it tells."""
    return [
        (deed.kind.value, deed.target_name) for deed in trial.told(path).values() if deed.actor_name == "ada"
    ]


@pytest.mark.parametrize("username", [' data-username="ben"', ""], ids=["told", "of forums before 2017"])
def test_a_post_that_quotes_what_it_answers_is_towards_its_writer(username: str, tmp_path: Path) -> None:
    # A forum leaves out whom a post answers where it quotes them, unless its settings say else.
    quote = f'<aside class="quote"{username} data-post="3" data-topic="5">When?</aside>'
    third = POST | {"post_number": 3, "username": "Ben", "user_id": 2}
    reply = POST | {"post_number": 4, "reply_to_post_number": 3, "cooked": quote + NAMED}

    ((kind, target),) = towards(saved(tmp_path, talk(third, reply)))

    assert (kind, (target or "").lower()) == ("reply", "ben")


@pytest.mark.parametrize(
    "value",
    [talk(FIRST, POST | {"cooked": NAMED}, details={}), talk(POST | {"cooked": NAMED})],
    ids=["with the first post", "of a later page"],
)
def test_a_post_that_answers_nobody_else_is_towards_whoever_opened_the_topic(
    value: dict[str, object], tmp_path: Path
) -> None:
    assert towards(saved(tmp_path, value)) == [("reply", "Ben")]


def test_a_post_that_was_saved_apart_is_towards_whoever_opened_its_topic(tmp_path: Path) -> None:
    (tmp_path / "4.json").write_text(json.dumps(talk(FIRST)))
    saved(tmp_path, {"latest_posts": [POST | {"cooked": NAMED}]})

    assert towards(tmp_path) == [("reply", "Ben")]


@pytest.mark.parametrize("opener", [{"id": -1, "username": "system"}, {"username": "discobot"}])
def test_a_post_below_what_the_forum_opened_is_towards_nobody(
    opener: dict[str, object], tmp_path: Path
) -> None:
    first = POST | {"post_number": 1, "username": "system", "user_id": -1}

    assert towards(saved(tmp_path, talk(first, POST, details={"created_by": opener}))) == [("reply", None)]


@pytest.mark.parametrize("packing", ["zip", "gztar"])
def test_a_forum_that_no_address_names_is_called_the_same_packed_and_unpacked(
    packing: str, tmp_path: Path
) -> None:
    folder = tmp_path / "talk.hill.example"
    folder.mkdir()
    saved(folder, POST)
    packed = shutil.make_archive(str(folder), packing, folder)

    for place in (folder, Path(packed)):
        (post,) = trial.told(place).values()
        assert (post.community, post.actor) == ("talk.hill.example", "discourse:ada@talk.hill.example")


@pytest.mark.parametrize("program", ["system", "discobot"])
def test_nothing_is_done_towards_the_forums_own_users(program: str, tmp_path: Path) -> None:
    named = NAMED.replace("ben", program)
    quote = f'<aside class="quote" data-username="{program}" data-post="1" data-topic="5">Hello</aside>'
    answer = POST | {"reply_to_post_number": 1, "reply_to_user": {"username": program}}
    like = {"action_type": 1, "acting_username": "ada", "username": program, "topic_id": 5, "post_number": 1}
    saved(tmp_path, talk(answer | {"cooked": named}, POST | {"post_number": 3, "cooked": quote + named}))
    (tmp_path / "likes.json").write_text(
        json.dumps({"user_actions": [like | {"created_at": POST["created_at"]}]})
    )

    assert towards(tmp_path) == [("reply", None), ("reply", None), ("like", None)]

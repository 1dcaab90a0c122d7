"""Answers of the Stack Exchange API: the same people, posts and comments as in the dump of the site."""

import json
from collections import Counter
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection, RejectionCode
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.forums import stackexchange

ADA, BEN, BENEDIKT, ZOE = (f"stackexchange:{number}@garden" for number in range(1, 5))
LINK = "https://garden.stackexchange.com/q/1"
ALIKE = ("kind", "actor", "actor_name", "target", "target_name", "object_id", "thread_id", "community")
ALIKE += ("like_count", "reply_count", "view_count", "text_len")

trial = Trial(stackexchange)


def told(path: Path) -> dict[str, Activity]:
    return {own.partition("/")[2]: deed for own, deed in trial.told(path).items()}


@pytest.fixture
def api(fixtures: Path) -> Path:
    return fixtures / "stackexchange" / "api"


def owner(number: int) -> dict[str, object]:
    return {"user_id": number, "display_name": f"user{number}", "user_type": "registered"}


def question(number: int, **more: object) -> dict[str, object]:
    when = 1_580_000_000 + number
    return {"question_id": number, "owner": owner(1), "creation_date": when, "link": LINK, **more}


def save(path: Path, *items: object, **more: object) -> Path:
    path.write_text(json.dumps({"items": items, "has_more": False, "quota_max": 300, **more}))
    return path


def test_ids_people_and_targets_are_those_of_the_dump(api: Path, fixtures: Path) -> None:
    dump = told(fixtures / "stackexchange" / "garden.stackexchange.com")

    answered = told(api)

    same = [own for own in answered if not own.endswith("#accept")]
    assert len(same) == 8
    for own in same:
        for field in ALIKE:
            assert (own, field, getattr(answered[own], field)) == (own, field, getattr(dump[own], field))


def test_a_time_is_in_seconds_since_1970(api: Path) -> None:
    answer = told(api)["post-2"]

    assert answer.published is not None
    assert (answer.published.isoformat(), answer.clock) == ("2020-02-01T12:30:00+00:00", Clock.EXACT)


def test_an_acceptance_is_the_askers_at_the_moment_of_the_answer(api: Path) -> None:
    deeds = told(api)

    accepted = deeds["post-2#accept"]

    assert (accepted.kind, accepted.actor, accepted.target) == (Kind.ACCEPT, ADA, BEN)
    assert (accepted.object_id, accepted.thread_id) == ("garden/post-2", "garden/post-1")
    assert accepted.ts_us == deeds["post-2"].ts_us


def test_what_is_left_out_and_set_aside_is_told(api: Path) -> None:
    outcomes = trial.read(api)

    assert Counter(each.reason for each in outcomes if isinstance(each, Ignored)) == {
        "no_author": 2,
        "bot": 1,
    }
    assert [(each.position, each.code, each.reason) for each in outcomes if isinstance(each, Rejection)] == [
        (1, RejectionCode.BAD_TIME, "creation_date: expected seconds since 1970")
    ]


def test_items_are_numbered_through_the_pages_of_a_file(api: Path) -> None:
    outcomes = trial.read(api / "comments.jsonl")

    assert [each.position for each in outcomes if isinstance(each, Activity)] == [2, 3, 4, 5, 6]


def test_answers_and_comments_below_a_question_are_read(tmp_path: Path) -> None:
    said = {"comment_id": 3, "post_id": 2, "owner": owner(1), "creation_date": 1_580_000_003, "body": "Ta"}
    below = {"answer_id": 2, "question_id": 1, "owner": owner(2), "creation_date": 1_580_000_002}
    file = save(
        tmp_path / "q.json", question(1, accepted_answer_id=2, answers=[{**below, "comments": [said]}])
    )

    deeds = told(file)

    assert list(deeds) == ["post-1", "post-2", "post-2#accept", "comment-3"]
    assert [deed.target for deed in deeds.values()] == [None, ADA, BEN, BEN]


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("cooking.stackexchange.com", "cooking"),
        ("stackoverflow.com", "stackoverflow"),
        ("ru.stackoverflow.com", "ru.stackoverflow"),
        ("cooking.meta.stackexchange.com", "cooking.meta"),
        ("mathoverflow.net", "mathoverflow.net"),
    ],
)
def test_the_site_is_told_by_links(tmp_path: Path, host: str, site: str) -> None:
    file = save(tmp_path / "answer.json", question(1, link=f"https://{host}/questions/1/beans"))

    assert list(trial.told(file)) == [f"{site}/post-1"]


def test_without_a_link_the_site_is_what_the_folder_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "garden.stackexchange.com"
    folder.mkdir()
    file = save(folder / "questions.json", {**question(1), "link": None})

    assert list(trial.told(folder)) == ["garden/post-1"]
    assert list(trial.told(file)) == ["garden/post-1"]


def test_a_folder_of_pages_may_be_of_two_sites(tmp_path: Path) -> None:
    save(tmp_path / "a.json", question(1))
    save(tmp_path / "b.json", question(1, link="https://kitchen.stackexchange.com/q/1"))

    assert list(trial.told(tmp_path)) == ["garden/post-1", "kitchen/post-1"]


def test_pages_joined_and_bare_items_are_read_too(tmp_path: Path) -> None:
    joined, lines, bare = tmp_path / "joined.json", tmp_path / "lines.jsonl", tmp_path / "bare.json"
    joined.write_text(json.dumps([{"items": [question(1)], "has_more": True}, {"items": [question(2)]}]))
    lines.write_text("".join(json.dumps(question(number)) + "\n" for number in (1, 2)))
    bare.write_text(json.dumps([question(1), question(2)]))

    for file in (joined, lines, bare):
        assert trial.probe(file).sure == 95
        assert list(told(file)) == ["post-1", "post-2"]


def test_posts_that_say_their_type_are_read(tmp_path: Path) -> None:
    asked = {**question(1), "post_type": "question", "post_id": 1}
    replied = {"post_type": "answer", "post_id": 2, "owner": owner(2), "creation_date": 1_580_000_002}
    del asked["question_id"]

    deeds = told(save(tmp_path / "posts.json", asked, replied))

    assert [(own, deed.kind) for own, deed in deeds.items()] == [
        ("post-1", Kind.POST),
        ("post-2", Kind.REPLY),
    ]


def test_an_article_is_a_post_that_answers_nothing(tmp_path: Path) -> None:
    article = {"post_type": "article", "post_id": 9, "owner": owner(1), "creation_date": 1_580_000_009}
    said = {"comment_id": 3, "post_id": 9, "owner": owner(2), "creation_date": 1_580_000_010}

    deeds = told(save(tmp_path / "posts.json", {**article, "comments": [said], "link": LINK}))

    assert [(own, deed.kind, deed.thread_id) for own, deed in deeds.items()] == [
        ("post-9", Kind.POST, "garden/post-9"),
        ("comment-3", Kind.REPLY, "garden/post-9"),
    ]


def test_what_is_saved_of_a_team_is_read(tmp_path: Path) -> None:
    """so4t_data_export: items alone, questions with a time as in version 3, articles."""
    asked = question(1, creation_date="2020-01-26T00:53:21.5Z", is_deleted=False)
    gone = question(2, creation_date="2020-01-26T00:53:22.5Z", is_deleted=True)
    article = {"article_id": 9, "article_type": "policy", "owner": owner(2), "creation_date": 1_580_000_009}
    said = {"comment_id": 3, "post_id": 9, "owner": owner(1), "creation_date": 1_580_000_010}
    (tmp_path / "questions.json").write_text(json.dumps([asked, gone], indent=4))
    (tmp_path / "articles.json").write_text(json.dumps([{**article, "comments": [said]}], indent=4))

    deeds = told(tmp_path)

    assert {own: (deed.kind, deed.target) for own, deed in deeds.items()} == {
        "post-1": (Kind.POST, None),
        "post-9": (Kind.POST, None),
        "comment-3": (Kind.REPLY, BEN),
    }
    assert deeds["post-1"].ts_us == 1_580_000_001_500_000


def test_users_give_names_and_are_no_deeds(tmp_path: Path) -> None:
    zoe = {"user_id": 4, "account_id": 74, "display_name": "Zo&#235;", "badge_counts": {"gold": 1}}
    save(tmp_path / "users.json", zoe)
    save(tmp_path / "without names.json", question(1, owner={"user_id": 4}))

    outcomes = trial.read(tmp_path)

    assert [each.actor_name for each in outcomes if isinstance(each, Activity)] == ["Zoë"]
    assert [each.reason for each in outcomes if isinstance(each, Ignored)] == ["not_activity"]


def test_an_acceptance_of_nobody_known_is_left_out(tmp_path: Path) -> None:
    lone = {"answer_id": 2, "question_id": 1, "owner": owner(2), "creation_date": 1_580_000_002}

    file = save(tmp_path / "answers.json", {**lone, "is_accepted": True, "link": LINK})

    assert list(told(file)) == ["post-2"]
    assert trial.ignored(file) == {"no_author": 1}


def test_what_is_no_item_is_set_aside_or_left_out(tmp_path: Path) -> None:
    file = tmp_path / "pages.jsonl"
    pages = [{"items": [question(1), {"badge_id": 1}, 7]}, {"error_id": 502, "error_name": "throttle"}]
    file.write_text("".join(json.dumps(page) + "\n" for page in pages) + "{\n" + json.dumps(pages[0]) + "\n")

    outcomes = trial.read(file)

    assert [each.reason for each in outcomes if isinstance(each, Ignored)] == ["not_activity"] * 4
    assert [each.code for each in outcomes if isinstance(each, Rejection)] == ["malformed", "malformed"]


def test_a_line_of_a_timeline_is_no_deed(tmp_path: Path) -> None:
    line = {"timeline_type": "comment", "question_id": 1, "comment_id": 3, "creation_date": 1_580_000_003}

    assert trial.ignored(save(tmp_path / "timeline.json", question(1), line)) == {"not_activity": 1}


EDITED = {"post_type": "question", "post_id": 1, "creation_date": 1_580_000_009}
NO_DEEDS = {
    "revision": {**EDITED, "user": owner(3), "revision_guid": "5B1C", "revision_number": 2},
    "suggested edit": {**EDITED, "proposing_user": owner(3), "suggested_edit_id": 5},
    "reputation": {
        "post_type": "question",
        "post_id": 1,
        "user_id": 1,
        "reputation_change": 10,
        "on_date": 9,
    },
}


@pytest.mark.parametrize("item", NO_DEEDS.values(), ids=NO_DEEDS)
def test_what_is_told_of_a_post_is_no_post(tmp_path: Path, item: dict[str, object]) -> None:
    below = {"answer_id": 2, "question_id": 1, "owner": owner(2), "creation_date": 1_580_000_002}
    asked = question(1, accepted_answer_id=2, answers=[below])

    file = save(tmp_path / "q.json", asked, item)

    assert [deed.target for deed in told(file).values()] == [None, ADA, BEN]
    assert trial.ignored(file) == {"not_activity": 1}


def test_bare_revisions_are_no_deeds(tmp_path: Path) -> None:
    file = tmp_path / "revisions.json"
    file.write_text(json.dumps([NO_DEEDS["revision"], NO_DEEDS["suggested edit"]]))

    assert trial.probe(file).sure == 95
    assert trial.ignored(file) == {"not_activity": 2}


@pytest.mark.parametrize("order", [1, -1], ids=["oldest first", "newest first"])
@pytest.mark.parametrize(
    ("to", "answered"), [(2, "comment-10"), (3, "post-1"), (1, "post-1")], ids=["known", "silent", "asker"]
)
def test_a_comment_answers_what_whom_it_names_commented_before(
    to: int, answered: str, order: int, tmp_path: Path
) -> None:
    written = [(8, 1), (9, 2), (10, 2), (11, 4), (12, 2), (13, 3)]
    said = [
        {"comment_id": number, "post_id": 1, "owner": owner(user), "creation_date": 1_580_000_000 + number}
        for number, user in written
    ]
    said[3]["reply_to_user"] = owner(to)
    path = save(tmp_path / "comments.json", *said[::order], question(1))

    assert told(path)["comment-11"].object_id == f"garden/{answered}"


def test_a_comment_that_the_api_does_not_resolve_answers_none_written_later(tmp_path: Path) -> None:
    written = [(8, 2, "First"), (9, 4, "@user2 Ok"), (10, 2, "Third")]
    said = [
        {
            "comment_id": number,
            "post_id": 1,
            "owner": owner(user),
            "creation_date": 1_580_000_000,
            "body": text,
        }
        for number, user, text in written
    ]
    path = save(tmp_path / "comments.json", *said[::-1], question(1))

    deed = told(path)["comment-9"]

    assert (deed.target, deed.object_id) == ("stackexchange:2@garden", "garden/post-1")


def test_a_comment_without_a_time_is_set_aside(tmp_path: Path) -> None:
    said = {"comment_id": 3, "post_id": 1, "owner": owner(2)}

    outcomes = trial.read(save(tmp_path / "q.json", question(1, comments=[said])))

    assert [each.code for each in outcomes if isinstance(each, Rejection)] == [RejectionCode.BAD_TIME]


def test_the_same_words_are_known_again_in_posts_and_comments(tmp_path: Path) -> None:
    offer = "Buy our beans, they are the best in all the valleys here."
    said = {"comment_id": 3, "post_id": 1, "owner": owner(1), "creation_date": 1_580_000_002, "body": offer}

    deeds = told(save(tmp_path / "q.json", question(1, body=f"<p>{offer}</p>", comments=[said])))

    assert deeds["post-1"].text_print is not None
    assert deeds["comment-3"].text_print == deeds["post-1"].text_print


def test_words_may_be_given_as_markdown(tmp_path: Path) -> None:
    said = {"comment_id": 3, "post_id": 1, "owner": owner(2), "creation_date": 1_580_000_003}
    below = {**said, "body_markdown": "peas &amp; beans"}

    deeds = told(save(tmp_path / "q.json", question(1, body_markdown="2 &lt; 3?", comments=[below])))

    assert [deed.text_len for deed in deeds.values()] == [len("2 < 3?"), len("peas & beans")]


def test_an_empty_page_holds_nothing(tmp_path: Path) -> None:
    file = save(tmp_path / "empty.json", quota_remaining=1)

    assert trial.probe(file).sure == 95
    assert trial.read(file) == []


def test_other_json_with_items_is_not_claimed(tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text('{"items": [{"id": 1, "owner": {"id": 2}}], "has_more": true}')

    assert trial.probe(file).sure == 0


def test_accounts_are_those_of_the_network(api: Path) -> None:
    with open_tree(str(api), Budget(Limits(), str(api))) as tree:
        accounts = list(stackexchange.identities(tree, Budget(Limits(), str(api))))

    networks = {each.actor: each.network for each in accounts if each.network}
    assert networks == {
        actor: f"stackexchange.com/users/{number}"
        for actor, number in ((ADA, 71), (BEN, 72), (ZOE, 74), (BENEDIKT, 73))
    }
    assert len([each for each in accounts if each.gravatar]) == 4

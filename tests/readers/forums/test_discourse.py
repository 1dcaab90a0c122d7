"""Discourse forums: who answered, quoted, accepted and liked whom."""

import gzip
import json
import re
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mangling import mangled
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.forums import discourse
from kibbutz_cli.readers.forums.discoursequotes import Quote, entered, mentioned, parted

HOST = "talk.garden.example"
ADA, BEN, CLEO = (f"discourse:{name}@{HOST}" for name in ("ada", "ben", "cleo"))
POST = {"id": 1, "topic_id": 5, "post_number": 2, "username": "ada", "user_id": 1, "cooked": "<p>So.</p>"}
POST |= {"created_at": "2024-01-01T10:00:00Z"}


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "discourse" / "garden"


trial = Trial(discourse)
read, told, probe = trial.read, trial.told, trial.probe


def topic(path: Path) -> dict[str, Activity]:
    """Return the deeds of the topic by the end of their ids."""
    return {name.removeprefix(f"{HOST}/t/7/"): deed for name, deed in told(path / "7.json").items()}


def saved(folder: Path, value: object) -> Path:
    path = folder / "5.json"
    path.write_text(json.dumps(value))
    return path


def test_the_first_post_of_a_topic_opens_its_thread(garden: Path) -> None:
    post = topic(garden)["1"]

    assert (post.kind, post.actor, post.actor_name, post.community) == (Kind.POST, ADA, "ada", HOST)
    assert (post.object_id, post.thread_id) == (None, f"{HOST}/t/7/1")
    assert (post.like_count, post.reply_count, post.view_count) == (4, 2, 90)
    assert post.text_len == len("When to sow peas?\nThe beds are ready & warm.")


def test_a_post_answers_the_one_it_says(garden: Path) -> None:
    reply = topic(garden)["3"]

    assert (reply.kind, reply.object_id, reply.target) == (Kind.REPLY, f"{HOST}/t/7/2", BEN)


def test_a_post_answers_the_one_it_quotes(garden: Path) -> None:
    reply = topic(garden)["2"]

    assert (reply.object_id, reply.target) == (f"{HOST}/t/7/1", ADA)
    assert reply.text_len == len("After the last frost. Ask @cleo.")


def test_a_quote_of_another_topic_is_no_answer_to_it(tmp_path: Path) -> None:
    quote = '<aside class="quote" data-username="ben" data-post="4" data-topic="6">q</aside>'

    reply, mention = told(saved(tmp_path, POST | {"cooked": quote + "<p>So.</p>"})).values()

    assert (reply.object_id or "").endswith("/t/5/1")
    assert (mention.target or "").startswith("discourse:ben@")


def test_whom_a_quoted_text_mentions_is_mentioned_by_its_writer_alone(tmp_path: Path) -> None:
    cleo = '<a class="mention" href="/u/cleo">@cleo</a>'
    quote = f'<aside class="quote" data-username="ben" data-post="1" data-topic="5">{cleo}</aside>'
    words = f"<blockquote>{cleo}</blockquote><p>So, {cleo.replace('cleo', 'dan')}.</p>"

    reply, mention = told(saved(tmp_path, POST | {"cooked": quote + words})).values()

    forum = reply.community
    assert (reply.target, mention.target) == (f"discourse:ben@{forum}", f"discourse:dan@{forum}")


def test_a_post_answers_the_first_where_it_says_nothing(garden: Path) -> None:
    assert topic(garden)["9"].object_id == f"{HOST}/t/7/1"


def test_a_member_who_is_named_is_mentioned(garden: Path) -> None:
    mention = topic(garden)["2#mention-1"]

    assert (mention.kind, mention.actor, mention.target, mention.derived) == (Kind.MENTION, BEN, CLEO, True)


def test_an_accepted_answer_is_the_askers_deed(garden: Path) -> None:
    accept, answer = topic(garden)["2#accept"], topic(garden)["2"]

    assert (accept.kind, accept.actor, accept.target) == (Kind.ACCEPT, ADA, BEN)
    assert (accept.object_id, accept.ts_us) == (answer.activity_id, answer.ts_us)


def test_an_answer_is_accepted_by_whom_the_forum_names(garden: Path, tmp_path: Path) -> None:
    value = json.loads((garden / "7.json").read_text())
    value["accepted_answer"]["accepter_username"] = "Cleo"

    accepts = [deed for deed in told(saved(tmp_path, value)).values() if deed.kind is Kind.ACCEPT]

    assert [accept.actor for accept in accepts] == [CLEO]


@pytest.mark.parametrize(
    "ben", [{"accepter_username": "Cleo", "url": "/t/x/7/2"}, {"accepter": {"id": 3, "username": "Cleo"}}]
)
def test_each_of_several_answers_is_accepted_by_whom_the_forum_names_for_it(
    ben: dict[str, object], garden: Path, tmp_path: Path
) -> None:
    value = json.loads((garden / "7.json").read_text())
    del value["accepted_answer"]
    own = {"id": 71, "topic_id": 7, "username": "Ben", "created_at": "2024-01-01T11:00:00Z"}
    value["accepted_answers"] = [own | ben | {"post_number": 2}, {"post_number": 9, "username": "cleo"}]
    budget = Budget(Limits(), "5.json")

    accepts = [deed for deed in told(saved(tmp_path, value)).values() if deed.kind is Kind.ACCEPT]
    read(saved(tmp_path, value), budget=budget)

    assert [(accept.actor, accept.target) for accept in accepts] == [(CLEO, BEN), (ADA, CLEO)]
    assert budget.unknown == {}


@pytest.mark.parametrize("named", ["created_by", "accepter", "accepter_username"])
def test_what_the_forums_own_user_accepts_is_nobodys_deed(named: str, garden: Path, tmp_path: Path) -> None:
    system: dict[str, object] = {"id": -1, "username": "system"}
    value = json.loads((garden / "7.json").read_text())
    where = value["details"] if named == "created_by" else value["accepted_answer"]
    where[named] = "system" if named == "accepter_username" else system
    before = trial.ignored(garden / "7.json")

    after = trial.ignored(saved(tmp_path, value))

    assert after - before == {"bot": 1}


def test_a_lone_accepted_answer_does_not_say_whose_it_is(tmp_path: Path) -> None:
    outcomes = read(saved(tmp_path, POST | {"accepted_answer": True}))

    assert [getattr(outcome, "reason", "") for outcome in outcomes] == ["", "no_author"]


BELOW = {"id": 3, "user_id": 4, "username": "Ben", "created_at": "2024-01-01T11:00:00Z"}
BELOW |= {"raw": "> no\nYes, @cleo", "cooked": '<p>Yes, <a class="mention" href="/u/cleo">@cleo</a></p>'}
BELOW |= {"name": "Ben", "post_voting_vote_count": 1, "user_voted": False, "available_flags": []}


def test_a_comment_below_a_post_answers_it_in_its_topic(tmp_path: Path) -> None:
    budget = Budget(Limits(), "5.json")
    raw = BELOW | {"id": 4, "cooked": ""}

    outcomes = read(saved(tmp_path, POST | {"comments": [BELOW, raw], "comments_count": 2}), budget=budget)

    post, comment, mention, other, *rest = (one for one in outcomes if isinstance(one, Activity))
    assert (comment.kind, comment.actor_name, comment.text_len) == (Kind.REPLY, "Ben", len("Yes, @cleo"))
    assert (comment.object_id, comment.target) == (post.activity_id, post.actor)
    assert (comment.thread_id, comment.published) == (post.thread_id, mention.published)
    assert comment.activity_id == f"{post.activity_id}#comment-3"
    assert (mention.kind, mention.target_name, other.text_len) == (Kind.MENTION, "cleo", len("Yes, @cleo"))
    assert (rest, budget.records, budget.unknown) == ([], 3, {})


@pytest.mark.parametrize(
    ("post", "changed", "told_of_it"),
    [
        ({}, {"id": None}, "no_id"),
        ({}, {"created_at": None}, "bad_time"),
        ({}, {"username": None}, "no_author"),
        ({}, {"user_id": -1}, "bot"),
        ({}, {"deleted_at": "2024-01-02T00:00:00Z"}, "deleted"),
        ({"post_type": 4}, {}, "private"),
        ({"deleted_at": "2024-01-02T00:00:00Z"}, {}, "deleted"),
        ({"topic_id": None}, {}, "no_id"),
        ({"user_id": -1}, {}, ""),
        ({"username": None}, {}, ""),
    ],
)
def test_a_comment_is_left_out_for_itself_or_with_a_post_that_is_not_for_all(
    post: dict[str, object], changed: dict[str, object], told_of_it: str, tmp_path: Path
) -> None:
    posts = [POST, POST | {"comments": [BELOW | changed]} | post]

    outcome = read(saved(tmp_path, {"latest_posts": posts}))[2]

    assert getattr(outcome, "reason", "") in {told_of_it} or getattr(outcome, "code", "") == told_of_it
    assert told_of_it or (isinstance(outcome, Activity) and outcome.target is None)


def test_roles_that_are_given_are_told(garden: Path) -> None:
    roles = {name: deed.role for name, deed in topic(garden).items() if name.isdigit()}

    assert roles == {"1": None, "2": "leader", "3": "admin", "6": None, "9": "moderator"}


def test_what_is_hidden_stays_and_what_is_private_or_deleted_does_not(garden: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(garden / "7.json") if isinstance(outcome, Ignored))

    assert ignored == {"bot": 1, "service": 1, "private": 1, "deleted": 1}
    assert topic(garden)["6"].visibility == "removed"


@pytest.mark.parametrize(
    ("changed", "left_out"),
    [
        ({"action_code": None}, []),
        ({"action_code": ""}, []),
        ({"action_code": "split_topic"}, ["service"]),
        ({"cooked": "", "raw": " "}, ["service"]),
        ({"cooked": "", "raw": "So."}, []),
        ({"cooked": "<p><img src='bees.png'></p>"}, []),
        ({"cooked": "<p>This topic is now closed. New replies are no longer allowed.</p>"}, ["service"]),
        ({"cooked": "<p>This topic is now pinned globally. It will appear at the top.</p>"}, ["service"]),
        ({"raw": "This topic was automatically closed after 2 days.", "cooked": ""}, ["service"]),
        ({"blurb": "This topic is now unlisted. It will no longer", "cooked": ""}, ["service"]),
        ({"cooked": "<p>This topic is now closed: the beans are in.</p>"}, []),
        ({"cooked": "<p>This topic is now about peas. So we moved it.</p>"}, []),
        ({"cooked": "<p>So. This topic is now closed. New replies are no longer allowed.</p>"}, []),
    ],
)
def test_what_staff_wrote_in_their_colour_is_a_post_and_what_the_forum_wrote_for_them_is_none(
    changed: dict[str, object], left_out: list[str], tmp_path: Path
) -> None:
    (outcome,) = read(saved(tmp_path, POST | {"post_type": 2} | changed))

    assert [getattr(outcome, "reason", None)] == (left_out or [None])
    assert left_out or isinstance(outcome, Activity)


@pytest.mark.parametrize(("told_so", "own"), [({"cooked_hidden": True}, 0), ({}, len("So."))])
def test_what_a_forum_shows_in_place_of_what_is_hidden_is_nobodys_words(
    told_so: dict[str, bool], own: int, tmp_path: Path
) -> None:
    (post,) = told(saved(tmp_path, POST | {"hidden": True} | told_so)).values()

    assert (post.text_len, post.visibility) == (own, "removed")


def test_a_list_tells_topics_as_their_first_posts(garden: Path) -> None:
    listed = told(garden)[f"{HOST}/t/8/1"]

    assert (listed.kind, listed.actor, listed.text_len) == (Kind.POST, CLEO, len("Snails"))


def test_a_topic_is_the_same_post_in_a_list(garden: Path) -> None:
    posts = [deed for deed in read(garden) if getattr(deed, "activity_id", "") == f"{HOST}/t/7/1"]

    assert [post.actor for post in posts if isinstance(post, Activity)] == [ADA, ADA]


def test_a_topic_of_a_list_without_its_users_is_left_out(garden: Path) -> None:
    reasons = [outcome.reason for outcome in read(garden / "latest.json") if isinstance(outcome, Ignored)]

    assert reasons == ["no_author"]


@pytest.mark.parametrize(
    ("first", "names"),
    [
        (["Original Poster", "Most Recent Poster"], ["ada"]),
        (["Original Poster, Most Recent Poster"], ["ada"]),
        (["Frequent Poster", "Most Recent Poster"], []),
        (["Most Recent Poster"], []),
        (["Vielschreiber", "Letzter Autor"], []),
        (["Letzter Autor"], []),
        (["Erstautor, Letzter Autor"], ["ada"]),
        ([None, None], ["ada"]),
    ],
)
def test_a_topic_of_a_list_whose_opener_is_gone_is_nobodys(
    first: list[str], names: list[str], tmp_path: Path
) -> None:
    """An opener stands first, whom the list calls in its language what it calls nobody behind them."""
    told_of = {"5": first, "6": ["Erstautor", "Vielschreiber", "Letzter Autor"]}
    topics = [
        {
            "id": number,
            "title": "Peas",
            "created_at": "2024-01-01T10:00:00Z",
            "posters": [
                {"description": called, "user_id": at} for at, called in enumerate(descriptions, start=1)
            ],
        }
        for number, descriptions in told_of.items()
    ]
    users = [{"id": at, "username": name} for at, name in enumerate(("ada", "ben", "cleo"), start=1)]

    deeds = told(saved(tmp_path, {"users": users, "topic_list": {"topics": topics}}))

    assert [deed.actor_name for deed in deeds.values()] == [*names, "ada"]


def test_a_like_of_a_users_activity_names_both(garden: Path) -> None:
    (like,) = [deed for deed in told(garden).values() if deed.kind is Kind.LIKE]

    assert (like.actor, like.target, like.object_id) == (ADA, BEN, f"{HOST}/t/7/2")


def test_private_messages_are_left_out(tmp_path: Path) -> None:
    value = {"id": 5, "archetype": "private_message", "post_stream": {"posts": [POST]}}

    (outcome,) = read(saved(tmp_path, value))

    assert isinstance(outcome, Ignored)
    assert outcome.reason == "private"


def test_a_forum_that_does_not_tell_its_host_goes_by_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "peas"
    folder.mkdir()

    assert {deed.community for deed in told(saved(folder, POST)).values()} == {"peas"}
    assert {deed.community for deed in told(folder).values()} == {"peas"}


def test_a_list_of_posts_is_read(tmp_path: Path) -> None:
    path = saved(
        tmp_path, {"latest_posts": [POST, POST | {"post_number": 3, "raw": "> no\n1 < 2", "cooked": ""}]}
    )

    first, second = told(path).values()

    assert (first.text_len, second.text_len) == (3, len("1 < 2"))
    assert probe(path).sure == 94


@pytest.mark.parametrize(
    ("markup", "words", "quotes"),
    [
        ("<p>a</p>", "<p>a</p>", []),
        (
            '<aside class="quote" data-post="3" data-topic="7"><blockquote>q</blockquote></aside>a',
            "a",
            [("7", "3", "")],
        ),
        ('<aside class="onebox">site</aside>a', "a", []),
        ("a<blockquote>q<blockquote>r</blockquote></blockquote>b</aside>", "ab", []),
        ('a<aside class="quote">q', "a", [("", "", "")]),
        ('<aside class="quote no-group" data-username="a&amp;b"></aside>', "", [("", "", "a&b")]),
        ('a<details class="elided"><details>q</details>r</details>b', "ab", []),
        ("a<details class='elided'>\nq</details>", "a", []),
        ("<details>a</details><blockquote>q</blockquote>b", "<details>a</details>b", []),
        ("<blockquote><details>q</details>r</blockquote>b", "b", []),
    ],
    ids=["none", "post", "site", "nested", "open", "escaped", "mail", "old mail", "folded", "folded quote"],
)
def test_quotes_are_told_from_words(markup: str, words: str, quotes: list[tuple[str, str, str]]) -> None:
    assert parted(markup) == (words, [Quote(*quote) for quote in quotes])


@pytest.mark.parametrize(
    ("raw", "words", "quotes"),
    [
        ("a > b", "a > b", []),
        ('[quote="Ben, post:3, topic:7, full:true"]\nq\n[/quote]\na', "\na", [("7", "3", "Ben")]),
        ('[quote="Ben B, post:3, topic:7, username:ben"]q[/quote]a', "a", [("7", "3", "ben")]),
        ("[QUOTE=ben]q[quote]r[/quote]s[/QUOTE]a", "a", [("", "", "ben")]),
        ("a[quote]q", "a", [("", "", "")]),
    ],
    ids=["none", "post", "shown name", "nested", "open"],
)
def test_quotes_are_told_from_words_as_they_were_entered(
    raw: str, words: str, quotes: list[tuple[str, str, str]]
) -> None:
    assert entered(raw) == (words, [Quote(*quote) for quote in quotes])


def test_a_post_without_its_html_answers_the_one_it_quotes(tmp_path: Path) -> None:
    raw = '[quote="ben, post:1, topic:5"]\nWhen?\n[/quote]\n\n> no\nSo.'

    (reply,) = told(saved(tmp_path, POST | {"cooked": "", "raw": raw})).values()

    assert (reply.target_name, (reply.object_id or "")[-6:], reply.text_len) == ("ben", "/t/5/1", 3)


def test_a_post_that_is_a_quote_alone_has_no_words(tmp_path: Path) -> None:
    cooked = '<aside class="quote" data-username="ben" data-post="1" data-topic="5">When?</aside>'
    raw = '[quote="ben, post:1, topic:5"]\nWhen?\n[/quote]'

    (reply,) = told(saved(tmp_path, POST | {"cooked": cooked, "raw": raw})).values()

    assert (reply.target_name, reply.text_len) == ("ben", 0)


def test_mentions_are_links_to_members() -> None:
    assert mentioned(
        '<a class="mention" href="/u/cleo">@cleo</a> @dan <a class="mention" href="/users/eve">'
    ) == [
        "cleo",
        "eve",
    ]


def test_a_name_of_other_letters_is_mentioned_as_it_is_written(tmp_path: Path) -> None:
    words = '<p><a class="mention" href="/u/zo%C3%AB_%E9%9B%AA">@Zo\u00eb_\u96ea</a></p>'

    _, mention = told(saved(tmp_path, POST | {"cooked": words})).values()

    assert ((mention.target or "").split("@")[0], mention.target_name) == (
        "discourse:zo\u00eb_\u96ea",
        "zo\u00eb_\u96ea",
    )


def test_other_json_is_not_ours(tmp_path: Path) -> None:
    path = saved(tmp_path, {"post_stream": 1, "topic_list": []})

    assert (probe(path).sure, probe(tmp_path).sure) == (0, 0)
    with pytest.raises(InputError, match="no topics or posts"):
        read(tmp_path)


def test_a_topic_that_is_cut_off_is_refused(garden: Path, tmp_path: Path) -> None:
    path = tmp_path / "7.json"
    path.write_bytes((garden / "7.json").read_bytes()[:-50])

    with pytest.raises(InputError, match=r"7\.json:\d+: truncated JSON"):
        read(path)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"post_number": None}, "no_id"),
        ({"topic_id": None}, "no_id"),
        ({"created_at": "2024-13-01"}, "bad_time"),
        ({"created_at": None}, "bad_time"),
        ({"username": "a" * 5000}, "malformed"),
    ],
    ids=["no number", "no topic", "month 13", "no time", "long name"],
)
def test_a_senseless_post_is_set_aside(changed: dict[str, object], code: str, tmp_path: Path) -> None:
    outcomes = read(saved(tmp_path, {"latest_posts": [POST, POST | changed]}))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


LIKE = {"action_type": 1, "acting_username": "ada", "username": "", "topic_id": 7, "post_number": 2}
LIKE |= {"created_at": "2024-01-01T10:00:00Z"}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"post_type": 4}, "private"),
        ({"acting_user_id": -2}, "bot"),
        ({"post_type": 2, "acting_user_id": 3}, None),
    ],
    ids=["whisper", "the forum's own user", "staff"],
)
def test_a_like_is_as_public_as_its_post_and_a_members(
    changed: dict[str, object], reason: str | None, tmp_path: Path
) -> None:
    (outcome,) = read(saved(tmp_path, {"user_actions": [LIKE | changed]}))

    assert getattr(outcome, "reason", None) == reason


@pytest.mark.parametrize(
    ("changed", "told_of_it"),
    [
        ({"topic_id": None}, "no_id"),
        ({"created_at": 7}, "bad_time"),
        ({"acting_username": ""}, "no_author"),
        ({"deleted": True}, "not_activity"),
    ],
)
def test_a_senseless_like_is_set_aside(changed: dict[str, object], told_of_it: str, tmp_path: Path) -> None:
    good, bad = read(saved(tmp_path, {"user_actions": [LIKE, LIKE | changed]}))

    assert isinstance(good, Activity)
    assert told_of_it == (bad.code if isinstance(bad, Rejection) else getattr(bad, "reason", ""))


def test_a_damaged_file_is_nobodys(tmp_path: Path) -> None:
    path = tmp_path / "1.json.gz"
    path.write_bytes(gzip.compress(b"x" * 1000)[:20])

    assert probe(path).sure == 0
    with pytest.raises(InputError):
        read(path)


@given(data=st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_our_own_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "5.json"
    path.write_bytes(b'{"post_stream": {"posts": [' + data + b"]}}")

    with suppress(KibbutzError):
        read(path)


def test_a_first_record_with_a_value_of_any_kind_can_be_asked_about(tmp_path: Path) -> None:
    values: list[object] = [
        POST,
        {"latest_posts": [POST]},
        {"topic_list": {"topics": []}},
        {"post_stream": {"posts": []}},
    ]

    sure = {probe(saved(tmp_path, record)).sure for value in values for record in mangled(value)}

    assert sure == {0, 94}


@pytest.mark.parametrize("name", ["7.json", "latest.json", "user_actions.json"])
def test_a_value_of_any_kind_in_any_place_is_read_or_set_aside(
    garden: Path, tmp_path: Path, name: str
) -> None:
    records = list(mangled(json.loads((garden / name).read_text())))
    path = tmp_path / "5.ndjson"
    path.write_text("".join(json.dumps(record) + "\n" for record in (POST, *records)))

    assert len(read(path)) > len(records)


def test_the_real_topics_are_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "perceval-tests" / "discourse"
    values = {path.name: json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))}

    for name, value in values.items():
        posts = value.get("post_stream", {}).get("posts", [value] if "username" in value else [])
        deeds = [deed for deed in told(folder / name).values() if not deed.derived]
        assert [deed.actor_name for deed in deeds] == [post["username"] for post in posts]
        assert sum(deed.kind is Kind.POST for deed in deeds) == sum(
            post["post_number"] == 1 for post in posts
        )
        answers = [re.search(r"/(\d+)$", deed.object_id or "/1") for deed in deeds]
        assert all(
            answer and answer[1] == str(post["reply_to_post_number"])
            for answer, post in zip(answers, posts, strict=True)
            if post["reply_to_post_number"]
        )
        assert probe(folder / name).sure == 94
    topics = sum(len(value.get("topic_list", {}).get("topics", [])) for value in values.values())
    ignored = Counter(outcome.reason for outcome in read(folder) if isinstance(outcome, Ignored))
    assert ignored == {"no_author": topics}
    assert not [outcome for outcome in read(folder) if isinstance(outcome, Rejection)]

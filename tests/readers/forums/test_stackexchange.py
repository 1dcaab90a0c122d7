"""Dumps of Stack Exchange sites: who did what towards whom, and what is never read."""

import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.readers.forums import stackexchange

ADA, BEN, BENEDIKT, ZOE = (f"stackexchange:{number}@garden" for number in range(1, 5))
QUESTION = '<row Id="1" PostTypeId="1" CreationDate="2020-02-01T10:00:00" OwnerUserId="1" Body="Why?"/>'


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "stackexchange" / "garden.stackexchange.com"


trial = Trial(stackexchange)
read, probe = trial.read, trial.probe


def told(path: Path) -> dict[str, Activity]:
    return {own.partition("/")[2]: deed for own, deed in trial.told(path).items()}


def dump(folder: Path, **tables: str) -> Path:
    for table, rows in tables.items():
        (folder / f"{table}.xml").write_text(f"<{table.lower()}>{rows}</{table.lower()}>", encoding="utf-8")
    return folder


def test_a_question_opens_a_thread(garden: Path) -> None:
    question = told(garden)["post-1"]

    assert (
        question.kind,
        question.actor,
        question.actor_name,
        question.target,
    ) == (Kind.POST, ADA, "Ada Byron", None)
    assert (question.community, question.thread_id) == ("garden", question.activity_id)
    assert (question.like_count, question.reply_count, question.view_count) == (7, 2, 120)
    assert len("When do I plant beans?") == question.text_len


def test_times_are_utc_though_the_dump_does_not_say_so(garden: Path) -> None:
    question = told(garden)["post-1"]

    assert question.published is not None
    assert question.published.isoformat() == "2020-02-01T10:00:00.500000+00:00"
    assert question.clock is Clock.EXACT


def test_an_answer_is_a_reply_to_the_asker(garden: Path) -> None:
    answer = told(garden)["post-2"]

    assert (answer.kind, answer.actor, answer.target) == (Kind.REPLY, BEN, ADA)
    assert (answer.object_id, answer.thread_id) == ("garden/post-1", "garden/post-1")


def test_a_score_below_zero_counts_as_none(garden: Path) -> None:
    assert told(garden)["post-2"].like_count == 0


def test_an_answer_to_nobodys_question_is_kept_without_a_target(garden: Path) -> None:
    answer = told(garden)["post-5"]

    assert (answer.target, answer.object_id) == (None, "garden/post-4")


def test_an_acceptance_is_the_askers_and_never_before_the_answer(garden: Path) -> None:
    accepted, answer = told(garden)["post-2#accept"], told(garden)["post-2"]

    assert (accepted.kind, accepted.actor, accepted.target) == (Kind.ACCEPT, ADA, BEN)
    assert (accepted.object_id, accepted.thread_id) == ("garden/post-2", "garden/post-1")
    assert accepted.ts_us == answer.ts_us


def test_a_favourite_is_a_like(garden: Path) -> None:
    favourite = told(garden)["vote-4"]

    assert (favourite.kind, favourite.actor, favourite.target) == (Kind.LIKE, BENEDIKT, ADA)


def test_a_bounty_is_a_like_when_offered_and_value_when_awarded(garden: Path) -> None:
    """100 reputation are two of the smallest bounties; the award names no giver, the offer does."""
    offered, awarded = told(garden)["vote-5"], told(garden)["vote-6"]

    assert (offered.kind, offered.actor, offered.target, offered.value) == (Kind.LIKE, ZOE, ADA, None)
    assert (awarded.kind, awarded.actor, awarded.target) == (Kind.ACCEPT, ZOE, BEN)
    assert (awarded.value, awarded.currency) == (2.0, "bounty")


def test_a_bounty_is_of_whom_offered_it_though_others_star_the_question(garden: Path, tmp_path: Path) -> None:
    shutil.copytree(garden, tmp_path / garden.name)
    votes = tmp_path / garden.name / "Votes.xml"
    star = '<row Id="99" PostId="1" VoteTypeId="5" UserId="3" CreationDate="2020-02-08T00:00:00.000" />'
    votes.write_text(votes.read_text("utf-8-sig").replace('<row Id="6"', f'{star}\n  <row Id="6"'))

    assert told(tmp_path / garden.name)["vote-6"].actor == ZOE


def test_a_bounty_that_nobody_got_is_nobodys_value(garden: Path) -> None:
    assert "vote-7" in told(garden)
    assert "vote-8" not in told(garden)


@pytest.mark.parametrize(
    ("comment", "target"),
    [
        ("comment-1", ADA),
        ("comment-2", BEN),
        ("comment-3", ADA),
        ("comment-4", BENEDIKT),
        ("comment-5", ADA),
        ("comment-6", BEN),
        ("comment-8", None),
    ],
    ids=["author", "name", "beginning", "letters", "nobody known", "no voice below this post", "lost post"],
)
def test_a_comment_is_towards_whom_it_names_else_the_author(
    garden: Path, comment: str, target: str | None
) -> None:
    assert told(garden)[comment].target == target


@pytest.mark.parametrize(
    ("comment", "answered"),
    [
        ("comment-1", "post-1"),
        ("comment-2", "comment-1"),
        ("comment-3", "post-1"),
        ("comment-4", "comment-3"),
        ("comment-5", "post-1"),
        ("comment-6", "post-2"),
    ],
    ids=["nobody", "name", "author", "beginning", "nobody known", "author of an answer"],
)
def test_a_comment_answers_what_whom_it_names_last_commented(
    garden: Path, comment: str, answered: str
) -> None:
    assert told(garden)[comment].object_id == f"garden/{answered}"


def test_a_comment_answers_the_last_of_several(tmp_path: Path) -> None:
    comments = "".join(
        f'<row Id="{number}" PostId="{post}" UserId="{user}" Text="{text}" CreationDate="2020-02-01"/>'
        for number, post, user, text in (
            (8, 1, 2, "first"), (9, 1, 2, "second"), (10, 2, 2, "elsewhere"), (11, 1, 3, "@Ben ok"),
            (12, 1, 2, "third"),
        )
    )  # fmt: skip
    users = '<row Id="2" DisplayName="Ben"/>'
    deeds = told(dump(tmp_path, Posts=QUESTION, Users=users, Comments=comments))

    assert (deeds["comment-11"].object_id, deeds["comment-11"].target) == (
        deeds["comment-9"].activity_id,
        deeds["comment-9"].actor,
    )


def test_a_comment_stands_in_the_thread_of_the_question(garden: Path) -> None:
    comment = told(garden)["comment-6"]

    assert (comment.object_id, comment.thread_id) == ("garden/post-2", "garden/post-1")


def test_a_name_that_two_have_names_nobody(tmp_path: Path) -> None:
    users = "".join(f'<row Id="{number}" DisplayName="Ben"/>' for number in (1, 2, 3))
    comments = "".join(
        f'<row Id="{number}" PostId="1" UserId="{number}" Text="{text}" CreationDate="2020-02-01"/>'
        for number, text in ((2, "first"), (3, "second"), (4, "@Ben which?"))
    )
    dump(tmp_path, Posts=QUESTION, Users=users, Comments=comments)

    assert told(tmp_path)["comment-4"].target == told(tmp_path)["post-1"].actor


def test_what_names_nobody_is_left_out_and_counted(garden: Path) -> None:
    ignored = Counter(outcome.reason.value for outcome in read(garden) if isinstance(outcome, Ignored))

    assert ignored == {"no_author": 5, "not_activity": 2, "bot": 1}


def test_rows_without_sense_are_set_aside_with_their_place(garden: Path) -> None:
    rejected = [
        (item.origin.member, item.position, item.code) for item in read(garden) if type(item) is Rejection
    ]

    assert rejected == [("Posts.xml", 7, "bad_time"), ("Posts.xml", 8, "no_id"), ("Comments.xml", 9, "no_id")]


@pytest.mark.parametrize(
    ("votes", "comments", "code"),
    [
        ('<row PostId="1" VoteTypeId="5" UserId="2"/>', "", "no_id"),
        ('<row Id="1" PostId="1" VoteTypeId="5" UserId="2" CreationDate="once"/>', "", "bad_time"),
        ("", '<row Id="1" PostId="1" UserId="2" CreationDate=""/>', "bad_time"),
        ("", "<line/>", "malformed"),
        (
            f'<row Id="{"9" * 5000}" PostId="1" VoteTypeId="5" UserId="2" CreationDate="2020-02-01"/>',
            "",
            "malformed",
        ),
    ],
    ids=["vote without id", "vote's time", "comment's time", "no row", "long id"],
)
def test_a_senseless_row_is_set_aside(tmp_path: Path, votes: str, comments: str, code: str) -> None:
    dump(tmp_path, Posts=QUESTION, Votes=votes, Comments=comments)

    assert [code] == [outcome.code for outcome in read(tmp_path) if isinstance(outcome, Rejection)]


def test_reputation_and_badges_change_nothing(garden: Path, tmp_path: Path) -> None:
    poor = Path(shutil.copytree(garden, tmp_path / garden.name))
    users = poor / "Users.xml"
    users.write_text(
        users.read_text().replace('Reputation="', 'Reputation="9').replace('Votes="', 'Votes="8')
    )
    (poor / "Badges.xml").write_text("<badges><row ")

    assert [item.model_dump(exclude={"origin"}) for item in read(garden)] == [
        item.model_dump(exclude={"origin"}) for item in read(poor)
    ]


def test_posts_alone_are_questions_and_answers(garden: Path) -> None:
    posts = garden / "Posts.xml"

    assert probe(posts).sure == 98
    assert {"post-1", "post-2", "post-5"} == set(told(posts))
    assert told(posts)["post-1"].actor_name is None


def test_a_zip_says_the_same_as_its_folder(garden: Path, tmp_path: Path) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "garden_2024-04"), "zip", garden))

    assert probe(packed).sure == 98
    assert [deed.model_dump(exclude={"origin"}) for deed in told(packed).values()] == [
        deed.model_dump(exclude={"origin"}) for deed in told(garden).values()
    ]


def test_two_sites_side_by_side_keep_their_people_apart(garden: Path, tmp_path: Path) -> None:
    for site in ("beans", "peas.meta.stackexchange.com"):
        shutil.copytree(garden, tmp_path / site)

    actors = {outcome.actor for outcome in read(tmp_path) if isinstance(outcome, Activity)}

    assert {"stackexchange:1@beans", "stackexchange:1@peas.meta"} <= actors


def test_another_file_of_a_dump_says_which_one_is_wanted(garden: Path) -> None:
    seen = {name: probe(garden / f"{name}.xml") for name in ("Comments", "Users", "Votes")}

    assert {found.sure for found in seen.values()} == {40}
    assert "name the folder" in seen["Votes"].seen


def test_a_folder_without_posts_is_refused(garden: Path, tmp_path: Path) -> None:
    shutil.copy(garden / "Votes.xml", tmp_path)

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match=r"no Posts\.xml"):
        read(tmp_path)


def test_a_cut_file_is_refused(garden: Path, tmp_path: Path) -> None:
    whole = (garden / "Posts.xml").read_bytes()
    (tmp_path / "Posts.xml").write_bytes(whole[:-40])

    with pytest.raises(InputError, match="truncated"):
        read(tmp_path)


@given(rows=st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_our_own_errors(
    tmp_path_factory: pytest.TempPathFactory, rows: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "Posts.xml"
    path.write_bytes(b"<posts><row " + rows + b"/></posts>")

    with suppress(KibbutzError):
        read(path)


def test_the_real_dump_is_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "stackexchange" / "quantumcomputing-2018-12"
    posts, votes, comments = (rows(folder / f"{name}.xml") for name in ("Posts", "Votes", "Comments"))
    owners = {post["Id"]: post.get("OwnerUserId", "-1") for post in posts}
    parents = {post["Id"]: post.get("ParentId", post["Id"]) for post in posts}

    deeds = told(folder).values()

    answers = sum(post["PostTypeId"] == "2" and owners[post["Id"]] != "-1" for post in posts)
    replies = sum(comment.get("UserId", "-1") != "-1" for comment in comments) + answers
    accepted = [vote["PostId"] for vote in votes if vote["VoteTypeId"] == "1"]
    assert Counter(deed.kind.value for deed in deeds) == {
        "post": sum(post["PostTypeId"] == "1" and owners[post["Id"]] != "-1" for post in posts),
        "reply": replies,
        "like": sum(vote["VoteTypeId"] in {"5", "8"} for vote in votes),
        "accept": sum(owners[parents[answer]] != "-1" for answer in accepted if answer in parents)
        + sum(vote["VoteTypeId"] == "9" and "BountyAmount" in vote for vote in votes),
    }
    assert {deed.value for deed in deeds if deed.currency} == {0.5, 1.0, 2.0, 3.0}


def rows(path: Path) -> list[dict[str, str]]:
    return [row.attrib for row in ElementTree.parse(path).getroot()]

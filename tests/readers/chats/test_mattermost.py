"""The fixtures are pages of posts beside files of users and channels, and a bulk export of one team.

Beside the page in ``lists`` all users are in one file, and all channels in another: what is private, and who
is a bot, is told only there.
"""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.activity import Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.chats import mattermost

ADA, BEN, CLEO = "mattermost:u1", "mattermost:u2", "mattermost:u4"
T = 1709287200000


trial = Trial(mattermost)


def bare(path: Path) -> list[str]:
    """Return the outcomes of a path without the place where each was read."""
    return [each.model_copy(update={"origin": None}).model_dump_json() for each in read(path)]


read, told, probe, ignored = trial.read, trial.told, trial.probe, trial.ignored


def rejections(path: Path) -> list[str]:
    return [str(outcome).removeprefix(f"{path}") for outcome in read(path) if isinstance(outcome, Rejection)]


@pytest.fixture
def pages(fixtures: Path) -> Path:
    return fixtures / "mattermost" / "pages"


@pytest.fixture
def lists(fixtures: Path) -> Path:
    return fixtures / "mattermost" / "lists"


@pytest.fixture
def bulk(fixtures: Path) -> Path:
    return fixtures / "mattermost" / "import.jsonl"


def test_a_post_is_known_by_its_own_id(pages: Path) -> None:
    post = told(pages)["p2"]

    assert (post.kind, post.actor, post.actor_name, post.role) == (Kind.POST, ADA, "ada", "admin")
    assert (post.community, post.thread_id) == ("garden", "p2")
    assert post.published is not None
    assert post.published.isoformat() == "2024-03-01T10:01:00+00:00"


def test_a_post_in_a_thread_answers_its_first(pages: Path) -> None:
    reply = told(pages)["p4"]

    assert (reply.kind, reply.object_id, reply.target, reply.thread_id) == (Kind.REPLY, "p3", ADA, "p2")


def test_a_user_name_that_somebody_has_is_a_mention(pages: Path) -> None:
    mentions = [deed for deed in told(pages).values() if deed.derived]

    assert [(mention.object_id, mention.target) for mention in mentions] == [("p4", CLEO)]


def test_a_post_that_begins_with_a_name_answers_that_person(pages: Path) -> None:
    reply = told(pages)["p5"]

    assert (reply.kind, reply.object_id, reply.target) == (Kind.REPLY, "p3", ADA)


def test_a_reaction_has_its_own_time(pages: Path) -> None:
    likes = [deed for deed in told(pages).values() if deed.kind is Kind.LIKE]

    assert [(like.actor, like.object_id, like.ts_us) for like in likes] == [(BEN, "p3", (T + 95000) * 1000)]


def test_joins_and_leaves_are_told(pages: Path) -> None:
    assert [told(pages)[own].kind for own in ("p1", "p10")] == [Kind.JOIN, Kind.LEAVE]


def test_a_guest_who_joins_a_channel_joins_it(tmp_path: Path) -> None:
    post = {
        "id": "p",
        "create_at": T,
        "user_id": "u1",
        "channel_id": "c",
        "type": "system_guest_join_channel",
    }
    (tmp_path / "posts.json").write_text(json.dumps({"order": ["p"], "posts": {"p": post}}))

    assert [(deed.kind, deed.actor) for deed in told(tmp_path).values()] == [(Kind.JOIN, ADA)]


@pytest.mark.parametrize("mark", ["from_webhook", "from_bot", "from_plugin"])
def test_what_a_program_posts_is_its_own_whosever_account_it_has(mark: str, tmp_path: Path) -> None:
    post = {"id": "p", "create_at": T, "user_id": "u1", "channel_id": "c", "props": {mark: "true"}}
    (tmp_path / "posts.json").write_text(json.dumps({"order": ["p"], "posts": {"p": post}}))

    assert ignored(tmp_path) == {"bot": 1}


def test_what_is_left_out_is_counted(pages: Path) -> None:
    # Not an activity: a bot's post and its reaction, a webhook, and a notice.
    assert ignored(pages) == {"private": 1, "deleted": 1, "bot": 3, "service": 1}


def test_senseless_posts_are_set_aside_with_their_place(pages: Path) -> None:
    assert rejections(pages) == [
        "!posts.json:1: bad_time: create_at: expected milliseconds since 1970",
        "!posts.json:12: no_actor: user_id: expected the id of who wrote it",
        "!posts.json:13: no_id: id: expected the post's id",
    ]


def test_a_page_alone_is_read_and_its_people_go_by_their_ids(pages: Path) -> None:
    post = told(pages / "posts.json")["p2"]

    assert (post.actor, post.actor_name, post.community) == (ADA, None, "ch1")
    assert probe(pages / "posts.json").sure == probe(pages).sure == 92


def test_what_lists_of_users_and_channels_tell_is_heeded(lists: Path) -> None:
    post, mention = told(lists).values()

    assert (post.activity_id, post.actor_name, post.role, post.community) == ("s1", "ada", "admin", "garden")
    assert (mention.derived, mention.target) == (True, "mattermost:u2")
    assert ignored(lists) == {"private": 2, "bot": 1}


def test_channels_that_are_counted_are_heeded(lists: Path, tmp_path: Path) -> None:
    """So the interface gives all channels of a server to its admin."""
    shutil.copytree(lists, tmp_path, dirs_exist_ok=True)
    channels = json.loads((lists / "channels.json").read_text())
    (tmp_path / "channels.json").write_text(json.dumps({"channels": channels, "total_count": len(channels)}))

    assert ignored(lists) == ignored(tmp_path)


def test_users_and_channels_may_be_one_a_line(lists: Path, tmp_path: Path) -> None:
    (tmp_path / "posts.json").write_bytes((lists / "posts.json").read_bytes())
    for name in ("users", "channels"):
        entries = json.loads((lists / f"{name}.json").read_text())
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, entries)) + "\n")

    assert ignored(tmp_path) == {"private": 2, "bot": 1}


def test_a_broken_user_of_a_list_is_set_aside_with_its_place(lists: Path, tmp_path: Path) -> None:
    shutil.copytree(lists, tmp_path, dirs_exist_ok=True)
    (tmp_path / "users.json").write_text((lists / "users.json").read_text().replace('"ben"', "ben"))

    (rejection,) = rejections(tmp_path)

    assert rejection.startswith("!users.json:2: malformed")
    assert ignored(tmp_path) == ignored(lists)


def test_a_broken_channel_of_a_list_is_refused(lists: Path, tmp_path: Path) -> None:
    """Without it nobody knows whether it is private."""
    shutil.copytree(lists, tmp_path, dirs_exist_ok=True)
    channels = (lists / "channels.json").read_text()
    (tmp_path / "channels.json").write_text(channels.replace('"Garden"', "Garden"))

    with pytest.raises(InputError, match="expected a channel"):
        read(tmp_path)


@pytest.mark.parametrize("lost", [2, 30, 290])
def test_a_truncated_list_is_refused(lists: Path, tmp_path: Path, lost: int) -> None:
    (tmp_path / "posts.json").write_bytes((lists / "posts.json").read_bytes())
    (tmp_path / "channels.json").write_bytes((lists / "channels.json").read_bytes()[:-lost])

    with pytest.raises(InputError, match=r"channels\.json: truncated"):
        read(tmp_path)


@pytest.mark.parametrize("text", ["[draft] to do", "[]", "[7]", '[{"id": 7}]', '{"id": "t1", "name": "t"}'])
def test_other_files_beside_the_pages_tell_nothing(lists: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "posts.json").write_bytes((lists / "posts.json").read_bytes())
    (tmp_path / "notes").write_text(text)

    assert not rejections(tmp_path)
    assert len(told(tmp_path)) == len(["s1", "s2", "s3", "s4"])


BOT = {"user_id": "u1", "create_at": T, "update_at": T, "delete_at": 0, "username": "ada", "owner_id": "u9"}


@pytest.mark.parametrize("name", ["bots.json", "zbots.json"])
def test_whom_a_list_of_bots_names_is_one_whatever_the_users_say(
    lists: Path, tmp_path: Path, name: str
) -> None:
    for file in ("posts.json", "users.json"):
        (tmp_path / file).write_bytes((lists / file).read_bytes())
    bots = [{**BOT, "display_name": "Ada", "description": "says when", "last_icon_update": 0}]
    (tmp_path / name).write_text(json.dumps(bots))
    budget = Budget(Limits(), "")

    outcomes = read(tmp_path, budget=budget)

    assert Counter(each.reason for each in outcomes if isinstance(each, Ignored)) == {"bot": 3}
    assert budget.unknown == {}


def test_a_bot_without_users_beside_is_one(lists: Path, tmp_path: Path) -> None:
    (tmp_path / "posts.json").write_bytes((lists / "posts.json").read_bytes())
    (tmp_path / "bot.json").write_text(json.dumps(BOT))

    assert ignored(tmp_path) == {"bot": 2}


@pytest.mark.parametrize("form", ["slurped", "lines", "documents"])
def test_pages_joined_in_one_file_are_read_as_from_the_first_post_on(
    pages: Path, tmp_path: Path, form: str
) -> None:
    page = json.loads((pages / "posts.json").read_text())
    posts = list(page["posts"].items())
    newest, oldest = ({**page, "posts": dict(part)} for part in (posts[5:], posts[:5]))
    for file in ("channel.json", "user_ada.json", "user_cleo.json", "user_rain.json"):
        (tmp_path / file).write_bytes((pages / file).read_bytes())
    (tmp_path / "posts.json").write_text(
        json.dumps([newest, oldest], indent=1)
        if form == "slurped"
        else "".join(
            json.dumps(part, indent=1 if form == "documents" else None) + "\n" for part in (newest, oldest)
        )
    )
    (whole := tmp_path / "whole").mkdir()
    for file in ("channel.json", "user_ada.json", "user_cleo.json", "user_rain.json", "posts.json"):
        (whole / file).write_bytes((pages / file).read_bytes())
    (joined := tmp_path / "joined").mkdir()
    for file in tmp_path.glob("*.json"):
        file.rename(joined / file.name)

    assert probe(joined).sure == 92
    assert bare(joined) == bare(whole)
    assert bare(joined / "posts.json") == bare(whole / "posts.json")


def test_of_joined_pages_one_that_is_broken_is_set_aside(lists: Path, tmp_path: Path) -> None:
    page = json.dumps(json.loads((lists / "posts.json").read_text()))
    (tmp_path / "posts.json").write_text(f"{page}\n{{7}}\n{page}\n")

    assert [rejection.partition(": not JSON")[0] for rejection in rejections(tmp_path)] == [
        "!posts.json:2: malformed"
    ]
    assert ignored(tmp_path) == {"duplicate": 4}


def test_joined_pages_that_are_cut_off_are_refused(lists: Path, tmp_path: Path) -> None:
    page = (lists / "posts.json").read_text()
    (tmp_path / "posts.json").write_text(f"[{page},{page}"[:-20])

    with pytest.raises(InputError, match="truncated"):
        read(tmp_path)


def paged(folder: Path, *pages: list[dict[str, object]], beside: tuple[dict[str, object], ...] = ()) -> Path:
    """Write pages numbered from the newest, each with posts of its threads, and the users."""
    for number, posts in enumerate(pages):
        page = {
            "order": [post["id"] for post in reversed(posts)],
            "posts": {post["id"]: post for post in (*posts, *beside)},
        }
        (folder / f"page{number}.json").write_text(json.dumps(page))
    users = [{"id": "u1", "username": "ada"}, {"id": "u2", "username": "ben"}]
    (folder / "users.json").write_text(json.dumps(users))
    return folder


def posts(*said: tuple[str, str, int]) -> list[dict[str, object]]:
    return [
        {
            "id": f"p{number}",
            "create_at": T + minute * 60_000,
            "user_id": user,
            "channel_id": "c",
            "message": text,
        }
        for number, (user, text, minute) in enumerate(said)
    ]


CHAT = [("u1", "hello", 0), ("u2", "so", 8), ("u2", "well", 10), ("u2", "@ada yes", 12), ("u1", "oh", 70)]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_room_says_the_same_however_it_is_cut_into_pages(size: int, tmp_path: Path) -> None:
    said = posts(*CHAT)
    (tmp_path / "whole").mkdir()
    (tmp_path / "cut").mkdir()

    whole = told(paged(tmp_path / "whole", said))
    cut = told(paged(tmp_path / "cut", *[said[start : start + size] for start in range(0, 5, size)][::-1]))

    assert [(deed.kind, deed.target, deed.thread_id) for deed in whole.values() if not deed.derived] == [
        (Kind.POST, None, "p0"),
        (Kind.POST, None, "p1"),
        (Kind.POST, None, "p1"),
        (Kind.REPLY, ADA, "p0"),
        (Kind.POST, None, "p4"),
    ]
    assert [deed.thread_id for deed in cut.values()] == [deed.thread_id for deed in whole.values()]
    assert cut.keys() == whole.keys()


def test_what_the_threads_of_a_page_repeat_of_another_counts_once(tmp_path: Path) -> None:
    said = posts(*CHAT[:4], ("u2", "@ada so?", 14))
    path = paged(tmp_path, said[3:], said[:3], beside=(said[0],))

    assert (told(path)["p4"].kind, told(path)["p4"].object_id) == (Kind.REPLY, "p0")
    assert ignored(path) == {"duplicate": 1}


def test_in_a_bulk_export_people_go_by_their_user_names(bulk: Path) -> None:
    post = told(bulk)[f"green/garden/{T}-ada"]

    assert (post.actor, post.role, post.community) == ("mattermost:ada", "admin", "green/garden")


def test_a_reply_in_a_bulk_export_answers_the_post_that_holds_it(bulk: Path) -> None:
    reply = told(bulk)[f"green/garden/{T + 5000}-ben"]

    assert (Kind.REPLY, f"green/garden/{T}-ada", "mattermost:ada") == (
        reply.kind,
        reply.object_id,
        reply.target,
    )


def test_the_kinds_of_a_bulk_export(bulk: Path) -> None:
    assert Counter(deed.kind for deed in told(bulk).values() if not deed.derived) == {
        "post": 1,
        "reply": 2,
        "join": 1,
        "dislike": 1,
    }
    assert ignored(bulk) == {"private": 3, "bot": 1}
    assert probe(bulk).sure == 93


def test_a_channel_whose_line_is_lost_is_private(tmp_path: Path, bulk: Path) -> None:
    first = bulk.read_text().splitlines()[0]
    channels = [{"team": "g", "name": name, "type": kind} for name, kind in (("c", "O"), ("p", "P"))]
    posts = [
        {"team": "g", "channel": name, "user": "zoe", "message": "hi", "create_at": T} for name in ("c", "p")
    ]
    lines = [json.dumps({"type": "channel", "channel": each}) for each in channels]
    lines += [json.dumps({"type": "post", "post": each}) for each in posts]
    file = tmp_path / "import.jsonl"
    file.write_text("\n".join([first, *lines]).replace('"name": "p"', '"name": NaN') + "\n")

    assert list(told(file)) == [f"g/c/{T}-zoe"]
    assert ignored(file) == {"private": 1}


def test_senseless_lines_of_a_bulk_export_are_set_aside(bulk: Path) -> None:
    # What tells its time comes last.
    assert rejections(bulk) == [
        ":14: bad_time: create_at: expected milliseconds since 1970",
        ":16: malformed: type: expected what the line is about",
        ":15: no_actor: user: expected the name of who wrote it",
    ]


def test_the_posts_of_a_bulk_export_are_placed_by_their_times_whatever_their_order(
    bulk: Path, tmp_path: Path
) -> None:
    """Servers write them by their ids, which are random."""
    said = {
        "ada": ("ada", "Shall we pick the beans?", 0),
        "more": ("ada", "The long ones?", 300_000),
        "cleo": ("cleo", "Mind the wasps", 310_000),
        "last": ("ada", "And the peas?", 400_000),
        "yes": ("ben", "@ada yes, all of them", 420_000),
        "late": ("ada", "Done", 3_000_000),
    }
    users = [{"type": "user", "user": {"username": name}} for name in ("ada", "ben", "cleo")]

    def placed(*order: str) -> list[tuple[str, str | None, str | None]]:
        posts = [
            {"team": "g", "channel": "c", "user": user, "message": words, "create_at": T + after}
            for user, words, after in map(said.__getitem__, order)
        ]
        rows = [*users, *({"type": "post", "post": post} for post in posts)]
        file = tmp_path / "import.jsonl"
        file.write_text("\n".join([bulk.read_text().splitlines()[0], *map(json.dumps, rows)]) + "\n")
        deeds = told(file).values()
        return [(deed.activity_id, deed.object_id, deed.thread_id) for deed in deeds if not deed.derived]

    by_time, by_id = placed(*said), placed("late", "yes", "more", "cleo", "last", "ada")

    first, last = f"g/c/{T}-ada", f"g/c/{T + 400_000}-ada"
    assert by_id == by_time
    assert by_time[1] == (f"g/c/{T + 300_000}-ada", None, first)
    assert by_time[4] == (f"g/c/{T + 420_000}-ben", last, last)


def test_a_bulk_export_without_a_list_of_people_names_them_itself(bulk: Path, tmp_path: Path) -> None:
    first = bulk.read_text().splitlines()[0]
    post = {"team": "g", "channel": "c", "user": "zoe", "message": "hi", "create_at": T}
    given = [{"user": "ada", "emoji_name": "x"}, {"emoji_name": "x"}]
    lines = [first, json.dumps({"type": "post", "post": post | {"reactions": given}}), "broken"]
    (tmp_path / "import.jsonl").write_text("\n".join(lines) + "\n")

    assert {"mattermost:zoe", "mattermost:ada"} == {deed.actor for deed in told(tmp_path).values()}
    assert len(rejections(tmp_path)) == 1


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("zoe joined the channel.", [Kind.JOIN]),
        ("zoe joined the channel as guest.", [Kind.JOIN]),
        ("zoe left the team.", [Kind.LEAVE]),
        ("ada added to the channel by zoe.", []),
        ("zoe updated the channel header to: Beds", []),
        ("zoe joined the channel. Welcome!", [Kind.POST]),
        ("ada joined the channel.", [Kind.POST]),
    ],
)
def test_notices_of_old_servers_are_known_by_their_words(
    bulk: Path, tmp_path: Path, message: str, expected: list[Kind]
) -> None:
    first = bulk.read_text().splitlines()[0]
    post = {"team": "g", "channel": "c", "user": "zoe", "message": message, "create_at": T}

    (tmp_path / "import.jsonl").write_text(f"{first}\n{json.dumps({'type': 'post', 'post': post})}\n")

    assert [deed.kind for deed in told(tmp_path).values()] == expected


def test_reactions_of_another_shape_say_nothing(pages: Path, tmp_path: Path) -> None:
    page = json.loads((pages / "posts.json").read_text())
    page["posts"]["p3"]["metadata"] = {"reactions": [{"emoji_name": "x"}, {"user_id": "u9"}]}
    page["posts"]["p4"]["metadata"] = {"reactions": "x"}
    page["posts"]["p5"]["user_id"] = "u" * 5000
    (tmp_path / "posts.json").write_text(json.dumps(page))
    (tmp_path / "broken.json").write_text('{"id": nonsense}')

    assert [deed.actor for deed in told(tmp_path).values() if deed.kind is Kind.LIKE] == ["mattermost:u9"]


def test_a_page_that_is_too_long_is_refused(pages: Path) -> None:
    with pytest.raises(LimitError, match="a page of more than 100 bytes"):
        read(pages / "posts.json", Limits(line_bytes=100))


def test_a_truncated_file_beside_the_pages_is_refused(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "posts.json").write_bytes((pages / "posts.json").read_bytes())
    (tmp_path / "user_ada.json").write_bytes((pages / "user_ada.json").read_bytes()[:-30])

    with pytest.raises(InputError, match=r"user_ada\.json: truncated"):
        read(tmp_path)


def test_a_truncated_page_is_refused(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "posts.json").write_bytes((pages / "posts.json").read_bytes()[:-30])

    with pytest.raises(InputError, match="not JSON"):
        read(tmp_path)


def test_a_truncated_bulk_export_is_refused(bulk: Path, tmp_path: Path) -> None:
    (tmp_path / "import.jsonl").write_bytes(bulk.read_bytes()[:-5])

    with pytest.raises(InputError, match="truncated"):
        read(tmp_path)


def test_other_documents_are_left_to_other_readers(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"posts": [], "create_at": 1, "channel_id": 1}')

    assert probe(tmp_path).sure == 0
    with pytest.raises(InputError, match="no posts"):
        read(tmp_path)


def test_the_real_pages_are_read_whole(shared: Path) -> None:
    folder = shared / "exports" / "perceval-tests" / "mattermost"
    posts = [
        post
        for file in ("mattermost_posts.json", "mattermost_posts_next.json")
        for post in json.loads((folder / file).read_text())["posts"].values()
    ]

    kinds = Counter(deed.kind for deed in told(folder).values())

    joins, replies = sum(bool(p["type"]) for p in posts), sum(bool(p["root_id"]) for p in posts)
    assert {"post": len(posts) - joins - replies, "reply": replies, "join": joins} == kinds

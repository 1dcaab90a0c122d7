"""``kibbutz identities suggest`` over two sources: from the suggestion to the score, and back again."""

import hashlib
import json
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

START = datetime(2024, 3, 4, 9, tzinfo=UTC)
ADA, BEN, CLEO = "ada@hill.example", "ben@vale.example", "cleo@shore.example"
SLACK_ADA = "slack:U0ADA0001"


def hashed(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:16]


def gravatar(address: str) -> str:
    return f"https://secure.gravatar.com/avatar/{hashlib.md5(address.encode()).hexdigest()}?s=96"


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """Write twelve weeks of a mailing list: Ben asks, Ada answers, and so does Cleo now and then."""
    mails = []
    for week in range(12):
        for number, (name, address) in enumerate((("Ben Vale", BEN), ("Ada Hill", ADA), ("Cleo", CLEO))):
            if name == "Cleo" and week % 3:
                continue
            moment = START + timedelta(weeks=week, hours=number)
            answers = f"In-Reply-To: <{week}-0@list.example>\n" if number else ""
            mails.append(
                f"From {address} {moment:%a %b %d %H:%M:%S %Y}\nFrom: {name} <{address}>\n"
                f"Date: {format_datetime(moment)}\nSubject: Beds\n{answers}"
                f"Message-ID: <{week}-{number}@list.example>\n\nSome words on the beds.\n\n"
            )
    path = tmp_path / "list.mbox"
    path.write_text("".join(mails))
    return path


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    """Write eight weeks of a Slack workspace in which Ada, of the same address, answers somebody else."""
    people = (("U0ADA0001", "Ada Hill", ADA), ("U0DAN0001", "Dan Moor", "dan@moor.example"))
    users = [
        {"id": own, "team_id": "T1", "profile": {"real_name": name, "email": mail}}
        for own, name, mail in people
    ]
    folder = tmp_path / "chat"
    (folder / "garden").mkdir(parents=True)
    (folder / "users.json").write_text(json.dumps(users))
    (folder / "channels.json").write_text(json.dumps([{"id": "C1", "name": "garden"}]))
    for week in range(8):
        day = START + timedelta(weeks=week, days=2)
        asked = f"{int(day.timestamp())}.000100"
        answer = f"{int(day.timestamp()) + 900}.000100"
        messages = [
            {"type": "message", "user": "U0DAN0001", "text": "When?", "ts": asked, "thread_ts": asked},
            {"type": "message", "user": "U0ADA0001", "text": "In May.", "ts": answer, "thread_ts": asked},
        ]
        (folder / "garden" / f"{day:%Y-%m-%d}.json").write_text(json.dumps(messages))
    return folder


def joins(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str, set[str]]]:
    """Return strength, kind of evidence and handles of every join."""
    assert done.returncode == 0, done.stderr
    return [
        (join["strength"], join["evidence"][0]["kind"], {each["handle"] for each in join["handles"]})
        for join in json.loads(done.stdout)["joins"]
    ]


def test_a_suggestion_is_edited_scored_explained_and_undone(
    kibbutz: Run, posts: Path, chat: Path, tmp_path: Path
) -> None:
    both, config = (posts, chat), tmp_path / "who.toml"
    mail_ada = f"mail:{hashed(ADA)}"

    def score() -> dict[str, dict[str, object]]:
        found = json.loads(kibbutz("score", *both, "--config", config, "--json").stdout)
        return {member["member"]: member for member in found["members"]}

    # Suggested, and not in force: one mailbox in two exports is weak.
    assert kibbutz("identities", "suggest", *both, "-o", config).returncode == 0
    suggested = config.read_text()
    assert_no_address_is_in(suggested)
    before = score()
    assert {mail_ada, SLACK_ADA} <= before.keys()
    assert before[mail_ada]["standing"] is not None

    # Edited: a person takes the marks away.
    config.write_text(re.sub(r'^# (?=\S+ = \[$|  "|\]$)', "", suggested, flags=re.MULTILINE))
    joined = score()
    assert joined.keys() == (before.keys() - {mail_ada, SLACK_ADA}) | {"ada-hill"}
    assert joined["ada-hill"]["deeds"] == 20

    # Explained: what the join does is shown, and is what the score without it says.
    told = json.loads(kibbutz("explain", "ada-hill", *both, "--config", config, "--json").stdout)
    assert sorted(told["member"]["handles"]) == [mail_ada, SLACK_ADA]
    apart = {each["handle"]: each for each in told["unjoined"]}
    assert {handle: each["deeds"] for handle, each in apart.items()} == {mail_ada: 12, SLACK_ADA: 8}
    for handle, each in apart.items():
        alone = before[handle]["standing"]
        assert (each["standing"] is None) == (alone is None)
        if alone is not None:
            assert each["standing"]["value"] == pytest.approx(alone["value"], abs=1e-6)
    said = kibbutz("explain", "ada-hill", *both, "--config", config).stdout
    assert "What the join does" in said
    assert ADA not in said

    # Undone: the line is taken out, and everything is as it was.
    lines = config.read_text()
    config.write_text(re.sub(r"^ada-hill = \[\n(?:  .*\n)*\]\n", "", lines, flags=re.MULTILINE))
    assert config.read_text() != lines
    assert score() == before


def assert_no_address_is_in(said: str) -> None:
    """In TOML, and as below in what is for people and in JSON."""
    assert SLACK_ADA in said
    assert not any(each in said for each in (ADA, "hill.example", "moor.example"))


def test_no_address_is_shown_of_either_source(kibbutz: Run, posts: Path, chat: Path) -> None:
    for way in ("text", "json"):
        assert_no_address_is_in(kibbutz("identities", "suggest", posts, chat, "--format", way).stdout)


def test_the_same_name_in_two_sources_joins_nobody(kibbutz: Run, posts: Path, chat: Path) -> None:
    users = chat / "users.json"
    users.write_text(users.read_text().replace(ADA, "someone.else@elsewhere.example"))

    assert joins(kibbutz("identities", "suggest", posts, chat, "--json")) == []


def test_an_address_for_examples_joins_nobody(kibbutz: Run, posts: Path, chat: Path) -> None:
    users = chat / "users.json"
    users.write_text(users.read_text().replace(ADA, "you@example.com"))
    posts.write_text(posts.read_text().replace(ADA, "you@example.com"))

    assert joins(kibbutz("identities", "suggest", posts, chat, "--json")) == []


def test_guests_with_one_placeholder_on_two_forums_are_nobody(kibbutz: Run, tmp_path: Path) -> None:
    for forum in ("garden", "orchard"):
        (tmp_path / f"{forum}.xml").write_text(
            '<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">'
            f'<thread dsq:id="1"><forum>{forum}</forum></thread><post dsq:id="2"><message>W</message>'
            "<createdAt>2020-03-02T08:00:00Z</createdAt><author><email>foo@bar.com</email><name>Foo</name>"
            '<isAnonymous>true</isAnonymous></author><thread dsq:id="1"/></post></disqus>'
        )

    done = kibbutz("identities", "suggest", "garden.xml", "orchard.xml", "--json")

    assert json.loads(done.stdout)["handles"] == 2
    assert joins(done) == []


def test_what_was_converted_still_tells_a_mailbox_by_the_id(
    kibbutz: Run, posts: Path, chat: Path, tmp_path: Path
) -> None:
    assert kibbutz("convert", posts, "-o", tmp_path / "list.jsonl").returncode == 0

    done = kibbutz("identities", "suggest", "list.jsonl", chat, "--json")

    assert joins(done) == [("weak", "address", {f"mail:{hashed(ADA)}", SLACK_ADA})]


def test_the_hidden_address_of_github_leads_from_a_commit_to_the_account(
    kibbutz: Run, tmp_path: Path
) -> None:
    hidden = "12+AdaH@users.noreply.github.com"
    (tmp_path / "seeds.gitlog.txt").write_text(
        f"commit {'a' * 40}\nAuthor: Ada <{hidden}>\nDate:   Mon Mar 4 09:00:00 2024 +0000\n\n    Sow\n\n"
        f"commit {'b' * 40}\nAuthor: Ben <{BEN}>\nDate:   Mon Mar 4 09:00:00 2024 +0000\n\n    Sow\n"
    )
    event = {
        "id": "1",
        "type": "WatchEvent",
        "actor": {"id": 12, "login": "AdaH"},
        "repo": {"name": "hill/seeds"},
        "payload": {},
        "created_at": "2024-01-15T10:00:00Z",
    }
    (tmp_path / "events.json").write_text(json.dumps(event) + "\n")

    done = kibbutz("identities", "suggest", "seeds.gitlog.txt", "events.json", "--json")

    assert joins(done) == [("weak", "address", {f"mail:{hashed(hidden.lower())}", "github:adah"})]


def test_an_account_of_gitter_that_is_one_of_github_is_strong(kibbutz: Run, tmp_path: Path) -> None:
    user = {"id": "u1", "username": "AdaH", "avatarUrl": "https://avatars-01.gitter.im/gh/uv/4/AdaH"}
    message = {"id": "m1", "text": "W", "sent": "2020-03-23T13:18:08.800Z", "fromUser": user}
    (tmp_path / "room.json").write_text(json.dumps([message]))
    opened = {
        "number": 1,
        "title": "Beds",
        "url": "https://api.github.com/repos/hill/seeds/issues/1",
        "html_url": "https://github.com/hill/seeds/issues/1",
        "user": {"login": "AdaH"},
        "created_at": "2024-01-15T10:00:00Z",
    }
    (tmp_path / "issues.json").write_text(json.dumps([opened]))

    done = kibbutz("identities", "suggest", "room.json", "issues.json", "--json")

    assert joins(done) == [("strong", "account", {"gitter:u1", "github:adah"})]


def test_a_guest_with_the_picture_of_a_user_of_the_same_site_is_strong(kibbutz: Run, tmp_path: Path) -> None:
    site = "https://garden.example"
    shown = {"24": gravatar(ADA)}
    user = {"id": 1, "name": "Ada", "slug": "ada", "link": f"{site}/author/ada/", "avatar_urls": shown}
    post = {"id": 5, "type": "post", "author": 1, "content": {"rendered": "W"}, "link": f"{site}/5"}
    comment = {"id": 7, "post": 5, "author": 0, "author_name": "A. H.", "author_avatar_urls": shown}
    nobody = {"24": "https://secure.gravatar.com/avatar/?s=24&d=mm"}
    other = {**comment, "id": 8, "author_name": "Nobody", "author_avatar_urls": nobody}
    comments = [{**each, "link": f"{site}/5#{each['id']}", "type": "comment"} for each in (comment, other)]
    (tmp_path / "blog").mkdir()
    for name, value in (("users", [user]), ("posts", [post]), ("comments", comments)):
        (tmp_path / "blog" / f"{name}.json").write_text(json.dumps(value))

    done = kibbutz("identities", "suggest", "blog", "--json")

    ((strength, kind, handles),) = joins(done)
    assert (strength, kind, len(handles)) == ("strong", "address", 2)
    assert "wordpress:user-1@garden.example" in handles


@pytest.mark.parametrize(("crowd", "found"), [(2, 1), (60, 0)], ids=["a few", "a crowd"])
def test_a_page_that_a_crowd_links_to_joins_nobody(
    kibbutz: Run, tmp_path: Path, crowd: int, found: int
) -> None:
    users = [{"id": f"{n}", "name": f"N{n}", "website": "https://x.example/"} for n in range(crowd)]
    posts = [{"id": f"p{n}", "author_id": f"{n}", "comment_id": "", "published_at": 1} for n in range(crowd)]
    backup = {"db": [{"meta": {}, "data": {"posts": posts, "users": users}}]}
    (tmp_path / "x.ghost.json").write_text(json.dumps(backup))
    (tmp_path / "x.atom").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>F</title><entry><id>urn:1</id>'
        "<title>T</title><author><name>X</name><uri>https://x.example/</uri></author></entry></feed>"
    )

    done = kibbutz("identities", "suggest", "x.ghost.json", "x.atom", "--json")

    assert json.loads(done.stdout)["handles"] == crowd + 1
    assert [(strength, kind) for strength, kind, _ in joins(done)] == [("weak", "link")] * found

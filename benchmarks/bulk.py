"""Exports of many people, of any size, written as they stream: every record has an id of its own.

Lengths and shares are those of real exports: a GitHub event takes 1 kB, a Reddit comment 1 kB with all its
fields, a mail 2 kB, a message of Slack 500 B. Texts are drawn from a pool, so that they pack like words.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from exports import START, until

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PEOPLE = 5000
POOL = 2000
"""Texts that are drawn from."""

_WORDS = tuple(
    "shed beans water Sunday peas frost build stone compost ladder quietly before after under winter seeds "  # noqa: SIM905 - prose
    "rain barrel would could should garden because nobody everybody answer question thanks maybe row".split()
)


def write_stackexchange(megabytes: float, seed: int, folder: Path) -> None:
    """Write a dump of a site: two thirds posts, a quarter comments, the rest votes."""
    folder.mkdir(parents=True)
    users = (
        f'  <row Id="{number}" Reputation="1" CreationDate="2015-01-01T00:00:00.000" '
        f'DisplayName="User{number}" />\n'
        for number in range(1, PEOPLE + 1)
    )
    _table(folder / "Users.xml", users)
    posts = _table(folder / "Posts.xml", until(megabytes * 0.65, _posts(seed)))
    comments = until(megabytes * 0.25, _post_comments(seed + 1, posts))
    _table(folder / "Comments.xml", comments)
    _table(folder / "Votes.xml", until(megabytes * 0.1, _votes(seed + 2, posts)))


def write_slack(megabytes: float, seed: int, path: Path) -> None:
    """Write the zip of a workspace: forty channels, a file for each of their days."""
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        users = [{"id": _user(number), "name": f"user{number}"} for number in range(PEOPLE)]
        channels = [{"id": f"C0BENCH{number:02}", "name": f"channel-{number}"} for number in range(40)]
        archive.writestr("users.json", json.dumps(users))
        archive.writestr("channels.json", json.dumps(channels))
        dice, left = Random(seed), megabytes * 1_000_000
        texts = _texts(dice, 3, 40)
        for day in count():
            for channel in channels:
                told = json.dumps([*_messages(dice, texts, day, 60)], indent=4)
                archive.writestr(f"{channel['name']}/{START + timedelta(days=day):%Y-%m-%d}.json", told)
                left -= len(told)
                if left <= 0:
                    return


def write_reddit(megabytes: float, seed: int, path: Path) -> None:
    """Write a month of comments, one a line, packed with zstd."""
    with zstd.open(path, "wt", encoding="utf-8", newline="\n") as out:
        out.writelines(until(megabytes, _reddit_comments(seed)))


def write_events(megabytes: float, seed: int, path: Path) -> None:
    """Write hours of GH Archive, one event a line, packed with gzip."""
    with gzip.open(path, "wt", compresslevel=1, encoding="utf-8", newline="\n") as out:
        out.writelines(until(megabytes, _events(seed)))


def write_mbox(megabytes: float, seed: int, path: Path) -> None:
    """Write the archive of a mailing list."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(until(megabytes, _mails(seed)))


def _texts(dice: Random, shortest: int, longest: int) -> list[str]:
    return [" ".join(dice.choices(_WORDS, k=dice.randrange(shortest, longest))) for _ in range(POOL)]


def _who(dice: Random) -> int:
    return int(dice.paretovariate(0.6)) % PEOPLE


def _table(path: Path, rows: Iterator[str]) -> int:
    """Write the rows of a table, and return how many they are."""
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f'<?xml version="1.0" encoding="utf-8"?>\n<{path.stem.lower()}>\n')
        for row in rows:
            out.write(row)
            written += 1
        out.write(f"</{path.stem.lower()}>\n")
    return written


def _posts(seed: int) -> Iterator[str]:
    dice = Random(seed)
    bodies = [quoteattr(f"<p>{text}</p>\n") for text in _texts(dice, 40, 240)]
    question = 0
    for number in count(1):
        at = f"{START + timedelta(minutes=7 * number):%Y-%m-%dT%H:%M:%S}.000"
        if number == 1 or dice.random() < 0.4:
            question = number
            kind = (
                f'PostTypeId="1" Title="Question {number}" Tags="&lt;beans&gt;" AnswerCount="1" ViewCount="9"'
            )
        else:
            kind = f'PostTypeId="2" ParentId="{max(1, question - dice.randrange(3))}"'
        yield (
            f'  <row Id="{number}" {kind} CreationDate="{at}" Score="{dice.randrange(9)}" '
            f'Body={dice.choice(bodies)} OwnerUserId="{_who(dice) + 1}" LastActivityDate="{at}" '
            'CommentCount="2" ContentLicense="CC BY-SA 4.0" />\n'
        )


def _post_comments(seed: int, posts: int) -> Iterator[str]:
    dice = Random(seed)
    texts = [quoteattr(text) for text in _texts(dice, 6, 40)]
    for number in count(1):
        at = f"{START + timedelta(minutes=3 * number):%Y-%m-%dT%H:%M:%S}.000"
        # About what is new, as on a real site.
        post = min(posts, max(1, number + dice.randrange(-50, 50)))
        yield (
            f'  <row Id="{number}" PostId="{post}" Score="0" Text={dice.choice(texts)} CreationDate="{at}" '
            f'UserId="{_who(dice) + 1}" ContentLicense="CC BY-SA 4.0" />\n'
        )


def _votes(seed: int, posts: int) -> Iterator[str]:
    dice = Random(seed)
    for number in count(1):
        at = f"{START + timedelta(minutes=2 * number):%Y-%m-%d}T00:00:00.000"
        # A post is accepted once.
        kind = 1 if dice.random() < 0.1 and number <= posts else 2
        yield (
            f'  <row Id="{number}" PostId="{number % posts + 1}" VoteTypeId="{kind}" CreationDate="{at}" />\n'
        )


def _user(number: int) -> str:
    return f"U0{number:07}"


def _messages(dice: Random, texts: list[str], day: int, messages: int) -> Iterator[dict[str, Any]]:
    opened = ""
    at = int((START + timedelta(days=day)).timestamp())
    for number in range(messages):
        stamp = f"{at + number * 1200}.{number:06}"
        text, user = dice.choice(texts), _user(_who(dice))
        message: dict[str, Any] = {
            "client_msg_id": f"{dice.getrandbits(128):032x}",
            "type": "message",
            "text": text,
            "user": user,
            "ts": stamp,
            "blocks": [{"type": "rich_text", "elements": [{"type": "text", "text": text}]}],
            "team": "T0BENCH01",
        }
        chance = dice.random()
        if chance < 0.2:
            opened = stamp
            message |= {"thread_ts": stamp, "reply_count": 2}
        elif chance < 0.5 and opened:
            message |= {"thread_ts": opened, "parent_user_id": _user(_who(dice))}
        if chance > 0.85:
            message["reactions"] = [{"name": "+1", "users": [_user(_who(dice))], "count": 1}]
        yield message


def _reddit_comments(seed: int) -> Iterator[str]:
    dice = Random(seed)
    texts = _texts(dice, 5, 80)
    at = int(START.timestamp())
    for number in count(1_000_000):
        post = f"t3_p{number // 20}"
        comment = {
            "author": f"user{_who(dice)}",
            "author_fullname": f"t2_{_who(dice)}",
            "body": dice.choice(texts),
            "created_utc": at + number,
            "edited": False,
            "gilded": 0,
            "id": f"c{number}",
            "is_submitter": False,
            "link_id": post,
            "name": f"t1_c{number}",
            "parent_id": post if number % 20 < 8 else f"t1_c{number - dice.randrange(1, 9)}",
            "permalink": f"/r/sub{number % 50}/comments/p{number // 20}/_/c{number}/",
            "score": dice.randrange(-3, 40),
            "stickied": False,
            "subreddit": f"sub{number % 50}",
            "subreddit_id": f"t5_{number % 50}",
            "retrieved_on": at + number + 99_000,
            "distinguished": None,
        }
        yield json.dumps(comment) + "\n"


def _events(seed: int) -> Iterator[str]:
    dice = Random(seed)
    texts = _texts(dice, 8, 90)
    for number in count(30_000_000_000):
        actor, repo = _who(dice), _who(dice)
        url = f"https://api.github.com/repos/org{repo % 90}/repo{repo}"
        at = f"{datetime.fromtimestamp(1_420_070_400 + number % 10**9, UTC):%Y-%m-%dT%H:%M:%SZ}"
        event: dict[str, Any] = {
            "id": str(number),
            "actor": {
                "id": actor,
                "login": f"user{actor}",
                "url": f"https://api.github.com/users/user{actor}",
            },
            "repo": {"id": repo, "name": f"org{repo % 90}/repo{repo}", "url": url},
            "public": True,
            "created_at": at,
        }
        chance = dice.random()
        if chance < 0.5:
            commits = [
                {
                    "sha": f"{dice.getrandbits(160):040x}",
                    "author": {"email": f"user{actor}@example.org", "name": f"User {actor}"},
                    "message": dice.choice(texts)[:70],
                    "distinct": True,
                }
                for _ in range(2)
            ]
            payload: dict[str, Any] = {"push_id": number, "size": 2, "distinct_size": 2, "commits": commits}
            event |= {"type": "PushEvent", "payload": payload}
        elif chance < 0.75:
            event |= {"type": "WatchEvent", "payload": {"action": "started"}}
        else:
            by = _who(dice)
            issue = {
                "number": number % 5000,
                "title": dice.choice(texts)[:60],
                "user": {"login": f"user{by}", "id": by, "type": "User"},
                "body": dice.choice(texts),
                "created_at": at,
            }
            comment = {
                "id": number,
                "user": {"login": f"user{actor}", "id": actor, "type": "User"},
                "body": dice.choice(texts),
                "created_at": at,
                "author_association": "NONE",
            }
            payload = {"action": "created", "issue": issue, "comment": comment}
            event |= {"type": "IssueCommentEvent", "payload": payload}
        yield json.dumps(event) + "\n"


def _mails(seed: int) -> Iterator[str]:
    dice = Random(seed)
    texts = _texts(dice, 30, 200)
    for number in count(1):
        who = _who(dice)
        at = START + timedelta(minutes=5 * number)
        answered = number - dice.randrange(1, 30) if number > 30 and dice.random() < 0.75 else 0
        reply = f"In-Reply-To: <{answered}@bench.example>\nReferences: <{answered}@bench.example>\n"
        quote = "".join(f"> {line}\n" for line in islice(_wrapped(dice.choice(texts)), 6)) if answered else ""
        body = "".join(f"{line}\n" for line in _wrapped(dice.choice(texts)))
        subject = f"{'Re: ' if answered else ''}Topic {answered or number}"
        yield (
            f"From user{who}@bench.example {at:%a %b %d %H:%M:%S %Y}\n"
            f"From: User {who} <user{who}@bench.example>\n"
            f"Date: {at:%a, %d %b %Y %H:%M:%S} +0000\nSubject: {subject}\n{reply if answered else ''}"
            f"Message-ID: <{number}@bench.example>\nContent-Type: text/plain; charset=utf-8\n\n"
            f"{quote}{body}\n"
        )


def _wrapped(text: str) -> Iterator[str]:
    for start in range(0, len(text), 72):
        yield text[start : start + 72].strip()

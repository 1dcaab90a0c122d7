"""Archives of one account, of any size: Mastodon's and X's, written as they stream.

The shares and lengths are those of real archives: a fifth of a Mastodon outbox are boosts, a quarter
answers, a note takes 2 kB with everything the server adds, and there are three favourites to four deeds.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from exports import START, WORDS, until

ACTOR = "https://social.example.org/users/bench"
CONTEXT = "https://www.w3.org/ns/activitystreams"
PUBLIC = [f"{CONTEXT}#Public"]
FAVOURITES = 0.74
"""Favourites for each deed in the outbox."""

X_EPOCH_MS = 1_288_834_974_657


def write_mastodon(megabytes: float, seed: int, folder: Path) -> None:
    """Write an unpacked Mastodon archive whose outbox has about this size."""
    folder.mkdir(parents=True)
    actor = {"@context": CONTEXT, "id": ACTOR, "type": "Person", "preferredUsername": "bench"}
    (folder / "actor.json").write_text(json.dumps(actor), encoding="utf-8")
    deeds = _collection(folder / "outbox.json", until(megabytes, _deeds(seed)))
    dice = Random(seed + 1)
    likes = (f'"{_friend(dice)}/statuses/{number * 977}"' for number in range(int(deeds * FAVOURITES)))
    _collection(folder / "likes.json", likes)


def write_x(megabytes: float, seed: int, folder: Path) -> None:
    """Write an unpacked X archive whose ``tweets.js`` has about this size."""
    data = folder / "data"
    data.mkdir(parents=True)
    account = {"email": "", "username": "bench", "accountId": "77", "accountDisplayName": "Bench"}
    _script(data / "account.js", "account", iter([_record("account", account)]))
    tweets = _script(data / "tweets.js", "tweets", until(megabytes, _tweets(seed)))
    _script(data / "like.js", "like", _likes(seed + 1, tweets))


def _collection(path: Path, items: Iterator[str]) -> int:
    """Write an ordered collection; its count stands before its items, so room is left for it."""
    head = f'{{"@context": "{CONTEXT}", "id": "{path.name}", "type": "OrderedCollection", "totalItems": '
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f'{head}{"":12}, "orderedItems": [')
        total = _joined(out.write, items, ", ")
        out.write("]}\n")
        out.seek(len(head))
        out.write(f"{total:12}")
    return total


def _script(path: Path, name: str, records: Iterator[str]) -> int:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"window.YTD.{name}.part0 = [\n")
        total = _joined(out.write, records, ",\n")
        out.write("\n]\n")
    return total


def _joined(write: Any, texts: Iterator[str], between: str) -> int:
    total = 0
    for total, text in enumerate(texts, 1):  # the last number is the count
        write(between + text if total > 1 else text)
    return total


def _friend(dice: Random) -> str:
    return f"https://other.example/users/friend{int(dice.paretovariate(0.7)) % 900}"


def _deeds(seed: int) -> Iterator[str]:
    dice = Random(seed)
    for number in count():
        at = START + timedelta(minutes=9 * number)
        status = f"{ACTOR}/statuses/{109_000_000_000_000_000 + number * 1009}"
        deed = {
            "id": f"{status}/activity",
            "type": "Create",
            "actor": ACTOR,
            "published": f"{at:%Y-%m-%dT%H:%M:%SZ}",
            "to": PUBLIC,
        }
        friend, chance = _friend(dice), dice.random()
        if chance < 0.22:
            boosted = {"type": "Announce", "cc": [friend, f"{ACTOR}/followers"]}
            yield json.dumps(deed | boosted | {"object": f"{friend}/statuses/{number * 977}"})
            continue
        answered = friend if chance < 0.47 else ""
        deed["cc"] = [f"{ACTOR}/followers", *([answered] if answered else [])]
        yield json.dumps(deed | {"object": _note(dice, deed, status, answered)}, ensure_ascii=False)


def _note(dice: Random, deed: dict[str, Any], status: str, answered: str) -> dict[str, Any]:
    name = answered.rpartition("/")[2]
    parent = f"{answered}/statuses/{dice.randrange(10**15)}" if answered else None
    content = f"<p>{WORDS * dice.randrange(1, 7)}</p>"
    replies = f"{status}/replies"
    page = f"{replies}?only_other_accounts=true&page=true"
    return {
        "id": status,
        "type": "Note",
        "summary": None,
        "inReplyTo": parent,
        "published": deed["published"],
        "url": f"https://social.example.org/@bench/{status.rpartition('/')[2]}",
        "attributedTo": ACTOR,
        "to": PUBLIC,
        "cc": deed["cc"],
        "sensitive": False,
        "atomUri": status,
        "inReplyToAtomUri": parent,
        "conversation": f"tag:social.example.org:objectId={dice.randrange(10**8)}:objectType=Conversation",
        "content": content,
        "contentMap": {"en": content},
        "attachment": [],
        "tag": [{"type": "Mention", "href": answered, "name": f"@{name}@other.example"}] if answered else [],
        "replies": {
            "id": replies,
            "type": "Collection",
            "first": {"type": "CollectionPage", "next": page, "partOf": replies, "items": []},
        },
    }


def _record(name: str, fields: dict[str, Any]) -> str:
    """Return a record the way X indents it."""
    return json.dumps({name: fields}, indent=2, ensure_ascii=False, separators=(",", " : "))


def _tweets(seed: int) -> Iterator[str]:
    dice = Random(seed)
    for number in count():
        at = datetime.fromtimestamp(1_400_000_000 + 600 * number, UTC)
        own_id = str((int(at.timestamp()) * 1000 - X_EPOCH_MS) << 22)
        friend, chance = int(dice.paretovariate(0.7)) % 900, dice.random()
        mention = {"name": f"Friend {friend}", "screen_name": f"friend{friend}", "id_str": str(5000 + friend)}
        text = WORDS[: dice.randrange(40, len(WORDS))]
        answer = {
            "in_reply_to_status_id_str": str(int(own_id) - 4_000_000),
            "in_reply_to_user_id_str": mention["id_str"],
            "in_reply_to_screen_name": mention["screen_name"],
        }
        start = f"RT @friend{friend}: " if chance < 0.25 else f"@friend{friend} " if chance < 0.55 else ""
        tweet = {
            "edit_info": {"initial": {"editTweetIds": [own_id], "editsRemaining": "5"}},
            "retweeted": False,
            "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
            "entities": {
                "hashtags": [],
                "symbols": [],
                "user_mentions": [mention | {"indices": ["0", str(len(start))]}] if start else [],
                "urls": [],
            },
            "display_text_range": ["0", str(len(start + text))],
            "favorite_count": str(dice.randrange(9)),
            "id_str": own_id,
            "truncated": False,
            "retweet_count": "0",
            "id": own_id,
            "created_at": f"{at:%a %b %d %H:%M:%S +0000 %Y}",
            "favorited": False,
            "full_text": start + text,
            "lang": "en",
        }
        yield _record("tweet", tweet | answer if 0.25 <= chance < 0.55 else tweet)


def _likes(seed: int, tweets: int) -> Iterator[str]:
    dice = Random(seed)
    for number in range(int(tweets * FAVOURITES)):
        liked = str(1_500_000_000_000_000_000 + number * 4_194_304_001)
        like = {"tweetId": liked, "fullText": WORDS[: dice.randrange(40, len(WORDS))]}
        yield _record("like", like | {"expandedUrl": f"https://twitter.com/i/web/status/{liked}"})

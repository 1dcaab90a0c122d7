"""The lead's archive from X, in the layout X hands out."""

import json
from typing import TypeAlias

from hillside import rhythm, words
from hillside.dice import Dice
from hillside.people import CAST, HOST, STRANGERS
from hillside.story import Said, Story

OWNER = next(person for person in CAST if person.key == "mira")
TWITTER_EPOCH_MS = 1288834974657

Record: TypeAlias = dict[str, object]
Parts: TypeAlias = dict[str, list[Record]]

KINDS = ("post", "reply", "retweet", "quote", "thread")
SHARES = (0.34, 0.34, 0.18, 0.05, 0.09)
TWEETS = 300
LIKES = 120
HEARD = [person for person in CAST if person.x and person is not OWNER]


def files(story: Story) -> dict[str, str]:
    """Return the archive's files by name."""
    number, handle = _owner()
    account = {
        "email": OWNER.email,
        "createdVia": "web",
        "username": handle,
        "accountId": number,
        "createdAt": "2022-03-14T08:01:22.000Z",
        "accountDisplayName": f"{OWNER.name} 🌿",
    }
    tweets = _tweets(story)
    parts: Parts = {
        "account": [{"account": account}],
        "tweets": [{"tweet": tweet} for tweet in tweets],
        "like": [{"like": like} for like in _likes()],
    }
    told = {f"data/{name}.js": f"window.YTD.{name}.part0 = {_json(items)}" for name, items in parts.items()}
    told["data/manifest.js"] = f"window.__THAR_CONFIG = {_json(_manifest(parts, told))}"
    return told


def _owner() -> tuple[str, str]:
    assert OWNER.x is not None
    return OWNER.x


def _manifest(parts: Parts, told: dict[str, str]) -> Record:
    number, handle = _owner()
    kinds = {
        name: {
            "files": [
                {"fileName": f"data/{name}.js", "globalName": f"YTD.{name}.part0", "count": str(len(items))}
            ]
        }
        for name, items in parts.items()
    }
    size = sum(len(text.encode()) for text in told.values())
    return {
        "userInfo": {"accountId": number, "userName": handle, "displayName": f"{OWNER.name} 🌿"},
        "archiveInfo": {
            "sizeBytes": str(size),
            "generationDate": "2024-12-30T10:15:00.000Z",
            "isPartialArchive": False,
            "maxPartSizeBytes": "53687091200",
        },
        "readmeInfo": {"fileName": "data/README.txt", "directory": "data/", "name": "README.txt"},
        "dataTypes": kinds,
    }


def _tweets(story: Story) -> list[Record]:
    dice = Dice("hillside x")
    posts = [post for post in story.posts if post.author is OWNER]
    times = {post.at + 1200: post for post in posts}
    moments: set[int] = set(times)
    while len(moments) < TWEETS:
        day = dice.whole(0, rhythm.DAYS - 1)
        if dice.chance(rhythm.rate(OWNER, day)):
            moments.add(rhythm.moment(dice, day, OWNER.zone))
    told: list[Record] = []
    for at in sorted(moments):
        post = times.get(at)
        kind = "post" if post else dice.weighted(KINDS, SHARES) or "post"
        told.append(_tweet(dice, kind, at, post, str(told[-1]["id_str"]) if told else ""))
    # X hands out the newest first.
    return told[::-1]


def _tweet(dice: Dice, kind: str, at: int, post: Said | None, before: str) -> Record:
    other = _other(dice)
    link = f"https://{HOST}/?p={post.number}" if post else ""
    text = _text(dice, kind, other, post)
    mentions = [_mention(other, text)] if kind in ("reply", "retweet") else []
    if kind == "quote":
        link = f"https://twitter.com/{other[1]}/status/{_snowflake(at - dice.whole(600, 90000), dice)}"
    urls = [_link(text, link)] if link else []
    number = _snowflake(at, dice)
    tweet: Record = {
        "edit_info": {
            "initial": {"editTweetIds": [number], "editsRemaining": "5", "isEditEligible": kind == "post"}
        },
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {
            "hashtags": [{"text": "docs", "indices": _indices(text, "#docs")}] if "#docs" in text else [],
            "symbols": [],
            "user_mentions": mentions,
            "urls": urls,
        },
        "display_text_range": ["0", str(len(text))],
        "favorite_count": "0" if kind == "retweet" else str(dice.count(3 if kind == "post" else 1)),
        "id_str": number,
        "truncated": False,
        "retweet_count": str(dice.count(0.8)) if kind == "post" else "0",
        "id": number,
        "created_at": rhythm.stamp(at, "%a %b %d %H:%M:%S +0000 %Y"),
        "favorited": False,
        "full_text": text,
        "lang": "en",
    }
    return tweet | _answered(dice, kind, at, other, before)


def _answered(dice: Dice, kind: str, at: int, other: tuple[str, str, str], before: str) -> Record:
    number, handle = _owner()
    if kind == "thread" and before:
        answered, status = (number, handle), before
    elif kind == "reply":
        answered, status = other[:2], _snowflake(at - dice.whole(300, 40000), dice)
    else:
        return {}
    return {
        "in_reply_to_status_id_str": status,
        "in_reply_to_status_id": status,
        "in_reply_to_user_id_str": answered[0],
        "in_reply_to_user_id": answered[0],
        "in_reply_to_screen_name": answered[1],
    }


def _text(dice: Dice, kind: str, other: tuple[str, str, str], post: Said | None) -> str:
    topic = dice.whole(0, len(words.TOPICS) - 1)
    if post:
        return words.TWEETS[0].format(words.TOPICS[post.topic][1], "https://t.co/h1ll5ide01")
    if kind == "reply":
        return f"@{other[1]} {dice.pick(words.ANSWERS_ON_X)}"
    text = words.about(dice, topic, words.TWEETS[1:]).replace("&", "&amp;")
    if kind == "retweet":
        return f"RT @{other[1]}: {text}"
    return f"{text} https://t.co/h1ll5ide02" if kind == "quote" else text


def _other(dice: Dice) -> tuple[str, str, str]:
    if dice.chance(0.3):
        return dice.pick(STRANGERS)
    person = dice.pick(HEARD)
    assert person.x is not None
    return person.x[0], person.x[1], person.name


def _mention(other: tuple[str, str, str], text: str) -> Record:
    number, handle, name = other
    found = _indices(text, f"@{handle}")
    return {"name": name, "screen_name": handle, "indices": found, "id_str": number, "id": number}


def _link(text: str, link: str) -> Record:
    short = text[text.index("https://t.co/") :]
    return {
        "url": short,
        "expanded_url": link,
        "display_url": link.removeprefix("https://")[:26] + "…",
        "indices": _indices(text, short),
    }


def _indices(text: str, part: str) -> list[str]:
    return [str(text.index(part)), str(text.index(part) + len(part))]


def _likes() -> list[Record]:
    dice = Dice("hillside x likes")
    told: list[Record] = []
    for _ in range(LIKES):
        number = _snowflake(rhythm.START + dice.whole(0, rhythm.DAYS * rhythm.DAY), dice)
        text = words.about(dice, dice.whole(0, len(words.TOPICS) - 1), words.TWEETS[1:])
        told.append(
            {"tweetId": number, "fullText": text, "expandedUrl": f"https://twitter.com/i/web/status/{number}"}
        )
    return sorted(told, key=lambda like: str(like["tweetId"]), reverse=True)


def _snowflake(at: int, dice: Dice) -> str:
    return str(((at * 1000 + dice.whole(0, 999) - TWITTER_EPOCH_MS) << 22) + dice.whole(0, 4095))


def _json(value: object) -> str:
    return json.dumps(value, indent=1, separators=(",", " : "), ensure_ascii=False) + "\n"

"""Where an answer does not tell where its conversation began, that is found by what it answers."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

DAYS = 6
START = datetime(2024, 3, 1, 10, tzinfo=UTC)
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ACTOR = "https://hill.example/u/"

Deed = tuple[str, str, datetime, str]
"""Who, its id, when, and the id of what it answers; each id begins with its author."""


def talks() -> list[Deed]:
    """Return a talk a day: ann opens it, ben answers her, cy answers ben, and ann answers cy."""
    deeds = []
    for day in range(DAYS):
        before = ""
        for minutes, who in enumerate(("ann", "ben", "cy", "ann")):
            deed = f"{who}-{day}{minutes}"
            deeds.append((who, deed, START + timedelta(days=day, minutes=minutes), before))
            before = deed
    return deeds


def tweets(folder: Path, deeds: list[Deed]) -> Path:
    """Write tweets of the X API v1.1, which names no conversation."""

    def number(text: str) -> str:
        return str(sum(place * ord(letter) for place, letter in enumerate(text, start=1)) + 10**6)

    said = [
        {
            "id_str": number(deed),
            "created_at": f"{when:%a %b %d %H:%M:%S +0000 %Y}",
            "full_text": f"what {deed} says",
            "in_reply_to_status_id_str": number(above) if above else None,
            "in_reply_to_user_id_str": number(above.partition("-")[0]) if above else None,
            "user": {"id_str": number(who), "screen_name": who},
        }
        for who, deed, when, above in deeds
    ]
    assert len({each["id_str"] for each in said}) == len(deeds)
    path = folder / "tweets.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in said))
    return path


def notes(folder: Path, deeds: list[Deed]) -> Path:
    """Write a collection of a server that names no conversation."""

    def uri(deed: str) -> str:
        return f"https://hill.example/o/{deed}"

    said = [
        {
            "type": "Create",
            "id": f"{uri(deed)}/activity",
            "actor": ACTOR + who,
            "to": [PUBLIC],
            "object": {
                "type": "Note",
                "id": uri(deed),
                "attributedTo": ACTOR + who,
                "to": [PUBLIC],
                "published": f"{when:%Y-%m-%dT%H:%M:%SZ}",
                "content": f"<p>what {deed} says</p>",
                "inReplyTo": {"id": uri(above), "attributedTo": ACTOR + above.partition("-")[0]}
                if above
                else None,
            },
        }
        for who, deed, when, above in deeds
    ]
    path = folder / "notes.json"
    context = "https://www.w3.org/ns/activitystreams"
    path.write_text(json.dumps({"@context": context, "type": "OrderedCollection", "orderedItems": said}))
    return path


def events(folder: Path, deeds: list[Deed], thanks: str) -> Path:
    """Write the events of Bluesky, and that ann thanks ben the next day for each answer."""

    def uri(deed: str) -> str:
        return f"at://did:plc:{deed.partition('-')[0]}/app.bsky.feed.post/{deed}"

    said = []
    for who, deed, when, above in deeds:
        begun = {"uri": uri(f"ann-{deed.partition('-')[2][0]}0")}
        reply = {"reply": {"root": begun, "parent": {"uri": uri(above)}}} if above else {}
        said.append((who, "app.bsky.feed.post", deed, when, {"text": f"what {deed} says", **reply}))
        if who == "ben":
            later = when + timedelta(days=1)
            said.append(("ann", thanks, f"for-{deed}", later, {"subject": {"uri": uri(deed)}}))
    path = folder / "events.jsonl"
    with path.open("w") as lines:
        for who, collection, key, when, record in said:
            record["createdAt"] = f"{when:%Y-%m-%dT%H:%M:%SZ}"
            commit = {"operation": "create", "collection": collection, "rkey": key, "record": record}
            lines.write(json.dumps({"did": f"did:plc:{who}", "kind": "commit", "commit": commit}) + "\n")
    return path


def parts_of(kibbutz, member: str, path: Path) -> dict[str, list[float]]:
    """Return how much each deed behind a member's metrics counts there."""
    told = json.loads(kibbutz("explain", member, path, "--json").stdout)
    return {part["metric"]: [deed["amount"] for deed in part["evidence"]] for part in told["parts"]}


@pytest.mark.parametrize(("write", "member"), [(tweets, "cy"), (notes, "cy@hill.example")])
def test_an_answer_to_an_answer_is_in_the_conversation_that_was_opened(
    kibbutz, tmp_path, write, member
) -> None:
    path = write(tmp_path, talks())

    #     assert json.loads(kibbutz("inspect", path, "--json").stdout)["threads"] == DAYS
    assert parts_of(kibbutz, member, path)["replies_given"] == [1.0] * DAYS


@pytest.mark.parametrize("thanks", ["app.bsky.feed.like", "app.bsky.feed.repost"])
def test_who_thanks_the_next_day_for_an_answer_meets_nobody_in_another_conversation(
    kibbutz, tmp_path, thanks
) -> None:
    path = events(tmp_path, talks()[:4], thanks)

    #     assert json.loads(kibbutz("inspect", path, "--json").stdout)["threads"] == 1
    assert parts_of(kibbutz, "bluesky:did:plc:ben", path)["repeat_partners"] == [0.0]

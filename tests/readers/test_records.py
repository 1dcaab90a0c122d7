"""Deeds that stand beside a record: none of them makes a sound record fail."""

from kibbutz_cli.model.activity import Activity, Coverage, Kind, Origin, activity_of
from kibbutz_cli.readers.records import beside, mentions

ORIGIN = Origin(path="a.json", reader="test", coverage=Coverage.COMMUNITY)


def post(own: str = "1") -> Activity:
    return activity_of(
        {
            "activity_id": own,
            "platform": "test",
            "actor": "ada",
            "kind": Kind.POST,
            "ts_us": 1_700_000_000_000_000,
            "text_len": 5,
            "origin": ORIGIN,
            "position": 1,
        }
    )


def test_a_mention_is_a_deed_beside_the_post() -> None:
    (mention,) = mentions(post(), {"ben": "Ben", "ada": "Ada"})

    assert (mention.activity_id, mention.kind, mention.target) == ("1#mention-1", Kind.MENTION, "ben")
    assert (mention.target_name, mention.derived, mention.text_len) == ("Ben", True, 0)


def test_a_post_whose_id_leaves_no_room_for_more_mentions_nobody() -> None:
    assert list(mentions(post("x" * 4090), {"ben": "Ben"})) == []


def test_a_deed_beside_another_is_like_it_but_for_what_is_given() -> None:
    (author,) = beside(post(), {"activity_id": "1#ben", "actor": "ben"})

    assert (author.actor, author.text_len, author.derived) == ("ben", 5, True)
    assert list(beside(post(), {"activity_id": ""})) == []

"""Deeds that stand beside a record: none of them makes a sound record fail."""

import pytest
from pydantic import ValidationError

from kibbutz_cli.model.activity import (
    FIRST_US,
    LAST_US,
    Activity,
    Coverage,
    Kind,
    Origin,
    RejectionCode,
    activity_of,
)
from kibbutz_cli.readers.records import Record, beside, mentions

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


@pytest.mark.parametrize("ts_us", [FIRST_US - 1, LAST_US + 1, 999_999_999_999_999_999])
def test_a_time_beyond_the_calendar_sets_the_record_aside_as_a_bad_time(ts_us: int) -> None:
    with pytest.raises(ValidationError) as fault:
        activity_of({**dict(post()), "ts_us": ts_us})

    aside = Record(ORIGIN, 7).invalid(fault.value)

    assert aside.code is RejectionCode.BAD_TIME
    assert str(aside) == (
        f"a.json:7: bad_time: time: {ts_us} microseconds since 1970: expected one of the years 1 to 9999"
    )

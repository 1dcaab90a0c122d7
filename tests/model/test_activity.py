"""An activity is what a reader may say of a deed, and nothing else."""

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from kibbutz_cli.model.activity import (
    FIRST_US,
    LAST_US,
    Activity,
    Coverage,
    Kind,
    Origin,
    Rejection,
    RejectionCode,
    iso,
)

ORIGIN = Origin(path="blog.xml", reader="wordpress", coverage=Coverage.COMMUNITY)


def activity(**fields: Any) -> Activity:
    given = {"activity_id": "p1", "platform": "wordpress", "actor": "wordpress:ann", "kind": "post"}
    return Activity.model_validate({**given, "origin": ORIGIN, **fields})


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"mood": "good"}, id="a field nobody knows"),
        pytest.param({"activity_id": ""}, id="an empty id"),
        pytest.param({"activity_id": "x" * 4097}, id="an id without end"),
        pytest.param({"activity_id": 12}, id="a number for an id"),
        pytest.param({"actor": ""}, id="nobody"),
        pytest.param({"kind": "admire"}, id="a kind nobody knows"),
        pytest.param({"ts_us": 2**62}, id="a time beyond all times"),
        pytest.param({"ts_us": LAST_US + 1}, id="a time after the year 9999"),
        pytest.param({"ts_us": FIRST_US - 1}, id="a time before the year 1"),
        pytest.param({"ts_us": "yesterday"}, id="a time in words"),
        pytest.param({"value": float("nan")}, id="a value that is no number"),
        pytest.param({"value": float("inf")}, id="an infinite value"),
        pytest.param({"value": 2e9}, id="a value without measure"),
        pytest.param({"like_count": -1}, id="fewer likes than none"),
        pytest.param({"text_len": -1}, id="fewer letters than none"),
        pytest.param({"visibility": "private"}, id="something private"),
        pytest.param({"position": -1}, id="a place before the file"),
    ],
)
def test_what_is_no_deed_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        activity(**fields)


def test_an_activity_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        activity().actor = "wordpress:ben"  # type: ignore[misc]


def test_a_time_is_shown_in_utc_and_before_1970_too() -> None:
    assert activity(ts_us=-1).published == datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    assert activity().published is None


def test_a_kind_is_written_as_its_word() -> None:
    assert activity(kind="reshare").kind is Kind.RESHARE


@pytest.mark.parametrize(
    ("member", "position", "place"),
    [("", 0, "blog.xml"), ("", 3, "blog.xml:3"), ("a/b.json", 3, "blog.xml!a/b.json:3")],
)
def test_a_place_is_file_member_and_position(member: str, position: int, place: str) -> None:
    assert ORIGIN.model_copy(update={"member": member}).place(position) == place


def test_a_rejection_says_where_and_why() -> None:
    rejection = Rejection(origin=ORIGIN, position=7, code=RejectionCode.BAD_TIME, reason="published: 'soon'")

    assert str(rejection) == "blog.xml:7: bad_time: published: 'soon'"


@pytest.mark.parametrize(
    ("ts_us", "text"),
    [(FIRST_US, "0001-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (LAST_US, "9999-12-31T23:59:59Z")],
)
def test_a_moment_is_told_to_the_ends_of_the_calendar(ts_us: int, text: str) -> None:
    assert iso(ts_us) == text

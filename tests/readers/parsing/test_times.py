from collections.abc import Callable
from datetime import datetime

import pytest

from kibbutz_cli.model.activity import EPOCH, Clock
from kibbutz_cli.readers.parsing.times import MISSING, Moment, epoch, iso, rfc822, twitter


def us(text: str) -> int:
    return round((datetime.fromisoformat(text) - EPOCH).total_seconds() * 1_000_000)


NOON = us("2021-02-10T12:00:00+00:00")


@pytest.mark.parametrize(
    ("text", "ts_us", "clock"),
    [
        ("2021-02-10T12:00:00Z", NOON, Clock.EXACT),
        ("2021-02-10T12:00:00z", NOON, Clock.EXACT),
        ("2021-02-10T05:00:00-07:00", NOON, Clock.EXACT),
        ("2021-02-10T12:00:00.123456Z", NOON + 123456, Clock.EXACT),
        ("2021-02-10 12:00:00 +0000", NOON, Clock.EXACT),
        ("2021-02-10 12:00:00 UTC", NOON, Clock.EXACT),
        ("2021-02-10 12:00:00", NOON, Clock.ZONE_ASSUMED),
        ("1979-12-31T00:00:00Z", us("1979-12-31T00:00:00+00:00"), Clock.IMPLAUSIBLE),
    ],
)
def test_iso_times_are_read_with_how_far_they_are_believed(text: str, ts_us: int, clock: Clock) -> None:
    assert (ts_us, clock) == iso(text)


def test_a_zero_date_is_a_missing_time() -> None:
    assert iso("0000-00-00 00:00:00") == MISSING


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2021-13-01T00:00:00Z",
        "2016-12-31T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "10000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-00:01",
        "0001-01-01T00:00:00+00:01",
    ],
)
def test_what_is_no_iso_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # each fault has the standard library's own words
        iso(text)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Wed, 10 Feb 2021 12:00:00 GMT", Clock.EXACT),
        ("Mon, 10 Feb 2021 12:00:00 +0000", Clock.EXACT),
        ("10 Feb 21 12:00 UT", Clock.EXACT),
        ("Wed, 10 Feb 2021 12:00 PM GMT", Clock.EXACT),
        ("Wed, 10 Feb 2021 05:00:00 a.m. MST", Clock.EXACT),
        ("Wed, 10 Feb 2021 7:00pm +0700", Clock.EXACT),
        ("Wed, 10 Feb 2021 12:00:00 PM", Clock.ZONE_ASSUMED),
        ("Wed, 10 Feb 2021 13:00 PM CET", Clock.EXACT),
        ("Qua, 10 Fev 2021 09:00:00 -0300", Clock.EXACT),
        ("Wed, 10 Feb 2021 07:00:00 EST", Clock.EXACT),
        ("Wed, 10 Feb 2021 17:30:00 +05:30 (IST)", Clock.EXACT),
        ("Wed, 10 Feb 2021 13:00:00 +0100 CET", Clock.EXACT),
        ("Wed, 10 Feb 2021 12:00:00 +0000 UTC", Clock.EXACT),
        ("Wed, 10 Feb 2021 13:00:00 GMT+0100", Clock.EXACT),
        ("Wed, 10 Feb 2021 13:00:00 +0100 (Mitteleurop\u00e4ische Zeit (CET))", Clock.EXACT),
        ("Wed, 10 Feb 2021 11:59:60 +0000", Clock.EXACT),
        ("Wed, 10 Feb 2021 12:00:00", Clock.ZONE_ASSUMED),
        ("Wed, 10 Feb 2021 12:00:00 IST", Clock.ZONE_ASSUMED),
    ],
)
def test_mail_times_are_read_in_their_zones(text: str, clock: Clock) -> None:
    assert (NOON, clock) == rfc822(text)


def test_a_year_of_two_digits_before_1950_is_of_this_century() -> None:
    assert rfc822("1 Jan 99 00:00 GMT")[0] == us("1999-01-01T00:00:00+00:00")


@pytest.mark.parametrize(
    "text",
    [
        "Wed, 30 Nov -0001 00:00:00 +0000",
        "Wed, 10 Foo 2021 12:00:00 GMT",
        "Wed, 31 Feb 2021 12:00:00 GMT",
        "Wed, 10 Feb 2021 12:00:61 GMT",
        "Wed, 10 Feb 2021 12:00:00 +2400",
        "Fri, 31 Dec 9999 23:59:59 -0100",
        "2021-02-10",
    ],
)
def test_what_is_no_mail_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no |day is out of range"):
        rfc822(text)


def test_a_tweet_s_time_is_read() -> None:
    assert twitter("Wed Feb 10 12:00:00 +0000 2021") == (NOON, Clock.EXACT)
    assert twitter("Wed Feb 10 13:00:00 +0100 2021") == (NOON, Clock.EXACT)


def test_a_tweet_s_time_may_be_iso_in_the_oldest_archives() -> None:
    assert twitter("2021-02-10 12:00:00 +0000") == (NOON, Clock.EXACT)


@pytest.mark.parametrize("seconds", [1612958400, 1612958400.0, "1612958400", "1612958400.0"])
def test_seconds_are_read_as_a_number_and_as_a_text(seconds: object) -> None:
    assert epoch(seconds) == (NOON, Clock.EXACT)


def test_seconds_that_are_absent_or_of_before_1990_say_so() -> None:
    assert [epoch(None), epoch(0)] == [MISSING, (0, Clock.IMPLAUSIBLE)]


@pytest.mark.parametrize(
    "seconds", [-1, 253_402_300_800, float("nan"), float("inf"), float("-inf"), "soon", "1" * 50, True, [1]]
)
def test_what_is_no_number_of_seconds_is_refused(seconds: object) -> None:
    with pytest.raises(ValueError, match=r"no seconds|no time|could not convert"):
        epoch(seconds)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (iso, "x{}x"),
        (iso, "2021-02-10 12:00:00{}x"),
        (rfc822, "1 Jan 2024 1:11{}!"),
        (rfc822, "1 Jan 2024 1:11 GMT{}!"),
    ],
)
@pytest.mark.usefixtures("ends")
def test_blanks_without_end_take_linear_time(read: Callable[[str], Moment], text: str) -> None:
    with pytest.raises(ValueError, match=r"Invalid isoformat|no RFC 822 time"):
        read(text.format(" " * 50_000))

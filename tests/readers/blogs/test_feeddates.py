"""What feeds write where a date belongs: it is understood as a whole, or not at all."""

from datetime import datetime

import pytest

from kibbutz_cli.model.activity import Clock
from kibbutz_cli.readers.blogs.feeddates import told


def us(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) * 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "2020/04/01 18:10:39",
        "2020/4/1 18:10:39",
        "2020.04.01 18:10:39",
        "2020. 04. 01. 18:10:39",
        "2020年04月01日 18:10:39",
        "2020년 04월 01일  18:10:39",
        "2020-04-01, 18:10:39",
        "2020-04-01 at 18:10:39",
        "2020-4-1 06:10:39 PM",
        "2020-04-01 오후 6:10:39",
        "2020年4月1日 下午6:10:39",
        "2020-Apr-01 18:10:39",
        "2020 April 01 18:10:39",
        "20200401181039",
        "1st Apr 20, 6:10:39pm",
        "Lundi, 1. Avril 2020 - 18:10:39",
        "April 1, 2020 at 6:10:39 p.m.",
        "Wednesday,April 1,2020 18:10:39 pm",
        "Wed Apr 01 18:10:39 2020",
        "Wed, 01 Apr 2020 18:10:39 America/New_York",
        "Wed, 01 Apr 2020 18:10:39 0800",
        "Wed, 01 Apr 2020 18:10:39 +000",
    ],
)
def test_a_day_in_any_order_is_understood_and_without_a_zone_taken_as_utc(text: str) -> None:
    assert (us("2020-04-01T18:10:39+00:00"), Clock.ZONE_ASSUMED) == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "2020-04-30 18:10:39 +0000",
        "Thu, 30 Apr 2020 06:10:39 PM GMT",
        "Thu, 30 Apr 2020 1:10:39 PM CDT",
        "Thu, 30 Apr 2020 13:10:39 GMT -0500",
        "Thu, Apr 30 2020 18:10:39 GMT+0000 (Coordinated Universal Time)",
        "Thu Apr 30 11:10:39 PDT 2020",
        "2020-04-30 20:10:39.364419679 +0200 CEST",
        "2020-04-30T20:10:39.000+02:00[Europe/Berlin]",
        "Fri, 2020/04/30 18:10:39 UTC",
        "30-04-2020 22:10:39 +0400",
        "04/30/2020 18:10:39 Etc/GMT",
        "Πεμ, 30 Απρ 2020 14:10:39 EDT",
        "1588270239",
    ],
)
def test_a_zone_that_is_told_makes_a_date_exact(text: str) -> None:
    assert (us("2020-04-30T18:10:39+00:00"), Clock.EXACT) == told(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2003", "2003-01-01"),
        ("2003-12", "2003-12-01"),
        ("2003-335", "2003-12-01"),
        ("2003/12/1", "2003-12-01"),
        ("31.12.2019", "2019-12-31"),
        ("12-31-2019", "2019-12-31"),
        ("05/05/2019", "2019-05-05"),
        ("Aug 15, 2019", "2019-08-15"),
        ("Κυρ, 11 Ιούλ 2004", "2004-07-11"),  # noqa: RUF001 - these letters are Greek
        ("2004-12-31 12:00 AM", "2004-12-31"),
        ("2004-12-31T24:00:00", "2005-01-01"),
    ],
)
def test_a_day_alone_is_its_beginning(text: str, day: str) -> None:
    assert (us(f"{day}T00:00:00+00:00"), Clock.ZONE_ASSUMED) == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "05-01-2024 09:05:03",
        "1/5/2024",
        "5/12/2024",
        "12/5/2024",
        "03-12-31",
        "--12-31",
        "15:04 02.01.2006 -0700",
        "2024010509",
        "2024-13-05 10:00:00",
        "2024-02-30",
        "2023-366",
        "2006-01-02 00:00:00.0 15:04:05.0 -0700",
        "2024-01-05 seven 09:05",
        "Mon, 2 Jan 2006 15:04:05 --0700",
        "16. marraskuuta 2020",
        "5 Foo 2024",
        "2024 Foo 05",
        "Nov. 2020",
        "01 Apr 20 1500 GMT",
        "today",
        "2024/01/05" + " " * 100,
    ],
)
def test_a_date_that_is_several_or_none_or_lacks_a_part_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # each fault has words of its own
        told(text)


@pytest.mark.parametrize(
    "months",
    [
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "január február március április május június július augusztus szeptember október november december",
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "januar februar marec april maj junij julij avgust september oktober november december",
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
        "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
        "Νοεμβρίου Δεκεμβρίου",
    ],
    ids=["fr", "nl", "nb", "hu", "ca", "ro", "id", "sl", "et", "is", "bg", "el"],
)
def test_all_months_of_a_language_are_known_by_their_whole_names(months: str) -> None:
    dates = [told(f"15 {name} 2024 10:00:00 +0200")[0] for name in months.split()]

    assert dates == [us(f"2024-{month:02d}-15T10:00:00+02:00") for month in range(1, 13)]

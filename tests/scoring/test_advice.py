"""Whom to look at next, worked by hand."""

import pytest
from village import Deed, Score, Village, did

from kibbutz_cli.scoring.advice import advice

ANCHOR = {"members": ["village:a"]}


SPOKEN_TO = [did("a", "reply", 30, to=who) for who in "bde"]
"""Trust reaches them."""


def steady(who: str, first: int, last: int) -> list[Deed]:
    """Return a post and an answer to somebody's in each of these weeks."""
    return [
        deed
        for week in range(first, last)
        for deed in (
            did(who, "post", 7 * week, id=f"{who}{week}"),
            did(who, "reply", 7 * week + 1, on=f"{chr(ord(who) - 1) if who > 'a' else 'c'}{week}"),
        )
    ]


def named(village: Village) -> dict[str, list[str]]:
    found = advice(village.engine)
    return {
        question: [one.member.removeprefix("village:") for one in getattr(found, question)]
        for question in ("rising", "leaving", "unrecognised")
    }


def test_who_was_there_when_the_data_begin_did_not_rise_from_nothing(score: Score) -> None:
    """Seventeen weeks of the same deeds every week; Dan comes in the eighth, and Eve in the second."""
    told = [deed for who in "abc" for deed in steady(who, 0, 17)]
    told += [*steady("d", 8, 17), *steady("e", 2, 17)]

    assert named(score(told, SPOKEN_TO, anchors=ANCHOR))["rising"] == ["d"]


def test_who_does_twice_as_much_as_in_the_weeks_before_rises(score: Score) -> None:
    told = [deed for who in "abc" for deed in steady(who, 0, 30)]
    more = [did("b", "post", 7 * week + 2, id=f"more {week} {n}") for week in range(20, 30) for n in range(3)]

    assert named(score(told, more, SPOKEN_TO, anchors=ANCHOR))["rising"] == ["b"]


def test_who_floods_and_is_answered_by_nobody_does_not_rise(score: Score) -> None:
    told = [deed for who in "abc" for deed in steady(who, 0, 30)]
    flood = [did("pills", "post", 7 * week + n / 4) for week in range(26, 30) for n in range(20)]

    assert named(score(told, flood, SPOKEN_TO, anchors=ANCHOR))["rising"] == []


def test_where_trust_starts_nobody_needs_to_be_welcomed(score: Score) -> None:
    told = [deed for who in "abc" for deed in steady(who, 0, 30)]
    more = [did("a", "post", 7 * week + 2, id=f"more {week} {n}") for week in range(20, 30) for n in range(3)]

    assert named(score(told, more, SPOKEN_TO, anchors=ANCHOR))["rising"] == []
    assert named(score(told, more, did("b", "reply", 30, to="a"), anchors={"members": ["village:b"]}))[
        "rising"
    ] == ["a"]


def risers(deeds: dict[str, int]) -> list[Deed]:
    """Return what lets members rise who come after 30 weeks: so many deeds of each, and trust."""
    told = [deed for who in "abc" for deed in steady(who, 0, 42)]
    for who, count in deeds.items():
        told += [did(who, "post", 7 * 32 + 5 * number, id=f"{who} {number}") for number in range(count)]
    return [*told, *(did("a", "reply", 7 * 41, to=who, id=f"to {who}") for who in deeds)]


def test_six_deeds_are_the_fewest_that_rise(score: Score) -> None:
    village = score(risers({"five": 5, "six": 6}), anchors=ANCHOR)

    assert named(village)["rising"] == ["six"]


def test_of_those_who_rise_the_five_who_rise_most_are_told_and_ids_decide_between_equals(
    score: Score,
) -> None:
    village = score(risers({"s": 8, "t": 6, "u": 9, "v": 7, "w": 7, "x": 10, "y": 6}), anchors=ANCHOR)

    assert named(village)["rising"] == ["x", "u", "s", "v", "w"]


def guests() -> list[Deed]:
    """Return twelve members who post in six weeks each, two weeks apart, and do not come back."""
    return [
        did(f"guest {number}", "post", 7 * (2 * number + week), id=f"g{number} {week}")
        for number in range(12)
        for week in range(6)
    ]


@pytest.mark.parametrize(("silent", "leaving"), [(3, []), (4, ["v"]), (25, ["v"]), (26, [])], ids=str)
def test_who_was_here_in_the_last_weeks_is_not_about_to_leave(
    score: Score, silent: int, leaving: list[str]
) -> None:
    """V came twice a year, six times in all: the chance that V is back within 13 weeks is small."""
    visitor = [did("v", "post", 7 * 110 - 180 * visit, id=f"v{visit}") for visit in range(6)]
    told = [*guests(), *visitor, *steady("a", 0, 140)]

    village = score(told, anchors=ANCHOR, as_of=7 * (110 + silent))

    assert village.value("v", "presence") < 0.5
    assert named(village)["leaving"] == leaving


def test_who_rises_is_not_about_to_leave(score: Score) -> None:
    """N came ten weeks ago for six weeks, as everybody who went; before that there was nothing."""
    newcomer = [did("n", "post", 7 * (30 + week), id=f"n{week}") for week in range(6)]
    told = [*guests(), *newcomer, *steady("a", 0, 41)]

    village = score(told, as_of=7 * 40)

    assert village.value("n", "presence") < 0.5
    found = named(village)
    assert "n" in found["rising"]
    assert "n" not in found["leaving"]


def unheard(who: str, first: int) -> list[Deed]:
    """Return twelve weeks of five posts a week that nobody answers, and an answer to somebody's."""
    days = range(7 * first, 7 * first + 84)
    return [
        did(who, "reply", day, on=f"a{day // 7}", id=f"{who}'s {day}")
        if day % 7 == 2
        else did(who, "post", day, id=f"{who} {day}")
        for day in days
        if day % 7 < 6
    ]


def test_nobody_is_asked_to_thank_who_is_long_gone(score: Score) -> None:
    told = [deed for who in "abc" for week in range(0, 60, 4) for deed in steady(who, week, week + 1)]

    village = score(told, unheard("f", 10), unheard("g", 46), anchors=ANCHOR)

    assert named(village)["unrecognised"] == ["g"]


def test_strangers_take_no_place_of_the_unrecognised_whom_trust_reaches(score: Score) -> None:
    """Sixty accounts post as often as F, whom A answered once; only then come those whom nobody knows."""
    told = [*(deed for who in "abc" for deed in steady(who, 46, 58)), *unheard("f", 46), *SPOKEN_TO]
    told.append(did("a", "reply", 7 * 50, to="f"))
    strange = [
        did(f"aa{number:02}", "post", 7 * week + day, id=f"aa{number} {week} {day}")
        for number in range(60)
        for week in range(46, 58)
        for day in range(7)
    ]

    before, after = (score(told, more, anchors=ANCHOR) for more in ([], strange))

    assert named(before)["unrecognised"] == ["f"]
    assert named(after)["unrecognised"] == ["f", "aa00", "aa01", "aa02", "aa03"]


def visitors(*names: str) -> list[Deed]:
    """Return who came twice a year, six times in all, and not in the last five weeks."""
    return [
        did(who, "post", 7 * 110 - 180 * visit, id=f"{who}{visit}") for who in names for visit in range(6)
    ]


def test_of_those_about_to_leave_the_five_highest_are_told_and_ids_decide_between_equals(
    score: Score,
) -> None:
    """Of seven who did the same, Y and Z were answered: their standings are higher."""
    told = [*guests(), *visitors(*"tuvwxyz"), *steady("a", 0, 140)]
    answers = [did("a", "reply", 7 * 110 + 1, to=who, on=f"{who}0", id=f"to {who}") for who in "zy"]
    more = did("a", "reply", 7 * 110 - 179, to="z", on="z1", id="to z again")

    village = score(told, answers, more, anchors=ANCHOR, as_of=7 * 115)

    assert village.standing("z").value > village.standing("y").value > village.standing("t").value
    assert village.standing("t") == village.standing("x")
    assert named(village)["leaving"] == ["z", "y", "t", "u", "v"]


@pytest.mark.parametrize(("seen", "unrecognised"), [(25, ["f"]), (26, [])], ids=str)
def test_who_was_seen_within_26_weeks_may_be_unrecognised(
    score: Score, seen: int, unrecognised: list[str]
) -> None:
    told = [deed for who in "abc" for week in range(0, 60, 4) for deed in steady(who, week, week + 1)]

    village = score(told, unheard("f", 20), anchors=ANCHOR, as_of=7 * (31 + seen))

    assert named(village)["unrecognised"] == unrecognised


@pytest.mark.parametrize(("heard", "asked"), [("abc", "wxy"), ("abcdefgh", "wxyz")], ids=["7", "12"])
def test_asked_about_is_who_contributes_as_much_as_a_third_or_the_first_three(
    score: Score, heard: str, asked: str
) -> None:
    """W, X, Y and Z are heard once, each with less than the one before, and more than all others."""
    told = [deed for who in heard for week in range(0, 60, 4) for deed in steady(who, week, week + 1)]
    silent = [deed for number, who in enumerate("wxyz") for deed in unheard(who, 46)[: 72 - 4 * number]]
    known = [did("a", "reply", 7 * 50, to=who, id=f"to {who}") for who in f"{heard[1:]}wxyz"]

    village = score(told, silent, known, anchors=ANCHOR)

    people = village.rows("select 1 from parts where metric = 'recognition'")
    assert len(people) == len(heard) + 4
    assert named(village)["unrecognised"] == list(asked)


@pytest.mark.parametrize(("recognition", "unrecognised"), [(0.419, ["f"]), (0.421, [])], ids=str)
def test_unrecognised_is_whose_recognition_is_below_seven_tenths_of_the_mean(
    score: Score, recognition: float, unrecognised: list[str]
) -> None:
    """Where three have 0.66, the mean with the fourth is 0.6, of which seven tenths are 0.42."""
    told = [deed for who in "abc" for week in range(0, 60, 4) for deed in steady(who, week, week + 1)]
    known = did("a", "reply", 7 * 50, to="f")
    village = score(told, unheard("f", 46), known, anchors=ANCHOR)

    ((f,),) = village.rows("select member from members where person_key = 'village:f'")
    village.engine.execute(
        "update parts set score = case when member = ? then ? else 0.66 end where metric = 'recognition'",
        (f, recognition),
    )

    assert len(village.rows("select 1 from parts where metric = 'recognition'")) == 4
    assert named(village)["unrecognised"] == unrecognised

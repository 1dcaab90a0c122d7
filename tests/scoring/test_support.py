"""Who holds a member up, worked by hand."""

import pytest
from village import Deed, Score, Village, all_metrics, did, lively

from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring import support
from kibbutz_cli.scoring.pipeline import Plan


def number(village: Village, who: str) -> int:
    ((member,),) = village.rows(f"select member from members where person_key = 'village:{who}'")
    return int(member)


def told(chronicle: list[Deed]) -> list[Deed]:
    """Return the chronicle with whom each deed is aimed at and which conversation it is in said outright."""
    by = {deed.key: deed for deed in chronicle}
    threads: dict[str, str] = {}
    for deed in chronicle:
        threads[deed.key] = threads[deed.on] if deed.on else deed.key
    return [
        deed._replace(to=by[deed.on].who if deed.on else None, thread=threads[deed.key]) for deed in chronicle
    ]


def test_the_strongest_supporters_are_those_from_whom_most_comes(score: Score) -> None:
    """On one day Ben answers twice (2 x 3), Cam once (3) and Dan likes (0.5): 6, 3 and 0.5 of 9.5."""
    village = score(
        did("ann", "post", 0, id="p"),
        did("ben", "reply", 1, to="ann", on="p", id="r1"),
        did("ben", "reply", 1, to="ann", on="p", id="r2"),
        did("cam", "reply", 1, to="ann", on="p", id="r3"),
        did("dan", "like", 1, to="ann", on="p"),
        did("eve", "post", 1),
    )

    found = support.strongest(village.engine, number(village, "ann"))

    assert [(each.key, each.share) for each in found] == [
        ("village:ben", pytest.approx(6 / 9.5, abs=1e-9)),
        ("village:cam", pytest.approx(3 / 9.5, abs=1e-9)),
        ("village:dan", pytest.approx(0.5 / 9.5, abs=1e-9)),
    ]


def test_of_supporters_from_whom_as_much_comes_the_ids_decide(score: Score) -> None:
    village = score(
        did("ann", "post", 0, id="p"),
        [did(who, "reply", 1, to="ann", on="p") for who in ("eve", "cam", "dan", "ben")],
    )

    found = support.strongest(village.engine, number(village, "ann"))

    assert [each.key for each in found] == ["village:ben", "village:cam", "village:dan"]


def test_the_standing_without_them_is_that_of_a_community_in_which_they_never_answered(score: Score) -> None:
    chronicle = told(lively(5, people=12, deeds=900))
    village = score(chronicle)
    ann = number(village, "m001")
    others = [each.key.removeprefix("village:") for each in support.strongest(village.engine, ann)]
    plan = Plan(village.ruler, Config(), all_metrics())

    numbers = [number(village, other) for other in others]
    without = support.without(village.engine, plan, ann, numbers)
    kept = [
        deed._replace(to=None, on=None) if deed.who == "m001" and deed.to in others else deed
        for deed in chronicle
        if not (deed.who in others and deed.to == "m001")
    ]
    again = score(kept).standing("m001")

    assert without is not None
    assert without.value == pytest.approx(again.value, abs=1e-6)
    assert without.value < village.standing("m001").value


def test_answers_that_name_the_thread_alone_are_gone_with_those_who_gave_them(score: Score) -> None:
    chronicle = told(lively(5, people=12, deeds=900))
    by = {deed.key: deed for deed in chronicle}
    chronicle = [
        deed._replace(to=None, on=None)
        if deed.kind == "reply" and deed.on in by and not by[deed.on].on
        else deed
        for deed in chronicle
    ]
    village = score(chronicle)
    ann = number(village, "m001")
    others = [each.key.removeprefix("village:") for each in support.strongest(village.engine, ann)]
    plan = Plan(village.ruler, Config(), all_metrics())

    without = support.without(village.engine, plan, ann, [number(village, other) for other in others])
    kept = [
        deed._replace(to=None, on=None) if deed.who == "m001" and deed.to in others else deed
        for deed in chronicle
        if not (
            deed.who in others
            and (
                deed.to == "m001"
                or (not deed.to and deed.thread != deed.key and by[deed.thread].who == "m001")
            )
        )
    ]

    assert len(kept) < len(chronicle)
    assert without is not None
    assert without.value == pytest.approx(score(kept).standing("m001").value, abs=1e-6)


def test_asking_changes_nothing(score: Score) -> None:
    village = score(lively(6, people=8, deeds=400))
    before = village.rows("select member, standing, low, high from standings order by member")
    plan = Plan(village.ruler, Config(), all_metrics())

    support.without(village.engine, plan, 1, [2, 3])

    assert village.rows("select member, standing, low, high from standings order by member") == before


def test_answers_of_those_whom_no_trust_reaches_are_told_as_not_counted(score: Score) -> None:
    """Ben alone is trusted: Cam answered one deed of Ann and endorsed two, Dan endorsed one."""
    village = score(
        did("ann", "post", 0, id="p"),
        did("ann", "post", 7, id="q"),
        did("ben", "reply", 1, to="ann", on="p"),
        did("cam", "reply", 1, to="ann", on="p"),
        did("cam", "like", 2, to="ann", on="p"),
        did("cam", "like", 8, to="ann", on="q"),
        did("dan", "like", 8, to="ann", on="q"),
        anchors={"members": ["village:ben"]},
    )

    assert support.uncounted(village.engine, number(village, "ann")) == (3, 2)
    assert support.uncounted(village.engine, number(village, "ben")) == (0, 0)

"""Contribution, recognition and breadth, worked by hand."""

from math import log

import pytest
from village import Score, did, times

from kibbutz_cli.model.activity import Kind
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import KindRule


def test_contributions_are_capped_a_day_and_fade(score: Score) -> None:
    """12 posts today count as 10 x 3; a like 180 days ago as 0.5 x 0.5: 30.25 of a target of 150."""
    village = score(
        did("ann", "like", 0, to="ben"),
        times(12, did("ann", "post", 180)),
    )

    part = village.parts("ann")["contribution"]

    assert part.value == pytest.approx(30.25, abs=1e-6)
    assert part.score == pytest.approx(log(31.25) / log(151), abs=1e-7)
    assert len(village.evidence("ann", "contribution")) == 13


def test_an_edit_is_worth_what_a_ruler_says_and_nothing_by_the_default(score: Score) -> None:
    """Ben edits what Ann opened, three times on one day; where nobody opens, edits have to be words."""
    edits = times(3, did("ben", "edit", 1, on="p1"))
    told = [did("ann", "post", 1, id="p1"), *edits]
    weighed = KindRule(weight=1, contributes=True)
    worded = weighed.model_copy(update={"original": True})

    def by(rule: KindRule) -> Ruler:
        return Ruler().model_copy(update={"kinds": {**Ruler().kinds, Kind.EDIT: rule}})

    assert score(told).value("ben", "contribution") == 0
    assert score(told, ruler=by(weighed)).value("ben", "contribution") == pytest.approx(3, abs=1e-6)
    assert score(edits, ruler=by(weighed)).why_not("contribution").endswith("no words of members")
    assert score(edits, ruler=by(worded)).value("ben", "contribution") == pytest.approx(3, abs=1e-6)


def test_the_spread_of_an_amount_is_that_of_the_number_of_its_deeds(score: Score) -> None:
    """Two posts of 3, gamma(2.5) by cube root: 1 - 1/22.5 -+ 1.281552 / (3 sqrt 2.5) = 0.685382, 1.225730.

    The ends are 7.5 times their cubes, 2.4147 and 13.8116, as scores 0.2448 and 0.5372; the spread is
    their distance over 2 x 1.281552, 0.1141.
    """
    village = score(times(2, did("ann", "post", 0)))

    low, high = (7.5 * (1 - 1 / 22.5 + z / (3 * 2.5**0.5)) ** 3 for z in (-1.2815515655446, 1.2815515655446))
    expected = (log(1 + high) - log(1 + low)) / log(151) / (2 * 1.2815515655446)
    assert village.parts("ann")["contribution"].sd == pytest.approx(expected, abs=1e-9)


def test_who_has_nothing_yet_may_still_have_been_unlucky(score: Score) -> None:
    """Ben's likes are worth 0.5, Cam's post 3: a usual deed is worth (4 x 0.25 + 9) / (2 + 3) = 2.

    Ann's unseen half event is gamma(0.5) times 2.
    """
    village = score(
        times(4, did("ben", "like", 0, to="ann")), did("ann", "flag", 0, to="ben"), did("cam", "post", 0)
    )

    part = village.parts("ann")["contribution"]

    high = 1.0 * (1 - 1 / 4.5 + 1.2815515655446 / (3 * 0.5**0.5)) ** 3
    assert (part.value, part.score) == (0, 0)
    assert part.sd == pytest.approx(log(1 + high) / log(151) / (2 * 1.2815515655446), abs=1e-6)


def test_recognition_does_not_punish_a_place_where_nobody_is_answered(score: Score) -> None:
    """Cam's ten posts lie where 2 of 40 are answered, Ann's where 20 of 40 are: 1 and 5 of theirs were.

    Rates alone would say 10 % and 50 %. Against what is usual there Cam is above it and Ann at it.
    """
    told = []
    for place, writers, answered in (("loud", "ann bea bob ben", 5), ("quiet", "cam cat cid coe", 0)):
        for writer in writers.split():
            for number in range(10):
                told.append(did(writer, "post", 0, id=f"{place}.{writer}.{number}", platform=place))
                if number < answered or (writer, number) in {("cam", 0), ("cat", 0)}:
                    told.append(did("joy", "like", 1, id=f"like {len(told)}", on=told[-1].id, platform=place))
    village = score(told)

    ann, cam = (village.value(who, "recognition") for who in ("loud:ann", "quiet:cam"))
    assert village.rate("loud:ann", "recognition") == (5, 10)
    assert village.rate("quiet:cam", "recognition") == (1, 10)
    assert cam > ann > village.value("quiet:coe", "recognition")


def test_a_contribution_is_recognised_when_somebody_else_answers_within_30_days(score: Score) -> None:
    """Of Ann's three one was liked in time, one by herself, one answered on day 31; Cam's reply by nobody.

    The community: 1 of 4, (1 + 0.5) / (4 + 1) = 0.3. Posts 1 of 3, (1 + 4 x 0.3) / (3 + 4) = 0.314286;
    replies 0 of 1, 1.2 / 5 = 0.24; the mean of what is usual (3 x 0.314286 + 0.24) / 4 = 0.295714.
    Ann (1 + 4 x 0.314286) / 7 = 0.322449, at the odds of 0.295714 instead of 0.314286: 0.303609.
    Cam (0 + 4 x 0.24) / 5 = 0.192, at those of 0.295714 instead of 0.24: 0.240092.
    """
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ann", "post", 0, id="p2"),
        did("ann", "post", 0, id="p3"),
        did("ben", "like", 30, on="p1"),
        did("ann", "like", 1, on="p2"),
        did("cam", "reply", 31, on="p3"),
    )

    assert village.rate("ann", "recognition") == (1, 3)
    assert village.value("ann", "recognition") == pytest.approx(0.303609, abs=1e-6)
    assert village.value("cam", "recognition") == pytest.approx(0.240092, abs=1e-6)
    assert [trace.activity_id for trace in village.evidence("ann", "recognition")] == ["p1"]


def test_nobody_can_be_recognised_before_the_contribution_was_made(score: Score) -> None:
    village = score(
        did("ben", "like", 0, on="p1"),
        did("ann", "post", 5, id="p1"),
        did("ben", "like", 6, on="p2"),
        did("ann", "post", 5, id="p2"),
    )

    assert village.rate("ann", "recognition") == (1, 2)


def test_breadth_is_how_many_contributions_were_each_recognised_by_as_many(score: Score) -> None:
    """p1 by three, p2 by two, p3 by one: two of them by at least two. Full marks are ln 11."""
    village = score(
        [did("ann", "post", 0, id=post) for post in ("p1", "p2", "p3")],
        [did(who, "like", 0, on="p1") for who in ("ben", "cam", "dan")],
        [did(who, "like", 0, on="p2") for who in ("ben", "cam")],
        times(9, did("ben", "like", 0, on="p3")),
    )

    part = village.parts("ann")["breadth"]

    assert part.value == 2
    assert part.score == pytest.approx(log(3) / log(11), abs=1e-9)
    assert [trace.amount for trace in village.evidence("ann", "breadth")] == [3, 2, 1]


@pytest.mark.parametrize("kind", ["reply", "review", "like"])
def test_what_an_answer_judged_or_paid_unmakes_no_answer(score: Score, kind: str) -> None:
    told = [did("ann", "post", 0, id="p"), did("ann", "post", 9), did("cam", "like", 3, on="p")]
    anchors = {"members": ["village:ben"]}

    plain, low = (
        score(told, did("ben", kind, 1, on="p", value=value), anchors=anchors) for value in (None, -1)
    )

    assert low["ann"].recognised_by == plain["ann"].recognised_by == 1
    for metric in ("trust", "recognition", "breadth"):
        assert low.parts("ann")[metric] == plain.parts("ann")[metric]

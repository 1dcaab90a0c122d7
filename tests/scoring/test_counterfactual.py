"""The smallest change that reaches the next rung is really added, and the community scored again."""

import pytest
from village import DAY_US, MONDAY, Deed, Score, Village, all_metrics, did, lively

from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import Rung
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring import additions, counterfactual
from kibbutz_cli.scoring.additions import Change, Question
from kibbutz_cli.scoring.pipeline import Plan

LAST = 400
"""The moment spoken of lies a day after the last deed, so that nothing added moves it."""


def asked(village: Village, who: str, rung: int) -> Question:
    plan = Plan(village.ruler, Config(), all_metrics())
    ((member,),) = village.rows(f"select member from members where person_key = 'village:{who}'")
    return Question(village.engine, plan, village.result.span, member, rung)


def told(question: Question, change: Change) -> list[Deed]:
    """Return the deeds of a change as lines of a chronicle."""
    names = dict(question.db.rows("select member, person_key from members"))
    room = additions.room_for(question)
    rows = additions.added(question, room, change)
    ids = {row[0]: f"added {row[0]}" for row in rows}
    return [
        did(
            str(names[member]),
            str(kind),
            day - MONDAY + (number + 1) / DAY_US,
            id=ids[deed],
            to=None if target is None else str(names[target]),
            on=None if on is None else ids[on],
        )
        for number, (deed, member, kind, _, day, _, on, target, _) in enumerate(rows)
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_said_to_reach_the_next_rung_does_and_nothing_of_it_is_spare(score: Score, seed: int) -> None:
    later = [did("zoe", "post", LAST + day, text_print=day) for day in range(1, 9)]
    chronicle = [*lively(seed, people=24, deeds=1500), *later]
    village = score(chronicle, as_of=LAST)
    names = [rung.name for rung in village.ruler.ladder]
    reached = 0

    for who in village.names[::5]:
        report = village[who.removeprefix("village:")]
        if report.status.next is None:
            continue
        rung = names.index(report.status.next)
        question = asked(village, who.removeprefix("village:"), rung)
        found = counterfactual.smallest(question)
        if found.change is None:
            assert found.why_not
            continue
        reached += 1
        again = score(chronicle, told(question, found.change), as_of=LAST)[who.removeprefix("village:")]
        assert names.index(again.status.current) >= rung
        if found.level:
            assert again.standing is not None
            assert again.standing.value == pytest.approx(found.level.value, abs=1e-6)
        # Of the weeks to come as many are asked for as the window then holds.
        for item in Change._fields[1 if found.within_weeks else 0 :]:
            if fewer := getattr(found.change, item):
                less = found.change._replace(**{item: fewer - 1})
                poorer = score(chronicle, told(question, less), as_of=LAST)[who.removeprefix("village:")]
                assert names.index(poorer.status.current) < rung

    assert reached


def test_a_newcomer_needs_one_more_week(score: Score) -> None:
    """Ann posted once, four weeks ago; a Candidate has two active weeks."""
    village = score(did("ann", "post", 0), did("ben", "post", 28), as_of=29)

    found = counterfactual.smallest(asked(village, "ann", 1))

    assert found.change == Change(weeks=1, people=0, accepted=0)
    assert found.level is None


def test_a_week_that_has_not_come_cannot_be_added(score: Score) -> None:
    """Ann joined this week: there is no silent week of hers to fill."""
    village = score(did("ann", "post", 28), did("ben", "post", 0), as_of=29)

    found = counterfactual.smallest(asked(village, "ann", 1))

    assert found.change is None
    assert found.why_not == "only time brings it: 1 more week to be active in"


def test_silent_weeks_that_are_over_are_not_taken_off_those_to_come(score: Score) -> None:
    """Four meet in the first and the fifth of five weeks: of six active weeks four are to come, not one."""
    later = [line._replace(id=f"{line.key} later", day=28) for line in weekly(1, 4)]
    village = score(weekly(1, 4), later)

    found = counterfactual.smallest(asked(village, "ann", 2))

    assert village.gates("ann")["active_weeks"] == (2, False)
    assert found.why_not == "only time brings it: 4 more weeks to be active in"


def test_more_people_than_there_are_cannot_be_met(score: Score) -> None:
    """Two members who meet for ten weeks: a Member has three mutual partners."""
    meeting = [
        line
        for week in range(10)
        for line in (
            did("ann", "post", 7 * week, id=f"a{week}", thread=f"t{week}"),
            did("ben", "reply", 7 * week + 1, to="ann", on=f"a{week}", thread=f"t{week}", id=f"b{week}"),
            did("ann", "reply", 7 * week + 2, to="ben", on=f"b{week}", thread=f"t{week}"),
        )
    ]
    village = score(meeting)

    found = counterfactual.smallest(asked(village, "ann", 2))

    assert found.change is None
    assert found.why_not == "it asks for 2 more people, and everybody here is met already"


def test_a_rung_that_asks_for_more_partners_than_there_are_others_is_told_so(score: Score) -> None:
    """Eight meet ann every week: an Elder has deeds with 20, whoever that is."""
    village = score(weekly(60, 8))

    found = counterfactual.smallest(asked(village, "ann", 4))

    assert found.why_not == "it asks for deeds with 20 different members, and there are 8 others here"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("like", "more active weeks alone do not reach it, and more people cannot be tried here: no words of "
         "one member to another"),
        ("reply", "more active weeks, people and answers alone do not reach it"),
    ],
)  # fmt: skip
def test_only_what_was_tried_is_said_to_be_in_vain(score: Score, kind: str, said: str) -> None:
    """Four who post, and whom ben likes or answers: whatever ann adds, nobody is sure of 99.9 points."""
    posts = [
        did(who, "post", 14 * week, id=f"{who}{week}") for week in range(9) for who in ("ann", "cy", "di")
    ]
    deeds = [did("ben", kind, 14 * week + 1, to="ann", on=f"ann{week}") for week in range(9)]
    village = score(
        posts, deeds, ruler=Ruler(ladder=[Rung(name="Guest"), Rung(name="Top", lower_bound=99.9)])
    )

    found = counterfactual.smallest(asked(village, "ann", 1))

    assert found.why_not == said


def test_months_of_membership_cannot_be_added(score: Score) -> None:
    village = score(lively(4, people=24, deeds=1200, days=100))

    found = counterfactual.smallest(asked(village, "m000", 4))

    assert found.change is None
    assert found.why_not.startswith("it takes time, and not time alone: ")
    assert "from the first to the last deed" in found.why_not


def test_what_is_added_lies_before_the_moment_spoken_of_even_at_the_first_of_a_week(score: Score) -> None:
    """The last deed is of Monday, 00:00: in a table of days, every seventh ends so."""
    village = score(lively(3, people=8, deeds=200, days=380), as_of=392 - 1e-12)
    question = asked(village, "m000", 3)
    room = additions.room_for(question)

    rows = additions.added(question, room, Change(weeks=1, people=0, accepted=0))

    assert village.result.span.as_of_us % DAY_US == 0
    assert all(moment <= village.result.span.as_of_us for _, _, _, moment, *_ in rows)


def weekly(weeks: int, people: int) -> list[Deed]:
    """Return a chronicle in which ann opens something every week, and so many answer and are answered."""
    return [
        line
        for week in range(weeks)
        for place in range(people)
        for line in (
            did("ann", "post", 7 * week, id=f"a{week}-{place}"),
            did(f"m{place}", "reply", 7 * week + 1, to="ann", on=f"a{week}-{place}", id=f"b{week}-{place}"),
            did("ann", "reply", 7 * week + 2, to=f"m{place}", on=f"b{week}-{place}"),
        )
    ]


def test_nobody_is_asked_to_meet_whom_the_data_cannot_show_them_to_meet(score: Score) -> None:
    """A log of commits: each of eight writes, a maintainer takes it in, and nobody says a word to anybody."""
    people = [f"m{number}" for number in range(8)]
    commits = [
        did(who, "post", 7 * week + number, id=f"{who}{week}")
        for week in range(12)
        for number, who in enumerate(["ann", *people][:7])
    ]
    merges = [did("chief", "accept", 7 * week + 7, to="ann", on=f"ann{week}") for week in range(12)]
    village = score(commits, merges)

    found = counterfactual.smallest(asked(village, "ann", 2))

    assert found.change is None
    assert found.why_not == (
        "it asks for 3 more people, and this cannot be tried here: no words of one member to another"
    )


def test_who_has_too_little_for_a_number_can_be_met(score: Score) -> None:
    """Ann meets two every week; a third, who posted once, is here without a number."""
    village = score(weekly(12, 2), did("zoe", "post", 3))

    found = counterfactual.smallest(asked(village, "ann", 2))

    assert village["zoe"].standing is None
    assert found.change == Change(weeks=0, people=1, accepted=0)


def test_who_is_met_one_way_only_can_answer(score: Score) -> None:
    """Carl answers three every week, and none of them ever answered him; who is left did nothing else."""
    carl = [
        did("carl", "reply", 7 * week + 1, to=who, on=f"{who}{week}")
        for week in range(12)
        for who in ("m0", "m1", "ann")
    ]
    openings = [
        did(who, "post", 7 * week, id=f"{who}{week}") for week in range(12) for who in ("m0", "m1", "ann")
    ]
    village = score(openings, weekly(12, 2), carl)

    found = counterfactual.smallest(asked(village, "carl", 2))

    assert found.change is not None
    assert found.change.people == 3


def test_an_anchor_whom_nobody_follows_is_met_last(score: Score) -> None:
    """The anchor endorses nobody, so everybody counts; once the anchor answers one, only that one would."""
    likes = [did("liker", "like", 7 * week + 1, on=f"a{week}-0") for week in range(12)]
    admin = [did("admin", "post", 14 * week) for week in range(6)]
    village = score(weekly(12, 4), likes, admin, anchors={"members": ["village:admin"]})

    found = counterfactual.smallest(asked(village, "liker", 2))

    assert village.anchors == {"admin": "named"}
    assert found.change is not None


def test_how_many_are_left_is_told_in_the_right_number(score: Score) -> None:
    """Ann meets one every week, another is not met yet; a Member has three mutual partners."""
    village = score(weekly(12, 1), did("zoe", "post", 3))

    found = counterfactual.smallest(asked(village, "ann", 2))

    assert found.why_not == "it asks for 2 more people, and 1 here is not met yet, or one way only"


def test_weeks_that_leave_the_window_are_asked_for_again(score: Score) -> None:
    """Ann was active in 3 weeks, 22 to 24 weeks ago: when three more are over, none of them counts."""
    meeting = weekly(3, 4)

    later = [did("m0", "post", 7 * week) for week in range(3, 25)]
    village = score(meeting, later)

    found = counterfactual.smallest(asked(village, "ann", 2))

    assert village.gates("ann")["active_weeks"] == (3, False)
    assert found.change is not None
    assert (found.change.weeks, found.within_weeks) == (6, 26)


def test_weeks_that_left_the_window_in_a_long_silence_are_asked_for_again(score: Score) -> None:
    """Ann met two for ten weeks, and was silent for forty: her ten count up to the last of them, not now."""
    others = [did("m0", "post", 7 * week) for week in range(10, 50)]
    village = score(weekly(10, 2), others, did("zoe", "post", 340))

    found = counterfactual.smallest(asked(village, "ann", 2))

    assert village.gates("ann")["active_weeks"] == (10, True)
    assert found.change is not None
    assert (found.change.weeks, found.within_weeks) == (6, 26)


def test_who_was_never_active_has_no_weeks_to_lose(score: Score) -> None:
    """Zoe removed what others wrote, and a removal makes no active week."""
    removed = [did("zoe", "remove", 7 * week, to="ann", on="x") for week in range(4)]
    village = score(weekly(12, 4), removed)

    found = counterfactual.smallest(asked(village, "zoe", 2))

    assert village.gates("zoe")["active_weeks"] == (0, False)
    assert found.change is not None
    assert (found.change.weeks, found.within_weeks) == (6, 0)


def test_time_alone_brings_nothing_to_who_sleeps(score: Score) -> None:
    """Everybody meets for thirty weeks, and is silent for twenty: waiting adds no month between deeds."""
    village = score(weekly(30, 20), as_of=350)

    found = counterfactual.smallest(asked(village, "ann", 4))

    assert village["ann"].status.dormant
    assert found.why_not.startswith("it takes time and being back, and not these alone: ")

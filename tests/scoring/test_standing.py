"""From elements to a standing, its interval and ranks, and the rung it earns."""

import math
from collections.abc import Iterator

import pytest
from village import Deed, Score, Village, did, lively, scored, times

from kibbutz_cli.model.report import Element
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import EvidenceRule, MetricRule

NAMES = [rung.name for rung in Ruler().ladder]


@pytest.fixture(scope="module")
def village() -> Iterator[Village]:
    quiet = [did("quiet", "post", 399), did("once", "post", 1)]
    with scored(lively(11, 40, 2500), quiet, did("m002", "remove", 399, on="d9")) as told:
        yield told


def test_log_shares_sum_to_the_standing(village: Village) -> None:
    for report in village.members.values():
        if report.standing:
            shares = [element.log_share for element in report.elements if element.log_share is not None]
            assert sum(shares) == pytest.approx(math.log(report.standing.value / 100), abs=1e-7)


def test_parts_sum_to_their_element(village: Village) -> None:
    for report in village.members.values():
        for element in report.elements:
            if element.score is not None:
                assert sum(part.adds for part in element.parts) == pytest.approx(element.score, abs=2e-9 * 5)
                assert sum(part.weight for part in element.parts) == pytest.approx(1, abs=1e-8)
                for part in element.parts:
                    assert part.adds == pytest.approx(part.weight * part.score, abs=2e-9)


def test_the_elements_are_always_the_five_in_their_order(village: Village) -> None:
    assert {tuple(part.element for part in report.elements) for report in village.members.values()} == {
        tuple(Element)
    }


def test_an_interval_contains_what_it_is_the_interval_of(village: Village) -> None:
    for report in village.members.values():
        if report.standing:
            assert 0 < report.standing.low <= report.standing.value <= report.standing.high <= 100
        for element in report.elements:
            if element.score is not None and element.low is not None and element.high is not None:
                assert element.low <= element.score <= element.high


def together(distances: list[float], shared: float) -> float:
    """Return the distance of a sum to its end, by Zou and Donner where errors are not shared."""
    apart = sum(distance**2 for distance in distances)
    return math.sqrt((1 - shared) * apart + shared * sum(distances) ** 2)


def test_the_interval_of_an_element_follows_from_those_of_its_parts(village: Village) -> None:
    rows = village.rows(
        "select m.person_key, p.element, p.share, p.score, p.low, p.high "
        "from parts as p join members as m on m.member = p.member"
    )
    for report in village.members.values():
        for element in report.elements:
            parts = [row[2:] for row in rows if row[:2] == (report.member, element.element)]
            if element.score is not None and parts:
                down = together([share * (score - low) for share, score, low, _ in parts], 0.5)
                up = together([share * (high - score) for share, score, _, high in parts], 0.5)
                assert element.low == pytest.approx(max(0, element.score - down), abs=1e-6)
                assert element.high == pytest.approx(min(1, element.score + up), abs=1e-6)


def test_the_interval_of_a_standing_follows_from_those_of_its_elements(village: Village) -> None:
    floor, shared = village.ruler.evidence.floor, village.ruler.evidence.shared_elements
    for report in village.members.values():
        if report.standing is None:
            continue
        logs = [
            [math.log(max(end, floor)) for end in (one.low, one.score, one.high)]
            for one in report.elements
            if one.low is not None and one.score is not None and one.high is not None
        ]
        down = together([(score - low) / len(logs) for low, score, _ in logs], shared)
        up = together([(high - score) / len(logs) for _, score, high in logs], shared)
        assert report.standing.low == pytest.approx(report.standing.value * math.exp(-down), abs=1e-4)
        assert report.standing.high == pytest.approx(min(100, report.standing.value * math.exp(up)), abs=1e-4)


def test_a_rate_carries_its_weight_times_its_reliability(score: Score) -> None:
    """Ben's contribution drew an answer: recognition has 1 trial and, below 20 members, 4 of the community's.

    It carries 2 x 1 / 5 = 0.4 beside 3 of contribution, and 1 of breadth: 0.4 / 4.4.
    """
    village = score(
        did("ben", "post", 0, id="p"),
        did("ann", "reply", 1, on="p"),
        did("ann", "like", 8, on="p"),
    )

    weights = {name: part.weight for name, part in village.parts("ben").items()}

    assert village.rate("ben", "recognition") == (1, 1)
    assert weights["contribution"] == pytest.approx(3 / 4.4, abs=1e-9)
    assert weights["recognition"] == pytest.approx(0.4 / 4.4, abs=1e-9)
    assert weights["breadth"] == pytest.approx(1 / 4.4, abs=1e-9)


def test_rank_ranges_are_what_the_intervals_allow(village: Village) -> None:
    standings = [report.standing for report in village.members.values() if report.standing]

    assert len(standings) > 20
    for one in standings:
        assert one.rank_low == 1 + sum(other.low > one.high for other in standings)
        assert one.rank_high == len(standings) - sum(other.high < one.low for other in standings)
        assert one.rank_low <= one.rank_high


def test_members_are_listed_by_standing_then_by_id(village: Village) -> None:
    keys = [
        (report.standing is None, -(report.standing.value if report.standing else 0), report.member)
        for report in village.members.values()
    ]

    assert keys == sorted(keys)


def test_too_little_evidence_gives_no_number_and_no_rank(village: Village) -> None:
    report = village["quiet"]

    assert report.standing is None
    assert report.grade is None
    assert report.unscored == "not enough evidence: 1 of 5 deeds, 1 of 2 active weeks"


def test_five_deeds_in_one_week_are_not_enough(score: Score) -> None:
    village = score(times(9, did("ann", "post", 0)), times(5, did("ben", "post", 0)), did("ben", "post", 7))

    assert village["ann"].unscored == "not enough evidence: 9 of 5 deeds, 1 of 2 active weeks"
    assert village["ben"].standing is not None


def test_an_element_of_nothing_counts_as_the_floor(score: Score) -> None:
    """Ann speaks to nobody who speaks: her social 0 counts as 0.05 in the mean and is shown as 0."""
    village = score(
        did("ben", "reply", 0, to="cam"),
        did("cam", "reply", 0, to="ben"),
        [did("ann", "post", 7 * week) for week in range(6)],
    )

    social = village.element("ann", "social")
    scored_elements = [one for one in village["ann"].elements if one.score is not None]
    assert social.score == 0
    assert social.log_share == pytest.approx(math.log(0.05) / len(scored_elements), abs=1e-9)


def test_an_element_with_weight_0_does_not_count(score: Score) -> None:
    ruler = Ruler(elements=dict.fromkeys(Element, 1.0) | {Element.COMMITMENT: 0})

    village = score([did("ann", "post", 7 * week) for week in range(6)], ruler=ruler)

    participation = village.element("ann", "participation").score
    assert participation is not None
    assert village.standing("ann").value == pytest.approx(100 * participation, abs=1e-6)


def test_the_grade_falls_with_every_missing_element_and_a_wide_interval(
    village: Village, score: Score
) -> None:
    """Five elements and no more than 30 points between the ends are an A; there is nothing below D."""
    posts = [did("ann", "post", 7 * week) for week in range(6)]
    flood = [did("ben", "post", 0), did("ben", "post", 7), *times(3, did("ben", "post", 8))]
    reports = [*village.members.values(), *score(posts, flood).members.values(), score(circle(3, 6))["m0"]]

    for report in reports:
        if report.standing:
            missing = sum(element.score is None for element in report.elements)
            wide = report.standing.high - report.standing.low > 30
            assert report.grade == "ABCD"[min(3, missing + wide)]
    assert {"A", "D"} <= {report.grade for report in reports}


def circle(people: int, weeks: int) -> list[Deed]:
    """Return a circle in which everybody posts each week and answers all others, in several conversations."""
    told = []
    for week in range(weeks):
        for host in range(people):
            told.append(did(f"m{host}", "post", 7 * week, id=f"{week}.{host}"))
            told += [
                did(f"m{guest}", "reply", 7 * week + 1, on=f"{week}.{host}")
                for guest in range(people)
                if guest != host
            ]
    return told


def test_one_active_week_is_a_guest_and_two_a_candidate(score: Score) -> None:
    village = score(did("ann", "post", 0), did("ben", "post", 0), did("ben", "post", 7))

    assert village["ann"].status.current == "Guest"
    assert village["ben"].status.current == "Candidate"
    assert village["ann"].status.next == "Candidate"
    assert village.gates("ann") == {"active_weeks": (1, False)}


def test_every_rung_asks_for_people_and_weeks(score: Score) -> None:
    """Four who answer each other for 30 weeks: Builder would ask for 8 partners, each has 3."""
    village = score(circle(4, 30))

    status, gates = village["m0"].status, village.gates("m0")
    assert (status.current, status.next) == ("Member", "Builder")
    assert gates["active_weeks"] == (30, True)
    assert gates["partners"] == (3, False)
    assert gates["recognised_by"] == (3, False)
    assert gates["no_element_below"][1]
    assert gates["lower_bound"] == (village.standing("m0").low, village.standing("m0").low >= 50)


def test_nine_who_answer_each_other_become_builders(score: Score) -> None:
    village = score(circle(9, 20))

    status = village["m0"].status
    assert (status.current, status.next) == ("Builder", "Elder")
    assert village.gates("m0")["partners"] == (8, False)
    assert village.gates("m0")["tenure_months"] == (4, False)


@pytest.mark.parametrize(("last", "months"), [(364, 11), (365, 12), (730, 24)])
def test_from_a_day_to_the_same_day_of_the_next_year_are_twelve_months(
    score: Score, last: int, months: int
) -> None:
    village = score(did("ann", "post", 0), did("ann", "post", last))

    assert village.rows("select distinct tenure_months from gates") == [(months,)]


def test_an_element_that_weighs_nothing_is_missing_from_the_rungs_too(score: Score) -> None:
    """The grade says how much is missing, and a rung may ask for a number of elements."""
    ruler = Ruler()
    light = ruler.model_copy(update={"elements": {**ruler.elements, Element.SOCIAL: 0.0}})
    told = circle(9, 20)

    every, fewer = (
        score(told, ruler=each).rows("select max(elements) from gates") for each in (ruler, light)
    )

    assert fewer[0][0] == every[0][0] - 1


def test_weeks_are_counted_within_the_rungs_window(score: Score) -> None:
    """Ann was there in 10 weeks long ago and in 3 now: 3 of 26 weeks."""
    village = score([did("ann", "post", 7 * week) for week in [*range(10), 98, 99, 100]])

    assert village.gates("ann")["active_weeks"] == (3, False)


def test_thirteen_silent_weeks_are_dormant_and_lose_nothing(score: Score) -> None:
    told = [did("ann", "post", 0), did("ann", "post", 7), did("ben", "post", 7)]

    awake = score(told, as_of=7 * 13 + 6)
    asleep = score(told, as_of=7 * 14)

    assert not awake["ann"].status.dormant
    assert asleep["ann"].status.dormant
    assert asleep["ann"].status.current == awake["ann"].status.current == "Candidate"


@pytest.mark.parametrize("silent", [0, 1, 12, 13, 100])
def test_weeks_are_counted_back_from_the_last_one_so_that_silence_takes_and_gives_none(
    score: Score, silent: int
) -> None:
    """Ann was there in 30 weeks, then no more: the 26 weeks of the rung hold what they held."""
    told = [did("ann", "post", 7 * week) for week in range(30)]
    village = score(told, did("ben", "post", 0), as_of=7 * (29 + silent))

    assert village.gates("ann")["active_weeks"] == (26, True)


@pytest.mark.parametrize("years", [1, 9, 20, 40])
def test_silence_takes_no_company_however_the_trust_of_others_fades(score: Score, years: int) -> None:
    """Ann and three more answered each other and left; of all only Mod stayed, and trusts others by now."""
    old, new, late = ["mod", "ann", "ben", "cam", "dan"], ["mod", "eve", "fay", "gus"], 365 * years
    told = [
        deed
        for people, begins in ((old, 0), (new, late))
        for week in range(8)
        for place, who in enumerate(people)
        for deed in (
            did(who, "post", begins + 7 * week, id=f"{who}{begins}.{week}"),
            *(
                did(other, "reply", begins + 7 * week + 1, on=f"{who}{begins}.{week}")
                for other in people
                if other != who
            ),
        )
    ]
    then, now = (score(told, anchors={"members": ["village:mod"]}, as_of=day) for day in (100, late + 100))

    asked = (
        "select c.partners, c.mutual_partners, c.recognised_by from company as c "
        "inner join people as p on p.person = c.member where p.person_key = 'village:ann'"
    )
    assert then.rows(asked) == now.rows(asked) == [(4, 4, 4)]
    assert now.value("ann", "partners") >= 1 - 1e-9
    assert now.rate("ann", "repeat_partners")[1] in (1, 4)


def test_two_elements_cap_the_status_at_candidate(score: Score) -> None:
    village = score([did("ann", "post", 7 * week) for week in range(60)])

    assert village["ann"].status.current == "Candidate"
    assert village["ann"].status.capped == (
        "2 of 5 elements can be scored: Candidate is the highest status; Member needs 3"
    )


def test_three_elements_cap_the_status_at_builder() -> None:
    told = [
        one._replace(thread=one.id, on=None, to="m1" if one.who != "m1" else "m0") for one in circle(3, 5)
    ]

    unmeasured = Ruler().metrics | {"restraint": MetricRule(weight=0)}

    with scored(told, ruler=Ruler(metrics=unmeasured)) as village:
        scored_elements = sum(one.score is not None for one in village["m0"].elements)
        assert scored_elements == 3
        assert village["m0"].status.capped == (
            "3 of 5 elements can be scored: Builder is the highest status; Elder needs 4"
        )


def test_five_elements_cap_nothing(village: Village) -> None:
    assert village["m001"].status.capped == ""


def test_a_wider_interval_is_asked_for_by_the_ruler(score: Score) -> None:
    told = lively(12, 8, 200)
    wide = Ruler(evidence=EvidenceRule(interval=0.95, z=1.959963984540054))

    narrow, wider = score(told).standing("m001"), score(told, ruler=wide).standing("m001")

    assert narrow.value == wider.value
    assert wider.low < narrow.low

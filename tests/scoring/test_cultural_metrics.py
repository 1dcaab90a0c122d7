"""Trust and conduct, worked by hand."""

from math import log

import pytest
from village import Score, did, times


def test_trust_flows_from_the_anchor_and_thins_with_every_step(score: Score) -> None:
    """One reply is f = ln 4; of a budget of 5 ln 2 that is the share P = 0.4.

    Of one unit at Ann 0.85 x 0.4 reaches Ben, of that 0.85 x 0.4 reaches Cam: as 100 to 34.
    What the anchor's endorsement brings to Ben is the measure. Full marks are ln 301.
    """
    village = score(
        did("ann", "reply", 0, to="ben"),
        did("ben", "reply", 0, to="cam"),
        did("cam", "post", 0),
        anchors={"members": ["village:ann"]},
    )

    ben, cam = village.parts("ben")["trust"], village.parts("cam")["trust"]

    assert ben.value == pytest.approx(100, abs=1e-6)
    assert cam.value == pytest.approx(34, abs=1e-6)
    assert cam.score == pytest.approx(log(35) / log(301), abs=1e-7)
    assert "trust" not in village.parts("ann")


@pytest.mark.parametrize("years", [0, 10, 30, 60, 200])
def test_trust_is_told_in_parts_of_what_anchors_give_however_long_ago_they_gave_it(
    score: Score, years: int
) -> None:
    """Ann liked Ben twice and Cam once: 100 % is (2 x 2 + 1) / (2 + 1) of Cam's, once it faded."""
    village = score(
        [did("ann", "like", day, to="ben") for day in (0, 0.1)],
        did("ann", "like", 0, to="cam"),
        [did(who, "post", 0) for who in ("ben", "cam")],
        did("dan", "reply", 0, to="ben"),
        anchors={"members": ["village:ann"]},
        as_of=365 * years,
    )

    cam, ben = (village.value(who, "trust") for who in ("cam", "ben"))
    assert (cam * cam + ben * ben) / (cam + ben) == pytest.approx(100, abs=1e-4)
    assert ben / cam == pytest.approx(log(2) / log(1.5) if not years else 2, rel=1e-3)
    assert village["ben"].recognised_by == 1


def test_back_scratching_is_worth_half_and_what_comes_back_counts_once(score: Score) -> None:
    """Ann gives Ben and Cam the same; Cam gives back: f = ln 4 to Ben, ln 4 x (1 - 0.5) to Cam and from Cam.

    The shares are 0.4 to Ben, 0.2 to Cam, 0.2 back. To Cam 0.17 of Ann's unit arrives for the first
    time; to Ben 0.34, and again of what returned through Cam: 0.34 / (1 - 0.17 x 0.17).
    """
    village = score(
        did("ann", "reply", 0, to="ben"),
        did("ann", "reply", 0, to="cam"),
        did("cam", "reply", 0, to="ann"),
        did("ben", "post", 0),
        anchors={"members": ["village:ann"]},
    )

    ratio = village.value("ben", "trust") / village.value("cam", "trust")

    assert ratio == pytest.approx(2 / (1 - 0.17 * 0.17), abs=1e-6)


def test_a_rating_carries_trust_by_its_level_in_its_givers_own_scale(score: Score) -> None:
    """Ann's highest is 4: Ben has n = 3, Cam n = 1.5, as ln 4 to ln 2.5. Dan's 100 is his own."""
    village = score(
        did("ann", "endorse", 0, to="ben", value=4),
        did("ann", "endorse", 0, to="cam", value=2),
        did("dan", "endorse", 0, to="ann", value=100),
        did("ben", "post", 0),
        did("cam", "post", 0),
        anchors={"members": ["village:ann"]},
    )

    ratio = village.value("ben", "trust") / village.value("cam", "trust")

    assert ratio == pytest.approx(log(4) / log(2.5), abs=1e-6)


def test_esteem_is_the_mean_level_of_those_whose_word_counts_as_if_one_more_had_said_the_middle(
    score: Score,
) -> None:
    """Ann, the anchor, used the levels 1 and 3: they are the scale. Ben has 3 of Ann: (1 + 1) / (2 + 1).

    Cam has 1: (1 + 0) / (2 + 1). That strangers rate Cam 3, and Dan rates Ben 1000, says nothing.
    """
    village = score(
        did("ann", "endorse", 0, to="ben", value=3),
        did("ann", "endorse", 0, to="cam", value=1),
        did("dan", "endorse", 0, to="ben", value=1000),
        [did(f"stranger {number}", "endorse", 0, to="cam", value=3) for number in range(20)],
        did("ben", "post", 0),
        did("cam", "post", 0),
        anchors={"members": ["village:ann"]},
    )

    assert village.value("ben", "esteem") == pytest.approx(2 / 3, abs=1e-9)
    assert village.value("cam", "esteem") == pytest.approx(1 / 3, abs=1e-9)
    assert "esteem" not in village.parts("dan")
    assert [trace.actor for trace in village.evidence("cam", "esteem")] == ["village:ann"]


def test_who_owes_trust_to_a_member_says_nothing_of_that_one_unless_it_is_an_anchor(score: Score) -> None:
    """Cat is trusted through Ben alone, Dan through Ann, an anchor: only an anchor hears everybody."""
    told = [
        did("ann", "endorse", 0, to="ben", value=3),
        did("ann", "endorse", 0, to="dan", value=1),
        did("ben", "endorse", 0, to="cat", value=3),
        did("cat", "endorse", 1, to="ben", value=1),
        did("dan", "endorse", 1, to="ann", value=3),
    ]
    village = score(told, anchors={"members": ["village:ann"]})

    assert village.rate("ben", "esteem") == (2, 3)
    assert [trace.actor for trace in village.evidence("ben", "esteem")] == ["village:ann"]
    assert village.rate("ann", "esteem")[1] == pytest.approx(3)
    assert [trace.actor for trace in village.evidence("ann", "esteem")] == ["village:dan"]


def test_who_rates_often_has_one_voice(score: Score) -> None:
    """Two anchors, so that the one who repeats a rating does not make the scale alone."""
    told = [
        did("ann", "endorse", 0, to="ben", value=3),
        did("eve", "endorse", 0, to="cam", value=1),
        did("ben", "post", 0),
        did("cam", "post", 0),
    ]
    anchors = {"members": ["village:ann", "village:eve"]}

    once = score(told, anchors=anchors).value("ben", "esteem")
    often = score(told, times(50, did("ann", "endorse", 0, to="ben", value=3)), anchors=anchors)

    assert often.value("ben", "esteem") == once == pytest.approx(2 / 3, abs=1e-9)


def test_where_everybody_gives_the_same_level_there_is_no_scale(score: Score) -> None:
    village = score(
        did("ann", "endorse", 0, to="ben", value=1),
        did("ben", "endorse", 0, to="ann", value=1),
        anchors={"members": ["village:ann"]},
    )

    assert village.why_not("esteem") == "nobody whose word counts rates others on a scale"


@pytest.mark.parametrize(
    ("anchors", "reason"),
    [
        ({"members": ["village:ann"]}, "nobody whose word counts rates others on a scale"),
        ({}, "nobody to start trust from: no named anchor, no role, no founder with enough active weeks"),
    ],
    ids=["one level", "nobody heard"],
)
def test_where_no_scale_is_left_esteem_is_left_out_with_its_reason(
    score: Score, anchors: dict[str, list[str]], reason: str
) -> None:
    """Of Ann's ratings 39 in 40 are 1, both ends of the scale; without an anchor nobody's word counts."""
    ratings = [did("ann", "endorse", day, to="ben", value=1) for day in range(39)]
    village = score(
        ratings,
        did("ann", "endorse", 40, to="ben", value=5),
        did("ben", "reply", 40, to="ann"),
        anchors=anchors,
    )

    assert village.why_not("esteem") == reason
    assert "esteem" not in village.parts("ben")


def test_a_negative_rating_is_no_endorsement(score: Score) -> None:
    """Ann, whom all trust, rates Ben +1 and Cam -1."""
    village = score(
        did("ann", "endorse", 0, to="ben", value=1),
        did("ann", "endorse", 0, to="cam", value=-1),
        did("ben", "post", 0),
        did("cam", "post", 0),
        anchors={"members": ["village:ann"]},
    )

    assert village.value("ben", "trust") > 0
    assert village.value("cam", "trust") == 0


def test_the_only_anchor_is_not_asked_for_trust(score: Score) -> None:
    """All trust begins at Ann: none can arrive there, and what cannot be shown is left out."""
    told = [
        did("ann", "reply", 0, to="ben"),
        did("ben", "reply", 1, to="ann"),
        did("eve", "reply", 1, to="ann"),
    ]
    alone = score(told, anchors={"members": ["village:ann"]})
    both = score(told, anchors={"members": ["village:ann", "village:eve"]})

    assert "trust" not in alone.parts("ann")
    assert alone.value("eve", "trust") == 0
    assert both.value("ann", "trust") > 0
    assert both.value("eve", "trust") == 0


def test_the_evidence_of_trust_is_who_endorsed_the_member(score: Score) -> None:
    village = score(
        did("ann", "reply", 0, to="ben", id="r1"),
        did("cam", "reply", 0, to="ben"),
        did("ben", "post", 0),
        anchors={"members": ["village:ann"]},
    )

    assert [trace.activity_id for trace in village.evidence("ben", "trust")] == ["r1"]


def test_a_removed_contribution_counts_against_its_author_until_it_is_forgiven(score: Score) -> None:
    """As of day 200 Ann made 4 posts; one was removed, one flagged, one removed 200 days ago: 2 of 4 stood.

    The only member: mean (2 + 0.5) / (4 + 1) = 0.5, worth 4 trials: (2 + 2) / (4 + 4) = 0.5.
    """
    village = score(
        did("ann", "post", 0, visibility="removed"),
        did("ann", "post", 100, id="p1", visibility="removed"),
        did("ann", "post", 150, id="p2"),
        did("mod", "flag", 151, on="p2", role="moderator"),
        did("ann", "post", 200),
    )

    assert village.rate("ann", "conduct") == (2, 4)
    assert village.value("ann", "conduct") == pytest.approx(0.5, abs=1e-9)
    assert {"p1", "p2"} <= {trace.activity_id for trace in village.evidence("ann", "conduct")}


def test_a_removal_is_forgiven_half_a_year_after_it_and_not_after_the_post(score: Score) -> None:
    """Old posts of Ann's: one was removed yesterday, one long ago; two a stranger flagged yesterday."""
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ann", "post", 0, id="p2"),
        did("ann", "post", 0, id="p3"),
        did("mod", "remove", 1, on="p2", role="moderator"),
        did("mod", "remove", 399, on="p1", role="moderator"),
        did("stranger", "flag", 399, on="p3"),
        did("stranger", "flag", 399, on="p2"),
        did("ann", "post", 400),
    )

    assert village.rate("ann", "conduct") == (3, 4)


def test_a_thousand_strangers_who_flag_a_post_strike_nothing(score: Score) -> None:
    """Mod moderates here and removed a post of Dan's; of the flags on Ann's post only Mod's would count."""
    told = [
        did("ann", "post", 0, id="p1"),
        did("dan", "post", 0, id="p2"),
        did("mod", "remove", 0, on="p2", role="moderator"),
    ]
    slander = [did(f"stranger {number}", "flag", 0, on="p1") for number in range(100)]

    slandered = score(told, slander)
    assert slandered.rate("ann", "conduct") == (1, 1)
    assert slandered.evidence("ann", "conduct") == []
    assert score(told, slander, did("mod", "flag", 0, on="p1")).rate("ann", "conduct") == (0, 1)


def test_flags_alone_are_no_moderation(score: Score) -> None:
    village = score(did("ann", "post", 0, id="p1"), did("ben", "flag", 0, on="p1"))

    assert village.why_not("conduct") == "no moderation in the data"


def test_taking_back_ones_own_post_is_no_misconduct_and_no_moderation(score: Score) -> None:
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ann", "remove", 1, on="p1"),
        did("ben", "post", 1),
    )

    assert village.why_not("conduct") == "no moderation in the data"


def test_talking_to_oneself_does_not_water_down_a_removal(score: Score) -> None:
    village = score(
        did("ann", "post", 0, id="p1"),
        did("mod", "remove", 0, on="p1"),
        did("ann", "post", 0, id="p2"),
        times(50, did("ann", "reply", 0, on="p2")),
    )

    assert village.rate("ann", "conduct") == (1, 2)

"""Trust and conduct, worked by hand."""

from math import log

import pytest
from village import Score, did, times


def test_trust_flows_from_the_anchor_and_thins_with_every_step(score: Score) -> None:
    """One reply is f = ln 4; of a budget of 5 ln 2 that is the share P = 0.4.

    Of one unit at Ann 0.85 x 0.4 reaches Ben, of that 0.85 x 0.4 reaches Cam: as 1 to 0.34.
    In units of their mean (0.67): 1.492537 and 0.507463. Full marks are ln 4.
    """
    village = score(
        did("ann", "reply", 0, to="ben"),
        did("ben", "reply", 0, to="cam"),
        did("cam", "post", 0),
        anchors={"members": ["village:ann"]},
    )

    ben, cam = village.parts("ben")["trust"], village.parts("cam")["trust"]

    assert ben.value == pytest.approx(1 / 0.67, abs=1e-7)
    assert cam.value == pytest.approx(0.34 / 0.67, abs=1e-7)
    assert ben.score == pytest.approx(log(1 + 1 / 0.67) / log(4), abs=1e-7)
    assert village.value("ann", "trust") == 0


def test_back_scratching_is_worth_half(score: Score) -> None:
    """Ann gives Ben and Cam the same; Cam gives back: f = ln 4 to Ben, ln 4 x (1 - 0.5) to Cam, as 2 to 1."""
    village = score(
        did("ann", "reply", 0, to="ben"),
        did("ann", "reply", 0, to="cam"),
        did("cam", "reply", 0, to="ann"),
        did("ben", "post", 0),
        anchors={"members": ["village:ann"]},
    )

    assert village.value("ben", "trust") == pytest.approx(2 * village.value("cam", "trust"), abs=1e-7)


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


def test_a_thousand_strangers_who_flag_a_post_strike_nothing(score: Score) -> None:
    """Mod moderates here and removed a post of Dan's; of the flags on Ann's post only Mod's would count."""
    told = [
        did("ann", "post", 0, id="p1"),
        did("dan", "post", 0, id="p2"),
        did("mod", "remove", 0, on="p2", role="moderator"),
    ]
    slander = [did(f"stranger {number}", "flag", 0, on="p1") for number in range(100)]

    assert score(told, slander).rate("ann", "conduct") == (1, 1)
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

"""Mutual ties and partners, worked by hand."""

from math import exp, log

import pytest
from village import Score, did, times


def test_a_mutual_tie_is_as_strong_as_its_weaker_side(score: Score) -> None:
    """Ann's reply is worth 3, Ben's like 0.5: min(ln(1 + 3), ln(1 + 0.5)) = ln 1.5 = 0.405465.

    Full marks are ln(1 + 20), so the score is ln(1.405465) / ln 21 = 0.111797.
    """
    village = score(
        did("ben", "post", 0, id="p1"),
        did("ann", "reply", 0, id="r1", on="p1"),
        did("ben", "like", 0, on="r1"),
    )

    part = village.parts("ann")["mutual_ties"]

    assert part.value == pytest.approx(log(1.5), abs=1e-9)
    assert part.score == pytest.approx(0.111796938, abs=1e-9)


def test_effort_that_nobody_returns_makes_no_tie(score: Score) -> None:
    """Ann and Ben answer each other (ln 4); a hundred replies of Cam to Ann, never answered, are nothing."""
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ben", "reply", 0, id="r1", on="p1"),
        did("ann", "reply", 0, on="r1"),
        times(100, did("cam", "reply", 0, on="p1")),
    )

    assert village.value("ann", "mutual_ties") == pytest.approx(log(4), abs=1e-9)
    assert village.value("cam", "mutual_ties") == 0


def test_a_flood_of_deeds_on_one_day_is_worth_three(score: Score) -> None:
    """50 replies x 3 points, but min(3, 50) of them count: n = 9, c = ln 10, on both sides."""
    village = score(
        did("ann", "post", 0, id="p1"),
        times(50, did("ben", "reply", 0, on="p1")),
        times(50, did("ann", "reply", 0, to="ben", thread="p1")),
    )

    assert village.value("ann", "mutual_ties") == pytest.approx(log(10), abs=1e-9)


def test_a_tie_fades_by_half_in_180_days(score: Score) -> None:
    """Both replied 180 days ago: n = 3 x 0.5, c = ln 2.5."""
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ben", "reply", 0, id="r1", on="p1"),
        did("ann", "reply", 0, on="r1"),
        did("cam", "post", 180),
    )

    assert village.value("ann", "mutual_ties") == pytest.approx(log(2.5), abs=1e-9)


def test_even_ties_with_two_people_are_two_partners(score: Score) -> None:
    """Two ties of ln 4: each has the share 1/2, the entropy is ln 2, exp(ln 2) = 2."""
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ben", "reply", 0, id="r1", on="p1"),
        did("cam", "reply", 0, id="r2", on="p1"),
        did("ann", "reply", 0, on="r1"),
        did("ann", "reply", 0, on="r2"),
    )

    part = village.parts("ann")["partners"]

    assert part.value == pytest.approx(2, abs=1e-9)
    assert part.score == pytest.approx(log(3) / log(13), abs=1e-9)


def test_a_faint_tie_adds_less_than_one_partner(score: Score) -> None:
    """Ties ln 4 and ln 1.5 have shares 0.773706 and 0.226294: exp(0.198507 + 0.336269) = 1.707066."""
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ben", "reply", 0, id="r1", on="p1"),
        did("cam", "like", 0, on="p1"),
        did("ann", "reply", 0, on="r1"),
        did("ann", "like", 0, to="cam"),
    )

    strong, faint = log(4) / log(6), log(1.5) / log(6)
    assert village.value("ann", "partners") == pytest.approx(
        exp(-strong * log(strong) - faint * log(faint)), abs=1e-9
    )


def test_the_evidence_of_a_tie_is_what_partners_did_towards_the_member(score: Score) -> None:
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ben", "reply", 0, id="r1", on="p1"),
        did("cam", "reply", 0, on="p1"),
        did("ann", "reply", 0, on="r1"),
    )

    for metric in ("mutual_ties", "partners"):
        assert [trace.activity_id for trace in village.evidence("ann", metric)] == ["r1"]


def test_a_tie_of_long_ago_is_as_uncertain_as_one_of_today(score: Score) -> None:
    """All ties have faded alike, to less than a millionth: their evenness and its error stay."""
    pairs = [
        deed
        for place, partner in enumerate(("ben", "cam", "dee"))
        for deed in (
            did("ann", "post", place, id=f"p{place}"),
            did(partner, "reply", place, on=f"p{place}", id=f"r{place}"),
            did("ann", "reply", place, on=f"r{place}"),
        )
    ]
    soon, late = (score(pairs, did("ann", "post", day)) for day in (10, 3650))

    assert late.value("ann", "partners") == pytest.approx(soon.value("ann", "partners"), rel=1e-3)
    assert late.parts("ann")["partners"].sd == pytest.approx(soon.parts("ann")["partners"].sd, rel=0.1)

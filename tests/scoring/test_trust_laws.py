"""What nobody can do to trust: raise it by accounts of one's own, or lower somebody's by strangers."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from village import Deed, Village, did, lively, scored

from budget import examples
from kibbutz_cli.model.report import MemberReport
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import TrustRule

ANCHORS = {"members": ["village:m000", "village:m002"]}
CHEAT = "m005"
HONEST = [*lively(11, 16, 300), did("m000", "reply", 380, to=CHEAT)]
ALPHA = Path(__file__).parents[3] / "shared/truth/bitcoin-alpha/soc-sign-bitcoinalpha.csv"

law = settings(examples(6), suppress_health_check=[HealthCheck.too_slow])


def praise(giver: str, receiver: str, day: float = 390) -> Deed:
    return did(giver, "endorse", day, to=receiver, value=9)


@st.composite
def circles(draw: st.DrawFn) -> list[Deed]:
    """Draw accounts of the cheat's own: whom they praise, and whom of them the cheat praises."""
    own = [f"fake {number}" for number in range(draw(st.integers(1, 7)))]
    pairs = st.tuples(st.sampled_from([*own, CHEAT]), st.sampled_from([*own, CHEAT]))
    chosen = draw(st.sets(pairs, min_size=1, max_size=30))
    told = [praise(giver, receiver) for giver, receiver in sorted(chosen) if giver != receiver]
    return told + [did(who, "post", 390) for who in own]


def honest(village: Village) -> dict[str, MemberReport]:
    return {key: report for key, report in village.members.items() if "fake" not in key}


def trust(told: Iterable[Deed], who: str, anchors: dict[str, list[str]] = ANCHORS) -> float:
    with scored(list(told), anchors=anchors) as village:
        return village.value(who, "trust")


@law
@given(circles())
def test_accounts_of_ones_own_raise_nobodys_trust(circle: list[Deed]) -> None:
    """They praise each other and their maker in any way, and their maker praises them."""
    assert trust([*HONEST, *circle], CHEAT) <= trust(HONEST, CHEAT) + 1e-9


@pytest.mark.parametrize("length", [1, 2, 3, 7])
def test_a_ring_of_any_length_brings_nothing_back(length: int) -> None:
    """The cheat praises nobody else, so that all that leaves goes round: 0.17 of it, were it counted."""
    told = [praise("ann", "cheat"), did("ann", "post", 400), did("cheat", "post", 400)]
    ring = ["cheat", *(f"fake {number}" for number in range(length)), "cheat"]
    circle = [praise(giver, receiver) for giver, receiver in pairwise(ring)]
    anchors = {"members": ["village:ann"]}

    assert trust([*told, *circle], "cheat", anchors) == pytest.approx(100, abs=1e-9)
    assert trust(told, "cheat", anchors) == pytest.approx(100, abs=1e-9)


def test_ones_own_accounts_are_no_company() -> None:
    """Forty accounts the cheat made answer and are answered: no partner, tie, recognition or esteem."""
    own = [f"fake {number}" for number in range(40)]
    posts = [did(CHEAT, "post", 380, id="own post")]
    circle = [did(who, "reply", 385, to=CHEAT, on="own post", id=f"to {who}") for who in own]
    circle += [did(CHEAT, "reply", 386, to=who) for who in own] + [praise(who, CHEAT) for who in own]

    with scored([*HONEST, *posts], anchors=ANCHORS, as_of=400) as before:
        expected = company(before)
    with scored([*HONEST, *posts, *circle], anchors=ANCHORS, as_of=400) as after:
        assert company(after) == pytest.approx(expected, abs=1e-9)


def company(village: Village) -> list[float]:
    """Return what others did for the cheat, in the ladder's figures and in the metrics'."""
    (counted,) = village.rows(
        "select c.partners, c.mutual_partners, c.recognised_by from company as c "
        f"inner join people as p on p.person = c.member where p.person_key = 'village:{CHEAT}'"
    )
    metrics = ("mutual_ties", "partners", "breadth", "value_delivered")
    hits, _ = village.rate(CHEAT, "recognition")
    return [*map(float, counted), *(village.value(CHEAT, metric) for metric in metrics), hits or 0]


def test_who_is_no_close_company_is_a_partner_once() -> None:
    """Dan has a third of the trust that Ben has, too little to be close: Cam still deals with two people.

    It goes both ways with Dan, whom some trust reaches; it is no tie that is scored.
    """
    told = [
        praise("ann", "ben"),
        did("ben", "post", 0),
        did("ann", "like", 0, to="cam"),
        did("ann", "like", 0, to="dan"),
        did("cam", "reply", 1, to="dan"),
        did("dan", "reply", 2, to="cam"),
    ]
    ruler = Ruler(trust=TrustRule(company_percent=60))

    with scored(told, anchors={"members": ["village:ann"]}, ruler=ruler) as village:
        (counted,) = village.rows(
            "select c.partners, c.mutual_partners from company as c "
            "inner join people as p on p.person = c.member where p.person_key = 'village:cam'"
        )
        tied = village.parts("cam").get("mutual_ties")

    assert counted == (2, 1)
    assert tied is None or tied.value == 0


@pytest.mark.parametrize("count", [10, 300])
def test_strangers_change_no_figure_of_the_honest(count: int) -> None:
    """They post, answer each other and the honest, like, rate and flag; nobody honest answers them."""
    circle = [f"fake {number}" for number in range(count)]
    slander = [
        deed
        for place, who in enumerate(circle)
        for deed in (
            did(who, "post", 350, id=f"post of {who}"),
            did(circle[place - 1], "reply", 351, on=f"post of {who}", id=f"answer to {who}"),
            did(who, "like", 360, on=HONEST[0].id),
            did(who, "endorse", 361, to="m001", value=-10),
            did(who, "endorse", 362, to="m003", value=10),
            did(who, "accept", 363, on=HONEST[0].id),
        )
    ]
    with (
        scored(HONEST, anchors=ANCHORS, as_of=400) as before,
        scored([*HONEST, *slander], anchors=ANCHORS, as_of=400) as after,
    ):
        expected, found = honest(before), honest(after)
    for key, report in expected.items():
        assert found[key].recognised_by == report.recognised_by
        for old, new in zip(report.elements, found[key].elements, strict=True):
            parts = {part.metric: part.score for part in new.parts}
            for part in old.parts:
                assert parts[part.metric] == pytest.approx(part.score, abs=1e-9), (key, part.metric)


@pytest.mark.parametrize("friends", [1, 3])
def test_what_friends_give_does_not_grow_with_accounts(friends: int) -> None:
    """Honest people praise the cheat; more accounts of the cheat's own add nothing to that."""
    helped = [*HONEST, *(praise(f"m00{number + 1}", CHEAT) for number in range(friends))]
    gains = []
    for count in (0, 5, 60):
        own = [f"fake {number}" for number in range(count)]
        circle = [deed for who in own for deed in (praise(CHEAT, who), praise(who, CHEAT))]
        gains.append(trust([*helped, *circle], CHEAT))

    assert max(gains) <= gains[0] + 1e-9


def test_a_thousand_deeds_of_one_friend_on_a_day_are_three() -> None:
    told = [did("ann", "like", 400, to="ben", id=f"like {number}") for number in range(1000)]
    anchors = {"members": ["village:ann"]}
    posts = [did("ben", "post", 400), did("cam", "post", 400)]

    assert trust([*told, *posts], "ben", anchors) == trust([*told[:3], *posts], "ben", anchors)


@pytest.fixture(scope="module")
def ratings() -> list[Deed]:
    if not ALPHA.exists():
        pytest.skip("../shared/truth is not here")
    with ALPHA.open(encoding="utf-8") as lines:
        next(lines)
        rows = [line.strip().split(",") for line in lines]
    return [
        did(
            f"b{giver}",
            "endorse",
            int(time) / 86_400 - 19_723,
            to=f"b{receiver}",
            value=float(value),
            id=str(n),
        )
        for n, (giver, receiver, value, time) in enumerate(rows)
    ]


def test_in_bitcoin_alpha_a_thousand_strangers_lower_nobody_and_one_trusted_member_does(
    ratings: list[Deed],
) -> None:
    """A thousand strangers rate the first fifty with -10, twenty each, on the last day of the data."""
    last = max(deed.day or 0 for deed in ratings)
    with scored(ratings) as before:
        standings = {name: before.standing(name).value for name in before.names[:50]}
        trusted = next(name for name in before.anchors if name not in before.names[:1])
        victims = before.names[:50]
    slander = [
        did(f"stranger {number}", "endorse", last, to=victims[number % 50], value=-10)
        for number in range(1000)
    ]
    with scored([*ratings, *slander]) as after:
        assert {name: after.standing(name).value for name in victims} == pytest.approx(standings, abs=1e-9)
    with scored([*ratings, did(trusted, "endorse", last, to=victims[0], value=-10)]) as after:
        assert after.standing(victims[0]).value < standings[victims[0]] - 0.01

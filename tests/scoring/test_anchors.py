"""Where trust starts: named, else by role, else the founders."""

import pytest
from village import Deed, Score, did

from kibbutz_cli.model.activity import Clock
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import TrustRule

WEEKS = 14
VILLAGERS = "abcdefghij"
ANSWERS = [
    did(other, "reply", 80, to=who)
    for who, other in zip(VILLAGERS, VILLAGERS[1:] + VILLAGERS[:1], strict=True)
]


def chronicle() -> list[Deed]:
    """Ten members of fourteen weeks each; the later in the alphabet, the earlier they came."""
    posts = [
        did(who, "post", 7 * week - place) for place, who in enumerate(VILLAGERS) for week in range(WEEKS)
    ]
    return posts + [
        did(other, "reply", 0, to=who)
        for who, other in zip(VILLAGERS, VILLAGERS[1:] + VILLAGERS[:1], strict=True)
    ]


def test_founders_are_the_earliest_who_stayed(score: Score) -> None:
    village = score(chronicle(), did("early", "post", -60), did("early", "post", -50))

    assert village.anchors == {"j": "founders", "i": "founders", "h": "founders"}


def test_of_those_who_came_on_one_day_the_earliest_are_founders(score: Score) -> None:
    """All came on the first day, by the clock in the reverse of their names' order."""
    told = [
        did(who, "post", 7 * week + (20 - place) / 24)
        for place, who in enumerate(VILLAGERS)
        for week in range(WEEKS)
    ]
    assert score(told, ANSWERS).anchors == {"j": "founders", "i": "founders", "h": "founders"}


@pytest.mark.parametrize(("weeks", "founders"), [(12, set()), (13, set("abc"))])
def test_thirteen_active_weeks_make_a_founder(score: Score, weeks: int, founders: set[str]) -> None:
    told = [did(who, "post", 7 * week) for who in VILLAGERS for week in range(weeks)]

    assert set(score(told, ANSWERS).anchors) == founders


def test_who_is_only_rated_badly_is_no_founder(score: Score) -> None:
    hermit = [did("hermit", "post", 7 * week - 30) for week in range(WEEKS)]
    village = score(chronicle(), hermit, did("a", "endorse", 0, to="hermit", value=-1))

    assert village.anchors == {"j": "founders", "i": "founders", "h": "founders"}


def test_who_is_answered_by_nobody_who_stayed_is_no_founder(score: Score) -> None:
    """Hermit is the earliest and stayed; only a passer-by ever answered."""
    hermit = [did("hermit", "post", 7 * week - 30) for week in range(WEEKS)]
    village = score(chronicle(), hermit, did("passer-by", "reply", 0, to="hermit"))

    assert village.anchors == {"j": "founders", "i": "founders", "h": "founders"}


def test_founders_who_left_come_after_those_who_are_still_here(score: Score) -> None:
    """A year on, j is among the silent: its endorsements have faded."""
    still = [did(who, "post", 400 + place) for place, who in enumerate("hgf")]

    assert score(chronicle(), still).anchors == {"h": "founders", "g": "founders", "f": "founders"}


def test_where_everybody_left_the_earliest_are_founders(score: Score) -> None:
    village = score(chronicle(), did("late", "post", 900))

    assert village.anchors == {"j": "founders", "i": "founders", "h": "founders"}


def test_roles_go_before_founders(score: Score) -> None:
    village = score(chronicle(), did("c", "post", 3, role="moderator"), did("d", "post", 3, role="lurker"))

    assert village.anchors == {"c": "roles"}
    assert village["c"].roles == ["moderator"]
    assert village["c"].anchor


def test_a_role_makes_an_anchor_however_it_is_written(score: Score) -> None:
    ruler = Ruler(trust=TrustRule(roles=["Guardian"]))
    told = [did("c", "post", 3, role="Guardian"), did("d", "post", 3, role="guardian")]

    assert score(chronicle(), told, ruler=ruler).anchors == {"c": "roles", "d": "roles"}


def test_a_role_declared_after_as_of_is_not_known_yet(score: Score) -> None:
    told = [*chronicle(), did("c", "post", 120, role="moderator"), did("d", "post", 3, role="admin")]

    assert score(told, as_of=119).anchors == {"d": "roles"}
    assert score(told, as_of=119)["c"].roles == []
    assert score(told, as_of=121).anchors == {"c": "roles", "d": "roles"}


def test_a_role_told_without_a_time_is_known_at_every_time(score: Score) -> None:
    told = [*chronicle(), did("c", "post", None, role="moderator", clock=Clock.MISSING)]

    assert score(told, as_of=20).anchors == {"c": "roles"}


def test_named_members_go_before_roles(score: Score) -> None:
    village = score(
        chronicle(), did("c", "post", 3, role="admin"), anchors={"members": ["village:a", "village:b"]}
    )

    assert village.anchors == {"a": "named", "b": "named"}


def test_an_anchor_may_be_named_by_any_of_its_handles(score: Score) -> None:
    village = score(
        chronicle(),
        did("wordpress:zoe@blog.example", "post", 1),
        identities={"Ann": ["village:a", "x:ann"]},
        anchors={"members": ["village:a", "wordpress:zoe"]},
    )

    assert village.anchors == {"Ann": "named", "wordpress:zoe@blog.example": "named"}


def test_an_excluded_member_is_no_anchor(score: Score) -> None:
    village = score(
        chronicle(),
        did("c", "post", 3, role="admin"),
        did("d", "post", 3, role="admin"),
        exclude={"opt_out": ["village:c"]},
    )

    assert village.anchors == {"d": "roles"}


def test_without_anybody_who_stayed_there_is_no_anchor(score: Score) -> None:
    village = score(did("ann", "reply", 0, to="ben"), did("ben", "reply", 1, to="ann"))

    assert village.anchors == {}
    assert village.why_not("trust").startswith("nobody to start trust from")

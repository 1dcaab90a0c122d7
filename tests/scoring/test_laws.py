"""What must be true of any chronicle: laws, tried on chronicles that Hypothesis makes up."""

import os
import time
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from village import ORIGIN, Deed, Line, Village, all_metrics, chronicle, did, lively, scored, times

from budget import examples
from kibbutz_cli.errors import UsageError
from kibbutz_cli.model.activity import Rejection, RejectionCode
from kibbutz_cli.model.report import MemberReport, Part
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.scoring import lookup

ANCHORS = {"members": ["village:a"]}
AS_OF = 400
TELLING: dict[str, Any] = {"anchors": ANCHORS, "as_of": AS_OF}
PEOPLE = "abcdef"
RUNGS = [rung.name for rung in Ruler().ladder]
OPENING: list[Line] = [
    ("a", "post", 0, None),
    ("b", "reply", 1, 0),
    ("a", "reply", 2, 1),
    ("f", "post", 70, None),
    ("a", "reply", 71, 3),
    ("f", "accept", 72, 4),
    ("c", "post", 73, None),
    ("a", "remove", 74, 6),
    ("b", "endorse", 75, 0),
    ("a", "endorse", 76, 1),
]
"""Enough for every metric to be scored."""
ARRIVED = {who: day for who, _, day, _ in reversed(OPENING)}
"""Nobody does anything before: with all on the first day, there would be no newcomer to welcome."""
PRINTS = [None, None, 1, 2]
OUTGROWN = {
    "conduct": "removals are forgiven",
    "partners": "ties fade unevenly, and what is left may be more even",
    "trust": "it is told in units of the community's mean",
    "presence": "it is read from what others did in the meantime",
}
"""What time alone may raise, and why."""
OWN = {"contribution", "presence", "sustained", "tenure", "steadiness"}
"""What one can do alone."""

law = settings(examples(4), suppress_health_check=[HealthCheck.too_slow])


@st.composite
def chronicles(draw: st.DrawFn) -> list[Deed]:
    lines = list(OPENING)
    kinds = st.sampled_from(["post", "reply", "reply", "like", "reshare", "accept", "endorse"])
    for who, kind, drawn in draw(
        st.lists(st.tuples(st.sampled_from(PEOPLE), kinds, st.integers(0, 395)), min_size=10, max_size=60)
    ):
        day = max(drawn, ARRIVED.get(who, 0))
        about = None if kind == "post" else draw(st.integers(0, len(lines) - 1))
        lines.append((who, kind, max(day, lines[about][2]) if about is not None else day, about))
    told = [
        one._replace(
            text_print=draw(st.sampled_from(PRINTS)), value=number % 4 + 1 if one.kind == "endorse" else None
        )
        for number, one in enumerate(chronicle(lines))
    ]
    crowd = draw(st.sampled_from([one for one in told if one.kind == "post"]))
    return [*told, *(_mention(crowd, number) for number in range(draw(st.integers(0, 12))))]


def _mention(post: Deed, number: int) -> Deed:
    mention = did(post.who, "mention", post.day, to=f"named {number}", on=post.id, id=f"{post.id}#{number}")
    return mention._replace(derived=True)


def measured(part: Part) -> float:
    """Return what was measured, before the community's rate is mixed in."""
    return (part.hits or 0) / part.trials if part.trials else part.value


def figures(told: list[Deed], **how: object) -> dict[str, MemberReport]:
    """Return every member's report."""
    with scored(told, **{"anchors": ANCHORS, "as_of": AS_OF, **how}) as village:
        return village.members


def trust_of(village: Village) -> dict[str, float]:
    scored = {who: village.parts(who) for who in village.names if not who.startswith("fake")}
    return {who: parts["trust"].value for who, parts in scored.items() if "trust" in parts}


@law
@given(chronicles(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(told: list[Deed], lots: Random) -> None:
    shuffled = list(told)
    lots.shuffle(shuffled)

    assert list(figures(shuffled).items()) == list(figures(told).items())


@law
@given(chronicles())
def test_every_metric_is_tried(told: list[Deed]) -> None:
    with scored(told, anchors=ANCHORS, as_of=AS_OF) as village:
        assert village.result.why_not == {one.name: "" for one in all_metrics()}


def test_the_order_of_rows_does_not_matter_for_the_evidence() -> None:
    told = lively(6, 5, 300)

    with scored(told, anchors={}) as village, scored(told[::-1], anchors={}) as again:
        for who in village.names:
            for one in all_metrics():
                shown = [[trace[:6] for trace in each.evidence(who, one.name)] for each in (village, again)]
                assert shown[0] == shown[1], one.name


@law
@given(chronicles(), st.data())
def test_a_row_told_again_changes_nothing(told: list[Deed], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(told), min_size=1))

    assert figures(told + again) == figures(told)


@law
@given(chronicles())
def test_what_members_are_called_does_not_matter(told: list[Deed]) -> None:
    """Every id is replaced by one of the reverse order; only names and the order of equals may change."""
    renamed = dict(zip(PEOPLE, ("z9", "y8", "x7", "w6", "v5", "u4"), strict=True))
    others = [deed._replace(who=renamed[deed.who]) for deed in told]

    after = figures(others, anchors={"members": [f"village:{renamed['a']}"]})

    expected = {
        f"village:{renamed[key[-1]]}": report.model_copy(
            update=dict.fromkeys(("member", "name"), f"village:{renamed[key[-1]]}")
            | {"handles": [f"village:{renamed[key[-1]]}"]}
        )
        for key, report in figures(told).items()
    }
    assert after == expected


@pytest.fixture
def in_samoa() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Pacific/Apia"
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


def test_where_it_is_read_does_not_matter(in_samoa: None) -> None:
    told = lively(1, 8, 120)
    there = figures(told)
    os.environ["TZ"] = "UTC"
    time.tzset()

    assert there == figures(told)


@law
@given(chronicles(), st.sampled_from("ab"), st.data())
def test_dealing_with_oneself_raises_nothing_between_people(
    told: list[Deed], who: str, data: st.DataObject
) -> None:
    own = [deed for deed in told if deed.who == who]
    about = data.draw(st.sampled_from(own))
    kind = data.draw(st.sampled_from(["reply", "like", "accept", "endorse", "reshare", "flag", "remove"]))
    told = [*told, did("mod", "remove", 395, on=told[0].id)]

    added = times(9, did(who, kind, 396, on=about.id))
    with scored(told, **TELLING) as before, scored(told, added, **TELLING) as after:
        old, new = before.parts(who), after.parts(who)

        assert old.keys() - OWN == new.keys() - OWN
        for metric in old.keys() - OWN:
            assert measured(new[metric]) <= measured(old[metric]) + 1e-9, metric
        for name in ("social", "economic", "cultural"):
            assert (after.element(who, name).score or 0) <= (before.element(who, name).score or 0) + 1e-9
        assert after[who].recognised_by == before[who].recognised_by


@law
@given(chronicles(), chronicles())
def test_nothing_after_as_of_exists(told: list[Deed], later: list[Deed]) -> None:
    after = [deed._replace(id=f"later {deed.id}", day=AS_OF + 1 + (deed.day or 0)) for deed in later]

    assert figures(told + after) == figures(told)


@law
@given(chronicles(), st.integers(1, 500))
def test_time_alone_raises_nothing(told: list[Deed], later: int) -> None:
    with scored(told, as_of=AS_OF) as now, scored(told, as_of=AS_OF + later) as then:
        for who in now.names:
            before, after = now.parts(who), then.parts(who)
            assert before.keys() <= after.keys()
            for metric in before.keys() - OUTGROWN.keys():
                assert measured(after[metric]) <= measured(before[metric]) + 1e-9, metric


@law
@given(chronicles(), st.data())
def test_a_rejected_record_changes_nothing(told: list[Deed], data: st.DataObject) -> None:
    bad = Rejection(origin=ORIGIN, position=1, code=RejectionCode.BAD_KIND, reason="a kind nobody knows")
    place = data.draw(st.integers(0, len(told)))

    with scored(told[:place], bad, told[place:], anchors=ANCHORS, as_of=AS_OF) as village:
        assert village.members == figures(told)
        assert village.ledger.sources[0].rejected == {"bad_kind": 1}


def test_the_number_of_threads_does_not_matter() -> None:
    """So few rows get one thread where the ledger is settled."""
    told = lively(2, 40, 3000)

    alone = figures(told, threads=1, anchors={})

    for threads in (2, 4):
        many = figures(told, threads=threads, anchors={}, settled=False)
        assert list(many.items()) == list(alone.items())


def test_how_queries_are_planned_does_not_matter() -> None:
    """For so few rows most of the optimizer is left out, where the ledger is settled."""
    told = lively(2, 40, 3000)

    assert list(figures(told, settled=False).items()) == list(figures(told).items())


@pytest.mark.parametrize(("who", "seed"), [("m000", 3), ("m005", 4), ("m015", 3)])
def test_ten_times_the_volume_is_at_most_five_points_and_no_status(who: str, seed: int) -> None:
    """Every own post and reply is made ten times on its day; nobody answers the further ones."""
    told = lively(seed, 30, 1200)
    own = [deed for deed in told if deed.who == who and deed.kind in ("post", "reply")]
    further = [one for deed in own for one in times(9, deed)]

    with scored(told) as before, scored(told, further) as after:
        assert after.standing(who).value <= before.standing(who).value + 5
        assert RUNGS.index(after[who].status.current) <= RUNGS.index(before[who].status.current)


@pytest.mark.parametrize("anchors", [{"members": ["village:m000"]}, {}], ids=["named", "founders"])
@pytest.mark.parametrize("fakes", [5, 80])
def test_fakes_who_praise_each_other_change_nobodys_trust(fakes: int, anchors: dict[str, list[str]]) -> None:
    """They praise each other and one whom nobody else praises; no honest member praises them."""
    told = [*lively(5, 20, 800), did("idle", "post", 399)]
    circle = [f"fake {number}" for number in range(fakes)]
    praise = [
        did(who, "endorse", 300 + day, to=to, value=9)
        for place, who in enumerate(circle)
        for day, to in enumerate((circle[place - 1], circle[place - 2], "idle", "m001"))
    ]

    with scored(told, anchors=anchors) as before, scored(told, praise, anchors=anchors) as after:
        assert trust_of(after) == pytest.approx(trust_of(before), abs=1e-9)
        assert after.value("idle", "trust") == 0


def test_a_name_that_means_nobody_is_refused_with_the_nearest() -> None:
    with scored(chronicle(OPENING)) as village, pytest.raises(UsageError, match="no such member"):
        lookup.find(village.engine, "village:q")

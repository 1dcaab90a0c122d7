"""Fitting at a date: nothing that came later is seen, and what came later is counted right."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from test_laws import chronicles, law
from village import Deed, all_metrics, did, enter, lively, member_id, moment

from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.errors import InputError
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring import hindsight, pipeline
from kibbutz_cli.scoring.hindsight import After, Fit, Told

AT = 200


def plan(at: float | None, **config: Any) -> pipeline.Plan:
    window = pipeline.Window(None if at is None else moment(at))
    return pipeline.Plan(Ruler(), Config.model_validate(config), all_metrics(), window)


@contextmanager
def entered(told: Sequence[Deed]) -> Iterator[DuckDB]:
    """Enter a chronicle and prepare its deeds to the end, as the command does."""
    with DuckDB(threads=1) as engine:
        enter(engine, told)
        pipeline.prepare(engine, plan(None))
        yield engine


def fitted(told: Sequence[Deed], at: float | None = AT, labels: Sequence[Told] = (), **config: Any) -> Fit:
    with entered(told) as engine:
        return hindsight.fit(engine, plan(at, **config), labels)


@law
@given(chronicles())
def test_what_is_fitted_at_a_date_is_the_same_when_everything_after_is_deleted(told: list[Deed]) -> None:
    before = [deed for deed in told if (deed.day or 0) <= AT]

    assert fitted(told) == fitted(before)


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(did("m001", "post", 300, role="admin"), id="a role makes no anchor yet"),
        pytest.param(did("m001", "post", 300, name="m001-bot"), id="a name makes no bot yet"),
        pytest.param(did("m001", "post", None, role="admin"), id="what has no time may be later"),
        pytest.param(did("m001", "post", 300, id="d5"), id="an id told again"),
        pytest.param(did("m000", "like", 300, on="d5", to="m002"), id="a reaction on an earlier deed"),
        pytest.param(did("zoe", "join", 300), id="a member who is not there yet"),
        pytest.param(did("m003", "remove", 300, on="d5"), id="a removal"),
    ],
)
def test_nothing_told_later_reaches_back(later: Deed) -> None:
    told = [deed for deed in lively(11, 12, 300) if (deed.day or 0) <= AT]

    assert fitted([*told, later]) == fitted(told)


def test_a_configured_handle_is_looked_up_among_those_already_there() -> None:
    """``village:m001`` means the only one who adds a host; a second comes later and would be ambiguous."""
    told = [*lively(11, 12, 300), did("village:ada@here", "post", 10)]
    later = did("village:ada@there", "post", 300)

    found = fitted([*told, later], anchors={"members": ["village:ada"]})

    assert found == fitted(told, anchors={"members": ["village:ada"]})


def test_a_fit_is_what_the_pipeline_gives_at_that_date() -> None:
    told = lively(3, 20, 600)
    with DuckDB(threads=1) as engine:
        enter(engine, told)
        pipeline.run(engine, plan(AT))
        rows = engine.rows(
            "select p.person_key, s.standing "
            "from standings as s inner join people as p on p.person = s.member"
        )
        expected = dict(rows)

    found = fitted(told)

    assert found.with_standing == set(expected)
    assert {key: found.values[hindsight.STANDING][key] for key in expected} == expected
    assert set(found.values[hindsight.STANDING]) == set(found.members) > set(expected)


def test_the_baselines_count_what_came_before() -> None:
    """Ann: three deeds on two days, to Ben, from him and from Cy; the last 10 days before the end of day 20.

    A flag is no deed that counts.

    Weeks 0 and 1 seen from week 2 with 13 weeks as half-life: 2^(-2/13) + 2^(-1/13).
    """
    told = [
        did("ann", "post", 0, id="p"),
        did("ann", "like", 0, to="ben", on="q"),
        did("ann", "reply", 10, to="ann", on="p"),
        did("cy", "like", 12, to="ann", on="p"),
        did("ben", "like", 12, to="ann", on="p"),
        did("ann", "flag", 13, to="ben", on="q"),
        did("ben", "post", 15, id="q"),
        did("ann", "post", 40),
    ]

    found = fitted(told, at=20)

    ann = {name: by[member_id("ann")] for (family, name), by in found.values.items() if family == "baseline"}
    assert ann == {
        "deeds": 3,
        "posts": 2,
        "active_days": 2,
        "recency": -10,
        "active_weeks": pytest.approx(2 ** (-2 / 13) + 2 ** (-1 / 13), abs=1e-8),
        "partners": 2,
    }


def test_afterwards_counts_weeks_and_the_deeds_of_that_time_that_others_recognised() -> None:
    """After day 100, for two weeks: Ann is active in two weeks, one of her two new deeds is liked.

    Ben's deed of before is liked after, and his like is none of his words; Cy likes only Cy, Di's deed is
    liked too late, Fay's is of the moment itself, Gus's is liked at the last one. Eve only flags.
    """
    told = [
        did("ben", "post", 99, id="b"),
        did("ann", "post", 101, id="a"),
        did("ann", "post", 108),
        did("ben", "like", 102, to="ann", on="a", id="l"),
        did("cy", "like", 103.5, to="ben", on="l"),
        did("ann", "like", 103, to="ben", on="b"),
        did("cy", "post", 103, id="c"),
        did("cy", "like", 104, to="cy", on="c"),
        did("di", "post", 106, id="d"),
        did("ann", "like", 115, to="di", on="d"),
        did("fay", "post", 100, id="f"),
        did("ann", "like", 101, to="fay", on="f"),
        did("gus", "post", 113, id="g"),
        did("ben", "like", 114, to="gus", on="g"),
        did("eve", "post", 90),
        did("eve", "flag", 104, on="c"),
    ]

    with entered(told) as engine:
        found = hindsight.afterwards(engine, moment(100), moment(114))

    assert found == {
        member_id("ann"): After(2, 1),
        member_id("ben"): After(2, 0),
        member_id("cy"): After(1, 0),
        member_id("di"): After(1, 0),
        member_id("eve"): After(0, 0),
        member_id("fay"): After(0, 0),
        member_id("gus"): After(1, 1),
    }


def test_a_label_finds_its_member_by_id_handle_or_name() -> None:
    told = [
        did("ann", "post", 0, name="Ann Lund"),
        did("village:ben@host", "post", 1),
        did("cy", "post", 2, name="Twin"),
        did("di", "post", 3, name="Twin"),
    ]
    words = ["village:ann", "ANN LUND", "ben", "village:ben@host", "twin", "nobody", "cy", "Village:ANN"]

    found = fitted(told, None, [Told(line, word, 1.0) for line, word in enumerate(words, start=2)])

    assert found.labels == {member_id("ann"): 1, "village:ben@host": 1, member_id("cy"): 1}
    assert found.unmatched == ([7], [6])


def test_a_label_that_is_an_id_means_nobody_who_is_called_so() -> None:
    told = [did("ann", "post", 0), did("ben", "post", 1, name="village:ann")]

    found = fitted(told, None, [Told(2, "village:ann", 1.0)])

    assert found.labels == {member_id("ann"): 1}


def test_a_label_finds_its_member_by_every_name_it_had_up_to_the_date() -> None:
    told = [
        did("ann", "post", 0, name="Ann Lund"),
        did("ann", "post", 1, name="Ann Berg"),
        did("ann", "post", AT + 1, name="Ann Ek"),
        did("ben", "post", 2, name="Ben"),
    ]
    words = ["Ann Lund", "ann berg", "Ann Ek", "Ben"]

    found = fitted(told, AT, [Told(line, word, 1.0) for line, word in enumerate(words, start=2)])

    assert found.labels == {member_id("ann"): 1, member_id("ben"): 1}
    assert found.unmatched == ([4], [])


def test_two_labels_for_one_member_must_be_the_same() -> None:
    told = [did("ann", "post", 0, name="Ann Lund")]

    with pytest.raises(InputError, match="labels:3: village:ann is labelled 2, but 1 further up"):
        fitted(told, None, [Told(2, "village:ann", 1.0), Told(3, "Ann Lund", 2.0)])


def test_the_standing_of_thin_evidence_is_the_mean_of_its_elements_all_the_same() -> None:
    told = [*lively(3, 20, 600), did("new", "post", 199)]

    found = fitted(told)

    by_element = [by for (family, _), by in found.values.items() if family == "element"]
    elements = [by[member_id("new")] for by in by_element if member_id("new") in by]
    logs = [math.log(max(Ruler().evidence.floor, score)) for score in elements]
    assert member_id("new") not in found.with_standing
    assert found.values[hindsight.STANDING][member_id("new")] == pytest.approx(
        100 * math.exp(sum(logs) / len(logs)), abs=1e-6
    )

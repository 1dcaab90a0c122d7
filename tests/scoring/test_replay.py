"""The same data month by month: each month is what a run at that date says, and a status moves slowly."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, NamedTuple, Self

import pytest
from village import DAY_US, Deed, Score, all_metrics, did, enter, lively, moment

from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.model.report import MemberReport
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import HistoryRule
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring import lookup, pipeline, replay, results, tables

RUNGS = [rung.name for rung in Ruler().ladder]
MEMBER, BUILDER, ELDER = RUNGS.index("Member"), RUNGS.index("Builder"), RUNGS.index("Elder")
FINE, LOW = 80.0, 10.0
"""An upper end above, and one far below, what every rung with a bound asks."""

Figures = tuple[float | None, float | None, float | None, str, bool]


class Look(NamedTuple):
    """What one evaluation says of a member."""

    reached: int
    high: float | None = FINE
    dormant: int = 0


class Said(NamedTuple):
    """What follows from it for the status."""

    held: int
    earned: int
    changes: str = ""


@pytest.fixture
def fold() -> Iterator[Callable[..., list[Said]]]:
    """Return a call that tells the evaluations of one member, and gives what follows from each."""
    with DuckDB() as engine:

        def told(looks: Sequence[Look], *, first: int = 0, days: int = 30, **rule: Any) -> list[Said]:
            ruler = Ruler(history=HistoryRule(**rule))
            for table in engine.rows("select table_name from duckdb_tables()"):
                engine.execute(f"drop table {table[0]}")
            tables.create_ruler(engine, ruler, tables.Span(0, tables.FAR_PAST, tables.FAR_FUTURE))
            rows = [
                (
                    first + number,
                    number * days * DAY_US,
                    1,
                    look.high,
                    look.high,
                    look.high,
                    look.reached,
                    look.dormant,
                )
                for number, look in enumerate(looks)
            ]
            tables.create(engine, "evaluations", replay.EVALUATIONS, rows)
            replay.settle(engine)
            return [_said(*row) for row in engine.rows(_HISTORY)]

        yield told


_HISTORY = """
select rung, earned, promoted, noticed, demoted, dozed, woke, notice_us is not null
from history order by moment
"""


def _said(held: Any, earned: Any, *flags: Any) -> Said:
    words = ("promoted", "notice", "demoted", "dormant", "woke")
    return Said(
        int(held), int(earned), " ".join(word for word, flag in zip(words, flags, strict=False) if flag)
    )


def test_who_is_there_when_the_replay_starts_holds_what_is_reached(fold):
    assert fold([Look(BUILDER)]) == [Said(BUILDER, BUILDER)]


def test_who_comes_later_rises_when_a_rung_is_reached_twice_running(fold):
    said = fold([Look(MEMBER), Look(MEMBER), Look(MEMBER)], first=3)

    assert said == [Said(0, 0), Said(MEMBER, MEMBER, "promoted"), Said(MEMBER, MEMBER)]


def test_one_good_month_raises_nobody(fold):
    said = fold([Look(MEMBER), Look(BUILDER), Look(MEMBER), Look(BUILDER), Look(MEMBER)])

    assert {each.held for each in said} == {MEMBER}


def test_of_two_months_running_the_lower_rung_counts(fold):
    assert fold([Look(1), Look(ELDER), Look(MEMBER)])[-1] == Said(MEMBER, MEMBER, "promoted")


def test_a_gate_lost_alone_lowers_nobody(fold):
    """The upper end stays above 0.85 x 50 = 42.5: a Builder who reaches only Candidate remains Builder."""
    said = fold([Look(BUILDER), *[Look(1, 42.5)] * 12])

    assert set(said) == {Said(BUILDER, BUILDER)}


def test_a_notice_comes_first_and_the_loss_of_one_rung_with_the_fourth_month(fold):
    said = fold([Look(BUILDER), *[Look(1, 42.4)] * 5])

    assert said == [
        Said(BUILDER, BUILDER),
        Said(BUILDER, BUILDER, "notice"),
        Said(BUILDER, BUILDER),
        Said(BUILDER, BUILDER),
        Said(MEMBER, BUILDER, "demoted"),
        Said(MEMBER, BUILDER),
    ]


def test_each_further_rung_is_lost_by_a_notice_of_its_own(fold):
    said = fold([Look(BUILDER), *[Look(1, LOW)] * 12])

    assert [(place, each.changes) for place, each in enumerate(said) if each.changes] == [
        (1, "notice"),
        (4, "demoted"),
        (5, "notice"),
        (8, "demoted"),
    ]
    assert said[-1] == Said(1, BUILDER)


def test_one_better_month_takes_the_notice_back(fold):
    said = fold([Look(BUILDER), *[Look(1, LOW)] * 3, Look(1, FINE), *[Look(1, LOW)] * 3])

    assert [each.changes for each in said] == ["", "notice", "", "", "", "notice", "", ""]
    assert said[-1].held == BUILDER


def test_nothing_is_lost_before_eight_weeks_however_often_one_looks(fold):
    """Every week: the notice comes with the second look, the loss eight weeks later, with the tenth."""
    said = fold([Look(BUILDER), *[Look(1, LOW)] * 9], days=7)

    assert [each.changes for each in said] == ["", "notice", *[""] * 7, "demoted"]


def test_without_a_standing_nothing_is_lost(fold):
    assert fold([Look(MEMBER), *[Look(0, None)] * 9])[-1] == Said(MEMBER, MEMBER)


def test_a_rung_that_asks_for_no_standing_is_never_lost(fold):
    assert fold([Look(1), *[Look(0, 0.5)] * 9])[-1] == Said(1, 1)


def test_a_sleeping_status_neither_falls_nor_rises(fold):
    said = fold([Look(BUILDER), Look(1, LOW), *[Look(ELDER, LOW, 1)] * 9])

    assert [each.changes for each in said] == ["", "notice", "dormant", *[""] * 8]
    assert said[-1] == Said(BUILDER, BUILDER)


def test_who_wakes_up_starts_with_a_fresh_notice(fold):
    said = fold([Look(BUILDER), *[Look(1, LOW)] * 3, Look(1, LOW, 1), *[Look(1, LOW)] * 4])

    assert [each.changes for each in said] == [
        "",
        "notice",
        "",
        "",
        "dormant",
        "notice woke",
        "",
        "",
        "demoted",
    ]


def test_what_was_lost_comes_back_by_being_reached_twice(fold):
    said = fold([Look(BUILDER), *[Look(1, LOW)] * 4, Look(BUILDER), Look(BUILDER)])

    assert said[-3:] == [
        Said(MEMBER, BUILDER, "demoted"),
        Said(MEMBER, BUILDER),
        Said(BUILDER, BUILDER, "promoted"),
    ]


def test_on_noisy_paths_reversals_stay_rare(fold):
    """Standings wander slowly between 25 and 85 with an interval of 16 points, by lot, for ten years.

    Without history every change of the rung reached counts; a reversal is a change of direction.
    """
    lots = random.Random(11)
    moved = reversed_ = loose_moved = loose_reversed = 0
    for _ in range(40):
        looks = list(_wander(lots, 120))
        held = [each.held for each in fold(looks)]
        reached = [look.reached for look in looks]
        moved, reversed_ = moved + _moves(held), reversed_ + _reversals(held)
        loose_moved, loose_reversed = loose_moved + _moves(reached), loose_reversed + _reversals(reached)

    assert moved < loose_moved / 4
    assert reversed_ < loose_reversed / 20


def _wander(lots: random.Random, months: int) -> Iterator[Look]:
    true = lots.uniform(35, 75)
    for _ in range(months):
        true = min(85, max(25, true + lots.gauss(0, 1)))
        seen = true + lots.gauss(0, 4)
        bounds = [rung.lower_bound for rung in Ruler().ladder]
        yield Look(sum(bound <= seen - 8 for bound in bounds) - 1, seen + 8)


def _moves(rungs: Sequence[int]) -> int:
    return len(_steps(rungs))


def _reversals(rungs: Sequence[int]) -> int:
    steps = _steps(rungs)
    return sum((a > 0) != (b > 0) for a, b in pairwise(steps))


def _steps(rungs: Sequence[int]) -> list[int]:
    return [b - a for a, b in pairwise(rungs) if a != b]


def test_moments_lie_a_month_apart_and_end_their_day():
    as_of = int(datetime(2024, 3, 31, 9, tzinfo=UTC).timestamp()) * 1_000_000
    first = int(datetime(2023, 12, 31, 23, tzinfo=UTC).timestamp()) * 1_000_000

    found = replay.moments(as_of, first, 24)

    assert [_text(each) for each in found] == [
        "2023-12-31T23:59:59.999999",
        "2024-01-31T23:59:59.999999",
        "2024-02-29T23:59:59.999999",
        "2024-03-31T09:00:00.000000",
    ]


def test_no_more_moments_than_the_ruler_asks_for():
    assert len(replay.moments(moment(4000), moment(0), 7)) == 7


def test_years_before_the_first_are_no_moments():
    assert len(replay.moments(-62_135_500_000_000_000, tables.FAR_PAST, 24)) == 1


def _text(ts_us: int) -> str:
    return (
        datetime.fromtimestamp(ts_us // 1_000_000, UTC).strftime("%Y-%m-%dT%H:%M:%S")
        + f".{ts_us % 1_000_000:06}"
    )


@contextmanager
def _scored(told: Sequence[Deed], as_of: int | None = None, threads: int = 1, **config: Any) -> Iterator[Any]:
    with DuckDB(threads=threads) as engine:
        plan = pipeline.Plan(Ruler(), Config.model_validate(config), all_metrics(), pipeline.Window(as_of))
        ledger = enter(engine, told)
        if threads == 1:
            ledger.settle()
        result = pipeline.run(engine, plan)
        yield engine, plan, result


def _reports(engine: DuckDB) -> dict[str, MemberReport]:
    lookup.choose(engine, None, [])
    return {report.member: report for report in results.members(engine)}


def _replayed(
    told: Sequence[Deed], threads: int = 1, at_once: int = 1, **config: Any
) -> dict[str, MemberReport]:
    with _scored(told, threads=threads, **config) as (engine, plan, result):
        replay.run(engine, plan, result.span, at_once)
        return _reports(engine)


RENAMED = [(25, "Seven", None), (120, "Seven", "moderator"), (200, "Seven[bot]", None)]


def _odd() -> list[Deed]:
    """Return deeds whose past is not just a part of the present.

    An answer is older than what it answers, a record has a newer version of a later month, threads are
    followed through answers, somebody asked not to be scored, or is a machine, and m007 was no machine yet.
    """
    early = [
        did("m001", "reply", 80, on="late", id="early"),
        did("m002", "post", 150, id="late", thread="t9"),
        did("m003", "reply", 90, on="early", id="answer"),
        did("m004", "reply", 160, on="answer", id="deep"),
    ]
    versions = [
        did("m005", "post", 20, id="twice"),
        did("m005", "post", 220, id="twice"),
        did("m006", "reply", 21, on="twice", id="to twice"),
    ]
    others = [did("shy", "reply", day, on="d3", id=f"shy {day}") for day in range(30, 200, 9)]
    others += [did("hub-bot", "reply", day, on="d9", id=f"bot {day}") for day in range(10, 200, 5)]
    named = [did("m007", "post", day, name=name, role=role) for day, name, role in RENAMED]
    return early + versions + others + named


def _rated() -> list[Deed]:
    """Return ratings by people who used ever higher numbers: what each was worth changed with the highest."""
    return [
        did(f"m{giver:03}", "endorse", day, to=f"m{(giver * 7 + day) % 25:03}", value=1 + day * giver % 97)
        for giver in range(1, 12)
        for day in range(giver, 250, 3 + giver)
    ]


@pytest.mark.parametrize("odd", [False, True], ids=["plain data", "odd data"])
def test_each_month_is_what_a_run_at_that_date_says(odd):
    told = lively(5, people=25, deeds=700, days=260) + _rated() + (_odd() if odd else [])
    config = {"exclude": {"opt_out": ["village:shy"]}}
    with _scored(told, **config) as (engine, plan, result):
        replay.run(engine, plan, result.span, 2)
        found = engine.rows(_EVALUATED)
        dates = [int(row[0]) for row in engine.rows("select as_of_us from moments order by moment")]

    machine = "village:m007 " if odd else "nobody"
    expected = [
        row for date in dates for row in _rows(told, date, config) if not str(row[0]).startswith(machine)
    ]

    assert len(dates) == 9
    assert _plain(found) == _plain(expected)
    for (_, *numbers), (_, *others) in zip(_sorted(found), _sorted(expected), strict=True):
        assert numbers == pytest.approx(others, abs=1e-9)


@pytest.mark.parametrize(("package", "kept"), [("", 8), ("elsewhere 1.0", 0)])
def test_plans_are_kept_of_our_own_metrics_only(package, kept):
    told = lively(5, people=25, deeds=700, days=260)
    ours = all_metrics()
    metrics = [*ours[:-1], ours[-1]._replace(package=package or ours[-1].package)]
    with _Counting(threads=1) as engine:
        enter(engine, told)
        engine.expect(len(told), appended=False)
        plan = pipeline.Plan(Ruler(), Config(), metrics)
        result = pipeline.run(engine, plan)
        replay.run(engine, plan, result.span, 1)

    assert engine.kept == kept


class _Counting(DuckDB):
    """An engine that counts what was asked of it over and over."""

    kept = 0

    def again(self, name: str) -> AbstractContextManager[Self]:
        self.kept += 1
        return super().again(name)


_EVALUATED = """
select p.person_key || ' ' || e.as_of_us, coalesce(e.standing, -1), coalesce(e.low, -1), coalesce(e.high, -1),
  e.reached, e.dormant
from evaluations as e
inner join people as p on p.person = e.member
"""


def _rows(told: Sequence[Deed], date: int, config: dict[str, Any]) -> list[Any]:
    with _scored(told, date, **config) as (engine, _, _):
        return list(
            engine.rows(
                """
                select p.person_key || ' ' || r.as_of_us, coalesce(s.standing, -1), coalesce(s.low, -1),
                  coalesce(s.high, -1), t.reached, t.dormant
                from statuses as t
                inner join people as p on p.person = t.member
                left join standings as s on s.member = t.member
                cross join ruler as r
                """
            )
        )


def _sorted(rows: Sequence[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row[0])


def _plain(rows: Sequence[Any]) -> list[Any]:
    return [(row[0], *row[4:]) for row in _sorted(rows)]


def test_threads_and_months_at_once_change_no_digit():
    told = lively(3, people=40, deeds=900, days=230) + _odd()

    first, *others = (_replayed(told, threads, at_once) for threads, at_once in ((1, 1), (2, 2), (4, 3)))

    assert all(list(other.items()) == list(first.items()) for other in others)


def test_the_last_month_is_the_run_itself_and_the_history_ends_with_it(score: Score):
    told = lively(3, people=20, deeds=600)

    replayed = _replayed(told)

    for member, report in score(told).members.items():
        after = replayed[member]
        assert after.standing == report.standing
        assert after.elements == report.elements
        assert after.status.reached == report.status.current == report.status.earned
        assert after.history[-1].standing == (report.standing.value if report.standing else None)
        assert after.history[-1].status == after.status.current


def test_a_run_without_a_replay_has_no_history(score: Score):
    report = score(lively(3, people=5, deeds=100))["m000"]

    assert report.history == []
    assert report.status.notice is None


def test_a_builder_who_falls_silent_keeps_the_status_asleep():
    """m000 leads a village for a year, then says nothing for half a year in which the others go on."""
    told = [
        deed for deed in lively(3, people=20, deeds=2500, days=540) if deed.who != "m000" or deed.day < 360
    ]

    report = _replayed(told)["village:m000"]

    assert [change for each in report.history for change in each.changes][-1] == "dormant"
    assert report.status.dormant
    assert (
        report.status.current
        == report.status.earned
        == max((each.status for each in report.history), key=RUNGS.index)
    )


def test_the_changes_of_the_last_month_are_told_with_names():
    told = [
        did(who, kind, day, on=on, id=f"{who}{day}", name=who.title())
        for who, kind, day, on in (
            ("ann", "post", 0, None),
            ("ben", "reply", 1, "ann0"),
            ("ann", "post", 20, None),
            ("ben", "reply", 25, "ann20"),
            ("ben", "reply", 40, "ann0"),
            ("ann", "post", 70, None),
        )
    ]
    with _scored(told) as (engine, plan, result):
        replay.run(engine, plan, result.span, 1)
        said = replay.told(engine)

    assert [each[:10] for each in said.evaluations] == ["2024-01-11", "2024-02-11", "2024-03-11"]
    assert [(each.name, each.change, each.status) for each in said.changes] == [
        ("Ann", "promoted", "Candidate"),
        ("Ben", "promoted", "Candidate"),
    ]
    assert said.promote_evaluations == 2


def test_how_often_running_a_rung_is_met_is_told_as_the_ruler_says():
    ruler = Ruler(history=HistoryRule(promote_evaluations=4))
    with DuckDB(threads=1) as engine:
        plan = pipeline.Plan(ruler, Config(), all_metrics(), pipeline.Window(None))
        enter(engine, [did("ann", "post", 0)]).settle()
        result = pipeline.run(engine, plan)
        replay.run(engine, plan, result.span, 1)

        assert replay.told(engine).promote_evaluations == 4

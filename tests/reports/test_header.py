"""The top of a report: who may stand first, over which time, and since when changes are told."""

import io

import pytest
from factory import report
from rich.console import Console

from kibbutz_cli.model.activity import Coverage
from kibbutz_cli.model.replay import Replay
from kibbutz_cli.model.report import Sensitivity
from kibbutz_cli.reports.closing import since
from kibbutz_cli.reports.header import head
from kibbutz_cli.reports.wording import ONE_SIDED, SIDE_BY_SIDE, coverage, is_ranked, otherwise


def drawn(given):
    into = io.StringIO()
    head(given, Console(file=into, width=200))
    return into.getvalue()


def test_who_may_stand_first_and_is_not_listed_is_counted():
    assert "Any of 9 members may stand first (Ana Lund and Bo)" not in drawn(report())
    assert "Any of 9 members may stand first (Ana Lund, Bo and 7 more)" in drawn(report(leader_count=9))


@pytest.mark.parametrize(
    ("scored", "said"), [(1, "1 of 4 members has a standing."), (3, "3 of 4 members have a standing.")]
)
def test_how_many_have_a_standing_is_told_where_none_of_the_first_is_listed(scored, said):
    assert said in drawn(report([], members=[], member_count=4, standing_count=scored))


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("2023-01-01", "1 week"),
        ("2023-01-07", "1 week"),
        ("2023-01-08", "2 weeks"),
        ("2024-12-31", "105 weeks"),
        ("2025-01-01", "2.0 years"),
    ],
)
def test_a_span_is_told_in_weeks_and_from_two_years_on_in_years(last, said):
    """2024 has 366 days: 730 days after the first are the last of 2024, day 730 // 7 + 1 = 105 weeks."""
    text = drawn(report(first="2023-01-01T08:00:00Z", as_of=f"{last}T12:00:00Z"))

    assert f"2023-01-01 to {last} ({said})" in text


def test_changes_are_told_since_the_evaluation_before_the_last():
    days = ["2024-04-30T23:59:59Z", "2024-05-30T23:59:59Z", "2024-06-30T12:00:00Z"]

    assert since(report(replay=Replay(evaluations=days, changes=[]))) == "Since 2024-05-30"
    assert since(report(replay=Replay(evaluations=days[-1:], changes=[]))) == ""


@pytest.mark.parametrize(
    ("chance", "said"), [(1.0, "100 %"), (0.996, "99 %"), (0.57, "57 %"), (0.004, "0 %")]
)
def test_only_what_is_never_missed_is_told_as_100_per_cent(chance, said):
    assert otherwise(Sensitivity(rank_low=2, rank_high=6, status_chance=chance)) == f"2-6, {said}"


def test_an_export_without_an_activity_does_not_say_what_is_seen():
    (source,) = report().sources
    sources = [
        source.model_copy(update={"coverage": name, "accepted": accepted})
        for name, accepted in ((Coverage.SINGLE, 9), (Coverage.COMMUNITY, 0))
    ]

    assert coverage("L0", 2, sources) == ONE_SIDED
    assert coverage("L0", 2, [each.model_copy(update={"accepted": 1}) for each in sources]) == SIDE_BY_SIDE


@pytest.mark.parametrize(("level", "members", "ranked"), [("L0", 3, False), ("L0", 4, True), ("L1", 1, True)])
def test_up_to_three_of_whom_one_side_is_seen_have_no_ranks(level, members, ranked):
    assert is_ranked(level, members) is ranked

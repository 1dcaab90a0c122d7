"""Intervals by drawing members again."""

import numpy
import pytest
from scipy import stats

from kibbutz_cli.scoring import resampling
from kibbutz_cli.scoring.agreement import Separation


@pytest.mark.parametrize(
    ("rows", "times"), [(1, 500), (2_000, 500), (5_000, 200), (20_000, 100), (10**7, 100)]
)
def test_more_rows_are_drawn_less_often(rows: int, times: int) -> None:
    assert resampling.replicates(rows) == times


def test_a_member_is_drawn_with_all_their_dates() -> None:
    drawn = list(resampling.draws([7, 3, 7, 9], 50, seed=1))

    assert all(weights[0] == weights[2] for weights in drawn)
    assert all(weights[0] + weights[1] + weights[3] == 3 for weights in drawn)


def test_the_same_seed_draws_the_same_members_and_another_seed_others() -> None:
    first = list(resampling.draws(range(40), 5, seed=1))

    assert first == list(resampling.draws(range(40), 5, seed=1))
    assert first != list(resampling.draws(range(40), 5, seed=2))


def test_an_interval_is_the_middle_of_the_draws() -> None:
    values = [float(each * each) for each in range(300)]

    found = resampling.interval(values)

    assert found == pytest.approx(tuple(numpy.percentile(values, [2.5, 97.5])))


def test_draws_without_a_figure_are_left_out_and_too_many_leave_no_interval() -> None:
    assert resampling.interval([None, 1.0, 3.0, None]) == pytest.approx((1.05, 2.95))
    assert resampling.interval([None, 1.0, None]) is None
    assert resampling.interval([]) is None


def test_a_difference_is_taken_draw_by_draw() -> None:
    assert resampling.differences([3.0, None, 5.0], [1.0, 1.0, None]) == [2.0, None, None]


def test_the_interval_of_an_auc_is_that_of_scipys_bootstrap() -> None:
    """Both draw pairs of value and outcome; 500 draws leave the ends uncertain by about 0.01."""
    lots = numpy.random.default_rng(5)
    came = lots.integers(0, 2, 300)
    values = lots.normal(came * 0.8)
    figure = Separation(values.tolist(), came.tolist())

    drawn = resampling.resampled({"auc": figure}, range(300), 500, seed=3)["auc"]

    def auc(values, came):
        return stats.mannwhitneyu(values[came == 1], values[came == 0]).statistic / (
            (came == 1).sum() * (came == 0).sum()
        )

    expected = stats.bootstrap(
        (values, came), auc, paired=True, vectorized=False, n_resamples=500, method="percentile", rng=1
    ).confidence_interval
    assert resampling.interval(drawn) == pytest.approx(tuple(expected), abs=0.02)

"""AUC, Spearman, Brier and calibration against scipy, and by hand."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import optimize, stats

from kibbutz_cli.scoring import agreement
from kibbutz_cli.scoring.agreement import Concordance, Separation

few = st.integers(0, 4).map(float)
rows = st.lists(st.tuples(few, few, st.integers(0, 3)), min_size=3, max_size=30)


def told_often(column: list[float], weights: list[int]) -> list[float]:
    """Return a column in which each value stands as often as its weight says."""
    return [value for value, weight in zip(column, weights, strict=True) for _ in range(weight)]


@given(rows)
def test_auc_is_the_mann_whitney_u_over_the_pairs_with_rows_told_as_often_as_they_weigh(told) -> None:
    values, others, weights = (list(column) for column in zip(*told, strict=True))
    came = [float(other > 2) for other in others]
    many, outcomes = told_often(values, weights), told_often(came, weights)
    positives = [value for value, each in zip(many, outcomes, strict=True) if each]
    negatives = [value for value, each in zip(many, outcomes, strict=True) if not each]
    assume(positives and negatives)

    found = Separation(values, came)(weights)

    expected = stats.mannwhitneyu(positives, negatives).statistic / (len(positives) * len(negatives))
    assert found == pytest.approx(expected, abs=1e-12)


@given(rows)
def test_concordance_is_spearmans_correlation_with_rows_told_as_often_as_they_weigh(told) -> None:
    values, others, weights = (list(column) for column in zip(*told, strict=True))
    many, outcomes = told_often(values, weights), told_often(others, weights)
    assume(len(set(many)) > 1 and len(set(outcomes)) > 1)

    found = Concordance(values, others)(weights)

    assert found == pytest.approx(stats.spearmanr(many, outcomes).statistic, abs=1e-9)


def test_there_is_no_auc_where_the_same_came_for_all() -> None:
    assert Separation([1, 2, 3], [1, 1, 1])([1, 1, 1]) is None
    assert Separation([1, 2, 3], [0, 0, 0])([1, 1, 1]) is None
    assert Separation([1, 2], [1, 0])([2, 0]) is None


def test_there_is_no_correlation_with_a_column_that_does_not_differ() -> None:
    assert Concordance([1, 2, 3], [5, 5, 5])([1, 1, 1]) is None
    assert Concordance([1, 2, 3], [3, 2, 1])([0, 2, 0]) is None


def test_one_row_on_either_side_can_be_told_apart() -> None:
    assert Separation([2, 1], [1, 0])([1, 1]) == 1
    assert Separation([1, 1], [1, 0])([1, 1]) == 0.5


def test_brier_is_the_mean_squared_distance() -> None:
    """(0.9 - 1)^2 = 0.01, (0.4 - 0)^2 = 0.16: together 0.17, half of it 0.085."""
    assert agreement.brier([0.9, 0.4], [1, 0]) == pytest.approx(0.085)


def test_a_calibration_table_has_a_row_for_each_tenth_with_chances_in_it() -> None:
    """Two chances in 0.1 to 0.2, told 0.15, half came; a certain one in the last bin, and it came.

    The error is 2/3 of |0.15 - 0.5| and 1/3 of nothing.
    """
    bins = agreement.calibration([0.1, 0.2 - 1e-9, 1.0], [1, 0, 1])

    assert [(each.low, each.high, each.rows, each.came) for each in bins] == [
        (0.1, 0.2, 2, 0.5),
        (0.9, 1.0, 1, 1.0),
    ]
    assert [each.told for each in bins] == pytest.approx([0.15, 1.0])
    assert agreement.calibration_error(bins) == pytest.approx(2 / 3 * 0.35, abs=1e-8)


@given(st.lists(st.tuples(st.integers(0, 40).map(float), st.booleans()), min_size=12, max_size=60))
def test_the_mapped_chance_is_the_isotonic_regression_of_the_other_members(told) -> None:
    """A value the others have as well gets exactly the level scipy gives it there."""
    values = [value for value, _ in told]
    came = [float(each) for _, each in told]
    groups = list(range(len(told)))

    found = agreement.mapped(values, came, groups)

    for fold in range(agreement.FOLDS):
        others = sorted((values[row], came[row]) for row in groups if row % agreement.FOLDS != fold)
        levels = sorted({value for value, _ in others})
        shares = [[each for value, each in others if value == level] for level in levels]
        curve = optimize.isotonic_regression(
            [sum(share) / len(share) for share in shares], weights=[len(share) for share in shares]
        ).x
        known = dict(zip(levels, curve, strict=True))
        for row in groups:
            if row % agreement.FOLDS == fold and values[row] in known:
                assert found[row] == pytest.approx(known[values[row]], abs=1e-12)


def test_nobodys_chance_is_learnt_from_their_own_rows() -> None:
    """One member with every success at the highest value: from the others it cannot be known."""
    values = [9.0, 9.0, 1.0, 1.0, 1.0, 1.0]
    came = [1.0, 1.0, 0.0, 0.0, 0.0, 0.0]

    found = agreement.mapped(values, came, groups=[0, 0, 1, 2, 3, 4])

    assert found == [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]


def test_a_member_alone_is_told_the_overall_share() -> None:
    assert agreement.mapped([1.0, 2.0], [1.0, 0.0], groups=[0, 0]) == [0.5, 0.5]

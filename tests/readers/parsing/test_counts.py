"""Counts of others' deeds, as exports tell them."""

import pytest

from kibbutz_cli.readers.parsing import counts


@pytest.mark.parametrize(
    ("told", "count"), [(0, 0), (7, 7), (-1, None), (True, None), ("7", None), (None, None)]
)
def test_a_whole_number_from_0_counts(told: object, count: int | None) -> None:
    assert counts.whole(told) == count


@pytest.mark.parametrize(
    ("told", "count"), [("7", 7), ("", None), ("-1", None), ("\u0667", None), ("9" * 19, None)]
)
def test_a_count_is_written_in_few_digits(told: str, count: int | None) -> None:
    assert counts.written(told) == count


@pytest.mark.parametrize(("told", "count"), [(3, 3), (-2, 0), (None, None), (1.5, None)])
def test_more_against_than_for_something_is_no_debt(told: object, count: int | None) -> None:
    assert counts.above(told) == count

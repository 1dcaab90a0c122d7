"""What nine of ten active members reach, worked by hand."""

import pytest
from village import Score, did, times

from kibbutz_cli.errors import InputError
from kibbutz_cli.scoring import calibration


def hamlet(people: int) -> list[object]:
    """Member n posts n times on each of days 0 and 7, which makes 2 n deeds worth 3 each before decay."""
    return [
        one for n in range(3, 3 + people) for day in (0, 7) for one in times(n, did(f"m{n:02}", "post", day))
    ]


def test_the_target_is_what_nine_of_ten_do_not_pass(score: Score) -> None:
    """Of 20 members the 18th from below sets it: it posts 20 times on 2 days, of which 10 a day count."""
    village = score(hamlet(20))
    decayed = 10 * 3 * (2 ** (-7 / 180) + 1)

    (found,) = [each for each in calibration.reached(village.engine) if each.metric == "contribution"]

    assert found.members == 20
    assert found.amount == pytest.approx(decayed, abs=1e-6)


@pytest.mark.parametrize(("people", "place"), [(20, 18), (21, 19), (29, 27), (30, 27), (31, 28)])
def test_the_rank_is_the_nearest_from_above(score: Score, people: int, place: int) -> None:
    """ceil(0.9 n): 18 of 20, 19 of 21, 27 of 29 and 30, 28 of 31; member n posts on n + 7 days in a row."""
    village = score(*([did(f"m{n:02}", "post", day) for day in range(n + 7)] for n in range(1, people + 1)))
    latest = people + 6

    (found,) = [each for each in calibration.reached(village.engine) if each.metric == "contribution"]

    expected = sum(3 * 2 ** ((day - latest) / 180) for day in range(place + 7))
    assert found.amount == pytest.approx(expected, abs=1e-6)
    assert found.members == people


def test_those_who_left_do_not_set_the_target(score: Score) -> None:
    """Ten members as busy as it gets who fell silent 13 weeks ago are not among the 20 who are active."""
    gone = [one for n in range(10) for day in range(54, 64) for one in times(10, did(f"g{n}", "post", day))]
    here = [one for n in range(20) for day in (150, 157) for one in times(3, did(f"m{n:02}", "post", day))]
    village = score(gone, here)

    (found,) = [each for each in calibration.reached(village.engine) if each.metric == "contribution"]

    assert found.members == 20
    assert found.amount == pytest.approx(9 * (2 ** (-7 / 180) + 1), abs=1e-6)


def test_strangers_set_no_target(score: Score) -> None:
    """A hundred accounts that nobody endorses posted five times each, in two weeks."""
    told = [*hamlet(20), *(did("m03", "like", 7, to=f"m{n:02}") for n in range(4, 23))]
    strange = [did(f"f{n}", "post", day) for n in range(100) for day in (0, 1, 2, 6, 7)]
    anchors = {"members": ["village:m03"]}

    before, after = score(told, anchors=anchors), score(told, strange, anchors=anchors)

    assert calibration.reached(after.engine) == calibration.reached(before.engine)


def test_too_few_active_members_are_told(score: Score) -> None:
    village = score(hamlet(19))

    with pytest.raises(InputError, match="19 active members whose company counts: expected at least 20"):
        calibration.reached(village.engine)

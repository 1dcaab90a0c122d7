"""How many members wait for a standing, and what they lack."""

from village import Score, did

from kibbutz_cli.scoring.waiting import waiting


def _wrote(count: int, deeds: int, every: int) -> list:
    return [
        did(f"{who} of {deeds} every {every}", "post", every * number, id=f"{who} {deeds} {every} {number}")
        for who in range(count)
        for number in range(deeds)
    ]


def test_members_are_counted_by_what_they_lack_and_the_nearest_come_first(score: Score) -> None:
    """9 deeds in one week lack a week, and 4 in four weeks a deed; who has both is not counted."""
    village = score(
        _wrote(5, 1, 7), _wrote(1, 3, 1), _wrote(4, 3, 7), _wrote(2, 4, 7), _wrote(3, 9, 0), _wrote(2, 6, 7)
    )

    assert list(waiting(village.engine).items()) == [
        ("4 of 5 deeds", 2),
        ("1 of 2 active weeks", 3),
        ("3 of 5 deeds", 4),
        ("3 of 5 deeds, 1 of 2 active weeks", 1),
        ("1 of 5 deeds, 1 of 2 active weeks", 5),
    ]


def test_nobody_waits_for_a_second_week_where_the_data_has_one(score: Score) -> None:
    village = score(_wrote(1, 9, 0), _wrote(2, 3, 1))

    assert waiting(village.engine) == {"3 of 5 deeds": 2}


def test_who_only_reacts_within_one_week_lacks_an_element(score: Score) -> None:
    village = score([did("ann", "like", 0, to="ben", on=f"p{number}") for number in range(6)])

    assert waiting(village.engine) == {"no element that can be scored": 1}

"""The members of a report leave the engine in slices: however many there are, few are in memory."""

from village import Score, lively

from kibbutz_cli.scoring import lookup, results


def test_slices_give_the_same_members_in_the_same_order(score: Score) -> None:
    engine = score(lively(3, people=20, deeds=300)).engine
    lookup.choose(engine, None, ())

    whole = list(results.member_texts(engine))

    assert len(whole) == results.shown(engine) > 7
    assert list(results.member_texts(engine, 7)) == whole
    assert results.shown(engine) == len(whole)

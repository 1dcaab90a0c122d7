"""What a backtest answers where the truth is known."""

import random
from collections.abc import Mapping, Sequence

import pytest

from kibbutz_cli.errors import LimitError
from kibbutz_cli.model.backtest import Prediction, Question
from kibbutz_cli.model.report import Element
from kibbutz_cli.scoring import questions as asking
from kibbutz_cli.scoring.hindsight import STANDING, After, Fit, Key, Past
from kibbutz_cli.scoring.questions import Frame, questions

METRICS = {"presence": Element.COMMITMENT, "trust": Element.CULTURAL}
PRESENCE: Key = ("metric", "presence")
TRUST: Key = ("metric", "trust")
POSTS: Key = ("baseline", "posts")
RECENCY: Key = ("baseline", "recency")


def past(
    values: Mapping[Key, Sequence[float | None]],
    active: Sequence[int] = (),
    *,
    labels: Sequence[float] = (),
    recognised: Sequence[int] | None = None,
    thin: Sequence[int] = (),
) -> Past:
    """Return one date: columns of values, and how many weeks each member was active after it."""
    size = len(next(iter(values.values())))
    names = [f"m{number:04d}" for number in range(size)]
    deeds = active if recognised is None else recognised
    fit = Fit(
        members=names,
        values={
            key: {name: each for name, each in zip(names, column, strict=True) if each is not None}
            for key, column in values.items()
        },
        with_standing=frozenset(name for number, name in enumerate(names) if number not in thin),
        why_not={},
        labels=dict(zip(names, labels, strict=False)),
        unmatched=([], []),
    )
    after = {name: After(*each) for name, *each in zip(names, active, deeds, strict=False)}
    return Past(0, None if labels and not active else 1, fit, after)


def ask(*dates: Past, everybody: bool = False, weeks: int = 13) -> list[Question]:
    frame = Frame(dates, METRICS, frozenset([PRESENCE]), horizon_weeks=weeks, seed=1)
    return questions(frame, ("standing", "everybody") if everybody else ("standing",))


def predicted(question: Question, key: Key) -> Prediction:
    return next(each for each in question.predictions if (each.family, each.name) == key)


def noisy(truth: Sequence[float], noise: float, seed: int) -> list[float]:
    lots = random.Random(seed)
    return [each + lots.gauss(0, noise) for each in truth]


def test_a_standing_that_knows_more_than_counting_beats_it() -> None:
    truth = [each % 2 for each in range(300)]

    active, _ = ask(past({STANDING: noisy(truth, 0.3, 1), POSTS: noisy(truth, 3, 2)}, truth))

    standing = predicted(active, STANDING)
    assert active.best_baseline == "posts"
    assert standing.difference is not None
    assert standing.difference.verdict == "beats"
    assert standing.difference.value == pytest.approx(
        (standing.value or 0) - (predicted(active, POSTS).value or 0), abs=1e-9
    )
    assert active.answer.startswith("The standing predicts it: AUC 0.9")
    assert " The standing beats the best baseline (posts) by 0." in active.answer


def test_a_standing_that_knows_less_than_counting_does_not_beat_it() -> None:
    truth = [each % 2 for each in range(300)]

    active, _ = ask(past({STANDING: noisy(truth, 3, 1), RECENCY: noisy(truth, 0.3, 2)}, truth))

    assert "The standing does not beat the best baseline (recency): it is 0." in active.answer
    assert " below (0." in active.answer


def test_a_standing_that_knows_nothing_is_not_told_apart_from_chance() -> None:
    truth = [each % 2 for each in range(200)]
    nothing = [float(each // 2) for each in range(200)]

    active, _ = ask(past({STANDING: nothing, POSTS: [-each for each in nothing]}, truth))

    assert "The standing cannot be told apart from chance: AUC 0.50 (0.4" in active.answer
    assert "The standing cannot be told apart from the best baseline (posts): +0.00 (-0." in active.answer


def test_a_standing_that_tells_the_same_as_the_best_baseline_is_not_told_apart_from_it() -> None:
    truth = [each % 2 for each in range(100)]
    same = noisy(truth, 0.8, 1)

    active, _ = ask(past({STANDING: same, POSTS: same}, truth))

    beside = "from the best baseline (posts): +0.00 (+0.00 to +0.00)."
    assert active.answer.endswith(f"The standing cannot be told apart {beside}")


@pytest.mark.parametrize("standing", [None, 50.0], ids=["nobody has one", "all have the same"])
def test_where_no_standing_differs_there_is_nothing_to_tell(standing: float | None) -> None:
    order = [float(each) for each in range(40)]

    labelled = ask(past({STANDING: [standing] * 40, POSTS: order}, labels=order), everybody=True)[-1]

    assert labelled.answer == "Nothing to tell: there is no standing here that differs."
    assert labelled.best_baseline == "posts"


def test_a_standing_that_is_upside_down_predicts_the_opposite() -> None:
    truth = [each % 2 for each in range(100)]

    active, _ = ask(past({STANDING: [-each for each in noisy(truth, 0.2, 1)], POSTS: [1.0] * 100}, truth))

    assert active.answer.startswith("The standing predicts the opposite: AUC 0.0")


def test_labels_of_an_order_are_measured_by_spearman_and_of_two_kinds_by_auc() -> None:
    order = [float(each % 7) for each in range(70)]
    kinds = [float(each % 2) * 5 for each in range(70)]

    (ranked,) = ask(past({STANDING: order, POSTS: noisy(order, 9, 1)}, labels=order))
    (told_apart,) = ask(past({STANDING: kinds, POSTS: noisy(kinds, 9, 1)}, labels=kinds))

    assert (ranked.measure, ranked.positives, ranked.asks) == ("spearman", None, "labelled higher")
    assert (told_apart.measure, told_apart.positives, told_apart.asks) == ("auc", 35, "labelled 5")
    assert predicted(ranked, STANDING).value == pytest.approx(1)
    assert predicted(told_apart, STANDING).value == 1
    assert predicted(ranked, STANDING).brier is None
    assert predicted(told_apart, STANDING).brier == 0


@pytest.mark.parametrize(("weeks", "within", "ahead"), [(1, "1 week", "week"), (13, "13 weeks", "13 weeks")])
def test_one_week_ahead_is_asked_as_one(weeks, within, ahead) -> None:
    asked = ask(past({STANDING: [1, 2], POSTS: [1, 2]}, [0, 1]), weeks=weeks)

    assert [question.asks for question in asked] == [
        f"active again within {within}",
        f"recognised by another for a deed of the next {ahead}",
    ]


@pytest.mark.parametrize(
    ("active", "said", "came"),
    [([0, 0, 0], "nobody was", 0), ([2, 1, 3], "everybody was", 3)],
    ids=["nobody", "everybody"],
)
def test_where_the_same_came_for_all_there_is_nothing_to_tell_apart(active, said, came) -> None:
    question, _ = ask(past({STANDING: [1, 2, 3], POSTS: [1, 2, 3]}, active))

    assert question.answer == f"Nothing to tell apart: {said}."
    assert (question.positives, question.predictions, question.replicates) == (came, [], 0)


def test_labels_that_are_all_the_same_tell_nothing_apart() -> None:
    (question,) = ask(past({STANDING: [1, 2], POSTS: [1, 2]}, labels=[3, 3]))

    assert question.answer == "Nothing to tell apart: every label here is the same."


@pytest.mark.parametrize(
    ("yes", "no", "answer"),
    [
        (1, 1, "It came for too few, or for too many, to say how sure this is."),
        (4, 40, "It came for too few, or for too many, to say how sure this is."),
        (40, 4, "It came for too few, or for too many, to say how sure this is."),
        (5, 5, "The standing predicts it: AUC 1.00 (1.00 to 1.00). The standing beats the best baseline"),
    ],
)
def test_a_few_who_are_told_apart_say_nothing_for_sure(yes: int, no: int, answer: str) -> None:
    truth = [1] * yes + [0] * no

    active, _ = ask(past({STANDING: truth, POSTS: [1.0] * len(truth)}, truth))

    standing, posts = predicted(active, STANDING), predicted(active, POSTS)
    assert active.answer.startswith(answer)
    assert (standing.value, posts.value, active.best_baseline) == (1, 0.5, "posts")
    sure = yes == no == 5
    assert (standing.low, posts.high) == ((1, 0.5) if sure else (None, None))
    assert (standing.difference is not None, active.replicates) == (sure, 500 if sure else 0)


@pytest.mark.parametrize(
    ("count", "answer"),
    [
        (9, "There are too few to say how sure this is."),
        (10, "The standing predicts it: Spearman 1.00 (1.00 to 1.00). The standing beats the best baseline"),
    ],
)
def test_a_few_in_an_order_say_nothing_for_sure(count: int, answer: str) -> None:
    order = [float(each) for each in range(count)]

    (question,) = ask(past({STANDING: order, POSTS: [each % 3 for each in order]}, labels=order))

    assert question.answer.startswith(answer)
    assert predicted(question, STANDING).value == 1


def test_a_few_at_many_dates_are_still_a_few() -> None:
    truth = [1, 0, 1, 0, 1, 0]
    one = past({STANDING: truth, POSTS: [1.0] * 6}, truth)

    active, _ = ask(*[one] * 9)

    assert (active.rows, active.replicates) == (54, 0)
    assert predicted(active, STANDING).low is None


def test_a_metric_known_of_a_few_has_no_interval_where_the_standing_has_one() -> None:
    truth = [each % 2 for each in range(40)]
    trust = [float(each) if place < 8 else None for place, each in enumerate(truth)]

    active, _ = ask(past({STANDING: noisy(truth, 1, 1), TRUST: trust, POSTS: noisy(truth, 3, 2)}, truth))

    found = predicted(active, TRUST)
    assert (found.rows, found.value, found.low, found.high, found.difference) == (8, 1, None, None, None)
    assert predicted(active, STANDING).low is not None


def test_a_metric_with_gaps_meets_the_best_baseline_on_its_own_rows() -> None:
    """Trust has a value for the first 40 only, and there posts are upside down: AUC 1 against 0."""
    truth = [each % 2 for each in range(400)]
    trust = [float(each) if place < 40 else None for place, each in enumerate(truth)]
    posts = [float(-each if place < 40 else each) for place, each in enumerate(truth)]

    active, _ = ask(past({STANDING: noisy(truth, 1, 1), TRUST: trust, POSTS: posts}, truth))

    found = predicted(active, TRUST)
    assert (found.rows, found.value) == (40, 1)
    assert found.difference is not None
    assert (found.difference.value, found.difference.low, found.difference.high) == (1, 1, 1)
    assert (predicted(active, POSTS).value or 0) > 0.8


def test_only_a_chance_is_taken_at_its_word_and_only_for_its_own_question() -> None:
    """Eight of ten told 0.8 came back: Brier 0.8 x 0.04 + 0.2 x 0.64 = 0.16, and no error at all."""
    truth = [int(each % 10 < 8) for each in range(100)]
    told = [0.8] * 100

    active, recognised = ask(
        past({STANDING: noisy(truth, 1, 1), PRESENCE: told, POSTS: noisy(truth, 1, 2)}, truth)
    )

    word = predicted(active, PRESENCE).calibration
    assert word is not None
    assert (word.brier, word.error, word.told, word.came) == pytest.approx((0.16, 0, 0.8, 0.8))
    assert [(each.low, each.rows) for each in word.bins] == [(0.8, 100)]
    assert predicted(active, STANDING).calibration is None
    assert predicted(recognised, PRESENCE).calibration is None


def test_thin_evidence_is_looked_at_only_when_everybody_is() -> None:
    values = {STANDING: [1.0, 2, 3, 4], POSTS: [1.0, 2, 3, 4]}
    date = past(values, [0, 1, 0, 1], thin=[3])

    restricted = ask(date)
    every = ask(date, everybody=True)

    assert [(each.population, each.rows) for each in restricted] == [("standing", 3)] * 2
    assert [(each.population, each.rows) for each in every] == [("standing", 3)] * 2 + [("everybody", 4)] * 2


def test_who_is_set_aside_by_the_end_of_the_data_is_not_asked_about() -> None:
    whole = past({STANDING: [1.0, 2, 3], POSTS: [1.0, 2, 3]}, [0, 1, 1])
    bot = {name: after for name, after in whole.after.items() if name != "m0002"}

    active, _ = ask(whole._replace(after=bot))

    assert (active.rows, active.positives) == (2, 1)


def test_several_dates_are_pooled_and_members_drawn_whole() -> None:
    """The same 30 members at 9 dates tell no more than at one: the interval does not get narrower."""
    truth = [each % 2 for each in range(30)]
    one = past({STANDING: noisy(truth, 1, 1), POSTS: noisy(truth, 1, 2)}, truth)

    alone, _ = ask(one)
    nine, _ = ask(*[one] * 9)

    assert (nine.rows, nine.members, nine.positives) == (270, 30, 135)
    assert predicted(nine, STANDING).value == predicted(alone, STANDING).value
    assert predicted(nine, STANDING).low == predicted(alone, STANDING).low
    assert predicted(nine, STANDING).high == predicted(alone, STANDING).high


def test_how_much_came_is_correlated_beside_whether_it_came() -> None:
    weeks = [0, 1, 2, 3, 4, 5, 0, 7]

    active, _ = ask(past({STANDING: weeks, POSTS: [1.0, 2] * 4}, weeks))

    assert predicted(active, STANDING).amount_correlation == pytest.approx(1)


def test_more_rows_than_can_be_compared_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(asking, "ROWS", 2)

    with pytest.raises(LimitError, match="3 members at dates: expected at most 2"):
        ask(past({STANDING: [1.0, 2, 3], POSTS: [1.0, 2, 3]}, [0, 1, 1]))

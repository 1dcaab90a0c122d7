"""What data must hold for a metric to be scored, and what is said when it does not."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from village import Score, Village, did, scored, times
from village import score as tell

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.rules import MetricRule
from kibbutz_cli.scoring.needs import level

POSTS = [did("ann", "post", 0, id="p1"), did("ben", "post", 1, id="p2")]
ONE_SIDED = [*POSTS, did("ben", "reply", 2, on="p1")]
NO_TOPIC = [*POSTS, did("ann", "reply", 0, to="ben"), did("ben", "reply", 0, to="ann")]
RATINGS = [did("ann", "endorse", 0, to="ben", value=3), did("ben", "endorse", 9, to="ann", value=1)]
CHRONICLES = {"posts": POSTS, "one sided": ONE_SIDED, "no topic": NO_TOPIC, "ratings": RATINGS}


@pytest.fixture(scope="module")
def villages() -> Iterator[dict[str, Village]]:
    with ExitStack() as engines:
        yield {name: engines.enter_context(scored(told)) for name, told in CHRONICLES.items()}


@pytest.mark.parametrize(
    ("metric", "told", "reason"),
    [
        ("mutual_ties", "posts", "no words of one member to another"),
        ("mutual_ties", "one sided", "nobody answered back"),
        ("partners", "posts", "no words of one member to another"),
        ("partners", "one sided", "nobody answered back"),
        ("mutual_ties", "ratings", "no words of one member to another"),
        ("restraint", "ratings", "no words of one member to another"),
        ("contribution", "ratings", "only ratings, reactions or edits: no words of members"),
        ("repeat_partners", "one sided", "nobody answered back"),
        ("repeat_partners", "no topic", "no conversation with two voices"),
        ("value_delivered", "one sided", "no accepted answer, rating or value in the data"),
        ("conduct", "one sided", "no moderation in the data"),
        ("trust", "posts", "nobody endorses another member by name"),
        ("trust", "one sided", "nobody to start trust from: no named anchor, no role, no founder"),
        ("recognition", "posts", "no answer to, or reaction on, a contribution by name"),
        ("breadth", "posts", "no answer to, or reaction on, a contribution by name"),
    ],
)
def test_a_metric_that_the_data_cannot_show_is_left_out_with_its_reason(
    villages: dict[str, Village], metric: str, told: str, reason: str
) -> None:
    assert villages[told].why_not(metric).startswith(reason)
    assert metric not in villages[told].parts("ann")


@pytest.mark.parametrize(("days", "within"), [(30, "30 days"), (1, "1 day")])
def test_an_answer_that_came_too_late_is_not_denied(score: Score, days: int, within: str) -> None:
    told = [*POSTS, did("ben", "reply", 40, to="ann", on="p1")]
    ruler = Ruler().model_copy(update={"recognition_days": days})

    assert score(told, ruler=ruler).why_not("recognition").endswith(f"a contribution by name within {within}")
    assert score(told, ruler=ruler.model_copy(update={"recognition_days": 40})).why_not("recognition") == ""


def test_words_between_accounts_that_nobody_trusts_show_no_ties_of_the_others(score: Score) -> None:
    """Trust goes from mod to ann; two strangers who talk do not make a rating graph a conversation."""
    talk = [did("x", "reply", 3, to="y"), did("y", "reply", 4, to="x"), did("x", "post", 4)]
    told = [*RATINGS, did("mod", "endorse", 1, to="ann", value=2)]
    anchors = {"members": ["village:mod"]}

    village = score(told, talk, anchors=anchors)

    assert village.why_not("mutual_ties") == "no words of one member to another"
    assert village.why_not("contribution") == "only ratings, reactions or edits: no words of members"
    assert score(told, did("ann", "reply", 5, to="ben"), anchors=anchors).why_not("contribution") == ""


def test_trust_that_reaches_nobody_is_left_out_and_counts_for_nobody_as_zero(score: Score) -> None:
    """Ben answers Ann, who answers nobody: what starts at her arrives nowhere, what starts at him at her."""
    nowhere = score(ONE_SIDED, anchors={"members": ["village:ann"]})
    somewhere = score(ONE_SIDED, anchors={"members": ["village:ben"]})

    assert nowhere.why_not("trust") == "trust reaches nobody from where it starts"
    assert "trust" not in nowhere.parts("ben")
    assert somewhere.why_not("trust") == ""
    assert somewhere.value("ann", "trust") > 0


def test_what_needs_dates_and_content_only_is_always_scored(score: Score) -> None:
    village = score(times(9, did("ann", "post", 0)), did("ann", "post", 7))

    told = {metric for metric, reason in village.result.why_not.items() if not reason}
    assert told == {"contribution", "presence", "sustained", "tenure", "steadiness"}
    assert set(village.parts("ann")) == told - {"steadiness"}


def test_one_week_says_nothing_of_commitment_and_asks_for_no_second_one(score: Score) -> None:
    village = score(times(9, did("ann", "post", 0)), did("ben", "post", 1))

    assert village.why_not("sustained") == "everything that counts happened in one week"
    assert village.element("ann", "commitment").score is None
    assert village.standing("ann").value > 0
    assert village["ben"].unscored == "not enough evidence: 1 of 5 deeds, 1 of 1 active weeks"


def test_no_deed_at_all_is_nothing_to_score() -> None:
    with pytest.raises(InputError, match="nothing to score"):
        tell()


def test_a_metric_with_weight_0_is_switched_off(score: Score) -> None:
    ruler = Ruler()
    off = ruler.model_copy(update={"metrics": {**ruler.metrics, "tenure": MetricRule(weight=0)}})

    village = score(POSTS, ruler=off)

    assert village.why_not("tenure") == "switched off by the ruler"
    assert "tenure" not in village.parts("ann")


@pytest.mark.parametrize(
    ("facts", "coverage", "expected"),
    [
        ({"between_members": 0, "reactions": 0}, Coverage.SINGLE, "L0"),
        ({"between_members": 9, "reactions": 0}, Coverage.SINGLE, "L0"),
        ({"between_members": 0, "reactions": 0}, Coverage.COMMUNITY, "L0"),
        ({"between_members": 9, "reactions": 0}, Coverage.ANSWERS, "L1"),
        ({"between_members": 9, "reactions": 0}, Coverage.COMMUNITY, "L2"),
        ({"between_members": 9, "reactions": 1}, Coverage.COMMUNITY, "L3"),
    ],
)
def test_a_level_is_what_the_sources_can_show_and_do_show(
    facts: dict[str, int], coverage: Coverage, expected: str
) -> None:
    assert level(facts, [coverage]) == expected

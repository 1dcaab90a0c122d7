"""Replies received and given, net provider and follow-through, worked by hand."""

from math import log, sqrt

import pytest
from scipy import stats
from village import Deed, Score, did, lively, scored, times

from kibbutz_cli.model.activity import Coverage

ANSWERED = [
    did("ann", "post", 0, id="p1"),
    did("ann", "post", 0, id="p2"),
    did("ann", "post", 0, id="p3"),
    did("ben", "reply", 7, id="r1", on="p1"),
    did("ben", "reply", 8, id="r2", on="p2"),
]


def test_an_opening_is_answered_when_somebody_else_answers_within_seven_days(score: Score) -> None:
    """Of Ann's three, p1 was answered on day 7, p2 on day 8, p3 by herself: 1 of 3.

    The community: 1 of 3, mean 1.5 / 4 = 0.375: (1 + 4 x 0.375) / (3 + 4).
    """
    village = score(ANSWERED, did("ann", "reply", 1, on="p3"))

    assert village.rate("ann", "replies_received") == (1, 3)
    assert village.value("ann", "replies_received") == pytest.approx(2.5 / 7, abs=1e-9)
    assert "replies_received" not in village.parts("ben")
    assert [trace.activity_id for trace in village.evidence("ann", "replies_received")] == ["p1"]


def test_what_one_person_alone_answered_counts_for_no_more_than_what_all_others_did(score: Score) -> None:
    """Ben alone answered six of seven: three count in any case. With four answered by Cam too, all do."""
    told = [
        *(did("ann", "post", 0, id=f"p{number}") for number in range(7)),
        *(did("ben", "reply", 1, on=f"p{number}") for number in range(6)),
        did("dan", "post", 90),
    ]

    assert score(told).rate("ann", "replies_received") == (3, 7)
    assert score(told, did("cam", "reply", 1, on="p6")).rate("ann", "replies_received") == (4, 7)
    shared = [did("cam", "reply", 1, on=f"p{number}") for number in range(4)]
    assert score(told, shared).rate("ann", "replies_received") == (6, 7)


def test_an_opening_that_is_younger_than_seven_days_counts_only_if_it_was_answered(score: Score) -> None:
    village = score(
        ANSWERED,
        did("ann", "post", 90, id="p4"),
        did("ann", "post", 90, id="p5"),
        did("cam", "reply", 91, on="p5"),
    )

    assert village.rate("ann", "replies_received") == (2, 4)


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(did("ann", "reply", 0, thread="t9"), id="a reply whose object is not here"),
        pytest.param(did("ann", "post", 0, on="gone"), id="a post about something that is not here"),
        pytest.param(did("ann", "post", 1, thread="p1"), id="a later post in a conversation"),
        pytest.param(did("ann", "quote", 1, on="p1"), id="a quote"),
        pytest.param(did("ann", "like", 1, on="gone"), id="a like"),
    ],
)
def test_what_answers_or_continues_is_no_opening(score: Score, deed: Deed) -> None:
    village = score(ANSWERED, deed)

    assert village.rate("ann", "replies_received") == (1, 3)


def test_where_the_name_of_a_conversation_means_no_deed_the_first_post_opens_it(score: Score) -> None:
    """Three posts in topic 7 at the same minute: the first by id is the opening, the others answer it."""
    village = score(
        did("cam", "post", 0, id="m3", thread="topic 7"),
        did("ben", "post", 0, id="m2", thread="topic 7"),
        did("ann", "post", 0, id="m1", thread="topic 7"),
        did("ann", "post", 30, id="late"),
    )

    assert village.rate("ann", "replies_received") == (1, 1)
    assert village.rate("ben", "replies_given") == (1, 1)
    assert "replies_received" not in village.parts("ben")


def test_a_pace_is_answers_to_openings_for_each_active_week(score: Score) -> None:
    """Ben answered two of Ann's openings, one of them twice, in 2 weeks; Ann none in 1.

    The community: 2 in 3 weeks, mean 2.5 / 4; four weeks of it are the prior: Ben (2 + 2.5) / (2 + 4) = 0.75.
    Score ln 1.75 / ln 3; the ends are those of a gamma of 4.5 events in 6 weeks.
    """
    village = score(
        did("ann", "post", 0, id="p1"),
        did("ann", "post", 1, id="p2"),
        did("ben", "reply", 2, id="r1", on="p1"),
        did("ben", "reply", 3, id="r2", on="p1"),
        did("ben", "reply", 8, id="r3", on="p2"),
    )

    part = village.parts("ben")["replies_given"]

    assert (part.hits, part.trials) == (2, 2)
    assert part.value == pytest.approx(0.75, abs=1e-9)
    assert part.score == pytest.approx(log(1.75) / log(3), abs=1e-9)
    low, high = (log(1 + end) / log(3) for end in stats.gamma(4.5, scale=1 / 6).ppf([0.1, 0.9]))
    assert part.sd == pytest.approx((high - low) / (2 * stats.norm.ppf(0.9)), rel=0.01)
    assert village.rate("ann", "replies_given") == (0, 1)
    assert [trace.activity_id for trace in village.evidence("ben", "replies_given")] == ["r3", "r1"]


def test_of_one_persons_openings_three_a_day_count_as_answered(score: Score) -> None:
    openings = [did("ann", "post", 0, id=f"p{number}") for number in range(9)]

    village = score(openings, [did("ben", "reply", 1, on=opening.key) for opening in openings])

    assert village.rate("ben", "replies_given") == (3, 1)


def test_three_a_day_count_of_each_persons_openings(score: Score) -> None:
    """Ben answers four of Ann and two of Cam on one day: 3 + 2."""
    openings = [did(who, "post", 0, id=f"{who}{number}") for who in ("ann", "cam") for number in range(4)]

    village = score(openings, [did("ben", "reply", 1, on=opening.key) for opening in openings[:6]])

    assert village.rate("ben", "replies_given") == (5, 1)


def test_paces_are_the_means_of_posterior_gammas() -> None:
    """The prior by moments (Marshall 1991) and scipy's gamma, over forty members."""
    with scored(lively(7, 40, 2500)) as village:
        parts = [village.parts(who)["replies_given"] for who in village.names]
    counts = [(part.hits or 0, part.trials or 0) for part in parts]
    hits, weeks = sum(h for h, _ in counts), sum(n for _, n in counts)
    between = sum(n * (h / n - hits / weeks) ** 2 for h, n in counts) / weeks
    variance = between - hits / weeks / (weeks / len(counts))
    mean = (hits + 0.5) / (weeks + 1)
    strength = 200 if variance <= 0 else min(200, max(1, mean / variance))

    assert len(counts) >= 20
    assert 1 < strength < 200
    for part, (h, n) in zip(parts, counts, strict=True):
        posterior = stats.gamma(h + mean * strength, scale=1 / (n + strength))
        assert part.value == pytest.approx(posterior.mean(), abs=1e-7)
        assert part.score == pytest.approx(min(1, log(1 + posterior.mean()) / log(3)), abs=1e-7)
        low, high = (min(1, log(1 + end) / log(3)) for end in posterior.ppf([0.1, 0.9]))
        assert part.sd == pytest.approx((high - low) / (2 * stats.norm.ppf(0.9)), rel=0.03)


def exchange(given: int, asked: int) -> list[Deed]:
    """Return a chronicle in which Ann answered so many openings of others and opened so many herself."""
    openings = [did("ben", "post", 0, id=f"b{number}") for number in range(given)]
    return [
        did("cam", "post", 0, id="c1"),
        did("ben", "reply", 1, on="c1"),
        *openings,
        *(did("ann", "reply", 1, on=opening.key) for opening in openings),
        *(did("ann", "post", 0, id=f"a{number}") for number in range(asked)),
    ]


@pytest.mark.parametrize(
    ("given", "asked"), [(1, 0), (0, 1), (2, 2), (9, 1), (1, 9), (30, 0), (0, 30), (7, 4), (50, 35)]
)
def test_who_answers_more_than_they_ask_is_above_one_half(score: Score, given: int, asked: int) -> None:
    """z = (a - q) / sqrt(a + q) through scipy's normal CDF."""
    part = score(exchange(given, asked)).parts("ann")["net_provider"]

    assert part.score == pytest.approx(stats.norm.cdf((given - asked) / sqrt(given + asked)), abs=1e-7)


@pytest.mark.parametrize(("given", "asked"), [(3, 0), (5, 5), (9, 3), (2, 8), (40, 25)])
def test_the_spread_of_the_balance_is_what_chance_would_make_of_it(
    score: Score, given: int, asked: int
) -> None:
    """Ten thousand members who give with Ann's own chance: their scores lie as far apart as her sd says.

    To a fifth: for few acts the scores are steps, and the sd is that of a smooth curve.
    """
    n, chance = given + asked, (given + 0.5) / (given + asked + 1)
    others = stats.binom(n, chance).rvs(10_000, random_state=7)
    scores = stats.norm.cdf((2 * others - n) / sqrt(n))

    assert score(exchange(given, asked)).parts("ann")["net_provider"].sd == pytest.approx(
        scores.std(), rel=0.2
    )


def test_the_evidence_of_the_balance_is_what_was_given_and_what_was_asked(score: Score) -> None:
    village = score(exchange(2, 1))

    assert sorted(trace.amount for trace in village.evidence("ann", "net_provider")) == [-1, 1, 1]


def test_a_blog_where_only_the_author_opens_has_no_balance() -> None:
    with scored(exchange(3, 1), coverage=Coverage.ANSWERS) as village:
        assert village.why_not("net_provider") == (
            "nobody answered what another opened, in a place where everybody can open"
        )
        assert village.rate("ann", "replies_given") == (3, 1)


def test_an_archive_of_one_side_says_nothing_of_answers() -> None:
    with scored(ANSWERED, coverage=Coverage.SINGLE) as village:
        assert village.why_not("replies_received") == "nobody answered what another opened"


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(did("ann", "reply", 14, on="r1"), id="replied to the answer"),
        pytest.param(did("ann", "like", 14, on="r1"), id="liked it"),
        pytest.param(did("ann", "accept", 7, on="r1"), id="accepted it"),
        pytest.param(did("ann", "reply", 9, thread="p1"), id="went on in the conversation"),
        pytest.param(did("ann", "endorse", 9, to="ben"), id="endorsed who answered"),
    ],
)
def test_who_comes_back_within_seven_days_of_an_answer_follows_through(score: Score, deed: Deed) -> None:
    village = score(ANSWERED[0], ANSWERED[3], deed, did("cam", "post", 90))

    assert village.rate("ann", "follow_through") == (1, 1)
    assert [trace.kind for trace in village.evidence("ann", "follow_through")] == [deed.kind]


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(did("ann", "reply", 15, on="r1"), id="eight days later"),
        pytest.param(did("ann", "reply", 6, on="p1"), id="before the answer"),
        pytest.param(did("ann", "reply", 9, on="p1"), id="to oneself"),
        pytest.param(did("ann", "post", 9, id="p9"), id="elsewhere"),
        pytest.param(did("ann", "flag", 9, on="r1"), id="to flag it"),
        pytest.param(did("cam", "reply", 9, on="r1"), id="somebody else"),
    ],
)
def test_what_is_no_coming_back(score: Score, deed: Deed) -> None:
    village = score(ANSWERED[0], ANSWERED[3], deed, did("cam", "post", 90))

    assert village.rate("ann", "follow_through") == (0, 1)


def test_answers_younger_than_seven_days_count_only_if_followed_already(score: Score) -> None:
    told = [*ANSWERED[:4], did("cam", "reply", 8, on="p2"), did("ann", "like", 8, on="r1")]

    assert score(told).rate("ann", "follow_through") == (1, 1)
    assert score(told, did("cam", "post", 90)).rate("ann", "follow_through") == (1, 2)


def test_what_a_member_does_to_their_own_deeds_is_no_exchange(score: Score) -> None:
    told = [*ANSWERED, did("cam", "post", 90)]

    before = score(told)
    after = score(told, times(5, did("ann", "reply", 1, on="p3")), times(5, did("ann", "like", 8, on="p1")))

    for metric in ("replies_given", "replies_received", "net_provider", "follow_through"):
        old, new = (village.parts("ann")[metric] for village in (before, after))
        assert new.hits == old.hits
        assert new.score <= old.score


@pytest.mark.parametrize(("who", "seed"), [("m005", 3), ("m015", 3), ("m015", 4), ("m022", 4)])
def test_one_second_account_that_answers_and_asks_is_at_most_ten_points(who: str, seed: int) -> None:
    """It answers whatever its owner opens and opens as much, and the owner likes and answers it for that."""
    told = lively(seed, 30, 1200)
    own = [deed for deed in told if deed.who == who and deed.kind == "post"]
    last = max(deed.day or 0 for deed in told)
    puppet = [
        step
        for number, deed in enumerate(own)
        for day in [min(last, (deed.day or 0) + 1)]
        for step in (
            did("puppet", "reply", day, on=deed.id, id=f"answer {number}"),
            did(who, "like", day, on=f"answer {number}"),
            did("puppet", "post", day, id=f"question {number}"),
            did(who, "reply", day, on=f"question {number}"),
        )
    ]

    with scored(told) as before, scored(told, puppet) as after:
        assert after.standing(who).value <= before.standing(who).value + 10

"""Who and what counts: copies, identities, exclusions, times, and the moment it is all seen from."""

from typing import Any

import pytest
from village import Score, Village, did, moment, scored, times

from kibbutz_cli.errors import ConfigError, InputError, UsageError
from kibbutz_cli.model.activity import Clock
from kibbutz_cli.scoring import lookup

LIVELY = [
    did("ann", "post", 0, id="p1"),
    did("ben", "reply", 1, id="r1", on="p1"),
    did("ann", "like", 2, on="r1"),
]


def everything_said(village: Village) -> str:
    """Return all that any output could show: reports, advice, anchors, roles and evidence."""
    said: list[Any] = [village.members, village.anchors]
    for who in village.names:
        said += [village.evidence(who, metric) for metric in village.parts(who)]
    return repr(said)


def test_a_deed_told_twice_is_counted_once(score: Score) -> None:
    village = score(LIVELY, LIVELY[1])

    assert village.excluded == {"duplicate": 1}
    assert village["ben"].deeds == 1


def test_of_two_versions_the_newer_is_kept(score: Score) -> None:
    village = score(did("ann", "post", 0, id="p1"), did("ann", "post", 3, id="p1"), did("ben", "post", 4))

    assert village["ann"].first_day == "2024-01-04"


def test_a_version_after_as_of_does_not_displace_the_one_before(score: Score) -> None:
    village = score(did("ann", "post", 0, id="p1"), did("ann", "post", 30, id="p1"), as_of=10)

    assert village["ann"].first_day == "2024-01-01"


def test_a_name_taken_after_as_of_is_not_known_yet(score: Score) -> None:
    """On day 20 Ann calls herself a machine: until then she is none, and is shown under her old name."""
    renamed = [did("ann", "post", day, name="Helper[bot]") for day in (20, 21, 22)]
    told = [did("ann", "post", 0, name="Ann"), did("ben", "post", 1), *renamed]

    assert score(told, as_of=10)["ann"].name == "Ann"
    assert score(told, as_of=10).excluded == {"after as_of": 3}
    assert score(told, as_of=20).excluded == {"bot": 4}


@pytest.mark.parametrize("names", [("Cam", "Zed"), ("Zed", "Cam")])
@pytest.mark.parametrize(
    ("exclude", "reason"),
    [({"opt_out": ["Cam"]}, "opt-out"), ({"bots": ["ca*"]}, "bot")],
    ids=["opt-out", "bot"],
)
def test_any_name_somebody_had_is_asked_for(
    score: Score, names: tuple[str, str], exclude: dict[str, list[str]], reason: str
) -> None:
    told = [did("x1", "post", day, name=name) for day, name in enumerate(names)]

    village = score(told, did("ben", "post", 1), exclude=exclude)

    assert village.excluded == {reason: 2}
    assert set(village.members) == {"village:ben"}


def test_the_same_id_on_two_platforms_is_two_deeds(score: Score) -> None:
    village = score(did("ann", "post", 0, id="1"), did("ann", "post", 0, id="1", platform="x"))

    assert village.excluded == {}
    assert set(village.members) == {"village:ann", "x:ann"}


def test_handles_joined_by_the_configuration_are_one_member(score: Score) -> None:
    village = score(
        LIVELY,
        did("annie", "post", 2, platform="x"),
        identities={"Ann": ["village:ann", "x:annie"]},
    )

    assert village["Ann"].deeds == 3
    assert village.members["Ann"].handles == ["village:ann", "x:annie"]


def test_talking_to_ones_other_handle_is_talking_to_oneself(score: Score) -> None:
    told = [
        did("ann", "post", 0, id="p1"),
        did("ann2", "reply", 1, id="r1", on="p1"),
        did("ann", "reply", 2, on="r1"),
    ]

    village = score(told, identities={"Ann": ["village:ann", "village:ann2"]})

    assert village.why_not("mutual_ties") == "no words of one member to another"


def test_a_short_handle_means_the_only_actor_that_adds_a_host(score: Score) -> None:
    village = score(did("wordpress:alice@blog.example", "post", 0), identities={"Alice": ["wordpress:alice"]})

    assert village.members["Alice"].handles == ["wordpress:alice@blog.example"]


def test_a_short_handle_that_could_mean_two_is_refused() -> None:
    told = [did("wordpress:alice@one.example", "post", 0), did("wordpress:alice@two.example", "post", 0)]

    with pytest.raises(ConfigError, match=r"identities\.Alice: 'wordpress:alice': could be .*one.* or .*two"):
        scored(told, identities={"Alice": ["wordpress:alice"]}).__enter__()


def test_a_handle_cannot_belong_to_two_members() -> None:
    joined = {"Ann": ["village:ann"], "Anna": ["village:ann"]}

    with pytest.raises(ConfigError, match="is already joined to 'Ann'"):
        scored(LIVELY, identities=joined).__enter__()


@pytest.mark.parametrize(
    ("pattern", "hidden"),
    [
        ("*-helper", {"a-helper"}),
        ("village:a_b", {"a_b"}),
        ("village:50%", {"50%"}),
        ("village:[x]", {"[x]"}),
        ("*HELPER", {"a-helper"}),
        ("village:*", {"a-helper", "a_b", "axb", "50%", "50percent", "[x]", "x", "back\\slash"}),
        ("village:back\\slash", {"back\\slash"}),
    ],
)
def test_bots_are_found_by_pattern_where_only_the_star_is_special(
    score: Score, pattern: str, hidden: set[str]
) -> None:
    names = {"a-helper", "a_b", "axb", "50%", "50percent", "[x]", "x", "back\\slash"}
    told = [did(name, "post", 0) for name in sorted(names)]

    village = score(told, did("z:z", "post", 0), exclude={"bots": [pattern]})

    assert set(village.names) == names - hidden | {"z:z"}
    assert village.excluded == {"bot": len(hidden)}


def test_the_ruler_knows_common_bots_by_id_and_by_name(score: Score) -> None:
    village = score(
        LIVELY,
        did("renovate[bot]", "post", 0),
        did("r:AutoModerator", "post", 0),
        did("u1", "post", 0, name="deploy-bot"),
    )

    assert set(village.names) == {"ann", "ben"}
    assert village.excluded == {"bot": 3}


@pytest.mark.parametrize(
    ("own", "name"),
    [
        ("mail:mailman-bounces@hill.example", "Mailman"),
        ("mail:noreply@hill.example", "Buildbot"),
        ("mail:please-no-reply@hill.example", "Jenkins"),
        ("mail:175728472+copilot@users.noreply.github.com", "Copilot"),
        ("mail:9fb7967f2d1abb88", "kernel test robot"),
        ("mail:9fb7967f2d1abb88", "patchwork-bot+beds"),
        ("mail:9fb7967f2d1abb88", "syzbot"),
    ],
)
def test_the_ruler_knows_the_machines_of_mailing_lists(score: Score, own: str, name: str) -> None:
    village = score(LIVELY, did(own, "post", 0, name=name))

    assert set(village.names) == {"ann", "ben"}


def test_who_opted_out_appears_nowhere(score: Score) -> None:
    village = score(
        LIVELY,
        did("ben", "reply", 1, id="r2", to="cam", on="p9"),
        did("cam", "post", 0, id="p9", name="Cam"),
        did("cam", "reply", 2, on="r1"),
        did("ann", "like", 2, on="p9"),
        exclude={"opt_out": ["village:cam"]},
    )

    assert village.excluded == {"opt-out": 2}
    assert "cam" not in everything_said(village).lower()
    assert village.rows("select 1 from people where person_key = 'village:cam'") == []


def test_who_opted_out_and_never_spoke_appears_nowhere_either(score: Score) -> None:
    village = score(LIVELY, did("ben", "reply", 1, id="r2", to="cam"), exclude={"opt_out": ["village:cam"]})

    assert "cam" not in everything_said(village).lower()


def test_an_opt_out_by_a_short_handle_hides_every_actor_it_could_mean(score: Score) -> None:
    village = score(
        LIVELY,
        did("wordpress:cam@one.example", "post", 0),
        did("wordpress:cam@two.example", "post", 0),
        exclude={"opt_out": ["wordpress:cam"]},
    )

    assert village.excluded == {"opt-out": 2}


@pytest.mark.parametrize("asked", ["cam", "CAM", "c*m"])
def test_an_opt_out_means_an_id_without_its_platform_and_everybody_of_that_name(
    score: Score, asked: str
) -> None:
    village = score(
        LIVELY,
        did("cam", "post", 0, name="Other"),
        did("u1", "post", 0, name="Cam"),
        did("wordpress:cam@one.example", "post", 0),
        did("camilla", "post", 1),
        did("webcam", "post", 1),
        exclude={"opt_out": [asked]},
    )

    assert village.excluded == {"opt-out": 3}
    assert set(village.names) == {"ann", "ben", "camilla", "webcam"}


def test_a_pattern_of_a_bot_is_tried_on_ids_as_they_are_written(score: Score) -> None:
    village = score(LIVELY, did("cam", "post", 0), exclude={"bots": ["cam"]})

    assert village.excluded == {}


def test_an_opt_out_holds_for_every_handle_of_the_member(score: Score) -> None:
    village = score(
        LIVELY,
        did("cam", "post", 0),
        did("camille", "post", 0, platform="x"),
        identities={"Zoe Hill": ["village:cam", "x:camille"]},
        exclude={"opt_out": ["zoe hill"]},
    )

    assert set(village.names) == {"ann", "ben"}
    assert village.excluded == {"opt-out": 2}


def test_what_was_done_towards_an_opted_out_member_stays_a_deed_without_target(score: Score) -> None:
    village = score(
        LIVELY,
        did("ben", "reply", 1, on="p9"),
        did("cam", "post", 0, id="p9"),
        exclude={"opt_out": ["village:cam"]},
    )

    assert village["ben"].deeds == 2


def test_staff_are_counted_as_set_aside(score: Score) -> None:
    village = score(LIVELY, did("mod", "post", 0), exclude={"staff": ["village:mod"]})

    assert village.excluded == {"staff": 1}
    assert "mod" not in village.names


def test_every_deed_set_aside_has_its_reason(score: Score) -> None:
    village = score(
        LIVELY,
        LIVELY[0],
        did("ann", "post", None, clock=Clock.MISSING),
        did("ann", "post", -30_000, clock=Clock.IMPLAUSIBLE),
        did("ann", "post", 11),
        did("ann", "post", -8),
        did("x[bot]", "post", 0),
        as_of=10,
        since=-7,
    )

    assert village.excluded == {
        "after as_of": 1,
        "bot": 1,
        "duplicate": 1,
        "implausible time": 1,
        "outside the window": 1,
        "undated": 1,
    }
    assert village["ann"].deeds == 2


def test_until_is_the_moment_it_is_seen_from_unless_another_is_given(score: Score) -> None:
    told = [*LIVELY, did("ann", "post", 25), did("ann", "post", 50)]

    assert score(told, until=20).result.span.as_of_us == moment(20)
    assert score(told, until=20, as_of=30).result.span.as_of_us == moment(30)
    assert score(told, until=20, as_of=30).excluded == {"after as_of": 1, "outside the window": 1}


def test_the_window_includes_its_ends(score: Score) -> None:
    village = score(LIVELY, since=0, until=2)

    assert village.excluded == {}


def test_a_mention_is_not_counted_apart_from_the_post_that_tells_it(score: Score) -> None:
    """A post that names three people and is told twice is one deed told twice, with all it holds."""
    named = [did("ann", "mention", 0, to=who, on="p9", derived=True) for who in ("ben", "cy", "dan")]
    post = did("ann", "post", 0, id="p9")

    assert score(LIVELY, post, named, post, named).excluded == {"duplicate": 1}
    assert score(LIVELY, post, named, exclude={"opt_out": ["village:ann"]}).excluded == {"opt-out": 3}


def test_a_derived_mention_is_no_deed_of_its_own(score: Score) -> None:
    village = score(LIVELY, did("ann", "mention", 2, to="ben", derived=True))

    assert village["ann"].deeds == 2


@pytest.mark.parametrize("kind", ["like", "accept", "dislike"])
def test_a_reaction_that_a_record_tells_is_a_deed(score: Score, kind: str) -> None:
    told = did("ann", kind, 2, to="ben")

    beside, alone = (score(LIVELY, told._replace(derived=each)) for each in (True, False))

    assert beside["ann"].deeds == 3
    assert beside.members == alone.members


def test_a_post_of_two_is_a_contribution_of_both_and_no_answer(score: Score) -> None:
    weeks = range(0, 70, 7)
    village = score(
        [did("ann", "post", day, id=f"p{day}", thread=f"p{day}") for day in weeks],
        [did("cy", "post", day, id=f"p{day}#author", thread=f"p{day}", derived=True) for day in weeks],
        [did("ben", "reply", day, on=f"p{day}", to="ann") for day in weeks],
    )

    assert village.value("cy", "contribution") == village.value("ann", "contribution")
    assert (village.rate("ben", "replies_given"), village.rate("cy", "replies_given")) == ((10, 10), (0, 10))


def test_a_reply_of_many_answers_and_recognises_once(score: Score) -> None:
    replies = [
        did(who, "reply", 1, on="p", to="ann", derived=who != "m0") for who in (f"m{n}" for n in range(30))
    ]
    village = score(LIVELY, did("ann", "post", 0, id="p"), replies, anchors={"members": ["village:m0"]})

    answers = village.rows(
        "select member, target, recognises, endorses from deeds where kind = 'reply' order by 3"
    )
    assert [answer[1:] for answer in answers if answer[1] is None] == [(None, 0, 0)] * 29
    assert sum(answer[2] for answer in answers) == 1 + sum(deed.kind == "reply" for deed in LIVELY)


def test_what_takes_back_is_one_deed_and_switches_no_metric_on(score: Score) -> None:
    edits = [did(who, "edit", day) for day in range(0, 140, 7) for who in ("ann", "ben", "cy")]
    revert = did("ann", "endorse", 35, to="ben", value=-1, derived=True)

    before, after = score(edits), score(edits, revert)

    assert before.result.facts["reactions"] == after.result.facts["reactions"] == 0
    assert before.names == after.names
    assert [before.members[who].standing for who in before.members] == [
        after.members[who].standing for who in after.members
    ]


def test_nothing_to_score_says_what_was_set_aside() -> None:
    with pytest.raises(InputError, match="nothing to score: 2 bot"):
        scored(times(2, did("x[bot]", "post", 0))).__enter__()


def test_without_any_time_there_is_nothing_to_score() -> None:
    with pytest.raises(InputError, match="no activity has a time"):
        scored(did("ann", "post", None, clock=Clock.MISSING)).__enter__()


@pytest.mark.parametrize(
    ("count", "ahead", "believed"),
    [
        pytest.param(9, 900, 8, id="a single clock years ahead is not believed"),
        pytest.param(30, 300, 300, id="a deed within the year after is"),
        pytest.param(8, 900, 900, id="among fewer than ten nobody is doubted"),
    ],
)
def test_a_clock_that_runs_ahead_does_not_decide_what_now_is(
    score: Score, count: int, ahead: int, believed: int
) -> None:
    village = score([did("ann", "post", day) for day in range(count)], did("ben", "post", ahead))

    assert village.result.span.as_of_us == moment(believed)
    assert village.excluded == ({} if believed == ahead else {"after as_of": 1})


def test_weeks_begin_on_monday_before_1970_too(score: Score) -> None:
    """1 January 1970 was a Thursday of week 0, which began on Monday, 29 December 1969 (day -3)."""
    days = {day: day - 19_723 for day in (-4, -3, 3, 4)}

    village = score([did("ann", "post", told, id=str(day)) for day, told in days.items()])

    weeks = dict(village.rows("select activity_id, week from activity"))
    assert weeks == {"-4": -1, "-3": 0, "3": 0, "4": 1}


def test_sunday_night_and_monday_morning_are_two_weeks(score: Score) -> None:
    village = score(did("ann", "post", 6.99), did("ann", "post", 7.01))

    assert village["ann"].active_weeks == 2


def test_a_target_that_is_not_named_is_the_author_of_the_object(score: Score) -> None:
    village = score(did("ann", "post", 0, id="p1"), did("ben", "reply", 0, on="p1"))

    assert village["ann"].recognised_by == 1


def test_a_member_is_found_by_id_handle_or_unique_name(score: Score) -> None:
    village = score(did("u1", "post", 0, name="Ann"), did("wordpress:ben@blog.example", "post", 0))

    assert {lookup.find(village.engine, name) for name in ("village:u1", "u1", "ann", "@Ann")} == {1}
    assert lookup.find(village.engine, "ben") == 2


def test_a_member_is_found_by_id_in_any_case(score: Score) -> None:
    """The case as it was typed goes before any other, and two of one other case are two."""
    identities = {"kofi": ["village:k"], "Ada": ["village:a1"], "ada": ["village:a2"]}
    deeds = [did(each, "post", 0) for each in ("k", "a1", "a2", "X9")]
    village = score(deeds, identities=identities)
    keys = dict(village.engine.rows("select person_key, member from members"))

    meant = {"KOFI": "kofi", "VILLAGE:K": "kofi", "ada": "ada", "Village:x9": "village:X9"}
    for name, key in meant.items():
        assert lookup.find(village.engine, name) == keys[key]
    with pytest.raises(UsageError, match="ADA: 2 members are called so: Ada, ada"):
        lookup.find(village.engine, "ADA")
    with pytest.raises(UsageError) as refused:
        lookup.find(village.engine, "KOFFI")
    assert refused.value.hint == "did you mean kofi?"


def test_a_member_is_found_by_every_name_it_had_if_nobody_else_had_it(score: Score) -> None:
    """Maria wrote as Alt for longer; Neu is the name she has now, and Ova one that she takes later."""
    alt = [did("a", "post", 7 * week, name="Maria Alt") for week in range(20)]
    neu = [did("a", "post", 7 * week, name="Maria Neu") for week in range(20, 30)]
    later = did("a", "post", 400, name="Maria Ova")
    village = score(
        alt,
        neu,
        later,
        did("b", "post", 5, name="Twin"),
        did("c", "post", 6, name="Twin"),
        did("c", "post", 7, name="Cy"),
        as_of=300,
    )

    assert {lookup.find(village.engine, name) for name in ("Maria Alt", "@maria neu", "a")} == {1}
    assert lookup.find(village.engine, "Cy") == 3
    with pytest.raises(UsageError, match="Twin: 2 members are called so: village:b, village:c"):
        lookup.find(village.engine, "Twin")
    with pytest.raises(UsageError, match="Maria Ova: no such member here") as refused:
        lookup.find(village.engine, "Maria Ova")
    assert refused.value.hint == "did you mean Maria Neu or Maria Alt?"


@pytest.mark.parametrize("printed", ["Kim (u (x))", "Kim (village:u (x))"], ids=["end of the id", "id"])
def test_a_member_is_found_as_reports_print_it_whatever_brackets_its_id_has(
    score: Score, printed: str
) -> None:
    village = score(did("u (x)", "post", 0, name=" Kim "), did("17", "post", 0, name="Kim"))

    assert lookup.find(village.engine, printed) == lookup.find(village.engine, "u (x)")

"""Explanations and the smaller answers."""

import io

import pytest
from factory import explanation, inspection, report
from rich.console import Console

from kibbutz_cli.model.report import Gate
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.views import (
    Check,
    Format,
    Level,
    MetricCard,
    NextRung,
    Plugin,
    Support,
    Supporter,
    Uncounted,
)
from kibbutz_cli.reports import listings
from kibbutz_cli.reports.explanation import RIGHT, narrowed, render_explanation
from kibbutz_cli.reports.wording import measured


def drawn(render, given, width=120):
    into = io.StringIO()
    render(given, Console(file=into, width=width, highlight=False, markup=False))
    return "\n".join(line.rstrip() for line in into.getvalue().splitlines())


@pytest.mark.parametrize(
    "said",
    [
        "Ana Lund (forum:1)",
        "78.0 to 89.0, 80 % sure",
        "1-3 of 6; evidence grade B",
        "Participation 83.0 (73.0 to 93.0) = 27.7 + 27.7 + 27.7",
        "recognition  24.9 of 30, taken as 83 %; scores 83 at weight 33%, adds 27.7",
        "What recognition says in one sentence.",
        "2024-05-01 reply by forum:1 to forum:2",
        "exports/forum.csv:77",
        "and 2 further deeds; --format json lists them",
        "Economic: not scored here",
        "What Elder asks",
        "[ ] the low end of the standing's interval at 70 or more: has 61.25",
        "[x] 26 active weeks: has 40",
        RIGHT,
    ],
)
def test_an_explanation_says(said):
    assert said in drawn(render_explanation, explanation())


def test_a_chance_is_told_without_the_prior_it_is_made_of():
    why = explanation()
    (first, *others), whose = why.member.elements[0].parts, why.member.elements[0]
    chance = first.model_copy(update={"unit": "chance", "value": 0.064, "hits": 5.1, "trials": 79.7})
    element = whose.model_copy(update={"parts": [chance, *others]})
    member = why.member.model_copy(update={"elements": [element]})

    said = drawn(render_explanation, why.model_copy(update={"member": member}))

    assert f"{chance.metric}  a chance of 6 %; scores" in said


def test_an_explanation_of_a_mirror_has_no_rank():
    said = drawn(render_explanation, explanation().model_copy(update={"ranked": False}))

    assert "rank      nobody is ranked here; evidence grade B" in said
    assert "1-3 of 6" not in said


def test_an_explanation_counts_the_deeds_that_even_json_leaves_out():
    whole = explanation()
    more = whole.model_copy(
        update={"parts": [part.model_copy(update={"deeds": 12_345}) for part in whole.parts]}
    )

    text = drawn(render_explanation, more)

    assert "and 12,342 further deeds; --format json lists the first 5\n" in text


@pytest.mark.parametrize(
    ("element", "told", "untold"),
    [
        ("social", "to forum:2, of a tie that counts 2.5, t3_x1 in ", "forum:2, counts"),
        ("participation", "to forum:2, counts 2.5, t3_x1 in ", "of a tie"),
    ],
)
def test_what_a_whole_tie_counts_for_is_not_told_as_if_each_of_its_deeds_did(element, told, untold):
    text = drawn(render_explanation, narrowed(explanation(), element))

    assert told in text
    assert untold not in text


def test_what_a_metric_measures_goes_on_below_its_name():
    lines = drawn(render_explanation, explanation(), width=60).splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("  recognition  24.9 of 30"))

    assert lines[first : first + 2] == [
        "  recognition  24.9 of 30, taken as 83 %; scores 83 at",
        "  weight 33%, adds 27.7",
    ]


def test_one_element_of_an_explanation_leaves_the_others_out():
    text = drawn(render_explanation, narrowed(explanation(), "commitment"))

    assert "presence" in text
    assert "mutual_ties" not in text


def test_an_explanation_tells_no_zero_of_what_the_data_cannot_show():
    why = explanation()
    given = why.model_copy(update={"member": why.member.model_copy(update={"recognised_by": None})})

    assert "answered  or endorsed: not seen in this data\n" in drawn(render_explanation, given)


def test_an_explanation_without_a_standing_says_why():
    why = explanation().model_copy(update={"member": report().members[-1]})

    assert "a number needs 5 deeds in 2 active weeks" in drawn(render_explanation, why)


@pytest.mark.parametrize("times", [1, 1221])
def test_what_was_mended_reads_the_same_of_one_and_of_many(times):
    given = inspection()
    repairs = {"HTML entities resolved": 2, "block outside the live tree left out": times}
    source = given.sources[0].model_copy(update={"repairs": repairs})
    odd = {"without a time": 3, **repairs}

    lines = drawn(
        listings.render_inspection, given.model_copy(update={"sources": [source], "odd": odd}), width=120
    ).splitlines()

    block = f"block outside the live tree left out ({times:,})"
    mended = sorted(["HTML entities resolved (2)", block], reverse=times == 1221)
    (said,) = [line.removeprefix("mended").strip() for line in lines if line.startswith("mended")]
    (found,) = [line.removeprefix("odd").strip() for line in lines if line.startswith("odd")]
    assert said.split(", ") == mended
    assert found.split(", ") == ["3 without a time", *mended]


def test_an_inspection_shows_every_rejection_place():
    text = drawn(listings.render_inspection, inspection())

    assert "exports/forum.csv:12: bad_time: expected a time, got 'soon'" in text
    assert "8,012 activities of 109 members" in text


def test_a_ruler_shows_weights_and_rungs():
    text = drawn(listings.render_ruler, Ruler())

    assert "mutual_ties       2       20" in text
    assert "Elder" in text


def test_formats_plugins_checks_and_cards_are_shown_safely():
    word = "x\x1b[2J"
    shown = "x␛[2J"
    format_ = Format(name=word, title="t", files="f", coverage="single", loses="l", how="h", package="p")
    plugin = Plugin(group="reader", name="r", package=word, fault="it broke")
    check = Check(name="duckdb", sound=False, found=word, hint="install it")
    card = MetricCard(
        name="m", element="social", kind="rate", unit="share", needs=["threads"], weight=1, target=None,
        says=word, source="s", fails="f",
    )  # fmt: skip

    assert shown in drawn(listings.render_formats, [format_])
    assert shown in drawn(listings.render_plugins, [plugin])
    assert "broken: it broke" in drawn(listings.render_plugins, [plugin])
    assert "NO" in drawn(listings.render_checks, [check])
    assert shown in drawn(listings.render_cards, [card])


def test_weeks_that_leave_the_window_are_told_beside_those_asked_for():
    way = NextRung(status="Member", weeks=6, within_weeks=26)

    said = " ".join(drawn(render_explanation, explanation().model_copy(update={"next": way})).split())

    assert "Reached with 6 more active weeks (those of before leave the 26 weeks that count)." in said


@pytest.mark.parametrize(
    ("value", "low", "said"),
    [
        (85.2, 80.0, "would be 85.2, at least 80.0."),
        (82.6, 80.0, "would be 82.6, surer than now: at least 80.0 instead of 78.0."),
        (82.6, 77.0, "would be 82.6, at least 77.0."),
    ],
)
def test_a_way_that_begins_lower_says_what_is_gained(value, low, said):
    way = NextRung(status="Elder", weeks=6, standing=Level(value=value, low=low, high=95))

    text = " ".join(drawn(render_explanation, explanation().model_copy(update={"next": way})).split())

    assert f"Reached with 6 more active weeks: the standing {said}" in text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            Gate(name="active_weeks", needed=6, has=0, met=False, within_weeks=26),
            "[ ] 6 active weeks within 26 weeks up to the last active one: has 0",
        ),
        (
            Gate(name="active_weeks", needed=1, has=1, met=True, within_weeks=1),
            "[x] 1 active week within 1 week up to the last active one: has 1",
        ),
        (
            Gate(name="recognised_by", needed=1, has=0, met=False),
            "[ ] answered or endorsed by 1 different member: has 0",
        ),
        (
            Gate(name="min_elements", needed=1, has=5, met=True),
            "[x] 1 element that counts towards the standing: has 5",
        ),
        (
            Gate(name="no_element_below", needed=0.15, has=0.0693, met=False),
            "[ ] no scored element below 15: has 6.93",
        ),
        (
            Gate(name="lower_bound", needed=30, has=None, met=False),
            "[ ] the low end of the standing's interval at 30 or more: has none yet",
        ),
        (
            Gate(name="partners", needed=8, has=None, met=False),
            "[ ] deeds with 8 different members: not seen in this data",
        ),
    ],
)
def test_a_gate_says_which_weeks_count_and_tells_elements_as_the_report_does(asked, said):
    why = explanation()
    status = why.member.status.model_copy(update={"gates": [asked]})
    given = why.model_copy(update={"member": why.member.model_copy(update={"status": status})})

    assert said in drawn(render_explanation, given)


@pytest.mark.parametrize(("elements", "told"), [(3, True), (2, False)])
def test_what_the_data_allows_at_most_hides_the_way_up_only_where_it_is_the_answer(elements, told):
    why = explanation()
    asked = Gate(name="min_elements", needed=3, has=elements, met=told)
    status = why.member.status.model_copy(update={"capped": "Builder is the highest", "gates": [asked]})
    member = why.member.model_copy(update={"status": status})
    way = NextRung(status="Member", why_not="it asks for 1 more person")

    said = drawn(render_explanation, why.model_copy(update={"member": member, "next": way}))

    assert "  Builder is the highest\n" in said
    assert ("  Not reached from here: it asks for 1 more person.\n" in said) == told


def test_of_who_is_silent_for_long_a_gate_says_that_weeks_end_with_the_last_active_one():
    why = explanation()
    asked = Gate(name="active_weeks", needed=6, has=13, met=True, within_weeks=26)
    status = why.member.status.model_copy(update={"gates": [asked], "dormant": True})
    given = why.model_copy(update={"member": why.member.model_copy(update={"status": status})})

    said = " ".join(drawn(render_explanation, given).split())

    assert "[x] 6 active weeks within 26 weeks up to the last active one: has 13" in said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (85.2, "Without them the standing would be 85.2 (70.0 to 90.0) instead of 83.0."),
        (82.96, ""),
        (None, "Without them too little would be left for a number."),
    ],
)
def test_from_whom_most_comes_is_told_with_what_were_left_without_them(value, said):
    without = None if value is None else Level(value=value, low=70, high=90)
    ben = Supporter(member="forum:2", name="Ben", share=0.4)
    given = explanation().model_copy(update={"support": Support(strongest=[ben], share=0.4, without=without)})

    text = drawn(render_explanation, given)

    assert "From whom most comes\n  40% of what comes from others comes from Ben." in text
    assert said in text
    assert said or "Without them" not in text


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((0.999, 0.001), "100% of what comes from others comes from Ben."),
        ((0.004, 0.004), "Ben and Cy."),
        ((0.405, 0.003), "41% of what comes from others comes from Ben 40%."),
    ],
)
def test_a_share_that_is_rounded_to_nothing_is_not_told(shares, said):
    strongest = [
        Supporter(member=f"forum:{name}", name=name, share=share)
        for name, share in zip(("Ben", "Cy"), shares, strict=True)
    ]
    given = explanation().model_copy(
        update={"support": Support(strongest=strongest, share=sum(shares), without=None)}
    )

    text = drawn(render_explanation, given)

    assert said in text
    assert " 0%" not in text


def test_what_does_not_count_is_told_beside_what_does():
    given = explanation().model_copy(update={"uncounted": Uncounted(answers=1, members=1)})

    text = drawn(render_explanation, given)

    assert (
        "not counted  1 answer or endorsement from 1 member: no trust reaches them, or most of theirs comes "
        "through this member\n" in text
    )


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1, "partners", "1 partner"),
        (1.5, "months", "1.5 months"),
        (1, "answers a week", "1 answer a week"),
        (0, "answers a week", "0 answers a week"),
        (1, "tie strength", "1 tie strength"),
        (1, "status", "1 status"),
    ],
)
def test_one_of_a_unit_is_told_as_one(value, unit, said):
    assert measured(value, unit) == said


def test_what_is_too_long_for_a_line_goes_on_below_itself():
    lines = drawn(render_explanation, explanation(), width=60).splitlines()

    gate = next(number for number, line in enumerate(lines) if line.startswith("  [ ] the low end"))
    total = next(number for number, line in enumerate(lines) if line.startswith("  ln(standing / 100)"))
    assert lines[gate + 1].startswith("      ")
    assert lines[total + 1].startswith("  ")

"""The report a person reads first."""

import io
import re

import pytest
from factory import METRICS, TOO_LITTLE, archive, report
from rich.cells import cell_len
from rich.console import Console

from kibbutz_cli.model.remarks import Contact, Outgoing
from kibbutz_cli.model.replay import Change, Replay, StatusChange
from kibbutz_cli.model.report import Element, Moment, Sensitivity
from kibbutz_cli.reports.terminal import render
from kibbutz_cli.reports.wording import coverage, listed

HISTORY = [
    Moment(as_of=f"2024-{month:02}-28", status="Guest", standing=50.0 + month, low=40, high=70)
    for month in range(1, 13)
]
SENSITIVITY = Sensitivity(rank_low=8, rank_high=9, status_chance=0.94)


def drawn(given, width=80, element=None, colour=None, encoding="utf-8"):
    into = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    console = Console(
        file=into,
        width=width,
        color_system=colour,
        force_terminal=bool(colour),
        highlight=False,
        markup=False,
    )
    render(given, element, console)
    into.flush()
    return into.buffer.getvalue().decode(encoding)


def test_the_only_one_with_a_number_leads_nobody():
    text = " ".join(drawn(report(["Ana"], leader_count=1)).split())

    assert "Only Ana has enough evidence for a number; the interval is 17 points wide (80 % sure)." in text


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Ann", "Ben", "Cy"], "Ann, Ben and 1 more"),
        (["Lund, Ann [K]", "Ben", "Cy"], "Lund, Ann [K]; Ben; and 1 more"),
        (["Ann", "Ben", "Lund, Cy"], "Ann, Ben and 1 more"),
    ],
)
def test_names_with_commas_are_parted_by_semicolons(names, said):
    assert listed(names, 2) == said


def test_the_first_lines_answer_who_and_how_sure():
    first, second, third = drawn(report()).splitlines()[:3]

    assert first == "Who carries this community, and how sure are we?"
    assert (
        f"{second.strip()} {third.strip()}"
    ) == "Ana Lund and Bo may each stand first; a typical interval is 17 points wide (80 % sure)."


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (0.0, "less than a point wide"),
        (0.49, "less than a point wide"),
        (1.2, "1 point wide"),
        (1.7, "2 points wide"),
    ],
)
def test_a_narrow_interval_is_not_told_as_nothing(width, said):
    given = report().model_copy(update={"typical_width": width})

    assert f"a typical interval is {said} (80 % sure)" in " ".join(drawn(given).split())


@pytest.mark.parametrize(
    "said",
    [
        "forum.csv (tables), 8,041 records",
        "2021-03-01 to 2024-06-30 (3.3 years)",
        "109, 6 with a standing; 7,972 deeds",
        "L2, a community: who answers whom",
        "starts from 1 anchor (roles): Ana Lund",
        "kibbutz default 1 (3fa9c1d23fa9)",
        "12 of 8,041 records: 8 bad time, 4 no id",
        "40 bot",
        "103 members: not enough evidence for a number",
        "About to leave",
        "conduct",
        "nothing says what was removed or flagged",
        "It says nothing of a person outside this community.",
    ],
)
def test_the_report_says(said):
    assert said in " ".join(drawn(report(), 120).split()) or said in drawn(report(), 120)


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
@pytest.mark.parametrize("element", [None, Element.COMMITMENT, Element.ECONOMIC])
def test_no_line_is_wider_than_the_terminal(width, element):
    assert width >= max(cell_len(line.rstrip()) for line in drawn(report(), width, element).splitlines())


@pytest.mark.parametrize("tried", [False, True])
@pytest.mark.parametrize("replayed", [False, True])
@pytest.mark.parametrize("element", [None, Element.COMMITMENT, Element.PARTICIPATION])
@pytest.mark.parametrize("width", [40, 48, 56, 64, 72, 80, 100, 108])
def test_ranks_and_intervals_are_never_cut_but_left_out(width, element, replayed, tried):
    dormant = report(["Ana Lund", "Bo"] * 12)
    status = {"current": "Candidate", "earned": "Elder", "dormant": True}
    members = [
        each.model_copy(
            update={
                "status": each.status.model_copy(update=status),
                "history": HISTORY if replayed else [],
                "sensitivity": SENSITIVITY if tried and each.standing else None,
            }
        )
        for each in dormant.members
    ]

    lines = drawn(dormant.model_copy(update={"members": members}), width, element).splitlines()

    table = [line for line in lines if line.lstrip().startswith("Rank") or re.match(r" *\d+-\d+ ", line)]
    assert len(table) == 25
    assert width >= max(map(cell_len, lines))
    assert "…" not in table[0]
    for row in table[1:]:
        ranks, rest = row.split(maxsplit=1)
        assert re.fullmatch(r"\d+-\d+", ranks)
        numbers = re.split(r" Candida\S*", rest, maxsplit=1)[1]
        assert "…" not in numbers
        assert "8-9, 94 %" in numbers or not tried


def test_what_has_no_room_is_told():
    assert "the intervals take a wider window" in " ".join(drawn(report(), 56).split())
    assert "the intervals take" not in drawn(report(), 64)


@pytest.mark.parametrize("width", [80, 120])
def test_a_row_shows_rank_range_member_status_number_bar_elements_and_trend(width):
    row = next(line for line in drawn(report(), width).splitlines() if "Bo " in line and "76.0" in line)

    cells = row.split()

    assert cells[:3] == ["1-4", "Bo", "Builder"]
    assert cells[-6:-1] == ["76", "-", "76", "76", "76"]
    assert "●━" in row


def test_bars_show_the_interval_where_it_lies():
    row = next(line for line in drawn(report(), 120).splitlines() if "Eve" in line and "48.0" in line)
    bar = next(cell for cell in row.split() if "●" in cell)

    assert bar.index("━") < bar.index("●") < bar.rindex("━")
    assert bar.startswith("·")
    assert bar.endswith("·")


def test_without_colour_there_is_no_escape():
    assert "\x1b" not in drawn(report())


def test_members_of_one_name_are_told_apart_and_the_mark_of_an_anchor_is_never_cut_off():
    names = ["An altogether endless name of somebody", "Kim", "Kim", "Bo"]
    lines = drawn(report(names)).splitlines()
    rows = [line for line in lines if "●" in line]

    assert [row.split()[1:3] for row in rows[1:3]] == [["Kim", "(2)"], ["Kim", "(3)"]]
    assert "An alto" in rows[0]
    assert "…* " in rows[0]
    assert "Kim (2)" in " ".join(line for line in lines if line not in rows)


def test_with_colour_the_words_are_the_same():
    assert drawn(report()) == re.sub(r"\x1b\[[0-9;]*m", "", drawn(report(), colour="standard"))


def test_a_name_cannot_act_and_is_no_markup():
    text = drawn(report(["\x1b[2Jgone\u202e", "[red]x[/red]"]), 120)

    assert "␛[2Jgone<U+202E>" in text
    assert "[red]x[/red]" in text


def test_one_element_shows_its_metrics_as_columns():
    text = drawn(report(), 100, Element.COMMITMENT)

    assert "columns: presence, sustained, tenure" in text
    assert "Soc" not in text


def test_metrics_that_begin_alike_have_titles_of_their_own(monkeypatch):
    monkeypatch.setitem(METRICS, Element.SOCIAL, ["replies_given", "replies_received", "replies", "partners"])

    text = drawn(report(), 120, Element.SOCIAL)

    (heads,) = (line for line in text.splitlines() if line.startswith("Rank"))
    assert [title in heads.split() for title in ("rep_gi", "rep_re", "replie", "partne")] == [True] * 4


def test_a_terminal_without_unicode_gets_plain_pictures():
    ours = report(["Ana"], limits=[])

    assert "=O=" in drawn(ours, 120, encoding="ascii")


def test_nobody_with_a_standing_is_said_and_there_is_no_table():
    text = drawn(report([]))

    assert "Nobody yet: no member has enough evidence for a number." in text
    assert "Rank" not in text


def test_one_persons_archive_is_a_mirror_without_ranks():
    text = drawn(archive())

    assert "Your mirror" in text
    assert "Rank" not in text
    assert "who carries" not in text.lower()
    assert "active in 11 of 12 four-week blocks; longest run 8" in text
    assert "not scored" in text


def test_the_mirror_fits_the_terminal():
    assert max(cell_len(line.rstrip()) for line in drawn(archive()).splitlines()) <= 80


def test_people_without_ties_are_no_single_persons_archive():
    assert coverage("L0", 20) == "people side by side: who answers whom is not in it"
    assert coverage("L0", 1) == "one person's archive"
    assert coverage("L2", 20) == "a community: who answers whom"


def test_members_of_one_name_are_told_apart_wherever_they_are_named():
    changes = [
        StatusChange(member=f"forum:{place}", name="Kim", change=Change.PROMOTED, status="Elder")
        for place in (2, 3)
    ]
    given = report(
        ["Ana", "Kim", "Kim", "Bo"],
        replay=Replay(evaluations=["2024-05-30T23:59:59Z", "2024-06-30T12:00:00Z"], changes=changes),
        namesakes={"forum:2": "2", "forum:3": "3", "forum:4": "forum:4"},
    )

    text = drawn(given)

    assert "2 promoted  Kim (2) and Kim (3): what the next status asks" in text
    assert "Bo (forum:4)" in text


@pytest.mark.parametrize(
    ("times", "said"),
    [(1, "was met: tell"), (2, "was met twice running: tell"), (4, "was met 4 times running:")],
)
def test_who_was_promoted_met_what_is_asked_as_often_as_the_ruler_says(times, said):
    promoted = StatusChange(member="forum:1", name="Ana", change=Change.PROMOTED, status="Elder")
    moments = ["2024-05-30T23:59:59Z", "2024-06-30T12:00:00Z"]
    replay = Replay(evaluations=moments, changes=[promoted], promote_evaluations=times)

    assert said in " ".join(drawn(report(["Ana"], replay=replay)).split())


def test_who_shares_a_name_with_somebody_who_is_not_listed_is_told_apart_too():
    text = drawn(report(["Ana", "Bo"], namesakes={"forum:1": "1"}))

    assert "Ana (1) and Bo may each stand first" in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_what_tells_members_of_one_name_apart_is_never_cut_off(width):
    lines = drawn(report(["Konstantinos Papadopoulos of the Hill"] * 3), width).splitlines()
    rows = [line for line in lines if re.match(r" *\d+-\d+ ", line)]

    assert [re.search(r"\((\d)\)", row)[1] for row in rows] == ["1", "2", "3"]
    assert width >= max(map(cell_len, lines))


@pytest.mark.parametrize("width", [60, 80])
def test_names_that_begin_alike_are_cut_in_the_middle(width):
    names = [f"The regular visitor no. {number}" for number in range(1, 5)]

    lines = drawn(report(names), width, Element.COMMITMENT).splitlines()

    rows = [line for line in lines if re.match(r" *\d+-\d+ ", line)]
    assert len({re.split(r" (?:Elder|Builder|Member)", row)[0].split(maxsplit=1)[1] for row in rows}) == 4


@pytest.mark.parametrize("width", [80, 120])
def test_a_name_before_the_end_of_a_long_id_can_be_read(width):
    alike = [
        each.model_copy(update={"member": f"mail:4abab3a358d6f9e{each.member[6:]}"})
        for each in report(["Henrik Lindqvist"] * 2).members
    ]

    lines = drawn(report(["Henrik Lindqvist"] * 2, members=alike), width).splitlines()

    rows = [line for line in lines if re.match(r" *\d+-\d+ ", line)]
    assert [re.search(r"Henrik .*f9e(\d)\)", row)[1] for row in rows] == ["1", "2"]


def test_ids_that_end_alike_are_told_apart_by_more_of_them():
    alike = [
        each.model_copy(update={"member": f"mail:name-{each.member[6:]}fed64@gardeners"})
        for each in report(["Henrik Lindqvist"] * 2).members
    ]

    lines = drawn(report(["Henrik Lindqvist"] * 2, members=alike), 80).splitlines()

    rows = [line for line in lines if re.match(r" *\d+-\d+ ", line)]
    assert [re.search(r"(\d)fed64@gardeners\)", row)[1] for row in rows] == ["1", "2"]


def test_an_id_longer_than_the_column_loses_its_beginning():
    alike = [
        each.model_copy(update={"member": f"mail:{'0' * 40}{each.member[6:]}"})
        for each in report(["Kim"] * 2).members
    ]

    lines = drawn(report(["Kim"] * 2, members=alike), 60).splitlines()

    rows = [line for line in lines if re.match(r" *\d+-\d+ ", line)]
    assert [re.search(r"Ki…0+(\d)\)", row)[1] for row in rows] == ["1", "2"]


def test_contacts_of_one_name_are_told_apart():
    closest = [
        Contact(id=f"mastodon:{each}", name=name, deeds=2)
        for each, name in (("cleo@a", "cleo"), ("cleo@b", "cleo "), ("benn", " "))
    ]

    text = drawn(archive().model_copy(update={"outgoing": Outgoing(kinds={}, people=3, closest=closest)}))

    assert "most often cleo (cleo@a) (2), cleo (cleo@b) (2) and mastodon:benn (2)" in " ".join(text.split())


def test_a_contact_called_as_another_is_printed_is_told_apart():
    names = {"ann": "cleo", "ben": "cleo", "dan": "cleo (ann)"}
    closest = [Contact(id=f"mastodon:{each}", name=name, deeds=2) for each, name in names.items()]

    text = drawn(archive().model_copy(update={"outgoing": Outgoing(kinds={}, people=3, closest=closest)}))

    assert "most often cleo (ann) (2), cleo (ben) (2) and cleo (ann) (dan) (2)" in " ".join(text.split())


def test_who_has_too_little_is_told_of_what_and_only_of_that():
    few, week = report().members[-2:]
    given = [
        few.model_copy(update={"unscored": "not enough evidence: 3 of 5 deeds, 3 of 2 active weeks"}),
        week.model_copy(update={"unscored": "not enough evidence: 2 of 5 deeds, 1 of 2 active weeks"}),
    ]

    waiting = {"4 of 5 deeds": 1, "3 of 5 deeds": 2, "2 of 5 deeds, 1 of 2 active weeks": 100}

    text = drawn(report(members=[*report().members[:-3], *given], waiting=waiting))

    assert "  3 of 5 deeds (guest 1)\n  2 of 5 deeds, 1 of 2 active weeks (guest 2)\n\n" in re.sub(
        " +\n", "\n", text
    )


def test_what_was_mended_is_counted_behind_its_name():
    (source,) = report().sources
    mended = source.model_copy(update={"repairs": {"order of day and month assumed": 2}})

    text = " ".join(drawn(report(sources=[mended])).split())

    assert "mended order of day and month assumed (2)" in text


def test_who_is_nearest_to_a_number_is_told_first_and_of_all_how_many():
    """Of four who are listed, none is nearest: what is lacking is told of those who are not listed, too."""
    guest = report().members[-1]
    listed = [guest.model_copy(update={"name": f"guest {place}"}) for place in range(4)]
    waiting = {"4 of 5 deeds": 1, "3 of 5 deeds": 2, TOO_LITTLE: 95, "1 of 5 deeds, 1 of 2 active weeks": 5}

    text = drawn(report(members=[*report().members[:-3], *listed], waiting=waiting), 120)

    assert [line.strip() for line in text.partition("103 members: not enough")[2].splitlines()[1:5]] == [
        "4 of 5 deeds (1 member)",
        "3 of 5 deeds (2 members)",
        f"{TOO_LITTLE} (guest 0, guest 1, guest 2 and 92 more)",
        "5 members lack more",
    ]


@pytest.mark.parametrize("element", [None, Element.COMMITMENT])
def test_ranks_beside_one_element_are_said_to_be_those_of_the_standing(element):
    said = " ".join(drawn(report(), 120, element).split())

    assert ("ranks: those of the standing" in said) == (element is not None)


def test_a_dash_among_the_metrics_of_an_element_is_explained():
    ana, bo = report(["Ana", "Bo"]).members[:2]
    elements = [
        each.model_copy(update={"parts": each.parts[:1]}) if each.element is Element.COMMITMENT else each
        for each in bo.elements
    ]
    given = report(["Ana", "Bo"], members=[ana, bo.model_copy(update={"elements": elements})])

    assert "columns: presence, sustained, tenure; - not scored" in " ".join(
        drawn(given, 100, Element.COMMITMENT).split()
    )


def test_a_long_name_in_what_to_do_next_is_not_cut():
    name = "x" * 70

    text = drawn(report(["Ana", name]), 60)

    assert f"{name}:" in "".join(text.partition("What to do next")[2].split())

"""Reports for spreadsheets and pages."""

import csv
import io

import pytest
from factory import archive, report

from kibbutz_cli.model.remarks import Advice, Named
from kibbutz_cli.model.replay import Change, Replay, StatusChange
from kibbutz_cli.model.report import Weightings
from kibbutz_cli.reports.sheets import csv_lines, to_markdown


def rows(cells, *, raw=False):
    text = b"".join(csv_lines(["name", "standing"], [cells[:1], cells[1:]], raw=raw)).decode()
    return list(csv.reader(io.StringIO(text)))


def test_csv_has_the_names_of_the_columns_and_every_row():
    assert rows([("Ana", 83.5), ("Bo", 12.0)]) == [["name", "standing"], ["Ana", "83.5"], ["Bo", "12.0"]]


@pytest.mark.parametrize("name", ["=1+1", "+x", "-x", "@x", "\tx", "\rx", "\nx"])
def test_a_cell_a_spreadsheet_would_run_gets_a_quote_mark(name):
    assert ["'" + name, "-1"] == rows([(name, -1)])[1]


def test_raw_csv_reads_back_equal():
    names = ["=1+1", 'a "b", c', "line\nbreak", "bare\rreturn", "陳"]

    assert names == [name for name, _ in rows([(name, 1) for name in names], raw=True)][1:]


def test_what_is_unknown_is_empty():
    assert rows([(None, None)])[1] == ["", ""]


def test_markdown_escapes_what_would_be_markup():
    text = to_markdown(report(["a|b [x](http://e) <img> `c` *d*"]))

    assert r"a\|b \[x\]\(http://e\) \<img\> \`c\` \*d\*" in text


def test_markdown_says_what_the_terminal_says_around_the_table():
    text = to_markdown(report(standing_count=9))

    assert [row.split("|")[2].strip() for row in text.splitlines() if row.startswith("| 1-3 ")] == [
        r"Ana Lund\*"
    ]
    for line in (
        r"* 6 of 9 members with a standing; \-\-top 0 shows all",
        r"* \* trust starts from 1 anchor \(roles\): Ana Lund",
        "* set aside: 12 of 8,041 records: 8 bad time, 4 no id",
        "* left out: 29 draft",
        "What to do next:",
        "* Unrecognised: Eve: they contribute and few answer: thank them",
        "* not scored: 40 bot",
        r"* repeat\_partners: no deed says in which thread it was",
        "* conduct: nothing says what was removed or flagged",
        "* It says nothing of a person outside this community.",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [StatusChange(member="forum:1", name="Ana_L", change=Change.WOKE, status="Elder")],
            r"* 1 back again: Ana\_L: welcome them; the status was kept",
        ),
        ([], "* every status stayed as it was"),
    ],
)
def test_markdown_says_what_changed_since_the_evaluation_before(changes, said):
    replay = Replay(evaluations=["2024-05-30T23:59:59Z", "2024-06-30T12:00:00Z"], changes=changes)

    lines = to_markdown(report(replay=replay)).splitlines()

    assert lines[lines.index(r"Since 2024\-05\-30:") + 2] == said


def test_markdown_tells_anchors_of_one_name_apart():
    anchors = [Named(member=f"forum:{place}", name="Kim") for place in (1, 2)]

    text = to_markdown(report(["Kim", "Kim"], anchors=anchors))

    assert r"2 anchors \(roles\): Kim \(1\) and Kim \(2\)" in text


def test_markdown_has_no_list_of_nothing():
    text = to_markdown(
        report(
            anchors=[],
            sources=[],
            excluded={},
            metrics=[],
            limits=[],
            advice=Advice(rising=[], leaving=[], unrecognised=[]),
        )
    )

    assert text.splitlines()[-1].startswith("|")


def test_every_row_of_the_markdown_table_has_the_same_cells():
    lines = [line for line in to_markdown(report(["plain"])).splitlines() if line.startswith("|")]

    assert {12} == {line.count("|") for line in lines}


def test_a_page_of_mirrors_has_no_ranks_and_says_why():
    text = to_markdown(archive().model_copy(update={"weightings": Weightings(draws=9, factor=2, share=0.9)}))

    head, why = text.splitlines()[0], text.splitlines()[2]
    assert (head, why) == (
        "# Your mirror: what this archive shows of you",
        "It holds one side only, so nobody is ranked and nobody is compared.",
    )
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert {11} == {line.count("|") for line in lines}
    assert "Rank" not in text
    assert "weights" not in text
    assert "What to do next" not in text
    assert r"\*" not in text


def test_a_name_of_blanks_is_shown_as_the_id_in_markdown():
    (row,) = [line for line in to_markdown(report(["  "])).splitlines() if line.startswith("| 1")]

    assert row.split("|")[2].strip()


def test_who_has_no_standing_has_no_numbers_in_markdown():
    (row,) = [line for line in to_markdown(report(["plain"])).splitlines() if "guest 0" in line]

    assert row.endswith("| not enough evidence |  |  |  |  |  |  |")


def test_of_those_with_a_standing_none_are_counted_where_none_is_listed():
    asked = [member for member in report(["plain"]).members if member.standing is None]

    text = to_markdown(report(members=asked, chosen=True))

    assert "with a standing" not in text


def test_markdown_says_who_sleeps_and_what_was_earned():
    resting = report().members[3]
    earned = resting.model_copy(update={"status": resting.status.model_copy(update={"earned": "Elder"})})

    text = to_markdown(report(members=[resting, earned]))

    assert "| Member (dormant) |" in text
    assert "| Member (dormant, earned Elder) |" in text

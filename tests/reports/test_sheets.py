"""Reports for spreadsheets and pages."""

import csv
import io

import pytest
from factory import report

from kibbutz_cli.reports.sheets import to_csv, to_markdown


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_one_row_a_member():
    given = report()

    assert [member.member for member in given.members] == [
        row["member"] for row in rows(to_csv(given, raw=False))
    ]


@pytest.mark.parametrize("name", ["=1+1", "+x", "-x", "@x", "\tx", "\rx"])
def test_a_cell_a_spreadsheet_would_run_gets_a_quote_mark(name):
    assert "'" + name == rows(to_csv(report([name]), raw=False))[0]["name"]


def test_raw_csv_reads_back_equal():
    names = ["=1+1", 'a "b", c', "line\nbreak", "陳"]

    assert names == [row["name"] for row in rows(to_csv(report(names), raw=True))][:4]


def test_numbers_are_whole_and_unknown_ones_are_empty():
    first, *_, last = rows(to_csv(report(), raw=False))

    assert (first["standing"], first["low"], first["economic"]) == ("83.0", "78.0", "")
    assert (
        last["standing"],
        last["rank_low"],
        last["unscored"],
    ) == ("", "", "2 deeds in 1 active week; a number needs 5 deeds in 2 active weeks")


def test_markdown_escapes_what_would_be_markup():
    text = to_markdown(report(["a|b [x](http://e) <img> `c` *d*"]))

    assert r"a\|b \[x\]\(http://e\) \<img\> \`c\` \*d\*" in text


def test_every_row_of_the_markdown_table_has_the_same_cells():
    lines = [line for line in to_markdown(report(["plain"])).splitlines() if line.startswith("|")]

    assert {12} == {line.count("|") for line in lines}

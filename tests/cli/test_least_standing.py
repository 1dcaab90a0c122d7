"""How many members are listed, and the condition that ``--fail-under`` sets on those who are not, too."""

import json
import re

import pytest


@pytest.fixture
def crowd(tmp_path):
    """Write a forum of 23 who answer one another, and of four guests with one post each."""
    rows = ["activity_id,platform,actor,actor_name,kind,object_id,target,thread_id,published"]
    for number in range(345):
        who, day, on = number % 23, number // 4, number - 1 - number % 3
        does = f"reply,p{on},f:u{on % 23}" if number % 4 and on >= 0 else "post,,"
        when = f"2023-{day // 28 + 1:02}-{day % 28 + 1:02}"
        rows.append(f"p{number},f,f:u{who},Member {who},{does},t{number // 7},{when}")
    rows += [f"g{guest},f,f:g{guest},,post,,,g{guest},2023-02-01" for guest in range(4)]
    (tmp_path / "crowd.csv").write_text("\n".join(rows) + "\n")
    return "crowd.csv"


def test_people_are_shown_the_first_twenty_and_the_median_is_of_all(kibbutz, crowd):
    data = kibbutz("score", crowd, "--json", "--fail-under", 100)
    report = json.loads(data.stdout)
    scored = sorted(each["standing"]["value"] for each in report["members"] if each["standing"])
    middle = report["median_standing"]

    text = kibbutz("score", crowd, "--fail-under", middle)
    page = kibbutz("score", crowd, "--format", "md", "--fail-under", middle + 0.000001)

    assert (len(report["members"]), len(scored), scored[11]) == (27, 23, middle)
    assert (data.returncode, text.returncode, page.returncode) == (1, 0, 1)
    assert data.stderr == f"kibbutz: --fail-under 100: the median standing is {middle:.1f}\n"
    rows = [re.findall(r"^[| ]*[\d-]+ [| ]*Member ", done.stdout, re.MULTILINE) for done in (text, page)]
    assert [len(found) for found in rows] == [20, 20]
    assert "20 of 23 members with a standing; --top 0 shows all" in text.stdout


def test_a_standing_that_is_too_low_is_never_told_as_what_is_asked(kibbutz, crowd):
    """The median is 75.458, which a report shows as 75.5."""
    done = kibbutz("score", crowd, "--fail-under", 75.5)

    assert (done.returncode, done.stderr) == (
        1,
        "kibbutz: --fail-under 75.5: the median standing is 75.46\n",
    )


def test_of_those_named_who_stands_lower_is_told_and_whoever_has_no_number_does(kibbutz, crowd):
    names = ["--member", "f:g0", "--member", "u4", "--member", "Member 0"]
    members = json.loads(kibbutz("score", crowd, *names, "--json").stdout)["members"]
    least = max(each["standing"]["value"] for each in members if each["standing"])

    done = kibbutz("score", crowd, *names, "--fail-under", least)

    assert (done.returncode, done.stderr) == (
        1,
        f"kibbutz: --fail-under {least:.15g}: not reached by f:u4, f:g0\n",
    )


def test_where_nobody_has_a_standing_no_condition_is_met(kibbutz, crowd):
    done = kibbutz("score", crowd, "--until", "2023-01-03", "--fail-under", 0)

    assert (done.returncode, done.stderr) == (1, "kibbutz: --fail-under 0: no member has a standing\n")

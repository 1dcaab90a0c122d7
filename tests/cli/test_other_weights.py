"""``kibbutz score --sensitivity``, run the way people run it."""

import csv
import io
import json

import pytest


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    """Write a village of twelve weeks: five answer one another, each more seldom than the one before."""
    path = tmp_path_factory.mktemp("village") / "village.csv"
    rows = ["activity_id,platform,actor,actor_name,kind,object_id,published"]
    for day in range(84):
        for who in range(5):
            if day % (who + 1) == 0:
                on = f"p{day - 1}.0" if who and day else ""
                kind = "reply" if on else "post"
                when = f"2024-{3 + day // 28:02}-{day % 28 + 1:02}T1{who}:00:00Z"
                rows.append(f"p{day}.{who},v,v:u{who},Person {who},{kind},{on},{when}")
    path.write_text("\n".join(rows) + "\n")
    return path


@pytest.fixture
def told(kibbutz, village):
    """Return a call that gives what ``score`` prints with options."""

    def run(*options):
        done = kibbutz("score", village, *options)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def test_the_json_says_how_many_weightings_were_tried_and_what_each_member_would_be_and_is(told):
    report = json.loads(told("--sensitivity", "--json"))
    ranked = [member for member in report["members"] if member["standing"]]

    assert report["weightings"]["draws"] == 200
    assert len(ranked) == 5
    for member in ranked:
        found = member["sensitivity"]
        assert 1 <= found["rank_low"] <= found["rank_high"] <= len(ranked)
        assert 0 <= found["status_chance"] <= 1

    plain = json.loads(told("--json"))
    assert plain["weightings"] is None
    assert {member["sensitivity"] for member in plain["members"]} == {None}
    assert [each["standing"] for each in plain["members"]] == [each["standing"] for each in report["members"]]


def test_the_table_says_what_its_last_column_is(told):
    assert "other weights" in told("--sensitivity")
    assert "other weights" not in told()


def test_a_spreadsheet_has_the_ranks_and_the_chance(told):
    rows = list(csv.DictReader(io.StringIO(told("--sensitivity", "--format", "csv"))))

    assert rows
    for row in rows:
        assert int(row["weights_rank_low"]) <= int(row["weights_rank_high"])
        assert 0 <= float(row["weights_status_chance"]) <= 1


def test_the_ruler_decides_how_many_are_tried(kibbutz, village, tmp_path):
    ruler = tmp_path / "ruler.toml"
    ruler.write_text("[sensitivity]\ndraws = 50\n")

    done = kibbutz("score", village, "--ruler", ruler, "--sensitivity", "--json")

    assert json.loads(done.stdout)["weightings"]["draws"] == 50

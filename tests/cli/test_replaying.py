"""``kibbutz score --replay``, run the way people run it."""

import csv
import io
import json
import tomllib

import pytest


@pytest.fixture(scope="session")
def village(tmp_path_factory):
    """Write a village of 16 months: six answer one another, one stops after seven, one comes late."""
    path = tmp_path_factory.mktemp("village") / "village.csv"
    rows = ["activity_id,platform,actor,actor_name,kind,object_id,thread_id,published"]
    for number in range(960):
        day = number // 2
        who = number * 7 % 6
        if who == 5 and day > 200:
            who = 4
        if day > 400 and number % 5 == 0:
            who = 9
        on = f"p{number - 1 - number % 5}" if number % 4 and number > 6 else ""
        when = (
            f"{2022 + day // 360}-{day % 360 // 30 + 1:02}-{min(28, day % 30 + 1):02}T10:{number % 60:02}:00Z"
        )
        thread = f"t{number // 9}"
        rows.append(f"p{number},v,v:u{who},Person {who},{'reply' if on else 'post'},{on},{thread},{when}")
    path.write_text("\n".join(rows) + "\n")
    return path


@pytest.fixture
def told(heard, village):
    """Return a call that gives what ``score --replay`` prints in a format."""

    def run(*options):
        done = heard("score", village, "--replay", *options)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


@pytest.fixture(scope="session")
def short(tmp_path_factory):
    """Return the options of a replay of few months."""
    ruler = tmp_path_factory.mktemp("short") / "short.toml"
    ruler.write_text("[history]\nevaluations = 5\n")
    return "--ruler", ruler


def test_a_replay_says_the_same_in_little_memory(told):
    assert told("--json", "--memory", "128MB") == told("--json")


def test_the_json_holds_the_history_of_every_member(told):
    report = json.loads(told("--json"))
    members = {each["name"]: each for each in report["members"]}

    assert report["replay"]["evaluations"][-1] == report["as_of"]
    assert report["replay"]["evaluations"] == [each["as_of"] for each in members["Person 0"]["history"]]
    assert set(members["Person 0"]["history"][-1]) == {
        "as_of",
        "standing",
        "low",
        "high",
        "status",
        "changes",
    }
    assert members["Person 0"]["history"][-1]["standing"] == members["Person 0"]["standing"]["value"]
    assert members["Person 5"]["status"]["dormant"]
    assert sum("dormant" in each["changes"] for each in members["Person 5"]["history"]) == 1
    assert 1 < len(members["Person 9"]["history"]) < len(report["replay"]["evaluations"])


def test_each_month_of_the_history_is_what_a_run_at_its_date_says(told, kibbutz, village):
    history = {each["member"]: each["history"] for each in json.loads(told("--json"))["members"]}
    date = history["v:u0"][-7]["as_of"]

    then = json.loads(kibbutz("score", village, "--json", "--as-of", date[:10]).stdout)

    for member in then["members"]:
        (said,) = [each for each in history[member["member"]] if each["as_of"] == date]
        standing = member["standing"] or {"value": None, "low": None, "high": None}
        assert [said[key] for key in ("standing", "low", "high")] == [
            standing[key] for key in ("value", "low", "high")
        ]


def test_the_same_on_any_number_of_threads(told, short):
    assert told("--json", *short, "--threads", 1) == told("--json", *short)


def test_every_format_for_programs_says_the_same(told, short):
    report = json.loads(told("--json", *short))
    lines = [json.loads(line) for line in told("--format", "ndjson", *short, "--threads", 4).splitlines()]
    rows = list(csv.DictReader(io.StringIO(told("--format", "csv", *short))))

    assert [line["history"] for line in lines[1:-1]] == [each["history"] for each in report["members"]]
    assert lines[0]["replay"] == report["replay"]
    assert tomllib.loads(told("--format", "toml", *short))["replay"] == report["replay"]
    assert [row["earned"] for row in rows] == [each["status"]["earned"] for each in report["members"]]


def test_the_terminal_draws_the_standing_by_the_month(told, tmp_path):
    (tmp_path / "longer.toml").write_text("[history]\nevaluations = 9\n")

    lines = told("--ruler", tmp_path / "longer.toml").splitlines()

    (head,) = [line for line in lines if line.startswith("Rank")]
    newcomer = next(line for line in lines[lines.index(head) :] if "Person 9" in line)

    assert head.endswith(" 8 months")
    assert newcomer.split()[-1].startswith("·")
    assert any(line.startswith("Since 20") for line in lines)
    assert all(len(line) <= 80 for line in lines)


def test_one_month_of_data_has_one_evaluation_and_nothing_since(kibbutz, tmp_path):
    file = tmp_path / "one.csv"
    file.write_text(
        "activity_id,platform,actor,kind,published\n"
        + "".join(f"p{day},v,v:ann,post,2024-01-{day:02}\n" for day in range(1, 25, 3))
    )

    done = kibbutz("score", file, "--replay")
    report = json.loads(kibbutz("score", file, "--replay", "--json").stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Since" not in done.stdout
    assert len(report["replay"]["evaluations"]) == 1


def test_without_a_replay_nothing_is_said_of_one(kibbutz, village):
    report = json.loads(kibbutz("score", village, "--json").stdout)

    assert report["replay"] is None
    assert all(each["history"] == [] for each in report["members"])
    assert all(each["status"]["earned"] == each["status"]["current"] for each in report["members"])


def test_the_months_are_the_rulers(told, short):
    every, few = (json.loads(told("--json", *more))["replay"]["evaluations"] for more in ((), short))

    assert few == every[-5:]
    assert len(every) > 5

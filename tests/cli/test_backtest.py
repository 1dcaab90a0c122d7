"""``kibbutz backtest`` through the installed command, on communities where the truth is known."""

import csv
import json
import random
from datetime import date, timedelta
from pathlib import Path

import jsonschema
import pytest

from kibbutz_cli.cli.configure import asked
from kibbutz_cli.cli.options import Backtesting
from kibbutz_cli.errors import UsageError

FIRST = date(2023, 1, 2)
STAYERS, LEAVERS = range(20), range(20, 40)


@pytest.fixture(scope="session")
def town(tmp_path_factory) -> Path:
    """Write two years of 20 who write each week to the end, and of 20 who wrote twice as much and left.

    The leavers fall silent one by one in the weeks 40 to 59 of 104; nobody comes back.
    """
    path = tmp_path_factory.mktemp("town") / "town.csv"
    lots = random.Random(5)
    rows = []
    for week in range(104):
        for member in [*STAYERS, *LEAVERS]:
            if member in LEAVERS and week >= 20 + member:
                continue
            for _ in range(2 if member in LEAVERS else 1):
                day = FIRST + timedelta(weeks=week, days=lots.randrange(7))
                about = lots.choice(rows[-40:]) if len(rows) > 40 and lots.random() < 0.7 else None
                rows.append((f"p{len(rows)}", f"t:{member}", day, about))
    with path.open("w", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(
            ["activity_id", "platform", "actor", "kind", "object_id", "target", "thread_id", "published"]
        )
        for number, actor, day, about in sorted(rows, key=lambda row: (row[2], row[0])):
            kind, object_id, target = ("reply", about[0], about[1]) if about else ("post", "", "")
            table.writerow([number, "t", actor, kind, object_id, target, "", f"{day}T10:00:00Z"])
    return path


def predictions(report, target="active", population="standing"):
    (question,) = [
        each for each in report["questions"] if (each["target"], each["population"]) == (target, population)
    ]
    return {(each["family"], each["name"]): each for each in question["predictions"]}


def test_presence_alone_is_a_forecast_of_coming_back(kibbutz):
    """In this community esteem can be scored; it is a chance too, but not of that."""
    community = Path(__file__).resolve().parents[2] / "examples" / "community"

    done = kibbutz("backtest", community, "--config", community / "kibbutz.toml", "--json")

    found = predictions(json.loads(done.stdout))
    assert found["metric", "esteem"]["value"] is not None
    assert [name for (_, name), each in found.items() if each["calibration"]] == ["presence"]


def test_who_stays_is_known_and_counting_posts_gets_it_upside_down(heard, town):
    """At week 80 every leaver is silent for 20 weeks or more: recency and presence tell exactly."""
    report = json.loads(heard("backtest", town, "--at", "2024-07-14", "--json").stdout)

    active = report["questions"][0]
    found = predictions(report)
    assert (active["rows"], active["positives"], active["best_baseline"]) == (40, 20, "active_weeks")
    assert found["baseline", "recency"]["value"] == 1
    assert found["metric", "presence"]["value"] == 1
    assert found["baseline", "posts"]["value"] < 0.5
    assert found["element", "commitment"]["value"] == 1
    assert found["metric", "presence"]["calibration"]["error"] < 0.06
    assert active["answer"].startswith("The standing predicts it: AUC ")


def test_the_answer_validates_against_its_schema_and_is_the_same_twice_and_in_a_file(kibbutz, town, tmp_path):
    rules = json.loads(kibbutz("schema", "backtest").stdout)

    first = kibbutz("backtest", town, "--json", "--all", "--threads", 1)
    assert kibbutz("backtest", town, "-o", "b.json", "--all", "--threads", 2).returncode == 0

    jsonschema.Draft202012Validator.check_schema(rules)
    jsonschema.validate(json.loads(first.stdout), rules)
    assert first.stdout == (tmp_path / "b.json").read_text()
    assert json.loads(first.stdout)["schema"] == "kibbutz.backtest/1"


def test_without_a_date_it_stands_one_horizon_before_the_last_deed(kibbutz, town):
    report = json.loads(kibbutz("backtest", town, "--horizon", "4w", "--json").stdout)

    (fitted,) = report["dates"]
    assert (report["data_end"][:10], fitted["at"][:10], fitted["until"]) == (
        "2024-12-29",
        "2024-12-01",
        report["data_end"],
    )
    assert report["questions"][0]["asks"] == "active again within 4 weeks"


def test_several_dates_are_pooled(kibbutz, town):
    dates = ["2023-10-01", "2024-03-17"]

    named = kibbutz("backtest", town, "--json", *(word for each in dates for word in ("--at", each)))
    stepped = kibbutz("backtest", town, "--json", "--at", dates[0], "--every", "24w")

    report, steps = json.loads(named.stdout), json.loads(stepped.stdout)
    assert [each["at"][:10] for each in report["dates"]] == dates
    assert [each["at"][:10] for each in steps["dates"]] == [*dates, "2024-09-01"]
    assert report["questions"][0]["rows"] == sum(each["standings"] for each in report["dates"])
    assert report["questions"][0]["members"] == 40


def test_labels_are_found_counted_and_asked_about_on_all_the_data(kibbutz, town, tmp_path):
    lines = [f"{member},{int(member in STAYERS)}" for member in range(40)]
    (tmp_path / "stayed.csv").write_text("\n".join(["member,label", *lines, "nobody,1"]) + "\n")

    report = json.loads(kibbutz("backtest", town, "--labels", "stayed.csv", "--json").stdout)
    text = kibbutz("backtest", town, "--labels", "stayed.csv").stdout

    assert report["labels"] == {
        "labels": 41,
        "matched": 40,
        "unknown": 1,
        "ambiguous": 0,
        "first": ["line 42: nobody"],
    }
    assert [each["target"] for each in report["questions"]] == ["label"]
    assert report["dates"][0]["until"] == ""
    assert predictions(report, "label")["baseline", "recency"]["value"] == 1
    assert "40 of 41 matched; 1 unknown (line 42: nobody)" in text


def test_everybody_is_more_than_those_with_a_standing(kibbutz, town, tmp_path):
    (tmp_path / "more.csv").write_text(town.read_text() + "n1,t,t:new,post,,,,2024-06-01T10:00:00Z\n")

    report = json.loads(kibbutz("backtest", "more.csv", "--all", "--at", "2024-07-14", "--json").stdout)

    assert predictions(report)["standing", "standing"]["rows"] == 40
    assert predictions(report, population="everybody")["standing", "standing"]["rows"] == 41


def test_nothing_after_the_horizon_matters_and_nothing_after_the_date_reaches_back(
    heard, kibbutz, town, tmp_path
):
    """Cut at the horizon's end the answers are the same; so are all figures known at the date."""
    whole = town.read_text().splitlines(keepends=True)
    (tmp_path / "cut.csv").write_text(
        "".join(line for line in whole if line.split(",")[-1][:10] <= "2024-10-13" or "published" in line)
    )

    full = json.loads(heard("backtest", town, "--at", "2024-07-14", "--json").stdout)
    cut = json.loads(kibbutz("backtest", "cut.csv", "--at", "2024-07-14", "--json").stdout)

    assert full["questions"] == cut["questions"]


@pytest.mark.parametrize("columns", [80, 120])
def test_the_answer_stands_first_and_fits_the_terminal(kibbutz, town, columns):
    done = kibbutz("backtest", town, "--at", "2024-07-14", "--horizon", "4w", COLUMNS=str(columns))

    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0] == "Does it predict what came after, and better than counting?"
    assert lines[1].startswith("Active again within 4 weeks: The standing predicts it: AUC ")
    assert max(map(len, lines)) <= columns
    assert "…" not in done.stdout
    assert "presence looks 4 weeks ahead" in done.stdout
    assert "presence taken at its word" in done.stdout
    assert "conduct" in done.stdout.split("Not scored here")[1]


def test_a_page_has_the_answers_and_a_table_a_question(kibbutz, town):
    done = kibbutz("backtest", town, "--at", "2024-07-14", "-o", "-", "--format", "md")

    assert done.stdout.startswith("# Does it predict what came after, and better than counting?\n\n* Active")
    assert "\n## Active again within 13 weeks\n" in done.stdout
    assert "\n| Standing | 40 | " in done.stdout
    assert "\n| counting: posts | 40 | 0." in done.stdout


def test_an_ending_names_the_format(kibbutz, forum, tmp_path):
    for ending in ("md", "txt"):
        assert kibbutz("backtest", forum, "-q", "-o", f"b.{ending}").returncode == 0

    assert (tmp_path / "b.md").read_text().startswith("# Does")
    assert (tmp_path / "b.txt").read_text().startswith("Does")


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (
            ["--at", "2024-12-01"],
            2,
            "--at 2024-12-01: its horizon ends 2025-03-02, after the data: expected 2024-09-29 or earlier",
        ),
        (["--at", "2022-01-01"], 2, "--at 2022-01-01: is before the first deed: expected 2023-01-0"),
        (
            ["--horizon", "120w"],
            2,
            "--horizon 120w: expected a shorter one: the data have deeds from 2023-01-0",
        ),
        (["--horizon", "3d"], 2, "--horizon 3d: expected weeks, such as 13w"),
        (["--every", "4w"], 2, "--every: expected one --at, the first date"),
        (["--at", "2023-01-05"], 3, "nothing to test: nobody has a standing then"),
        (["--labels", "none.csv"], 3, "none.csv: cannot be read: No such file or directory"),
        (["--format", "jsno"], 2, "--format: jsno: expected text, json, md"),
        (["--horizn", "4w"], 2, "--horizn: no such option; did you mean --horizon?"),
        (["-o", "b.csv"], 2, "-o b.csv: its ending names no format: expected .txt, .json, .md"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_asked_is_refused_in_one_line(kibbutz, town, args, code, message):
    done = kibbutz("backtest", town, *args)

    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr.splitlines()[0]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("asks", "message"),
    [
        (Backtesting(horizon="0w"), "--horizon 0w: expected weeks, such as 13w"),
        (Backtesting(at=["soon"]), "--at soon: expected an ISO 8601 date or time"),
        (Backtesting(every="4w", at=["2023-06-01", "2023-09-01"]), "--every: expected one --at"),
    ],
    ids=["no week", "no date", "two dates"],
)
def test_what_is_no_time_of_a_back_test_is_refused(asks, message):
    with pytest.raises(UsageError) as raised:
        asked(asks)

    assert raised.value.message.startswith(message)


@pytest.mark.parametrize("names", [["3", "t:3", "ada"], ["T:3", "Ada Hill"]], ids=" and ".join)
def test_who_opted_out_is_named_by_no_label(kibbutz, town, tmp_path, names):
    rows = town.read_text().splitlines()
    named = [f"{rows[0]},actor_name", *(f"{row},{'Ada Hill' if ',t:3,' in row else ''}" for row in rows[1:])]
    (tmp_path / "named.csv").write_text("\n".join(named) + "\n")
    (tmp_path / "k.toml").write_text('identities.ada = ["t:3"]\nexclude.opt_out = ["ada"]\n')
    labelled = [f"{member},{int(member in STAYERS)}" for member in range(4, 40)]
    meant = [f"{name},1" for name in (*names, "nobody")]
    (tmp_path / "l.csv").write_text("\n".join(["member,label", *meant, *labelled]) + "\n")

    done = kibbutz("backtest", "named.csv", "--config", "k.toml", "--labels", "l.csv", "--json")

    lines = [f"line {number}" for number, _ in enumerate(meant, start=2)]
    assert json.loads(done.stdout)["labels"]["first"] == [*lines[:-1], f"{lines[-1]}: nobody"]


def test_two_labels_of_one_member_are_told_with_their_file_and_line(kibbutz, town, tmp_path):
    (tmp_path / "l.csv").write_text("member,label\nt:1,1\nt:1,0\n")

    done = kibbutz("backtest", town, "--labels", "l.csv")

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("kibbutz: l.csv:3: t:1 is labelled 0, but 1 further up\n")


def test_data_of_less_than_a_week_ask_for_no_shorter_horizon(kibbutz, tmp_path):
    (tmp_path / "few.csv").write_text("actor,published\nann,2024-01-01\nben,2024-01-05\n")

    done = kibbutz("backtest", "few.csv", "--horizon", "1w")

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(
        "kibbutz: nothing to test: the data have deeds from 2024-01-01 to 2024-01-05: "
        "expected a week of them at least"
    )


def test_labels_that_mean_nobody_are_refused(kibbutz, town, tmp_path):
    (tmp_path / "other.csv").write_text("member,label\nnobody,1\n")

    done = kibbutz("backtest", town, "--labels", "other.csv")

    assert done.returncode == 3
    assert done.stderr.startswith("kibbutz: nothing to test: no label means a member with a standing")

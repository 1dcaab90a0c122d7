"""Who opted out is in no output of any command, whatever the deeds and the rows that cannot be read say."""

import json
from datetime import date, timedelta

import pytest

MONDAY = date(2023, 1, 2)
COLUMNS = "activity_id,platform,actor,actor_name,kind,object_id,thread_id,target,target_name,published\n"
BAD = [
    "b1,f,f:x1,Camilla,camilla's kind,,,,,2023-01-02",
    "b2,f,f:ann,Ann,post,,,,,when camilla came",
    'b3,f,f:ann,Ann,post,,,"{""id"":""camilla""}",,2023-01-02',
]


@pytest.fixture
def talk(tmp_path):
    """Three answer each other for 32 weeks, the third under another name but in the last; one is silent."""
    rows = []
    for week in range(32):
        day, name = MONDAY + timedelta(weeks=week), "Camilla" if week == 31 else "Other"
        rows += [f"{who}{week},f,f:{who},{who},post,,,,,{day}" for who in ("ann", "ben")]
        rows += [
            f"camilla/{week},f,f:x1,{name},post,,camilla/{week},,,{day}",
            f"r{week},f,f:ann,ann,reply,camilla/{week},camilla/{week},f:x1,Camilla,{day + timedelta(1)}",
            f"s{week},f,f:ben,ben,reply,ann{week},,f:ann,ann,{day + timedelta(1)}",
            f"t{week},f,f:x1,{name},reply,ben{week},,f:ben,ben,{day + timedelta(2)}",
            f"v{week},f,f:ben,ben,reply,q/{week},,f:77,Zo\u00eb Camilla,{day + timedelta(2)}",
        ]
    path = tmp_path / "talk.csv"
    path.write_text(COLUMNS + "\n".join([*rows, *BAD]) + "\n")
    (tmp_path / "k.toml").write_text('[exclude]\nopt_out = ["@camilla", "Zoe\u0308 Camilla"]\n')
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["score"],
        ["score", "--json"],
        ["score", "--as-of", "2023-06-01"],
        ["score", "--until", "2023-06-01", "--format", "csv"],
        ["explain", "ann", "--as-of", "2023-06-01", "--json"],
        ["inspect"],
        ["identities", "suggest", "--json"],
        ["backtest", "--all", "--json"],
        ["convert", "-o", "-", "--format", "ndjson"],
        ["convert", "-o", "-", "--format", "csv", "--until", "2023-06-01"],
    ],
    ids=" ".join,
)
def test_who_opted_out_is_in_no_output(kibbutz, talk, command):
    done = kibbutz(*command, talk.name, "--config", "k.toml")

    assert done.returncode == 0
    assert "camilla" in talk.read_text().lower()
    assert "camilla" not in (done.stdout + done.stderr).lower()


@pytest.mark.parametrize("flags", [["--strict"], ["--max-errors", "1"]], ids=" ".join)
def test_a_refusal_names_the_place_and_quotes_no_row(kibbutz, talk, flags):
    done = kibbutz("score", talk.name, "--config", "k.toml", *flags)

    first = "talk.csv:225: bad_kind"
    assert done.stderr.splitlines()[0].endswith(f"more than allowed; the first: {first}")


def test_a_place_is_whole_whatever_the_file_is_called(kibbutz, talk, tmp_path):
    talk.rename(tmp_path / "a: malformed: talk.csv")

    done = kibbutz("inspect", "a: malformed: talk.csv", "--config", "k.toml", "--json")

    assert "camilla" not in (done.stdout + done.stderr).lower()
    found = json.loads(done.stdout)
    assert found["sources"][0]["places"][0] == "a: malformed: talk.csv:225: bad_kind"


def test_where_nobody_opted_out_a_place_says_what_stands_there(kibbutz, talk):
    found = json.loads(kibbutz("inspect", talk.name, "--json").stdout)

    assert found["sources"][0]["places"][0].startswith('talk.csv:225: bad_kind: kind: "camilla\'s kind": ')


def test_the_months_of_others_are_those_of_an_opt_out_by_id(kibbutz, talk, tmp_path):
    (tmp_path / "id.toml").write_text('[exclude]\nopt_out = ["f:x1", "f:77"]\n')

    by_name, by_id = (
        kibbutz("score", talk.name, "--config", config, "--replay", "--json")
        for config in ("k.toml", "id.toml")
    )

    assert by_name.returncode == 0
    assert "camilla" not in (by_name.stdout + by_name.stderr).lower()
    assert json.loads(by_name.stdout)["members"] == json.loads(by_id.stdout)["members"]


def test_no_deed_of_somebody_else_spells_who_opted_out(kibbutz, tmp_path):
    """Ids are made of what a deed answers, and of the place where it was done."""
    rows = []
    for week in range(32):
        day = MONDAY + timedelta(weeks=week)
        rows += [
            f"camilla/peas#{week},f,f:ann,ann,post,,,,,{day}",
            f"ben#reply-camilla/{week},f,f:ben,ben,reply,camilla/peas#{week},,f:ann,ann,{day + timedelta(1)}",
            f"ann-ben/{week},f,f:ann,ann,reply,ben#reply-camilla/{week},,f:ben,ben,{day + timedelta(2)}",
            f"camilla/{week},f,f:camilla,Camilla,post,,,,,{day}",
        ]
    (tmp_path / "talk.csv").write_text(COLUMNS + "\n".join(rows) + "\n")
    (tmp_path / "k.toml").write_text('[exclude]\nopt_out = ["camilla"]\n')

    assert "camilla" in kibbutz("explain", "ben", "talk.csv").stdout
    for flags in (["--json"], []):
        done = kibbutz("explain", "ben", "talk.csv", "--config", "k.toml", *flags)
        assert done.returncode == 0
        assert "camilla" not in (done.stdout + done.stderr).lower()

"""What each command prints, through the installed command."""

import csv
import gzip
import io
import itertools
import json
import os
import shutil
import sys
import tomllib
from datetime import date
from pathlib import Path

import duckdb
import jsonschema
import pytest

COMMUNITY = Path(__file__).parents[2] / "examples" / "community"
ENDS = ("", "_low", "_high")


@pytest.fixture(scope="module")
def reports(heard, forum, tmp_path_factory):
    """Write one report in every format, the tables of it with what other weights would change."""
    folder = tmp_path_factory.mktemp("reports")
    for ending in ("json", "csv", "parquet", "ndjson", "toml", "md", "txt"):
        more = ["--sensitivity"] if ending in ("json", "csv", "parquet") else []
        done = heard("score", forum, "-q", *more, "-o", folder / f"r.{ending}")
        assert (done.returncode, done.stdout) == (0, "")
    return folder


def test_every_format_lists_the_same_members(reports):
    read = {path.suffix: path.read_text() for path in reports.iterdir() if path.suffix != ".parquet"}

    members = [each["member"] for each in json.loads(read[".json"])["members"]]
    lines = [json.loads(line) for line in read[".ndjson"].splitlines()]

    assert len(members) == 6
    assert members == [each["member"] for each in lines if each["record"] == "member"]
    assert members == [each["member"] for each in tomllib.loads(read[".toml"])["members"]]
    assert members == [row["member"] for row in csv.DictReader(io.StringIO(read[".csv"]))]
    assert "Member 1" in read[".md"]
    assert "Member 1" in read[".txt"]
    assert "\x1b" not in read[".txt"]


def test_a_table_says_of_each_member_what_the_json_says(reports):
    members = json.loads((reports / "r.json").read_text())["members"]
    lines = list(csv.DictReader(io.StringIO((reports / "r.csv").read_text())))
    found = duckdb.sql(f"from '{reports / 'r.parquet'}'")
    table = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]

    assert len(members) == len(lines) == len(table)
    for member, line, row in zip(members, lines, table, strict=True):
        told = _told(member)
        assert told == {name: row[name] for name in told}
        assert {name: "" if cell is None else str(cell) for name, cell in told.items()} == {
            name: {"true": "True", "false": "False"}.get(line[name], line[name]) for name in told
        }
        assert list(row) == list(line)


def _told(member):
    standing = member["standing"] or {}
    otherwise = member["sensitivity"] or {}
    scores = {
        f"{each['element']}{end}": each[f"{end[1:] or 'score'}"]
        for each in member["elements"]
        for end in ENDS
    }
    return {
        **{
            name: member[name]
            for name in ("member", "name", "grade", "deeds", "active_weeks", "recognised_by")
        },
        **{name: member[name] for name in ("anchor", "unscored")},
        **{name: date.fromisoformat(member[name]) for name in ("first_day", "last_day")},
        **{name: standing.get(name) for name in ("low", "high", "rank_low", "rank_high")},
        "standing": standing.get("value"),
        "status": member["status"]["current"],
        "earned": member["status"]["earned"],
        "dormant": member["status"]["dormant"],
        **scores,
        **{f"weights_{name}": otherwise.get(name) for name in ("rank_low", "rank_high", "status_chance")},
    }


@pytest.mark.parametrize(
    ("schema", "args"),
    [
        ("summary", ["score", "FORUM", "--json"]),
        ("explanation", ["explain", "f:u1", "FORUM", "--json"]),
        ("inspection", ["inspect", "FORUM", "--json"]),
        ("ruler", ["ruler", "show", "--format", "json"]),
    ],
)
def test_an_output_validates_against_its_schema(heard, forum, schema, args):
    rules = json.loads(heard("schema", schema).stdout)

    found = json.loads(heard(*(forum if arg == "FORUM" else arg for arg in args)).stdout)

    jsonschema.Draft202012Validator.check_schema(rules)
    jsonschema.validate(found, rules)


@pytest.mark.parametrize("name", ["activity", "rejection"])
def test_a_schema_of_what_goes_in_is_sound(kibbutz, name):
    jsonschema.Draft202012Validator.check_schema(json.loads(kibbutz("schema", name).stdout))


def test_json_and_format_json_are_one(heard, forum):
    assert heard("score", forum, "--json").stdout == heard("score", forum, "--format", "json").stdout


def test_an_element_orders_the_members_and_every_format_alike(kibbutz, forum):
    ordered = ("score", forum, "--element", "participation")
    members = json.loads(kibbutz(*ordered, "--json").stdout)["members"]
    lines = csv.DictReader(io.StringIO(kibbutz(*ordered, "--format", "csv").stdout))
    first = json.loads(kibbutz(*ordered, "--json", "--top", 2).stdout)["members"]

    scores = [each["elements"][3]["score"] for each in members]
    assert len(scores) == 6
    assert scores == sorted(scores, reverse=True)
    assert [each["member"] for each in members] == [line["member"] for line in lines]
    assert members[:2] == first


@pytest.mark.parametrize("way", ["text", "md"])
def test_how_to_see_all_is_told_where_it_shows_all(heard, kibbutz, forum, way):
    named = kibbutz("score", forum, "--format", way, "--member", "f:u1", "--top", 0, "-q").stdout
    first = heard("score", forum, "--format", way, "--top", 1).stdout

    assert ["1 of 6 members with a standing" in text for text in (named, first)] == [True, True]
    assert ["top 0 shows all" in text for text in (named, first)] == [False, True]


@pytest.mark.parametrize("command", [["inspect"], ["identities", "suggest"]])
def test_how_much_of_the_machine_is_used_changes_no_answer(heard, kibbutz, forum, tmp_path, command):
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    told = kibbutz(*command, forum, "--memory", "500MB", "--threads", "1", "--tmp", scratch)

    assert told.returncode == 0
    assert told.stdout == heard(*command, forum).stdout
    assert not list(scratch.iterdir())
    assert "lots" in kibbutz(*command, forum, "--memory", "lots").stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "hdfs:///members.csv"], "-o hdfs:///members.csv: a URL: expected a file"),
        (
            ["-o", "s3a://b/members.toml", "--engine", "spark"],
            "-o s3a://b/members.toml: toml: expected json, ndjson, csv or parquet",
        ),
    ],
)
def test_a_url_is_written_by_spark_alone_and_only_data(kibbutz, forum, options, said):
    done = kibbutz("score", forum, *options)

    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == f"kibbutz: {said}"


def test_parquet_is_not_printed_where_a_text_is_expected(kibbutz, forum):
    done = kibbutz("score", forum, "--format", "parquet")

    assert (done.returncode, done.stdout) == (2, "")
    assert "--format parquet: no text: expected -o FILE" in done.stderr


def test_the_answer_counts_also_whom_the_list_leaves_out(heard, forum):
    every = json.loads(heard("score", forum, "--json").stdout)
    leaders = [each for each in every["members"] if each["standing"] and each["standing"]["rank_low"] == 1]

    said = heard("score", forum, "--format", "text", "--top", 1).stdout.splitlines()[1]

    assert every["leader_count"] == len(leaders) > 1
    assert said.startswith(f"Any of {len(leaders)} members may stand first ({leaders[0]['name']} and ")
    assert json.loads(heard("score", forum, "--json", "--top", 1).stdout)["leader_count"] == len(leaders)


def test_who_waits_is_counted_also_where_the_list_leaves_them_out(kibbutz, forum, tmp_path):
    guests = "".join(f"g{guest},f,f:g{guest},,post,,,g{guest},2023-05-01\n" for guest in range(4))
    (tmp_path / "more.csv").write_text(forum.read_text() + guests)

    first = json.loads(kibbutz("score", "more.csv", "--json", "--top", 1).stdout)

    assert first["shown"] == 1
    assert first["waiting"] == {"1 of 5 deeds, 1 of 2 active weeks": 4}


def test_top_lists_so_many_and_0_lists_all(heard, forum):
    one = json.loads(heard("score", forum, "--json", "--top", 1).stdout)
    every = json.loads(heard("score", forum, "--json", "--top", 0).stdout)

    assert (len(one["members"]), len(every["members"])) == (1, 6)
    assert one["members"] == every["members"][:1]


@pytest.fixture
def narrowed(heard, forum):
    """The report of one member, of three months, without one element."""
    window = ("--since", "2023-03-01", "--until", "2023-05-31")
    return json.loads(
        heard("score", forum, "--json", "--member", "Member 3", "--weight", "social=0", *window).stdout
    )


def test_a_member_can_be_asked_for_by_name(narrowed):
    assert [each["member"] for each in narrowed["members"]] == ["f:u3"]


def test_a_weight_of_0_leaves_an_element_out(heard, narrowed, forum):
    plain = json.loads(heard("score", forum, "--json").stdout)

    assert plain["ruler"]["sha256"] != narrowed["ruler"]["sha256"]


def test_a_period_leaves_deeds_out(narrowed):
    assert narrowed["first"][:7] >= "2023-03"
    assert narrowed["as_of"][:10] <= "2023-05-31"


def test_an_explanation_names_metric_evidence_and_next_rung(heard, forum):
    text = heard("explain", "Member 1", forum, COLUMNS="120").stdout

    assert "Member 1 (f:u1)" in text
    assert f"{forum}:" in text
    assert " asks" in text
    assert "may see everything shown here" in text


def test_an_explanation_lists_every_deed_in_json_and_counts_them_in_the_text(kibbutz, tmp_path):
    """Ana posts 86 times, and Ben answers 7 of these posts."""
    rows = [f"p{number},ana,post,,,{2023 + number // 52}-01-{number % 28 + 1:02}\n" for number in range(86)]
    rows += [f"r{number},ben,reply,p{number},ana,2023-02-01\n" for number in range(7)]
    (tmp_path / "deeds.csv").write_text("activity_id,actor,kind,object_id,target,published\n" + "".join(rows))

    text = kibbutz("explain", "ana", "deeds.csv", COLUMNS="120").stdout
    told = json.loads(kibbutz("explain", "ana", "deeds.csv", "--json").stdout)["parts"]

    parts = {each["metric"]: each for each in told}
    deeds = [each["activity_id"] for each in parts["contribution"]["evidence"]]
    assert sorted(deeds) == sorted(f"p{number}" for number in range(86))
    assert {name: part["deeds"] for name, part in parts.items()} == {
        name: len(part["evidence"]) for name, part in parts.items()
    }
    assert "and 83 further deeds; --format json lists them" in text


def test_an_explanation_says_what_was_set_aside_as_a_score_does(heard, kibbutz, forum):
    aside = heard("score", forum, "--json").stderr
    told = heard("explain", "f:u1", forum, "--json")

    assert aside.startswith(f"2 of 300 records set aside (first: {forum}:8: bad_time: published: 'soon': ")
    assert told.stderr == heard("explain", "Member 1", forum, COLUMNS="120").stderr == aside
    assert [each["rejected"] for each in json.loads(told.stdout)["sources"]] == [{"bad_time": 2}]
    assert kibbutz("explain", "f:u1", forum, "-q").stderr == ""


@pytest.mark.parametrize("path", ["deeds.csv", "-"])
def test_a_role_of_a_table_makes_an_anchor_however_it_is_written(kibbutz, forum, tmp_path, path):
    lines = forum.read_text().splitlines()
    roles = {9: "admin", 10: "Admin", 11: "ADMIN"}
    rows = [f"{line},{roles.get(number, '')}" for number, line in enumerate(lines[1:])]
    text = "\n".join([f"{lines[0]},role", *rows, ""])
    (tmp_path / "deeds.csv").write_text(text)

    found = json.loads(kibbutz("score", path, "--from", "tables", "--json", given=text).stdout)

    assert found["anchor_source"] == "roles"
    assert {each["member"] for each in found["anchors"]} == {"f:u3", "f:u4", "f:u5"}


def test_a_hostile_name_cannot_act(kibbutz, forum, tmp_path):
    hostile = forum.read_text().replace("Member 1", "\x1b]0;owned\x07\x1b[2J[red]M")
    (tmp_path / "hostile.csv").write_text(hostile)

    done = kibbutz("score", "hostile.csv", FORCE_COLOR="0")

    assert "\x1b" not in done.stdout + done.stderr
    assert "\x07" not in done.stdout


@pytest.mark.parametrize("command", [["formats"], ["element"], ["plugins"]])
def test_listings_are_json_on_request(heard, command):
    assert isinstance(json.loads(heard(*command, "--json").stdout), list)


def test_one_element_lists_its_own_metrics(kibbutz):
    found = json.loads(kibbutz("element", "commitment", "--json").stdout)

    assert {card["element"] for card in found} == {"commitment"}


def test_records_that_cannot_be_read_are_inspected_but_not_scored(kibbutz, tmp_path):
    (tmp_path / "bad.csv").write_text("actor,published\n,2024-01-01\nana,soon\n")

    inspected = kibbutz("inspect", "bad.csv", "-q")
    scored = kibbutz("score", "bad.csv", "-q")

    assert inspected.returncode == 0
    assert "1 bad time" in inspected.stdout
    assert scored.returncode == 3
    assert scored.stderr.splitlines()[0] == (
        "kibbutz: bad.csv: nothing to score: none of 2 records can be read; "
        "the first: bad.csv:1: no_actor: actor: empty: expected the id of a member"
    )


@pytest.mark.parametrize(
    ("name", "lines", "said"),
    [
        (
            "deeds.ndjson",
            ['{"actor":"ana","ts_us":"1704103200000000"}', '{"actor":"ben","ts_us":"999999999999999999"}'],
            "deeds.ndjson:2: bad_time: ts_us: '999999999999999999': expected ",
        ),
        (
            "slack/garden/2024-01-01.json",
            [
                '[{"type":"message","user":"U1","text":"hi","ts":"1704103200.000100"},',
                '{"type":"message","user":"U2","text":"hi","ts":"999999999999.000100"}]',
            ],
            "slack!garden/2024-01-01.json:2: bad_time: time: 999999999999000100 microseconds since 1970: ",
        ),
    ],
    ids=["table", "slack"],
)
def test_a_time_after_the_year_9999_is_set_aside_with_its_place(kibbutz, tmp_path, name, lines, said):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("\n".join(lines) + "\n")
    path = name.partition("/")[0]

    inspected = kibbutz("inspect", path)
    scored = kibbutz("score", path, "--json")

    assert (inspected.returncode, scored.returncode) == (0, 0)
    assert "1 bad time" in inspected.stdout
    assert scored.stderr.startswith(f"1 of 2 records set aside (first: {said}")


@pytest.mark.parametrize(
    ("command", "years"),
    [
        ("score", (2023, 3000)),
        ("inspect", (1, 9999)),
        *itertools.product(("score", "explain"), [(1, 9999), (1, 1), (9999, 9999)]),
    ],
)
def test_deeds_at_the_ends_of_the_calendar_are_scored(kibbutz, tmp_path, years, command):
    first, last = years
    rows = [
        f"{number},u{number % 3},,{(first if number < 4 else last):04}-0{number}-15T12:00:00Z,exact\n"
        for number in range(1, 9)
    ]
    (tmp_path / "deeds.csv").write_text("activity_id,actor,object_id,published,clock\n" + "".join(rows))

    done = kibbutz(command, *(["u1"] if command == "explain" else []), "deeds.csv")

    assert (done.returncode, done.stderr) == (0, "")
    assert f"{last:04}-08-1" in done.stdout or command == "explain"


def test_what_lies_beside_an_export_and_is_not_read_is_told(kibbutz, fixtures, tmp_path):
    folder = tmp_path / "slack"
    shutil.copytree(fixtures / "slack" / "workspace", folder)
    shutil.make_archive(str(folder / "again"), "zip", fixtures / "slack" / "workspace")
    (folder / "photos.zip").write_bytes(b"PK\x03\x04 cut short")

    told = kibbutz("inspect", "slack").stdout.split("\n\n")

    assert told[1].splitlines() == [
        "Beside them, not read",
        "  slack/again.zip: what it holds lies beside it, unpacked",
        "  slack/photos.zip: truncated zip: expected more bytes",
    ]


def test_a_file_of_another_source_that_an_export_leaves_alone_is_read_or_told(kibbutz, fixtures, tmp_path):
    garden = fixtures / "disqus" / "garden.xml"
    (tmp_path / "both").mkdir()
    for path in (garden, fixtures / "mbox" / "patches.mbox"):
        shutil.copy(path, tmp_path / "both")
    shutil.copy(garden, tmp_path / "both" / "more.xml")
    shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path / "both")

    folder = json.loads(kibbutz("inspect", "both", "--json").stdout)
    archive = json.loads(kibbutz("inspect", "packed.zip", "--json").stdout)
    apart = json.loads(kibbutz("inspect", "both", "both/patches.mbox", "--json").stdout)

    assert archive["skipped"] == [
        "packed.zip!patches.mbox: mbox, not part of the disqus export: unpack it to read it, too"
    ]
    scored = kibbutz("score", "packed.zip", "--json")
    why = kibbutz("explain", json.loads(scored.stdout)["members"][0]["member"], "packed.zip", "--json")
    assert json.loads(why.stdout)["skipped"] == archive["skipped"]
    others = (["convert", "-o", "out.csv"], ["identities", "suggest"], ["ruler", "calibrate", COMMUNITY])
    for done in (scored, why, *(kibbutz(*command, "packed.zip") for command in others)):
        told = [line for line in done.stderr.splitlines() if "read" in line]
        assert told == [f"1 more export not read (first: {archive['skipped'][0]})"], done.args
    for read in (folder, apart):
        assert [each["reader"] for each in read["sources"]] == ["disqus", "mbox"]
        assert read["skipped"] == []


def test_a_packed_file_of_another_source_is_told_by_the_name_it_has_on_the_disk(kibbutz, fixtures, tmp_path):
    (tmp_path / "both" / "lists").mkdir(parents=True)
    for name in ("garden.xml", "lists/more.xml"):
        shutil.copy(fixtures / "disqus" / "garden.xml", tmp_path / "both" / name)
    packed = tmp_path / "both" / "lists" / "patches.mbox.gz"
    packed.write_bytes(gzip.compress((fixtures / "mbox" / "patches.mbox").read_bytes()))

    told = json.loads(kibbutz("inspect", "both", "--json").stdout)["skipped"]
    apart = json.loads(kibbutz("inspect", "both", "both/lists/patches.mbox.gz", "--json").stdout)

    assert told == [
        "both/lists/patches.mbox.gz: mbox, not part of the disqus export: name it to read it, too"
    ]
    assert [each["reader"] for each in apart["sources"]] == ["disqus", "mbox"]
    assert apart["skipped"] == []


def test_an_archive_named_beside_a_folder_above_it_is_read_once(kibbutz, fixtures, tmp_path):
    shutil.copytree(fixtures / "slack" / "workspace", tmp_path / "all" / "slack")
    shutil.copy(fixtures / "disqus" / "garden.xml", tmp_path / "all")
    shutil.make_archive(str(tmp_path / "all" / "slack" / "lists"), "zip", fixtures / "mbox")

    told = json.loads(kibbutz("inspect", "all", "all/slack/lists.zip", "--json").stdout)

    assert [each["path"] for each in told["sources"]] == [
        "all/garden.xml",
        "all/slack",
        "all/slack/lists.zip",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is UTF-8")
@pytest.mark.parametrize("table", ["table.csv", "table.parquet"])
def test_a_name_that_is_no_utf_8_is_read_and_shown_with_a_mark(heard, kibbutz, forum, tmp_path, table):
    if table.endswith("csv"):
        shutil.copy(forum, tmp_path / table)
    else:
        kibbutz("convert", forum, "-o", table)
    name = os.fsdecode(b"\xff" + table.encode())
    (tmp_path / table).rename(tmp_path / name)

    told = json.loads(kibbutz("score", name, "--json").stdout)

    assert [source["path"] for source in told["sources"]] == [f"?{table}"]
    assert told["activities"] == json.loads(heard("score", forum, "--json").stdout)["activities"]

"""``kibbutz convert``: one file, whole or absent, of the format that was asked for."""

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest

NAMES = 'activity_id,actor,actor_name,published\n1,ada,"=cmd()",2024-01-01\n2,ben,Ben,2024-01-02\n'


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(NAMES)
    return path


def test_the_ending_names_the_format_and_what_is_written_is_recognised(kibbutz, table, tmp_path) -> None:
    names = [f"out.{ending}" for ending in ("csv", "json", "jsonl", "jsonld", "ndjson", "parquet")]
    for name in names:
        done = kibbutz("convert", table, "-o", name)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{name}: 2 activities\n")
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600

    found = json.loads(kibbutz("inspect", *names, "--json").stdout)

    assert sorted((source["path"], source["reader"], source["accepted"]) for source in found["sources"]) == [
        (name, "tables", 2) for name in names
    ]


def test_one_activity_is_told_as_one(kibbutz, table) -> None:
    assert kibbutz("convert", table, "--until", "2024-01-01", "-o", "o.csv").stderr == "o.csv: 1 activity\n"


def test_parquet_is_read_by_anybody(kibbutz, table, tmp_path) -> None:
    kibbutz("convert", table, "-o", "out.parquet")

    rows = duckdb.sql(f"select actor, ts_us, derived, coverage from '{tmp_path / 'out.parquet'}'").fetchall()
    assert rows == [
        ("table:ada", 1704067200000000, False, "community"),
        ("table:ben", 1704153600000000, False, "community"),
    ]


def test_ndjson_goes_to_standard_output(kibbutz, table) -> None:
    done = kibbutz("convert", table, "-o", "-", "--format", "ndjson")

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["actor"], line["published"]) for line in lines] == [
        ("table:ada", "2024-01-01T00:00:00Z"),
        ("table:ben", "2024-01-02T00:00:00Z"),
    ]
    assert done.stderr == ""


def test_one_file_by_two_paths_is_read_once(kibbutz, tmp_path) -> None:
    (tmp_path / "deeds.csv").write_text("actor,published\nada,2024-01-01\n")
    (tmp_path / "link.csv").symlink_to("deeds.csv")
    (tmp_path / "other.csv").write_text("actor,published\nben,2024-01-01\n")

    paths = ["deeds.csv", "other.csv", "./deeds.csv", tmp_path / "deeds.csv", "link.csv"]
    done = kibbutz("convert", *paths, "-o", "-", "--format", "csv")

    assert [row["activity_id"] for row in csv.DictReader(io.StringIO(done.stdout))] == [
        "deeds.csv#1",
        "other.csv#1",
    ]


@pytest.mark.parametrize(
    ("flags", "shown"), [([], "'=cmd()"), (["--raw-csv"], "=cmd()")], ids=["guarded", "raw"]
)
def test_a_cell_that_a_spreadsheet_would_run_gets_a_quote_mark(kibbutz, table, flags, shown) -> None:
    done = kibbutz("convert", table, "-o", "-", "--format", "csv", *flags)

    first = next(csv.DictReader(io.StringIO(done.stdout)))
    assert first["actor_name"] == shown


def test_an_activitystreams_collection_says_what_each_deed_is(kibbutz, fixtures) -> None:
    done = kibbutz(
        "convert", fixtures / "tables" / "deeds.csv", "-o", "-", "--format", "activitystreams", "-q"
    )

    found = json.loads(done.stdout)
    assert (found["type"], found["totalItems"]) == ("OrderedCollection", 4)
    post, reply, like, accept = found["orderedItems"]
    assert [each["type"] for each in (post, reply, like, accept)] == ["Create", "Create", "Like", "Accept"]
    assert post["object"]["attributedTo"] == post["actor"]["id"] == "urn:x-kibbutz:garden:ada"
    assert reply["object"]["inReplyTo"] == post["object"]["id"] == "urn:x-kibbutz:garden:1"
    assert like["object"] == reply["object"]["id"]
    assert (post["to"], reply["cc"]) == (
        ["https://www.w3.org/ns/activitystreams#Public"],
        ["urn:x-kibbutz:garden:ada"],
    )
    assert accept["kibbutz"]["value"] == 25


def test_who_opted_out_is_written_nowhere(kibbutz, tmp_path) -> None:
    (tmp_path / "talk.csv").write_text(
        "activity_id,actor,actor_name,target,target_name,published\n"
        "1,ada,Ada,,,2024-01-01\n2,ben,Ben,ada,Ada,2024-01-02\n3,cleo,Cleo,ben,Ben,2024-01-03\n"
    )
    (tmp_path / "kibbutz.toml").write_text('[exclude]\nopt_out = ["table:ada"]\n')

    done = kibbutz("convert", "talk.csv", "-o", "-", "--format", "ndjson", "--config", "kibbutz.toml")

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["actor"], line["target"]) for line in lines] == [
        ("table:ben", None),
        ("table:cleo", "table:ben"),
    ]
    assert "ada" not in done.stdout.lower()


AT = "https://s.example/users"


@pytest.mark.parametrize("kim", ["kim@s.example", "@kim@s.example"])
def test_no_id_of_a_deed_spells_who_opted_out_and_conversations_stay_together(kibbutz, tmp_path, kim) -> None:
    """What Kim wrote is here once and once not; that it is Kim's is known from whom it is answered to."""
    (tmp_path / "talk.csv").write_text(
        "activity_id,platform,actor,kind,object_id,thread_id,target,published\n"
        f"{AT}/kim/1,m,{kim},post,,{AT}/kim/1,,2024-01-01\n"
        f"{AT}/bob/2,m,bob@s.example,reply,{AT}/kim/1,{AT}/kim/1,{kim},2024-01-02\n"
        f"{AT}/ann/3,m,ann@s.example,reply,{AT}/bob/2,{AT}/kim/1,bob@s.example,2024-01-03\n"
        f"{AT}/bob#like-{AT}/Kim/9,m,bob@s.example,like,{AT}/Kim/9,,{kim},2024-01-04\n"
        f"{AT}/ann/5,m,ann@s.example,reply,{AT}/bob/2,{AT}/Kim/9,bob@s.example,2024-01-05\n"
        f"{AT}/bob/6,m,bob@s.example,reply,{AT}/zoe/1,{AT}/kim/7,{kim},2024-01-06\n"
    )
    (tmp_path / "kibbutz.toml").write_text('[exclude]\nopt_out = ["kim"]\n')

    done = kibbutz("convert", "talk.csv", "-o", "-", "--format", "ndjson", "--config", "kibbutz.toml")

    two, three, four, five, six = (json.loads(line) for line in done.stdout.splitlines())
    assert "kim" not in done.stdout.lower()
    assert (
        two["object_id"] == two["thread_id"] == three["thread_id"] != four["object_id"] == five["thread_id"]
    )
    assert (two["activity_id"], two["object_id"][:7]) == (f"{AT}/bob/2", "sha256:")
    assert {three["object_id"], five["object_id"]} == {f"{AT}/bob/2"}
    assert (six["object_id"], six["thread_id"][:7]) == (f"{AT}/zoe/1", "sha256:")


@pytest.mark.parametrize("entry", ["bluesky:did:plc:kim", "did:plc:kim", "kim.example"])
def test_no_conversation_of_others_spells_whose_it_was(kibbutz, tmp_path, entry) -> None:
    """Whose it was opened it, or owns the place; nothing there was done towards that person."""
    (tmp_path / "talk.csv").write_text(
        "activity_id,platform,community,actor,kind,object_id,thread_id,target,target_name,published\n"
        "at://did:plc:ann/p/1,bluesky,kimono,did:plc:ann,reply,at://did:plc:bob/p/7,at://did:plc:kim/p/1,"
        "did:plc:bob,bob.example,2024-01-01\n"
        "at://did:plc:ann/p/2,bluesky,kim.example/peas,did:plc:ann,like,at://did:plc:kim/p/3,,did:plc:kim,"
        "kim.example,2024-01-02\n"
    )
    (tmp_path / "kibbutz.toml").write_text(f'[exclude]\nopt_out = ["{entry}"]\n')

    done = kibbutz("convert", "talk.csv", "-o", "-", "--format", "ndjson", "--config", "kibbutz.toml")

    reply, like = (json.loads(line) for line in done.stdout.splitlines())
    assert "kim." not in done.stdout
    assert "plc:kim" not in done.stdout
    assert (reply["object_id"], reply["community"]) == ("at://did:plc:bob/p/7", "kimono")
    assert reply["thread_id"].startswith("sha256:")
    assert like["community"].startswith("sha256:")


def test_what_is_written_without_who_opted_out_scores_the_same(kibbutz, fixtures, tmp_path) -> None:
    (tmp_path / "kibbutz.toml").write_text('[exclude]\nopt_out = ["ada"]\n')
    deeds = fixtures / "tables" / "deeds.csv"
    names = ("out.ndjson", "out.csv", "out.parquet", "out.json")
    for name in names:
        kibbutz("convert", deeds, "-o", name, "--config", "kibbutz.toml")

    before, *after = (
        json.loads(kibbutz("score", path, "--config", "kibbutz.toml", "--json").stdout)["members"]
        for path in (deeds, *names)
    )

    assert before
    for name, members in zip(names, after, strict=True):
        assert members == before, name


def test_since_and_until_leave_out_what_lies_outside(kibbutz, table) -> None:
    done = kibbutz("convert", table, "-o", "-", "--format", "ndjson", "--since", "2024-01-02")

    assert [json.loads(line)["actor"] for line in done.stdout.splitlines()] == ["table:ben"]


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        ([], 2, "convert: -o: expected a file to write, or - for standard output"),
        (["-o", "out.parket"], 2, "its ending names no format: expected .parquet, .ndjson"),
        (
            ["-o", "out.xml", "--format", "xml"],
            2,
            "--format: xml: expected parquet, ndjson, csv, activitystreams",
        ),
        (["-o", "out.json", "--raw-csv"], 2, "--raw-csv: expected --format csv, not activitystreams"),
        (["-o", "nowhere/out.csv"], 2, "nowhere/out.csv: cannot be written"),
    ],
    ids=["no output", "unknown ending", "unknown format", "raw without csv", "no such folder"],
)
def test_a_wrong_call_is_told_in_one_line(kibbutz, table, args, code, told) -> None:
    done = kibbutz("convert", table, *args)

    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_input_that_breaks_off_leaves_what_was_there(kibbutz, tmp_path) -> None:
    (tmp_path / "cut.ndjson").write_text('{"actor":"ada","published":"2024-01-01"}\n{"actor":"be')
    (tmp_path / "out.csv").write_text("old")

    done = kibbutz("convert", "cut.ndjson", "-o", "out.csv")

    assert done.returncode == 3
    assert (tmp_path / "out.csv").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cut.ndjson", "out.csv"]


def test_the_same_input_gives_the_same_bytes(kibbutz, fixtures, tmp_path) -> None:
    for name in ("one.parquet", "two.parquet"):
        kibbutz("convert", fixtures / "wordpress" / "blog.xml", "-o", name)

    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_a_table_in_utf_16_is_read_in_a_folder_as_alone(kibbutz, tmp_path):
    table = "actor,published,kind\n" + "".join(
        f"forum:{m},2024-01-0{d}T10:00:00Z,post\n" for m in "ab" for d in "123"
    )
    for name, codec in (("plain", "utf-8"), ("wide", "utf-16")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "table.csv").write_bytes(table.encode(codec))

    plain, wide = (
        kibbutz("convert", name, "-o", "-", "--format", "csv").stdout for name in ("plain", "wide")
    )

    assert plain.count("\n") == 7
    assert plain == wide.replace("wide#", "plain#")


def test_whom_a_deed_on_a_forum_is_towards_is_shown_as_the_forum_writes_the_name(kibbutz, tmp_path) -> None:
    folder = tmp_path / "talk"
    folder.mkdir()
    sent = {"created_at": "2024-01-01T10:00:00Z", "topic_id": 5}
    quote = '<aside class="quote" data-username="Ben_Hill" data-post="2" data-topic="5">q</aside>'
    below = sent | {"id": 9, "user_id": 1, "username": "Ada", "cooked": "<p>Yes.</p>", "raw": "Yes."}
    posts = [
        {"post_number": 1, "username": "Ada", "cooked": "<p>When?</p>"},
        {"post_number": 2, "username": "Ben_Hill", "cooked": "<p>Now.</p>", "comments": [below]},
        {"post_number": 3, "username": "Ada", "cooked": "<p>So?</p>", "reply_to_post_number": 2}
        | {"reply_to_user": {"username": "Ben_Hill"}},
        {"post_number": 4, "username": "Ada", "cooked": f"{quote}<p>So?</p>"},
    ]
    topic = {"id": 5, "archetype": "regular", "accepted_answer": {"post_number": 2, "username": "Ben_Hill"}}
    topic |= {"details": {"created_by": {"id": 1, "username": "Ada"}}}
    topic |= {"post_stream": {"posts": [sent | {"id": post["post_number"]} | post for post in posts]}}
    like = sent | {"action_type": 1, "acting_username": "Ada", "username": "Ben_Hill", "post_number": 2}
    (folder / "5.json").write_text(json.dumps(topic))
    (folder / "likes.json").write_text(json.dumps({"user_actions": [like]}))

    rows = map(json.loads, kibbutz("convert", folder, "-o", "-", "--format", "ndjson").stdout.splitlines())

    towards = [(row["kind"], row["target"], row["target_name"]) for row in rows if row["actor_name"] == "Ada"]
    ben = ("discourse:ben_hill@talk", "Ben_Hill")
    answers = [("reply", *ben)] * 3
    assert sorted(towards[1:]) == sorted([*answers, ("accept", *ben), ("like", *ben)])
    assert towards[0] == ("post", None, None)

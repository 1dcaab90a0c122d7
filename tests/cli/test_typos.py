"""A typo is answered with the nearest right word; nothing is swallowed."""

import pytest

from kibbutz_cli.cli import names
from kibbutz_cli.errors import UsageError
from kibbutz_cli.model.report import Element


@pytest.mark.parametrize(
    ("args", "message", "meant"),
    [
        (["scroe", "FORUM"], "no such command 'scroe'", "score"),
        (["baktest", "FORUM"], "no such command 'baktest'", "backtest"),
        (["backtest", "FORUM", "--labls", "l.csv"], "--labls: no such option", "--labels"),
        (["schema", "bakctest"], "schema: bakctest: expected activity, backtest", "backtest"),
        (["ruler", "shwo"], "no such command 'shwo'", "show"),
        (["ruler", "show", "-o", "mine.tml"], "-o mine.tml: its ending names no format", ".toml"),
        (["identites", "suggest", "FORUM"], "no such command 'identites'", "identities"),
        (["identities", "sugest", "FORUM"], "no such command 'sugest'", "suggest"),
        (["identities", "suggest", "FORUM", "--format", "tml"], "--format: tml: expected text, json", "toml"),
        (["identities", "suggest", "FORUM", "-o", "who.tom"], "-o who.tom: its ending names no", ".toml"),
        (["schema", "identites"], "schema: identites: expected activity, backtest", "identities"),
        (["score", "FORUM", "--fromat", "json"], "--fromat: no such option", "--format"),
        (["score", "FORUM", "--format", "jsno"], "--format: jsno: expected text, json,", "json"),
        (["score", "FORUM", "--element", "socail"], "--element: socail: expected social,", "social"),
        (["element", "cultral"], "element: cultral: expected social,", "cultural"),
        (["score", "FORUM", "--color", "allways"], "--color: allways: expected auto,", "always"),
        (["score", "FORUM", "--from", "wordpres"], "--from: wordpres: expected ", "wordpress"),
        (["score", "FORUM", "--weight", "socal=2"], "--weight: socal: expected social,", "social"),
        (["score", "FORUM", "--limit", "depht=2"], "--limit: depht: expected ", "depth"),
        (["score", "FORUM", "--map", "actr=user"], "--map: actr: expected ", "actor"),
        (["schema", "sumary"], "schema: sumary: expected activity,", "summary"),
        (["score", "FORUM", "-o", "report.jsn"], "-o report.jsn: its ending names no format", ".json"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_did_you_mean(kibbutz, forum, args, message, meant):
    done = kibbutz(*(str(forum) if arg == "FORUM" else arg for arg in args))

    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "did you mean" in done.stderr.lower()
    assert meant in done.stderr.lower().split("did you mean", 1)[1]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--weight", "social"], "--weight social: expected ELEMENT=W"),
        (["--weight", "social=nan"], "--weight social: expected a finite number, got nan"),
        (["--weight", "social=-1"], "--weight social: expected greater than or equal to 0"),
        (["--top", "-1"], "'--top' (env var: 'KIBBUTZ_TOP'): expected greater than or equal to 0"),
        (["--map", "actor"], "--map actor: expected FIELD=COLUMN"),
        (["--limit", "depth=-1"], "--limit depth: expected greater than 0"),
        (["--as-of", "yesterday"], "--as-of yesterday: expected an ISO 8601 date or time"),
        (["--as-of", "9999-12-31"], "--as-of 9999-12-31: expected a date before 2262"),
        (
            ["--since", "2024-02-01", "--until", "2024-01-01"],
            "--since 2024-02-01: is after --until 2024-01-01",
        ),
        (["--memory", "lots"], "--memory lots: expected a size"),
        (["--max-errors", "some"], "--max-errors some: expected a count or a share"),
        (["--tmp", "nowhere"], "--tmp nowhere: expected a folder that exists"),
        (["--threads", "many"], "--threads"),
        (["--json", "--format", "csv"], "--json: contradicts --format csv"),
        (["--raw-csv"], "--raw-csv: expected --format csv, not text"),
        (["--member", "nobody-at-all"], "nobody-at-all"),
        (["--map", "actor=Jos\udce9"], ": not UTF-8: expected the name of a column"),
        (["-o", "no/such/folder.json"], "no/such/folder.json: cannot be written: No such file or directory"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_value_is_refused_with_its_option(kibbutz, forum, args, message):
    done = kibbutz("score", forum, *args)

    assert (done.returncode, done.stdout) == (2, "")
    error = next(line for line in done.stderr.splitlines() if line.startswith("kibbutz: "))
    assert message in error


@pytest.mark.parametrize(
    ("ending", "meant"),
    [
        (".jsn", ".json"),
        (".tmol", ".toml"),
        (".cvs", ".csv"),
        (".mdd", ".md"),
        (".JSNO", ".json"),
        (".html", None),
        (".xml", None),
        (".pdf", None),
        (".mjos", None),
        ("", None),
    ],
)
def test_an_ending_is_guessed_where_it_is_one_slip_away(ending, meant):
    with pytest.raises(UsageError) as told:
        names.named_by(f"report{ending}", names.ENDINGS, names.FORMATS)

    assert told.value.hint == (f"did you mean {meant}?" if meant else "or name the format with --format")


@pytest.mark.parametrize(
    ("ending", "hint"), [(".JSNO", "did you mean .json?"), (".html", "or name the format with --format")]
)
def test_of_an_ending_that_names_no_format_the_hint_is_the_whole_second_line(kibbutz, forum, ending, hint):
    done = kibbutz("score", forum, "-o", f"report{ending}")

    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == [f"hint: {hint}"]


BYTES = "Jos\udce9"
"""What Python makes of a name in Latin-1."""


def test_bytes_that_are_no_utf_8_are_nobodys_name(kibbutz, forum):
    explained = kibbutz("explain", BYTES, forum)
    scored = kibbutz("score", forum, KIBBUTZ_MEMBER=BYTES)

    for done in (explained, scored):
        assert (done.returncode, done.stdout) == (2, "")
        assert "no such member here" in done.stderr


def test_a_scratch_folder_whose_path_is_no_utf_8_is_refused(kibbutz, forum, tmp_path):
    (tmp_path / BYTES).mkdir()

    done = kibbutz("score", forum, "--tmp", BYTES)

    assert (done.returncode, done.stdout) == (2, "")
    assert "not UTF-8: expected a folder whose path is" in done.stderr


@pytest.mark.parametrize("command", [["explain", "José", "t.csv"], ["score", "t.csv", "--member", "José"]])
def test_a_name_is_found_where_the_system_takes_it_for_ascii(kibbutz, tmp_path, command):
    (tmp_path / "t.csv").write_text("actor,actor_name,published,kind\na,José,2024-01-01,post\n")

    done = kibbutz(*command, "-q", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert (done.returncode, done.stderr) == (0, "")


def test_as_many_members_as_nobody_counts_are_all(kibbutz, forum):
    done = kibbutz("score", forum, "-q", "--top", str(2**127))

    assert (done.returncode, done.stdout) == (0, kibbutz("score", forum, "-q", "--top", "0").stdout)


def test_strict_is_not_told_that_more_may_be_allowed(kibbutz, forum):
    strict = kibbutz("score", forum, "--strict", "--max-errors", "50%")
    allowed = kibbutz("score", forum, "--max-errors", "1")

    assert (strict.returncode, allowed.returncode) == (4, 4)
    assert "hint: kibbutz inspect lists them; without --strict they are set aside\n" in strict.stderr
    assert "hint: kibbutz inspect lists them; --max-errors allows more\n" in allowed.stderr


def test_a_member_of_no_name_is_refused_with_its_line(kibbutz, forum, tmp_path):
    (tmp_path / "k.toml").write_text('[identities]\nann = ["f:u1"]\n"" = ["f:u2"]\n')

    done = kibbutz("score", forum, "--config", "k.toml")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kibbutz: k.toml:3: identities.: no name: expected that of a member")


def test_standard_input_cannot_be_read_twice(kibbutz):
    assert "named twice" in kibbutz("inspect", "-", "-").stderr


def test_the_plain_words_are_the_models():
    assert tuple(Element) == names.ELEMENTS


def test_every_ending_names_a_format():
    assert set(names.ENDINGS.values()) == set(names.FORMATS)

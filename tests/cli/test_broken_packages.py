"""A package that is broken is named with its fault, and the rest works on."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "sample_plugin" / "src" / "kibbutz_sample"
WELCOMES = (SAMPLE / "metrics" / "welcomes.sql").read_text(encoding="utf-8")

GUESTBOOK = (SAMPLE / "guestbook.py").read_text(encoding="utf-8")
PROBED = 'Probe(80, "an entry of a guestbook") if _moment(_cells(first)[0]) else NOT_MINE'
BOOK = ROOT / "tests" / "fixtures" / "guestbook" / "guestbook.txt"

METRIC = "welcomes = brittle"
NOT_USED = "not used: metric welcomes (brittle 1.0): "


def metric(installed, text=WELCOMES):
    return installed("metrics", METRIC, **{"brittle/__init__.py": "", "brittle/welcomes.sql": text})


@pytest.fixture
def mine(tmp_path):
    """Return a call that writes a metric beside a configuration that names it, and returns that."""

    def write(text, name="mine"):
        (tmp_path / f"{name}.sql").write_text(text)
        (tmp_path / "kibbutz.toml").write_text(f'metrics = ["{name}.sql"]\n')
        return tmp_path / "kibbutz.toml"

    return write


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (WELCOMES.replace('"amount"', "amount"), "header: expected TOML in the leading comment: "),
        (WELCOMES.replace('"amount"', '"median"'), "header: kind: Input should be "),
        (
            WELCOMES.replace("-- target = 5.0\n", ""),
            "header: target: expected the amount that gets full marks",
        ),
        (WELCOMES.replace('"people"', '"people a week"'), "header: unit: a pace, and nothing else, ends in "),
        (WELCOMES.partition("-- evidence")[0], "expected a second query after a line "),
    ],
    ids=["no TOML", "no kind", "no target", "no pace", "no evidence"],
)
def test_a_broken_metric_of_another_package_is_told_and_done_without(kibbutz, installed, forum, text, fault):
    alone = kibbutz("score", forum, "--json")

    done = kibbutz("score", forum, "--json", PYTHONPATH=metric(installed, text))

    assert (done.returncode, done.stdout) == (0, alone.stdout)
    told, *rest = done.stderr.splitlines()
    assert told.startswith(f"{NOT_USED}welcomes.sql: {fault}")
    assert "\n".join(rest) == alone.stderr.rstrip()


@pytest.mark.parametrize(
    "command",
    [
        ["explain", "f:u1", "FORUM", "--json"],
        ["inspect", "FORUM", "--json"],
        ["backtest", "FORUM", "--all", "--json"],
        ["element", "social", "--json"],
    ],
    ids=" ".join,
)
def test_whatever_is_asked_works_without_a_metric_that_cannot_be_imported(kibbutz, installed, forum, command):
    asked = [forum if word == "FORUM" else word for word in command]
    alone = kibbutz(*asked)
    folder = installed("metrics", "welcomes = brittle_gone")

    done = kibbutz(*asked, PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (0, alone.stdout)
    assert "not used: plug-in welcomes (brittle 1.0): brittle_gone: cannot be loaded: " in done.stderr


def test_who_wants_quiet_is_not_told_what_was_done_without(kibbutz, installed, forum):
    done = kibbutz("score", forum, "-q", PYTHONPATH=installed("metrics", "welcomes = brittle_gone"))

    assert (done.returncode, done.stderr) == (0, "")


def test_a_broken_metric_that_the_configuration_names_is_refused(kibbutz, forum, mine):
    done = kibbutz("score", forum, "--config", mine(WELCOMES.replace('"amount"', '"median"')))

    assert done.returncode == 2
    assert done.stderr.startswith("kibbutz: ")
    assert "mine.sql: header: kind: Input should be " in done.stderr


def test_a_reader_that_cannot_be_imported_is_told_and_done_without(kibbutz, installed, forum):
    alone = kibbutz("score", forum, "--json")

    done = kibbutz(
        "score", forum, "--json", PYTHONPATH=installed("readers", "diary = brittle", brittle="1 / 0")
    )

    assert json.loads(done.stdout) == json.loads(alone.stdout)
    assert done.stderr.splitlines()[0] == (
        "not used: plug-in diary (brittle 1.0): brittle: cannot be loaded: "
        "ZeroDivisionError: division by zero"
    )


def reader(installed, before="", after=""):
    assert before in GUESTBOOK
    return installed("readers", "guestbook = brittle", brittle=GUESTBOOK.replace(before, after))


@pytest.mark.parametrize(
    ("probed", "fault"),
    [
        ("int('x')", "ValueError: invalid literal for int() with base 10: 'x'"),
        ("None", "TypeError: expected a Probe with a number, got None"),
        ("80", "TypeError: expected a Probe with a number, got 80"),
        ("Probe('80')", "TypeError: expected a Probe with a number, got Probe(sure='80', seen='')"),
    ],
    ids=["raises", "none", "number", "text"],
)
def test_a_probe_that_fails_is_told_and_the_others_are_asked(kibbutz, installed, forum, probed, fault):
    alone = kibbutz("score", forum, "--json")

    done = kibbutz("score", forum, "--json", PYTHONPATH=reader(installed, PROBED, probed))

    assert (done.returncode, done.stdout) == (0, alone.stdout)
    assert done.stderr.splitlines()[0] == (
        f"not used: plug-in guestbook (brittle 1.0): probe of {forum}: {fault}"
    )


def test_a_probe_that_fails_in_a_folder_leaves_the_other_files_to_be_read(
    kibbutz, installed, forum, tmp_path
):
    (tmp_path / "all").mkdir()
    for source in (forum, BOOK):
        (tmp_path / "all" / source.name).write_bytes(source.read_bytes())

    done = kibbutz("score", "all", "--json", PYTHONPATH=reader(installed, PROBED, "None"))

    assert [source["reader"] for source in json.loads(done.stdout)["sources"]] == ["tables"]


READ = "                budget.record()\n                yield _outcome(text, origin, position)\n"
MET = "                budget.record()\n"
ID = "activity_id=hashlib.sha256(text.encode()).hexdigest()"
TIME = "ts_us=(moment - EPOCH) // timedelta(microseconds=1)"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (READ, MET + "                {}['boom']\n                yield\n", "KeyError: 'boom'"),
        (
            READ,
            MET + "                yield None\n",
            "TypeError: expected an Activity, a Rejection or an Ignored, got None",
        ),
        (READ, MET + "    return [1]\n", "TypeError: expected an Activity, a Rejection or an Ignored, got 1"),
        (READ, MET + "    return None\n", "TypeError: 'NoneType' object is not iterable"),
        (MET, "", "ValueError: budget.record() was called 0 times, and 15 records were told"),
        (MET, 2 * MET, "ValueError: budget.record() was called 30 times, and 15 records were told"),
        (ID, "activity_id=''", "Activity: activity_id: String should have at least 1 character"),
        (TIME, "ts_us=moment.replace(tzinfo=None)", "Activity: ts_us: Input should be a valid integer"),
        ("text_len=len(words)", "value=float('nan')", "Activity: value: Input should be a finite number"),
        (
            "text_len=len(words)",
            "text_len=-5",
            "Activity: text_len: Input should be greater than or equal to 0",
        ),
    ],
    ids=["raises", "none", "list", "nothing", "no record", "double", "no id", "naive", "nan", "negative"],
)
def test_a_reader_that_fails_is_named_with_the_file_and_its_fault(kibbutz, installed, before, after, fault):
    folder = reader(installed, before, after)

    done = kibbutz("score", BOOK, PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (2, "")
    told, hint = done.stderr.splitlines()
    assert told.startswith(f"kibbutz: plug-in guestbook (brittle 1.0): {BOOK}: {fault}")
    assert hint == "hint: upgrade or uninstall that package"


def changed(before, after):
    assert before in WELCOMES
    return WELCOMES.replace(before, after, 1)


AMOUNT = "cast(count(*) as double) as amount"
SUMMED = "with a finite amount and squares of 0 or more"
RATED = "with hits of 0 or more and no more than trials"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (changed("group by member", "group bye member"), "engine: Parser Error: "),
        (changed("as squares", "as squarez"), "engine: Binder Error: "),
        (changed(AMOUNT, "'many' as amount"), "engine: Conversion Error: "),
        (changed(";\n-- evidence", ";\ndrop table deeds;\n-- evidence"), "engine: Parser Error: "),
        (
            changed(AMOUNT, "cast('nan' as double) as amount"),
            f"expected rows of the kind amount, {SUMMED}, got amount = nan",
        ),
        (
            changed(AMOUNT, "cast('inf' as double) as amount"),
            f"expected rows of the kind amount, {SUMMED}, got amount = inf",
        ),
        (
            changed("= 1\ngroup by member", "< 9\ngroup by member, place"),
            "expected one row a member, got 4 of the same",
        ),
    ],
    ids=["syntax", "columns", "text", "two statements", "nan", "infinite", "twice"],
)
def test_a_metric_of_another_package_that_fails_is_named_with_its_fault(
    kibbutz, installed, forum, text, fault
):
    done = kibbutz("score", forum, PYTHONPATH=metric(installed, text))

    assert (done.returncode, done.stdout) == (2, "")
    told, hint = done.stderr.splitlines()
    assert told.startswith("kibbutz: metric welcomes (brittle 1.0): ")
    assert fault in told
    assert hint == "hint: mend it, or do without it"


@pytest.mark.parametrize(
    ("kind", "rows_and_fault"),
    [
        (
            "rate",
            ("5.0 as hits, 2.0 as trials", f"{RATED}, got hits = 5.0"),
        ),
        (
            "rate",
            (
                "cast(null as double) as hits, 2.0 as trials",
                f"{RATED}, got trials",
            ),
        ),
        (
            "relative",
            (
                "1.0 as hits, 2.0 as trials, 9.0 as expected",
                "with hits and expected of 0 or more and no more than trials, got amount = 9.0",
            ),
        ),
        (
            "amount",
            (
                "1e200 as amount, 1.0 as squares",
                f"{SUMMED}, got amount = 1e+200",
            ),
        ),
        (
            "amount",
            (
                "1.0 as amount, -1.0 as squares",
                f"{SUMMED}, got amount = 1.0",
            ),
        ),
        (
            "share",
            (
                "0.5 as share, -1.0 as variance",
                "with a finite share and a variance of 0 or more, got amount = 0.5, squares = -1.0",
            ),
        ),
        (
            "pace",
            (
                "-9.0 as hits, 2.0 as trials",
                "with hits and trials of 0 or more, got hits = -9.0, trials = 2.0",
            ),
        ),
    ],
    ids=["rate", "no hits", "relative", "large", "squares below 0", "share", "pace"],
)
def test_a_metric_of_a_file_whose_numbers_cannot_be_scored_is_named_with_the_file(
    kibbutz, forum, mine, kind, rows_and_fault
):
    rows, fault = rows_and_fault
    head, _, evidence = WELCOMES.partition("with heard as (")
    head = head.replace('"amount"', f'"{kind}"').replace(
        '"people"', f'"people{" a week" * (kind == "pace")}"'
    )
    query = f"select member, {rows} from members\n;\n-- evidence" + evidence.partition("-- evidence")[2]

    done = kibbutz("score", forum, "--config", mine(head + query))

    assert done.returncode == 2
    assert done.stderr.startswith("kibbutz: metric mine (")
    assert f"mine.sql): expected rows of the kind {kind}, {fault}" in done.stderr


def test_evidence_that_cannot_be_asked_for_is_told_as_the_metric_s_fault(kibbutz, installed, forum):
    folder = metric(installed, changed("  1.0 as amount", "  1.0 as amount, nothing_here"))

    done = kibbutz("explain", "f:u1", forum, PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kibbutz: metric welcomes (brittle 1.0): evidence: engine: Binder Error: ")


def fault(kibbutz, folder):
    """Return the fault that is listed of the package in a folder; doctor tells the same."""
    listed = json.loads(kibbutz("plugins", "--json", PYTHONPATH=folder).stdout)
    (told,) = [one["fault"] for one in listed if one["package"] == "brittle 1.0"]
    checks = kibbutz("doctor", "--json", PYTHONPATH=folder)
    (found,) = [check for check in json.loads(checks.stdout) if check["name"] == "plug-ins"]

    assert (checks.returncode, found["sound"]) == (1, False)
    assert found["found"].endswith(told)
    return told


LACKS = "plug-in guestbook (brittle 1.0): brittle: "


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("def read(", "def reading(", "expected ABOUT, probe and read"),
        ("CELLS = 4", "CELLS, ABOUT = 4, ABOUT._asdict()", "expected ABOUT, probe and read"),
        (
            "coverage=Coverage.COMMUNITY",
            'coverage="community"',
            "ABOUT.coverage: expected a Coverage, got 'community'",
        ),
        (
            'name="guestbook"',
            'name="wordpress"',
            "ABOUT.name: expected guestbook, as the entry point is called, got 'wordpress'",
        ),
        ('how="Type it up."', "how=None", "ABOUT.how: expected a text, got None"),
        ("CELLS = 4", "raise SystemExit('bye')", "cannot be loaded: SystemExit: bye"),
    ],
    ids=["no read", "no About", "coverage as a text", "another name", "nothing", "ends the process"],
)
def test_what_a_reader_lacks_is_listed_and_the_formats_of_others_too(kibbutz, installed, before, after, told):
    folder = reader(installed, before, after)

    listed = kibbutz("formats", "--json", PYTHONPATH=folder)

    assert fault(kibbutz, folder) == f"{LACKS}{told}"
    assert listed.stdout == kibbutz("formats", "--json").stdout
    assert listed.stderr == f"not used: {LACKS}{told}\n"


def test_a_metric_of_a_module_that_is_no_package_is_listed_with_that_fault(kibbutz, installed):
    folder = installed("metrics", METRIC, brittle="", **{"welcomes.sql": WELCOMES})

    assert fault(kibbutz, folder) == (
        "metric welcomes (brittle 1.0): brittle: expected a package that holds welcomes.sql"
    )


def test_a_probe_that_ends_the_process_is_told_like_any_other(kibbutz, installed, forum):
    alone = kibbutz("score", forum, "--json")

    done = kibbutz("score", forum, "--json", PYTHONPATH=reader(installed, PROBED, "exit(3)"))

    assert (done.returncode, done.stdout) == (0, alone.stdout)
    assert f"probe of {forum}: SystemExit: 3" in done.stderr


@pytest.mark.parametrize(
    ("group", "point"), [("readers", "wordpress = brittle"), ("metrics", "trust = brittle")]
)
def test_a_name_that_is_taken_is_listed_with_that_fault(kibbutz, installed, group, point):
    folder = installed(group, point, brittle=GUESTBOOK)
    ours = kibbutz("--version").stdout.split()[1]

    assert fault(kibbutz, folder) == f"name taken by kibbutz-cli {ours}"


def test_a_metric_of_a_file_takes_no_name_of_ours(kibbutz, forum, mine, tmp_path):
    ours = kibbutz("--version").stdout.split()[1]

    done = kibbutz("score", forum, "--config", mine(WELCOMES, "trust"))

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"kibbutz: {tmp_path / 'trust.sql'}: name taken by the metric trust of kibbutz-cli {ours}\n"
        "hint: give the file another name\n"
    )


def test_a_metric_of_a_file_says_what_full_marks_are_or_the_ruler_does(kibbutz, forum, mine, tmp_path):
    config = mine(changed("-- target = 5.0\n", ""))
    (tmp_path / "ruler.toml").write_text("[metrics.mine]\nweight = 1\ntarget = 5\n")

    refused = kibbutz("score", forum, "--config", config)
    scored = kibbutz("score", forum, "--config", config, "--ruler", "ruler.toml")

    assert (refused.returncode, scored.returncode) == (2, 0)
    assert refused.stderr.splitlines()[0] == (
        f"kibbutz: metric mine ({tmp_path / 'mine.sql'}): "
        "header: target: expected the amount that gets full marks"
    )


@pytest.mark.parametrize(
    "before", ["CELLS = 4", "    if not tree.single:", MET], ids=["import", "probe", "read"]
)
def test_what_a_reader_prints_goes_to_standard_error(kibbutz, installed, before):
    alone = kibbutz("score", BOOK, "--json", PYTHONPATH=reader(installed))
    loud = before[: len(before) - len(before.lstrip())] + "print('noise')\n" + before

    done = kibbutz("score", BOOK, "--json", PYTHONPATH=reader(installed, before, loud))

    assert done.stdout == alone.stdout
    assert "noise" in done.stderr


def test_a_fault_in_what_a_reader_declares_of_accounts_is_told_as_the_package_s(kibbutz, installed):
    folder = reader(installed, "CELLS = 4", "CELLS = 4\ndef identities(tree, budget): return None")

    done = kibbutz("identities", "suggest", BOOK, PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"kibbutz: plug-in guestbook (brittle 1.0): {BOOK}: TypeError: ")

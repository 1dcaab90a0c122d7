"""A package that is broken is named with its fault, and the rest works on."""

import json
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from kibbutz_cli import plugins
from kibbutz_cli.engines.duckdb import DuckDB
from kibbutz_cli.errors import PluginError
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.packages import loaded
from kibbutz_cli.scoring import tables
from kibbutz_cli.scoring.measuring import measure
from kibbutz_cli.scoring.metric import parse

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "sample_plugin" / "src" / "kibbutz_sample"
WELCOMES = (SAMPLE / "metrics" / "welcomes.sql").read_text(encoding="utf-8")

GUESTBOOK = (SAMPLE / "guestbook.py").read_text(encoding="utf-8")
PROBED = 'Probe(80, "an entry of a guestbook") if _moment(_cells(first)[0]) else NOT_MINE'
BOOK = ROOT / "tests" / "fixtures" / "guestbook" / "guestbook.txt"

METRIC = "welcomes = brittle"


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


BROKEN = {
    "no_toml": (WELCOMES.replace('"amount"', "amount"), "header: expected TOML in the leading comment: "),
    "no_kind": (WELCOMES.replace('"amount"', '"median"'), "header: kind: Input should be "),
    "no_target": (
        WELCOMES.replace("-- target = 5.0\n", ""),
        "header: target: expected the amount that gets full marks",
    ),
    "no_pace": (
        WELCOMES.replace('"people"', '"people a week"'),
        "header: unit: a pace, and nothing else, ends in ",
    ),
    "no_evidence": (WELCOMES.partition("-- evidence")[0], "expected a second query after a line "),
}
"""Metrics that are none, by name, each with its fault."""


def test_a_broken_metric_of_another_package_is_told_and_done_without(heard, kibbutz, installed, forum):
    alone = heard("score", forum, "--json")
    texts = {f"brittle/{name}.sql": text for name, (text, _) in BROKEN.items()}
    folder = installed(
        "metrics", "\n".join(f"{name} = brittle" for name in BROKEN), **{"brittle/__init__.py": ""}, **texts
    )

    done = kibbutz("score", forum, "--json", PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (0, alone.stdout)
    told, rest = done.stderr.splitlines()[: len(BROKEN)], done.stderr.splitlines()[len(BROKEN) :]
    for line, name in zip(told, sorted(BROKEN), strict=True):
        assert line.startswith(f"not used: metric {name} (brittle 1.0): {name}.sql: {BROKEN[name][1]}")
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
def test_whatever_is_asked_works_without_a_metric_that_cannot_be_imported(
    heard, kibbutz, installed, forum, command
):
    asked = [forum if word == "FORUM" else word for word in command]
    alone = heard(*asked)
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


def test_a_reader_that_cannot_be_imported_is_told_and_done_without(heard, kibbutz, installed, forum):
    alone = heard("score", forum, "--json")

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


PROBES = {
    "ends": ("exit(3)", "SystemExit: 3"),
    "none": ("None", "TypeError: expected a Probe with a number, got None"),
    "number": ("80", "TypeError: expected a Probe with a number, got 80"),
    "raises": ("int('x')", "ValueError: invalid literal for int() with base 10: 'x'"),
    "text": ("Probe('80')", "TypeError: expected a Probe with a number, got Probe(sure='80', seen='')"),
}
"""What a probe returns instead, by the name of its reader, each with its fault."""


def readers(installed, changes):
    """Install readers, each called as the key and changed in one place."""
    texts = {}
    for name, (before, after) in changes.items():
        text = GUESTBOOK.replace('name="guestbook"', f'name="{name}"')
        assert before in text
        texts[name] = text.replace(before, after)
    return installed("readers", "\n".join(f"{name} = {name}" for name in texts), **texts)


def test_a_probe_that_fails_is_told_and_the_others_are_asked(heard, kibbutz, installed, forum):
    alone = heard("score", forum, "--json")
    folder = readers(installed, {name: (PROBED, probed) for name, (probed, _) in PROBES.items()})

    done = kibbutz("score", forum, "--json", PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (0, alone.stdout)
    assert done.stderr.splitlines() == [
        *(
            f"not used: plug-in {name} (brittle 1.0): probe of {forum}: {fault}"
            for name, (_, fault) in sorted(PROBES.items())
        ),
        *alone.stderr.splitlines(),
    ]


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


FAILURES = [
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
]


@pytest.mark.parametrize(("before", "after", "fault"), FAILURES[:6:2], ids=["raises", "list", "no record"])
def test_a_reader_that_fails_is_named_with_the_file_and_its_fault(kibbutz, installed, before, after, fault):
    folder = reader(installed, before, after)

    done = kibbutz("score", BOOK, PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (2, "")
    told, hint = done.stderr.splitlines()
    assert told.startswith(f"kibbutz: plug-in guestbook (brittle 1.0): {BOOK}: {fault}")
    assert hint == "hint: upgrade or uninstall that package"


@pytest.mark.parametrize(("before", "after", "fault"), FAILURES, ids=lambda value: value[:40])
def test_whatever_fails_in_a_reader_is_its_own_fault(installed, monkeypatch, before, after, fault):
    monkeypatch.syspath_prepend(reader(installed, before, after))
    monkeypatch.delitem(sys.modules, "brittle", raising=False)
    guest = loaded(EntryPoint("guestbook", "brittle", plugins.READERS))
    budget = Budget(Limits(), str(BOOK))

    with open_tree(str(BOOK), budget) as tree, pytest.raises(PluginError) as raised:
        list(guest.read(tree, budget))

    assert raised.value.message.startswith(f"plug-in guestbook (unknown package): {BOOK}: {fault}")


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
        (changed(AMOUNT, "'many' as amount"), "engine: Conversion Error: "),
        (
            changed(AMOUNT, "cast('nan' as double) as amount"),
            f"expected rows of the kind amount, {SUMMED}, got amount = nan",
        ),
        (
            changed("= 1\ngroup by member", "< 9\ngroup by member, place"),
            "expected one row a member, got 4 of the same",
        ),
    ],
    ids=["syntax", "text", "nan", "twice"],
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


def counting(kind, columns, more=""):
    """Return a metric of a kind that finds the same of every member."""
    head, _, evidence = WELCOMES.partition("with heard as (")
    head = head.replace('"amount"', f'"{kind}"')
    head = head.replace('"people"', f'"people{" a week" * (kind == "pace")}"')
    query = f"select member, {columns} from members\n;\n{more}-- evidence"
    return head + query + evidence.partition("-- evidence")[2]


def test_a_metric_of_a_file_whose_numbers_cannot_be_scored_is_named_with_the_file(kibbutz, forum, mine):
    done = kibbutz("score", forum, "--config", mine(counting("rate", "5.0 as hits, 2.0 as trials")))

    assert done.returncode == 2
    assert done.stderr.startswith("kibbutz: metric mine (")
    assert f"mine.sql): expected rows of the kind rate, {RATED}, got hits = 5.0" in done.stderr


@pytest.fixture
def members():
    """An engine with one member, and room for what is measured."""
    with DuckDB(threads=1) as engine:
        engine.keep("members", "member integer")
        engine.execute("insert into members values (1)")
        tables.create_metrics(engine, [("mine", "social", "amount", "people", 1.0, 5.0, 1)])
        yield engine


@pytest.mark.parametrize(
    ("kind", "columns", "fault"),
    [
        ("rate", "5.0 as hits, 2.0 as trials", f"{RATED}, got hits = 5.0"),
        ("rate", "cast(null as double) as hits, 2.0 as trials", f"{RATED}, got trials"),
        (
            "relative",
            "1.0 as hits, 2.0 as trials, 9.0 as expected",
            "with hits and expected of 0 or more and no more than trials, got amount = 9.0",
        ),
        ("amount", "1e200 as amount, 1.0 as squares", f"{SUMMED}, got amount = 1e+200"),
        ("amount", "1.0 as amount, -1.0 as squares", f"{SUMMED}, got amount = 1.0"),
        ("amount", "cast('inf' as double) as amount, 1.0 as squares", f"{SUMMED}, got amount = inf"),
        (
            "share",
            "0.5 as share, -1.0 as variance",
            "with a finite share and a variance of 0 or more, got amount = 0.5, squares = -1.0",
        ),
        (
            "pace",
            "-9.0 as hits, 2.0 as trials",
            "with hits and trials of 0 or more, got hits = -9.0, trials = 2.0",
        ),
    ],
    ids=["rate", "no hits", "relative", "large", "squares below 0", "infinite", "share", "pace"],
)
def test_numbers_that_cannot_be_scored_are_the_metric_s_fault(members, kind, columns, fault):
    found = parse("mine", counting(kind, columns), "mine.sql")

    with pytest.raises(PluginError) as raised:
        measure(members, [found], lambda _: None, ())

    assert raised.value.message.startswith(
        f"metric mine (mine.sql): expected rows of the kind {kind}, {fault}"
    )


@pytest.mark.parametrize(
    ("columns", "more", "fault"),
    [
        ("1.0 as amount, 1.0 as squarez", "", "engine: Binder Error: "),
        ("1.0 as amount, 1.0 as squares", "drop table members;\n", "engine: Parser Error: "),
    ],
    ids=["columns", "two statements"],
)
def test_what_the_engine_cannot_do_is_the_metric_s_fault(members, columns, more, fault):
    found = parse("mine", counting("amount", columns, more), "mine.sql")

    with pytest.raises(PluginError) as raised:
        measure(members, [found], lambda _: None, ())

    assert raised.value.message.startswith(f"metric mine (mine.sql): {fault}")


def test_evidence_that_cannot_be_asked_for_is_told_as_the_metric_s_fault(kibbutz, installed, forum):
    folder = metric(installed, changed("  1.0 as amount", "  1.0 as amount, nothing_here"))

    done = kibbutz("explain", "f:u1", forum, PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kibbutz: metric welcomes (brittle 1.0): evidence: engine: Binder Error: ")


def faults(kibbutz, folder):
    """Return the faults that are listed of the package in a folder, by name; doctor tells the same."""
    listed = json.loads(kibbutz("plugins", "--json", PYTHONPATH=folder).stdout)
    told = {one["name"]: one["fault"] for one in listed if one["package"] == "brittle 1.0"}
    checks = kibbutz("doctor", "--json", PYTHONPATH=folder)
    (found,) = [check for check in json.loads(checks.stdout) if check["name"] == "plug-ins"]

    assert (checks.returncode, found["sound"]) == (1, False)
    for said, fault in zip(found["found"].split("; "), told.values(), strict=True):
        assert said.endswith(fault)
    return told


LACKING = {
    "no_read": ("def read(", "def reading(", "expected ABOUT, probe and read"),
    "no_about": ("CELLS = 4", "CELLS, ABOUT = 4, ABOUT._asdict()", "expected ABOUT, probe and read"),
    "text": (
        "coverage=Coverage.COMMUNITY",
        'coverage="community"',
        "ABOUT.coverage: expected a Coverage, got 'community'",
    ),
    "another": (
        'name="another"',
        'name="wordpress"',
        "ABOUT.name: expected another, as the entry point is called, got 'wordpress'",
    ),
    "nothing": ('how="Type it up."', "how=None", "ABOUT.how: expected a text, got None"),
    "ends": ("CELLS = 4", "raise SystemExit('bye')", "cannot be loaded: SystemExit: bye"),
}
"""What is changed in a reader, by its name, and what it lacks then."""


def test_what_a_reader_lacks_is_listed_and_the_formats_of_others_too(heard, kibbutz, installed):
    folder = readers(installed, {name: change[:2] for name, change in LACKING.items()})

    listed = kibbutz("formats", "--json", PYTHONPATH=folder)

    lacks = {name: f"plug-in {name} (brittle 1.0): {name}: {LACKING[name][2]}" for name in sorted(LACKING)}
    assert faults(kibbutz, folder) == lacks
    assert listed.stdout == heard("formats", "--json").stdout
    assert listed.stderr.splitlines() == [f"not used: {fault}" for fault in lacks.values()]


def test_a_name_that_is_taken_and_a_module_that_is_no_package_are_listed_with_that_fault(
    heard, kibbutz, installed
):
    metrics = "[kibbutz.metrics]\ntrust = brittle\nwelcomes = plain"
    files = {"brittle": GUESTBOOK, "plain": "", "welcomes.sql": WELCOMES}
    folder = installed("readers", f"wordpress = brittle\n{metrics}", **files)
    ours = heard("--version").stdout.split()[1]

    assert faults(kibbutz, folder) == {
        "wordpress": f"name taken by kibbutz-cli {ours}",
        "trust": f"name taken by kibbutz-cli {ours}",
        "welcomes": "metric welcomes (brittle 1.0): plain: expected a package that holds welcomes.sql",
    }


def test_a_metric_of_a_file_takes_no_name_of_ours(heard, kibbutz, forum, mine, tmp_path):
    ours = heard("--version").stdout.split()[1]

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


def test_what_a_reader_prints_goes_to_standard_error(kibbutz, installed):
    alone = kibbutz("score", BOOK, "--json", PYTHONPATH=reader(installed))
    loud = GUESTBOOK
    for moment, before in (("import", "CELLS = 4"), ("probe", "    if not tree.single:"), ("read", MET)):
        indent = before[: len(before) - len(before.lstrip())]
        loud = loud.replace(before, f"{indent}print('noise of {moment}')\n{before}")

    done = kibbutz("score", BOOK, "--json", PYTHONPATH=reader(installed, GUESTBOOK, loud))

    assert done.stdout == alone.stdout
    assert [f"noise of {moment}\n" in done.stderr for moment in ("import", "probe", "read")] == [True] * 3


def test_a_fault_in_what_a_reader_declares_of_accounts_is_told_as_the_package_s(kibbutz, installed):
    folder = reader(installed, "CELLS = 4", "CELLS = 4\ndef identities(tree, budget): return None")

    done = kibbutz("identities", "suggest", BOOK, PYTHONPATH=folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"kibbutz: plug-in guestbook (brittle 1.0): {BOOK}: TypeError: ")

"""Help: examples first, and quick, because nothing heavy is imported."""

import re
import subprocess
import sys
import tomllib

import pytest
from command import clean

from kibbutz_cli.cli.init import TEMPLATE
from kibbutz_cli.model.limits import Limits

COMMANDS = [
    [],
    ["score"],
    ["explain"],
    ["backtest"],
    ["inspect"],
    ["formats"],
    ["element"],
    ["schema"],
    ["init"],
    ["plugins"],
    ["doctor"],
    ["ruler"],
    ["ruler", "show"],
    ["ruler", "check"],
    ["completion"],
    ["completion", "bash"],
    ["completion", "zsh"],
    ["completion", "fish"],
]

OURS = {
    "kibbutz_cli",
    "kibbutz_cli.cli",
    "kibbutz_cli.engines",
    "kibbutz_cli.engines.running",
    "kibbutz_cli.errors",
    "kibbutz_cli.reports",
    "kibbutz_cli.reports.safe",
    "kibbutz_cli.reports.writing",
}
"""What help may import of ours beside ``kibbutz_cli.cli``: words and text, no model, no engine; and the
list of those that are open, for ^C."""

HEAVY = [
    "pydantic",
    "pydantic_core",
    "duckdb",
    "rich.table",
    "rich.console",
    "httpx",
    "feedparser",
    "libipld",
    "tomli_w",
]

WATCH = """
import atexit, sys
from kibbutz_cli.cli import main
atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))
main()
"""
"""The process ends before another line of it would run: what it does at its end is done."""


def imported(home, *args, **environment):
    run = [sys.executable, "-c", WATCH, *args]
    done = subprocess.run(run, capture_output=True, text=True, env=clean(home, **environment), check=False)
    return set(done.stderr.split())


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_shows_examples_before_options(kibbutz, command):
    done = kibbutz(*command, "-h")

    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.index("Examples:\n  ") < done.stdout.index("Usage:")
    assert max(map(len, done.stdout.splitlines())) <= 90


@pytest.mark.parametrize("command", [[], ["score"], ["ruler"], ["ruler", "show"]], ids=" ".join)
def test_h_and_help_are_one(kibbutz, command):
    assert kibbutz(*command, "-h").stdout == kibbutz(*command, "--help").stdout


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["score"], ["PATH...  Exports: files, folders, archives; - is stdin."]),
        (["explain"], ["MEMBER   An id, a handle or a name.", "PATH...  Exports: "]),
        (["schema"], ["NAME  One of activity, backtest, explanation, identities, inspection,"]),
        (["element"], ["[NAME]  One of social, economic, cultural, participation, commitment;"]),
        (["ruler", "diff"], ["BEFORE  A ruler; default is the default one.", "AFTER   Another ruler."]),
    ],
    ids=" ".join,
)
def test_help_says_what_an_argument_can_be(kibbutz, command, told):
    shown = kibbutz(*command, "-h").stdout

    arguments = shown.partition("Arguments:\n")[2].partition("\n\n")[0]
    assert [line in arguments for line in told] == [True] * len(told)


def test_help_and_the_configuration_to_start_from_name_every_limit(kibbutz):
    names = set(Limits.model_fields)

    told = kibbutz("score", "-h").stdout.partition("--limit ")[2].partition("repeatable.")[0]
    started = "".join(
        line.removeprefix("# ") for line in TEMPLATE.partition("[limits]\n")[2].splitlines(True)
    )

    assert names <= set(re.findall(r"[a-z_]+", told))
    assert tomllib.loads(started) == Limits().model_dump()


def test_a_command_without_arguments_tells_of_none(kibbutz):
    assert "Arguments:" not in kibbutz("formats", "-h").stdout


@pytest.mark.parametrize(
    "args",
    [["--help"], ["score", "-h"], ["--version"], ["completion", "bash"], ["completion", "fish"]],
    ids=" ".join,
)
def test_help_version_and_completion_import_nothing_heavy(home, args):
    modules = imported(home, *args)

    assert [name for name in HEAVY if name in modules] == []
    ours = {
        name for name in modules if name.startswith("kibbutz_cli") and not name.startswith("kibbutz_cli.cli.")
    }
    assert ours <= OURS


@pytest.mark.parametrize(("engine", "opened"), [("duckdb", True), ("spark", False)])
def test_the_embedded_engine_is_not_opened_where_another_is_asked_for(home, engine, opened):
    modules = imported(home, "score", "x.csv", "--engine", engine, "--spark-conf", "a=b", "--as-of", "soon")

    assert opened is ("duckdb" in modules)


@pytest.mark.parametrize("typed", ["score --", "score --format js", "", "ruler ", "score x.xml --element "])
def test_a_shell_asking_for_completions_imports_nothing_heavy(home, typed):
    words = f"kibbutz {typed}"

    modules = imported(
        home, _KIBBUTZ_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(len(words.split(" ")) - 1)
    )

    assert [name for name in HEAVY if name in modules] == []


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("sc", "score schema"),
        ("score --form", "--format"),
        ("score --format nd", "ndjson"),
        ("score --element so", "social"),
        ("score --color ne", "never"),
        ("schema su", "summary"),
        ("ruler s", "show"),
        ("completion f", "fish"),
    ],
)
def test_completion_offers(kibbutz, typed, offered):
    words = f"kibbutz {typed}"

    done = kibbutz(
        _KIBBUTZ_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(len(words.split(" ")) - 1)
    )

    assert done.stdout.split() == offered.split()


@pytest.mark.parametrize(
    ("shell", "mark"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "complete --command")]
)
def test_completion_prints_the_shells_script(kibbutz, shell, mark):
    done = kibbutz("completion", shell)

    assert done.returncode == 0
    assert mark in done.stdout
    assert "_KIBBUTZ_COMPLETE" in done.stdout


def test_version_is_one_line(kibbutz):
    assert kibbutz("--version").stdout.startswith("kibbutz 0.")


@pytest.mark.parametrize(
    "command",
    [[], ["score"], ["explain", "ana"], ["inspect"], ["backtest"], ["ruler"], ["completion"]],
    ids=" ".join,
)
def test_a_call_that_names_nothing_gets_help_on_stderr_and_exit_2(kibbutz, command):
    done = kibbutz(*command)

    assert (done.returncode, done.stdout) == (2, "")
    assert "Examples:" in done.stderr

"""Flags over environment over --config over the user's file over defaults; nothing else configures us."""

import json
import tomllib
from datetime import UTC, datetime, timedelta

import pytest

from kibbutz_cli.cli.configure import asked, configured, measured_by, moment, settings
from kibbutz_cli.cli.options import Backtesting, Measuring, Reading
from kibbutz_cli.errors import ConfigError, UsageError
from kibbutz_cli.model.activity import EPOCH
from kibbutz_cli.model.ruler import Ruler


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "own" / "kibbutz"


def written(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)
    return str(folder / name)


def fault(path, check):
    with pytest.raises(ConfigError) as raised:
        check(path)
    return raised.value


def test_a_mark_at_the_beginning_that_says_utf_8_is_no_fault(tmp_path):
    """Editors on Windows write it."""
    marked = written(tmp_path, "marked.toml", '\ufeffpurpose = "research"\n')
    ruler = written(tmp_path, "ruler.toml", "\ufeffhalf_life_days = 90\n")
    wrong = written(tmp_path, "wrong.toml", "\ufeffpurpos = 1\n")

    assert configured(marked).purpose == "research"
    assert measured_by(ruler).half_life_days == 90
    assert fault(wrong, configured).message == f"{wrong}:1: purpos: unknown key"


def test_without_anything_the_defaults_hold():
    found = settings(Reading())

    assert found.ruler == Ruler()
    assert found.config == configured(None)


def test_a_named_file_goes_over_the_users_own(own_folder, tmp_path):
    written(own_folder, "config.toml", '[limits]\ndepth = 7\nratio = 9\n[exclude]\nbots = ["own"]\n')
    named = written(tmp_path, "kibbutz.toml", "[limits]\ndepth = 8\n")

    found = configured(named)

    assert (found.limits.depth, found.limits.ratio, found.exclude.bots) == (8, 9, ["own"])


@pytest.mark.parametrize("key", ["opt_out", "bots", "staff"])
@pytest.mark.parametrize(("named", "joined"), [([], ["a", "b"]), (["c", "a"], ["a", "b", "c"])])
def test_who_is_left_out_by_either_file_is_left_out(own_folder, tmp_path, key, named, joined):
    written(own_folder, "config.toml", f'[exclude]\n{key} = ["a", "b"]\n')
    file = written(tmp_path, "kibbutz.toml", f"[exclude]\n{key} = {named}\n")

    assert configured(file).exclude.model_dump()[key] == joined


def test_a_flag_goes_over_a_file(tmp_path):
    named = written(tmp_path, "kibbutz.toml", "[limits]\ndepth = 8\n")

    assert settings(Reading(config=named, limit=["depth=5"])).config.limits.depth == 5


def test_a_kibbutz_toml_that_is_not_named_does_not_configure_us(kibbutz, tmp_path):
    written(tmp_path, "kibbutz.toml", 'purpose = "no such purpose"')

    assert settings(Reading()).config.purpose == "community-health"
    assert kibbutz("element").returncode == 0


def test_the_environment_stands_for_a_flag_and_a_flag_goes_over_it(kibbutz, forum):
    from_environment = kibbutz(
        "score", forum, "-q", KIBBUTZ_FORMAT="json", KIBBUTZ_WEIGHT="social=2 economic=0"
    )
    from_flag = kibbutz("score", forum, "-q", "--format", "csv", KIBBUTZ_FORMAT="json")

    assert json.loads(from_environment.stdout)["ruler"]["sha256"] != Ruler().sha256
    assert from_flag.stdout.startswith('"member"')


def test_the_ruler_in_force_is_found_as_score_finds_it(kibbutz, forum, tmp_path):
    """A flag goes over the environment, it over the file that --config names, that over one's own."""
    written(tmp_path / "xdg" / "kibbutz", "config.toml", 'ruler = "own.toml"')
    named = written(tmp_path, "named.toml", 'ruler = "file.toml"')
    rulers = [f"{name}.toml" for name in ("xdg/kibbutz/own", "file", "environment", "flag")]
    for days, ruler in enumerate(rulers, start=90):
        written(tmp_path, ruler, f"half_life_days = {days}")
    given: dict[str, str] = {"XDG_CONFIG_HOME": str(tmp_path / "xdg")}
    ways = [{}, {"KIBBUTZ_CONFIG": named}, {"KIBBUTZ_RULER": "environment.toml"}]
    found, scored = [], []

    for args, more in [*(((), way) for way in ways), (("--ruler", "flag.toml"), {})]:
        given |= more
        found.append(json.loads(kibbutz("ruler", "show", "--format", "json", *args, **given).stdout))
        told = json.loads(kibbutz("score", forum, "--json", "-q", *args, **given).stdout)
        scored.append(told["ruler"]["sha256"])

    assert [ruler["half_life_days"] for ruler in found] == [90, 91, 92, 93]
    assert [measured_by(ruler).sha256 for ruler in rulers] == scored


def test_the_cards_of_an_element_follow_the_configuration_of_the_environment(heard, kibbutz, tmp_path):
    written(tmp_path, "ruler.toml", "[metrics.tenure]\nweight = 0\n")
    named = written(tmp_path, "kibbutz.toml", 'ruler = "ruler.toml"')

    by_flag = kibbutz("element", "commitment", "--config", named).stdout

    assert kibbutz("element", "commitment", KIBBUTZ_CONFIG=named).stdout == by_flag
    assert heard("element", "commitment").stdout != by_flag


def test_what_stands_on_the_command_line_goes_over_the_format_of_the_environment(kibbutz, forum, tmp_path):
    as_json = kibbutz("score", forum, "-q", "--json", KIBBUTZ_FORMAT="text")
    kibbutz("score", forum, "-q", "-o", "r.csv", KIBBUTZ_FORMAT="json")
    contradicted = kibbutz("score", forum, "--json", "--format", "text")

    assert json.loads(as_json.stdout)["members"]
    assert (tmp_path / "r.csv").read_text().startswith('"member"')
    assert contradicted.returncode == 2


def test_an_empty_name_is_no_configuration(kibbutz, forum):
    run = kibbutz("score", forum, "--config", "")

    assert (run.returncode, run.stderr) == (2, "kibbutz: --config: expected a file, got an empty name\n")


def test_the_environment_names_a_configuration(kibbutz, tmp_path, forum):
    written(tmp_path, "c.toml", 'purpose = "research"')

    done = kibbutz("score", forum, "--json", KIBBUTZ_CONFIG="c.toml")

    assert json.loads(done.stdout)["purpose"] == "research"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('purpose = "research"\n\n[exclud]\n', "3: exclud: unknown key", "did you mean exclude?"),
        ("[limits]\n# depth\ndepht = 3\n", "3: limits.depht: unknown key", "did you mean depth?"),
        ("[limits]\ndepth = 0\n", "2: limits.depth: expected greater than 0", ""),
        ('purpose = "reserch"\n', "1: purpose: expected ", "did you mean research?"),
        ("[anchors]\nmembers = 3\n", "2: anchors.members: expected a valid list", ""),
        ("[exclude]\nbots = [3]\n", "2: exclude.bots.0: expected a valid string", ""),
        ('metrics = ["a\\u0000b.sql"]\n', "1: metrics.0: a NUL in a path: expected the name of a file", ""),
        ('\nruler = "a\\u0000b"\n', "2: ruler: a NUL in a path: expected the name of a file", ""),
        ("a = = 1\n", "1: not TOML: ", ""),
        (f"a = 1\n{'a.' * 40}b = 1\n", "2: a key of more than 32 parts: expected a few", ""),
        (f"[{'a . ' * 40}b]\n", "1: a key of more than 32 parts: expected a few", ""),
        (f"depth = {'9' * 5000}\n", " a number of thousands of digits: expected a few", ""),
        (f"a = {'[' * 5000}\n", " nested too deep: expected a configuration, not data", ""),
        ('[ "a b" ]\n', "1: a b: unknown key", ""),
    ],
)
def test_a_fault_in_a_configuration_is_told_with_file_line_and_key(tmp_path, text, message, hint):
    path = written(tmp_path, "kibbutz.toml", text)

    found = fault(path, configured)

    assert found.message.startswith(f"{path}:{message}")
    assert hint in found.hint


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("half_life_day = 90\n", "1: half_life_day: unknown key", "did you mean half_life_days?"),
        ("[elements]\nsocail = 2\n", "2: elements.socail: expected ", "did you mean social?"),
        ("[metrics.tenur]\nweight = 2\n", "1: metrics.tenur: unknown key", "did you mean tenure?"),
        ("[metrics.tenure]\nwieght = 2\n", "2: metrics.tenure.wieght: unknown key", "did you mean weight?"),
        ("half_life_days = nan\n", "1: half_life_days: expected ", ""),
        (
            '[[ladder]]\nname = "A"\n[[ladder]]\nname = "B"\nlower_bund = 3\n',
            "5: ladder.1.lower_bund: unknown key",
            "did you mean lower_bound?",
        ),
        (
            '[[ladder]]\nname = "Builder"\npartners = 8\n[[ladder]]\nname = "Elder"\n',
            " ladder: the first rung, Builder, asks for partners: expected one for everybody; a ladder is "
            "replaced whole, so keep every rung of it",
            "",
        ),
        (
            "[elements]\nsocial = 0\neconomic = 0\ncultural = 0\nparticipation = 0\ncommitment = 0\n",
            " the whole: ",
            "",
        ),
    ],
)
def test_a_fault_in_a_ruler_is_told_with_file_line_and_key(tmp_path, text, message, hint):
    path = written(tmp_path, "ruler.toml", text)

    found = fault(path, measured_by)

    assert found.message.startswith(f"{path}:{message}")
    assert hint in found.hint


def test_many_dots_in_texts_are_no_deep_key(tmp_path):
    """Who asked to be left out may be listed on one line."""
    listed = ", ".join(f'"mastodon:ada.{number}@a.b.example"' for number in range(40))
    path = written(tmp_path, "kibbutz.toml", f"[exclude]\nopt_out = [{listed}]\n")

    assert len(configured(path).exclude.opt_out) == 40


@pytest.mark.parametrize(
    "line",
    [f"{'a.' * 400_000}a = 1", f"[a{' ' * 500_000}b", f"a{' ' * 500_000}b"],
    ids=["a key of many parts", "half a header", "half a key"],
)
def test_a_configuration_of_one_long_line_does_not_hang_the_run(kibbutz, tmp_path, line):
    """The halves stand in a text of several lines: where they do not, they are no TOML."""
    text = line if "." in line else f'purpos = """\n{line}\n"""'
    written(tmp_path, "kibbutz.toml", f"{text}\n")

    done = kibbutz("score", "deeds.csv", "--config", "kibbutz.toml")

    assert (done.returncode, done.stderr.count("kibbutz: ")) == (2, 1)


def test_a_ruler_need_only_say_what_differs(tmp_path):
    path = written(tmp_path, "ruler.toml", 'name = "ours"\n[metrics.tenure]\ntarget = 12\n')

    found = measured_by(path)

    assert (found.name, found.metrics["tenure"].target, found.metrics["tenure"].weight) == ("ours", 12, 1)
    assert found.metrics["trust"] == Ruler().metrics["trust"]


def test_a_ruler_named_by_a_configuration_lies_beside_it(tmp_path):
    written(tmp_path / "deep", "ruler.toml", "half_life_days = 90\n")
    named = written(tmp_path / "deep", "kibbutz.toml", 'ruler = "ruler.toml"\n')

    assert settings(Reading(config=named)).ruler.half_life_days == 90


def test_a_named_ruler_goes_over_the_configurations(tmp_path):
    written(tmp_path, "one.toml", "half_life_days = 90\n")
    two = written(tmp_path, "two.toml", "half_life_days = 60\n")
    named = written(tmp_path, "kibbutz.toml", 'ruler = "one.toml"\n')

    assert settings(Reading(config=named), Measuring(ruler=two)).ruler.half_life_days == 60


def test_a_weight_changes_the_ruler_and_its_hash():
    found = settings(Reading(), Measuring(weight=["social=2", "social=3"])).ruler

    assert found.elements["social"] == 3
    assert found.sha256 != Ruler().sha256


@pytest.mark.parametrize(
    ("text", "whole_day", "expected"),
    [
        ("2024-01-02", False, datetime(2024, 1, 2, tzinfo=UTC)),
        ("2024-01-02", True, datetime(2024, 1, 2, 23, 59, 59, 999999, tzinfo=UTC)),
        ("20240102", True, datetime(2024, 1, 2, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2024-W01-2", True, datetime(2024, 1, 2, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2024W012", True, datetime(2024, 1, 2, 23, 59, 59, 999999, tzinfo=UTC)),
        ("20240102", False, datetime(2024, 1, 2, tzinfo=UTC)),
        ("20240102T030405", True, datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2024-01-02T03:04:05", True, datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2024-01-02T03:04+02:00", False, datetime(2024, 1, 2, 1, 4, tzinfo=UTC)),
    ],
)
def test_a_date_is_utc_and_an_end_counts_whole(text, whole_day, expected):
    found = moment(text, "--until", whole_day=whole_day)

    assert round(expected.timestamp() * 1e6) == found


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-13-01", "20240101T", "1700000000", "9999-12-31T23:59:59-14:00"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(UsageError, match="--as-of"):
        moment(text, "--as-of")


@pytest.mark.parametrize(
    ("until", "expected"),
    [("2261-12-31", datetime(2261, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)), ("2262-01-01", None)],
)
def test_a_date_of_another_age_is_no_end(until, expected):
    found = settings(Reading(until=until)).until

    assert found == (expected and (expected - EPOCH) // timedelta(microseconds=1))


def test_no_moment_of_another_age_is_spoken_of():
    for refused in (
        lambda: settings(Reading(), Measuring(as_of="2262-01-01")),
        lambda: asked(Backtesting(at=["2024-01-01", "9999-12-31"])),
    ):
        with pytest.raises(UsageError, match=r"(--as-of|--at) \d+-.*: expected a date before 2262"):
            refused()


@pytest.mark.parametrize(
    "args",
    [
        ["ruler", "check", ""],
        ["ruler", "diff", "default", ""],
        ["ruler", "show", "--ruler", ""],
        ["element", "--ruler", ""],
        ["score", "FORUM", "--ruler", ""],
        ["backtest", "FORUM", "--labels", ""],
    ],
    ids=" ".join,
)
def test_an_empty_name_is_no_default(kibbutz, forum, args):
    """A script names a file by a variable that is not set."""
    done = kibbutz(*(forum if arg == "FORUM" else arg for arg in args))

    where = "--labels" if "--labels" in args else "ruler"
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"kibbutz: {where}: expected a file, got an empty name\n"


def test_init_writes_a_configuration_that_is_sound_and_never_over_another(kibbutz, tmp_path):
    first, second = kibbutz("init"), kibbutz("init")

    assert (first.returncode, second.returncode) == (0, 2)
    assert "already here" in second.stderr
    assert configured(str(tmp_path / "kibbutz.toml")) == configured(None)


def test_every_line_init_comments_out_is_sound_too(kibbutz, tmp_path):
    kibbutz("init")
    text = (tmp_path / "kibbutz.toml").read_text().replace('# ruler = "ruler.toml"', "")
    lines = [line.removeprefix("# ") if " = " in line else line for line in text.splitlines()]
    written(tmp_path, "all.toml", "\n".join(line for line in lines if not line.startswith("How ")))

    tomllib.loads((tmp_path / "all.toml").read_text())
    assert configured(str(tmp_path / "all.toml")).anchors.members == ["alice"]


def test_a_shown_ruler_checks_as_itself(kibbutz, tmp_path):
    kibbutz("ruler", "show", "-o", "mine.toml")

    assert (
        kibbutz("ruler", "check", "mine.toml").stdout
        == f"mine.toml: sound; kibbutz default 1, {Ruler().sha256}\n"
    )

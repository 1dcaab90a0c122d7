"""Answers of a wiki's API, and its dumps: who opened, edited and reverted, and who is nobody."""

import json
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.forums import mediawiki
from kibbutz_cli.readers.forums.wikipages import is_nameless

WIKI = "wiki.garden.example"
ADA, BEN, CLEO = (f"mediawiki:{name}@{WIKI}" for name in ("Ada", "Ben Shore", "Cleo"))
OPENING = f"{WIKI}/revision-11"
REVISION = {"revid": 5, "parentid": 4, "user": "Ada", "timestamp": "2024-03-01T10:00:00Z"}


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "mediawiki" / "garden"


trial = Trial(mediawiki)
read, probe = trial.read, trial.probe


def told(path: Path) -> dict[str, Activity]:
    return {own.rpartition("/")[2]: deed for own, deed in trial.told(path).items()}


def page(folder: Path, *revisions: object) -> Path:
    path = folder / "page.json"
    path.write_text(json.dumps({"query": {"pages": [{"pageid": 3, "ns": 0, "revisions": revisions}]}}))
    return path


def test_the_first_revision_of_a_page_opens_it(garden: Path) -> None:
    opening = told(garden)["revision-11"]

    assert (opening.kind, opening.actor, opening.actor_name) == (Kind.POST, ADA, "Ada")
    assert (opening.role, opening.thread_id, opening.object_id) == ("administrator", OPENING, None)
    assert (opening.community, opening.text_len) == (WIKI, len("Created"))
    assert opening.published is not None
    assert opening.published.isoformat() == "2024-03-01T10:00:00+00:00"


def test_changes_below_the_description_of_a_wiki_are_read(tmp_path: Path) -> None:
    change = {"type": "edit", "pageid": 3, "revid": 12, "old_revid": 11, "user": "Ada"}
    query = {"general": {"servername": WIKI}, "recentchanges": [change]}
    path = tmp_path / "changes.json"
    path.write_text(json.dumps({"batchcomplete": True, "query": query}))

    (edit,) = told(path).values()

    assert (edit.kind, edit.actor) == (Kind.EDIT, ADA)
    assert probe(path).sure == 90


def test_a_later_revision_is_an_edit_even_if_it_is_minor(garden: Path) -> None:
    edit = told(garden)["revision-12"]

    assert (edit.kind, edit.actor, edit.target) == (Kind.EDIT, BEN, None)
    assert (edit.object_id, edit.thread_id, edit.role) == (OPENING, OPENING, None)
    assert len("see the peas") == edit.text_len


def test_a_revert_is_an_endorsement_of_minus_one_beside_the_edit(garden: Path) -> None:
    deeds = told(garden)
    edit, revert = deeds["revision-21"], deeds["revision-21#reverts"]

    assert (edit.kind, edit.text_len) == (Kind.EDIT, 0)
    assert (revert.kind, revert.actor, revert.target) == (Kind.ENDORSE, CLEO, BEN)
    assert (revert.value, revert.object_id, revert.derived) == (-1, f"{WIKI}/revision-12", True)


def test_what_was_ones_own_or_nobodys_or_names_nobody_gives_no_endorsement(garden: Path) -> None:
    reverts = [key for key, deed in told(garden).items() if deed.kind is Kind.ENDORSE]

    assert reverts == ["revision-21#reverts"]


def test_who_has_no_account_and_what_a_bot_did_is_left_out(garden: Path) -> None:
    reasons = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    # No activity: a member of the group of bots, a change marked as a bot's, and a log.
    assert reasons == {"no_author": 3, "not_activity": 1, "bot": 2}


@pytest.mark.parametrize(
    ("name", "is_bot"),
    [
        ("HedgeBot", True),
        ("Hedge Bot", True),
        ("Hedge9Bot", True),
        ("Hedge-Bot", True),
        ("Hedge_Bot", True),
        ("Talbot", False),
        ("IBot", False),
        ("Bot", False),
        ("BotHedge", False),
    ],
)
def test_who_is_called_a_bot_by_the_policy_of_wikis_is_left_out_as_one(
    name: str, is_bot: bool, tmp_path: Path
) -> None:
    (outcome,) = read(page(tmp_path, REVISION | {"user": name}))

    assert (isinstance(outcome, Ignored) and outcome.reason.value == "bot") is is_bot


@pytest.mark.parametrize(
    ("user", "is_bot"),
    [({"groups": ["user"]}, False), ({"groups": ["user", "bot"]}, True), ({}, True)],
    ids=["no bot", "bot", "no groups"],
)
def test_users_with_their_groups_say_who_is_a_bot_whatever_the_name(
    user: dict[str, object], is_bot: bool, tmp_path: Path
) -> None:
    page(tmp_path, REVISION | {"user": "HedgeBot"})
    users = [{"userid": 7, "name": "HedgeBot"} | user]
    (tmp_path / "users.json").write_text(json.dumps({"query": {"users": users}}))

    (outcome,) = read(tmp_path)

    assert isinstance(outcome, Ignored) is is_bot


def test_nobody_disapproves_of_a_bot_known_by_its_name(tmp_path: Path) -> None:
    summary = "Reverted edits by [[Special:Contributions/HedgeBot|HedgeBot]]"

    assert list(told(page(tmp_path, REVISION | {"comment": summary}))) == ["revision-5"]


def test_a_change_names_its_page_itself(garden: Path) -> None:
    deeds = told(garden)

    assert (deeds["revision-31"].kind, deeds["revision-32"].kind) == (Kind.POST, Kind.EDIT)
    assert deeds["revision-32"].thread_id == f"{WIKI}/page-9"


def test_a_month_13_is_a_rejection_with_its_place(garden: Path) -> None:
    rejections = [str(outcome) for outcome in read(garden) if isinstance(outcome, Rejection)]

    expected = "bad_time: timestamp: '2024-13-05T10:00:00Z': expected an ISO 8601 time"
    assert [f"{garden}!page-7.json:9: {expected}"] == rejections


def test_a_wiki_that_does_not_say_its_name_is_called_like_its_folder(garden: Path) -> None:
    edit = told(garden / "page-7.json")["revision-12"]

    assert (edit.community, edit.actor) == ("garden", "mediawiki:Ben Shore@garden")


def test_a_page_without_its_opening_is_a_thread_of_its_own(tmp_path: Path) -> None:
    (edit,) = told(page(tmp_path, REVISION)).values()

    assert edit.thread_id == f"{tmp_path.name}/page-3"


def test_hidden_revisions_are_left_out(tmp_path: Path) -> None:
    outcomes = read(page(tmp_path, REVISION | {"suppressed": True}))

    assert [one.reason for one in outcomes if isinstance(one, Ignored)] == ["deleted"]


def test_a_revision_without_a_time_is_kept(tmp_path: Path) -> None:
    (edit,) = told(page(tmp_path, {"revid": 5, "user": "Ada"})).values()

    assert (edit.ts_us, edit.clock, edit.object_id) == (None, Clock.MISSING, None)


@pytest.mark.parametrize(
    ("user", "nameless"),
    [
        ("", True),
        ("192.0.2.7", True),
        ("2001:db8::1", True),
        ("~2024-7", True),
        ("MediaWiki default", True),
        ("MediaWiki message delivery", True),
        ("7 Ada", False),
        ("a:b", False),
    ],
    ids=["empty", "IPv4", "IPv6", "temporary", "installer", "extension", "digit", "colon"],
)
def test_an_address_a_temporary_name_or_a_program_of_mediawiki_is_nobody(user: str, nameless: bool) -> None:
    assert is_nameless(user) is nameless


@pytest.mark.parametrize(
    ("revision", "code"),
    [
        (7, "malformed"),
        (REVISION | {"revid": 0}, "no_id"),
        (REVISION | {"timestamp": 5}, "bad_time"),
        (REVISION | {"user": "n" * 5000}, "malformed"),
        (REVISION | {"size": 2**70}, "bad_number"),
    ],
    ids=["number", "no id", "time", "long name", "big number"],
)
def test_a_senseless_revision_is_set_aside(revision: object, code: str, tmp_path: Path) -> None:
    outcomes = read(page(tmp_path, revision))

    assert [code] == [outcome.code for outcome in outcomes if isinstance(outcome, Rejection)]


def test_an_endorsement_whose_id_would_be_too_long_is_none(tmp_path: Path) -> None:
    number = "9" * (4090 - len(f"{tmp_path.name}/revision-"))
    summary = "Undid revision 4 by [[Special:Contributions/Ben|Ben]]"

    deeds = told(page(tmp_path, REVISION | {"comment": summary, "revid": number}))

    assert [deed.kind for deed in deeds.values()] == [Kind.EDIT]


@pytest.mark.parametrize("shape", ["zip", "gztar"])
def test_a_folder_says_the_same_packed(garden: Path, tmp_path: Path, shape: str) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "garden"), shape, garden))

    assert set(told(packed)) == set(told(garden))
    assert probe(packed).sure == 90


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ('{"query": {"pages": {"1": {"revisions": [{"user": "a", "revid": 1', 90),
        ('{"query": {"recentchanges": [', 90),
        ('{"continue": {"rvcontinue": "1"}, "query": {"pages": {"1": {"title": "x"}}}}', 90),
        ('{"query": {"general": {}}}', 0),
        ('{"revisions": [{"revid": 1}]}', 0),
    ],
    ids=["revisions", "changes", "no revisions", "site", "other"],
)
def test_only_answers_with_revisions_are_recognised(text: str, sure: int, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text)

    assert probe(tmp_path / "x.json").sure == sure


def test_one_answer_among_other_json_does_not_hide_it(garden: Path, tmp_path: Path) -> None:
    shutil.copy(garden / "page-7.json", tmp_path)
    for number in range(2):
        (tmp_path / f"{number}.json").write_text("{}")

    assert probe(tmp_path).sure == 55


def test_a_folder_without_revisions_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")

    with pytest.raises(InputError, match="no revisions"):
        read(tmp_path)


def test_a_file_cut_off_is_refused(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes((garden / "page-7.json").read_bytes()[:-9])

    with pytest.raises(InputError, match="truncated JSON"):
        read(tmp_path / "x.json")


@given(data=st.lists(st.tuples(st.integers(0, 2300), st.sampled_from(b'{}[]",:0\\x\0\xff')), max_size=6))
def test_any_damage_gives_outcomes_or_an_error_of_ours(
    data: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = Path(__file__).parents[2] / "fixtures" / "mediawiki" / "garden"
    whole = bytearray((folder / "page-7.json").read_bytes())
    for at, byte in data:
        whole[at % len(whole)] = byte
    path = tmp_path_factory.mktemp("damage") / "x.json"
    path.write_bytes(whole)

    with suppress(KibbutzError):
        assert all(isinstance(one, Activity | Rejection | Ignored) for one in read(path))


SAME = {"revision-11", "revision-12", "revision-14", "revision-21", "revision-21#reverts"}


@pytest.fixture
def dump(fixtures: Path) -> Path:
    return fixtures / "mediawiki" / "garden.xml"


def old_dump(folder: Path, *revisions: tuple[int, str, str], version: str = "0.3") -> Path:
    """Write a dump as old wikis did: a revision does not say which one was before it."""
    told = "".join(
        f"<revision><id>{number}</id><timestamp>{day}T10:00:00Z</timestamp>"
        f"<contributor><username>{user}</username><id>1</id></contributor><text>x</text></revision>"
        for number, day, user in revisions
    )
    path = folder / "old.xml"
    path.write_text(
        f'<mediawiki version="{version}" xml:lang="en"><siteinfo><base>http://old.example/x</base></siteinfo>'
        f"<page><title>Beans</title><id>3</id>{told}</page></mediawiki>"
    )
    return path


def test_a_dump_says_what_the_answers_of_the_api_say(garden: Path, dump: Path) -> None:
    answers, dumped = told(garden), told(dump)
    apart = {"origin", "position", "role"}

    assert {key: answers[key].model_dump(exclude=apart) for key in SAME} == {
        key: dumped[key].model_dump(exclude=apart) for key in SAME
    }


def test_who_is_hidden_or_has_no_account_is_left_out_of_a_dump_and_so_is_an_upload(dump: Path) -> None:
    outcomes = read(dump)

    assert Counter(one.reason for one in outcomes if isinstance(one, Ignored)) == {
        "no_author": 2,
        "attachment": 1,
        "bot": 1,
    }
    (rejection,) = (one for one in outcomes if isinstance(one, Rejection))
    assert (rejection.code, rejection.position) == ("bad_time", 3)


@pytest.mark.parametrize(
    ("contributor", "named"),
    [
        ("<username>imported&gt;Ben</username><id>0</id>", False),
        ("<username>imported&gt;Ben</username>", False),
        ("<username>Ben</username><id>0</id>", False),
        ("<username>Ben</username><id />", True),
        ("<username>Ben</username>", True),
    ],
)
def test_who_edited_another_wiki_has_no_account_in_this_one(
    contributor: str, named: bool, tmp_path: Path
) -> None:
    """The API tells of such edits as of those under an address."""
    path = old_dump(tmp_path, (1, "2006-01-01", "Ben"), version="0.11")
    text = path.read_text().replace("<username>Ben</username><id>1</id>", contributor)
    path.write_text(text.replace("</siteinfo>", "<generator>MediaWiki 1.43.0</generator></siteinfo>"))

    (outcome,) = read(path)

    assert getattr(outcome, "reason", None) == (None if named else "no_author")


@pytest.mark.parametrize(
    ("generator", "named"),
    [
        ("", {"Ada", "Ben"}),
        ("<generator>MediaWiki 1.5.8</generator>", {"Ada", "Ben"}),
        ("<generator>MediaWiki 1.16wmf4</generator>", {"Ada", "Ben"}),
        ("<generator>MediaWiki 1.17.0</generator>", set()),
        ("<generator>MediaWiki 2.0</generator>", set()),
    ],
)
def test_a_wiki_that_tells_no_ids_has_accounts_all_the_same(
    generator: str, named: set[str], tmp_path: Path
) -> None:
    """What is made into a dump of the answers of an old API has the id 0 for everybody."""
    users = ("Ada", "Ben", "10.0.0.1", "imported>Cleo")
    path = old_dump(tmp_path, *((day, f"2006-01-0{day}", user) for day, user in enumerate(users, start=1)))
    text = path.read_text().replace("<id>1</id></contributor>", "<id>0</id></contributor>")
    path.write_text(text.replace("d>C", "d&gt;C").replace("</siteinfo>", f"{generator}</siteinfo>"))

    assert {deed.actor_name for deed in told(path).values()} == named


def test_a_hidden_summary_is_no_words_of_an_edit(dump: Path, tmp_path: Path) -> None:
    path = tmp_path / dump.name
    path.write_text(dump.read_text().replace("TidyBot", "Tidier"))

    opening = told(path)["revision-40"]

    assert (opening.kind, opening.text_len, opening.thread_id) == (Kind.POST, 0, f"{WIKI}/revision-40")


def test_users_beside_a_dump_say_who_is_a_sysop_or_a_bot(garden: Path, dump: Path, tmp_path: Path) -> None:
    shutil.copy(garden / "users.json", tmp_path)
    shutil.copy(dump, tmp_path)

    deeds = told(tmp_path)

    assert deeds["revision-11"].role == "administrator"
    assert "revision-40" not in deeds


def test_the_first_of_several_revisions_opens_a_page_of_an_old_dump(tmp_path: Path) -> None:
    first, second, third = told(
        old_dump(tmp_path, (1, "2006-01-01", "Ada"), (5, "2006-01-02", "Ben"), (9, "2006-01-03", "Ada"))
    ).values()

    assert [deed.kind for deed in (first, second, third)] == [Kind.POST, Kind.EDIT, Kind.EDIT]
    assert (second.object_id, third.object_id) == (first.activity_id, second.activity_id)
    assert {deed.thread_id for deed in (first, second, third)} == {"old.example/revision-1"}


def test_the_only_revision_of_a_page_of_an_old_dump_may_be_its_last(tmp_path: Path) -> None:
    (edit,) = told(old_dump(tmp_path, (5, "2006-01-02", "Ben"))).values()

    assert (edit.kind, edit.thread_id) == (Kind.EDIT, "old.example/page-3")


def test_the_last_revision_of_an_old_dump_that_begins_with_the_newest_opens_the_page(tmp_path: Path) -> None:
    deeds = told(
        old_dump(tmp_path, (9, "2006-01-03", "Ada"), (5, "2006-01-02", "Ben"), (1, "2006-01-01", "Ada"))
    ).values()

    assert [(deed.kind, deed.object_id) for deed in deeds] == [
        (Kind.EDIT, None),
        (Kind.EDIT, None),
        (Kind.POST, None),
    ]
    assert {deed.thread_id for deed in deeds} == {"old.example/page-3"}


@pytest.mark.parametrize("version", ["0.3", "0.11"])
@pytest.mark.parametrize("days", ["132", "213"], ids=["a later one", "the second"])
def test_a_time_that_goes_back_amid_a_page_opens_it_no_second_time(
    days: str, version: str, tmp_path: Path
) -> None:
    many = [(number, f"2006-01-0{day}", "Ada") for number, day in enumerate(days, start=1)]

    deeds = told(old_dump(tmp_path, *many, version=version)).values()

    assert [deed.kind for deed in deeds] == [Kind.POST, Kind.EDIT, Kind.EDIT]


def test_only_the_first_revision_that_names_none_before_it_opens_a_page(tmp_path: Path) -> None:
    first, second = told(
        old_dump(tmp_path, (1, "2006-01-01", "Ada"), (5, "2006-01-02", "Ben"), version="0.8")
    ).values()

    assert (first.kind, second.kind, second.object_id) == (Kind.POST, Kind.EDIT, first.activity_id)


def newest_first(folder: Path, *parents: int) -> Path:
    """Write a dump that begins with the newest revision; each names the one before, but for those given 0."""
    many = [(number, f"2006-01-0{number}", f"U{number}") for number in range(len(parents), 0, -1)]
    path = old_dump(folder, *many, version="0.11")
    text = path.read_text()
    for (number, _, _), parent in zip(many, parents, strict=True):
        named = f"<revision><id>{number}</id>" + (f"<parentid>{parent}</parentid>" if parent else "")
        text = text.replace(f"<revision><id>{number}</id>", named)
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("parents", "kinds"),
    [
        ((2, 1, 0), [Kind.EDIT, Kind.EDIT, Kind.POST]),
        ((2, 0, 0), [Kind.EDIT, Kind.EDIT, Kind.POST]),
        ((3, 2, 7), [Kind.EDIT, Kind.EDIT, Kind.EDIT]),
        ((0, 0, 0), [Kind.EDIT, Kind.EDIT, Kind.POST]),
    ],
    ids=["whole", "one not told", "part", "none told"],
)
def test_the_last_revision_of_a_dump_that_begins_with_the_newest_opens_the_page(
    parents: tuple[int, ...], kinds: list[Kind], tmp_path: Path
) -> None:
    deeds = list(told(newest_first(tmp_path, *parents)).values())

    assert [deed.kind for deed in deeds] == kinds
    assert len({deed.thread_id for deed in deeds}) == 1


def test_a_page_with_more_revisions_than_one_chunk_holds_is_read_as_it_grows(tmp_path: Path) -> None:
    many = [(number, f"2006-01-{number % 28 + 1:02}", "Ada") for number in range(1, 2001)]

    assert len(told(old_dump(tmp_path, *many, version="0.10"))) == 2000


def test_the_log_of_a_wiki_is_no_activity(tmp_path: Path) -> None:
    path = tmp_path / "log.xml"
    path.write_text("<mediawiki version='0.11'><logitem><id>1</id><type>move</type></logitem></mediawiki>")

    assert [one.reason for one in read(path) if isinstance(one, Ignored)] == ["not_activity"]


@pytest.mark.parametrize("base", ["", "wiki", "https://[", "//"])
def test_a_dump_without_an_address_is_called_like_its_folder(base: str, tmp_path: Path) -> None:
    path = old_dump(tmp_path, (5, "2006-01-02", "Ben"))
    path.write_text(path.read_text().replace("http://old.example/x", base))

    (edit,) = told(path).values()

    assert edit.community == tmp_path.name


def test_fields_that_no_dump_is_known_to_have_are_told(tmp_path: Path) -> None:
    path = old_dump(tmp_path, (5, "2006-01-02", "Ben"))
    path.write_text(
        path.read_text()
        .replace("<text>", "<mood>fine</mood><text>")
        .replace("<title>", "<star/><title>")
        .replace("<username>", "<rank/><username>")
        .replace("<base>", "<motto/><base>")
    )

    budget = Budget(Limits(), str(path))
    read(path, budget=budget)

    assert budget.unknown == {"mood": 1, "page.star": 1, "contributor.rank": 1, "siteinfo.motto": 1}


def test_a_dump_that_was_cut_off_is_refused(dump: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.xml").write_bytes(dump.read_bytes()[:-200])

    with pytest.raises(InputError, match="truncated: expected the end of <mediawiki>"):
        read(tmp_path / "cut.xml")


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ('<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10">', 90),
        ('\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!-- by hand --><mediawiki>', 90),
        ("<mediawikis>", 0),
        ("<rss>&lt;mediawiki <mediawiki>", 0),
    ],
    ids=["dump", "declared", "another root", "quoted"],
)
def test_only_the_root_of_a_dump_is_recognised(text: str, sure: int, tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text(text, encoding="utf-8")

    assert probe(tmp_path / "x.xml").sure == sure


@given(data=st.lists(st.tuples(st.integers(0, 5000), st.sampled_from(b'<>/&;"=x\0\xff')), max_size=6))
def test_any_damage_of_a_dump_gives_outcomes_or_an_error_of_ours(
    data: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = bytearray((Path(__file__).parents[2] / "fixtures" / "mediawiki" / "garden.xml").read_bytes())
    for at, byte in data:
        whole[at % len(whole)] = byte
    path = tmp_path_factory.mktemp("damage") / "x.xml"
    path.write_bytes(whole)

    with suppress(KibbutzError):
        assert all(isinstance(one, Activity | Rejection | Ignored) for one in read(path))


def test_every_revision_of_the_real_answers_is_accounted_for(shared: Path) -> None:
    folder = shared / "exports" / "perceval-tests" / "mediawiki"
    counts = Counter[str]()
    for path in folder.glob("*.json"):
        query = json.loads(path.read_text()).get("query", {})
        pages = [*query.get("pages", {}).values(), *query.get("allrevisions", ())]
        for item in [one for page in pages for one in page.get("revisions", ())]:
            named = "bot" if item.get("user", "").endswith("Bot") else "named"
            counts[named if "user" in item and "anon" not in item else "nameless"] += 1
        for item in query.get("recentchanges", ()):
            counts["nameless" if item["type"] == "edit" else "log"] += 1

    outcomes = read(folder)

    reasons = Counter(outcome.reason for outcome in outcomes if isinstance(outcome, Ignored))
    edits = sum(isinstance(one, Activity) and not one.derived for one in outcomes)
    assert (edits, reasons["no_author"], reasons["not_activity"], reasons["bot"]) == (
        counts["named"],
        counts["nameless"],
        counts["log"],
        counts["bot"],
    )

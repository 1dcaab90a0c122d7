"""Databases made with the statements by which isso makes its own: comments of all modes, and answers."""

import gzip
import hashlib
import sqlite3
import zipfile
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError, LimitError
from kibbutz_cli.model.activity import Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import SURE, readers
from kibbutz_cli.readers.comments import isso
from kibbutz_cli.readers.comments.issodatabase import kept
from kibbutz_cli.readers.files import database
from kibbutz_cli.readers.files.archive import open_tree

trial = Trial(isso)
read, told, probe = trial.read, trial.told, trial.probe

THREADS = "create table threads (id integer primary key, uri varchar(256) unique, title varchar(256))"
COMMENTS = """
CREATE TABLE comments (
    tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL,
    modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR, author VARCHAR, email VARCHAR,
    website VARCHAR,
    likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0, voters BLOB NOT NULL, notification INTEGER DEFAULT 0)
"""
TRIGGER = """
CREATE TRIGGER remove_stale_threads AFTER DELETE ON comments BEGIN
    DELETE FROM threads WHERE id NOT IN (SELECT tid FROM comments); END
"""
PREFERENCES = "CREATE TABLE preferences (key VARCHAR PRIMARY KEY, value VARCHAR)"
SECOND = 1_709_287_200.5
ROWS = [
    (
        1,
        1,
        None,
        SECOND,
        None,
        1,
        "192.0.2.1",
        "Beans in *May*.",
        "Ada",
        "ada@hill.example",
        None,
        2,
        1,
        b"\1",
    ),
    (
        1,
        2,
        1,
        SECOND + 60,
        SECOND + 90,
        1,
        "192.0.2.2",
        "> Beans\n\nYes.",
        "Ben",
        None,
        "https://ben.example",
    ),
    (1, 3, 1, SECOND + 70, None, 2, "192.0.2.3", "Buy!", "Spam", "spam@hill.example", None),
    (1, 4, None, SECOND + 80, None, 4, "192.0.2.3", "", None, None, None),
    (2, 5, 4, SECOND + 90, None, 1, "192.0.2.4", "Who?", None, None, None),
    (9, 6, None, SECOND + 95, None, 1, "192.0.2.4", "Peas.", "Ada", "ADA@hill.example ", None),
]


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return made(tmp_path / "garden.db")


def made(path: Path, *statements: str, tables: tuple[str, ...] = (PREFERENCES, THREADS, COMMENTS)) -> Path:
    """Write a database as isso does, then change it."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in tables:
            connection.execute(statement)
        if tables[1:] == (THREADS, COMMENTS):
            connection.execute(TRIGGER)
            connection.execute("insert into preferences values ('session-key', 'secret')")
            connection.executemany(
                "insert into threads values (?, ?, ?)", [(1, "/beans/", "Beans"), (2, "/peas/", None)]
            )
            for row in ROWS:
                values = (*row, *(0, 0, b"")[len(row) - 11 :])
                connection.execute(f"insert into comments values ({', '.join('?' * 14)}, 0)", values)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def test_a_comment_names_its_page_and_its_writer_by_the_hash_of_the_address(garden: Path) -> None:
    comment = told(garden)["garden#comment-1"]

    assert (comment.kind, comment.object_id, comment.thread_id) == (
        Kind.REPLY,
        "garden/beans/",
        "garden/beans/",
    )
    assert (comment.actor_name, comment.like_count, comment.text_len) == ("Ada", 2, len("Beans in *May*."))
    assert (comment.ts_us, comment.clock) == (1_709_287_200_500_000, Clock.EXACT)
    assert comment.actor.startswith("isso:mail-")
    assert "hill" not in comment.actor


def test_an_answer_is_towards_whoever_wrote_what_it_answers(garden: Path) -> None:
    deeds = told(garden)
    answer = deeds["garden#comment-2"]

    assert (answer.object_id, answer.target) == ("garden#comment-1", deeds["garden#comment-1"].actor)
    assert answer.text_len == len("Yes.")


def test_a_name_is_kept_escaped_and_told_as_it_was_given(tmp_path: Path) -> None:
    deeds = told(made(tmp_path / "garden.db", "update comments set author = 'Ada &amp; Co' where id = 1"))

    assert (deeds["garden#comment-1"].actor_name, deeds["garden#comment-2"].target_name) == ("Ada & Co",) * 2


def test_one_address_is_one_person_however_it_is_written(garden: Path) -> None:
    deeds = told(garden)

    assert deeds["garden#comment-6"].actor == deeds["garden#comment-1"].actor


def test_it_declares_the_mailboxes_of_its_commenters(garden: Path) -> None:
    actor = told(garden)["garden#comment-1"].actor
    with open_tree(str(garden), Budget(Limits(), str(garden))) as tree:
        found = {
            account.actor: account.mailbox for account in isso.identities(tree, Budget(Limits(), str(garden)))
        }

    assert found[actor] == hashlib.sha256(b"ada@hill.example").hexdigest()[:16]


def test_a_comment_whose_page_is_gone_is_of_the_site(garden: Path) -> None:
    assert told(garden)["garden#comment-6"].thread_id == "garden"


def test_what_waits_is_deleted_or_nobodys_is_counted(garden: Path) -> None:
    ignored = Counter(outcome.reason for outcome in read(garden) if isinstance(outcome, Ignored))

    assert ignored == {"held": 1, "deleted": 1, "no_author": 1}


def test_a_host_in_the_address_of_a_page_is_the_site(garden: Path) -> None:
    with closing(sqlite3.connect(garden)) as connection:
        connection.execute("update threads set uri = 'https://Hill.example/beans/' where id = 1")
        connection.commit()

    assert told(garden)["hill.example#comment-1"].community == "hill.example"


def test_a_database_has_one_reader_whatever_its_name_and_place(garden: Path, tmp_path: Path) -> None:
    renamed = garden.rename(tmp_path / "comments.sqlite3")
    for path in (str(renamed), str(tmp_path)):
        with open_tree(path, Budget(Limits(), path)) as tree:
            sure = [reader.ABOUT.name for _, reader, _ in readers() if reader.probe(tree).sure >= SURE]

        assert sure == ["isso"]


def test_older_databases_lack_columns(tmp_path: Path) -> None:
    path = made(tmp_path / "old.db", "alter table comments drop column website")

    assert len(told(path)) == 3


def test_unknown_columns_are_told(tmp_path: Path) -> None:
    path = made(tmp_path / "new.db", "alter table comments add column badge varchar")
    budget = Budget(Limits(), str(path))

    trial.read(path, budget=budget)

    assert budget.unknown == {"comments.badge": 1}


def test_nothing_is_written_and_nothing_made_beside_it(garden: Path) -> None:
    before = garden.read_bytes()
    garden.chmod(0o400)
    garden.parent.chmod(0o500)
    try:
        read(garden)
    finally:
        garden.parent.chmod(0o700)

    assert garden.read_bytes() == before
    assert [path.name for path in garden.parent.iterdir()] == ["garden.db"]


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_database_in_use_is_refused(garden: Path, ending: str) -> None:
    Path(f"{garden}{ending}").write_bytes(b"changes")

    with pytest.raises(InputError, match=rf"garden\.db{ending}: changes that are not in the database yet"):
        read(garden)


def test_packed_it_is_refused_in_one_line(garden: Path, tmp_path: Path) -> None:
    packed = tmp_path / "packed.db.gz"
    packed.write_bytes(gzip.compress(garden.read_bytes()))
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.write(garden, "data/garden.db")

    for path in (packed, tmp_path / "packed.zip"):
        assert probe(path).sure == 85
        with pytest.raises(InputError, match="SQLite inside an archive or pipe: expected the file itself"):
            read(path)


ENDLESS = "(with recursive n(i) as (select 1 union all select i + 1 from n) select i from n)"


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        (
            (
                THREADS,
                COMMENTS.replace("comments", "kept"),
                f"create view comments as select i as tid, i as id, 'voters BLOB' as text from {ENDLESS}",
                "create table x (a default 'CREATE TABLE comments (')",
            ),
            "comments is a view or is computed",
        ),
        (
            (
                THREADS,
                "create virtual table comments using fts5(tid, voters)",
                "create table x (voters BLOB)",
            ),
            "comments is a view or is computed",
        ),
        ((THREADS, "create table comments (id integer, voters BLOB)"), "no column tid, or no id and uri"),
        (("create table threads (id integer)", COMMENTS), "no column tid, or no id and uri"),
        ((THREADS,), "no table comments"),
    ],
    ids=["a view", "a virtual table", "no key", "no address", "no table"],
)
def test_what_is_no_plain_table_is_refused(tables: tuple[str, ...], told: str, tmp_path: Path) -> None:
    path = made(tmp_path / "hostile.db", tables=tables)

    with open_tree(str(path), Budget(Limits(), "x")) as tree, pytest.raises(InputError, match=told):
        list(kept(tree, "hostile.db", Budget(Limits(), "x")))


def test_a_column_that_is_computed_is_not_read(tmp_path: Path) -> None:
    computed = COMMENTS.replace("text VARCHAR", "text VARCHAR AS (printf('%1000000d', id))")
    path = tmp_path / "hostile.db"
    with closing(sqlite3.connect(path)) as connection:
        for statement in (THREADS, computed):
            connection.execute(statement)
        connection.execute("insert into threads values (1, '/beans/', null)")
        connection.execute(
            "insert into comments (tid, id, created, author, voters) values (1, 1, 1, 'Ada', x'')"
        )
        connection.commit()

    (comment,) = told(path).values()

    assert comment.text_len == 0


def test_a_table_that_never_yields_a_row_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "STEPS", 1000)
    monkeypatch.setattr(database, "STEPS_A_ROW", 2000)
    slow = "create table threads (id varchar, uri varchar)"
    path = made(
        tmp_path / "slow.db",
        "insert into comments (tid, id, created, author, voters) values ('y', 1, 1, 'Ada', x'')",
        "insert into threads with recursive n(i) as (select 1 union all select i + 1 from n limit 5000) "
        "select 'x', 'y' from n",
        tables=(slow, COMMENTS),
    )

    with pytest.raises(InputError, match="comments takes too long: expected a plain table"):
        read(path)


def test_the_limits_hold_for_a_database(garden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LimitError, match="more than 100 bytes"):
        read(garden, Limits(bytes_in=100))
    monkeypatch.setattr(database, "STEPS", 1)
    with pytest.raises(LimitError, match="longer than"):
        read(garden, Limits(seconds=1e-9))


def test_a_truncated_database_is_refused(garden: Path) -> None:
    garden.write_bytes(garden.read_bytes()[:-4096])

    with pytest.raises(InputError, match="damaged SQLite database"):
        read(garden)


def test_a_comment_without_time_is_set_aside(tmp_path: Path) -> None:
    path = made(tmp_path / "bad.db", "update comments set created = 'soon' where id = 1")

    assert [outcome.code for outcome in read(path) if isinstance(outcome, Rejection)] == ["bad_time"]


@given(st.data())
def test_damage_is_refused_or_counted(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = made(tmp_path_factory.mktemp("damage") / "garden.db")
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path.write_bytes(
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )

    with suppress(KibbutzError):
        read(path)

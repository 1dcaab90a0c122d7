"""What is said of an input that no reader knows: what it is, and the command that makes an export of it."""

import gzip
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from kibbutz_cli.errors import UnknownFormatError
from kibbutz_cli.model.activity import Activity
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.choose import Input, inputs
from kibbutz_cli.readers.work import gitlog, mail
from kibbutz_cli.testing.reading import probed

MAILS = [
    "From: Ada <ada@hill.example>\nMessage-ID: <1@hill>\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n"
    "Subject: beans\n\nHow?\nFrom here on.\n",
    "From: Ben <ben@hill.example>\nMessage-ID: <2@hill>\nDate: Mon, 1 Jan 2024 11:00:00 +0000\n"
    "In-Reply-To: <1@hill>\nSubject: Re: beans\n\nWith water.\n",
]


def git(folder: Path, *command: str) -> None:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@hill.example", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return a working copy of a public-inbox: one commit a mail, and one that takes a mail away."""
    if not shutil.which("git"):
        pytest.skip("there is no git here")
    folder = tmp_path / "hill talk"
    folder.mkdir()
    git(folder, "init")
    for number, text in enumerate(MAILS):
        (folder / "m").write_text(text)
        git(folder, "add", "m")
        git(folder, "commit", "-m", f"mail {number}")
    git(folder, "mv", "m", "d")
    git(folder, "commit", "-m", "rm")
    return folder


def refusal(path: Path) -> UnknownFormatError:
    with pytest.raises(UnknownFormatError) as caught:
        list(inputs(str(path), Limits(), None))
    return caught.value


def obeyed(told: UnknownFormatError, folder: Path) -> list[Input]:
    """Do what a hint says in a folder, and return what can be read there then."""
    assert told.hint is not None
    subprocess.run(["sh", "-c", told.hint], cwd=folder, check=True, capture_output=True)
    return [found for found in inputs(str(folder), Limits(), None) if isinstance(found, Input)]


def answers(folder: Path) -> list[tuple[str, str | None]]:
    deeds = []
    for found in inputs(str(folder), Limits(), None):
        if isinstance(found, Input):
            deeds += [
                deed for deed in found.reader.read(found.tree, found.budget) if isinstance(deed, Activity)
            ]
    return [(deed.activity_id, deed.object_id) for deed in deeds]


@pytest.mark.parametrize("shape", ["working copy", "0.git", "inbox"])
def test_an_inbox_becomes_an_mbox_by_the_command_told(inbox: Path, tmp_path: Path, shape: str) -> None:
    path = {"working copy": inbox, "0.git": tmp_path / "0.git", "inbox": tmp_path / "hill list"}[shape]
    if shape == "0.git":
        git(tmp_path, "clone", "--bare", str(inbox), str(path))
    if shape == "inbox":
        (path / "git").mkdir(parents=True)
        git(tmp_path, "clone", "--bare", str(inbox), str(path / "git" / "0.git"))
    written = tmp_path / "written"
    written.mkdir()

    told = refusal(path)
    (found,) = obeyed(told, written)

    assert "public-inbox" in told.message
    assert found.reader is mail
    assert answers(written) == [("1@hill", None), ("2@hill", "1@hill")]


@pytest.mark.parametrize("bare", [False, True], ids=["a clone", "a bare one"])
def test_a_repository_becomes_a_log_by_the_command_told(tmp_path: Path, inbox: Path, bare: bool) -> None:
    (inbox / "beans.py").write_text("beans = 7\n")
    git(inbox, "add", "beans.py")
    git(inbox, "commit", "-m", "Beans")
    path = inbox
    if bare:
        path = tmp_path / "hill.git"
        git(tmp_path, "clone", "--bare", str(inbox), str(path))
    written = tmp_path / "written"
    written.mkdir()

    told = refusal(path)
    (found,) = obeyed(told, written)

    assert told.message == f"{path}: not an export kibbutz knows: a git repository"
    assert found.reader is gitlog
    assert len(answers(written)) == 4


def test_the_mbox_of_a_public_inbox_server_is_read(tmp_path: Path) -> None:
    text = "".join(
        f"From mboxrd@z Thu Jan  1 00:00:00 1970\nReturn-Path: <ada@hill.example>\n{mail}\n" for mail in MAILS
    )
    (tmp_path / "hill.mbox.gz").write_bytes(
        gzip.compress(text.replace("\nFrom here", "\n>From here").encode())
    )

    assert probed(mail, str(tmp_path / "hill.mbox.gz")).sure == 97
    assert answers(tmp_path / "hill.mbox.gz") == [("1@hill", None), ("2@hill", "1@hill")]


def database(path: Path, *tables: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 1")
        for table in tables:
            connection.execute(f"create table {table} (id integer primary key autoincrement)")
    return path


@pytest.mark.parametrize(
    ("tables", "seen", "hint"),
    [
        (("beans", "peas"), "an SQLite database with the tables beans, peas", "sqlite3 -header -csv"),
        ([f"t{number}" for number in range(8)], "tables t0, t1, t2, t3, t4, t5, ...", "sqlite3 -header -csv"),
        ((), "an SQLite database", "sqlite3 -header -csv"),
        (("jid", "chat", "message"), "WhatsApp's own database", "Export chat"),
        (("SESSION", "CHUNK", "MESSAGE"), "a database of slackdump", "slackdump convert -f export"),
    ],
    ids=["two tables", "many tables", "no tables", "whatsapp", "slackdump"],
)
def test_a_database_is_named_by_its_tables(
    tables: tuple[str, ...], seen: str, hint: str, tmp_path: Path
) -> None:
    path = database(tmp_path / "data" / "some.db", *tables)

    for told in (refusal(path), refusal(path.parent)):
        assert told.message.endswith(seen)
        assert told.hint is not None
        assert told.hint.startswith(hint) or hint in told.hint


def test_a_packed_database_has_no_path_to_tell(tmp_path: Path) -> None:
    path = tmp_path / "some.db.gz"
    path.write_bytes(gzip.compress(database(tmp_path / "some.db", "beans").read_bytes()))

    assert "-csv FOLDER/FILE " in (refusal(path).hint or "")


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<head><title>Exported Data</title></head>", "chats of Telegram Desktop as HTML"),
        ("<style>.chatlog__message-group {}</style>", "a channel of DiscordChatExporter as HTML"),
    ],
)
@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside pictures"])
def test_a_chat_saved_as_a_page_is_known_and_its_layout_named(
    page: str, what: str, beside: bool, tmp_path: Path
) -> None:
    path = tmp_path / "messages.html"
    path.write_text(f"<!DOCTYPE html><html>{page}</html>")
    (tmp_path / "style.css").write_text("")

    found = refusal(tmp_path if beside else path)

    assert what in str(found)
    assert "JSON" in (found.hint or "")


@pytest.mark.parametrize(
    ("begin", "what", "hint"),
    [
        ("HTTP/2 200 \r\nserver: hill\r\n\r\n[]", "an answer below its headers", "curl without -i"),
        ("-- MySQL dump 10.13  Distrib 8.0.36\n--\n", "a dump of an SQL database", "as actor"),
        ("--\n-- PostgreSQL database dump\n--\n", "a dump of an SQL database", "as actor"),
        ("/*M!999999\\- enable */\n-- MariaDB dump 10.19\n", "a dump of an SQL database", "as actor"),
        ("-- a list, of dumps\n", "text", "a table with the columns actor and published"),
    ],
    ids=["headers", "MySQL", "PostgreSQL", "MariaDB", "text"],
)
def test_a_text_is_known_by_how_it_begins(tmp_path: Path, begin: str, what: str, hint: str) -> None:
    path = tmp_path / "saved"
    path.write_text(begin, newline="")

    told = refusal(path)

    assert f"knows: {what}" in told.message
    assert hint in str(told.hint)


@pytest.mark.parametrize(
    ("names", "what", "hint"),
    [
        (["[Content_Types].xml", "xl/workbook.xml"], "a workbook of Excel", "save its sheet as CSV"),
        (["a.txt", "mine/archive.tar.gz"], "an archive with mine/archive.tar.gz in it", "unpack it"),
    ],
    ids=["workbook", "archive"],
)
def test_an_archive_is_known_by_what_it_holds(tmp_path: Path, names: list[str], what: str, hint: str) -> None:
    with ZipFile(tmp_path / "saved.zip", "w") as archive:
        for name in names:
            archive.writestr(name, "x")

    told = refusal(tmp_path / "saved.zip")

    assert f"knows: {what}" in told.message
    assert hint in str(told.hint)


def test_a_migration_archive_of_github_is_told_as_one_and_what_is_read_instead(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "schema.json").write_text('{"version": "1.2.0"}')
    for name in ("users", "issues", "issue_comments"):
        (folder / f"{name}_000001.json").write_text('[{"type": "user", "url": "https://github.com/ada"}]')
    packed = Path(shutil.make_archive(str(tmp_path / "packed"), "gztar", folder))

    for path in (folder, packed):
        told = refusal(path)

        assert told.message.endswith(
            "not an export kibbutz knows: a migration archive of GitHub, which is not read"
        )
        assert told.hint
        assert "gh api --paginate --slurp 'repos/OWNER/NAME/issues?state=all' > issues.json" in told.hint

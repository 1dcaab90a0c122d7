"""Digests of mailing lists: the mails in them are read, and the list's program is nobody."""

from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.model.activity import Activity
from kibbutz_cli.readers.work import mail

LIST = "From: garden-request@list.example\nSubject: Garden Digest, Vol 1\nList-Id: <garden.list.example>\n"
DATE = "Date: Fri, 5 Jan 2018 10:00:00 +0000\n"
BEANS = f"From: Ada <ada@hill.example>\n{DATE}Subject: Beans\nMessage-ID: <1@a>\n\nWhich beans?\n"
PEAS = f"From: Ben <ben@shore.example>\n{DATE}Subject: Re: Beans\nMessage-ID: <2@a>\n\nPeas.\n"
PART = "Content-Type: message/rfc822\nMIME-Version: 1.0\n\n"
MIME = (
    'Content-Type: multipart/mixed; boundary="A"\n\n--A\nContent-Type: text/plain\n\nToday: Beans\n'
    '\n--A\nContent-Type: multipart/digest;\n boundary="B"\n\n'
    "--B\n{}--B\n{}--B--\n--A\n\nThe end.\n--A--\n"
)
LINE = "-" * 30
TEXT = f"\nToday: Beans\n\n{'-' * 70}\n\nMessage: 1\n{{}}\n{LINE}\n\nMessage: 2\n{{}}\n{LINE}\n\nThe end.\n"
BEN_READS = {"1@a": ("Ada", None), "2@a": ("Ben", "1@a")}

trial = Trial(mail)


def told(path: Path, text: str) -> dict[str, tuple[str | None, str | None]]:
    """Return who wrote the mails of a file, and what each answers."""
    path.write_text(text)
    deeds = (deed for deed in trial.read(path) if isinstance(deed, Activity))
    return {deed.activity_id: (deed.actor_name, deed.object_id) for deed in deeds}


@pytest.mark.parametrize(
    "digest",
    [
        MIME.format(PART + BEANS, PART + PEAS),
        MIME.format("\n" + BEANS, "\n" + PEAS),
        TEXT.format(BEANS, PEAS),
    ],
    ids=["of parts", "of bare parts", "a text"],
)
def test_a_digest_is_the_mails_in_it(digest: str, tmp_path: Path) -> None:
    first = "From garden-request@list.example Fri Jan  5 12:00:00 2018\n"

    assert told(tmp_path / "garden.mbox", f"{first}{LIST}{DATE}Message-ID: <d@a>\n{digest}") == BEN_READS
    assert told(tmp_path / "one.eml", f"{LIST}{DATE}Message-ID: <d@a>\n{digest}") == BEN_READS


@pytest.mark.parametrize(
    ("sender", "digest"),
    [
        ("Cleo <cleo@moor.example>", TEXT.format(BEANS, PEAS)),
        ("garden-request@list.example", "\nNo mails.\n"),
    ],
    ids=["somebody repeats one", "it holds none"],
)
def test_what_is_no_digest_of_a_list_is_one_mail(sender: str, digest: str, tmp_path: Path) -> None:
    first = f"From x@list.example Fri Jan  5 12:00:00 2018\nFrom: {sender}\n{DATE}Message-ID: <d@a>\n"

    assert list(told(tmp_path / "garden.mbox", first + digest)) == ["d@a"]


def test_a_digest_that_no_list_sent_is_private(tmp_path: Path) -> None:
    head = LIST.partition("List-Id")[0]

    assert told(tmp_path / "one.eml", head + DATE + TEXT.format(BEANS, PEAS)) == {}

"""Archives of mailing lists: who wrote, whom they answered, and which words are their own."""

import gzip
import hashlib
import mailbox
import re
import shutil
from collections import Counter
from contextlib import closing, suppress
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Trial

from kibbutz_cli.errors import InputError, KibbutzError
from kibbutz_cli.model.activity import Activity, Clock, Ignored, Kind, Rejection
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.work import mail
from kibbutz_cli.readers.work.mailsplit import CHUNK, KEPT

ADA, BEN = "mail:a603e162c062320e", "mail:b09d26b440026e1a"
"""The hashes of ada@hill.example and ben@shore.example."""

FROM = b"From ada@hill.example Tue Jan  2 10:00:00 2018\n"
HEADS = b"From: Ada <ada@hill.example>\nDate: Tue, 2 Jan 2018 10:00:00 +0000\n"


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "mbox" / "garden-help"


@pytest.fixture
def patches(fixtures: Path) -> Path:
    return fixtures / "mbox" / "patches.mbox"


trial = Trial(mail)
read, told, probe = trial.read, trial.told, trial.probe


DRAWN = "-------------- Beans --------------"
"""A line around a heading of somebody's own."""


def mbox(folder: Path, *messages: bytes) -> Path:
    path = folder / "list.mbox"
    path.write_bytes(b"\n".join(FROM + HEADS + message for message in messages))
    return path


def words(folder: Path, body: str, heads: str = "") -> int:
    (mail,) = told(mbox(folder, f"{heads}Message-ID: <1@a>\n\n{body}".encode())).values()
    return mail.text_len


def test_a_mail_opens_a_thread(garden: Path) -> None:
    opening = told(garden)["beans-1@hill.example"]

    assert (opening.kind, opening.actor, opening.actor_name) == (Kind.POST, ADA, "Ada Byron")
    assert (opening.target, opening.community) == (None, "garden-help")
    assert opening.thread_id == opening.activity_id
    assert opening.published is not None
    assert opening.published.isoformat() == "2018-01-02T09:00:00+00:00"


def test_a_reply_is_towards_who_wrote_what_it_answers(garden: Path) -> None:
    reply = told(garden)["beans-2@shore.example"]

    assert (reply.kind, reply.actor, reply.target) == (Kind.REPLY, BEN, ADA)
    assert (reply.object_id, reply.thread_id) == ("beans-1@hill.example", "beans-1@hill.example")
    assert (reply.actor_name, reply.target_name) == ("Ben Müller", "Ada Byron")


def test_an_answer_to_an_answer_stays_in_the_thread(garden: Path) -> None:
    answer = told(garden)["beans-3@hill.example"]

    assert (answer.target, answer.thread_id) == (BEN, "beans-1@hill.example")


def test_an_address_is_one_however_its_letters_are_written(garden: Path) -> None:
    assert told(garden)["beans-3@hill.example"].actor == ADA


def test_no_address_is_kept_but_those_of_machines(garden: Path, patches: Path) -> None:
    deeds = [*told(garden).values(), *told(patches).values()]

    people = {deed.actor for deed in deeds} | {str(deed.actor_name) for deed in deeds}
    known = {name for name in people if "@" in name and not name.startswith("mail:name-")}
    assert known == {"mail:bugzilla-daemon@hub.example", "bugzilla-daemon@hub.example"}


def test_a_mail_met_twice_counts_once(garden: Path) -> None:
    ignored = [(item.position, item.reason) for item in read(garden) if isinstance(item, Ignored)]

    assert ignored == [(4, "duplicate")]


def test_the_files_of_a_list_are_read_in_the_order_of_time(garden: Path) -> None:
    assert [item.origin.member for item in read(garden)] == ["2018-January.txt"] * 5 + ["2018-April.txt"] * 4


def test_an_answer_that_names_no_mail_is_to_the_opening_of_its_subject(garden: Path) -> None:
    answer = told(garden)["beans-4@vale.example"]

    assert (answer.kind, answer.target, answer.actor_name) == (Kind.REPLY, ADA, "cleo")
    assert answer.object_id == "beans-1@hill.example"


@pytest.mark.parametrize(
    "mark", ["Re", "RE ", "Re[2]", "Re(2)", "Re^2", "Re2", "Odp", "Antwort", "Отв", "回复", "[beds] AW"]
)
def test_an_answer_is_known_by_the_mark_of_many_languages(mark: str, tmp_path: Path) -> None:
    answer = f"Message-ID: <2@a>\nSubject: {mark}: Beans\n\nb".encode()

    deeds = told(mbox(tmp_path, b"Message-ID: <1@a>\nSubject: Beans\n\na", answer))

    assert deeds["2@a"].object_id == "1@a"


def test_a_subject_that_is_no_answers_or_too_old_opens_a_thread(tmp_path: Path) -> None:
    path = mbox(
        tmp_path, b"Message-ID: <1@a>\nSubject: Beans\n\na", b"Message-ID: <2@a>\nSubject: beans\n\nb"
    )
    late = (
        b"From: b@b.example\nDate: Sat, 3 Feb 2018 10:00:00 +0000\nMessage-ID: <3@a>\nSubject: AW: Beans\n\nc"
    )
    path.write_bytes(path.read_bytes() + b"\n" + FROM.replace(b"2018", b"2019") + late)

    assert [deed.kind for deed in told(path).values()] == [Kind.POST] * 3


def test_a_disguised_address_is_the_one_that_fits_the_name(garden: Path) -> None:
    assert told(garden)["peas-1@hill.example"].actor == ADA


def test_a_disguised_address_that_was_never_seen_goes_by_its_name(garden: Path) -> None:
    dan = told(garden)["beans-5@vale.example"]

    assert re.fullmatch(r"mail:name-[0-9a-f]{16}@garden-help", dan.actor)
    assert dan.actor_name == "Dan"


def test_a_name_that_had_two_fitting_addresses_goes_by_itself(tmp_path: Path) -> None:
    heads = (b"a.b at c.example (Jo)", b"a-b at c.example (Jo)", b"a@b @end|ng |rom c@ex@mp|e (Jo)")
    messages = [b"From: %b\nMessage-ID: <%d@x>\n\nhi\n" % (sender, n) for n, sender in enumerate(heads)]
    path = tmp_path / "list.txt"
    path.write_bytes(b"\n".join(FROM + message for message in messages))

    *clear, disguised = [deed.actor for deed in told(path).values()]

    assert len({*clear, disguised}) == 3
    assert disguised.startswith("mail:name-")


def test_a_reply_to_a_lost_mail_keeps_the_thread_it_names(garden: Path) -> None:
    reply = told(garden)["peas-1@hill.example"]

    assert (reply.kind, reply.target) == (Kind.REPLY, None)
    assert (reply.object_id, reply.thread_id) == ("lost@elsewhere.example", "lost-root@elsewhere.example")
    assert told(garden)["peas-3@marsh.example"].thread_id == "lost-root@elsewhere.example"


def test_without_in_reply_to_the_last_reference_is_answered(garden: Path) -> None:
    assert told(garden)["beans-5@vale.example"].object_id == "beans-4@vale.example"


@pytest.mark.parametrize(
    ("told_as", "references", "answered"),
    [
        ('Message from Ada <ada@hill.example> of "Tue, 02 Jan 2018 10:00:00 EST." <1@a>', "", "1@a"),
        ('Message from Ada <ada@hill.example> of "Tue, 02 Jan 2018 10:00:00 EST." <1@a>', "<1@a>", "1@a"),
        ('Your message of "Tue, 02 Jan 2018 10:00:00 EST." <lost@a>', "", "lost@a"),
        ('Your message of "Tue, 02 Jan 2018 10:00:00 EST." <lost@a>.', "", "lost@a"),
        ('Your message of "Tue, 02 Jan 2018 10:00:00 EST." <ada@hill.example>', "<0@a> <1@a>", "1@a"),
        ("Your message <1@a>", "", "1@a"),
        ('<lost@a> (message from Ada <ada@hill.example> on "Tue, 2 Jan")', "", "lost@a"),
        ("<0@a> <1@a>", "<1@a>", "1@a"),
        ("<lost@a>", "<1@a>", "lost@a"),
        ("ada@hill.example", "<0@a> <1@a>", "1@a"),
        ('Message from Ada <ada@hill.example> of "Tue, 02 Jan 2018 10:00:00 EST."', "", None),
        ('Message from Ada <ada@hill.example> of "Tue, 02 Jan 2018 10:00:00 EST."', "<1@a>", "1@a"),
        ("Ada <ada@hill.example>", "", None),
        ("Ada's message of 2 Jan 2018", "", None),
    ],
)
def test_an_address_that_old_programs_tell_before_the_id_is_no_mail(
    told_as: str, references: str, answered: str | None, tmp_path: Path
) -> None:
    heads = f"Message-ID: <2@a>\nIn-Reply-To: {told_as}\nReferences: {references}\n\nThat.\n"
    path = mbox(tmp_path, b"Message-ID: <1@a>\n\nWhat?\n", heads.encode())

    reply = told(path)["2@a"]

    assert (reply.kind, reply.object_id) == (Kind.REPLY if answered else Kind.POST, answered)
    assert reply.target == (ADA if answered == "1@a" else None)
    assert reply.thread_id == ("1@a" if references else answered or "2@a")


@pytest.mark.parametrize(
    ("answered", "references"), [("1@a", ""), ("lost@a", "<lost@a> <0@a>")], ids=["met before", "referred to"]
)
def test_an_id_that_hyperkitty_exports_without_its_angles_is_answered(
    answered: str, references: str, tmp_path: Path
) -> None:
    heads = (
        f"Message-ID: <2@a>\nSubject: Peas (was: Beans)\nIn-Reply-To: {answered}\nReferences: {references}"
    )
    path = mbox(tmp_path, b"Message-ID: <1@a>\nSubject: Beans\n\nWhat?\n", f"{heads}\n\nThat.\n".encode())

    reply = told(path)["2@a"]

    assert (reply.kind, reply.object_id, reply.thread_id) == (Kind.REPLY, answered, answered)
    assert reply.target == (ADA if answered == "1@a" else None)


def test_an_address_alone_is_no_mail_and_not_kept(tmp_path: Path) -> None:
    messages = [f"Message-ID: <{n}@a>\nIn-Reply-To: ben@shore.example\n\nThat.\n".encode() for n in (1, 2)]

    deeds = told(mbox(tmp_path, *messages))

    assert [(deed.kind, deed.object_id, deed.thread_id) for deed in deeds.values()] == [
        (Kind.POST, None, "1@a"),
        (Kind.POST, None, "2@a"),
    ]


ENCODED = "=?utf-8?q?=3C20180102-tomatoes-on-the-wall-of-the-?=\n =?utf-8?q?glasshouse=40hill=2Eexample=3E?="
"""An id as Python's email package folds it."""


@pytest.mark.parametrize(
    "heads",
    [
        f"In-Reply-To: {ENCODED}\n",
        f"In-Reply-To: {ENCODED.replace('=3C', '').replace('=3E', '')}\n",
        f"References: <0@a> {ENCODED}\n",
    ],
    ids=["answered", "without angles", "references"],
)
def test_a_long_id_that_is_encoded_is_read(heads: str, tmp_path: Path) -> None:
    opening = "20180102-tomatoes-on-the-wall-of-the-glasshouse@hill.example"
    first = f"Message-ID: <{opening}>\n\nWhat?\n"
    path = mbox(tmp_path, first.encode(), f"Message-ID: <2@a>\n{heads}\nThat.\n".encode())

    reply = told(path)["2@a"]

    assert (reply.kind, reply.object_id, reply.thread_id) == (Kind.REPLY, opening, opening)


@pytest.mark.parametrize(
    ("own", "number"), [(ENCODED, "20180102"), ("<=?utf-8?q?=41?=@a>", "=?utf-8?q?=41?=@a")]
)
def test_a_mail_s_own_id_is_read_where_it_is_encoded_as_a_whole(
    own: str, number: str, tmp_path: Path
) -> None:
    (met,) = told(mbox(tmp_path, f"Message-ID: {own}\n\nWhat?\n".encode()))

    assert met.startswith(number)


@pytest.mark.parametrize(
    "address",
    ["ada=hill.example@shore.example", "bounce+1=ada=hill.example@shore.example", "a=b@shore.example"],
)
def test_another_address_with_such_a_sign_is_itself(tmp_path: Path, address: str) -> None:
    path = tmp_path / "list.mbox"
    path.write_bytes(FROM + f"From: Ada <{address}>\nMessage-ID: <1@a>\n\nThe beans are up.\n".encode())

    (mail,) = told(path).values()

    assert mail.actor == f"mail:{hashlib.sha256(address.encode()).hexdigest()[:16]}"


def test_what_a_list_sends_under_its_own_address_is_the_writers(garden: Path, patches: Path) -> None:
    eve, jo = told(garden)["peas-2@marsh.example"], told(patches)["jo@dev.example"]

    assert (eve.actor_name, jo.actor_name) == ("Eve", "Jo")
    assert eve.actor.startswith("mail:name-")
    assert re.fullmatch("mail:[0-9a-f]{16}", jo.actor)


@pytest.mark.parametrize(
    "writer",
    [
        '"Ada via groups.io" <ada=hill.example@groups.io>',
        '"Ada via lists.shore.example" <Ada=Hill.Example@lists.shore.example>',
        "\"'Ada' via Garden\" <ada=hill.example@lists.example>",
        "Ada <ada=40hill.example@dmarc.lists.example>",
    ],
)
def test_an_address_that_a_list_writes_out_is_the_writers(tmp_path: Path, writer: str) -> None:
    path = tmp_path / "list.mbox"
    path.write_text(
        f"{FROM.decode()}From: {writer}\nReply-To: garden@lists.example\n"
        "Message-ID: <1@a>\n\nThe beans are up.\n"
    )

    (mail,) = told(path).values()

    assert (mail.actor, mail.actor_name) == (ADA, "Ada")


@pytest.mark.parametrize("number", ["peas-2@marsh.example", "peas-3@marsh.example"], ids=["1971", "no time"])
def test_a_clock_that_was_never_set_gives_way_to_the_first_line(garden: Path, number: str) -> None:
    sent = told(garden)[number]

    assert sent.published is not None
    assert (sent.published.date().isoformat(), sent.clock) == ("2018-04-02", Clock.ZONE_ASSUMED)


@pytest.mark.parametrize(
    ("date", "sent"),
    [
        ("Tue, 2 Jan 2018 10:00:00 +0100 (CET)", "2018-01-02T09:00:00+00:00"),
        ("2 Jan 18 10:00 EST", "2018-01-02T15:00:00+00:00"),
        ("Tue, 02 Jan 2018 10:00:00 -0000", "2018-01-02T10:00:00+00:00"),
        ("Mon, 1 Jan 2018 10:00:00 GMT", "2018-01-01T10:00:00+00:00"),
        ("Tue, 2 Jan 2068 10:00:00 +0100", "2018-01-02T10:00:00+00:00"),
        ("Tue Jan  2 09:00:00 2018", "2018-01-02T09:00:00+00:00"),
        ("Tue Jan  2 09:00:00 2018 +0100", "2018-01-02T08:00:00+00:00"),
    ],
    ids=["comment", "two digits", "minus zero", "named", "after its arrival", "asctime", "in its zone"],
)
def test_a_date_is_read_in_every_zone(tmp_path: Path, date: str, sent: str) -> None:
    path = tmp_path / "list.mbox"
    path.write_bytes(FROM + f"From: a@b.example\nMessage-ID: <1@a>\nDate: {date}\n\nhi".encode())

    (deed,) = told(path).values()

    assert deed.published is not None
    assert deed.published.isoformat() == sent


RECEIVED = (
    "Received: from shore.example by hill.example with SMTP; Tue, 2 Jan 2018 11:00:05 +0100 (CET)\n"
    "Received: from vale.example by shore.example; Mon, 1 Jan 2018 10:00:00 +0000\n"
)


@pytest.mark.parametrize("date", ["Date: yesterday\n", "Date: 2 Jan 2068 10:00:00 GMT\n", ""])
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("list.mbox", "From mboxrd@z Thu Jan  1 00:00:00 1970\n"),
        ("list.mbox", "From mboxrd@z Sat Feb 31 00:00:00 2018\n"),
        ("1.eml", ""),
    ],
    ids=["public-inbox", "no time", "no first line"],
)
def test_without_a_first_line_that_tells_the_arrival_the_last_server_does(
    name: str, line: str, date: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(
        f"{line}From: a@b.example\n{date}{RECEIVED}List-Id: <b.example>\nMessage-ID: <1@a>\n\nhi\n"
    )

    (deed,) = told(path).values()

    assert deed.published is not None
    assert deed.published.isoformat() == "2018-01-02T10:00:05+00:00"


def test_a_mail_of_no_time_but_1970_has_none(tmp_path: Path) -> None:
    path = tmp_path / "list.mbox"
    path.write_text("From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: a@b.example\nMessage-ID: <1@a>\n\nhi\n")

    (deed,) = told(path).values()

    assert (deed.ts_us, deed.clock) == (None, Clock.MISSING)


def test_who_approves_a_patch_endorses_its_author(patches: Path) -> None:
    approval, patch = told(patches)["patch-2@dev.example"], told(patches)["patch-1@dev.example"]

    assert (approval.kind, approval.target) == (Kind.ENDORSE, patch.actor)


@pytest.mark.parametrize(
    ("sender", "named"),
    [
        (b"Ada Hill (ada) <ada@hill.example>", b"Ada Hill <ada@hill.example>"),
        (b"Ada Hill <ada@hill.example>", b"Ada Hill <ada@work.example>"),
        (b"Ada Hill <ada@hill.example>", b"ADA HILL"),
    ],
    ids=["a login behind the name", "another address", "none"],
)
def test_who_approves_is_known_by_address_or_name(sender: bytes, named: bytes, tmp_path: Path) -> None:
    opening = b"From: Ben <ben@shore.example>\nMessage-ID: <1@a>\n\nMend it\n"
    approval = b"From: " + sender + b"\nMessage-ID: <2@a>\nIn-Reply-To: <1@a>\n\n"
    path = tmp_path / "list.mbox"
    path.write_bytes(FROM + opening + b"\n" + FROM + approval + b"Reviewed-by: " + named + b"\n")

    deed = told(path)["2@a"]

    assert (deed.kind, deed.actor, deed.target) == (Kind.ENDORSE, ADA, BEN)


def test_another_persons_approval_is_not_the_senders(patches: Path) -> None:
    assert [told(patches)[f"patch-{n}@dev.example"].kind for n in (1, 3)] == [Kind.POST, Kind.REPLY]


def test_a_patch_in_a_body_is_no_new_mail_and_no_words(patches: Path) -> None:
    assert "water.c" not in str(told(patches).keys())
    assert len([item for item in read(patches) if item.position == 2]) == 1
    assert told(patches)["patch-1@dev.example"].text_len < 200


def test_the_text_of_a_mail_of_many_parts_is_its_first_plain_one(patches: Path) -> None:
    approval = told(patches)["patch-2@dev.example"]

    assert approval.text_len == len("Looks dry, grüße.\n\nAcked-by: Hal <HAL@dev.example>")


def test_packed_markup_in_an_unknown_character_set_is_read(patches: Path) -> None:
    assert told(patches)["patch-3@dev.example"].text_len == len("Tested-by: Hal <hal@dev.example>")


def test_a_private_mailbox_is_left_out(patches: Path) -> None:
    assert [item.reason for item in read(patches) if isinstance(item, Ignored)] == ["private"]


def test_a_mail_from_nobody_is_set_aside(patches: Path) -> None:
    assert [(item.position, item.code) for item in read(patches) if isinstance(item, Rejection)] == [
        (6, "no_actor")
    ]


def test_a_list_is_called_as_it_calls_itself(patches: Path) -> None:
    assert {deed.community for deed in told(patches).values()} == {"garden-dev.list.example"}


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ("> quoted\n\nmine\n", "mine"),
        ("first\n\nsecond\n> quoted\n", "first\n\nsecond"),
        ("On Monday, Ada\nwrote:\n> quoted\nmine", "mine"),
        ("first\n\nAda wrote:\n\n> quoted\n> more\n\nsecond", "first\n\n\nsecond"),
        ("mine\n-- \nAda", "mine"),
        ("mine\n>From now on", "mine\nFrom now on"),
        ("mine\n-----Original Message-----\nFrom: Ben\n\nhis", "mine"),
        ("mine\n---------- Forwarded message ---------\nFrom: Ben\n\nhis", "mine"),
        ("mine\n\nFrom: Ben <ben@shore.example>\nSent: Monday\nTo: a list\n\nhis", "mine"),
        ("mine\n\n-----Ursprüngliche Nachricht-----\nVon: Ben\nGesendet: Montag\n\nsein", "mine"),
        ("From: home\nI sow: beans", "From: home\nI sow: beans"),
        ("mine\n-------------- nächster Teil --------------\nEin Anhang ...\nURL: <x>", "mine"),
        ("mine\n-------------- partie suivante --------------\nNom: a\nType: b\nURL : <x>", "mine"),
        (f"mine\n{DRAWN}\nmore\n\nURL: <x>", f"mine\n{DRAWN}\nmore\n\nURL: <x>"),
        ("mine\n-------------- beans --\nmore", "mine\n-------------- beans --\nmore"),
        ("mine\r\nmore\r\n", "mine\nmore"),
        ("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nmine\n-----BEGIN PGP SIGNATURE-----\nx", "mine"),
        ("mine\n---\n a.c | 2 +-\n", "mine"),
        ("cafe\u0301", "caf\u00e9"),
    ],
    ids=[
        "quote",
        "nothing said of the quote",
        "long wrote",
        "between",
        "signature",
        "escaped",
        "outlook",
        "forwarded",
        "outlook's headers",
        "outlook in german",
        "no headers",
        "pipermail",
        "pipermail in french",
        "drawn",
        "heading",
        "crlf",
        "pgp",
        "diffstat",
        "nfc",
    ],
)
def test_only_a_persons_own_words_count(tmp_path: Path, body: str, own: str) -> None:
    assert words(tmp_path, body) == len(own)


def test_a_mail_of_a_kind_that_is_told_by_half_is_text(tmp_path: Path) -> None:
    assert words(tmp_path, "mine", "Content-Type: text; charset=us-ascii\n") == len("mine")


@pytest.mark.parametrize(
    "footer",
    [
        f"{'-' * 69}\nTo unsubscribe, e-mail: garden-unsubscribe@list.example",
        f"{'#' * 72}\n\nTo unsubscribe from the GARDEN list, click the following link:\nx",
        "To unsubscribe from this list: send the line",
        "-=-=-=-=-=-=-=-=-=-=-=-\nGroups.io Links: You receive all messages",
        "--~--~---------~--~----~------------~-------~--~----~\nYou received this message",
        "------------------------ Yahoo! Groups Sponsor --------------------~-->",
        f"{'-' * 36}\n\nYahoo! Groups Links",
        f"{'-' * 73}\nThis SF.net email is sponsored by: Beans",
    ],
)
def test_what_a_list_writes_below_a_mail_is_nobodys_word(footer: str, tmp_path: Path) -> None:
    assert words(tmp_path, f"mine\n\n{footer}\nmore\n") == len("mine")


def test_the_same_words_are_known_again_whatever_is_quoted(tmp_path: Path) -> None:
    offer = b"Buy our beans, they are the best in all the valleys here."
    quoted = b"\n> Which beans?\n" + offer + b"\n-- \nAda"
    path = mbox(
        tmp_path,
        b"Message-ID: <1@a>\n\n" + offer,
        b"Message-ID: <2@a>\n" + quoted,
        b"Message-ID: <3@a>\n\nYes",
    )

    first, again, short = (deed.text_print for deed in told(path).values())

    assert first is not None
    assert (again, short) == (first, None)


@pytest.mark.parametrize(
    ("heads", "body", "own"),
    [
        ("Content-Type: text/plain; charset=latin1\n", "gr\u00fc\u00dfe", 7),
        ("Content-Type: image/png\n", "x" * 99, 0),
        ("Content-Transfer-Encoding: base64\n", "bWluZQ==", 4),
        ("Content-Transfer-Encoding: base64\n", "not base64!", 11),
        ("Content-Type: multipart/mixed\n", "no boundary", 0),
        ("Content-Type: multipart/mixed; boundary=b\n", "--b\nContent-Type: image/png\n\nx\n--b--", 0),
    ],
    ids=["utf-8 in latin-1", "picture", "base64", "no base64", "no boundary", "only pictures"],
)
def test_bodies_are_read_as_they_are_declared(tmp_path: Path, heads: str, body: str, own: int) -> None:
    assert words(tmp_path, body, heads) == own


def test_parts_in_parts_are_followed_to_a_depth(tmp_path: Path) -> None:
    def nested(depth: int) -> str:
        boundary = f"b{depth}"
        inner = nested(depth - 1) if depth else "Content-Type: text/plain\n\nmine"
        return (
            f"Content-Type: multipart/mixed; boundary={boundary}\n\n--{boundary}\n{inner}\n--{boundary}--\n"
        )

    def own(depth: int) -> int:
        heads, _, body = nested(depth).partition("\n\n")
        return words(tmp_path, body, f"{heads}\n")

    assert [own(0), own(19), own(20)] == [4, 4, 0]


@pytest.mark.parametrize(
    "line",
    [
        "From the book:",
        "From ada Tue Jan  2 10:00:00 2018 and more",
        "From x Tue Jan 2 10:00:00 2018\nno header",
        "From x Tue, 2 Jan 2018 10:00:00 +0000\nno header",
        "From x Tue, 2 Jan 2018 10:00:00 +0000\nDate: Tue, 2 Jan 2018 11:00:00 +0000",
        "From x yesterday\nDate: yesterday",
    ],
)
def test_a_line_of_a_body_that_begins_with_from_is_no_mail(tmp_path: Path, line: str) -> None:
    assert len(read(mbox(tmp_path, f"Message-ID: <1@a>\n\n{line}\n".encode()))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "From ada at hill.example  Tue Jan  2 10:00:00 2018",
        "From ad@ @end|ng |rom hi||  Tue Jan  2 10:00:00 2018",
        "From 16@xxx Tue Jan 02 10:00:00 +0000 2018",
        "From ada@hill.example Tue Jan  2 10:00:00 EST 2018\r",
        "From ada@hill.example Tue Jan  2 10:00 2018 +0100",
    ],
    ids=["pipermail", "disguised", "takeout", "zone and crlf", "offset"],
)
def test_a_first_line_is_known_in_each_of_its_forms(tmp_path: Path, line: str) -> None:
    path = tmp_path / "list"
    path.write_bytes(f"{line}\nFrom: ada@hill.example\nMessage-ID: <1@a>\n\nhi\n".encode())

    (deed,) = told(path).values()

    assert probe(path).sure == 97
    assert deed.published is not None
    assert deed.published.date().isoformat() == "2018-01-02"


@pytest.mark.parametrize(
    "date",
    ["Tue, 2 Jan 2018 10:00:00 -0600 (CST)", "2 Jan 18 10:00 EST", "Tue Jan  2 10:00:00 2018"],
    ids=["zone by name", "without a day", "as in a first line"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_first_line_of_the_first_pipermail_ends_in_the_date_of_the_mail(
    date: str, end: str, tmp_path: Path
) -> None:
    """Such mails have no id."""
    path = tmp_path / "2018-January.txt"
    mails = [f"From {each} {date}\nDate: {date}\nFrom: {each}\n\nhi\n" for each in ("ada@hill", "ben@shore")]
    path.write_bytes("\n".join(mails).replace("\n", end).encode())

    first, second = told(path).values()

    assert probe(path).sure == 97
    assert (first.actor_name, second.actor_name) == ("ada", "ben")
    assert first.published == second.published
    assert first.published is not None
    assert first.published.date().isoformat() == "2018-01-02"


def test_a_list_that_went_on_with_another_program_is_read_whole(tmp_path: Path) -> None:
    old = FROM.replace(b"Tue Jan  2 10:00:00 2018", b"Mon, 1 Jan 2018 09:00:00 +0000")
    old += b"Date: Mon, 1 Jan 2018 09:00:00 +0000\nFrom: Ada <ada@hill.example>\n\nold\n\n"
    path = mbox(tmp_path, b"Message-ID: <1@a>\n\nnew\n")
    path.write_bytes(old + path.read_bytes() + old.replace(b"09:", b"08:"))

    assert [deed.text_len for deed in told(path).values()] == [3, 3, 3]


@pytest.mark.parametrize("size", [CHUNK - 60, CHUNK - 30, CHUNK, CHUNK + 1, KEPT + CHUNK, 3 * KEPT])
def test_a_mail_begins_wherever_the_chunks_are_cut(tmp_path: Path, size: int) -> None:
    long = b"Message-ID: <1@a>\n\n" + b"x" * (size - len(FROM + HEADS) - 19)

    path = mbox(tmp_path, long, b"Message-ID: <2@a>\n\nshort")

    assert [deed.activity_id for deed in told(path).values()] == ["1@a", "2@a"]


def test_a_mail_without_an_id_is_known_by_what_it_says(tmp_path: Path) -> None:
    first, again = read(mbox(tmp_path, b"Subject: a\n\nx", b"Subject: a\n\nx"))

    assert isinstance(first, Activity)
    assert first.activity_id.startswith("hash-")
    assert isinstance(again, Ignored)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (b"From: a@b.example\nDate: never\n\nx", "bad_time"),
        (b"Message-ID: <%b>\nFrom: a@b.example\n\nx" % (b"9" * 5000), "malformed"),
        (b"Comment: none of ours\n\nx", "malformed"),
    ],
    ids=["time", "long id", "no headers"],
)
def test_a_senseless_mail_is_set_aside(tmp_path: Path, message: bytes, code: str) -> None:
    path = tmp_path / "list.mbox"
    path.write_bytes(b"From x Sat Xyz\n" + message)
    with pytest.raises(InputError, match="no mbox"):
        read(path)
    # The first line must be one; a month that has no 31st day gives no time.
    path.write_bytes(b"From x Sat Feb 31 10:00:00 2018\n" + message)

    assert [code] == [outcome.code for outcome in read(path) if isinstance(outcome, Rejection)]


def test_a_folder_says_the_same_packed_and_unpacked(garden: Path, tmp_path: Path) -> None:
    packed = tmp_path / "garden-help"
    packed.mkdir()
    for file in garden.iterdir():
        (packed / f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes()))
    zipped = Path(shutil.make_archive(str(tmp_path / "zipped" / "garden-help"), "zip", garden))

    for path in (packed, zipped):
        assert probe(path).sure == 97
        assert [deed.model_dump(exclude={"origin"}) for deed in told(path).values()] == [
            deed.model_dump(exclude={"origin"}) for deed in told(garden).values()
        ]


def test_a_folder_of_other_things_is_hardly_a_list_because_one_file_is(garden: Path, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.json").write_text("{}")
    shutil.copy(garden / "2018-January.txt", tmp_path)

    assert probe(tmp_path).sure == 55


def test_a_monthly_file_alone_is_of_the_list_its_folder_names(garden: Path) -> None:
    assert {deed.community for deed in told(garden / "2018-January.txt").values()} == {"garden-help"}


@pytest.mark.parametrize(
    "file", ["Week-of-Mon-20180101.txt", "20180102.txt", "2018q1.txt", "garden-help-2018-01-02.mbox"]
)
def test_a_file_of_a_week_or_a_day_is_of_the_same_list(file: str, garden: Path, tmp_path: Path) -> None:
    folder = tmp_path / "garden-help"
    folder.mkdir()
    shutil.copy(garden / "2018-January.txt", folder / file)

    assert {deed.community for deed in told(folder / file).values()} == {"garden-help"}


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("garden-help.mbox", "garden-help"),
        ("garden-help.mbox.gz", "garden-help"),
        ("garden-help-2018-January.txt.gz", "garden-help"),
        ("org.example.garden.mbox", "org.example.garden"),
        ("garden-help", "garden-help"),
        ("garden-help.mboxrd.gz", "garden-help"),
    ],
)
def test_a_lone_file_is_of_the_list_that_it_is_called_like(
    file: str, name: str, garden: Path, tmp_path: Path
) -> None:
    mails = (garden / "2018-January.txt").read_bytes()
    (tmp_path / file).write_bytes(gzip.compress(mails) if file.endswith(".gz") else mails)

    deeds = told(tmp_path / file).values()

    assert {deed.community for deed in deeds} == {name}


@pytest.mark.parametrize(
    ("folder", "name"),
    [("garden.help", "garden.help"), ("org.example.garden", "org.example.garden"), ("peas.mbox", "peas")],
)
def test_a_folder_and_its_archive_are_of_one_list(
    folder: str, name: str, garden: Path, tmp_path: Path
) -> None:
    shutil.copytree(garden, tmp_path / folder)
    packed = shutil.make_archive(str(tmp_path / folder), "zip", tmp_path / folder)

    for place in (tmp_path / folder, Path(packed)):
        assert {deed.community for deed in told(place).values()} == {name}


LISTED = HEADS + b"List-Id: Garden help <garden.hill.example>\nMessage-ID: <1@a>\nSubject: Beans\n\n> hello\n"
ANSWER = (
    b"From: Ben <ben@shore.example>\nDate: Tue, 2 Jan 2018 12:00:00 +0000\nMessage-ID: <2@a>\n"
    b"X-Mailing-List: garden@hill.example\nIn-Reply-To: <1@a>\n\n"
)
QUOTED = FROM + HEADS + b"Message-ID: <3@a>\n\nan mbox that is quoted\n"
DINNER = HEADS + b"Message-ID: <4@a>\nSubject: dinner\n\nAt eight?\n"


@pytest.mark.parametrize(
    ("listed", "answer", "own"),
    [
        ("Beans.eml", "Re Beans.EML", "dinner.eml"),
        ("cur/1514887200.M1P1.host:2,S", "new/1514887300.M1P1.host", "cur/1514887400.M1P1.host:2,RS"),
        ("INBOX/cur/9", ".Lists.garden/cur/1:2,S", ".Sent/cur/1:2,S"),
        ("10", "9", "11"),
        ("lists/garden/1", "lists/garden/2", "sent/1"),
    ],
    ids=["eml", "Maildir", "Maildir++", "MH", "folders of MH"],
)
def test_of_mails_in_a_file_each_those_of_a_list_are_read(
    listed: str, answer: str, own: str, tmp_path: Path
) -> None:
    mails = {
        listed: LISTED.replace(b"\n", b"\r\n"),
        answer: ANSWER + QUOTED,
        own: DINNER,
        "tmp/1": b"",
        "subscriptions": b"garden",
        "dovecot-uidlist": b"3",
    }
    for name, data in mails.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)

    opening, reply = told(tmp_path).values()

    assert (opening.kind, opening.actor, opening.community) == (Kind.POST, ADA, "garden.hill.example")
    assert (reply.kind, reply.actor, reply.target, reply.object_id) == (Kind.REPLY, BEN, ADA, "1@a")
    assert trial.ignored(tmp_path) == {"private": 1}
    assert probe(tmp_path).sure == 97


def test_what_programs_keep_beside_the_mails_of_mh_is_not_read(tmp_path: Path) -> None:
    beside = (",3", "#4", ".mh_sequences", ".xmhcache", ".claws_cache", ".sylpheed_mark", ".mh_context")
    for name in ("1", "2", *beside):
        (tmp_path / name).write_bytes(LISTED.replace(b"1@a", name.encode()))

    assert probe(tmp_path).sure == 97
    assert list(told(tmp_path)) == ["1", "2"]


def test_of_the_mbox_of_thunderbird_those_of_a_list_are_read(tmp_path: Path) -> None:
    line, status = b"From - Tue Jan  2 10:00:00 2018\n", b"X-Mozilla-Status: 0001\n"
    (tmp_path / "Inbox").write_bytes(b"\n".join(line + status + mail for mail in (DINNER, LISTED, ANSWER)))

    assert list(told(tmp_path / "Inbox")) == ["1@a", "2@a"]
    assert trial.ignored(tmp_path / "Inbox") == {"private": 1}


@pytest.mark.parametrize(
    ("heads", "left_out"),
    [
        ("Auto-Submitted: auto-replied (vacation)", {"bot": 1}),
        ("Precedence: auto_reply", {"bot": 1}),
        ("X-Spam-Flag: YES", {"spam": 1}),
        ("X-No-Archive: Yes", {"private": 1}),
        ("X-No-Archive:", {"private": 1}),
        ("X-Archive: no", {"private": 1}),
        ("X-No-Archive: no\nX-Archive: yes", {}),
        ("Auto-Submitted: auto-generated\nPrecedence: list\nX-Spam-Flag: NO", {}),
    ],
    ids=[
        "away",
        "away of old",
        "spam",
        "no archive",
        "no archive, bare",
        "not archived",
        "archived",
        "neither",
    ],
)
def test_spam_answers_of_programs_and_what_is_for_no_archive_are_left_out(
    heads: str, left_out: dict[str, int], tmp_path: Path
) -> None:
    answer = f"{heads}\nMessage-ID: <2@a>\nIn-Reply-To: <1@a>\n\nI am at sea.\n"
    path = mbox(tmp_path, b"Message-ID: <1@a>\n\nWhat?\n", answer.encode())

    assert trial.ignored(path) == left_out
    assert len(told(path)) == 2 - len(left_out)


GROUPS = "Takeout/Grupos/hill.example/grupos propios"
PINNED = (
    b"From 28668125511680@xxx Tue Jan 02 10:00:00 +0000 2018\nX-GM-THRID: 28668125511680\n"
    b"X-Google-Groups: garden\nX-Gmail-Labels: El tema se ha fijado\n"
    + HEADS
    + b"Message-ID: <1@g>\n\nBeans.\n\n"
)
"""A mail as Google Groups exports it, with a label that says what state its topic is in."""


def test_what_a_group_of_google_pinned_is_read(tmp_path: Path) -> None:
    labelled = FROM + b"X-Gmail-Labels: Inbox\nX-BeenThere: peas@hill.example\n" + DINNER
    (tmp_path / "temas.mbox").write_bytes(PINNED + labelled)

    assert list(told(tmp_path / "temas.mbox")) == ["1@g"]
    assert trial.ignored(tmp_path / "temas.mbox") == {"private": 1}


@pytest.mark.parametrize(
    ("folder", "mails"),
    [("garden@googlegroups.com", FROM + DINNER), ("garden@hill.example", PINNED)],
    ids=["of Google", "of another domain"],
)
def test_a_group_of_google_is_called_like_its_folder(folder: str, mails: bytes, tmp_path: Path) -> None:
    path = tmp_path / GROUPS / folder / "temas.mbox"
    path.parent.mkdir(parents=True)
    path.write_bytes(mails)

    for place in (path, path.parent, path.parent.parent):
        assert {deed.community for deed in told(place).values()} == {folder}


@pytest.mark.parametrize(
    ("folder", "mails"),
    [("ada@hill.example", FROM + DINNER), ("garden", PINNED)],
    ids=["an account", "no address"],
)
def test_a_mailbox_in_another_folder_is_called_like_its_file(
    folder: str, mails: bytes, tmp_path: Path
) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "peas.mbox").write_bytes(mails)

    assert {deed.community for deed in told(tmp_path / folder / "peas.mbox").values()} == {"peas"}


def test_files_of_a_year_each_are_no_single_mails(tmp_path: Path) -> None:
    for year in ("2017", "2018"):
        (tmp_path / year).write_bytes(FROM + HEADS + f"Message-ID: <{year}@a>\n\nBeans.\n".encode())

    assert probe(tmp_path).sure == 97
    assert (list(told(tmp_path)), trial.ignored(tmp_path)) == (["2017@a", "2018@a"], {})


@pytest.mark.parametrize("name", ["Beans.eml", "from Thunderbird.eml", "12"])
def test_one_mail_alone_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes((b"From - Tue Jan  2 10:00:00 2018\n" if "Thunderbird" in name else b"") + LISTED)

    assert probe(path).sure == 97
    assert list(told(path)) == ["1@a"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.eml", b"beans and peas"),
        ("notes.eml", b"Title: beans\nDate: today\n\nFrom: Ada"),
        ("Beans.txt", LISTED),
        ("12", b"beans and peas"),
        ("012", LISTED),
    ],
    ids=["no headers", "nobody's", "another ending", "a number alone", "no number"],
)
def test_what_has_no_headers_or_is_called_otherwise_is_no_mail(
    name: str, data: bytes, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)

    assert (probe(tmp_path / name).sure, probe(tmp_path).sure) == (0, 0)


def test_an_empty_file_among_mails_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "Beans.eml").write_bytes(LISTED)
    (tmp_path / "empty.eml").write_bytes(b"")
    (tmp_path / "peas.eml").write_bytes(LISTED.replace(b"1@a", b"5@a"))

    assert [one.code for one in read(tmp_path) if isinstance(one, Rejection)] == ["malformed"]
    assert len(told(tmp_path)) == 2


def test_the_mailboxes_behind_single_mails_are_those_of_a_list(tmp_path: Path) -> None:
    (tmp_path / "Beans.eml").write_bytes(LISTED)
    (tmp_path / "dinner.eml").write_bytes(DINNER.replace(b"ada@", b"eve@"))

    with open_tree(str(tmp_path), Budget(Limits(), "")) as tree:
        accounts = list(mail.identities(tree, Budget(Limits(), "")))

    assert {account.actor for account in accounts} == {ADA}


@given(junk=st.binary(max_size=400))
def test_random_bytes_raise_nothing_but_our_own_errors(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "junk.mbox"
    path.write_bytes(FROM + HEADS + junk + b"\n" + FROM + junk)

    with suppress(KibbutzError):
        read(path)


def test_the_real_list_is_read_whole(shared: Path) -> None:
    """The other reader is the standard library's, which splits at every line that begins with From."""
    folder = shared / "exports" / "mbox" / "r-package-devel"
    deeds = told(folder)
    met = Counter[str]()
    for path in sorted(folder.glob("*.txt")):
        with closing(mailbox.mbox(path, create=False)) as messages:
            for message in messages:
                number = str(message["message-id"] or "").strip("<> \n")
                if number and message["date"]:
                    met[number] += 1
                    sent = parsedate_to_datetime(str(message["date"]))
                    assert abs((deeds[number].ts_us or 0) / 1e6 - sent.timestamp()) < 1

    assert set(met) == set(deeds)
    assert met.total() == len(read(folder))

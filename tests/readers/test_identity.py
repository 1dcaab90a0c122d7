"""What readers declare of accounts, and what is kept of addresses, pages and links."""

import hashlib
import json
import random
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from mangling import ODD

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Activity
from kibbutz_cli.model.identity import Account
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers import identity
from kibbutz_cli.readers.base import Reader
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import Skipped, inputs
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.identity import distinct, identities_of, links_in, mailed, page, pictured, public

ROUNDS = 25
"""Damaged copies of a fixture that are looked into."""

VALUE = re.compile(rb'"\s*:\s*("(?:[^"\\]|\\.)*"|[^\s"\[\]{},]+|\[\]|\{\})')
"""A value of JSON that holds no other."""

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


def _declaring() -> Iterator[tuple[Reader, str]]:
    """Yield each fixture whose reader declares accounts."""
    for child in sorted(child for folder in FIXTURES.iterdir() for child in folder.iterdir()):
        try:
            for found in inputs(str(child), Limits(), None):
                if not isinstance(found, Skipped) and identities_of(found.reader):
                    yield found.reader, found.tree.path
        except KibbutzError:
            continue


CASES = [pytest.param(*case, id=str(Path(case[1]).relative_to(FIXTURES))) for case in _declaring()]


def declared(reader: Reader, path: str) -> list[Account]:
    identities = identities_of(reader)
    assert identities is not None
    budget = Budget(Limits(), path)
    with open_tree(path, budget) as tree:
        return list(identities(tree, budget))


def ids(reader: Reader, path: str) -> set[str]:
    budget = Budget(Limits(), path)
    with open_tree(path, budget) as tree:
        deeds = [each for each in reader.read(tree, budget) if isinstance(each, Activity)]
    return {deed.actor for deed in deeds} | {deed.target for deed in deeds if deed.target}


@pytest.mark.parametrize(("reader", "path"), CASES)
def test_what_is_declared_is_the_same_every_time_and_holds_no_address(reader: Reader, path: str) -> None:
    accounts = declared(reader, path)

    assert accounts == declared(reader, path)
    for each in accounts:
        assert re.fullmatch(r"|[0-9a-f]{16}", each.mailbox)
        assert "@" not in each.domain


@pytest.mark.parametrize(("reader", "path"), CASES)
def test_whatever_is_damaged_accounts_are_declared_or_an_error_of_ours_is_raised(
    reader: Reader, path: str, tmp_path: Path
) -> None:
    chance = random.Random(1)
    copy = tmp_path / Path(path).name
    (shutil.copytree if Path(path).is_dir() else shutil.copy)(path, copy)
    files = [each for each in ([copy] if copy.is_file() else sorted(copy.rglob("*"))) if each.is_file()]
    for _ in range(ROUNDS):
        file = chance.choice(files)
        whole = file.read_bytes()
        file.write_bytes(damaged(whole, chance))
        with suppress(KibbutzError):
            assert all(type(each) is Account for each in declared(reader, str(copy)))
        file.write_bytes(whole)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return bytes cut off, or with one byte exchanged, or with a value of another kind in their JSON."""
    match chance.choice(("cut", "bytes", "value", "value")):
        case "cut":
            return data[: chance.randrange(len(data) + 1)]
        case "bytes":
            at = chance.randrange(len(data) + 1)
            return data[:at] + chance.choice((b"\0", b"\xff", b'"', b"<", b"}", b"]")) + data[at + 1 :]
        case _:
            found = chance.choice([*VALUE.finditer(data)] or [None])
            odd = json.dumps(chance.choice(ODD)).encode()
            return data[: found.start(1)] + odd + data[found.end(1) :] if found else odd


def test_ids_that_readers_declare_are_those_of_the_deeds() -> None:
    met: dict[str, bool] = {}
    for reader, path in (case.values for case in CASES):
        told = {each.actor for each in declared(reader, path)}
        met[reader.ABOUT.name] = met.get(reader.ABOUT.name, False) or bool(told & ids(reader, path))

    # The fixtures of Gitter have no pictures, that of Remark42 has no addresses: test_declared.py has some.
    assert {name for name, found in met.items() if not found} == {"gitter", "remark42"}
    assert len(met) == 24


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("ada@vale.example", "Ada@Vale.Example "),
        ("ada@vale.example", "ada+list@vale.example"),
        ("ada.hill@gmail.com", "adahill+x@googlemail.com"),
    ],
)
def test_two_ways_to_write_one_mailbox(address: str, other: str) -> None:
    assert mailed("mail:1", address).mailbox == mailed("mail:1", other).mailbox


def test_dots_tell_mailboxes_apart_where_it_is_not_gmail() -> None:
    assert mailed("mail:1", "ada.hill@vale.example") != mailed("mail:1", "adahill@vale.example")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ada",
        "@vale.example",
        "noreply@vale.example",
        "redacted@example.invalid",
        "a@localhost",
        "a@host.localdomain",
        "you@example.com",
        "ada@example.com",
        "ada@mail.example.org",
        "foo@bar.com",
        "root@hill",
        "your-email@hill.example",
        "ada@blog.test",
    ],
)
def test_what_is_nobodys_mailbox(address: str) -> None:
    assert mailed("mail:1", address) is None


@pytest.mark.parametrize("address", ["1+ada@users.noreply.github.com", "ada@users.noreply.github.com"])
def test_an_address_of_github_that_takes_no_mail_is_somebodys(address: str) -> None:
    assert mailed("mail:1", address) is not None


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("https://www.Shore.example/@Ada/", "shore.example/@Ada"),
        ("http://twitter.com/Ada?lang=de", "x.com/ada"),
        ("https://mobile.twitter.com/ada#top", "x.com/ada"),
        ("https://github.com/AdaH", "github.com/adah"),
        ("ftp://shore.example/ada", ""),
        ("shore.example", ""),
    ],
)
def test_a_page_is_known_however_it_is_written(url: str, meant: str) -> None:
    assert page(url) == meant


@pytest.mark.parametrize(
    ("shown", "same"),
    [
        ("https://secure.gravatar.com/avatar/{md5}?s=96&d=mm&r=g", "md5"),
        ("//www.gravatar.com/avatar/{md5}.jpg?s={{size}}", "md5"),
        ("{md5}", "md5"),
        ("https://0.gravatar.com/avatar/{sha256}?s=48", "sha256"),
    ],
)
def test_a_picture_of_gravatar_is_named_by_the_mailbox(shown: str, same: str) -> None:
    address = "ada@vale.example"
    hashes = {name: hashlib.new(name, address.encode()).hexdigest() for name in ("md5", "sha256")}
    known, found = mailed("x:1", address), pictured("x:1", shown.format(**hashes))

    assert known is not None
    assert found is not None
    assert found.gravatar == (known.gravatar if same == "md5" else "")
    assert found.mailbox == (known.mailbox if same == "sha256" else "")


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "https://cdn.example/avatar/0123456789abcdef0123456789abcdef",
        "https://www.gravatar.com/avatar/00000000000000000000000000000000?d=mp",
        f"https://www.gravatar.com/avatar/{hashlib.md5(b'').hexdigest()}",
        f"https://www.gravatar.com/avatar/{hashlib.sha256(b'').hexdigest()}",
        f"https://www.gravatar.com/avatar/{hashlib.md5(b'unknown@gravatar.com').hexdigest()}",
        "https://www.gravatar.com/avatar/0123456789abcdef0123456789abcdef0",
    ],
)
def test_what_is_nobodys_picture(shown: str) -> None:
    assert pictured("x:1", shown) is None


def test_accounts_are_told_once_and_only_where_they_say_something() -> None:
    account = Account("x:1", pages=("x.com/ada",))

    assert list(distinct([account, None, Account("x:2", name="Ben"), account])) == [account]


def test_accounts_are_told_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "MOST", 3)
    told = [Account(f"x:{number}", pages=("x.com/ada",)) for number in range(5)]

    assert list(distinct(told)) == told[:3]


def test_links_are_found_in_html_and_in_plain_text() -> None:
    html = '<a href="https://shore.example/@ada" rel="me">shore</a>'

    assert links_in([html, "See https://vale.example/ada.", None, 7]) == (
        "shore.example/@ada",
        "vale.example/ada",
    )


@pytest.mark.parametrize("again", [" ", "[", "a@", "a@a.", "(a@"])
@pytest.mark.usefixtures("ends")
def test_a_name_that_says_one_thing_over_and_over_is_shown_in_linear_time(again: str) -> None:
    public(f"ada @{again * 50_000} ben")

"""What readers declare of accounts, and what is kept of addresses, pages and links."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Activity
from kibbutz_cli.model.identity import Account
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.base import Reader
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import Skipped, inputs
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.identity import identities_of, links_in, mailed, page

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


def test_six_readers_declare_accounts_and_their_ids_are_those_of_the_deeds() -> None:
    met: dict[str, bool] = {}
    for reader, path in (case.values for case in CASES):
        told = {each.actor for each in declared(reader, path)}
        met[reader.ABOUT.name] = met.get(reader.ABOUT.name, False) or bool(told & ids(reader, path))

    # The fixtures of Bluesky have no repository: test_bluesky.py makes one.
    assert met == {
        "bluesky": False,
        "gitlog": True,
        "mastodon": True,
        "mbox": True,
        "stackexchange": True,
        "twitter": True,
        "wordpress": True,
    }


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


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("https://www.Shore.example/@Ada/", "shore.example/@Ada"),
        ("http://twitter.com/Ada?lang=de", "x.com/ada"),
        ("https://mobile.twitter.com/ada#top", "x.com/ada"),
        ("ftp://shore.example/ada", ""),
        ("shore.example", ""),
    ],
)
def test_a_page_is_known_however_it_is_written(url: str, meant: str) -> None:
    assert page(url) == meant


def test_links_are_found_in_html_and_in_plain_text() -> None:
    html = '<a href="https://shore.example/@ada" rel="me">shore</a>'

    assert links_in([html, "See https://vale.example/ada.", None, 7]) == (
        "shore.example/@ada",
        "vale.example/ada",
    )

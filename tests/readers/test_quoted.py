"""Whoever pastes an export into a post, a mail or a chat does not make it another export."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import SURE, readers
from kibbutz_cli.readers.files.archive import open_tree

HEAD = 3000
ITEMS = 6


def _heads(fixtures: Path) -> list[str]:
    """Return how each of our fixtures begins that is text."""
    heads = []
    for path in sorted(path for path in fixtures.rglob("*") if path.is_file()):
        try:
            heads.append(path.read_bytes()[:HEAD].decode())
        except UnicodeDecodeError:
            continue
    return heads


def _items(quoted: str, item: Callable[[int, str], str]) -> str:
    """Return a few items of which the third quotes."""
    return "".join(item(number, quoted if number == 3 else "hello there") for number in range(1, ITEMS))


def _mail(quoted: str) -> str:
    return _items(
        "\n".join(f">{line}" if line.startswith("From ") else line for line in quoted.splitlines()),
        lambda day, text: (
            f"From ann@x.org Thu Jan  {day} 00:00:00 2015\nFrom: Ann <ann{day}@x.org>\n"
            f"Date: Thu, {day:02d} Jan 2015 00:00:00 +0000\nMessage-ID: <{day}@x.org>\n\n{text}\n\n"
        ),
    )


def _git_log(quoted: str) -> str:
    return _items(
        "\n    ".join(quoted.splitlines()),
        lambda day, text: (
            f"commit {day:040x}\nAuthor: Ann <ann{day}@x.org>\n"
            f"Date:   Thu Jan {day} 00:00:00 2015 +0000\n\n    {text}\n\n"
        ),
    )


def _whatsapp(quoted: str) -> str:
    return _items(quoted, lambda day, text: f"[0{day}/01/2021, 10:00:00] Ann {day}: {text}\n")


def _irc(quoted: str) -> str:
    return _items(" ".join(quoted.split()), lambda minute, text: f"[10:0{minute}] <ann> {text}\n")


def _movabletype(quoted: str) -> str:
    return _items(
        quoted,
        lambda day, text: (
            f"AUTHOR: Ann\nDATE: 01/0{day}/2006 10:00:00 AM\n-----\nBODY:\n{text}\n-----\n--------\n"
        ),
    )


def _feed(quoted: str) -> str:
    items = _items(
        quoted.replace("]]>", ""),
        lambda _, text: f"<item><author>a</author><description><![CDATA[{text}]]></description></item>",
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Garden</title>{items}</channel></rss>'


def _table(quoted: str) -> str:
    return _items(
        quoted,
        lambda day, text: (
            json.dumps({"actor": "ann", "published": f"2024-01-0{day}", "mood": "x", "text": text}) + "\n"
        ),
    )


def _foreign(quoted: str) -> str:
    return _items(quoted, lambda day, text: json.dumps({"user": "ann", "day": day, "words": text}) + "\n")


HOLDERS: dict[str, Callable[[str], str]] = {
    "mbox": _mail,
    "gitlog": _git_log,
    "whatsapp": _whatsapp,
    "irc": _irc,
    "movabletype": _movabletype,
    "feeds": _feed,
    "tables": _table,
}


@pytest.mark.parametrize("name", HOLDERS)
def test_what_is_quoted_is_not_what_it_stands_in(fixtures: Path, tmp_path: Path, name: str) -> None:
    heads = _heads(fixtures)

    for head in heads:
        claims = _claims(tmp_path / "x", HOLDERS[name](head))
        own = claims.pop(name)
        surest = max(claims, key=lambda other: claims[other])
        assert own >= SURE
        assert claims[surest] < own, f"{surest}: {head[:200]}"

    assert len(heads) > 50


def test_a_table_of_other_columns_is_nobodys_whatever_it_quotes(fixtures: Path, tmp_path: Path) -> None:
    for head in _heads(fixtures):
        claims = _claims(tmp_path / "x", _foreign(head))
        surest = max(claims, key=lambda name: claims[name])
        assert claims[surest] < SURE, f"{surest}: {head[:200]}"


def _claims(path: Path, text: str) -> dict[str, int]:
    """Return how sure every reader is of a file with a text."""
    path.write_text(text, encoding="utf-8")
    with open_tree(str(path), Budget(Limits(), path.name)) as tree:
        return {name: reader.probe(tree).sure for name, reader, _ in readers()}

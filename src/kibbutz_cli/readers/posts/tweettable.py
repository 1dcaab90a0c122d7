"""The table of tweets in the oldest X archives, ``tweets.csv``, as tweets of the shape that its scripts have.

A row may end before its last columns where those are empty. Whom a tweet names is in its words alone; the
links stand in one cell, with those to its own pictures among them, which quote nobody.
"""

from collections.abc import Iterator
from typing import BinaryIO

from kibbutz_cli.model.activity import Origin, Rejection, RejectionCode
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import BOM
from kibbutz_cli.readers.files.sources import truncated
from kibbutz_cli.readers.parsing.celltable import CellTable
from kibbutz_cli.readers.parsing.jsonstream import Item
from kibbutz_cli.readers.parsing.jsonvalues import Fields
from kibbutz_cli.readers.patterns import pattern

COLUMNS = fields(
    """
    tweet_id in_reply_to_status_id in_reply_to_user_id timestamp source text retweeted_status_id
    retweeted_status_user_id retweeted_status_timestamp expanded_urls
    """
)
NEEDED = ("tweet_id", "timestamp", "text", "in_reply_to_status_id", "retweeted_status_id")

HEADER = 1000
"""Bytes in which the names of the columns end."""

_PICTURE = pattern(r"/(?:photo|video)/\d+$")


def has_tweets(head: bytes) -> bool:
    """Return whether a file begins with the names of the columns."""
    first = head[:HEADER].removeprefix(BOM).partition(b"\n")[0]
    return {name.strip('" \r') for name in first.decode("utf-8", "replace").split(",")}.issuperset(NEEDED)


def rows(stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Item | Rejection]:
    """Yield the tweet of each row, or what is wrong with it.

    Raises:
        InputError: The table is cut off.
    """
    table = CellTable(stream, origin, budget.limits.line_bytes)
    columns: list[str] = []
    for line, row in table.rows():
        if isinstance(row, str):
            yield _rejected(row, origin, line)
        elif not columns:
            columns = row
        elif row:
            if len(row) < len(columns) and table.cut:
                raise truncated(origin.place(line), "table: its last row has too few cells")
            yield _found(row, columns, origin, line, budget)


def _found(row: list[str], columns: list[str], origin: Origin, line: int, budget: Budget) -> Item | Rejection:
    told = dict(zip(columns, row, strict=False))
    if len(row) > len(columns) or not told.keys() >= {"tweet_id", "timestamp", "text"}:
        return _rejected(f"{len(row)} cells: expected {len(columns)}", origin, line)
    budget.expects(COLUMNS, told)
    return Item(line, _tweet(told))


def _tweet(cells: dict[str, str]) -> Fields:
    """Return the tweet of a row; what is empty is not there."""
    said = {
        "id_str": cells["tweet_id"],
        "created_at": cells["timestamp"],
        "text": cells["text"],
        "in_reply_to_status_id_str": cells.get("in_reply_to_status_id"),
        "in_reply_to_user_id_str": cells.get("in_reply_to_user_id"),
    }
    tweet: Fields = {key: value for key, value in said.items() if value}
    if original := cells.get("retweeted_status_id"):
        author = {"id_str": cells.get("retweeted_status_user_id", "")}
        tweet["retweeted_status"] = {"id_str": original, "user": author}
    links = [link for link in cells.get("expanded_urls", "").split(",") if not _PICTURE.search(link)]
    tweet["entities"] = {"urls": [{"expanded_url": link} for link in links if link]}
    return tweet


def _rejected(reason: str, origin: Origin, line: int) -> Rejection:
    return Rejection(origin=origin, position=line, code=RejectionCode.MALFORMED, reason=reason)

"""What the posts of a Substack publication mean, and which publication it is."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from kibbutz_cli.errors import LimitError
from kibbutz_cli.model.activity import IgnoredReason, Kind, Outcome, RejectionCode
from kibbutz_cli.readers.base import Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.entries import unpacked_name
from kibbutz_cli.readers.files.heads import head_of, located, spelt
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

PLATFORM = "substack"

PUBLIC = frozenset({"", "everyone"})
"""Audiences of what everybody can read; the first exports named none."""

SAMPLE = 50
"""Posts in which a subscribe button is looked for."""

WITHOUT_FILE = "posts without their HTML file"

Row: TypeAlias = dict[str, str]

_SUBSCRIBE = pattern(r"https?://([A-Za-z0-9.-]{1,250})/subscribe\b")
_SUBSCRIBERS = pattern(r"email_list\.([A-Za-z0-9-]{1,63})\.csv")
_BUTTON = pattern(r'<(p|div)\b[^<>]*\bclass="button-wrapper"[^<>]*>.{0,2000}?</\1>', re.DOTALL)
_CARD = pattern(r'<(a|form)\b[^<>]*\bclass="embedded-publication-[^<>]*>.{0,4000}?</\1>', re.DOTALL)
"""A link to another publication, and the button to subscribe to that one."""

_ENDING = pattern(r"\.csv$", re.IGNORECASE)


class Publication:
    """One export: its posts, with the files of their texts."""

    def __init__(self, tree: Tree, table: str, budget: Budget) -> None:
        self._tree = tree
        self._budget = budget
        self._folder = table[: len(table) - len(table.rpartition("/")[2])]
        self._texts = frozenset() if tree.single else frozenset(self._listed())
        self._host = self._told_host() or self._named_host()

    def post(self, row: Row, record: Record) -> Outcome:
        """Return what a row of posts.csv is."""
        number = row.get("post_id", "").strip()
        if row.get("is_published", "").strip().lower() != "true":
            return record.ignored(IgnoredReason.DRAFT)
        if row.get("audience", "").strip().lower() not in PUBLIC:
            return record.ignored(IgnoredReason.PRIVATE)
        if not number:
            return record.rejected(RejectionCode.NO_ID, "post_id: expected the number of the post")
        told = row.get("post_date", "").strip()
        try:
            moment = _moment(told)
        except ValueError:
            return record.rejected(
                RejectionCode.BAD_TIME, f"post_date: {told[:60]!r}: expected an ISO 8601 time"
            )
        text = self._words(number)
        own = f"{self._host}/{number}"
        return record.outcome(
            {
                "activity_id": own,
                "platform": PLATFORM,
                "community": self._host,
                "actor": f"{PLATFORM}:{self._host}",
                "actor_name": self._host,
                "kind": Kind.POST,
                "thread_id": own,
                "ts_us": moment[0],
                "clock": moment[1],
                "text_len": len(text),
                "text_print": print_of(text),
                "origin": record.origin,
                "position": record.position,
            }
        )

    def _words(self, number: str) -> str:
        """Return the words of a post, none where its file is not there."""
        name = f"{self._folder}posts/{number}.html"
        if name not in self._texts:
            self._budget.repaired(WITHOUT_FILE)
            return ""
        limit = self._budget.limits.text_bytes
        with self._tree.open(name) as stream:
            text = stream.read(limit + 1)
        if len(text) > limit:
            raise LimitError(
                f"{self._tree.path}!{name}: more than {limit:,} bytes",
                "if you trust this file, raise the limit with --limit text_bytes=N",
            )
        words = text.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        return own_words(_BUTTON.sub("", _CARD.sub("", words)))

    def _listed(self) -> Iterator[str]:
        posts = f"{self._folder}posts/"
        for name in self._tree.names():
            if name.startswith(posts) and name.endswith(".html"):
                yield name

    def _told_host(self) -> str:
        """Return the host that most subscribe buttons lead to, or nothing."""
        met: Counter[str] = Counter()
        for name in sorted(self._texts)[:SAMPLE]:
            text = head_of(self._tree, name).decode("utf-8", "replace")
            met.update({host.lower() for host in _SUBSCRIBE.findall(_CARD.sub("", text))})
        return min(met, key=lambda host: (-met[host], host), default="")

    def _named_host(self) -> str:
        for name in self._tree.names():
            folder, file = name[: len(self._folder)], name[len(self._folder) :]
            if folder == self._folder and (found := _SUBSCRIBERS.fullmatch(file)):
                return f"{found[1].lower()}.substack.com"
        folder = "" if self._tree.single else spelt(self._folder)
        named = [part for part in f"{located(self._tree.path)}/{folder}".split("/") if part.strip(".-")]
        return (_ENDING.sub("", unpacked_name(named[-1])) or named[-1]) if named else PLATFORM


def _moment(text: str) -> Moment:
    return iso(text) if text else MISSING

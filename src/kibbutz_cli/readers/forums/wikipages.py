"""What the revisions of a wiki's pages mean: who opened, edited and reverted, and who is left out."""

import re
from collections.abc import Iterator
from ipaddress import ip_address

from kibbutz_cli.model.activity import (
    Activity,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
)
from kibbutz_cli.readers.base import fields
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.jsontables import Row
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import iso_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, beside

PLATFORM = "mediawiki"
REVISIONS, CHANGES = "revisions", "recentchanges"
PEOPLE = frozenset({"users", "allusers"})
ABOUT_THE_WIKI = frozenset({"pageid", "servername"})

_EITHER = fields(
    """
    revid user userid anon temp minor timestamp comment parsedcomment sha1 tags oresscores userhidden
    commenthidden sha1hidden suppressed
    """
)
FIELDS = {
    REVISIONS: _EITHER
    | fields(
        """
        parentid size roles slots contentformat contentmodel content * texthidden badcontentformat
        contentformatmissing diff diffto rollbacktoken flagged parsetree
        """
    ),
    CHANGES: _EITHER
    | fields(
        """
        type ns title pageid old_revid oldrevid rcid bot new oldlen newlen redirect patrolled unpatrolled
        autopatrolled patroltoken logid logtype logaction logparams actionhidden
        """
    ),
}
"""The fields of a row, by its table."""

USER_FIELDS = fields(
    """
    userid name groups implicitgroups groupmemberships editcount registration emailable gender rights
    recentactions missing invalid interwiki hidden cancreate cancreateerror centralids attachedlocal
    attachedwiki userrightstoken blockid blockedby blockedbyid blockreason blockedtimestamp
    blockedtimestampformatted blockexpiry blockpartial blocknocreate blockanononly blockemail blockowntalk
    """
)

ROLES = {"bureaucrat": "administrator", "sysop": "administrator", "moderator": "moderator"}
"""What groups of users are called in the ruler."""

EDITS = frozenset({"edit", "new"})
UNDO = "mw-undo"
REVERTING = frozenset({UNDO, "mw-rollback"})
"""Tags that MediaWiki gives to what its own buttons reverted."""

RESERVED = frozenset({
    "MediaWiki default", "Conversion script", "Maintenance script", "Delete page script", "Move page script",
    "Template namespace initialisation script", "ScriptImporter", "Command line script", "Unknown user",
    "Redirect fixer", "MediaWiki spam cleanup", "MediaWiki automatic change", "System messenger",
    "MediaWiki message delivery", "New user message", "Flow talk page manager", "Babel AutoCreate",
    "Global rename script",
})  # fmt: skip
"""Names of MediaWiki's own ($wgReservedUsernames), under which nobody can have an account.

Those behind "Unknown user" are in English what a wiki may call them in its language, and of extensions.
"""

# Wikis ask that a bot's name says so: https://en.wikiquote.org/wiki/Wikiquote:Bots. Talbot is none.
_BOT = pattern(r"[a-z0-9 _-]Bot\Z")

SUMMARY = 2000
"""Characters of a summary in which a name is looked for; a wiki allows 500."""

_REVERTS = pattern(
    r"(?:Undo|Undid) revision |Revert(?:ed|ing)? (?:\d+ )?(?:good faith )?edits? (?:made )?by ", re.I
)
_UNDONE = pattern(r"\brevision (?:\[\[Special:Diff/)?(\d{1,19})", re.ASCII | re.IGNORECASE)
_NUMBER = pattern(r"(?<!\w)\d{1,19}(?!\w)", re.ASCII)
_NAMED = pattern(r"\[\[:?[^\[\]|/:]+:(?!Diff/)[^\[\]|/:]+/([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_NO_REVISION = pattern(r"\[\[(?![^\[\]|/:]+:Diff/)[^\[\]]*\]\]")
_SECTION = pattern(r"/\*.{0,1000}?\*/")
_LINK = pattern(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")


class Wiki:
    """One wiki: its name, its groups of users and the openings of its pages, and what revisions are."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._roles: dict[str, str] = {}
        self._bots: dict[str, bool] = {}
        self._openings: dict[str, str] = {}
        self._next_page = ""
        self._page = ""

    def meet(self, row: Row, budget: Budget) -> None:
        """Learn from a row who has which role, which revision opened a page, or what the wiki is called."""
        value = fields_of(row.value)
        if row.table == "servername":
            self._name = text_of(row.value) or self._name
        elif row.table in PEOPLE:
            budget.expects(USER_FIELDS, value, "user")
            self._meet_user(value)
        elif row.table == REVISIONS:
            page = self._page_of(row, value)
            if text_of(value.get("parentid")) == "0":
                self.open(page, text_of(value.get("revid")))
        else:
            self.turn_to(row)

    def turn_to(self, row: Row) -> None:
        """Keep in mind of which page the revisions are that come next."""
        if row.table == "pageid":
            self._next_page = text_of(row.value)

    def open(self, page: str, revision: str) -> None:
        """Keep in mind which revision opened a page, none where its conversation goes by the page."""
        if not page:
            return
        if revision:
            self._openings[page] = revision
        else:
            self._openings.setdefault(page, "")

    def leave(self, page: str) -> None:
        """Forget a page of which nothing comes any more."""
        self._openings.pop(page, None)

    def outcomes(self, row: Row, record: Record, budget: Budget) -> Iterator[Outcome]:
        """Yield what a revision or change is, and the endorsement that a revert is beside."""
        item = fields_of(row.value)
        budget.expects(FIELDS[row.table], item)
        page = self._page_of(row, item)
        if not item:
            yield record.rejected(RejectionCode.MALFORMED, f"{row.table}: expected an object")
            return
        if reason := self._left_out(row.table, item):
            yield record.ignored(reason)
            return
        outcome = self._edit(item, page, record)
        yield outcome
        if isinstance(outcome, Activity):
            yield from self._reverted(item, outcome)

    def _edit(self, item: Fields, page: str, record: Record) -> Outcome:
        number, user = text_of(item.get("revid")), text_of(item.get("user"))
        if number in ("", "0"):
            return record.rejected(RejectionCode.NO_ID, "revid: expected the number of the revision")
        moment = iso_of(item.get("timestamp"))
        if moment is None:
            told = str(item.get("timestamp"))[:60]
            return record.rejected(RejectionCode.BAD_TIME, f"timestamp: {told!r}: expected an ISO 8601 time")
        before = text_of(item.get("parentid", item.get("old_revid")))
        opens = before == "0"
        opening = self._openings.get(page)
        if opens and opening != "":
            opening = number
        text = _words(_summary(item), _tags(item))
        values: dict[str, object] = {
            "activity_id": self._revision(number),
            "platform": PLATFORM,
            "community": self._name,
            "actor": self._member(user),
            "actor_name": user,
            "kind": Kind.POST if opens else Kind.EDIT,
            "object_id": self._revision(before) if before and not opens else None,
            "thread_id": self._thread(opening, page),
            "ts_us": moment[0],
            "clock": moment[1],
            "text_len": len(text),
            "text_print": print_of(text),
            "role": self._roles.get(user),
            "origin": record.origin,
            "position": record.position,
        }
        return record.outcome(values)

    def _reverted(self, item: Fields, edit: Activity) -> Iterator[Activity]:
        """Yield the endorsement of -1 of a member whose edits a revision says it takes back."""
        summary, tags = _summary(item)[:SUMMARY], _tags(item)
        if tags.isdisjoint(REVERTING) and not _REVERTS.search(summary):
            return
        named = _NAMED.search(summary)
        user = named[1].replace("_", " ").strip() if named else ""
        if not user or is_nameless(user) or self._is_bot(user) or self._member(user) == edit.actor:
            return
        undone = _undone(summary, tags)
        changes: dict[str, object] = {
            "activity_id": f"{edit.activity_id}#reverts",
            "kind": Kind.ENDORSE,
            "object_id": self._revision(undone) if undone else edit.object_id,
            "target": self._member(user),
            "target_name": user,
            "value": -1.0,
            "text_len": 0,
            "text_print": None,
        }
        yield from beside(edit, changes)

    def _left_out(self, table: str, item: Fields) -> IgnoredReason | None:
        if table == CHANGES and text_of(item.get("type")) not in EDITS:
            return IgnoredReason.NOT_ACTIVITY
        if item.get("suppressed", False) is not False:
            return IgnoredReason.DELETED
        user = text_of(item.get("user"))
        anonymous = any(item.get(mark, False) is not False for mark in ("anon", "temp", "userhidden"))
        if anonymous or is_nameless(user):
            return IgnoredReason.NO_AUTHOR
        is_bot = item.get("bot", False) is not False or self._is_bot(user)
        return IgnoredReason.BOT if is_bot else None

    def _page_of(self, row: Row, item: Fields) -> str:
        """Return the page of a revision: told just before the first of its table, or by a change itself."""
        if row.table == CHANGES:
            return text_of(item.get("pageid"))
        if row.position == 1:
            self._page, self._next_page = self._next_page, ""
        return self._page

    def _meet_user(self, item: Fields) -> None:
        name, groups = text_of(item.get("name")), list_of(item.get("groups"))
        for group in groups:
            if type(group) is str and group in ROLES:
                self._roles[name] = ROLES[group]
        # Of most accounts the name says it: a wiki has millions, and few are kept.
        if groups and ("bot" in groups or _BOT.search(name)):
            self._bots[name] = "bot" in groups

    def _is_bot(self, user: str) -> bool:
        """Return whether an account is a bot: by its groups where they are told, else by its name."""
        told = self._bots.get(user)
        return _BOT.search(user) is not None if told is None else told

    def _thread(self, opening: str | None, page: str) -> str | None:
        if opening:
            return self._revision(opening)
        return f"{self._name}/page-{page}" if page else None

    def _revision(self, number: str) -> str:
        return f"{self._name}/revision-{number}"

    def _member(self, name: str) -> str:
        return f"{PLATFORM}:{name}@{self._name}"


def is_nameless(user: str) -> bool:
    """Return whether nobody of this wiki, MediaWiki itself, an address or a temporary name is who edited."""
    # https://www.mediawiki.org/wiki/Help:Temporary_accounts: temporary names begin with a tilde.
    # No account can have a bracket in its name: it parts the wiki that an edit is from and the name there.
    if not user or user in RESERVED or user.startswith("~2") or ">" in user:
        return True
    if user[0].isdigit() or ":" in user:
        try:
            ip_address(user)
        except ValueError:
            return False
        return True
    return False


def _summary(item: Fields) -> str:
    """Return what an edit says of itself; what was hidden is shown to those who may hide it still."""
    return "" if item.get("commenthidden", False) is not False else text_of(item.get("comment"))


def _tags(item: Fields) -> set[str]:
    return {tag for tag in list_of(item.get("tags")) if type(tag) is str}


def _undone(summary: str, tags: set[str]) -> str:
    """Return the number of the revision that a summary says it takes back, empty where it says none.

    In whatever language MediaWiki writes it, it is the first number that is no link to anything else.
    """
    if found := _UNDONE.search(summary):
        return found[1]
    found = _NUMBER.search(_NO_REVISION.sub(" ", summary)) if UNDO in tags else None
    return found[0] if found else ""


def _words(summary: str, tags: set[str]) -> str:
    """Return a summary's own words: without the section it is about, links as they are read.

    What MediaWiki writes for who reverts is nobody's own.
    """
    by_button = not tags.isdisjoint(REVERTING) and _NAMED.search(summary[:SUMMARY])
    if by_button or _REVERTS.match(summary):
        return ""
    return _LINK.sub(r"\1", _SECTION.sub("", summary)).strip()

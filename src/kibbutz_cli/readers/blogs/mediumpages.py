"""What the pages of a Medium export mean: posts, and the rows of its lists."""

import html
import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from kibbutz_cli.model.activity import (
    EPOCH,
    Clock,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
)
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.files.heads import file_name
from kibbutz_cli.readers.identity import links_in, mailed, public
from kibbutz_cli.readers.parsing.guests import hashed
from kibbutz_cli.readers.parsing.markup import plain
from kibbutz_cli.readers.parsing.ownwords import own_words
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import EARLIEST_US, MISSING, Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Owner, Record

PLATFORM = "medium"
SITE = "medium.com"

_TITLE = pattern(r"<title>([^<>]*)")
_BODY = pattern(r'<section\b[^<>]*\bdata-field="body"[^<>]*>')
_TAG = pattern(r"<(a|time)\b([^<>]*)>([^<>]*)")
_ATTRIBUTE = pattern(r'([\w-]{1,40})="([^"]*)"')
_ROW = pattern(r'<li\b[^<>]*\bclass="h-entry"[^<>]*>')
_HANDLE = pattern(r"https?://(?:www\.)?medium\.com/(@[^/?#\s]{1,200})", re.IGNORECASE)
_SUBDOMAIN = pattern(r"https?://([a-z0-9-]{1,63})\.medium\.com(?:[/?#]|$)", re.IGNORECASE)
_HOST = pattern(r"https?://([^/?#\s]{1,250})", re.IGNORECASE)
_TOLD = pattern(r'<li><b>([^<>:]{1,40}):</b>\s*(?:<a\b[^<>]{0,20}\bhref="([^"]*)"[^<>]*>)?([^<>]*)')
_MAILBOXES = ("Email address", "Google email")
_X_NUMBER = "Twitter account ID"
_ID = pattern(r"(?:^|[-/])([0-9a-f]{8,14})(?:\.html?)?$")
_DATE = pattern(r"(\d{4})-(\d\d?)-(\d\d?) (\d\d?):(\d\d) (am|pm)", re.ASCII)


class Tag(NamedTuple):
    """A link or time of a page: its classes, its attributes, and the text behind it."""

    classes: frozenset[str]
    attributes: dict[str, str]
    text: str


def post(name: str, page: str, record: Record) -> Outcome:
    """Return what the page of a post is.

    Args:
        name: The name of its file, which ends in the post's id.
        page: Its HTML.
        record: Where it stands.
    """
    body, footer = _parts(page)
    tags = list(_tags(footer))
    author, published = _first(tags, "p-author"), _first(tags, "dt-published")
    canonical = _link(_first(tags, "p-canonical"))
    if name.rpartition("/")[2].startswith("draft_") or not (author or published):
        return record.ignored(IgnoredReason.DRAFT)
    member = member_of(_link(author))
    if not member:
        return record.ignored(IgnoredReason.NO_AUTHOR)
    told = published.attributes.get("datetime", "") if published else ""
    try:
        moment = iso(told) if told else MISSING
    except ValueError:
        return record.rejected(RejectionCode.BAD_TIME, f"datetime: {told[:60]!r}: expected an ISO 8601 time")
    own = _post_id(name, canonical, tags) or f"{member}#post-{_hash(member, page, told)}"
    answered = _link(_first(list(_tags(page)), "u-in-reply-to"))
    text = own_words(body)
    values: dict[str, object] = {
        "activity_id": own,
        "community": canonical.partition("//")[2].rpartition("/")[0] or SITE,
        "actor": f"{PLATFORM}:{member}",
        "actor_name": public(plain(author.text)) if author else None,
        "kind": Kind.REPLY if answered else Kind.POST,
        "object_id": _id_of(answered) or None,
        "target": _target(answered),
        "thread_id": _id_of(answered) or own,
        "text_len": len(text),
        "text_print": print_of(text),
    }
    return _activity(values, moment, record)


def clap(row: str, owner: Owner, record: Record) -> Outcome:
    """Return what a row of claps is: a like of the owner."""
    liked = _link(_first(list(_tags(row)), "u-like-of"))
    if not liked:
        return record.rejected(RejectionCode.NO_ID, "clap: expected the address of a post")
    if not owner.account:
        return record.rejected(RejectionCode.NO_ACTOR, "no profile: expected profile/profile.html")
    moment = _row_moment(row)
    if moment is None:
        return record.rejected(RejectionCode.BAD_TIME, "clap: expected a time such as 2020-01-31 5:09 pm")
    own = _id_of(liked)
    values: dict[str, object] = {
        "activity_id": f"{owner.account}#clap-{own}",
        "kind": Kind.LIKE,
        "object_id": own,
        "target": _target(liked),
        "thread_id": own,
    }
    return _activity(values | _by(owner), moment, record)


def highlight(_row: str, _owner: Owner, record: Record) -> Outcome:
    """Return what a highlight is: it names the words, and not whose they are."""
    return record.ignored(IgnoredReason.NOT_ACTIVITY)


def follow(row: str, owner: Owner, record: Record) -> Outcome:
    """Return what a row of followed accounts is; it has no time."""
    followed = next((member for tag in _tags(row) if (member := member_of(_link(tag)))), "")
    if not followed:
        return record.rejected(RejectionCode.NO_ID, "follow: expected the address of an account")
    if not owner.account:
        return record.rejected(RejectionCode.NO_ACTOR, "no profile: expected profile/profile.html")
    values: dict[str, object] = {
        "activity_id": f"{owner.account}#follow-{followed}",
        "kind": Kind.FOLLOW,
        "target": f"{PLATFORM}:{followed}",
        "target_name": followed,
    }
    return _activity(values | _by(owner), MISSING, record)


def rows(page: str) -> Iterator[str]:
    """Yield the rows of a list."""
    begins = [found.end() for found in _ROW.finditer(page)]
    for start, until in zip(begins, [*begins[1:], len(page)], strict=True):
        end = page.find("</li>", start, until)
        yield page[start : end if end >= 0 else until]


def owner_of(page: str) -> Owner:
    """Return whose export it is, from the page of the profile."""
    account = _link(_first(list(_tags(page)), "u-url"))
    member = member_of(account)
    return Owner(member, member or None)


def accounts(page: str) -> Iterator[Account | None]:
    """Yield what the page of the profile declares of its owner."""
    owner, told = owner_of(page), _TOLD.findall(page)
    if not owner.account:
        return
    actor, linked = f"{PLATFORM}:{owner.account}", [address for _, address, _ in told]
    # What an account of X is called may change, its number does not.
    linked += [f"https://x.com/i/user/{text.strip()}" for label, _, text in told if label == _X_NUMBER]
    own = f"https://{SITE}/{owner.account}" if owner.account.startswith("@") else f"https://{owner.account}"
    yield Account(actor, pages=links_in([own]), links=links_in(linked))
    for label, _, text in told:
        if label in _MAILBOXES:
            yield mailed(actor, html.unescape(text))


def member_of(address: str) -> str:
    """Return ``@HANDLE`` of an account's address, else its host; empty where it is no address."""
    if found := _HANDLE.match(address) or _SUBDOMAIN.match(address):
        return f"@{found[1].removeprefix('@')}"
    host = _HOST.match(address)
    return host[1].lower() if host else ""


def _parts(page: str) -> tuple[str, str]:
    """Return the body of a post and what stands behind it."""
    footer = page.rfind("<footer")
    footer = footer if footer >= 0 else len(page)
    begin = _BODY.search(page, 0, footer)
    return (page[begin.end() : footer] if begin else "", page[footer:])


def _tags(page: str) -> Iterator[Tag]:
    for found in _TAG.finditer(page):
        attributes = dict(_ATTRIBUTE.findall(found[2]))
        yield Tag(frozenset(attributes.get("class", "").split()), attributes, found[3])


def _first(tags: list[Tag], name: str) -> Tag | None:
    return next((tag for tag in tags if name in tag.classes), None)


def _link(tag: Tag | None) -> str:
    return plain(tag.attributes.get("href", "")) if tag else ""


def _post_id(name: str, canonical: str, tags: list[Tag]) -> str:
    """Return the id that ends a post's file name or address, else the name itself; empty without one."""
    file = file_name(name)
    short = next((link for tag in tags if "/p/" in (link := _link(tag))), "")
    for told in (file, canonical, short):
        if found := _ID.search(told):
            return found[1]
    return file.rpartition(".")[0] or file


def _hash(member: str, page: str, told: str) -> str:
    """Return what tells a post from others where nothing has its id: the hash of author, title and time."""
    title = _TITLE.search(page)
    return hashed(chr(0).join((member, title[1] if title else "", told)))


def _id_of(address: str) -> str:
    """Return the id of a post from its address, else the address."""
    bare = re.split(r"[?#]", address)[0].rstrip("/")
    found = _ID.search(bare)
    return found[1] if found else bare


def _target(address: str) -> str | None:
    """Return the author of a post, where its address names them."""
    found = _HANDLE.match(address) or _SUBDOMAIN.match(address)
    return f"{PLATFORM}:@{found[1].removeprefix('@')}" if found else None


def _by(owner: Owner) -> dict[str, object]:
    return {"actor": f"{PLATFORM}:{owner.account}", "actor_name": owner.name, "community": SITE}


def _row_moment(row: str) -> Moment | None:
    """Return the time of a row, such as ``2013-05-5 10:08 pm``; none if it is no time."""
    told = next((tag.text for tag in _tags(row) if "dt-published" in tag.classes), "").strip()
    if not told:
        return MISSING
    found = _DATE.fullmatch(told)
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) for part in found.groups()[:5])
    if not 1 <= hour <= 12:
        return None
    try:
        hour = hour % 12 + (12 if found[6] == "pm" else 0)
        since = datetime(year, month, day, hour, minute, tzinfo=EPOCH.tzinfo) - EPOCH
    except ValueError:
        return None
    ts_us = (since.days * 86_400 + since.seconds) * 1_000_000
    return ts_us, Clock.ZONE_ASSUMED if ts_us >= EARLIEST_US else Clock.IMPLAUSIBLE


def _activity(values: dict[str, object], moment: Moment, record: Record) -> Outcome:
    values |= {
        "platform": PLATFORM,
        "ts_us": moment[0],
        "clock": moment[1],
        "origin": record.origin,
        "position": record.position,
    }
    return record.outcome(values)

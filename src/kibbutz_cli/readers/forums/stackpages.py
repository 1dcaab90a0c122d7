"""The pages of answers of the Stack Exchange API: which they are, of which site, and what is in them."""

from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import Outcome, Rejection, RejectionCode
from kibbutz_cli.readers.base import About, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import JSON, folder_name, head_of, recognised
from kibbutz_cli.readers.forums.stackapi import PAGE_FIELDS, Answers, is_ours, items, people
from kibbutz_cli.readers.forums.stackrows import Row
from kibbutz_cli.readers.forums.stacksite import PLATFORM, USERS, Site
from kibbutz_cli.readers.parsing.jsonfile import first_fields, values
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

_SITE = pattern(r"(?:\.stackexchange)?(?:\.com)?(?:[-_. ]\d{4}(?:[-_.]?\d\d){0,2})?$")
_LINK = pattern(rb'"link"\s*:\s*"https?:\\?/\\?/([a-z0-9][a-z0-9.-]{2,200})\\?/(?:questions|q|a|users)\\?/')

_WORDS = (b'"creation_date"', b'"has_more"', b'"badge_counts"')
"""One of them stands in the head of every page that is recognised."""

_USER = {
    "Id": "user_id",
    "AccountId": "account_id",
    "ProfileImageUrl": "profile_image",
    "WebsiteUrl": "website_url",
}
"""The columns of the dump's users by which accounts are compared, and what the API calls them."""


class _Page(NamedTuple):
    """A page: its fields, the items of it, the number of the first in its file, or why there are none."""

    fields: Fields
    items: list[Fields]
    first: int
    fault: Rejection | None = None


def pages(tree: Tree) -> Iterator[str]:
    """Yield the entries that are pages of the API."""
    return recognised(tree, lambda name: name.endswith(JSON), _is_page)


def outcomes(tree: Tree, names: list[str], about: About, budget: Budget) -> Iterator[Outcome]:
    """Yield what pages come to; they are read twice, for what is answered may stand behind the answer."""
    sites: dict[str, Answers] = {}
    named = _sites(tree, names)
    for name, site in named.items():
        answers = sites.setdefault(site, Answers(Site(site), budget))
        for page in _paged(tree, name, about, budget):
            for item in page.items:
                answers.learn(item)
    budget.again()
    for name, site in named.items():
        answers, origin = sites[site], about.origin(tree, name)
        for page in _paged(tree, name, about, budget):
            if page.fault:
                budget.record()
                yield page.fault
            elif "items" in page.fields:
                budget.expects(PAGE_FIELDS, page.fields)
            for position, item in enumerate(page.items, start=page.first):
                yield from answers.outcomes(item, Record(origin, position))


def users(tree: Tree, names: list[str], about: About, budget: Budget) -> Iterator[tuple[str, Row]]:
    """Yield the users whom pages name, each with the site, as rows of a dump."""
    for name, site in _sites(tree, names).items():
        for page in _paged(tree, name, about, budget):
            for user in (user for item in page.items for user in people(item)):
                yield site, USERS.row({column: text_of(user.get(field)) for column, field in _USER.items()})


def site_of(tree: Tree, name: str) -> str:
    """Return what the innermost folder is called, else the archive or the folder of the file itself."""
    named = folder_name(tree, name)
    return _SITE.sub("", named) or named or PLATFORM


def _is_page(head: bytes) -> bool:
    # Looking for three words takes a hundredth of the time of parsing.
    return any(word in head for word in _WORDS) and is_ours(first_fields(head))


def _paged(tree: Tree, name: str, about: About, budget: Budget) -> Iterator[_Page]:
    """Yield the pages of a file; items are numbered through all of them, as is what is none."""
    origin, first = about.origin(tree, name), 1
    for found in values(tree, name, origin, budget):
        if isinstance(found, Rejection):
            page = _Page({}, [], first, found)
        elif (listed := items(found.value)) is None:
            reason = "expected a page of the API, or an item of one"
            page = _Page({}, [], first, Record(origin, first).rejected(RejectionCode.MALFORMED, reason))
        else:
            page = _Page(fields_of(found.value), [fields_of(item) for item in listed], first)
        yield page
        first += 1 if page.fault else len(page.items)


def _sites(tree: Tree, names: list[str]) -> dict[str, str]:
    """Return the site of each page: where its first link leads, else another's, else the folder's name."""
    linked = {name: _LINK.search(head_of(tree, name)) for name in names}
    told = {name: _SITE.sub("", found[1].decode()) for name, found in linked.items() if found}
    other = next(iter(told.values()), "")
    return {name: told.get(name) or other or site_of(tree, name) for name in names}

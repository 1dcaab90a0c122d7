"""What all layouts of GitHub's data have in common: people, roles, ids, times, and members named in texts."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from kibbutz_cli.model.activity import (
    Activity,
    IgnoredReason,
    Kind,
    Outcome,
    RejectionCode,
)
from kibbutz_cli.readers.parsing.jsonvalues import Fields, text_of
from kibbutz_cli.readers.parsing.ownwords import own_markdown, own_spoken
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import MISSING, Moment, iso
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

PLATFORM = "github"

PROGRAMS = (
    *("Copilot", "copilot-pull-request-reviewer", "copilot-swe-agent", "dependabot", "dependabot-preview"),
    *("github-actions", "github-advanced-security", "github-merge-queue", "codecov", "pre-commit-ci"),
)
"""Logins of programs that nobody else has; an ``archive.json`` and GraphQL show them without their mark."""

NAMED = {"ghost": "", **{login: f"{login}[bot]" for login in PROGRAMS}}
"""Logins of the platform itself: whose account was deleted, and programs."""

ROLES = {"OWNER": "owner", "MEMBER": "member", "COLLABORATOR": "collaborator"}
"""What somebody was given; that one has contributed is not."""

STATES = {"APPROVED": Kind.ENDORSE, "CHANGES_REQUESTED": Kind.REVIEW, "COMMENTED": Kind.REVIEW}
STATES |= {"DISMISSED": Kind.REVIEW}

HIDDEN = {"spam": IgnoredReason.SPAM, "abuse": IgnoredReason.DELETED, "off-topic": IgnoredReason.DELETED}
"""Why a comment was hidden, where it was for being unfit; one that is outdated or resolved was a good one."""

LIKED = ("+1", "heart", "hooray", "rocket", "laugh")
"""Reactions that are kind."""

_MENTION = pattern(r"(?<![\w@/.`-])@([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:_[A-Za-z0-9]{1,38})?)(?![\w/@-])")
_PLACE = pattern(
    r"(?:/repos/|//github\.com/)([^/\s]+/[^/\s]+)/(?:issues|pulls?|discussions)/(\d{1,12})(?!\d)"
)

_COMMITTED = pattern(r"(?:/repos/|//github\.com/)([^/\s]+/[^/\s]+)/(?:comments/\d|commit/)")


def login_of(user: object) -> str:
    """Return the login of a user, as an object or by itself; empty for one that is gone.

    A program's ends in ``[bot]``, as it is shown on the site, also where the data leave that away.
    """
    if type(user) is dict:
        login = text_of(user.get("login"))
        is_program = user.get("type") == "Bot" or user.get("__typename") == "Bot"
        if user.get("is_bot") is True:
            # To gh a person who is gone is a program as well: "app/" without a name.
            login, is_program = login.removeprefix("app/"), True
        if is_program and login and not login.endswith("[bot]"):
            login += "[bot]"
    else:
        login = text_of(user)
    return NAMED.get(login, login)


@lru_cache(maxsize=65536)
def member(login: str) -> str:
    """Return the id of the person of a login; the site does not tell logins apart by their case."""
    return f"{PLATFORM}:{login.lower()}"


class Place(NamedTuple):
    """Where something was said: the repository, and the number of the issue or pull."""

    repository: str = ""
    number: str = ""

    @property
    def opening(self) -> str:
        """Return the id of the issue or pull."""
        return f"{self.repository}#{self.number}"


def place_of(*urls: object) -> Place:
    """Return the issue or pull in the first URL that has one."""
    for url in urls:
        if type(url) is str and (found := _PLACE.search(url)):
            return Place(found[1], found[2])
    return Place()


def repository_of(*urls: object) -> str:
    """Return the repository of a commit, or of a comment on one, in the first URL that has it."""
    for url in urls:
        if type(url) is str and (found := _COMMITTED.search(url)):
            return found[1]
    return ""


def said(
    record: Record, repository: str, user: object, told: object, body: object, **values: object
) -> Iterable[Outcome]:
    """Return what somebody wrote, and a mention for each member named in it.

    Args:
        record: Where it stands.
        repository: ``OWNER/NAME``.
        user: Who wrote it, as the data have it.
        told: When, in ISO 8601.
        body: The text, in Markdown.
        values: Its id, kind, what and whom it answers, and what else there is to say.
    """
    text = own_markdown(body) if type(body) is str and body else ""
    values["text_len"], values["text_print"] = len(text), print_of(text)
    deed = _deed(record, repository, user, told, values)
    if "@" in text and type(deed) is Activity and (named := named_in(text_of(body), deed.actor_name)):
        return chain((deed,), mentions(deed, named))
    return (deed,)


def said_of_commit(
    record: Record, repository: str, number: str, commit: str, fields: Fields
) -> Iterable[Outcome]:
    """Return a comment on a commit, which answers that: an event and the API tell the same one.

    Args:
        record: Where it stands.
        repository: ``OWNER/NAME``.
        number: The comment's own.
        commit: The hash of the commit; empty where it is not told.
        fields: The comment.
    """
    about = f"{repository}@{commit}" if commit else None
    return said(
        record,
        repository,
        fields.get("user"),
        fields.get("created_at"),
        fields.get("body"),
        activity_id=f"{repository}/commit-comment-{number}",
        kind=Kind.REPLY,
        object_id=about,
        thread_id=about,
        like_count=likes_of(fields.get("reactions")),
        role=role_of(fields.get("author_association")),
    )


def done(record: Record, repository: str, user: object, told: object, **values: object) -> Outcome:
    """Return what somebody did; the arguments are those of `said`."""
    return _deed(record, repository, user, told, values)


def _deed(record: Record, repository: str, user: object, told: object, values: Fields) -> Outcome:
    login = login_of(user)
    if not login:
        return record.ignored(IgnoredReason.NO_AUTHOR)
    moment = moment_of(told)
    if moment is None:
        return record.rejected(RejectionCode.BAD_TIME, "created_at: expected an ISO 8601 time")
    values["platform"], values["community"] = PLATFORM, repository
    values["actor"], values["actor_name"] = member(login), login
    values["ts_us"], values["clock"] = moment
    values["origin"], values["position"] = record.origin, record.position
    return record.outcome(values)


def towards(user: object) -> Fields:
    """Return what a deed says of whom it was done towards."""
    login = login_of(user)
    return {"target": member(login), "target_name": login} if login else {}


def answering(opening: str, user: object) -> Fields:
    """Return what a deed says that answers an issue or pull of somebody."""
    return {"object_id": opening, "thread_id": opening, **towards(user)}


def role_of(association: object) -> str | None:
    """Return the role an association is, if it is one."""
    return ROLES.get(association) if type(association) is str else None


def hidden_of(reason: object) -> IgnoredReason | None:
    """Return why a comment is left out that maintainers hid; none for a reason that is no fault of it."""
    return HIDDEN.get(text_of(reason).lower().replace("_", "-"))


def named_in(text: str, author: str | None) -> dict[str, str]:
    """Return the members a text names outside of code, each with the name to show.

    Only a company that manages its accounts has logins like ``NAME_COMPANY``, and they name each other.
    """
    company = _company(author or "")
    found = _MENTION.findall(own_spoken(text))
    return {member(login): login for login in found if _company(login) in ("", company)}


def _company(login: str) -> str:
    return login.rpartition("_")[2].lower() if "_" in login else ""


def likes_of(reactions: object) -> int | None:
    """Return how many kind reactions there were, givers unknown."""
    if type(reactions) is not dict:
        return None
    counts = [reactions.get(name) for name in LIKED]
    return sum(count for count in counts if type(count) is int and count > 0)


def moment_of(told: object) -> Moment | None:
    """Return a time, missing where there is none; none if it is no time."""
    if type(told) is not str:
        return MISSING if told is None else None
    if not told:
        return MISSING
    try:
        # Events of 2012 have 2012/04/01 12:00:00 -0700.
        return iso(told.replace("/", "-", 2) if told[4:5] == "/" else told)
    except ValueError:
        return None

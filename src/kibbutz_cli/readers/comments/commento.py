"""Commento exports: the comments of a site, with who wrote them.

A member is ``commento:COMMENTERHEX``; whoever commented without an account is ``anonymous`` there, as all
others are, and is left out and counted, as is whoever deleted the account. Moderators have the role
``moderator``. A comment that answers another is towards whoever wrote that; one below a page is towards
nobody, since no export says whose page it is.

Comments that were deleted, or that wait for a moderator or were flagged, are left out. The export has a
score for each comment and does not say who voted: never below 0, it is the comment's ``like_count``. Lines
that quote in Markdown are not counted as the author's words. E-mail addresses are not kept.

To suggest identities, the hashes of e-mail addresses and those by which Gravatar names pictures are
compared, and the links of commenters, which are their accounts elsewhere if they signed in there.
"""

from collections.abc import Iterator

from kibbutz_cli.model.activity import Coverage, Outcome, Rejection
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.comments.commentosite import COMMENT_FIELDS, COMMENTER_FIELDS, Site, accounts
from kibbutz_cli.readers.files.heads import PROBED, begins, recognised
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonkeys import from_array
from kibbutz_cli.readers.parsing.jsonstream import items
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="commento",
    title="Commento export",
    files="the .json or .json.gz that Commento mails",
    coverage=Coverage.ANSWERS,
    loses="Who voted, who wrote anonymously, and whose the pages are.",
    how="On a server of your own: Dashboard > your domain > Export Data; a link comes by mail.",
)

COMMENTS, COMMENTERS = "comments", "commenters"

_MARK = pattern(rb'"comment(?:Hex|erHex)"\s*:\s*"')


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a Commento export."""
    if any(True for _ in recognised(tree, _is_likely, _is_export, PROBED)):
        return Probe(95, "the keys of Commento exports")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield the comments of every export in the tree.

    Raises:
        InputError: A file is truncated or holds no comments.
        LimitError: A limit of the budget is passed.
    """
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        yield from _outcomes(tree, name, budget)


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox, the picture and the link of each commenter."""
    for name in list(recognised(tree, _is_likely, _is_export)) or tree.names():
        people = _commenters(tree, name, budget)
        yield from distinct(account for person in people for account in accounts(person))


def _is_likely(name: str) -> bool:
    return name.endswith(".json")


def _is_export(head: bytes) -> bool:
    return begins(head, b"{") and _MARK.search(head) is not None


def _outcomes(tree: Tree, name: str, budget: Budget) -> Iterator[Outcome]:
    origin = ABOUT.origin(tree, name)
    site = Site()
    # Who wrote stands behind what they wrote.
    for commenter in _commenters(tree, name, budget):
        budget.expects(COMMENTER_FIELDS, commenter, "commenter")
        site.meet(commenter)
    with tree.open(name) as stream:
        for found in items(from_array(stream, COMMENTS), origin, budget, key=COMMENTS):
            budget.record()
            if isinstance(found, Rejection):
                yield found
            else:
                comment = fields_of(found.value)
                budget.expects(COMMENT_FIELDS, comment)
                yield site.comment(comment, Record(origin, found.position))


def _commenters(tree: Tree, name: str, budget: Budget) -> Iterator[Fields]:
    with tree.open(name) as stream:
        listed = from_array(stream, COMMENTERS, b'{"commenters":[]}')
        for found in items(listed, ABOUT.origin(tree, name), budget, key=COMMENTERS):
            if not isinstance(found, Rejection):
                yield fields_of(found.value)

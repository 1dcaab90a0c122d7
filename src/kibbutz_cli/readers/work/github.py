"""GitHub: issues, pulls, comments, reviews, merges, stars and pushes, in four layouts.

Read are the ``archive.json`` that IETF working groups keep of a repository; the event hours of GH Archive,
also of before 2015; issues, pulls, comments and reviews as the REST API gives them, page by page, found by a
search, or with what tools put below them (GrimoireLab Perceval, github-backup); what ``gh issue list --json``
and ``gh pr list --json`` write; and lists of issues, pulls and discussions, or the events of one, as the
GraphQL API gives them.

A person is ``github:LOGIN`` in lower case: of all layouts only some tell a number, and logins are not told
apart by their case. An issue, pull or discussion is ``OWNER/NAME#NUMBER``, and opens a thread. A comment
answers it, or the remark it stands below. An approval is an endorsement of the pull's author, every other
review a review, and the remarks on lines that came with one are its words, where a layout holds them
together. ``@LOGIN`` in a text is a mention. A push is one post, a star a like of the repository, and who is
made a collaborator is endorsed by whoever made them one. A release is a post, an edit of the wiki an edit,
a comment on a commit a reply, and a ``FollowEvent`` of old hours a follow. A reaction is a like, and a ``-1``
a dislike, where it is told who gave it and to what; ``eyes`` and ``confused`` are neither.

A list of pulls (``/pulls``) tells that one was merged, not by whom: that merge is counted and left out. The
pull by itself (``/pulls/NUMBER``), events, also those of the issues (``/issues/events``), and
``gh pr list --json mergedBy`` tell it. Of a timeline the comments, remarks and reviews are read.

``gh`` marks a program where it opens an issue or pull, not where it answers: one that is marked in any file
of a folder is one wherever it writes in that folder, one that only answers is taken for a person. Files that
are named one by one do not know of each other. Where the data tell whose a login is, that decides; a mention
means the person who has it.

In a discussion, a reply answers the comment it stands below, and who chose the answer accepts it.

``author_association`` is a role where it was given: owner, member, collaborator. What ``ghost`` did, whose
account is gone, is left out, as are repositories that a file says are private, pending reviews, and comments
that were deleted, or hidden as spam, abuse or off-topic. Who closed, labelled, assigned or forked did nothing
that counts. Lines that begin with ``>`` are quotes.

To suggest identities, the page of a login is compared, the hashes of the addresses that GitHub hides its
own behind (``NUMBER+LOGIN@users.noreply.github.com``), and what a profile tells: the blog, the account on
X, an e-mail address by its hash, and the hash by which Gravatar names the picture.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from kibbutz_cli.model.activity import Activity, Coverage, IgnoredReason, Outcome
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import JSON, head_of, holds, mostly, recognised, to_read
from kibbutz_cli.readers.identity import distinct
from kibbutz_cli.readers.parsing.jsonfile import first_fields, values
from kibbutz_cli.readers.parsing.jsonstream import Item
from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, objects_in, text_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record
from kibbutz_cli.readers.work import githubarchive, githubevents, githubrest
from kibbutz_cli.readers.work.githubevent import is_event
from kibbutz_cli.readers.work.githubfields import ENVELOPE
from kibbutz_cli.readers.work.githubpeople import accounts

ABOUT = About(
    name="github",
    title="GitHub archive, events and REST dumps",
    files="archive.json; 2024-01-15-10.json.gz of GH Archive; issues.json, pulls.json and their like",
    coverage=Coverage.COMMUNITY,
    loses="Who gave most reactions, who closed and labelled, deleted accounts, and private repositories.",
    how="Download hours from https://www.gharchive.org, or run gh api --paginate repos/OWNER/NAME/issues.",
)

TOOL = "GitHub"
"""What GrimoireLab Perceval calls where a record is from."""

_PRIVATE = tuple(b'"%s":%strue' % (key, blank) for key in (b"private", b"isPrivate") for blank in (b"", b" "))

# An array of pages, as ``gh api --paginate --slurp`` writes it.
_PAGED = pattern(rb"(?:\xef\xbb\xbf)?\s*\[(?=\s*\[)")


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is of GitHub, or a folder of little else."""
    return mostly(tree, _own(tree), Probe(93, "issues, pulls or events of GitHub"))


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield what each issue, comment, review and event comes to, file after file.

    Raises:
        InputError: There is nothing of GitHub in it, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = to_read(tree, _own(tree), ABOUT, "no issues, pulls or events: expected data of GitHub")
    private = _private(tree, names, budget)
    for outcome in _all(tree, names, budget):
        if type(outcome) is not Activity or outcome.community.lower() not in private:
            yield outcome
        elif not outcome.derived:
            yield Record(outcome.origin, outcome.position).ignored(IgnoredReason.PRIVATE)


def _all(tree: Tree, names: list[str], budget: Budget) -> Iterator[Outcome]:
    programs = _programs(tree, names, budget)
    for name in names:
        origin = ABOUT.origin(tree, name)
        if githubarchive.is_archive(first := first_fields(head_of(tree, name))):
            repository = text_of(first.get(githubarchive.REPOSITORY)) or _repository(tree, name, budget)
            with tree.open(name) as stream:
                yield from githubarchive.outcomes(stream, repository, Record(origin, 0), budget)
            continue
        for found in values(tree, name, origin, budget):
            if isinstance(found, Item):
                record = Record(origin, found.position)
                for value in _records(githubarchive.marked(found.value, programs)):
                    yield from _outcomes(fields_of(value), record, budget)
            else:
                budget.record()
                yield found


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the page of each login, the addresses that hide its own, and what its profile tells."""
    yield from distinct(_declared(tree, budget))


def _declared(tree: Tree, budget: Budget) -> Iterator[Account | None]:
    names = list(_own(tree))
    programs = _programs(tree, names, budget)
    for name in names:
        origin = ABOUT.origin(tree, name)
        if githubarchive.is_archive(first_fields(head_of(tree, name))):
            with tree.open(name) as stream:
                for value in githubarchive.openings(stream, origin, budget):
                    yield from accounts(value)
            continue
        for found in values(tree, name, origin, budget):
            if isinstance(found, Item):
                yield from accounts(githubarchive.marked(found.value, programs))


def _repository(tree: Tree, name: str, budget: Budget) -> str:
    """Return the repository of an archive that does not begin with it; the archive is read twice."""
    with tree.open(name) as stream:
        found = githubarchive.repository_of(stream, ABOUT.origin(tree, name), budget)
    budget.again()
    return found


def _programs(tree: Tree, names: Iterable[str], budget: Budget) -> frozenset[str]:
    """Return the logins that ``gh`` marks as a program's; its files are read twice, others are not."""
    listed = [name for name in names if githubarchive.is_opening(_first(head_of(tree, name)))]
    found = (item for name in listed for item in values(tree, name, ABOUT.origin(tree, name), budget))
    programs = (githubarchive.programs(item.value) for item in found if isinstance(item, Item))
    known = frozenset(chain.from_iterable(programs)) - {""}
    if listed:
        budget.again()
    return known


def _private(tree: Tree, names: Iterable[str], budget: Budget) -> frozenset[str]:
    """Return the repositories that are told to be private; of an event its own mark says so."""
    found: set[str] = set()
    for name in names:
        if is_event(_first(head_of(tree, name))) or not holds(tree, name, *_PRIVATE):
            continue
        for item in values(tree, name, ABOUT.origin(tree, name), budget):
            for each in objects_in(item.value) if isinstance(item, Item) else ():
                if each.get("private") is True or each.get("isPrivate") is True:
                    found |= {text_of(each.get(key)).lower() for key in ("full_name", "nameWithOwner")}
    budget.again()
    return frozenset(found) - {""}


def _outcomes(fields: Fields, record: Record, budget: Budget) -> Iterable[Outcome]:
    """Return what a record of events or of either API comes to."""
    if is_event(fields):
        budget.record()
        return githubevents.outcomes(fields, record, budget)
    if githubarchive.is_opening(fields):
        return githubarchive.opened(fields, record, budget)
    if (nodes := githubrest.timeline(fields)) is not None:
        return githubrest.events(nodes, record, budget)
    if (inner := _unwrapped(fields)) is not fields:
        budget.expects(ENVELOPE, fields, "envelope")
    return githubrest.outcomes(inner, record, budget)


def _own(tree: Tree) -> Iterator[str]:
    return recognised(tree, lambda name: name.endswith(JSON), lambda head: _is_ours(_first(head)))


def _first(head: bytes) -> Fields:
    """Return the first record of a file that begins so."""
    paged = _PAGED.match(head)
    found = first_fields(head[paged.end() :] if paged else head)
    return fields_of(next(iter(_records(found)), None))


def _records(value: object) -> list[object]:
    """Return the records in a value: of a page among others, of the answer to a question, or itself."""
    if type(value) is list:
        return value
    fields = fields_of(value)
    if "data" in fields and (asked := githubarchive.answered(fields)):
        return asked
    found = fields.get("items")
    return found if type(found) is list and "total_count" in fields else [value]


def _is_ours(fields: Fields) -> bool:
    return (
        is_event(fields)
        or githubarchive.is_archive(fields)
        or githubarchive.is_opening(fields)
        or githubrest.timeline(fields) is not None
        or githubrest.is_rest(_unwrapped(fields))
    )


def _unwrapped(fields: Fields) -> Fields:
    """Return what a record is about that GrimoireLab Perceval has put into an envelope."""
    return fields_of(fields.get("data")) if fields.get("backend_name") == TOOL else fields

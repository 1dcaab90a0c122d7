"""GitHub: issues, pulls, comments, reviews, merges, stars and pushes, in four layouts.

Read are the ``archive.json`` that IETF working groups keep of a repository; the event hours of GH Archive,
also of before 2015; issues, pulls, comments and reviews as the REST API gives them, with what tools put below
them (GrimoireLab Perceval, github-backup); and the events of an issue as the GraphQL API gives them.

A person is ``github:LOGIN`` in lower case: of all layouts only some tell a number, and logins are not told
apart by their case. An issue or pull is ``OWNER/NAME#NUMBER``, and opens a thread. A comment answers it, or
the remark it stands below. An approval is an endorsement of the pull's author, every other review a review,
and the remarks on lines that came with one are its words, where a layout holds them together. ``@LOGIN`` in a
text is a mention. A push is one post, a star a like of the repository, and who is made a collaborator is
endorsed by whoever made them one. A reaction is a like where it is told who gave it and to what.

``author_association`` is a role where it was given: owner, member, collaborator. What ``ghost`` did, whose
account is gone, is left out, as are pending reviews. Who closed, labelled, assigned or forked did nothing
that counts. Lines that begin with ``>`` are quotes.
"""

from collections.abc import Iterator

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Outcome, Rejection
from kibbutz_cli.readers import githubarchive, githubevents, githubrest
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.githubevent import is_event
from kibbutz_cli.readers.jsonlines import first_fields, values
from kibbutz_cli.readers.jsonvalues import Fields, fields_of
from kibbutz_cli.readers.records import Owner, Record

ABOUT = About(
    name="github",
    title="GitHub archive, events and REST dumps",
    files="archive.json; 2024-01-15-10.json.gz of GH Archive; issues.json, pulls.json and their like",
    coverage=Coverage.COMMUNITY,
    loses="Who gave most reactions, who closed and labelled, deleted accounts, and private repositories.",
    how="Download hours from https://www.gharchive.org, or run gh api --paginate repos/OWNER/NAME/issues.",
)

ENDINGS = (".json", ".ndjson", ".jsonl")

TOOL = "GitHub"
"""What GrimoireLab Perceval calls where a record is from."""

_NOBODY = Owner()


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is of GitHub, or a folder of little else."""
    found = sum(1 for _ in _found(tree))
    others = sum(1 for name in tree.names() if not name.lower().endswith(".md")) - found
    return Probe(93, "issues, pulls or events of GitHub") if found and found >= others else NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield what each issue, comment, review and event comes to, file after file.

    Raises:
        InputError: There is nothing of GitHub in it, or a file is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = list(_found(tree)) or (tree.names() if tree.single else [])
    if not names:
        raise InputError(f"{tree.path}: no issues, pulls or events: expected data of GitHub", ABOUT.how)
    for name in names:
        origin = Origin(
            path=tree.path, member="" if tree.single else name, reader=ABOUT.name, coverage=ABOUT.coverage
        )
        with tree.open(name) as stream:
            if githubarchive.is_archive(_first(tree, name)):
                yield from githubarchive.outcomes(stream, Record(origin, 0, _NOBODY), budget)
                continue
            for found in values(stream, origin, budget):
                if isinstance(found, Rejection):
                    budget.record()
                    yield found
                else:
                    record = Record(origin, found.position, _NOBODY)
                    yield from _outcomes(fields_of(found.value), record, budget)


def _outcomes(fields: Fields, record: Record, budget: Budget) -> Iterator[Outcome]:
    """Yield what a record of events or of either API comes to."""
    if is_event(fields):
        budget.record()
        return githubevents.outcomes(fields, record)
    if (nodes := githubrest.timeline(fields)) is not None:
        return githubrest.events(nodes, record, budget)
    return githubrest.outcomes(_unwrapped(fields), record, budget)


def _found(tree: Tree) -> Iterator[str]:
    for name in tree.names():
        if (tree.single or name.lower().endswith(ENDINGS)) and _is_ours(_first(tree, name)):
            yield name


def _first(tree: Tree, name: str) -> Fields:
    try:
        return first_fields(tree.head(name))
    except InputError:
        return {}


def _is_ours(fields: Fields) -> bool:
    return (
        is_event(fields)
        or githubarchive.is_archive(fields)
        or githubrest.timeline(fields) is not None
        or githubrest.is_rest(_unwrapped(fields))
    )


def _unwrapped(fields: Fields) -> Fields:
    """Return what a record is about that GrimoireLab Perceval has put into an envelope."""
    return fields_of(fields.get("data")) if fields.get("backend_name") == TOOL else fields

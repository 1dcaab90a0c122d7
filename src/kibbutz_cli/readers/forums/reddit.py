"""Reddit dumps of Pushshift and Arctic Shift: submissions and comments of everybody in a subreddit.

A person is ``reddit:NAME`` in lower case: names are never changed or given twice, not in another case either,
and dumps of all ages have them. An activity's id is Reddit's own, ``t3_ID`` for a submission and ``t1_ID``
for a comment. A comment answers its parent, a crosspost is a reshare of what it shows again, and ``u/NAME``
in a text is a mention, but not in a title, where the site tells nobody. Private and gold-only subreddits are
left out.

What moderators removed stays, marked as removed, where its author is told; what its author deleted, and what
names no author, is counted and left out. Arctic Shift looks twice and keeps the words it saw first: what had
gone at the second look is gone here, too, and what was back is public. A moderator's own view, such as a
queue, says of what is shown whether it is removed or spam. A score is what it was when it was fetched;
``like_count`` is the score without the author's own vote, and never below 0. Lines that begin with ``>`` are
quotes. A person whose words are shown as a moderator's or an admin's has that role. An account whose name
ends in ``Bot``, or in ``-ModTeam``, is no person, and is left out as a bot. Flair, awards and gold are never
read.

The answers of Reddit's own API, such as a thread's page with ``.json`` behind its address, and those of
Pushshift's are read as well, with all replies that they hold.
"""

from collections.abc import Iterator

from kibbutz_cli.model.activity import Activity, Coverage, Outcome, Rejection
from kibbutz_cli.readers.base import About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import mostly, recognised, to_read
from kibbutz_cli.readers.forums.redditposts import named, outcome, records
from kibbutz_cli.readers.parsing.jsonfile import first_fields, values
from kibbutz_cli.readers.parsing.jsonvalues import fields_of
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record, mentions

ABOUT = About(
    name="reddit",
    title="Reddit dump (Pushshift, Arctic Shift)",
    files="RC_2024-01.zst and RS_2024-01.zst; SUBREDDIT_comments.zst and SUBREDDIT_submissions.zst; NDJSON",
    coverage=Coverage.COMMUNITY,
    loses="Who voted, posts deleted before they were fetched, and who wrote them where the account is gone.",
    how="Choose a subreddit at https://arctic-shift.photon-reddit.com/download-tool, or take a month of all.",
)

ENDINGS = (".json", ".ndjson", ".jsonl", ".txt")

_DUMP = pattern(r"(?:^r[cs]_\d|_(?:comments|submissions|posts)$)")


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a dump of Reddit, or a folder of little else."""
    return mostly(tree, _own(tree), Probe(95, "Reddit's comments or submissions"), (".md", ".sha256"))


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome a comment or submission, file after file.

    Raises:
        InputError: There is no dump in it, or one is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = to_read(tree, _own(tree), ABOUT, "no comments or submissions: expected a dump of Reddit")
    for name in names:
        origin = ABOUT.origin(tree, name)
        for found in values(tree, name, origin, budget):
            if isinstance(found, Rejection):
                budget.record()
                yield found
                continue
            record = Record(origin, found.position)
            for value in records(found.value):
                budget.record()
                deed = outcome(value, record, budget)
                yield deed
                if type(deed) is Activity and (members := named(value)):
                    yield from mentions(deed, members)


def _own(tree: Tree) -> Iterator[str]:
    return recognised(tree, _is_likely, _is_dump)


def _is_likely(name: str) -> bool:
    return name.endswith(ENDINGS) or _DUMP.search(name.rpartition("/")[2]) is not None


def _is_dump(head: bytes) -> bool:
    fields = fields_of(next(iter(records(first_fields(head))), None)).keys()
    # A link that is no text of its own may lack the rest; all ages of dumps have these.
    post = {"author", "subreddit", "id"} <= fields and ("created_utc" in fields or "created" in fields)
    return post and not fields.isdisjoint({"link_id", "selftext", "is_self", "num_comments"})

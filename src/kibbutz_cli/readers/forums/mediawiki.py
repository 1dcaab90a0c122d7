"""MediaWiki: who edited which page of a wiki, and whose edits were reverted, from its API or a dump in XML.

Read are answers with revisions of pages, ``allrevisions`` or ``recentchanges``, and what Special:Export and
``dumpBackup`` write, a file or a folder of them; beside them, where they are, the wiki's own description and
its users with their groups. A dump says of no account whether it is a sysop's or a bot's: only users do. Of
whom they do not list with their groups, the name tells a bot, as wikis ask of it: it ends in ``Bot``.

A person is ``mediawiki:NAME@WIKI``: an account's name is its id, no two of a wiki have the same. The wiki is
its server's name where it describes itself, else its folder. Who edits without an account, under an address
or a temporary name, has no author, nor has what MediaWiki's own programs wrote, as its installer and what
delivers messages to many, nor an edit brought from another wiki under a name that is no account here: these
edits are left out and counted. A sysop or bureaucrat has the role ``administrator``, the group of moderators
``moderator``; accounts of the group of bots or of such a name, and changes marked as a bot's, are left out,
as are uploads and items of the log in a dump.

The first revision of a page opens its conversation, every later one is an edit in it, also those
that are called minor; their words are the summary's. A revision that undoes or rolls back what somebody
else did, and names them, is beside it an endorsement of -1 towards them; what MediaWiki writes for that is
nobody's words. The API marks it in every language, a dump does not: there only English is known. A revert
that only says so in words of its own, or by having the same text as before, names nobody and is an edit
alone.

By the standard ruler an edit is worth nothing, so that who only edits has no contribution; a ruler of one's
own gives it a weight: ``echo 'kinds.edit = {weight = 1, contributes = true}' > wiki.toml``, then
``kibbutz score WIKI --ruler wiki.toml``. Where no first revision of a page is here, ``original = true`` is
needed too: edits are words then, towards whom edited before.
"""

import re
from collections.abc import Iterator

from kibbutz_cli.model.activity import Coverage, Outcome, Rejection
from kibbutz_cli.readers.base import AMONG_OTHERS, NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.heads import by_ending, folder_name, head_of, to_read
from kibbutz_cli.readers.forums.wikidump import dumped, is_dump
from kibbutz_cli.readers.forums.wikipages import ABOUT_THE_WIKI, CHANGES, PEOPLE, REVISIONS, Wiki
from kibbutz_cli.readers.parsing.jsontables import Row, rows
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record

ABOUT = About(
    name="mediawiki",
    title="MediaWiki revisions",
    files="JSON of api.php (prop=revisions, list=allrevisions or list=recentchanges); NAME.xml of an export",
    coverage=Coverage.COMMUNITY,
    loses="Who reads and who thanks, the text of pages, and edits whose author was hidden.",
    how="Save WIKI/api.php?action=query&list=allrevisions&arvlimit=max&format=json, or use Special:Export.",
)

ENDINGS = (".json", ".xml")

TABLES = frozenset({REVISIONS, CHANGES})
LEARNT = TABLES | PEOPLE

_QUERY = pattern(rb'^(?:\xef\xbb\xbf)?\s*\{.{0,2000}?"query"\s*:\s*\{', re.DOTALL)
_LISTED = pattern(rb'"(?:allrevisions|recentchanges)"\s*:\s*\[|"(?:arv|rv|rc)continue"\s*:')
_REVISION = pattern(rb'"revisions"\s*:\s*\[\s*\{(?:"(?:[^"\\]|\\.)*+"|[^"{}])*?"revid"\s*:', re.DOTALL)
"""A first revision, also behind a summary with braces: templates are called by them."""


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is of a wiki's API, and less where most of it is not."""
    likely = by_ending(tree, ENDINGS)
    if any(_is_own(head_of(tree, name)) for name in likely):
        asked = sum(1 for name in likely if _is_asked(head_of(tree, name)))
        return Probe(90 if 2 * asked >= len(likely) else AMONG_OTHERS, "revisions of a wiki's pages")
    return NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield one outcome a revision or change, and the endorsements beside it, dumps after answers.

    Raises:
        InputError: There are no revisions, or a file is truncated or damaged.
        LimitError: A limit of the budget is passed.
    """
    likely = by_ending(tree, ENDINGS)
    own = [name for name in likely if _is_own(head_of(tree, name))]
    names = to_read(tree, own, ABOUT, "no revisions: expected JSON of a wiki's API or its export in XML")
    wiki = Wiki(folder_name(tree, names[0]) or ABOUT.name)
    apart = Budget(budget.limits, budget.path)
    dumps = [name for name in names if is_dump(head_of(tree, name))]
    answers = [name for name in names if not is_dump(head_of(tree, name))]
    for name in (name for name in likely if name in answers or _QUERY.match(head_of(tree, name))):
        for row in _rows(tree, name, apart, LEARNT):
            if not isinstance(row.value, Rejection):
                wiki.meet(row, budget)
    for name in answers:
        origin = ABOUT.origin(tree, name)
        for number, row in enumerate(_revisions(tree, name, budget, wiki), start=1):
            budget.record()
            if isinstance(row.value, Rejection):
                yield row.value
            else:
                yield from wiki.outcomes(row, Record(origin, number), budget)
    for name in dumps:
        with tree.open(name) as stream:
            yield from dumped(stream, ABOUT.origin(tree, name), budget, wiki)


def _is_own(head: bytes) -> bool:
    return is_dump(head) or bool(_QUERY.match(head) and (_REVISION.search(head) or _LISTED.search(head)))


def _is_asked(head: bytes) -> bool:
    return is_dump(head) or _QUERY.match(head) is not None


def _revisions(tree: Tree, name: str, budget: Budget, wiki: Wiki) -> Iterator[Row]:
    """Yield the revisions and changes of a file; what page they are of is told to the wiki."""
    for row in _rows(tree, name, budget, TABLES):
        if row.table in TABLES:
            yield row
        else:
            wiki.turn_to(row)


def _rows(tree: Tree, name: str, budget: Budget, tables: frozenset[str]) -> Iterator[Row]:
    with tree.open(name) as stream:
        yield from rows(stream, ABOUT.origin(tree, name), budget, tables, ABOUT_THE_WIKI)

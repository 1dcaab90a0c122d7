"""Logs of git: who wrote a commit, who took it in, and who is named as having had a part in it.

Read is what ``git log`` prints in its own formats (medium, full, fuller, raw), with any form of dates but
``--date=relative``, ``--date=human`` and what ``--date=format`` writes in an order of its own, also drawn
(``--graph``) or coloured, and what it and ``git format-patch`` write for mail (``NAME.mbox``,
``0001-TITLE.patch``, ``PULL.patch`` of GitHub): the same commits, but for merges and who took them in. All
logs of a folder are read, each as a repository of the name of its file; the patches of a series are of the
folder they lie in.

A person is ``mail:`` and the hash of the address, the same as in archives of mailing lists; the address is
not kept. A log that shows no addresses knows people by name: ``mail:name-HASH@REPOSITORY``; so does every log
where an address stands for nobody (``root@localhost``).

A commit is a post. Who committed what another wrote merged it, and so did who made a merge commit: of each
other author the newest commit that no merge had taken in before. Where a log does not tell the parents of
every commit (``--parents`` and the raw format do), only the one that ends the branch is known. A merge that
only brings a branch up to date is left out, as are stashes and notes, which ``--all`` prints too. Programs
(GitHub itself and its workflows, Copilot, Weblate, Travis and their like, and who has an address such as
``noreply@HOST``) commit nothing for others and have no part in a commit. ``Reviewed-by`` is a review,
``Acked-by`` and ``Tested-by`` are endorsements, ``Reviewed-and-tested-by`` is both, ``Co-authored-by`` (or
``Co-developed-by``) is a post of the co-author that answers nobody, and ``Reported-by``, ``Suggested-by`` and
``Helped-by`` are mentions by the author. Each commit, each commit for another, each author beyond the first
whose work a merge took in, each review and endorsement is a record; ``Signed-off-by`` says what the committer
says already. Only the last paragraph of a message has such lines; one that stands there twice counts once.
Patches and numbers of changed lines are passed over.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from kibbutz_cli.errors import InputError
from kibbutz_cli.model.activity import Coverage, Origin, Outcome
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.base import NOT_MINE, About, Probe, Tree
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.entries import unpacked_name
from kibbutz_cli.readers.files.heads import BOM, folder_name, spelt
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.commits import Repository
from kibbutz_cli.readers.work.gitblocks import Block, blocks
from kibbutz_cli.readers.work.gitdrawn import Undrawn, is_drawn, undrawn
from kibbutz_cli.readers.work.gitpatches import is_patches, patches
from kibbutz_cli.readers.work.gitstashes import without_stashes

ABOUT = About(
    name="gitlog",
    title="git log",
    files="NAME.gitlog.txt or NAME.log with what git log printed; .patch files of git format-patch",
    coverage=Coverage.COMMUNITY,
    loses="What was discussed before a commit, and whose work a merge commit took in, without --parents.",
    how=(
        "Run git log --branches --remotes --tags --parents --pretty=fuller > NAME.gitlog.txt in the "
        "repository."
    ),
)

ENDINGS = (".txt", ".log", ".gitlog", ".git", ".patch", ".mbox")

_BEGIN = pattern(
    rb"(?:\s*\n)?commit (?:[<>=^+-] ?)?[0-9a-f]{7,64}\b[^\n]*\r?\n"
    rb"(?:\w+:? [^\n]*\n){0,40}?[Aa]uthor:? "
)
_OF_SERIES = pattern(r"(?:v\d+-)?\d{4}-.*\.patch(?:\.|$)")
_PROGRAM = "git"


def probe(tree: Tree) -> Probe:
    """Return how sure we are that the input is a log of git, or a folder of little else."""
    found = sum(1 for _ in _found(tree))
    others = sum(1 for name in tree.names() if not name.lower().endswith((".md", ".tsv"))) - found
    return Probe(96, "the commits of git log") if found and found >= others else NOT_MINE


def read(tree: Tree, budget: Budget) -> Iterator[Outcome]:
    """Yield what each commit comes to, log after log, in the order git gave them, merges at the end of each.

    Raises:
        InputError: There is no log in it, or one is truncated.
        LimitError: A limit of the budget is passed.
    """
    names = list(_found(tree))
    if not names:
        raise InputError(f"{tree.path}: no commits: expected what git log printed", ABOUT.how)
    for name in names:
        origin = ABOUT.origin(tree, name)
        repository = Repository(_community(tree, name), origin, budget)
        with tree.open(name) as stream:
            for block in _blocks(tree, name, stream, origin, budget):
                yield from repository.outcomes(block)
        yield from repository.merges()


def identities(tree: Tree, budget: Budget) -> Iterator[Account]:
    """Yield the mailbox behind each address in the logs, with each name that went with it."""
    for name in _found(tree):
        origin = Origin(path=tree.path, reader=ABOUT.name, coverage=ABOUT.coverage)
        repository = Repository(_community(tree, name), origin, budget)
        with tree.open(name) as stream:
            for block in _blocks(tree, name, stream, origin, budget):
                for _ in repository.outcomes(block):
                    pass
        yield from repository.accounts()


def _found(tree: Tree) -> Iterator[str]:
    for name in tree.names():
        file = name.rpartition("/")[2].lower()
        if (tree.single or "." not in file or file.endswith(ENDINGS)) and _is_log(tree, name):
            yield name


def _is_log(tree: Tree, name: str) -> bool:
    try:
        head = tree.head(name)
    except InputError:
        return False
    return is_patches(head) or _BEGIN.match(undrawn(head).removeprefix(BOM)) is not None


def _blocks(tree: Tree, name: str, stream: BinaryIO, origin: Origin, budget: Budget) -> Iterator[Block]:
    """Yield the commits of a file, of which stashes are none."""
    return without_stashes(_commits(tree, name)(stream, origin.place(0), budget.limits.line_bytes))


def _commits(tree: Tree, name: str) -> Callable[[BinaryIO, str, int], Iterator[Block]]:
    """Return what yields the commits of a file."""
    head = tree.head(name)
    if is_patches(head):
        return patches
    return _drawn if is_drawn(head) else blocks


def _drawn(stream: BinaryIO, place: str, limit: int) -> Iterator[Block]:
    return blocks(Undrawn(stream), place, limit)


def _community(tree: Tree, name: str) -> str:
    """Return the name of the repository: that of the file without its endings, or of a series' folder."""
    file = spelt(tree.path if tree.single else name).rpartition("/")[2]
    if _OF_SERIES.match(file):
        return folder_name(tree, name).strip(".-") or _PROGRAM
    stem = unpacked_name(file)
    while stem.lower().endswith(ENDINGS) and stem.rpartition(".")[0]:
        stem = stem.rpartition(".")[0]
    return stem.strip(".-") or _PROGRAM

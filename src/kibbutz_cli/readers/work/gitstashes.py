"""Stashes that were given a name: they look like merges, but each has the index beside it that it kept."""

from collections.abc import Iterable, Iterator

from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.work.gitblocks import Block

KEPT = 100
"""Commits kept in mind: a stash and its index are of one second, and stand close to each other."""

_NAMED = pattern(r"On ([^:\n]+): ")
_INDEX = pattern(r"index on ([^:\n]+): [0-9a-f]{7,64}(?: .*)?")


def without_stashes(found: Iterable[Block]) -> Iterator[Block]:
    """Yield the commits of a log; a stash that was given a name is no commit.

    What may be one waits until its index comes, which git prints later but with ``--reverse``.
    """
    waiting: dict[str, Block] = {}
    indexes: dict[str, str] = {}
    for block in found:
        parent, named = _second_parent(block), _NAMED.match(block.message)
        if index := _INDEX.fullmatch(block.message):
            indexes[block.sha] = index[1]
            yield from (
                _judged(waiting.pop(each), index[1]) for each in [*waiting] if block.sha.startswith(each)
            )
            yield block
        elif not parent or not named or parent in waiting:
            yield block
        elif branch := next((indexes[sha] for sha in indexes if sha.startswith(parent)), ""):
            yield _judged(block, branch)
        else:
            waiting[parent] = block
        if len(waiting) > KEPT:
            yield waiting.pop(next(iter(waiting)))
        if len(indexes) > KEPT:
            del indexes[next(iter(indexes))]
    yield from waiting.values()


def _second_parent(block: Block) -> str:
    return next(iter(block.parents[1:2]), "")


def _judged(block: Block, branch: str) -> Block:
    """Return what was found to be merged with the index of a branch: no commit, if it is a stash of that."""
    return block._replace(sha="") if block.message.startswith(f"On {branch}: ") else block

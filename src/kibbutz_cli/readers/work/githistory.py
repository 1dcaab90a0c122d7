"""Whose commits each merge of a log took in first, by the parents that the log tells."""

from array import array
from typing import NamedTuple

from kibbutz_cli.readers.work.gitblocks import Block
from kibbutz_cli.readers.work.mailpeople import Person

NONE = -1
"""Where there is no commit."""


class Taken(NamedTuple):
    """A commit that a merge took in: its hash, and who wrote it."""

    sha: str
    author: Person


class History:
    """The commits of one log: which are the parents of which, and who wrote them.

    The line of a commit are its first parent, the first parent of that, and so on. What a merge brings in is
    all that its other parents descend from, and that is not on its own line or was taken in before. So each
    commit is taken in once. A merge that is no work, such as one that brings a branch up to date, takes in
    nothing for good: what it brought counts for the merge that takes in its branch.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._authors: list[Person | None] = []
        self._printed = array("l")
        self._first = array("l")
        self._others: dict[int, tuple[int, ...]] = {}
        # What stands behind a commit's hash are its parents, or its children: merges tell which.
        self._is_behind = bytearray()
        self._are_parents_behind = False

    def learn(self, block: Block) -> None:
        """Learn of a commit and its parents."""
        number = self._number(block.sha)
        self._printed.append(number)
        told, behind = block.parents, block.heads.get("behind", "").split()
        self._are_parents_behind |= bool(told) and told == behind
        self._is_behind[number] = not told
        above = [self._number(each) for each in told or behind]
        self._first[number] = above[0] if above else NONE
        if above[1:]:
            self._others[number] = tuple(above[1:])

    def wrote(self, sha: str, author: Person) -> None:
        """Learn that a commit is a deed of its author."""
        self._authors[self._number(sha)] = author

    def taken(self) -> dict[str, list[Taken]]:
        """Return what each merge took in: the newest commit of each author, the newest first.

        A merge of which a parent is not in the log is left out.
        """
        if not self._are_parents_behind:
            self._forget_behind()
        order = self._oldest_first()
        lines = _Lines(self._first, order)
        by = array("l", [NONE]) * len(self._first)
        shas = list(self._numbers)
        found = {}
        for number in order:
            above = (self._first[number], *self._others.get(number, ()))
            if len(above) > 1 and all(each >= 0 and lines.rank[each] != NONE for each in above):
                newest = self._brought(number, lines, by)
                ranked = sorted(newest.values(), key=lambda taken: -lines.rank[taken[0]])
                found[shas[number]] = [Taken(shas[commit], author) for commit, author in ranked]
        return found

    def _number(self, sha: str) -> int:
        number = self._numbers.setdefault(sha, len(self._first))
        if number == len(self._first):
            self._first.append(NONE)
            self._authors.append(None)
            self._is_behind.append(False)
        return number

    def _forget_behind(self) -> None:
        for number in self._printed:
            if self._is_behind[number]:
                self._first[number] = NONE
                self._others.pop(number, None)

    def _parents(self, number: int) -> tuple[int, ...]:
        first = self._first[number]
        return self._others.get(number, ()) if first == NONE else (first, *self._others.get(number, ()))

    def _oldest_first(self) -> list[int]:
        """Return the commits that were printed, each behind its parents, else the last printed first."""
        order: list[int] = []
        is_met = bytearray(len(self._first))
        is_printed = bytearray(len(self._first))
        for number in self._printed:
            is_printed[number] = True
        for number in reversed(self._printed):
            todo = [number]
            while todo:
                # A commit is met twice: before its parents, and behind them.
                each = todo.pop()
                if each < 0:
                    order.append(~each)
                elif is_printed[each] and not is_met[each]:
                    is_met[each] = True
                    todo.append(~each)
                    todo.extend(self._parents(each))
        return order

    def _brought(self, merge: int, lines: "_Lines", by: "array[int]") -> dict[str, tuple[int, Person]]:
        """Return the newest commit of each author that a merge takes in; mark all by whom they were."""
        newest: dict[str, tuple[int, Person]] = {}
        is_work = self._authors[merge] is not None
        todo = list(self._others[merge])
        while todo:
            number = todo.pop()
            if lines.rank[number] == NONE or lines.is_on(number, merge):
                continue
            before = by[number]
            if before != NONE and (not is_work or self._authors[before] or lines.is_on(before, merge)):
                continue
            by[number] = merge
            author = self._authors[number]
            known = newest.get(author.actor) if author else None
            if author and (known is None or lines.rank[known[0]] < lines.rank[number]):
                newest[author.actor] = number, author
            todo.extend(self._parents(number))
        return newest


class _Lines:
    """Which commits are on the line of which.

    Attributes:
        rank: Where each commit stands among all, the oldest first; none for one that was not printed.
    """

    def __init__(self, first: "array[int]", order: list[int]) -> None:
        self.rank = array("l", [NONE]) * len(first)
        for place, number in enumerate(order):
            self.rank[number] = place
        # Whatever has a commit on its line stands together in one row, right behind it.
        self._size = array("l", [1]) * len(first)
        for number in reversed(order):
            above = first[number]
            if self._is_older(above, number):
                self._size[above] += self._size[number]
        self._begin = array("l", [0]) * len(first)
        free = array("l", [0]) * len(first)
        end = 0
        for number in order:
            above = first[number]
            if self._is_older(above, number):
                self._begin[number] = free[above]
                free[above] += self._size[number]
            else:
                self._begin[number] = end
                end += self._size[number]
            free[number] = self._begin[number] + 1

    def is_on(self, number: int, other: int) -> bool:
        """Return whether a commit is on the line of another, or is that one."""
        return 0 <= self._begin[other] - self._begin[number] < self._size[number]

    def _is_older(self, above: int, number: int) -> bool:
        """Return whether a parent stands before a commit: a log that was made up may go round in circles."""
        return above != NONE and NONE < self.rank[above] < self.rank[number]

"""What a commit says: a post of its author, a merge by its committer, and the parts of those it names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.model.activity import IgnoredReason, Kind, Origin, Outcome, RejectionCode, activity_of
from kibbutz_cli.model.identity import Account
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.ownwords import own_lines
from kibbutz_cli.readers.parsing.prints import print_of
from kibbutz_cli.readers.parsing.times import Moment
from kibbutz_cli.readers.patterns import pattern
from kibbutz_cli.readers.records import Record
from kibbutz_cli.readers.work.gitblocks import Block, moment
from kibbutz_cli.readers.work.githistory import History, Taken
from kibbutz_cli.readers.work.mailpeople import People, Person, is_machine
from kibbutz_cli.readers.work.trailers import Trailer, parted

PLATFORM = "git"

GIVEN = {"reviewed": Kind.REVIEW, "acked": Kind.ENDORSE, "tested": Kind.ENDORSE}
"""What somebody gave the author, by the trailer that names them."""

SHARED = frozenset({"co-authored", "co-developed"})
THANKED = frozenset({"reported", "suggested", "helped"})

_PROGRAM = "GitHub"
_BRANCH = r"(?:[\w./-]+/)?(?:master|main|trunk|develop|devel|HEAD)"
_TRACKED = r"(?:remote[- ]tracking )?branch"
# Of the same name as the branch it went into: another's, or the remote's, copy of that branch.
_SAME = r"(?:[^'/\n]+/)?([^'\n]+)'(?: of \S+)? into '?\1'?$"
_UPDATE = pattern(rf"Merge (?:upstream\b|(?:{_TRACKED} )?'{_BRANCH}'|{_TRACKED} '{_SAME})", re.MULTILINE)

# What git stash and git notes write, in the words of git itself: no work that was given to anybody.
_OWN = pattern(
    r"(?:WIP|index|untracked files) on [^:\n]+: [0-9a-f]{7,64}(?: .*)?"
    r"|Notes (?:added|removed) by 'git [a-z -]+'"
)


class Commit(NamedTuple):
    """A commit as it was printed, with whose it is and when it was written."""

    block: Block
    author: Person
    written: Moment
    record: Record

    def towards(self, person: Person) -> dict[str, object]:
        """Return what a deed says that was done to the commit, towards a person."""
        return _towards(Taken(self.block.sha, person))


class Repository:
    """One log: whose commits they are, and what its merges took in."""

    def __init__(self, name: str, origin: Origin, budget: Budget) -> None:
        self._name = name
        self._origin = origin
        self._budget = budget
        self._people = People(name)
        self._by_address: bool | None = None
        self._history = History()
        self._merges: list[Commit] = []

    def accounts(self) -> Iterator[Account]:
        """Yield the mailbox of everybody named so far, with each name that went with it."""
        yield from self._people.accounts()

    def outcomes(self, block: Block) -> Iterator[Outcome]:
        """Yield what a commit comes to, then what others did to it; a merge is told when all are known."""
        record = Record(self._origin, block.line)
        self._budget.record()
        if not block.sha or _OWN.fullmatch(block.message):
            yield record.ignored(IgnoredReason.NOT_ACTIVITY)
            return
        self._history.learn(block)
        told = block.heads.get("author", "")
        if self._by_address is None:
            self._by_address = "<" in told
        author = self._person(told)
        if author is None:
            yield record.rejected(RejectionCode.NO_ACTOR, "author: expected a name or an address")
            return
        try:
            written = moment(block.heads.get("authored", ""))
            taken = moment(block.heads.get("committed", ""))
        except ValueError:
            yield record.rejected(
                RejectionCode.BAD_TIME,
                "date: expected one as git log writes it without --date=relative, human or format",
            )
            return
        words, found = parted(block.message)
        commit = Commit(block, author, written, record)
        if len(block.parents) > 1:
            yield from self._kept(commit)
        else:
            self._history.wrote(block.sha, author)
            yield self._post(commit, own_lines(words))
            yield from self._taken_in(commit, taken if taken[0] is not None else written)
        yield from self._parts(commit, found)

    def merges(self) -> Iterator[Outcome]:
        """Yield what the merge commits come to, of all that were told."""
        taken = self._history.taken()
        for commit in self._merges:
            yield from self._merge_commit(commit, taken.get(commit.block.sha, []))

    def _post(self, commit: Commit, text: str) -> Outcome:
        sha = commit.block.sha
        return self._deed(
            commit,
            commit.author,
            activity_id=sha,
            kind=Kind.POST,
            thread_id=sha,
            text_len=len(text),
            text_print=print_of(text),
        )

    def _kept(self, commit: Commit) -> Iterator[Outcome]:
        """Keep a merge commit until all commits are known; one that only updates a branch is no deed."""
        block = commit.block
        if _UPDATE.match(block.message):
            yield commit.record.ignored(IgnoredReason.NOT_ACTIVITY)
            return
        self._history.wrote(block.sha, commit.author)
        heads = {"parents": block.heads["parents"]}
        self._merges.append(commit._replace(block=block._replace(heads=heads, message="")))

    def _merge_commit(self, commit: Commit, taken: list[Taken]) -> Iterator[Outcome]:
        """Yield what a merge commit is: its author took in the work of each other one.

        Where nobody else's is known, it is the branch that its second parent ends.
        """
        own, merged = commit.block.sha, commit.block.parents[1]
        others = [_towards(each) for each in taken if each.author.actor != commit.author.actor]
        branch: dict[str, object] = {"object_id": merged, "thread_id": merged}
        for number, to in enumerate(others or [branch]):
            if number:
                self._budget.record()
            activity_id = f"{own}#merge-{number + 1}" if number else own
            yield self._deed(commit, commit.author, activity_id=activity_id, kind=Kind.MERGE, **to)

    def _taken_in(self, commit: Commit, taken: Moment) -> Iterator[Outcome]:
        """Yield who committed what another wrote; programs that do so for a person are none."""
        told = commit.block.heads.get("committer", "")
        committer = None if told == _PROGRAM or is_machine(told) else self._person(told)
        if committer and committer.actor != commit.author.actor:
            self._budget.record()
            yield self._deed(
                commit._replace(written=taken),
                committer,
                activity_id=f"{commit.block.sha}#merge",
                kind=Kind.MERGE,
                **commit.towards(commit.author),
            )

    def _parts(self, commit: Commit, found: list[Trailer]) -> Iterator[Outcome]:
        """Yield what trailers say of each whom they name: another than the author, and no machine."""
        met: set[tuple[str, str]] = set()
        for number, (part, who) in enumerate(found, start=1):
            person = None if is_machine(who) else self._person(who)
            if person and person.actor != commit.author.actor and (part, person.actor) not in met:
                met.add((part, person.actor))
                yield from self._part(commit, number, part, person)

    def _part(self, commit: Commit, number: int, part: str, person: Person) -> Iterator[Outcome]:
        """Yield what part somebody had in a commit."""
        author = commit.author
        own: dict[str, object] = {"activity_id": f"{commit.block.sha}#{part}-{number}"}
        if kind := GIVEN.get(part):
            self._budget.record()
            yield self._deed(commit, person, **own, kind=kind, **commit.towards(author))
        elif part in SHARED:
            # Derived, for one thing of several authors is no conversation between them.
            yield self._deed(commit, person, **own, kind=Kind.POST, thread_id=commit.block.sha, derived=True)
        elif part in THANKED:
            yield self._deed(commit, author, **own, kind=Kind.MENTION, **commit.towards(person), derived=True)

    def _person(self, told: str) -> Person | None:
        return self._people.named(told) if self._by_address else self._people.called(told)

    def _deed(self, commit: Commit, by: Person, **values: object) -> Outcome:
        values |= {
            "platform": PLATFORM,
            "community": self._name,
            "actor": by.actor,
            "actor_name": by.name,
            "ts_us": commit.written[0],
            "clock": commit.written[1],
            "origin": commit.record.origin,
            "position": commit.record.position,
        }
        return activity_of(values)


def _towards(taken: Taken) -> dict[str, object]:
    return {
        "object_id": taken.sha,
        "target": taken.author.actor,
        "target_name": taken.author.name,
        "thread_id": taken.sha,
    }

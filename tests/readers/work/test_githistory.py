"""What each merge of a log was the first to take in, by the parents that the log tells."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.readers.work.gitblocks import Block
from kibbutz_cli.readers.work.githistory import History
from kibbutz_cli.readers.work.mailpeople import Person

SPLIT = "base; a:base; b:a; main:base; m:main,b"
"""A branch of two commits that goes off at the base, and a merge: each commit is named, then its parents."""


def taken(drawn: str, unwritten: str = "", authors: str = "") -> dict[str, str]:
    """Return which commits merges take in, of a history drawn from the oldest on.

    Everybody writes the commit of their name; `authors` gives those that another wrote as ``commit=author``.
    """
    others = dict(each.split("=") for each in authors.split())
    history = History()
    for each in reversed(drawn.split("; ")):
        sha, _, parents = each.partition(":")
        history.learn(Block(sha, 1, {"parents": parents.replace(",", " ")}, ""))
        if sha not in unwritten.split():
            history.wrote(sha, Person(others.get(sha, sha), None))
    return {merge: " ".join(each.sha for each in found) for merge, found in history.taken().items()}


def test_a_merge_takes_in_what_its_branch_has_and_its_line_has_not() -> None:
    assert taken(SPLIT) == {"m": "b a"}


def test_of_each_author_the_newest_commit_is_taken_in() -> None:
    assert taken(SPLIT, authors="a=ben b=ben") == {"m": "b"}


def test_a_merge_may_take_in_many_branches() -> None:
    assert taken("base; a:base; b:base; c:base; m:a,b,c") == {"m": "c b"}


def test_a_commit_is_taken_in_once() -> None:
    assert taken(f"{SPLIT}; c:b; n:m,c; other:base; o:other,c") == {"m": "b a", "n": "c", "o": ""}


def test_a_branch_may_have_merges_of_its_own() -> None:
    assert taken("base; a:base; b:a; c:a; n:b,c; main:base; m:main,n") == {"n": "c", "m": "n b a"}


def test_what_a_branch_was_brought_up_to_date_with_is_not_its_own() -> None:
    drawn = "base; a:base; main:base; up:a,main; b:up; later:main; m:later,b"

    assert taken(drawn, unwritten="up") == {"up": "main", "m": "b a"}


def test_what_somebody_pulled_into_a_branch_is_of_the_branch() -> None:
    drawn = "base; a:base; b:base; pull:a,b; main:base; m:main,pull"

    assert taken(drawn, unwritten="pull")["m"] == "b a"


def test_what_somebody_pulled_into_their_own_line_is_in_it() -> None:
    drawn = "base; mine:base; theirs:base; more:theirs; pull:mine,more; a:theirs; m:pull,a"

    assert taken(drawn, unwritten="pull")["m"] == "a"


def test_a_merge_whose_parents_are_not_all_in_the_log_takes_in_nothing_known() -> None:
    assert taken("a:base; m:main,a; n:m,gone") == {}


def test_what_lies_before_the_log_begins_is_passed_over() -> None:
    assert taken("main:lost; a:lost; b:a; m:main,b") == {"m": "b a"}


def test_a_history_that_goes_round_in_circles_ends() -> None:
    assert taken("a:b; b:a; c:c,b; d:c,a").keys() == {"c", "d"}


@given(st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=3, unique=True), max_size=25))
def test_no_merge_takes_in_what_its_line_had_or_another_took(steps: list[list[int]]) -> None:
    """A step is a commit, and how far before it each of its parents stands."""
    above = {0: [0][:0]}
    for number, back in enumerate(steps, start=1):
        above[number] = [number - each for each in back if each <= number]
    drawn = "; ".join(f"{number}:{','.join(map(str, parents))}" for number, parents in above.items())
    has: dict[int, set[int]] = {}
    for number, parents in above.items():
        has[number] = {number}.union(*(has[each] for each in parents))

    found = {int(merge): {int(each) for each in shas.split()} for merge, shas in taken(drawn).items()}

    brought = {
        merge: set().union(*(has[each] for each in above[merge][1:])) - has[above[merge][0]]
        for merge in found
    }
    assert all(found[merge] <= brought[merge] for merge in found)
    once = list(chain.from_iterable(found.values()))
    assert len(once) == len(set(once))

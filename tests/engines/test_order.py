"""Queries run at the same time leave what they would one after the other."""

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest

from kibbutz_cli.engines import order


def test_a_query_waits_for_the_tables_it_reads() -> None:
    queries = {
        "weeks": "select week from deeds",
        "members": "select m.member from people as m\ninner join weeks as w on w.member = m.member",
        "ties": "select giver from deeds",
    }

    assert order.waits(queries) == {"weeks": set(), "members": {"weeks"}, "ties": set()}


def test_a_table_is_not_made_anew_before_those_that_read_the_old_one() -> None:
    queries = {"ties": "select giver from deeds", "deeds": "select deed from told"}

    assert order.waits(queries) == {"ties": set(), "deeds": {"ties"}}


def test_a_name_starts_when_those_it_waits_for_are_done() -> None:
    done: list[str] = []
    with ThreadPoolExecutor(2) as pool:
        order.run(
            {"c": {"a", "b"}, "a": set(), "b": {"a"}},
            2,
            lambda name: pool.submit(done.append, name),
            int,
            lambda name: done.append(f"{name} ended"),
        )

    assert done.index("a ended") < done.index("b") < done.index("b ended") < done.index("c")


@pytest.mark.parametrize("most", [1, 2])
def test_of_those_that_could_start_the_first_in_order_does(most: int) -> None:
    started: list[str] = []

    def start(name: str) -> Future[None]:
        started.append(name)
        done: Future[None] = Future()
        done.set_result(None)
        return done

    order.run({"a": (), "b": {"a"}, "c": {"b"}, "filler": (), "more": ()}, most, start, int, str)

    assert started == (["a", "b", "c", "filler", "more"] if most == 1 else ["a", "filler", "b", "more", "c"])


def test_what_the_longest_chain_waits_for_comes_first_and_the_rest_as_it_was() -> None:
    waits = {
        "filler": set(),
        "start": set(),
        "aside": {"start"},
        "middle": {"start"},
        "end": {"middle", "aside"},
    }
    waits |= {"beyond": {"end"}, "more": {"filler"}}

    ordered = order.longest_first(waits)

    assert list(ordered) == ["start", "aside", "middle", "filler", "end", "beyond", "more"]
    assert ordered == waits


def test_on_the_longest_chain_are_those_without_which_it_would_be_shorter() -> None:
    waits = {"start": set(), "aside": {"start"}, "middle": {"start"}, "end": {"middle"}, "filler": set()}

    assert order.on_longest_chain(waits) == {"start", "middle", "end"}
    assert order.on_longest_chain(waits | {"last": {"aside"}}) == {"start", "middle", "end", "aside", "last"}
    assert order.on_longest_chain({"one": set(), "other": set()}) == set()


def test_a_spare_table_goes_with_its_last_reader() -> None:
    queries = {
        "ties": "select giver from deeds",
        "mutual": "select m.giver from ties as m inner join deeds as d on d.member = m.giver",
        "names": "select name from activity",
    }
    spare = order.Spare({"deeds", "ties", "screened", "names"}, queries)

    assert list(spare.after()) == ["screened"]
    assert list(spare.after("ties")) == []
    assert sorted(spare.after("mutual")) == ["deeds", "ties"]
    assert list(spare.after("names")) == ["names"]


def test_a_failure_stops_what_runs_and_starts_nothing_more() -> None:
    stopped, started = Event(), []

    def start(name: str) -> Future[None]:
        started.append(name)
        return pool.submit(_fail) if name == "wrong" else pool.submit(_wait, stopped)

    with ThreadPoolExecutor(2) as pool, pytest.raises(ValueError, match="wrong"):
        order.run({"long": (), "wrong": (), "late": {"long"}}, 2, start, stopped.set, print)

    assert started == ["long", "wrong"]
    assert stopped.is_set()


def _fail() -> None:
    raise ValueError("wrong")


def _wait(stopped: Event) -> None:
    stopped.wait(60)

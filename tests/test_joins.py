"""Joins from ties, against a graph library: what strong ties connect is sure, and nothing is told twice."""

import tomllib

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.app.joins import joins
from kibbutz_cli.app.ties import Known, Tie
from kibbutz_cli.model.identity import Suggestions
from kibbutz_cli.reports.identities import fragment

HANDLES = [f"mail:{number}" for number in range(12)]
NAMES = st.sampled_from(
    ["Ada Hill", "Ada  Hill", "", 'quo"ted\\', "line\nbreak = 1", "\x1b]0;", "\u202e]", "日本"]
)
PAIRS = st.tuples(st.sampled_from(HANDLES), st.sampled_from(HANDLES)).filter(lambda pair: pair[0] != pair[1])
TIES = st.lists(
    st.builds(
        lambda pair, strength: Tie(*pair, "link", strength, "says so"),
        PAIRS,
        st.sampled_from(["strong", "weak"]),
    ),
    max_size=15,
)
MEMBERS = st.lists(st.sampled_from([None, "one", "two"]), min_size=12, max_size=12)


def found(names, members, ties):
    known = {
        handle: Known(handle, name, len(handle), member or handle, frozenset(["a.mbox"]), False)
        for handle, name, member in zip(HANDLES, names, members, strict=True)
    }
    ordered = sorted(ties, key=lambda tie: tie.strength == "weak")
    return known, joins(known, ordered)


@given(st.lists(NAMES, min_size=12, max_size=12), MEMBERS, TIES)
def test_sure_handles_are_what_strong_ties_and_the_configuration_connect(names, members, ties) -> None:
    known, made = found(names, members, ties)
    graph = nx.Graph()
    graph.add_nodes_from(HANDLES)
    graph.add_edges_from((tie.first, tie.second) for tie in ties if tie.strength == "strong")
    graph.add_edges_from((each.actor, each.member) for each in known.values())
    groups = [set(group) & set(HANDLES) for group in nx.connected_components(graph)]

    for join in made:
        sure = {each.handle for each in join.handles if each.strength != "weak"}
        assert not sure or sure in groups
    told = [each.handle for join in made for each in join.handles]
    assert len(told) == len(set(told))


def test_a_weak_tie_puts_nobody_under_the_name_of_somebody_else() -> None:
    first, named, third, *_ = HANDLES
    ties = [Tie(first, third, "link", "strong", "says so"), Tie(first, named, "link", "weak", "says so")]

    _, made = found(["Ada Hill"] * 12, [None, "one", *[None] * 10], ties)

    assert [(join.member, [each.handle for each in join.handles], join.perhaps) for join in made] == [
        ("ada-hill", [first, third], ""),
        ("one", [named], "ada-hill"),
    ]


@given(st.lists(NAMES, min_size=12, max_size=12), MEMBERS, TIES)
def test_what_is_written_is_toml_whatever_people_are_called(names, members, ties) -> None:
    _, made = found(names, members, ties)

    read = tomllib.loads(fragment(Suggestions(joins=made, handles=12, sources=[])))["identities"]

    assert read == {
        join.member: [each.handle for each in join.handles if each.strength != "weak"]
        for join in made
        if join.strength == "strong"
    }


def test_two_sure_groups_that_may_be_one_person_stay_two() -> None:
    pairs = [("mail:0", "mail:1", "strong"), ("mail:2", "mail:3", "strong"), ("mail:1", "mail:2", "weak")]
    ties = [Tie(first, second, "link", strength, "says so") for first, second, strength in pairs]

    _, made = found(["Ada Hill"] * 12, [None] * 12, ties)

    assert [(join.member, join.perhaps) for join in made] == [("ada-hill", ""), ("ada-hill-2", "ada-hill")]
    assert {each.strength for join in made for each in join.handles} == {"strong"}

"""The graph of the community with networkx, for the peer."""

from operator import itemgetter

import networkx as nx
import numpy as np
import pandas as pd

from peer_data import Community

ELSEWHERE = -1
"""Where the part of a giver's budget goes that is given to nobody."""


def mutual_ties(tie: pd.DataFrame) -> pd.DataFrame:
    """Return what goes both ways."""
    graph = nx.from_pandas_edgelist(tie, "member", "target", edge_attr=True, create_using=nx.DiGraph)
    pairs = []
    for member, target, there in graph.edges(data=True):
        if not graph.has_edge(target, member):
            continue
        back = graph.edges[target, member]
        weaker = min(there, back, key=itemgetter("strength"))
        lasting = [1 - np.exp(-(side["worth"] ** 2) / side["squares"]) for side in (there, back)]
        first_thread = min(there["first_thread"], back["first_thread"])
        last_thread = max(there["last_thread"], back["last_thread"])
        first_day = min(there["first_day"], back["first_day"])
        last_day = max(there["last_day"], back["last_day"])
        pairs.append(
            {
                "member": member,
                "strength": weaker["strength"],
                "variance": weaker["squares"] / (1 + weaker["worth"]) ** 2,
                "fleeting": 1 - lasting[0] * lasting[1],
                "again": first_thread != last_thread and first_day != last_day,
            }
        )
    return pd.DataFrame(pairs, columns=["member", "strength", "variance", "fleeting", "again"])


def walk(edges: pd.DataFrame, anchors: np.ndarray, community: Community, damping: float) -> np.ndarray:
    """Return the trust every person holds: PageRank that starts at the anchors.

    PageRank hands on all that a node holds, so what a giver keeps goes to a node that keeps it.
    """
    graph = nx.from_pandas_edgelist(edges, "member", "target", "share", create_using=nx.DiGraph)
    graph.add_nodes_from(anchors)
    given = dict(graph.out_degree(weight="share"))
    graph.add_weighted_edges_from(
        ((member, ELSEWHERE, max(0.0, 1 - share)) for member, share in given.items()), weight="share"
    )
    graph.add_edge(ELSEWHERE, ELSEWHERE, share=1.0)
    ranks = nx.pagerank(
        graph, alpha=damping, personalization=dict.fromkeys(anchors, 1 / len(anchors)), weight="share"
    )
    del ranks[ELSEWHERE]
    held = np.zeros(len(community.names))
    held[list(ranks)] = np.array(list(ranks.values())) / (1 - damping) * len(community.members)
    return held

"""The graph of the community with networkx, for the peer."""

from operator import itemgetter

import networkx as nx
import numpy as np
import pandas as pd


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
                "partner": target,
                "strength": weaker["strength"],
                "variance": weaker["squares"] / (1 + weaker["worth"]) ** 2,
                "fleeting": 1 - lasting[0] * lasting[1],
                "again": first_thread != last_thread and first_day != last_day,
            }
        )
    return pd.DataFrame(pairs, columns=["member", "partner", "strength", "variance", "fleeting", "again"])


def walk(edges: pd.DataFrame, start: np.ndarray, damping: float, steps: int) -> list[np.ndarray]:
    """Return what everybody holds in each wave, by the sparse matrix of the graph.

    ``nx.pagerank`` walks until nothing changes, which comes to other numbers than a fixed number of waves.
    """
    graph = nx.from_pandas_edgelist(edges, "member", "target", "share", create_using=nx.DiGraph)
    nodes = list(graph)
    onwards = damping * nx.to_scipy_sparse_array(graph, nodes, weight="share", dtype=float).T
    waves = [start]
    for _ in range(steps - 1):
        wave = np.zeros(len(start))
        wave[nodes] = onwards @ waves[-1][nodes]
        waves.append(wave)
    return waves

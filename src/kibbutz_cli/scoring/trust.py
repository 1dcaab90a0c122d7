"""The flow of trust from the anchors: a fixed number of steps over the endorsements.

``t = (1 - d) sum_k d^k v P^k`` with ``v`` uniform on the anchors; what is kept is the flow that
arrives, so an anchor's own mass is not its merit. The iteration of Z. Gyongyi, H. Garcia-Molina
and J. Pedersen, Combating Web Spam with TrustRank, VLDB 2004.
"""

from collections.abc import Callable

from kibbutz_cli.scoring.database import Database


def run(db: Database, steps: int, text: Callable[[str], str]) -> None:
    """Leave the tables ``trust_flow``, what arrives at each member from each other one, and ``voices``."""
    db.execute(f"create table endorsements as\n{text('endorsements')}")
    db.execute(f"create table trust_waves as\n{text('trust_waves')}", (steps,))
    db.execute(f"create table trust_flow as\n{text('trust_flow')}")
    db.execute(f"create table voices as\n{text('voices')}")

"""The flow of trust from the anchors: a fixed number of steps over the endorsements.

``t = (1 - d) sum_k d^k v P^k`` with ``v`` uniform on the anchors; what is kept is the flow that
arrives, so an anchor's own mass is not its merit. The iteration of Z. Gyongyi, H. Garcia-Molina
and J. Pedersen, Combating Web Spam with TrustRank, VLDB 2004.
"""

from collections.abc import Callable

from kibbutz_cli.scoring.database import Database


def run(db: Database, steps: int, text: Callable[[str], str]) -> None:
    """Leave the table ``trust_flow``: what arrives at each member from each other one."""
    db.execute(f"create table endorsements as\n{text('endorsements')}")
    db.execute(f"create table trust_wave as\n{text('trust_start')}")
    db.execute("create table trust_waves as select member, mass from trust_wave")
    for _ in range(steps - 1):
        db.execute(f"create table trust_next as\n{text('trust_step')}")
        db.execute("drop table trust_wave")
        db.execute("alter table trust_next rename to trust_wave")
        db.execute("insert into trust_waves select member, mass from trust_wave")
    db.execute(f"create table trust_flow as\n{text('trust_flow')}")

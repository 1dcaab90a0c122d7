"""The flow of trust from the anchors: a fixed number of steps over the endorsements, each counted once.

``t = (1 - d) sum_k d^k v P^k`` with ``v`` uniform on the anchors, the iteration of Z. Gyongyi,
H. Garcia-Molina and J. Pedersen, Combating Web Spam with TrustRank, VLDB 2004. Kept is only what
arrives for the first time: what left a member and comes back through others is not its merit, as in
J. Hopcroft and D. Sheldon, Manipulation-Resistant Reputations Using Hitting Time, WAW 2007. An
anchor's own mass is not its merit either.
"""

from collections.abc import Callable

from kibbutz_cli.scoring.database import Database

PASSED = "create table trust_passed (step integer, member integer, through integer, mass double)"


def run(db: Database, steps: int, text: Callable[[str], str]) -> None:
    """Leave what arrives at each member from each other one, what that makes of it, and whose word counts.

    The tables are ``trust_flow`` (member, giver, arrived), ``trusted`` (member, amount, squares, in per
    cent of what an anchor's own endorsements bring), ``trust_through`` (member, through: most of the
    member's trust came that way) and ``voices`` (member, voice from 0 to 1).
    """
    db.execute(f"create table endorsements as\n{text('endorsements')}")
    db.execute(f"create table trust_waves as\n{text('trust_waves')}", (steps,))
    db.execute(PASSED)
    for step in range(2, steps + 1):
        db.execute(
            f"insert into trust_passed select ?, s.* from (\n{text('trust_passed')}) as s",
            (step, step, step - 1, step - 1),
        )
    for table in ("trust_through", "trust_flow", "trusted", "voices", "scale"):
        db.execute(f"create table {table} as\n{text(table)}")

"""What docs/people.md says of invented accounts, as they are added to the example community."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMUNITY = ROOT / "examples/community"
END = datetime(2024, 12, 29, 12, tzinfo=UTC)
COLUMNS = ["activity_id", "platform", "actor", "kind", "object_id", "target", "thread_id", "published"]
COUNT, WEEKS, IN_LEAGUE = 25, 82, 14


def among_themselves() -> Iterator[list[str]]:
    """Yield a post a week of each account, two answers to it by others, and their answers to those."""
    for week in range(WEEKS):
        for one in range(COUNT):
            when = END - timedelta(weeks=WEEKS - week, hours=-4 * one)
            author, post = f"forum:i{one}", f"i{week}.{one}"
            yield [post, "forum", author, "post", "", "", post, when.isoformat()]
            for step in (1 + week % 7, 8 + week % 5):
                other, reply = f"forum:i{(one + step) % COUNT}", f"{post}.{step}"
                later = (when + timedelta(hours=step)).isoformat()
                back = (when + timedelta(hours=step + 3)).isoformat()
                yield [reply, "forum", other, "reply", post, author, post, later]
                yield [f"{reply}.back", "forum", author, "reply", reply, other, post, back]


def let_in(members: list[str]) -> Iterator[list[str]]:
    """Yield a like a week between each of some members and each account, given and returned."""
    for week in range(IN_LEAGUE):
        when = (END - timedelta(weeks=week + 1)).isoformat()
        for member in (f"forum:{member}" for member in members):
            for other in (f"forum:i{one}" for one in range(COUNT)):
                for giver, receiver in ((member, other), (other, member)):
                    yield [f"{week} {giver} {receiver}", "forum", giver, "like", "", receiver, "", when]


@pytest.fixture
def reached(kibbutz, tmp_path: Path):
    """Return a call that says which statuses and standings the accounts reach whom some members let in."""

    def scored(*members: str) -> tuple[set[str], set[int]]:
        with (tmp_path / "invented.csv").open("w", newline="") as file:
            csv.writer(file).writerows([COLUMNS, *among_themselves(), *let_in(list(members))])
        found = kibbutz(
            "score", COMMUNITY, "invented.csv", "--config", COMMUNITY / "kibbutz.toml", "--json", "-q"
        )
        people: list[dict[str, Any]] = json.loads(found.stdout)["members"]
        invented = [each for each in people if each["member"].startswith("forum:i")]
        assert len(invented) == COUNT
        return (
            {each["status"]["current"] for each in invented},
            {round(each["standing"]["value"]) for each in invented},
        )

    return scored


def test_what_the_page_says_of_invented_accounts_is_so(reached) -> None:
    alone, one = reached(), reached("112")
    page = (ROOT / "docs/people.md").read_text()

    assert (alone[0], one[0]) == ({"Candidate"}, {"Elder"})
    assert f"stay Candidates, at {max(alone[1])} of 100" in page
    assert f"became Elders, with {min(one[1])} of 100" in page

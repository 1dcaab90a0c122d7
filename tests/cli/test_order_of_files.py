"""Two files that tell the same deeds: the one that shows more is kept, whichever is named first."""

import json

import pytest

PEOPLE = ("ana", "ben", "cy")


@pytest.fixture
def told(tmp_path):
    """Write the same deeds as the dump of a community, and as one person's archive, which says less."""
    rows = []
    for week in range(12):
        day = f"2024-{week // 4 + 1:02}-{week % 4 * 7 + 1:02}"
        for place, who in enumerate(PEOPLE):
            post = {
                "activity_id": f"p{week}{who}",
                "actor": who,
                "kind": "post",
                "published": f"{day}T10:00:00Z",
            }
            other = PEOPLE[(place + 1) % len(PEOPLE)]
            reply = {
                "activity_id": f"r{week}{who}",
                "actor": other,
                "kind": "reply",
                "object_id": post["activity_id"],
                "published": f"{day}T12:00:00Z",
            }
            rows += [post, reply]
    less = [{**row, "coverage": "single"} for row in rows]
    for row in less:
        if row.pop("object_id", None):
            row["kind"] = "post"
    files = []
    for name, given in (("community", [{**row, "coverage": "community"} for row in rows]), ("single", less)):
        path = tmp_path / f"{name}.ndjson"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in given))
        files.append(path)
    return files


def answer(kibbutz, command, *files):
    found = json.loads(kibbutz(command, *files, "--json").stdout)
    found.pop("sources")
    found.pop("odd", None)
    return found


@pytest.mark.parametrize("command", ["score", "inspect"])
def test_the_copy_that_shows_more_is_kept_whichever_is_named_first(kibbutz, told, command):
    community, single = told

    assert answer(kibbutz, command, community, single) == answer(kibbutz, command, single, community)


def test_a_poorer_copy_takes_nothing_from_anybody(kibbutz, told):
    community, single = told

    both = answer(kibbutz, "score", single, community)["members"]

    assert [member["standing"] for member in both] == [
        member["standing"] for member in answer(kibbutz, "score", community)["members"]
    ]

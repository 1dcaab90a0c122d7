"""In which order files are named changes nothing; of two that tell the same, the fuller one is kept."""

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


def test_a_poorer_copy_takes_nothing_from_anybody(kibbutz, told):
    community, single = told

    both, alone = (
        json.loads(kibbutz("score", *files, "--json").stdout)["members"]
        for files in ((single, community), (community,))
    )

    assert [member["standing"] for member in both] == [member["standing"] for member in alone]


@pytest.mark.parametrize(
    ("command", "more"),
    [
        ("score", ()),
        ("score", ("--json",)),
        ("inspect", ()),
        ("explain", ("--json",)),
        ("convert", ("-o", "-", "--format", "ndjson")),
    ],
    ids=str,
)
def test_files_in_any_order_give_the_same_bytes(kibbutz, told, fixtures, command, more):
    files = [*told, fixtures / "mbox" / "patches.mbox"]
    who = ("ana",) if command == "explain" else ()

    first = kibbutz(command, *who, *files, *more)
    second = kibbutz(command, *who, *reversed(files), *more)

    assert first.stdout
    assert (first.returncode, first.stdout, first.stderr) == (second.returncode, second.stdout, second.stderr)


def test_one_file_by_two_paths_is_called_the_same_in_any_order(kibbutz, told, tmp_path):
    (tmp_path / "link.ndjson").symlink_to(told[0])

    names = ["link.ndjson", told[0]]
    first, second = (kibbutz("inspect", *order, "--json").stdout for order in (names, reversed(names)))

    assert first == second
    assert json.loads(first)["sources"][0]["records"] == 72


def test_standard_input_is_read_after_the_files(kibbutz, told):
    community, single = told

    found = json.loads(kibbutz("inspect", "-", community, "--json", given=single.read_text()).stdout)

    assert [source["path"] for source in found["sources"]] == [str(community), "-"]

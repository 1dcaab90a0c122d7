"""What a few people see of whom the data shows one side: words that are true of an archive and of a table."""

import json

ALONE = "actor,published,kind\n"
DEEDS = ("ann,2024-01-01", "bob,2024-01-05", "cyd,2024-02-09", "ann,2024-03-01", "bob,2024-03-05")


def table(people):
    names = ("ann", "bob", "cyd")[:people]
    return ALONE + "".join(f"{deed},post\n" for deed in DEEDS if deed.startswith(names))


def archive(folder, owner, other):
    """Write the Mastodon archive of one who writes to another every month."""
    base = "https://hill.example/users"
    ours = f"{base}/{owner}"
    folder.mkdir()
    (folder / "actor.json").write_text(
        json.dumps(
            {
                "@context": "https://www.w3.org/ns/activitystreams",
                "id": ours,
                "type": "Person",
                "preferredUsername": owner,
                "inbox": f"{ours}/inbox",
            }
        )
    )
    items = [
        {
            "id": f"{ours}/statuses/{month}/activity",
            "type": "Create",
            "actor": ours,
            "published": f"2024-0{month}-03T10:00:00Z",
            "object": {
                "id": f"{ours}/statuses/{month}",
                "type": "Note",
                "published": f"2024-0{month}-03T10:00:00Z",
                "content": "<p>Beans</p>",
                "attributedTo": ours,
                "to": ["https://www.w3.org/ns/activitystreams#Public"],
                "cc": [f"{base}/{other}"],
                "inReplyTo": f"{base}/{other}/statuses/{month - 1}",
                "tag": [{"type": "Mention", "href": f"{base}/{other}", "name": f"@{other}"}],
            },
        }
        for month in range(2, 9)
    ]
    (folder / "outbox.json").write_text(
        json.dumps({"id": "outbox.json", "type": "OrderedCollection", "orderedItems": items})
    )


def test_people_side_by_side_in_a_table_have_a_mirror_each(kibbutz, tmp_path):
    (tmp_path / "garden.csv").write_text(table(2))

    said = kibbutz("score", "garden.csv", COLUMNS="80").stdout

    assert said.splitlines()[:2] == [
        "2 mirrors: what this data shows of each member",
        "Who answers whom is not in it, so nobody is ranked and nobody is compared.",
    ]
    assert "coverage  L0, people side by side: who answers whom is not in it" in said
    assert "archive" not in said


def test_archives_that_name_each_other_hold_one_side_of_each_and_are_two_mirrors(kibbutz, tmp_path):
    archive(tmp_path / "ada", "ada", "bo")
    archive(tmp_path / "bo", "bo", "ada")

    inspected, scored = (kibbutz(command, "ada", "bo").stdout for command in ("inspect", "score"))

    for said in (inspected, scored):
        assert "L0, one side of each member\n" in said
        assert "who answers whom" not in said.lower()
    assert scored.splitlines()[:2] == [
        "2 mirrors: what this data shows of each member",
        "It holds one side of each, so nobody is ranked and nobody is compared.",
    ]


def test_one_archive_is_the_mirror_of_its_owner(kibbutz, tmp_path):
    archive(tmp_path / "ada", "ada", "bo")

    said = kibbutz("score", "ada").stdout

    assert said.splitlines()[:2] == [
        "Your mirror: what this archive shows of you",
        "It holds one side only, so nobody is ranked and nobody is compared.",
    ]
    assert "coverage  L0, one person's archive" in said


def test_one_member_of_a_table_is_no_owner_of_an_archive(kibbutz, tmp_path):
    (tmp_path / "garden.csv").write_text(table(1))

    said = kibbutz("score", "garden.csv").stdout

    assert said.splitlines()[:2] == [
        "A mirror: what this data shows of its only member",
        "It holds one member alone, so nobody is ranked and nobody is compared.",
    ]
    assert "coverage  L0, one member alone" in said


def test_neither_a_page_nor_an_explanation_ranks_who_has_a_mirror(kibbutz, tmp_path):
    archive(tmp_path / "ada", "ada", "bo")
    archive(tmp_path / "bo", "bo", "ada")

    page = kibbutz("score", "ada", "bo", "--format", "md").stdout
    why = kibbutz("explain", "bo@hill.example", "ada", "bo").stdout

    assert page.splitlines()[0] == "# 2 mirrors: what this data shows of each member"
    assert "Rank" not in page
    assert "nobody is ranked here" in why
    assert " of 2;" not in why


def test_the_head_says_how_many_of_the_mirrors_are_shown(kibbutz, tmp_path):
    (tmp_path / "garden.csv").write_text(table(3))

    said = kibbutz("score", "garden.csv", "--member", "ann").stdout

    assert said.splitlines()[0] == "1 of 3 mirrors: what this data shows of each member"

"""Accounts that are no people: what programs of a platform do is nobody's standing."""

import json

import pytest

COMMIT = "commit {}\nAuthor: {}\nDate:   2024-01-{:02} 10:00:00 +0000\n\n    Sow\n\n"


def members(kibbutz, path):
    """Return the names of the members, and how many deeds are left out as a program's."""
    done = kibbutz("score", path, "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    left_out = sum(source["ignored"].get("bot", 0) for source in found["sources"])
    return [each["name"] for each in found["members"]], left_out + found["excluded"].get("bot", 0)


@pytest.mark.parametrize(
    ("own", "programs"),
    [
        (
            "Ada Hill <ada@hill.example>",
            [
                "github-actions <41898282+github-actions[bot]@users.noreply.github.com>",
                "GitHub Action <action@github.com>",
                "GitHub Actions <actions@github.com>",
                "Hosted Weblate <hosted@weblate.org>",
                "Travis CI <travis@travis-ci.org>",
                "Renovate Bot <bot@renovateapp.com>",
            ],
        ),
        ("Ada Hill", ["GitHub Actions"]),
    ],
    ids=["by address", "by name"],
)
def test_a_program_that_writes_commits_is_no_member(kibbutz, tmp_path, own, programs):
    commits = [COMMIT.format("1" * 40, own, 2)]
    for number, program in enumerate(programs, 2):
        taken = COMMIT.format(f"{number:x}" * 39 + "f", own, 4).replace(
            "Date: ", f"Commit: {program}\nDate: "
        )
        commits += [COMMIT.format(f"{number:x}" * 40, program, 3), taken]
    path = tmp_path / "garden.log"
    path.write_text("".join(commits))

    assert members(kibbutz, path) == (["Ada Hill"], len(programs))


def test_a_program_that_an_archive_of_github_names_without_its_mark_is_no_member(kibbutz, tmp_path):
    said = {"authorAssociation": "NONE", "createdAt": "2024-01-02T10:00:00Z", "body": "Sow", "labels": []}
    opened = {**said, "state": "OPEN"}
    programs = ("dependabot", "github-actions", "copilot-swe-agent")
    comments = [{**said, "author": login, "id": f"C{login}"} for login in programs]
    issues = [{**opened, "number": 1, "id": "I1", "title": "Beds", "author": "ada", "comments": comments}]
    issues += [
        {**opened, "number": number, "id": f"I{number}", "title": "Bump", "author": login, "comments": []}
        for number, login in enumerate(programs, 2)
    ]
    archive = {"magic": "E!vIA5L86J2I", "repo": "hill/garden", "labels": [], "issues": issues, "pulls": []}
    path = tmp_path / "archive.json"
    path.write_text(json.dumps(archive))

    assert members(kibbutz, path) == (["ada"], 2 * len(programs))


def test_programs_of_reddit_are_no_members_and_nobody_mentions_them(kibbutz, tmp_path):
    names = ("ada", "RemindMeBot", "garden-ModTeam", "AutoModerator", "Talbot")
    said = {"subreddit": "garden", "link_id": "t3_1", "parent_id": "t3_1", "body": "u/RemindMeBot one week"}
    path = tmp_path / "garden_comments.ndjson"
    path.write_text(
        "".join(
            json.dumps({**said, "id": f"k{day}", "author": name, "created_utc": 1704067200 + day}) + "\n"
            for day, name in enumerate(names)
        )
    )
    kibbutz("convert", path, "-o", "deeds.ndjson")
    rows = (tmp_path / "deeds.ndjson").read_text().splitlines()

    assert members(kibbutz, path) == (["ada", "Talbot"], 3)
    assert {json.loads(row).get("target") for row in rows} == {None}

"""``kibbutz identities suggest``: joins that the exports declare, as a file that a person edits."""

import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

ADA, TAGGED, BELOW = "mail:0e60b63dbdec2997", "mail:4d30671ccb37f3bd", "mail:5263b2ca40d33ebd"
BEN = ["mail:64689a2a2d4bec8a", "mail:b8fd94548f68267b"]
SHORE, X = "mastodon:https://shore.example/users/ada", "x:11"

ITEM = """
<item><title>Seeds</title><link>https://vale.example/seeds</link><dc:creator>ada</dc:creator>
<wp:post_id>1</wp:post_id><wp:post_date_gmt>2024-01-01 10:00:00</wp:post_date_gmt>
<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>{comments}</item>"""
COMMENT = """
<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author>{name}</wp:comment_author>
<wp:comment_author_email>{mail}</wp:comment_author_email><wp:comment_user_id>{user}</wp:comment_user_id>
<wp:comment_date_gmt>2024-01-0{id} 10:00:00</wp:comment_date_gmt>
<wp:comment_content>Words</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type></wp:comment>"""
BLOG = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://vale.example</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ada</wp:author_login>
<wp:author_email>ada@vale.example</wp:author_email></wp:author>
{item}</channel></rss>
"""


@pytest.fixture
def garden(fixtures: Path) -> Path:
    return fixtures / "identities" / "garden.mbox"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """Write a blog on which Cleo commented as a guest and with an account, from one address; Dan did not."""
    comments = [
        COMMENT.format(id=2, name="Cleo", mail="Cleo@vale.example", user=0),
        COMMENT.format(id=3, name="Cleo", mail="cleo@vale.example", user=7),
        COMMENT.format(id=4, name="Cleo", mail="dan@vale.example", user=0),
    ]
    path = tmp_path / "blog.xml"
    path.write_text(BLOG.format(item=ITEM.format(comments="".join(comments))))
    return path


@pytest.fixture
def owned(fixtures: Path, tmp_path: Path) -> Callable[..., list[Path]]:
    """Return a call that writes a Mastodon and an X archive, each with what its profile says."""

    def write(field: str = "", bio: str = "", username: str = "ada") -> list[Path]:
        shore = shutil.copytree(fixtures / "mastodon" / "archive", tmp_path / "shore")
        actor = json.loads((shore / "actor.json").read_text())
        value = f'<a href="{field}" rel="me nofollow">here</a>'
        actor |= {"url": "https://shore.example/@ada", "attachment": [{"name": "Elsewhere", "value": value}]}
        (shore / "actor.json").write_text(json.dumps(actor))
        bird = shutil.copytree(fixtures / "twitter" / "archive", tmp_path / "bird")
        account = {"accountId": "11", "username": username, "email": "ada@elsewhere.example"}
        profile = {"description": {"bio": bio, "website": "https://t.co/abc"}}
        for name, told in (("account", account), ("profile", profile)):
            text = f"window.YTD.{name}.part0 = {json.dumps([{name: told}])}"
            (bird / "data" / f"{name}.js").write_text(text)
        return [shore, bird]

    return write


def joins(done: subprocess.CompletedProcess[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the strength of every join, and its handles with theirs."""
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["joins"]
    return [
        (join["strength"], [(handle["handle"], handle["strength"]) for handle in join["handles"]])
        for join in found
    ]


def kinds(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    return [
        (each["kind"], each["strength"])
        for join in json.loads(done.stdout)["joins"]
        for each in join["evidence"]
    ]


def test_one_mailbox_is_strong_and_a_name_with_a_domain_is_weak(kibbutz: Run, garden: Path) -> None:
    done = kibbutz("identities", "suggest", garden, "--json")

    assert joins(done) == [
        ("strong", [(ADA, "strong"), (TAGGED, "strong"), (BELOW, "weak")]),
        ("weak", [(each, "weak") for each in BEN]),
    ]
    assert kinds(done) == [("address", "strong"), ("name", "weak"), ("name", "weak")]
    # A name where anybody may have an address joins nobody.
    assert json.loads(done.stdout)["handles"] == 6
    assert_no_address_is_in(done.stdout)


def test_only_handles_that_are_met_in_the_window_are_looked_at(kibbutz: Run, blog: Path) -> None:
    """Cleo wrote on the second and third of January, Dan on the fourth."""

    def found(*window: str) -> tuple[int, list[int]]:
        told = json.loads(kibbutz("identities", "suggest", blog, "--json", *window).stdout)
        return told["handles"], [len(join["handles"]) for join in told["joins"]]

    assert found("--until", "2024-01-03") == (3, [2])
    assert found("--since", "2024-01-03", "--until", "2024-01-03") == (2, [])
    assert found("--since", "2030-01-01") == (0, [])


def assert_no_address_is_in(said: str) -> None:
    """For people, JSON and TOML alike."""
    assert ADA in said
    assert "vale.example" not in said
    assert "gmail" not in said


def test_no_address_is_shown(kibbutz: Run, garden: Path) -> None:
    assert_no_address_is_in(kibbutz("identities", "suggest", garden).stdout)


def test_what_is_written_is_a_configuration_in_which_the_strong_joins_are_in_force(
    kibbutz: Run, garden: Path, tmp_path: Path
) -> None:
    done = kibbutz("identities", "suggest", garden, "-o", "who.toml")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert tomllib.loads((tmp_path / "who.toml").read_text()) == {"identities": {"ada-hill": [ADA, TAGGED]}}
    scored = json.loads(kibbutz("score", garden, "--config", "who.toml", "--json").stdout)
    assert scored["identities"] == 2
    assert "ada-hill" in {member["member"] for member in scored["members"]}


def test_a_weak_join_is_in_force_once_its_marks_are_taken_away(
    kibbutz: Run, garden: Path, tmp_path: Path
) -> None:
    text = kibbutz("identities", "suggest", garden, "--format", "toml").stdout
    assert_no_address_is_in(text)

    edited = re.sub(r'^# (?=\S+ = \[$|  "|\]$)', "", text, flags=re.MULTILINE)
    assert tomllib.loads(edited) == {"identities": {"ada-hill": [ADA, TAGGED, BELOW], "ben-moor": BEN}}
    (tmp_path / "who.toml").write_text(edited)
    assert kibbutz("score", garden, "--config", "who.toml", "--json").returncode == 0


def test_what_is_joined_already_is_not_suggested_again(kibbutz: Run, garden: Path, tmp_path: Path) -> None:
    (tmp_path / "k.toml").write_text(f'[identities]\nada = ["{ADA}", "{TAGGED}"]\nben = {json.dumps(BEN)}\n')

    done = kibbutz("identities", "suggest", garden, "--config", "k.toml", "--json")

    assert joins(done) == [("strong", [(ADA, "configured"), (TAGGED, "configured"), (BELOW, "weak")])]
    assert json.loads(done.stdout)["joins"][0]["member"] == "ada"


def test_who_opted_out_is_suggested_to_nobody(kibbutz: Run, garden: Path, tmp_path: Path) -> None:
    (tmp_path / "k.toml").write_text(f'[exclude]\nopt_out = ["{TAGGED}", "{BEN[0]}"]\n')

    done = kibbutz("identities", "suggest", garden, "--config", "k.toml", "--json")

    assert joins(done) == [("weak", [(ADA, "weak"), (BELOW, "weak")])]
    assert TAGGED not in done.stdout
    assert BEN[0] not in done.stdout


def test_a_guest_and_an_account_with_one_address_on_one_blog_are_strong(kibbutz: Run, blog: Path) -> None:
    done = kibbutz("identities", "suggest", blog, "--json")

    ((strength, handles),) = joins(done)
    assert strength == "strong"
    assert (len(handles), json.loads(done.stdout)["handles"]) == (2, 4)
    assert {handle.partition(":")[2].partition("-")[0] for handle, _ in handles} == {"mail", "user"}
    assert "cleo@" not in done.stdout.lower()


def test_one_address_on_two_sites_in_one_folder_is_weak(kibbutz: Run, blog: Path, tmp_path: Path) -> None:
    folder = tmp_path / "blogs"
    folder.mkdir()
    shutil.move(blog, folder / "vale.xml")
    item = ITEM.format(comments=COMMENT.format(id=2, name="Dan", mail="dan@vale.example", user=0))
    other = BLOG.format(item=item).replace("https://vale.example", "https://hill.example")
    (folder / "hill.xml").write_text(other.replace("ada@vale.example", "eve@hill.example"))

    found = json.loads(kibbutz("identities", "suggest", folder, "--json").stdout)

    (dan,) = [join for join in found["joins"] if join["strength"] == "weak"]
    assert {handle["handle"].partition("@")[2] for handle in dan["handles"]} == {
        "vale.example",
        "hill.example",
    }
    assert dan["evidence"][0]["says"] == "the same mailbox on hill.example and on vale.example"


def test_one_address_in_two_exports_is_weak_in_the_same_json_every_time(
    kibbutz: Run, blog: Path, garden: Path
) -> None:
    first, second = (kibbutz("identities", "suggest", blog, garden, "--json").stdout for _ in range(2))

    assert first == second
    found = json.loads(first)
    jsonschema.validate(found, json.loads(kibbutz("schema", "identities").stdout))
    assert found["schema"] == "kibbutz.identities/1"
    (ada,) = [join for join in found["joins"] if join["member"] == "ada-hill"]
    assert {handle["handle"]: handle["strength"] for handle in ada["handles"]} == {
        ADA: "strong",
        TAGGED: "strong",
        BELOW: "weak",
        "wordpress:ada@vale.example": "weak",
    }
    assert {each["says"] for each in ada["evidence"] if each["kind"] == "address"} == {
        f"the same mailbox in {garden}",
        f"the same mailbox in {garden} and in {blog}",
    }


def test_one_account_on_two_sites_of_a_network_is_strong(
    kibbutz: Run, fixtures: Path, tmp_path: Path
) -> None:
    garden = fixtures / "stackexchange" / "garden.stackexchange.com"
    orchard = shutil.copytree(garden, tmp_path / "orchard.stackexchange.com")
    users = orchard / "Users.xml"
    users.write_text(users.read_text("utf-8").replace('AccountId="72"', 'AccountId="99"'), "utf-8")

    done = kibbutz("identities", "suggest", garden, orchard, "--json", "-q")

    found = joins(done)
    assert {strength for strength, _ in found} == {"strong"}
    assert {kind for kind, _ in kinds(done)} == {"account"}
    pairs = [{handle for handle, _ in handles} for _, handles in found]
    assert {"stackexchange:1@garden", "stackexchange:1@orchard"} in pairs
    assert not any("stackexchange:2@garden" in pair or "stackexchange:-1@garden" in pair for pair in pairs)


def test_profiles_that_link_to_each_other_are_strong(kibbutz: Run, owned) -> None:
    paths = owned(field="https://twitter.com/Ada", bio="Seeds. https://shore.example/@ada.")

    done = kibbutz("identities", "suggest", *paths, "--json", "-q")

    assert joins(done) == [("strong", [(SHORE, "strong"), (X, "strong")])]
    assert kinds(done) == [("link", "strong")]


def test_a_link_from_ones_own_archive_to_ones_own_is_strong(kibbutz: Run, owned) -> None:
    paths = owned(field="https://x.com/ada")

    done = kibbutz("identities", "suggest", *paths, "--json", "-q")

    assert (joins(done)[0][0], kinds(done)) == ("strong", [("link", "strong")])


def test_archives_that_do_not_name_each_other_are_weak(kibbutz: Run, owned) -> None:
    paths = owned(field="https://x.com/somebody-else")

    done = kibbutz("identities", "suggest", *paths, "--json", "-q")

    assert (joins(done)[0][0], kinds(done)) == ("weak", [("owner", "weak")])


def test_two_archives_of_one_platform_may_be_two_people(kibbutz: Run, owned, tmp_path: Path) -> None:
    shore, bird = owned()
    other = shutil.copytree(bird, tmp_path / "other")
    account = other / "data" / "account.js"
    account.write_text(account.read_text().replace('"11"', '"12"').replace("elsewhere", "vale"))

    done = kibbutz("identities", "suggest", shore, bird, other, "--json", "-q")

    assert joins(done) == []


def test_names_that_look_alike_join_nobody(kibbutz: Run, tmp_path: Path) -> None:
    rows = [
        "1,forum,1,Ada Hill,2024-01-01",
        "2,forum,2,Ada Hill,2024-01-02",
        "3,blog,ada,Ada Hill,2024-01-03",
    ]
    (tmp_path / "deeds.csv").write_text(
        "\n".join(["activity_id,platform,actor,actor_name,published", *rows, ""])
    )

    done = kibbutz("identities", "suggest", "deeds.csv", "--json")

    assert json.loads(done.stdout)["joins"] == []
    assert json.loads(done.stdout)["ids_only"] == ["tables"]
    assert (
        "Nothing in these exports" in kibbutz("identities", "suggest", "deeds.csv", "--format", "toml").stdout
    )


def test_a_name_cannot_leave_its_comment_or_its_key(kibbutz: Run, garden: Path, tmp_path: Path) -> None:
    hostile = b"Ada\\x1b]0;\\nHill = 1".decode("unicode_escape")
    text = garden.read_text().replace(
        "From: Ada Hill", f"From: =?utf-8?q?{hostile.encode().hex('=').upper()}?="
    )
    text = re.sub(r"=\?utf-8\?q\?([0-9A-F=]+)\?=", r"=?utf-8?q?=\1?=", text)
    (tmp_path / "hostile.mbox").write_text(text)

    done = kibbutz("identities", "suggest", "hostile.mbox", "--format", "toml")

    assert "\x1b" not in done.stdout
    assert [sorted(each) for each in tomllib.loads(done.stdout)["identities"].values()] == [[ADA, TAGGED]]


def test_it_reads_standard_input(kibbutz: Run, garden: Path) -> None:
    done = kibbutz("identities", "suggest", "-", "--json", given=garden.read_text())

    assert len(json.loads(done.stdout)["joins"]) == 2


def test_without_a_path_it_shows_its_help(kibbutz: Run) -> None:
    done = kibbutz("identities", "suggest")

    assert done.returncode == 2
    assert "kibbutz identities suggest blog.xml archive.zip" in done.stderr


def test_people_under_several_addresses_are_found_in_a_real_list(kibbutz: Run, shared: Path) -> None:
    folder = shared / "exports" / "mbox" / "r-package-devel"

    found = json.loads(kibbutz("identities", "suggest", folder, "--json").stdout)

    names = {join["handles"][0]["name"]: join["strength"] for join in found["joins"]}
    assert names == {"Martin Maechler": "weak", "Daniel Kelley": "weak"}


def test_what_explain_says_of_a_handle_without_the_join_is_what_a_score_without_it_says(
    kibbutz: Run, fixtures: Path, tmp_path: Path
) -> None:
    community = fixtures.parents[1] / "examples" / "community"
    text = (community / "kibbutz.toml").read_text()
    found = json.loads(
        kibbutz("explain", "leif", community, "--config", community / "kibbutz.toml", "--json").stdout
    )
    apart = found["unjoined"]
    assert len(apart) > 1
    assert {each["handle"] for each in apart} == set(found["member"]["handles"])
    assert sum(each["deeds"] for each in apart) == found["member"]["deeds"]

    (tmp_path / "undone.toml").write_text(re.sub(r"^leif = .*\n", "", text, flags=re.MULTILINE))
    scored = json.loads(kibbutz("score", community, "--config", "undone.toml", "--json").stdout)

    told = {member["member"]: member for member in scored["members"]}
    for each in apart:
        member = told[each["handle"]]
        said, meant = each["standing"], member["standing"]
        assert (each["deeds"], each["status"]) == (member["deeds"], member["status"]["current"])
        assert (said is None) == (meant is None)
        assert said is None or said["value"] == pytest.approx(meant["value"], abs=1e-6)


def test_explain_says_nothing_of_joins_where_nothing_is_joined(kibbutz: Run, forum: Path) -> None:
    done = kibbutz("explain", "f:u1", forum)

    assert "What the join does" not in done.stdout
    assert json.loads(kibbutz("explain", "f:u1", forum, "--json").stdout)["unjoined"] == []

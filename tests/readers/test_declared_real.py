"""What the real exports declare, against counts made another way; and no address of theirs is told."""

import hashlib
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from declaring import accounts_in, declared, mail

NOBODY = re.compile(r"@(?:.*\.)?example\.(?:com|org|net)$|^foo@|^test@|^name@")


def mailboxes(path: Path) -> set[str]:
    return {each.mailbox for each in accounts_in(path) if each.mailbox}


def hashes(addresses: set[str]) -> set[str]:
    """Return the hashes of addresses of which none has a tag, and of Gmail's without dots."""
    kept = {each.strip().lower() for each in addresses if "@" in each}
    plain = {each for each in kept if not NOBODY.search(each)}
    assert not any("+" in each for each in plain)
    undotted = {
        f"{local.replace('.', '')}@{domain}" if domain == "gmail.com" else f"{local}@{domain}"
        for local, domain in (each.split("@") for each in plain)
    }
    return {hashlib.sha256(each.encode()).hexdigest()[:16] for each in undotted}


def test_disqus(shared: Path) -> None:
    for path in sorted((shared / "exports" / "disqus-xml").glob("*.xml")):
        text = re.sub(r"(dsq:id=)([\w-]+)(?=[\s/>])", r'\1"\2"', path.read_text("utf-8").lstrip("`"))
        root = ElementTree.fromstring(text)
        authors = [each for each in root.iter() if each.tag.endswith("}author") or each.tag == "author"]
        told = {
            child.text or "" for each in authors for child in each if child.tag.rpartition("}")[2] == "email"
        }

        assert mailboxes(path) == hashes(told), path


def test_commento_and_isso(shared: Path) -> None:
    folder = shared / "exports" / "comments-other"
    for path in folder.glob("commento-*.json"):
        commenters = json.loads(path.read_text())["commenters"]
        assert mailboxes(path) == hashes({each["email"] for each in commenters})
        assert sum("link" in said for each in declared(path).values() for said in each) == sum(
            each["link"].startswith("http") for each in commenters
        )
    generic = folder / "isso-generic.json"
    comments = [each for page in json.loads(generic.read_text()) for each in page["comments"]]
    assert mailboxes(generic) == hashes({each["email"] for each in comments})


def test_ghost(shared: Path) -> None:
    folder = shared / "exports" / "ghost-json"
    fixture = folder / "ghost-fixtures" / "export-default_export.json"
    migrated = folder / "tryghost-migrate" / "mg-json-single-post-author.json"

    (said,) = declared(fixture).values()
    assert said == {"links ghost.org", "links x.com/tryghost", "links facebook.com/ghost"}
    assert declared(migrated) == {
        "ghost:joebloggs@medium.com": {"is medium.com/@JoeBloggs", mail("joebloggs@blogging.com")}
    }


def test_wordpress_answers(shared: Path) -> None:
    for path in (shared / "exports" / "wordpress-rest-json").glob("*.json"):
        answer = json.loads(path.read_text())
        objects = answer if isinstance(answer, list) else [answer]
        users = [each for each in objects if "avatar_urls" in each]
        users += [user for each in objects for user in each.get("_embedded", {}).get("author", [])]
        pages = {f"is {user['link'].partition('://')[2].rstrip('/')}" for user in users if "name" in user}

        told = {said for each in declared(path).values() for said in each if said.startswith("is ")}
        assert told == pages, path


def test_slack_of_which_the_addresses_were_made_unreadable(shared: Path) -> None:
    folder = shared / "exports" / "slack" / "slackdump-fixtures" / "internal" / "fixtures" / "assets"

    assert declared(folder / "source_export_dir") == {}


def test_mattermost(shared: Path) -> None:
    folder = shared / "exports" / "perceval-tests" / "mattermost"
    users = [json.loads(path.read_text()) for path in folder.glob("*user_*.json")]

    assert declared(folder) == {f"mattermost:{each['id']}": {mail(each["email"])} for each in users}


def test_gitter(shared: Path) -> None:
    folder = shared / "exports" / "perceval-tests" / "gitter"
    text = "".join(path.read_text() for path in folder.glob("*message*"))
    logins = {each.lower() for each in re.findall(r"/gh/uv/4/([\w-]+)", text)}

    told = {said for each in declared(folder).values() for said in each if said.startswith("account ")}

    assert told == {f"account github.com/{login}" for login in logins}


def test_github(shared: Path) -> None:
    path = shared / "exports" / "github-events" / "github_events.json"
    text = path.read_text()
    actors = {each["actor"]["login"].lower(): each["actor"]["gravatar_id"] for each in json.loads(text)}

    told = declared(path)

    for login, shown in actors.items():
        assert f"is github.com/{login}" in told[f"github:{login}"]
        # The hash of no address is nobody's.
        has_picture = f"picture {shown[:16]}" in told[f"github:{login}"]
        assert has_picture == (shown != hashlib.md5(b"").hexdigest())
    # The commits of those who push are by the address their picture is named by, or by another's.
    pushed = {each.lower() for each in re.findall(r'"email": ?"([^"]+)"', text)}
    pictures = {said for each in told.values() for said in each}
    named = {each for each in pushed if f"picture {hashlib.md5(each.encode()).hexdigest()[:16]}" in pictures}
    assert len(named) > 5
    assert not any(mail(each) in pictures for each in pushed)


def test_the_archive_of_a_working_group(shared: Path) -> None:
    path = shared / "exports" / "github-archive-json" / "ietf-rats-wg+architecture.archive.json"
    text = path.read_text()
    logins = {each.lower() for each in re.findall(r'"(?:author|mergedBy)": ?"([\w-]+)"', text)} - {"ghost"}

    assert {each.removeprefix("github:") for each in declared(path)} == logins


def test_stack_exchange(shared: Path) -> None:
    folder = shared / "exports" / "stackexchange" / "quantumcomputing-2018-12"
    users = (folder / "Users.xml").read_text("utf-8-sig")
    hashed = set(re.findall(r"gravatar\.com/avatar/([0-9a-f]{16})", users))

    found = {each.gravatar for each in accounts_in(folder) if each.gravatar}

    assert found == hashed
    assert len(found) > 1700


def test_tweets(shared: Path) -> None:
    path = shared / "exports" / "twitter-api-v1" / "dogsheep-tweets.json"
    text = path.read_text()
    names = {each.lower() for each in re.findall(r'"screen_name": ?"(\w+)"', text)}

    told = declared(path)

    pages = {
        said.removeprefix("is x.com/") for each in told.values() for said in each if said.startswith("is ")
    }
    assert {page for page in pages if not page.startswith("i/user/")} == names
    assert "links simonwillison.net" in told["x:12497"]


def test_medium(shared: Path) -> None:
    folder = shared / "exports" / "medium-html" / "tryghost-export"

    assert declared(folder) == {
        "medium:@username": {
            "is medium.com/@username",
            "links medium.com/@username",
            "links x.com/username",
            "links x.com/i/user/14099477",
        }
    }


@pytest.mark.parametrize(
    "name",
    ["disqus-xml/isso-disqus.xml", "comments-other/commento-export.json", "movable-type/aereal-mt-ok.txt",
     "ghost-json/tryghost-migrate/mg-json-single-post-author.json", "perceval-tests/mattermost"],
)  # fmt: skip
def test_no_address_is_told(shared: Path, name: str) -> None:
    assert not any(
        "@" in each.mailbox + each.gravatar + each.domain for each in accounts_in(shared / "exports" / name)
    )

"""What a reader declares of the accounts in a path, in a form that tests can compare."""

import hashlib
import json
from pathlib import Path

from kibbutz_cli.model.identity import Account
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.choose import inputs
from kibbutz_cli.readers.identity import identities_of

ADA, BEN = "ada@hill.example", "ben@vale.example"


def accounts_in(path: Path) -> list[Account]:
    """Return the accounts that the reader of a path declares."""
    found: list[Account] = []
    for each in inputs(str(path), Limits(), None):
        identities = identities_of(each.reader)
        assert identities is not None
        found += identities(each.tree, each.budget)
    return found


def declared(path: Path) -> dict[str, set[str]]:
    """Return what is declared of each account: mailboxes, pictures, pages, links and networks."""
    told: dict[str, set[str]] = {}
    for each in accounts_in(path):
        said = told.setdefault(each.actor, set())
        said |= {f"is {page}" for page in each.pages} | {f"links {page}" for page in each.links}
        said |= {f"account {each.network}"} if each.network else set()
        said |= {f"mail {each.mailbox}"} if each.mailbox else set()
        said |= {f"picture {each.gravatar}"} if each.gravatar and not each.mailbox else set()
    return told


def mail(address: str) -> str:
    """Return how the mailbox of an address is told."""
    return f"mail {hashlib.sha256(address.encode()).hexdigest()[:16]}"


def picture(address: str) -> str:
    """Return how the picture that Gravatar has for an address is told."""
    return f"picture {hashlib.md5(address.encode()).hexdigest()[:16]}"


def gravatar(address: str) -> str:
    """Return the address of the picture that Gravatar has for a mail address."""
    return f"https://secure.gravatar.com/avatar/{hashlib.md5(address.encode()).hexdigest()}?s=96&d=mm"


def written(folder: Path, files: dict[str, object]) -> Path:
    """Write files, of texts and of what JSON can hold; return the only one, else their folder."""
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value if isinstance(value, str) else json.dumps(value))
    return folder / next(iter(files)) if len(files) == 1 else folder


def lines(*values: object) -> str:
    """Return values as JSON, one a line."""
    return "\n".join(map(json.dumps, values)) + "\n"

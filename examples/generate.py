"""Make the example community: ``python examples/generate.py`` writes ``examples/community``.

The same bytes on every machine, in every time zone, with every hash seed.
"""

import argparse
import hashlib
from pathlib import Path

from hillside import forum, wordpress, x
from hillside.people import BOT_FORUM, CAST, HOST, Person
from hillside.story import Story

OPT_OUT = "ewa"
ANCHORS = ("mira", "tomasz")


def main() -> None:
    """Write the community into a folder."""
    parser = argparse.ArgumentParser(description="Make the example community.")
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).parent / "community")
    folder: Path = parser.parse_args().output
    for name, text in community().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def community() -> dict[str, str]:
    """Return every file of the example by name."""
    story = Story().tell()
    told = {
        "blog.wxr.xml": wordpress.wxr(story),
        "forum.csv": forum.csv_text(story),
        "kibbutz.toml": configuration(),
    }
    return told | {f"x-mira/{name}": text for name, text in x.files(story).items()}


def configuration() -> str:
    """Return the community's configuration."""
    lines = [
        "# Hillside Tools: an invented community, made by examples/generate.py.",
        'purpose = "community-health"',
        "",
        "# One member, many handles: the blog, the forum and X know the same people by different ids.",
        "[identities]",
        *(f"{person.key} = [{', '.join(f'{handle!r}' for handle in handles(person))}]" for person in CAST),
        "",
        "# Where trust starts: the people everybody here trusts.",
        "[anchors]",
        f"members = [{', '.join(f'{key!r}' for key in ANCHORS)}]",
        "",
        "[exclude]",
        f"bots = ['forum:{BOT_FORUM}']  # posts a release note every Monday",
        f"opt_out = ['{OPT_OUT}']  # asked not to be scored",
    ]
    return "\n".join(lines).replace("'", '"') + "\n"


def handles(person: Person) -> list[str]:
    """Return the ids by which the exports know a person."""
    if person.author:
        blog = person.key
    elif person.user:
        blog = f"user-{person.user}"
    else:
        blog = "mail-" + hashlib.sha256(person.email.encode()).hexdigest()[:16]
    x_id = [f"x:{person.x[0]}"] if person.x else []
    return [f"wordpress:{blog}@{HOST}", f"forum:{person.forum}", *x_id]


if __name__ == "__main__":
    main()

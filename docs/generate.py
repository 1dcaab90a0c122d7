"""Write the generated pages, and the output below every command shown in the documentation.

In a fenced ``console`` block a line that starts with ``$`` is run, and what it prints stands below it.
A line ``...`` in that output stands for lines left out: as many lines as were before and after it are kept.
"""

import inspect
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from kibbutz_cli.app import about
from kibbutz_cli.model.activity import AS2_TYPE, Activity, Kind
from kibbutz_cli.model.report import Element
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.model.settings import Config
from kibbutz_cli.model.views import MetricCard
from kibbutz_cli.readers import canonical
from kibbutz_cli.readers.base import About
from kibbutz_cli.readers.choose import readers

ROOT = Path(__file__).resolve().parents[1]
OURS = "kibbutz-cli "
CUT = "..."
NOTE = "<!-- Written by docs/generate.py: change the source it names, then run make docs. -->"

COVERS = {
    "single": "one person's deeds",
    "answers": "one person's or a blog's deeds, and the answers to them",
    "community": "everybody's deeds",
}

BESIDE = {
    "published": "When, as a date, or as a date and a time with its zone; without a zone it is UTC.",
    "ts_ms": "When, in milliseconds since 1970 UTC.",
    "ts_s": "When, in seconds since 1970 UTC.",
    "text": "The member's own words: they are measured and not kept.",
    "coverage": "What the export that the row was made of can show.",
    "formula_guard": "Whether names of the row got a quote mark, so that no spreadsheet runs them.",
}
"""What the fields of a table hold that an activity does not have under the same name."""

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def generated() -> dict[Path, str]:
    """Return the text of every page that is made from the code, by path."""
    ours = sorted((reader for _, reader, package in readers() if package.startswith(OURS)), key=_name)
    folder = ROOT / "docs" / "formats"
    pages = {
        folder / f"{reader.ABOUT.name}.md": _format(reader.ABOUT, reader.__doc__ or "") for reader in ours
    }
    pages[folder / "tables.md"] += _columns()
    pages[folder / "index.md"] = _formats([reader.ABOUT for reader in ours])
    cards = [card for card in about.metric_cards(Ruler(), Config()) if card.package.startswith(OURS)]
    pages[ROOT / "docs" / "metrics.md"] = _metrics(cards)
    return pages


def written() -> list[Path]:
    """Return every page that is written by hand, README first."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in pages if NOTE not in page.read_text(encoding="utf-8")]


def refreshed(text: str, folder: Path) -> str:
    """Return a page with the output of every command in it as it is now; commands run in a folder."""
    return _BLOCK.sub(lambda block: f"```console\n{_session(block[1], folder)}```", text)


def playground(folder: Path) -> Path:
    """Copy the example community and the fixtures into a folder, where the commands of the pages run."""
    shutil.copytree(ROOT / "examples" / "community", folder / "examples" / "community")
    shutil.copytree(ROOT / "tests" / "fixtures", folder / "tests" / "fixtures")
    return folder


def _session(block: str, folder: Path) -> str:
    return "".join(f"$ {command}\n{_shown(_run(command, folder), old)}" for command, old in _commands(block))


def _commands(block: str) -> Iterator[tuple[str, list[str]]]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *output = part.splitlines()
        while command.endswith("\\"):
            command += "\n" + output.pop(0)
        yield command, output


def _shown(output: str, old: list[str]) -> str:
    lines = output.splitlines()
    if CUT in old:
        first, last = old.index(CUT), len(old) - old.index(CUT) - 1
        lines = [*lines[:first], CUT, *lines[len(lines) - last :]]
    return "".join(f"{line}\n" for line in lines)


def _run(command: str, folder: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if name in {"SYSTEMROOT", "TMPDIR"}}
    environment = {**kept, "PATH": path, "HOME": str(folder), "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.stdout


def _name(reader: object) -> str:
    return reader.ABOUT.name


def _format(about: About, docstring: str) -> str:
    summary, _, more = docstring.strip().partition("\n\n")
    notes = f"\n## How it is read\n\n{_prose(summary)}\n\n{_prose(more)}".rstrip()
    return f"""{NOTE}
# {about.title}

`kibbutz` recognises it by itself; `--from {about.name}` names it.

| | |
|---|---|
| files | {about.files} |
| how to get it | {about.how} |
| what it shows | {COVERS[about.coverage]} |
| what it lacks | {about.loses} |
{notes}
"""


def _prose(text: str) -> str:
    return text.strip().replace("``", "`")


def _columns() -> str:
    texts = dict(re.findall(r"^    (\w+): (.+)$", inspect.getdoc(Activity) or "", re.MULTILINE)) | BESIDE
    rows = "\n".join(f"| `{field}` | {_form(field)} | {_prose(texts[field])} |" for field in canonical.FIELDS)
    kinds = ", ".join(f"`{kind}`" for kind in Kind)
    types = ", ".join(f"`{name}`" for name in dict.fromkeys(AS2_TYPE.values()))
    return f"""
## The columns

A table needs `actor` and one of {_either(canonical.TIMES)}; a row without a time is counted and not scored.
All other columns may be empty or missing.

| column | form | what it holds |
|---|---|---|
{rows}

`kind` is one of {kinds}, in any case.
A type of ActivityStreams 2.0 is understood too: {types}.
Without a kind a row is a `post`, and a `reply` where it has an `object_id`; so is `Create`.

`visibility` is {_either(canonical.VISIBILITIES)}; an empty one is `public`, and any other word is private.

A row without a platform is of `{canonical.PLATFORM}`.
The platform in front of an `actor` or `target` is the row's own, and may be left out.
Any other but `mail:` is part of the id: without a platform, `forum:118` is `{canonical.PLATFORM}:forum:118`.
A row without an `activity_id` is called by its file and number.
"""


def _form(field: str) -> str:
    if field in canonical.WHOLES:
        return "whole number"
    words = {**canonical.WORDS, "visibility": canonical.VISIBILITIES, canonical.GUARD: ("true",)}
    others = {"published": "ISO 8601", "value": "number", "kind": "one of the words below"}
    return _either(words[field]) if field in words else others.get(field, "text")


def _either(words: Iterable[str]) -> str:
    *first, last = [f"`{word}`" for word in words]
    return f"{', '.join(first)} or {last}" if first else last


def _formats(abouts: list[About]) -> str:
    rows = "\n".join(f"| [{a.title}]({a.name}.md) | `{a.name}` | {COVERS[a.coverage]} |" for a in abouts)
    return f"""{NOTE}
# What it reads

| source | `--from` | shows |
|---|---|---|
{rows}

Each may lie in a folder, a zip or a tar, packed with gzip, bzip2, xz or zstd.
Only the database of isso has to be the file itself.
An archive is read where it lies and never unpacked.
An archive inside an archive is not read: `inspect` names it where it lies beside what was read.

Not read are Gerrit, Phabricator, Pagure, Askbot, NNTP, Confluence and Meetup, dumps of phpBB, the CSV files
of LinkedIn, the posts and comments of Facebook, `following_accounts.csv` of Mastodon, and `PostHistory.xml`
and `PostLinks.xml` of Stack Exchange.
"""


def _metrics(cards: list[MetricCard]) -> str:
    sections = "\n".join(
        f"## {element.value.capitalize()}\n\n" + "\n".join(_metric(c) for c in cards if c.element == element)
        for element in Element
    )
    return f"""{NOTE}
# The metrics

What each number is, as its `.sql` file says itself; weights and targets are those of the default ruler.
`kibbutz element` shows the same for the ruler you use.
[The method](method.md) says how metrics become a standing.

{sections}"""


def _metric(card: MetricCard) -> str:
    file = f"src/kibbutz_cli/scoring/metrics/{card.element}/{card.name}.sql"
    full = f", full marks at {card.target:g} {card.unit}" if card.target else ""
    of = f" {card.unit}" if card.kind in ("rate", "relative") else ""
    return f"""### {card.name}

{card.says}

* What it is: {card.kind}{of}{full}; weight {card.weight:g}.
* Needs: {", ".join(card.needs)}.
* Misleads: {card.fails}
* From: {card.source}.
* Formula: [{card.name}.sql](../{file}).
"""


def main() -> None:
    """Write every page whose text has changed."""
    pages = generated()
    for page, text in pages.items():
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8")
    for page in written():
        with tempfile.TemporaryDirectory() as folder:
            text = page.read_text(encoding="utf-8")
            page.write_text(refreshed(text, playground(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()

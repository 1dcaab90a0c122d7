"""What an input is that no reader knows, as far as can be seen, and what makes an export of it."""

import re
import shlex
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kibbutz_cli.readers.base import AMONG_OTHERS, Reader, Tree
from kibbutz_cli.readers.files import database
from kibbutz_cli.readers.files.archive import InputTree
from kibbutz_cli.readers.files.entries import is_archive, on_disk
from kibbutz_cli.readers.files.heads import BOM, JSON, PROBED, head_of
from kibbutz_cli.readers.files.places import is_file, is_folder, resolved
from kibbutz_cli.readers.files.sample import Sample
from kibbutz_cli.readers.patterns import pattern

MAGICS = (
    (b"%PDF-", "a PDF"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xfd7zXZ", "an xz file: unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"PAR1", "a Parquet file"),
)

TABLES = (
    (b"PARE", "a Parquet file with its footer encrypted: save it again without"),
    (b"ARROW1", "an Arrow file: save it as Parquet"),
    (b"FEA1", "an Arrow file of old: save it as Parquet"),
    (b"ORC", "an ORC file: save it as Parquet"),
    (b"Obj", "an Avro file: save it as Parquet"),
)
"""Tables by how they begin; some begin as a text may."""

SHEETS = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
"""What only an archive has that is a workbook of Excel."""

BEGINNINGS = (
    (pattern(rb"HTTP/\d"), "an answer below its headers", "save it again without them: curl without -i"),
    (
        pattern(rb"(?:--|/\*)(?s:.{0,300}?)(?:SQL|MariaDB|database) dump", re.IGNORECASE),
        "a dump of an SQL database",
        "load it, and save as CSV what select ... as actor, ... as published from ... gives",
    ),
)
"""Texts by how they begin: what they are, and what makes an export of them."""

LISTED = 6
"""Tables of a database that are named."""

DATABASES = (
    (
        {"chat", "jid", "message"},
        "WhatsApp's own database",
        "in WhatsApp open the chat: menu > More > Export chat > Without media",
    ),
    (
        {"CHUNK", "MESSAGE", "SESSION"},
        "a database of slackdump",
        "slackdump convert -f export {folder}",
    ),
)
"""Databases by some of their tables: what they are, and what makes an export of them."""

PAGES = (
    (
        b"<title>Exported Data</title>",
        "chats of Telegram Desktop as HTML",
        "export them as machine-readable JSON",
    ),
    (b"chatlog__message", "a channel of DiscordChatExporter as HTML", "export it with Format: JSON"),
)
"""Pages that are read in another layout only: by a mark, what they are, and what makes an export of them."""

MIGRATION = (
    "a migration archive of GitHub, which is not read",
    "gh api --paginate --slurp 'repos/OWNER/NAME/issues?state=all' > issues.json; "
    "gh api --paginate --slurp repos/OWNER/NAME/issues/comments > comments.json",
)
"""What GitHub writes to move a repository, and what writes the same as it is read."""

UNKNOWN = (
    "kibbutz formats lists what can be read, --from NAME names a reader; "
    "anything else can be made a table with the columns actor and published"
)
"""What to do with an input of which no more is known."""

TABLE = (
    "sqlite3 -header -csv {path} 'select ... as actor, ... as published from ...' > NAME.csv makes a table"
)
LOG = "git -C {path} log --branches --remotes --tags --parents --pretty=fuller > {name}.gitlog.txt"
MBOX = (
    'for r in {repositories}; do git -C "$r" log --reverse --diff-filter=AM --format=%H -- m | '
    """while read c; do echo 'From mboxrd@z Thu Jan  1 00:00:00 1970'; git -C "$r" show $c:m | """
    """sed 's/^>*From />&/'; echo; done; done > {name}.mbox"""
)
"""Every mail of an inbox is a commit of the file ``m``; a commit that takes one away gives none."""

# Logs begin with a bracket, too, and a time in it.
_JSON = pattern(rb'[\[{]\s*(?:["\[{\]}]|-?\d+(?:\.\d+)?\s*[,\]]|true|false|null|\Z)')
_MIGRATED = pattern(r"(?:.*/)?(?:repositories|issues|issue_comments|pull_requests)_\d{6}\.json")
_BARE = ("HEAD", "config")
_EPOCH = pattern(r"(?:\d+|all)(?:\.git)?")
_EPOCHS = pattern(r"((?:git/)?)\d+\.git/HEAD")


PLAIN = frozenset({".txt", ".text", ".log", ".mbox", ".mbx"})
"""Endings of files that are an export each, or a part of one; other programs' tables are often for nobody."""


class Sight(NamedTuple):
    """What an input is in a few words, and what to do with it, where that is known."""

    what: str
    hint: str = ""


def sight(tree: Tree) -> Sight:
    """Return what an input looks like."""
    names = tree.names()
    head = head_of(tree, names[0]) if len(names) == 1 else b""
    if head.startswith(database.MAGIC):
        return _database(tree.local(names[0]) or "FOLDER/FILE", database.tables(head))
    if page := _page(tree, names):
        return page
    if tree.single:
        text = head.removeprefix(BOM).lstrip()
        begun = (Sight(what, hint) for mark, what, hint in BEGINNINGS if mark.match(text))
        return next(begun, Sight(_file(head)))
    if not is_folder(tree.path) and (found := _packed(names)):
        return found
    if any(map(_MIGRATED.fullmatch, names)):
        return Sight(*MIGRATION)
    return _repository(tree.path, names) or Sight(_entries(names))


def passed_over(tree: InputTree, told: Collection[Path], reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield where texts are that nobody opened, and that are called, and lie, as those that were read.

    So is JSON, and with each what it is. They may be of an age or a language that the reader of the others
    does not know. Those at or below the paths told are left out.

    Args:
        tree: The input.
        told: The paths that are told already.
        reader: The reader of the others.
    """
    unread = [] if tree.single else tree.unread()
    opened = {*tree.names()}.difference(unread)
    read, alike = {_manner(name) for name in opened}, _Alike(tree, opened, reader)
    here = resolved(tree.path)
    known = {*told}.difference((here, *here.parents))
    for name in unread:
        manner = _manner(name)
        wanted = "text" if manner in read and manner[1] in PLAIN else "JSON" if name in alike else ""
        if not wanted:
            continue
        place = on_disk(tree.path, name) if is_folder(tree.path) else f"{tree.path}!{name}"
        path = resolved(place)
        if (
            known.isdisjoint((path, *path.parents))
            and (head := head_of(tree, name))
            and _file(head) == wanted
        ):
            yield place, wanted


class _Alike:
    """The files of JSON that lie in folders where all those that were read are an export each.

    Where one is read for the sake of others, as a list of users, more lie there that are for nobody.
    """

    def __init__(self, tree: Tree, opened: Collection[str], reader: Reader) -> None:
        self._tree = tree
        self._reader = reader
        self._read: dict[str, list[str]] = defaultdict(list)
        self._alike: dict[str, bool] = {}
        for name in sorted(filter(_is_json_called, opened)):
            self._read[name.rpartition("/")[0]].append(name)

    def __contains__(self, name: str) -> bool:
        folder = name.rpartition("/")[0]
        if not _is_json_called(name) or folder not in self._read:
            return False
        if folder not in self._alike:
            self._alike[folder] = all(map(self._is_own, self._read[folder][:PROBED]))
        return self._alike[folder]

    def _is_own(self, name: str) -> bool:
        return self._reader.probe(Sample(self._tree, [name])).sure >= AMONG_OTHERS


def _is_json_called(name: str) -> bool:
    return name.lower().endswith(JSON)


def _manner(name: str) -> tuple[int, str]:
    """Return how deep a file lies, and how its name ends."""
    return name.count("/"), PurePosixPath(name).suffix.lower()


def _page(tree: Tree, names: Sequence[str]) -> Sight | None:
    """Return what the first page of an input is part of; none if it is no chat's."""
    name = next((name for name in names if name.lower().endswith((".html", ".htm"))), "")
    head = head_of(tree, name) if name else b""
    return next((Sight(what, hint) for mark, what, hint in PAGES if mark in head), None)


def _file(head: bytes) -> str:
    for magic, what in MAGICS:
        if head.startswith(magic):
            return what
    text = head.removeprefix(BOM).lstrip()
    if b"\0" in head[:1024]:
        return next((what for magic, what in TABLES if head.startswith(magic)), "binary data")
    if _JSON.match(text):
        return "JSON"
    return "XML or HTML" if text.startswith(b"<") else "text"


def _database(path: str, tables: list[str]) -> Sight:
    for marks, what, hint in DATABASES:
        if marks <= {*tables}:
            return Sight(what, hint.format(folder=shlex.quote(str(Path(path).parent))))
    more = ", ..." if len(tables) > LISTED else ""
    named = f" with the tables {', '.join(tables[:LISTED])}{more}" if tables else ""
    return Sight(f"an SQLite database{named}", TABLE.format(path=shlex.quote(path)))


def _packed(names: Sequence[str]) -> Sight | None:
    """Return what an archive is that nobody opens as it is; none if it may be opened."""
    if not SHEETS.isdisjoint(names):
        return Sight("a workbook of Excel", "save its sheet as CSV UTF-8")
    inside = next(filter(is_archive, names), "")
    return Sight(f"an archive with {inside} in it", "unpack it, and name what comes out") if inside else None


def _repository(path: str, names: Sequence[str]) -> Sight | None:
    """Return what a folder is that git made; none if it did not."""
    if not is_folder(path):
        return None
    folder, place = Path(path), resolved(path)
    called = place.name.removesuffix(".git") or place.parent.name
    name = shlex.quote(called)
    if epochs := [found[1] for each in names if (found := _EPOCHS.fullmatch(each))]:
        inbox = shlex.quote(str(folder / epochs[0]))
        return Sight(
            "the git repositories of an inbox of public-inbox",
            MBOX.format(repositories=f"{inbox}/[0-9]*.git", name=name),
        )
    is_bare = all(each in names for each in _BARE) and any(each.startswith("objects/") for each in names)
    if not is_bare and not any(look(folder / ".git") for look in (is_folder, is_file)):
        return None
    if set(names) <= {"m", "d"} or (is_bare and _EPOCH.fullmatch(place.name)):
        return Sight(
            "a git repository of public-inbox", MBOX.format(repositories=shlex.quote(path), name=name)
        )
    return Sight("a git repository", LOG.format(path=shlex.quote(path), name=name))


def _entries(names: Sequence[str]) -> str:
    ((ending, count),) = Counter(PurePosixPath(name).suffix.lower() for name in names).most_common(1)
    entries = "1 entry" if len(names) == 1 else f"{len(names):,} entries"
    share = "all" if count == len(names) else "mostly" if 2 * count > len(names) else "among them"
    return f"{entries}, {share} {ending or 'without an ending'}"

"""The reader of an input: the surest probe wins, or the one the caller names."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from importlib.metadata import EntryPoint
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kibbutz_cli import plugins
from kibbutz_cli.errors import (
    EmptyInputError,
    InputError,
    LimitError,
    PluginError,
    UnknownFormatError,
    UsageError,
)
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.value import TOO
from kibbutz_cli.readers.base import AMONG_OTHERS, Reader, Tree
from kibbutz_cli.readers.beginnings import has_named
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import STDIN, InputTree, open_tree
from kibbutz_cli.readers.files.entries import is_archive, is_media, is_private, on_disk
from kibbutz_cli.readers.files.folders import children
from kibbutz_cli.readers.files.places import is_file, is_folder, is_link, resolved
from kibbutz_cli.readers.files.sample import Sample, sampled
from kibbutz_cli.readers.files.unopened import inner_archives, is_unpacked
from kibbutz_cli.readers.packages import loaded
from kibbutz_cli.readers.parquet import is_foreign, is_table
from kibbutz_cli.readers.seen import UNKNOWN, passed_over, sight

SURE = 50
"""A reader less sure than this does not get the input."""

CERTAIN = 99
"""A mark that only one source makes: no other reader of ours is ever so sure."""

FIRST = "tables"
"""The reader asked before all others of ours are loaded, which takes longer than to read a small table."""

DEPTH = 3
"""How many folders deep exports are looked for, where a folder as a whole is none."""


class Input(NamedTuple):
    """One export, open for its reader.

    Attributes:
        tree: Its entries; closed when the next input is asked for.
        reader: The reader that was sure of it, or that the caller named.
        budget: The limits and counts of this input.
    """

    tree: Tree
    reader: Reader
    budget: Budget


class Skipped(NamedTuple):
    """A file beside exports that is none itself.

    Attributes:
        path: Where it lies.
        reason: What it is, as far as can be seen.
    """

    path: str
    reason: str


class Claim(NamedTuple):
    """How sure one reader is of one input, and by what."""

    sure: int
    name: str
    seen: str
    reader: Reader


class Search(NamedTuple):
    """How exports are looked for, at every depth.

    Attributes:
        limits: How much of each is read.
        known: The readers that may have them.
        apart: What the caller names as an input of its own: it is not read with the folder it lies in.
        columns: ``--map FIELD=COLUMN``.
        parted: Whether each file of a folder is an input of its own: then so is each with these columns.
    """

    limits: Limits
    known: Sequence[Reader]
    apart: Collection[Path] = ()
    columns: Mapping[str, str] = MappingProxyType({})
    parted: bool = False


def readers() -> list[tuple[str, Reader, str]]:
    """Return the name, reader and package of every reader that can be loaded, sorted by name.

    A broken one is passed over; `kibbutz_cli.plugins` names it and its fault.
    """
    found = []
    for point in plugins.points(plugins.READERS):
        try:
            found.append((point.name, loaded(point), plugins.owner(point)))
        except PluginError as exc:
            plugins.pass_over(point, exc)
    return found


def named_reader(name: str) -> Reader:
    """Return the reader of a name; no other one is loaded.

    Raises:
        UsageError: There is no reader of that name.
        PluginError: The reader is broken.
    """
    points = {point.name: point for point in plugins.points(plugins.READERS)}
    if name in points:
        return loaded(points[name])
    close = get_close_matches(name.lower(), points, n=1)
    hint = f"did you mean {close[0]}?" if close else "kibbutz formats shows what each of them reads"
    raise UsageError(f"--from {name}: no such reader: expected one of {', '.join(points)}", hint)


def choose(tree: Tree, named: str | None) -> Reader:
    """Return the reader the caller names, or the one that is surest of the input.

    Raises:
        UsageError: There is no reader of that name.
        PluginError: The reader named is broken.
        UnknownFormatError: No reader is sure, or several are equally sure.
    """
    if named is not None:
        return named_reader(named)
    return surest(tree, [reader for _, reader, _ in readers()])


def surest(tree: Tree, known: Sequence[Reader]) -> Reader:
    """Return the one of some readers that is surest of the input.

    Raises:
        UnknownFormatError: No reader is sure, or several are equally sure.
    """
    return _surest(tree, _claims(tree, known))


def inputs(
    path: str,
    limits: Limits,
    named: str | None,
    apart: Collection[Path] = (),
    columns: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Input | Skipped]:
    """Yield the exports at a path one after another, then the files beside them that are none.

    A folder that no reader claims as a whole may hold several exports: each file and
    sub-folder is tried as an input of its own. So is, beside the files of one export, what its
    reader never opened and another one is surer of; deeper in it, that is only told. An archive
    beside them is not part of it, and is tried too, unless it holds what lies there unpacked.

    Args:
        path: A file, a folder or an archive; ``-`` is standard input.
        limits: How much of it is read.
        named: The reader to take, whatever the others say.
        apart: What the caller names as inputs of their own.
        columns: ``--map FIELD=COLUMN``.

    Raises:
        UsageError: There is no reader of that name, or standard input is a terminal.
        PluginError: The reader named is broken.
        InputError: The input cannot be read.
        UnknownFormatError: No reader is sure of anything at the path, or several are equally sure.
    """
    forced = named_reader(named) if named is not None else None
    budget = Budget(limits, path)
    with open_tree(path, budget) as tree:
        search = Search(limits, [forced] if forced else _asked(tree), apart, columns)
        claims = _claims(tree, search.known)
        if _is_folder(path) and not _is_one(path, search, claims):
            any_read = any(resolved(path) in each.parents for each in apart)
            skipped, parts = list[Skipped](), _parts(path, search, DEPTH)
            if columns and (any_read or any(isinstance(part, Input) for part in parts)):
                search = search._replace(parted=True)
                parts = _parts(path, search, DEPTH)
            for part in parts:
                if isinstance(part, Input):
                    any_read = True
                    yield part
                else:
                    skipped.append(part)
            if any_read:
                yield from skipped
                return
        yield from _export(tree, forced or _surest(tree, claims), budget, search)


def _asked(tree: Tree) -> list[Reader]:
    """Return the readers that may have an input: of one file that the first is certain of, that one alone.

    A reader of another package is always asked: what it knows is not for us to say.
    """
    points = plugins.points(plugins.READERS)
    if tree.single and all(map(plugins.ours, points)):
        for first in (loaded(point) for point in points if point.name == FIRST):
            if first.probe(tree).sure >= CERTAIN:
                return [first]
    return [reader for _, reader, _ in readers()]


def _claims(tree: Tree, known: Sequence[Reader]) -> list[Claim]:
    """Return what the readers make of an input, the surest first."""
    claims, looked_at = [], sampled(tree)
    for reader in known:
        probe = reader.probe(looked_at)
        claims.append(Claim(probe.sure, reader.ABOUT.name, probe.seen, reader))
    return sorted(claims, key=lambda claim: (-claim.sure, claim.name))


def _claims_among(tree: Tree, search: Search) -> list[Claim]:
    """Return the claims to what lies among other files: of Parquet, only a table with our columns is one."""
    claims, names, columns = _claims(tree, search.known), tree.names(), search.columns
    if len(names) == 1 and is_foreign(tree, names[0], columns):
        return [claim for claim in claims if claim.name != FIRST]
    # A probe is not told which columns are named: it saw none of ours in such an archive or file.
    asked = [is_table, has_named][: 1 + search.parted] if columns and not _is_folder(tree.path) else []
    if any(ask(tree, name, columns) for ask in asked for name in names):
        return [claim._replace(sure=SURE) if claim.name == FIRST else claim for claim in claims]
    return claims


def _surest(tree: Tree, claims: Sequence[Claim]) -> Reader:
    first = _sure(claims)[:1]
    if not first:
        raise _unknown(tree, claims)
    equal = [claim.name for claim in claims if claim.sure == first[0].sure]
    if len(equal) > 1:
        many = "" if tree.single or _is_folder(tree.path) else ", or unpack it to read what each knows"
        raise UnknownFormatError(
            f"{tree.path}: could be {' or '.join(equal)}: expected marks of only one",
            f"say which with --from {equal[0]}{many}",
        )
    return first[0].reader


def _sure(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.sure >= SURE]


def _is_folder(path: str) -> bool:
    return path != STDIN and is_folder(path)


def _is_one(path: str, search: Search, claims: Sequence[Claim]) -> bool:
    """Return whether a folder is one export, not several of different sources side by side."""
    sure = _sure(claims)
    # What is among others is read beside them; to part them for it would part the files of one export.
    sure = [claim for claim in sure if claim.sure > AMONG_OTHERS] or sure
    if len(sure) < 2:
        return bool(sure)
    if sure[0].sure == sure[1].sure:
        return False
    # A reader is sure of a folder by one file in it: what only another one knows must not be lost.
    parts = _parts(path, search._replace(known=[claim.reader for claim in sure], apart=()), 1)
    return all(isinstance(part, Skipped) or sure[0].reader.probe(part.tree).sure >= SURE for part in parts)


def _parts(path: str, search: Search, depth: int) -> Iterator[Input | Skipped]:
    for child in children(path):
        yield from _child(child, search, depth)


def _child(path: str, search: Search, depth: int, beside: Tree | None = None) -> Iterator[Input | Skipped]:
    if resolved(path) in search.apart:
        return
    if is_link(path) or is_media(path):
        yield Skipped(path, "a link" if is_link(path) else "media")
        return
    if is_private(path) and not is_folder(path):
        yield Skipped(path, "private")
        return
    budget = Budget(search.limits, path)
    try:
        tree = open_tree(path, budget)
    except EmptyInputError:
        yield Skipped(path, ", ".join(budget.repairs) or "empty")
        return
    with tree:
        if beside and is_unpacked(tree, beside):
            yield Skipped(path, "what it holds lies beside it, unpacked")
        else:
            yield from _part(tree, budget, search, depth)


def _archives(tree: Tree, search: Search) -> Iterator[Input | Skipped]:
    """Yield what is in the archives of a folder that is one export; what was only attached may be damaged."""
    for child in children(tree.path):
        if not is_archive(child) or not (is_link(child) or is_file(child)):
            continue
        try:
            yield from _child(child, search, 1, tree)
        except LimitError:
            raise
        except InputError as exc:
            yield Skipped(child, exc.message.removeprefix(f"{child}: "))


def _part(tree: InputTree, budget: Budget, search: Search, depth: int) -> Iterator[Input | Skipped]:
    path, claims = tree.path, _claims_among(tree, search)
    folder = _is_folder(path)
    if _sure(claims) and (not folder or _is_one(path, search, claims)):
        yield from _export(tree, _surest(tree, claims), budget, search)
    elif folder and depth > 1:
        yield from _parts(path, search, depth - 1)
    else:
        yield Skipped(path, sight(tree).what)


def _export(tree: InputTree, reader: Reader, budget: Budget, search: Search) -> Iterator[Input | Skipped]:
    """Yield one export, and then what lies beside it in its folder or archive."""
    yield Input(tree, reader, budget)
    told = [*search.apart]
    for part in _beside(tree, reader, search):
        told.append(resolved(part.path if isinstance(part, Skipped) else part.tree.path))
        yield part
    if _is_folder(tree.path):
        yield from _archives(tree, search)
    yield from (Skipped(*each) for each in passed_over(tree, told, reader))


def _beside(tree: InputTree, reader: Reader, search: Search) -> Iterator[Input | Skipped]:
    """Yield what an export's reader left alone and another reader is surer of.

    What lies beside the files of the export, in its folder, is an export of its own. What lies
    deeper among them, or in an archive, is told, not read: it may be its own in another layout.
    """
    left = [name for name in tree.unread() if not is_media(name) and not is_archive(name)]
    folder, own = _is_folder(tree.path), set[str]()
    if tree.single or len(search.known) < 2:
        return
    if not folder and (shut := inner_archives(tree.names(), tree.unread())):
        more = f", as {len(shut) - 1:,} more are" if len(shut) > 1 else ""
        yield Skipped(f"{tree.path}!{shut[0]}", f"an archive inside an archive{more}: unpack it")
    for name, other in _others(tree, sampled(Sample(tree, left)).names(), reader, search):
        top = name.partition("/")[0]
        if folder and (top in own or _is_alone(tree, top, reader)):
            own.add(top)
        else:
            how = f"{other}, not part of the {reader.ABOUT.name} export: {'name' if folder else 'unpack'} it"
            path = on_disk(tree.path, name) if folder else f"{tree.path}!{name}"
            yield Skipped(path, f"{how} {TOO}")
    if not own.isdisjoint(left):  # of many files named alike, only some were looked at
        files = [name for name in left if "/" not in name and name not in own]
        own.update(name for name, _ in _others(tree, files, reader, search))
    for top in sorted(own):
        yield from _child(on_disk(tree.path, top), search, DEPTH)


def _others(
    tree: InputTree, names: Sequence[str], reader: Reader, search: Search
) -> Iterator[tuple[str, str]]:
    """Yield the entries that another reader than the one given is surest of, each with its name."""
    for name in names:
        for claim in _sure(_claims_among(Sample(tree, [name]), search))[:1]:
            if claim.reader is not reader and resolved(on_disk(tree.path, name)) not in search.apart:
                yield name, claim.name


def _is_alone(tree: InputTree, top: str, reader: Reader) -> bool:
    """Return whether a reader has nothing to do with a file or folder that lies in the folder it read."""
    path = on_disk(tree.path, top)
    if not (is_file(path) or is_folder(path)):  # no name but UTF-8 can be found again
        return False
    names = [name for name in tree.names() if name == top or name.startswith(f"{top}/")]
    return set(names).issubset(tree.unread()) and reader.probe(sampled(Sample(tree, names))).sure < SURE


def _unknown(tree: Tree, claims: Sequence[Claim]) -> UnknownFormatError:
    nearest = next((claim for claim in claims if claim.sure and claim.seen), None)
    said = f"; nearest: {nearest.name} ({nearest.seen})" if nearest else ""
    broken = [point.name for point in plugins.points(plugins.READERS) if _is_broken(point)]
    seen = sight(tree)
    hint = seen.hint or UNKNOWN
    if broken:
        hint += f"; not tried, because they are broken: {', '.join(broken)}"
    return UnknownFormatError(f"{tree.path}: not an export kibbutz knows: {seen.what}{said}", hint)


def _is_broken(point: EntryPoint) -> bool:
    try:
        loaded(point)
    except PluginError:
        return True
    return False

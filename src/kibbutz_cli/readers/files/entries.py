"""What the entries of an archive or folder may be called, and which of them are listed."""

import io
import re
from collections.abc import Callable
from pathlib import PurePosixPath

from kibbutz_cli.errors import InputError, LimitError
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.model.value import writable
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.places import is_file
from kibbutz_cli.readers.files.streams import unpacked
from kibbutz_cli.readers.patterns import pattern

Opener = Callable[[Budget], io.BufferedReader]
"""Opens one entry from its start; what is read is counted in the budget given."""

JUNK_FOLDERS = frozenset({"__MACOSX", ".git", ".hg", ".svn", ".Trashes", ".Spotlight-V100"})
JUNK_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
PACKED = (".gz", ".bz2", ".xz", ".zst")
_TARS = tuple(f".tar{ending}" for ending in PACKED)
_ARCHIVES = (".zip", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", *_TARS)
_WRAPPED = pattern(r"(?:\.(?:zip|tar|tgz|tbz2?|txz|gz|bz2|xz|zst))+$", re.IGNORECASE)
MEDIA = frozenset(
    f".{ending}"
    for endings in (
        "jpg jpeg png gif webp heic avif bmp tif tiff svg ico",
        "mp4 m4v mov webm mkv avi 3gp mp3 m4a ogg opus wav flac pdf",
    )
    for ending in endings.split()
)
_PRIVATE = pattern(
    r"(?:^|/)(?:bookmarks\.json|(?:watch|search)-history\.(?:json|html)"
    r"|email_list\.[^/]+\.csv|[^/]+\.(?:delivers|opens)\.csv"
    r"|(?:direct-message|deleted-|ip-audit|personalization)[^/]*\.js"
    # Of X's scripts nothing is public but what its reader reads.
    r"|data/(?!(?:account|profile|manifest|tweets?|community-tweets?|note-tweet|tweet-headers|like|following"
    r"|follower|protected-history)(?:-part\d+)?\.js)[^/]+\.js)$"
)
"""What the archives of Mastodon, YouTube, Substack and X hold for the owner alone."""

DRIVE = pattern(r"[A-Za-z]:")


class Listing:
    """The entries of one archive or folder, refused as a whole when one of them is not honest."""

    def __init__(self, place: str, limits: Limits) -> None:
        self._place = place
        self._limit = limits.members
        self._met = 0
        self._openers: dict[str, Opener] = {}

    def count(self) -> None:
        """Count one entry met, listed or not.

        Raises:
            LimitError: There are more than the limits allow.
        """
        self._met += 1
        if self._met > self._limit:
            raise LimitError(
                f"{self._place}: more than {self._limit:,} entries",
                "if you trust this archive, raise the limit with --limit members=N",
            )

    def add(self, name: str, opener: Opener) -> None:
        """Add a file under its name, unless it is litter of an operating system.

        Raises:
            InputError: Another entry has the same name.
        """
        if is_junk(name):
            return
        if name in self._openers:
            raise InputError(f"{self._place}!{name}: two entries of one name: expected one")
        self._openers[name] = opener

    def openers(self) -> dict[str, Opener]:
        """Return how to open each entry; ``.gz`` and its like are shown without that ending."""
        shown = {name: opener for name, opener in self._openers.items() if not _packed(name)}
        for name, opener in self._openers.items():
            if _packed(name):
                bare = name.rpartition(".")[0]
                free = bare not in shown and not bare.endswith("/")
                shown[bare if free else name] = _unpacking(opener, f"{self._place}!{name}")
        return shown


def entry_name(raw: str, place: str) -> str:
    """Return an archive's name for an entry with ``/`` between folders and no ``./`` in it.

    Raises:
        InputError: The name leads out of the archive.
    """
    if "\0" in raw:
        raise InputError(f"{place}!{raw!r}: a NUL in an entry's name: expected a file name")
    # Some Windows programs write backslashes; they must not hide a "..".
    name = raw.replace("\\", "/")
    if name.startswith("/") or DRIVE.match(name):
        raise InputError(f"{place}!{raw}: absolute entry name: expected one inside the archive")
    parts = [part for part in name.split("/") if part not in {"", "."}]
    if ".." in parts:
        raise InputError(f"{place}!{raw}: entry name leads out of the archive: expected one inside it")
    return "/".join(parts)


def is_junk(name: str) -> bool:
    """Return whether an entry is litter of an operating system or a version control system."""
    *folders, file = name.split("/")
    return file in JUNK_FILES or file.startswith("._") or not JUNK_FOLDERS.isdisjoint(folders)


def is_media(name: str) -> bool:
    """Return whether a name ends like a picture, a sound or a film."""
    return PurePosixPath(name).suffix.lower() in MEDIA


def is_private(name: str) -> bool:
    """Return whether an entry is for the owner of an account alone: it is opened only if named itself."""
    return _PRIVATE.search(name) is not None


def is_text(path: str) -> bool:
    """Return whether the bytes of a path are UTF-8: no engine can be told of another."""
    return writable(path) == path


def is_archive(name: str) -> bool:
    """Return whether a name ends like an archive of several files."""
    return name.lower().endswith(_ARCHIVES)


def unpacked_name(name: str) -> str:
    """Return the name of a file or archive without what says how it is packed."""
    return _WRAPPED.sub("", name) or name


def on_disk(folder: str, name: str) -> str:
    """Return the path of an entry of a folder: a packed one is shown without that ending."""
    paths = (f"{folder}/{name}{ending}" for ending in ("", *sorted(PACKED)))
    return next((path for path in paths if is_file(path)), f"{folder}/{name}")


def _packed(name: str) -> bool:
    # A tar inside an archive stays opaque: it is listed under its full name and never opened.
    return name.endswith(PACKED) and not name.endswith(_TARS)


def _unpacking(opener: Opener, place: str) -> Opener:
    return lambda budget: unpacked(opener(budget), place, budget)

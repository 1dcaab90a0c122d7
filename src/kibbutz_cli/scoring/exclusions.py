"""What an entry of ``[exclude]`` means: patterns, and the word by which those that may match are found."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from kibbutz_cli.database import Row
from kibbutz_cli.model.settings import Exclude

REASONS = {"bots": "bot", "opt_out": "opt-out", "staff": "staff"}
"""Why somebody is not scored, by the key of ``[exclude]`` that names them."""

_AT = re.compile(r"^@(?=[^*])")
"""What stands before a name; before a ``*`` it says which names are meant."""

_APART = re.compile("[:@]")
"""What stands between the words of an id."""


def rows(bots: Sequence[str], exclude: Exclude) -> list[Row]:
    """Return what the table ``exclusions`` holds: pattern, reason and word.

    Args:
        bots: The ruler's patterns.
        exclude: The lists of the configuration.
    """
    meant = [(glob, REASONS["bots"]) for glob in bots]
    meant += [(glob, REASONS[key]) for key, entry in exclude.entries() for glob in globs(key, entry)]
    word = words(glob for glob, _ in meant)
    return [(like(glob), reason, word[glob]) for glob, reason in meant]


def patterns(key: str, entry: str) -> list[str]:
    """Return what an entry of ``[exclude]`` matches, as the table ``exclusions`` has it."""
    return [like(glob) for glob in globs(key, entry)]


def globs(key: str, entry: str) -> list[str]:
    """Return what an entry of ``[exclude]`` matches; the id of a person may go on with ``@host``.

    Who asks to be left out knows the id that the file has, without the platform that we put in front of it:
    rather one too many is left out than one too few.
    """
    said = spellings(entry) if key == "opt_out" else _accented(entry)
    meant = said if key == "bots" else [*said, *(f"{each}@*" for each in said)]
    if key == "opt_out":
        meant += [f"*:{each}" for each in meant]
    return meant


def spellings(name: str) -> list[str]:
    """Return how a name may stand in the data that looks the same to whoever types it.

    Accents are one with their letters or apart from them, as on a Mac's disk, and an ``@`` stands in front or
    does not.
    """
    bare = _AT.sub("", name.strip())
    return [*_accented(bare), *_accented(f"@{bare}")]


def words(globs: Iterable[str]) -> dict[str, str | None]:
    """Return a word of whatever a glob matches, between colons, ``@`` and its ends; none if it has none.

    Of several it is the one that the fewest globs have: thousands may be of one host.
    """
    whole = {glob: [word for word in _APART.split(glob) if word and "*" not in word] for glob in globs}
    times = Counter(word for each in whole.values() for word in each)
    return {glob: min(each, key=times.__getitem__, default=None) for glob, each in whole.items()}


def like(glob: str) -> str:
    """Return a glob as a pattern for ``ilike``, in which ``*`` is anything and a backslash escapes."""
    escaped = glob.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return escaped.replace("*", "%")


def _accented(name: str) -> list[str]:
    return list(dict.fromkeys(normalize(form, name) for form in ("NFC", "NFD")))

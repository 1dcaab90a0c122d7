"""Which ids of deeds spell who opted out: addresses hold names, and so do ids made of what they answer."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator

from kibbutz_cli.database import Database
from kibbutz_cli.model.settings import Config
from kibbutz_cli.scoring.exclusions import REASONS

_WORDS = """
select actor from handles where reason = ?
union
select b.name
from bylines as b
inner join handles as h on h.actor = b.actor
where h.reason = ? and b.name is not null
"""


def spelled(db: Database, config: Config) -> str:
    """Return a pattern for what spells anybody who opted out, in small letters; empty if nobody did.

    What is only an entry counts, too: an id may spell whom no deed names.

    Args:
        db: The engine, after the steps ``HANDLES``.
        config: The configuration that its tables were made of.
    """
    entries = [entry for entry in config.exclude.opt_out if "*" not in entry]
    if not config.exclude.opt_out:
        return ""
    told = [str(word) for (word,) in db.rows(_WORDS, (REASONS["opt_out"],) * 2)]
    # Every id of a person begins with its platform; an entry may.
    ids = (word.partition(":")[2] for word in (*told, *entries))
    words = sorted({part for word in (*ids, *told, *entries) for part in _parts(word)})
    return f"(?:^|[^a-z0-9])(?:{'|'.join(map(re.escape, words))})(?:[^a-z0-9]|$)" if words else ""


def hiding(pattern: str) -> Callable[[str], str]:
    """Return a function that puts its hash in place of an id that spells what a pattern is for."""
    if not pattern:
        return str
    found = re.compile(pattern)
    return lambda told: f"sha256:{_hash(told)}" if found.search(told.lower()) else told


def _hash(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()


def _parts(word: str) -> Iterator[str]:
    """Yield how a person is spelled in an id: as a whole, without the host, and as the end of an address."""
    whole = word.strip().lstrip("@").lower()
    end = whole.rstrip("/").rpartition("/")[2].lstrip("@")
    yield from _named((whole, end, end.partition("@")[0]))


def _named(words: Iterable[str]) -> Iterator[str]:
    """Yield the words with a letter in them: numbers are nobody's alone."""
    return (word for word in words if any(map(str.isalpha, word)))

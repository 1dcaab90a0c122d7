"""The words the command line takes: formats, elements; and the nearest right one for a typo."""

import difflib
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import PurePath

import typer

from kibbutz_cli.errors import UsageError

FORMATS = ("text", "json", "ndjson", "toml", "csv", "parquet", "md")
"""What ``score`` prints; kept plain, so that ``--help`` needs no model."""

VIEWS = ("text", "json")
"""What the other commands print."""

PAGES = ("text", "json", "md")
"""What ``backtest`` prints: an answer that also makes a page."""

JOINS = ("text", "json", "toml")
"""What ``identities suggest`` prints."""

CONVERSIONS = ("parquet", "ndjson", "csv", "activitystreams")
"""What ``convert`` writes."""

ELEMENTS = ("social", "economic", "cultural", "participation", "commitment")
"""The five elements, in the order they are always shown."""

COLORS = ("auto", "always", "never")

ENGINES = ("duckdb", "spark")
"""What can run the SQL."""

ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".toml": "toml",
    ".csv": "csv",
    ".parquet": "parquet",
    ".md": "md",
}
"""The format an output file's ending names."""

CONVERTED = {
    ".parquet": "parquet",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".csv": "csv",
    ".json": "activitystreams",
    ".jsonld": "activitystreams",
}
"""What ``convert`` writes into a file of this ending."""


def typed(text: str) -> str:
    """Return what was typed, read as UTF-8 whatever the system takes it for; what is none is left."""
    try:
        return os.fsencode(text).decode()
    except UnicodeError:
        return text


def is_utf8(text: str) -> bool:
    """Return whether what was typed is UTF-8: nothing in the data is called otherwise."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean X?`` for the known word most like this one, or nothing."""
    found = difflib.get_close_matches(word.lower(), list(known), n=1)
    return f"did you mean {found[0]}?" if found else ""


def named_by(output: str, endings: Mapping[str, str], known: Collection[str]) -> str:
    """Return which of the known formats the ending of an output file names.

    Raises:
        UsageError: It names none; the message says which endings do, the hint names the nearest.
    """
    ending = PurePath(output).suffix.lower()
    possible = {each: name for each, name in endings.items() if name in known}
    if ending in possible:
        return possible[ending]
    hint = _nearest_ending(ending, possible) or "or name the format with --format"
    raise UsageError(f"-o {output}: its ending names no format: expected {', '.join(possible)}", hint)


def _nearest_ending(ending: str, known: Iterable[str]) -> str:
    """Return ``did you mean X?`` for a known ending that is one slip of the keys away, or nothing.

    Endings are so short that others are like each other by chance: ``.html`` and ``.toml``.
    """
    found = [each for each in known if _is_slip(ending, each)]
    return f"did you mean {found[0]}?" if found else ""


def _is_slip(typed: str, meant: str) -> bool:
    """Return whether one letter is too many, missing or another, or two are the wrong way round."""
    short, long = sorted((typed, meant), key=len)
    if len(short) < len(long):
        return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    wrong = [place for place, letter in enumerate(typed) if letter != meant[place]]
    if len(wrong) == 2:
        first, second = wrong
        return second == first + 1 and typed[first] + typed[second] == meant[second] + meant[first]
    return len(wrong) == 1


def choose(word: str, known: Iterable[str], where: str) -> str:
    """Return ``word`` if it is known.

    Raises:
        UsageError: It is not; the message says what is, the hint names the nearest.
    """
    words = list(known)
    if word in words:
        return word
    raise UsageError(f"{where}: {word}: expected {', '.join(words)}", nearest(word, words))


def one_of(known: tuple[str, ...], where: str) -> Callable[[typer.Context, str | None], str | None]:
    """Return an option's callback that lets known words and nothing pass."""

    def check(context: typer.Context, value: str | None) -> str | None:
        if value is None or (where == "--format" and _outvoted(context, known)):
            return None
        return choose(value, known, where)

    return check


def _outvoted(context: typer.Context, known: tuple[str, ...]) -> bool:
    """Return whether a format is only the environment's, and the command line names one in another way."""
    source = context.get_parameter_source("format")
    if source is None or source.name != "ENVIRONMENT":
        return False
    # What stands on the command line has been read by now; what does not comes after.
    ending = PurePath(context.params.get("output") or "").suffix.lower()
    named = {ENDINGS.get(ending), CONVERTED.get(ending)}
    return bool(context.params.get("json") or named & {*known})

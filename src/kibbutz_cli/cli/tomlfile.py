"""TOML files of people: read, checked against a model, and every fault told with file, line and key."""

import re
import tomllib
from pathlib import Path
from types import UnionType
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from kibbutz_cli.cli.names import nearest
from kibbutz_cli.errors import ConfigError

Table: TypeAlias = dict[str, Any]
Model = TypeVar("Model", bound=BaseModel)
Location: TypeAlias = tuple[int | str, ...]

_MOST_BYTES = 2**20
_DEEPEST = 32
"""Parts of a dotted key; ours have four at most, and tomllib takes the square of their number as time."""

# Possessive: a line of blanks or of half a key is passed over once, not from each place in it.
_HEADER = re.compile(r"^\s*+(\[\[?)\s*+([^\[\]#]++)\]\]?\s*+(#.*)?$")
_KEY = re.compile(
    r"""^\s*+((?:[A-Za-z0-9_-]++|"[^"]*+"|'[^']*+')(?:\s*+\.\s*+(?:[A-Za-z0-9_-]++|"[^"]*+"|'[^']*+'))*+)\s*+="""
)
_STRING = re.compile(r""""(?:[^"\\]|\\.)*+"|'[^']*+'""")
_DEEP = re.compile(rf"(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]++[ \t]*+\.[ \t]*+){{{_DEEPEST}}}")


def load(path: str) -> tuple[Table, str]:
    """Return a TOML file as a table, and its text.

    Raises:
        ConfigError: It cannot be read, or is no TOML.
    """
    try:
        with Path(path).open("rb") as stream:
            raw = stream.read(_MOST_BYTES + 1)
    except OSError as exc:
        raise ConfigError(f"{path}: cannot be read: {exc.strerror or exc}") from exc
    if len(raw) > _MOST_BYTES:
        raise ConfigError(f"{path}: larger than {_MOST_BYTES:,} bytes: expected a configuration, not data")
    try:
        text = raw.decode("utf-8-sig")
        _refuse_deep_keys(path, text)
        return tomllib.loads(text), text
    except UnicodeDecodeError as exc:
        number = raw[: exc.start].count(b"\n") + 1
        raise ConfigError(f"{path}:{number}: not UTF-8: expected TOML") from exc
    except RecursionError as exc:
        raise ConfigError(f"{path}: nested too deep: expected a configuration, not data") from exc
    except tomllib.TOMLDecodeError as exc:
        what, _, where = str(exc).rpartition(" (at line ")
        line = f":{where.partition(',')[0]}" if what else ""
        raise ConfigError(f"{path}{line}: not TOML: {(what or str(exc))[:200]}") from exc
    except ValueError as exc:  # of more digits than Python makes a number of; tomllib says nothing of it
        raise ConfigError(f"{path}: a number of thousands of digits: expected a few") from exc


def _refuse_deep_keys(path: str, text: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") >= _DEEPEST and _DEEP.search(_STRING.sub("_", line)):
            raise ConfigError(f"{path}:{number}: a key of more than {_DEEPEST} parts: expected a few")


def check(model: type[Model], table: Table, path: str, text: str) -> Model:
    """Return the table as a model.

    Raises:
        ConfigError: A key is unknown or a value is wrong; the first fault, with the line it is on.
    """
    try:
        return model.model_validate(table)
    except ValidationError as exc:
        fault = exc.errors(include_url=False)[0]
        keys = tuple(key for key in fault["loc"] if key != "[key]")
        place = f"{path}{_line(text, keys)}: {'.'.join(map(str, keys)) or 'the whole'}"
        if fault["type"] == "extra_forbidden":
            known = known_keys(model, keys[:-1])
            raise ConfigError(f"{place}: unknown key", nearest(str(keys[-1]), known) or _all(known)) from exc
        expected = re.findall(r"'([^']+)'", str(fault.get("ctx", {}).get("expected", "")))
        wrong = keys[-1] if "[key]" in fault["loc"] else fault["input"]
        hint = nearest(str(wrong), expected) if isinstance(wrong, str) else ""
        raise ConfigError(f"{place}: {reason(fault['msg'])}", hint) from exc


def unknown(path: str, text: str, keys: Location, known: list[str]) -> ConfigError:
    """Return the error for a key that only the program knows to be wrong, such as a metric's name."""
    place = f"{path}{_line(text, keys)}: {'.'.join(map(str, keys))}"
    return ConfigError(f"{place}: unknown key", nearest(str(keys[-1]), known) or _all(known))


def merged(under: Table, over: Table) -> Table:
    """Return ``under`` with what ``over`` says; tables are merged, everything else is replaced."""
    both = dict(under)
    for key, value in over.items():
        below = both.get(key)
        both[key] = merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return both


def known_keys(model: type[BaseModel], keys: Location) -> list[str]:
    """Return the keys a model knows at a place inside it."""
    here: Any = model
    for key in keys:
        here = _inside(here, key)
    found = _model(here)
    return sorted(found.model_fields) if found else []


def _inside(here: Any, key: int | str) -> Any:
    found = _model(here)
    if found is not None:
        field = found.model_fields.get(str(key))
        return field.annotation if field else None
    arguments = get_args(here)
    if get_origin(here) in (Union, UnionType):
        return next((_inside(each, key) for each in arguments if each is not type(None)), None)
    return arguments[-1] if arguments else None


def _model(here: Any) -> type[BaseModel] | None:
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _all(known: list[str]) -> str:
    return f"known here: {', '.join(known)}" if known else ""


def reason(message: str) -> str:
    """Return what a model says of a value, in the words of the house."""
    text = message.removeprefix("Value error, ").replace("Input should be", "expected")
    return text[:1].lower() + text[1:]


def _line(text: str, keys: Location) -> str:
    """Return ``:LINE`` of the key, or of the nearest key around it; empty when nothing matches."""
    best, line = 0, 0
    for number, here in _keys(text):
        shared = len(here) if here == keys[: len(here)] else 0
        if shared > best:
            best, line = shared, number
    return f":{line}" if line else ""


def _keys(text: str) -> list[tuple[int, Location]]:
    """Return every header and key of a TOML text with its line; strings over lines may add false ones."""
    found: list[tuple[int, Location]] = []
    table: Location = ()
    seen: dict[Location, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _split(header[2])
            if header[1] == "[[":
                seen[table] = seen.get(table, -1) + 1
                table = (*table, seen[table])
            found.append((number, table))
        elif key := _KEY.match(line):
            found.append((number, (*table, *_split(key[1]))))
    return found


def _split(dotted: str) -> Location:
    parts = re.findall(r"\"[^\"]*\"|'[^']*'|[^.]+", dotted)
    return tuple(part.strip().strip("\"'") for part in parts if not part.isspace())

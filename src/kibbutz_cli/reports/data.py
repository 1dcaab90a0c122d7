"""Reports for programs: JSON, NDJSON and TOML that read back equal."""

import json
from collections.abc import Sequence
from typing import TypeAlias

import tomli_w
from pydantic import BaseModel

from kibbutz_cli.model.report import CommunityReport
from kibbutz_cli.model.ruler import Ruler

DIGITS = 9
"""Digits kept of a float: more would show the engine's rounding, not the member's deeds."""

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def plain(model: BaseModel) -> dict[str, Json]:
    """Return a model as plain values in its own order, floats rounded; a ruler keeps every digit."""
    values: dict[str, Json] = model.model_dump(mode="json", by_alias=True)
    if isinstance(model, Ruler):
        return values
    return {key: _rounded(value) for key, value in values.items()}


def to_json(model: BaseModel | Sequence[BaseModel]) -> str:
    """Return one JSON value, indented, ending with a newline."""
    value: Json = plain(model) if isinstance(model, BaseModel) else [plain(each) for each in model]
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def to_ndjson(report: CommunityReport) -> str:
    """Return a header line, one line a member, and an end line with counts: truncation shows."""
    header = plain(report)
    members = header.pop("members")
    assert isinstance(members, list)
    opening: dict[str, Json] = {"schema": header.pop("schema"), "record": "header", **header}
    ending: dict[str, Json] = {"record": "end", "members": len(members), "lines": len(members) + 2}
    lines = [opening, *({"record": "member", **_table(each)} for each in members), ending]
    return "".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines)


def to_toml(model: BaseModel) -> str:
    """Return TOML; TOML knows no null, so what is unknown is left out."""
    return tomli_w.dumps(_table(_without_none(plain(model))))


def _rounded(value: Json) -> Json:
    match value:
        case float():
            return round(value, DIGITS) + 0.0  # -0.0 reads back as 0.0
        case dict():
            return {key: _rounded(each) for key, each in value.items()}
        case list():
            return [_rounded(each) for each in value]
    return value


def _without_none(value: Json) -> Json:
    match value:
        case dict():
            return {key: _without_none(each) for key, each in value.items() if each is not None}
        case list():
            return [_without_none(each) for each in value if each is not None]
    return value


def _table(value: Json) -> dict[str, Json]:
    assert isinstance(value, dict)
    return value

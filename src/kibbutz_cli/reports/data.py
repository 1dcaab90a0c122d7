"""Reports for programs: JSON, NDJSON and TOML that read back equal.

Floats were rounded when the report was made, so that every format shows the same digits.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

import tomli_w
from pydantic import BaseModel, TypeAdapter
from pydantic_core import to_json as dumped

from kibbutz_cli.model.report import CommunityReport

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def plain(model: BaseModel) -> dict[str, Json]:
    """Return a model as plain values in its own order."""
    values: dict[str, Json] = model.model_dump(mode="json", by_alias=True)
    return values


def community_json(report: CommunityReport, members: Collection[str]) -> Iterator[str]:
    """Yield a report as one JSON object in pieces, a member a line; the members are given as JSON texts."""
    frame = report.model_copy(update={"members": []}).model_dump_json(by_alias=True, indent=2)
    before, mark, after = frame.partition('\n  "members": [],\n')
    assert mark
    yield f'{before}\n  "members": ['
    for number, member in enumerate(members):
        yield f",\n    {member}" if number else f"\n    {member}"
    closing = "\n  ]" if members else "]"
    yield f"{closing},\n{after}\n"


def to_json(model: BaseModel | Sequence[BaseModel]) -> str:
    """Return one JSON value, indented, ending with a newline."""
    if isinstance(model, CommunityReport):
        return "".join(community_json(model, [each.model_dump_json() for each in model.members]))
    if isinstance(model, BaseModel):
        return model.model_dump_json(by_alias=True, indent=2) + "\n"
    return (
        TypeAdapter(list[BaseModel])
        .dump_json([*model], by_alias=True, indent=2, serialize_as_any=True)
        .decode()
        + "\n"
    )


def to_ndjson(report: CommunityReport) -> str:
    """Return a header line, one line a member, and an end line with counts: truncation shows."""
    return "".join(community_ndjson(report, [each.model_dump_json() for each in report.members]))


def community_ndjson(report: CommunityReport, members: Collection[str]) -> Iterator[str]:
    """Yield a report as NDJSON, line by line; the members are given as JSON texts."""
    header = plain(report.model_copy(update={"members": []}))
    del header["members"]
    opening: dict[str, Json] = {"schema": header.pop("schema"), "record": "header", **header}
    ending: dict[str, Json] = {"record": "end", "members": len(members), "lines": len(members) + 2}
    yield dumped(opening).decode() + "\n"
    for member in members:
        yield f'{{"record":"member",{member[1:]}\n'
    yield dumped(ending).decode() + "\n"


def to_toml(model: BaseModel) -> str:
    """Return TOML; TOML knows no null, so what is unknown is left out."""
    return tomli_w.dumps(_table(_without_none(plain(model))))


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

"""What is written for programs reads back equal."""

import json
import tomllib

import pytest
from factory import inspection, report

from kibbutz_cli.model.report import CommunityReport
from kibbutz_cli.model.ruler import Ruler
from kibbutz_cli.reports.data import plain, to_json, to_ndjson, to_toml


def without_none(value):
    if isinstance(value, dict):
        return {key: without_none(each) for key, each in value.items() if each is not None}
    return [without_none(each) for each in value] if isinstance(value, list) else value


def test_json_reads_back_equal():
    given = report(["Ana", 'quote " \\ \x1b \u2028 {{x}} </script>', "陳 🧑‍🌾"])

    read = json.loads(to_json(given))

    assert plain(given) == read
    assert plain(given) == plain(CommunityReport.model_validate(read))


def test_json_starts_with_its_schema_and_ends_with_a_newline():
    text = to_json(report())

    assert text.startswith('{\n  "schema": "kibbutz.summary/1",')
    assert text.endswith("}\n")


def test_members_keep_their_order():
    given = report()

    read = json.loads(to_json(given))

    assert [member.member for member in given.members] == [each["member"] for each in read["members"]]


def test_ndjson_has_a_header_a_line_a_member_and_an_end_with_counts():
    given = report()

    header, *members, end = map(json.loads, to_ndjson(given).splitlines())

    assert list(header)[:2] == ["schema", "record"]
    assert "members" not in header
    assert plain(given)["members"] == [{k: v for k, v in each.items() if k != "record"} for each in members]
    assert {"record": "end", "members": len(given.members), "lines": len(members) + 2} == end


@pytest.mark.parametrize(
    "given", [report(), report([]), inspection(), Ruler()], ids=["full", "empty", "inspection", "ruler"]
)
def test_toml_reads_back_equal_but_for_what_is_unknown(given):
    assert without_none(plain(given)) == tomllib.loads(to_toml(given))


def test_toml_members_are_values_never_keys():
    hostile = report(["a.b]\n[x"])

    read = tomllib.loads(to_toml(hostile))

    assert read["members"][0]["name"] == "a.b]\n[x"

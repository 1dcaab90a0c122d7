"""Every reader keeps every law of the conformance kit on every fixture that is its own."""

from pathlib import Path

import pytest
from reading import FIXTURES, claimed

from kibbutz_cli.readers.base import Reader
from kibbutz_cli.readers.choose import readers
from kibbutz_cli.testing import (
    READER_LAWS,
    ReaderLaw,
    is_blind_to_unknown_fields,
    keeps_names_out_of_ids,
    tells_unknown_fields,
)

EXEMPT: dict[str, set[ReaderLaw]] = {
    "mattermost/lists": {is_blind_to_unknown_fields},
    "mattermost/pages": {is_blind_to_unknown_fields},
    "mediawiki/garden": {keeps_names_out_of_ids},
    "mediawiki/garden.xml": {keeps_names_out_of_ids},
    "messenger/inbox": {keeps_names_out_of_ids},
    "remark42/backup-garden-20200310": {is_blind_to_unknown_fields},
    "remark42/tree.json": {is_blind_to_unknown_fields},
    "twarc/search.json": {is_blind_to_unknown_fields},
    "youtube/Takeout": {tells_unknown_fields},
}
"""Fixtures with an object whose keys are ids, where a field more is a record more; the user names of
MediaWiki, which are ids with spaces in them; Messenger, which has no ids but names; a page over many
lines, whose tweets are numbered, while the law writes it on one, whose number is the line's; and Takeout,
whose only JSON is a history, which is never opened."""


CLAIMED = list(claimed())
CASES = [
    pytest.param(law, reader, path, id=f"{Path(path).relative_to(FIXTURES)} {law.__name__}")
    for reader, path in CLAIMED
    for law in READER_LAWS
    if law not in EXEMPT.get(str(Path(path).relative_to(FIXTURES)), ())
]


@pytest.mark.parametrize(("law", "reader", "path"), CASES)
def test_a_reader_keeps_the_law(law: ReaderLaw, reader: Reader, path: str) -> None:
    law(reader, path)


def test_every_reader_of_ours_has_a_fixture() -> None:
    ours = {reader.ABOUT.name for _, reader, package in readers() if package.startswith("kibbutz-cli ")}

    assert ours - {reader.ABOUT.name for reader, _ in CLAIMED} == set()

"""Which version of an edited tweet counts: the latest that is there, under the id of the first.

An archive lists the newest first, a search has them in any order, and either may lack the last one.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kibbutz_cli.readers.parsing.jsonvalues import Fields, fields_of, list_of, text_of
from kibbutz_cli.readers.records import Record


class Version(NamedTuple):
    """A tweet, as one of its versions.

    Attributes:
        own_id: Its id.
        first_id: The id of the first version.
        newer: How many versions came after it.
        fields: What it says.
        record: Where it stands.
    """

    own_id: str
    first_id: str
    newer: int
    fields: Fields
    record: Record


def version_of(fields: Fields, own_id: str, record: Record) -> Version:
    """Return which version a tweet is; of one that was never edited, the only one."""
    info = fields_of(fields.get("edit_info"))
    edit = fields_of(info.get("edit"))
    first = edit or fields_of(info.get("initial"))
    ids = first.get("editTweetIds") or fields_of(first.get("editControlInitial")).get("editTweetIds")
    later = [text_of(each) for each in reversed(list_of(ids))]
    newer = later.index(own_id) if own_id in later else len(later)
    return Version(own_id, text_of(edit.get("initialTweetId")) or own_id, newer, fields, record)


class Edits:
    """The edited tweets met so far, each in the latest version met."""

    def __init__(self) -> None:
        self._latest: dict[str, Version] = {}

    def lesser(self, version: Version) -> Version | None:
        """Return which version does not count, now that one more is met: that one or one before, if any."""
        known = self._latest.get(version.first_id)
        if known is not None and (known.newer <= version.newer or version.own_id == version.first_id):
            return version
        if version.newer or version.own_id != version.first_id:
            # What is read at once need not be kept.
            self._latest[version.first_id] = version if version.newer else version._replace(fields={})
        return known

    def waiting(self) -> Iterator[Version]:
        """Yield the latest version of each tweet whose last one was not met."""
        yield from (version for version in self._latest.values() if version.newer)

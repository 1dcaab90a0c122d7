"""Deeds that stand beside the record that tells of them: a reaction, a further author, a revert."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from kibbutz_cli.model.activity import Activity, activity_of


def beside(deed: Activity, changes: Mapping[str, object]) -> Iterator[Activity]:
    """Yield a deed that is like another but for what is given; nothing where that makes none.

    The record itself was sound: a name in it too long to be one is no reason to set it aside.
    """
    values: dict[str, object] = dict(deed)
    values |= changes
    values["derived"] = True
    try:
        yield activity_of(values)
    except ValidationError:
        return

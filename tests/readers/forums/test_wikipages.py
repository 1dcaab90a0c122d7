"""Summaries that MediaWiki writes for who reverts, in every language: whom and what they name."""

import json
from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.model.activity import Activity, Kind
from kibbutz_cli.readers.forums import mediawiki

BEN = "[[Special:Contributions/Ben|Ben]] ([[User talk:Ben|talk]])"


def deeds(folder: Path, summary: str, *tags: object, **marks: object) -> list[Activity]:
    """Return what revision 9 is, which comes after revision 8."""
    told = {"revid": 9, "parentid": 8, "user": "Ada", "timestamp": "2024-03-01T10:00:00Z", "tags": tags}
    revisions = [told | {"comment": summary} | marks]
    path = folder / "page.json"
    path.write_text(json.dumps({"query": {"pages": [{"pageid": 3, "ns": 0, "revisions": revisions}]}}))
    return [outcome for outcome in Trial(mediawiki).read(path) if isinstance(outcome, Activity)]


@pytest.mark.parametrize(
    "summary",
    [
        f"Undid revision 5 by {BEN}",
        f"Undid revision [[Special:Diff/5|5]] by {BEN}",
        f"Änderung 5 von {BEN} rückgängig gemacht",
        f"Änderung [[Spezial:Diff/5|5]] von {BEN} rückgängig gemacht; 12 Fehler",
        f"Kumottu muokkaus #5, jonka teki {BEN}",
        f"Atšaukti {BEN} versiją 5",
        f"撤销{BEN}的版本5",
    ],
)
def test_an_undone_revision_is_named_in_every_language(summary: str, tmp_path: Path) -> None:
    edit, revert = deeds(tmp_path, summary, "mw-undo")

    assert (edit.kind, edit.text_len) == (Kind.EDIT, 0)
    assert (revert.kind, revert.target_name, revert.value) == (Kind.ENDORSE, "Ben", -1)
    assert (revert.object_id or "").endswith("/revision-5")


def test_what_is_rolled_back_is_the_revision_before(tmp_path: Path) -> None:
    summary = f"Änderungen von {BEN} wurden auf die letzte Version von [[User:Cleo 7|Cleo 7]] zurückgesetzt"

    edit, revert = deeds(tmp_path, summary, 7, "mw-rollback")

    assert (edit.text_len, revert.target_name, revert.object_id) == (0, "Ben", edit.object_id)


def test_an_undone_revision_that_is_not_told_is_the_one_before(tmp_path: Path) -> None:
    edit, revert = deeds(tmp_path, f"von {BEN} stimmt das nicht", "mw-undo")

    assert (revert.target_name, revert.object_id) == ("Ben", edit.object_id)


def test_who_is_called_by_a_number_is_named(tmp_path: Path) -> None:
    _, revert = deeds(tmp_path, "Undid revision 5 by [[Special:Contributions/123|123]]", "mw-undo")

    assert revert.target_name == "123"


def test_a_summary_of_ones_own_is_ones_words_though_it_undoes(tmp_path: Path) -> None:
    (edit,) = deeds(tmp_path, "Bohnen sind keine Erbsen", "mw-undo")

    assert edit.text_len == len("Bohnen sind keine Erbsen")


def test_a_number_in_a_summary_of_other_edits_is_no_revision(tmp_path: Path) -> None:
    (edit,) = deeds(tmp_path, f"5 Bohnen, danke {BEN}")

    assert edit.text_len == len("5 Bohnen, danke Ben (talk)")


@pytest.mark.parametrize("mark", ["", True])
def test_a_summary_that_was_hidden_says_nothing_to_anybody(mark: object, tmp_path: Path) -> None:
    """Those who may hide a summary are shown it still."""
    (edit,) = deeds(tmp_path, f"Undid revision 5 by {BEN}", "mw-undo", commenthidden=mark)

    assert (edit.kind, edit.text_len) == (Kind.EDIT, 0)

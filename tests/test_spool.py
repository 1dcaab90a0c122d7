"""Texts that lie in a file are what they were, as often as they are asked for; those that come, come once."""

import resource
from pathlib import Path

import pytest

from kibbutz_cli.app.spool import Coming, Spooled
from kibbutz_cli.errors import InputError

TEXTS = ['{"name":"Ann"}', '{"name":"שלום 🌱"}', ""]


def test_what_was_spooled_comes_back_in_its_order_every_time(tmp_path: Path) -> None:
    spooled = Spooled(iter(TEXTS), str(tmp_path))

    assert (len(spooled), list(spooled), list(spooled)) == (3, TEXTS, TEXTS)
    assert TEXTS[1] in spooled
    assert "other" not in spooled


def test_the_file_has_no_name_that_could_stay_behind(tmp_path: Path) -> None:
    spooled = Spooled(TEXTS, str(tmp_path))

    assert (list(tmp_path.iterdir()), len(spooled)) == ([], 3)


def test_texts_that_find_no_room_are_told_with_what_to_do(tmp_path: Path) -> None:
    """The last of them are written once all are there."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))
    try:
        for texts in (["x" * 100_000], ["x" * 2000]):
            with pytest.raises(InputError) as caught:
                Spooled(texts, str(tmp_path))
            assert caught.value.message == f"{tmp_path}: cannot hold scratch files: File too large"
            assert caught.value.hint == "give --tmp a folder with more room"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_texts_that_come_are_counted_before_they_do_and_never_looked_through() -> None:
    coming = Coming(3, iter(TEXTS))

    assert (len(coming), bool(Coming(0, iter(())))) == (3, False)
    with pytest.raises(TypeError):
        assert TEXTS[0] in coming
    assert (list(coming), list(coming)) == (TEXTS, [])

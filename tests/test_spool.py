"""Texts that lie in a file are what they were, as often as they are asked for; those that come, come once."""

from pathlib import Path

import pytest

from kibbutz_cli.app.spool import Coming, Spooled

TEXTS = ['{"name":"Ann"}', '{"name":"שלום 🌱"}', ""]


def test_what_was_spooled_comes_back_in_its_order_every_time(tmp_path: Path) -> None:
    spooled = Spooled(iter(TEXTS), str(tmp_path))

    assert (len(spooled), list(spooled), list(spooled)) == (3, TEXTS, TEXTS)
    assert TEXTS[1] in spooled
    assert "other" not in spooled


def test_the_file_has_no_name_that_could_stay_behind(tmp_path: Path) -> None:
    spooled = Spooled(TEXTS, str(tmp_path))

    assert (list(tmp_path.iterdir()), len(spooled)) == ([], 3)


def test_texts_that_come_are_counted_before_they_do_and_never_looked_through() -> None:
    coming = Coming(3, iter(TEXTS))

    assert (len(coming), bool(Coming(0, iter(())))) == (3, False)
    with pytest.raises(TypeError):
        assert TEXTS[0] in coming
    assert (list(coming), list(coming)) == (TEXTS, [])

"""The lines that say who had a part in a change."""

from kibbutz_cli.readers.work.trailers import Trailer, parted, trailers


def test_trailers_are_read_whatever_their_case() -> None:
    text = "Reviewed-by: Ada <a@hill.example>\nCO-Authored-By: Ben\nFixes: #7\n"

    assert trailers(text) == [Trailer("reviewed", "Ada <a@hill.example>"), Trailer("co-authored", "Ben")]


def test_two_parts_may_be_told_in_one_line() -> None:
    assert trailers("Reviewed-and-tested-by: Ada") == [Trailer("reviewed", "Ada"), Trailer("tested", "Ada")]


def test_only_the_last_paragraph_of_a_message_has_trailers() -> None:
    message = "Sow\n\nReviewed-by: in a quote\n\nAcked-by: Ada\nFixes: #7"

    assert parted(message) == ("Sow\n\nReviewed-by: in a quote\n\nFixes: #7", [Trailer("acked", "Ada")])


def test_a_message_without_trailers_is_left_as_it_is() -> None:
    assert parted("Sow\n\nStand-by: no") == ("Sow\n\nStand-by: no", [])

"""Members of one name are told apart wherever they are named, and found as they are printed."""

import json

import pytest


@pytest.fixture
def shared(forum, tmp_path):
    """Write the forum in which a second member is called as the first is."""
    path = tmp_path / "shared.csv"
    path.write_text(forum.read_text().replace("Member 2", "Member 1"))
    return path


def test_a_report_of_one_member_knows_that_another_has_the_name(kibbutz, shared):
    assert "Member 1 (u1)" in kibbutz("score", shared, "--member", "f:u1", "-q").stdout


def test_supporters_are_told_apart_and_deeds_are_told_by_the_names_of_who_did_them_and_towards_whom(
    kibbutz, shared
):
    """An id may be a hash or a number: nobody knows a person by it."""
    text = kibbutz("explain", "f:u3", shared, "-q", "--element", "social").stdout
    held = text.partition("From whom most comes")[2].partition("\n\n")[0]
    assert "Member 1 (u1)" in " ".join(held.split())
    said = " ".join(text.split())
    assert "reply by Member 1 (u1) to Member 3," in said
    assert "by f:u" not in said
    (deed, *_) = json.loads(kibbutz("explain", "f:u3", shared, "--json").stdout)["parts"][0]["evidence"]
    assert (deed["actor"], deed["actor_name"]) == ("f:u3", "Member 3")


def test_a_member_is_found_as_printed_with_the_whole_id(kibbutz, shared):
    assert kibbutz("explain", "Member 1 (f:u2)", shared, "-q").stdout.startswith("Member 1 (f:u2)\n")


def test_who_is_called_as_another_is_printed_is_told_apart_and_taken_for_nobody_else(kibbutz, shared):
    """A name is free to choose, and may be that of another with the end of the id behind it."""
    shared.write_text(shared.read_text().replace("Member 5", "Member 1 (u2)"))

    for asked in (["--format", "text"], ["--format", "md", "--member", "f:u5"]):
        text = kibbutz("score", shared, "-q", *asked).stdout
        assert "Member 1 (u2) (u5)" in text.replace("\\", "")
    assert "2 members are called so: f:u2, f:u5" in kibbutz("explain", "Member 1 (u2)", shared).stderr
    assert kibbutz("explain", "Member 1 (u2) (u5)", shared, "-q").stdout.startswith("Member 1 (u2) (f:u5)\n")


def test_a_printed_form_that_is_nobodys_is_nobody(kibbutz, shared):
    done = kibbutz("explain", "Member 1 (u9)", shared, "-q")

    assert done.returncode == 2
    assert "no such member here" in done.stderr


def test_a_name_that_cannot_be_typed_as_it_is_printed_is_answered_with_the_id(kibbutz, forum, tmp_path):
    path = tmp_path / "marked.csv"
    path.write_text(forum.read_text().replace("Member 2", "\u200fSarah Levi"), encoding="utf-8")

    done = kibbutz("explain", "<U+200F>Sarah Levi", path, "-q")

    assert done.stderr.splitlines()[1:] == ["hint: did you mean f:u2?"]


def test_one_account_on_two_platforms_is_told_apart_by_the_whole_id(kibbutz, forum, tmp_path):
    head, *rows = forum.read_text().splitlines()
    (tmp_path / "g.csv").write_text(
        "\n".join([head, *(row.replace("f:u", "g:u").replace(",f,", ",g,") for row in rows)])
    )

    text = kibbutz("score", forum, tmp_path / "g.csv", "-q").stdout

    assert "(f:u1)" in text
    assert "(g:u1)" in text

import pytest

from kibbutz_cli.readers.parsing.guests import guest, hashed


def test_an_address_tells_a_guest_whatever_the_name() -> None:
    assert guest("p", "s", "Ada@Hill.example ", "Ada") == guest(
        "p", "s", "ada@hill.example", "A.", "http://x"
    )


def test_without_an_address_name_and_web_address_tell() -> None:
    told = [
        guest("p", "s", mail, name, url)
        for mail, name, url in (("", "A", ""), ("none", "A", ""), ("", "A", "u"))
    ]

    assert told[0] == told[1] != told[2]


@pytest.mark.parametrize("mail", ["none@example.com", "No-Reply@hill.example", "example@example.org"])
def test_an_address_that_is_given_in_place_of_an_own_tells_nobody_apart(mail: str) -> None:
    told = [guest("p", "s", mail, name, url) for name, url in (("A", ""), ("B", ""), ("A", "u"))]

    assert told == [guest("p", "s", "", name, url) for name, url in (("A", ""), ("B", ""), ("A", "u"))]
    assert guest("p", "s", mail, "Anonymous") is None


@pytest.mark.parametrize("mail", ["ada@example.com", "960844ed@example.invalid", "example@hill.example"])
def test_an_address_of_another_sort_tells_a_guest_even_at_an_example(mail: str) -> None:
    assert guest("p", "s", mail, "A") == guest("p", "s", mail, "B") == f"p:mail-{hashed(mail)}@s"


def test_the_same_name_on_another_site_is_somebody_else() -> None:
    assert guest("p", "s", "", "Ada") != guest("p", "t", "", "Ada")


@pytest.mark.parametrize(
    "name", ["", "Anonymous", "Guest", " Anonim ", "匿名", "Ads\u0131z", "Ano\u0301nimo"]
)
def test_who_names_nothing_is_nobody(name: str) -> None:
    assert guest("p", "s", "", name) is guest("p", "s", "", name, "http://") is None
    assert guest("p", "s", "", name, "https://hill.example") is not None
    assert guest("p", "s", "ada@hill.example", name) is not None


@pytest.mark.parametrize(
    ("mail", "url", "nobody"),
    [
        ("Wapuu@wordpress.example", "https://wordpress.org/", True),
        ("", "http://wordpress.com/", True),
        ("", "https://fr.wordpress.org", True),
        ("ada@hill.example", "https://wordpress.org/", False),
        ("", "https://ada.wordpress.com/", False),
        ("", "https://profiles.wordpress.org/ada/", False),
    ],
)
def test_wordpress_which_comments_on_every_new_blog_is_nobody(mail: str, url: str, nobody: bool) -> None:
    assert (guest("p", "s", mail, "Mr WordPress", url) is None) == nobody


def test_a_hash_is_the_same_on_every_machine() -> None:
    assert hashed("ada@hill.example") == "a603e162c062320e"
    assert len(hashed("\ud800")) == 16

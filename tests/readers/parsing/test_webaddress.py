"""The host of a web address, and of what looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.readers.parsing.webaddress import host_of


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Blog.example/2024/01/a.html", "blog.example"),
        ("http://blog.example:8080", "blog.example"),
        ("http://[::1]/", "::1"),
        ("http://[broken.example/", ""),
        ("http://[broken]/", ""),
        ("/2024/01/a.html", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert host_of(url) == host


@given(st.text())
def test_any_text_has_a_host_or_none(text: str) -> None:
    assert isinstance(host_of(f"http://{text}"), str)

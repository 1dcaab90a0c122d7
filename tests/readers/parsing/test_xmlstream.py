"""XML is read in flat memory, whatever its size, and refused in one line when it cannot be."""

import io
import tracemalloc
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibbutz_cli.errors import InputError, KibbutzError, LimitError
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing.xmlstream import UNDECLARED, Document


def read(data: bytes, **limits: int) -> tuple[list[Element], Budget]:
    """Return the root's children, taken one after the other as the document grows."""
    budget = Budget(Limits.model_validate(limits), "x.xml")
    document = Document(io.BytesIO(data), "x.xml", budget)
    taken: list[Element] = []
    for _ in document.grow():
        if len(document.top):
            taken += document.take(document.top[0], 2, closed=document.whole)
    return taken, budget


def test_complete_elements_are_taken_in_order_with_text_and_attributes() -> None:
    taken, _ = read(b'<r><a n="1">x<![CDATA[<y>]]></a> <b><c/></b></r>')

    assert [(one.tag, one.text, one.attrib) for one in taken] == [("a", "x<y>", {"n": "1"}), ("b", None, {})]


def test_a_large_document_takes_little_memory() -> None:
    item = b"<a><b>" + b"x" * 500 + b"</b></a>"
    budget = Budget(Limits(), "x.xml")
    document = Document(io.BytesIO(b"<r>" + item * 20_000 + b"</r>"), "x.xml", budget)
    count = 0

    tracemalloc.start()
    for _ in document.grow():
        count += len(document.take(document.top[0], 2, closed=document.whole))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 20_000
    assert peak < 3 * 2**20


def test_undeclared_prefixes_are_names_and_counted_once() -> None:
    taken, budget = read(
        b'<r xmlns:a="u"><a:b/><media:c/><media:d/><x:e xmlns:x="v"/><f itunes:g="1" xml:lang="de"/></r>'
    )

    assert [one.tag for one in taken] == ["a:b", "media:c", "media:d", "x:e", "f"]
    assert budget.repairs == {UNDECLARED: 2}


def test_known_namespaces_get_their_usual_prefix() -> None:
    taken, _ = read(
        b'<ns0:r xmlns:ns0="http://wordpress.org/export/1.1/" xmlns:ns1="http://wordpress.org/export/1.1/excerpt/"'
        b' xmlns:ns2="other"><ns0:a/><ns1:encoded/><ns2:b/><c/></ns0:r>'
    )

    assert [one.tag for one in taken] == ["wp:a", "excerpt:encoded", "ns2:b", "c"]


def test_a_plain_doctype_is_tolerated() -> None:
    taken, _ = read(b"<!DOCTYPE r><r><a/></r>")

    assert len(taken) == 1


BOMB = b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><r>&b;</r>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.xml:1: not XML (no element found): expected an XML document"),
        (b'{"a": 1}', "x.xml:1: not XML (not well-formed (invalid token)): expected an XML document"),
        (b"<r>\n<a>", "x.xml:2: truncated: expected the end of <r>"),
        (b"<r>\n<a><![CDATA[x", "x.xml:2: truncated: expected the end of <r>"),
        (b"<r>\n<a></", "x.xml:2: truncated: expected the end of <r>"),
        (b"<r>\n<a></b></r>", "x.xml:2: damaged XML (mismatched tag): expected well-formed XML"),
        (b"<r/><r/>", "x.xml:1: damaged XML (junk after document element): expected well-formed XML"),
        (BOMB, "x.xml:1: declarations of its own in DOCTYPE r: expected none"),
        (b'\n<!DOCTYPE r SYSTEM "file:///x"><r/>', "x.xml:2: an external DTD in DOCTYPE r: expected none"),
    ],
    ids=["nothing", "JSON", "text", "CDATA", "tag", "mismatch", "two roots", "entities", "external DTD"],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data)

    assert caught.value.message == message


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        (b"<r>" + b"<a>" * 201 + b"</a>" * 201 + b"<b/></r>", {}, "elements nested more than 200 deep"),
        (b"<r>" + b"<a>" * 10**6, {}, "elements nested more than 200 deep"),
        (b"<r><a><b/></a></r>", {"xml_depth": 2}, "elements nested more than 2 deep"),
        (
            b"<r><a " + b" ".join(b'a%d=""' % number for number in range(1001)) + b"/></r>",
            {},
            "more than 1,000 attributes in <a>",
        ),
        (b'<r><a b="' + b"x" * 10**7 + b'"/></r>', {}, "a tag or comment longer than 1,048,576 bytes"),
        (b"<r><!--" + b"x" * 10**7 + b"--></r>", {}, "a tag or comment longer than 1,048,576 bytes"),
        (
            b"<r><a>" + b"x\n" * 10**6 + b"</a></r>",
            {"text_bytes": 10**6},
            "a text longer than 1,000,000 bytes",
        ),
        (
            b"<r>" + b"".join(b"<a%d/>" % number for number in range(12_000)) + b"</r>",
            {},
            "more than 10,000 different element names",
        ),
    ],
    ids=["deep", "deep and open", "own depth", "attributes", "attribute", "comment", "text", "names"],
)
def test_what_is_too_large_is_refused_in_one_line(data: bytes, limits: dict[str, int], message: str) -> None:
    with pytest.raises(LimitError) as caught:
        read(data, **limits)

    assert caught.value.message.startswith("x.xml:")
    assert caught.value.message.endswith(f": {message}")


def test_depth_and_texts_at_the_limit_are_read() -> None:
    taken, _ = read(b"<r>" + b"<a>" * 199 + b"</a>" * 199 + b"</r>")

    assert len(taken) == 1


PIECES = st.sampled_from(
    (b"<a>", b"</a>", b"<b/>", b"<![CDATA[", b"]]>", b"<!DOCTYPE a>", b"&", b"<a b='", b"'>")
)


@given(st.lists(st.one_of(PIECES, st.binary(max_size=8)), max_size=20).map(b"".join))
def test_random_bytes_raise_nothing_but_our_own_errors(data: bytes) -> None:
    try:
        taken, _ = read(b"<r>" + data)
    except KibbutzError:
        return
    assert all(isinstance(one, Element) for one in taken)

"""The bytes of a stranger's XML are mended before parsing, and every repair is counted."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget import examples
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.parsing import xmlbytes
from kibbutz_cli.readers.parsing.xmlbytes import HEAD, mended


def mend(data: bytes, *cuts: int) -> tuple[bytes, dict[str, int]]:
    budget = Budget(Limits(), "x.xml")
    edges = [0, *sorted(cuts), len(data)]
    chunks = [data[start:end] for start, end in pairwise(edges)]
    return b"".join(mended(chunks, budget)), budget.repairs


@pytest.mark.parametrize(
    ("given", "expected", "repair"),
    [
        ("<a>b</a>", "<a>b</a>", None),
        ("<a>b & c &x; &; &am</a>", "<a>b &amp; c &amp;x; &amp;; &amp;am</a>", xmlbytes.AMPERSAND),
        ('<a href="?a=1&b=2"/>', '<a href="?a=1&amp;b=2"/>', xmlbytes.AMPERSAND),
        ("<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x41;</a>",) * 2 + (None,),
        ("<a>&nbsp;&NotEqualTilde;</a>", "<a>&#160;&#8770;&#824;</a>", xmlbytes.ENTITY),
        (
            "<a><![CDATA[b & c &nbsp; <!-- ]]>&</a>",
            "<a><![CDATA[b & c &nbsp; <!-- ]]>&amp;</a>",
            xmlbytes.AMPERSAND,
        ),
        ("<a><!-- & <![CDATA[ -->&</a>", "<a><!-- & <![CDATA[ -->&amp;</a>", xmlbytes.AMPERSAND),
        ("<a>\x01b\x0b\ufffe\uffff</a>", "<a>\ufffdb\ufffd\ufffd\ufffd</a>", xmlbytes.FORBIDDEN),
        ("<a>&#0;&#x1F;&#xD800;&#1114112;</a>", "<a>" + "&#xFFFD;" * 4 + "</a>", xmlbytes.FORBIDDEN),
        ("<a>&#zz;&#;&#x;</a>", "<a>&amp;#zz;&amp;#;&amp;#x;</a>", xmlbytes.AMPERSAND),
        ("<a>&#X41;</a>", "<a>&#65;</a>", xmlbytes.ENTITY),
        ('`\n<?xml version="1.0"\n?>\n<a/>', "\n\n\n<a/>", xmlbytes.JUNK),
        ('<b>Warning</b>: in x.php\n<?xml version="1.0"?><a/>', "\n<a/>", xmlbytes.JUNK),
        ('\n \n<?xml version="1.0"?><a/>', "\n\n<a/>", None),
        ("\n x <a/>", "\n<a/>", xmlbytes.JUNK),
        ('<a xmlns="x"><![CDATA[<?xml version="1.0"?>]]></a>',) * 2 + (None,),
        ("", "", None),
        ("no markup", "no markup", None),
    ],
)
def test_what_is_mended_is_counted(given: str, expected: str, repair: str | None) -> None:
    text, repairs = mend(given.encode())

    assert text.decode() == expected
    assert list(repairs) == ([repair] if repair else [])


def test_stray_bytes_are_windows_1252_and_their_neighbours_stay() -> None:
    text, repairs = mend("<a>é ".encode() + b"\xe9 \x93x\x94 \x81</a>")

    assert text.decode() == "<a>é é “x” \x81</a>"
    assert repairs == {xmlbytes.BAD_UTF8: 4}


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "utf-32"),
        ("cp1252", "ISO-8859-1"),
        ("cp1251", "windows-1251"),
        ("shift_jis", "Shift_JIS"),
        ("utf-8", "US-ASCII"),
        ("utf-8", "utf-16"),
    ],
)
def test_declared_encodings_become_utf8(encoding: str, declared: str) -> None:
    words = {"cp1252": "é € “x”", "cp1251": "Привет", "shift_jis": "日本"}.get(encoding, "é日本😀")

    text, repairs = mend(f"<?xml version='1.0' encoding='{declared}'?><a>{words}</a>".encode(encoding))

    assert text.decode() == f"<a>{words}</a>"
    assert repairs == {}


@pytest.mark.parametrize("name", ["windows-874x", "8bit", "zlib", "punycode", "", "idna", "\xff"])
def test_encodings_nobody_knows_are_read_as_utf8(name: str) -> None:
    text, repairs = mend(f'<?xml version="1.0" encoding="{name}"?><a>é</a>'.encode())

    assert text.decode() == "<a>é</a>"
    assert repairs == {xmlbytes.UNKNOWN_ENCODING: 1}


def test_bytes_the_declared_encoding_does_not_know_are_replaced() -> None:
    text, repairs = mend(b'<?xml version="1.0" encoding="windows-1253"?><a>\xaa\xd2</a>')

    assert text.decode() == "<a>\ufffd\ufffd</a>"
    assert repairs == {xmlbytes.BAD_ENCODED: 2}


def test_lines_keep_their_numbers() -> None:
    text, _ = mend(b'\n\n<?xml version="1.0"?>\n<a>\n&\x00</b>')

    with pytest.raises(ElementTree.ParseError, match="line 5"):
        ElementTree.fromstring(text)


FRAGMENTS = st.sampled_from(
    [
        "<![CDATA[",
        "]]>",
        "]",
        "<!--",
        "-->",
        "-",
        "<",
        "<a>",
        "</a>",
        "&",
        "&amp;",
        "&nbsp;",
        "&#1;",
        "&#x41;",
    ]
) | st.sampled_from(
    ["é", "😀", "\ufffe", "\x01", "\n", "`", "x" * 50, "<?xml ?>", "<?xml version='1.0' encoding='utf-16'?>"]
)
PIECES = st.one_of(FRAGMENTS.map(str.encode), st.binary(max_size=3))


@st.composite
def documents(draw: st.DrawFn) -> tuple[bytes, list[int]]:
    data = b"".join(draw(st.lists(PIECES, max_size=30)))
    filler = b" " * draw(st.sampled_from([0, 0, HEAD - 3, HEAD]))
    data = draw(st.sampled_from([filler + data, b"<a>" + filler + data]))
    cuts = draw(st.lists(st.integers(0, len(data)), max_size=12))
    near = [len(data) - cut for cut in draw(st.lists(st.integers(0, min(len(data), 60)), max_size=12))]
    return data, cuts + near


@examples(100)
@given(documents())
def test_where_chunks_are_cut_changes_nothing(document: tuple[bytes, list[int]]) -> None:
    data, cuts = document

    assert mend(data, *cuts) == mend(data)


@given(st.binary(max_size=60), st.booleans())
def test_any_bytes_become_legal_utf8(data: bytes, element: bool) -> None:
    text, _ = mend(b"<a>" + data.replace(b"<", b"") + b"</a>" if element else data)

    characters = text.decode()

    assert not any(ord(one) < 0x20 and one not in "\t\n\r" for one in characters)


def test_chunks_come_as_they_are_read() -> None:
    read = []

    def chunks() -> Iterator[bytes]:
        for number in range(4):
            read.append(number)
            yield b"<a>" + b"x" * HEAD

    next(mended(chunks(), Budget(Limits(), "x.xml")))

    assert len(read) < 4

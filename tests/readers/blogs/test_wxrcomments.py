"""Comments read by pattern are the comments an XML parser reads, whatever is in them and around them."""

import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget import examples
from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Activity, Outcome
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.blogs import wordpress, wxrcomments
from kibbutz_cli.readers.blogs.wxrcomments import TAGS, CommentCutter
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.parsing import xmlruns, xmlstream

FILLER = f"<!--{' ' * 5000}-->"
"""Nothing is cut out of the first 4 kB, which are parsed at once."""

COMMENT = (
    "<wp:comment><wp:comment_id>{0}</wp:comment_id><wp:comment_author><![CDATA[Ann]]></wp:comment_author>"
    "<wp:comment_author_email><![CDATA[ann@x.example]]></wp:comment_author_email><wp:comment_author_url/>\n"
    "<wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>"
    "<wp:comment_date>2024-01-01 10:00:00</wp:comment_date>"
    "<wp:comment_date_gmt>2024-01-01 09:00:00</wp:comment_date_gmt>"
    "<wp:comment_content><![CDATA[{1}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved>"
    "<wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent>"
    "<wp:comment_user_id>0</wp:comment_user_id>{2}</wp:comment>\n"
)
META = (
    "<wp:commentmeta><wp:meta_key>k</wp:meta_key><wp:meta_value><![CDATA[v]]></wp:meta_value>"
    "</wp:commentmeta>"
)


class OneFile:
    """A tree of one file held in memory."""

    path = "blog.xml"
    single = True

    def __init__(self, data: bytes) -> None:
        self._data = data

    def names(self) -> list[str]:
        return ["blog.xml"]

    def open(self, name: str) -> io.BytesIO:
        return io.BytesIO(self._data)

    def local(self, name: str) -> str | None:
        return None

    def head(self, name: str, size: int = 65536) -> bytes:
        return self._data[:size]


def document(body: str, head: str = "") -> bytes:
    return (
        f"<rss{head}><channel><link>http://b.example/</link>{FILLER}<item><dc:creator>bob</dc:creator>"
        f"<wp:post_id>1</wp:post_id><content:encoded>words</content:encoded>{body}</item></channel></rss>"
    ).encode()


def outcomes(
    data: bytes, chunk: int = 64 * 1024, *, cutting: bool = True, limits: Limits | None = None
) -> tuple[list[Outcome], dict[str, int], str]:
    """Return all that reading a file tells: its outcomes, its repairs and unknown elements, its fault."""
    budget = Budget(limits or Limits(), "blog.xml")
    told: list[Outcome] = []
    fault = ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xmlstream, "CHUNK", chunk)
        patch.setattr(wordpress, "CUTTING", cutting)
        try:
            told += wordpress.read(OneFile(data), budget)
        except KibbutzError as exc:
            fault = exc.message
    # How much was told before a fault depends on where the chunks were cut.
    return ([] if fault else told), ({} if fault else budget.repairs | budget.unknown), fault


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the numbers of comments that are cut out, run by run, as the test goes on."""
    counts: list[int] = []
    real = CommentCutter.comments

    def counted(self: CommentCutter, element: Element) -> list[wxrcomments.Comment]:
        ours = element.get(self.key) is not None
        comments = real(self, element)
        counts.extend([len(comments)] if ours else [])
        return comments

    monkeypatch.setattr(CommentCutter, "comments", counted)
    return counts


def texts() -> st.SearchStrategy[str]:
    hostile = st.sampled_from(
        (
            "<wp:comment>", "</wp:comment>", "<wp:comment_id>9</wp:comment_id>", "]]>", "]]]]><![CDATA[>",
            "]", "]]", "<!--", "-->", "--", "<?php", "?>", "&", "&amp;", "&nbsp;", "&#65;", "<b>", "</b>",
            ">", "<", "\r\n", "\r", "\n", "\t", " ", "é", "ű", "日本", "\x01", "<![CDATA[",
            "]]></wp:comment_content>", "item", "0", "<item>", "</item>", COMMENT.format(77, "x", ""),
        )
    )  # fmt: skip
    return st.lists(hostile | st.text("ab ]>", max_size=4), max_size=4).map("".join)


@st.composite
def elements(draw: st.DrawFn, tag: str, usual: str) -> str:
    text = draw(st.just(usual) | texts())
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    split = text.replace("]]>", "]]]]><![CDATA[>")
    whole = text.replace("]]>", "")
    usual_form = st.sampled_from((f"<{tag}><![CDATA[{whole}]]></{tag}>", f"<{tag}>{safe}</{tag}>"))
    odd_form = st.sampled_from(
        (
            f"<{tag}><![CDATA[{split}]]></{tag}>",
            f"<{tag}/>",
            f"<{tag}> <![CDATA[a]]><b>c</b> </{tag}>",
            f"<{tag}>{text}</{tag}>",
            f'<{tag} a="b">{usual}</{tag}>',
        )
    )
    return draw(st.one_of(usual_form, usual_form, usual_form, odd_form))


USUAL = dict.fromkeys((*TAGS, "wp:comment_author_IP"), "") | {
    "wp:comment_id": "5", "wp:comment_author": "Ann", "wp:comment_author_email": "ann@x.example",
    "wp:comment_date": "2024-01-01 10:00:00", "wp:comment_date_gmt": "2024-01-01 09:00:00",
    "wp:comment_content": "some words", "wp:comment_approved": "1", "wp:comment_parent": "0",
}  # fmt: skip


@st.composite
def comments(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 2)):
        words = draw(texts()).replace("]]>", "]] >")
        return COMMENT.format(draw(st.integers(1, 9)), words, draw(st.sampled_from(("", "", META, META * 2))))
    tags = list(USUAL)
    match draw(st.integers(0, 4)):
        case 0:
            tags = draw(st.permutations(tags))
        case 1:
            tags.remove(draw(st.sampled_from(tags)))
        case 2:
            tags.append(draw(st.sampled_from([*tags, "wp:other", "wp:comment"])))
    space = draw(st.sampled_from(("", "\n\t", "\r\n", " x ", "<!-- ]]> -->", "<?x y?>")))
    return f"<wp:comment>{space.join(draw(elements(tag, USUAL.get(tag, ''))) for tag in tags)}</wp:comment>"


AROUND = (
    "", "\n", " \r\n", "<!-- <wp:comment> -->", "<!-- <![CDATA[ -->", "<![CDATA[ <!-- ]]>",
    "<?x <wp:comment> ?>", "<a>", "</a>", "<wp:comment>", "</wp:comment>", "<wp:comment/>",
    "</item><item><wp:post_id>2</wp:post_id>", "<content:encoded>", "</content:encoded>", "<wp:postmeta>",
    "</wp:postmeta>", "<title><![CDATA[", "]]></title>", "<!-- ", " -->", "<?", "?>", '<a b="', '"/>',
    "</item>", "<item>", "&", "words", "<dc:creator>", "</dc:creator>", "</item><wp:author><wp:author_login>",
    "</wp:author_login></wp:author><item>",
)  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> str:
    parts = [COMMENT.format(1, "first", "")]
    for _ in range(draw(st.integers(1, 6))):
        parts.append(draw(st.sampled_from(AROUND)) if draw(st.integers(0, 3)) == 0 else "")
        parts.append(draw(comments()))
    return "".join(parts)


@examples(40)
@given(bodies(), st.sampled_from((7, 100, 700, 4000, 65536)), st.sampled_from(("", ' xmlns:wp="u"')))
def test_what_is_cut_out_is_what_the_parser_reads(body: str, chunk: int, head: str) -> None:
    data = document(body, head)

    assert outcomes(data, chunk) == outcomes(data, cutting=False)


@given(st.lists(comments(), max_size=4), st.sampled_from((100, 65536)))
def test_well_formed_comments_in_any_form_are_the_same(parts: list[str], chunk: int) -> None:
    data = document(COMMENT.format(1, "first", "") + "".join(parts) + COMMENT.format(2, "last", ""))

    assert outcomes(data, chunk) == outcomes(data, cutting=False)


def test_comments_like_the_first_one_are_cut_out_in_runs(cut: list[int]) -> None:
    run = "".join(COMMENT.format(number, f"[{number}] & <b>", META * (number % 3)) for number in range(1, 51))

    told, repairs, fault = outcomes(document(run + "<wp:post_type>post</wp:post_type>" + run), 10**6)

    assert cut == [49, 50]
    assert (len(told), repairs, fault) == (101, {"undeclared namespace prefixes": 3}, "")


@pytest.mark.parametrize(
    "body",
    [
        "<content:encoded>{}</content:encoded>",
        "<wp:post_name>x{}</wp:post_name>",
        "<wp:comment><wp:comment_id>8{}</wp:comment_id><wp:comment_author>C</wp:comment_author></wp:comment>",
        "</item>{}<item><dc:creator>x{}y</dc:creator><wp:post_id>3</wp:post_id>",
        "</item></channel>{}<channel><item>{}</item></channel><channel><item>",
        "<a><b>{}</b></a>",
    ],
)
def test_comments_elsewhere_than_in_items_are_read_as_the_parser_reads_them(body: str) -> None:
    block = COMMENT.format(5, "inner", META)
    data = document(COMMENT.format(1, "first", "") * 2 + body.replace("{}", f"{block}{block} tail ") + block)

    assert outcomes(data) == outcomes(data, cutting=False)


def test_text_about_comments_is_not_cut(cut: list[int]) -> None:
    block = COMMENT.format(5, "x", "").replace("]]>", "]]]]><![CDATA[>")
    words = f"<title><![CDATA[{block}]]></title><!--{block}--><?p {block.replace('?', '')}?>"

    told, _, fault = outcomes(document(COMMENT.format(1, "first", "") + words))

    assert (cut, len(told), fault) == ([], 2, "")


@pytest.mark.parametrize("damage", ["<a></b>", "\n&#x\n</item></item>", "<a <b>", "]]>"])
def test_faults_after_comments_name_their_line(damage: str) -> None:
    block = COMMENT.format(5, "two\nlines\r\nthree\rfour", META)
    data = document(block * 5 + "\n" + damage)

    faults = {
        outcomes(data, chunk, cutting=cutting)[2] for chunk in (100, 65536) for cutting in (True, False)
    }

    assert len(faults) == 1
    assert "blog.xml:" in faults.pop()


def test_line_ends_in_comments_are_one_character(cut: list[int]) -> None:
    block = COMMENT.format(5, "a\r\nb\rc\nd", "")

    told = outcomes(document(block * 2))[0]

    assert cut == [1]
    assert [one.text_len for one in told if isinstance(one, Activity)] == [5, 7, 7]


@pytest.mark.parametrize("limits", [Limits(text_bytes=300), Limits(xml_depth=5)], ids=["text", "depth"])
def test_nothing_is_cut_past_the_limits(limits: Limits, cut: list[int]) -> None:
    data = document(COMMENT.format(5, "x", "") * 3)

    assert outcomes(data, limits=limits) == outcomes(data, cutting=False, limits=limits)
    assert cut == []


def test_long_comments_are_left_to_the_parser(cut: list[int]) -> None:
    data = document(COMMENT.format(1, "x", "") + COMMENT.format(2, "y" * xmlruns.LONGEST, "") * 2)

    assert outcomes(data, 1000) == outcomes(data, cutting=False)
    assert cut == []


def test_a_document_in_which_nothing_fits_is_left_alone_after_a_while() -> None:
    data = document("<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>" * (xmlruns.MISFITS + 200))

    assert outcomes(data) == outcomes(data, cutting=False)


def test_other_prefixes_for_the_words_of_wordpress_are_read_by_the_parser(cut: list[int]) -> None:
    head = ' xmlns:a="http://wordpress.org/export/1.2/" xmlns:wp="http://purl.org/dc/elements/1.1/"'
    data = document(COMMENT.format(1, "x", "") * 3, head)

    assert outcomes(data) == outcomes(data, cutting=False)
    assert cut == []


def forms() -> Iterator[str]:
    """Yield comments written in more ways than are kept in mind: one element in every place."""
    moved = "<wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>"
    for number, tag in enumerate(TAGS):
        block = COMMENT.format(number, "x", "").replace(moved, "")
        yield block.replace(f"<{tag}", f"{moved}<{tag}", 1) * 3


def test_many_ways_to_write_comments_are_learned_and_no_more(cut: list[int]) -> None:
    data = document("".join(forms()))

    assert outcomes(data) == outcomes(data, cutting=False)
    assert sum(cut) == wxrcomments.TEMPLATES * 2


def test_a_comment_with_an_element_nobody_knows_is_told_and_left_to_the_parser(cut: list[int]) -> None:
    usual = COMMENT.format(1, "x", "")
    odd = COMMENT.format(2, "x", "<wp:comment_mood>fine</wp:comment_mood>")
    data = document(odd + usual * 3 + odd + usual * 3)

    assert outcomes(data) == outcomes(data, cutting=False)
    assert outcomes(data)[1] == {"comment.wp:comment_mood": 2, xmlstream.UNDECLARED: 3}
    cut.clear()
    outcomes(data)
    assert sum(cut) == 5


def test_every_real_export_is_read_alike_with_and_without(shared: Path) -> None:
    for path in sorted((shared / "exports" / "wordpress-wxr").rglob("*.[xw]*")):
        told = []
        for cutting in (True, False):
            budget = Budget(Limits(), str(path))
            with pytest.MonkeyPatch.context() as patch, open_tree(str(path), budget) as tree:
                patch.setattr(wordpress, "CUTTING", cutting)
                told.append((list(wordpress.read(tree, budget)), budget.records, budget.repairs))
            assert budget.unknown == {}, path
        assert told[0] == told[1], path

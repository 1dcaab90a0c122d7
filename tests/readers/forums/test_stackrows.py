"""Rows read by pattern are the rows an XML parser reads, whatever is in them and around them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget import examples
from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Outcome
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.readers.forums import stackexchange
from kibbutz_cli.readers.forums.stackrows import Row
from kibbutz_cli.readers.parsing import xmlruns, xmlstream
from kibbutz_cli.readers.parsing.xmlruns import Run

HEAD = f'<?xml version="1.0" encoding="utf-8"?>\n<posts>\n<!--{" " * 5000}-->\n'
"""Nothing is cut out of the first 4 kB, which are parsed at once."""

ROW = (
    '  <row Id="{0}" PostTypeId="1" CreationDate="2020-02-01T10:00:00.{0:03}" Score="3" ViewCount="9" '
    'Body="{1}" OwnerUserId="7" Title="{2}" Tags="&lt;beans&gt;" />\n'
)
USUAL = "&lt;p&gt;Why &amp;amp; &quot;how&quot;?&lt;/p&gt;&#xA;"


def document(body: str) -> bytes:
    return f"{HEAD}{body}</posts>\n".encode("utf-8", "surrogatepass")


def outcomes(
    folder: Path, data: bytes, chunk: int = 64 * 1024, *, cutting: bool = True, limits: Limits | None = None
) -> tuple[list[Outcome], dict[str, int], str]:
    """Return all that reading a file tells: its outcomes, its repairs and unknown fields, its fault."""
    path = folder / "Posts.xml"
    path.write_bytes(data)
    budget = Budget(limits or Limits(), str(path))
    told: list[Outcome] = []
    fault = ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xmlstream, "CHUNK", chunk)
        patch.setattr(stackexchange, "CUTTING", cutting)
        try:
            with open_tree(str(path), budget) as tree:
                told += stackexchange.read(tree, budget)
        except KibbutzError as exc:
            fault = str(exc)
    # How much was told before a fault depends on where the chunks were cut.
    return ([] if fault else told), ({} if fault else budget.repairs | budget.unknown), fault


def both(
    folder: Path, data: bytes, chunk: int = 64 * 1024, limits: Limits | None = None
) -> tuple[list[Outcome], dict[str, int], str]:
    """Return what reading a file tells with and without cutting, which is the same."""
    told = outcomes(folder, data, chunk, limits=limits)
    assert told == outcomes(folder, data, cutting=False, limits=limits)
    return told


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the numbers of rows that are cut out, run by run, as the test goes on."""
    counts: list[int] = []

    def counted(rows: list[Row], source: str) -> Run[Row]:
        counts.append(len(rows))
        return Run(rows, source)

    monkeypatch.setattr(xmlruns, "Run", counted)
    return counts


HOSTILE = (
    "<", ">", "/>", "<row ", "<row Id=", '"', "'", "&", "&amp;", "&lt;", "&amp;lt;", "&#xA;", "&#10;",
    "&#xD;", "&#13;", "&#x9;", "&#9;", "&#39;", "&apos;", "&nbsp;", "&#0;", "&#x41;", "&lt", "& ;", "&;",
    "&&lt;", "\t", "\n", "\r\n", "\r", " ", "é", "日", "\x01", "\ufffe", "\x85", "\u2028", "<!--", "-->",
    "<![CDATA[", "]]>", '" Score="1', '" Id="2', "</posts>",
)  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(HOSTILE) | st.text("ab =/", max_size=4), max_size=4).map("".join)


ATTRIBUTES = ("Id", "PostTypeId", "ParentId", "CreationDate", "Score", "Body", "OwnerUserId", "Title", "Mood")


@st.composite
def rows(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 2)):
        return ROW.format(
            draw(st.integers(1, 9)), draw(st.just(USUAL) | texts()), draw(st.just("x") | texts())
        )
    names = draw(st.lists(st.sampled_from(ATTRIBUTES), max_size=6))
    space = draw(st.sampled_from((" ", " ", " ", "  ", "\n", "\t")))
    mark = draw(st.sampled_from(('"', '"', '"', "'")))
    ends = (" />\n", "/>\n", "/>", " />\r\n", " />\r", "></row>\n", ">x</row>\n", "  />\n")
    values = [draw(st.just("1") | texts()) for _ in names]
    written = [f"{space}{name}={mark}{value}{mark}" for name, value in zip(names, values, strict=True)]
    return f"<row{''.join(written)}{draw(st.sampled_from(ends))}"


AROUND = (
    "", "\n", " \r\n", "\t", "<!-- <row Id='1'/> -->", "<![CDATA[ <row Id='2'/> ]]>", "<?x <row ?>", "<a>",
    "</a>", "<row/>", "<row ", "<line/>", "<row>", "</row>", "words", "&", "<!-- ", " -->", "</posts>",
    '<a b="', '"/>', "<rows/>",
)  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> str:
    parts = [ROW.format(1, USUAL, "x")] * draw(st.integers(1, 3))
    for _ in range(draw(st.integers(1, 6))):
        parts.append(draw(st.sampled_from(AROUND)) if draw(st.integers(0, 3)) == 0 else "")
        parts.append(draw(rows()))
    return "".join(parts)


@examples(40)
@given(bodies(), st.sampled_from((7, 100, 700, 65536)))
def test_what_is_cut_out_is_what_the_parser_reads(
    tmp_path_factory: pytest.TempPathFactory, body: str, chunk: int
) -> None:
    both(tmp_path_factory.getbasetemp(), document(body), chunk)


def test_rows_like_the_first_one_are_cut_out_in_runs(tmp_path: Path, cut: list[int]) -> None:
    run = "".join(ROW.format(number, USUAL, "x") for number in range(1, 51))

    told, repairs, fault = both(tmp_path, document(run + "<!-- -->" + run), 10**6)

    assert cut == [49, 50]
    assert (len(told), repairs, fault) == (100, {}, "")


def test_attributes_may_be_left_out_and_come_in_any_order_that_is_kept(
    tmp_path: Path, cut: list[int]
) -> None:
    kinds = (
        '<row Id="{}" PostTypeId="1" CreationDate="2020-02-01" Body="a" OwnerUserId="7" />\n',
        '<row Id="{}" PostTypeId="2" ParentId="1" CreationDate="2020-02-01" Body="b" OwnerUserId="8" />\n',
        '<row Id="{}" PostTypeId="1" AcceptedAnswerId="2" CreationDate="2020-02-01" Body="c" />\n',
        '<row Id="{}" PostTypeId="1" ParentId="3" AcceptedAnswerId="2" Score="4" Body="c" />\n',
    )

    both(tmp_path, document("".join(kinds[number % 4].format(number) for number in range(40))), 10**6)

    # The first row of each kind is read by the parser.
    assert sum(cut) == 36


def test_rows_in_another_order_are_left_to_the_parser(tmp_path: Path, cut: list[int]) -> None:
    usual, odd = '<row Id="1" PostTypeId="1" Body="a"/>\n', '<row PostTypeId="1" Id="1" Body="a"/>\n'

    both(tmp_path, document((usual + odd) * 3), 10**6)

    assert cut == [1, 1]


@pytest.mark.parametrize(
    "value",
    ["&apos;", "&nbsp;", "&", "&lt", "&#65;", "a\nb", "a\r\nb", "a\rb", "<", "<row ", "\x01"],
    ids=ascii,
)
def test_unusual_values_are_left_to_the_parser(tmp_path: Path, cut: list[int], value: str) -> None:
    usual = ROW.format(1, USUAL, "x")
    for odd in (ROW.format(2, value, "x"), ROW.format(2, "x", value)):
        cut.clear()

        both(tmp_path, document(usual * 3 + odd + usual * 3), 10**6)

        # A forbidden character is mended before anybody reads it.
        assert sum(cut) in ((6,) if value == "\x01" else (5, 2))


@pytest.mark.parametrize(
    "value", ["a\tb", "&#xA;&#10;&#xD;&#13;&#x9;&#9;&#39;", "&amp;lt; &amp;#10;", "é日", ">"]
)
def test_usual_values_mean_what_they_mean_to_the_parser(tmp_path: Path, cut: list[int], value: str) -> None:
    both(tmp_path, document(ROW.format(1, USUAL, "x") * 2 + ROW.format(2, value + "x", value)))

    assert cut == [2]


def test_an_unknown_field_is_told_each_time_and_left_to_the_parser(tmp_path: Path, cut: list[int]) -> None:
    usual = ROW.format(1, USUAL, "x")
    odd = usual.replace("<row ", '<row Mood="fine" ')

    _, unknown, _ = both(tmp_path, document(odd + usual * 3 + odd + usual * 3), 10**6)

    assert unknown == {"Mood": 2}
    assert cut == [2, 3]


@pytest.mark.parametrize(
    "body",
    ["<group>{}</group>", "<row>{}</row>", "<row><a>{}</a></row>", "<a>x{}y</a>"],
)
def test_rows_elsewhere_than_below_the_root_are_read_as_the_parser_reads_them(
    tmp_path: Path, body: str
) -> None:
    block = ROW.format(1, USUAL, "x")

    both(tmp_path, document(block * 2 + body.format(block * 2) + block))


def test_rows_below_another_root_are_read_as_the_parser_reads_them(tmp_path: Path) -> None:
    data = document(ROW.format(1, USUAL, "x") * 5).replace(b"posts>", b"entries>")

    told, _, fault = both(tmp_path, data)

    assert (len(told), fault) == (5, "")


def test_a_row_that_is_the_root_is_none_of_ours(tmp_path: Path) -> None:
    both(tmp_path, (ROW.format(1, USUAL, "x") * 300).encode())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""], ids=ascii)
@pytest.mark.parametrize(
    "damage", ["<a></b>", "<row Id='1' Id='1'/>", "<a <b>", "</posts><row Id='1'/>", "<row"]
)
def test_faults_after_rows_name_their_line(tmp_path: Path, damage: str, end: str) -> None:
    data = document(ROW.format(1, USUAL, "x").replace("\n", end) * 9 + damage)

    faults = {
        outcomes(tmp_path, data, chunk, cutting=cutting)[2]
        for chunk in (7, 100, 65536)
        for cutting in (True, False)
    }

    assert len(faults) == 1
    assert "Posts.xml:" in faults.pop()


@pytest.mark.parametrize("limits", [Limits(text_bytes=300), Limits(xml_depth=1)], ids=["text", "depth"])
def test_nothing_is_cut_where_limits_are_low(tmp_path: Path, limits: Limits, cut: list[int]) -> None:
    both(tmp_path, document(ROW.format(1, USUAL, "x") * 5), limits=limits)

    assert cut == []


def test_long_rows_are_left_to_the_parser(tmp_path: Path, cut: list[int]) -> None:
    long = ROW.format(2, "y" * 2 * xmlruns.LONGEST, "x")

    both(tmp_path, document(ROW.format(1, "x", "x") + long * 2), 1000)

    assert cut == []


def test_a_row_too_long_for_the_parser_is_refused(tmp_path: Path) -> None:
    long = ROW.format(2, "y" * (xmlstream.TOKEN + 200_000), "x")

    _, _, fault = both(tmp_path, document(ROW.format(1, "x", "x") * 3 + long))

    assert "a tag or comment longer than 1,048,576 bytes" in fault


def test_a_document_in_which_nothing_fits_is_left_alone_after_a_while(tmp_path: Path, cut: list[int]) -> None:
    odd = "<row Mood='1'/>\n" * xmlruns.MISFITS

    both(tmp_path, document(odd + ROW.format(1, USUAL, "x") * 50))
    both(tmp_path, document(odd * 2 + ROW.format(1, USUAL, "x") * 50))

    assert cut == []


def test_the_real_dump_is_read_alike_with_and_without(shared: Path) -> None:
    folder = shared / "exports" / "stackexchange" / "quantumcomputing-2018-12"
    told = []
    for cutting in (True, False):
        budget = Budget(Limits(), str(folder))
        with pytest.MonkeyPatch.context() as patch, open_tree(str(folder), budget) as tree:
            patch.setattr(stackexchange, "CUTTING", cutting)
            deeds = list(stackexchange.read(tree, budget))
            told.append((deeds, [*stackexchange.identities(tree, budget)], budget.records, budget.repairs))

    assert told[0] == told[1]

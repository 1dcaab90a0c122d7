"""The laws of a metric: every one of ours keeps them on the example community, and each finds its fault."""

from pathlib import Path

import pytest

from kibbutz_cli import testing

ROOT = Path(__file__).resolve().parents[2]
METRICS = sorted((ROOT / "src" / "kibbutz_cli" / "scoring" / "metrics").rglob("*.sql"))
COMMUNITY = [str(ROOT / "examples" / "community" / name) for name in ("forum.csv", "blog.wxr.xml")]

HEADER = """\
-- element = "social"
-- kind = "{kind}"
-- unit = "deeds"
-- needs = ["dates"]
-- says = "How much you did."
-- source = "nobody"
-- fails = "always"
"""


@pytest.mark.parametrize("law", testing.METRIC_LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("file", METRICS, ids=lambda file: file.stem)
def test_a_metric_of_ours_keeps_the_law(law: testing.MetricLaw, file: Path) -> None:
    law(file, COMMUNITY)


@pytest.mark.parametrize(
    ("law", "kind", "queries", "told"),
    [
        (
            testing.finds_nothing_in_nothing,
            "amount",
            (
                "select 1 as member, 1.0 as amount, 0.0 as squares",
                "select deed, 1.0 as amount from deeds",
            ),
            "rows of a community without deeds",
        ),
        (
            testing.measures_each_member_once,
            "amount",
            (
                "select member, 1.0 as amount, 0.0 as squares from deeds",
                "select deed, 1.0 as amount from deeds",
            ),
            "stops the scoring: .*one row a member",
        ),
        (
            testing.measures_each_member_once,
            "amount",
            (
                "select member, 1.0 as amount, 0.0 as squares from members where deeds < 0",
                "select deed, 1.0 as amount from deeds",
            ),
            "measures nobody",
        ),
        (
            testing.measures_each_member_once,
            "amount",
            (
                "select member - 100000 as member, 1.0 as amount, 0.0 as squares from members",
                "select deed, 1.0 as amount from deeds",
            ),
            "somebody who is not there",
        ),
        (
            testing.stays_in_bounds,
            "rate",
            (
                "select member, deeds + 1.0 as hits, deeds as trials from members",
                "select deed, 1.0 as amount from deeds",
            ),
            "stops the scoring: .*no more than trials",
        ),
        (
            testing.stays_in_bounds,
            "amount",
            (
                "select member, 1.0 as amount, -1.0 as squares from members",
                "select deed, 1.0 as amount from deeds",
            ),
            "stops the scoring: .*squares of 0 or more",
        ),
        (
            testing.stays_in_bounds,
            "amount",
            (
                "select member, -1.0 as amount, 1.0 as squares from members",
                "select deed, 1.0 as amount from deeds",
            ),
            "negative",
        ),
        (
            testing.stays_in_bounds,
            "amount",
            (
                "select member, cast('inf' as double) as amount, 1.0 as squares from members",
                "select deed, 1.0 as amount from deeds",
            ),
            "stops the scoring: .*inf",
        ),
        (
            testing.stays_in_bounds,
            "amount",
            (
                "select member, 1e35 as amount, 1.0 as squares from members",
                "select deed, 1.0 as amount from deeds",
            ),
            "stops the scoring: .*a finite amount.*1e\\+35",
        ),
        (
            testing.has_evidence,
            "amount",
            (
                "select member, 1.0 as amount, 0.0 as squares from members",
                "select deed, 1.0 as amount from deeds where deed < 0",
            ),
            "has something, and no evidence",
        ),
        (
            testing.has_evidence,
            "amount",
            (
                "select member, 1.0 as amount, 0.0 as squares from members",
                "select 0 - deed as deed, 1.0 as amount from deeds",
            ),
            "evidence that is no deed",
        ),
        (
            testing.has_evidence,
            "amount",
            (
                "select member, 1.0 as amount, 0.0 as squares from members",
                "select deed, cast('nan' as double) as amount from deeds",
            ),
            "evidence is not finite",
        ),
    ],
    ids=lambda each: getattr(each, "__name__", None),
)
def test_each_law_finds_its_fault(
    law: testing.MetricLaw, kind: str, queries: tuple[str, str], told: str, tmp_path: Path
) -> None:
    file = tmp_path / "faulty.sql"
    target = "" if kind == "rate" else "-- target = 5\n"
    file.write_text(f"{HEADER.format(kind=kind)}{target}{queries[0]}\n;\n-- evidence\n{queries[1]}\n")

    with pytest.raises(AssertionError, match=told):
        law(file, COMMUNITY)


@pytest.mark.parametrize("law", testing.METRIC_LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("header", ["", HEADER.format(kind="amount")], ids=["no header", "no query"])
def test_a_file_that_is_no_metric_breaks_every_law(
    law: testing.MetricLaw, header: str, tmp_path: Path
) -> None:
    (tmp_path / "faulty.sql").write_text(f"{header}select\n-- evidence\nselect\n")

    with pytest.raises(AssertionError, match="faulty"):
        law(tmp_path / "faulty.sql", COMMUNITY)


def test_exports_that_cannot_show_the_metric_are_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="is not scored here"):
        testing.has_evidence(METRICS[0], [str(ROOT / "tests" / "fixtures" / "feeds" / "notes.rdf")])

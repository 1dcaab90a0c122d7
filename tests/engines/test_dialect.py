"""Every SQL text of ours keeps to what means the same on both engines; the list of functions is here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from kibbutz_cli.engines import dialect
from kibbutz_cli.errors import EngineError
from kibbutz_cli.scoring import metric

SCORING = Path(__file__).resolve().parents[2] / "src" / "kibbutz_cli" / "scoring"
EMBEDDED = SCORING / "members.sql"
FILES = sorted(path for path in SCORING.rglob("*.sql") if path != EMBEDDED)

FUNCTIONS = {
    "ABS",
    "AND",
    "CASE",
    "CAST",
    "CEIL",
    "COALESCE",
    "COUNT",
    "EXP",
    "FLOOR",
    "GREATEST",
    "IF",  # what sqlglot calls a branch of ``case``
    "LAG",
    "LEAD",
    "LEAST",
    "LN",
    "MAX",
    "MIN",
    "NULLIF",
    "OR",
    "RANK",
    "ROW_NUMBER",
    "SQRT",
    "STR_POSITION",
    "SUBSTRING",
    "SUM",
}
EXCEPTIONS = {
    "labelled.sql": {"LOWER"},
    "anchors.sql": {"TRANSLATE"},
    "handles.sql": {"TRIM"},
    "matches.sql": {"LENGTH", "LOWER", "REPLACE", "SPLIT_PART", "TRIM"},
}
"""What one file may use besides: names from a file of labels are compared without case, on one engine,
roles without the case of ASCII, and names without blanks around them, which is the same on both."""

TYPES = {"DOUBLE", "BIGINT", "INT", "DECIMAL"}
DIGITS = 38


@pytest.fixture(params=FILES, ids=lambda path: str(path.relative_to(SCORING)))
def path(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]  # pytest has no type for it


@pytest.fixture
def statements(path: Path) -> list[exp.Expr]:
    parsed = sqlglot.parse(path.read_text(encoding="utf-8"), read="duckdb")
    return [tree for tree in parsed if tree is not None]


def test_only_functions_of_the_list_are_used(path: Path, statements: list[exp.Expr]) -> None:
    used = {_name(node) for node in _all(statements, exp.Func)}

    assert used <= FUNCTIONS | EXCEPTIONS.get(path.name, set())


def test_a_statement_is_a_query(statements: list[exp.Expr]) -> None:
    assert all(isinstance(tree, exp.Query) for tree in statements)


def test_casts_are_to_numbers_and_texts_are_never_made_of_them(statements: list[exp.Expr]) -> None:
    for cast in _all(statements, exp.Cast):
        kind = cast.to.this.name
        assert kind in TYPES or isinstance(cast.this, exp.Null), cast.sql()
        if kind == "DECIMAL":
            digits, scale = (int(each.name) for each in cast.to.expressions)
            assert scale <= digits <= DIGITS, cast.sql()


def test_a_number_becomes_whole_by_floor_or_ceil_and_not_by_a_cast_that_may_round(
    statements: list[exp.Expr],
) -> None:
    for cast in _all(statements, exp.Cast):
        if cast.to.this.name in {"INT", "BIGINT"}:
            inner = cast.this.this if isinstance(cast.this, exp.Window) else cast.this
            assert isinstance(
                inner, exp.Floor | exp.Ceil | exp.RowNumber | exp.Sum | exp.Count | exp.Literal | exp.Null
            ), cast.sql()


def test_joins_say_on_what(statements: list[exp.Expr]) -> None:
    for join in _all(statements, exp.Join):
        assert not join.args.get("using"), join.sql()
        assert join.kind == "CROSS" or join.args.get("on"), join.sql()


def test_nothing_is_divided_by_zero_in_so_many_words(statements: list[exp.Expr]) -> None:
    for division in _all(statements, exp.Div):
        assert division.expression.sql() not in {"0", "0.0"}, division.sql()


def test_no_list_no_record_no_date_and_no_random_number(statements: list[exp.Expr]) -> None:
    forbidden = (exp.Array, exp.Struct, exp.Interval, exp.Lambda, exp.Bracket, exp.Pivot, exp.TableSample)

    assert [node.sql() for kind in forbidden for node in _all(statements, kind)] == []


def test_every_text_translates(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    one = metric.parse(path.stem, text, "ours") if "metrics" in path.parts else None

    for query in (one.query, one.evidence) if one else (text,):
        assert dialect.text(dialect.parsed(query))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("select 0.5 * x from t", "SELECT CAST(0.5 AS DOUBLE) * x FROM t"),
        ("select x / 7 from t", "SELECT CAST(x AS DOUBLE) / 7 FROM t"),
        (
            "select x / y from t",
            "SELECT IF(y = 0, CAST(x AS DOUBLE) * CAST('Infinity' AS DOUBLE), CAST(x AS DOUBLE) / y) FROM t",
        ),
        ("select x from t order by x", "SELECT x FROM t ORDER BY x NULLS LAST"),
        ("select x from t where y = ? and z = ?", "SELECT x FROM t WHERE y = :p1 AND z = :p2"),
        ("select '?' as mark, ?", "SELECT '?' AS mark, :p1"),
        ("select cast(null as varchar) as x", "SELECT CAST(NULL AS STRING) AS x"),
        (
            "with a as materialized (select x from t) select x from a",
            "WITH a AS (SELECT x FROM t) SELECT x FROM a",
        ),
    ],
)
def test_what_the_two_engines_mean_by_one_text_is_said_in_two(ours: str, theirs: str) -> None:
    assert dialect.text(dialect.parsed(ours)) == theirs


def test_a_table_is_called_by_its_other_name_where_no_with_hides_it() -> None:
    tree = dialect.parsed(
        "with a as (select x from b), b as (select x from a) select b.x from b inner join c on c.x = b.x"
    )

    text = dialect.text(dialect.renamed(tree, {"a": "t1", "b": "t2", "c": "t3"}))

    assert text == (
        "WITH a AS (SELECT x FROM t2 AS b), b AS (SELECT x FROM a) "
        "SELECT b.x FROM b INNER JOIN t3 AS c ON c.x = b.x"
    )


def test_a_recursion_may_be_given_another_table_for_itself() -> None:
    tree = dialect.parsed("select x from a inner join b on b.y = a.y")

    assert (
        dialect.text(dialect.renamed(tree, {"a": "round"}))
        == "SELECT x FROM round AS a INNER JOIN b ON b.y = a.y"
    )


@pytest.mark.parametrize(
    "text",
    ["select reflect('java.lang.System', 'exit', '1')", "select 1; select 2", "select from where", ""],
    ids=["a way out", "two", "none", "empty"],
)
def test_what_is_no_text_of_ours_is_refused(text: str) -> None:
    with pytest.raises(EngineError):
        dialect.parsed(text)


def _all(statements: list[exp.Expr], kind: type[exp.Expr]) -> Iterator[exp.Expr]:
    return (node for tree in statements for node in tree.find_all(kind))


def _name(node: exp.Expr) -> str:
    return str(node.this).upper() if isinstance(node, exp.Anonymous) else node.sql_name()

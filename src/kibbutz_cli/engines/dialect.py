"""Our SQL in the words of Spark: one text, parsed once, with the few places rewritten where the two differ.

What differs, and what is made of it:

* A number with a point is a decimal to both; arithmetic on it is decimal in Spark, so it is cast to double.
* ``a / b`` is division of doubles by IEEE 754: a zero below gives infinity, or no number above a zero.
* A double rounded to a decimal counts whole units, half away from zero, as DuckDB rounds; also in a sum.
* ``floor`` and ``ceil`` give whole numbers in Spark; they only meet arithmetic, which takes either.
* ``?`` becomes a named parameter, for a rewritten division says its operands twice.
* A column of doubles or floats that is cast to text is printed as DuckDB does: 12345678.0, not 1.2345678E7.
* Words of a type ``enum`` are texts. Nulls come last unless a query says otherwise.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

import sqlglot
from sqlglot import TokenType, exp
from sqlglot.errors import SqlglotError

from kibbutz_cli.errors import EngineError

Node = TypeVar("Node", bound=exp.Expr)

LARGEST_LONG_DIGITS = 18
"""A decimal of so many digits fits 64 bits."""

LARGEST_UNITS = 2**62
"""So many units of anything fit 64 bits, also with a sign and rounded."""

HALF = 32
"""Bits of the lower half of a number of 64 bits."""

UNKNOWN_FUNCTIONS = frozenset(
    (
        "epoch_us",
        "isfinite",
        "regexp_matches",
        "rint",
        "signum",
        "starts_with",
        "startswith",
        "strlen",
        "try_cast",
    )
)
"""Functions that sqlglot has no class for and that may pass; any other could reach outside the engine."""

PRINTED = """
  case
    when {0} rlike 'E' and abs(try_cast({0} as double)) >= 1e-4 and abs(try_cast({0} as double)) < 1e16
      then regexp_replace(cast(try_cast({0} as decimal(38, 21)) as string), '([.][0-9]+?)0+$', '$1')
    else regexp_replace(
      regexp_replace(replace(replace(lower({0}), 'infinity', 'inf'), '.0e', 'e'), 'e([0-9])', 'e+$1'),
      'e([+-])([0-9])$', 'e$10$2'
    )
  end"""
"""The text of a number with a point, from that of Spark: both print the fewest digits that mean it."""


@cache
def parsed(sql: str) -> exp.Expr:
    """Return a statement as a tree in which Spark's meaning is DuckDB's; not to be changed, but copied.

    Raises:
        EngineError: It is not one statement, or it uses what is not in the dialect.
    """
    try:
        (tree,) = sqlglot.parse(_with_named_parameters(sql), read="duckdb")
    except (SqlglotError, ValueError) as exc:
        raise EngineError(f"engine: expected one statement of our dialect: {first_line(sql)}") from exc
    if tree is None:
        raise EngineError("engine: expected a statement, got none")
    for function in tree.find_all(exp.Anonymous):
        if str(function.this).lower() not in UNKNOWN_FUNCTIONS:
            raise EngineError(
                f"engine: {function.this}: not a function of our dialect: in: {first_line(sql)}"
            )
    _widen_literals(tree)
    _count_units(tree)
    _divide(tree)
    _translate_functions(tree)
    _translate_casts(tree)
    _translate_patterns(tree)
    return _print_floats(tree)


def text(tree: exp.Expr) -> str:
    """Return a tree as the text Spark reads."""
    said = tree.copy()
    for common in said.find_all(exp.CTE):
        # Spark has no word for it.
        common.set("materialized", None)
    return said.sql(dialect="spark", comments=False, copy=False)


def renamed(tree: exp.Expr, names: Mapping[str, str]) -> exp.Expr:
    """Return a copy of a query in which tables are called by other names, where no ``with`` hides them."""
    copy = tree.copy()
    for table in list(copy.find_all(exp.Table)):
        name = table.name.lower()
        if name in names and not _hidden(table, name):
            alias = table.args.get("alias") or exp.TableAlias(this=exp.to_identifier(table.name))
            table.replace(named(names[name], alias))
    return copy


def named(name: str, alias: exp.TableAlias | None) -> exp.Table:
    """Return a table by a name, which may have that of its database before a point."""
    *database, table = name.split(".")
    db = exp.to_identifier(database[0]) if database else None
    return exp.Table(this=exp.to_identifier(table), db=db, alias=alias)


def type_text(kind: exp.DataType) -> str:
    """Return the type of a column as Spark calls it; words of an ``enum`` are texts."""
    if kind.this in (exp.DataType.Type.ENUM, exp.DataType.Type.VARCHAR, exp.DataType.Type.TEXT):
        return "string"
    if kind.this in (exp.DataType.Type.INT128, exp.DataType.Type.UINT128):
        return "decimal(38,0)"
    return kind.sql(dialect="spark").lower()


def first_line(sql: str) -> str:
    """Return the first line of a statement, to name it by."""
    return sql.strip().splitlines()[0] if sql.strip() else ""


def _hidden(table: exp.Table, name: str) -> bool:
    """Return whether a table's name is that of a common table expression where it stands."""
    inside: exp.Expr = table
    node = table.parent
    while node is not None:
        clause = node.args.get("with_")
        if clause is not None:
            for each in clause.expressions:
                if each is inside or (inside is clause and each is _holder(table, clause)):
                    # A name is known after its own definition, and inside it where it is recursive.
                    if clause.args.get("recursive") and each.alias.lower() == name:
                        return True
                    break
                if each.alias.lower() == name:
                    return True
        inside, node = node, node.parent
    return False


def _holder(node: exp.Expr, clause: exp.Expr) -> exp.Expr:
    while node.parent is not None and node.parent is not clause:
        node = node.parent
    return node


def _with_named_parameters(sql: str) -> str:
    """Return a text in which the first ``?`` is called ``$p1``, as they stand in the text."""
    marks = [
        token.start
        for token in sqlglot.tokenize(sql, read="duckdb")
        if token.token_type == TokenType.PLACEHOLDER
    ]
    pieces = [
        sql[start:end]
        for start, end in zip([0, *(mark + 1 for mark in marks)], [*marks, len(sql)], strict=True)
    ]
    return pieces[0] + "".join(f"$p{number}{piece}" for number, piece in enumerate(pieces[1:], start=1))


def _widen_literals(tree: exp.Expr) -> None:
    for literal in list(tree.find_all(exp.Literal)):
        if not literal.is_string and "." in literal.name:
            literal.replace(_double(literal.copy()))


def _count_units(tree: exp.Expr) -> None:
    """Round doubles to decimals, and sum such, as whole units: exact, the same everywhere, and fast."""
    for cast in _inner_first(tree, exp.Cast):
        if cast.to.this != exp.DataType.Type.DOUBLE:
            continue
        inner = cast.this
        total = inner.this if isinstance(inner, exp.Coalesce) else inner
        call = total.this if isinstance(total, exp.Window) else total
        rounded = call.this if isinstance(call, exp.Sum) else inner
        digits, scale = _decimal(rounded)
        if rounded is not inner and digits > LARGEST_LONG_DIGITS:
            cast.replace(_summed_in_parts(cast, rounded, scale))
        elif 0 < digits <= LARGEST_LONG_DIGITS:
            whole = _whole(rounded.this.copy(), scale)
            units = _double(whole) if rounded is inner else _summed(cast, rounded, whole)
            cast.replace(exp.paren(exp.Div(this=units, expression=_power(scale)), copy=False))


def _whole(number: exp.Expr, scale: int) -> exp.Expr:
    """Return a number in units of so many digits behind the point, rounded half away from zero."""
    units = exp.Mul(this=_double(number), expression=_power(scale))
    half = exp.Mul(
        this=exp.Anonymous(this="signum", expressions=[units.copy()]),
        expression=_double(exp.Literal.number("0.5")),
    )
    return exp.cast(exp.paren(exp.Add(this=units, expression=half), copy=False), "bigint", copy=False)


def _summed(total: exp.Cast, part: exp.Expr, whole: exp.Expr) -> exp.Expr:
    """Return a total of whole units in two halves: neither overflows, and a longer decimal is slow to add."""
    high = exp.BitwiseRightShift(this=whole.copy(), expression=exp.Literal.number(HALF))
    low = exp.BitwiseAnd(this=whole, expression=exp.Literal.number((1 << HALF) - 1))
    above = exp.Mul(this=_total_of(total, part, high), expression=_whole_double(1 << HALF))
    return exp.paren(exp.Add(this=above, expression=_total_of(total, part, low)), copy=False)


def _summed_in_parts(total: exp.Cast, part: exp.Expr, scale: int) -> exp.Expr:
    """Return a total of what may have more units than 64 bits hold: of large round parts, and of the rest."""
    number = part.this
    round_part = _whole_double(1 << (LARGEST_UNITS // 10**scale).bit_length() - 1)
    many = exp.cast(exp.paren(exp.Div(this=_double(number.copy()), expression=round_part)), "bigint")
    taken = exp.Mul(this=_double(many.copy()), expression=round_part.copy())
    rest = exp.paren(exp.Sub(this=_double(number.copy()), expression=taken), copy=False)
    above = exp.Mul(this=_summed(total, part, many), expression=round_part.copy())
    below = exp.Div(this=_summed(total, part, _whole(rest, scale)), expression=_power(scale))
    return exp.paren(exp.Add(this=above, expression=below), copy=False)


def _total_of(total: exp.Cast, part: exp.Expr, other: exp.Expr) -> exp.Expr:
    """Return a total with something else in the place of what it sums."""
    part.replace(other)
    said = total.copy()
    other.replace(part)
    return said


def _decimal(node: exp.Expr) -> tuple[int, int]:
    """Return the digits of a cast to a decimal, and how many stand behind the point; else none."""
    if not (isinstance(node, exp.Cast) and node.to.this == exp.DataType.Type.DECIMAL):
        return 0, 0
    digits, scale = (int(each.name) for each in node.to.expressions)
    return digits, scale


def _divide(tree: exp.Expr) -> None:
    for division in _inner_first(tree, exp.Div):
        above, below = _double(division.this.copy()), division.expression
        if _is_number(below):
            division.set("this", above)
            continue
        zero = exp.EQ(this=below.copy(), expression=exp.Literal.number(0))
        endless = exp.Mul(this=above.copy(), expression=_double(exp.Literal.string("Infinity")))
        division.replace(exp.If(this=zero, true=endless, false=exp.Div(this=above, expression=below.copy())))


def _is_number(node: exp.Expr) -> bool:
    while isinstance(node, exp.Paren | exp.Cast):
        node = node.this
    return isinstance(node, exp.Literal) and not node.is_string


def _translate_functions(tree: exp.Expr) -> None:
    for function in _inner_first(tree, exp.Anonymous):
        arguments = [each.copy() for each in function.expressions]
        match str(function.this).lower():
            case "strlen":
                function.replace(exp.Anonymous(this="octet_length", expressions=arguments))
            case "epoch_us":
                function.replace(exp.Anonymous(this="unix_micros", expressions=arguments))
            case "isfinite":
                (number,) = arguments
                test = exp.LT(this=exp.Abs(this=number), expression=_double(exp.Literal.string("Infinity")))
                function.replace(exp.paren(test, copy=False))


def _translate_casts(tree: exp.Expr) -> None:
    for cast in _inner_first(tree, exp.Cast):
        if cast.to.this == exp.DataType.Type.INT128:
            cast.set("to", exp.DataType.build("decimal(38, 0)"))
        elif cast.to.this == exp.DataType.Type.ENUM:
            cast.set("to", exp.DataType.build("text"))
        number = cast.this
        if isinstance(number, exp.DPipe) and number.this.name == "0x":
            digits = [number.expression.copy(), exp.Literal.number(16), exp.Literal.number(10)]
            number.replace(exp.Anonymous(this="conv", expressions=digits))


def _translate_patterns(tree: exp.Expr) -> None:
    """Let ``$`` mean the end of the text, also where a line ends before it."""
    for kind in (exp.RegexpLike, exp.RegexpExtract):
        for node in tree.find_all(kind):
            pattern = node.expression
            if isinstance(pattern, exp.Literal) and pattern.name.endswith("$"):
                pattern.replace(exp.Literal.string(pattern.name[:-1] + r"\z"))


def _print_floats(tree: exp.Expr) -> exp.Expr:
    """Let a column that is cast to text print as on DuckDB; what type it has Spark finds as it plans."""
    for cast in _inner_first(tree, exp.Cast):
        if isinstance(cast.this, exp.Column) and cast.to.this in exp.DataType.TEXT_TYPES:
            column, text = cast.this.sql(dialect="spark"), cast.sql(dialect="spark")
            floats = f"typeof({column}) in ('double', 'float')"
            told = f"case when {floats} then {PRINTED.format(text)} else {text} end"
            cast.replace(sqlglot.parse_one(told, read="spark"))
    return tree


def _inner_first(tree: exp.Expr, kind: type[Node]) -> list[Node]:
    return list(tree.find_all(kind, bfs=False))[::-1]


def _double(node: exp.Expr) -> exp.Cast:
    return exp.cast(node, "double", copy=False)


def _power(scale: int) -> exp.Expr:
    return _whole_double(10**scale)


def _whole_double(number: int) -> exp.Cast:
    return _double(exp.Literal.number(number))

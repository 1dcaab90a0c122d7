"""Whether a cell of a file has what only other programs write: then each is looked at whenever it is read."""

from kibbutz_cli.engines.duckdb_files import named, quoted
from kibbutz_cli.ledger.columns import FLOATS, Columns, natives
from kibbutz_cli.readers.canonical import FIELDS, NOTHING, NULL, NUMBERED


def found(columns: Columns) -> str:
    """Return a query that says 1 where a cell may say that it is empty, or an id be written as 3.0 or 3E+9.

    To look once costs a second of ten million rows; to look whenever a file is read where it lies, ten.
    """
    native, tests = natives(columns), ["false"]
    for field, column in columns.fields.items():
        text = f"cast({named(column)} as varchar)"
        if field in FIELDS and field not in native:
            tests.append(f"{text} in ({', '.join(map(quoted, (NULL, *NOTHING.get(field, ()))))})")
        if field in NUMBERED:
            is_float = columns.types.get(column) in FLOATS
            written = " or ".join(f"{text} like '{end}'" for end in ("%.0", "%E+%", "%e+%"))
            tests.append("true" if is_float else written)
    is_met = " or ".join(f"coalesce({test}, false)" for test in tests)
    return f"select max(case when {is_met} then 1 else 0 end) from ({columns.relation}) as source"

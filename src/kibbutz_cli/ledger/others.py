"""Whether a cell of a file has what only other programs write: then each is looked at whenever it is read."""

from kibbutz_cli.engines.duckdb_files import named, quoted
from kibbutz_cli.ledger.given import FLOATS, Columns, natives
from kibbutz_cli.readers.canonical import FIELDS, NOTHING, NULL, NUMBERED

_BEHIND_DIGITS = ":"
"""What sorts right behind the digits, before which the minus sorts too."""


def found(columns: Columns) -> str:
    """Return a query for the number of rows where a cell may say that it is empty, or an id be 3.0 or 3E+9.

    To look once costs half a second of ten million rows; to look whenever a file is read where it lies, ten.
    """
    native, tests = natives(columns), []
    for field, column in columns.fields.items():
        text = f"cast({named(column)} as varchar)"
        if field in FIELDS and field not in native:
            words = (NULL, *NOTHING.get(field, ()))
            # Most are longer, and begin with a letter: a look at that takes a third of the time.
            is_short = f"strlen({text}) <= {max(map(len, words))}"
            tests.append(f"{is_short} and {text} in ({', '.join(map(quoted, words))})")
        if field in NUMBERED:
            is_float = columns.types.get(column) in FLOATS
            written = " or ".join(f"{text} like '{end}'" for end in ("%.0", "%E+%", "%e+%"))
            tests.append("true" if is_float else f"{text} < '{_BEHIND_DIGITS}' and ({written})")
    is_met = " or ".join(f"({test})" for test in tests)
    return f"select count(*) from ({columns.relation}) as source where {is_met}"

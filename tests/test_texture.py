"""The house keeps its sizes: no function over 60 lines of code, no file over 400 lines."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILE_LINES = 400
FUNCTION_LINES = 60
FILES = sorted(
    path for folder in ("src", "docs", "examples", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_and_its_functions_can_be_read_in_one_sitting(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    functions = [node for node in ast.walk(ast.parse("\n".join(lines))) if _is_function(node)]

    assert len(lines) <= FILE_LINES
    assert {
        node.name: size for node in functions if (size := _code_lines(node, lines)) > FUNCTION_LINES
    } == {}


def _is_function(node):
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def _code_lines(node, lines):
    """Count the lines of a function that are no docstring, blank or comment."""
    first = node.body[0]
    docstring = range(first.lineno, first.end_lineno + 1) if ast.get_docstring(node) else ()
    code = (lines[n - 1].strip() for n in range(node.lineno, node.end_lineno + 1) if n not in docstring)
    return sum(1 for line in code if line and not line.startswith("#"))

"""``kibbutz schema``: the JSON Schema of what goes in and what comes out, made from the models."""

from typing import Annotated

import typer

from kibbutz_cli.cli import answers
from kibbutz_cli.cli.names import choose
from kibbutz_cli.cli.options import Output

NAMES = (
    "activity",
    "backtest",
    "explanation",
    "identities",
    "inspection",
    "rejection",
    "ruler",
    "ruler-diff",
    "summary",
)

EXAMPLES = """\
kibbutz schema summary
kibbutz schema activity -o activity.schema.json"""


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help=f"One of {', '.join(NAMES)}.", autocompletion=lambda: list(NAMES)
        ),
    ],
    output: Output = None,
) -> None:
    """Print the JSON Schema of a word of ours."""
    choose(name, NAMES, "schema")
    import json  # nothing else of help needs it

    from pydantic import BaseModel  # heavy

    from kibbutz_cli.model import activity, backtest, identity, report, ruler, views  # heavy

    models: dict[str, type[BaseModel]] = {
        "activity": activity.Activity,
        "backtest": backtest.BacktestReport,
        "explanation": views.Explanation,
        "identities": identity.Suggestions,
        "inspection": views.Inspection,
        "rejection": activity.Rejection,
        "ruler": ruler.Ruler,
        "ruler-diff": views.RulerDifferences,
        "summary": report.CommunityReport,
    }
    made = models[name].model_json_schema(by_alias=True, mode="serialization")
    drafted = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    answers.give_data(json.dumps(drafted, ensure_ascii=False, indent=2) + "\n", output)

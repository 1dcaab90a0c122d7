"""Remake ``docs/validation.md`` from the shared data: ``python benchmarks/validation.py``."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from validation_advogato import advogato
from validation_exchange import sections as exchange
from validation_figures import Section
from validation_offices import offices
from validation_presence import college, mailing_list
from validation_strangers import bitcoin

ROOT = Path(__file__).resolve().parents[1]
NEEDED = (
    "exports/stackexchange",
    "exports/mbox",
    "truth/advogato",
    "truth/bitcoin-alpha",
    "truth/collegemsg",
    "truth/small-status-networks",
)
ASKED: tuple[Callable[[Path, Path], Section], ...] = (advogato, mailing_list, college, bitcoin, offices)
ACCOUNT = Path(__file__).with_name("validation_account.md")
LIMITS = Path(__file__).with_name("validation_limits.md")
HEAD = """\
<!-- Written by benchmarks/validation.py: run make validate, where the data are. -->
# Validation

What the scores say of communities where something else is known, each figure beside what counting says.
Scores come from the installed command, `kibbutz backtest --json` or `kibbutz score --json`, default ruler.
Intervals hold 95 %: members are drawn again, 100 to 500 times, always with the same seed.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Remake docs/validation.md from the shared data.")
    parser.add_argument(
        "--shared", type=Path, default=os.environ.get("KIBBUTZ_SHARED", ROOT.parent / "shared")
    )
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "validation.md")
    wanted = parser.parse_args()
    shared = Path(wanted.shared)
    if missing := [name for name in NEEDED if not (shared / name).is_dir()]:
        sys.exit(f"validation: {shared / missing[0]}: not here: the page stays as it is")
    with TemporaryDirectory(prefix="kibbutz-validation-") as folder:
        found = _found(shared, Path(folder))
    wanted.output.write_text(page(found), encoding="utf-8")


def _found(shared: Path, folder: Path) -> list[Section]:
    print("Stack Exchange", file=sys.stderr, flush=True)
    found = exchange(shared, folder)
    for ask in ASKED:
        print(ask.__name__.replace("_", " "), file=sys.stderr, flush=True)
        found.append(ask(shared, folder))
    return found


def page(found: list[Section]) -> str:
    parts = [HEAD, _summary(found), *(f"{section.text}\n" for section in found)]
    # Their links hold where they lie, and the page lies elsewhere.
    parts += [text.read_text(encoding="utf-8").replace("](../docs/", "](") for text in (ACCOUNT, LIMITS)]
    return "\n".join(parts)


def _summary(found: list[Section]) -> str:
    """Return every target with what was found, and how many are reached."""
    asked = [
        (section, figure) for section in found for figure in section.figures if figure.reached is not None
    ]
    reached = sum(bool(figure.reached) for _, figure in asked)
    head = "| data | figure | found | target | |\n| --- | --- | ---: | --- | --- |"
    lines = [
        f"| {section.title} | {figure.what} | {figure.found} | {figure.target} | {figure.verdict} |"
        for section, figure in asked
    ]
    missed = [f"* {section.title}: {figure.what}." for section, figure in asked if not figure.reached]
    words = [
        f"{reached} of {len(asked)} targets are reached.",
        *(["Not reached:", "", *missed] if missed else []),
    ]
    return "\n".join([*words, "", head, *lines, ""])


if __name__ == "__main__":
    main()

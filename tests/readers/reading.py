"""What a reader makes of a path, for its tests: its outcomes, its deeds, and how sure it is."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kibbutz_cli.errors import KibbutzError
from kibbutz_cli.model.activity import Activity, Ignored, Outcome
from kibbutz_cli.model.limits import Limits
from kibbutz_cli.readers.base import Probe, Reader
from kibbutz_cli.readers.budget import Budget
from kibbutz_cli.readers.choose import Skipped, inputs
from kibbutz_cli.readers.files.archive import open_tree
from kibbutz_cli.testing.reading import probed

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"

JETPACK = [
    ("paid_subscribers", "private"),
    ("paid_subscribers_all_tiers", "private"),
    ("everybody", None),
    ("", None),
]
"""For whom Jetpack says that a post of WordPress is, and why it is left out."""


def claimed() -> Iterator[tuple[Reader, str]]:
    """Yield each fixture with the reader that is sure of it; a fixture that is no export has none."""
    for child in sorted(child for folder in FIXTURES.iterdir() for child in folder.iterdir()):
        try:
            yield from (
                (found.reader, found.tree.path)
                for found in inputs(str(child), Limits(), None)
                if not isinstance(found, Skipped)
            )
        except KibbutzError:
            continue


class Trial(NamedTuple):
    """A reader on trial: its outcomes are counted against the records it says that it met."""

    reader: Reader

    def read(self, path: Path, limits: Limits | None = None, budget: Budget | None = None) -> list[Outcome]:
        """Return the outcomes, one of them for each record met."""
        budget = budget or Budget(limits or Limits(), str(path))
        with open_tree(str(path), budget) as tree:
            outcomes = list(self.reader.read(tree, budget))
        assert budget.records == sum(not getattr(outcome, "derived", False) for outcome in outcomes)
        return outcomes

    def told(self, path: Path) -> dict[str, Activity]:
        """Return the activities by their ids."""
        deeds = [outcome for outcome in self.read(path) if isinstance(outcome, Activity)]
        return {deed.activity_id: deed for deed in deeds}

    def ignored(self, path: Path) -> Counter[str]:
        """Return how many records are left out for each reason."""
        return Counter(outcome.reason for outcome in self.read(path) if isinstance(outcome, Ignored))

    def probe(self, path: Path) -> Probe:
        """Return how sure the reader is of a path."""
        return probed(self.reader, str(path))

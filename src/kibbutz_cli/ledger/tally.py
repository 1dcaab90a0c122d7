"""What came of the records of one input, counted while they pass."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from kibbutz_cli.errors import TooManyRejectionsError
from kibbutz_cli.ledger.columnar import PLACES_KEPT
from kibbutz_cli.model.activity import Activity, Coverage, Ignored, Origin, Outcome, Rejection
from kibbutz_cli.model.report import SourceCount
from kibbutz_cli.readers.budget import Budget


class Tally:
    """Counts the outcomes of one input and lets the activities through.

    Args:
        path: The path as the caller gave it.
        reader: The name of the reader.
        saying: Returns what is said of a record set aside.
    """

    def __init__(self, path: str, reader: str, saying: Callable[[Rejection], str]) -> None:
        self.path = path
        self.reader = reader
        self._saying = saying
        self.accepted = 0
        self.derived = 0
        self.rejected: Counter[str] = Counter()
        self.ignored: Counter[str] = Counter()
        self.places: list[str] = []
        self.coverage: set[Coverage] = set()
        self.unread: set[Coverage] = set()

    def activities(self, outcomes: Iterable[Outcome]) -> Iterator[Activity]:
        """Yield the activities among what came of the records."""
        seen: Origin | None = None
        for outcome in outcomes:
            match outcome:
                case Activity():
                    if outcome.derived:
                        self.derived += 1
                    else:
                        self.accepted += 1
                    if outcome.origin is not seen:
                        seen = outcome.origin
                        self.coverage.add(seen.coverage)
                    yield outcome
                case Rejection():
                    self.rejected[outcome.code.value] += 1
                    self.unread.add(outcome.origin.coverage)
                    if len(self.places) < PLACES_KEPT:
                        self.places.append(self._saying(outcome))
                case Ignored():
                    self.ignored[outcome.reason.value] += 1
                    self.unread.add(outcome.origin.coverage)

    def count(self, budget: Budget) -> SourceCount:
        """Return what came of the input, now that it was read to its end."""
        told = self.accepted + self.rejected.total() + self.ignored.total()
        assert told == budget.records, f"{self.reader}: {budget.records} records met, {told} told"
        # Where nothing was accepted, what was set aside still tells what such a source covers.
        covered = self.coverage or self.unread
        widest = max(covered, key=list(Coverage).index, default=Coverage.SINGLE)
        return SourceCount(
            path=self.path,
            reader=self.reader,
            coverage=widest.value,
            records=budget.records,
            accepted=self.accepted,
            derived=self.derived,
            rejected=dict(sorted(self.rejected.items())),
            ignored=dict(sorted(self.ignored.items())),
            repairs=dict(sorted(budget.repairs.items())),
            unknown=dict(sorted(budget.unknown.items())),
            places=self.places,
        )


def check_rejections(sources: Iterable[SourceCount], strict: bool, max_errors: str | None) -> None:
    """Refuse a run in which more records were rejected than the caller allows.

    Raises:
        TooManyRejectionsError: More than ``max_errors`` (a count, or a share: ``5%``), or any if strict.
    """
    counted = list(sources)
    rejected = sum(sum(source.rejected.values()) for source in counted)
    records = sum(source.records for source in counted)
    if not rejected:
        return
    first = next(source.places[0] for source in counted if source.places)
    allowed = 0.0 if strict else float("inf")
    if not strict and max_errors is not None:
        allowed = records * float(max_errors[:-1]) / 100 if max_errors.endswith("%") else float(max_errors)
    if rejected > allowed:
        more = "without --strict they are set aside" if strict else "--max-errors allows more"
        raise TooManyRejectionsError(
            f"{rejected:,} of {records:,} records cannot be read, more than allowed; the first: {first}",
            f"kibbutz inspect lists them; {more}",
        )

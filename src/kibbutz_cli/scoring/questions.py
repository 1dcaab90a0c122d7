"""What is asked of a fit, of whom, and the answer in words."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from kibbutz_cli.errors import LimitError
from kibbutz_cli.model.backtest import Prediction, Question, Target
from kibbutz_cli.model.report import Element
from kibbutz_cli.scoring.comparison import Compared, Sample, compare
from kibbutz_cli.scoring.hindsight import STANDING, Key, Past
from kibbutz_cli.scoring.sentences import counted

Population: TypeAlias = Literal["standing", "everybody"]
Row: TypeAlias = tuple[int, str]
"""A member at a date: the date's place, the member's id."""

ROWS = 200_000
"""Members at dates that are compared at most: every column of them lies in memory."""


class Frame(NamedTuple):
    """What every question shares.

    Attributes:
        past: The dates.
        metrics: The element of each metric.
        chances: The metrics that are the chance to be active again.
        horizon_weeks: Weeks after each date.
        seed: The same seed draws the same members.
    """

    past: Sequence[Past]
    metrics: Mapping[str, Element]
    chances: frozenset[Key]
    horizon_weeks: int
    seed: int


def questions(frame: Frame, populations: Sequence[Population]) -> list[Question]:
    """Return every question that can be asked with its answer; none where there is nobody to ask about.

    Raises:
        LimitError: There are more members at dates than can be compared.
    """
    targets: tuple[Target, ...] = ("active", "recognised", "label")
    return [
        _question(frame, target, population, rows)
        for population in populations
        for target in targets
        if (rows := _rows(frame, target, population))
    ]


def _question(frame: Frame, target: Target, population: Population, rows: Sequence[Row]) -> Question:
    sample = _sample(frame, target, rows)
    outcomes = sorted(set(sample.came))
    binary = len(outcomes) <= 2
    compared = compare(sample, frame.metrics, frame.seed) if len(outcomes) > 1 else None
    yes = max(1.0, outcomes[-1]) if target != "label" else outcomes[-1]
    return Question(
        target=target,
        population=population,
        asks=_asks(target, frame.horizon_weeks, yes if binary else None),
        measure="auc" if binary else "spearman",
        rows=len(rows),
        members=len(set(sample.groups)),
        positives=sum(each == yes for each in sample.came) if binary else None,
        replicates=compared.replicates if compared else 0,
        best_baseline=compared.best[1] if compared and compared.best else "",
        answer=answer(compared) if compared else _nothing(target, outcomes[0]),
        predictions=compared.predictions if compared else [],
    )


def _nothing(target: Target, came: float) -> str:
    if target == "label":
        return "Nothing to tell apart: every label here is the same."
    return f"Nothing to tell apart: {'everybody' if came else 'nobody'} was."


def _rows(frame: Frame, target: Target, population: Population) -> list[Row]:
    found = []
    for place, past in enumerate(frame.past):
        # Who is set aside by the end of the data has no "after"; who has no label has no truth.
        known = past.fit.labels if target == "label" else past.after
        chosen = past.fit.with_standing if population == "standing" else past.fit.members
        found += [(place, member) for member in past.fit.members if member in known and member in chosen]
    if len(found) > ROWS:
        raise LimitError(
            f"backtest: {len(found):,} members at dates: expected at most {ROWS:,}", "ask for fewer dates"
        )
    return found


def _sample(frame: Frame, target: Target, rows: Sequence[Row]) -> Sample:
    numbers = {member: place for place, member in enumerate(sorted({member for _, member in rows}))}
    keys = sorted({key for past in frame.past for key in past.fit.values})
    amounts = None if target == "label" else [float(_amount(frame, target, row)) for row in rows]
    return Sample(
        groups=[numbers[member] for _, member in rows],
        columns={
            key: [frame.past[place].fit.values.get(key, {}).get(member) for place, member in rows]
            for key in keys
        },
        came=[frame.past[place].fit.labels[member] for place, member in rows]
        if amounts is None
        else [float(amount > 0) for amount in amounts],
        amounts=amounts,
        chances=frame.chances if target == "active" else frozenset(),
    )


def _amount(frame: Frame, target: Target, row: Row) -> int:
    place, member = row
    after = frame.past[place].after[member]
    return after.active if target == "active" else after.recognised


def _asks(target: Target, weeks: int, yes: float | None) -> str:
    match target:
        case "active":
            return f"active again within {counted(weeks, 'week')}"
        case "recognised":
            ahead = "week" if weeks == 1 else f"{weeks} weeks"
            return f"recognised by another for a deed of the next {ahead}"
        case "label":
            return "labelled higher" if yes is None else f"labelled {yes:g}"


def answer(compared: Compared) -> str:
    """Return whether the standing tells what came, and whether it beats the best baseline, in words."""
    found = next((each for each in compared.predictions if (each.family, each.name) == STANDING), None)
    if found is None or found.value is None:
        return "Nothing to tell: there is no standing here that differs."
    return f"{_tells(found, compared.measure)} {_beats(found, compared.best)}".rstrip()


def _tells(found: Prediction, measure: str) -> str:
    name, nothing = ("AUC", 0.5) if measure == "auc" else ("Spearman", 0.0)
    if found.value is None or found.low is None or found.high is None:
        few = "It came for too few, or for too many," if measure == "auc" else "There are too few"
        return f"{few} to say how sure this is."
    how = f"{name} {found.value:.2f} ({found.low:.2f} to {found.high:.2f})"
    if found.low > nothing:
        return f"The standing predicts it: {how}."
    if found.high < nothing:
        return f"The standing predicts the opposite: {how}."
    return f"The standing cannot be told apart from chance: {how}."


def _beats(found: Prediction, best: Key | None) -> str:
    apart = found.difference
    if best is None or apart is None:
        return ""
    against = f"the best baseline ({best[1].replace('_', ' ')})"
    match apart.verdict:
        case "beats":
            return f"The standing beats {against} by {apart.value:.2f} ({apart.low:.2f} to {apart.high:.2f})."
        case "does not beat":
            return (
                f"The standing does not beat {against}: "
                f"it is {-apart.value:.2f} below ({-apart.high:.2f} to {-apart.low:.2f})."
            )
    return (
        f"The standing cannot be told apart from {against}: "
        f"{apart.value:+.2f} ({apart.low:+.2f} to {apart.high:+.2f})."
    )

"""The words for a backtest: Question, Prediction, Calibration, and whether a prediction beats counting."""

from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field

from kibbutz_cli.model.remarks import UnknownNames
from kibbutz_cli.model.report import Element, Fraction, Noted, RulerNote, SourceCount
from kibbutz_cli.model.value import Place, Value

Family: TypeAlias = Literal["standing", "element", "metric", "baseline"]
Verdict: TypeAlias = Literal["beats", "does not beat", "cannot be told apart"]
Target: TypeAlias = Literal["active", "recognised", "label"]


class Asked(Value):
    """What a backtest is to look at.

    Attributes:
        at: The dates to fit at, in microseconds UTC; none for the latest that leaves a whole horizon.
        every_weeks: Go on from the one date in steps of so many weeks; 0 for no further dates.
        horizon_weeks: Weeks after a date that are looked at; none for what the ruler's presence says.
        labels: A CSV of what somebody else says of the members; empty for none.
        everybody: Look also at members without enough evidence for a standing.
    """

    at: tuple[int, ...] = ()
    every_weeks: Annotated[int, Field(ge=0)] = 0
    horizon_weeks: Annotated[int, Field(gt=0)] | None = None
    labels: str = ""
    everybody: bool = False


class Difference(Value):
    """A figure less that of the best baseline, on the same rows and the same draws.

    Attributes:
        value: The difference.
        low: Lower end of its 95 % interval.
        high: Upper end of its 95 % interval.
        verdict: ``beats`` when the interval lies above 0, ``does not beat`` when it lies below.
    """

    value: float
    low: float
    high: float
    verdict: Verdict


class CalibrationBin(Value):
    """Members told a chance between ``low`` and ``high``: the mean chance told, and the share it came for."""

    low: Fraction
    high: Fraction
    rows: int
    told: Fraction
    came: Fraction


class Calibration(Value):
    """How far chances can be taken at their word.

    Attributes:
        brier: Mean squared distance from what came.
        error: Mean distance between told and came over the bins, by rows.
        told: Mean chance told.
        came: Share for whom it came.
        bins: Tenths that hold a row.
    """

    brier: float
    error: float
    told: Fraction
    came: Fraction
    bins: list[CalibrationBin]


class Prediction(Value):
    """One column of numbers against what came after.

    Attributes:
        family: ``standing``, ``element``, ``metric`` or ``baseline``.
        name: The element's, metric's or baseline's name.
        element: The element a metric belongs to.
        rows: Rows it has a value for; a row is a member at a date.
        value: The question's measure, or none where there is nothing to tell apart.
        low: Lower end of the 95 % interval.
        high: Upper end of the 95 % interval.
        difference: Against the best baseline; none for that baseline itself.
        amount_correlation: Spearman with how much came: weeks active, deeds recognised.
        brier: Brier score after a rising curve learnt on other members; for yes-or-no questions.
        calibration: For a chance of just this question: taken at its word, no curve.
    """

    family: Family
    name: str
    element: Element | None = None
    rows: int
    value: float | None
    low: float | None = None
    high: float | None = None
    difference: Difference | None = None
    amount_correlation: float | None = None
    brier: float | None = None
    calibration: Calibration | None = None


class Question(Value):
    """What is asked of whom, and how every prediction fared.

    Attributes:
        target: ``active``, ``recognised`` or ``label``.
        population: ``standing``: members with one; ``everybody``: also those with thin evidence.
        asks: What is asked, in words.
        measure: ``auc`` for yes or no, ``spearman`` for an order.
        rows: Members at dates.
        members: Different members.
        positives: Rows for which it came true; none for an order.
        replicates: How often the members were drawn again.
        best_baseline: The baseline with the highest figure here; empty where there is none.
        answer: Whether the standing beats it, in words.
        predictions: The standing, the elements, the metrics, the baselines.
    """

    target: Target
    population: Literal["standing", "everybody"]
    asks: str
    measure: Literal["auc", "spearman"]
    rows: int
    members: int
    positives: int | None
    replicates: int
    best_baseline: str
    answer: str
    predictions: list[Prediction]


class FittedDate(Value):
    """One moment it was fitted at.

    Attributes:
        at: Nothing later was seen, ISO 8601 UTC.
        until: The end of its horizon; empty when only labels are asked about.
        members: Members found.
        standings: Members with a standing.
    """

    at: str
    until: str
    members: int
    standings: int


class LabelCount(Value):
    """What came of the labels: matched + unknown + ambiguous = labels.

    Attributes:
        labels: Labels in the file.
        matched: Labels that mean a member of the last date.
        unknown: Labels nobody there is called by.
        ambiguous: Labels that could mean several members.
        first: The first few not matched, with their lines; of who opted out, the line alone.
    """

    labels: int
    matched: int
    unknown: int
    ambiguous: int
    first: list[str]


class BacktestReport(Value):
    """What ``kibbutz backtest`` prints and saves: ``kibbutz.backtest/1``.

    Attributes:
        schema_: The name and version of this format.
        kibbutz: The version of the program.
        horizon_weeks: Weeks after each date that were looked at.
        data_end: The last moment of the data, ISO 8601 UTC.
        dates: The moments it was fitted at.
        ruler: Which ruler measured; its presence looks ahead as far as the horizon.
        sources: What came of each input.
        skipped: Files beside the exports that are none.
        metrics: Which metrics were scored at the last date, and why the others were not.
        labels: What came of the labels, if any were given.
        interval: Probability the intervals cover.
        seed: What the draws start from.
        questions: What was asked, and how every prediction fared.
        limits: What a backtest does not show.
        unknown_names: Entries of the configuration that mean nobody in the data; in no output.
    """

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    schema_: Annotated[Literal["kibbutz.backtest/1"], Field(alias="schema")] = "kibbutz.backtest/1"
    kibbutz: str
    horizon_weeks: int
    data_end: str
    dates: list[FittedDate]
    ruler: RulerNote
    sources: list[SourceCount]
    skipped: list[Place] = []
    metrics: list[Noted]
    labels: LabelCount | None = None
    interval: Fraction
    seed: int
    questions: list[Question]
    limits: list[str]
    unknown_names: UnknownNames = {}
